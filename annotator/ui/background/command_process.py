"""Long work in a process of its own: the command line, run and watched by the window.

The window stays free, a foreign file is parsed where it can do no harm, and cancelling ends the
process, whose transaction then never happened.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from msgspec import Struct
from PySide6.QtCore import QObject, QProcess, QTimer, Signal

from annotator.isolation.child import child
from annotator.services.results import Fault
from annotator.store.database import keys
from annotator.store.database.keys import ProjectKey

from .. import translation
from .child_process import child_process


class _Told(Struct):
    fault: Fault


class CommandProcess(QObject):
    """One command, such as ``["import", project, "--json", file]``, with its progress."""

    progressed = Signal(float, str)  # share done, what is being worked on
    said = Signal(str)  # a line meant for people: what could not be done, and why
    finished = Signal(int, str)  # exit code (0 done, 1 partly, 130 cancelled), standard output

    def __init__(
        self,
        words: Sequence[str],
        parent: QObject | None = None,
        *,
        new_key: ProjectKey | None = None,
    ) -> None:
        """*new_key* is for the commands that protect a project; no key is ever a word."""
        super().__init__(parent)
        self._output = bytearray()
        self._errors = bytearray()
        self._cancelled = False
        self._keys = keys.lines() + (keys.line_of(new_key) if new_key is not None else b"")
        words = ("--key-on-stdin", *words, "--progress", "json")
        self._process = child_process(child("annotator.cli:main", *words), self)
        self._process.readyReadStandardOutput.connect(self._read_output)
        self._process.readyReadStandardError.connect(self._read_errors)
        self._process.finished.connect(self._end)
        self._process.errorOccurred.connect(self._fail)

    def start(self) -> None:
        self._process.start()
        self._process.write(self._keys)
        self._process.closeWriteChannel()

    def cancel(self) -> None:
        """Ask it to stop; after five seconds, make it."""
        self._cancelled = True
        self._process.terminate()
        QTimer.singleShot(5000, self._process.kill)

    def _read_output(self) -> None:
        self._output += self._process.readAllStandardOutput().data()

    def _read_errors(self) -> None:
        self._errors += self._process.readAllStandardError().data()
        *lines, rest = self._errors.split(b"\n")
        self._errors = bytearray(rest)
        for line in lines:
            self._tell(bytes(line))

    def _tell(self, line: bytes) -> None:
        if line.startswith(b'{"progress"'):
            told = msgspec.json.decode(line)
            self.progressed.emit(float(told["progress"]), str(told["what"]))
        elif line.startswith(b'{"fault"'):
            fault = msgspec.json.decode(line, type=_Told).fault
            self.said.emit(translation.said_of(fault.error))
        elif line.strip():
            self.said.emit(line.decode(errors="replace").removeprefix("vaglio: "))

    def _end(self, code: int, status: QProcess.ExitStatus) -> None:
        self._read_output()
        self._read_errors()
        crashed = status == QProcess.ExitStatus.CrashExit
        code = 130 if self._cancelled else 1 if crashed else code
        self.finished.emit(code, self._output.decode(errors="replace"))

    def _fail(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:
            self.said.emit(self._process.errorString())
            self.finished.emit(1, "")
