"""The left side: every article of the project, found by words and narrowed by what it is."""

from __future__ import annotations

from pathlib import Path

import msgspec
from PySide6.QtCore import QModelIndex, QObject, Qt, QThread, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup, QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QMenu,
    QPushButton,
    QStackedLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from annotator.desk import Desk
from annotator.store import QueueFilter, Search

from .queue_list import ArticleLine, Articles

_DEBOUNCE_MS = 120
_SNIPPETS = 200  # the best hits are shown with the words found


class Queue(QWidget):
    """Shows articles and says which is wanted; it opens none."""

    article_chosen = Signal(str)
    import_asked = Signal()
    _searched = Signal(int, str)  # number, words: to the other thread

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._wanted = QueueFilter(analyst=desk.analyst)
        self._number = 0
        self._articles = Articles(lambda ids: desk.store.rows(ids, desk.analyst), self)
        self._build()
        self._timer = QTimer(self, interval=_DEBOUNCE_MS, singleShot=True)
        self._timer.timeout.connect(self._search)
        self._thread: QThread | None = None
        self._searcher: _Searcher | None = None  # Python's reference keeps it alive
        self.setMinimumWidth(220)

    def _build(self) -> None:
        self._heading = QLabel(self.tr("Articles"), self)
        self._heading.setProperty("role", "title")
        self._filter = QToolButton(self)
        self._filter.setText(self.tr("Filter"))
        self._filter.setProperty("variant", "quiet")
        self._filter.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._fill_menu)
        self._filter.setMenu(self._menu)
        top = QHBoxLayout()
        top.addWidget(self._heading, 1)
        top.addWidget(self._filter)
        self._field = QLineEdit(self)
        self._field.setClearButtonEnabled(True)
        self._field.setMinimumHeight(30)
        self._field.setAccessibleName(self.tr("Search all articles"))
        self._field.textChanged.connect(lambda: self._timer.start())
        self._field.returnPressed.connect(self._open_first)
        self._list = _List(self)
        self._list.setModel(self._articles)
        self._list.setItemDelegate(ArticleLine(self._articles, self._list))
        self._list.opened.connect(self._choose)
        self._list.typed.connect(self._type_ahead)
        self._nothing = QLabel(self)
        self._nothing.setWordWrap(True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.setProperty("role", "muted")
        self._help = QPushButton(self)
        self._help.clicked.connect(self._help_out)
        empty = QWidget(self)
        column = QVBoxLayout(empty)
        column.addStretch(1)
        column.addWidget(self._nothing)
        column.addWidget(self._help, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)
        self._stack = QStackedLayout()
        self._stack.addWidget(self._list)
        self._stack.addWidget(empty)
        self._footer = QLabel(self)
        self._footer.setProperty("role", "muted")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(12, 14, 12, 8)
        whole.setSpacing(9)
        whole.addLayout(top)
        whole.addWidget(self._field)
        whole.addLayout(self._stack, 1)
        whole.addWidget(self._footer)
        self.setFocusProxy(self._list)

    # -- what is in it ---------------------------------------------------------------------

    def ids(self) -> list[str]:
        """The articles listed now, in their order."""
        return self._articles.ids

    def refresh(self) -> None:
        """Read the list again, with the filter and the search as they are."""
        if self._field.text().strip():
            self._search()
        else:
            self._show(self._desk.store.queue(self._wanted), {})

    def refresh_article(self, id_: str) -> None:
        self._articles.refresh(id_)
        self._count()

    def select(self, id_: str) -> None:
        """Mark an article as the open one, without opening it."""
        place = self._articles.place(id_)
        if place is None:
            self._list.clearSelection()
            return
        self._articles.reach(place)
        index = self._articles.index(place)
        self._list.setCurrentIndex(index)
        self._list.scrollTo(index)

    def next_id(self, here: str, *, backwards: bool = False) -> str | None:
        """The article after (or before) *here* in the list; None at its end."""
        ids = self._articles.ids
        place = self._articles.place(here)
        if place is None:
            return ids[0] if ids else None
        place += -1 if backwards else 1
        return ids[place] if 0 <= place < len(ids) else None

    def focus_search(self) -> None:
        self._field.setFocus()
        self._field.selectAll()

    def stop(self) -> None:
        """End the searching thread."""
        if self._thread is not None:
            self._thread.quit()
            self._thread.wait()
            self._thread = None

    def _show(self, ids: list[str], snippets: dict[str, str]) -> None:
        current = self._list.currentIndex()
        before = self._articles.ids[current.row()] if current.isValid() else ""
        self._articles.show(ids, snippets)
        if before:
            self.select(before)
        self._stack.setCurrentIndex(0 if ids else 1)
        if not ids:
            self._explain_nothing()
        self._count()

    def _count(self) -> None:
        """The heading's and the footer's figures."""
        shown, total = len(self._articles.ids), self._desk.store.article_count()
        self._field.setPlaceholderText(self.tr("Search %n article(s)", "", total))
        self._heading.setText(
            self.tr("Articles")
            if shown == total
            else self.tr("{shown} of {total}").format(shown=shown, total=total)
        )
        counts = self._desk.store.statuses(self._desk.analyst)
        done = counts.get("submitted", 0) + counts.get("approved", 0)
        parts = [
            self.tr("%n open", "", counts.get("draft", 0)),
            self.tr("%n done", "", done),
        ]
        if counts.get("changes_requested"):
            parts.append(self.tr("%n to discuss", "", counts["changes_requested"]))
        self._footer.setText(" · ".join(parts))

    def _explain_nothing(self) -> None:
        if self._is_narrowed():
            self._nothing.setText(self.tr("No article is like that."))
            self._help.setText(self.tr("Show all articles"))
        else:
            self._nothing.setText(
                self.tr(
                    "No articles yet.\n\nDrop files or folders here, paste a text with Ctrl+V, or"
                )
            )
            self._help.setText(self.tr("Import articles…"))

    def _is_narrowed(self) -> bool:
        plain = QueueFilter(analyst=self._desk.analyst)
        return bool(self._field.text().strip()) or self._wanted != plain

    def _help_out(self) -> None:
        if self._is_narrowed():
            self.clear_filter()
        else:
            self.import_asked.emit()

    # -- filter ----------------------------------------------------------------------------

    def narrow(self, **fields: object) -> None:
        """Set some of the filter's fields (`QueueFilter`) and read the list again."""
        self._wanted = msgspec.structs.replace(self._wanted, **fields)
        plain = self._wanted == QueueFilter(analyst=self._desk.analyst)
        self._filter.setText(self.tr("Filter") if plain else self.tr("Filter ●"))
        self.refresh()

    def clear_filter(self) -> None:
        self._field.clear()
        self._wanted = QueueFilter(analyst=self._desk.analyst)
        self.narrow()

    def _fill_menu(self) -> None:
        menu, store, wanted = self._menu, self._desk.store, self._wanted
        menu.clear()
        self._check(menu, self.tr("To judge"), wanted.undecided, "undecided", not wanted.undecided)
        self._check(menu, self.tr("Unsure"), wanted.flagged, "flagged", not wanted.flagged)
        menu.addSeparator()
        counts = store.statuses(self._desk.analyst)
        states = {
            "new": self.tr("Not opened"),
            "draft": self.tr("Open"),
            "submitted": self.tr("Submitted"),
            "changes_requested": self.tr("Changes requested"),
            "approved": self.tr("Approved"),
        }
        self._choices(menu, self.tr("Status"), "status", wanted.status, states, counts)
        found = store.languages()
        self._choices(
            menu, self.tr("Language"), "language", wanted.language, {c: c for c in found}, found
        )
        labels = store.labels_in_use()
        self._choices(menu, self.tr("Label"), "label", wanted.label, {c: c for c in labels}, labels)
        orders = {
            "imported": self.tr("As imported"),
            "title": self.tr("By title"),
            "published": self.tr("Newest first"),
            "undecided": self.tr("Most to judge first"),
        }
        self._choices(menu, self.tr("Order"), "sort", wanted.sort, orders, {})
        menu.addSeparator()
        menu.addAction(self.tr("Show all articles"), self.clear_filter)

    def _check(self, menu: QMenu, name: str, on: bool, field: str, value: object) -> None:
        action = menu.addAction(name)
        action.setCheckable(True)
        action.setChecked(on)
        action.triggered.connect(lambda: self.narrow(**{field: value}))

    def _choices(
        self,
        menu: QMenu,
        name: str,
        field: str,
        chosen: str | None,
        names: dict[str, str],
        counts: dict[str, int],
    ) -> None:
        under = menu.addMenu(name)
        group = QActionGroup(under)
        all_of_them: dict[str, str] = {} if field == "sort" else {"": self.tr("All")}
        for code, said in (all_of_them | names).items():
            count = counts.get(code)
            action = QAction(f"{said}\t{count}" if count else said, under, checkable=True)
            action.setChecked((chosen or "") == code)
            action.triggered.connect(lambda _=False, c=code: self.narrow(**{field: c or None}))
            group.addAction(action)
            under.addAction(action)

    # -- search ----------------------------------------------------------------------------

    def _search(self) -> None:
        words = self._field.text().strip()
        self._number += 1
        if not words:
            self._show(self._desk.store.queue(self._wanted), {})
            return
        if self._desk.store.path is None:
            self._found(self._number, self._desk.store.occurrences(words), {})
            return
        if self._thread is None:
            self._thread = QThread(self)
            searcher = self._searcher = _Searcher(self._desk.store.path)
            searcher.moveToThread(self._thread)
            self._searched.connect(searcher.search)
            searcher.found.connect(self._found)
            self._thread.finished.connect(searcher.close)
            self._thread.finished.connect(searcher.deleteLater)
            self._thread.start()
        self._searched.emit(self._number, words)

    def _found(self, number: int, ids: list[str], snippets: dict[str, str]) -> None:
        """What the other thread found; the best hits first. An answer that is late is dropped."""
        if number != self._number:
            return
        best = {id_: place for place, id_ in enumerate(snippets)}
        allowed = self._desk.store.queue(msgspec.structs.replace(self._wanted, ids=ids))
        allowed.sort(key=lambda id_: best.get(id_, len(best)))
        self._show(allowed, snippets)

    # -- choosing --------------------------------------------------------------------------

    def _choose(self, index: QModelIndex) -> None:
        self.article_chosen.emit(self._articles.ids[index.row()])

    def _open_first(self) -> None:
        if self._articles.ids:
            self.article_chosen.emit(self._articles.ids[0])

    def _type_ahead(self, letter: str) -> None:
        self._field.setFocus()
        self._field.setText(self._field.text() + letter)


class _List(QListView):
    """Opens with a click or Enter; letters go to the search."""

    opened = Signal(QModelIndex)
    typed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setAccessibleName(self.tr("Articles"))
        self.clicked.connect(self.opened)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.currentIndex().isValid():
                self.opened.emit(self.currentIndex())
        elif plain and event.text().strip() and event.text().isprintable():
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)


class _Searcher(QObject):
    """Searches in a thread of its own, over a connection of its own."""

    found = Signal(int, list, dict)

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path
        self._search: Search | None = None

    @Slot(int, str)
    def search(self, number: int, words: str) -> None:
        if self._search is None:
            self._search = Search(self._path)
        hits = self._search.search(words, _SNIPPETS)
        snippets = {hit.article_id: " ".join(hit.snippet.split()) for hit in hits}
        self.found.emit(number, self._search.ids(words), snippets)

    @Slot()
    def close(self) -> None:
        if self._search is not None:
            self._search.close()
