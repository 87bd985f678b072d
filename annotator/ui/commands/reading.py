"""Reading what is there: the bare text, where one and the machine disagree, what was done to one place."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject

from annotator.core.model import spans_of
from annotator.core.review.with_machine import Disagreement, disagreements

from ..article_list.panel import ArticleListPanel
from ..command_table.command import Command, Menu, Mode, command
from ..modes.annotate import AnnotateMode
from ..panels.history import HistoryPanel
from ..view import ArticleView
from .surroundings import WindowServices

_MOST_READ = 400  # articles of others that one press looks through
_MARKS = {Menu.JUDGE, Menu.MARK, Menu.CLAIM, Menu.NONE}
#: What can be done while nothing but the text is shown; whatever else is asked for ends that.
_WHILE_READING = {
    *("toggle_reading", "larger", "smaller", "toggle_compact", "toggle_dark", "copy", "close"),
    *("next_article", "previous_article", "find_here", "find_action", "cheat_sheet", "open_menus"),
    *("open_article", "go_to_article"),
}


class ReadingCommands(QObject):
    """Changes nothing that is saved."""

    def __init__(
        self,
        annotate_mode: AnnotateMode,
        view: ArticleView,
        queue: ArticleListPanel,
        around: WindowServices,
        show_bare: Callable[[bool], None],
    ) -> None:
        """*show_bare* hides, or shows again, all but the text."""
        super().__init__(around.widget)
        self._annotate_mode = annotate_mode
        self._view = view
        self._queue = queue
        self._around = around
        self._show_bare = show_bare
        self.is_reading = False
        self._last: Disagreement | None = None  # that was shown

    # -- the text alone --------------------------------------------------------------------

    @command("toggle_reading", Mode.ANNOTATE)
    def toggle_reading(self) -> None:
        self.read(not self.is_reading)

    def read(self, bare: bool) -> None:
        """Show the text alone, or everything again."""
        if bare != self.is_reading:
            self.is_reading = bare
            self._show_bare(bare)
            self._view.setFocus()

    def ends_by(self, row: Command) -> bool:
        """A command is about to be carried out; whether it has to be asked for again.

        What was not in sight is not judged.
        """
        if not self.is_reading or row.id in _WHILE_READING:
            return False
        self.read(False)
        is_judged = row.menu in _MARKS
        if is_judged:
            self._around.say(self.tr("Everything is shown again; press the key once more."))
        return is_judged

    # -- the machine and I -----------------------------------------------------------------

    @command("next_disagreement", Mode.ANNOTATE)
    def next_disagreement(self) -> None:
        """From the cursor on, in this article and then in those that follow in the list."""
        view = self._annotate_mode.analyst_view
        found, here = None, self._here()
        if view is not None:
            found = next((d for d in disagreements(view) if (d.start, d.id) > here), None)
        if found is not None:
            self._show(found)
            return
        for article_id in self._articles_after(view.article.id if view else ""):
            ahead = disagreements(self._annotate_mode.session.analyst_view(article_id))
            if ahead:
                self._annotate_mode.open(article_id)
                self._show(ahead[0])
                return
        self._around.say(self.tr("From here on you and the machine agree."))

    def _here(self) -> tuple[int, str]:
        """Where what is current begins, and its id: what to go on from."""
        mode, last = self._annotate_mode, self._last
        if mode.selection is not None:
            is_last = last is not None and mode.selection == last.span
            return mode.selection.start, last.id if last is not None and is_last else ""
        if mode.current is not None:
            return spans_of(mode.current)[0].start, mode.current_id
        return mode.caret, ""

    def _articles_after(self, article_id: str) -> Iterator[str]:
        """Those below in the list that were begun."""
        ids = self._queue.ids()
        ahead = ids[ids.index(article_id) + 1 :] if article_id in ids else ids
        session, looked = self._annotate_mode.session, 0
        for begin in range(0, len(ahead), 200):
            for row in session.store.rows(ahead[begin : begin + 200], session.analyst):
                if row.status != "new" and looked < _MOST_READ:
                    looked += 1
                    yield row.id

    def _show(self, found: Disagreement) -> None:
        self._last = found
        mode = self._annotate_mode
        if found.how == "rejected":
            mode.point_at("")
            self._view.choose(found.span)
        else:
            self._view.choose(None)
            mode.point_at(found.id)
        self._view.reveal(found.span)
        self._around.say(self._said(found))

    def _said(self, found: Disagreement) -> str:
        claim = self.tr("a claim")
        machine, mine = found.machine or claim, found.mine or claim
        match found.how:
            case "rejected":
                return self.tr("The machine says {label}; you rejected it.").format(label=machine)
            case "label":
                said = self.tr("The machine says {label}, you say {mine}.")
                return said.format(label=machine, mine=mine)
            case "edges":
                return self.tr("The machine ends or begins elsewhere: {label}.").format(label=mine)
            case _:
                return self.tr("The machine missed this: {label}.").format(label=mine)

    # -- what was done to it ---------------------------------------------------------------

    @command("history_of_this", Mode.ANNOTATE)
    def history_of_this(self) -> None:
        """The history, of the current annotation alone."""
        page = self._around.turn_to("history")
        if isinstance(page, HistoryPanel):
            page.show_about(self._annotate_mode.current_id)
            page.setFocus()
