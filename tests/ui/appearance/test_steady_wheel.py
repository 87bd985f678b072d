"""The wheel is turned over everything that there is: no focus moves, and no value changes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QLineEdit,
    QPlainTextEdit,
    QScrollBar,
    QSlider,
    QTabBar,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from annotator.ui.command_table.command import Menu
from annotator.ui.command_table.table import COMMANDS

from ..commands.places import at_claim_of_somebody, make_project, open_window

# They end the window, or start long work that other tests look at.
NOT_HERE = {"close", "suggest_all", "suggest_here", "toggle_dark", "back_up"}


def turn(widget: QWidget, by: int) -> None:
    middle = QPointF(widget.rect().center())
    event = QWheelEvent(
        middle,
        QPointF(widget.mapToGlobal(middle.toPoint())),
        QPoint(),
        QPoint(0, by),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)


def value(widget: QWidget) -> object:
    """What a person would call its value; how far it is scrolled is none."""
    if isinstance(widget, QScrollBar):
        return None
    if isinstance(widget, QComboBox | QTabBar):
        return widget.currentIndex()
    if isinstance(widget, QAbstractSpinBox | QLineEdit):
        return widget.text()
    if isinstance(widget, QPlainTextEdit):
        return widget.toPlainText()
    if isinstance(widget, QAbstractSlider):
        return widget.value()
    if isinstance(widget, QAbstractButton):
        return widget.isChecked()
    if isinstance(widget, QAbstractItemView):
        index = widget.currentIndex()
        return index.row(), index.column()
    mine = getattr(widget, "value", None)
    return mine() if callable(mine) else mine


def unsteady(at: str) -> list[str]:
    """Turn the wheel over all that is visible; what took the focus, would take it, or changed."""
    found = []
    every = [w for top in QApplication.topLevelWidgets() for w in (top, *top.findChildren(QWidget))]
    for widget in every:
        if not isValid(widget) or not widget.isVisible():
            continue
        place = f"{at}: {type(widget).__name__} in {type(widget.parent()).__name__}"
        if widget.focusPolicy() == Qt.FocusPolicy.WheelFocus:
            found.append(f"{place} takes the focus by the wheel")
        focus, before = QApplication.focusWidget(), value(widget)
        for by in (-120, 120, 120):
            if isValid(widget):
                turn(widget, by)
                if value(widget) != before:
                    found.append(f"{place}: {before} became {value(widget)}")
                    break
        if QApplication.focusWidget() is not focus:
            found.append(f"{place} took the focus")
    return found


@pytest.fixture
def shown(qtbot, tmp_path):
    path = tmp_path / "p.vaglio"
    make_project(path)
    made = open_window(path)
    qtbot.addWidget(made)
    yield made
    made.close()


def test_the_walk_sees_what_is_not_steady(qtbot):
    outside = QWidget()
    qtbot.addWidget(outside)
    slider = QSlider(Qt.Orientation.Horizontal, outside)
    outside.show()
    slider.setFocusPolicy(Qt.FocusPolicy.WheelFocus)
    slider.setRange(0, 1000)
    slider.setValue(500)
    assert any("takes the focus by the wheel" in each for each in unsteady("here"))


def test_the_wheel_neither_focuses_nor_changes_anything_in_the_window(qtbot, shown):
    found = []
    for id_ in ("toggle_review", "toggle_sides", "toggle_review", "show_claims", "show_claims"):
        shown.by_id[id_].trigger()
        QApplication.processEvents()
        found += unsteady(id_)
    shown.act("go_to_article")
    at_claim_of_somebody(shown)
    shown.act("toggle_inspector")
    for number in range(shown.workspace.inspector.count()):
        shown.workspace.inspector.setTabVisible(number, True)
        shown.workspace.inspector.setCurrentIndex(number)
        QApplication.processEvents()
        found += unsteady(f"page {number}")
    assert found == []


def test_the_wheel_neither_focuses_nor_changes_anything_in_a_dialog(qtbot, shown, monkeypatch):
    monkeypatch.setattr("sys.excepthook", lambda *_: None)  # what some refuse is seen elsewhere
    at_claim_of_somebody(shown)
    found, walked = [], set()
    for row in COMMANDS:
        if row.id in NOT_HERE or row.menu == Menu.NONE:
            continue
        shown.by_id[row.id].trigger()
        QApplication.processEvents()
        dialogs = [w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog)]
        dialogs = [dialog for dialog in dialogs if dialog.isVisible()]
        if dialogs:
            walked |= {type(each).__name__ for each in dialogs}
            found += unsteady(row.id)
        for dialog in dialogs:
            dialog.close()
        QApplication.processEvents()
    assert found == []
    assert len(walked) > 15, walked


def test_a_field_of_tomorrow_is_steady_too(qtbot):
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    box = QComboBox(page)
    box.addItems(["one", "two", "three"])
    column.addWidget(box)
    page.show()
    turn(box, -120)
    assert (box.currentIndex(), box.focusPolicy()) == (0, Qt.FocusPolicy.StrongFocus)
