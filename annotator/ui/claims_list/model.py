"""Claims as a table: all ids are known, lines are read where one looks."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import Any, TypeAlias

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QLocale,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtGui import QFont

from annotator.core.scheme import Scheme
from annotator.store import ClaimList, ClaimRow, ClaimSort, Store
from annotator.ui.appearance.label_colours import theme_now
from annotator.ui.widgets import translation

Index: TypeAlias = QModelIndex | QPersistentModelIndex

ROW = Qt.ItemDataRole.UserRole  # ClaimRow
_PAGE, _PAGES = 200, 30  # lines that are read at once, and pages of them that are kept
_NOWHERE = QModelIndex()

#: What each column is sorted by, and its heading.
COLUMNS: tuple[tuple[ClaimSort, str], ...] = (
    ("text", translation.note("Claims", "Claim")),
    ("article", translation.note("Claims", "Article")),
    ("who", translation.note("Claims", "Who says it")),
    ("worthiness", translation.note("Claims", "Priority")),
    ("evidence", translation.note("Claims", "Evidence")),
    ("verdict", translation.note("Claims", "Verdict")),
    ("owner", translation.note("Claims", "Whose")),
)


class ClaimsModel(QAbstractTableModel):
    """The claims of a `ClaimList`; where they are grouped, each group begins with a heading."""

    def __init__(self, store: Store, scheme: Scheme, language: str) -> None:
        super().__init__()
        self._store = store
        self.scheme = scheme
        self._language = language
        self._list = ClaimList([], [], 0)
        self._heads: list[int] = []  # rows in which the groups begin
        self._pages: dict[int, dict[str, ClaimRow]] = {}

    # -- what is shown ---------------------------------------------------------------------

    def show_list(self, found: ClaimList) -> None:
        self.beginResetModel()
        self._list = found
        self._heads = []
        at = 0
        for _, size in found.groups:
            self._heads.append(at)
            at += size + 1
        self._pages.clear()
        self.endResetModel()

    def reread(self) -> None:
        """The same claims, some of which may have been edited."""
        self._pages.clear()
        if last := self.rowCount():
            self.dataChanged.emit(self.index(0, 0), self.index(last - 1, len(COLUMNS) - 1))

    @property
    def count(self) -> int:
        """How many claims there are."""
        return len(self._list.ids)

    @property
    def whole(self) -> int:
        """How many there would be without the filter."""
        return self._list.whole

    def id_at(self, place: int) -> str:
        """The claim in a row; "" for a heading."""
        number = self._number(place)
        return self._list.ids[number] if number >= 0 else ""

    def place(self, id_: str) -> int:
        """The row of a claim; -1 where it is not shown."""
        try:
            number = self._list.ids.index(id_)
        except ValueError:
            return -1
        if not self._heads:
            return number
        # each heading before it moves it down by one
        firsts = [head - group for group, head in enumerate(self._heads)]
        return number + bisect_right(firsts, number)

    def rows(self, places: Sequence[int]) -> list[ClaimRow]:
        """The claims in some rows, read anew."""
        return self._store.claims.rows([id_ for place in places if (id_ := self.id_at(place))])

    def line(self, place: int) -> ClaimRow | None:
        """The claim in a row; None for a heading, and for one that is gone by now."""
        number = self._number(place)
        if number < 0:
            return None
        page = number // _PAGE
        if page not in self._pages:
            if len(self._pages) >= _PAGES:
                del self._pages[next(iter(self._pages))]
            ids = self._list.ids[page * _PAGE : (page + 1) * _PAGE]
            self._pages[page] = {row.id: row for row in self._store.claims.rows(ids)}
        return self._pages[page].get(self._list.ids[number])

    def _number(self, place: int) -> int:
        """Which of the claims is in a row; -1 for a heading."""
        group = bisect_right(self._heads, place)
        if group and self._heads[group - 1] == place:
            return -1
        return place - group

    def heading(self, place: int) -> str:
        """What the heading in a row says: the group and how large it is; "" for a claim."""
        if not self._heads or self._number(place) >= 0:
            return ""
        name, size = self._list.groups[bisect_right(self._heads, place) - 1]
        name = name or QCoreApplication.translate("Claims", "nobody, nothing named")
        return f"{name}  ·  {QLocale().toString(size)}"

    # -- what Qt asks ----------------------------------------------------------------------

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._list.ids) + len(self._heads)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self._heads and self._number(index.row()) < 0:
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return translation.translated("Claims", COLUMNS[section][1])
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= self.rowCount():
            return None
        if heading := self.heading(index.row()):
            return _of_heading(heading, index.column(), role)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        row = self.line(index.row())
        if row is None:
            return None
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return self._said(row, COLUMNS[index.column()][0])
        if role == Qt.ItemDataRole.ToolTipRole:
            return row.text if index.column() == 0 else self._said(row, COLUMNS[index.column()][0])
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(row, COLUMNS[index.column()][0])
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._ink(row, COLUMNS[index.column()][0])
        return None

    def _said(self, row: ClaimRow, column: ClaimSort) -> str:
        match column:
            case "text":
                return row.text + (" ?" if row.unsure else "")
            case "article":
                return row.title
            case "who":
                return row.who or QCoreApplication.translate("Page", "the article itself")
            case "worthiness":
                return "●" * row.worthiness + "○" * (3 - row.worthiness)
            case "evidence":
                return str(row.evidence) if row.evidence else "–"
            case "verdict":
                return self._verdict(row.verdict)
            case _:
                return _owner(row.owner)

    def _spoken(self, row: ClaimRow, column: ClaimSort) -> str:
        if column == "worthiness":
            said = QCoreApplication.translate("OutlineRow", "priority {degree} of 3")
            return said.format(degree=row.worthiness)
        return self._said(row, column)

    def _verdict(self, label: str) -> str:
        if not label:
            return "–"
        return self.scheme.attribute("verdict", "label").value(label).name.to(self._language)

    def _ink(self, row: ClaimRow, column: ClaimSort) -> Any:
        theme = theme_now()
        if column == "worthiness":
            return theme.claim.strong
        is_empty = (column == "verdict" and not row.verdict) or (
            column == "evidence" and not row.evidence
        )
        if column in ("article", "owner") or is_empty or (column == "who" and not row.who):
            return theme.muted
        return theme.text


def _owner(author: str) -> str:
    if author.startswith("machine:"):
        return QCoreApplication.translate("Claims", "suggested")
    return author


def _of_heading(heading: str, column: int, role: int) -> Any:
    if role == Qt.ItemDataRole.DisplayRole:
        return heading if column == 0 else ""
    if role == Qt.ItemDataRole.FontRole:
        font = QFont()
        font.setWeight(QFont.Weight.DemiBold)
        return font
    if role == Qt.ItemDataRole.BackgroundRole:
        return theme_now().panel
    if role == Qt.ItemDataRole.TextAlignmentRole:
        return Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft
    return None
