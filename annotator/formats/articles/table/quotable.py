"""A table as a source: all of its cells as text, a row a line with tabs between, a sheet after the other.

So that every cell can be quoted, and its place be told from where it stands in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from annotator.core import text as texts
from annotator.core.annotated_article import AnnotatedArticle
from annotator.core.errors import ImportFault

from ...new_article import article, refuse_unusable
from ...spec import ReadRequest, name_of
from ...zip_xml import XmlPackage, attribute, first_text, local
from .spreadsheet import sheets as excel_sheets

_MOST_CELLS = 2_000_000
_MOST_REPEATED = 1_000  # of empty rows and cells, which spreadsheets count to a million
_BREAKS = re.compile(r"[\t\r\n\v\f\x85\u2028\u2029]+")

Sheet = tuple[str, list[list[str]]]


def read(path: Path, reading: ReadRequest) -> Iterator[AnnotatedArticle]:
    """An article whose text is the table; ``metadata.sheets`` and ``pages`` say where each sheet is."""
    suffix = path.suffix.lower()
    about: dict[str, str | None] = {}
    if suffix in (".xlsx", ".xlsm"):
        sheets, about = list(excel_sheets(path)), _about(path, "docProps/core.xml")
    elif suffix == ".ods":
        sheets, about = list(_open_document(path)), _about(path, "meta.xml")
    else:
        from .delimited import rows

        sheets = [("", list(rows(path, reading.progress)))]
    text, starts, names = "", [], []
    cells = 0
    for name, lines in sheets:
        cells += sum(map(len, lines))
        if cells > _MOST_CELLS:
            raise ImportFault(
                "{file} has too many cells to be quoted ({count})",
                hint="Keep the part of the table that you need.",
                file=name_of(path),
                count=cells,
            )
        written = "\n".join("\t".join(_cell(cell) for cell in row) for row in lines).rstrip()
        if written.strip():
            text += "\n\n" if text else ""
            starts.append(len(text))
            names.append(name)
            text += written
    refuse_unusable(text, name_of(path))
    reading.progress(path.stat().st_size)
    metadata: dict[str, Any] = {"file": name_of(path), "sheets": names, "pages": starts}
    if not about.get("title"):
        metadata["untitled"] = True  # its first line is no title
    yield AnnotatedArticle(
        article=article(
            text, title=about.get("title"), author=about.get("author"), metadata=metadata
        )
    )


def _cell(value: str) -> str:
    return _BREAKS.sub(" ", texts.canonical(value)).strip()


def _about(path: Path, part: str) -> dict[str, str | None]:
    """Title and author, as the properties of a workbook have them."""
    with XmlPackage(path) as package:
        root = package.xml(part)
    if root is None:
        return {}
    author = first_text(root, "creator", "initial-creator")
    return {"title": first_text(root, "title"), "author": None if author == "openpyxl" else author}


def _open_document(path: Path) -> Iterator[Sheet]:
    with XmlPackage(path) as package:
        content = package.xml("content.xml")
    tables = (
        [each for each in content.iter() if local(each) == "table"] if content is not None else []
    )
    if not tables:
        raise ImportFault(
            "{file} is no OpenDocument spreadsheet",
            hint="Open it in the program it comes from and save it as ODS, XLSX or CSV.",
            file=name_of(path),
        )
    for table in tables:
        lines: list[list[str]] = []
        for row in (each for each in table.iter() if local(each) == "table-row"):
            cells: list[str] = []
            for cell in row:
                if local(cell) in ("table-cell", "covered-table-cell"):
                    cells += [_words(cell)] * _times(cell, "number-columns-repeated")
            while cells and not cells[-1]:
                cells.pop()
            lines += [cells] * _times(row, "number-rows-repeated")
        yield attribute(table, "name") or "", lines


def _times(element: Any, name: str) -> int:
    said = attribute(element, name) or "1"
    return min(int(said), _MOST_REPEATED) if said.isascii() and said.isdigit() else 1


def _words(cell: Any) -> str:
    parts = ["".join(each.itertext()) for each in cell if local(each) == "p"]
    return " ".join(parts).strip()
