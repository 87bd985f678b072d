"""The rows of the first filled sheet of an Excel workbook (XLSX)."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import IO, Any

from annotator.core.errors import ImportFault

from ...safe_archive import MOST_BYTES, ZIP_ERRORS
from ...spec import name_of
from ...zip_xml import XmlPackage, attribute, elements, local

_MOST_WORDS = 400_000_000  # characters that cells share
_MOST_COLUMNS = 16_384
_MOST_GAP = 10_000  # rows without cells between two with some
_DATES = {*range(14, 23), 27, 30, 36, 45, 46, 47, 50, 57}  # of the formats that are built in
_DATE_CODE = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.')
_CELL = re.compile(r"([A-Z]{1,3})\d*")
_ESCAPE = re.compile(r"_x(000[9AD]|005F)_", re.I)  # of what XML cannot hold, and of the like


def rows(path: Path, progress: Callable[[int], None]) -> Iterator[list[str]]:
    """The rows as they are seen in the sheet, dates as ``2024-01-05``.

    Raises:
        ImportFault: it is no workbook, is damaged, or made to harm.
    """
    size = path.stat().st_size
    with XmlPackage(path) as package:
        main = package.xml("xl/workbook.xml")
        if main is None:
            raise _no_workbook(path)
        words = _shared_words(package, path)
        dates = _date_styles(package.xml("xl/styles.xml"))
        starts = _first_day(main)
        for name in _sheets(package, main):
            found = False
            for row in _elements(package, name, "row", path):
                cells = _cells(row, words, dates, starts)
                found = found or any(cell.strip() for cell in cells)
                yield cells
            progress(size)
            if found:
                return


def sheets(path: Path) -> Iterator[tuple[str, list[list[str]]]]:
    """All sheets with their names; each cell stands in the row and column that it has there.

    Raises:
        ImportFault: see `rows`.
    """
    with XmlPackage(path) as package:
        main = package.xml("xl/workbook.xml")
        if main is None:
            raise _no_workbook(path)
        words = _shared_words(package, path)
        dates = _date_styles(package.xml("xl/styles.xml"))
        starts = _first_day(main)
        names = [each.get("name") or "" for each in main.iter() if local(each) == "sheet"]
        parts = list(_sheets(package, main))
        if len(names) != len(parts):
            names = [""] * len(parts)
        for name, part in zip(names, parts, strict=True):
            lines: list[list[str]] = []
            for row in _elements(package, part, "row", path):
                number = _number(row.get("r"))
                while len(lines) + 1 < min(number, len(lines) + _MOST_GAP):
                    lines.append([])
                lines.append(_cells(row, words, dates, starts))
            yield name, lines


def _sheets(package: XmlPackage, main: Any) -> Iterator[str]:
    """The parts of the sheets, in their order."""
    relations = package.xml("xl/_rels/workbook.xml.rels")
    targets = {
        attribute(relation, "Id"): attribute(relation, "Target") or ""
        for relation in (relations if relations is not None else ())
    }
    for each in main.iter():
        target = targets.get(attribute(each, "id")) if local(each) == "sheet" else None
        if target:
            name = posixpath.normpath(posixpath.join("/xl", target)).lstrip("/")
            if name in package.names and "worksheet" in name:
                yield name


def _elements(package: XmlPackage, part: str, wanted: str, path: Path) -> Iterator[Any]:
    """The elements of a part that may be large, one after the other."""
    from lxml import etree

    try:
        with package.open(part) as file:
            yield from elements(_BoundedPart(file, path), wanted)
    except etree.XMLSyntaxError as err:
        raise package.damaged(err) from err
    except ZIP_ERRORS as err:
        raise package.damaged(err) from err


def _shared_words(package: XmlPackage, path: Path) -> list[str]:
    if "xl/sharedStrings.xml" not in package.names:
        return []
    made: list[str] = []
    total = 0
    for element in _elements(package, "xl/sharedStrings.xml", "si", path):
        made.append(_words(element))
        total += len(made[-1])
        if total > _MOST_WORDS:
            raise package.damaged(ValueError("more words than a table has"))
    return made


def _words(element: Any) -> str:
    """The text of a string, its runs put together, without how it is pronounced."""
    parts = [
        each.text or ""
        for each in element.iter()
        if local(each) == "t" and local(each.getparent()) != "rPh"
    ]
    return _ESCAPE.sub(lambda found: chr(int(found[1], 16)), "".join(parts))


def _cells(row: Any, words: list[str], dates: set[int], starts: datetime) -> list[str]:
    cells: list[str] = []
    for cell in row:
        if local(cell) != "c":
            continue
        at = _column(cell.get("r"), len(cells))
        cells += [""] * (at - len(cells))
        cells.append(_shown(cell, words, dates, starts))
    return cells


def _column(name: str | None, after: int) -> int:
    """The column of a cell, from 0; the next where it does not say or goes back."""
    found = _CELL.match(name or "")
    if found is None:
        return after
    at = 0
    for letter in found[1]:
        at = 26 * at + ord(letter) - 64
    return max(after, min(at - 1, _MOST_COLUMNS))


def _shown(cell: Any, words: list[str], dates: set[int], starts: datetime) -> str:
    kind = cell.get("t") or "n"
    if kind == "inlineStr":
        return _words(cell)
    value = next((each.text or "" for each in cell if local(each) == "v"), "")
    if kind == "s":
        at = int(value) if value.isascii() and value.isdigit() else -1
        return words[at] if 0 <= at < len(words) else ""
    if kind == "e":
        return ""
    if kind == "n" and value and _number(cell.get("s")) in dates:
        return _date(value, starts)
    return value


def _date(value: str, starts: datetime) -> str:
    try:
        when = starts + timedelta(days=float(value))
    except (ValueError, OverflowError):
        return value
    return when.date().isoformat()


def _date_styles(styles: Any) -> set[int]:
    """Which of the formats that cells name are those of dates."""
    if styles is None:
        return set()
    codes = {
        _number(each.get("numFmtId")): _DATE_CODE.sub("", each.get("formatCode") or "").lower()
        for each in styles.iter()
        if local(each) == "numFmt"
    }
    dates = {*_DATES} | {
        number for number, code in codes.items() if "y" in code or ("d" in code and "m" in code)
    }
    cells = next((each for each in styles if local(each) == "cellXfs"), ())
    return {at for at, each in enumerate(cells) if _number(each.get("numFmtId")) in dates}


def _number(value: str | None) -> int:
    return int(value) if value and value.isascii() and value.isdigit() else 0


def _first_day(main: Any) -> datetime:
    """Day 0 of the workbook: old ones from the Macintosh count from 1904."""
    settings = (each for each in main.iter() if local(each) == "workbookPr")
    is_1904 = any(setting.get("date1904") in ("1", "true") for setting in settings)
    return datetime(1904, 1, 1) if is_1904 else datetime(1899, 12, 30)


class _BoundedPart:
    """A part to read, as long as it is not more than an archive may hold."""

    def __init__(self, file: IO[bytes], path: Path) -> None:
        self._file = file
        self._path = path
        self._left = MOST_BYTES

    def read(self, size: int = -1) -> bytes:
        some = self._file.read(size)
        self._left -= len(some)
        if self._left < 0:
            raise ImportFault(
                "{file} unpacks to more than {size} MB, which no table does",
                hint="It may be made to fill your memory. Nothing of it was read.",
                file=name_of(self._path),
                size=MOST_BYTES >> 20,
            )
        return some


def _no_workbook(path: Path) -> ImportFault:
    return ImportFault(
        "{file} is no Excel workbook",
        hint="Open it in a spreadsheet and save it as XLSX or CSV.",
        file=name_of(path),
    )
