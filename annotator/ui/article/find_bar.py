"""Find in the open article: a slim bar under the labels."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from annotator.core.model import Span
from annotator.core.text import find_folded

from ..view import ArticleView


class FindBar(QWidget):
    """Typing finds without regard to accents and case; Enter and Shift+Enter step, Esc closes.

    It begins where the caret is; the hit is selected and stays so, for a label or a claim.
    """

    def __init__(self, view: ArticleView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self._found: list[Span] = []
        self._current = 0
        self._begin = 0  # where in the text the search began
        self._field = QLineEdit(self)
        self._field.setPlaceholderText(self.tr("Find in this article"))
        self._field.setMaximumWidth(360)
        self._field.textChanged.connect(self._search)
        self._count = QLabel(self)
        self._count.setProperty("role", "muted")
        row = QHBoxLayout(self)
        row.setContentsMargins(22, 0, 22, 8)
        row.addWidget(self._field)
        for words, backwards in (("‹", True), ("›", False)):
            button = QToolButton(self)
            button.setText(words)
            button.setProperty("variant", "quiet")
            named = self.tr("Previous hit") if backwards else self.tr("Next hit")
            button.setAccessibleName(named)
            button.setToolTip(named)
            button.clicked.connect(self.previous if backwards else self.next)
            row.addWidget(button)
        row.addWidget(self._count)
        row.addStretch(1)
        self.hide()

    def open(self, words: str = "") -> None:
        """Show the bar, with *words* to find already in it."""
        self.show()
        self._begin = min(self._view.anchor, self._view.caret)
        if words:
            self._field.setText(words)
        self._field.setFocus()
        self._field.selectAll()
        self._search(self._field.text())

    def next(self) -> None:
        self._step(1)

    def previous(self) -> None:
        self._step(-1)

    def _search(self, words: str) -> None:
        self._found = find_folded(self._view.text, words)
        after = (n for n, hit in enumerate(self._found) if hit.start >= self._begin)
        self._current = next(after, 0)
        self._show()

    def _step(self, by: int) -> None:
        if self._found:
            self._current = (self._current + by) % len(self._found)
            self._show()

    def _show(self) -> None:
        self._view.set_found(self._found, self._current)
        if self._found:
            self._view.choose_hit(self._found[self._current])
            self._view.reveal(self._found[self._current])
            said = self.tr("{number} of {count}").format(
                number=self._current + 1, count=len(self._found)
            )
        else:
            said = self.tr("Not found") if self._field.text() else ""
        self._count.setText(said)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            self._view.set_found([], 0)
            self._view.setFocus()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            backwards = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._step(-1 if backwards else 1)
        else:
            super().keyPressEvent(event)
