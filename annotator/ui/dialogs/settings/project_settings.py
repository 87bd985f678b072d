"""What holds for the whole project: how verdicts are given and published, how work is reviewed."""

from __future__ import annotations

import msgspec
from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from annotator.core.changes import Change, change
from annotator.core.errors import UserError
from annotator.core.sources.verdict_policy import Rating, VerdictPolicy
from annotator.core.urls import canonical
from annotator.services.review import ReviewRules, Reviews
from annotator.services.session import Session

from ...widgets.dialog import Dialog, button
from ...widgets.editors import ChoiceEditor, FlagEditor, NumberEditor, Option, TextEditor
from ...widgets.form import FormRow, form
from ...widgets.table import ReadOnlyTable

_BEST = 5


class ProjectSettings(Dialog):
    """Saved as one step that can be undone."""

    saved = Signal(Change)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Project settings"), parent, width=640)
        self._session = session
        self._reviews = Reviews(session)
        self._policy, self._rules = session.source_library.verdict_policy, self._reviews.rules
        verdicts = session.scheme.attribute("verdict", "label").values
        self._verdicts = [(v.code, v.name.to(QLocale().name())) for v in verdicts if v.code]
        self.needs_two = FlagEditor(self.tr("A &verdict needs two independent publishers"))
        self.ratings = self._make_ratings()
        self.together = TextEditor(least=1, most=4)
        self.together.setPlaceholderText(self.tr("la Voce, lavoce.example.it, Radio Voce"))
        self.together.setAccessibleName(self.tr("Media that belong together"))
        self.together.show_value("\n".join(self._policy.together))
        self.publisher = QLineEdit(self._policy.publisher)
        self.publisher.setPlaceholderText(self.tr("The newsroom’s name"))
        self.address = QLineEdit(self._policy.publisher_url)
        self.address.setPlaceholderText("https://…")
        self.language = ChoiceEditor(
            (
                Option("", self.tr("that of each article")),
                Option("it", "Italiano"),
                Option("en", "English"),
            )
        )
        self.language.show_value(self._policy.language)
        self.blind = FlagEditor(
            self.tr("&Colleagues’ work stays hidden until one’s own is submitted")
        )
        self.drafts = FlagEditor(self.tr("Work that is not submitted can be &reviewed, too"))
        self.spot = NumberEditor(range(101), " %")
        self.seed = NumberEditor(range(1_000_000))
        self.needs_two.show_value(self._policy.needs_two)
        self.blind.show_value(self._rules.blind)
        self.drafts.show_value(self._rules.drafts)
        self.spot.show_value(round(100 * self._rules.spot_share))
        self.seed.show_value(self._rules.seed)
        self.column.addWidget(form(*self._rows()))
        cancel = button(self.tr("Cancel"), self.reject)
        self.add_buttons(cancel, button(self.tr("Save"), self.save))

    def _rows(self) -> list[FormRow | str]:
        return [
            self.tr("Verdicts"),
            FormRow(
                None,
                self.needs_two,
                self.tr(
                    "Or one primary source and a written reason why it is enough. “Not enough "
                    "evidence” needs neither. Professional fact-checkers work like this; without "
                    "the rule every verdict is accepted. The article is never its own evidence."
                ),
            ),
            FormRow(
                None,
                self.ratings,
                self.tr(
                    "If your newsroom has names of its own (“Mostly true”), say for which verdict "
                    "each stands. The number, 1 worst to 5 best, is what search engines show."
                ),
            ),
            FormRow(
                self.tr("Media that belong &together"),
                self.together,
                self.tr(
                    "Names and sites that count as one publisher, those of one medium on a line, with "
                    "commas between them. Vaglio knows some hundred media, agencies and bodies already."
                ),
            ),
            self.tr("Publishing"),
            FormRow(self.tr("&Publisher"), self.publisher),
            FormRow(self.tr("&Address"), self.address),
            FormRow(
                self.tr("&Language of the reviews"),
                self.language,
                self.tr("In it a verdict without a rating of your own is named in ClaimReview."),
            ),
            self.tr("Review"),
            FormRow(None, self.blind),
            FormRow(None, self.drafts),
            FormRow(
                self.tr("Spot c&heck"),
                self.spot,
                self.tr(
                    "So much of what all agree on, but at least one annotation, is left for a look "
                    "when the rest is accepted at once."
                ),
            ),
            FormRow(
                self.tr("Draw &number"),
                self.seed,
                self.tr("The same number draws the same sample."),
            ),
        ]

    # -- ratings ---------------------------------------------------------------------------

    def _make_ratings(self) -> QWidget:
        heads = (self.tr("Name"), self.tr("Stands for"), self.tr("Number"))
        self.table = ReadOnlyTable(self.tr("Your ratings"), heads)
        trigger = self.table.EditTrigger
        self.table.setEditTriggers(
            trigger.DoubleClicked | trigger.EditKeyPressed | trigger.AnyKeyPressed
        )
        self.table.setSelectionMode(self.table.SelectionMode.SingleSelection)
        self.table.setMinimumHeight(110)
        self.table.setMaximumHeight(120)  # more of them scroll: the dialog fits small screens
        for rating in self._policy.ratings:
            self._add_row(rating)
        made = QWidget()
        made.setAccessibleName(self.table.accessibleName())
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.table)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(button(self.tr("Add a rating"), self.add_rating))
        row.addWidget(button(self.tr("Remove it"), self.remove_rating))
        row.addStretch(1)
        column.addLayout(row)
        return made

    def _add_row(self, rating: Rating) -> None:
        row = self.table.rowCount()
        self.table.insertRow(row)
        self.table.setItem(row, 0, QTableWidgetItem(rating.name))
        numbers = [(self.tr("as the verdict"), None), *((str(n + 1), n + 1) for n in range(_BEST))]
        for column, name, offered, chosen in (
            (
                1,
                self.tr("Stands for"),
                [(name, code) for code, name in self._verdicts],
                rating.label,
            ),
            (2, self.tr("Number"), numbers, rating.value),
        ):
            combo = QComboBox()
            for words, held in offered:
                combo.addItem(words, held)
            combo.setCurrentIndex(combo.findData(chosen))
            combo.setAccessibleName(name)
            self.table.setCellWidget(row, column, combo)
            self.table.setRowHeight(row, max(34, combo.sizeHint().height() + 4))

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

    # -- saving ----------------------------------------------------------------------------

    def _wanted_policy(self) -> VerdictPolicy:
        address = self.address.text().strip()
        return msgspec.structs.replace(
            self._policy,
            needs_two=self.needs_two.value(),
            ratings=self._ratings(),
            together=tuple(filter(None, map(str.strip, self.together.value().splitlines()))),
            publisher=" ".join(self.publisher.text().split()),
            publisher_url=canonical(address) if address else "",
            language=self.language.value(),
        )

    def _wanted_rules(self) -> ReviewRules:
        share, before = self.spot.value(), self._rules.spot_share
        return ReviewRules(
            blind=self.blind.value(),
            drafts=self.drafts.value(),
            spot_share=before if share == round(100 * before) else share / 100,
            seed=self.seed.value(),
        )

    def save(self) -> None:
        """Keep it, or say what is wrong with it."""
        try:
            policy = self._wanted_policy()
        except UserError as err:
            self.say_trouble(err)
            return
        edits = self._session.source_library.practice_edits(policy)
        edits += self._reviews.rules_edits(self._wanted_rules())
        made = self._session.do(change("set_project", edits, by=self._session.analyst))
        if made is not None:
            self.saved.emit(made)
        self.accept()
