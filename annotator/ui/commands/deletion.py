"""Deleting an article for good, from the window: the dialog, and what is open afterwards."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from annotator.core.errors import UserError
from annotator.core.model import Article
from annotator.services import deletion
from annotator.services.results import DeletionResult
from annotator.store import ArticleFilter

from ..article_list.panel import ArticleListPanel
from ..background.command_process import CommandProcess
from ..command_table.command import Mode, command
from ..modes.annotate import AnnotateMode
from .surroundings import WindowServices


class DeletionCommands(QObject):
    """What is done in an open project about articles that go, or that went elsewhere."""

    emptied = Signal()  # the open article is gone, and there is no other one

    def __init__(
        self,
        annotate_mode: AnnotateMode,
        path: Path,
        queue: ArticleListPanel,
        around: WindowServices,
        *,
        refresh_claims: Callable[[], None],
    ) -> None:
        super().__init__(around.widget)
        self._annotate_mode = annotate_mode
        self._path = path
        self._queue = queue
        self._around = around
        self._refresh_claims = refresh_claims
        self._job: CommandProcess | None = None
        queue.delete_asked.connect(lambda id_: self.ask([id_]))

    # -- commands --------------------------------------------------------------------------

    @command("delete_article", Mode.ANNOTATE | Mode.REVIEW)
    def delete_article(self) -> None:
        """The open article, or the one under review."""
        analyst_view = self._annotate_mode.analyst_view
        if analyst_view is None:
            raise UserError("No article is open", hint="Choose one in the list first.")
        self.ask([analyst_view.article.id])

    def ask(self, article_ids: Sequence[str]) -> None:
        """Say what would go with some articles, and delete them if that is wanted."""
        from ..dialogs.project.delete import DeleteDialog

        dialog = DeleteDialog(
            self._path,
            self._annotate_mode.session.analyst,
            article_ids,
            self._around.widget.window(),
        )
        dialog.deleted.connect(self._deleted)
        dialog.start()

    def _deleted(self, done: DeletionResult) -> None:
        self._annotate_mode.session.remember_anew()
        self._around.reload()
        self._refresh_claims()
        if not done.is_swept:
            self.finish()
        self._around.say(self.tr("The article was deleted for good."))

    # -- what went ---------------------------------------------------------------------------

    def leave_what_is_gone(self) -> bool:
        """Where the open article was deleted, here or elsewhere, go on with another one.

        Whether that was so: everything is shown anew then.
        """
        analyst_view = self._annotate_mode.analyst_view
        if analyst_view is None or self._is_there(analyst_view.article.id):
            return False
        after = self._queue.next_id(analyst_view.article.id)
        before = self._queue.next_id(analyst_view.article.id, backwards=True)
        self._queue.refresh()
        candidates = [
            after,
            before,
            *self._queue.ids()[:1],
            *self._annotate_mode.session.store.queue(ArticleFilter(analyst=""))[:1],
        ]
        for id_ in candidates:
            if id_ and self._is_there(id_):
                self._annotate_mode.open(id_)
                return True
        self.emptied.emit()
        return True

    def _is_there(self, article_id: str) -> bool:
        return self._annotate_mode.session.store.record(article_id, Article) is not None

    def finish(self) -> None:
        """End a deletion that was interrupted, in a process of its own."""
        session = self._annotate_mode.session
        if session.store.path is None or not deletion.is_pending(session):
            return
        self._job = CommandProcess(
            ["delete", str(self._path), "--author", session.analyst, "--json"], self
        )
        self._job.start()

    def stop(self) -> None:
        if self._job is not None:
            self._job.cancel()
