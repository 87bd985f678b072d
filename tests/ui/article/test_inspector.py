"""Every page of the inspector comes to the front, in whichever of the four ways it is asked for."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QTabWidget, QWidget

from annotator.ui.commands.pages import page_commands
from annotator.ui.panels.panel import Panel, panels
from annotator.ui.widgets.palette import Palette
from tests.ui.test_main_window import press

TEXT = "[Mario Rossi|ORG] told [Reuters|ORG] that {prices fell in [May|DATE]|CLAIM}."
PAGES = [kind.name for kind in panels()]
ASIDE = [kind.name for kind in panels() if kind.is_aside]


def by_key(qtbot, shown, name):
    """A key that the analyst gives it; that it has one already is not asked for."""
    shown.keys_changed({f"show_{name}": "Ctrl+Alt+P"})
    press(qtbot, shown, "Ctrl+Alt+P")


def by_menu(_qtbot, shown, name):
    row = next(row for row in page_commands() if row.id == f"show_{name}")
    actions = [a for menu in shown.menuBar().actions() for a in menu.menu().actions()]
    next(action for action in actions if action.text().replace("&", "") == row.name).trigger()


def by_palette(qtbot, shown, name):
    press(qtbot, shown, "Ctrl+K")
    palette = next(p for p in shown.findChildren(Palette) if p.isVisible())
    row = next(row for row in page_commands() if row.id == f"show_{name}")
    qtbot.keyClicks(palette.findChild(QLineEdit), row.name)
    qtbot.keyClick(palette.findChild(QLineEdit), Qt.Key.Key_Return)


def in_front(shown) -> str:
    """The name of the page that Qt shows, of which nothing is covered."""
    inspector = shown.workspace.inspector
    page = QTabWidget.currentWidget(inspector)
    assert isinstance(page, Panel)
    assert page.isVisible()
    assert inspector.isTabVisible(inspector.currentIndex())
    return page.name


@pytest.mark.parametrize("way", [by_key, by_menu, by_palette])
def test_every_page_opens(qtbot, window, way):
    shown = window(TEXT)
    for name in [*PAGES, *reversed(PAGES)]:
        shown.workspace.view.setFocus()
        way(qtbot, shown, name)
        assert in_front(shown) == name


def test_the_keys_that_pages_have_open_them(qtbot, window):
    shown = window(TEXT)
    for kind in panels():
        if kind.key:
            shown.workspace.view.setFocus()
            press(qtbot, shown, kind.key)
            assert in_front(shown) == kind.name


def test_the_pages_aside_open_from_the_dots(qtbot, window):
    shown = window(TEXT)
    press(qtbot, shown, "F4")
    inspector = shown.workspace.inspector
    assert len(ASIDE) >= 2
    for name in [*ASIDE, *reversed(ASIDE)]:
        title = inspector.panel(name).title()
        actions = inspector._more.menu().actions()
        next(action for action in actions if action.text() == title).trigger()
        assert in_front(shown) == name


def test_a_page_that_was_left_aside_comes_back_with_the_project(qtbot, window, project):
    shown = window(TEXT)
    press(qtbot, shown, "H")
    assert in_front(shown) == "guideline"
    shown.start(project, analyst="anna")
    assert in_front(shown) == "guideline"
    assert isinstance(shown.workspace.inspector.currentWidget(), QWidget)
