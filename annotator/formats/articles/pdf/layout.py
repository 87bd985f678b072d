"""From pieces of text on a page to lines in the order in which a reader takes them.

A page is cut along its gutters: what stretches over a gutter (a headline, a caption) divides the
page into bands, and in each band the left side is read before the right one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import TypeAlias, TypeVar

from msgspec import Struct

from .glyphs import TextRun

_WORD_GAP = 0.15  # of the type size: a space, though none is drawn
_SEGMENT_GAP = 0.8  # ... and perhaps another column
_SAME_BASELINE = 0.4
_MOST_SEGMENTS = 3_000  # of a page; more are read from top to bottom
_GRID = 300  # places across a page where a gutter is looked for
_CROSSED = 0.25  # of the rows at most may stretch over a gutter
_LEAST_ROWS = 3  # beside each other, for a gutter
_LEAST_LETTERS = 10  # in a row of a column, on average; tables have fewer
_EDGE_ROWS = 2  # of a page, above and below, in which running heads are looked for
_INITIAL = 1.8  # times as large as the other letters
_MOST_INITIALS = 50  # of a page
_INITIAL_TEXT = re.compile(r"\s*\W?[^\W\d_][’']?\s*")
_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"\W*(?:p(?:ag(?:ina|e)?)?\.?\s*)?\d{1,4}(?:\s*(?:di|of|de|sur|/)\s*\d{1,4})?\W*", re.I
)


class TextLine(Struct, frozen=True, gc=False):
    """A line of a column, or a part of one; *x0*, *x1* and the baseline *y* in points."""

    x0: float
    x1: float
    y: float
    size: float
    text: str

    @property
    def top(self) -> float:
        return self.y + 0.75 * self.size


Block: TypeAlias = list[TextLine]  # lines below each other
_Put = TypeVar("_Put", TextRun, TextLine)


def segments(pieces: Sequence[TextRun]) -> list[TextLine]:
    """The pieces put together to lines that nothing wide interrupts."""
    text_lines: list[TextLine] = []
    initials: list[TextRun] = []
    usual = _usual_size(pieces)
    for row in _rows(pieces):
        run: list[TextRun] = []
        large = [piece for piece in row if piece.size > _INITIAL * usual]
        is_initial = len(large) == 1 and _INITIAL_TEXT.fullmatch(large[0].text)
        if is_initial and len(initials) < _MOST_INITIALS:
            initials += large
            row.remove(large[0])
        for piece in row:
            if run and piece.x0 - run[-1].x1 > _SEGMENT_GAP * max(piece.size, run[-1].size):
                text_lines.append(_line(run))
                run = []
            if not (run and _is_overprint(piece, run[-1])):
                run.append(piece)
        if run:
            text_lines.append(_line(run))
    for initial in initials:
        text_lines = _with_initial(initial, text_lines)
    return [line for line in text_lines if line.text]


def without_running_heads(pages: Sequence[list[TextLine]]) -> list[list[TextLine]]:
    """The segments of *pages* without page numbers and what stands above or below several."""
    edges = [_edges(page) for page in pages]
    seen = Counter(key for page in edges for key in {*page.values()})
    least = min(3, max(2, round(0.4 * len(pages))))
    kept: list[list[TextLine]] = []
    for page, edge in zip(pages, edges, strict=True):
        running = {
            line
            for line, key in edge.items()
            if seen[key] >= least or _is_page_number(line, page, len(pages))
        }
        body = [line for line in page if line not in running]
        kept.append(body if _letters(body) >= _letters(page) / 2 else page)
    return kept


def _is_page_number(line: TextLine, page: Sequence[TextLine], count: int) -> bool:
    """Whether a line at the edge of one of *count* pages says which it is; a single one says 1."""
    is_last = all(other is line or other.y > line.y + line.size for other in page)
    return bool(_PAGE_NUMBER.fullmatch(line.text)) and (count > 1 or (line.text == "1" and is_last))


def _letters(lines: Iterable[TextLine]) -> int:
    return sum(len(line.text) for line in lines)


def blocks(lines: Sequence[TextLine]) -> Iterator[Block]:
    """The lines in reading order, those of a column together."""
    waiting = [list(lines)]
    while waiting:
        region = waiting.pop()
        gutter = _gutter(region) if 2 * _LEAST_ROWS <= len(region) <= _MOST_SEGMENTS else None
        if gutter is None:
            if region:
                yield [_line(row) for row in _rows(region)]
        else:
            waiting += reversed(_bands(region, gutter))


def _bands(region: Sequence[TextLine], gutter: float) -> list[Block]:
    """The region's parts in reading order: what crosses the gutter, and both sides between."""
    parts: list[Block] = []
    left: Block = []
    right: Block = []
    across: Block = []
    for line in sorted(region, key=lambda line: -line.top):
        if line.x0 < gutter < line.x1:
            if left or right:
                parts += [across, left, right]
                left, right, across = [], [], []
            across.append(line)
        else:
            (left if line.x1 <= gutter else right).append(line)
    return [part for part in [*parts, across, left, right] if part]


def _gutter(region: Sequence[TextLine]) -> float | None:
    """Where fewest lines cross, of the places with columns on both sides; the widest such."""
    start, end = min(line.x0 for line in region), max(line.x1 for line in region)
    step = (end - start) / _GRID
    if step <= 0:
        return None
    crossed = [0] * (_GRID + 2)
    for line in region:
        crossed[int((line.x0 - start) / step) + 1] += 1
        crossed[min(int((line.x1 - start) / step) + 1, _GRID + 1)] -= 1
    for at in range(1, len(crossed)):
        crossed[at] += crossed[at - 1]
    candidates = sorted(_valleys(crossed), key=lambda valley: (valley[0], valley[1] - valley[2]))
    for most, first, last in candidates:
        if most > _CROSSED * len(region):
            return None
        gutter = start + step * ((first + last) / 2 - 0.5)
        if _has_columns(region, gutter):
            return gutter
    return None


def _valleys(crossed: Sequence[int]) -> Iterator[tuple[int, int, int]]:
    """Stretches of the same number that is less than what stands before and after."""
    first = 1
    for at in range(2, len(crossed)):
        if crossed[at] != crossed[first]:
            if crossed[first - 1] > crossed[first] < crossed[at]:
                yield crossed[first], first, at
            first = at


def _has_columns(region: Sequence[TextLine], gutter: float) -> bool:
    left = [line for line in region if line.x1 <= gutter]
    right = [line for line in region if line.x0 >= gutter]
    if min(len(left), len(right)) < _LEAST_ROWS:
        return False
    low = max(min(line.y for line in side) for side in (left, right))
    high = min(max(line.top for line in side) for side in (left, right))
    beside = [[line for line in side if low <= line.y <= high] for side in (left, right)]
    return all(
        len(side) >= _LEAST_ROWS
        and sum(len(line.text) for line in side) >= _LEAST_LETTERS * len(side)
        for side in beside
    )


def _rows(items: Iterable[_Put]) -> Iterator[list[_Put]]:
    """What stands on one baseline, from left to right; the rows from top to bottom."""
    row: list[_Put] = []
    for item in sorted(items, key=lambda item: -item.y):
        if row and row[0].y - item.y > _SAME_BASELINE * min(row[0].size, item.size):
            yield sorted(row, key=lambda item: item.x0)
            row = []
        row.append(item)
    if row:
        yield sorted(row, key=lambda item: item.x0)


def _line(row: Sequence[TextRun | TextLine]) -> TextLine:
    words: list[str] = []
    end = row[0].x0
    for item in row:
        if item.x0 - end > _WORD_GAP * item.size:
            words.append(" ")
        words.append(item.text)
        end = max(end, item.x1)
    longest = max(row, key=lambda item: len(item.text))
    return TextLine(row[0].x0, end, longest.y, longest.size, " ".join("".join(words).split()))


def _is_overprint(piece: TextRun, last: TextRun) -> bool:
    """Whether the same is drawn twice, which makes it look bold."""
    return piece.text == last.text and abs(piece.x0 - last.x0) < 0.15 * piece.size


def _usual_size(pieces: Iterable[TextRun]) -> float:
    letters: Counter[float] = Counter()
    for piece in pieces:
        letters[round(piece.size, 1)] += len(piece.text)
    return max(letters, key=lambda size: letters[size], default=1.0)


def _with_initial(initial: TextRun, lines: Sequence[TextLine]) -> list[TextLine]:
    """The lines with a large initial put before the uppermost of those that stand beside it."""
    beside = [
        line
        for line in lines
        if initial.y - 0.2 * initial.size < line.y < initial.y + 0.9 * initial.size
        and -0.3 * initial.size < line.x0 - initial.x1 < initial.size
    ]
    text = initial.text.strip()
    if not beside:
        return [*lines, TextLine(initial.x0, initial.x1, initial.y, initial.size, text)]
    first = max(beside, key=lambda line: line.y)
    pushed = min(line.x0 for line in beside) - initial.x0
    made = [line for line in lines if line not in beside]
    for line in beside:
        words = text + line.text if line is first else line.text
        made.append(TextLine(line.x0 - pushed, line.x1, line.y, line.size, words))
    return made


def _edges(page: Sequence[TextLine]) -> dict[TextLine, tuple[str, int]]:
    """The lines at the upper and the lower edge, with what makes them equal to another page's."""
    rows = list(_rows(page))
    ends = rows[:_EDGE_ROWS] + rows[_EDGE_ROWS:][-_EDGE_ROWS:]
    return {
        line: (_DIGITS.sub("#", line.text).casefold(), round(line.y / 6))
        for row in ends
        for line in row
    }


def leading_of(block: Block) -> float:
    """The usual distance of two baselines."""
    steps = [one.y - two.y for one, two in pairwise(block)]
    return median(steps) if steps else 0.0
