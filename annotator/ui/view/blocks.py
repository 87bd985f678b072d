"""An article's text cut into paragraphs, and what is odd about the letters in them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from PySide6.QtGui import QTextLayout

from annotator.core.text import Utf16Map

from .metrics import Metrics

LONGEST = 4000  # code points; a longer paragraph is cut, at a space where there is one

# Characters that steer the direction of others (and could hide what is written), or would break
# a line: drawn as U+FFFD with their name over it. Same number of UTF-16 units.
SIGNS = {
    **{chr(c): f"{c:02X}" for c in (*range(1, 9), *range(11, 32), 127)},
    "\u202a": "LRE",
    "\u202b": "RLE",
    "\u202c": "PDF",
    "\u202d": "LRO",
    "\u202e": "RLO",
    "\u2066": "LRI",
    "\u2067": "RLI",
    "\u2068": "FSI",
    "\u2069": "PDI",
    "\u2028": "LS",
    "\u2029": "PS",
    "\x85": "NEL",
    "\ufeff": "BOM",
}
_SIGN = re.compile("[\x01-\x08\x0b-\x1f\x7f\x85\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]")
_RTL = re.compile("[\u0590-\u08ff\u200f\u061c\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff]")
_PARAGRAPH = re.compile("[^\n]+")


class Block:
    """One paragraph, or a cut of a very long one. Blank lines belong to the gap after it."""

    __slots__ = (
        "end",
        "gap",
        "height",
        "is_mixed",
        "is_rtl",
        "layout",
        "lines",
        "number",
        "ops",
        "start",
        "units",
    )

    def __init__(self, start: int, end: int, number: int, gap: float) -> None:
        self.start = start
        self.end = end
        self.number = number  # 0: not counted
        self.gap = gap
        self.height = 0.0
        self.lines = 0
        self.layout: QTextLayout | None = None
        self.units = _PLAIN
        self.is_mixed = False  # has letters written from right to left
        self.is_rtl = False  # begins with one: the whole paragraph goes that way
        self.ops: object = None  # draw list, see ops.py; dropped with the layout


_PLAIN = Utf16Map("")


def cut(text: str, m: Metrics) -> list[Block]:
    """Blocks of *text*: at least one, in order; line ends between them belong to none."""
    blocks: list[Block] = []
    has_blank_lines = "\n\n" in text
    number = 0
    length = len(text)
    for match in _PARAGRAPH.finditer(text):
        start, end = match.span()
        is_single = has_blank_lines and end + 1 < length and text[end + 1] != "\n"
        gap = m.break_gap if is_single else m.paragraph_gap
        if text[start].isspace() and match[0].isspace():
            shown = 0
        else:
            shown = number = number + 1
        if end - start <= LONGEST:
            blocks.append(Block(start, end, shown, gap))
            continue
        for first, last in _cuts(text, start, end):
            whole = last == end
            blocks.append(Block(first, last, shown if first == start else 0, gap if whole else 0.0))
    return blocks or [Block(0, 0, 0, m.paragraph_gap)]


def _cuts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > LONGEST:
        at = text.rfind(" ", start + LONGEST // 2, start + LONGEST) + 1
        if not at:
            at = start + LONGEST
            while at > start + LONGEST - 64 and _clings(text[at - 1], text[at]):
                at -= 1
        yield start, at
        start = at
    yield start, end


def _clings(before: str, char: str) -> bool:
    """Whether *char* is drawn as one with the character before it."""
    return (
        unicodedata.combining(char) > 0
        or unicodedata.category(char) in ("Mn", "Me", "Mc", "Cf")
        or "\U0001f3fb" <= char <= "\U0001f3ff"
        or "\U0001f1e6" <= char <= "\U0001f1ff"
        or before == "\u200d"
    )


def disarmed(text: str) -> str:
    """*text* with every character of `SIGNS` as U+FFFD."""
    return _SIGN.sub("\ufffd", text)


def has_rtl(text: str) -> bool:
    """Whether anything in *text* is written from right to left."""
    return _RTL.search(text) is not None


def begins_rtl(text: str) -> bool:
    """Whether the first letter of *text* that has a direction goes from right to left."""
    for char in text:
        direction = unicodedata.bidirectional(char)
        if direction in ("L", "R", "AL"):
            return direction != "L"
    return False
