"""From the lines of a column to paragraphs: words and sentences that lines cut are put together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from statistics import median

from msgspec import Struct

from annotator.core.text import canonical

from ...language_detection import detect
from .layout import Block, TextLine, leading_of

_HYPHENS = "-\u2010\u00ad"
_BROKEN = re.compile(rf"([^\W\d_]+)([{_HYPHENS}])$")
_FIRST = re.compile(r"[^\W\d_]+")
_WORD = re.compile(r"[^\W\d_]+(?:[-\u2010][^\W\d_]+)*")
_ENDS = re.compile(r"[.!?…:;][»”\"’')\]]*$")
_BULLET = re.compile(r"(?:[•▪■●◦‣·*]|[–—-] )")
_HYPHENATED = {"ex", "self", "non"}  # what keeps its hyphen before anything
_FRENCH = re.compile(
    "il|elle|on|ils|elles|je|tu|nous|vous|ce|ci|là|t|moi|toi|les?|la|lui|leur|en|y"
)


class PagedText(Struct, frozen=True):
    """A text, and where in it each page starts (code points)."""

    text: str
    starts: list[int]

    def pages(self) -> list[str]:
        """The text of each page; together they are the whole."""
        ends = [*self.starts[1:], len(self.text)]
        return [self.text[start:end] for start, end in zip(self.starts, ends, strict=True)]


def prose(pages: Sequence[Iterable[Block]]) -> PagedText:
    """The pages' blocks as one text, a paragraph a line."""
    laid = [[[*map(_without_soft_hyphens, block)] for block in page] for page in pages]
    joins = _Joins([line.text for page in laid for block in page for line in block])
    text = _Growing()
    last: TextLine | None = None
    starts: list[int] = []
    for page in laid:
        start = None
        for block in page:
            for line, begins in zip(block, _begins(block, last), strict=True):
                at = text.add(line.text, joins, begins=begins)
                start = at if start is None else start
                last = line
        starts.append(text.length if start is None else start)
    # no offset moves: nothing in it is of two characters that become one
    return PagedText(canonical("".join(text.parts)), [0, *starts[1:]])


class _Growing:
    """A text that lines are added to."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.length = 0

    def add(self, line: str, joins: _Joins, *, begins: bool) -> int:
        """Where *line* starts in the text."""
        between = joins.between(self.parts[-1], line, begins=begins) if self.parts else ""
        if between is None:
            self.parts[-1] = self.parts[-1][:-1]
            self.length -= 1
        self.parts += (between or "", line)
        start = self.length + len(between or "")
        self.length = start + len(line)
        return start


def _without_soft_hyphens(line: TextLine) -> TextLine:
    """The line with none but at its end: only there one was seen."""
    text = line.text[:-1].replace("\u00ad", "") + line.text[-1]
    return TextLine(line.x0, line.x1, line.y, line.size, text)


def _begins(block: Block, last: TextLine | None) -> Iterator[bool]:
    """Whether each line of *block* begins a paragraph; *last* is the line before the block."""
    yield last is None or not _goes_on(last, block[0])
    left, right = median(line.x0 for line in block), max(line.x1 for line in block)
    leading = leading_of(block)
    for before, line in pairwise(block):
        size = min(before.size, line.size)
        is_indented = line.x0 - left > 0.8 * size and line.x0 - before.x0 > 0.8 * size
        is_new = _ENDS.search(before.text) is not None or not line.text[0].islower()
        is_short = right - before.x1 > 0.15 * (right - left)
        yield (
            abs(before.size - line.size) > 0.15 * size
            or before.y - line.y > (1.35 if is_new else 1.9) * max(leading, size)
            or (is_indented and is_new and line.x0 - left < 0.5 * (right - left))
            or (is_short and _ENDS.search(before.text) is not None)
            or _BULLET.match(line.text) is not None
        )


def _goes_on(last: TextLine, line: TextLine) -> bool:
    """Whether a sentence runs on from one column or page to the next."""
    return (
        abs(last.size - line.size) <= 0.1 * line.size
        and _ENDS.search(last.text) is None
        and (line.text[0].islower() or _BROKEN.search(last.text) is not None)
    )


class _Joins:
    """Decides what stands between two lines, by the words that the document has elsewhere."""

    def __init__(self, lines: Sequence[str]) -> None:
        words = {word.casefold() for line in lines for word in _WORD.findall(line)}
        self._words = words
        self._is_french = detect(" ".join(lines[:60])) == "fr"

    def between(self, one: str, two: str, *, begins: bool) -> str | None:
        """What stands between; None: nothing, and the hyphen goes."""
        if begins:
            return "\n"
        broken = _BROKEN.search(one)
        if broken is None:
            return "" if re.search(r"\S[\u2010-]$", one) and two[0].isalnum() else " "
        return None if self._is_one_word(broken, two) else ""

    def _is_one_word(self, broken: re.Match[str], two: str) -> bool:
        if broken[2] == "\u00ad":
            return True
        found = _FIRST.match(two)
        if found is None or not found[0][0].islower():
            return False
        head, rest = broken[1].casefold(), found[0].casefold()
        if head + rest in self._words:
            return True
        is_hyphenated = f"{head}-{rest}" in self._words or head in _HYPHENATED
        return not is_hyphenated and not (self._is_french and _FRENCH.fullmatch(rest))
