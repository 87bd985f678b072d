"""How the offsets of a foreign file count, told by the words that it quotes.

Code points, UTF-16 units or bytes; a CR LF as two or as one; a byte order mark before the text or
none; the end as what follows the last character, or as the last character itself. All of these are
met, and no file says which. So each is tried on the quotes, and the one that fits most is taken.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import accumulate, product
from typing import Literal, TypeAlias

from msgspec import Struct

Unit: TypeAlias = Literal["points", "utf16", "bytes"]
Quote: TypeAlias = tuple[str, int, int, str]
"""A text, a start and an end as the file has them, and the words that it says stand there."""

_MOST_QUOTES = 2000
_WIDE = 0x10000


class Counting(Struct, frozen=True):
    """What an offset of a file counts, from the beginning of the text."""

    unit: Unit = "points"
    one_line_end: bool = False  # CR LF is one
    mark: bool = False  # a byte order mark before the text is counted
    names_last: bool = False  # an end is the last character, not what follows it

    @property
    def is_plain(self) -> bool:
        return self == PLAIN


PLAIN = Counting()


class OffsetMap:
    """The offsets of a file in one text of it → code points."""

    def __init__(self, text: str, counting: Counting) -> None:
        self._counting = counting
        self._starts: list[int] | None = None
        is_wide = counting.unit != "points" and not text.isascii()
        if is_wide or (counting.one_line_end and "\r\n" in text):
            self._starts = [0, *accumulate(_widths(text, counting))]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Start and end, exclusive, in code points; beyond the text where they are beyond it."""
        end += self._counting.names_last
        return self._point(start), self._point(end)

    def _point(self, offset: int) -> int:
        offset -= self._counting.mark * (3 if self._counting.unit == "bytes" else 1)
        if self._starts is None or not 0 <= offset <= self._starts[-1]:
            return offset
        at = bisect_left(self._starts, offset)
        return at if self._starts[at] == offset else at - 1  # within a character: its beginning


def _widths(text: str, counting: Counting) -> Iterable[int]:
    for at, character in enumerate(text):
        if character == "\r" and counting.one_line_end and text[at + 1 : at + 2] == "\n":
            yield 0
        elif counting.unit == "utf16":
            yield 1 + (ord(character) >= _WIDE)
        elif counting.unit == "bytes":
            yield len(character.encode("utf-8", "surrogatepass"))
        else:
            yield 1


def counting_of(
    quoted: Iterable[Quote], *, names_last: Sequence[bool] = (False,), otherwise: Counting = PLAIN
) -> Counting:
    """The way of counting by which most of *quoted* fit; *otherwise* where none is better.

    *names_last* are the ways to name an end that are thought of.
    """
    by_text: dict[str, list[Quote]] = {}
    for count, quote in enumerate(quoted):
        if count == _MOST_QUOTES:
            break
        by_text.setdefault(quote[0], []).append(quote)
    ways = [otherwise, *(way for way in _ways(by_text, names_last) if way != otherwise)]
    scores = dict.fromkeys(ways, 0)
    for text, quotes in by_text.items():
        for way in ways:
            offsets = OffsetMap(text, way)
            for _, start, end, words in quotes:
                begin, stop = offsets.span(start, end)
                scores[way] += 0 <= begin < stop <= len(text) and is_same(text[begin:stop], words)
    return max(ways, key=lambda way: scores[way])  # of equals the first


def _ways(texts: Iterable[str], names_last: Sequence[bool]) -> list[Counting]:
    """Those that can differ in these texts, the usual ones first."""
    whole = list(texts)
    units: list[Unit] = ["points"]
    units += ["utf16"] if any(c >= "\U00010000" for text in whole for c in text) else []
    units += ["bytes"] if not all(map(str.isascii, whole)) else []
    line_ends = (False, True) if any("\r\n" in text for text in whole) else (False,)
    return [
        Counting(unit, one_line_end, mark, last)
        for mark, last, one_line_end, unit in product((False, True), names_last, line_ends, units)
    ]


def is_same(there: str, said: str) -> bool:
    """Whether the words are those that the file quotes; white space apart, as tools fold it."""
    return there == said or there.split() == said.split()


def stands_in(words: str, text: str) -> bool:
    """Whether the text has these words somewhere, white space apart."""
    return bool(words) and " ".join(words.split()) in " ".join(text.split())
