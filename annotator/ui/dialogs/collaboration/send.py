"""Sending work to a colleague: whose, of which articles, into which file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import msgspec
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QButtonGroup,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from annotator.services.results import SentBundle
from annotator.ui.widgets.file_dialog import file_dialog

from ...widgets.dialog import button, line, make_default
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
        self._asking = QWidget()
        form = QFormLayout(self._asking)
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(18)
        form.setVerticalSpacing(9)
        self.whose = self._choices(
            form,
            self.tr("Whose work"),
            (
                self.tr("Everybody's"),
                self.tr("Mine ({name})").format(name=analyst),
                self.tr("Nobody's: the articles alone"),
            ),
        )
        self.which = self._choices(
            form, self.tr("Articles"), (self.tr("All articles"), self.tr("The open article"))
        )
        self.which.button(1).setEnabled(here is not None)
        self.path = free_name(default_folder(project), project.stem, SUFFIX)
        self._destination = QLineEdit(str(self.path))
        self._destination.setReadOnly(True)
        self._destination.setAccessibleName(self.tr("Destination"))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._destination, 1)
        row.addWidget(button(self.tr("Change…"), self._browse))
        form.addRow(self.tr("To"), row)
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

    def _choices(self, form: QFormLayout, name: str, choices: Sequence[str]) -> QButtonGroup:
        group = QButtonGroup(self)
        box = QVBoxLayout()
        box.setSpacing(3)
        for number, said in enumerate(choices):
            radio = QRadioButton(said)
            group.addButton(radio, number)
            box.addWidget(radio)
        group.button(0).setChecked(True)
        form.addRow(name, box)
        return group

    def _browse(self) -> None:
        dialog = file_dialog(self, self.tr("Bundle"), self.path.parent)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)  # asks before it overwrites
        dialog.setDefaultSuffix(SUFFIX.lstrip("."))
        dialog.selectFile(self.path.name)
        dialog.fileSelected.connect(self.choose_file)
        dialog.open()

    def choose_file(self, path: str) -> None:
        self.path = Path(path)
        self._destination.setText(path)

    def is_idle(self, idle: bool) -> None:
        self._asking.setEnabled(idle)
        self.go.setEnabled(idle)

    def send(self) -> None:
        words = ["bundle", str(self._project), "--author", self._analyst, "--json"]
        words += ["-o", str(self.path)]
        layers = {0: [], 1: ["--layers", "mine"], 2: ["--layers", ","]}
        words += layers[self.whose.checkedId()]
        if self.which.checkedId() == 1 and self._here is not None:
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
        self.outcome.setText(f"{said}\n{self.path}")
        self.outcome.show()
        self._asking.hide()
        self.go.hide()
        self._folder.show()
        self._cancel.setText(self.tr("Close"))
        make_default(self._cancel)
        self._cancel.setFocus()

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.path.parent)))
