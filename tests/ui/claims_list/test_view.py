"""The list of claims in the whole window, by keys alone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from annotator.core.editing import annotation_edits
from annotator.core.model import Claim
from annotator.services.session import Session
from tests.core.paper import find
from tests.ui.test_main_window import press

ONE = "News of the day\n{Prices fell|CLAIM}, said Rossi. {Rents rose|CLAIM}."
TWO = "{It rained in [Rome|LOC]|CLAIM}."


@pytest.fixture
def shown(window):
    made = window(ONE, TWO)
    made.workspace.annotate_mode.accept_all()
    return made


def opened(qtbot, shown):
    press(qtbot, shown, "F8")
    claims_list = shown.workspace.handlers.claims.claims_list
    qtbot.waitUntil(
        lambda: claims_list._model.rowCount() > 0 or claims_list._stack.currentIndex() == 1
    )
    return claims_list


def listed(claims_list):
    """The text of each row, headings in brackets."""
    model = claims_list._model
    lines = [model.line(place) for place in range(model.rowCount())]
    return [line.text if line else f"[{model.heading(place)}]" for place, line in enumerate(lines)]


def key(qtbot, claims_list, *keys):
    for each in keys:
        qtbot.keyClick(claims_list.table, each)


def test_one_key_shows_the_claims_and_one_opens_the_claim_where_it_stands(qtbot, shown):
    claims_list = opened(qtbot, shown)
    assert listed(claims_list) == ["Prices fell", "Rents rose"]
    assert claims_list.table.hasFocus()
    key(qtbot, claims_list, Qt.Key.Key_End, Qt.Key.Key_Return)
    assert not shown.workspace.handlers.claims.is_on
    assert (
        shown.workspace.annotate_mode.analyst_view.words_of(shown.workspace.annotate_mode.current)
        == "Rents rose"
    )
    assert shown.workspace.view.hasFocus()


def test_escape_leads_back_to_the_article(qtbot, shown):
    claims_list = opened(qtbot, shown)
    key(qtbot, claims_list, Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is shown.workspace.view


def test_nothing_is_said_to_be_taken_by_keys_while_all_claims_are_shown(qtbot, window):
    shown = window("{[Rome|LOC] grows|CLAIM}.")
    before = shown._takes.text()
    assert "Shift+A" in before
    claims_list = opened(qtbot, shown)
    assert shown._takes.text() == ""
    key(qtbot, claims_list, Qt.Key.Key_Escape)
    assert shown._takes.text() == before


def test_a_digit_sets_the_priority_of_all_that_is_chosen_and_undo_takes_it_back(qtbot, shown):
    claims_list = opened(qtbot, shown)
    qtbot.keyClick(claims_list.table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    key(qtbot, claims_list, Qt.Key.Key_3)
    assert [c.check_worthiness for c in shown.workspace.annotate_mode.analyst_view.claims] == [3, 3]
    assert claims_list._model.line(1).worthiness == 3
    shown.by_id["undo"].trigger()
    assert [c.check_worthiness for c in shown.workspace.annotate_mode.analyst_view.claims] == [0, 0]
    qtbot.waitUntil(lambda: claims_list._model.line(1).worthiness == 0)


def test_suggestions_of_every_article_are_accepted_and_rejected_from_the_list(qtbot, shown):
    claims_list = opened(qtbot, shown)
    claims_list.filter.set(whose="suggested")
    qtbot.waitUntil(lambda: listed(claims_list) == ["It rained in Rome"])
    key(qtbot, claims_list, Qt.Key.Key_A)
    qtbot.waitUntil(lambda: claims_list._stack.currentIndex() == 1)
    claims_list.filter.set(whose="mine")
    qtbot.waitUntil(lambda: "It rained in Rome" in listed(claims_list))
    claims_list.table.go_to(listed(claims_list).index("It rained in Rome"))
    key(qtbot, claims_list, Qt.Key.Key_X)
    qtbot.waitUntil(lambda: listed(claims_list) == ["Prices fell", "Rents rose"])


def test_words_are_searched_for_as_they_are_typed(qtbot, shown):
    claims_list = opened(qtbot, shown)
    press_slash(qtbot, claims_list)
    assert claims_list.filter.field.hasFocus()
    qtbot.keyClicks(claims_list.filter.field, "ren")
    qtbot.waitUntil(lambda: listed(claims_list) == ["Rents rose"])
    qtbot.keyClicks(claims_list.filter.field, "xyz")
    qtbot.waitUntil(lambda: claims_list._stack.currentIndex() == 1)
    assert "No claim matches" in claims_list._nothing.text()
    qtbot.keyClick(claims_list.filter.field, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: listed(claims_list) == ["Prices fell", "Rents rose"])


def press_slash(qtbot, claims_list):
    qtbot.keyClicks(claims_list.table, "/")


def test_groups_have_headings_that_no_key_touches(qtbot, shown):
    annotate_mode = shown.workspace.annotate_mode
    annotate_mode.point_at(find(annotate_mode.analyst_view, "Prices fell", Claim))
    start = annotate_mode.analyst_view.article.text.index("Rossi")
    annotate_mode.selection = type(annotate_mode.current.spans[0])(start, start + 5)
    annotate_mode.source()
    claims_list = opened(qtbot, shown)
    claims_list.filter.set(group="agent")
    qtbot.waitUntil(lambda: len(listed(claims_list)) == 4)
    assert listed(claims_list)[:2] == ["[Rossi  ·  1]", "Prices fell"]
    claims_list.table.go_to(0)
    assert claims_list.table.currentIndex().row() == 1
    assert [claims_list._model.place(claims_list._model.id_at(place)) for place in (1, 3)] == [1, 3]


def test_an_empty_desk_says_how_to_begin(qtbot, window):
    claims_list = opened(qtbot, window("Nothing is claimed here."))
    assert "select words and press C" in claims_list._nothing.text()


def test_what_belongs_to_an_article_is_refused_while_all_claims_are_shown(qtbot, shown):
    opened(qtbot, shown)
    shown.act("submit")
    assert "belongs to an article" in shown._told.text()
    shown.act("go_to_article")
    assert not shown.workspace.handlers.claims.is_on


def test_a_colleagues_claim_is_shown_where_it_stands_though_it_cannot_be_edited(qtbot, shown):
    bruno = Session(shown.workspace.session.store, "bruno")
    analyst_view = bruno.analyst_view(shown.workspace.queue.ids()[1])
    bruno.do(annotation_edits.accept(analyst_view, [each.id for each in analyst_view.suggestions]))
    claims_list = opened(qtbot, shown)
    claims_list.table.go_to(listed(claims_list).index("It rained in Rome"))
    key(qtbot, claims_list, Qt.Key.Key_3)
    assert bruno.analyst_view(analyst_view.article.id).claims[0].check_worthiness == 0
    key(qtbot, claims_list, Qt.Key.Key_Return)
    assert shown.workspace.annotate_mode.analyst_view.article.id == analyst_view.article.id
    assert shown.workspace.view.selection().of(analyst_view.article.text) == "It rained in Rome"


def test_words_typed_just_before_the_project_is_closed_are_not_looked_for(qtbot, shown):
    """They are looked for a moment after the last key, which came when the file was closed."""
    claims_list = opened(qtbot, shown)
    press(qtbot, shown, "Ctrl+F")
    qtbot.keyClicks(claims_list.filter.field, "governo")
    asked = []
    claims_list._reader.ask = asked.append
    claims_list.stop()
    qtbot.wait(600)
    assert asked == []
