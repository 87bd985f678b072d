"""Articles as files of every kind that is read, to measure their readers with."""

from __future__ import annotations

import html
from collections.abc import Callable, Iterable
from functools import partial

from tests.formats.articles.test_documents import a_chapter, a_docx, an_epub, an_odt
from tests.formats.articles.test_saved_pages import a_mail, a_warc, an_mhtml
from tests.formats.papers import a_pdf, columns

Made = Iterable[tuple[str, bytes]]  # names and contents
_WIDE = 90  # characters in a line of a PDF


def _page(text: str) -> str:
    title, _, body = text.partition("\n")
    paragraphs = "".join(f"<p>{html.escape(line)}</p>" for line in body.split("\n") if line)
    head = f"<head><title>{html.escape(title)}</title></head>"
    return f"<html>{head}<body><article><h1>{html.escape(title)}</h1>{paragraphs}</article></body></html>"


def _rtf(text: str) -> bytes:
    escaped = (f"\\u{ord(c) if ord(c) < 32768 else 63}?" if ord(c) > 126 else c for c in text)
    return ("{\\rtf1\\ansi " + "".join(escaped).replace("\n", "\\par\n") + "}").encode()


def _pdf(text: str) -> bytes:
    plain = text.encode("cp1252", "replace").decode("cp1252")
    lines = [
        line[at : at + _WIDE]
        for line in plain.split("\n")
        for at in range(0, max(1, len(line)), _WIDE)
    ]
    return a_pdf([columns([lines[:55]])])


def _odt(text: str) -> bytes:
    return an_odt("".join(f"<text:p>{html.escape(line)}</text:p>" for line in text.split("\n")))


def _epub(text: str) -> bytes:
    title, *paragraphs = (html.escape(line) for line in text.split("\n") if line)
    return an_epub({"a.xhtml": a_chapter(title, *paragraphs)})


def _one_each(suffix: str, make: Callable[[str], bytes | str], texts: list[str]) -> Made:
    for number, text in enumerate(texts):
        content = make(text)
        yield f"{number:05}{suffix}", content.encode() if isinstance(content, str) else content


def _mails(texts: list[str]) -> Made:
    mails = (bytes(a_mail(text, None, subject=text[:60].replace("\n", " "))) for text in texts)
    yield (
        "a.mbox",
        b"".join(
            b"From a@example.org Fri Jan  5 10:00:00 2024\n" + mail + b"\n\n" for mail in mails
        ),
    )


def _feed(texts: list[str]) -> Made:
    items = "".join(
        f"<item><title>{html.escape(text[:60])}</title><guid>{n}</guid>"
        f"<description>{html.escape(_page(text))}</description></item>"
        for n, text in enumerate(texts)
    )
    yield "a.rss", f'<rss version="2.0"><channel><title>A</title>{items}</channel></rss>'.encode()


def _table(texts: list[str]) -> Made:
    rows = "".join('"' + text.replace('"', '""') + '"\n' for text in texts)
    yield "a.csv", ("text\n" + rows).encode()


def _warc(texts: list[str]) -> Made:
    pages = [(f"https://example.org/{n}", _page(text)) for n, text in enumerate(texts)]
    yield "a.warc.gz", a_warc(packed=True, pages=pages)


#: By the name of the format, what makes files of it; those with many names go into one zip.
PAPERS: dict[str, Callable[[list[str]], Made]] = {
    "archive": partial(_one_each, ".txt", str),
    "docx": partial(_one_each, ".docx", lambda text: a_docx([p for p in text.split("\n") if p])),
    "epub": partial(_one_each, ".epub", _epub),
    "feed": _feed,
    "html": partial(_one_each, ".html", _page),
    "mail": _mails,
    "markdown": partial(_one_each, ".md", lambda text: "# " + text),
    "mhtml": partial(_one_each, ".mhtml", lambda text: an_mhtml(_page(text))),
    "odt": partial(_one_each, ".odt", _odt),
    "pdf": partial(_one_each, ".pdf", _pdf),
    "rtf": partial(_one_each, ".rtf", _rtf),
    "table": _table,
    "text": partial(_one_each, ".txt", str),
    "warc": _warc,
}
