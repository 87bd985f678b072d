"""Several suggesters at work on many articles: processes like the window's, each fed by a thread.

Articles are taken as they are needed, so memory stays flat. A process that dies takes one article
with it: that one is tried once more, then given up and told of.
"""

from __future__ import annotations

import subprocess
import threading
from collections.abc import Generator, Iterable, Iterator
from queue import Queue

import msgspec
from msgspec import Struct

from annotator.core.ids import new_id
from annotator.core.model import Article, Attribution, Claim, Entity
from annotator.isolation.child import Child, child

from ..pipelines.selection import PipelineChoice

_TRIES = 2


class WorkerAnswer(Struct, kw_only=True):
    """A line from the worker. Only some of the fields are there, by what it says."""

    ready: str = ""
    fault: str | None = None  # why it reads with less than it could: no trained model
    request: int = -1
    author: str = ""
    seconds: float = 0.0
    progress: float = -1.0
    error: str = ""
    entities: list[Entity] = []
    claims: list[Claim] = []
    attributions: list[Attribution] = []


class PoolResult(Struct):
    """An article with its answer, or how far one that takes its time has come."""

    article: Article
    layer_id: str
    answer: WorkerAnswer


def worker(choice: PipelineChoice) -> Child:
    """The process to start for a worker."""
    chosen = msgspec.json.encode(choice).decode()
    return child("annotator.suggest.runtime.worker:main", "--team", chosen)


def work(
    articles: Iterable[Article], *, jobs: int, choice: PipelineChoice, is_secret: bool = False
) -> Generator[PoolResult, None, None]:
    """Answers for *articles* as they are ready, which need not be in their order.

    *articles* is asked for the next one in this thread. Leaving the iterator ends the processes.
    """
    asked: Queue[Article | None] = Queue()
    heard: Queue[PoolResult | BaseException] = Queue()
    workers = [_WorkerThread(choice, asked, heard, is_secret=is_secret) for _ in range(jobs)]
    for each in workers:
        each.start()
    try:
        coming = iter(articles)
        waiting = sum(_ask(coming, asked) for _ in range(2 * jobs))
        while waiting:
            done = heard.get()
            if isinstance(done, BaseException):
                raise done
            yield done
            if done.answer.progress < 0:
                waiting += _ask(coming, asked) - 1
    finally:
        for each in workers:
            each.end()


def _ask(coming: Iterator[Article], asked: Queue[Article | None]) -> int:
    """Put the next article before the workers; how many that were, 1 or 0."""
    article = next(coming, None)
    if article is not None:
        asked.put(article)
    return int(article is not None)


class _WorkerThread(threading.Thread):
    """One process and the thread that waits for it."""

    def __init__(
        self,
        choice: PipelineChoice,
        asked: Queue[Article | None],
        heard: Queue[PoolResult | BaseException],
        *,
        is_secret: bool,
    ) -> None:
        super().__init__(daemon=True)
        self._child = worker(choice)
        self._asked, self._heard = asked, heard
        self._is_secret = is_secret
        self._process: subprocess.Popen[bytes] | None = None
        self._decoder = msgspec.json.Decoder(WorkerAnswer)
        self._ended = False

    def run(self) -> None:
        while (article := self._asked.get()) is not None and not self._ended:
            try:
                self._read(article)
            except BaseException as err:  # raised again where the answers are waited for
                self._heard.put(err)
                return

    def end(self) -> None:
        self._ended = True
        self._asked.put(None)
        if self._process is not None:
            self._process.kill()
            self._process.wait()

    def _read(self, article: Article) -> None:
        layer_id = new_id()
        for _ in range(_TRIES):
            for answer in self._answers(article, layer_id):
                self._heard.put(PoolResult(article, layer_id, answer))
                if answer.progress < 0:
                    return
            if self._ended:
                return
        failed = WorkerAnswer(error="the process that read it ended twice")
        self._heard.put(PoolResult(article, layer_id, failed))

    def _answers(self, article: Article, layer_id: str) -> Iterator[WorkerAnswer]:
        """What the process says of *article*; ends early where the process does."""
        process = self._running()
        assert process.stdin is not None
        assert process.stdout is not None
        request = {"request": 1, "article": article, "layer_id": layer_id}
        request["is_secret"] = self._is_secret
        try:
            process.stdin.write(msgspec.json.encode(request) + b"\n")
            process.stdin.flush()
        except BrokenPipeError:
            self._process = None
            return
        for line in process.stdout:
            answer = self._decoder.decode(line)
            if not answer.ready:
                yield answer
                if answer.progress < 0:
                    return
        process.wait()
        self._process = None

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is None:
            pipe = subprocess.PIPE
            self._process = subprocess.Popen(
                self._child.command, stdin=pipe, stdout=pipe, env=self._child.environment
            )
        return self._process
