"""How the newsroom judges: the evidence rule, its own ratings, in whose name it publishes."""

from __future__ import annotations

import msgspec
from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from annotator.core.changes import Change
from annotator.core.errors import UserError
from annotator.core.sources.verdict_policy import Rating, VerdictPolicy
from annotator.core.urls import canonical
from annotator.services.session import Session
from annotator.ui import translation

from ...widgets.dialog import Dialog, button, line, rule

_BEST = 5


class PracticeDialog(Dialog):
    """Saved as one step that can be undone."""

    saved = Signal(Change)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("How we judge"), parent, width=620)
        self._session = session
        language = QLocale().name()
        verdicts = session.scheme.attribute("verdict", "label").values
        self._verdicts = [(v.code, v.name.to(language)) for v in verdicts if v.code]
        verdict_policy = session.source_library.verdict_policy
        self._add_rule(verdict_policy)
        self.column.addWidget(rule())
        self._add_ratings(verdict_policy)
        self.column.addWidget(rule())
        self._add_publisher(verdict_policy)
        self._trouble = line("", "error")
        self._trouble.hide()
        self.column.addWidget(self._trouble)
        cancel = button(self.tr("Cancel"), self.reject)
        self.add_buttons(cancel, button(self.tr("Save"), self.save))

    def _add_rule(self, verdict_policy: VerdictPolicy) -> None:
        self.column.addWidget(line(self.tr("The evidence rule"), "heading"))
        self.needs_two = QCheckBox(self.tr("A verdict needs two independent publishers"))
        self.needs_two.setChecked(verdict_policy.needs_two)
        self.column.addWidget(self.needs_two)
        self.column.addWidget(
            line(
                self.tr(
                    "Or one primary source and a written reason why it is enough. “Not enough "
                    "evidence” needs neither. Professional fact-checkers work like this; without "
                    "the rule every verdict is accepted. The article is never its own evidence."
                ),
                "muted",
            )
        )

    # -- ratings ---------------------------------------------------------------------------

    def _add_ratings(self, verdict_policy: VerdictPolicy) -> None:
        self.column.addWidget(line(self.tr("Your ratings"), "heading"))
        self.column.addWidget(
            line(
                self.tr(
                    "If your newsroom has names of its own (“Mostly true”), say for which verdict "
                    "each stands. The number, 1 worst to 5 best, is what search engines show."
                ),
                "muted",
            )
        )
        self.table = QTableWidget(0, 3)
        self.table.setHorizontalHeaderLabels(
            [self.tr("Name"), self.tr("Stands for"), self.tr("Number")]
        )
        self.table.verticalHeader().hide()
        self.table.setMinimumHeight(150)
        self.table.setAccessibleName(self.tr("Your ratings"))
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for rating in verdict_policy.ratings:
            self._add_row(rating)
        self.column.addWidget(self.table, 1)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(button(self.tr("Add a rating"), self.add_rating))
        row.addWidget(button(self.tr("Remove it"), self.remove_rating))
        row.addStretch(1)
        self.column.addLayout(row)

    def _add_row(self, rating: Rating) -> None:
        row = self.table.rowCount()
        self.table.insertRow(row)
        self.table.setItem(row, 0, QTableWidgetItem(rating.name))
        stands = QComboBox()
        for code, name in self._verdicts:
            stands.addItem(name, code)
        stands.setCurrentIndex(stands.findData(rating.label))
        stands.setAccessibleName(self.tr("Stands for"))
        number = QComboBox()
        number.addItem(self.tr("as the verdict"), None)
        for value in range(1, _BEST + 1):
            number.addItem(str(value), value)
        number.setCurrentIndex(number.findData(rating.value))
        number.setAccessibleName(self.tr("Number"))
        self.table.setCellWidget(row, 1, stands)
        self.table.setCellWidget(row, 2, number)
        self.table.setRowHeight(row, max(34, stands.sizeHint().height() + 4))

    def add_rating(self) -> None:
        """Another row, with the cursor in its name."""
        self._add_row(Rating("", "supported"))
        row = self.table.rowCount() - 1
        self.table.setCurrentCell(row, 0)
        item = self.table.item(row, 0)
        assert item is not None
        self.table.editItem(item)

    def remove_rating(self) -> None:
        if self.table.currentRow() >= 0:
            self.table.removeRow(self.table.currentRow())

    def _ratings(self) -> tuple[Rating, ...]:
        """Rows with a name. Raises UserError where one occurs twice."""
        ratings: dict[str, Rating] = {}
        for row in range(self.table.rowCount()):
            item = self.table.item(row, 0)
            name = " ".join(item.text().split()) if item else ""
            if name in ratings:
                raise UserError("There are two ratings called “{name}”", name=name)
            if name:
                stands, number = (self.table.cellWidget(row, column) for column in (1, 2))
                assert isinstance(stands, QComboBox)
                assert isinstance(number, QComboBox)
                ratings[name] = Rating(name, stands.currentData(), number.currentData())
        return tuple(ratings.values())

    # -- publisher -------------------------------------------------------------------------

    def _add_publisher(self, verdict_policy: VerdictPolicy) -> None:
        self.column.addWidget(line(self.tr("In whose name reviews are published"), "heading"))
        self.publisher = QLineEdit(verdict_policy.publisher)
        self.publisher.setPlaceholderText(self.tr("The newsroom’s name"))
        self.address = QLineEdit(verdict_policy.publisher_url)
        self.address.setPlaceholderText("https://…")
        form = QFormLayout()
        form.setHorizontalSpacing(18)
        form.addRow(self.tr("&Publisher"), self.publisher)
        form.addRow(self.tr("&Address"), self.address)
        self.column.addLayout(form)

    def save(self) -> None:
        """Keep it, or say what is wrong with it."""
        address = self.address.text().strip()
        try:
            wanted = msgspec.structs.replace(
                self._session.source_library.verdict_policy,
                needs_two=self.needs_two.isChecked(),
                ratings=self._ratings(),
                publisher=" ".join(self.publisher.text().split()),
                publisher_url=canonical(address) if address else "",
            )
        except UserError as err:
            self._trouble.setText(translation.said_of(err))
            self._trouble.show()
            return
        made = self._session.source_library.set_practice(wanted)
        if made is not None:
            self.saved.emit(made)
        self.accept()
