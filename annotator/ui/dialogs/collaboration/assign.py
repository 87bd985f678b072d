"""Sharing articles out: who labels which, how many go to two, and how far each is."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from annotator.core.errors import UserError
from annotator.services.collaboration import OVERLAP, Collaboration
from annotator.services.session import Session
from annotator.ui import translation

from ...widgets.dialog import Dialog, button, line
from ...widgets.editors import ChoiceEditor, NumberEditor, Option
from ...widgets.form import FormRow, form
from ...widgets.table import ReadOnlyTable


class ShareDialog(Dialog):
    """Shares out what nobody has yet; a press more takes it back (undo)."""

    shared = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Share out articles"), parent, width=600)
        self._exchange = Collaboration(session)
        self.column.addWidget(
            line(
                self.tr(
                    "Every article goes to one person, some to two, so that you can see how far they"
                    " agree. A bundle tells your colleagues what is theirs."
                ),
                "muted",
            )
        )
        self.names = QLineEdit()
        self.names.setPlaceholderText(self.tr("anna, bruno, carla"))
        self.names.textChanged.connect(lambda _text: self._allow())
        self.overlap = NumberEditor(range(101), " %")
        self.overlap.show_value(round(100 * OVERLAP))
        self.giver = ChoiceEditor()
        self.giver.changed.connect(self._allow)
        self.untouched = QCheckBox(self.tr("Only what is not begun"))
        self.column.addWidget(
            form(
                FormRow(self.tr("&What"), self.giver),
                FormRow("", self.untouched),
                FormRow(self.tr("&To whom"), self.names),
                FormRow(self.tr("To &two people"), self.overlap),
            )
        )
        heads = (
            *(self.tr("Person"), self.tr("Articles"), self.tr("With another")),
            *(self.tr("Begun"), self.tr("Submitted")),
        )
        self.table = ReadOnlyTable(self.tr("Who has what"), heads)
        self.table.setMinimumHeight(160)
        self.column.addWidget(self.table, 1)
        self._said = line("", "muted")
        self.column.addWidget(self._said)
        close = button(self.tr("Close"), self.reject)
        self.go = button(self.tr("Share out"), self.share)
        self.add_buttons(close, self.go)
        self._show()
        self._allow()

    @property
    def _people(self) -> list[str]:
        return [name.strip() for name in self.names.text().split(",") if name.strip()]

    def _allow(self) -> None:
        giver = self.giver.value()
        self.overlap.setEnabled(giver is None)
        self.untouched.setEnabled(giver is not None)
        self.go.setEnabled(any(name != giver for name in self._people))

    def share(self) -> None:
        """Share out the articles that nobody has, or those of somebody who has left."""
        giver = self.giver.value()
        untouched = self.untouched.isChecked()
        try:
            if giver is None:
                done = self._exchange.assign(self._people, overlap=self.overlap.value() / 100)
            else:
                done = self._exchange.hand_over(giver, self._people, untouched=untouched)
        except UserError as err:
            self._said.setText(translation.said_of(err))
            return
        self._show()
        if done is not None:
            self.shared.emit()

    def _show(self) -> None:
        shares = self._exchange.shares()
        nobody = Option(None, self.tr("Articles that nobody has"))
        of = self.tr("What {name} has not submitted")
        self.giver.offer(
            [nobody, *(Option(share.name, of.format(name=share.name)) for share in shares)]
        )
        self.giver.show_value(None)
        self.table.setRowCount(len(shares))
        for row, share in enumerate(shares):
            counts = (share.articles, share.shared, share.begun, share.submitted)
            self.table.fill(row, (share.name, *map(str, counts)), numbers_from=1)
        if not self.names.text():
            self.names.setText(", ".join(share.name for share in shares))
        self._said.setText(
            self.tr("The list of articles can show only yours: Filter › Mine to label.")
            if shares
            else self.tr("Nothing is shared out yet: write names with commas between them.")
        )
