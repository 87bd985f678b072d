"""A dialog that asks, runs a command in a process of its own, and says what came of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QProgressBar, QWidget

from annotator.ui.background.command_process import CommandProcess

from .dialog import Dialog

CANCELLED = 130


class JobDialog(Dialog):
    """While a command runs, Escape ends it; afterwards Escape closes the dialog.

    One that `closes_at_once` is closed by Escape in any case, and the command ended with it.
    """

    closes_at_once = False

    def __init__(self, title: str, parent: QWidget | None = None, *, width: int = 560) -> None:
        super().__init__(title, parent, width=width)
        self._job: CommandProcess | None = None
        self._heard: list[str] = []
        self.bar = QProgressBar()
        self.bar.setRange(0, 1000)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Progress"))
        self.bar.hide()

    def add_progress(self) -> None:
        """Where progress is shown: below what is in the column so far."""
        self.column.addWidget(self.bar)

    def run(self, words: Sequence[str], then: Callable[[int, str], None]) -> None:
        """Run ``vaglio WORDS``; *then* is told its exit code and its standard output."""
        self.watch(CommandProcess(words, self), then)

    def watch(self, job: CommandProcess, then: Callable[[int, str], None]) -> None:
        """As `run`, of a job that was made before."""
        self.trouble.hide()
        self._heard = []
        self.stop()
        self._job = job
        job.progressed.connect(self.advance)
        job.said.connect(self._heard.append)
        job.finished.connect(lambda code, output: self._end(job, code, output, then))
        self.bar.setValue(0)
        self.bar.show()
        self.is_idle(False)
        job.start()

    def stop(self) -> None:
        """End what runs."""
        if self._job is not None:
            self._job.cancel()

    def advance(self, share: float, _what: str) -> None:
        """The command has done *share* of its work."""
        self.bar.setValue(round(1000 * share))

    def _end(
        self, job: CommandProcess, code: int, output: str, then: Callable[[int, str], None]
    ) -> None:
        if job is not self._job:
            return  # another one was begun meanwhile, or the dialog was closed
        self._job = None
        self.bar.hide()
        self.is_idle(True)
        then(code, output)

    def is_idle(self, idle: bool) -> None:
        """Called with False when a command begins, with True when it is over."""

    def complain(self, code: int) -> None:
        """Say why the command gave no answer."""
        cancelled = self.tr("Cancelled; nothing was written.")
        failed = "\n".join(self._heard[-5:]) or self.tr("It failed, and gave no reason.")
        self.say_trouble(cancelled if code == CANCELLED else failed)

    def reject(self) -> None:
        """Escape and Cancel: stop what runs; else close."""
        if self._job is None or self.closes_at_once:
            super().reject()
        else:
            self.stop()

    def done(self, result: int) -> None:
        self.stop()
        self._job = None
        super().done(result)
