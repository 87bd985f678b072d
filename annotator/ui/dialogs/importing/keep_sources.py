"""Keeping files as sources, watched: they are copied and read in a process of their own."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import msgspec
from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from annotator.services.results import KeepFaults, KeptFile
from annotator.ui import translation

from ...widgets.dialog import button, line, make_default
from ...widgets.job_dialog import JobDialog

_SOON_MS = 400  # what is over by then needs no window


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
        super().__init__(self.tr("Keep as an outside source"), parent, width=520)
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
        *files, end = output.splitlines() or [""]
        try:
            answers = [msgspec.json.decode(each, type=KeptFile) for each in files]
            faults = msgspec.json.decode(end, type=KeepFaults).faults
        except msgspec.DecodeError:
            answers, faults, end = [], [], ""
        ids = [str(answer.source["id"]) for answer in answers]
        told = [translation.said_of(fault.error) for fault in faults]
        wordless = self.tr("{file} is kept, but its words cannot be read: {why}")
        told += [
            wordless.format(file=answer.file, why=translation.said_of(answer.unread.error))
            for answer in answers
            if answer.unread
        ]
        if ids:
            self.kept.emit(ids)
        if end and not told:
            self.hide()
            self.deleteLater()
            return
        self._title.setText(self.tr("Kept") if ids else self.tr("Nothing was kept"))
        self._close.setText(self.tr("Close"))
        make_default(self._close)
        if end:
            self._said.setText("\n\n".join(told))
            self._said.show()
        else:
            self.complain(code)
        self.show()
        self.fit()
