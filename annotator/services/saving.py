"""Changes saved as they are made, or, where that cannot be just now, in order as soon as it can.

What waits is not in the store yet, so whoever makes a change of what the project says asks here,
and not the store: the next change goes on from those that wait.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar, cast

from msgspec.structs import replace

from annotator.core.annotated_article import AnnotatedArticle
from annotator.core.changes import GOING_ON, Change, Edit
from annotator.core.errors import UserError
from annotator.core.model import Record, Setting
from annotator.store import Store
from annotator.store.database.errors import DiskFault, DiskFull, DisplacedProject, ProjectBusy

TO_BE_WAITED_FOR = (ProjectBusy, DiskFull, DiskFault, DisplacedProject)
_TYPED = ("amend", "amend_evidence", "edit_source", GOING_ON)  # verbs of what a form saves
R = TypeVar("R", bound=Record)


class Saver:
    """What one analyst does in a store."""

    def __init__(self, store: Store, analyst: str) -> None:
        self.store = store
        self.analyst = analyst
        self.waits = False  # whether what cannot be saved just now is to wait, and not refused
        self.waiting: list[Change] = []  # done, shown and not saved yet, in order
        self.hindrance: UserError | None = None  # why the first of them could not be saved

    # -- reading ---------------------------------------------------------------------------

    def annotated_article(self, article_id: str) -> AnnotatedArticle:
        """As that of the store, with what waits to be saved."""
        return self.store.annotated_article(article_id).edited(self._unsaved)

    def annotated_articles(self, article_ids: Iterable[str]) -> Iterator[AnnotatedArticle]:
        """As those of the store, with what waits to be saved."""
        for annotated_article in self.store.annotated_articles(article_ids):
            yield annotated_article.edited(self._unsaved)

    def setting(self, id_: str) -> Setting | None:
        """As that of the store, with what waits to be saved."""
        return self.unsaved(Setting).get(id_, self.store.setting(id_))

    def unsaved(self, kind: type[R]) -> dict[str, R | None]:
        """By id, the records of a *kind* as they are once what waits is saved; None: removed."""
        found = [edit for edit in self._unsaved if isinstance(edit.record, kind)]
        return {edit.record.id: cast(R | None, edit.after) for edit in found}

    @property
    def _unsaved(self) -> list[Edit]:
        return [edit for each in self.waiting for edit in each.edits]

    # -- doing -----------------------------------------------------------------------------

    def do(self, wanted: Change) -> Change | None:
        """Save *wanted*; the change as it is in the log, None where it changes nothing.

        Where another program holds the project, the disk is full or the file was taken away, and
        this session `waits`, the change is put behind those in `waiting`, and returned as it came.

        Raises:
            StaleEdit: somebody else changed a record first; nothing was saved.
        """
        if not wanted.edits:
            return None
        if not self.waiting:
            try:
                return self.store.apply(wanted)
            except TO_BE_WAITED_FOR as fault:
                if not self.waits:
                    raise
                self.hindrance = fault
        self.waiting.append(wanted)
        return wanted

    def going_on(self, wanted: Change, last: Change | None) -> Change:
        """*wanted* as what goes on with *last*, if that is what would be undone next.

        Both are in the log; undo, redo and the history take them for one.
        """
        if last is None or last.verb not in _TYPED or not wanted.edits:
            return wanted
        newest = self.waiting[-1] if self.waiting else self.store.undoable(self.analyst)
        touched = {edit.record.id for edit in last.edits}
        if newest is None or newest.id != last.id:
            return wanted
        if not touched.issuperset(edit.record.id for edit in wanted.edits):
            return wanted
        return replace(wanted, verb=GOING_ON)

    def catch_up(self) -> list[Change]:
        """Save what waits, in order, as far as it can be saved now; what was saved.

        Raises:
            UserError: the first one that waits is refused (see `do`), and waits no more.
        """
        saved: list[Change] = []
        while self.waiting:
            first = self.waiting.pop(0)
            try:
                saved.append(self.store.apply(first))
            except TO_BE_WAITED_FOR as fault:
                self.waiting.insert(0, first)
                self.hindrance = fault
                break
        return saved

    def refuse_while_waiting(self) -> None:
        """Raise where something waits to be saved that what is wanted now would have to know of."""
        if self.waiting:
            raise ProjectBusy(
                "What you did last waits to be saved",
                hint="Nothing was changed. Do this again when that is saved.",
            )
