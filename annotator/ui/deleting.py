"""Deleting an article for good, from the window: the dialog, and what is open afterwards."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from annotator import deleting
from annotator.core.errors import UserError
from annotator.core.model import Article
from annotator.deleting import Deleted
from annotator.store import QueueFilter

from .job import Job

if TYPE_CHECKING:
    from .bench import Bench


class Deleting(QObject):
    """What one bench does about articles that go, or that went elsewhere."""

    emptied = Signal()  # the open article is gone, and there is no other one

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench)
        self._bench = bench
        self._job: Job | None = None
        bench.queue.delete_asked.connect(lambda id_: self.ask([id_]))

    # -- actions ---------------------------------------------------------------------------

    def delete_article(self) -> None:
        """The open article, or the one under review."""
        sheet = self._bench.pen.sheet
        if sheet is None:
            raise UserError("No article is open", hint="Choose one in the list first.")
        self.ask([sheet.article.id])

    def ask(self, article_ids: Sequence[str]) -> None:
        """Say what would go with some articles, and delete them if that is wanted."""
        from .dialogs.delete import DeleteDialog

        bench = self._bench
        dialog = DeleteDialog(bench.path, bench.desk.analyst, article_ids, bench.window())
        dialog.deleted.connect(self._deleted)
        dialog.start()

    def _deleted(self, done: Deleted) -> None:
        self._bench.desk.remember_anew()
        self._bench.reload()
        self._bench.claims.refresh()
        if not done.is_swept:
            self.finish()
        self._bench.informed.emit(self.tr("The article was deleted for good."))

    # -- what went ---------------------------------------------------------------------------

    def leave_what_is_gone(self) -> bool:
        """Where the open article was deleted, here or elsewhere, go on with another one.

        Whether that was so: everything is shown anew then.
        """
        bench = self._bench
        sheet = bench.pen.sheet
        if sheet is None or self._is_there(sheet.article.id):
            return False
        after = bench.queue.next_id(sheet.article.id)
        before = bench.queue.next_id(sheet.article.id, backwards=True)
        bench.queue.refresh()
        candidates = [
            after,
            before,
            *bench.queue.ids()[:1],
            *bench.desk.store.queue(QueueFilter(analyst=""))[:1],
        ]
        for id_ in candidates:
            if id_ and self._is_there(id_):
                bench.pen.open(id_)
                return True
        self.emptied.emit()
        return True

    def _is_there(self, article_id: str) -> bool:
        return self._bench.desk.store.record(article_id, Article) is not None

    def finish(self) -> None:
        """End a deletion that was interrupted, in a process of its own."""
        bench = self._bench
        if bench.desk.store.path is None or not deleting.is_pending(bench.desk):
            return
        self._job = Job(["delete", str(bench.path), "--author", bench.desk.analyst, "--json"], self)
        self._job.start()

    def stop(self) -> None:
        if self._job is not None:
            self._job.cancel()
