"""Where the current claim was said before, with how it is checked there."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from annotator.core.scheme import Scheme
from annotator.services.claims_list import EarlierClaim

from ..command_table.key_hints import key_of
from ..presenters.article import said_otherwise
from ..widgets.chips import KeyCap
from ..widgets.dialog import line

_SHORT = 150  # characters of a claim


class SimilarClaimsList(QWidget):
    """A card for each claim; hidden while there is none."""

    carry_asked = Signal(str)  # id of the claim whose evidence is wanted
    open_asked = Signal(str)  # id of the claim to go to

    def __init__(self, scheme: Scheme, language: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._scheme = scheme
        self._language = language
        self._heading = QLabel(self.tr("Said before"), self)
        self._heading.setProperty("role", "heading")
        self._cap = KeyCap(key_of("carry_evidence"), self)
        self._cap.setToolTip(self.tr("Carry the evidence over to this claim"))
        head = QHBoxLayout()
        head.addWidget(self._heading, 1)
        head.addWidget(self._cap)
        self._cards = QVBoxLayout()
        self._cards.setSpacing(6)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addLayout(self._cards)
        self._shown: tuple[EarlierClaim, ...] = ()
        self.hide()

    def show_found(self, found: Sequence[EarlierClaim]) -> None:
        """Show other claims; nothing is built anew where they are the same."""
        if tuple(found) != self._shown:
            self._shown = tuple(found)
            while (item := self._cards.takeAt(0)) is not None:
                if (widget := item.widget()) is not None:
                    widget.deleteLater()
            for each in found:
                self._cards.addWidget(self._card(each))
        self._cap.setVisible(any(each.row.evidence for each in found))
        self.setVisible(bool(found))

    def _card(self, each: EarlierClaim) -> QFrame:
        row = each.row
        card = QFrame(self)
        card.setProperty("role", "card")
        words = row.text
        if len(words) > _SHORT:
            words = words[: _SHORT - 2].rsplit(" ", 1)[0] + " …"
        column = QVBoxLayout(card)
        column.setContentsMargins(10, 7, 8, 7)
        column.setSpacing(3)
        column.addWidget(line(words, "", card))
        column.addWidget(line(self._where(each), "muted", card))
        foot = QHBoxLayout()
        foot.setSpacing(4)
        standing = QLabel(self._standing(each), card)
        standing.setTextFormat(Qt.TextFormat.PlainText)
        standing.setProperty("role", "heading" if row.verdict else "muted")
        foot.addWidget(standing, 1)
        if row.evidence:
            carry = _quiet(self.tr("Carry over"), self.tr("The same evidence for this claim"), card)
            carry.clicked.connect(lambda: self.carry_asked.emit(row.id))
            foot.addWidget(carry)
        go = _quiet(self.tr("Go there"), self.tr("Show the claim in its article"), card)
        go.clicked.connect(lambda: self.open_asked.emit(row.id))
        foot.addWidget(go)
        column.addLayout(foot)
        return card

    def _where(self, each: EarlierClaim) -> str:
        near = {"same": self.tr("the same"), "topic": self.tr("same topic")}.get(
            each.echo.relation, said_otherwise(each.echo.differences)
        )
        row = each.row
        owner = self.tr("suggested") if row.owner.startswith("machine:") else row.owner
        return " · ".join(part for part in (near, row.title, row.who, owner) if part)

    def _standing(self, each: EarlierClaim) -> str:
        """The verdict there, and how many pieces of evidence."""
        row = each.row
        said = []
        if row.verdict:
            label = self._scheme.attribute("verdict", "label").value(row.verdict)
            said.append(label.name.to(self._language))
        if row.evidence:
            said.append(self.tr("%n piece(s) of evidence", None, row.evidence))
        return " · ".join(said) or self.tr("not checked")


def _quiet(words: str, tip: str, parent: QWidget) -> QToolButton:
    made = QToolButton(parent)
    made.setText(words)
    made.setToolTip(tip)
    made.setProperty("variant", "quiet")
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return made
