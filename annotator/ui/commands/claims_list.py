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
    made = Signal(object)  # ClaimsListView

    def __init__(
        self,
        annotate_mode: AnnotateMode,
        view: ArticleView,
        stack: QStackedWidget,
        around: WindowServices,
    ) -> None:
        """*stack* has the article as its first widget."""
        super().__init__(around.widget)
        self._annotate_mode = annotate_mode
        self._view = view
        self._stack = stack
        self._around = around
        self.claims_list: ClaimsListView | None = None
        annotate_mode.saved.connect(self._hear)

    @property
    def is_on(self) -> bool:
        return self.claims_list is not None and self._stack.currentWidget() is self.claims_list

    def met(self) -> Needs:
        """What of the needs of commands is there."""
        return all_of(
            {Needs.CLAIM: self.claims_list is not None and bool(self.claims_list.table.chosen())}
        )

    # -- commands --------------------------------------------------------------------------

    @command("show_claims", Mode.ANNOTATE | Mode.REVIEW | Mode.CLAIMS)
    def show_claims(self) -> None:
        """To the claims of the project, or back to the article."""
        if self.is_on:
            self.leave()
            return
        claims_list = self._made()
        if self._annotate_mode.current_id:
            claims_list.point_at(self._annotate_mode.current_id)
        self._stack.setCurrentWidget(claims_list)
        claims_list.refresh()
        claims_list.setFocus()
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
        if self.claims_list is not None and self.is_on:
            self.claims_list.refresh()

    def stop(self) -> None:
        if self.claims_list is not None:
            self.claims_list.stop()

    def _made(self) -> ClaimsListView:
        if self.claims_list is None:
            self.claims_list = ClaimsListView(
                self._annotate_mode.session, self._around.language, self._stack
            )
            self.claims_list.open_asked.connect(self.open)
            self.claims_list.left.connect(self.leave)
            self.claims_list.saved.connect(self._annotate_mode.tell)
            self.claims_list.told.connect(self._around.say)
            self.claims_list.table.chosen_changed.connect(self.changed)
            self._stack.addWidget(self.claims_list)
            self.made.emit(self.claims_list)
        return self.claims_list

    def open(self, row: ClaimRow) -> None:
        """Show a claim where it stands; a colleague's is only brought into sight."""
        annotate_mode = self._annotate_mode
        self.leave()
        if (
            annotate_mode.analyst_view is None
            or annotate_mode.analyst_view.article.id != row.article_id
        ):
            annotate_mode.open(row.article_id)
        assert annotate_mode.analyst_view is not None
        own = annotate_mode.analyst_view.copies.get(row.id, row.id)
        if annotate_mode.analyst_view.markable(own) is not None:
            annotate_mode.point_at(own)
        else:
            found = annotate_mode.session.store.record(row.id, Claim)
            if isinstance(found, Claim):
                self._view.reveal(found.spans[0])
                self._view.choose(found.spans[0])
        self._view.setFocus()

    def _hear(self, change: Change) -> None:
        if self.claims_list is not None and self.is_on:
            if change.undoes:
                self.claims_list.refresh()
            else:
                self.claims_list.reread()
