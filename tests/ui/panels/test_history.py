"""The history of an article, in words and with the way back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from annotator.core.model import Claim
from annotator.services.session import Session
from annotator.ui.modes.annotate import AnnotateMode
from annotator.ui.panels.history import HistoryPanel
from tests.core.paper import find, mine, span

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


def test_each_deed_is_told_in_plain_words_newest_first(history, pen):
    pen.accept_all([find(pen.sheet, "Valdora"), find(pen.sheet, "38%")])
    pen.point_at(find(pen.sheet, "Water Agency"))
    pen.reject()
    pen.point_at(find(pen.sheet, "the works cost 4 million euros", Claim))
    pen.amend(pen.current_id, check_worthiness=3, note="sums")
    pen.selection = span(pen.sheet, "the mayor")
    pen.label("PER")
    pen.point_at(find(pen.sheet, "the mayor"))
    pen.label("NORP")
    pen.remove()
    pen.set_status(submitted=True)
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


def test_what_is_undone_is_marked_and_what_is_redone_is_not(history, pen):
    pen.accept_all([find(pen.sheet, "38%")])
    pen.undo()
    [first, *_] = history._model.lines
    assert first.undone
    spoken = history._model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("Accepted 1 suggestion(s), undone, “38%”, you")
    pen.redo()
    assert told(history)[0] == "Accepted 1 suggestion(s)"
    assert not history._model.lines[0].undone


def test_back_to_a_point_and_back_again(qtbot, history, pen):
    for words in ("38%", "Valdora", "Water Agency"):
        pen.accept_all([find(pen.sheet, words)])
    full = mine(pen.sheet)
    go_back_to(qtbot, history, 2)
    assert [pen.sheet.words_of(e) for e in pen.sheet.entities] == ["38%"]
    assert told(history)[0] == "Went back to an earlier point"
    pen.undo()
    assert mine(pen.sheet) == full


def test_back_to_the_beginning(qtbot, history, pen):
    pen.accept_all()
    go_back_to(qtbot, history, len(told(history)) - 1)
    assert pen.sheet.entities == ()


def test_there_is_no_way_back_to_where_one_is(history, pen):
    assert not history.back.isEnabled()
    pen.accept_all([find(pen.sheet, "38%")])
    history.list.setCurrentIndex(history._model.index(0))
    assert not history.back.isEnabled()
    history.list.setCurrentIndex(history._model.index(1))
    assert history.back.isEnabled()


def test_a_colleagues_work_is_told_under_their_name(history, pen):
    other = AnnotateMode(Session(pen.desk.store, "bruno"))
    other.open(pen.sheet.article.id)
    other.accept_all([find(other.sheet, "38%")])
    pen.reload()
    assert history._model.lines[0].who == "bruno"


def test_what_was_done_in_many_articles_is_told_in_each(history, pen):
    second = suggested(pen.desk, "Valdora again.", title="Again")
    found = pen.desk.occurrences("Valdora")
    assert len({each.article_id for each in found}) == 2
    pen.desk.label_occurrences(found, "ORG")
    pen.reload()
    assert told(history)[0] == "Labelled 3 place(s) ORG"
    pen.open(second)
    assert told(history)[0] == "Labelled 1 place(s) ORG"
