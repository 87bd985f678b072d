"""Protecting the open project with a passphrase, changing it, and taking it away."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path
from typing import Literal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget

from annotator.core.errors import UserError
from annotator.services import protection
from annotator.store.database import keys
from annotator.store.database.keys import ProjectKey
from annotator.ui.appearance import fonts
from annotator.ui.background.command_process import CommandProcess
from annotator.ui.background.other_thread import OtherThread

from ...widgets.dialog import button, line
from ...widgets.job_dialog import JobDialog
from .passphrase import PassphraseField, show_box

Wanted = Literal["protect", "change", "remove"]
_ASKED_BACK = 3  # of the recovery words


class ProtectDialog(JobDialog):
    """What is typed, then the recovery words, then the work, for which the project is closed."""

    begun = Signal()  # the project must be closed now
    ended = Signal(object, str)  # the key it has now (None: none), what to say
    outlives_project = True

    def __init__(
        self,
        path: Path,
        wanted: Wanted,
        language: str,
        parent: QWidget | None = None,
        *,
        knows_passphrase: bool = True,
    ) -> None:
        """Without *knows_passphrase* the present one is not asked for: the words opened it."""
        super().__init__(self._title(wanted), parent, width=620)
        self._path, self._wanted, self._language = path, wanted, language
        self._old = keys.key_of(path)
        self._new: ProjectKey | None = None
        self._words: list[str] = []
        self._said = ""
        self._aside = OtherThread(self)
        self._aside.done.connect(self._go_on)
        self._aside.failed.connect(self._complain)
        self._first = QWidget(self)
        self._second = QWidget(self)
        self._build_first(asks=wanted != "protect" and knows_passphrase)
        self._second.hide()
        self.column.addWidget(self._first)
        self.column.addWidget(self._second)
        self.add_progress()
        self.cancel = button(self.tr("Cancel"), self.reject, self)
        self.go = button(self._last() if wanted == "remove" else self.tr("Go on"), self._next, self)
        self.add_buttons(self.cancel, self.go)

    def _title(self, wanted: Wanted) -> str:
        return {
            "protect": self.tr("Protect with a passphrase"),
            "change": self.tr("Change the passphrase"),
            "remove": self.tr("Remove the passphrase"),
        }[wanted]

    def _last(self) -> str:
        return {
            "protect": self.tr("Protect"),
            "change": self.tr("Change"),
            "remove": self.tr("Remove the protection"),
        }[self._wanted]

    # -- what is typed ---------------------------------------------------------------------

    def _build_first(self, *, asks: bool) -> None:
        column = _column(self._first)
        for words in self._explained():
            column.addWidget(line(words, "", self._first))
        self.present = PassphraseField(self.tr("The passphrase it has now"), self._first)
        self.present.setVisible(asks)
        self.typed = PassphraseField(self.tr("New passphrase"), self._first)
        self.again = PassphraseField(self.tr("Once more"), self._first)
        fields = [self.present, self.typed, self.again]
        for field in fields:
            column.addWidget(field)
        if self._wanted == "remove":
            self.typed.hide()
            self.again.hide()
        if asks or self._wanted != "remove":
            column.addWidget(show_box(self.tr("Show what is typed"), fields, self._first))
        (self.present if asks else self.typed).typed.setFocus()

    def _explained(self) -> list[str]:
        if self._wanted == "remove":
            return [
                self.tr(
                    "The project, its backups and the files kept with it are written in the clear"
                    " again: whoever has them can read them."
                )
            ]
        said = [
            self.tr(
                "The project, its backups and the files kept with it can then only be read by"
                " those who know the passphrase. Four or five words that do not belong together"
                " are easy to keep and hard to guess."
            ),
            self.tr(
                "Not protected are exports and bundles for colleagues, the files that you imported"
                " from, and what is on the screen while the project is open."
            ),
            self.tr(
                "Without the passphrase, and without the recovery words of the next page, nobody"
                " can ever open the project again."
            ),
        ]
        if self._wanted == "change":
            return [
                self.tr(
                    "Everything is encrypted anew: the old passphrase and the old recovery words"
                    " open nothing any more, but copies that you keep elsewhere."
                ),
                said[2],
            ]
        return said

    def _next(self) -> None:
        self.trouble.hide()
        if self._aside.is_busy:
            return
        if not self._second.isHidden():
            self._compare_words()
        elif self._wanted != "remove" and self.typed.text != self.again.text:
            self.say_trouble(self.tr("The two are not the same. Type it twice."))
            self.again.typed.setFocus()
        else:
            self._aside.do(self._deed())
            self.go.setEnabled(False)

    def _deed(self) -> Callable[[], ProjectKey | None]:
        path, new = self._path, self.typed.text
        present = self.present.text if not self.present.isHidden() else None
        makes = self._wanted != "remove"

        def task() -> ProjectKey | None:
            if present is not None:
                keys.unlock(path, present)
            return protection.new_key(new) if makes else None

        return task

    def _go_on(self, key: ProjectKey | None) -> None:
        self.go.setEnabled(True)
        self._new = key
        if key is None:
            self._work()
        else:
            self._show_words(key)

    # -- the recovery words ----------------------------------------------------------------

    def _show_words(self, key: ProjectKey) -> None:
        self._words = protection.words_of(key, self._language)
        column = _column(self._second)
        column.addWidget(
            line(
                self.tr(
                    "Write these 24 words on paper, in their order, and keep it where the computer"
                    " is not. They open the project if the passphrase is forgotten. They are shown"
                    " this once."
                ),
                "",
                self._second,
            )
        )
        grid = QGridLayout()
        grid.setHorizontalSpacing(18)
        for at, word in enumerate(self._words):
            said = line(f"{at + 1:2d}  {word}", "", self._second)
            said.setFont(fonts.sans(14))
            grid.addWidget(said, at % 6, at // 6)
        column.addLayout(grid)
        column.addWidget(
            line(self.tr("From the paper, so that it is sure to be right:"), "muted", self._second)
        )
        row = QGridLayout()
        self.asked: dict[int, QLineEdit] = {}
        for at, number in enumerate(sorted(random.sample(range(24), _ASKED_BACK))):
            field = QLineEdit(self._second)
            field.setMinimumHeight(30)
            field.setAccessibleName(self.tr("Word {number}").format(number=number + 1))
            field.setPlaceholderText(field.accessibleName())
            row.addWidget(field, 0, at)
            self.asked[number] = field
        column.addLayout(row)
        self._first.hide()
        self._second.show()
        self.go.setText(self._last())
        next(iter(self.asked.values())).setFocus()
        self.fit()

    def _compare_words(self) -> None:
        for number, field in self.asked.items():
            if field.text().strip().lower() != self._words[number]:
                said = self.tr("Word {number} is another one. Look at the paper.")
                self.say_trouble(said.format(number=number + 1))
                field.selectAll()
                field.setFocus()
                return
        self._work()

    # -- the work --------------------------------------------------------------------------

    def _work(self) -> None:
        for each in (self._first, self._second):
            each.setEnabled(False)
        self.go.setEnabled(False)
        command = {"protect": "encrypt", "change": "passphrase", "remove": "decrypt"}
        words = [command[self._wanted], str(self._path)]
        job = CommandProcess(
            words + ["--new-key"] * (self._new is not None), self, new_key=self._new
        )
        self.begun.emit()
        self.watch(job, self._finished)

    def _finished(self, code: int, _output: str) -> None:
        # What the file says counts: it may have been done just before it was cancelled.
        is_new = keys.salt_of(self._path) == (self._new.salt if self._new else None)
        said = ""
        if is_new:
            said = {
                "protect": self.tr("The project is protected."),
                "change": self.tr("The passphrase was changed."),
                "remove": self.tr("The project can be read without a passphrase."),
            }[self._wanted]
        self.ended.emit(self._new if is_new else self._old, said)
        if is_new and code == 0:
            self.accept()
            return
        self.complain(code)
        self.go.hide()
        self.cancel.setText(self.tr("Close"))
        self.cancel.setFocus()

    def _complain(self, error: UserError) -> None:
        self.go.setEnabled(True)
        self.say_trouble(error)
        (self.present if not self.present.isHidden() else self.typed).typed.setFocus()

    def done(self, result: int) -> None:
        self._aside.stop()
        super().done(result)


def _column(of: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(of)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(10)
    return column
