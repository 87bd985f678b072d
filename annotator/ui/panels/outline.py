"""Everything in the article as a list: to find, to go to, to judge; and what a screen reader reads."""

from __future__ import annotations

from typing import Any, TypeAlias

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QItemSelectionModel,
    QLocale,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QListView, QStackedWidget, QVBoxLayout, QWidget

from annotator.core.editing.analyst_view import AnalystView
from annotator.core.text import fold

from ..command_table.key_hints import native
from ..modes.annotate import AnnotateMode
from ..widgets.chips import Segments
from ..widgets.dialog import line
from .outline_line import IS_CURRENT, ROW, OutlineLine
from .outline_rows import OutlineRow, outline_rows, speaker_rows, spoken
from .panel import Panel

Index: TypeAlias = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_MANY = 2000  # rows; with more of them the list follows a change a moment later
_LATER_MS = 250


class Outline(Panel):
    """Claims as cards, entities grouped by their words."""

    name = "outline"
    order = 20

    def __init__(self, annotate_mode: AnnotateMode, parent: QWidget | None = None) -> None:
        super().__init__(annotate_mode, parent)
        self._analyst_view: AnalystView | None = None
        self._rows: list[OutlineRow] = []
        self._speakers: list[OutlineRow] = []
        self._late = QTimer(self, interval=_LATER_MS, singleShot=True)
        self._late.timeout.connect(self._build)
        self._model = OutlineModel()
        self._kinds = Segments(
            [
                ("all", self.tr("All")),
                ("claims", self.tr("Claims")),
                ("entities", self.tr("Entities")),
                ("speakers", self.tr("Who")),
            ],
            self,
        )
        self._kinds.set_value("all")
        self._kinds.setAccessibleName(self.tr("What is listed"))
        self._kinds.chosen.connect(self._sift)
        self._field = QLineEdit(self)
        self._field.setClearButtonEnabled(True)
        self._field.setPlaceholderText(self.tr("Filter by words, label or who says it"))
        self._field.setAccessibleName(self.tr("Filter by words, label or who says it"))
        self._field.textChanged.connect(self._sift)
        self.list = OutlineList(self)
        self.list.setModel(self._model)
        self.list.chosen.connect(self._point)
        self.list.accept_asked.connect(self._accept)
        self.list.remove_asked.connect(self._remove)
        self._nothing = line("", "muted", self)
        self._nothing.setContentsMargins(14, 10, 14, 10)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._count = QLabel(self)
        self._count.setProperty("role", "muted")
        self._count.setContentsMargins(12, 4, 12, 8)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._nothing)
        top = QVBoxLayout()
        top.setContentsMargins(12, 10, 12, 6)
        top.setSpacing(6)
        top.addWidget(self._kinds)
        top.addWidget(self._field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self._stack, 1)
        column.addWidget(self._count)
        self.setFocusProxy(self.list)

    @classmethod
    def title(cls) -> str:
        return QCoreApplication.translate("Outline", "Outline")

    def show_sheet(self, analyst_view: AnalystView | None) -> None:
        before, self._analyst_view = self._analyst_view, analyst_view
        same = before and analyst_view and before.article.id == analyst_view.article.id
        if same and len(self._rows) > _MANY:
            self._late.start()  # so that judging stays quick in a very long article
        else:
            self._build()

    def _build(self) -> None:
        """List what is on the analyst's view now."""
        self._late.stop()
        analyst_view, scheme = self._analyst_view, self.annotate_mode.session.scheme
        language = QLocale().name()
        self._rows = outline_rows(analyst_view, scheme, language) if analyst_view else []
        self._speakers = speaker_rows(analyst_view, scheme, language) if analyst_view else []
        self._sift()

    def leave(self) -> None:
        self._late.stop()

    def show_current(self, id_: str) -> None:
        self._model.show_current(id_)
        place = self._model.place(id_)
        if place >= 0:
            self.list.go_to(place)
        elif not self.list.hasFocus():
            self.list.clearSelection()

    def _sift(self) -> None:
        """List what is asked for."""
        kind, typed = self._kinds.value, fold(self._field.text())
        rows = self._speakers if kind == "speakers" else self._rows
        shown = [
            row
            for row in rows
            if (kind in ("all", "speakers") or row.is_claim == (kind == "claims"))
            and row.says(typed)
        ]
        self.list.keep_place(lambda: self._model.show_rows(shown))
        self._model.show_current(self.annotate_mode.current_id)
        self._stack.setCurrentIndex(0 if shown else 1)
        self._say(len(shown))

    def _say(self, shown: int) -> None:
        if self._rows:
            self._nothing.setText(self.tr("Nothing here matches."))
        else:
            self._nothing.setText(
                self.tr(
                    "Nothing is marked in this article yet. Select words and press a label’s key, "
                    "or {claim} for a claim."
                ).format(claim=native("claim"))
            )
        claims = sum(row.is_claim for row in self._rows)
        mentions = sum(len(row.ids) for row in self._rows if not row.is_claim)
        left = sum(len(row.suggested) for row in self._rows)
        parts = [self.tr("%n claim(s)", None, claims), self.tr("%n entity(ies)", None, mentions)]
        if left:
            parts.append(self.tr("%n to judge", None, left))
        self._count.setText(" · ".join(parts))
        self._count.setVisible(bool(shown or self._rows))

    # -- doing -----------------------------------------------------------------------------

    def _point(self, row: OutlineRow) -> None:
        """Make it current; the next mention where one of them is current already."""
        ids = row.ids
        here = (
            ids.index(self.annotate_mode.current_id) + 1
            if self.annotate_mode.current_id in ids
            else 0
        )
        self.annotate_mode.point_at(ids[here % len(ids)])

    def _accept(self, row: OutlineRow) -> None:
        place = self.list.currentIndex().row()
        self.annotate_mode.accept_all(list(row.suggested))
        self._go_on(place + 1)

    def _remove(self, row: OutlineRow) -> None:
        if row.is_speaker:
            return  # who says something goes with the last claim that they are said to say
        place = self.list.currentIndex().row()
        self.annotate_mode.remove(list(row.ids))
        self._go_on(place)

    def _go_on(self, place: int) -> None:
        """To the row that stands at *place* now, or to the last one."""
        if self._late.isActive():
            self._build()
        rows = self._model.rows
        if rows:
            row = rows[min(place, len(rows) - 1)]
            self.annotate_mode.point_at((row.suggested or row.ids)[0])
            self.list.go_to(self._model.place(row.ids[0]))


class OutlineModel(QAbstractListModel):
    """The rows that are shown."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[OutlineRow] = []
        self._current = ""

    def show_rows(self, rows: list[OutlineRow]) -> None:
        """Other rows; where they are the same ones only what they say is drawn anew."""
        if [row.key for row in rows] == [row.key for row in self.rows]:
            self.rows = rows
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def show_current(self, id_: str) -> None:
        before, self._current = self.place(self._current), id_
        for place in (before, self.place(id_)):
            if place >= 0:
                self.dataChanged.emit(self.index(place), self.index(place), [IS_CURRENT])

    def place(self, id_: str) -> int:
        """The row in which an annotation is; -1 where it is in none."""
        found = (place for place, row in enumerate(self.rows) if id_ in row.ids)
        return next(found, -1)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        row = self.rows[index.row()]
        if role == ROW:
            return row
        if role == IS_CURRENT:
            return self._current in row.ids
        if role == Qt.ItemDataRole.DisplayRole:
            return row.words
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return spoken(row)
        return None


class OutlineList(QListView):
    """Click or Enter goes there, A accepts, Del removes."""

    chosen = Signal(object)  # OutlineRow
    accept_asked = Signal(object)
    remove_asked = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setStyleSheet("QListView, QListView:focus { border: none; }")
        self.setAccessibleName(self.tr("Annotations of this article"))
        self.setItemDelegate(OutlineLine(self))
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(400)
        self.clicked.connect(self._choose)

    def _row(self, index: QModelIndex) -> OutlineRow | None:
        found = index.data(ROW)
        return found if isinstance(found, OutlineRow) else None

    def _choose(self, index: QModelIndex) -> None:
        if (row := self._row(index)) is not None:
            self.chosen.emit(row)

    def go_to(self, place: int) -> None:
        """Make the line at *place* the current one, in sight; tells nobody."""
        index = self.model().index(place, 0)
        self.selectionModel().setCurrentIndex(
            index, QItemSelectionModel.SelectionFlag.ClearAndSelect
        )
        self.scrollTo(index)

    def keep_place(self, change: Any) -> None:
        """Let *change* alter the rows, without moving what is in sight."""
        place, at = self.currentIndex().row(), self.verticalScrollBar().value()
        change()
        count = self.model().rowCount()
        if place >= 0 and count and not self.currentIndex().isValid():
            index = self.model().index(min(place, count - 1), 0)
            self.selectionModel().setCurrentIndex(
                index, QItemSelectionModel.SelectionFlag.ClearAndSelect
            )
        self.verticalScrollBar().setValue(at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self._row(self.currentIndex())
        key = event.key()
        if row is None or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.chosen.emit(row)
        elif key == Qt.Key.Key_A:
            self.accept_asked.emit(row)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_X):
            self.remove_asked.emit(row)
        else:
            super().keyPressEvent(event)
