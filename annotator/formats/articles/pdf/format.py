"""A PDF: its text in reading order, where each page starts, and what it tells of itself.

Nothing in it is run or followed, and no attachment is opened.
"""

from __future__ import annotations

import contextlib
import logging
import re
from collections.abc import Callable, Iterator
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from msgspec import Struct

from annotator.core.annotated_article import AnnotatedArticle
from annotator.core.errors import ImportFault
from annotator.core.text import canonical
from annotator.core.urls import archived_at, is_archive, unarchived

from ...new_article import MOST_CHARACTERS, article, size_within, tidy
from ...spec import Format, ReadRequest, name_of, why_of
from ..dates import day_of
from ..html import web_address
from ..saved_page import site_in_title
from .glyphs import drawn_on
from .layout import TextLine, blocks, segments, without_running_heads
from .printed import PageMargins, printed_page, without_margins
from .prose import PagedText, prose

MOST_BYTES = 200_000_000
MOST_PAGES = 2_000
_BY_PROGRAM = re.compile(r"^(?:microsoft word|powerpoint presentation) ?- ?", re.I)
_NO_TITLE = re.compile(
    r"(?:untitled|senza titolo|senza nome|document\d*|documento\d*|slide \d+|about:blank)"
    r"|\S*\.(?:docx?|indd|qxp|qxd|odt|rtf|pdf|html?|php|aspx?)|https?://\S+",
    re.I,
)
_OURS = "pypdf"
_T = TypeVar("_T")


class PdfMetadata(Struct, frozen=True, kw_only=True):
    """What a PDF tells of itself; when it was *made* is not when it was published."""

    title: str | None = None
    author: str | None = None
    published: str | None = None
    publisher: str | None = None
    language: str | None = None
    pages: int = 0
    url: str | None = None
    producer: str = ""
    made: datetime | None = None


class _Page(Struct, frozen=True):
    """The lines of a page, by the way up they stand, and how much of it cannot be read."""

    sides: list[list[TextLine]]
    unread: int


class _Found(Struct, frozen=True):
    """The text, its headline where the type shows one, and the pages with text that is lost."""

    prose: PagedText
    headline: str | None
    unread: list[int]
    printed: PageMargins


def metadata(path: Path) -> PdfMetadata:
    """Title, author, date and publisher as the document information and its XMP have them.

    Raises:
        ImportFault: it is no PDF, is damaged, or needs a password.
    """
    return _about(_opened(path), path)


def pages(path: Path) -> list[str]:
    """The text of each page, in reading order; together they are the text of the article.

    Raises:
        ImportFault: see `metadata`; or there is no text in it.
    """
    return _found(_opened(path), path, lambda _: None).prose.pages()


def read(path: Path, reading: ReadRequest) -> Iterator[AnnotatedArticle]:
    """The article; ``metadata.pages`` says where in its text each page starts."""
    document = _opened(path)
    about = _about(document, path)
    found = _found(document, path, reading.progress)
    for number in found.unread:
        why = "It is written in a font whose letters cannot be told."
        reading.report.lose("text of a page", why, title=name_of(path), words=str(number))
    printed = found.printed
    url = printed.url or about.url
    told = {
        "made": about.made.date().isoformat() if about.made else None,
        "saved": printed.captured or (archived_at(url) if url else None),
        "archived_url": url if url and is_archive(url) else None,
    }
    yield AnnotatedArticle(
        article=article(
            found.prose.text,
            title=about.title or printed.title or found.headline,
            author=about.author,
            published=about.published,
            publisher=about.publisher or site_in_title(printed.title or about.title, url),
            language=about.language,
            url=(unarchived(url) if is_archive(url) else url) if url else None,
            metadata={"file": name_of(path), "pages": found.prose.starts}
            | {name: value for name, value in told.items() if value},
            is_canonical=True,
        )
    )


FORMAT = Format(name="pdf", title="PDF", suffixes=(".pdf",), reader=read)


def _opened(path: Path) -> Any:
    size_within(path, MOST_BYTES)
    with path.open("rb") as file:
        if b"%PDF-" not in file.read(4096):
            raise ImportFault(
                "{file} is no PDF, though it is called one",
                hint="Open it in the program it comes from, and save it as PDF or text.",
                file=name_of(path),
            )
    logging.getLogger(_OURS).setLevel(logging.CRITICAL)  # it tells of every oddity

    from pypdf import PdfReader

    try:
        document = _carefully(path, lambda: PdfReader(path), besides=NotImplementedError)
    except NotImplementedError as err:
        raise ImportFault(
            "{file} is encrypted in a way that cannot be opened here",
            hint="Open it in a PDF viewer and print it into a new PDF, or copy the text out of it.",
            file=name_of(path),
        ) from err
    if _carefully(path, lambda: document.is_encrypted and not document.decrypt("")):
        raise ImportFault(
            "{file} is protected by a password",
            hint="Open it in a PDF viewer and print it into a new PDF, or copy the text out of it.",
            file=name_of(path),
        )
    count = _carefully(path, lambda: len(document.pages))
    if count > MOST_PAGES:
        raise ImportFault(
            "{file} has too many pages for an article ({count})",
            hint="Save the pages that you need as a PDF of their own.",
            file=name_of(path),
            count=count,
        )
    return document


def _found(document: Any, path: Path, progress: Callable[[int], None]) -> _Found:
    """What is written on the pages."""
    size, count = path.stat().st_size, len(document.pages)
    drawn: list[_Page] = []
    letters = 0
    for number in range(count):
        drawn.append(_carefully(path, partial(_page, document, number), page=number + 1))
        letters += sum(len(line.text) for side in drawn[-1].sides for line in side)
        _refuse_long(letters, path)
        progress(size * (number + 1) // count)
    sheets = [page.sides[0] if page.sides else [] for page in drawn]
    about = _about(document, path)
    printed = printed_page(sheets, about.producer, about.made)
    if printed.url is not None:
        sheets = [without_margins(lines) for lines in sheets]
    upright = without_running_heads(sheets)
    laid = [
        [block for side in (main, *page.sides[1:]) for block in blocks(side)]
        for main, page in zip(upright, drawn, strict=True)
    ]
    paged_text = prose(laid)
    unread = [number for number, page in enumerate(drawn, 1) if page.unread]
    if not paged_text.text.strip():
        raise _without_text(path, count, is_unread=bool(unread))
    return _Found(paged_text, _headline(upright), unread, printed)


def _page(document: Any, number: int) -> _Page:
    drawn = drawn_on(document.pages[number])
    return _Page([segments(side) for side in drawn.sides], drawn.unread)


def _headline(pages: list[list[TextLine]]) -> str | None:
    """The lines of the first page that are set largest, if they are much larger than the rest."""
    lines = [line for page in pages[:1] for line in page]
    if not lines:
        return None
    sizes = sorted(line.size for line in lines for _ in line.text)
    largest = max((line.size for line in lines if len(line.text) > 10), default=0)
    if largest < 1.3 * sizes[len(sizes) // 2]:
        return None
    words = " ".join(
        line.text for line in sorted(lines, key=lambda line: -line.y) if line.size > 0.95 * largest
    )
    return words if len(words) <= 250 else None


def _refuse_long(letters: int, path: Path) -> None:
    if letters > MOST_CHARACTERS:
        raise ImportFault(
            "{file} is too long for one article ({count} characters)",
            hint="Cut it into articles of at most {limit} characters.",
            file=name_of(path),
            count=letters,
            limit=MOST_CHARACTERS,
        )


def _without_text(path: Path, count: int, *, is_unread: bool) -> ImportFault:
    if count == 0:
        return ImportFault(
            "{file} has no pages",
            hint="It was probably not written or copied to its end; write or copy it again.",
            file=name_of(path),
        )
    if is_unread:
        return ImportFault(
            "{file} is written in fonts whose letters cannot be told",
            hint="Let a program for text recognition (OCR) read it first.",
            file=name_of(path),
        )
    return ImportFault(
        "{file} holds no text, only pictures of it",
        hint="It was scanned. Let a program for text recognition (OCR) read it first.",
        file=name_of(path),
    )


def _carefully(
    path: Path, does: Callable[[], _T], *, page: int = 0, besides: type[Exception] | None = None
) -> _T:
    """What *does* gives; whatever a damaged PDF makes of the library becomes a fault."""
    try:
        return does()
    except MemoryError:
        raise
    # What a parser of broken files may stumble over has no common base; it is about this file.
    except Exception as err:
        if besides is not None and isinstance(err, besides):
            raise
        hint = "It was probably not written or copied to its end; write or copy it again."
        why = why_of(err)
        if page:
            raise ImportFault(
                "{file}: page {page} is damaged ({why})",
                hint=hint,
                file=name_of(path),
                page=page,
                why=why,
            ) from err
        raise ImportFault(
            "{file} is damaged or no PDF ({why})", hint=hint, file=name_of(path), why=why
        ) from err


# -- what it tells of itself -------------------------------------------------------------------


def _about(document: Any, path: Path) -> PdfMetadata:
    xmp = _tolerantly(lambda: document.xmp_metadata)
    told: Any = _tolerantly(lambda: document.metadata) or {}
    title = _text(_tolerantly(lambda: told.title)) or _text(_tolerantly(lambda: xmp.dc_title))
    author = _text(_tolerantly(lambda: told.author)) or _text(_tolerantly(lambda: xmp.dc_creator))
    made = _tolerantly(lambda: told.creation_date) or _tolerantly(lambda: xmp.xmp_create_date)
    made = made if isinstance(made, datetime) else None
    dated = _tolerantly(lambda: xmp.dc_date) or []
    days = [day for each in dated if (day := day_of(each))] if isinstance(dated, list) else []
    days = [day for day in days if made is None or day != made.date().isoformat()]
    said = [_text(_tolerantly(partial(told.get, name))) for name in ("/Producer", "/Creator")]
    links = [_tolerantly(lambda: xmp.dc_source), _tolerantly(lambda: xmp.dc_identifier)]
    links += [
        _text(_tolerantly(partial(told.get, name))) for name in ("/URL", "/Source", "/SourceURL")
    ]
    return PdfMetadata(
        title=_title(title),
        author=author,
        published=days[0] if days else None,
        publisher=_text(_tolerantly(lambda: xmp.dc_publisher)),
        language=_language(_tolerantly(lambda: document.root_object.get("/Lang"))),
        pages=_carefully(path, lambda: len(document.pages)),
        url=next((link for link in links if isinstance(link, str) and web_address(link)), None),
        producer=" ".join(each for each in said if each),
        made=made,
    )


def _tolerantly(does: Callable[[], Any]) -> Any:
    """None where what a file tells of itself is damaged: its text may not be."""
    with contextlib.suppress(Exception):
        return does()
    return None


def _text(value: Any) -> str | None:
    if isinstance(value, dict):
        value = value.get("x-default") or next(iter(value.values()), None)
    if isinstance(value, list):
        value = ", ".join(each for each in value if isinstance(each, str))
    return tidy(canonical(value)[:500]) if isinstance(value, str) else None


def _title(value: str | None) -> str | None:
    """A title that somebody wrote, not a program."""
    title = tidy(_BY_PROGRAM.sub("", value or ""))
    return None if title is None or _NO_TITLE.fullmatch(title) else title


def _language(value: Any) -> str | None:
    found = re.fullmatch(r"([a-z]{2,3})(?:[-_].*)?", str(value or "").strip(), re.I)
    return found[1].lower() if found else None
