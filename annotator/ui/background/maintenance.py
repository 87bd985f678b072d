"""Care of the project beside the work: every page checked after opening, a backup each hour."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QObject, QRunnable, QThreadPool, QTimer, Signal

from annotator.core.errors import UserError
from annotator.store import back_up_while_open, pages, rotate, while_open

_CHECK_AFTER_MS = 4_000  # when the reader has begun to read
_LOOK_EVERY_MS = 10 * 60_000
_BACK_UP_EVERY_S = 3600
_COPY_AFTER_MS = 1500
_COPY_AGAIN_AFTER_MS = 20_000  # where much is written: machines, imports
_COPY_SHARE = 50  # making copies takes no more than this part of the time


class Maintenance(QObject):
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
        self._copy = QTimer(self, interval=_COPY_AFTER_MS, singleShot=True)
        self._copy.timeout.connect(lambda: self._pool.start(_Task(self._copy_behind)))
        self._written = 0
        self._copy_took_ms = 0

    def start(self) -> None:
        self._check.start()
        self._hourly.start()
        self._copy.start()

    def follow(self, written: int) -> None:
        """Something may have been written beside the log, this many times: the copy needs it too."""
        if written != self._written and not self._copy.isActive():
            self._written = written
            self._copy.start(max(_COPY_AGAIN_AFTER_MS, self._copy_took_ms * _COPY_SHARE))

    def stop(self) -> None:
        """Wait for what is under way; nothing new begins."""
        for timer in (self._check, self._hourly, self._copy):
            timer.stop()
        self._pool.waitForDone()

    def forget_copy(self) -> None:
        """The project is closed as it should be: the copy that was made for while it is open goes."""
        with suppress(OSError):
            while_open(self._path).unlink(missing_ok=True)

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

    def _copy_behind(self) -> None:
        """For when another version is copied over the very file: see `annotator.store.maintenance.rescue`."""
        with suppress(UserError):  # it is one of three nets; the hourly one says what is wrong
            began = time.monotonic()
            back_up_while_open(self._path)
            self._copy_took_ms = round(1000 * (time.monotonic() - began))


class _Task(QRunnable):
    def __init__(self, task: Callable[[], None]) -> None:
        super().__init__()
        self._deed = task

    def run(self) -> None:
        self._deed()
