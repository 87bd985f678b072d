"""What an analyst prefers, made from the table of settings; every change applies at once."""

from __future__ import annotations

import getpass
import os
from itertools import groupby
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from annotator.core.scheme import Scheme
from annotator.suggest import PipelineChoice
from annotator.ui.settings import TABLE, Preference, Settings
from annotator.ui.translation import translated

from ...widgets.dialog import Dialog, button
from ...widgets.editors import FlagEditor, LineEditor, NumberEditor, OneEditor, Option
from ...widgets.form import FormRow, form
from .pipelines import PipelinesEditor


class Preferences(Dialog):
    """Writes the settings and says so by `changed`; there is nothing to confirm."""

    changed = Signal()
    pipelines_changed = Signal(PipelineChoice)

    def __init__(
        self, settings: Settings, scheme: Scheme, language: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(self.tr("Preferences"), parent, width=600)
        self._settings = settings
        self._pipelines = PipelinesEditor(scheme, language)
        self.editors: dict[str, Any] = {}
        """The editor of each setting, by its name."""
        rows: list[FormRow | str] = []
        for group, asked in groupby(TABLE, lambda row: row.group):
            if group:
                rows += [_words(group), *map(self._row, asked)]
        self.column.addWidget(form(*rows))
        self.add_buttons(button(self.tr("Close"), self.accept))

    def _row(self, row: Preference[Any]) -> FormRow:
        editor, explained = self._editor(row), _words(row.help)
        given = os.environ.get("VAGLIO_ANALYST")
        if row is Settings.analyst and given:
            editor.setEnabled(False)
            explained = self.tr(
                "The variable VAGLIO_ANALYST says {name}, so that is your name now."
            )
            explained = explained.format(name=given)
        editor.show_value(getattr(self._settings, row.name))
        editor.changed.connect(lambda: self._keep(row))
        self.editors[row.name] = editor
        return FormRow("" if row.type is bool else _words(row.text), editor, explained)

    def _editor(self, row: Preference[Any]) -> Any:
        if row.type is PipelineChoice:
            return self._pipelines
        if row.type is bool:
            return FlagEditor(_words(row.text))
        if isinstance(row.choices, range):
            return NumberEditor(row.choices, row.unit)
        if row.choices:
            return OneEditor([Option(value, _words(words)) for value, words in row.choices])
        made = LineEditor(empty="")
        if row is Settings.analyst:
            made.setPlaceholderText(getpass.getuser())
        return made

    def _keep(self, row: Preference[Any]) -> None:
        value = self.editors[row.name].value()
        if isinstance(value, str):
            value = " ".join(value.split())
        if value == getattr(self._settings, row.name):
            return
        setattr(self._settings, row.name, value)
        if row is Settings.pipelines:
            self.pipelines_changed.emit(value)
        else:
            self.changed.emit()

    def done(self, result: int) -> None:
        """The name counts also where the field was left by closing."""
        self._keep(Settings.analyst)
        super().done(result)


def _words(text: str) -> str:
    return translated("Preferences", text) if text else ""
