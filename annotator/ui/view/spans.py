"""Which highlights touch a range of text, found by bisection."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from operator import attrgetter, sub

from msgspec import Struct

from annotator.core.highlight_layout import Highlight
from annotator.core.model import Span

FEW = 500  # highlights that differ; beyond it an index is made anew
CHUNK = 256
LONG = 3000  # a longer highlight sits in a list of its own, so that one does not slow every query

_START, _END = attrgetter("start"), attrgetter("end")


class SpanJoin(Struct, frozen=True):
    """The words between two spans of one annotation (an interrupted claim)."""

    start: int
    end: int
    highlight: Highlight


class HighlightIndex:
    """Highlights in text order. Immutable; see `replaced` for a change of a few among many."""

    __slots__ = ("_asked", "_keys", "_long", "_reach", "highlights", "joins")

    def __init__(self, highlights: Sequence[Highlight] = ()) -> None:
        self.highlights = list(highlights)
        keys = list(map(_START, self.highlights))
        if keys != sorted(keys):
            self.highlights.sort(key=lambda s: (s.start, -s.end))
            keys = list(map(_START, self.highlights))
        self._keys = keys
        self._reach = max(map(sub, map(_END, self.highlights), keys), default=0)
        self._long: list[Highlight] = []
        if self._reach > LONG:
            self._long = [s for s in self.highlights if s.end - s.start > LONG]
            lengths = (s.end - s.start for s in self.highlights)
            self._reach = max((n for n in lengths if n <= LONG), default=0)
        self.joins = _joins(self.highlights)
        self._asked: tuple[str | None, list[Highlight]] = (None, [])

    def replaced(self, highlights: Sequence[Highlight]) -> HighlightIndex:
        """The index of *highlights*, made from this one where nearly all of them are the same.

        Comparing 20,000 equal highlights takes 1 ms, indexing them anew 4.
        """
        new = list(highlights)
        head = _alike(self.highlights, new)
        tail = _alike(self.highlights[head:][::-1], new[head:][::-1])
        gone = self.highlights[head : len(self.highlights) - tail]
        come = new[head : len(new) - tail]
        keys = list(map(_START, new[max(0, head - 1) : len(new) - tail + 1]))
        is_simple = (
            len(gone) + len(come) <= FEW
            and keys == sorted(keys)
            and not self._long
            and all(s.is_first and s.is_last and s.end - s.start <= LONG for s in gone + come)
        )
        if not is_simple:
            return HighlightIndex(new)
        highlight_index = HighlightIndex()
        highlight_index.highlights = new
        highlight_index._keys = list(self._keys)
        highlight_index._keys[head : head + len(gone)] = [s.start for s in come]
        highlight_index._reach = max([self._reach, *(s.end - s.start for s in come)])
        highlight_index.joins = self.joins
        return highlight_index

    def window(self, start: int, end: int) -> list[Highlight]:
        """Highlights that touch [start, end), in text order."""
        low = bisect_left(self._keys, start - self._reach)
        high = bisect_left(self._keys, end)
        found = [s for s in self.highlights[low:high] if s.end > start]
        if self._long:
            far = [s for s in self._long if s.start < start - self._reach and s.end > start]
            found = far + found
        return found

    def joins_in(self, start: int, end: int) -> list[SpanJoin]:
        return [j for j in self.joins if j.start < end and j.end > start]

    def covering(self, position: int) -> list[Highlight]:
        """Highlights over the character at *position*, innermost first."""
        found = self.window(position, position + 1)
        return sorted(found, key=lambda s: (s.end - s.start, s.shape))

    def of(self, owner: str) -> list[Highlight]:
        """Every highlight of one annotation. Looks at all of them, once for each change of *owner*."""
        if self._asked[0] != owner:
            self._asked = owner, [s for s in self.highlights if s.owner == owner]
        return self._asked[1]


def _alike(one: list[Highlight], other: list[Highlight]) -> int:
    """How many highlights the two lists have in common from their start."""
    at, limit = 0, min(len(one), len(other))
    while at < limit and one[at : at + CHUNK] == other[at : at + CHUNK]:
        at += CHUNK
    while at < limit and one[at] == other[at]:
        at += 1
    return min(at, limit)


def unique_owners(highlights: Iterable[Highlight]) -> list[str]:
    return list(dict.fromkeys(s.owner for s in highlights))


def within(spans: Sequence[Span], starts: Sequence[int], start: int, end: int) -> Iterator[int]:
    """Indexes of the sorted, not overlapping *spans* that touch [start, end)."""
    index = max(0, bisect_left(starts, start) - 1)
    while index < len(spans) and spans[index].start < end:
        if spans[index].end > start:
            yield index
        index += 1


def _joins(highlights: Sequence[Highlight]) -> list[SpanJoin]:
    parts: dict[str, list[Highlight]] = {}
    for highlight in [s for s in highlights if not (s.is_first and s.is_last)]:
        parts.setdefault(highlight.owner, []).append(highlight)
    return [
        SpanJoin(one.end, two.start, one)
        for mine in parts.values()
        for one, two in pairwise(mine)
        if one.end < two.start
    ]
