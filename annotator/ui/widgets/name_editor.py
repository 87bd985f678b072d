"""A line for a name, which offers those that are known."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QCompleter

from .editors import LineEditor


class NameEditor(LineEditor):
    """Names with the typed letters anywhere in them come up; the arrow down shows all."""

    def __init__(self) -> None:
        super().__init__(empty="")
        self._names = QStringListModel(self)
        completer = QCompleter(self._names, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.activated.connect(lambda _: self.changed.emit())
        self.setCompleter(completer)

    def offer(self, names: Iterable[str]) -> None:
        wanted = list(dict.fromkeys(names))
        if wanted != self._names.stringList():
            self._names.setStringList(wanted)

    def offered(self) -> list[str]:
        return self._names.stringList()
