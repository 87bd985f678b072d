"""Keeping files as sources, watched: they are copied and read in a process of their own."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct
from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from annotator.ui.background.command_process import Fault

from ...widgets.dialog import button, line, make_default
from ...widgets.job_dialog import JobDialog

_SOON_MS = 400  # what is over by then needs no window


class _FileFault(Fault):
    file: str = ""


class _Answer(Struct):
    """A line of ``vaglio keep --json``."""

    file: str = ""
    source: dict[str, Any] | None = None
    characters: int = 0
    unread: Fault | None = None
    faults: list[_FileFault] = []


class KeepDialog(JobDialog):
    """Call `start`. Where all goes well and soon, nothing is shown."""

    kept = Signal(list)  # ids of the sources, in the order of the files

    def __init__(
        self,
        project: Path,
        analyst: str,
        paths: Sequence[Path],
        *,
        source_id: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(self.tr("Keep as a source"), parent, width=520)
        files = [str(path.absolute()) for path in paths]
        named = ["--source", source_id] if source_id else []
        self._words = ["keep", str(project), "--author", analyst, "--json", *named, *files]
        self._title = line(self.tr("Reading the file…"), "title")
        self._said = line("")
        self._said.hide()
        self.column.addWidget(self._title)
        self.column.addWidget(self._said)
        self.add_progress()
        self._close = button(self.tr("Cancel"), self.reject)
        self.add_buttons(self._close)
        self._wait = QTimer(self, interval=_SOON_MS, singleShot=True)
        self._wait.timeout.connect(self.show)

    def start(self) -> None:
        self._wait.start()
        self.run(self._words, self._done)

    def _done(self, code: int, output: str) -> None:
        self._wait.stop()
        try:
            answers = [msgspec.json.decode(each, type=_Answer) for each in output.splitlines()]
        except msgspec.DecodeError:
            answers = []
        ids = [str(answer.source["id"]) for answer in answers if answer.source]
        told = [fault.said() for answer in answers for fault in answer.faults]
        wordless = self.tr("{file} is kept, but its words cannot be read: {why}")
        told += [
            wordless.format(file=answer.file, why=answer.unread.said())
            for answer in answers
            if answer.unread
        ]
        if ids:
            self.kept.emit(ids)
        if answers and not told:
            self.hide()
            self.deleteLater()
            return
        self._title.setText(self.tr("Kept") if ids else self.tr("Nothing was kept"))
        self._close.setText(self.tr("Close"))
        make_default(self._close)
        if answers:
            self._said.setText("\n\n".join(told))
            self._said.show()
        else:
            self.complain(code)
        self.show()
        self.fit()
