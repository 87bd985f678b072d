"""The palette in the window: every action and every article, by a part of its name."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from annotator.ui.widgets.palette import Palette
from tests.core.paper import mine
from tests.ui.test_main_window import press


def palette(shown) -> Palette:
    return next(each for each in shown.findChildren(Palette) if each.isVisible())


def choose(qtbot, shown, typed: str) -> None:
    press(qtbot, shown, "Ctrl+K")
    box = palette(shown)
    qtbot.keyClicks(box._typed, typed)
    qtbot.keyClick(box, Qt.Key.Key_Return)


def test_an_action_is_found_by_its_name_and_done(window, qtbot):
    shown = window("[Rome|LOC] grows.")
    choose(qtbot, shown, "accept and go")
    assert mine(shown.workspace.annotate_mode.analyst_view) == "[Rome|LOC] grows."


def test_an_article_is_found_by_its_title_and_opened(window, qtbot):
    shown = window("Rome grows.", "Milan sleeps.")
    choose(qtbot, shown, "milan sleeps")
    assert shown.workspace.annotate_mode.analyst_view.article.text == "Milan sleeps."


def test_the_palette_shows_keys_and_leaves_itself_out(window, qtbot):
    shown = window("Text.")
    press(qtbot, shown, "Ctrl+K")
    items = {item.id: item for item in palette(shown)._all}
    assert items["submit"].key == "Ctrl+Return"
    assert "find_action" not in items
    palette(shown).close()
    assert QApplication.activePopupWidget() is None
