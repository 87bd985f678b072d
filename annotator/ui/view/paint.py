"""Draw lists → QPainter. Nothing here measures or decides; what is where comes from `ops`."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from msgspec import Struct
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QPainter, QPen

from annotator.core.highlight_layout import Highlight, HighlightShape
from annotator.ui.appearance import plain_text

from ..appearance.fonts import sans
from ..appearance.theme import Ink, Theme
from .draw_list import Bar, DrawList, HiddenCharacter, LabelBox, Rule, Tag
from .metrics import Metrics

ROUND = 4.0
BAR_PITCH, BAR_WIDTH, BAR_ROOM = 6.0, 3.0, 30.0

_NO_PEN = QPen(Qt.PenStyle.NoPen)
_NO_BRUSH = QBrush(Qt.BrushStyle.NoBrush)


class PaintStyle(Struct, frozen=True, eq=False):
    """What colours and letters to paint with."""

    theme: Theme
    m: Metrics

    def ink(self, highlight: Highlight) -> Ink:
        """Colours of a highlight: in review grey where agreed, the reviewer's where only one has it."""
        if highlight.layer:
            return self.theme.layer(highlight.layer)
        if highlight.muted:
            return self.theme.agreed
        return self.theme.ink(highlight.colour)


def paint_boxes(
    painter: QPainter, look: PaintStyle, boxes: Iterable[LabelBox], current: str | None
) -> None:
    for x, y, width, height, highlight, is_start, is_end in boxes:
        ink = look.ink(highlight)
        rect = QRectF(x, y, width, height)
        painter.setPen(_NO_PEN)
        if not highlight.suggested:
            painter.setBrush(ink.tint)
            _fill_chip(painter, rect, is_start=is_start, is_end=is_end)
        inner = rect.adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setBrush(_NO_BRUSH)
        if highlight.owner == current:
            annotate_mode = (
                dashed(ink.line.rgba(), 1.8, 2.2, 1.6)
                if highlight.suggested
                else QPen(ink.line, 1.6)
            )
            painter.setPen(annotate_mode)
            painter.drawRoundedRect(inner, ROUND, ROUND)
        elif highlight.layer:
            painter.setPen(QPen(ink.line, 1.7))
            painter.drawRoundedRect(inner, ROUND, ROUND)
        elif highlight.suggested:
            painter.setPen(dashed(ink.line.rgba(), 1.0, 3.0, 2.4))
            painter.drawRoundedRect(inner, ROUND, ROUND)


def _fill_chip(painter: QPainter, rect: QRectF, *, is_start: bool, is_end: bool) -> None:
    if is_start and is_end:
        painter.drawRoundedRect(rect, ROUND, ROUND)
        return
    # square where the words go on: the rounded corners are clipped off outside the rectangle
    painter.save()
    painter.setClipRect(rect, Qt.ClipOperation.IntersectClip)
    left = 0 if is_start else -2 * ROUND
    right = 0 if is_end else 2 * ROUND
    painter.drawRoundedRect(rect.adjusted(left, 0, right, 0), ROUND, ROUND)
    painter.restore()


def paint_rules(
    painter: QPainter, look: PaintStyle, rules: Iterable[Rule], current: str | None
) -> None:
    for rule in rules:
        highlight = rule.highlight
        strong = look.ink(highlight).line
        y = rule.y
        if highlight.shape == HighlightShape.BRACKET:
            width = rule.width + (0.8 if highlight.owner == current else 0)
            _paint_bracket(painter, rule, strong, width)
        elif highlight.shape == HighlightShape.DOUBLE:
            annotate_mode = (
                dashed(strong.rgba(), 1.1, 4.0, 2.0) if highlight.suggested else QPen(strong, 1.1)
            )
            painter.setPen(annotate_mode)
            painter.drawLine(QLineF(rule.left, y - 1.2, rule.right, y - 1.2))
            painter.drawLine(QLineF(rule.left, y + 1.4, rule.right, y + 1.4))
        else:
            painter.setPen(dotted(strong.rgba(), 1.7, 3.4 if highlight.suggested else 2.1))
            painter.drawLine(QLineF(rule.left + 1, y, rule.right - 1, y))


def _paint_bracket(painter: QPainter, rule: Rule, strong: QColor, width: float) -> None:
    left, right, y = rule.left, rule.right, rule.y
    half = width / 2
    solid = QPen(strong, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)
    if rule.highlight.suggested:
        painter.setPen(dashed(strong.rgba(), width, 3.2, 1.8))
    else:
        painter.setPen(solid)
    painter.drawLine(QLineF(left, y, right, y))
    painter.setPen(solid)
    if rule.is_start:
        painter.drawLine(QLineF(left + half, y + half, left + half, y - rule.tick))
    if rule.is_end:
        painter.drawLine(QLineF(right - half, y + half, right - half, y - rule.tick))


def paint_joins(painter: QPainter, look: PaintStyle, joins: Iterable[Rule]) -> None:
    """Thin dots from one span of an interrupted claim to the next."""
    for rule in joins:
        painter.setPen(dotted(look.ink(rule.highlight).line.rgba(), 1.4, 3.0))
        painter.drawLine(QLineF(rule.left + 2, rule.y, rule.right - 2, rule.y))


def paint_tags(painter: QPainter, look: PaintStyle, tags: Iterable[Tag]) -> None:
    m = look.m
    painter.setFont(m.label_font())
    baseline = m.label_row - 3
    for x, y, _, text, highlight in tags:
        painter.setPen(look.ink(highlight).strong)
        plain_text.draw(painter, QPointF(x, y + baseline), text)


def paint_signs(painter: QPainter, look: PaintStyle, signs: Iterable[HiddenCharacter]) -> None:
    """Names of invisible characters in small boxes."""
    m = look.m
    painter.setFont(sans(m.px * 0.36, QFont.Weight.DemiBold))
    for x, y, width, text in signs:
        whole = QRectF(x, y, max(width, m.px * 0.9), m.letters)
        painter.fillRect(whole, look.theme.page)  # over the stand-in that Qt drew
        rect = whole.adjusted(1, m.letters * 0.2, -1, -m.letters * 0.2)
        painter.setPen(QPen(look.theme.danger, 1))
        painter.setBrush(look.theme.page)
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 2, 2)
        plain_text.draw(painter, rect, Qt.AlignmentFlag.AlignCenter, text)


def paint_bars(
    painter: QPainter, look: PaintStyle, bars: list[Bar], right: float, current: str | None
) -> None:
    """The gutter: *right* is where lane 0 ends, in the painter's coordinates."""
    deepest = max((bar.lane for bar in bars), default=0)
    pitch = min(BAR_PITCH, BAR_ROOM / max(1, deepest))
    width = min(BAR_WIDTH, pitch - 1)
    for lane, top, bottom, highlight in bars:
        strong = look.ink(highlight).line
        wide = width + (1.2 if highlight.owner == current else 0)
        x = right - pitch * lane - wide
        if highlight.suggested:
            painter.setPen(dashed(strong.rgba(), wide, 1.6, 1.1))
            painter.drawLine(QLineF(x + wide / 2, top, x + wide / 2, bottom))
        else:
            painter.setPen(_NO_PEN)
            painter.setBrush(strong)
            painter.drawRoundedRect(QRectF(x, top, wide, bottom - top), wide / 2, wide / 2)


def paint_over(painter: QPainter, look: PaintStyle, ops: DrawList, current: str | None) -> None:
    """What lies over the letters of a block."""
    paint_joins(painter, look, ops.joins)
    paint_rules(painter, look, ops.rules, current)
    paint_tags(painter, look, ops.tags)
    if ops.signs:
        paint_signs(painter, look, ops.signs)


@lru_cache(maxsize=256)
def dashed(rgba: int, width: float, dash: float, gap: float) -> QPen:
    """A dashed pen; *dash* and *gap* are multiples of its width."""
    annotate_mode = QPen(
        QColor.fromRgba(rgba), width, Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.FlatCap
    )
    annotate_mode.setDashPattern([dash, gap])
    return annotate_mode


@lru_cache(maxsize=256)
def dotted(rgba: int, width: float, gap: float) -> QPen:
    annotate_mode = QPen(
        QColor.fromRgba(rgba), width, Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.RoundCap
    )
    annotate_mode.setDashPattern([0.01, gap])
    return annotate_mode
