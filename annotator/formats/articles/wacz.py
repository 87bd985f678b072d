"""A web archive with its pages listed (WACZ): the articles of those pages. Nothing is fetched."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from msgspec import Struct

from annotator.core.annotated_article import AnnotatedArticle
from annotator.core.errors import ImportFault
from annotator.core.urls import BadAddress, canonical, same_page

from ..safe_archive import unpack
from ..spec import Format, ReadRequest, name_of
from .warc import articles_of

_MOST_LISTED = 10_000
_MOST_BYTES = 20_000_000


class _Listed(Struct, frozen=True):
    """The page that the archive is of, and all that it lists; each as `same_page` has it."""

    main: str
    pages: frozenset[str]


def read(path: Path, reading: ReadRequest) -> Iterator[AnnotatedArticle]:
    """The article of the main page first, then those of the other pages that are listed."""
    with tempfile.TemporaryDirectory(prefix="vaglio-") as made:
        names = unpack(path, Path(made), reading.report)
        reading.report.lost.clear()  # what else is in it belongs to the archive, and is no loss
        reading.report.tally.clear()
        listed = _listed({names[file]: file for file in names})
        archives = [file for file in names if names[file].lower().endswith((".warc", ".warc.gz"))]
        later: list[AnnotatedArticle] = []
        found = False
        for file in sorted(archives, key=lambda each: names[each]):
            for address, annotated in articles_of(file, path, reading):
                page = _page(address)
                if listed.pages and page not in listed.pages:
                    continue
                if listed.main and page != listed.main and not found:
                    later.append(annotated)
                    continue
                found = True
                yield annotated
        yield from later
    if not found and not later:
        raise ImportFault(
            "{file}: no article was found in any of its pages",
            hint="Open the page in a browser, copy the article, and paste it into Vaglio.",
            file=name_of(path),
        )


FORMAT = Format(
    name="wacz", title="Web archive with its pages (WACZ)", suffixes=(".wacz",), reader=read
)


def _listed(files: dict[str, Path]) -> _Listed:
    about = _json(files.get("datapackage.json"))
    pages: list[str] = []
    for name in ("pages/pages.jsonl", "pages/extraPages.jsonl"):
        file = files.get(name)
        if file is None or file.stat().st_size > _MOST_BYTES or (pages and "extra" in name):
            continue
        for line in file.read_text("utf-8", "replace").splitlines()[:_MOST_LISTED]:
            told = _loaded(line)
            if isinstance(told.get("url"), str):
                pages.append(_page(told["url"]))
    main = about.get("mainPageURL") or about.get("mainPageUrl")
    first = _page(main) if isinstance(main, str) else pages[0] if pages else ""
    return _Listed(first, frozenset(pages) | ({first} if pages else set()))


def _json(file: Path | None) -> dict[str, Any]:
    if file is None or file.stat().st_size > _MOST_BYTES:
        return {}
    return _loaded(file.read_text("utf-8", "replace"))


def _loaded(words: str) -> dict[str, Any]:
    try:
        told = json.loads(words)
    except (ValueError, RecursionError):
        return {}
    return told if isinstance(told, dict) else {}


def _page(address: str) -> str:
    try:
        return same_page(canonical(address))
    except BadAddress:
        return address
