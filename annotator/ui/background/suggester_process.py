"""The suggester, in a process of its own; answers are saved by whoever listens.

The window's process never imports spaCy: it sends an article as a line of JSON and reads the
suggestions as another. If the process dies it is started again, and an article on which it
dies twice is given up and said so.
"""

from __future__ import annotations

from collections import deque

import msgspec
from msgspec import Struct
from PySide6.QtCore import QObject, QProcess, Signal

from annotator.core.ids import new_id
from annotator.core.model import Article
from annotator.suggest import PipelineChoice
from annotator.suggest.runtime.worker_pool import WorkerAnswer, worker

from .child_process import child_process, last_words

_LONG = 100_000  # characters


class _SuggestionRequest(Struct):
    article: Article
    layer_id: str
    tries: int = 0


class SuggesterProcess(QObject):
    """Asks for suggestions, one article at a time; `ask` first those the reader looks at."""

    answered = Signal(str, str, object)  # article id, layer id, Answer
    progressed = Signal(str, float)  # article id, share done
    failed = Signal(str, str)  # article id ("" for the machine as a whole), what happened
    weakened = Signal(str)  # it works with rules alone, and why
    waiting_changed = Signal(int)  # how many articles are still to be done

    def __init__(self, parent: QObject | None = None, *, is_secret: bool = False) -> None:
        """Of what *is_secret* nothing is kept in the user's cache folder."""
        super().__init__(parent)
        self._is_secret = is_secret
        self._choice = PipelineChoice()
        self._queue: deque[_SuggestionRequest] = deque()
        self._running: _SuggestionRequest | None = None
        self._number = 0
        self._is_ready = False
        self._rest = b""
        self._process: QProcess | None = None
        self._decoder = msgspec.json.Decoder(WorkerAnswer)
        self._stopped = False

    def ask(self, article: Article, *, first: bool = False) -> None:
        """Ask for an article's suggestions; *first* puts it before all that wait."""
        asked = _SuggestionRequest(article, new_id())
        if first:
            self._put_off_long_one()
        known = {each.article.id for each in self._queue}
        if self._running and self._running.article.id == article.id:
            return
        if article.id in known:
            if not first:
                return
            self._queue = deque(e for e in self._queue if e.article.id != article.id)
        (self._queue.appendleft if first else self._queue.append)(asked)
        self.waiting_changed.emit(self.waiting)
        self._start()
        self._next()

    def _put_off_long_one(self) -> None:
        """What takes minutes waits until what is being read has been seen to."""
        running = self._running
        if running is not None and len(running.article.text) > _LONG:
            self._running = None
            self._end_process()
            self._queue.append(running)

    @property
    def waiting(self) -> int:
        return len(self._queue) + (self._running is not None)

    def has(self, article_id: str) -> bool:
        """Whether this article is being worked on or waits."""
        busy = [*self._queue, self._running] if self._running else [*self._queue]
        return any(asked.article.id == article_id for asked in busy)

    def choose(self, choice: PipelineChoice) -> None:
        """Other pipelines from now on; what is being worked on is begun again with them."""
        if choice == self._choice:
            return
        self._choice = choice
        if self._running is not None:
            self._queue.appendleft(self._running)
            self._running = None
        self._end_process()
        if self._queue:
            self._start()

    def cancel(self) -> None:
        """Forget what waits; what is being worked on is stopped."""
        self._queue.clear()
        if self._running is not None:
            self._running = None
            self._end_process()
        self.waiting_changed.emit(0)

    def stop(self) -> None:
        """End the process for good."""
        self._stopped = True
        self._queue.clear()
        self._running = None
        self._end_process()

    def _start(self) -> None:
        if self._process is not None or self._stopped:
            return
        self._is_ready = False
        self._rest = b""
        process = child_process(worker(self._choice), self)
        process.readyReadStandardOutput.connect(self._read)
        process.finished.connect(self._died)
        process.errorOccurred.connect(self._could_not)
        self._process = process
        process.start()

    def _end_process(self) -> None:
        process, self._process = self._process, None
        self._is_ready = False
        if process is not None:
            process.finished.disconnect(self._died)
            process.errorOccurred.disconnect(self._could_not)
            process.kill()
            process.waitForFinished(500)
            process.deleteLater()

    def _next(self) -> None:
        if self._running is not None or not self._is_ready or not self._queue:
            return
        assert self._process is not None
        self._running = self._queue.popleft()
        self._number += 1
        line = msgspec.json.encode(
            {
                "request": self._number,
                "article": self._running.article,
                "layer_id": self._running.layer_id,
                "is_secret": self._is_secret,
            }
        )
        self._process.write(line + b"\n")

    def _read(self) -> None:
        if self._process is None:
            return
        *lines, self._rest = (self._rest + self._process.readAllStandardOutput().data()).split(
            b"\n"
        )
        for line in lines:
            if line.strip():
                self._hear(self._decoder.decode(line))

    def _hear(self, answer: WorkerAnswer) -> None:
        if answer.ready:
            self._is_ready = True
            if answer.fault:
                self.weakened.emit(answer.fault)
        elif answer.request == self._number and (asked := self._running) is not None:
            if answer.progress >= 0:
                self.progressed.emit(asked.article.id, answer.progress)
                return
            self._running = None
            if answer.error:
                self.failed.emit(asked.article.id, answer.error)
            else:
                self.answered.emit(asked.article.id, asked.layer_id, answer)
            self.waiting_changed.emit(self.waiting)
        self._next()

    def _died(self) -> None:
        """The process went away by itself: try once more, then give that article up."""
        asked, self._running = self._running, None
        was_ready, self._is_ready = self._is_ready, False
        said = ""
        if self._process is not None:
            said = last_words(self._process)
            self._process.deleteLater()
            self._process = None
        if not was_ready:
            self._queue.clear()
            self.failed.emit("", said)
        elif asked is not None:
            asked.tries += 1
            if asked.tries < 2:
                self._queue.appendleft(asked)
            else:
                self.failed.emit(asked.article.id, said)
        self.waiting_changed.emit(self.waiting)
        if self._queue:
            self._start()

    def _could_not(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart and self._process is not None:
            said = self._process.errorString()
            self._process = None
            self._queue.clear()
            self.failed.emit("", said)
