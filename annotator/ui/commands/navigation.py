"""The commands that lead elsewhere: to another article, the list, the inspector, a search."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ..article.find_bar import FindBar
from ..article_list.panel import ArticleListPanel
from ..command_table.command import Mode, command
from ..modes.annotate import AnnotateMode
from .surroundings import WindowServices

_ANYWHERE = Mode.ANNOTATE | Mode.REVIEW | Mode.CLAIMS
_ARTICLE = Mode.ANNOTATE | Mode.REVIEW


class NavigationCommands(QObject):
    """Brings the article back to sight, where the claims of the project have taken its place."""

    def __init__(
        self,
        annotate_mode: AnnotateMode,
        queue: ArticleListPanel,
        find_bar: FindBar,
        around: WindowServices,
        *,
        show_article: Callable[[], None],
        show_queue: Callable[[bool], None],
        inspector: QWidget,
    ) -> None:
        super().__init__(around.widget)
        self._annotate_mode = annotate_mode
        self._queue = queue
        self._find_bar = find_bar
        self._around = around
        self._show_article = show_article
        self._show_queue = show_queue
        self._inspector = inspector

    @command("next_article", _ANYWHERE)
    def next_article(self) -> None:
        self._go(backwards=False)

    @command("previous_article", _ANYWHERE)
    def previous_article(self) -> None:
        self._go(backwards=True)

    def _go(self, *, backwards: bool) -> None:
        self._show_article()
        here = (
            self._annotate_mode.analyst_view.article.id if self._annotate_mode.analyst_view else ""
        )
        found = self._queue.next_id(here, backwards=backwards)
        if found:
            self._annotate_mode.open(found)
        else:
            self._around.say(
                self.tr("This is the first article of the list.")
                if backwards
                else self.tr("This is the last article of the list.")
            )

    @command("open_article", _ANYWHERE)
    def open_article(self, id_: str) -> None:
        self._show_article()
        self._annotate_mode.open(id_)

    @command("go_to_article", _ANYWHERE)
    def go_to_article(self) -> None:
        self._show_article()

    @command("go_to_queue", _ANYWHERE)
    def go_to_queue(self) -> None:
        self._show_article()
        self._show_queue(True)
        self._queue.setFocus()

    @command("go_to_inspector", _ANYWHERE)
    def go_to_inspector(self) -> None:
        self._show_article()
        self._around.turn_to("").setFocus()
        self._inspector.setFocus()

    @command("show_page", _ANYWHERE)
    def show_page(self, name: str) -> None:
        """A page of the inspector; the sources begin with the cursor in their search."""
        self._show_article()
        page = self._around.turn_to(name)
        if name == "sources":
            page.setFocus()

    @command("find_here", _ARTICLE)
    def find_here(self) -> None:
        analyst_view, selection = self._annotate_mode.analyst_view, self._annotate_mode.selection
        self._find_bar.open(
            selection.of(analyst_view.article.text) if analyst_view and selection else ""
        )

    @command("search", _ARTICLE)
    def search(self) -> None:
        self._show_queue(True)
        self._queue.focus_search()
