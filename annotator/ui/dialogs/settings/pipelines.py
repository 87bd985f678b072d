"""Which installed spaCy pipeline suggests in which language, and what its labels are here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QHeaderView,
    QSizePolicy,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from annotator.core.scheme import Scheme
from annotator.suggest import PipelineChoice
from annotator.suggest.entities.spacy_labels import LABELS, LEFT_OUT
from annotator.suggest.pipelines.installed_spacy import InstalledPipeline
from annotator.ui.widgets.language_names import language_name

from ...widgets.dialog import Dialog, button, line, rule

_OURS = ("it", "en", "fr", "es")  # what our own model was trained to read


_LOW_PX, _TALL_PX = 400, 640  # without and with a table of labels


class Pipelines(Dialog):
    """Every choice counts at once: `changed` has all of them."""

    changed = Signal(PipelineChoice)

    def __init__(
        self,
        choice: PipelineChoice,
        installed: Mapping[str, InstalledPipeline],
        scheme: Scheme,
        language: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(self.tr("Other pipelines"), parent, width=600)
        self._choice = choice
        self._installed = installed
        self._scheme = scheme
        self._language = language
        self.combos: dict[str, QComboBox] = {}
        self._build()
        self.add_buttons(button(self.tr("Close"), self.accept))
        self._show_labels()

    def _build(self) -> None:
        said = self.tr(
            "An installed spaCy pipeline can find the names instead of Vaglio's own model; dates, "
            "amounts, claims and who says them stay Vaglio's. Offered is what this Python has: "
            "Vaglio installs nothing."
        )
        self.column.addWidget(line(said))
        form = QFormLayout()
        form.setHorizontalSpacing(18)
        form.setVerticalSpacing(9)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        for code in self._languages():
            form.addRow(language_name(code, self._language) or code, self._combo(code))
        self.column.addLayout(form)
        if not self._installed:
            self.column.addWidget(line(self.tr("No spaCy pipeline is installed here."), "muted"))
        self.column.addWidget(rule())
        self._title = line(self.tr("What their labels are here"), "heading")
        self.column.addWidget(self._title)
        self.table = QTableWidget(0, 3, self)
        heads = [self.tr("Pipeline"), self.tr("Its label"), self.tr("Here")]
        self.table.setHorizontalHeaderLabels(heads)
        self.table.setAccessibleName(self._title.text())
        self.table.verticalHeader().hide()
        self.table.setShowGrid(False)
        self.table.setSelectionMode(QTableWidget.SelectionMode.NoSelection)
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        header = self.table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Fixed)
        self.table.setColumnWidth(2, 240)
        self.column.addWidget(self.table, 100)
        self._note = line("", "muted")
        self.column.addWidget(self._note)
        self.column.addStretch(1)

    def _languages(self) -> list[str]:
        """Ours, those that were chosen for, and those that a pipeline is for."""
        spoken = sorted({each.language for each in self._installed.values()} - {"", "xx", "mul"})
        return list(dict.fromkeys([*_OURS, *self._choice.languages, *spoken]))

    def _combo(self, code: str) -> QComboBox:
        combo = QComboBox(self)
        combo.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        combo.addItem(self.tr("Vaglio's own"), "")
        for each in self._installed.values():
            if each.language in (code, "", "xx", "mul"):
                combo.addItem(f"{each.name} {each.version}", each.name)
        chosen = self._choice.languages.get(code, "")
        if combo.findData(chosen) < 0:  # the name is kept: it may be installed again
            combo.addItem(self.tr("{name}: not installed").format(name=chosen), chosen)
        combo.setCurrentIndex(combo.findData(chosen))
        combo.setAccessibleName(language_name(code, self._language) or code)
        combo.currentIndexChanged.connect(lambda _index: self._choose(code))
        self.combos[code] = combo
        return combo

    def _choose(self, code: str) -> None:
        name = str(self.combos[code].currentData())
        languages = {k: v for k, v in self._choice.languages.items() if k != code}
        if name:
            languages[code] = name
        self._set(PipelineChoice(languages=languages, labels=self._choice.labels))
        self._show_labels()

    def _set(self, choice: PipelineChoice) -> None:
        self._choice = choice
        self.changed.emit(choice)

    # -- labels ----------------------------------------------------------------------------

    def _used(self) -> list[tuple[str, str]]:
        """(pipeline, label) for every label of the pipelines that were chosen."""
        names = dict.fromkeys(self._choice.languages.values())
        return [
            (name, label)
            for name in names
            if name in self._installed
            for label in self._installed[name].labels
        ]

    def _show_labels(self) -> None:
        rows = self._used()
        self.table.setRowCount(len(rows))
        for number, (name, label) in enumerate(rows):
            self.table.setItem(number, 0, QTableWidgetItem(name))
            self.table.setItem(number, 1, QTableWidgetItem(label))
            self.table.setCellWidget(number, 2, self._map(name, label))
            self.table.setRowHeight(number, 36)
        for widget in (self._title, self.table):
            widget.setVisible(bool(rows))
        self.resize(600, _TALL_PX if rows else _LOW_PX)
        silent = [
            name
            for name in dict.fromkeys(self._choice.languages.values())
            if name in self._installed and not self._installed[name].labels
        ]
        said = self.tr("{names} does not say which labels it has; the usual ones are led to ours.")
        self._note.setText(said.format(names=", ".join(silent)) if silent else "")
        self._note.setVisible(bool(silent))

    def _map(self, name: str, label: str) -> QComboBox:
        here = self._choice.labels.get(name, {}).get(label, LABELS.get(label, label))
        combo = QComboBox(self)
        combo.addItem(self.tr("left out"), LEFT_OUT)
        for code in dict.fromkeys([*self._codes(), label, here]):
            if code:
                found = self._scheme.find(code)
                words = found.named(self._language) if found else self.tr("as it is")
                combo.addItem(f"{code} · {words}", code)
        combo.setCurrentIndex(combo.findData(here))
        combo.setAccessibleName(self.tr("{label} of {name}").format(label=label, name=name))
        combo.currentIndexChanged.connect(
            lambda _index: self._lead(name, label, str(combo.currentData()))
        )
        return combo

    def _codes(self) -> Iterable[str]:
        return (each.code for each in self._scheme.offered())

    def _lead(self, name: str, label: str, here: str) -> None:
        """*label* of pipeline *name* is *here* from now on; what is usual is not written down."""
        labels = dict(self._choice.labels.get(name, {}))
        labels[label] = here
        if here == LABELS.get(label, label):
            del labels[label]
        self._set(
            PipelineChoice(
                languages=self._choice.languages, labels={**self._choice.labels, name: labels}
            )
        )
