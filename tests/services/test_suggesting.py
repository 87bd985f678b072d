"""The machine over many articles: pace, several processes, and whatever interrupts."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time

import pytest

from annotator.cli import main
from annotator.cli.output import lasting, paced
from annotator.core.errors import UserError
from annotator.formats import article
from annotator.isolation.child import Child
from annotator.services.session import Session
from annotator.services.suggesting import RunProgress, suggest_for
from annotator.store import ArticleFilter, Store
from annotator.suggest import AUTHOR, PipelineChoice
from annotator.suggest.runtime import worker_pool
from tests import ROOT

COUNT = 12


@pytest.fixture
def project(tmp_path):
    path = tmp_path / "p.vaglio"
    with Store.create(path) as store:
        session = Session(store, "anna")
        for number in range(COUNT):
            session.import_text(f"Il sindaco ha detto che nel {1900 + number} a Torino pioveva.")
    return path


def left(path) -> int:
    with Store.open(path, readonly=True) as store:
        return len(store.without_suggestions(AUTHOR))


def test_the_pace_is_told_article_by_article(project):
    told: list[RunProgress] = []
    with Store.open(project) as store:
        assert suggest_for(store, PipelineChoice(), on_pace=told.append).articles == COUNT
    assert [each.done for each in told] == list(range(1, COUNT + 1))
    assert all(each.total == COUNT for each in told)
    shares = [each.share for each in told]
    assert shares == sorted(shares)
    assert shares[-1] == 1.0
    assert told[-1].left_s == 0.0
    assert all(each.rate > 0 for each in told)


def test_two_processes_say_what_one_says(project, tmp_path):
    copy = tmp_path / "copy.vaglio"
    assert main(["backup", str(project), "-o", str(copy)]) == 0
    made = []
    for path, jobs in ((project, 1), (copy, 2)):
        with Store.open(path) as store:
            assert suggest_for(store, PipelineChoice(), jobs=jobs).articles == COUNT
            made.append(
                [
                    [(e.span, e.label, e.confidence) for c in d.layers for e in c.entities]
                    for d in store.annotated_articles()
                ]
            )
    assert made[0] == made[1]


def test_a_run_that_is_killed_goes_on_where_it_stopped(project):
    """By SIGKILL, in the middle: what was finished is there, and only the rest is read."""
    command = [sys.executable, "-m", "annotator", "suggest", str(project)]
    running = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    while running.poll() is None and left(project) > COUNT - 3:
        time.sleep(0.01)
    running.send_signal(signal.SIGKILL)
    running.wait()
    rest = left(project)
    assert rest < COUNT
    with Store.open(project) as store:
        assert suggest_for(store, PipelineChoice()).articles == rest
        rows = store.rows(store.queue(ArticleFilter(analyst="anna")), "anna")
    assert all(row.has_suggestions for row in rows)
    assert main(["check", str(project)]) == 0


def test_a_process_that_dies_costs_one_article_at_most(monkeypatch, tmp_path):
    """The worker is one that ends on a word, as a bug in foreign code would make it."""
    code = tmp_path / "worker.py"
    code.write_text(
        "import sys, os\n"
        "from annotator.suggest.runtime import worker\n"
        "real = worker._answer\n"
        "def answer(request, *more):\n"
        "    if 'FATAL' in request.article.text: os._exit(9)\n"
        "    return real(request, *more)\n"
        "worker._answer = answer\n"
        "worker.main()\n"
    )
    there = os.environ | {"PYTHONPATH": str(ROOT)}
    monkeypatch.setattr(
        worker_pool, "worker", lambda choice: Child([sys.executable, str(code)], there)
    )
    texts = ["Uno a Roma.", "Due FATAL a Roma.", "Tre a Roma."]
    done = list(worker_pool.work(map(article, texts), jobs=1, choice=PipelineChoice()))
    assert [each.article.text for each in done] == texts
    assert [bool(each.answer.error) for each in done] == [False, True, False]


def test_articles_are_taken_only_as_they_are_needed():
    taken = []

    def many():
        for number in range(1000):
            taken.append(number)
            yield article(f"Numero {number} a Roma.")

    answers = worker_pool.work(many(), jobs=2, choice=PipelineChoice())
    next(answers)
    answers.close()
    assert len(taken) < 10


def test_what_goes_wrong_in_reading_articles_is_raised_here():
    def broken():
        yield article("Uno a Roma.")
        raise UserError("the disk is gone")

    with pytest.raises(UserError, match="the disk is gone"):
        list(worker_pool.work(broken(), jobs=1, choice=PipelineChoice()))


def test_no_process_is_left_behind(monkeypatch):
    started = []

    class Noted(subprocess.Popen):
        def __init__(self, *words, **more):
            super().__init__(*words, **more)
            started.append(self)

    monkeypatch.setattr(worker_pool.subprocess, "Popen", Noted)
    list(
        worker_pool.work(
            [article("Uno a Roma."), article("Due a Roma.")], jobs=2, choice=PipelineChoice()
        )
    )
    assert started
    assert all(each.poll() is not None for each in started)


@pytest.mark.parametrize(
    ("seconds", "said"),
    [(0.2, "1 s"), (40, "40 s"), (600, "10 min"), (3900, "1 h 05 min"), (7190, "2 h 00 min")],
)
def test_the_time_left_is_told_as_people_say_it(seconds, said):
    assert lasting(seconds) == said


def test_a_line_of_progress_has_count_rate_time_and_title():
    pace = RunProgress(3420, 10_000, 0.34, 4.21, 1560.0, "Titolo")
    assert paced(pace) == "3,420 of 10,000 · 4.2 a second · 26 min left · Titolo"
    assert paced(RunProgress(0, 2, 0.0, 0.0, None, "Titolo")) == "0 of 2 · Titolo"
