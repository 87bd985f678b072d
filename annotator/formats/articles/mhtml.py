"""A web page saved with all that belongs to it in one file: the article in it. Nothing is fetched."""

from __future__ import annotations

from collections.abc import Iterator
from email.message import EmailMessage
from pathlib import Path

from annotator.core.annotated_article import AnnotatedArticle
from annotator.core.errors import ImportFault

from ..new_article import size_within
from ..spec import Format, ReadRequest, name_of
from .dates import moment_of
from .html import web_article
from .post import bytes_of, charset, header, kind, message_of

_MOST_BYTES = 100_000_000
_PAGES = ("text/html", "application/xhtml+xml")


def read(path: Path, reading: ReadRequest) -> Iterator[AnnotatedArticle]:
    """The article of the page itself, not of the frames in it."""
    size = size_within(path, _MOST_BYTES)
    message = message_of(path.read_bytes(), name_of(path))
    page = _page(message)
    if page is None:
        raise ImportFault(
            "{file} holds no web page",
            hint="Open the page in a browser and save it again.",
            file=name_of(path),
        )
    saved = moment_of(header(message, "Date"), is_utc=True)
    article = web_article(
        bytes_of(page),
        name_of(path),
        encoding=charset(page),
        url=header(message, "Snapshot-Content-Location") or header(page, "Content-Location"),
        **({"saved": saved} if saved else {}),
    )
    reading.progress(size)
    yield AnnotatedArticle(article=article)


FORMAT = Format(
    name="mhtml", title="Web page in one file (MHTML)", suffixes=(".mhtml", ".mht"), reader=read
)


def _page(message: EmailMessage) -> EmailMessage | None:
    """The part that the others belong to: the one that is named as the start, or the first."""
    pages = [part for part in message.walk() if kind(part) in _PAGES]
    start = message.get_param("start") if kind(message) == "multipart/related" else None
    named = (part for part in pages if start and header(part, "Content-ID") == start)
    found = next(named, pages[0] if pages else None)
    return found if isinstance(found, EmailMessage) else None
