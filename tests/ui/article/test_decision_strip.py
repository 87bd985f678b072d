"""The strip of the last decisions: what it says, and that it takes back exactly what is chosen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QPushButton

from annotator.services.session import Session, open_session
from annotator.store import ArticleFilter
from annotator.store.maintenance.check import check
from tests.core.paper import find, mine, waiting
from tests.ui.test_main_window import press

TEXT = (
    "[Mario Rossi|ORG] told [Reuters|ORG] that {prices fell in [May|DATE]|CLAIM}. [Rome|LOC] waits."
)


@pytest.fixture
def shown(window):
    return window(TEXT)


def strip(shown):
    return shown.workspace.decisions


def texts(shown):
    return [b.text() for b in strip(shown).buttons if b.isVisible()]


def said(shown):
    found = shown.problems.current
    return f"{found.message} {found.hint}" if found else ""


def view_of(shown):
    return shown.workspace.annotate_mode.analyst_view


def test_it_is_hidden_until_something_is_decided_and_tells_the_newest_first(qtbot, shown):
    assert not strip(shown).isVisible()
    press(qtbot, shown, "A", "X", "A")
    assert strip(shown).isVisible()
    assert texts(shown) == ["✓ prices fell in May", "✗ ORG Reuters", "✓ ORG Mario Rossi"]
    press(qtbot, shown, "1")
    assert texts(shown)[0] == "✎ PER May"


def test_a_click_takes_back_exactly_that_decision(qtbot, shown):
    press(qtbot, shown, "A", "A", "X")
    qtbot.mouseClick(strip(shown).buttons[2], Qt.MouseButton.LeftButton)
    assert mine(view_of(shown)).startswith("Mario Rossi told [Reuters|ORG] that prices")
    assert waiting(view_of(shown)).startswith("[Mario Rossi|ORG] told Reuters that prices")
    assert texts(shown) == ["✗ prices fell in May", "✓ ORG Reuters"]
    assert "Taken back: Accepted 1 suggestion" in said(shown)
    assert view_of(shown).words_of(shown.workspace.annotate_mode.current) == "Mario Rossi"


def test_by_keys_alone_and_escape_leads_back(qtbot, shown):
    press(qtbot, shown, "A", "A", "A", "Alt+Z")
    assert strip(shown).is_in_use
    assert texts(shown)[0].startswith("1 ")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_2)
    assert mine(view_of(shown)).startswith("[Mario Rossi|ORG] told Reuters that {")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert mine(view_of(shown)).startswith("Mario Rossi told Reuters that {")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert shown.workspace.view.hasFocus()


def test_what_a_later_decision_builds_on_is_not_taken_back_and_it_says_why(qtbot, shown):
    press(qtbot, shown, "A")
    shown.workspace.annotate_mode.point_at(find(view_of(shown), "Mario Rossi"))
    press(qtbot, shown, "1")
    before = mine(view_of(shown))
    with qtbot.capture_exceptions() as errors:
        qtbot.mouseClick(strip(shown).buttons[1], Qt.MouseButton.LeftButton)
    assert mine(view_of(shown)) == before
    [(_, error, _)] = errors
    assert "“Relabelled 1 place(s) PER, “Mario Rossi”" in str(error)
    for _ in range(2):
        qtbot.mouseClick(strip(shown).buttons[0], Qt.MouseButton.LeftButton)
    assert mine(view_of(shown)) == "Mario Rossi told Reuters that prices fell in May. Rome waits."


def test_undo_and_redo_and_the_strip_agree_and_the_log_is_whole(qtbot, shown, project):
    press(qtbot, shown, "A", "A", "X")
    qtbot.mouseClick(strip(shown).buttons[1], Qt.MouseButton.LeftButton)
    shown.workspace.view.setFocus()
    press(qtbot, shown, "Ctrl+Z")
    assert texts(shown) == ["✓ ORG Mario Rossi"]
    press(qtbot, shown, "Ctrl+Shift+Z", "Ctrl+Shift+Z")
    assert len(texts(shown)) == 3
    shown.close()
    with open_session(project, analyst="anna").store as store:
        assert check(store) == []
        [article_id] = store.queue(ArticleFilter(analyst="anna"))
        again = Session(store, "anna").analyst_view(article_id)
    assert mine(again).startswith("[Mario Rossi|ORG] told [Reuters|ORG] that prices")


def test_many_at_once_are_one_entry_that_says_how_to_undo_it(qtbot, shown):
    press(qtbot, shown, "Ctrl+Shift+A")
    assert texts(shown) == ["✓ 4 name(s), 1 claim(s)"]
    assert "5 suggestion(s) accepted · Ctrl+Z takes it back" in said(shown)
    press(qtbot, shown, "Ctrl+Z")
    assert texts(shown) == []
    assert waiting(view_of(shown)) == TEXT
    assert view_of(shown).words_of(shown.workspace.annotate_mode.current) == "Mario Rossi"


def test_a_name_that_was_taken_in_all_its_places_is_named(qtbot, window):
    shown = window("[Rome|LOC] waits. [Rome|LOC] grows. [Milan|LOC] rests.")
    press(qtbot, shown, "A")
    assert texts(shown) == ["✓ 2 × LOC Rome"]


def test_the_view_menu_takes_it_out_of_sight_and_the_key_shows_it(qtbot, shown):
    press(qtbot, shown, "A")
    action = shown.by_id["toggle_decisions"]
    assert action.isChecked()
    action.trigger()
    assert not action.isChecked()
    assert not strip(shown).isVisible()
    press(qtbot, shown, "A")
    assert not strip(shown).isVisible()
    press(qtbot, shown, "Alt+Z")
    assert strip(shown).isVisible()
    shown.workspace.view.setFocus()
    assert not strip(shown).isVisible()


def test_ten_are_in_sight_in_a_usual_window(qtbot, window):
    names = " e ".join(f"[Repubblica {number}|LOC]" for number in range(12))
    shown = window(f"{names} tacciono.")
    shown.resize(1440, 900)
    for _ in range(12):
        qtbot.keyClick(shown.workspace.view, Qt.Key.Key_A)
    assert len(texts(shown)) == 10
    assert QKeySequence("Alt+Z") in shown.by_id["last_decisions"].shortcuts()


def test_a_message_stays_on_the_lower_edge_of_the_article_when_the_strip_goes(qtbot, shown):
    press(qtbot, shown, "A", "Alt+Z")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_1)
    assert "Taken back" in said(shown)
    assert not strip(shown).isVisible()
    view, bar = shown.workspace.view, shown.problems

    def lower(widget):
        return widget.mapToGlobal(widget.rect().bottomLeft())

    qtbot.waitUntil(lambda: lower(bar) == lower(view), timeout=2000)
    shown.by_id["toggle_queue"].trigger()
    qtbot.waitUntil(lambda: lower(bar) == lower(view), timeout=2000)


@pytest.mark.parametrize("by_key", [True, False], ids=["key", "mouse"])
@pytest.mark.parametrize("which", ["introduction", "message", "key offer"])
def test_a_bar_that_goes_leaves_the_keys_to_the_article(qtbot, window, which, by_key):
    shown = window(" ".join(f"[Lance{n}|WEAPON]" for n in range(12)) + " and [Rome|LOC].")
    workspace = shown.workspace
    press(qtbot, shown, "Ctrl+Shift+A")
    bars = {
        "introduction": workspace.introduction,
        "message": shown.problems,
        "key offer": workspace.key_offer,
    }
    if which == "introduction":
        workspace.introduction.show()
    elif which == "message":
        shown.problems.dismiss()
        shown.problems.complain("The disk is full")
    else:
        press(qtbot, shown, "Ctrl+Return")
    bar = bars[which]
    qtbot.waitUntil(bar.isVisible, timeout=2000)
    away = [each for each in bar.findChildren(QPushButton) if each.isVisible()][-1]
    if by_key:
        away.setFocus(Qt.FocusReason.TabFocusReason)
        qtbot.keyClick(away, Qt.Key.Key_Space)
    else:
        qtbot.mouseClick(away, Qt.MouseButton.LeftButton)
    assert not bar.isVisible()
    assert workspace.view.hasFocus()
