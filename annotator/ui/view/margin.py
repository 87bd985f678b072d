"""The right margin: a card for each claim, level with its first line, and where they all fit."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from operator import attrgetter
from typing import NamedTuple

from msgspec import Struct
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QFont, QFontMetricsF, QPainter, QPainterPath, QPen

from annotator.core.visible_text import visible
from annotator.ui.appearance import plain_text

from ..appearance.fonts import sans
from ..appearance.theme import Ink
from .layout import TextColumn
from .metrics import Metrics, PageFrame
from .paint import PaintStyle, dashed

GAP = 6.0
REACH = 24  # blocks above the visible ones whose cards may hang down into them
_HOLLOW = QBrush(Qt.BrushStyle.NoBrush)
FORM = "→ "  # before the stand-alone form of a claim
DOTS = 3  # check-worthiness goes from 0 to 3


class ClaimCard(Struct, frozen=True):
    """What the margin says of one claim."""

    owner: str
    ref: str
    start: int  # of the claim, in code points
    title: str  # who says it
    detail: str  # how
    extra: str = ""  # shown while the claim is the current one
    worthiness: int = 0
    suggested: bool = False
    layer: int = 0
    said: str = ""
    muted: bool = False
    unsure: bool = False
    told: tuple[str, ...] = ()  # all else that accepting it saves; as ``extra``


class CardRow(NamedTuple):
    """A row of words on a card: in which face, and whether it is muted."""

    face: str
    words: str
    muted: bool = False


class PlacedCard(NamedTuple):
    """A card and where it lies below the top of its block; *brief* cards have one row.

    *rows* are those of the current one, whose words wrap: nothing of it is cut off.
    """

    card: ClaimCard
    top: float
    height: float
    brief: bool
    line: int
    rows: tuple[CardRow, ...] = ()


class CardStack:
    """Where the cards lie: each level with its claim, or below the one before it.

    Places hang on blocks, not on the screen, and are kept until the marks or the current claim
    change, so that cards scroll with their text and never jump.
    """

    def __init__(self, cards: Sequence[ClaimCard] = ()) -> None:
        self.cards = sorted(cards, key=attrgetter("start"))
        self._starts = [card.start for card in self.cards]
        self.current: str | None = None
        self.width = 0.0  # of the cards
        self._placed: dict[int, tuple[list[PlacedCard], float]] = {}

    def forget(self) -> None:
        self._placed.clear()

    def of_block(self, column: TextColumn, index: int) -> list[ClaimCard]:
        low = bisect_left(self._starts, column.starts[index])
        if index + 1 == len(column.starts):
            return self.cards[low:]
        return self.cards[low : bisect_left(self._starts, column.starts[index + 1])]

    def placed(self, column: TextColumn, index: int) -> tuple[list[PlacedCard], float]:
        """Cards of a block, and how far they (or earlier ones) hang out below it."""
        if not self.cards:
            return [], 0.0
        first = index
        while first > 0 and first > index - REACH and first not in self._placed:
            first -= 1
        carry = 0.0
        for number in range(first, index + 1):
            if number not in self._placed:
                self._placed[number] = self._place(column, number, carry)
            carry = self._placed[number][1]
        return self._placed[index]

    def _place(
        self, column: TextColumn, index: int, carry: float
    ) -> tuple[list[PlacedCard], float]:
        cards = self.of_block(column, index)
        if not cards:
            below = carry - column.measure(index) if carry else 0.0
            return [], max(0.0, below)
        m = column.m
        block = column.laid(index)
        lines = [column.line_of(min(card.start, block.end))[1] for card in cards]
        rows = [
            rows_of(card, m, self.width) if card.owner == self.current else () for card in cards
        ]
        full = [height_of(card, m, r) for card, r in zip(cards, rows, strict=True)]
        room = block.height + m.line * 0.6 - carry
        is_dense = len(cards) > 1 and sum(full) + GAP * (len(cards) - 1) > room
        floor = carry
        placed: list[PlacedCard] = []
        for card, line, height, words in zip(cards, lines, full, rows, strict=True):
            brief = is_dense and card.owner != self.current
            if brief:
                height = brief_height(m)
            level = line * m.line + m.label_row - m.px * 0.3
            top = max(level, floor)
            placed.append(PlacedCard(card, top, height, brief, line, words))
            floor = top + height + GAP
        return placed, max(0.0, floor - block.height)


def height_of(card: ClaimCard, m: Metrics, rows: Sequence[CardRow] = ()) -> float:
    return 13.0 + (len(rows) or 2 + bool(card.said)) * row(m)


def rows_of(card: ClaimCard, m: Metrics, width: float) -> tuple[CardRow, ...]:
    """All that the card of the current claim says, in rows as long as there is room for."""
    letters = _letters(m.ui_px)
    room = width - 16 - 10 - _indent(card, m)
    rows = [
        CardRow("medium", each)
        for each in letters.medium.wrapped(card.title, int(room - _dots_width(m)))
    ]
    for text in (card.detail, *card.told):
        is_form = text.startswith(FORM)
        wrapped = letters.small.wrapped(text, int(room))
        rows += [CardRow("small", each, not is_form) for each in wrapped]
    if card.extra:
        rows += [
            CardRow("small", each, True) for each in letters.small.wrapped(card.extra, int(room))
        ]
    if card.said:
        rows += [CardRow("bold", each) for each in letters.bold.wrapped(card.said, int(room))]
    return tuple(rows)


def _reference(card: ClaimCard) -> str:
    return card.ref + ("?" if card.unsure else "")


def _indent(card: ClaimCard, m: Metrics) -> float:
    """From the left edge of a card's letters to where its words begin, behind its number."""
    return max(_letters(m.ui_px).bold.width(_reference(card)) + 7, m.ui_px * 2.5)


def _dots_width(m: Metrics) -> float:
    return DOTS * m.ui_px * 0.75 + 4


def brief_height(m: Metrics) -> float:
    return 9.0 + row(m)


def row(m: Metrics) -> float:
    return round(m.ui_px * 1.34)


def card_rect(placed: PlacedCard, frame: PageFrame) -> QRectF:
    return QRectF(frame.cards_left, placed.top, frame.cards_width, placed.height)


def card_ink(look: PaintStyle, card: ClaimCard) -> Ink:
    if card.layer:
        return look.theme.layer(card.layer)
    return look.theme.agreed if card.muted else look.theme.claim


def paint_card(
    painter: QPainter,
    look: PaintStyle,
    placed: PlacedCard,
    frame: PageFrame,
    *,
    is_current: bool,
    lit: bool,
) -> None:
    """One card with its hairline to the text; the painter stands at the top left of its block."""
    card, m, theme = placed.card, look.m, look.theme
    ink = card_ink(look, card)
    rect = card_rect(placed, frame)
    _paint_hairline(painter, look, placed, frame, ink if is_current else None)
    edge = ink.line if is_current else theme.muted if lit else theme.rule
    painter.setPen(QPen(edge, 1.5 if is_current else 1.0))
    painter.setBrush(theme.page if is_current else theme.card)
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 7, 7)
    _paint_edge(painter, rect, ink, suggested=card.suggested)
    left, right = rect.left() + 16, rect.right() - 10
    top = rect.top() + (4.5 if placed.brief else 6)
    high = row(m)
    letters = _letters(m.ui_px)
    painter.setPen(ink.strong)
    letters.bold.write(painter, left, top, 60, _reference(card))
    indent = left + _indent(card, m)
    _paint_dots(painter, look, card, right, top + high / 2)
    if placed.rows:
        for words in placed.rows:
            face: _Face = getattr(letters, words.face)
            strong = ink.strong if words.face == "bold" else theme.text
            painter.setPen(theme.muted if words.muted else strong)
            face.write(painter, indent, top, right - indent + 2, words.words)
            top += high
        return
    painter.setPen(theme.text)
    letters.medium.write(painter, indent, top, right - _dots_width(m) - indent, card.title)
    if placed.brief:
        return
    painter.setPen(theme.muted)
    letters.small.write(painter, indent, top + high, right - indent, card.detail)
    if card.said:
        painter.setPen(ink.strong)
        letters.bold.write(painter, indent, top + 2 * high, right - indent, card.said)


def _paint_edge(painter: QPainter, rect: QRectF, ink: Ink, *, suggested: bool) -> None:
    inset = min(8.0, rect.height() * 0.22)
    x, top, bottom = rect.left() + 7, rect.top() + inset, rect.bottom() - inset
    if suggested:
        painter.setPen(dashed(ink.line.rgba(), 2.6, 1.6, 1.1))
        painter.drawLine(QPointF(x + 1.3, top), QPointF(x + 1.3, bottom))
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink.line)
        painter.drawRoundedRect(QRectF(x, top, 2.6, bottom - top), 1.3, 1.3)


def _paint_hairline(
    painter: QPainter, look: PaintStyle, placed: PlacedCard, frame: PageFrame, ink: Ink | None
) -> None:
    m = look.m
    y = placed.line * m.line + m.label_row + m.letters * 0.5
    start = QPointF(frame.right + 8, y)
    end = QPointF(frame.cards_left, placed.top + min(placed.height / 2, m.ui_px * 1.1))
    middle = (start.x() + end.x()) / 2
    path = QPainterPath(start)
    path.cubicTo(QPointF(middle, start.y()), QPointF(middle, end.y()), end)
    painter.setBrush(_HOLLOW)
    painter.setPen(QPen(ink.line if ink else look.theme.rule, 1.2))
    painter.drawPath(path)


def _paint_dots(
    painter: QPainter, look: PaintStyle, card: ClaimCard, right: float, y: float
) -> None:
    size, pitch = look.m.ui_px * 0.5, look.m.ui_px * 0.75
    line = card_ink(look, card).line
    painter.setPen(QPen(look.theme.muted, 1))
    painter.setBrush(_HOLLOW)
    for number in range(DOTS - 1, -1, -1):
        if number == card.worthiness - 1:  # from here on to the left they are full
            painter.setPen(QPen(line, 1))
            painter.setBrush(line)
        x = right - pitch * (DOTS - number) + (pitch - size)
        painter.drawEllipse(QRectF(x, y - size / 2, size, size))


class _Face:
    """A font with its measures; shortened texts are kept, for cards are painted over and over."""

    def __init__(self, px: int, weight: QFont.Weight) -> None:
        self.font = sans(px, weight)
        self._measures = QFontMetricsF(self.font)
        self._ascent = self._measures.ascent()
        self.shown = lru_cache(maxsize=2000)(self._shortened)
        self.wrapped = lru_cache(maxsize=2000)(self._in_rows)
        self.width = lru_cache(maxsize=2000)(self._measures.horizontalAdvance)

    def _shortened(self, text: str, width: int) -> str:
        return plain_text.elided(self._measures, text, Qt.TextElideMode.ElideRight, width)

    def _in_rows(self, text: str, width: int) -> tuple[str, ...]:
        """*text* in rows that are no wider; a word that is wider is cut."""
        rows: list[str] = []
        here = ""
        for word in visible(text).split(" "):
            longer = f"{here} {word}" if here else word
            if self.width(longer) <= width:
                here = longer
                continue
            if here:
                rows.append(here)
            here = word
            while len(here) > 1 and self.width(here) > width:
                at = next(
                    n for n in range(len(here), 0, -1) if n == 1 or self.width(here[:n]) <= width
                )
                rows.append(here[:at])
                here = here[at:]
        return (*rows, here) if here else tuple(rows)

    def write(self, painter: QPainter, x: float, top: float, width: float, text: str) -> None:
        painter.setFont(self.font)
        plain_text.draw(
            painter, QPointF(x, round(top + self._ascent + 1)), self.shown(text, int(width))
        )


class _Letters(NamedTuple):
    bold: _Face
    medium: _Face
    small: _Face


@lru_cache(maxsize=8)
def _letters(px: int) -> _Letters:
    weight = QFont.Weight
    return _Letters(
        _Face(px - 1, weight.DemiBold), _Face(px, weight.Medium), _Face(px - 1, weight.Normal)
    )
