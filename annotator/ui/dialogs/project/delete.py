"""Deleting an article for good: what goes, what stays, what it cannot reach, and then the deed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import msgspec
from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from annotator.services.results import DeletionPreview, DeletionResult

from ...widgets.dialog import button, line
from ...widgets.job_dialog import JobDialog

_DONE_SHARE = 0.5  # from here on it is deleted, and only its traces are still being removed


class DeleteDialog(JobDialog):
    """Call `start`. It looks first; Enter and Escape cancel, and only the other button deletes."""

    deleted = Signal(object)  # Deleted

    def __init__(
        self,
        project: Path,
        analyst: str,
        article_ids: Sequence[str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(self.tr("Delete article for good"), parent, width=640)
        self._words = ["delete", str(project), *article_ids, "--author", analyst, "--json"]
        self._is_deleting = self._is_deleted = False
        self._title = line(self.tr("Looking at what would go…"), "title")
        self.goes = line("")
        self.stays = line("")
        self.beyond = line("", "muted")
        self.sources = QCheckBox()
        self.sources.setChecked(True)
        self.backups = QCheckBox()
        self.reason = QLineEdit()
        self.reason.setMaxLength(300)
        self.reason.setPlaceholderText(self.tr("Reason, for instance: at the request of the court"))
        self.reason.setAccessibleName(self.tr("Reason"))
        self._hint = line(
            self.tr("The reason stays here and goes to colleagues: name nobody in it."), "muted"
        )
        self._parts = (
            *(self._heading(self.tr("This goes")), self.goes, self.sources, self.backups),
            *(self._heading(self.tr("This stays")), self.stays, self.reason, self._hint),
            *(self._heading(self.tr("This cannot be reached from here")), self.beyond),
        )
        self.column.addWidget(self._title)
        for part in self._parts:
            self.column.addWidget(part)
            part.hide()
        self.add_progress()
        self.go = button(self.tr("Delete for good"), self.delete)
        self.go.setProperty("variant", "danger")
        self.go.setEnabled(False)
        self._cancel = button(self.tr("Cancel"), self.reject)
        self.add_buttons(self.go, self._cancel)

    def _heading(self, words: str) -> QWidget:
        return line(words, "heading")

    # -- looking ---------------------------------------------------------------------------

    def start(self) -> None:
        self.open()
        self.run([*self._words, "--preview"], self._looked)

    def _looked(self, code: int, output: str) -> None:
        try:
            found = msgspec.json.decode(output, type=DeletionPreview)
        except msgspec.DecodeError:
            self._title.setText(self.tr("Nothing was deleted"))
            self.complain(code)
            return
        self._show(found)
        self.go.setEnabled(True)
        self._cancel.setFocus()

    def _show(self, found: DeletionPreview) -> None:
        title = found.titles[0] if found.titles else ""
        short = title if len(title) <= 90 else f"{title[:89]}…"
        self._title.setText(self.tr("Delete “{title}” for good?").format(title=short))
        for part in self._parts:
            part.show()
        self.goes.setText("\n".join(f"•  {each}" for each in self._going(found)))
        self.sources.setText(
            self.tr(
                "also the %n outside source(s) that only this article uses",
                None,
                len(found.sources),
            )
        )
        self.sources.setToolTip("\n".join(found.sources[:20]))
        self.sources.setVisible(bool(found.sources))
        self.backups.setText(
            self.tr("also in the %n backup(s) of this project", None, found.backups)
        )
        self.backups.setVisible(found.backups > 0)
        self.stays.setText(
            self.tr(
                "One line: that an article was deleted, when, by whom and why. With it stays the"
                " SHA-256 of the text, by which the text is recognised if it comes again; nobody can"
                " read the text out of it, but who has the text can tell that it was this one."
            )
        )
        self.beyond.setText("\n".join(f"•  {each}" for each in self._out_of_reach()))
        self.fit()

    def _going(self, found: DeletionPreview) -> list[str]:
        number = QLocale().toString
        parts = [self.tr("the text, its title, address and author, also out of the search")]
        for name, count in sorted(found.annotations.items()):
            made = self.tr("{count} annotation(s) and decision(s) of {name}", None, count)
            parts.append(made.format(count=number(count), name=name))
        if found.verdicts:
            parts.append(self.tr("%n verdict(s) among them", None, found.verdicts))
        if found.suggestions:
            made = self.tr("{count} suggestion(s) of the machine", None, found.suggestions)
            parts.append(made.format(count=number(found.suggestions)))
        parts.append(self.tr("its history: what was done to it cannot be undone any more"))
        if found.files:
            parts.append(self.tr("%n kept file(s) of its outside sources", None, found.files))
        return parts

    def _out_of_reach(self) -> list[str]:
        return [
            self.tr("exports and bundles that were written or sent before"),
            self.tr("colleagues’ projects, until they receive your work"),
            self.tr("backups, unless you tick them, and copies made by other programs"),
            self.tr("the file that it was imported from, and what the disk keeps of deleted files"),
        ]

    # -- deleting --------------------------------------------------------------------------

    def delete(self) -> None:
        """Do it, as it is ticked."""
        words = [*self._words, "--yes", f"--reason={self.reason.text().strip()}"]
        words += ["--backups"] if self.backups.isChecked() else []
        words += [] if self.sources.isChecked() else ["--keep-sources"]
        self._title.setText(self.tr("Deleting…"))
        self._is_deleting = True
        self.run(words, self._ended)

    def is_idle(self, idle: bool) -> None:
        self.go.setEnabled(False)
        for part in (self.sources, self.backups, self.reason):
            part.setEnabled(idle)

    def advance(self, share: float, what: str) -> None:
        super().advance(share, what)
        if self._is_deleting and share >= _DONE_SHARE and not self._is_deleted:
            self._is_deleted = True
            self._title.setText(self.tr("It is deleted; its traces are being removed…"))
            self._cancel.setEnabled(False)

    def reject(self) -> None:
        """Escape and Cancel: nothing is deleted, as long as it is not."""
        if self._job is None or not self._is_deleted:
            super().reject()

    def _ended(self, code: int, output: str) -> None:
        self._cancel.setEnabled(True)
        try:
            done = msgspec.json.decode(output, type=DeletionResult)
        except msgspec.DecodeError:
            self._title.setText(self.tr("Nothing was deleted"))
            self.complain(code)
            self.go.setEnabled(True)
            return
        self.deleted.emit(done)
        if done.is_swept and not done.missed:
            self.accept()
            return
        self._say_what_is_left(done)

    def _say_what_is_left(self, done: DeletionResult) -> None:
        self._title.setText(self.tr("The article is deleted"))
        for part in self._parts:
            part.hide()
        said = []
        if not done.is_swept:
            said.append(
                self.tr(
                    "Traces of it are still in the file. They are removed when the project is opened"
                    " next; that needs free space on the disk, and no other program reading the file."
                )
            )
        if done.missed:
            names = ", ".join(done.missed)
            said.append(self.tr("These backups could not be opened: {names}").format(names=names))
        self.say_trouble("\n".join([*said, *self._heard[-3:]]))
        self._cancel.setText(self.tr("Close"))
        self._cancel.setFocus(Qt.FocusReason.OtherFocusReason)
