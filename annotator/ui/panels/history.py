"""What was done to the article, newest first, and the way back to any point of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeAlias

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QLocale,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListView,
    QPushButton,
    QStyle,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from annotator.core.changes import Change
from annotator.core.editing.analyst_view import AnalystView
from annotator.core.model import Claim, Entity
from annotator.ui.appearance import plain_text

from ..appearance.label_colours import theme_now
from ..modes.annotate import AnnotateMode
from ..widgets.chips import smaller
from ..widgets.dialog import line
from .history_lines import HistoryLine, history_lines
from .panel import Panel

Index: TypeAlias = QModelIndex | QPersistentModelIndex
LINE = Qt.ItemDataRole.UserRole
_NOWHERE = QModelIndex()
_MOST = 2000  # changes of one article that are listed


class HistoryPanel(Panel):
    """The list, and a button. Going back is a change of its own, and can be undone."""

    name = "history"
    order = 30
    is_aside = True

    def __init__(self, annotate_mode: AnnotateMode, parent: QWidget | None = None) -> None:
        super().__init__(annotate_mode, parent)
        self._about = ""  # id of the annotation whose history alone is shown
        self._model = HistoryModel()
        self.list = QListView(self)
        self.list.setStyleSheet("QListView, QListView:focus { border: none; }")
        self.list.setAccessibleName(self.tr("What was done to this article"))
        self.list.setItemDelegate(HistoryPainter(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setModel(self._model)
        self.list.selectionModel().currentChanged.connect(self._allow)
        self.list.doubleClicked.connect(self._go_back)
        self.back = QPushButton(self.tr("Back to here"), self)
        self.back.clicked.connect(self._go_back)
        self._hint = line(
            self.tr("Choose a point to bring your work back to how it was then."), "muted", self
        )
        row = QHBoxLayout()
        row.addWidget(self.back)
        row.addStretch(1)
        below = QVBoxLayout()
        below.setContentsMargins(12, 8, 12, 10)
        below.setSpacing(6)
        below.addWidget(self._hint)
        below.addLayout(row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._about_row())
        column.addWidget(self.list, 1)
        column.addLayout(below)
        self.setFocusProxy(self.list)

    def _about_row(self) -> QWidget:
        self._about_said = line("", "", self)
        self._everything = QPushButton(self.tr("Show all"), self)
        self._everything.clicked.connect(lambda: self.show_about(""))
        self._about_box = QWidget(self)
        row = QHBoxLayout(self._about_box)
        row.setContentsMargins(12, 4, 12, 4)
        row.addWidget(self._about_said, 1)
        row.addWidget(self._everything)
        self._about_box.hide()
        return self._about_box

    def show_about(self, id_: str) -> None:
        """Only what was done to an annotation and what hangs on it; "" for all of the article."""
        self._about = id_
        self.show_sheet(self.annotate_mode.analyst_view)

    @classmethod
    def title(cls) -> str:
        return QCoreApplication.translate("HistoryPanel", "History")

    def show_sheet(self, analyst_view: AnalystView | None) -> None:
        lines: list[HistoryLine] = []
        if analyst_view is not None:
            store = self.annotate_mode.session.store
            article_id = analyst_view.article.id
            changes = store.changes(article_id=article_id, newest_first=True, limit=_MOST)
            layers = store.layers(article_id)
            scheme = self.annotate_mode.session.scheme
            lines = history_lines(changes, layers, analyst_view, scheme, QLocale().name())
            about = analyst_view.get(self._about) if self._about else None
            if isinstance(about, Entity | Claim):
                numbers = numbers_about(changes, self._about)
                lines = [each for each in lines if each.number in numbers]
                said = self.tr("Only of “{words}”").format(words=analyst_view.words_of(about))
                self._about_said.setText(said)
            else:
                self._about = ""
        self._about_box.setVisible(bool(self._about))
        self._model.show_lines(lines)
        self._allow()

    def _chosen(self) -> HistoryLine | None:
        found = self.list.currentIndex().data(LINE)
        return found if isinstance(found, HistoryLine) else None

    def _allow(self) -> None:
        """The newest point is where we are, unless it is undone."""
        chosen = self._chosen()
        newest = self._model.lines[0] if self._model.lines else None
        self.back.setEnabled(chosen is not None and (chosen is not newest or chosen.undone))

    def _go_back(self) -> None:
        chosen = self._chosen()
        if chosen is not None and self.back.isEnabled():
            self.annotate_mode.revert(chosen.number)


def numbers_about(changes: Sequence[tuple[int, Change]], id_: str) -> set[int]:
    """Which changes touched an annotation, what it was copied from, or what hangs on it."""
    records = [(number, edit.record) for number, change in changes for edit in change.edits]
    related = {id_}
    for _, record in records:
        origin = getattr(record, "derived_from", None)
        if origin and {record.id, origin} & related:
            related |= {record.id, origin}
    return {number for number, record in records if _names(record) & related}


def _names(record: object) -> set[str]:
    """The ids of what a record is, or is about."""
    fields = ("id", "target_id", "claim_id", "derived_from")
    own = {getattr(record, name, "") or "" for name in fields} - {""}
    return own | set(getattr(record, "claims", ()))


class HistoryModel(QAbstractListModel):
    """The lines, newest first."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[HistoryLine] = []

    def show_lines(self, lines: list[HistoryLine]) -> None:
        self.beginResetModel()
        self.lines = lines
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self.lines):
            return None
        found = self.lines[index.row()]
        if role == LINE:
            return found
        if role == Qt.ItemDataRole.DisplayRole:
            return found.what
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            undone = self.tr("undone") if found.undone else ""
            parts = (found.what, undone, found.words, found.who, found.when)
            return ", ".join(part for part in parts if part)
        return None


class HistoryPainter(plain_text.PlainDelegate):
    """Three short lines: the deed, the words, who and when. What is undone is struck through."""

    def __init__(self, of: QWidget) -> None:
        super().__init__(of)
        self._of = of

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(160, 60)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        history_line: HistoryLine = index.data(LINE)
        theme = theme_now()
        box = QRectF(option.rect).adjusted(6, 1, -6, -1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.select)
            painter.drawRoundedRect(box, 6, 6)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme.layers[0].strong if theme.dark else theme.accent, 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        base = QFont(self._of.font())
        base.setWeight(QFont.Weight.Normal if history_line.is_origin else QFont.Weight.Medium)
        base.setStrikeOut(history_line.undone)
        small = smaller(self._of.font())
        inside = box.adjusted(9, 5, -9, -4)
        quiet = history_line.undone or history_line.is_origin
        painter.setPen(theme.muted if quiet else theme.text)
        y = _draw(painter, base, inside, inside.top(), history_line.what)
        if history_line.words:
            y = _draw(painter, small, inside, y + 1, history_line.words)
        painter.setPen(theme.muted)
        _draw(
            painter,
            small,
            inside,
            y + 1,
            " · ".join(p for p in (history_line.who, history_line.when) if p),
        )
        painter.restore()


def _draw(painter: QPainter, font: QFont, inside: QRectF, top: float, words: str) -> float:
    """One line, elided; where the next one begins."""
    metrics = QFontMetricsF(font)
    painter.setFont(font)
    place = QRectF(inside.left(), top, inside.width(), metrics.height())
    words = plain_text.elided(metrics, words, Qt.TextElideMode.ElideRight, place.width())
    plain_text.draw(
        painter, place, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, words
    )
    return place.bottom()
