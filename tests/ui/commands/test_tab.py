"""With the keyboard alone: Tab reaches every control of every dialog and page, and shows where it is."""

from __future__ import annotations

import contextlib

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QWidget,
)

from annotator.core.errors import UserError
from annotator.core.model import Claim
from annotator.ui.command_table.command import Menu
from annotator.ui.commands.pages import every_command
from annotator.ui.panels.panel import panels
from annotator.ui.widgets.palette import Palette
from tests.core.paper import find

TEXT = "[Mario Rossi|PER] told [Reuters|ORG] that {prices fell in [May|DATE]|CLAIM}."
KINDS = (
    *(QAbstractButton, QLineEdit, QComboBox, QAbstractSpinBox),
    *(QPlainTextEdit, QAbstractItemView, QTabBar),
)
#: Leave the window, or open no dialog of ours.
NOT_HERE = {"close", "toggle_dark", "back_up", "open_menus", "paste_article"}


def controls(of: QWidget) -> set[QWidget]:
    """What can be used in *of* now; parts of a control that has the focus for them left out."""
    found = set()
    for widget in of.findChildren(QWidget):
        if not isinstance(widget, KINDS) or not widget.isVisible() or not widget.isEnabled():
            continue
        if widget.visibleRegion().isEmpty() and not is_scrolled(widget):
            continue
        around = widget.parentWidget()
        outer = [around, around.parentWidget() if around else None]
        if any(isinstance(each, (*KINDS, QLineEdit)) for each in outer if each is not None):
            continue  # of a spin box, a combo box, a table
        if widget.focusPolicy() == Qt.FocusPolicy.NoFocus and any(
            each.focusPolicy() & Qt.FocusPolicy.TabFocus for each in parents(widget, of)
        ):
            continue  # one of several chips: their row has the focus
        if widget.objectName().startswith("qt_") or widget.inherits("QScrollBar"):
            continue
        found.add(widget)
    return found


def is_scrolled(widget: QWidget) -> bool:
    return any(p.inherits("QAbstractScrollArea") for p in parents(widget, widget.window()))


def parents(widget: QWidget, until: QWidget) -> list[QWidget]:
    found = []
    above = widget.parentWidget()
    while above is not None and above is not until.parentWidget():
        found.append(above)
        above = above.parentWidget()
    return found


def picture(of: QWidget, around: QWidget):
    corner = around.mapTo(of, QPoint(0, 0))
    return of.grab(QRect(corner, around.size()).adjusted(-4, -4, 4, 4)).toImage()


def walked(qtbot, of: QWidget) -> tuple[set[QWidget], list[str]]:
    """What Tab reaches in *of*, and what of it looks the same with the focus as without."""
    reached: list[QWidget] = []
    dim: list[str] = []
    for _ in range(150):
        here = QApplication.focusWidget()
        if here is None or (here in reached and here is reached[0]):
            break
        if of.isAncestorOf(here):
            if here not in reached:
                reached.append(here)
            lit = picture(of, here)
            qtbot.keyClick(here, Qt.Key.Key_Tab)
            if QApplication.focusWidget() is here:
                if len(controls(of)) > 1:
                    dim.append(f"{named(here)} keeps Tab to itself")
                break
            is_text = isinstance(here, QLineEdit | QPlainTextEdit)
            if not is_text and here.isVisible() and picture(of, here) == lit:
                dim.append(f"{named(here)} does not show its focus")
        else:
            qtbot.keyClick(here, Qt.Key.Key_Tab)
            if QApplication.focusWidget() is here:
                break
    return set(reached), dim


def named(widget: QWidget) -> str:
    words = widget.accessibleName() or getattr(widget, "text", lambda: "")()
    return f"{type(widget).__name__} “{words}”"


def missed(of: QWidget, reached: set[QWidget]) -> list[str]:
    proxies = {w.focusProxy() for w in controls(of)} - {None}
    groups = {id(w.group()) for w in reached if isinstance(w, QAbstractButton) and w.group()}
    return [
        named(each)
        for each in controls(of)
        if each not in reached
        and each.focusProxy() not in reached
        and each not in proxies
        # the arrows go on among buttons of which one is chosen
        and not (isinstance(each, QAbstractButton) and each.group() and id(each.group()) in groups)
    ]


@pytest.fixture
def shown(window):
    made = window(TEXT, "{Rents rose|CLAIM} in [Rome|LOC].")
    made.set_theme(made.theme)
    mode = made.workspace.annotate_mode
    mode.point_at(find(mode.analyst_view, "prices fell in May", Claim))
    return made


def test_tab_reaches_every_control_of_every_dialog_and_shows_it(qtbot, shown):
    problems: dict[str, list[str]] = {}
    seen = 0
    for row in every_command():
        if row.menu == Menu.NONE or row.id in NOT_HERE or not shown.by_id[row.id].isEnabled():
            continue
        with contextlib.suppress(UserError):
            shown.act(row.id)
        QApplication.processEvents()
        for dialog in [w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog)]:
            if not dialog.isVisible() or isinstance(dialog, QFileDialog | Palette):
                continue  # what is Qt's, and what is one field with its list
            seen += 1
            dialog.activateWindow()
            qtbot.waitUntil(lambda d=dialog: QApplication.activeWindow() is d, timeout=3000)
            if QApplication.focusWidget() is None:
                dialog.setFocus()
                qtbot.keyClick(dialog, Qt.Key.Key_Tab)
            reached, dim = walked(qtbot, dialog)
            found = [f"{each} is not reached" for each in missed(dialog, reached)] + dim
            if found:
                problems[f"{row.id}: {type(dialog).__name__}"] = sorted(found)
        for dialog in [w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog)]:
            dialog.close()
        QApplication.processEvents()
        shown.activateWindow()
    assert seen > 10
    assert problems == {}


@pytest.mark.parametrize("name", [kind.name for kind in panels()])
def test_tab_reaches_every_control_of_every_page_of_the_inspector(qtbot, shown, name):
    shown.act(f"show_{name}")
    panel = shown.workspace.inspector.panel(name)
    QApplication.processEvents()
    panel.setFocus()
    if QApplication.focusWidget() is None or not panel.isAncestorOf(QApplication.focusWidget()):
        shown.workspace.inspector.tabBar().setFocus()
    reached, dim = walked(qtbot, shown)
    found = [f"{each} is not reached" for each in missed(panel, reached)]
    assert found + [each for each in dim if "keeps" in each] == []
