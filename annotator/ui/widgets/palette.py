"""The command palette: type a part of a name, press Enter."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec import Struct
from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
)
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFrame,
    QLineEdit,
    QListView,
    QStyle,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from annotator.ui.appearance import plain_text
from annotator.ui.widgets.chips import caps_of, caps_size, ink_for, paint_caps, paint_label, smaller

from . import fuzzy_match
from .dialog import line

_WIDTH, _ROW, _ROWS_SHOWN = 620, 34, 11


class PaletteItem(Struct, frozen=True):
    """One line to choose; with a *colour* (``#RRGGBB``) its *chip* is shown as a label's."""

    id: str
    title: str
    hint: str = ""
    key: str = ""
    enabled: bool = True
    chip: str = ""
    colour: str = ""


More = Callable[[str], Sequence[PaletteItem]]
_Index = QModelIndex | QPersistentModelIndex


class PaletteModel(QAbstractListModel):
    """The lines that answer to what is typed."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: list[PaletteItem] = []

    def show(self, rows: list[PaletteItem]) -> None:
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        item = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return item.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (item.title, item.hint, item.key) if part)
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        usable = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return usable if self.rows[index.row()].enabled else Qt.ItemFlag.NoItemFlags


class PaletteDelegate(plain_text.PlainDelegate):
    """Draws a line: chip and name, hint, and the key at the right."""

    def __init__(self, items: PaletteModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._items = items
        self._of = parent

    def sizeHint(self, option: QStyleOptionViewItem, _index: _Index) -> QSize:
        return QSize(200, max(_ROW, option.fontMetrics.height() + 16))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        item = self._items.rows[index.row()]
        palette = self._of.palette()
        box = QRectF(option.rect)
        font: QFont = option.font
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(palette.highlight())
            painter.drawRoundedRect(box.adjusted(0, 1, 0, -1), 6, 6)
        box.adjust(10, 0, -10, 0)
        box.setRight(self._paint_key(painter, item, box, font, palette))
        if item.colour:
            box.setLeft(self._paint_chip(painter, item, box, font))
        muted = palette.dark().color()
        ink = palette.text().color() if item.enabled else muted
        self._paint_words(painter, item, box, font, ink, muted)
        painter.restore()

    def _paint_key(
        self, painter: QPainter, item: PaletteItem, box: QRectF, font: QFont, palette: QPalette
    ) -> float:
        caps = caps_of(item.key)
        if not caps:
            return box.right()
        small = smaller(font, QFont.Weight.Medium)
        painter.setFont(small)
        left = box.right() - caps_size(caps, small).width()
        ink = palette.text().color() if item.enabled else palette.dark().color()
        place = QRectF(left, box.top(), box.right() - left, box.height())
        paint_caps(painter, place, caps, ink, palette.dark().color())
        return left - 12

    def _paint_chip(self, painter: QPainter, item: PaletteItem, box: QRectF, font: QFont) -> float:
        bold = smaller(font, QFont.Weight.DemiBold)
        painter.setFont(bold)
        width = min(160.0, max(76.0, QFontMetricsF(bold).horizontalAdvance(item.chip) + 16))
        place = QRectF(box.left(), box.center().y() - 11, width, 22)
        ink = ink_for(item.colour)
        words = plain_text.elided(
            QFontMetricsF(bold), item.chip, Qt.TextElideMode.ElideMiddle, int(width - 12)
        )
        paint_label(painter, place, words, ink)
        return place.right() + 10

    def _paint_words(
        self,
        painter: QPainter,
        item: PaletteItem,
        box: QRectF,
        font: QFont,
        ink: QColor,
        muted: QColor,
    ) -> None:
        metrics = QFontMetricsF(font)
        title = plain_text.elided(metrics, item.title, Qt.TextElideMode.ElideRight, box.width())
        painter.setFont(font)
        painter.setPen(QPen(ink))
        plain_text.draw(
            painter, box, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, title
        )
        box.setLeft(box.left() + metrics.horizontalAdvance(title) + 14)
        if item.hint and box.width() > 60:
            small = smaller(font)
            painter.setFont(small)
            painter.setPen(QPen(muted))
            hint = plain_text.elided(
                QFontMetricsF(small), item.hint, Qt.TextElideMode.ElideRight, box.width()
            )
            plain_text.draw(
                painter, box, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, hint
            )


class Palette(QDialog):
    """A pop-up with a line to type in and what answers to it. A click beside it closes it."""

    chosen = Signal(str)

    def __init__(
        self,
        items: Sequence[PaletteItem],
        parent: QWidget | None = None,
        *,
        more: More | None = None,
    ) -> None:
        """*more* is asked for further items (articles) with what is typed."""
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.when_empty = ""  # what is said while there is nothing to choose and nothing typed
        self._all = list(items)
        self._more = more
        self._model = PaletteModel(self)
        self._typed = QLineEdit(self)
        self._typed.setMinimumHeight(34)
        self._typed.setClearButtonEnabled(True)
        self._typed.textChanged.connect(self._search)
        self._list = QListView(self)
        self._list.setModel(self._model)
        self._list.setItemDelegate(PaletteDelegate(self._model, self))
        self._list.setUniformItemSizes(True)
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setMouseTracking(True)
        self._list.entered.connect(self._list.setCurrentIndex)
        self._list.clicked.connect(lambda _index: self._take())
        self._none = line("", "muted")
        self._none.setContentsMargins(10, 6, 10, 8)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 10, 10, 10)
        column.setSpacing(6)
        for each in (self._typed, self._list, self._none):
            column.addWidget(each)
        self.name(self.tr("All actions"), self.tr("What do you want to do?"))

    def name(self, title: str, asking: str) -> None:
        """What it is, and the words in the empty line."""
        self.setWindowTitle(title)
        self._typed.setAccessibleName(title)
        self._list.setAccessibleName(title)
        self._typed.setPlaceholderText(asking)

    # -- opening ---------------------------------------------------------------------------

    def open(self) -> None:
        """Under the top edge of the window, in its middle."""
        self._fit(_WIDTH)
        above = self.parentWidget()
        window = above.window() if above is not None else None
        if window is not None:
            x = window.mapToGlobal(QPoint((window.width() - self.width()) // 2, 0)).x()
            y = window.mapToGlobal(QPoint(0, min(90, window.height() // 8))).y()
            self.move(x, y)
        self.show()
        self._typed.setFocus()

    def open_at(self, point: QPoint) -> None:
        """With its top left corner at *point* of the screen, or as near as it fits."""
        self._fit(min(_WIDTH, 480))
        screen = QApplication.screenAt(point) or self.screen()
        room: QRect = screen.availableGeometry()
        x = max(room.left(), min(point.x(), room.right() - self.width()))
        y = point.y() + 6
        if y + self.height() > room.bottom():
            y = max(room.top(), point.y() - self.height() - 34)
        self.move(x, y)
        self.show()
        self._typed.setFocus()

    def _fit(self, width: int) -> None:
        self.ensurePolished()
        self._search("")
        rows = min(_ROWS_SHOWN, max(4, len(self._all)))
        height = self._list.sizeHintForRow(0) if self._model.rows else _ROW
        self._list.setFixedHeight(rows * height + 4)
        self.setFixedWidth(width)
        self.adjustSize()

    # -- typing ----------------------------------------------------------------------------

    def _search(self, typed: str) -> None:
        found = fuzzy_match.best(typed, self._all, lambda item: (item.title, self._also(item)))
        if typed.strip() and self._more is not None:
            found += self._more(typed.strip())
        found.sort(key=lambda item: not item.enabled)
        self._model.show(found)
        self._point_at(0)
        self._list.setVisible(bool(found))
        self._none.setVisible(not found)
        nothing = self.tr("Nothing is called “{words}”.").format(words=typed.strip())
        self._none.setText(nothing if typed.strip() else self.when_empty)

    @staticmethod
    def _also(item: PaletteItem) -> str:
        """What else an item answers to."""
        return f"{item.chip} {item.hint}" if item.chip else item.hint

    def _point_at(self, row: int) -> None:
        if 0 <= row < len(self._model.rows) and self._model.rows[row].enabled:
            self._list.setCurrentIndex(self._model.index(row))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self._list.currentIndex().row()
        match event.key():
            case Qt.Key.Key_Down:
                self._point_at(row + 1)
            case Qt.Key.Key_Up:
                self._point_at(row - 1)
            case Qt.Key.Key_PageDown:
                self._point_at(min(row + 10, sum(i.enabled for i in self._model.rows) - 1))
            case Qt.Key.Key_PageUp:
                self._point_at(max(row - 10, 0))
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._take()
            case _:
                super().keyPressEvent(event)

    def _take(self) -> None:
        index = self._list.currentIndex()
        if not index.isValid() or not self._model.rows[index.row()].enabled:
            return
        wanted = self._model.rows[index.row()].id
        # closed first, so that what is chosen finds the focus where it was
        self.accept()
        self.chosen.emit(wanted)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setBrush(self.palette().base())
        painter.setPen(QPen(self.palette().dark().color(), 1))
        painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
