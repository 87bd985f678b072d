"""Word, OpenDocument, EPUB, RTF and Markdown: what is read is what went in, and nothing more."""

from __future__ import annotations

import io
import random
import socket
from pathlib import Path

import docx
import pytest

from annotator.core import text as texts
from annotator.formats.articles import markdown
from tests import ROOT

from ..papers import LONG, a_zip, damaged, put
from ..samples import told

SEED = (ROOT / "seeds" / "04-terremoto-appennino.txt").read_text("utf-8")
PARAGRAPHS = [line for line in SEED.split("\n") if line]
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
ODF = "urn:oasis:names:tc:opendocument:xmlns:"


@pytest.fixture(autouse=True)
def _offline(monkeypatch):
    monkeypatch.setattr(socket.socket, "connect", lambda *_: pytest.fail("something was fetched"))


def read_one(path: Path):
    (annotated_article,), faults = told(path)
    assert faults == []
    assert annotated_article.article.text == texts.canonical(annotated_article.article.text)
    return annotated_article.article


def refused(path: Path) -> str:
    read, faults = told(path)
    assert read == []
    assert faults[0].hint
    return str(faults[0])


def a_docx(paragraphs=PARAGRAPHS) -> bytes:
    document = docx.Document()
    document.core_properties.title = "Un modello"
    document.core_properties.author = "Anna Neri"
    document.add_heading(paragraphs[0], 0)
    for words in paragraphs[1:]:
        paragraph = document.add_paragraph()
        half = len(words) // 2
        paragraph.add_run(words[:half]).bold = True
        paragraph.add_run(words[half:])
    document.sections[0].header.paragraphs[0].text = "Testatina"
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def a_raw_docx(body: str, **parts: str) -> bytes:
    whole = f"<w:document {W} xmlns:mc='urn:mc'><w:body>{body}</w:body></w:document>"
    return a_zip({"word/document.xml": whole} | {f"word/{k}.xml": v for k, v in parts.items()})


def an_odt(body: str, meta: str = "", manifest: str = "", styles: str = "") -> bytes:
    head = f'xmlns:office="{ODF}office:1.0" xmlns:text="{ODF}text:1.0" xmlns:style="{ODF}style:1.0"'
    dc = 'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:meta="urn:meta"'
    return a_zip(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": f"<office:document-content {head}><office:automatic-styles>{styles}"
            f"</office:automatic-styles><office:body><office:text>{body}</office:text>"
            "</office:body></office:document-content>",
            "meta.xml": f"<office:document-meta {head} {dc}>{meta}</office:document-meta>",
            "META-INF/manifest.xml": f"<manifest>{manifest}</manifest>",
        }
    )


def an_epub(chapters: dict[str, str], *, about: str = "", items: str = "", **parts: str) -> bytes:
    manifest = "".join(f'<item id="{i}" href="{name}"/>' for i, name in enumerate(chapters))
    spine = "".join(f'<itemref idref="{i}"/>' for i in range(len(chapters)))
    container = '<container><rootfiles><rootfile full-path="OEBPS/b.opf"/></rootfiles></container>'
    opf = (
        '<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<metadata>{about}</metadata><manifest>{manifest}{items}</manifest>"
        f"<spine>{spine}</spine></package>"
    )
    return a_zip(
        {"META-INF/container.xml": container, "OEBPS/b.opf": opf}
        | {f"OEBPS/{name.replace('%20', ' ')}": page for name, page in chapters.items()}
        | {f"META-INF/{name}.xml": part for name, part in parts.items()}
    )


def a_chapter(heading: str, *paragraphs: str, kind: str = "") -> str:
    inside = f"<h1>{heading}</h1>" + "".join(f"<p>{words}</p>" for words in paragraphs)
    return (
        '<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml" '
        'xmlns:epub="http://www.idpf.org/2007/ops"><head><title>x</title></head>'
        f'<body><section epub:type="{kind}">{inside}</section></body></html>'
    )


# -- Word --------------------------------------------------------------------------------------


def test_a_word_document_is_read_as_it_was_written(tmp_path):
    made = read_one(put(tmp_path, "a.docx", a_docx()))
    assert made.text.split("\n") == PARAGRAPHS
    assert (made.title, made.author, made.language) == (PARAGRAPHS[0], "Anna Neri", "it")
    assert made.metadata["created"]
    assert made.published is None


def test_changes_are_taken_as_accepted_and_boxes_controls_and_notes_are_read(tmp_path):
    body = (
        "<w:p><w:r><w:t>Il ponte </w:t></w:r><w:ins><w:r><w:t>nuovo </w:t></w:r></w:ins>"
        "<w:del><w:r><w:delText>vecchio </w:delText></w:r></w:del>"
        "<w:moveFrom><w:r><w:t>altrove </w:t></w:r></w:moveFrom>"
        "<w:hyperlink><w:r><w:t>è chiuso</w:t></w:r></w:hyperlink><w:r><w:t>.</w:t><w:br/>"
        "<w:t>Da</w:t><w:noBreakHyphen/><w:t>ieri</w:t><w:tab/><w:t>sera</w:t></w:r></w:p>"
        "<w:sdt><w:sdtContent><w:p><w:r><w:t>Nel modulo</w:t></w:r></w:p></w:sdtContent></w:sdt>"
        "<w:p><mc:AlternateContent><mc:Choice><w:p><w:r><w:t>Nel riquadro</w:t></w:r></w:p></mc:Choice>"
        "<mc:Fallback><w:p><w:r><w:t>Nel riquadro</w:t></w:r></w:p></mc:Fallback>"
        "</mc:AlternateContent></w:p>"
        "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Cella</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    )
    notes = (
        f'<w:footnotes {W}><w:footnote w:type="separator"><w:p><w:r><w:t>-</w:t></w:r></w:p>'
        "</w:footnote><w:footnote><w:p><w:r><w:t> Una nota.</w:t></w:r></w:p></w:footnote></w:footnotes>"
    )
    made = read_one(put(tmp_path, "a.docx", a_raw_docx(body, footnotes=notes)))
    assert made.text == (
        "Il ponte nuovo è chiuso.\nDa\u2011ieri\tsera\nNel modulo\nNel riquadro\nCella\nUna nota."
    )


# -- OpenDocument ------------------------------------------------------------------------------


def test_an_opendocument_text_is_read_as_it_was_written(tmp_path):
    body = "".join(
        f"<text:p>{words.replace(' ', chr(10), 1)[:40]}<text:span>{words[40:]}</text:span></text:p>"
        for words in PARAGRAPHS[1:]
    )
    body = f'<text:p text:style-name="P1">{PARAGRAPHS[0]}</text:p>{body}'
    styles = '<style:style style:name="P1" style:parent-style-name="Title"/>'
    meta = "<meta:initial-creator>Anna Neri</meta:initial-creator><dc:title>x</dc:title>"
    made = read_one(put(tmp_path, "a.odt", an_odt(body, meta, styles=styles)))
    assert made.text.split("\n") == PARAGRAPHS
    assert (made.title, made.author) == (PARAGRAPHS[0], "Anna Neri")


def test_what_is_no_text_of_the_article_is_left_out_of_opendocument(tmp_path):
    body = (
        "<text:tracked-changes><text:p>tolto</text:p></text:tracked-changes>"
        '<text:h text:outline-level="1">Un   titolo</text:h>'
        "<text:p>Detto<office:annotation><text:p>commento</text:p></office:annotation> ieri"
        "<text:note><text:note-citation>1</text:note-citation><text:note-body>"
        "<text:p>La nota.</text:p></text:note-body></text:note>.<text:line-break/>"
        'Due<text:s text:c="2"/>spazi<text:tab/>e <text:span>poi</text:span> basta</text:p>'
    )
    made = read_one(put(tmp_path, "a.odt", an_odt(body)))
    assert made.text == "Un titolo\nDetto ieri.\nDue  spazi\te poi basta\nLa nota."
    assert made.title == "Un titolo"


def test_a_protected_opendocument_text_is_told_of(tmp_path):
    content = an_odt("<text:p>x</text:p>", manifest="<file-entry><encryption-data/></file-entry>")
    assert "password" in refused(put(tmp_path, "a.odt", content))


# -- EPUB --------------------------------------------------------------------------------------


def test_each_chapter_of_a_book_is_an_article(tmp_path):
    about = "<dc:title>Il libro</dc:title><dc:creator>Anna Neri</dc:creator><dc:date>2024-01-05</dc:date><dc:language>it-IT</dc:language>"
    chapters = {
        "cover.xhtml": a_chapter("Copertina", "x", kind="cover"),
        "primo%20capitolo.xhtml": a_chapter(
            "Il ponte",
            f'<img src="http://127.0.0.1:9/a"/>{LONG}',
            "R&amp;D&nbsp;<i>oggi</i>&#8201;sì",
        ),
        "due.xhtml": a_chapter("La città", *PARAGRAPHS) + "<script>alert(1)</script>",
    }
    read, faults = told(put(tmp_path, "a.epub", an_epub(chapters, about=about)))
    assert faults == []
    one, two = (annotated_article.article for annotated_article in read)
    assert one.text == f"Il ponte\n{LONG}\nR&D\u00a0oggi\u2009sì"
    assert (one.title, one.author, one.publisher) == ("Il ponte", "Anna Neri", "Il libro")
    assert (one.published, one.metadata["book"], one.language) == ("2024-01-05", "Il libro", "it")
    assert two.text.split("\n") == ["La città", *PARAGRAPHS]


@pytest.mark.parametrize(
    ("end", "read"),
    [
        ('detto.<a epub:type="noteref" href="#n">12</a>', "detto."),
        ('detto<sup><a href="note.xhtml#n">[3]</a></sup>.', "detto."),
        ('detto.<a href="#n"><sup>*</sup></a> Poi', "detto. Poi"),
        ('nel <a href="#n">2026</a>.', "nel 2026."),
        ("10 km<sup>2</sup>.", "10 km2."),
    ],
)
def test_the_numbers_of_notes_in_a_book_are_no_part_of_its_words(tmp_path, end, read):
    page = {"a.xhtml": a_chapter("Uno", f"{LONG} {end}")}
    assert read_one(put(tmp_path, "a.epub", an_epub(page))).text == f"Uno\n{LONG} {read}"


def test_a_book_that_is_protected_or_incomplete_is_told_of(tmp_path):
    locked = '<encryption><CipherReference URI="OEBPS/a.xhtml"/></encryption>'
    fonts = '<encryption><CipherReference URI="OEBPS/a.otf"/></encryption>'
    page = {"a.xhtml": a_chapter("Uno", LONG)}
    assert "protected" in refused(put(tmp_path, "a.epub", an_epub(page, encryption=locked)))
    assert read_one(put(tmp_path, "b.epub", an_epub(page, encryption=fonts))).title == "Uno"
    absent = an_epub(page).replace(b"OEBPS/a.xhtml", b"OEBPS/b.xhtml")
    assert "is not in it" in refused(put(tmp_path, "c.epub", absent))
    outside = an_epub(page).replace(b"OEBPS/a.xhtml", b"../xx/a.xhtml")
    assert "leads outside" in refused(put(tmp_path, "d.epub", outside))


# -- RTF and Markdown --------------------------------------------------------------------------


def test_rich_text_is_read_with_its_letters_and_details(tmp_path):
    content = (
        r"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Arial;}}{\info{\title Citt\'e0 chiusa}{\author Anna Neri}}"
        r"{\pict\pngblip " + "89504e47" * 50 + r"}\f0 La citt\'e0 \b \'e8\b0  chiusa\u8217?\par"
        r" Seconda \u-10179?\u-8640? riga con {\field{\*\fldinst{HYPERLINK "
        r'"https://example.org"}}{\fldrslt{un rinvio}}}.\par}'
    )
    made = read_one(put(tmp_path, "a.rtf", content.encode("cp1252")))
    assert made.text == "La città è chiusa’\nSeconda 🙀 riga con un rinvio."
    assert (made.title, made.author) == ("Città chiusa", "Anna Neri")


def test_markdown_stays_as_it_is_and_the_front_matter_becomes_details(tmp_path):
    content = (
        '---\ntitle: "Il ponte: chiuso"\nautore: Anna Neri\ndate: 2024-01-05\ntestata: Gazzetta\n'
        "tags:\n  - ponti\n  - Forlì\n---\n\n# Altro titolo\n\n**Roma** è [qui](http://x).\n"
    )
    made = read_one(put(tmp_path, "a.md", content))
    assert made.text == "# Altro titolo\n\n**Roma** è [qui](http://x).\n"
    assert (made.title, made.author) == ("Il ponte: chiuso", "Anna Neri")
    assert (made.published, made.publisher) == ("2024-01-05", "Gazzetta")
    assert made.metadata == {"tags": ["ponti", "Forlì"], "file": "a.md"}


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Prima\n\n## Il titolo ##\n\ntesto", "Il titolo"),
        ("Il titolo\n=========\n\ntesto", "Il titolo"),
        ("---\n\nSolo una riga.\n\n---\n\naltro", "Solo una riga."),
    ],
)
def test_the_first_heading_of_markdown_is_the_title(tmp_path, text, title):
    made = read_one(put(tmp_path, "a.md", text))
    assert made.text == text
    assert made.title == title


def test_front_matter_of_any_kind_is_read_or_left_in_the_text():
    assert markdown.front_matter("---\nuna frase qualsiasi\n---\nx")[0] == {}
    assert markdown.front_matter("---\na: 1\nsenza fine\n")[0] == {}
    assert markdown.front_matter("---\na: [x, 'y']\nb: |\n  due\n  righe\n---\nz") == (
        {"a": ["x", "y"], "b": "due righe"},
        "z",
    )


# -- what is made to harm ----------------------------------------------------------------------

LAUGHS = (
    '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY c SYSTEM "file:///etc/passwd">]>'
)


@pytest.mark.parametrize(
    "content",
    [
        a_zip({"word/document.xml": f"{LAUGHS}<w:p {W}><w:t>&b;&c;</w:t></w:p>"}),
        a_zip({"word/document.xml": f"<w:p {W}>" + "<a>" * 5000 + "</a>" * 5000 + "</w:p>"}),
        a_zip({"word/document.xml": b"<w:p>" + bytes(60 << 20)}),
        a_zip({"word/document.xml": "<w:p/>", "../x": "y"}),
        a_zip({"altro.txt": "x"}),
        a_zip({"word/document.xml": ""}),
        a_raw_docx("<w:p/>"),
        b"",
        b"PK\x03\x04",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
        LONG.encode(),
    ],
    ids=range(11),
)
@pytest.mark.parametrize("suffix", ["docx", "odt", "epub"])
def test_a_document_that_is_none_or_made_to_harm_is_refused(tmp_path, content, suffix):
    for name in ("content.xml", "META-INF/container.xml") if suffix != "docx" else ():
        content = content.replace(b"word/document.xml", name.encode())
    said = refused(put(tmp_path, f"a.{suffix}", content))
    assert f"a.{suffix}" in said
    assert "root:" not in said


@pytest.mark.parametrize("name", ["a.rtf", "a.md"])
@pytest.mark.parametrize("content", [b"", b"\0\1\2" * 500, b"{\\rtf1", b"PK\x03\x04" + bytes(500)])
def test_text_that_is_none_is_refused(tmp_path, name, content):
    if (name, content) == ("a.md", b"{\\rtf1"):
        assert read_one(put(tmp_path, name, content)).text
    else:
        assert name in refused(put(tmp_path, name, content))


def samples() -> dict[str, bytes]:
    page = {"a.xhtml": a_chapter("Uno", LONG), "b.xhtml": a_chapter("Due", LONG)}
    return {
        "a.docx": a_docx(PARAGRAPHS[:3]),
        "a.odt": an_odt(f"<text:p>{LONG}</text:p>" * 3),
        "a.epub": an_epub(page, about="<dc:title>Libro</dc:title>"),
        "a.rtf": rb"{\rtf1\ansi\ansicpg1252{\info{\title T}} Citt\'e0 \u8217? {\b uno}\par due}",
        "a.md": b"---\ntitle: x\ntags:\n - a\n---\n# y\n\nz\n",
    }


@pytest.mark.parametrize("name", samples())
def test_any_damage_is_told_of_or_harmless(tmp_path, name):
    whole = samples()[name]
    chance = random.Random(11)
    for number in range(120):
        content = damaged(whole, number, chance)
        read, faults = told(put(tmp_path, name, content))
        assert read or faults
