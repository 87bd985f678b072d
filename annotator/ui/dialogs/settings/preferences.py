"""What an analyst likes: each choice is kept, and applies, as soon as it is made."""

from __future__ import annotations

import getpass
import os

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QSpinBox,
    QWidget,
)

from annotator.core.scheme import Scheme
from annotator.suggest import PipelineChoice
from annotator.ui.settings import Settings
from annotator.ui.widgets.chips import Segments
from annotator.ui.widgets.language_names import language_name

from ...widgets.dialog import Dialog, button, line, rule

_LEAST_PX, _MOST_PX = 12, 36


class Preferences(Dialog):
    """Writes the settings and says so by `changed`; there is nothing to confirm."""

    changed = Signal()  # theme, font size or compact lines: they apply at once
    pipelines_changed = Signal(PipelineChoice)
    analyst_changed = Signal(str)

    def __init__(
        self,
        settings: Settings,
        scheme: Scheme,
        language: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(self.tr("Preferences"), parent, width=600)
        self._settings = settings
        self._scheme = scheme
        self._window_language = language
        self._form = QFormLayout()
        self._form.setHorizontalSpacing(18)
        self._form.setVerticalSpacing(9)
        self._form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        self.column.addLayout(self._form)
        self._add_analyst()
        self._add_language()
        self._form.addRow(rule())
        self._add_look()
        self._form.addRow(rule())
        self._add_machine()
        self._form.addRow(rule())
        self._add_import()
        self.add_buttons(button(self.tr("Close"), self.accept))

    def _add_analyst(self) -> None:
        self.analyst = QLineEdit(self._settings.text("analyst"))
        self.analyst.setPlaceholderText(getpass.getuser())
        self.analyst.editingFinished.connect(self._keep_analyst)
        self._form.addRow(self.tr("Your &name"), self.analyst)
        said = self.tr(
            "All you do is kept in a layer under this name, which nobody else writes in. "
            "Another name begins another layer, from the next project you open."
        )
        given = os.environ.get("VAGLIO_ANALYST")
        if given:
            self.analyst.setEnabled(False)
            said = self.tr("The variable VAGLIO_ANALYST says {name}, so that is your name now.")
            said = said.format(name=given)
        self._note(said)

    def _add_language(self) -> None:
        self.language = QComboBox()
        for code, name in (("", self.tr("As the system")), ("en", "English"), ("it", "Italiano")):
            self.language.addItem(name, code)
        self.language.setCurrentIndex(max(0, self.language.findData(self._text("language"))))
        self.language.currentIndexChanged.connect(self._keep_language)
        self._form.addRow(self.tr("&Language"), self.language)
        self._note(self.tr("From the next start of Vaglio."))

    def _add_look(self) -> None:
        self.theme = Segments(
            [
                ("system", self.tr("As the system")),
                ("light", self.tr("Light")),
                ("dark", self.tr("Dark")),
            ]
        )
        self.theme.set_value(self._text("theme"))
        self.theme.setAccessibleName(self.tr("Colours"))
        self.theme.chosen.connect(self._keep_theme)
        self._form.addRow(self.tr("Colours"), self.theme)
        self.font_px = QSpinBox()
        self.font_px.setRange(_LEAST_PX, _MOST_PX)
        self.font_px.setSuffix(self.tr(" px"))
        self.font_px.setValue(self._settings.number("font_px"))
        self.font_px.setMaximumWidth(110)
        self.font_px.valueChanged.connect(self._keep_font)
        self._form.addRow(self.tr("Size of the &article"), self.font_px)
        self.compact = QCheckBox(self.tr("&Compact lines: more text, less room for claims"))
        self.compact.setChecked(self._settings.flag("compact"))
        self.compact.toggled.connect(self._keep_compact)
        self._form.addRow("", self.compact)

    def _add_machine(self) -> None:
        self.suggest = QCheckBox(self.tr("&Suggest entities and claims when an article opens"))
        self.suggest.setChecked(self._settings.flag("suggest_on_open"))
        self.suggest.toggled.connect(self._keep_suggest)
        self._form.addRow(self.tr("The machine"), self.suggest)
        said = self.tr("It works on this computer; no text leaves it.")
        self._note(said)
        row = QHBoxLayout()
        row.setSpacing(12)
        self.others = line("", "muted")
        row.addWidget(self.others, 1)
        row.addWidget(button(self.tr("Other &pipelines…"), self.open_pipelines))
        self._form.addRow("", row)
        self._show_others(self._settings.pipelines)

    def _add_import(self) -> None:
        self.preview = QCheckBox(self.tr("&Look at articles before they are imported"))
        self.preview.setChecked(self._settings.flag("preview_import"))
        self.preview.toggled.connect(lambda wanted: self._settings.set("preview_import", wanted))
        self._form.addRow(self.tr("Import"), self.preview)

    def _show_others(self, choice: PipelineChoice) -> None:
        named = [
            f"{language_name(code, self._window_language) or code}: {name}"
            for code, name in choice.languages.items()
        ]
        self.others.setText(" · ".join(named) or self.tr("Vaglio's own model reads all languages."))

    def open_pipelines(self) -> None:
        from annotator.suggest.pipelines.installed_spacy import found

        from .pipelines import Pipelines

        dialog = Pipelines(
            self._settings.pipelines, found(), self._scheme, self._window_language, self
        )
        dialog.changed.connect(self._keep_pipelines)
        dialog.open()

    def _keep_pipelines(self, choice: PipelineChoice) -> None:
        self._settings.set_pipelines(choice)
        self._show_others(choice)
        self.pipelines_changed.emit(choice)

    def _note(self, said: str) -> None:
        """A line that explains the field above it."""
        note = line(said, "muted")
        note.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._form.addRow("", note)

    def _text(self, name: str) -> str:
        return self._settings.text(name)

    # -- keeping ---------------------------------------------------------------------------

    def _keep_analyst(self) -> None:
        name = " ".join(self.analyst.text().split())
        if name != self._text("analyst"):
            self._settings.set("analyst", name)
            self.analyst_changed.emit(name)

    def _keep_language(self, _index: int) -> None:
        self._settings.set("language", str(self.language.currentData()))

    def _keep_theme(self, theme: str) -> None:
        self._settings.set("theme", theme)
        self.changed.emit()

    def _keep_font(self, px: int) -> None:
        self._settings.set("font_px", px)
        self.changed.emit()

    def _keep_compact(self, is_compact: bool) -> None:
        self._settings.set("compact", is_compact)
        self.changed.emit()

    def _keep_suggest(self, is_wanted: bool) -> None:
        self._settings.set("suggest_on_open", is_wanted)
        self.changed.emit()

    def done(self, result: int) -> None:
        """The name counts also where the field was left by closing."""
        self._keep_analyst()
        super().done(result)
