"""The figures of the dashboard: from the work itself, and from nothing else."""

from __future__ import annotations

import pytest

from annotator.core.editing import annotation_edits
from annotator.core.metrics.project_progress import (
    PAUSE_S,
    AnalystProgress,
    JudgedSuggestions,
    forecast_s,
    median_seconds,
    seconds_by_article,
)
from annotator.services.session import Session
from annotator.store import Store
from tests.core.paper import find
from tests.services.test_session import paste


@pytest.fixture
def store():
    with Store.memory() as made:
        yield made


def test_gaps_between_edits_are_time_and_long_ones_are_pauses():
    stamps = [
        ("anna", "a", "2026-01-01T10:00:00Z"),
        ("anna", "a", "2026-01-01T10:01:00Z"),
        ("beppe", "a", "2026-01-01T10:01:30Z"),
        ("anna", "a", "2026-01-01T11:00:00Z"),  # after lunch
        ("anna", "b", "2026-01-01T11:00:20Z"),
    ]
    spent = seconds_by_article(stamps)
    assert spent == {("anna", "a"): 60, ("anna", "b"): 20, ("beppe", "a"): 0}
    assert PAUSE_S == 300


def test_the_pace_is_that_of_articles_that_are_done():
    spent = {("anna", "a"): 60.0, ("anna", "b"): 100.0, ("anna", "c"): 900.0}
    assert median_seconds(spent, "anna", ["a", "b"]) == 80
    assert median_seconds(spent, "beppe", ["a"]) is None


def test_the_forecast_is_the_pace_times_what_is_left():
    people = [AnalystProgress("anna", {}, 0, 0, 100.0), AnalystProgress("beppe", {}, 0, 0, None)]
    assert forecast_s(people, 30) == 3000
    assert forecast_s(people[1:], 30) is None


def test_who_did_what_is_counted(store):
    session = Session(store, "anna")
    first = paste(session, "[Rossi|PER] met [ANSA|ORG] in [Rome|LOC].")
    paste(session, "Nothing here.")
    analyst_view = session.analyst_view(first)
    session.do(annotation_edits.accept(analyst_view, [find(analyst_view, "Rossi")]))
    analyst_view = session.analyst_view(first)
    session.do(annotation_edits.relabel(analyst_view, [find(analyst_view, "ANSA")], "PER"))
    analyst_view = session.analyst_view(first)
    session.do(annotation_edits.reject(analyst_view, [find(analyst_view, "Rome")]))
    session.do(
        annotation_edits.amend(
            session.analyst_view(first), find(session.analyst_view(first), "ANSA"), unsure=True
        )
    )
    session.do(annotation_edits.set_status(session.analyst_view(first), "submitted"))
    found = store.dashboard()
    assert (found.articles, found.untouched) == (2, 1)
    [anna] = found.people
    assert (anna.by_status, anna.annotations, anna.unsure) == ({"submitted": 1}, 2, 1)
    assert found.labels == {"PER": 2}
    assert found.judged == {
        "LOC": JudgedSuggestions(rejected=1),
        "ORG": JudgedSuggestions(amended=1),
        "PER": JudgedSuggestions(accepted=1),
    }
    assert [(each.article_id, each.unsure) for each in found.doubtful] == [(first, 1)]


def test_an_empty_project_has_nothing_to_say(store):
    found = store.dashboard()
    assert (found.articles, found.people, found.judged, found.left_s) == (0, (), {}, None)
