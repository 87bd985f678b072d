"""The claims of the project in the window: they take the place of the article until one is opened."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget

from annotator.core.changes import Change
from annotator.core.model import Claim
from annotator.store import ClaimRow

from ..claims_list.view import ClaimsListView
from ..command_table.command import Mode, Needs, all_of, command
from ..modes.annotate import AnnotateMode
from ..view import ArticleView
from .surroundings import WindowServices

_HERE = Mode.CLAIMS


class ClaimsListCommands(QObject):
    """Shows and leaves the list, which is made when it is first asked for, and edits in it."""

    changed = Signal()  # the list was shown or left, or other claims are chosen in it
    made = Signal(object)  # ClaimsDesk

    def __init__(
        self, pen: AnnotateMode, view: ArticleView, stack: QStackedWidget, around: WindowServices
    ) -> None:
        """*stack* has the article as its first widget."""
        super().__init__(around.widget)
        self._pen = pen
        self._view = view
        self._stack = stack
        self._around = around
        self.desk: ClaimsListView | None = None
        pen.saved.connect(self._hear)

    @property
    def is_on(self) -> bool:
        return self.desk is not None and self._stack.currentWidget() is self.desk

    def met(self) -> Needs:
        """What of the needs of commands is there."""
        return all_of({Needs.CLAIM: self.desk is not None and bool(self.desk.table.chosen())})

    # -- commands --------------------------------------------------------------------------

    @command("show_claims", Mode.ANNOTATE | Mode.REVIEW | Mode.CLAIMS)
    def show_claims(self) -> None:
        """To the claims of the project, or back to the article."""
        if self.is_on:
            self.leave()
            return
        desk = self._made()
        if self._pen.current_id:
            desk.point_at(self._pen.current_id)
        self._stack.setCurrentWidget(desk)
        desk.refresh()
        desk.setFocus()
        self.changed.emit()

    @command("search", _HERE)
    @command("find_here", _HERE)
    def search(self) -> None:
        self._made().focus_search()

    @command("accept", _HERE)
    def accept(self) -> None:
        self._made().accept_chosen()

    @command("remove", _HERE)
    @command("reject", _HERE)
    def remove(self) -> None:
        self._made().remove_chosen()

    @command("toggle_unsure", _HERE)
    def toggle_unsure(self) -> None:
        self._made().toggle_unsure()

    @command("edit_fields", _HERE)
    def open_in_article(self) -> None:
        self._made().open_current()

    # -- the list --------------------------------------------------------------------------

    def leave(self) -> None:
        """Back to the article, wherever one is."""
        self._stack.setCurrentIndex(0)
        self._view.setFocus()
        self.changed.emit()

    def refresh(self) -> None:
        """List the claims anew, where they are shown: an article of them was deleted."""
        if self.desk is not None and self.is_on:
            self.desk.refresh()

    def stop(self) -> None:
        if self.desk is not None:
            self.desk.stop()

    def _made(self) -> ClaimsListView:
        if self.desk is None:
            self.desk = ClaimsListView(self._pen.desk, self._around.language, self._stack)
            self.desk.open_asked.connect(self.open)
            self.desk.left.connect(self.leave)
            self.desk.saved.connect(self._pen.tell)
            self.desk.told.connect(self._around.say)
            self.desk.table.chosen_changed.connect(self.changed)
            self._stack.addWidget(self.desk)
            self.made.emit(self.desk)
        return self.desk

    def open(self, row: ClaimRow) -> None:
        """Show a claim where it stands; a colleague's is only brought into sight."""
        pen = self._pen
        self.leave()
        if pen.sheet is None or pen.sheet.article.id != row.article_id:
            pen.open(row.article_id)
        assert pen.sheet is not None
        own = pen.sheet.copies.get(row.id, row.id)
        if pen.sheet.markable(own) is not None:
            pen.point_at(own)
        else:
            found = pen.desk.store.record(row.id, Claim)
            if isinstance(found, Claim):
                self._view.reveal(found.spans[0])
                self._view.choose(found.spans[0])
        self._view.setFocus()

    def _hear(self, change: Change) -> None:
        if self.desk is not None and self.is_on:
            if change.undoes:
                self.desk.refresh()
            else:
                self.desk.reread()
