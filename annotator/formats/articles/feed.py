"""A feed (RSS, Atom): each entry with words in it becomes an article. Nothing is fetched."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

from annotator.core.annotated_article import AnnotatedArticle
from annotator.core.errors import ImportFault

from ..new_article import article, size_within
from ..spec import Format, ReadRequest, name_of, why_of
from ..text_encoding import decoded
from .dates import day_of
from .html import web_address
from .markup import text_of

_MOST_BYTES = 50_000_000
_ROOT = re.compile(r"\s*(?:<\?.*?\?>\s*|<!--.*?-->\s*|<!DOCTYPE[^>\[]*>\s*)*<(?:\w+:)?(\w+)", re.S)
_ROOTS = ("rss", "feed", "RDF")
_MOST_TAGS = 100


def read(path: Path, reading: ReadRequest) -> Iterator[AnnotatedArticle]:
    """The entries in the order of the feed; what has no words is told of."""
    size = size_within(path, _MOST_BYTES)
    content = path.read_bytes()
    _refuse_entities(content, path)
    feed = _parsed(content, path)
    found = False
    for number, entry in enumerate(feed.entries, 1):
        made = _annotated_article(entry, feed.feed, path)
        if made is None:
            why = "It has no words, only a link to them."
            words = str(entry.get("title") or entry.get("link") or "")
            reading.report.lose("an entry", why, title=name_of(path), words=words)
            continue
        found = True
        yield made
        reading.progress(size * number // len(feed.entries))
    if not found:
        raise ImportFault(
            "{file}: no entry with words in it was found",
            hint="Many feeds hold only links. Save the pages themselves instead.",
            file=name_of(path),
        )


def recognise(path: Path) -> bool:
    """Whether it is called a feed, or its outermost element is that of one."""
    if path.suffix.lower() != ".xml":
        return True
    with path.open("rb") as file:
        head = file.read(8192)
    try:
        text, _ = decoded(head[: len(head) // 4 * 4], name_of(path))
    except ImportFault:
        text = head.decode("latin-1")
    found = _ROOT.match(text.lstrip("\ufeff"))
    return found is not None and found[1] in _ROOTS


FORMAT = Format(
    name="feed",
    title="Feed (RSS, Atom)",
    suffixes=(".rss", ".atom", ".xml"),
    reader=read,
    recognise=recognise,
)


def _refuse_entities(content: bytes, path: Path) -> None:
    if b"<!ENTITY" in content.replace(b"\0", b""):
        raise ImportFault(
            "{file} defines entities of its own, which can be used to harm",
            hint="Save the pages themselves instead.",
            file=name_of(path),
        )


def _parsed(content: bytes, path: Path) -> Any:
    import feedparser

    try:
        # never the bytes themselves: the library takes them for an address or the name of a file
        return feedparser.parse(BytesIO(content), sanitize_html=False)
    except MemoryError:
        raise
    # What a parser of broken feeds may stumble over has no common base; it is about this file.
    except Exception as err:
        raise ImportFault(
            "{file} is damaged or no feed ({why})",
            hint="Save it again, or save the pages themselves instead.",
            file=name_of(path),
            why=why_of(err),
        ) from err


def _annotated_article(entry: Any, feed: Any, path: Path) -> AnnotatedArticle | None:
    text, is_whole = _text(entry)
    if not text.strip():
        return None
    metadata: dict[str, Any] = {"file": name_of(path)}
    if tags := [
        str(tag.get("term")) for tag in entry.get("tags", [])[:_MOST_TAGS] if tag.get("term")
    ]:
        metadata["tags"] = tags
    if not is_whole:
        metadata["excerpt"] = True
    return AnnotatedArticle(
        article=article(
            text,
            title=text_of(entry.get("title") or ""),
            author=entry.get("author"),
            published=_day(entry),
            url=web_address(entry.get("link")),
            publisher=text_of(feed.get("title") or ""),
            metadata=metadata,
        )
    )


def _text(entry: Any) -> tuple[str, bool]:
    """The words of an entry, and whether they are given as its content and not its summary."""
    contents = [text_of(str(part.get("value") or "")) for part in entry.get("content", [])]
    if longest := max(contents, key=len, default=""):
        return longest, True
    return text_of(str(entry.get("summary") or "")), False


def _day(entry: Any) -> str | None:
    for name in ("published", "updated", "created"):
        parsed = dict.get(entry, f"{name}_parsed")  # its own `get` takes one for another
        day = day_of("-".join(f"{part:02}" for part in parsed[:3])) if parsed else None
        if day := day or day_of(dict.get(entry, name)):
            return day
    return None
