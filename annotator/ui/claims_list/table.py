"""The list of claims: what its keys do."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from .model import COLUMNS, ClaimsModel

LINE = 46  # pixels: two lines of a claim

_DEGREES = {Qt.Key.Key_0: 0, Qt.Key.Key_1: 1, Qt.Key.Key_2: 2, Qt.Key.Key_3: 3}


class ClaimsTable(QTableView):
    """Claims to choose from, several at a time. It changes nothing: it says what was asked."""

    opened = Signal(str)  # id of a claim
    chosen_changed = Signal()
    degree_asked = Signal(int)  # check-worthiness of what is chosen
    search_asked = Signal(str)  # what was typed, "" to search on
    sort_asked = Signal(str)  # a column's `ClaimSort`

    def __init__(self, model: ClaimsModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._claims = model
        self.setModel(model)
        self.selectionModel().selectionChanged.connect(lambda *_changed: self.chosen_changed.emit())
        model.modelReset.connect(self.chosen_changed)
        self.setAccessibleName(self.tr("Claims of the project"))
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(LINE)
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(True)
        header.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for number, column in enumerate(COLUMNS):
            if column.width:
                header.resizeSection(number, column.width)
        header.sectionClicked.connect(lambda number: self.sort_asked.emit(COLUMNS[number].sort))
        self.doubleClicked.connect(self._open)

    def show_sort(self, sort: str, *, descending: bool) -> None:
        """The arrow over the column that the list is sorted by."""
        columns = [column.sort for column in COLUMNS]
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        self.horizontalHeader().setSortIndicator(
            columns.index(sort) if sort in columns else -1, order
        )

    def chosen(self) -> list[int]:
        """The rows that are selected; the current one where none is."""
        places = sorted(index.row() for index in self.selectionModel().selectedRows())
        if not places and self.currentIndex().isValid():
            places = [self.currentIndex().row()]
        return [place for place in places if self._claims.id_at(place)]

    def go_to(self, place: int) -> None:
        """Make a row the current one, in sight; of a heading the row below it."""
        last = self._claims.rowCount() - 1
        if last < 0:
            return
        place = min(max(place, 0), last)
        if not self._claims.id_at(place):
            place = min(place + 1, last)
        index = self._claims.index(place, 0)
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        self.scrollTo(index)

    def _open(self, index: QModelIndex) -> None:
        if index.isValid() and (id_ := self._claims.id_at(index.row())):
            self.opened.emit(id_)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self.go_to(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if held & ~Qt.KeyboardModifier.ShiftModifier:
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
        elif key in _DEGREES and not held:
            self.degree_asked.emit(_DEGREES[key])
        elif key == Qt.Key.Key_Slash or event.text() == "/":
            self.search_asked.emit("")
        elif not held and key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.go_to(0 if key == Qt.Key.Key_Home else self._claims.rowCount() - 1)
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, _search: str) -> None:
        """Letters are keys here; the field above searches."""
