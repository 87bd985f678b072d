"""All occurrences of some words in the project, in context: label or unlabel the ticked ones."""

from __future__ import annotations

from collections import deque

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableView,
    QWidget,
)

from annotator.desk import Desk, Occurrence

from .dialog import Dialog

_SLICE = 25  # articles read between two looks at the window
_MOST = 20_000
_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_TICK, _LEFT, _WORDS, _RIGHT, _LABEL, _TITLE = range(6)
_ALIGN = {
    _LEFT: Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
    _WORDS: Qt.AlignmentFlag.AlignCenter,
}


class Concordance(QAbstractTableModel):
    """Keywords in context, each with a tick."""

    ticked_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Occurrence] = []
        self._ticks: list[bool] = []
        self._bold = QFont()
        self._bold.setWeight(QFont.Weight.DemiBold)

    def clear(self) -> None:
        self.beginResetModel()
        self._rows, self._ticks = [], []
        self.endResetModel()

    def add(self, rows: list[Occurrence]) -> None:
        """More places; those in submitted articles are not ticked."""
        if rows:
            first = len(self._rows)
            self.beginInsertRows(_ROOT, first, first + len(rows) - 1)
            self._rows += rows
            self._ticks += [not row.is_submitted for row in rows]
            self.endInsertRows()
            self.ticked_changed.emit()

    def ticked(self) -> list[Occurrence]:
        return [row for row, tick in zip(self._rows, self._ticks, strict=True) if tick]

    def tick_all(self, on: bool) -> None:
        self._ticks = [on] * len(self._rows)
        if self._rows:
            last = self.index(len(self._rows) - 1, _TICK)
            self.dataChanged.emit(self.index(0, _TICK), last, [Qt.ItemDataRole.CheckStateRole])
        self.ticked_changed.emit()

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else 6

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        names = ["", "", self.tr("Words"), "", self.tr("Label now"), self.tr("Article")]
        return names[section]

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], index.column()
        if column == _TICK and role == Qt.ItemDataRole.CheckStateRole:
            on = self._ticks[index.row()]
            return Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(row, column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _ALIGN.get(column)
        if role == Qt.ItemDataRole.FontRole and column == _WORDS:
            return self._bold
        if role == Qt.ItemDataRole.ToolTipRole and column == _TITLE:
            return row.title
        return None

    def _words(self, row: Occurrence, column: int) -> str:
        submitted = self.tr("submitted")
        return {
            _TICK: "",
            _LEFT: " ".join(row.left.split()),
            _WORDS: row.words,
            _RIGHT: " ".join(row.right.split()),
            _LABEL: row.label,
            _TITLE: f"{row.title} ({submitted})" if row.is_submitted else row.title,
        }[column]

    def setData(self, index: _Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or index.column() != _TICK:
            return False
        self._ticks[index.row()] = Qt.CheckState(value) == Qt.CheckState.Checked
        self.dataChanged.emit(index, index, [role])
        self.ticked_changed.emit()
        return True

    def flags(self, index: _Index) -> Qt.ItemFlag:
        plain = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return plain | Qt.ItemFlag.ItemIsUserCheckable if index.column() == _TICK else plain


class Occurrences(Dialog):
    """Stays open beside the article; what it does is one step to undo."""

    done_with = Signal()  # something was labelled or unlabelled

    def __init__(
        self, desk: Desk, words: str, label: str, language: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(self.tr("All occurrences in the project"), parent, width=1020)
        self._desk = desk
        self._waiting: deque[str] = deque()
        self._model = Concordance(self)
        self._model.ticked_changed.connect(self._count)
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._read_on)
        self._typing = QTimer(self, interval=300, singleShot=True)
        self._typing.timeout.connect(self.search)
        self._field = QLineEdit(words, self)
        self._field.setAccessibleName(self.tr("Words to find"))
        self._field.setPlaceholderText(self.tr("Words to find, as they are written"))
        self._field.textChanged.connect(lambda: self._typing.start())
        self._labels = QComboBox(self)
        for each in desk.scheme.offered():
            self._labels.addItem(f"{each.code}  {each.named(language)}", each.code)
        self._labels.setCurrentIndex(max(0, self._labels.findData(label)))
        self._lay_out()
        self.resize(1020, 560)
        self.search()

    def _lay_out(self) -> None:
        table = QTableView(self)
        table.setModel(self._model)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setShowGrid(False)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(28)
        table.setMinimumHeight(360)
        header = table.horizontalHeader()
        stretch, fit = QHeaderView.ResizeMode.Stretch, QHeaderView.ResizeMode.Interactive
        for column, mode, width in (
            (_TICK, fit, 34),
            (_LEFT, stretch, 0),
            (_WORDS, fit, 150),
            (_RIGHT, stretch, 0),
            (_LABEL, fit, 90),
            (_TITLE, fit, 220),
        ):
            header.setSectionResizeMode(column, mode)
            if width:
                header.resizeSection(column, width)
        self._said = QLabel(self)
        self._said.setProperty("role", "muted")
        top = QHBoxLayout()
        top.addWidget(self._field, 1)
        top.addWidget(self._said)
        below = QHBoxLayout()
        for words, on in ((self.tr("Tick all"), True), (self.tr("Tick none"), False)):
            button = QPushButton(words, self)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False, on=on: self._model.tick_all(on))
            below.addWidget(button)
        below.addStretch(1)
        self._remove = QPushButton(self.tr("Remove label"), self)
        self._remove.setAutoDefault(False)
        self._remove.clicked.connect(lambda: self._do(None))
        self._label = QPushButton(self.tr("Label"), self)
        self._label.setProperty("variant", "primary")
        self._label.setDefault(True)
        self._label.clicked.connect(lambda: self._do(str(self._labels.currentData())))
        for widget in (self._remove, self._labels, self._label):
            below.addWidget(widget)
        self.column.addLayout(top)
        self.column.addWidget(table, 1)
        self.column.addLayout(below)

    @property
    def concordance(self) -> Concordance:
        return self._model

    def search(self) -> None:
        """Find the words that are typed, a few articles at a time."""
        self._model.clear()
        words = self._field.text().strip()
        self._waiting = deque(self._desk.store.occurrences(words) if words else [])
        self._timer.start()

    def _read_on(self) -> None:
        words = self._field.text().strip()
        slice_ = [self._waiting.popleft() for _ in range(min(_SLICE, len(self._waiting)))]
        self._model.add(self._desk.occurrences(words, slice_))
        if not self._waiting or self._model.rowCount() >= _MOST:
            self._timer.stop()
        self._count()

    def _count(self) -> None:
        total, ticked = self._model.rowCount(), len(self._model.ticked())
        if self._timer.isActive():
            said = self.tr("searching: %n so far", "", total)
        elif not self._field.text().strip():
            said = self.tr("Type the words to find.")
        elif not total:
            said = self.tr("These words stand nowhere as they are written.")
        else:
            said = self.tr("{ticked} of {total} ticked").format(ticked=ticked, total=total)
        self._said.setText(said)
        self._label.setEnabled(bool(ticked))
        self._remove.setEnabled(bool(ticked))

    def _do(self, label: str | None) -> None:
        ticked = self._model.ticked()
        self._desk.label_occurrences(ticked, label)
        self.done_with.emit()
        self.search()
