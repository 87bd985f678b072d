"""The claims desk in the whole window, by keys alone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from annotator.core.editing import annotation_edits
from annotator.core.model import Claim
from annotator.services.session import Session
from tests.core.paper import find
from tests.ui.test_window import press

ONE = "News of the day\n{Prices fell|CLAIM}, said Rossi. {Rents rose|CLAIM}."
TWO = "{It rained in [Rome|LOC]|CLAIM}."


@pytest.fixture
def shown(window):
    made = window(ONE, TWO)
    made.bench.pen.accept_all()
    return made


def claims_desk(qtbot, shown):
    press(qtbot, shown, "F8")
    desk = shown.bench.handlers.claims.desk
    qtbot.waitUntil(lambda: desk._model.rowCount() > 0 or desk._stack.currentIndex() == 1)
    return desk


def listed(desk):
    """The text of each row, headings in brackets."""
    model = desk._model
    lines = [model.line(place) for place in range(model.rowCount())]
    return [line.text if line else f"[{model.heading(place)}]" for place, line in enumerate(lines)]


def key(qtbot, desk, *keys):
    for each in keys:
        qtbot.keyClick(desk.table, each)


def test_one_key_shows_the_claims_and_one_opens_the_claim_where_it_stands(qtbot, shown):
    desk = claims_desk(qtbot, shown)
    assert listed(desk) == ["Prices fell", "Rents rose"]
    assert desk.table.hasFocus()
    key(qtbot, desk, Qt.Key.Key_End, Qt.Key.Key_Return)
    assert not shown.bench.handlers.claims.is_on
    assert shown.bench.pen.sheet.words_of(shown.bench.pen.current) == "Rents rose"
    assert shown.bench.view.hasFocus()


def test_escape_leads_back_to_the_article(qtbot, shown):
    desk = claims_desk(qtbot, shown)
    key(qtbot, desk, Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is shown.bench.view


def test_a_digit_sets_the_priority_of_all_that_is_chosen_and_undo_takes_it_back(qtbot, shown):
    desk = claims_desk(qtbot, shown)
    qtbot.keyClick(desk.table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    key(qtbot, desk, Qt.Key.Key_3)
    assert [c.check_worthiness for c in shown.bench.pen.sheet.claims] == [3, 3]
    assert desk._model.line(1).worthiness == 3
    shown.by_id["undo"].trigger()
    assert [c.check_worthiness for c in shown.bench.pen.sheet.claims] == [0, 0]
    qtbot.waitUntil(lambda: desk._model.line(1).worthiness == 0)


def test_suggestions_of_every_article_are_accepted_and_rejected_from_the_list(qtbot, shown):
    desk = claims_desk(qtbot, shown)
    desk.filter.set(whose="suggested")
    qtbot.waitUntil(lambda: listed(desk) == ["It rained in Rome"])
    key(qtbot, desk, Qt.Key.Key_A)
    qtbot.waitUntil(lambda: desk._stack.currentIndex() == 1)
    desk.filter.set(whose="mine")
    qtbot.waitUntil(lambda: "It rained in Rome" in listed(desk))
    desk.table.go_to(listed(desk).index("It rained in Rome"))
    key(qtbot, desk, Qt.Key.Key_X)
    qtbot.waitUntil(lambda: listed(desk) == ["Prices fell", "Rents rose"])


def test_words_are_searched_for_as_they_are_typed(qtbot, shown):
    desk = claims_desk(qtbot, shown)
    press_slash(qtbot, desk)
    assert desk.filter.field.hasFocus()
    qtbot.keyClicks(desk.filter.field, "ren")
    qtbot.waitUntil(lambda: listed(desk) == ["Rents rose"])
    qtbot.keyClicks(desk.filter.field, "xyz")
    qtbot.waitUntil(lambda: desk._stack.currentIndex() == 1)
    assert "No claim is like that" in desk._nothing.text()
    qtbot.keyClick(desk.filter.field, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: listed(desk) == ["Prices fell", "Rents rose"])


def press_slash(qtbot, desk):
    qtbot.keyClicks(desk.table, "/")


def test_groups_have_headings_that_no_key_touches(qtbot, shown):
    pen = shown.bench.pen
    pen.point_at(find(pen.sheet, "Prices fell", Claim))
    start = pen.sheet.article.text.index("Rossi")
    pen.selection = type(pen.current.spans[0])(start, start + 5)
    pen.source()
    desk = claims_desk(qtbot, shown)
    desk.filter.set(group="agent")
    qtbot.waitUntil(lambda: len(listed(desk)) == 4)
    assert listed(desk)[:2] == ["[Rossi  ·  1]", "Prices fell"]
    desk.table.go_to(0)
    assert desk.table.currentIndex().row() == 1
    assert [desk._model.place(desk._model.id_at(place)) for place in (1, 3)] == [1, 3]


def test_an_empty_desk_says_how_to_begin(qtbot, window):
    desk = claims_desk(qtbot, window("Nothing is claimed here."))
    assert "select words and press C" in desk._nothing.text()


def test_what_belongs_to_an_article_is_refused_while_all_claims_are_shown(qtbot, shown):
    claims_desk(qtbot, shown)
    shown.act("submit")
    assert "belongs to an article" in shown._told.text()
    shown.act("go_to_article")
    assert not shown.bench.handlers.claims.is_on


def test_a_colleagues_claim_is_shown_where_it_stands_though_it_cannot_be_edited(qtbot, shown):
    bruno = Session(shown.bench.desk.store, "bruno")
    sheet = bruno.sheet(shown.bench.queue.ids()[1])
    bruno.do(annotation_edits.accept(sheet, [each.id for each in sheet.suggestions]))
    desk = claims_desk(qtbot, shown)
    desk.table.go_to(listed(desk).index("It rained in Rome"))
    key(qtbot, desk, Qt.Key.Key_3)
    assert bruno.sheet(sheet.article.id).claims[0].check_worthiness == 0
    key(qtbot, desk, Qt.Key.Key_Return)
    assert shown.bench.pen.sheet.article.id == sheet.article.id
    assert shown.bench.view.selection().of(sheet.article.text) == "It rained in Rome"
