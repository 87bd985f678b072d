"""Claims handed on to the fact-checking world: reviews, training sets, tables and reports."""

from __future__ import annotations

import csv
import io
import json
from html.parser import HTMLParser

import pytest

from annotator.core.annotated_article import AnnotatedArticle, LayerContents
from annotator.core.model import (
    Article,
    Attribution,
    Claim,
    Entity,
    Evidence,
    Layer,
    Source,
    Span,
    Verdict,
)
from annotator.core.sources.verdict_policy import Rating, VerdictPolicy
from annotator.core.text import sha256
from annotator.formats import read, write

TEXT = "🚀 Il ponte è chiuso, dice il sindaco Bò. =1+1 <b>Roma</b> costa 3 milioni."
SAID = "Il ponte è chiuso"
COSTS = "<b>Roma</b> costa 3 milioni"


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def record(**changes: object) -> AnnotatedArticle:
    """Two claims, the first refuted by two sources that count together, the second not judged."""
    article = Article(
        id="a1",
        title="Ponte <script>alert(1)</script>",
        text=TEXT,
        sha256=sha256(TEXT),
        language="it",
        publisher="Il Mattino",
        published="2026-03-04",
        url="https://giornale.example/ponte",
    )
    sources = (
        Source(id="s1", title="Ordinanza", url="https://comune.example/o", publisher="Comune"),
        Source(id="s2", title="Foto", url="javascript:alert(1)", publisher="Anna"),
    )
    layer = Layer(id="l1", article_id="a1", author="anna")
    claim = Claim(id="c1", layer_id="l1", spans=(span(SAID),), check_worthiness=3)
    other = Claim(id="c2", layer_id="l1", spans=(span(COSTS),), normalized_text="=cmd()")
    said = Attribution(
        id="t1",
        layer_id="l1",
        claims=("c1",),
        source_spans=(span("il sindaco Bò"),),
        cue_spans=(span("dice"),),
        agent="Bò",
        agent_type="person",
        kb_id="Q7",
    )
    evidence = [
        Evidence(
            id=f"e{n}",
            layer_id="l1",
            claim_id="c1",
            source_id=f"s{n}",
            stance="refutes",
            question="È aperto?",
            answer="Sì",
            quote="Il ponte è aperto",
            locator=f"p. {n}",
        )
        for n in (1, 2)
    ]
    verdicts = [
        Verdict(
            id=f"v{n}",
            layer_id="l1",
            claim_id="c1",
            label=label,
            justification="Le due fonti lo dicono aperto.",
            rating_name="Falso",
            decided_at=f"2026-03-0{n}T10:00:00Z",
        )
        for n, label in ((5, "supported"), (6, "refuted"))
    ]
    contents = LayerContents(
        layer=layer,
        entities=(Entity(id="n1", layer_id="l1", span=span("Roma"), label="LOC", kb_id="Q220"),),
        claims=(claim, other),
        attributions=(said,),
        evidence=tuple(evidence),
        verdicts=tuple(verdicts),
    )
    return AnnotatedArticle(article=article, layers=(contents,), sources=sources)


def written(tmp_path, format: str, verdict_policy: VerdictPolicy | None = None):
    path = tmp_path / "out"
    report = write([record()], path, format=format, verdict_policy=verdict_policy)
    return path.read_bytes(), report


def reasons(report) -> str:
    return " ".join(why for _, why in report.tally)


def test_a_review_names_claim_speaker_rating_and_where_it_appeared(tmp_path):
    verdict_policy = VerdictPolicy(
        publisher="Vera",
        publisher_url="https://vera.example",
        ratings=(Rating("Falso", "refuted", 2),),
    )
    content, report = written(tmp_path, "claimreview", verdict_policy)
    whole = json.loads(content)
    assert whole["@context"] == "https://schema.org"
    (review,) = whole["@graph"]
    assert review["@type"] == "ClaimReview"
    assert review["claimReviewed"] == SAID
    assert review["datePublished"] == "2026-03-06"
    assert review["author"]["name"] == "Vera"
    rating = {"@type": "Rating", "ratingValue": 2, "bestRating": 5, "worstRating": 1}
    assert review["reviewRating"] == rating | {"alternateName": "Falso"}
    claim = review["itemReviewed"]
    assert claim["author"] == {
        "@type": "Person",
        "name": "Bò",
        "sameAs": "http://www.wikidata.org/entity/Q7",
    }
    assert claim["appearance"]["url"] == "https://giornale.example/ponte"
    assert "no verdict" in reasons(report)
    assert "superseded" in reasons(report)


def test_what_averitec_holds_comes_back_as_it_was(tmp_path):
    first, _ = written(tmp_path, "averitec")
    (entry,) = json.loads(first)
    assert entry["label"] == "Refuted"
    assert entry["claim_date"] == "04-03-2026"
    assert [len(q["answers"]) for q in entry["questions"]] == [2]
    path = tmp_path / "in.json"
    path.write_bytes(first)
    problems: list[object] = []
    annotated_articles = list(read(path, author="b", problems=problems.append))
    assert not problems
    again = tmp_path / "again.json"
    write(annotated_articles, again, format="averitec")
    entry["questions"][0]["answers"][1]["source_url"] = ""  # no page: it is not taken in
    assert json.loads(again.read_bytes()) == [entry]


@pytest.mark.parametrize(
    "content", [b'{"claim": 1}', b'[{"claim": 3, "questions": []}]', b'["claim", "questions"']
)
def test_a_file_that_is_not_averitec_is_told_of(tmp_path, content):
    path = tmp_path / "x.json"
    path.write_bytes(content)
    problems: list[object] = []
    assert list(read(path, author="b", problems=problems.append)) == []
    assert "x.json" in str(problems[0])


def test_fever_has_the_evidence_that_decides_in_groups(tmp_path):
    content, report = written(tmp_path, "fever")
    (line,) = [json.loads(each) for each in content.splitlines()]
    assert line["label"] == "REFUTES"
    assert line["verifiable"] == "VERIFIABLE"
    assert line["evidence"] == [[[1, 1, "s1", 1], [1, 2, "s2", 2]]]
    assert "does not say who" in reasons(report)


def test_checkthat_has_every_sentence_and_whether_it_is_worth_checking(tmp_path):
    content, _ = written(tmp_path, "checkthat")
    head, *rows = [line.split("\t") for line in content.decode().splitlines()]
    assert head == ["sentence_id", "sentence", "class_label"]
    assert rows[0][2] == "Yes"
    assert {row[2] for row in rows[1:]} <= {"No"}
    assert all(len(row) == 3 for row in rows)


def test_both_selectors_of_a_web_annotation_mean_the_same_words(tmp_path):
    content, report = written(tmp_path, "webannotation")
    page = json.loads(content)
    assert page["type"] == "AnnotationPage"
    assert len(page["items"]) == 5
    for item in page["items"]:
        for target in item["target"]:
            quote, position = target["selector"]
            assert TEXT[position["start"] : position["end"]] == quote["exact"]
            assert TEXT[: position["start"]].endswith(quote["prefix"])
    assert report.uncarried == 4


def test_no_cell_of_a_table_can_calculate(tmp_path):
    content, _ = written(tmp_path, "claims-csv")
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))
    assert rows[1]["claim"] == "'=cmd()"
    assert "Bò" in rows[0].values()
    assert rows[0]["verdict"] == "refuted"
    assert not any(cell.startswith(tuple("=+-@")) for row in rows for cell in row.values())


class Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.links: list[str] = []
        self.words = ""

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.links += [value for name, value in attrs if name in ("href", "src") and value]

    def handle_data(self, data):
        self.words += data


def test_a_report_runs_nothing_and_links_only_to_public_pages(tmp_path):
    content, _ = written(tmp_path, "report-html")
    page = Page()
    page.feed(content.decode())
    assert not {"script", "img", "iframe", "link", "object", "form"} & set(page.tags)
    # and what a browser is told should one of them slip in some day: nothing but what we embed
    assert (
        b"\"default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; "
        b"form-action 'none'\"" in content
    )
    outside = [link for link in page.links if not link.startswith("#")]
    assert sorted(set(outside)) == ["https://comune.example/o", "https://giornale.example/ponte"]
    for words in ("Ponte <script>alert(1)</script>", "Il ponte è aperto", "Falso", "Bò", "🚀"):
        assert words in page.words


def test_a_report_is_printed(tmp_path):
    content, report = written(tmp_path, "report-pdf")
    assert content.startswith(b"%PDF-")
    assert content.rstrip().endswith(b"%%EOF")
    assert report.lines == 1
