"""All words that the window shows or tells a screen reader: in its widgets, menus, lists and tips."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QProcess, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QFileDialog,
    QGroupBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTabBar,
    QWidget,
)
from shiboken6 import isValid

_ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.AccessibleDescriptionRole,
)
_TOLD = (
    QAccessible.Text.Name,
    QAccessible.Text.Description,
    QAccessible.Text.Value,
    QAccessible.Text.Help,
)


class Shown(NamedTuple):
    """A text, and where it stands."""

    place: str
    words: str


def shown_words(at: str, *, but: QWidget | None = None) -> Iterator[Shown]:
    """Everything that is shown now, the window *but* left out."""
    for window in QApplication.topLevelWidgets():
        is_tip = isValid(window) and window.metaObject().className() == "QTipLabel"
        if window is but or not isValid(window) or not window.isVisible() or is_tip:
            continue
        for widget in [window, *window.findChildren(QWidget)]:
            if isValid(widget) and widget.isVisible():
                place = f"{at}: {type(widget).__name__} in {type(widget.parent()).__name__}"
                yield from (Shown(place, words) for words in _of(widget) if words)


def actions_of(window: QWidget, at: str) -> Iterator[Shown]:
    """What the menus of *window* say, greyed or not, and why something is greyed."""
    for action in window.findChildren(QAction):
        for words in (action.text(), action.toolTip(), action.statusTip(), action.whatsThis()):
            if words:
                yield Shown(f"{at}: action {action.objectName()}", words)


def nothing_runs() -> bool:
    """Whether every process that the shown windows have started has ended."""
    return not any(
        process.state() != QProcess.ProcessState.NotRunning
        for window in QApplication.topLevelWidgets()
        if isValid(window) and window.isVisible()
        for process in window.findChildren(QProcess)
    )


def _of(widget: QWidget) -> Iterator[str]:
    yield from (widget.toolTip(), widget.statusTip(), widget.whatsThis())
    yield from (widget.accessibleName(), widget.accessibleDescription())
    if widget.isWindow():
        yield widget.windowTitle()
    match widget:
        case QLabel() | QAbstractButton():
            yield widget.text()
        case QGroupBox():
            yield widget.title()
        case QLineEdit():
            yield from (widget.placeholderText(), widget.text())
        case QPlainTextEdit():
            yield from (widget.placeholderText(), widget.toPlainText())
        case QMenu():
            yield from (action.text() for action in widget.actions())
        case QComboBox() | QAbstractItemView() if isinstance(widget.window(), QFileDialog):
            pass  # names of files
        case QComboBox():
            yield from (widget.itemText(at) for at in range(widget.count()))
        case QTabBar():
            for at in range(widget.count()):
                yield from (widget.tabText(at), widget.tabToolTip(at), widget.accessibleTabName(at))
        case QAbstractItemView():
            yield from _rows(widget)
    if (interface := QAccessible.queryAccessibleInterface(widget)) is not None:
        yield from _told(interface)


def _told(interface: QAccessibleInterface) -> Iterator[str]:
    yield from (interface.text(kind) for kind in _TOLD)


def _rows(view: QAbstractItemView) -> Iterator[str]:
    model = view.model()
    if model is None:
        return
    root = view.rootIndex()
    is_list = isinstance(model, QAbstractListModel)  # whose one column Python may not count
    columns = 1 if is_list else model.columnCount(root)
    for column in range(columns):
        for role in _ROLES[:2]:
            yield _text(model.headerData(column, Qt.Orientation.Horizontal, role))
    for row in range(min(200, model.rowCount(root))):
        for column in range(columns):
            index: QModelIndex = model.index(row, column, root)
            yield from (_text(index.data(role)) for role in _ROLES)


def _text(held: object) -> str:
    return held if isinstance(held, str) else ""
