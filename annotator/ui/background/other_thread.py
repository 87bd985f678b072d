"""One thing done in another thread while a dialog waits: making a key takes half a second."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QThread, Signal

from annotator.core.errors import UserError


class OtherThread(QObject):
    """Does one deed at a time."""

    done = Signal(object)  # what it returned
    failed = Signal(object)  # the UserError that it raised

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread: _Thread | None = None

    @property
    def is_busy(self) -> bool:
        return self._thread is not None

    def do(self, task: Callable[[], Any]) -> None:
        if self._thread is not None:
            return
        self._thread = _Thread(task)
        self._thread.finished.connect(self._end)
        self._thread.start()

    def _end(self) -> None:
        thread, self._thread = self._thread, None
        if thread is None:
            return
        thread.wait()
        if thread.error is None:
            self.done.emit(thread.value)
        elif isinstance(thread.error, UserError):
            self.failed.emit(thread.error)
        else:
            raise thread.error  # ours: the window's hook for errors shows it

    def stop(self) -> None:
        """Wait for what is under way; nobody is told of it."""
        thread, self._thread = self._thread, None
        if thread is not None:
            thread.wait()


class _Thread(QThread):
    def __init__(self, task: Callable[[], Any]) -> None:
        super().__init__()
        self._deed = task
        self.value: Any = None
        self.error: Exception | None = None

    def run(self) -> None:
        try:
            self.value = self._deed()
        except Exception as error:
            self.error = error
