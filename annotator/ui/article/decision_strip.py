"""The last ten decisions about the open article, in a thin row; each is taken back by a click or a key."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct
from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from annotator.core.changes import GOING_ON, Change, undone_ids
from annotator.core.editing.analyst_view import AnalystView
from annotator.core.model import (
    Attribution,
    Claim,
    Entity,
    Evidence,
    Judgement,
    Verdict,
)
from annotator.core.scheme import Scheme
from annotator.ui.appearance import plain_text

from ..panels.history_lines import told
from ..presenters.telling import counted_in_words

MOST = 10
_LENGTHS = (28, 22, 17, 13, 10, 8)  # characters of what was decided about, as there is room
_DECIDED = (Entity, Claim, Attribution, Judgement, Evidence, Verdict)
_SIGNS = {"accept": "✓", "reject": "✗", "remove": "✗", "unlabel_all": "✗"}


class Decision(Struct, frozen=True):
    """What was decided in one act, and the changes that did it, oldest first."""

    changes: tuple[Change, ...]
    sign: str
    words: str
    whole: str

    def short(self, most: int) -> str:
        """The sign with no more than *most* characters of the words."""
        words = self.words
        if len(words) > most:
            words = words[: most - 1].rstrip() + "…"
        return f"{self.sign} {words}".rstrip()

    @property
    def records(self) -> set[str]:
        """Ids of what it touched."""
        return {edit.record.id for change in self.changes for edit in change.edits}


def standing(changes: Sequence[Change]) -> list[tuple[Change, ...]]:
    """The last decisions that are not taken back, newest first; what goes on with one is part of it."""
    undone = undone_ids(changes)
    made: list[tuple[Change, ...]] = []
    going_on: list[Change] = []
    for change in reversed(changes):
        if change.undoes is not None or change.id in undone:
            continue
        going_on.insert(0, change)
        if change.verb == GOING_ON:
            continue
        if any(isinstance(edit.record, _DECIDED) for edit in change.edits):
            made.append(tuple(going_on))
        going_on = []
        if len(made) == MOST:
            break
    return made


def decisions(
    changes: Sequence[Change], analyst_view: AnalystView, scheme: Scheme, language: str
) -> list[Decision]:
    """The last decisions in words, newest first."""
    return [
        Decision(
            made,
            _SIGNS.get(made[0].verb, "✎"),
            _words(made[0], analyst_view),
            told(made, analyst_view, scheme, language),
        )
        for made in standing(changes)
    ]


def _words(change: Change, analyst_view: AnalystView) -> str:
    """Label and words of what was decided about; of many that differ how many of which kind."""
    edited = {edit.record.id: edit.record for edit in change.edits}
    about = dict.fromkeys(_subjects(change, analyst_view))
    records = [analyst_view.get(id_) or edited.get(id_) for id_ in about]
    said = {_told(each, analyst_view) for each in records}
    if len(said) != 1:
        names, claims = (
            sum(isinstance(each, kind) for each in records) for kind in (Entity, Claim)
        )
        return counted_in_words(names, claims)
    [words] = said
    return f"{len(records)} × {words}" if len(records) > 1 else words


def _told(found: object, analyst_view: AnalystView) -> str:
    if not isinstance(found, Entity | Claim):
        return ""
    label = found.label if isinstance(found, Entity) else ""
    words = " ".join(analyst_view.words_of(found).split())
    return f"{label} {words}".lstrip()


def _subjects(change: Change, analyst_view: AnalystView) -> Iterable[str]:
    """Ids of the entities and claims that a change is about."""
    marks = [e.record.id for e in change.edits if isinstance(e.record, Entity | Claim)]
    if marks:
        yield from marks
        return
    for edit in change.edits:
        record = edit.record
        if isinstance(record, Judgement):
            yield record.target_id
        elif isinstance(record, Attribution):
            yield from (id_ for id_ in record.claims if analyst_view.get(id_))
        elif isinstance(record, Evidence | Verdict):
            yield record.claim_id


class DecisionStrip(QWidget):
    """Shows decisions, newest first, and says which one is to be taken back."""

    taken_back = Signal(int)  # the number of a decision, 0 for the newest
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("decisions")
        self.setAccessibleName(self.tr("Last decisions, the newest first"))
        self.shown: list[Decision] = []
        self._is_wanted = True
        self._title = QLabel(self.tr("Last decisions"), self)
        self._title.setProperty("role", "muted")
        row = QHBoxLayout(self)
        row.setContentsMargins(22, 2, 14, 2)
        row.setSpacing(2)
        row.addWidget(self._title)
        row.addSpacing(6)
        self.buttons = [self._button(number) for number in range(MOST)]
        for button in self.buttons:
            row.addWidget(button)
        row.addStretch(1)
        self.hide()

    def _button(self, number: int) -> QToolButton:
        made = QToolButton(self)
        made.setProperty("variant", "quiet")
        made.setProperty("tight", True)
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keys with the article
        made.clicked.connect(lambda: self.taken_back.emit(number))
        made.installEventFilter(self)
        return made

    def want(self, *, is_wanted: bool) -> None:
        """Whether it is to be in sight while there is something in it."""
        self._is_wanted = is_wanted
        self.setVisible(is_wanted and bool(self.shown))

    def show_decisions(self, found: list[Decision]) -> None:
        if found == self.shown and self.isVisible():
            return
        here = next((n for n, button in enumerate(self.buttons) if button.hasFocus()), None)
        self.shown = found
        if here is not None and found:
            self.buttons[min(here, len(found) - 1)].setFocus()  # the keys stay here
        elif here is not None:
            self.left.emit()
        self._fit()
        self.setVisible(bool(found) and (self._is_wanted or here is not None))

    @property
    def is_in_use(self) -> bool:
        return any(button.hasFocus() for button in self.buttons)

    def open(self) -> None:
        """Bring it into sight, with the newest decision in focus."""
        self.show()
        self.buttons[0].setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._fit()

    def _fit(self) -> None:
        """As many as there is room for; with their numbers while the keys are here."""
        numbered = self.is_in_use
        self._title.setVisible(self.width() > 900)
        taken = self._title.sizeHint().width() + 6 if self.width() > 900 else 0
        room = self.width() - 44 - taken
        for most in _LENGTHS:
            widths = [self._tell(number, most, numbered=numbered) for number in range(MOST)]
            if sum(widths) <= room:
                break
        for number, button in enumerate(self.buttons):
            room -= widths[number]
            button.setVisible(number < len(self.shown) and (room >= 0 or number == 0))

    def _tell(self, number: int, most: int, *, numbered: bool) -> int:
        """Put a decision on its button; how wide that is."""
        if number >= len(self.shown):
            return 0
        button, decision = self.buttons[number], self.shown[number]
        words = decision.short(most)
        button.setText(plain_text.caption(f"{(number + 1) % 10} {words}" if numbered else words))
        said = self.tr("{what} – click to take it back").format(what=decision.whole)
        button.setToolTip(said)
        button.setAccessibleName(said)
        return button.sizeHint().width() + 2

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self._fit()
            if not self.is_in_use and event.type() == QEvent.Type.FocusOut:
                self.setVisible(self._is_wanted and bool(self.shown))
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._press(event, watched)
        return super().eventFilter(watched, event)

    def _press(self, event: QKeyEvent, at: QObject) -> bool:
        here = next((n for n, button in enumerate(self.buttons) if button is at), 0)
        there = [n for n, button in enumerate(self.buttons) if not button.isHidden()]
        key, typed = event.key(), event.text()
        if key == Qt.Key.Key_Escape:
            self.left.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.taken_back.emit(here)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right) and there:
            step = 1 if key == Qt.Key.Key_Right else -1
            at_place = there.index(here) if here in there else 0
            self.buttons[there[(at_place + step) % len(there)]].setFocus()
        elif typed.isdecimal() and (number := (int(typed) - 1) % 10) < len(self.shown):
            self.taken_back.emit(number)
        else:
            return False
        return True
