"""A link that was saved as a file (.url, .webloc, .desktop): the address in it."""

from __future__ import annotations

import plistlib
import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from annotator.core.annotated_article import AnnotatedArticle
from annotator.core.errors import ImportFault

from ..new_article import article, size_within
from ..spec import ReadRequest, name_of
from ..text_encoding import decoded
from .html import web_address

_MOST_BYTES = 1_000_000
_FIELD = re.compile(r"^\s*(URL(?:\[\w+\])?|Name|Modified)\s*=\s*(.+?)\s*$", re.M | re.I)


def read(path: Path, reading: ReadRequest) -> Iterator[AnnotatedArticle]:
    """An article without words, with the address."""
    size = size_within(path, _MOST_BYTES)
    content = path.read_bytes()
    told = _plist(content) if path.suffix.lower() == ".webloc" else None
    if told is None:
        found = _FIELD.findall(decoded(content, name_of(path))[0]) if content else []
        told = {name.lower(): value for name, value in reversed(found)}
    url = web_address(str(told.get("url") or ""))
    if url is None:
        raise ImportFault(
            "{file} holds no address of a web page",
            hint="Paste the link of the page instead.",
            file=name_of(path),
        )
    reading.progress(size)
    saved = _moment(str(told.get("modified") or ""))
    metadata: dict[str, Any] = {"file": name_of(path)} | ({"saved": saved} if saved else {})
    title = told.get("name") or told.get("title")
    yield AnnotatedArticle(
        article=article(
            "", title=str(title) if title else None, url=url, metadata=metadata, detects=False
        )
    )


def _plist(content: bytes) -> dict[str, Any] | None:
    """What a property list says; None where it is none."""
    try:
        told = plistlib.loads(content)
    except Exception:  # a broken one fails in many ways, which are about this file
        return None
    return (
        {str(name).lower(): value for name, value in told.items()}
        if isinstance(told, dict)
        else None
    )


def _moment(modified: str) -> str | None:
    """When a shortcut was made: tenths of microseconds since 1601, as hexadecimal digits."""
    try:
        ticks = int.from_bytes(bytes.fromhex(modified)[:8], "little")
        made = datetime(1601, 1, 1, tzinfo=UTC) + timedelta(microseconds=ticks // 10)
    except (ValueError, OverflowError):
        return None
    return made.strftime("%Y-%m-%dT%H:%M:%SZ") if 1990 < made.year < 2200 else None
