"""Importing, watched: progress, cancel, and at the end what came in and what did not.

A small import that ends well shows no window at all.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

import msgspec
from PySide6.QtCore import (
    QCoreApplication,
    QElapsedTimer,
    QObject,
    Qt,
    QTemporaryFile,
    QTimer,
    Signal,
)
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from annotator.core.visible_text import visible
from annotator.formats import Loss
from annotator.services.importing import ImportPlan
from annotator.services.results import ImportAnswer
from annotator.ui import translation
from annotator.ui.appearance import plain_text

from ...widgets.dialog import button, line, make_default, report, restyle
from ...widgets.job_dialog import CANCELLED, JobDialog

_SOON_MS = 400  # what is over by then needs no window
_SHORT_MS = 3000  # a window that was up for less closes by itself, if all went well
#: How many bytes of names one command may carry.
_ROOM = 24_000 if sys.platform == "win32" else 400_000


class ImportProgress(JobDialog):
    """Call `start`. Not modal: one can go on working meanwhile."""

    imported = Signal(int)  # how many new articles there are; also after a cancel
    told = Signal(str)  # all went well, in one sentence, when no window is left to say it

    def __init__(
        self,
        project: Path,
        analyst: str,
        paths: Sequence[Path],
        parent: QWidget | None = None,
        *,
        plan: ImportPlan | None = None,
    ) -> None:
        super().__init__(self.tr("Import"), parent, width=560)
        self._head = ["import", str(project), "--author", analyst, "--json"]
        if plan and plan != ImportPlan():
            self._head += ["--plan", plan_file(plan, self).fileName()]
        self._batches = batches(paths)
        self._count = len(self._batches)
        self._said_by_all: list[str] = []
        self.summary = ImportAnswer()
        self._clock = QElapsedTimer()
        self._build()
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(_SOON_MS)
        self._wait.timeout.connect(self.show)

    def _build(self) -> None:
        self._title = line(self.tr("Importing…"), "title")
        self._file = line("", "muted")
        self._file.setWordWrap(False)
        self._said = line("")
        self._said.hide()
        self._list = report(self.tr("What was not imported, and why"), 180)
        self._list.hide()
        for each in (self._title, self.bar, self._file, self._said):
            self.column.addWidget(each)
        self.column.addWidget(self._list, 1)
        self._copy = button(self.tr("Copy the list"), self._copy_list)
        self._copy.hide()
        self._close = button(self.tr("Cancel"), self.reject)
        self.add_buttons(self._close, left=(self._copy,), has_default=False)

    # -- running ---------------------------------------------------------------------------

    def start(self) -> None:
        self._clock.start()
        self._wait.start()
        self._next()

    def _next(self) -> None:
        self.run([*self._head, *self._batches.pop(0)], self._ended)

    def advance(self, share: float, what: str) -> None:
        before = self._count - len(self._batches) - 1
        super().advance((before + share) / self._count, what)
        metrics = self._file.fontMetrics()
        room = max(200, self.width() - 60)
        self._file.setText(plain_text.elided(metrics, what, Qt.TextElideMode.ElideMiddle, room))

    def _ended(self, code: int, output: str) -> None:
        self._said_by_all += self._heard
        summary = _read(output)
        if summary is not None:
            self.summary = self.summary.plus(summary)
            if self._batches and code != CANCELLED:
                self._next()
                return
        self._wait.stop()
        is_cancelled = code == CANCELLED and summary is None
        is_broken = summary is None and not is_cancelled
        self.imported.emit(self.summary.articles)
        troubles = self._troubles(is_broken=is_broken)
        went_well = not troubles and not is_cancelled
        if went_well and (self.isHidden() or not self.was_long):
            self.told.emit(self.sentence())
            self.hide()
            self.deleteLater()
            return
        self._show_end(troubles, is_cancelled=is_cancelled)

    def reject(self) -> None:
        """Escape and Cancel: stop what runs; afterwards, close."""
        if self._job is not None:
            self._close.setEnabled(False)
            self._title.setText(self.tr("Stopping…"))
        super().reject()

    # -- the end ---------------------------------------------------------------------------

    @property
    def was_long(self) -> bool:
        """Whether somebody may have gone on with other work meanwhile."""
        return self._clock.elapsed() >= _SHORT_MS

    def sentence(self) -> str:
        """What came in."""
        done = self.summary
        head = self.tr("%n article(s) imported", None, done.articles)
        parts = []
        if done.articles_known:
            parts.append(self.tr("%n known already", None, done.articles_known))
        if done.annotations:
            parts.append(self.tr("%n annotation(s)", None, done.annotations))
        if done.passed_over:
            parts.append(self.tr("%n file(s) passed over", None, len(done.passed_over)))
        return f"{head} – {', '.join(parts)}" if parts else head

    def _troubles(self, *, is_broken: bool) -> list[str]:
        """What was not imported and why, a line for each."""
        done = self.summary
        found = [translation.said_of(fault.error) for fault in done.faults]
        left = self.tr("Left as it was: {what}")
        found += [left.format(what=conflict) for conflict in done.conflicts]
        gone = self.tr("Left out: “{title}”, which {who} deleted for good")
        found += [gone.format(title=each.title, who=each.by) for each in done.deleted]
        found += [said_of_loss(loss) for loss in done.lost]
        # no answer at all: what the command said itself is all there is
        return [*self._said_by_all[-20:], *found] if is_broken else found

    def _show_end(self, troubles: list[str], *, is_cancelled: bool) -> None:
        self._file.hide()
        self._title.setText(self.tr("Stopped") if is_cancelled else self._headline())
        said = [self.sentence()]
        if is_cancelled:
            said = [self.tr("Files that were finished before are in; nothing is half in.")]
        if troubles:
            said.append(self.tr("%n thing(s) could not be imported:", None, len(troubles)))
        self._said.setText("\n".join(said))
        self._said.show()
        over = self.tr("{name}: passed over, nothing that can be imported")
        troubles = [*troubles, *(over.format(name=name) for name in self.summary.passed_over)]
        self._list.setPlainText(visible("\n".join(f"•  {trouble}" for trouble in troubles)))
        self._list.setVisible(bool(troubles))
        self._copy.setVisible(bool(troubles))
        self._close.setText(self.tr("Close"))
        make_default(self._close)
        restyle(self._close)
        self._close.setEnabled(True)
        self.resize(self.width(), self.sizeHint().height())
        self.show()

    def _headline(self) -> str:
        return self.tr("Imported") if self.summary.files else self.tr("Nothing was imported")

    @property
    def troubles(self) -> str:
        """The list as it is shown."""
        return self._list.toPlainText()

    def _copy_list(self) -> None:
        QGuiApplication.clipboard().setText(f"{self._said.text()}\n{self.troubles}")
        self._copy.setText(self.tr("Copied"))


def said_of_loss(loss: Loss) -> str:
    """What had no place here, in one line."""
    what, why = (translation.translated("Losses", said) for said in (loss.what, loss.why))
    gone = QCoreApplication.translate("ImportProgress", "Not imported: {what}: {why} ({where})")
    return gone.format(what=what, why=why.rstrip("."), where=loss.where)


def plan_file(plan: ImportPlan, owner: QObject) -> QTemporaryFile:
    """*plan* in a file for a command, that only this user can read; gone with its *owner*."""
    made = QTemporaryFile(owner)
    made.open()
    made.write(msgspec.json.encode(plan))
    made.flush()
    return made


def batches(paths: Iterable[Path], room: int = _ROOM) -> list[list[str]]:
    """*paths* in lists that fit a command line each; never empty."""
    made: list[list[str]] = [[]]
    left = room
    for path in paths:
        name = str(path.absolute())  # never taken for an option
        size = len(os.fsencode(name)) + 1
        if size > left and made[-1]:
            made.append([])
            left = room
        made[-1].append(name)
        left -= size
    return made


def _read(output: str) -> ImportAnswer | None:
    """The command's answer; None where it gave none."""
    try:
        return msgspec.json.decode(output, type=ImportAnswer)
    except msgspec.DecodeError:
        return None
