"""All occurrences of some words in the project: look at them in context, tick, label at once."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Literal

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QWidget

from annotator.services.session import Occurrence, Session, open_session
from annotator.store import FullTextSearch

from ...background.read_thread import ReadThread
from ...widgets.dialog import Dialog, button, make_default
from .concordance import Concordance, ConcordanceTable, Place

_SLICE_S = 0.012  # of reading between two looks at the window
_REST_MS = 300  # of no typing, and it searches
_MOST = 20_000  # places that are listed


class Occurrences(Dialog):
    """Stays open beside the article. What it does, in however many articles, is one step to undo."""

    _left_out: frozenset[Place] = frozenset()
    done_with = Signal()  # something was labelled or unlabelled

    def __init__(
        self, session: Session, words: str, label: str, language: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(self.tr("All occurrences in the project"), parent, width=1040)
        self._session = session
        self._waiting: deque[str] = deque()
        self._words = ""
        self._news = ""  # what was done last
        self._busy: Literal["", "finding", "writing"] = ""  # what the other thread does
        path = session.store.path
        self._reader = ReadThread(path, self) if path is not None else None
        if self._reader is not None:
            self._reader.answered.connect(self._hear)
            self._reader.failed.connect(self._give_up)
        self.concordance = Concordance()
        self.concordance.ticked_changed.connect(self._say)
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._read_on)
        self._rest = QTimer(self, interval=_REST_MS, singleShot=True)
        self._rest.timeout.connect(self.search)
        self._lay_out(words, label, language)
        self.search()

    def _lay_out(self, words: str, label: str, language: str) -> None:
        self.field = QLineEdit(words, self)
        self.field.setAccessibleName(self.tr("Words to find"))
        self.field.setPlaceholderText(self.tr("Words to find, as they are written"))
        self.field.textChanged.connect(lambda: self._rest.start())
        self._said = QLabel(self)
        self._said.setProperty("role", "muted")
        self.cancel = button(self.tr("Stop"), self.stop_searching, self)
        self.table = ConcordanceTable(self.concordance, self)
        self.table.setMinimumHeight(320)
        self.labels = QComboBox(self)
        self.labels.setAccessibleName(self.tr("Label"))
        for each in self._session.scheme.offered():
            self.labels.addItem(f"{each.code}  {each.named(language)}", each.code)
        self.labels.setCurrentIndex(max(0, self.labels.findData(label)))
        top = QHBoxLayout()
        top.setSpacing(10)
        top.addWidget(self.field, 1)
        top.addWidget(self._said)
        top.addWidget(self.cancel)
        self.column.addLayout(top)
        self.column.addWidget(self.table, 1)
        every = button(self.tr("Tick all"), lambda: self.concordance.tick_all(True), self)
        none = button(self.tr("Tick none"), lambda: self.concordance.tick_all(False), self)
        self.remove = button(self.tr("Remove label"), self._remove, self)
        self.label = button(self.tr("Label"), self._label, self)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(every)
        row.addWidget(none)
        row.addStretch(1)
        row.addWidget(self.remove)
        row.addSpacing(12)
        row.addWidget(self.labels)
        row.addWidget(self.label)
        make_default(self.label)
        self.column.addSpacing(4)
        self.column.addLayout(row)
        self.resize(1040, 560)

    # -- finding ---------------------------------------------------------------------------

    def search(self) -> None:
        """Find the words in the field, as they are written, everywhere."""
        self._left_out = frozenset()
        self._rest.stop()
        self._timer.stop()
        self._words = words = self.field.text().strip()
        self._waiting.clear()
        self.concordance.clear()
        self.table.fit(words)
        if not words:
            self._say()
        elif self._reader is None:
            self._begin(self._session.store.occurrences(words))
        else:
            self._busy = "finding"

            def look(search: FullTextSearch) -> tuple[str, Any]:
                return "found", search.occurrences(words)

            self._reader.ask(look)
            self._say()

    def stop_searching(self) -> None:
        """Be content with what is found by now."""
        if self._reader is not None and not self._timer.isActive():
            self._reader.forget()
        self._waiting.clear()
        self._timer.stop()
        self._busy = ""
        self._say()

    def _hear(self, answer: tuple[str, Any]) -> None:
        self._busy = ""
        kind, value = answer
        if kind == "found":
            self._begin(value)
        else:
            self._finish(value)

    def _give_up(self, _error: Exception) -> None:
        self._busy = ""
        self._say()

    def _begin(self, article_ids: Sequence[str]) -> None:
        self._waiting = deque(article_ids)
        self._timer.start()
        self._say()

    def _read_on(self) -> None:
        """Read articles for as long as nobody notices."""
        occurrences: list[Occurrence] = []
        until = time.perf_counter() + _SLICE_S
        while self._waiting and time.perf_counter() < until:
            occurrences += self._session.occurrences(self._words, [self._waiting.popleft()])
        self.concordance.add(occurrences)
        self.concordance.leave_out(self._left_out)
        if not self._waiting or self.concordance.rowCount() >= _MOST:
            self._timer.stop()
        self._say()

    # -- doing -----------------------------------------------------------------------------

    def _label(self) -> None:
        self._do(str(self.labels.currentData()))

    def _remove(self) -> None:
        self._do(None)

    def _do(self, label: str | None) -> None:
        """Label (or unlabel) what is ticked; in the other thread, for it may be many articles."""
        ticked = self.concordance.ticked()
        if not ticked or self._busy:
            return
        self._timer.stop()
        self._waiting.clear()
        path, analyst = self._session.store.path, self._session.analyst
        if self._reader is None or path is None:
            self._session.label_occurrences(ticked, label)
            self._finish((len(ticked), label))
            return
        self._busy = "writing"

        def write(_search: FullTextSearch) -> tuple[str, Any]:
            _write(path, analyst, ticked, label)
            return "done", (len(ticked), label)

        self._reader.ask(write)
        self._say()

    def _finish(self, done: tuple[int, str | None]) -> None:
        count, label = done
        if label is None:
            self._news = self.tr("Removed the label in %n place(s)", None, count)
        else:
            self._news = self.tr("Labelled %n place(s) {label}", None, count).format(label=label)
        self.done_with.emit()
        left_out = self.concordance.left_out()
        self.search()
        self._left_out = left_out  # what was left out stays out

    # -- saying ----------------------------------------------------------------------------

    def _say(self) -> None:
        total, ticked = self.concordance.rowCount(), self.concordance.ticked_count
        is_searching = self._timer.isActive() or self._busy == "finding"
        if self._busy == "writing":
            said = self.tr("%n place(s) …", None, ticked)
        elif is_searching:
            said = self.tr("searching … %n so far", None, total)
        elif not self._words:
            said = self.tr("Type the words to find.")
        elif not total:
            said = self.tr("These words stand nowhere as they are written.")
        else:
            said = self.tr("{ticked} of {total} ticked").format(ticked=ticked, total=total)
            said += " · " + self.tr("in %n article(s)", None, self.concordance.articles)
            if total >= _MOST:
                said = self.tr("the first {total}").format(total=total) + " · " + said
        if self._news and not is_searching and not self._busy:
            said = f"{self._news} · {said}"
        self._said.setText(said)
        self.cancel.setVisible(is_searching)
        can_write = bool(ticked) and not self._busy and not self._session.store.readonly
        self.label.setEnabled(can_write)
        self.remove.setEnabled(can_write)

    def done(self, result: int) -> None:
        """Closed: no thread goes on."""
        self._timer.stop()
        self._rest.stop()
        if self._reader is not None:
            self._reader.stop()
        super().done(result)


def _write(path: Path, analyst: str, wanted: Sequence[Occurrence], label: str | None) -> None:
    """With a session of the thread's own; the window sees it as it sees a colleague's work."""
    with open_session(path, analyst=analyst).store as store:
        Session(store, analyst).label_occurrences(wanted, label)
