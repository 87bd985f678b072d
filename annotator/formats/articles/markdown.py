"""Markdown: the text as it is written, with the front matter and the first heading as its details."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from annotator.core.annotated_article import AnnotatedArticle
from annotator.core.text import guess_title

from ..new_article import article, refuse_unusable
from ..spec import Format, ReadRequest, name_of
from .dates import day_of
from .fields import ImportedDetails
from .text import text_file

_FENCE = re.compile(r"\s*---[ \t]*\n")
_END = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.M)
_KEY = re.compile(r"([\w -]{1,60}):(?:[ \t]+(.*)|[ \t]*)")
_ITEM = re.compile(r"\s+-[ \t]+(.*)|-[ \t]+(.*)")
_HEADING = re.compile(r"^(?:#{1,6}[ \t]+(.+?)[ \t]*#*|(\S.*)\n(?:=+|-{3,}))[ \t]*$", re.M)
_LONGEST = 20_000  # characters of front matter


def read(path: Path, reading: ReadRequest) -> Iterator[AnnotatedArticle]:
    """The article; the front matter is taken out of its text."""
    text, metadata = text_file(path)
    told, body = front_matter(text.replace("\r\n", "\n"))
    refuse_unusable(body, name_of(path))
    details = ImportedDetails.of(told)
    heading = _HEADING.search(body)
    first = (heading[1] or heading[2]) if heading else _first_words(body)
    reading.progress(path.stat().st_size)
    yield AnnotatedArticle(
        article=article(
            body,
            title=details.title or first,
            language=details.language,
            publisher=details.publisher,
            author=details.author,
            published=day_of(details.published) or details.published,
            url=details.url,
            metadata=details.others | metadata,
        )
    )


FORMAT = Format(name="markdown", title="Markdown", suffixes=(".md", ".markdown"), reader=read)


def _first_words(body: str) -> str | None:
    """The first line that is more than a rule."""
    lines = (line for line in body.split("\n") if any(map(str.isalnum, line)))
    return guess_title(next(lines, "")) or None


def front_matter(text: str) -> tuple[dict[str, Any], str]:
    """The keys and values at the beginning of *text*, and the text after them."""
    start = _FENCE.match(text)
    end = _END.search(text, start.end(), start.end() + _LONGEST) if start else None
    if start is None or end is None:
        return {}, text
    told = _told(text[start.end() : end.start()])
    return (told, text[end.end() :].lstrip("\n")) if told is not None else ({}, text)


def _told(lines: str) -> dict[str, Any] | None:
    """Keys with texts or lists of texts; None where it is something else."""
    told: dict[str, Any] = {}
    key = None
    for line in lines.split("\n"):
        if found := _KEY.fullmatch(line.rstrip()):
            key = found[1].strip()
            told[key] = _value(found[2] or "")
        elif key is not None and (item := _ITEM.fullmatch(line)):
            before = told[key]
            one = _unquoted(item[1] or item[2] or "")
            told[key] = [*before, one] if isinstance(before, list) else [one]
        elif key is not None and line.startswith((" ", "\t")):
            told[key] = f"{told[key]} {line.strip()}".lstrip("|> ")
        elif line.strip() and not line.lstrip().startswith("#"):
            return None
    return told


def _value(words: str) -> Any:
    words = words.strip()
    if words.startswith("[") and words.endswith("]"):
        return [_unquoted(each) for each in words[1:-1].split(",") if each.strip()]
    return _unquoted(words)


def _unquoted(words: str) -> str:
    words = words.strip()
    is_quoted = len(words) > 1 and words[0] == words[-1] and words[0] in "\"'"
    return words[1:-1] if is_quoted else words
