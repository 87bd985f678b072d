"""The search field and the article list: what their keys do."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QLineEdit, QTableView, QWidget

from .delegate import HEIGHT, ArticleDelegate
from .model import ArticleListModel

#: The line paints its ground itself.
_BARE = """
QTableView, QTableView:focus { background: transparent; border: none;
  selection-background-color: transparent; }
QTableView::item, QTableView::item:selected { background: transparent; }
"""


class SearchField(QLineEdit):
    """Full-text search; the arrow goes down to the list.

    Several lines are no search: pasted here they stay out of the field, and are told of.
    """

    down_asked = Signal()
    open_asked = Signal()
    lines_pasted = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setClearButtonEnabled(True)
        self.setAccessibleName(self.tr("Search in all articles"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self.down_asked.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.open_asked.emit()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self._paste()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for action in menu.actions():
            if action.objectName() == "edit-paste":
                action.triggered.disconnect()
                action.triggered.connect(self._paste)
        menu.popup(event.globalPos())

    def _paste(self) -> None:
        text = QGuiApplication.clipboard().text()
        if len(text.strip().splitlines()) > 1:
            self.lines_pasted.emit(text)
        else:
            self.paste()


class ArticleList(QTableView):
    """A table of one column: unlike Qt's list it is as quick with 100,000 lines as with ten."""

    chosen = Signal(str)  # id, by click or Enter
    typed = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setStyleSheet(_BARE)
        self.setItemDelegate(ArticleDelegate(self))
        self.setAccessibleName(self.tr("Articles"))
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(HEIGHT)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.set_line_height(HEIGHT)
        self.verticalScrollBar().setSingleStep(HEIGHT // 2)
        self.clicked.connect(self._tell)

    def set_line_height(self, height: int) -> None:
        if self.verticalHeader().defaultSectionSize() != height:
            self.verticalHeader().setDefaultSectionSize(height)

    def go_to(self, place: int) -> None:
        """Make the line at *place* the current one, in sight; none for -1."""
        index = self.model().index(place, 0) if place >= 0 else QModelIndex()
        self.selectionModel().setCurrentIndex(
            index, QItemSelectionModel.SelectionFlag.ClearAndSelect
        )
        if index.isValid():
            self.scrollTo(index)

    def _tell(self, index: QModelIndex) -> None:
        model = self.model()
        assert isinstance(model, ArticleListModel)
        if index.isValid():
            self.chosen.emit(model.ids[index.row()])

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.model().rowCount():
            self.go_to(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        words = event.text()
        held = event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._tell(self.currentIndex())
        elif event.key() == Qt.Key.Key_Home:
            self.go_to(0)
        elif event.key() == Qt.Key.Key_End:
            self.go_to(self.model().rowCount() - 1)
        elif words.isprintable() and words.strip() and not held:
            self.typed.emit(words)
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, _search: str) -> None:
        """Typing searches all articles, not only the titles in sight."""
