"""The list of labels in their order: chip, key, name and how often each is used."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyleOptionViewItem,
    QWidget,
)

from annotator.ui.appearance import plain_text
from annotator.ui.widgets.chips import caps_of, caps_size, ink_for, paint_caps, paint_label, smaller

_ROLE = Qt.ItemDataRole.UserRole
_CHIP = 92


class LabelRow(Struct, frozen=True):
    """What the list shows of a label."""

    code: str
    name: str
    colour: str
    key: str = ""
    count: str = ""
    is_retired: bool = False


class LabelList(QListWidget):
    """Dragging a label moves it; the arrows choose."""

    moved = Signal(str, int)  # code, its new place among those shown

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setItemDelegate(LabelLine(self))
        self.setUniformItemSizes(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.model().rowsMoved.connect(self._tell)

    def show_rows(self, rows: Iterable[LabelRow], chosen: str) -> None:
        """Show other rows, with *chosen* (or the first one) chosen; tells nobody."""
        self.blockSignals(True)
        self.clear()
        for row in rows:
            item = QListWidgetItem(row.code, self)
            item.setData(_ROLE, row)
            said = ", ".join(part for part in (row.code, row.name, row.key, row.count) if part)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, said)
        self.choose(chosen)
        if self.currentRow() < 0 and self.count():
            self.setCurrentRow(0)
        self.blockSignals(False)

    def choose(self, code: str) -> None:
        for number in range(self.count()):
            if self.item(number).text() == code:
                self.setCurrentRow(number)

    @property
    def chosen(self) -> str:
        """The code of the chosen label, or ""."""
        item = self.currentItem()
        return item.text() if item is not None else ""

    @property
    def codes(self) -> list[str]:
        return [self.item(number).text() for number in range(self.count())]

    def _tell(
        self, _parent: QModelIndex, first: int, _last: int, _to: QModelIndex, at: int
    ) -> None:
        place = at - 1 if at > first else at
        code = self.item(place).text()
        # the list is filled anew by whoever hears it: not before the drop has ended
        QTimer.singleShot(0, self, lambda: self.moved.emit(code, place))


class LabelLine(plain_text.PlainDelegate):
    """Draws a row."""

    def __init__(self, of: QWidget) -> None:
        super().__init__(of)
        self._of = of

    def sizeHint(
        self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(200, max(32, option.fontMetrics.height() + 15))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        row: LabelRow = index.data(_ROLE)
        palette = self._of.palette()
        font: QFont = option.font
        small, bold = smaller(font), smaller(font, QFont.Weight.DemiBold)
        box = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(palette.highlight())
            painter.drawRoundedRect(box.adjusted(0, 1, 0, -1), 6, 6)
        box.adjust(8, 0, -8, 0)
        muted = palette.dark().color()
        painter.setFont(bold)
        chip = QRectF(box.left(), box.center().y() - 11, _CHIP, 22)
        words = plain_text.elided(
            QFontMetricsF(bold), row.code, Qt.TextElideMode.ElideMiddle, _CHIP - 10
        )
        if row.is_retired:
            painter.setOpacity(0.6)
        paint_label(painter, chip, words, ink_for(row.colour))
        painter.setOpacity(1)
        painter.setFont(small)
        painter.setPen(muted)
        plain_text.draw(
            painter, box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, row.count
        )
        painter.setFont(smaller(font, QFont.Weight.Medium))
        caps = caps_of(row.key)
        left = chip.right() + 10
        if caps:
            place = QRectF(left, box.top(), 60, box.height())
            paint_caps(painter, place, caps, palette.text().color(), muted)
        left += max(24, caps_size(caps, painter.font()).width() + 8 if caps else 0)
        self._paint_name(
            painter, row, QRectF(left, box.top(), box.right() - left - 44, box.height())
        )
        painter.restore()

    def _paint_name(self, painter: QPainter, row: LabelRow, place: QRectF) -> None:
        font = QFont(self._of.font())
        font.setStrikeOut(row.is_retired)
        painter.setFont(font)
        palette = self._of.palette()
        painter.setPen(palette.dark().color() if row.is_retired else palette.text().color())
        name = plain_text.elided(
            QFontMetricsF(font), row.name, Qt.TextElideMode.ElideRight, max(0.0, place.width())
        )
        plain_text.draw(painter, place, Qt.AlignmentFlag.AlignVCenter, name)
