"""Keys pressed on the whole window: where they do nothing they say why, and none leaks out of a field."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QPlainTextEdit

from annotator.core.model import Claim
from annotator.ui.command_table.key_hints import without_letter
from tests.core.paper import find
from tests.ui.test_main_window import press

from .places import make_project, open_window, stored, to_review

TEXT = "[Mario Rossi|PER] told [Reuters|ORG] that {prices fell in [May|DATE]|CLAIM}."


@pytest.fixture
def reviewing(qtbot, project):
    make_project(project)
    shown = open_window(project)
    qtbot.addWidget(shown)
    shown.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is shown, timeout=3000)
    shown.workspace.view.setFocus()
    to_review(shown)
    yield shown
    shown.close()


@pytest.mark.parametrize("key", ["Alt+C", "Alt+J", "Alt+D", "S", "Q", "E", "V", "K", "O", "R", "+"])
def test_in_a_review_no_key_of_labelling_begins_a_layer_of_ones_own(qtbot, reviewing, key):
    before = stored(reviewing)
    press(qtbot, reviewing, key)
    assert "belongs to labelling" in reviewing._told.text()
    assert stored(reviewing) == before
    reviewing.workspace.annotate_mode.review_mode.reload()  # would be refused, had a layer been begun


@pytest.mark.parametrize(
    "key", ["C", "Alt+C", "Alt+J", "Alt+Right", "Alt+Down", "V", "Ctrl+Return"]
)
def test_on_the_list_of_claims_no_key_alters_the_article_behind_it(qtbot, window, key):
    shown = window(TEXT)
    annotate_mode = shown.workspace.annotate_mode
    annotate_mode.point_at(find(annotate_mode.analyst_view, "prices fell in May", Claim))
    press(qtbot, shown, "F8")
    table = shown.workspace.handlers.claims.claims_list.table
    before = stored(shown)
    pressed = QKeySequence(key)[0]
    qtbot.keyClick(table, pressed.key(), pressed.keyboardModifiers())
    assert "belongs to an article" in shown._told.text()
    assert stored(shown) == before


def test_a_key_that_needs_a_selection_says_so(qtbot, window):
    shown = window("Nothing is marked here.")
    press(qtbot, shown, "1")
    assert shown._told.text() == "Select some words, or go to a name, first."
    press(qtbot, shown, "X")
    assert shown._told.text() == "This is for suggestions: go to one first."


def test_a_submitted_article_says_that_it_is_to_be_reopened(qtbot, window):
    shown = window(TEXT)
    shown.workspace.annotate_mode.accept_all()
    shown.workspace.annotate_mode.set_status(submitted=True)
    before = stored(shown)
    press(qtbot, shown, "Ctrl+Down", "1", "Del", "C")
    assert shown._told.text() == "This article is submitted: reopen it first."
    assert stored(shown) == before


@pytest.mark.parametrize("page", ["fields", "evidence", "sources", "guideline"])
def test_what_is_typed_in_a_field_of_the_inspector_labels_nothing(qtbot, window, page):
    shown = window(TEXT)
    annotate_mode = shown.workspace.annotate_mode
    annotate_mode.point_at(find(annotate_mode.analyst_view, "prices fell in May", Claim))
    shown.act(f"show_{page}")
    panel = shown.workspace.inspector.panel(page)
    assert shown.workspace.inspector.currentWidget() is panel
    kinds = (QLineEdit, QPlainTextEdit)
    fields = [f for kind in kinds for f in panel.findChildren(kind) if f.isVisible()]
    assert fields
    done = []
    shown.registry.refused.connect(done.append)
    for action in shown.by_id.values():
        action.triggered.connect(lambda _=False, a=action: done.append(a.objectName()))
    for field in fields:
        field.setFocus()
        qtbot.keyClicks(field, "1acxsflqo+")
        qtbot.keyClick(field, Qt.Key.Key_Backspace)
        qtbot.keyClick(field, Qt.Key.Key_Delete)
        qtbot.keyClick(field, Qt.Key.Key_Space)
    assert done == []
    assert annotate_mode.analyst_view.entities == ()


def test_toggles_have_a_tick_and_pages_stand_in_the_view_menu(window):
    shown = window(TEXT)
    shown.act("toggle_inspector")
    is_open = shown.workspace.inspector.isVisible()
    assert shown.by_id["toggle_inspector"].isChecked() == is_open
    assert shown.workspace.header._inspector.isChecked() == is_open
    shown.act("toggle_compact")
    assert shown.by_id["toggle_compact"].isChecked() == shown.settings.compact
    (view,) = [
        m for m in shown.menuBar().findChildren(QMenu) if without_letter(m.title()) == "View"
    ]
    said = [action.text() for action in view.actions()]
    assert {"Show Fields", "Show History", "Show Guideline"} <= set(said)


@pytest.mark.parametrize("page", ["history", "guideline", "outline", "review"])
def test_a_page_that_has_no_tab_of_its_own_is_shown_too(window, page):
    shown = window(TEXT)
    shown.act(f"show_{page}")
    assert shown.workspace.inspector.in_front == page


def test_the_buttons_above_the_article_are_grey_when_their_command_is(qtbot, window):
    shown = window(TEXT)
    assert shown.workspace.header._submit.isEnabled()
    assert shown.workspace.header._submit.toolTip() == "Ctrl+Return"
    press(qtbot, shown, "F8")
    assert not shown.workspace.header._submit.isEnabled()


def test_a_changed_key_says_why_it_does_nothing_too(qtbot, window):
    shown = window("Nothing.")
    shown.keys_changed({"reject": "Z"})
    press(qtbot, shown, "Z")
    assert shown._told.text() == "This is for suggestions: go to one first."


def test_the_palette_says_why_a_command_is_grey(qtbot, window):
    from tests.ui.widgets.test_palette import palette

    shown = window("Nothing.")
    press(qtbot, shown, "Ctrl+K")
    items = {item.id: item for item in palette(shown)._all}
    assert (items["remove"].enabled, items["remove"].hint) == (
        False,
        "Go to an annotation first: click it.",
    )
    assert items["submit"].hint == "Judge"
    palette(shown).close()
