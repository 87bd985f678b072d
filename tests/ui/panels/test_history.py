"""The history of an article, in words and with the way back."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from annotator.core.model import Claim
from annotator.services.session import Session
from annotator.ui.modes.annotate import AnnotateMode
from annotator.ui.panels.history import HistoryPanel
from annotator.ui.panels.history_lines import DEEDS
from tests.core.paper import find, mine, span
from tools.translations import PACKAGE

from .conftest import suggested


@pytest.fixture
def history(shown):
    panel = shown(HistoryPanel)
    QAbstractItemModelTester(
        panel._model, QAbstractItemModelTester.FailureReportingMode.Fatal, panel
    )
    return panel


def told(history):
    return [line.what for line in history._model.lines]


def go_back_to(qtbot, history, place):
    history.list.setCurrentIndex(history._model.index(place))
    qtbot.mouseClick(history.back, Qt.MouseButton.LeftButton)


def test_an_untouched_article_tells_where_it_came_from(history):
    assert told(history) == ["Suggestions arrived", "Imported"]
    assert history._model.lines[0].who == "rules 1"


def test_each_deed_is_told_in_plain_words_newest_first(history, annotate_mode):
    annotate_mode.accept_all(
        [find(annotate_mode.analyst_view, "Valdora"), find(annotate_mode.analyst_view, "38%")]
    )
    annotate_mode.point_at(find(annotate_mode.analyst_view, "Water Agency"))
    annotate_mode.reject()
    annotate_mode.point_at(
        find(annotate_mode.analyst_view, "the works cost 4 million euros", Claim)
    )
    annotate_mode.amend(annotate_mode.current_id, check_worthiness=3, note="sums")
    annotate_mode.selection = span(annotate_mode.analyst_view, "the mayor")
    annotate_mode.label("PER")
    annotate_mode.point_at(find(annotate_mode.analyst_view, "the mayor"))
    annotate_mode.label("NORP")
    annotate_mode.remove()
    annotate_mode.set_status(submitted=True)
    assert told(history)[:7] == [
        "Submitted the article",
        "Removed 1 annotation(s)",
        "Relabelled 1 place(s) NORP",
        "Labelled 1 place(s) PER",
        "Changed Note, Priority",
        "Rejected 1 suggestion(s)",
        "Accepted 2 suggestion(s)",
    ]
    lines = history._model.lines
    assert lines[5].words == "“Water Agency”"
    assert lines[6].words == "“Valdora”, “38%”"
    assert {line.who for line in lines[:7]} == {"you"}


def test_what_is_undone_is_marked_and_what_is_redone_is_not(history, annotate_mode):
    annotate_mode.accept_all([find(annotate_mode.analyst_view, "38%")])
    annotate_mode.undo()
    [first, *_] = history._model.lines
    assert first.undone
    spoken = history._model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("Accepted 1 suggestion(s), undone, “38%”, you")
    annotate_mode.redo()
    assert told(history)[0] == "Accepted 1 suggestion(s)"
    assert not history._model.lines[0].undone


def test_back_to_a_point_and_back_again(qtbot, history, annotate_mode):
    for words in ("38%", "Valdora", "Water Agency"):
        annotate_mode.accept_all([find(annotate_mode.analyst_view, words)])
    full = mine(annotate_mode.analyst_view)
    go_back_to(qtbot, history, 2)
    assert [
        annotate_mode.analyst_view.words_of(e) for e in annotate_mode.analyst_view.entities
    ] == ["38%"]
    assert told(history)[0] == "Went back to an earlier point"
    annotate_mode.undo()
    assert mine(annotate_mode.analyst_view) == full


def test_back_to_the_beginning(qtbot, history, annotate_mode):
    annotate_mode.accept_all()
    go_back_to(qtbot, history, len(told(history)) - 1)
    assert annotate_mode.analyst_view.entities == ()


def test_there_is_no_way_back_to_where_one_is(history, annotate_mode):
    assert not history.back.isEnabled()
    annotate_mode.accept_all([find(annotate_mode.analyst_view, "38%")])
    history.list.setCurrentIndex(history._model.index(0))
    assert not history.back.isEnabled()
    history.list.setCurrentIndex(history._model.index(1))
    assert history.back.isEnabled()


def test_a_colleagues_work_is_told_under_their_name(history, annotate_mode):
    other = AnnotateMode(Session(annotate_mode.session.store, "bruno"))
    other.open(annotate_mode.analyst_view.article.id)
    other.accept_all([find(other.analyst_view, "38%")])
    annotate_mode.reload()
    assert history._model.lines[0].who == "bruno"


def test_what_was_done_in_many_articles_is_told_in_each(history, annotate_mode):
    second = suggested(annotate_mode.session, "Valdora again.", title="Again")
    found = annotate_mode.session.occurrences("Valdora")
    assert len({each.article_id for each in found}) == 2
    annotate_mode.session.label_occurrences(found, "ORG")
    annotate_mode.reload()
    assert told(history)[0] == "Labelled 3 place(s) ORG"
    annotate_mode.open(second)
    assert told(history)[0] == "Labelled 1 place(s) ORG"


def test_every_deed_that_an_article_can_have_is_told_in_words():
    """Each verb of a change is in the table, is told with its number, or is of the project alone."""
    told = {"accept", "reject", "mark", "label_all", "relabel", "rename_label", "amend", "remove"}
    told |= {"unlabel_all", "amend_on"}
    of_project = {"learn", "scheme", "remove_source", "add_source", "edit_source", "read_names"}
    of_project |= {"assign", "keep_deleted", "delete_article", "undo", "redo"}
    found = set()
    for folder in ("core", "services", "store"):
        for path in (PACKAGE / folder).rglob("*.py"):
            found |= set(re.findall(r"\bchange\(\s*\"([a-z_]+)\"", path.read_text("utf-8")))
    assert len(found) > 30
    wanting = {verb for verb in found - told - of_project if not verb.startswith("set_")}
    assert wanting - DEEDS.keys() == set()
