"""What the window says of the machine at work: how much waits, how long, and what went wrong."""

from __future__ import annotations

import time

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLabel

from ..background.suggestion_queue import SuggestionQueue
from .problem_bar import ProblemBar

_LEAST_S = 5.0  # of work, before the time left is told


class SuggestionStatus(QObject):
    """Listens to one project's `SuggestionQueue`."""

    def __init__(
        self, suggestion_queue: SuggestionQueue, waiting: QLabel, problems: ProblemBar
    ) -> None:
        super().__init__(suggestion_queue)
        self._label = waiting
        self._problems = problems
        self._waits = 0
        self._done = 0
        self._share = 0.0  # of a long article that is being read
        self._began = 0.0
        self.clock = time.monotonic
        suggestion_queue.waiting_changed.connect(self.show_waiting)
        suggestion_queue.progressed.connect(self.show_progress)
        suggestion_queue.failed.connect(self._fail)
        suggestion_queue.weakened.connect(self._weaken)
        suggestion_queue.missing.connect(self._miss)
        self.show_waiting(suggestion_queue.waiting)

    def show_waiting(self, count: int) -> None:
        if count and not self._waits:
            self._began, self._done = self.clock(), 0
        self._done += max(0, self._waits - count)
        self._waits = count
        self._share = 0.0
        self._say()

    def show_progress(self, share: float) -> None:
        """A long article tells how much of it is read."""
        self._share = share
        self._say()

    def _say(self) -> None:
        if not self._waits:
            self._label.setText("")
            return
        said = [self.tr("suggestions on their way: %n article(s) left", None, self._waits)]
        if self._share:
            said.append(self.tr("{percent} % of this one").format(percent=round(100 * self._share)))
        if left := self._time_left():
            said.append(left)
        self._label.setText(" · ".join(said))

    def _time_left(self) -> str:
        """In minutes, once a few articles have told how long one takes."""
        seconds = self.clock() - self._began
        done = self._done + self._share
        if seconds < _LEAST_S or not done:
            return ""
        minutes = round(seconds / done * (self._waits - self._share) / 60)
        if not minutes:
            return self.tr("less than a minute")
        if minutes < 60:
            return self.tr("%n minute(s)", None, minutes)
        hours, rest = divmod(minutes, 60)
        return self.tr("{hours} h {minutes} min").format(hours=hours, minutes=rest)

    # -- what went wrong -------------------------------------------------------------------

    def _fail(self, article_id: str, said: str) -> None:
        what = (
            self.tr("The suggestions for an article could not be made")
            if article_id
            else self.tr("The suggester could not be started")
        )
        self._problems.complain(what, said)

    def _weaken(self, why: str) -> None:
        said = self.tr("Suggestions come from rules and word lists alone: {why}").format(why=why)
        self._problems.complain(said, self.tr("You can work on; “vaglio doctor” says more."))

    def _miss(self, name: str) -> None:
        said = self.tr("The pipeline {name} is not installed here").format(name=name)
        self._problems.complain(said, self.tr("Vaglio's own model reads in its place."))
