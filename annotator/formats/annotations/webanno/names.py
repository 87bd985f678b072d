"""What WebAnno TSV calls its parts, and how it escapes words: read and written alike."""

from __future__ import annotations

import re

OPENING = "#FORMAT=WebAnno TSV "
TEXT = "#Text="
NOTHING, NO_VALUE = "_", "*"
_LETTERS = {"\t": "t", "\n": "n", "\r": "r", "\f": "f", "\b": "b"}
_ESCAPED_TEXT = {
    **{chr(c): "\\" + chr(c) for c in range(32) if c <= 7 or c >= 14},
    **{char: "\\" + letter for char, letter in _LETTERS.items()},
    "\\": "\\\\",
}
_ESCAPED_VALUE = {char: "\\" + char for char in "\\[]|_;*"} | {
    char: "\\" + _LETTERS[char] for char in "\t\n\r"
}
_text_table, _value_table = str.maketrans(_ESCAPED_TEXT), str.maketrans(_ESCAPED_VALUE)
_PART = re.compile(r"(?:[^\\|]|\\.|\\$)*")
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
_MEANT = {letter: char for char, letter in _LETTERS.items()}


def escaped(text: str) -> str:
    """*text* as it stands after ``#Text=``."""
    return text if text.isprintable() and "\\" not in text else text.translate(_text_table)


def escaped_value(value: str) -> str:
    """A value of a feature as it stands in a column."""
    return value if value.isalnum() else value.translate(_value_table).replace("->", "\\->")


def unescaped(written: str) -> str:
    """What was meant by either."""
    if "\\" not in written:
        return written
    return _ESCAPE.sub(lambda found: _MEANT.get(found[1], found[1]), written)


def parts_of(cell: str) -> list[str]:
    """What is stacked in a cell."""
    if "\\" not in cell:
        return cell.split("|")
    parts, at = [], 0
    while at <= len(cell):
        found = _PART.match(cell, at)
        assert found is not None  # it can be empty
        parts.append(found[0])
        at = found.end() + 1
    return parts
