"""The claims desk in the window: it takes the place of the article until one is opened from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QStackedWidget

from annotator.core.changes import Change
from annotator.core.errors import UserError
from annotator.core.model import Claim
from annotator.store import ClaimRow

from .claims import ClaimsDesk

if TYPE_CHECKING:
    from .bench import Bench

_OF_AN_ARTICLE = frozenset(("submit", "reopen", "accept_all", "suggest_here", "export_here"))
_LEAVE = frozenset(
    (
        "next_article",
        "previous_article",
        "go_to_article",
        "go_to_queue",
        "go_to_inspector",
        "show_sources",
        "toggle_queue",
        "toggle_inspector",
        "toggle_review",
        "show_guideline",
    )
)


class ClaimsHand(QObject):
    """Shows and leaves the claims desk, which is made when it is first asked for."""

    def __init__(self, bench: Bench, stack: QStackedWidget) -> None:
        super().__init__(bench)
        self._bench = bench
        self._stack = stack
        self.desk: ClaimsDesk | None = None
        bench.pen.saved.connect(self._hear)

    @property
    def is_on(self) -> bool:
        return self.desk is not None and self._stack.currentWidget() is self.desk

    def hands(self, id_: str) -> tuple[object, ...]:
        """Who is asked first for an action: this, for what means something else here."""
        if id_ == "show_claims":
            return (self,)
        if not self.is_on:
            return ()
        if id_ in ("find_here", "search"):
            return (self,)
        if id_ in _OF_AN_ARTICLE:
            raise UserError(
                "This belongs to an article, and the claims of all are shown",
                hint="Open a claim in its article with Enter first.",
            )
        if id_ in _LEAVE:
            self.leave()
        return ()

    # -- actions ---------------------------------------------------------------------------

    def show_claims(self) -> None:
        """To the claims of the project, or back to the article."""
        if self.is_on:
            self.leave()
            return
        desk = self._made()
        if self._bench.pen.current_id:
            desk.point_at(self._bench.pen.current_id)
        self._stack.setCurrentWidget(desk)
        desk.refresh()
        desk.setFocus()

    def find_here(self) -> None:
        if self.desk is not None:
            self.desk.focus_search()

    search = find_here

    def leave(self) -> None:
        self._stack.setCurrentIndex(0)
        self._bench.view.setFocus()

    def refresh(self) -> None:
        """List the claims anew, where they are shown: an article of them was deleted."""
        if self.desk is not None and self.is_on:
            self.desk.refresh()

    def stop(self) -> None:
        if self.desk is not None:
            self.desk.stop()

    # -- the desk --------------------------------------------------------------------------

    def _made(self) -> ClaimsDesk:
        if self.desk is None:
            self.desk = ClaimsDesk(self._bench.desk, self._bench.language, self._stack)
            self.desk.open_asked.connect(self.open)
            self.desk.left.connect(self.leave)
            self.desk.saved.connect(self._bench.pen.tell)
            self.desk.told.connect(self._bench.informed)
            self._stack.addWidget(self.desk)
        return self.desk

    def open(self, row: ClaimRow) -> None:
        """Show a claim where it stands; a colleague's is only brought into sight."""
        pen = self._bench.pen
        self._stack.setCurrentIndex(0)
        if pen.sheet is None or pen.sheet.article.id != row.article_id:
            pen.open(row.article_id)
        assert pen.sheet is not None
        own = pen.sheet.copies.get(row.id, row.id)
        if pen.sheet.markable(own) is not None:
            pen.point_at(own)
        else:
            found = self._bench.desk.store.record(row.id, Claim)
            if isinstance(found, Claim):
                self._bench.view.reveal(found.spans[0])
                self._bench.view.choose(found.spans[0])
        self._bench.view.setFocus()

    def _hear(self, change: Change) -> None:
        if self.desk is not None and self.is_on:
            if change.undoes:
                self.desk.refresh()
            else:
                self.desk.reread()
