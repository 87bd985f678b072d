"""An electronic book: each chapter becomes an article, with the book's title as its publisher
where the book names none. Covers, title pages and contents are left out.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from msgspec import Struct

from annotator.core.annotated_article import AnnotatedArticle
from annotator.core.errors import ImportFault

from ..new_article import article
from ..spec import Format, ReadRequest, name_of
from ..text_encoding import decoded
from ..zip_xml import XmlPackage, attribute, first_text, local
from .dates import day_of
from .markup import root_of_page, words_of

_NO_CHAPTER = {"cover", "titlepage", "halftitlepage", "copyright-page", "toc", "landmarks", "index"}
_MOST_CHAPTERS = 5_000


class _Book(Struct, frozen=True):
    title: str | None
    author: str | None
    publisher: str | None
    published: str | None
    language: str


class _Chapter(Struct, frozen=True):
    name: str  # of its part
    is_contents: bool
    kind: str | None = None  # its media type


#: What a chapter can be; what else stands among them (pictures, sound) has no words.
_PAGES = {"application/xhtml+xml", "text/html", "application/x-dtbook+xml", "application/xml"}


def read(path: Path, reading: ReadRequest) -> Iterator[AnnotatedArticle]:
    """The chapters in the order in which they are read."""
    with XmlPackage(path) as package:
        _refuse_protected(package, path)
        root, folder = _opened(package, path)
        book = _about(root)
        chapters = list(_spine(root, folder))
        size, count = path.stat().st_size, 0
        for number, chapter in enumerate(chapters, 1):
            content = package.read(chapter.name)
            if content is None:
                raise _without_part(path, chapter.name)
            if chapter.kind is not None and chapter.kind not in _PAGES:
                title = f"{name_of(path)}, {chapter.name}"
                reading.report.lose("a picture", "It has no text.", title=title)
                continue
            page, _ = decoded(content, name_of(path))
            if not chapter.is_contents and (made := _annotated_article(page, book, path)):
                count += 1
                yield made
            reading.progress(size * number // len(chapters))
    if not count:
        raise ImportFault(
            "{file} holds no text",
            hint="Check that it is the right file; there is nothing to annotate in it.",
            file=name_of(path),
        )


FORMAT = Format(name="epub", title="Electronic book (EPUB)", suffixes=(".epub",), reader=read)


def _refuse_protected(package: XmlPackage, path: Path) -> None:
    """Fonts are often scrambled, which harms nobody; texts are where copying is not wanted."""
    encryption = package.xml("META-INF/encryption.xml")
    for each in encryption.iter() if encryption is not None else ():
        name = unquote(attribute(each, "URI") or "") if local(each) == "CipherReference" else ""
        if name.lower().endswith((".xhtml", ".html", ".htm", ".xml", ".opf")):
            raise ImportFault(
                "{file} is protected against copying",
                hint="Only the program it was bought for can open it.",
                file=name_of(path),
            )


def _opened(package: XmlPackage, path: Path) -> tuple[Any, str]:
    """The description of the book, and the folder that names in it start from."""
    container = package.xml("META-INF/container.xml")
    for each in container.iter() if container is not None else ():
        name = attribute(each, "full-path") if local(each) == "rootfile" else None
        root = package.xml(name) if name else None
        if name and root is not None:
            return root, posixpath.dirname(name)
    raise ImportFault(
        "{file} is no electronic book that can be read",
        hint="See whether it was copied to its end and opens in another program.",
        file=name_of(path),
    )


def _about(root: Any) -> _Book:
    metadata = next((each for each in root if local(each) == "metadata"), None)
    return _Book(
        title=first_text(metadata, "title"),
        author=first_text(metadata, "creator"),
        publisher=first_text(metadata, "publisher"),
        published=day_of(first_text(metadata, "date")),
        language=(first_text(metadata, "language") or "").partition("-")[0].lower(),
    )


def _spine(root: Any, folder: str) -> Iterator[_Chapter]:
    parts = {each.get("id"): each for each in root.iter() if local(each) == "item"}
    for count, each in enumerate(item for item in root.iter() if local(item) == "itemref"):
        part = parts.get(each.get("idref"))
        if part is None or count >= _MOST_CHAPTERS:
            continue
        name = posixpath.normpath(posixpath.join(folder, unquote(part.get("href") or "")))
        is_contents = "nav" in (part.get("properties") or "").split()
        yield _Chapter(name, is_contents, part.get("media-type"))


def _annotated_article(page: str, book: _Book, path: Path) -> AnnotatedArticle | None:
    """The article of a chapter; None where it is none."""
    root = root_of_page(page)
    body = (
        next((each for each in root.iter() if local(each) == "body"), root)
        if root is not None
        else None
    )
    if body is None or _NO_CHAPTER & _kinds(body):
        return None
    text = words_of(body)
    if not text.strip():
        return None
    metadata = {"file": name_of(path)} | ({"book": book.title} if book.title else {})
    return AnnotatedArticle(
        article=article(
            text,
            title=_title(body),
            language=book.language,
            author=book.author,
            publisher=book.publisher or book.title,
            published=book.published,
            metadata=metadata,
        )
    )


def _kinds(body: Any) -> set[str]:
    """What a chapter says that it is, itself or by its only section."""
    elements = [body, *body]
    return {kind for element in elements[:2] for kind in (element.get("epub:type") or "").split()}


def _title(body: Any) -> str | None:
    for element in body.iter():
        if local(element) in ("h1", "h2", "h3") and (words := words_of(element)):
            return words.replace("\n", " – ")
    return None


def _without_part(path: Path, name: str) -> ImportFault:
    return ImportFault(
        "{file} is incomplete: {name} is not in it",
        hint="It was probably not written or copied to its end; write or copy it again.",
        file=name_of(path),
        name=name[:100],
    )
