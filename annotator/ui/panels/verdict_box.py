"""The verdict on a claim: given as a whole, with reasons; the ones it superseded stay in sight."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeAlias

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPen, QShortcut
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from annotator.core.model import Verdict
from annotator.core.scheme import Scheme
from annotator.core.sources.verdict_policy import NeedsReason, Ruled, VerdictPolicy
from annotator.ui.appearance import plain_text
from annotator.ui.translation import error_words

from ..widgets.dialog import BeginsAt, button, line, make_default, restyle
from ..widgets.editors import ChoiceEditor, LineEditor, ManyEditor, Option, TextEditor, choices
from ..widgets.flow_layout import FlowLayout
from .history_lines import moment

_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier

Rule: TypeAlias = Callable[[dict[str, Any]], Ruled | None]
"""Whether a verdict with these fields would stand, and why; None where there is no claim."""


class VerdictBox(BeginsAt):
    """What is typed for one claim is kept while others are looked at."""

    given = Signal(dict)  # fields of a `Verdict`
    withdrawn = Signal()
    published = Signal(str)  # the address, or "" where it is on no page

    def __init__(self, scheme: Scheme, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._names = scheme.attribute("verdict", "label")
        self._verdict_policy = VerdictPolicy()
        self._rule: Rule = lambda _: None
        self._claim_id = ""
        self._standing: Verdict | None = None
        self._typed: dict[str, dict[str, Any]] = {}
        self._is_showing = False
        self.label = OneOfChips(choices(self._names, language))
        self.label.setAccessibleName(self._names.name.to(language))
        self.rating = ChoiceEditor()
        self.rating.setAccessibleName(self.tr("Your rating"))
        self.justification = TextEditor(least=3)
        self.justification.setPlaceholderText(self.tr("Why: what the evidence shows"))
        self.justification.setAccessibleName(self.tr("Reasons"))
        self.note = TextEditor(least=2)
        self.note.setPlaceholderText(self.tr("Why this evidence is enough"))
        self.note.setAccessibleName(self.tr("Why this evidence is enough"))
        method = scheme.attribute("verdict", "strategies")
        self.strategies = ManyEditor(choices(method, language))
        self.strategies.setAccessibleName(method.name.to(language))
        self._method = QLabel(method.name.to(language), self)
        self._method.setProperty("role", "muted")
        self.said = line("", "muted", self)
        self.said.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.give = button(self.tr("Give the verdict"), self._give, self)
        self.give.setToolTip(
            QKeySequence("Alt+Return").toString(QKeySequence.SequenceFormat.NativeText)
        )
        make_default(self.give)
        self._withdraw = button(self.tr("Take back"), self.withdrawn.emit, self)
        self.address = LineEditor(empty="")
        self.address.setPlaceholderText(self.tr("Published at: https://…"))
        self.address.setAccessibleName(self.tr("Address of the published fact-check"))
        self.address.setToolTip(self.tr("Address of the published fact-check"))
        self.address.changed.connect(self.flush)
        self._earlier = line("", "muted", self)
        self._lay_out()
        for editor in self._editors().values():
            editor.changed.connect(self._hear)
            editor.typed.connect(self._hear)
        self.rating.changed.connect(self._follow_rating)
        self.label.typed_on.connect(self._write)
        shortcut = QShortcut(QKeySequence("Alt+Return"), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self._give)
        self.setFocusProxy(self.label)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(6)
        buttons.addWidget(self.give)
        buttons.addWidget(self._withdraw)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(7)
        filled: tuple[QWidget, ...] = (self.label, self.rating, self.justification, self.note)
        for widget in (*filled, self._method, self.strategies, self.said):
            column.addWidget(widget)
        column.addLayout(buttons)
        column.addWidget(self.address)
        column.addWidget(self._earlier)

    # -- showing ---------------------------------------------------------------------------

    def show_claim(
        self,
        claim_id: str,
        verdicts: Sequence[Verdict],
        verdict_policy: VerdictPolicy,
        rule: Rule,
    ) -> None:
        """Show the verdicts of a claim, the one that stands first."""
        standing = verdicts[0] if verdicts else None
        if self._standing is not None and _id_of(standing) != self._standing.id:
            self._typed.pop(claim_id, None)  # it was given, or taken back
        is_other = claim_id != self._claim_id
        self._claim_id, self._standing = claim_id, standing
        self._verdict_policy, self._rule = verdict_policy, rule
        self._offer_ratings()
        self._is_showing = True
        fields = self._typed.get(claim_id) or _fields_of(standing)
        for name, editor in self._editors().items():
            editor.show_value(fields[name])
        self._is_showing = False
        self.give.setText(
            self.tr("Give another verdict") if standing else self.tr("Give the verdict")
        )
        self._withdraw.setVisible(standing is not None)
        self.address.setVisible(standing is not None)
        if is_other or not self.address.isModified():  # what is being typed stays
            self.address.show_value(_address_of(standing))
        self._earlier.setText("\n\n".join(self._told(verdict) for verdict in verdicts))
        self._earlier.setVisible(bool(verdicts))
        self._explain(asked=False)

    def _offer_ratings(self) -> None:
        offered = [Option("", self.tr("no rating of your own"))]
        offered += [Option(rating.name, rating.name) for rating in self._verdict_policy.ratings]
        self.rating.offer(offered)
        self.rating.setVisible(len(offered) > 1)

    def _told(self, verdict: Verdict) -> str:
        name = verdict.rating_name or self._names.value(verdict.label).name.to(self._language)
        said = f"{name} · {moment(verdict.decided_at)}"
        if verdict is not self._standing:
            said = self.tr("Superseded: {verdict}").format(verdict=said)
        return f"{said}\n{verdict.justification}"

    # -- editing ---------------------------------------------------------------------------

    def fields(self) -> dict[str, Any]:
        """What is filled in now."""
        return {name: editor.value() for name, editor in self._editors().items()}

    def _editors(self) -> dict[str, Any]:
        return {
            "label": self.label,
            "rating_name": self.rating,
            "justification": self.justification,
            "note": self.note,
            "strategies": self.strategies,
        }

    def _hear(self) -> None:
        if not self._is_showing:
            self._typed[self._claim_id] = self.fields()
            self._explain(asked=False)

    def _write(self, letters: str) -> None:
        """After the verdict come its reasons: the cursor goes there, and no letter is lost."""
        self.justification.setFocus(Qt.FocusReason.OtherFocusReason)
        if letters:
            self.justification.insertPlainText(letters)

    def _follow_rating(self) -> None:
        """A rating of one's own stands for one of the four verdicts."""
        rating = self._verdict_policy.rating(self.rating.value() or "")
        if rating is not None:
            self.label.show_value(rating.label)
            self._hear()

    def _explain(self, *, asked: bool) -> bool:
        """Say what the verdict rests on, or lacks, in red once it was asked for; whether it lacks anything."""
        fields = self.fields()
        ruled = self._rule(fields) if fields["label"] else None
        missing = ruled.why if ruled is not None and not ruled.met else None
        said = "\n".join(filter(None, error_words(missing))) if missing else ""
        is_lacking = bool(missing)
        if asked and not missing and not fields["justification"]:
            is_lacking = True
            said = self.tr("A verdict needs its reasons: write a sentence or two.")
        if asked and not fields["label"]:
            is_lacking = True
            said = self.tr("Choose one of the four verdicts first.")
        if not is_lacking and ruled is not None:
            said = f"✓ {error_words(ruled.why)[0]}"
        self.note.setVisible(isinstance(missing, NeedsReason) or bool(fields["note"]))
        self.said.setText(said)
        self.said.setVisible(bool(said))
        self.said.setProperty("role", "error" if asked and is_lacking else "muted")
        restyle(self.said)
        return is_lacking

    def complain(self, words: str) -> None:
        """Say in red why something was not done."""
        self.said.setText(words)
        self.said.setVisible(True)
        self.said.setProperty("role", "error")
        restyle(self.said)

    def flush(self) -> None:
        """Save an address that is being typed."""
        if self._standing is not None and self.address.isModified():
            self.address.setModified(False)
            if self.address.value() != _address_of(self._standing):
                self.published.emit(self.address.value())

    def _give(self) -> None:
        if not self._explain(asked=True):
            self.given.emit(self.fields())


class OneOfChips(QWidget):
    """One of several as chips that wrap; arrows and digits choose, too.

    A digit is followed by other words, as any other letter is: `typed_on` says with which.
    """

    changed = Signal()
    typed = Signal()
    typed_on = Signal(str)

    def __init__(self, offered: Sequence[Option]) -> None:
        super().__init__()
        self._held = [choice.held for choice in offered]
        self._group = QButtonGroup(self)
        row = FlowLayout(self, gap=5)
        row.setContentsMargins(2, 2, 2, 2)  # for the ring
        for number, choice in enumerate(offered):
            chip = QToolButton(self)
            chip.setText(plain_text.caption(choice.words))
            chip.setToolTip(f"{number + 1}: {choice.tip}")
            chip.setCheckable(True)
            chip.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self._group.addButton(chip, number)
            row.addWidget(chip)
        self._group.idClicked.connect(self._tell)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def value(self) -> str:
        checked = self._group.checkedId()
        return self._held[checked] if checked >= 0 else ""

    def show_value(self, value: str) -> None:
        """Show *value*; tells nobody."""
        self._group.setExclusive(False)
        for number, held in enumerate(self._held):
            self._group.button(number).setChecked(held == value)
        self._group.setExclusive(True)
        self._describe()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        here = self._group.checkedId()
        typed = event.text()
        if typed.isdigit() and 0 < int(typed) <= len(self._held):
            self._group.button(int(typed) - 1).click()
            self.typed_on.emit("")
        elif event.key() in (Qt.Key.Key_Right, Qt.Key.Key_Down):
            self._group.button(min(here + 1, len(self._held) - 1)).click()
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Up):
            self._group.button(max(here - 1, 0)).click()
        elif typed.isprintable() and typed.strip() and not event.modifiers() & _COMMANDS:
            self.typed_on.emit(typed)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: Any) -> None:
        super().focusInEvent(event)
        self.setProperty("lit", True)
        restyle(self)

    def focusOutEvent(self, event: Any) -> None:
        super().focusOutEvent(event)
        self.setProperty("lit", False)
        restyle(self)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A ring round the chosen chip; round the first, from which the arrows begin, where none is."""
        if self.hasFocus():
            chip = self._group.checkedButton() or self._group.button(0)
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self.palette().accent().color(), 1.8))
            ring = QRectF(chip.geometry()).adjusted(-1.6, -1.6, 1.6, 1.6)
            painter.drawRoundedRect(ring, 7, 7)

    def _tell(self, _number: int) -> None:
        self._describe()
        self.changed.emit()

    def _describe(self) -> None:
        button = self._group.checkedButton()
        self.setAccessibleDescription(button.text() if button is not None else "")


def _id_of(verdict: Verdict | None) -> str:
    return verdict.id if verdict is not None else ""


def _address_of(verdict: Verdict | None) -> str:
    return (verdict.published_url or "") if verdict is not None else ""


def _fields_of(verdict: Verdict | None) -> dict[str, Any]:
    names = ("label", "rating_name", "justification", "note", "strategies")
    empty: dict[str, Any] = {name: () if name == "strategies" else "" for name in names}
    return {name: getattr(verdict, name) for name in names} if verdict else empty
