"""How a row of the outline is drawn: a claim as a card, entities as a chip with their count."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from annotator.ui.appearance import plain_text

from ..appearance.label_colours import label_ink, theme_now
from ..appearance.theme import Theme
from ..widgets.chips import smaller
from .outline_rows import OutlineRow

ROW = Qt.ItemDataRole.UserRole
IS_CURRENT = Qt.ItemDataRole.UserRole + 1
_CARD, _LINE = 62, 30
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


class OutlineLine(plain_text.PlainDelegate):
    """Paints an `OutlineRow`; what is only suggested has a dashed edge."""

    def __init__(self, of: QWidget) -> None:
        super().__init__(of)
        self._of = of

    def sizeHint(
        self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        row: OutlineRow = index.data(ROW)
        return QSize(160, _CARD if row.is_claim else _LINE)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        row: OutlineRow = index.data(ROW)
        theme = theme_now()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(option.rect).adjusted(8, 2, -8, -2)
        self._paint_ground(painter, option, box, row, theme, current=bool(index.data(IS_CURRENT)))
        if row.is_claim:
            self._paint_claim(painter, box.adjusted(11, 5, -9, -5), row, theme)
        else:
            self._paint_entity(painter, box.adjusted(8, 0, -9, 0), row, theme)
        painter.restore()

    def _paint_ground(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        box: QRectF,
        row: OutlineRow,
        theme: Theme,
        *,
        current: bool,
    ) -> None:
        edge = box.adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(Qt.PenStyle.NoPen)
        if current or option.state & QStyle.StateFlag.State_Selected:
            painter.setBrush(theme.select)
            painter.drawRoundedRect(edge, 6, 6)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            hover = theme.rule.toRgb()
            hover.setAlphaF(0.55)
            painter.setBrush(hover)
            painter.drawRoundedRect(edge, 6, 6)
        elif row.is_claim:
            painter.setBrush(theme.card)
            painter.drawRoundedRect(edge, 6, 6)
        if row.is_claim:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            line = theme.claim.line if current else theme.muted if row.suggested else theme.rule
            painter.setPen(_annotate_mode(line, dashed=bool(row.suggested)))
            painter.drawRoundedRect(edge, 6, 6)
            bar = QPen(theme.claim.line, 2.4, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)
            if row.suggested:
                bar.setDashPattern([2.0, 1.2])
            painter.setPen(bar)
            painter.drawLine(box.topLeft() + QPointF(5, 8), box.bottomLeft() + QPointF(5, -8))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.layers[0].strong if theme.dark else theme.accent, 1))
            painter.drawRoundedRect(edge, 6, 6)

    def _paint_claim(self, painter: QPainter, box: QRectF, row: OutlineRow, theme: Theme) -> None:
        """Number, speaker and priority; the words; the kind."""
        base = self._of.font()
        bold, small = QFont(base), smaller(base)
        bold.setWeight(QFont.Weight.DemiBold)
        high, low = QFontMetricsF(bold).height(), QFontMetricsF(small).height()
        painter.setFont(smaller(base, QFont.Weight.Bold))
        painter.setPen(theme.claim.strong)
        top = QRectF(box.left(), box.top(), box.width(), high)
        plain_text.draw(painter, top, _LEFT, row.ref)
        left = box.left() + max(26.0, QFontMetricsF(painter.font()).horizontalAdvance(row.ref) + 8)
        right = self._paint_dots(painter, top, row, theme)
        painter.setPen(theme.text)
        _draw(painter, bold, QRectF(left, top.top(), right - left - 6, high), row.who)
        second = QRectF(left, top.bottom() + 1, box.right() - left, low)
        painter.setPen(theme.text)
        _draw(painter, small, second, row.words)
        painter.setPen(theme.muted)
        third = QRectF(left, second.bottom(), box.right() - left, low)
        _draw(painter, small, third, ("? " if row.unsure else "") + row.label_name)

    def _paint_dots(self, painter: QPainter, top: QRectF, row: OutlineRow, theme: Theme) -> float:
        painter.setPen(QPen(theme.claim.line, 1.1))
        for number in range(3):
            is_on = number < row.worthiness
            painter.setBrush(theme.claim.line if is_on else Qt.BrushStyle.NoBrush)
            middle = QPointF(top.right() - 4 - 9 * (2 - number), top.center().y())
            painter.drawEllipse(middle, 3, 3)
        return top.right() - 26

    def _paint_entity(self, painter: QPainter, box: QRectF, row: OutlineRow, theme: Theme) -> None:
        """The words in their tint, how often, and the label."""
        base = self._of.font()
        metrics = QFontMetricsF(base)
        ink = label_ink(row.colour)
        bold = smaller(base, QFont.Weight.DemiBold)
        label_width = QFontMetricsF(bold).horizontalAdvance(row.label)
        count = f"×{len(row.ids)}" if len(row.ids) > 1 else ""
        if 0 < len(row.suggested) < len(row.ids):
            count = f"{count} ({len(row.suggested)})"
        if row.unsure:
            count = f"? {count}".strip()
        small = smaller(base)
        count_width = QFontMetricsF(small).horizontalAdvance(count) + 8 if count else 0
        room = box.width() - label_width - count_width - 20
        words = plain_text.elided(
            metrics, row.words.replace("\n", " "), Qt.TextElideMode.ElideMiddle, room
        )
        chip = QRectF(
            box.left(),
            box.center().y() - metrics.height() / 2 - 1.5,
            metrics.horizontalAdvance(words) + 10,
            metrics.height() + 3,
        )
        all_suggested = len(row.suggested) == len(row.ids)
        painter.setPen(
            _annotate_mode(ink.line, dashed=True) if all_suggested else Qt.PenStyle.NoPen
        )
        painter.setBrush(Qt.BrushStyle.NoBrush if all_suggested else ink.tint)
        painter.drawRoundedRect(chip.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setFont(base)
        painter.setPen(theme.text)
        plain_text.draw(painter, chip, Qt.AlignmentFlag.AlignCenter, words)
        painter.setFont(small)
        painter.setPen(theme.muted)
        plain_text.draw(
            painter, QRectF(chip.right() + 8, box.top(), count_width, box.height()), _LEFT, count
        )
        painter.setFont(bold)
        painter.setPen(ink.strong)
        plain_text.draw(painter, box, _RIGHT, row.label)


def _annotate_mode(colour: QColor, *, dashed: bool) -> QPen:
    annotate_mode = QPen(colour, 1)
    if dashed:
        annotate_mode.setDashPattern([3, 2.5])
    return annotate_mode


def _draw(painter: QPainter, font: QFont, place: QRectF, words: str) -> None:
    painter.setFont(font)
    width = max(0.0, place.width())
    words = plain_text.elided(
        QFontMetricsF(font), words.replace("\n", " "), Qt.TextElideMode.ElideRight, width
    )
    plain_text.draw(painter, place, _LEFT, words)
