"""The rows of CSV and TSV files, in whatever dialect and encoding they were saved."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from annotator.core.errors import ImportFault

from ...new_article import MOST_CHARACTERS
from ...spec import name_of
from ...text_encoding import decoded

_MOST_GUESSED = 200_000_000  # bytes of a file that is not UTF-8, which must be read whole
_HEAD = 64 << 10  # bytes that tell the dialect
_DELIMITERS = ",;\t|"
_ROWS_COMPARED = 20
_AT_ONCE = 500  # rows between two words on how far it is


def rows(path: Path, progress: Callable[[int], None]) -> Iterator[list[str]]:
    """The rows; blank lines are rows without cells.

    Raises:
        ImportFault: it is no text, or no table.
    """
    size = path.stat().st_size
    csv.field_size_limit(4 * MOST_CHARACTERS)
    with _opened(path) as file:
        buffer: Any = file.buffer
        head = file.read(_HEAD)
        file.seek(0)
        reader = csv.reader(
            _without_nul(file), delimiter=_delimiter(head, path), doublequote=True, strict=False
        )
        for number in range(1, 1 << 62):
            try:
                row = next(reader)
            except StopIteration:
                break
            except (csv.Error, UnicodeDecodeError) as err:
                raise _damaged(path, reader.line_num + 1, err) from err
            if number % _AT_ONCE == 0:
                progress(min(size, buffer.tell()))
            yield row
    progress(size)


def _opened(path: Path) -> io.TextIOWrapper:
    """The file as text: bit by bit where it is UTF-8, else decoded as a whole."""
    if _is_utf8(path):
        return path.open(encoding="utf-8-sig", newline="")
    if path.stat().st_size > _MOST_GUESSED:
        raise ImportFault(
            "{file} is too big for a table that is not UTF-8 ({size} MB)",
            hint="Save it as UTF-8, or cut it into parts.",
            file=name_of(path),
            size=path.stat().st_size >> 20,
        )
    text, _ = decoded(path.read_bytes(), name_of(path))
    return io.TextIOWrapper(io.BytesIO(text.encode("utf-8", "replace")), "utf-8", newline="")


def _is_utf8(path: Path) -> bool:
    """Whether all of it is, and no UTF-16 that looks so."""
    with path.open(encoding="utf-8", newline="") as file:
        try:
            some = file.read(1 << 20)
            if some.count("\0") > len(some) // 10:
                return False
            while some:
                some = file.read(1 << 20)
        except UnicodeDecodeError:
            return False
    return True


def _without_nul(file: io.TextIOWrapper) -> Iterator[str]:
    for line in file:
        yield line.replace("\0", "\ufffd")


def _delimiter(head: str, path: Path) -> str:
    """What parts the cells: that by which most rows have as many cells as the first."""
    if path.suffix.lower() == ".tsv":
        return "\t"
    first = head.lstrip().split("\n", 1)[0]
    if first.lower().startswith("sep=") and len(first.rstrip()) == 5:  # Excel's own hint
        return first[4]
    return max(_DELIMITERS, key=lambda each: _fit(head, each))


def _fit(head: str, delimiter: str) -> tuple[float, int]:
    found: list[int] = []
    try:
        for row in csv.reader(io.StringIO(head, newline=""), delimiter=delimiter):
            found.append(len(row))
            if len(found) > _ROWS_COMPARED:
                break
    except csv.Error:
        return (0.0, 0)
    filled = [count for count in found if count]
    if not filled or filled[0] < 2:
        return (0.0, 0)
    compared = filled[:-1] or filled  # the last may be cut off
    return (sum(count == filled[0] for count in compared) / len(compared), filled[0])


def _damaged(path: Path, line: int, err: Exception) -> ImportFault:
    return ImportFault(
        "{file}, line {line}: the table cannot be read ({why})",
        hint="Open it in a spreadsheet and save it again as CSV in UTF-8.",
        file=name_of(path),
        line=line,
        why=str(err)[:100],
    )
