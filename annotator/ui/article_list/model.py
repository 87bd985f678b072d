"""The article list as a model: all ids are known, lines are read where one looks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QDate,
    QLocale,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
)

from annotator.store import AnnotationValue, ArticleRow, Store

Index: TypeAlias = QModelIndex | QPersistentModelIndex

ROW = Qt.ItemDataRole.UserRole  # QueueRow
SNIPPET = Qt.ItemDataRole.UserRole + 1  # the words found, between U+2068 and U+2069
IS_OPEN = Qt.ItemDataRole.UserRole + 2  # whether it is the article on the page
WHY = Qt.ItemDataRole.UserRole + 3  # what speaks for its place in the list, in words

_PAGE = 200
_PAGES = 30  # that are kept
_NOWHERE = QModelIndex()


class ArticleListModel(QAbstractTableModel):
    """One column. Its size costs nothing: 100,000 articles are 100,000 ids."""

    def __init__(self, store: Store, analyst: str) -> None:
        super().__init__()
        self._store = store
        self._analyst = analyst
        self.ids: list[str] = []
        self._places: dict[str, int] | None = None
        self._pages: dict[int, dict[str, ArticleRow]] = {}
        self._snippets: Mapping[str, str] = {}
        self._reasons: Mapping[str, AnnotationValue] = {}
        self.open_id = ""

    @property
    def has_snippets(self) -> bool:
        return bool(self._snippets)

    def show_ids(
        self,
        ids: Sequence[str],
        snippets: Mapping[str, str],
        reasons: Mapping[str, AnnotationValue] | None = None,
    ) -> None:
        """Other articles, or the same ones, whose lines are read anew."""
        self._pages.clear()
        self._reasons = reasons or {}
        if list(ids) == self.ids and bool(snippets) == self.has_snippets:
            self._snippets = snippets
            self._tell(0, len(self.ids) - 1)
            return
        self.beginResetModel()
        self.ids = list(ids)
        self._places = None
        self._snippets = snippets
        self.endResetModel()

    def refresh(self, id_: str) -> bool:
        """Read one line anew; whether its article has another status than before."""
        place = self.place(id_)
        if place < 0:
            return True
        page = self._pages.get(place // _PAGE)
        before = page.get(id_) if page else None
        fresh = self._store.rows([id_], self._analyst)
        if page is not None and fresh:
            page[id_] = fresh[0]
        self._tell(place, place)
        return before is None or not fresh or before.status != fresh[0].status

    def show_open(self, id_: str) -> None:
        """Mark the article that is on the page."""
        before, self.open_id = self.open_id, id_
        for each in (before, id_):
            place = self.place(each)
            if place >= 0:
                self._tell(place, place)

    def _tell(self, first: int, last: int) -> None:
        if last >= 0:
            self.dataChanged.emit(self.index(first, 0), self.index(last, 0))

    def place(self, id_: str) -> int:
        """Where an article stands, from 0; -1 where it does not."""
        if self._places is None:
            self._places = {each: number for number, each in enumerate(self.ids)}
        return self._places.get(id_, -1)

    def line(self, place: int) -> ArticleRow | None:
        """What is said of an article; None if it is gone by now."""
        page = place // _PAGE
        if page not in self._pages:
            if len(self._pages) >= _PAGES:
                del self._pages[next(iter(self._pages))]
            ids = self.ids[page * _PAGE : (page + 1) * _PAGE]
            self._pages[page] = {row.id: row for row in self._store.rows(ids, self._analyst)}
        return self._pages[page].get(self.ids[place])

    # -- what Qt asks ----------------------------------------------------------------------

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.ids)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or not 0 <= index.row() < len(self.ids):
            return None
        if role == IS_OPEN:
            return self.ids[index.row()] == self.open_id
        if role == SNIPPET:
            return self._snippets.get(self.ids[index.row()], "")
        if role == WHY:
            return reason_words(self._reasons.get(self.ids[index.row()]))
        row = self.line(index.row())
        if row is None:
            return None
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            why = reason_words(self._reasons.get(row.id))
            return f"{spoken(row)}, {why}" if why else spoken(row)
        return None


def second_line(row: ArticleRow, *, is_open: bool = False) -> str:
    """``publisher · date · 12 claims``, or that it was not opened yet."""
    parts = [row.publisher or "", day(row.published)]
    if row.is_old:
        parts.append(QCoreApplication.translate("QueueLine", "older version"))
    if row.status == "new" and is_open:
        parts.append(QCoreApplication.translate("QueueLine", "open now"))
    elif row.status == "new":
        parts.append(QCoreApplication.translate("QueueLine", "not opened"))
    elif row.claims:
        parts.append(QCoreApplication.translate("QueueLine", "%n claim(s)", None, row.claims))
    else:
        parts.append(QCoreApplication.translate("QueueLine", "%n label(s)", None, row.entities))
    return " · ".join(part for part in parts if part)


def reason_words(why: AnnotationValue | None) -> str:
    """``8 doubtful · 5 new names``: why to annotate an article next."""
    if why is None:
        return ""
    said = []
    if why.doubtful:
        said.append(QCoreApplication.translate("QueueLine", "%n doubtful", None, why.doubtful))
    if why.new:
        said.append(QCoreApplication.translate("QueueLine", "%n new name(s)", None, why.new))
    return " · ".join(said)


def spoken(row: ArticleRow) -> str:
    """Everything that the line shows, for tool tips and screen readers."""
    parts = [row.title, status_name(row.status), second_line(row)]
    if row.undecided:
        left = QCoreApplication.translate("QueueLine", "%n to judge", None, row.undecided)
        parts.append(left)
    if row.flagged:
        parts.append(QCoreApplication.translate("QueueLine", "something unsure"))
    return ", ".join(parts)


def status_name(status: str) -> str:
    """A layer's status, or ``new``, in words."""
    match status:
        case "new":
            return QCoreApplication.translate("Status", "new")
        case "draft":
            return QCoreApplication.translate("Status", "open")
        case "submitted":
            return QCoreApplication.translate("Status", "submitted")
        case "changes_requested":
            return QCoreApplication.translate("Status", "to discuss")
        case "approved":
            return QCoreApplication.translate("Status", "approved")
        case _:
            return status


def day(published: str | None) -> str:
    """An EDTF date as one reads it; what is no whole date stays as it is."""
    written = published or ""
    date = QDate.fromString(written[:10], Qt.DateFormat.ISODate)
    if not date.isValid():
        return written
    is_recent = date.year() == QDate.currentDate().year()
    return QLocale().toString(date, "d MMM" if is_recent else "d MMM yyyy")
