"""A quiet line under the labels: a label that is used much could have a digit. Asked once."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from annotator.core.changes import Change
from annotator.core.label_keys import KeyOffer, given, wanted
from annotator.services.session import Session

from ..settings import Settings
from ..widgets.dialog import line

_MOST = 200  # answers that are remembered


class KeyOfferLine(QWidget):
    """Asks after an article was submitted; what was answered for a label is not asked again."""

    accepted = Signal()  # a label has another key now

    def __init__(
        self, session: Session, settings: Settings, saved: SignalInstance, parent: QWidget
    ) -> None:
        """*saved* tells of every change."""
        super().__init__(parent)
        self._session = session
        self._settings = settings
        self._offer: KeyOffer | None = None
        self._words = line("", "muted", self)
        self._yes = QPushButton(self)
        self._yes.clicked.connect(self._give)
        self._no = QPushButton(self.tr("Leave it as it is"), self)
        self._no.setProperty("variant", "quiet")
        self._no.clicked.connect(self._decline)
        for each in (self._yes, self._no):
            each.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keys where they are
        row = QHBoxLayout(self)
        row.setContentsMargins(22, 2, 22, 8)
        row.setSpacing(8)
        row.addWidget(self._words, 1)
        row.addWidget(self._yes)
        row.addWidget(self._no)
        self.hide()
        saved.connect(self._hear)

    def _hear(self, change: Change) -> None:
        if change.verb == "submit" and self._offer is None:
            self.look()

    def look(self) -> None:
        """Ask, if there is something to ask."""
        used = self._session.store.labels_given()
        offer = wanted(self._session.scheme, used, self._declined())
        self._offer = offer
        self.setVisible(offer is not None)
        if offer is None:
            return
        said = self.tr(
            "{label}, number {rank} of your labels ({uses} ×), has no key; {loser} ({fewer} "
            "×) has {key}."
        )
        self._words.setText(
            said.format(
                label=offer.label,
                rank=offer.rank,
                uses=offer.uses,
                loser=offer.loser,
                fewer=offer.loser_uses,
                key=offer.key,
            )
        )
        give = self.tr("Give {key} to {label}")
        self._yes.setText(give.format(key=offer.key, label=offer.label).replace("&", "&&"))

    def _declined(self) -> list[str]:
        """Labels of this project about which an answer was given."""
        here = self._place("")
        return [each.removeprefix(here) for each in self._settings.keys_offered if here in each]

    def _place(self, code: str) -> str:
        return f"{self._session.store.path}#{code}"

    def _give(self) -> None:
        if self._offer is not None:
            self._session.set_scheme(given(self._session.scheme, self._offer))
            self._decline()
            self.accepted.emit()

    def _decline(self) -> None:
        if self._offer is not None:
            asked = [*self._settings.keys_offered, self._place(self._offer.label)]
            self._settings.keys_offered = asked[-_MOST:]
        self._offer = None
        self.hide()
