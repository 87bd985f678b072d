"""The bare text, where one and the machine disagree, and the history of one place."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QToolTip

from tests.core.paper import mine, span, waiting
from tests.ui.test_main_window import press

TEXT = "[Mario Rossi|ORG] told [Reuters|ORG] that {prices fell in [May|DATE]|CLAIM}."
LATER = "[Rome|LOC] grows. Milan sleeps."


def said(shown) -> str:
    current = shown.problems.current
    return current.message if current else ""


def words(shown) -> str:
    mode = shown.workspace.annotate_mode
    if mode.selection is not None:
        return mode.selection.of(mode.analyst_view.article.text)
    return mode.analyst_view.words_of(mode.current) if mode.current else ""


def test_the_next_place_of_disagreement_is_found_in_this_article_and_in_those_below(qtbot, window):
    shown = window(TEXT, LATER)
    workspace = shown.workspace
    mode = workspace.annotate_mode
    press(qtbot, shown, "1", "X", "A", "A")  # another label, rejected, accepted, accepted
    first, second = workspace.queue.ids()
    mode.open(second)
    press(qtbot, shown, "A")
    mode.selection = span(mode.analyst_view, "Milan")
    mode.label("LOC")
    mode.open(first)
    workspace.view.set_caret(0)
    mode.point_at("")
    seen = []
    for _ in range(3):
        press(qtbot, shown, "Alt+N")
        seen.append((words(shown), said(shown)))
    assert seen == [
        ("Mario Rossi", "The machine says ORG, you say PER."),
        ("Reuters", "The machine says ORG; you rejected it."),
        ("Milan", "The machine missed this: LOC."),
    ]
    press(qtbot, shown, "Alt+N")
    assert said(shown) == "From here on you and the machine agree."


def test_a_moved_edge_is_a_disagreement_and_what_waits_is_none(qtbot, window):
    shown = window("La [Corea del|LOC] Nord e [Roma|LOC].")
    press(qtbot, shown, "Alt+Right")
    shown.workspace.annotate_mode.point_at("")
    shown.workspace.view.set_caret(0)
    press(qtbot, shown, "Alt+N")
    assert words(shown) == "Corea del Nord"
    assert "elsewhere" in said(shown)
    press(qtbot, shown, "Alt+N")
    assert "agree" in said(shown)


def test_reading_shows_the_text_alone_and_escape_brings_everything_back(qtbot, window):
    shown = window(TEXT)
    workspace = shown.workspace
    around = [
        workspace.header,
        workspace.label_bar,
        workspace.queue,
        shown.menuBar(),
        shown.statusBar(),
    ]
    shown.act("show_fields")
    before = workspace.annotate_mode.current_id
    workspace.view.setFocus()
    press(qtbot, shown, "F11")
    assert shown.by_id["toggle_reading"].isChecked()
    assert not any(each.isVisible() for each in [*around, workspace.inspector])
    assert workspace.view.page_layout.index.covering(2) == []
    assert workspace.view.page_layout.stack.cards == []
    press(qtbot, shown, "Esc")
    assert all(each.isVisible() for each in [*around, workspace.inspector])
    assert workspace.view.current == before
    assert not shown.by_id["toggle_reading"].isChecked()


def test_while_reading_no_key_judges_what_is_not_in_sight(qtbot, window):
    shown = window(TEXT, LATER)
    before = waiting(shown.workspace.annotate_mode.analyst_view)
    press(qtbot, shown, "F11", "A")
    assert waiting(shown.workspace.annotate_mode.analyst_view) == before
    assert shown.workspace.header.isVisible()
    assert "press the key once more" in said(shown)
    press(qtbot, shown, "A")
    assert mine(shown.workspace.annotate_mode.analyst_view).startswith("[Mario Rossi|ORG]")
    press(qtbot, shown, "F11", "Ctrl+PgDown")
    assert not shown.workspace.header.isVisible()
    assert shown.workspace.view.page_layout.index.covering(2) == []


def test_the_history_of_one_annotation_leaves_out_all_others(qtbot, window):
    shown = window(TEXT)
    mode = shown.workspace.annotate_mode
    press(qtbot, shown, "1", "A")
    mode.point_at(mode.analyst_view.entities[0].id)
    press(qtbot, shown, "Alt+H")
    panel = shown.workspace.inspector.panel("history")
    assert shown.workspace.inspector.in_front == "history"
    assert [line.what for line in panel._model.lines] == ["Relabelled 1 place(s) PER"]
    assert "Mario Rossi" in panel._about_said.text()
    qtbot.mouseClick(panel._everything, Qt.MouseButton.LeftButton)
    assert len(panel._model.lines) > 3
    assert not panel._about_box.isVisible()


def test_the_tip_of_a_label_has_the_example_of_the_guideline(qtbot, window):
    shown = window(TEXT)
    bar = shown.workspace.label_bar
    bar.grab()
    place = next(place for place, code, _ in bar._places if code == "PER")
    at = place.center().toPoint()
    bar.event(QHelpEvent(QHelpEvent.Type.ToolTip, at, bar.mapToGlobal(at)))
    assert "[Ada Ferri]" in QToolTip.text()
    QToolTip.hideText()
