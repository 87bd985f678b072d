"""The sources of the project as a list: drawn, and dragged onto claims."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyleOptionViewItem,
    QWidget,
)

from annotator.store import SourceRow
from annotator.ui.appearance import plain_text

from ..appearance.label_colours import theme_now
from ..widgets.chips import smaller
from ..widgets.source_picker import where_from

Index: TypeAlias = QModelIndex | QPersistentModelIndex

MIME = "application/x-vaglio-source"
ROW = Qt.ItemDataRole.UserRole
_NOWHERE = QModelIndex()
_HEIGHT = 50


class SourceModel(QAbstractListModel):
    """The rows that are shown; dragged, a row is its source's id."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[SourceRow] = []

    def show_rows(self, rows: Sequence[SourceRow]) -> None:
        """Other rows; where they are the same sources only what they say is drawn anew."""
        same = [r.source.id for r in rows] == [r.source.id for r in self.rows]
        if not same:
            self.beginResetModel()
        self.rows = list(rows)
        if not same:
            self.endResetModel()
        elif rows:
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))

    def place(self, id_: str) -> int:
        return next((n for n, row in enumerate(self.rows) if row.source.id == id_), -1)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.source.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row.source.title}, {where_from(row.source)}, {row.uses}"
        return row if role == ROW else None

    def flags(self, _index: Index) -> Qt.ItemFlag:
        flag = Qt.ItemFlag
        return flag.ItemIsEnabled | flag.ItemIsSelectable | flag.ItemIsDragEnabled

    def mimeTypes(self) -> list[str]:
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        made = QMimeData()
        ids = [self.rows[index.row()].source.id for index in indexes]
        made.setData(MIME, "\n".join(ids).encode())
        return made


class SourceList(QListView):
    """Arrows choose, Enter links, Delete removes, dragging puts it on a claim."""

    chosen = Signal(str)
    link_asked = Signal(str)
    remove_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sources = SourceModel()
        self.setModel(self.sources)
        self.setItemDelegate(SourceLine(self))
        self.setUniformItemSizes(True)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Outside sources"))
        self.selectionModel().currentChanged.connect(self._tell)
        self.doubleClicked.connect(self._link)

    @property
    def chosen_id(self) -> str:
        row = self.currentIndex().row()
        return self.sources.rows[row].source.id if 0 <= row < len(self.sources.rows) else ""

    def choose(self, id_: str) -> None:
        place = self.sources.place(id_)
        if place >= 0:
            self.setCurrentIndex(self.sources.index(place))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.chosen_id:
            self.link_asked.emit(self.chosen_id)
        elif event.key() == Qt.Key.Key_Delete and self.chosen_id:
            self.remove_asked.emit(self.chosen_id)
        else:
            super().keyPressEvent(event)

    def _link(self) -> None:
        self.link_asked.emit(self.chosen_id)

    def _tell(self) -> None:
        self.chosen.emit(self.chosen_id)


class SourceLine(plain_text.PlainDelegate):
    """Paints a source: title, where it is from, how often it is evidence."""

    def __init__(self, of: QWidget) -> None:
        super().__init__(of)
        self._of = of

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(160, _HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: SourceRow = index.data(ROW)
        theme = theme_now()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(option.rect).adjusted(8, 2, -8, -2)
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.setPen(QPen(theme.attribution.line if is_chosen else theme.rule, 1))
        painter.setBrush(theme.select if is_chosen else theme.card)
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        inside = box.adjusted(10, 5, -9, -5)
        medium = QFont(self._of.font())
        medium.setWeight(QFont.Weight.Medium)
        small = smaller(self._of.font())
        count = f"{row.uses}×" if row.uses else ""
        width = QFontMetricsF(small).horizontalAdvance(count) + 8 if count else 0.0
        high = QFontMetricsF(medium).height()
        title = QRectF(inside.left(), inside.top(), inside.width() - width, high)
        painter.setPen(theme.text)
        _draw(painter, medium, title, row.source.title)
        painter.setPen(theme.muted)
        painter.setFont(small)
        top = QRectF(inside.left(), inside.top(), inside.width(), high)
        plain_text.draw(
            painter, top, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, count
        )
        low = QFontMetricsF(small).height()
        second = QRectF(inside.left(), title.bottom() + 1, inside.width(), low)
        _draw(painter, small, second, where_from(row.source))
        painter.restore()


def _draw(painter: QPainter, font: QFont, place: QRectF, words: str) -> None:
    painter.setFont(font)
    end = Qt.TextElideMode.ElideRight
    shown = plain_text.elided(QFontMetricsF(font), words, end, max(0.0, place.width()))
    plain_text.draw(
        painter, place, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown
    )
