"""Keywords in context as a table: where some words stand, each place with a tick box."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeAlias

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from annotator.core.model import Span
from annotator.services.session import Occurrence
from annotator.ui.appearance import plain_text

Index: TypeAlias = QModelIndex | QPersistentModelIndex
TICK, LEFT, WORDS, RIGHT, LABEL, STATE, TITLE = range(7)
_NOWHERE = QModelIndex()
_CHECK = Qt.ItemDataRole.CheckStateRole

Place = tuple[str, Span]  # an article's id, and where in it


class Concordance(QAbstractTableModel):
    """Places in reading order.

    Those in submitted articles, and inside longer names, are not ticked unless one does it.
    """

    ticked_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[Occurrence] = []
        self._ticks: list[bool] = []
        self._bold = QFont()
        self._bold.setWeight(QFont.Weight.DemiBold)
        self.ticked_count = 0

    def clear(self) -> None:
        self.beginResetModel()
        self._rows, self._ticks, self.ticked_count = [], [], 0
        self.endResetModel()

    def add(self, rows: Sequence[Occurrence]) -> None:
        """More places."""
        if rows:
            first = len(self._rows)
            self.beginInsertRows(_NOWHERE, first, first + len(rows) - 1)
            self._rows += rows
            fresh = [not (row.is_submitted or row.inside) for row in rows]
            self._ticks += fresh
            self.ticked_count += sum(fresh)
            self.endInsertRows()

    def ticked(self) -> list[Occurrence]:
        return [row for row, tick in zip(self._rows, self._ticks, strict=True) if tick]

    @property
    def articles(self) -> int:
        """In how many articles the words stand."""
        return len({row.article_id for row in self._rows})

    def tick_all(self, on: bool) -> None:
        self.tick(range(len(self._rows)), on)

    def tick(self, places: Sequence[int], on: bool) -> None:
        """Tick some rows, or take their ticks away."""
        for place in places:
            self.ticked_count += on - self._ticks[place]
            self._ticks[place] = on
        if places:
            first, last = self.index(min(places), TICK), self.index(max(places), TICK)
            self.dataChanged.emit(first, last, [_CHECK])
            self.ticked_changed.emit()

    def left_out(self) -> frozenset[Place]:
        """The places without a tick."""
        rows = zip(self._rows, self._ticks, strict=True)
        return frozenset((row.article_id, row.span) for row, tick in rows if not tick)

    def leave_out(self, places: frozenset[Place]) -> None:
        """Take the ticks of *places* away, where they are in the list."""
        if places:
            rows = enumerate(self._rows)
            self.tick([i for i, row in rows if (row.article_id, row.span) in places], False)

    def is_ticked(self, place: int) -> bool:
        return self._ticks[place]

    # -- what Qt asks ----------------------------------------------------------------------

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else 7

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < 7:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole and section == LEFT:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        names = {
            LEFT: self.tr("before"),
            WORDS: self.tr("words"),
            RIGHT: self.tr("after"),
            LABEL: self.tr("label now"),
            STATE: self.tr("state"),
            TITLE: self.tr("article"),
        }
        return names.get(section, "")

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row, column = self._rows[index.row()], index.column()
        if role == _CHECK and column == TICK:
            is_on = self._ticks[index.row()]
            return Qt.CheckState.Checked if is_on else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(row, column)
        if role == Qt.ItemDataRole.TextAlignmentRole and column == LEFT:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if role == Qt.ItemDataRole.FontRole and column == WORDS:
            return self._bold
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(row) if column == TICK else self._words(row, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"… {' '.join((row.left + row.words + row.right).split())} …\n{row.title}"
        return None

    def _words(self, row: Occurrence, column: int) -> str:
        match column:
            case 1:
                return " ".join(row.left.split())
            case 2:
                return row.words
            case 3:
                return " ".join(row.right.split())
            case 4:
                return row.label
            case 5:
                return self.tr("submitted") if row.is_submitted else ""
            case 6:
                return row.title
            case _:
                return ""

    def _spoken(self, row: Occurrence) -> str:
        parts = (row.left.strip(), row.words, row.right.strip())
        said = [" ".join(parts), row.label, self._words(row, STATE), row.title]
        return ", ".join(part for part in said if part)

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != _CHECK or index.column() != TICK:
            return False
        self.tick([index.row()], Qt.CheckState(value) == Qt.CheckState.Checked)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        plain = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return plain | Qt.ItemFlag.ItemIsUserCheckable if index.column() == TICK else plain


class ConcordanceTable(QTableView):
    """Space ticks what is selected, a click anywhere in a row only selects it."""

    def __init__(self, model: Concordance, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self.setModel(model)
        self.setItemDelegateForColumn(LEFT, _BeforeWords(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setAccessibleName(self.tr("Places where the words stand"))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(28)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setMinimumSectionSize(28)
        for column, width in ((TICK, 32), (WORDS, 110), (LABEL, 92), (STATE, 84), (TITLE, 200)):
            header.resizeSection(column, width)
        for column in (LEFT, RIGHT):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(TICK, QHeaderView.ResizeMode.Fixed)

    def fit(self, words: str) -> None:
        """Make room for *words* in their column."""
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        width = QFontMetrics(font).horizontalAdvance(words) + 24
        self.horizontalHeader().resizeSection(WORDS, min(260, max(80, width)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        places = sorted({index.row() for index in self.selectionModel().selectedRows(TICK)})
        if event.key() == Qt.Key.Key_Space and places:
            self._model.tick(places, not all(self._model.is_ticked(p) for p in places))
        else:
            super().keyPressEvent(event)


class _BeforeWords(plain_text.PlainDelegate):
    """What stands before the words is cut at its beginning."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        option.textElideMode = Qt.TextElideMode.ElideLeft
