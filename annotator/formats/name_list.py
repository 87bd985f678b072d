"""A list of names with their knowledge-base ids, as a spreadsheet saves it: ``name,id``."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from msgspec import Struct

from annotator.core.errors import ImportFault, UserError
from annotator.core.sources.knowledge_base import id_from

from .text_encoding import decoded

_LARGEST = 5_000_000  # bytes
_SEPARATORS = ",;\t"


class NameList(Struct):
    """What a file says; *faults* are the numbers of the lines that name or identify nothing."""

    entries: list[tuple[str, str]]
    faults: list[int]


def read_names(path: Path) -> NameList:
    """The names in *path*: two columns, separated by comma, semicolon or tab; a heading is passed over.

    Raises:
        ImportFault: it cannot be read, is too large, or has not a single name with an id.
    """
    try:
        if path.stat().st_size > _LARGEST:
            raise ImportFault(
                "{file} is too large for a list of names",
                hint="Keep the names that your articles are about.",
                file=path.name,
            )
        content = path.read_bytes()
    except OSError as err:
        raise ImportFault(
            "{file} cannot be read: {said}", file=path.name, said=err.strerror or str(err)
        ) from err
    text, _ = decoded(content, path.name)
    found = _names(text)
    if not found.entries:
        raise ImportFault(
            "{file} has no line with a name and an id",
            hint="Save it as CSV with two columns: the name, and its Wikidata number or address.",
            file=path.name,
        )
    return found


def _names(text: str) -> NameList:
    first = next((line for line in text.splitlines() if line.strip()), "")
    separator = max(_SEPARATORS, key=first.count)
    name_list = NameList([], [])
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    try:
        for number, row in enumerate(reader):
            cells = [cell.strip() for cell in row]
            if not any(cells):
                continue
            try:
                name, id_ = cells[0], id_from(cells[1] if len(cells) > 1 else "")
            except UserError:
                name = ""
            if name:
                name_list.entries.append((name, id_))
            elif number:  # the first may be the heading
                name_list.faults.append(number + 1)
    except csv.Error:
        name_list.faults.append(reader.line_num)
    return name_list
