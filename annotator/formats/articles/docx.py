"""A Word document: its paragraphs as they read with all changes accepted, and its properties.

Text that is deleted under tracked changes is left out and text that is inserted is there; so is
what stands in content controls, text boxes and tables. Notes come last; comments, headers and
footers are left out.
"""

from __future__ import annotations

import posixpath
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

_LEFT_OUT = {"del", "moveFrom", "Fallback", "rt", "instrText", "pPr", "rPr"}
_STANDS_FOR = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011"}


class _Paragraph(Struct, frozen=True):
    text: str
    style: str


def read(path: Path, reading: ReadRequest) -> Iterator[AnnotatedArticle]:
    """The article; its title is what is set as one, else that of the properties."""
    with XmlPackage(path) as package:
        main = _main_part(package)
        body = package.xml(main)
        if body is None:
            raise ImportFault(
                "{file} is no Word document",
                hint="Open it in the program it comes from and save it as DOCX.",
                file=name_of(path),
            )
        folder = posixpath.dirname(main)
        names = _style_names(package.xml(posixpath.join(folder, "styles.xml")))
        notes = [package.xml(posixpath.join(folder, f"{kind}.xml")) for kind in _NOTES]
        about = package.xml("docProps/core.xml")
    paragraphs = list(_paragraphs(body))
    text = [paragraph.text for paragraph in paragraphs]
    text += [note.text.lstrip() for root in notes if root is not None for note in _notes(root)]
    whole = "\n".join(each for each in text if each.strip())
    refuse_unusable(whole, name_of(path))
    reading.progress(path.stat().st_size)
    metadata: dict[str, Any] = {"file": name_of(path)}
    if created := day_of(first_text(about, "created")):
        metadata["created"] = created
    yield AnnotatedArticle(
        article=article(
            whole,
            title=_title(paragraphs, names) or first_text(about, "title"),
            author=first_text(about, "creator"),
            publisher=first_text(about, "publisher"),
            metadata=metadata,
        )
    )


FORMAT = Format(name="docx", title="Word document", suffixes=(".docx", ".docm"), reader=read)
_NOTES = ("footnotes", "endnotes")


def _main_part(package: XmlPackage) -> str:
    relations = package.xml("_rels/.rels")
    for relation in relations if relations is not None else ():
        if (attribute(relation, "Type") or "").endswith("/officeDocument"):
            return (attribute(relation, "Target") or "").lstrip("/")
    return "word/document.xml"


def _paragraphs(root: Any) -> Iterator[_Paragraph]:
    """Those of *root* that hold text; one in a text box before the one that the box hangs on."""
    from lxml import etree

    open_ones: list[tuple[list[str], list[str]]] = []
    left_out = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        name = local(element)
        if event == "start":
            if name == "p":
                open_ones.append(([], []))
            elif name == "pStyle" and open_ones:
                open_ones[-1][1].append(attribute(element, "val") or "")
            elif open_ones and not left_out:
                open_ones[-1][0].append(_words(element, name))
            left_out += name in _LEFT_OUT
            continue
        left_out -= name in _LEFT_OUT
        if name == "p" and open_ones:
            words, styles = open_ones.pop()
            if not left_out and (text := "".join(words)).strip():
                yield _Paragraph(text, styles[0] if styles else "")


def _words(element: Any, name: str) -> str:
    if name == "t":
        return element.text or ""
    return _STANDS_FOR.get(name, "")


def _notes(root: Any) -> Iterator[_Paragraph]:
    for note in root:
        if attribute(note, "type") in (None, "normal"):
            yield from _paragraphs(note)


def _style_names(styles: Any) -> dict[str, str]:
    """What the styles are called in every language, by what they are called in this document."""
    found: dict[str, str] = {}
    for style in styles if styles is not None else ():
        for part in style:
            if local(part) == "name":
                name = (attribute(part, "val") or "").casefold()
                found[attribute(style, "styleId") or ""] = name
    return found


def _title(paragraphs: list[_Paragraph], names: dict[str, str]) -> str | None:
    for wanted in ("title", "heading 1"):
        for paragraph in paragraphs:
            if names.get(paragraph.style, paragraph.style.casefold()) == wanted:
                return paragraph.text
    return None
