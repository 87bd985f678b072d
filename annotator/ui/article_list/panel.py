"""The left side: the articles of the project, searched and filtered, and how far each of them is."""

from __future__ import annotations

from typing import Any

import msgspec
from PySide6.QtCore import (
    QLocale,
    QPoint,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from annotator.services.session import Session
from annotator.store import BY_MACHINE, FullTextSearch, OrderedArticles, SearchHit

from .. import translation
from ..background.read_thread import ReadThread
from ..command_table.key_hints import native
from ..widgets.dialog import BeginsAt, button, line, make_default, on_escape
from .delegate import HEIGHT, SNIPPET_HEIGHT
from .filter import ArticleFilterRow
from .model import ArticleListModel
from .view import ArticleList, SearchField

WIDTH = 268
_REST_MS = 120  # of no typing, and it searches
_MANY = 20_000  # articles that take longer to list than a window may be still
_RANKED, _FOUND = 200, 5000  # hits that are shown first with their words, and all of them


class ArticleListPanel(BeginsAt):
    """What there is to work on. It changes nothing: it says which article was chosen."""

    article_chosen = Signal(str)
    import_asked = Signal()
    delete_asked = Signal(str)
    left = Signal()  # Esc: to the article
    lines_pasted = Signal(str)  # into the search, where they cannot be meant

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._hits: list[SearchHit] | None = None  # None: nothing is searched for
        self._found: list[str] = []
        self._is_searching = False
        self._model = ArticleListModel(session.store, session.analyst)
        path = session.store.path
        self._reader = ReadThread(path, self) if path is not None else None
        if self._reader is not None:
            self._reader.answered.connect(self._hear)
            self._reader.failed.connect(self._give_up)
        self._rest = QTimer(self, interval=_REST_MS, singleShot=True)
        self._rest.timeout.connect(self._search)
        self.setMinimumWidth(200)
        self._lay_out()
        self.list.setModel(self._model)
        self.list.chosen.connect(self._choose)
        self.list.typed.connect(self._type)
        self.list.customContextMenuRequested.connect(self._show_menu)
        self._field.textChanged.connect(self._hear_typing)
        self._filter.changed.connect(self.refresh)
        self.setFocusProxy(self.list)
        on_escape(self, self.left.emit)
        self.setAccessibleName(self.tr("Articles"))

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, 600)

    def _lay_out(self) -> None:
        heading = QLabel(self.tr("Articles"), self)
        heading.setProperty("role", "heading")
        self._count = QLabel(self)
        self._count.setProperty("role", "muted")
        self._field = SearchField(self)
        self._field.down_asked.connect(self._go_down)
        self._field.open_asked.connect(self._open_first)
        self._field.lines_pasted.connect(self.lines_pasted)
        self._filter = ArticleFilterRow(self._session, self)
        self.list = ArticleList(self)
        self._footer = QLabel(self)
        self._footer.setProperty("role", "muted")
        self._nothing = line("", "muted", self)
        self._clear = button(self.tr("Show all articles"), self.clear_filter, self)
        self._import = button(self.tr("Import articles…"), self.import_asked.emit, self)
        make_default(self._import)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._make_page(self._nothing, self._clear, self._import))
        top = QHBoxLayout()
        top.addWidget(heading, 1)
        top.addWidget(self._count)
        inset = QVBoxLayout()
        inset.setContentsMargins(12, 14, 12, 8)
        inset.setSpacing(8)
        inset.addLayout(top)
        inset.addWidget(self._field)
        inset.addWidget(self._filter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(inset)
        column.addWidget(self._stack, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 6, 12, 8)
        foot.addWidget(self._footer)
        column.addLayout(foot)

    def _make_page(self, words: QLabel, *buttons: QPushButton) -> QWidget:
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(14, 10, 14, 10)
        column.setSpacing(12)
        column.addWidget(words)
        for each in buttons:
            column.addWidget(each, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        return page

    # -- what the window asks --------------------------------------------------------------

    def refresh(self) -> None:
        """Read the list anew; the chosen article stays chosen.

        A very long list is read in the other thread, and comes a moment later.
        """
        wanted = self._filter.wanted
        if self._hits is not None:
            given = wanted.sort == "imported"
            wanted = msgspec.structs.replace(
                wanted, ids=self._found, sort="given" if given else wanted.sort
            )
        if self._reader is not None and wanted.sort in BY_MACHINE:
            if not self._is_searching:  # else its answer comes with a refresh
                self._reader.ask(lambda search: search.lined(wanted))
            return
        if self._reader is not None and self._hits is None and len(self._model.ids) > _MANY:
            if not self._is_searching:
                self._reader.ask(lambda search: search.queue(wanted))
            return
        self._show(OrderedArticles(self._session.store.queue(wanted), {}))

    def _show(self, lined: OrderedArticles) -> None:
        ids = lined.ids
        snippets = {hit.article_id: hit.snippet for hit in self._hits or ()}
        chosen = self._model.open_id
        is_new = ids != self._model.ids
        self._model.show_ids(ids, snippets, lined.reasons)
        self.list.set_line_height(HEIGHT + (SNIPPET_HEIGHT if snippets else 0))
        if is_new:
            self.select(chosen)
        self._say()

    def refresh_article(self, id_: str) -> None:
        """Read one line anew, after a change; it stays, even if the filter would leave it out."""
        if self._model.refresh(id_):
            self._say_counts()

    def select(self, id_: str) -> None:
        """Show that *id_* is the article on the page; chooses nothing."""
        self._model.show_open(id_)
        place = self._model.place(id_)
        self.list.go_to(place)

    def next_id(self, id_: str, *, backwards: bool = False) -> str:
        """The article after (or before) *id_* in the list as it is shown; "" at its end."""
        ids = self._model.ids
        place = self._model.place(id_)
        if place < 0:
            return ids[0] if ids and not backwards else ""
        wanted = place + (-1 if backwards else 1)
        return ids[wanted] if 0 <= wanted < len(ids) else ""

    def ids(self) -> list[str]:
        """The articles in the list, in its order."""
        return list(self._model.ids)

    def focus_search(self) -> None:
        self._field.setFocus()
        self._field.selectAll()

    def focus_import(self) -> None:
        """In an empty project: the one thing to begin with, where Ctrl+V works too."""
        self._import.setFocus()

    def narrow(self, **fields: Any) -> None:
        """Show only some: fields of `ArticleFilter`."""
        self._filter.set(**fields)

    def clear_filter(self) -> None:
        """Show all articles."""
        self._field.clear()
        self._filter.clear()

    def stop(self) -> None:
        """Let go of the file, before the project is closed."""
        self._rest.stop()
        if self._reader is not None:
            self._reader.stop()

    # -- searching -------------------------------------------------------------------------

    def _hear_typing(self, words: str) -> None:
        if words.strip():
            self._rest.start()
        else:
            self._rest.stop()
            self._forget_search()

    def _forget_search(self) -> None:
        if self._reader is not None:
            self._reader.forget()
        self._is_searching = False
        if self._hits is not None:
            self._hits = None
            self._found = []
            self.refresh()

    def _search(self) -> None:
        words = self._field.text()
        if not words.strip():
            return
        if self._reader is None:  # a project in memory has only its titles
            found = self._session.store.titles_like(words.strip(), limit=_RANKED)
            self._show_found(([SearchHit(id_, title, "") for id_, title in found], []))
            return

        def look(search: FullTextSearch) -> tuple[list[SearchHit], list[str]]:
            hits = search.search(words, _RANKED)
            return hits, search.ids(words, _FOUND) if len(hits) == _RANKED else []

        self._is_searching = True
        self._reader.ask(look)

    def _hear(
        self, answer: list[str] | OrderedArticles | tuple[list[SearchHit], list[str]]
    ) -> None:
        if isinstance(answer, list):
            self._show(OrderedArticles(answer, {}))
        elif isinstance(answer, OrderedArticles):
            self._show(answer)
        else:
            self._show_found(answer)

    def _give_up(self) -> None:
        self._is_searching = False

    def _show_found(self, answer: tuple[list[SearchHit], list[str]]) -> None:
        """The best hits first, then all others as they were imported."""
        self._is_searching = False
        self._hits, others = answer
        self._found = list(dict.fromkeys([*(hit.article_id for hit in self._hits), *others]))
        self.refresh()
        self.list.scrollToTop()

    def _open_first(self) -> None:
        """Enter in the search field opens the first hit."""
        if self._model.ids:
            self._choose(self._model.ids[0])

    def _go_down(self) -> None:
        self.list.setFocus()
        if not self.list.currentIndex().isValid():
            self.list.go_to(0)

    def _type(self, words: str) -> None:
        """What is typed in the list goes to the search."""
        self._field.setFocus()
        self._field.setText(words)

    # -- choosing --------------------------------------------------------------------------

    def _choose(self, id_: str) -> None:
        self.article_chosen.emit(id_)

    def _show_menu(self, at: QPoint) -> None:
        index = self.list.indexAt(at)
        if not index.isValid():
            return
        id_ = self._model.ids[index.row()]
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Open")).triggered.connect(lambda: self._choose(id_))
        menu.addSeparator()
        delete = menu.addAction(translation.translated("Actions", "Delete article for good…"))
        delete.triggered.connect(lambda: self.delete_asked.emit(id_))
        menu.popup(self.list.viewport().mapToGlobal(at))

    # -- saying ----------------------------------------------------------------------------

    def _say(self) -> None:
        """Counts, and what to do where the list is empty."""
        whole = self._session.store.article_count()
        shown = len(self._model.ids)
        locale = QLocale()
        is_partial = self._hits is not None or self._filter.is_active
        if is_partial:
            said = self.tr("{shown} of {whole}")
            self._count.setText(
                said.format(shown=locale.toString(shown), whole=locale.toString(whole))
            )
        else:
            self._count.setText(locale.toString(whole))
        hint = self.tr("Search {count} article(s)", None, whole)
        self._field.setPlaceholderText(hint.format(count=locale.toString(whole)))
        if shown:
            self._stack.setCurrentIndex(0)
        else:
            self._say_nothing(is_empty=whole == 0)
            self._stack.setCurrentIndex(1)
        self._say_counts()

    def _say_nothing(self, *, is_empty: bool) -> None:
        if is_empty:
            words = self.tr(
                "This project has no articles yet.\n\n"
                "Import files or a folder, drop them on this window, or copy a text and "
                "press {paste}."
            ).format(paste=native("paste_article"))
        else:
            words = self.tr("No article matches.")
        self._nothing.setText(words)
        self._import.setVisible(is_empty)
        self._clear.setVisible(not is_empty)

    def _say_counts(self) -> None:
        counts = self._session.store.statuses(self._session.analyst)
        done = counts.get("submitted", 0) + counts.get("approved", 0)
        parts = []
        if counts.get("draft"):
            parts.append(self.tr("%n open", None, counts["draft"]))
        if done:
            parts.append(self.tr("%n done", None, done))
        if counts.get("changes_requested"):
            parts.append(self.tr("%n to discuss", None, counts["changes_requested"]))
        self._footer.setText(" · ".join(parts))
