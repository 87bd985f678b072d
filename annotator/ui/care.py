"""Care of the project beside the work: every page checked after opening, a backup each hour."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QRunnable, QThreadPool, QTimer, Signal

from annotator.core.errors import UserError
from annotator.store import pages, rotate

_CHECK_AFTER_MS = 4_000  # when the reader has begun to read
_LOOK_EVERY_MS = 10 * 60_000
_BACK_UP_EVERY_S = 3600


class Care(QObject):
    """Works in a thread of its own, on connections of its own."""

    damaged = Signal(str)  # what SQLite says of a page
    failed = Signal(object)  # UserError: a backup could not be made

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = path
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._check = QTimer(self, interval=_CHECK_AFTER_MS, singleShot=True)
        self._check.timeout.connect(lambda: self._pool.start(_Task(self._look_at_pages)))
        self._hourly = QTimer(self, interval=_LOOK_EVERY_MS)
        self._hourly.timeout.connect(lambda: self._pool.start(_Task(self._back_up)))

    def start(self) -> None:
        self._check.start()
        self._hourly.start()

    def stop(self) -> None:
        """Wait for what is under way; nothing new begins."""
        self._check.stop()
        self._hourly.stop()
        self._pool.waitForDone()

    def _look_at_pages(self) -> None:
        try:
            said = pages(self._path)
        except UserError as fault:
            said = [str(fault)]
        if said:
            self.damaged.emit(said[0].splitlines()[-1])

    def _back_up(self) -> None:
        try:
            rotate(self._path, every_s=_BACK_UP_EVERY_S)
        except UserError as fault:
            self.failed.emit(fault)


class _Task(QRunnable):
    def __init__(self, deed: Callable[[], None]) -> None:
        super().__init__()
        self._deed = deed

    def run(self) -> None:
        self._deed()
