"""The machine over many articles: a use case with no window.

Each article's suggestions are saved as soon as they are there, so that whatever interrupts, even
the power, the next run goes on where this one stopped.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Generator, Sequence
from contextlib import closing

from msgspec import Struct

from annotator.core.ids import new_id
from annotator.core.model import Article
from annotator.store import Store
from annotator.suggest.runtime import worker_pool

from .. import suggest
from .learning import refine_all, unfinished

_WORTH_A_CREW = 300_000  # characters: for less, starting more processes takes longer than it saves
_MOST_JOBS = 8  # by itself: each takes some 400 MB


class RunProgress(Struct, frozen=True):
    """How far a run has come. *share* is of the characters, 0 to 1; *left_s* None at the start."""

    done: int
    total: int
    share: float
    rate: float  # articles a second
    left_s: float | None
    title: str


class SuggestingResult(Struct):
    """What came of a run; *failed* are titles with what went wrong."""

    articles: int = 0
    refined: int = 0  # that got what was learnt from judged articles since
    failed: list[tuple[str, str]] = []


OnPace = Callable[[RunProgress], None]


def suggest_for(
    store: Store,
    choice: suggest.PipelineChoice,
    article_ids: Sequence[str] | None = None,
    *,
    jobs: int = 0,
    on_pace: OnPace | None = None,
) -> SuggestingResult:
    """Suggestions for articles, by default for all that the machine has not read yet.

    What was learnt since is then brought into the suggestions of all that nobody has submitted.

    *jobs* is how many processes read; 0 decides by how much there is to read.

    Raises:
        PipelineFault: a chosen pipeline is not installed.
    """
    team = suggest.team(choice)
    ids = article_ids
    if ids is None:
        ids = store.without_suggestions(team.author, team.authors)
    lengths = store.lengths(ids)
    clock = _Clock(len(ids), sum(lengths.values()), on_pace)
    suggesting_result = SuggestingResult(failed=[])
    answers = _answers(store, ids, team, choice, jobs or _jobs(clock.characters))
    with closing(answers):
        for answer in answers:
            length = lengths.get(answer.article.id, 0)
            if answer.answer.progress >= 0:
                clock.tell(answer.article, answer.answer.progress * length)
                continue
            if answer.answer.error:
                suggesting_result.failed.append((answer.article.title, answer.answer.error))
            else:
                _save(store, answer)
                suggesting_result.articles += 1
            clock.count(answer.article, length)
    suggesting_result.refined = refine_all(
        store, ids if article_ids is not None else unfinished(store)
    )
    return suggesting_result


def _jobs(characters: int) -> int:
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return min(cores or 1, _MOST_JOBS) if characters > _WORTH_A_CREW else 1


def _answers(
    store: Store,
    ids: Sequence[str],
    team: suggest.SuggesterSelection,
    choice: suggest.PipelineChoice,
    jobs: int,
) -> Generator[worker_pool.PoolResult, None, None]:
    articles = (article for id_ in ids if (article := store.article(id_)) is not None)
    if jobs > 1:
        yield from worker_pool.work(
            articles, jobs=jobs, choice=choice, is_secret=store.is_encrypted
        )
        return
    for article in articles:
        yield _read_here(article, team, is_secret=store.is_encrypted)


def _read_here(
    article: Article, team: suggest.SuggesterSelection, *, is_secret: bool
) -> worker_pool.PoolResult:
    layer_id = new_id()
    began = time.perf_counter()
    made = suggest.suggest(article, layer_id=layer_id, by=team.of(article), is_secret=is_secret)
    answer = worker_pool.WorkerAnswer(
        author=team.author_of(article),
        seconds=time.perf_counter() - began,
        entities=list(made.entities),
        claims=list(made.claims),
        attributions=list(made.attributions),
    )
    return worker_pool.PoolResult(article, layer_id, answer)


def _save(store: Store, done: worker_pool.PoolResult) -> None:
    answer = done.answer
    store.save_suggestions(
        done.article.id,
        answer.author,
        answer.entities,
        answer.claims,
        answer.attributions,
        layer_id=done.layer_id,
        seconds=answer.seconds,
    )


class _Clock:
    """Counts articles and characters, and works out the rate and the time left."""

    def __init__(self, total: int, characters: int, on_pace: OnPace | None) -> None:
        self.characters = characters
        self._total, self._on_pace = total, on_pace
        self._done = 0
        self._read = 0.0
        self._began = time.monotonic()

    def count(self, article: Article, characters: int) -> None:
        self._done += 1
        self._read += characters
        self.tell(article, 0)

    def tell(self, article: Article, more: float) -> None:
        """*more* are the characters read of an article that is not finished."""
        if self._on_pace is None:
            return
        read = self._read + more
        seconds = time.monotonic() - self._began
        rate = self._done / seconds if seconds > 0 else 0.0
        left = (self.characters - read) * seconds / read if read else None
        share = min(1.0, read / max(1, self.characters))
        self._on_pace(RunProgress(self._done, self._total, share, rate, left, article.title))
