"""Highlighted on arrival: what is read gets its suggestions first, the rest in the background."""

from __future__ import annotations

from collections import deque

from PySide6.QtCore import QObject, QTimer, Signal

from annotator import suggest
from annotator.core.model import Article
from annotator.services.session import Session
from annotator.store.database.errors import DisplacedProject, ProjectBusy
from annotator.suggest import PipelineChoice
from annotator.suggest.runtime.worker_pool import WorkerAnswer

from .suggester_process import SuggesterProcess

_SOON_MS = 300  # after the first paint, so that reading can begin at once
_AGAIN_MS = 1000
_AHEAD = 500  # more articles than this wait until somebody asks for all


class SuggestionQueue(QObject):
    """Feeds the machine from one project and saves what it answers."""

    arrived = Signal(str)  # id of an article that has suggestions now
    failed = Signal(str, str)  # article id or "", what happened
    weakened = Signal(str)  # it works with rules alone, and why
    missing = Signal(str)  # a pipeline that was chosen is not installed here
    waiting_changed = Signal(int)
    progressed = Signal(float)  # share read of the article that is being read

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._backlog: deque[str] = deque()
        self._team = suggest.SuggesterSelection()
        self._machine = SuggesterProcess(self, is_secret=session.store.is_encrypted)
        self._machine.answered.connect(self._save)
        self._machine.failed.connect(self.failed)
        self._machine.weakened.connect(self.weakened)
        self._machine.waiting_changed.connect(self._go_on)
        self._soon = QTimer(self, interval=_SOON_MS, singleShot=True)
        self._soon.timeout.connect(lambda: self.look_ahead())
        self._unsaved: deque[tuple[str, str, WorkerAnswer]] = deque()
        self._again = QTimer(self, interval=_AGAIN_MS, singleShot=True)
        self._again.timeout.connect(self._save_first)
        self._machine.progressed.connect(lambda _id, share: self.progressed.emit(share))

    def choose(self, wanted: PipelineChoice) -> None:
        """These pipelines read from now on; for one that is not installed, ours does."""
        there, missing = suggest.usable(wanted)
        self._session.choice = there
        self._team = suggest.team(there)
        self._machine.choose(there)
        for name in missing:
            self.missing.emit(name)

    @property
    def waiting(self) -> int:
        return self._machine.waiting + len(self._backlog)

    def read(self, article: Article) -> bool:
        """The analyst reads this article: it comes first. False where it was seen already."""
        if self._session.store.readonly or self._has_been_read(article):
            return False
        self._machine.ask(article, first=True)
        return True

    def _has_been_read(self, article: Article) -> bool:
        wanted = self._team.author_of(article)
        return any(layer.author == wanted for layer in self._session.store.layers(article.id))

    def look_ahead_soon(self) -> None:
        """See `look_ahead`; not any more once it is stopped."""
        self._soon.start()

    def look_ahead(self, *, everything: bool = False) -> int:
        """Queue the articles without suggestions; the count. Many only with *everything*."""
        if self._session.store.readonly:
            return 0
        team = self._team
        ids = self._session.store.without_suggestions(team.author, team.authors)
        if everything or len(ids) <= _AHEAD:
            self._backlog = deque(id_ for id_ in ids if not self._machine.has(id_))
            self._go_on()
        return len(ids)

    def cancel(self) -> None:
        self._backlog.clear()
        self._machine.cancel()

    def stop(self) -> None:
        self._soon.stop()
        self._again.stop()
        self._unsaved.clear()
        self._backlog.clear()
        self._machine.stop()

    def _go_on(self) -> None:
        while self._machine.waiting == 0 and self._backlog:
            article = self._session.store.article(self._backlog.popleft())
            if article is not None and not self._has_been_read(article):
                self._machine.ask(article)
        self.waiting_changed.emit(self.waiting)

    def _save(self, article_id: str, layer_id: str, answer: WorkerAnswer) -> None:
        """Save what the machine found; as soon as possible, where another program holds the file."""
        self._unsaved.append((article_id, layer_id, answer))
        if len(self._unsaved) == 1:
            self._save_first()

    def _save_first(self) -> None:
        while self._unsaved:
            try:
                self._write(*self._unsaved[0])
            except (ProjectBusy, DisplacedProject):
                self._again.start()
                return
            article_id = self._unsaved.popleft()[0]
            self._session.refine(article_id)
            self.arrived.emit(article_id)

    def _write(self, article_id: str, layer_id: str, answer: WorkerAnswer) -> None:
        if self._session.store.record(article_id, Article) is None:
            return  # it was deleted meanwhile
        self._session.store.save_suggestions(
            article_id,
            answer.author,
            answer.entities,
            answer.claims,
            answer.attributions,
            layer_id=layer_id,
            seconds=answer.seconds,
        )
