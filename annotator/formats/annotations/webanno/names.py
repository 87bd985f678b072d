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
_ESCAPE = re.compile(r"\\(u[0-9A-Fa-f]{4}|.)", re.DOTALL)  # \u00E9: until 3.1, as Java does
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
    return _joined(_ESCAPE.sub(_meant, written))


def _meant(found: re.Match[str]) -> str:
    if len(found[1]) == 5:
        return chr(int(found[1][1:], 16))
    return _MEANT.get(found[1], found[1])


def _joined(words: str) -> str:
    """*words* whose surrogates, each escaped by itself, are one character again."""
    return words.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


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
