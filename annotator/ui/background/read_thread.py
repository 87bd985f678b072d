"""Reading a project in another thread, on a connection of its own, so that the window stays free."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias

from PySide6.QtCore import QObject, QThread, Signal, Slot

from annotator.store import FullTextSearch

ReadTask: TypeAlias = Callable[[FullTextSearch], Any]


class ReadThread(QObject):
    """Asks one thing at a time; an answer that nobody waits for any more is dropped."""

    answered = Signal(object)  # what the newest deed returned
    failed = Signal(object)  # or what it raised

    _asked = Signal(int, object)

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._number = 0
        self._thread = QThread(self)
        self._worker = _Worker(path, self)
        self._worker.moveToThread(self._thread)
        self._asked.connect(self._worker.do)
        self._worker.done.connect(self._hear)

    @property
    def newest(self) -> int:
        """The number of the question that still counts."""
        return self._number

    def ask(self, task: ReadTask) -> None:
        """Do *task* soon, instead of what was asked before."""
        self._number += 1
        if not self._thread.isRunning():
            self._thread.start()
        self._asked.emit(self._number, task)

    def forget(self) -> None:
        """Wait for no answer any more."""
        self._number += 1

    def stop(self) -> None:
        """Let go of the file; to be called before the project is closed."""
        self.forget()
        self._thread.quit()
        self._thread.wait()
        self._worker.close()

    @Slot(int, object, object)
    def _hear(self, number: int, answer: object, error: Exception | None) -> None:
        if number != self._number:
            return
        self._thread.quit()  # idle, it would end the program if it were not stopped in time
        self._thread.wait()
        if error is not None:
            self.failed.emit(error)
            raise error  # here, where the window's hook for errors may show it
        self.answered.emit(answer)


class _Worker(QObject):
    """Lives in the other thread."""

    done = Signal(int, object, object)

    def __init__(self, path: Path, reader: ReadThread) -> None:
        super().__init__()
        self._path = path
        self._reader = reader
        self._search: FullTextSearch | None = None

    @Slot(int, object)
    def do(self, number: int, task: ReadTask) -> None:
        if number == self._reader.newest:
            answer, error = self._tried(task)
            self.done.emit(number, answer, error)

    def _tried(self, task: ReadTask) -> tuple[Any, Exception | None]:
        """The edge of the thread: an error goes over to the window's thread and is raised there."""
        try:
            if self._search is None:
                self._search = FullTextSearch(self._path)
            return task(self._search), None
        except Exception as error:
            return None, error

    def close(self) -> None:
        if self._search is not None:
            self._search.close()
            self._search = None
