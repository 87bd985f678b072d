"""The right margin: a card for each claim, level with its first line, and where they all fit."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter
from typing import NamedTuple

from msgspec import Struct
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QFont, QFontMetricsF, QPainter, QPainterPath, QPen

from ..fonts import sans
from ..theme import Ink
from .layout import Column
from .metrics import Frame, Metrics
from .paint import Look, dashed

GAP = 6.0
REACH = 24  # blocks above the visible ones whose cards may hang down into them
DOTS = 3  # check-worthiness goes from 0 to 3


class Card(Struct, frozen=True):
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


class Placed(NamedTuple):
    """A card and where it lies below the top of its block; *brief* cards have one row."""

    card: Card
    top: float
    height: float
    brief: bool
    line: int


class CardStack:
    """Where the cards lie: each level with its claim, or below the one before it.

    Places hang on blocks, not on the screen, and are kept until the marks or the current claim
    change, so that cards scroll with their text and never jump.
    """

    def __init__(self, cards: Sequence[Card] = ()) -> None:
        self.cards = sorted(cards, key=attrgetter("start"))
        self._starts = [card.start for card in self.cards]
        self.current: str | None = None
        self._placed: dict[int, tuple[list[Placed], float]] = {}

    def forget(self) -> None:
        self._placed.clear()

    def of_block(self, column: Column, index: int) -> list[Card]:
        low = bisect_left(self._starts, column.starts[index])
        if index + 1 == len(column.starts):
            return self.cards[low:]
        return self.cards[low : bisect_left(self._starts, column.starts[index + 1])]

    def placed(self, column: Column, index: int) -> tuple[list[Placed], float]:
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

    def _place(self, column: Column, index: int, carry: float) -> tuple[list[Placed], float]:
        cards = self.of_block(column, index)
        if not cards:
            return [], max(0.0, carry - column.blocks[index].height)
        m = column.m
        block = column.laid(index)
        lines = [column.line_of(min(card.start, block.end))[1] for card in cards]
        full = [height_of(card, m, is_current=card.owner == self.current) for card in cards]
        room = block.height + m.line * 0.6 - carry
        is_dense = len(cards) > 1 and sum(full) + GAP * (len(cards) - 1) > room
        floor = carry
        placed: list[Placed] = []
        for card, line, height in zip(cards, lines, full, strict=True):
            brief = is_dense and card.owner != self.current
            if brief:
                height = brief_height(m)
            level = line * m.line + m.label_row - m.px * 0.3
            top = max(level, floor)
            placed.append(Placed(card, top, height, brief, line))
            floor = top + height + GAP
        return placed, max(0.0, floor - block.height)


def height_of(card: Card, m: Metrics, *, is_current: bool) -> float:
    rows = 2 + (is_current and bool(card.extra)) + bool(card.said)
    return 13.0 + rows * row(m)


def brief_height(m: Metrics) -> float:
    return 9.0 + row(m)


def row(m: Metrics) -> float:
    return round(m.ui_px * 1.34)


def card_rect(placed: Placed, frame: Frame) -> QRectF:
    return QRectF(frame.cards_left, placed.top, frame.cards_width, placed.height)


def card_ink(look: Look, card: Card) -> Ink:
    if card.layer:
        return look.theme.layer(card.layer)
    return look.theme.agreed if card.muted else look.theme.claim


def paint_card(
    painter: QPainter, look: Look, placed: Placed, frame: Frame, *, is_current: bool, lit: bool
) -> None:
    """One card with its hairline to the text; the painter stands at the top left of its block."""
    card, m, theme = placed.card, look.m, look.theme
    ink = card_ink(look, card)
    rect = card_rect(placed, frame)
    _paint_hairline(painter, look, placed, frame, ink if is_current else None)
    edge = ink.strong if is_current else theme.muted if lit else theme.rule
    painter.setPen(QPen(edge, 1.5 if is_current else 1.0))
    painter.setBrush(theme.page if is_current else theme.card)
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 7, 7)
    _paint_edge(painter, rect, ink, suggested=card.suggested)
    left, top, right = (
        rect.left() + 16,
        rect.top() + (4.5 if placed.brief else 6),
        rect.right() - 10,
    )
    high = row(m)
    bold = sans(m.ui_px - 1, QFont.Weight.DemiBold)
    ref = card.ref + ("?" if card.unsure else "")
    painter.setPen(ink.strong)
    _write(painter, bold, QRectF(left, top, 40, high), ref)
    indent = left + max(QFontMetricsF(bold).horizontalAdvance(ref) + 7, m.ui_px * 2.2)
    dots = DOTS * m.ui_px * 0.75 + 4
    painter.setPen(theme.text)
    medium = sans(m.ui_px, QFont.Weight.Medium)
    _write(painter, medium, QRectF(indent, top, right - dots - indent, high), card.title)
    _paint_dots(painter, look, card, right, top + high / 2)
    if placed.brief:
        return
    small = sans(m.ui_px - 1)
    painter.setPen(theme.muted)
    rows = [card.detail, card.extra if is_current else ""]
    for text in (rows[0], *filter(None, rows[1:])):
        top += high
        _write(painter, small, QRectF(indent, top, right - indent, high), text)
    if card.said:
        painter.setPen(ink.strong)
        _write(painter, bold, QRectF(indent, top + high, right - indent, high), card.said)


def _paint_edge(painter: QPainter, rect: QRectF, ink: Ink, *, suggested: bool) -> None:
    x, top, bottom = rect.left() + 7, rect.top() + 8, rect.bottom() - 8
    if suggested:
        painter.setPen(dashed(ink.strong.rgba(), 2.6, 1.6, 1.1))
        painter.drawLine(QPointF(x + 1.3, top), QPointF(x + 1.3, bottom))
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink.strong)
        painter.drawRoundedRect(QRectF(x, top, 2.6, bottom - top), 1.3, 1.3)


def _paint_hairline(
    painter: QPainter, look: Look, placed: Placed, frame: Frame, ink: Ink | None
) -> None:
    m = look.m
    y = placed.line * m.line + m.label_row + m.letters * 0.5
    start = QPointF(frame.right + 8, y)
    end = QPointF(frame.cards_left, placed.top + min(placed.height / 2, m.ui_px * 1.1))
    middle = (start.x() + end.x()) / 2
    path = QPainterPath(start)
    path.cubicTo(QPointF(middle, start.y()), QPointF(middle, end.y()), end)
    painter.setBrush(QBrush(Qt.BrushStyle.NoBrush))
    painter.setPen(QPen(ink.strong if ink else look.theme.rule, 1.2))
    painter.drawPath(path)


def _paint_dots(painter: QPainter, look: Look, card: Card, right: float, y: float) -> None:
    size, pitch = look.m.ui_px * 0.5, look.m.ui_px * 0.75
    strong = card_ink(look, card).strong
    for number in range(DOTS):
        x = right - pitch * (DOTS - number) + (pitch - size)
        is_full = number < card.worthiness
        painter.setPen(QPen(strong if is_full else look.theme.muted, 1))
        painter.setBrush(QBrush(strong) if is_full else QBrush(Qt.BrushStyle.NoBrush))
        painter.drawEllipse(QRectF(x, y - size / 2, size, size))


def _write(painter: QPainter, font: QFont, rect: QRectF, text: str) -> None:
    painter.setFont(font)
    shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
    painter.drawText(rect, int(flags) | int(Qt.TextFlag.TextSingleLine), shown)
