"""Formats that keep a file (or two) an article: a zip of them, with a list of what they are about.

The list, ``vaglio.json``, says of each file what its own format has no place for: title, date,
publisher, address and language of the article, whose layer it is and how far that is. Other tools
pass it over.
"""

from __future__ import annotations

import re
import unicodedata
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import nullcontext, suppress
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO

import msgspec
from msgspec import Struct

from annotator.core.annotated_article import AnnotatedArticle, LayerContents
from annotator.core.model import Status

from .atomic_write import put_in_zip
from .new_article import PARTICULARS
from .spec import Report

LIST = "vaglio.json"
_MOST_BYTES = 64 << 20  # of the list
_NO_LETTERS = re.compile("[^a-z0-9]+")
_LISTED: dict[
    tuple[int, int, int, int], dict[str, ListedDetails]
] = {}  # by file, time and bytes: the last


class ListedDetails(Struct, omit_defaults=True):
    """What the list says of a file."""

    title: str | None = None
    language: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: str | None = None
    url: str | None = None
    annotator: str | None = None
    status: Status | None = None  # of a layer that is no draft

    def article(self) -> dict[str, Any]:
        """For `new_article.article`."""
        return {name: getattr(self, name) for name in PARTICULARS}


class ExportPart(BytesIO):
    """What a portion of an export is written into (see `joined`): its files are packed later."""


class ZipWriter:
    """Files one after the other into a zip; a context manager that writes the list at its end."""

    def __init__(self, out: BinaryIO) -> None:
        self._zip = zipfile.ZipFile(out, "w")
        self._list: dict[str, ListedDetails] = {}
        self._is_packed = not isinstance(out, ExportPart)

    def __enter__(self) -> ZipWriter:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        is_whole = False
        try:
            if kind is None:
                self.put(LIST, msgspec.json.format(msgspec.json.encode(self._list), indent=1))
                is_whole = True
        finally:
            # Of a full disk, too: left open, it would write its end when nobody holds it any more.
            with nullcontext() if is_whole else suppress(OSError):
                self._zip.close()

    def put(self, name: str, content: bytes | str) -> None:
        data = content.encode() if isinstance(content, str) else content
        put_in_zip(self._zip, name, data, is_packed=self._is_packed)

    def tell(
        self, name: str, annotated_article: AnnotatedArticle, contents: LayerContents | None
    ) -> None:
        """Put what the file *name* is about on the list."""
        self._list[name] = about_of(annotated_article, contents)

    def add(self, part: bytes, before: int) -> None:
        """Put in what a portion has; *before* it came so many articles.

        A file without a number is one for all articles, the same in each portion.
        """
        with zipfile.ZipFile(BytesIO(part)) as files:
            for name in files.namelist():
                content = files.read(name)
                if name == LIST:
                    listed = msgspec.json.decode(content, type=dict[str, ListedDetails])
                    self._list |= {_later(each, before): of for each, of in listed.items()}
                elif (later := _later(name, before)) != name or name not in self._zip.NameToInfo:
                    self.put(later, content)


def joined(parts: Iterable[tuple[bytes, Report]], out: BinaryIO, report: Report) -> None:
    """Write one zip of those of the portions of an export, with files numbered on."""
    with ZipWriter(out) as packing:
        for content, more in parts:
            packing.add(content, report.articles)
            report.add(more)


def _later(name: str, before: int) -> str:
    """The name of a file (see `stems`) of which the article has *before* others before it."""
    number, dash, rest = name.partition("-")
    return f"{int(number) + before:05d}{dash}{rest}" if number.isdigit() else name


def about_of(annotated_article: AnnotatedArticle, contents: LayerContents | None) -> ListedDetails:
    """What an article is about, whose layer it is, and how far that is."""
    article = annotated_article.article
    status = contents.layer.status if contents else "draft"
    return ListedDetails(
        title=article.title,
        language=article.language,
        publisher=article.publisher,
        author=article.author,
        published=article.published,
        url=article.url,
        annotator=contents.layer.author if contents else None,
        status=status if status != "draft" else None,
    )


def stems(
    annotated_articles: Iterable[AnnotatedArticle], report: Report
) -> Iterator[tuple[str, AnnotatedArticle, LayerContents | None]]:
    """Each article × layer (None: an article without one) with a name for its files.

    The report counts them as lines.
    """
    for number, annotated_article in enumerate(annotated_articles, 1):
        stem = f"{number:05d}-{_slug(annotated_article.article.title) or 'article'}"
        for contents in annotated_article.layers or (None,):
            report.lines += 1
            several = contents is not None and len(annotated_article.layers) > 1
            author = _slug(contents.layer.author) if contents else ""
            rank = annotated_article.layers.index(contents) + 1 if contents else 1
            yield (f"{stem}.{rank}-{author}" if several else stem), annotated_article, contents


def about(path: Path) -> ListedDetails:
    """What the list beside *path* says of it; nothing where there is none."""
    listed = path.with_name(LIST)
    try:
        known = listed.stat()
    except OSError:
        return ListedDetails()
    version = (known.st_dev, known.st_ino, known.st_mtime_ns, known.st_size)
    if version not in _LISTED:  # read once for all the files that are on it
        _LISTED.clear()
        _LISTED[version] = _listed(listed, known.st_size)
    return _LISTED[version].get(path.name, ListedDetails())


def _listed(path: Path, size: int) -> dict[str, ListedDetails]:
    if size > _MOST_BYTES:
        return {}
    try:
        return msgspec.json.decode(path.read_bytes(), type=dict[str, ListedDetails])
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return {}


def _slug(words: str) -> str:
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    return _NO_LETTERS.sub("-", plain).strip("-")[:40].strip("-")
