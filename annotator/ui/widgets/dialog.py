"""What every dialog here has: opened, never executed; Escape closes it; closed, it is gone."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from annotator.core.errors import UserError
from annotator.ui.translation import said_of

_MARGIN = 20


class Dialog(QDialog):
    """A column of widgets over a row of buttons.

    Closing a project closes the dialogs that work on it; one that *outlives_project* stays.
    """

    outlives_project = False

    def __init__(self, title: str, parent: QWidget | None = None, *, width: int = 520) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(min(width, 420))
        self._width = width
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN - 4)
        self.column.setSpacing(10)
        self.trouble = line("", "error", self)
        self.trouble.hide()

    def showEvent(self, event: QShowEvent) -> None:
        """As wide as its words need in this language and size, as high as they then are."""
        super().showEvent(event)
        needs = self.minimumSizeHint()
        width = max(self.width(), needs.width())
        height = max(self.height(), needs.height(), self.column.heightForWidth(width))
        self.resize(QSize(width, height).boundedTo(self.screen().availableSize()))

    def add_buttons(
        self, *buttons: QPushButton, left: tuple[QPushButton, ...] = (), has_default: bool = True
    ) -> None:
        """The bottom row; the last one is what Enter presses, unless it is only the way out."""
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in left:
            row.addWidget(button)
        row.addStretch(1)
        for button in buttons:
            row.addWidget(button)
        if buttons and has_default:
            make_default(buttons[-1])
        self.column.addWidget(self.trouble)
        self.column.addSpacing(4)
        self.column.addLayout(row)
        self.resize(self._width, self.sizeHint().height())

    def add_page(self, height: int) -> tuple[QWidget, QVBoxLayout]:
        """A page that scrolls where it needs more than *height*, and its column."""
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 12, 0)
        column.setSpacing(10)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidget(page)
        area.setMinimumHeight(height)
        self.column.addWidget(area, 1)
        return page, column

    def say_trouble(self, trouble: UserError | str) -> None:
        """Say over the buttons what is wrong."""
        self.trouble.setText(trouble if isinstance(trouble, str) else said_of(trouble))
        self.trouble.show()
        self.fit()

    def fit(self) -> None:
        """As high as what is in it now."""
        self.resize(self.width(), max(self.height(), self.sizeHint().height()))


def button(words: str, pressed: Callable[[], object], parent: QWidget | None = None) -> QPushButton:
    """A button that calls *pressed* without Qt's `checked`."""
    made = QPushButton(words, parent)
    made.setMinimumHeight(30)
    made.setAutoDefault(True)  # with the focus on it, Enter presses it
    made.clicked.connect(lambda: pressed())
    return made


def make_default(of: QPushButton) -> None:
    """The one that Enter presses, and that looks like it."""
    of.setDefault(True)
    of.setProperty("variant", "primary")


def line(words: str, role: str = "", parent: QWidget | None = None) -> QLabel:
    """Words that wrap, and that are never taken for HTML."""
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(words)
    label.setWordWrap(True)
    policy = label.sizePolicy()  # which knows of height for width
    policy.setHorizontalPolicy(QSizePolicy.Policy.Expanding)
    label.setSizePolicy(policy)
    if role:
        label.setProperty("role", role)
    return label


def report(name: str, height: int) -> QPlainTextEdit:
    """A longer text to read, to scroll and to copy; *name* is what a screen reader says."""
    made = QPlainTextEdit()
    made.setReadOnly(True)
    made.setTabChangesFocus(True)
    made.setMinimumHeight(height)
    made.setAccessibleName(name)
    return made


def rule(parent: QWidget | None = None) -> QFrame:
    """A hairline."""
    made = QFrame(parent)
    made.setProperty("role", "rule")
    made.setFixedHeight(1)
    made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    return made


def restyle(widget: QWidget) -> None:
    """Look up the style sheet again after a property of *widget* has changed."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()


def on_escape(of: QWidget, then: Callable[[], object]) -> None:
    """Esc anywhere in *of* calls *then*; before that it closes a drop-down and empties a search."""

    def go_back() -> None:
        popup, focused = QApplication.activePopupWidget(), QApplication.focusWidget()
        if popup is not None:
            popup.close()
        elif isinstance(focused, QLineEdit) and focused.isClearButtonEnabled() and focused.text():
            focused.clear()
        else:
            then()

    escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), of)
    escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    escape.activated.connect(go_back)


class BeginsAt(QWidget):
    """A page that has the focus for one of its controls, and still lets Tab reach the others.

    Qt's own proxy leads Tab past whatever stands before the control that it names.
    """

    _first: QWidget | None = None

    def setFocusProxy(self, first: QWidget | None) -> None:
        self._first = first

    def setFocus(
        self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason
    ) -> None:  # a page made anew may have taken the control away
        if self._first is not None and isValid(self._first):
            self._first.setFocus(reason)
        else:
            super().setFocus(reason)
