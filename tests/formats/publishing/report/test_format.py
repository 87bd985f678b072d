"""The report to read, and to print: what it says, and how others read it."""

from __future__ import annotations

import io
import re
from html.parser import HTMLParser
from itertools import pairwise

from msgspec.structs import replace
from pypdf import PdfReader

from annotator.core.annotated_article import AnnotatedArticle, LayerContents
from annotator.core.text import sha256
from annotator.formats import write

from ..sample import record, reported, with_layer, written


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


def corrected(**old_fields: object) -> AnnotatedArticle:
    """The sample, with the verdict before it published."""
    old, standing = record().layers[0].verdicts
    url = "https://vera.example/ponte"
    verdicts = (
        replace(old, published_url=url, rating_name="", **old_fields),
        replace(standing, published_url=url),
    )
    return with_layer(verdicts=verdicts)


def test_a_report_says_its_language_and_its_title(tmp_path):
    page = written(tmp_path, "report-html")[0].decode()
    assert '<html lang="it">' in page
    assert (
        "<title>Ponte &lt;script&gt;alert(1)&lt;/script&gt; – rapporto di verifica</title>" in page
    )
    path = tmp_path / "two"
    french = replace(record().article, language="fr", title="Un pont")
    write([replace(record(), article=french), record()], path, format="report-html")
    page = path.read_text("utf-8")
    assert "<title>Un pont and others – fact-checking report</title>" in page
    assert '<div lang="en" class="article">\n<h1 lang="fr">Un pont</h1>' in page
    levels = [int(tag[1]) for tag in tags_of(page) if tag in ("h1", "h2", "h3")]
    assert all(after <= before + 1 for before, after in pairwise([0, *levels]))


def tags_of(content: str) -> list[str]:
    page = Page()
    page.feed(content)
    return page.tags


def test_a_report_keeps_a_chain_and_has_no_foreign_words(tmp_path):
    said = reported(agent="anonimi funzionari", anonymity="anonymous")
    sample = with_layer(attributions=said)
    archived = replace(sample.sources[0], archived_url="https://archive.example/o")
    sample = replace(sample, sources=(archived, *sample.sources[1:]))
    page = written(tmp_path, "report-html", sample=sample)[0].decode()
    assert "anonimi funzionari (fonte anonima), tramite Wall Street Journal; la Regione" in page
    assert ">copia archiviata</a>" in page


def test_a_published_verdict_that_changed_is_told_of_on_top(tmp_path):
    page = written(tmp_path, "report-html", sample=corrected())[0].decode()
    notice = page[: page.index("<h2>L’articolo</h2>")].partition("<h2>Correzioni</h2>")[2]
    assert "2026-03-06</time>: il verdetto sull’affermazione" in notice
    assert "era «Confermata», ora è «Falso (Smentita)»" in notice
    same = written(tmp_path, "report-html", sample=corrected(label="refuted"))[0].decode()
    assert "Correzioni" not in same  # other words for one verdict correct nothing
    assert "Correzioni" not in written(tmp_path, "report-html")[0].decode()  # not published


def structure(element) -> list[tuple[str, int]]:
    """The tags of a PDF in order, each with how many pieces of text it has."""
    element = element.get_object()
    inside = [each.get_object() for each in element["/K"]]
    pieces = sum(each["/Type"] == "/MCR" for each in inside)
    found = [(element["/S"], pieces)]
    for each in inside:
        if each["/Type"] == "/StructElem":
            found += structure(each)
    return found


def test_a_report_is_printed_with_its_structure(tmp_path):
    content, report = written(tmp_path, "report-pdf", sample=corrected())
    assert report.lines == 1
    reader = PdfReader(io.BytesIO(content))
    root = reader.trailer["/Root"]
    assert root["/Lang"] == "it"
    assert root["/MarkInfo"]["/Marked"]
    assert reader.metadata.title == "Ponte <script>alert(1)</script> – rapporto di verifica"
    assert reader.metadata.author == "anna"
    tags = structure(root["/StructTreeRoot"]["/K"][0])
    headings = [tag for tag, pieces in tags if tag.startswith("/H")]
    assert headings == ["/H1", "/H2", "/H2", "/H2", "/H3", "/H3"]
    assert all(pieces for tag, pieces in tags if tag in ("/P", "/H1", "/H2", "/H3", "/LBody"))
    assert [tag for tag, _ in tags].count("/LI") == 3  # the correction, two pieces of evidence
    links = sum(len(page.annotations or ()) for page in reader.pages)
    assert [tag for tag, _ in tags].count("/Link") == links > 3
    [article] = [each for each in reader.outline if not isinstance(each, list)]
    assert article.title == "Ponte <script>alert(1)</script>"
    assert [each.title for each in reader.outline[1] if not isinstance(each, list)] == [
        "Correzioni",
        "L’articolo",
        "Affermazioni",
    ]
    words = " ".join(page.extract_text() for page in reader.pages)
    assert "Il ponte è aperto" in " ".join(words.split())
    assert written(tmp_path, "report-pdf", sample=corrected())[0] == content


def test_every_piece_of_a_long_report_is_in_the_paragraph_that_it_belongs_to(tmp_path):
    text = "\n".join(f"Paragraph {number} says something. " * 20 for number in range(40))
    article = replace(record().article, text=text, sha256=sha256(text), language="en")
    layer = LayerContents(layer=record().layers[0].layer)
    sample = replace(record(), article=article, layers=(layer,))
    content, _ = written(tmp_path, "report-pdf", sample=sample)
    reader = PdfReader(io.BytesIO(content))
    assert len(reader.pages) > 3
    tags = structure(reader.trailer["/Root"]["/StructTreeRoot"]["/K"][0])
    paragraphs = [pieces for tag, pieces in tags if tag == "/P"][-40:]
    assert len(set(paragraphs)) == 1  # each has as many lines as the others


def test_an_ink_of_a_report_can_be_read(tmp_path):
    style = written(tmp_path, "report-html")[0].decode().partition("<style>")[2]
    light, _, dark = style.partition("</style>")[0].partition("@media (prefers-color-scheme")
    for rules, paper in ((light, "#ffffff"), (dark.partition("@media print")[0], "#1a1b1e")):
        for ink in re.findall(r"(?<!-)color: (#[0-9a-f]{6})", rules):
            assert contrast(ink, paper) >= 4.5, ink


def contrast(one: str, other: str) -> float:
    """WCAG 2's ratio of two colours."""

    def light(colour: str) -> float:
        parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    bright, dark = sorted((light(one), light(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)
