"""The list of articles: rows read by the page, and how one is painted."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QDate,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPalette, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from annotator.store import QueueRow
from annotator.ui.fonts import sans

PAGE = 200
_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
ROW = int(Qt.ItemDataRole.UserRole)
_ELIDE, _LEFT = Qt.TextElideMode.ElideRight, Qt.AlignmentFlag.AlignVCenter


class Articles(QAbstractListModel):
    """All ids in order; what is said of them is read when it is seen, a page at a time."""

    def __init__(
        self,
        read: Callable[[Sequence[str]], list[QueueRow]],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._read = read
        self._ids: list[str] = []
        self._places: dict[str, int] = {}
        self._shown = 0
        self._rows: dict[str, QueueRow] = {}
        self.snippets: dict[str, str] = {}

    @property
    def ids(self) -> list[str]:
        return self._ids

    def show(self, ids: list[str], snippets: dict[str, str] | None = None) -> None:
        """Another list of articles (or the same, read anew)."""
        self.beginResetModel()
        self._ids = ids
        self._places = {id_: place for place, id_ in enumerate(ids)}
        self._shown = min(len(ids), PAGE)
        self._rows = {}
        self.snippets = snippets or {}
        self.endResetModel()

    def place(self, id_: str) -> int | None:
        return self._places.get(id_)

    def reach(self, place: int) -> None:
        """Make the list at least so long that *place* is in it."""
        if place >= self._shown:
            last = min(len(self._ids), place + PAGE) - 1
            self.beginInsertRows(_ROOT, self._shown, last)
            self._shown = last + 1
            self.endInsertRows()

    def refresh(self, id_: str) -> None:
        """One article has changed."""
        place = self._places.get(id_)
        if place is not None and self._rows.pop(id_, None) is not None:
            index = self.index(place)
            self.dataChanged.emit(index, index)

    def row(self, place: int) -> QueueRow:
        id_ = self._ids[place]
        if id_ not in self._rows:
            begin = place - place % PAGE
            page = self._ids[begin : begin + PAGE]
            if len(self._rows) > 20 * PAGE:
                self._rows.clear()
            self._rows.update((row.id, row) for row in self._read(page))
        return self._rows[id_]

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else self._shown

    def canFetchMore(self, parent: _Index) -> bool:
        return not parent.isValid() and self._shown < len(self._ids)

    def fetchMore(self, parent: _Index) -> None:
        if not parent.isValid():
            self.reach(self._shown)

    def data(self, index: _Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        if not index.isValid():
            return None
        row = self.row(index.row())
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.ToolTipRole:
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row.title}. {self.particulars(row)}"
        return None

    def particulars(self, row: QueueRow) -> str:
        """The second line: where it is from, when, and how far it is."""
        parts = [row.publisher or "", _day(row.published)]
        if row.claims:
            parts.append(self.tr("%n claim(s)", "", row.claims))
        elif row.entities:
            parts.append(self.tr("%n annotation(s)", "", row.entities))
        if row.undecided:
            parts.append(self.tr("%n to judge", "", row.undecided))
        elif row.status == "new":
            parts.append(self.tr("not opened"))
        if row.flagged:
            parts.append(self.tr("unsure"))
        return " · ".join(part for part in parts if part)


class ArticleLine(QStyledItemDelegate):
    """Title, particulars (or the words found), and the status as a dot that differs by shape."""

    HEIGHT, SNIPPET_HEIGHT = 56, 74

    def __init__(self, articles: Articles, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._articles = articles
        self._bold = sans(12, QFont.Weight.Medium)
        self._small = sans(11)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        return QSize(200, self.SNIPPET_HEIGHT if self._articles.snippets else self.HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row: QueueRow = index.data(ROW)
        palette: QPalette = option.palette
        state: QStyle.StateFlag = option.state
        place = QRectF(option.rect).adjusted(6, 2, -6, -2)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(palette.highlight())
            painter.drawRoundedRect(place, 6, 6)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(palette.accent().color(), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        muted = palette.placeholderText().color()
        line = QRectF(place.left() + 10, place.top() + 7, place.width() - 38, 18)
        self._write(painter, self._bold, palette.text().color(), line, row.title)
        line = QRectF(line.left(), line.bottom() + 1, place.width() - 20, 18)
        self._write(painter, self._small, muted, line, self._articles.particulars(row))
        snippet = self._articles.snippets.get(row.id)
        if snippet:
            line.translate(0, 18)
            self._write(painter, self._small, palette.text().color(), line, snippet)
        dot = QRectF(place.right() - 21, place.top() + 11, 9, 9)
        paint_status(painter, dot, row.status, palette, has_work=bool(row.entities or row.claims))
        painter.restore()

    def _write(
        self, painter: QPainter, font: QFont, colour: QColor, place: QRectF, words: str
    ) -> None:
        painter.setFont(font)
        painter.setPen(colour)
        painter.drawText(place, _LEFT, QFontMetricsF(font).elidedText(words, _ELIDE, place.width()))


def paint_status(
    painter: QPainter, dot: QRectF, status: str, palette: QPalette, *, has_work: bool
) -> None:
    """Ring: new. Half: begun. Full with a tick: submitted. Full with a bar: changes asked for."""
    is_dark = palette.base().color().lightness() < 128
    muted = palette.placeholderText().color()
    if status in ("submitted", "approved"):
        colour = QColor("#4FC98F" if is_dark else "#1B7A4E")
    elif status == "changes_requested":
        colour = QColor("#FB923C" if is_dark else "#BC3F0B")
    else:
        colour = palette.accent().color() if has_work else muted
    painter.setPen(QPen(colour, 1.6))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(dot)
    if status in ("submitted", "approved", "changes_requested"):
        painter.setBrush(colour)
        painter.drawEllipse(dot)
        painter.setPen(QPen(palette.base().color(), 1.4))
        middle = dot.center()
        if status == "changes_requested":
            painter.drawLine(middle + QPointF(-2.2, 0), middle + QPointF(2.2, 0))
        else:
            painter.drawLine(middle + QPointF(-2, 0.2), middle + QPointF(-0.4, 1.8))
            painter.drawLine(middle + QPointF(-0.4, 1.8), middle + QPointF(2.4, -1.6))
    elif has_work:
        painter.setBrush(colour)
        painter.drawPie(dot, 90 * 16, -180 * 16)


def _day(published: str | None) -> str:
    day = QDate.fromString((published or "")[:10], Qt.DateFormat.ISODate)
    return QLocale().toString(day, "d MMM yyyy") if day.isValid() else published or ""
