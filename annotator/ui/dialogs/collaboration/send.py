"""Sending work to a colleague: whose, of which articles, into which file."""

from __future__ import annotations

from pathlib import Path

import msgspec
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from annotator.services.results import SentBundle

from ...widgets.dialog import button, line, make_default
from ...widgets.form import FileRow, FormRow, RadioColumn, form
from ...widgets.job_dialog import JobDialog
from ..exporting.export import default_folder, free_name

SUFFIX = ".vaglio-bundle"


class SendDialog(JobDialog):
    """Writes a bundle, and says what is in it."""

    def __init__(
        self, project: Path, analyst: str, here: str | None, parent: QWidget | None = None
    ) -> None:
        """*here* is the id of the open article."""
        super().__init__(self.tr("Send to a colleague"), parent)
        self._project, self._analyst, self._here = project, analyst, here
        self._told = line(
            self.tr(
                "A bundle holds articles, annotations and their history, in one file. How it reaches"
                " your colleague is up to you: Vaglio sends nothing itself."
            ),
            "muted",
        )
        self.column.addWidget(self._told)
        self.whose = RadioColumn(
            (
                self.tr("Everybody's"),
                self.tr("Mine ({name})").format(name=analyst),
                self.tr("Nobody's: the articles alone"),
            )
        )
        self.which = RadioColumn((self.tr("All articles"), self.tr("The open article")))
        self.which.group.button(1).setEnabled(here is not None)
        path = free_name(default_folder(project), project.stem, SUFFIX)
        self.file = FileRow(path, self.tr("Bundle"))
        self._asking = form(
            FormRow(self.tr("Whose work"), self.whose),
            FormRow(self.tr("Articles"), self.which),
            FormRow(self.tr("To"), self.file),
        )
        self.column.addWidget(self._asking)
        self.outcome = line("")
        self.outcome.hide()
        self.column.addWidget(self.outcome)
        self.add_progress()
        self._cancel = button(self.tr("Cancel"), self.reject)
        self._folder = button(self.tr("Open the folder"), self._open_folder)
        self._folder.hide()
        self.go = button(self.tr("Write the bundle"), self.send)
        self.add_buttons(self._folder, self._cancel, self.go)

    def is_idle(self, idle: bool) -> None:
        self._asking.setEnabled(idle)
        self.go.setEnabled(idle)

    def send(self) -> None:
        words = ["bundle", str(self._project), "--author", self._analyst, "--json"]
        words += ["-o", str(self.file.path)]
        layers = {0: [], 1: ["--layers", "mine"], 2: ["--layers", ","]}
        words += layers[self.whose.chosen]
        if self.which.chosen == 1 and self._here is not None:
            words += ["--article", self._here]
        self.run(words, self._sent)

    def _sent(self, code: int, output: str) -> None:
        try:
            sent = msgspec.json.decode(output, type=SentBundle)
        except msgspec.DecodeError:
            self.complain(code)
            return
        counted = self.tr("%n article(s)", None, sent.articles)
        layers = ", ".join(f"{name} ({count})" for name, count in sorted(sent.layers.items()))
        said = self.tr("Written: {what}.").format(what=counted)
        if layers:
            said += " " + self.tr("With the work of {names}.").format(names=layers)
        self._told.setText(self.tr("Your colleague opens it with Project › Receive work…"))
        self.outcome.setText(f"{said}\n{self.file.path}")
        self.outcome.show()
        self._asking.hide()
        self.go.hide()
        self._folder.show()
        self._cancel.setText(self.tr("Close"))
        make_default(self._cancel)
        self._cancel.setFocus()

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.file.path.parent)))
