"""Draw list of one block: what stands where, before anything is painted.

Coordinates are pixels from the block's top left. A list is kept until the block's highlights or its
layout change, so a frame that only scrolls computes nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from annotator.core.highlight_layout import Highlight, HighlightShape

from .blocks import SIGNS
from .layout import LinePiece, TextColumn
from .metrics import Metrics
from .spans import HighlightIndex, SpanJoin

Measure = Callable[[str], float]  # width of a label in pixels

PUSH = 28.0  # how far a label may be moved right by its neighbour
TAG_GAP = 5.0


class LabelBox(NamedTuple):
    """A chip behind words; open at a side where the words go on in another line."""

    x: float
    y: float
    width: float
    height: float
    highlight: Highlight
    is_start: bool
    is_end: bool


class Rule(NamedTuple):
    """An underline; *tick* is the height of a bracket's ends."""

    left: float
    right: float
    y: float
    tick: float
    width: float
    highlight: Highlight
    is_start: bool
    is_end: bool


class Tag(NamedTuple):
    """Small words in the row above a line."""

    x: float
    y: float
    width: float
    text: str
    highlight: Highlight


class Bar(NamedTuple):
    """A claim's lines, marked in the gutter; lane 0 is next to the text."""

    lane: int
    top: float
    bottom: float
    highlight: Highlight


class HiddenCharacter(NamedTuple):
    """The name of a character that shows nothing itself, over the place where it stands."""

    x: float
    y: float
    width: float
    text: str


class DrawList(NamedTuple):
    boxes: list[LabelBox]
    rules: list[Rule]
    joins: list[Rule]
    tags: list[Tag]
    bars: list[Bar]
    signs: list[HiddenCharacter]
    highlights: list[Highlight]  # what it was made from
    bridged: list[SpanJoin]


class _Wish(NamedTuple):
    line: int
    x: float
    room: float  # width of the words it names, on that line
    text: str
    highlight: Highlight


def build(
    column: TextColumn,
    index: int,
    highlights: HighlightIndex,
    measure: Measure,
    whose: Mapping[str, str] = {},
) -> DrawList:
    """The draw list of one block; *whose* says of claims who says them, where no card does."""
    block = column.laid(index)
    m = column.m
    found = highlights.window(block.start, block.end)
    bridged = highlights.joins_in(block.start, block.end)
    ops = DrawList([], [], [], [], [], _signs(column, index), found, bridged)
    wishes: list[_Wish] = []
    claims: list[tuple[int, int, Highlight]] = []
    pitch, width = lane_pitch(found, m)
    for highlight in sorted(found, key=lambda s: (s.shape, s.start, -s.end)):
        pieces = column.pieces(index, highlight.start, highlight.end)
        if not pieces:
            continue
        first = pieces[0]
        if highlight.shape == HighlightShape.CHIP:
            ops.boxes.extend(_box(piece, highlight, m) for piece in pieces)
        else:
            ops.rules.extend(_rule(piece, highlight, m, pitch, width) for piece in pieces)
            if highlight.shape == HighlightShape.BRACKET:
                claims.append((first.line, pieces[-1].line, highlight))
        is_here = highlight.is_first and first.is_start
        text = caption(highlight, whose.get(highlight.owner, "")) if is_here else ""
        if text:
            wishes.append(
                _Wish(first.line, first.left - 1, first.right - first.left, text, highlight)
            )
    for join in bridged:
        for piece in column.pieces(index, join.start, join.end):
            ops.joins.append(_rule(piece, join.highlight, m, pitch, 1.2))
    ops.tags.extend(place_tags(wishes, measure, m, column.width))
    ops.bars.extend(_bars(claims, m))
    return ops


def caption(highlight: Highlight, whose: str = "") -> str:
    """What is written above a highlight: ``ORG``, ``ORG ?``, ``ORG · only A``; often nothing."""
    label = highlight.label if highlight.shape == HighlightShape.CHIP else whose
    if highlight.unsure:
        label = f"{label} ?" if label else "?"
    if highlight.said:
        label = f"{label} · {highlight.said}" if label else highlight.said
    return label


def lane_pitch(highlights: Sequence[Highlight], m: Metrics) -> tuple[float, float]:
    """Distance of lanes and width of their lines: narrower where there are more than three."""
    deepest = max((s.lane for s in highlights), default=0)
    pitch = m.lane_pitch
    if deepest:
        pitch = min(pitch, (m.lanes - _first_lane(m)) / deepest)
    return pitch, max(1.0, min(m.px * 0.12, pitch - 1.2))


def _first_lane(m: Metrics) -> float:
    return m.px * 0.22 if not m.compact else m.px * 0.14


def _box(piece: LinePiece, highlight: Highlight, m: Metrics) -> LabelBox:
    y = piece.line * m.line + m.label_row - 0.5
    width = max(2.0, piece.right - piece.left) + 3
    return LabelBox(
        piece.left - 1.5, y, width, m.letters + 1, highlight, piece.is_start, piece.is_end
    )


def _rule(piece: LinePiece, highlight: Highlight, m: Metrics, pitch: float, width: float) -> Rule:
    below = piece.line * m.line + m.label_row + m.letters
    if highlight.shape == HighlightShape.BRACKET:
        y = below + _first_lane(m) + highlight.lane * pitch
        tick = m.px * 0.26 if highlight.lane == 0 else max(2.0, pitch - 0.5)
        is_start = piece.is_start and highlight.is_first
        is_end = piece.is_end and highlight.is_last
    else:
        y, tick, is_start, is_end = below + 0.6, 0.0, piece.is_start, piece.is_end
    right = max(piece.right, piece.left + 2)
    return Rule(piece.left, right, y, tick, width, highlight, is_start, is_end)


def place_tags(wishes: list[_Wish], measure: Measure, m: Metrics, column_width: float) -> list[Tag]:
    """Labels that overlap neither each other nor the margin.

    Each starts at its words. Pushed by a neighbour it moves right while it stays above its own
    words; where that is not enough the longer one is shortened, at last left out (the colour
    stays, and the tool tip tells). Labels of words that begin together stand side by side.
    """
    wishes.sort(key=lambda w: (w.line, w.x, -w.room))
    groups = [list(each) for _, each in groupby(wishes, key=lambda w: (w.line, w.x))]
    tags: list[Tag] = []
    busy_line, busy = -1, 0.0
    edge = column_width + 22
    for number, (wish, *others) in enumerate(groups):
        if wish.line != busy_line:
            busy_line, busy = wish.line, -100.0
        x = max(wish.x, busy)
        if x - wish.x > _slack(wish):
            continue
        limit = edge
        if number + 1 < len(groups) and (after := groups[number + 1][0]).line == wish.line:
            limit = min(edge, after.x + _slack(after) - TAG_GAP)
        text, width = _fitted(wish.text, max(limit - x, wish.room if limit < edge else 0), measure)
        if limit == edge and width < measure(wish.text):
            # at the end of a line there is room to the left
            text, width = wish.text, measure(wish.text)
            x = max(busy, edge - width)
        if text:
            tags.append(Tag(x, wish.line * m.line, width, text, wish.highlight))
            tags += _beside(tags.pop(), others, measure, limit)
            busy = tags[-1].x + tags[-1].width + TAG_GAP
    return tags


def _beside(first: Tag, others: list[_Wish], measure: Measure, limit: float) -> list[Tag]:
    """*first* and the labels of what begins with it, as far as there is room; a + for the rest."""
    tags = [first]
    for wish in others:
        x = tags[-1].x + tags[-1].width + TAG_GAP
        width = measure(wish.text)
        if x + width > limit:
            last = tags.pop()
            more = last.text + "+"
            tags.append(last._replace(text=more, width=measure(more)))
            break
        tags.append(Tag(x, first.y, width, wish.text, wish.highlight))
    return tags


def _slack(wish: _Wish) -> float:
    return max(0.0, min(PUSH, wish.room - 12))


def _fitted(text: str, room: float, measure: Measure) -> tuple[str, float]:
    width = measure(text)
    if width <= room:
        return text, width
    for length in range(min(len(text) - 1, 12), 1, -1):
        short = text[:length].rstrip(" ·?") + "…"
        if (width := measure(short)) <= room:
            return short, width
    return "", 0.0


def _bars(claims: list[tuple[int, int, Highlight]], m: Metrics) -> list[Bar]:
    """One bar for each claim; claims that share a line stand side by side."""
    hulls: dict[str, tuple[int, int, Highlight]] = {}
    for first, last, highlight in sorted(claims, key=lambda c: (c[2].start, -c[2].end)):
        above, below, shown = hulls.get(highlight.owner, (first, last, highlight))
        hulls[highlight.owner] = min(above, first), max(below, last), shown
    ends: list[int] = []
    bars: list[Bar] = []
    for first, last, highlight in hulls.values():
        lane = next((k for k, end in enumerate(ends) if end < first), len(ends))
        ends[lane : lane + 1] = [last]
        top = first * m.line + m.label_row + 1
        bars.append(Bar(lane, top, (last + 1) * m.line - m.lanes * 0.5, highlight))
    return bars


def _signs(column: TextColumn, index: int) -> list[HiddenCharacter]:
    block = column.blocks[index]
    text = column.text[block.start : block.end]
    if text.isprintable():
        return []
    signs: list[HiddenCharacter] = []
    for offset, char in enumerate(text):
        if char in SIGNS:
            at = block.start + offset
            for piece in column.pieces(index, at, at + 1):
                y = piece.line * column.m.line + column.m.label_row
                signs.append(HiddenCharacter(piece.left, y, piece.right - piece.left, SIGNS[char]))
    return signs
