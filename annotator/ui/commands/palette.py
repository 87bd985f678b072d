"""The command palette, filled with the window's commands and the project's articles."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget

from .. import translation
from ..command_table.command import Command, Menu, Mode, command
from ..widgets.palette import Palette, PaletteItem
from .host import Host
from .registry import Registry

_ALWAYS = Mode.NONE | Mode.ANNOTATE | Mode.REVIEW | Mode.CLAIMS
_ARTICLE = "article:"


class PaletteCommands:
    """Every command by its name, and articles by their titles."""

    def __init__(self, host: Host, window: QWidget, registry: Registry) -> None:
        """*window* is the parent of the palette."""
        self._host = host
        self._window = window
        self._registry = registry

    @command("find_action", _ALWAYS)
    def find_action(self) -> None:
        rows = [row for row in self._registry.commands if row.menu != Menu.NONE]
        items = [self._item(row) for row in rows if row.id != "find_action"]
        box = Palette(items, self._window, more=self._articles)
        box.chosen.connect(self._run)
        box.open()

    def _run(self, chosen: str) -> None:
        if chosen.startswith(_ARTICLE):
            self._registry.run("open_article", chosen.removeprefix(_ARTICLE))
        else:
            self._registry.run(chosen)

    def _item(self, row: Command) -> PaletteItem:
        """A command; where it is greyed, why."""
        action = self._registry.actions[row.id]
        return PaletteItem(
            id=row.id,
            title=row.name,
            hint=translation.translated("Actions", row.menu.value)
            if action.isEnabled()
            else action.toolTip(),
            key=action.shortcut().toString(QKeySequence.SequenceFormat.NativeText),
            enabled=action.isEnabled(),
        )

    def _articles(self, typed: str) -> list[PaletteItem]:
        workspace = self._host.open_project
        if workspace is None:
            return []
        hint = QCoreApplication.translate("Palette", "article")
        return [
            PaletteItem(id=f"{_ARTICLE}{id_}", title=title, hint=hint)
            for id_, title in workspace.session.store.titles_like(typed, limit=8)
        ]
