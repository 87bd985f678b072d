"""Claims as a table: all ids are known, lines are read where one looks."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple, TypeAlias

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
from annotator.ui import translation
from annotator.ui.appearance.label_colours import theme_now

Index: TypeAlias = QModelIndex | QPersistentModelIndex

ROW = Qt.ItemDataRole.UserRole  # ClaimRow
_PAGE, _PAGES = 200, 30  # lines that are read at once, and pages of them that are kept
_NOWHERE = QModelIndex()


def _who(row: ClaimRow) -> str:
    return row.who or QCoreApplication.translate("Page", "the article itself")


def _owner(row: ClaimRow) -> str:
    if row.owner.startswith("machine:"):
        return QCoreApplication.translate("Claims", "suggested")
    return row.owner


def _spoken_priority(row: ClaimRow) -> str:
    said = QCoreApplication.translate("OutlineRow", "priority {degree} of 3")
    return said.format(degree=row.worthiness)


class Column(NamedTuple):
    """A column of the list of claims; an empty value is shown as a dash.

    *sort* is what a click on the heading sorts by. *attribute* is the one of the scheme of which
    the value is a code: its name is shown. *spoken* is the value for a screen reader.
    """

    heading: str  # English
    value: Callable[[ClaimRow], str]
    sort: ClaimSort
    width: int  # pixels; 0 is the room that the others leave
    attribute: tuple[str, str] | None = None
    spoken: Callable[[ClaimRow], str] | None = None
    is_muted: Callable[[ClaimRow], bool] = lambda _row: False
    is_strong: bool = False
    largest_first: bool = False  # when the heading is first clicked


COLUMNS: tuple[Column, ...] = (
    Column(
        translation.note("Claims", "Claim"),
        lambda row: row.text + (" ?" if row.unsure else ""),
        "text",
        0,
    ),
    Column(
        translation.note("Claims", "Article"),
        lambda row: row.title,
        "article",
        190,
        is_muted=lambda _row: True,
    ),
    Column(
        translation.note("Claims", "Who says it"),
        _who,
        "who",
        160,
        is_muted=lambda row: not row.who,
    ),
    Column(
        translation.note("Claims", "Priority"),
        lambda row: "●" * row.worthiness + "○" * (3 - row.worthiness),
        "worthiness",
        76,
        spoken=_spoken_priority,
        is_strong=True,
        largest_first=True,
    ),
    Column(
        translation.note("Claims", "Evidence"),
        lambda row: str(row.evidence or ""),
        "evidence",
        78,
        is_muted=lambda row: not row.evidence,
        largest_first=True,
    ),
    Column(
        translation.note("Claims", "Verdict"),
        lambda row: row.verdict,
        "verdict",
        124,
        attribute=("verdict", "label"),
        is_muted=lambda row: not row.verdict,
    ),
    Column(translation.note("Claims", "Whose"), _owner, "owner", 96, is_muted=lambda _row: True),
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
            return translation.translated("Claims", COLUMNS[section].heading)
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
        column = COLUMNS[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._shown(row, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return row.text if index.column() == 0 else self._shown(row, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return column.spoken(row) if column.spoken else self._shown(row, column)
        if role == Qt.ItemDataRole.ForegroundRole:
            theme = theme_now()
            if column.is_strong:
                return theme.claim.strong
            return theme.muted if column.is_muted(row) else theme.text
        return None

    def _shown(self, row: ClaimRow, column: Column) -> str:
        value = column.value(row)
        if value and column.attribute:
            return self.scheme.attribute(*column.attribute).value(value).name.to(self._language)
        return value or "–"


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
