"""An OpenDocument text: its paragraphs as they read with all changes accepted, and its properties.

Notes come last; comments, headers and footers are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from msgspec import Struct

from annotator.core.annotated_article import AnnotatedArticle
from annotator.core.errors import ImportFault

from ..new_article import article, refuse_unusable
from ..spec import Format, ReadRequest, name_of
from ..zip_xml import XmlPackage, attribute, first_text, local
from .dates import day_of

_LEFT_OUT = {"annotation", "tracked-changes", "note-citation", "ruby-text", "sequence-decls"}
_SPACES = re.compile("[ \t\r\n]+")
_MOST_SPACES = 100


class _OdtParagraph(Struct, frozen=True):
    text: str
    style: str
    is_note: bool
    level: str | None  # of a heading


def read(path: Path, reading: ReadRequest) -> Iterator[AnnotatedArticle]:
    """The article; its title is what is set as one, else that of the properties."""
    with XmlPackage(path) as package:
        _refuse_protected(package, path)
        content = package.xml("content.xml")
        about = package.xml("meta.xml")
    if content is None:
        raise ImportFault(
            "{file} is no OpenDocument text",
            hint="Open it in the program it comes from and save it as ODT.",
            file=name_of(path),
        )
    paragraphs = sorted(_paragraphs(content), key=lambda each: each.is_note)
    whole = "\n".join(each.text for each in paragraphs)
    refuse_unusable(whole, name_of(path))
    reading.progress(path.stat().st_size)
    metadata: dict[str, Any] = {"file": name_of(path)}
    if created := day_of(first_text(about, "creation-date", "date")):
        metadata["created"] = created
    yield AnnotatedArticle(
        article=article(
            whole,
            title=_title(paragraphs, _parents(content)) or first_text(about, "title"),
            author=first_text(about, "initial-creator", "creator"),
            metadata=metadata,
        )
    )


FORMAT = Format(name="odt", title="OpenDocument text", suffixes=(".odt",), reader=read)


def _refuse_protected(package: XmlPackage, path: Path) -> None:
    manifest = package.xml("META-INF/manifest.xml")
    if manifest is not None and any(local(each) == "encryption-data" for each in manifest.iter()):
        raise ImportFault(
            "{file} is protected by a password",
            hint="Open it in the program it comes from and save it without one.",
            file=name_of(path),
        )


def _paragraphs(root: Any) -> Iterator[_OdtParagraph]:
    """Those that hold text; what hangs on a paragraph comes before it."""
    from lxml import etree

    open_ones: list[list[str]] = []
    left_out = notes = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        name = local(element)
        is_paragraph = name in ("p", "h")
        if event == "start":
            left_out += name in _LEFT_OUT
            notes += name == "note"
            if is_paragraph:
                open_ones.append([])
            if open_ones and not left_out:
                open_ones[-1].append(_words(element, name))
            continue
        left_out -= name in _LEFT_OUT
        if is_paragraph and open_ones:
            text = "".join(open_ones.pop()).strip()
            if text and not left_out:
                style, level = attribute(element, "style-name"), attribute(element, "outline-level")
                yield _OdtParagraph(text, style or "", notes > 0, level if name == "h" else None)
        notes -= name == "note"
        if open_ones and not left_out:
            open_ones[-1].append(_SPACES.sub(" ", element.tail or ""))


def _words(element: Any, name: str) -> str:
    if name == "s":
        count = attribute(element, "c") or "1"
        return " " * min(int(count), _MOST_SPACES) if count.isascii() and count.isdigit() else " "
    if name == "tab":
        return "\t"
    if name == "line-break":
        return "\n"
    return _SPACES.sub(" ", element.text or "")


def _parents(root: Any) -> dict[str, str]:
    """Of which style the styles are that the program made for single paragraphs."""
    return {
        attribute(each, "name") or "": attribute(each, "parent-style-name") or ""
        for each in root.iter()
        if local(each) == "style"
    }


def _title(paragraphs: list[_OdtParagraph], parents: dict[str, str]) -> str | None:
    for paragraph in paragraphs:
        if "Title" in (paragraph.style, parents.get(paragraph.style)):
            return paragraph.text
    return next((paragraph.text for paragraph in paragraphs if paragraph.level == "1"), None)
