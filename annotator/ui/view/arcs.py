"""Lines from the current claim to who says it (solid) and to the cue (dotted).

They run through the free strip above the labels and through the gutter, never over words.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from msgspec import Struct
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPainterPath, QPen, QPolygonF

from annotator.core.model import Span

from .draw_list import Tag
from .layout import TextColumn
from .metrics import PageFrame
from .paint import PaintStyle

CORNER = 6.0
INSET, BESIDE = 6.0, 6.0  # of a line from the beginning of its words, and from a label
APART = 1.4  # of two arcs that leave one claim; more than three share their way

TagsOn: TypeAlias = Callable[[int, int], list[Tag]]  # the labels above a line of a block


class Arc(Struct, frozen=True):
    """From a claim's span to a source's (solid) or a cue's (dotted)."""

    from_: Span
    to: Span
    dotted: bool = False


def paint_arcs(
    painter: QPainter,
    look: PaintStyle,
    column: TextColumn,
    frame: PageFrame,
    arcs: list[Arc],
    seen: QRectF,
    tags_on: TagsOn,
) -> None:
    """The painter stands at the top left of the article; *seen* is the part being painted."""
    routes = []
    for number, arc in enumerate(sorted(arcs, key=lambda a: a.dotted)):
        start, end = landing(column, arc.from_, tags_on), landing(column, arc.to, tags_on)
        path, tip = route(start, end, column, frame, number)
        if path.boundingRect().adjusted(-8, -8, 8, 8).intersects(seen):
            routes.append((path, tip, arc.dotted))
    painter.setBrush(QBrush(Qt.BrushStyle.NoBrush))
    painter.setPen(QPen(look.theme.page, 3.2))
    for path, _, _ in routes:
        painter.drawPath(path)
    strong = look.theme.attribution.strong
    for path, tip, dotted in routes:
        annotate_mode = QPen(strong, 1.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
        if dotted:
            annotate_mode.setStyle(Qt.PenStyle.CustomDashLine)
            annotate_mode.setDashPattern([0.01, 2.2])
        painter.setBrush(QBrush(Qt.BrushStyle.NoBrush))
        painter.setPen(annotate_mode)
        painter.drawPath(path)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(strong)
        painter.drawPolygon(QPolygonF([tip, tip + QPointF(-3.4, -5.5), tip + QPointF(3.4, -5.5)]))


def landing(column: TextColumn, span: Span, tags_on: TagsOn) -> tuple[float, float]:
    """Where a line meets the first words of *span* from above: beside their labels, not on them.

    As `TextColumn.point`: x in the column, y of the top of the letters.
    """
    index, line = column.line_of(span.start)
    x, y = column.point(span.start)
    piece = next(iter(column.pieces(index, span.start, span.end)), None)
    right = piece.right if piece is not None else x
    taken = [(tag.x - BESIDE, tag.x + tag.width + BESIDE) for tag in tags_on(index, line)]
    places = [x + INSET, *(high for _, high in taken), *(low for low, _ in taken)]
    open_ = [at for at in places if not any(low < at < high for low, high in taken)]
    # on its words if that can be, else as near to them as no label stands
    free = min(open_, key=lambda at: (not x < at <= right - 3, abs(at - x)), default=x + INSET)
    return free, y


def route(
    start: tuple[float, float],
    end: tuple[float, float],
    column: TextColumn,
    frame: PageFrame,
    number: int,
) -> tuple[QPainterPath, QPointF]:
    """A way with rounded corners from above one place to above another, and where its tip is."""
    m = column.m
    shift = min(number, 2) * APART
    # above the capitals of the labels, relative to the letters; also the lowest of three ways
    capitals = 0.28 * m.label_px - 3 + (m.label_row - m.label_px)
    top = -m.label_row + min(-0.5, capitals - 2.8 - 2 * APART) + shift
    x1, y1 = frame.left + start[0] + shift, start[1] - 1
    x2, y2 = frame.left + end[0], end[1] - 1.5
    up1, up2 = start[1] + top, end[1] + top
    tip = QPointF(x2, y2)
    corners = [QPointF(x1, y1), QPointF(x1, up1)]
    if abs(start[1] - end[1]) > 1:
        gutter = frame.left - 7 - shift
        corners += [QPointF(gutter, up1), QPointF(gutter, up2)]
    corners += [QPointF(x2, up2), QPointF(x2, y2 - 4)]
    return _rounded(corners), tip


def _rounded(corners: list[QPointF]) -> QPainterPath:
    path = QPainterPath(corners[0])
    for before, corner, after in zip(corners, corners[1:], corners[2:], strict=False):
        path.lineTo(_towards(corner, before))
        path.quadTo(corner, _towards(corner, after))
    path.lineTo(corners[-1])
    return path


def _towards(corner: QPointF, other: QPointF) -> QPointF:
    """The point where the rounding of *corner* begins on the way to *other*."""
    step = other - corner
    length = max(1e-6, (step.x() ** 2 + step.y() ** 2) ** 0.5)
    share = min(CORNER, length / 2) / length
    return QPointF(corner.x() + step.x() * share, corner.y() + step.y() * share)
