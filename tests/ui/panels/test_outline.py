"""The list of everything in the article, by keyboard and as it is read aloud."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from annotator.core.model import Claim
from annotator.ui.panels.outline import Outline
from tests.core.paper import find, mine

from .conftest import suggested


@pytest.fixture
def outline(shown):
    panel = shown(Outline)
    QAbstractItemModelTester(
        panel._model, QAbstractItemModelTester.FailureReportingMode.Fatal, panel
    )
    return panel


def listed(outline):
    model = outline._model
    return [model.index(n).data() for n in range(model.rowCount())]


def aloud(outline, number):
    return outline._model.index(number).data(Qt.ItemDataRole.AccessibleTextRole)


def go_to(outline, words):
    outline.list.setFocus()
    outline.list.go_to(listed(outline).index(words))


def test_claims_and_entities_stand_in_text_order_alike_ones_once(outline):
    assert listed(outline) == [
        "Elena Bassi",
        "the works cost 4 million euros",
        "4 million euros",
        "The network of Valdora loses 38% of the water",
        "Valdora",
        "38%",
        "Water Agency",
        "the mayor of Valdora resigned",
    ]


def test_a_row_says_everything_to_a_screen_reader(outline, annotate_mode):
    assert aloud(outline, 0) == "suggested entity Elena Bassi, Person, paragraph 1"
    assert aloud(outline, 1) == (
        "suggested claim C1: the works cost 4 million euros, said by Elena Bassi, "
        "Event or property, priority 2 of 3, paragraph 1"
    )
    annotate_mode.accept_all([find(annotate_mode.analyst_view, "Valdora")])
    assert aloud(outline, 4).startswith("entity Valdora, Place, 3 time(s), 2 to judge")


def test_enter_goes_to_a_mention_and_again_to_the_next_one(qtbot, outline, annotate_mode):
    go_to(outline, "Valdora")
    seen = []
    for _ in range(4):
        qtbot.keyClick(outline.list, Qt.Key.Key_Return)
        seen.append(annotate_mode.current.span.start)
    assert seen[0] < seen[1] < seen[2]
    assert seen[3] == seen[0]


def test_a_click_makes_it_current(qtbot, outline, annotate_mode):
    place = listed(outline).index("38%")
    at = outline.list.visualRect(outline._model.index(place)).center()
    qtbot.mouseClick(outline.list.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert annotate_mode.analyst_view.words_of(annotate_mode.current) == "38%"


def test_accepting_a_group_is_one_step_and_goes_on(qtbot, outline, annotate_mode):
    go_to(outline, "Valdora")
    qtbot.keyClick(outline.list, Qt.Key.Key_A)
    assert mine(annotate_mode.analyst_view).count("[Valdora|LOC]") == 3
    assert annotate_mode.analyst_view.words_of(annotate_mode.current) == "38%"
    assert outline.list.currentIndex().data() == "38%"
    annotate_mode.undo()
    assert annotate_mode.analyst_view.entities == ()


def test_delete_removes_what_is_ones_own_and_rejects_what_is_suggested(
    qtbot, outline, annotate_mode
):
    annotate_mode.accept_all(
        [find(annotate_mode.analyst_view, "the works cost 4 million euros", Claim)]
    )
    go_to(outline, "the works cost 4 million euros")
    qtbot.keyClick(outline.list, Qt.Key.Key_Delete)
    assert annotate_mode.analyst_view.claims == ()
    go_to(outline, "Valdora")
    qtbot.keyClick(outline.list, Qt.Key.Key_Delete)
    assert "Valdora" not in listed(outline)
    assert len(annotate_mode.analyst_view.judgements) == 4


def test_typing_filters_by_words_label_and_speaker(qtbot, outline):
    qtbot.keyClicks(outline._field, "VALDORA")
    assert len(listed(outline)) == 3
    outline._field.clear()
    qtbot.keyClicks(outline._field, "bassi")
    assert listed(outline) == ["Elena Bassi", "the works cost 4 million euros"]
    outline._field.setText("nothing like it")
    assert outline._nothing.isVisible()
    assert outline._nothing.text() == "Nothing here matches."


def test_only_claims_or_only_entities(qtbot, outline):
    qtbot.keyClick(outline._kinds, Qt.Key.Key_Right)
    assert len(listed(outline)) == 3
    qtbot.keyClick(outline._kinds, Qt.Key.Key_Right)
    assert len(listed(outline)) == 5


def test_the_current_annotation_is_found_in_the_list(outline, annotate_mode):
    annotate_mode.point_at(find(annotate_mode.analyst_view, "Water Agency"))
    assert outline.list.currentIndex().data() == "Water Agency"


def test_an_empty_article_says_how_to_begin(outline, annotate_mode):
    annotate_mode.open(suggested(annotate_mode.session, "Nothing here."))
    assert "Nothing is marked" in outline._nothing.text()
    assert listed(outline) == []


def test_judging_does_not_move_what_is_in_sight(outline, annotate_mode, qtbot):
    marked = "\n".join(f"[Name{n}|PER] came." for n in range(60))
    annotate_mode.open(suggested(annotate_mode.session, marked))
    bar = outline.list.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 600)
    annotate_mode.point_at("")
    bar.setValue(500)
    annotate_mode.accept_all([find(annotate_mode.analyst_view, "Name40")])
    assert bar.value() == 500


def test_a_very_long_list_follows_a_moment_later(qtbot, outline, annotate_mode, monkeypatch):
    from annotator.ui.panels import outline as outlines

    monkeypatch.setattr(outlines, "_MANY", 3)
    before = listed(outline)
    annotate_mode.remove([find(annotate_mode.analyst_view, "38%")])
    assert listed(outline) == before
    qtbot.waitUntil(lambda: "38%" not in listed(outline))
    go_to(outline, "Valdora")
    qtbot.keyClick(outline.list, Qt.Key.Key_Delete)
    assert "Valdora" not in listed(outline)
