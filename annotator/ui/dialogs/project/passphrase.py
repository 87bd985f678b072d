"""Where a passphrase is typed, and the dialog that opens an encrypted project."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from annotator.core.errors import UserError
from annotator.services import protection
from annotator.store.database import keys
from annotator.ui.background.other_thread import OtherThread

from ...widgets.dialog import Dialog, button, line


class PassphraseField(QWidget):
    """A line whose letters are hidden until somebody wants to see them."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        said = QLabel(name, self)
        said.setTextFormat(Qt.TextFormat.PlainText)
        self.typed = QLineEdit(self)
        self.typed.setEchoMode(QLineEdit.EchoMode.Password)
        self.typed.setAccessibleName(name)
        self.typed.setMinimumHeight(30)
        said.setBuddy(self.typed)
        column.addWidget(said)
        column.addWidget(self.typed)

    @property
    def text(self) -> str:
        return self.typed.text()

    def show_letters(self, shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self.typed.setEchoMode(mode)


def show_box(words: str, fields: list[PassphraseField], parent: QWidget) -> QCheckBox:
    """Shows and hides what is typed into *fields*."""
    box = QCheckBox(words, parent)

    def show(shown: bool) -> None:
        for field in fields:
            field.show_letters(shown)

    box.toggled.connect(show)
    return box


class UnlockDialog(Dialog):
    """Asks for the passphrase of a project, or for its recovery words."""

    unlocked = Signal(bool)  # whether it was with the recovery words: a new passphrase is wanted

    def __init__(self, path: Path, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Open a protected project"), parent, width=480)
        self._path = path
        self._aside = OtherThread(self)
        self._aside.done.connect(lambda _key: self._end())
        self._aside.failed.connect(self._complain)
        self.field = PassphraseField(self.tr("Passphrase"), self)
        self.shown = show_box(self.tr("Show the passphrase"), [self.field], self)
        self.words = QPlainTextEdit(self)
        self.words.setTabChangesFocus(True)
        self.words.setFixedHeight(110)
        self.words.setAccessibleName(self.tr("Recovery words"))
        self.words.setPlaceholderText(self.tr("The 24 words, in their order"))
        self.words.hide()
        self._asked = line(
            self.tr("{name} is protected with a passphrase.").format(name=path.name), "title", self
        )
        for each in (self._asked, self.field, self.shown, self.words):
            self.column.addWidget(each)
        self.go = button(self.tr("Open"), self._try, self)
        self.forgot = button(self.tr("Recovery words…"), self._ask_words, self)
        close = button(self.tr("Cancel"), self.reject, self)
        self.add_buttons(close, self.go, left=(self.forgot,))
        self.field.typed.setFocus()

    def _ask_words(self) -> None:
        """The other way in."""
        self._asked.setText(
            self.tr("Type the recovery words that were written down when it was protected.")
        )
        for each in (self.field, self.shown, self.forgot, self.trouble):
            each.hide()
        self.words.show()
        self.words.setFocus()
        self.resize(self.width(), self.sizeHint().height())

    def _try(self) -> None:
        self.trouble.hide()
        self.go.setEnabled(False)
        path, typed, words = self._path, self.field.text, self.words.toPlainText()
        task: Callable[[], object] = lambda: keys.unlock(path, typed)  # noqa: E731
        if not self.words.isHidden():
            task = lambda: protection.unlock_with_words(path, words)  # noqa: E731
        self._aside.do(task)

    def _end(self) -> None:
        with_words = not self.words.isHidden()
        self.accept()
        self.unlocked.emit(with_words)

    def _complain(self, error: UserError) -> None:
        self.go.setEnabled(True)
        self.say_trouble(error)
        self.field.typed.selectAll()
        (self.words if not self.words.isHidden() else self.field.typed).setFocus()

    def done(self, result: int) -> None:
        self._aside.stop()
        super().done(result)
