"""A saved web page: the article in it, without menus and advertisements. Nothing is fetched."""

from __future__ import annotations

import codecs
import re
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from annotator.core.annotated_article import AnnotatedArticle
from annotator.core.errors import ImportFault
from annotator.core.model import Article
from annotator.core.urls import BadAddress, canonical, is_archive

from ..new_article import article, refuse_unusable, size_within
from ..spec import Format, ReadRequest, name_of, why_of
from ..text_encoding import decoded, decoded_as
from .saved_page import PageDetails, details_of, site_in_title, without_toolbar

_MOST_BYTES = 20_000_000
_DECLARED = re.compile(
    rb"<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?([\w.:-]+)", re.I
)
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")
# what joins letters and emoji, and says which way a text runs: the library would drop it
_LEADING = re.compile("[\u061c\u200c-\u200f\u202a-\u202e\u2066-\u2069]")
_BODY = re.compile(r"<(?:html|body)\b", re.I)


def read(path: Path, reading: ReadRequest) -> Iterator[AnnotatedArticle]:
    """The article, with title, author, date, publisher and address as the page tells them."""
    size = size_within(path, _MOST_BYTES)
    made = web_article(path.read_bytes(), name_of(path))
    reading.progress(size)
    yield AnnotatedArticle(article=made)


def web_article(
    content: bytes,
    file: str,
    *,
    encoding: str | None = None,
    url: str | None = None,
    **metadata: Any,
) -> Article:
    """The article in a page; *encoding* and *url* are what it was sent with, if that is known.

    Raises:
        ImportFault: there is none.
    """
    page = without_toolbar(_page(content, file, encoding))
    told = details_of(page, url=web_address(url), saved=metadata.pop("saved", None))
    found = _extracted(page, file)
    text = "" if found is None else (found.text or "")
    if found is None or not text.strip():
        raise ImportFault(
            "{file}: no article was found in the page",
            hint="Open it in a browser, copy the article, and paste it into Vaglio.",
            file=file,
        )
    refuse_unusable(text, file)
    return article(
        text,
        title=found.title,
        publisher=told.publisher
        or site_in_title(told.title, told.url)
        or _site_name(found.sitename, told),
        author=found.author,
        published=told.published or (found.date if found.date not in told.modified else None),
        url=_tidied(
            web_address(told.url) or (None if told.archived_url else web_address(found.url))
        ),
        metadata={"file": file} | metadata | _kept(told),
    )


def _tidied(url: str | None) -> str | None:
    """*url* without what tracks its readers; as it is where it is none that would be kept."""
    try:
        return canonical(url) if url else None
    except BadAddress:
        return url


def _kept(told: PageDetails) -> dict[str, str]:
    """What an article has no field for: where the page is archived, and when it was saved."""
    said = {"saved": told.captured, "archived_url": told.archived_url}
    return {name: value for name, value in said.items() if value}


def _site_name(name: str | None, told: PageDetails) -> str | None:
    """What the library takes for the name of the site, unless it is the archive's."""
    name = (name or "").lstrip("@")
    is_archives = "." in name and is_archive(f"https://{name.casefold()}/")
    return None if told.archived_url and is_archives else name


FORMAT = Format(name="html", title="Web page", suffixes=(".html", ".htm"), reader=read)


def _page(content: bytes, file: str, encoding: str | None) -> str:
    """The page as text: UTF-8 if it is that, else what it is said to be, else what it looks like."""
    declared = _DECLARED.search(content[:4096])
    said = encoding or (declared[1].decode("ascii", "replace") if declared else None)
    if said and not content.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        page = decoded_as(content, said)
    else:
        page = None
    if page is None:
        page, _ = decoded(content, file)
    page = _XML_DECLARATION.sub("", page.replace("\0", ""), count=1)
    return page if _BODY.search(page) else f"<html><body><div>{page}</div></body></html>"


def _extracted(page: str, file: str) -> Any:
    try:
        return _trafilatura().bare_extraction(
            page,
            with_metadata=True,
            include_comments=False,
            date_extraction_params={"original_date": True, "extensive_search": False},
        )
    # What a parser of broken pages may stumble over has no common base; it is about this page.
    except Exception as err:
        raise ImportFault(
            "{file} is no page that can be understood ({why})",
            hint="Open it in a browser, copy the article, and paste it into Vaglio.",
            file=file,
            why=why_of(err),
        ) from err


@cache
def _trafilatura() -> Any:
    """The library without its language detection, which would load numpy and is not used here."""
    absent = object()
    before = sys.modules.get("py3langid", absent)
    sys.modules["py3langid"] = None  # type: ignore[assignment]  # an import of it fails politely
    try:
        import trafilatura
    finally:
        if before is absent:
            del sys.modules["py3langid"]
        else:
            sys.modules["py3langid"] = before  # type: ignore[assignment]
    trafilatura.utils.return_printables_and_spaces = _shown_or_leading
    return trafilatura


def _shown_or_leading(character: str) -> str:
    """*character*, if it can be seen, is a space, or says how others are put together."""
    is_kept = character.isprintable() or character.isspace() or _LEADING.match(character)
    return character if is_kept else ""


def web_address(url: str | None) -> str | None:
    """*url* if it is one of the web."""
    return url if url and re.match(r"https?://[^\s/]", url) else None
