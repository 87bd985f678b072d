"""Which suggester reads which language, and what its labels are here."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSizePolicy, QWidget

from annotator.core.scheme import Scheme
from annotator.suggest import PipelineChoice, Suggester
from annotator.suggest.entities.spacy_labels import LABELS, LEFT_OUT
from annotator.suggest.pipelines.registry import DEFAULT, LabelledSuggester, by_name
from annotator.ui.widgets.language_names import language_name

from ...widgets.dialog import Dialog, button, line, rule
from ...widgets.form import FormRow, form
from ...widgets.table import ReadOnlyTable

_OURS = ("it", "en", "fr", "es")  # what our own model was trained to read
_ANY = ("", "xx", "mul")  # the languages of a suggester that reads all
_REST = ""  # stands for every language that nobody was chosen for

_LOW_PX, _TALL_PX = 440, 680  # without and with a table of labels


class PipelinesEditor(QWidget):
    """Says in a line who reads what; the choice is made in a dialog of its own."""

    changed = Signal()

    def __init__(self, scheme: Scheme, language: str) -> None:
        super().__init__()
        self._scheme = scheme
        self._language = language
        self._choice = PipelineChoice()
        self.others = line("", "muted")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.others, 1)
        row.addWidget(button(self.tr("Other &pipelines…"), self.open_pipelines))

    def value(self) -> PipelineChoice:
        return self._choice

    def show_value(self, choice: PipelineChoice) -> None:
        self._choice = choice
        named = [
            f"{language_name(code, self._language) or code}: {name}"
            for code, name in choice.languages.items()
        ]
        if choice.default:
            named.append(self.tr("Other languages: {name}").format(name=choice.default))
        self.others.setText(" · ".join(named) or self.tr("Vaglio's own model reads all languages."))

    def open_pipelines(self) -> None:
        there = {name: each for name, each in by_name().items() if each != DEFAULT}
        dialog = Pipelines(self._choice, there, self._scheme, self._language, self)
        dialog.changed.connect(self.choose)
        dialog.open()

    def choose(self, choice: PipelineChoice) -> None:
        self.show_value(choice)
        self.changed.emit()


class Pipelines(Dialog):
    """Every choice counts at once: `changed` has all of them."""

    changed = Signal(PipelineChoice)

    def __init__(
        self,
        choice: PipelineChoice,
        installed: Mapping[str, Suggester],
        scheme: Scheme,
        language: str,
        parent: QWidget | None = None,
    ) -> None:
        """*installed* are the suggesters besides our own, by name."""
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
        self.column.addWidget(
            form(*(FormRow(self._name(code), self._combo(code)) for code in self._languages()))
        )
        if not any(isinstance(each, LabelledSuggester) for each in self._installed.values()):
            self.column.addWidget(line(self.tr("No spaCy pipeline is installed here."), "muted"))
        self.column.addWidget(rule())
        self._title = line(self.tr("What their labels are here"), "heading")
        self.column.addWidget(self._title)
        heads = (self.tr("Pipeline"), self.tr("Its label"), self.tr("Here"))
        self.table = ReadOnlyTable(self._title.text(), heads, fixed={2: 240})
        self.column.addWidget(self.table, 100)
        self._note = line("", "muted")
        self.column.addWidget(self._note)
        self.column.addStretch(1)

    def _name(self, code: str) -> str:
        if code == _REST:
            return self.tr("Other languages")
        return language_name(code, self._language) or code

    def _languages(self) -> list[str]:
        """Ours, those that were chosen for, and those that a pipeline is for."""
        spoken = sorted({_language(each) for each in self._installed.values()} - {*_ANY})
        return list(dict.fromkeys([*_OURS, *self._choice.languages, *spoken, _REST]))

    def _combo(self, code: str) -> QComboBox:
        combo = QComboBox(self)
        combo.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        combo.addItem(self.tr("Vaglio's own"), "")
        for each in self._installed.values():
            if _language(each) in (code, *_ANY):
                combo.addItem(f"{each.name} {each.version}", each.name)
        chosen = self._choice.default if code == _REST else self._choice.languages.get(code, "")
        if combo.findData(chosen) < 0:  # the name is kept: it may be installed again
            combo.addItem(self.tr("{name}: not installed").format(name=chosen), chosen)
        combo.setCurrentIndex(combo.findData(chosen))
        combo.currentIndexChanged.connect(lambda _index: self._choose(code))
        self.combos[code] = combo
        return combo

    def _choose(self, code: str) -> None:
        name = str(self.combos[code].currentData())
        if code == _REST:
            self._set(default=name)
        else:
            languages = {k: v for k, v in self._choice.languages.items() if k != code}
            self._set(languages={**languages, code: name} if name else languages)
        self._show_labels()

    def _set(self, **fields: object) -> None:
        self._choice = msgspec.structs.replace(self._choice, **fields)
        self.changed.emit(self._choice)

    # -- labels ----------------------------------------------------------------------------

    def _chosen(self) -> list[Suggester]:
        """The installed suggesters that were chosen."""
        names = dict.fromkeys([*self._choice.languages.values(), self._choice.default])
        return [self._installed[name] for name in names if name in self._installed]

    def _show_labels(self) -> None:
        labelled = [each for each in self._chosen() if isinstance(each, LabelledSuggester)]
        rows = [(each.name, label) for each in labelled for label in each.labels]
        self.table.setRowCount(len(rows))
        for number, (name, label) in enumerate(rows):
            self.table.fill(number, (name, label))
            self.table.setCellWidget(number, 2, self._map(name, label))
            self.table.setRowHeight(number, 36)
        for widget in (self._title, self.table):
            widget.setVisible(bool(rows))
        self.resize(600, _TALL_PX if rows else _LOW_PX)
        silent = [each.name for each in labelled if not each.labels]
        said = self.tr("{names} does not say which labels it has; the usual ones are led to ours.")
        self._note.setText(said.format(names=", ".join(silent)))
        self._note.setVisible(bool(silent))

    def _map(self, name: str, label: str) -> QComboBox:
        here = self._choice.labels.get(name, {}).get(label, LABELS.get(label, label))
        combo = QComboBox(self)
        combo.addItem(self.tr("left out"), LEFT_OUT)
        ours = [each.code for each in self._scheme.offered()]
        for code in dict.fromkeys([*ours, label, here]):
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

    def _lead(self, name: str, label: str, here: str) -> None:
        """*label* of pipeline *name* is *here* from now on; what is usual is not written down."""
        labels = {**self._choice.labels.get(name, {}), label: here}
        if here == LABELS.get(label, label):
            del labels[label]
        self._set(labels={**self._choice.labels, name: labels})


def _language(suggester: Suggester) -> str:
    return suggester.language if isinstance(suggester, LabelledSuggester) else ""
