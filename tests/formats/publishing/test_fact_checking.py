"""Claims handed on to the fact-checking world: reviews, training sets, tables and reports."""

from __future__ import annotations

import csv
import io
import json
from html.parser import HTMLParser

import pytest
from msgspec.structs import replace

from annotator.core.annotated_article import AnnotatedArticle, LayerContents
from annotator.core.errors import ExportFault
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
from annotator.formats import Unfinished, read, write

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


VERA = VerdictPolicy(publisher="Vera", publisher_url="https://vera.example")


def written(tmp_path, format: str, verdict_policy: VerdictPolicy | None = None, **options):
    path = tmp_path / "out"
    sample = options.pop("sample", None) or record()
    report = write([sample], path, format=format, verdict_policy=verdict_policy, **options)
    return path.read_bytes(), report


def with_layer(**fields: object) -> AnnotatedArticle:
    """The sample, with other contents of its layer."""
    sample = record()
    return replace(sample, layers=(replace(sample.layers[0], **fields),))


def published(url: str = "https://www.vera.example/ponte", label: str = "refuted"):
    """The sample with its verdict published at *url*."""
    old, standing = record().layers[0].verdicts
    standing = replace(standing, published_url=url, label=label)
    return with_layer(verdicts=(old, standing))


def reasons(report) -> str:
    return " ".join(why for _, why in report.tally)


def test_a_review_names_claim_speaker_rating_and_where_it_appeared(tmp_path):
    verdict_policy = VerdictPolicy(
        publisher="Vera",
        publisher_url="https://vera.example",
        ratings=(Rating("Falso", "refuted", 2),),
    )
    content, report = written(tmp_path, "claimreview", verdict_policy, sample=published())
    whole = json.loads(content)
    assert whole["@context"] == "https://schema.org"
    (review,) = whole["@graph"]
    assert review["@type"] == "ClaimReview"
    assert review["claimReviewed"] == SAID
    assert review["url"] == "https://www.vera.example/ponte"
    assert review["inLanguage"] == "it"
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
    assert claim["firstAppearance"] == claim["appearance"]
    assert not report.missing
    assert "no verdict" in reasons(report)
    assert "superseded" in reasons(report)


def test_what_a_review_must_have_is_missed_claim_by_claim_before_it_is_written(tmp_path):
    path = tmp_path / "reviews.jsonld"
    path.write_text("the one before")
    with pytest.raises(Unfinished) as refused:
        write([record()], path, format="claimreview")
    named = [(loss.what, loss.where) for loss in refused.value.report.missing]
    where = f"{record().article.title}: “{SAID}”"
    assert named == [
        ("the address of the published fact-check", where),
        ("the publisher of the fact-check", where),
    ]
    assert path.read_text() == "the one before"
    report = write([record()], path, format="claimreview", unfinished=True)
    assert len(report.missing) == 2
    assert "url" not in json.loads(path.read_bytes())["@graph"][0]


def test_a_review_on_somebody_elses_site_is_not_the_newsrooms(tmp_path):
    elsewhere = published("https://altrove.example/ponte")
    with pytest.raises(Unfinished) as refused:
        written(tmp_path, "claimreview", VERA, sample=elsewhere)
    [missing] = refused.value.report.missing
    assert "not on the site of the publisher" in missing.why


@pytest.mark.parametrize(
    ("language", "name"), [("", "Prove insufficienti"), ("en", "Not enough evidence")]
)
def test_a_rating_without_a_name_of_its_own_is_in_the_newsrooms_language(tmp_path, language, name):
    [_, standing] = published(label="not_enough_evidence").layers[0].verdicts
    sample = with_layer(verdicts=(replace(standing, rating_name=""),))
    policy = replace(VERA, language=language)
    content, _ = written(tmp_path, "claimreview", policy, sample=sample)
    rating = json.loads(content)["@graph"][0]["reviewRating"]
    assert rating == {"@type": "Rating", "alternateName": name}


def reported(**nearest: object) -> tuple[Attribution, ...]:
    """Somebody says it, the Journal reports them, and somebody else says it, too."""
    return (
        Attribution(id="t1", layer_id="l1", claims=("c1",), nested_in="t2", **nearest),
        Attribution(id="t2", layer_id="l1", agent="Wall Street Journal", agent_type="media"),
        Attribution(id="t3", layer_id="l1", claims=("c1",), agent="la Regione"),
    )


def test_a_chain_and_that_nobody_is_named_are_said_in_a_review(tmp_path):
    said = reported(agent="anonimi funzionari", agent_type="government", anonymity="anonymous")
    sample = published()
    sample = replace(sample, layers=(replace(sample.layers[0], attributions=said),))
    content, report = written(tmp_path, "claimreview", VERA, sample=sample)
    claim = json.loads(content)["@graph"][0]["itemReviewed"]
    assert claim["author"] == {
        "@type": "Person",
        "name": "anonimi funzionari",
        "description": "fonte anonima",
    }
    assert claim["contributor"] == [{"@type": "Organization", "name": "Wall Street Journal"}]
    words = "anonimi funzionari (fonte anonima), tramite Wall Street Journal; la Regione"
    assert claim["creditText"] == words
    assert "one author" in reasons(report)


def test_whoever_bears_the_name_of_a_person_is_one(tmp_path):
    named = Entity(id="n2", layer_id="l1", span=span("Bò"), label="PER")
    said = Attribution(
        id="t1",
        layer_id="l1",
        claims=("c1",),
        source_spans=(span("il sindaco Bò"),),
        agent_type="government",
    )
    sample = published()
    layer = replace(sample.layers[0], attributions=(said,), entities=(named,))
    content, _ = written(tmp_path, "claimreview", VERA, sample=replace(sample, layers=(layer,)))
    author = json.loads(content)["@graph"][0]["itemReviewed"]["author"]
    assert author == {"@type": "Person", "name": "il sindaco Bò"}


def test_a_review_names_all_articles_that_have_the_claim_and_the_first(tmp_path):
    later, sooner = published(), record()
    about = replace(sooner.article, id="a0", url="https://altro.example/1", published="2026-03-01")
    layer = replace(sooner.layers[0], verdicts=())
    layer = replace(layer, layer=replace(layer.layer, id="l0", article_id="a0"))
    path = tmp_path / "out"
    both = [later, replace(sooner, article=about, layers=(layer,))]
    write(both, path, format="claimreview", verdict_policy=VERA)
    [review] = json.loads(path.read_bytes())["@graph"]
    addresses = [each["url"] for each in review["itemReviewed"]["appearance"]]
    assert addresses == ["https://altro.example/1", "https://giornale.example/ponte"]
    assert review["itemReviewed"]["firstAppearance"]["url"] == "https://altro.example/1"


def test_a_published_verdict_that_changed_has_both_dates(tmp_path):
    old, standing = record().layers[0].verdicts
    url = "https://vera.example/ponte"
    verdicts = (replace(old, published_url=url), replace(standing, published_url=url))
    content, _ = written(tmp_path, "claimreview", VERA, sample=with_layer(verdicts=verdicts))
    [review] = json.loads(content)["@graph"]
    assert (review["datePublished"], review["dateModified"]) == ("2026-03-05", "2026-03-06")


def test_an_answer_without_a_question_is_told_of(tmp_path):
    evidence = tuple(replace(e, question=" ") for e in record().layers[0].evidence)
    _, report = written(tmp_path, "averitec", sample=with_layer(evidence=evidence))
    assert "answers no question" in reasons(report)
    _, report = written(tmp_path, "averitec")
    assert "answers no question" not in reasons(report)


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
    assert head == ["Sentence_id", "Text", "class_label"]
    assert rows[0][2] == "Yes"
    assert {row[2] for row in rows[1:]} <= {"No"}
    assert all(len(row) == 3 for row in rows)


@pytest.mark.parametrize(
    ("variant", "head", "first"),
    [
        ("2024-english", "Sentence_id Text class_label", {"class_label": "Yes"}),
        (
            "2024-tweets",
            "tweet_id tweet_url tweet_text class_label",
            {"tweet_url": "https://giornale.example/ponte", "class_label": "Yes"},
        ),
        (
            "2022-tweets",
            "topic tweet_id tweet_url tweet_text class_label",
            {"topic": "Ponte <script>alert(1)</script>", "class_label": "1"},
        ),
    ],
)
def test_checkthat_has_the_columns_of_the_years_task(tmp_path, variant, head, first):
    content, _ = written(tmp_path, "checkthat", variant=variant)
    rows = csv.DictReader(io.StringIO(content.decode()), delimiter="\t", quoting=csv.QUOTE_NONE)
    assert rows.fieldnames == head.split()
    assert next(rows).items() >= first.items()


@pytest.mark.parametrize("format", ["checkthat", "fever"])
def test_a_variant_that_a_format_does_not_have_is_refused(tmp_path, format):
    with pytest.raises(ExportFault, match="no variant 1999"):
        written(tmp_path, format, variant="1999")


def test_both_selectors_of_a_web_annotation_mean_the_same_words(tmp_path):
    content, report = written(tmp_path, "webannotation")
    page = json.loads(content)
    assert page["type"] == "AnnotationPage"
    assert page["id"].startswith("urn:uuid:")
    assert json.loads(written(tmp_path, "webannotation")[0])["id"] == page["id"]
    assert len(page["items"]) == 5
    assert len({item["id"] for item in page["items"]}) == 5
    for body in (body for item in page["items"] for body in item["body"]):
        assert body["purpose"]
        if body.get("format") == "application/json":
            assert json.loads(body["value"])
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
