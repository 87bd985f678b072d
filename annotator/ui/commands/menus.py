"""The menu bar, made from the table: lines between groups, and a letter to press for every entry."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from .. import translation
from ..command_table.command import Menu, Mode, command
from ..command_table.key_hints import with_letters, without_letter
from ..command_table.table import FIRST_OF_GROUP
from .registry import Registry

_ALWAYS = Mode.NONE | Mode.ANNOTATE | Mode.REVIEW | Mode.CLAIMS


class Menus(QObject):
    """Letters are given when a menu opens: its names change with the language and what is current."""

    def __init__(self, registry: Registry, window: QMainWindow) -> None:
        super().__init__(window)
        self._registry = registry
        self._bar = window.menuBar()
        self._menus: dict[Menu, QMenu] = {}

    def fill(self) -> None:
        """All commands of the table that have a menu."""
        for row in self._registry.commands:
            if row.menu == Menu.NONE:
                continue
            if row.menu not in self._menus:
                menu = self._menus[row.menu] = self._bar.addMenu("")
                menu.setToolTipsVisible(True)
                menu.aboutToShow.connect(lambda shown=menu: letter(shown.actions()))
            if row.id in FIRST_OF_GROUP and not self._menus[row.menu].isEmpty():
                self._menus[row.menu].addSeparator()
            self._menus[row.menu].addAction(self._registry.actions[row.id])
        self.name()

    def name(self) -> None:
        """Give the menus their names, with no letter that Alt has another use for."""
        names = [translation.translated("Actions", menu.value) for menu in self._menus]
        taken = {key[-1].casefold() for key in self._with_alt()}
        for menu, name in zip(self._menus.values(), with_letters(names, taken), strict=True):
            menu.setTitle(name)

    def _with_alt(self) -> Iterable[str]:
        for action in self._registry.actions.values():
            for key in action.shortcuts():
                written = key.toString(QKeySequence.SequenceFormat.PortableText)
                if written.startswith("Alt+") and len(written) == len("Alt+X"):
                    yield written

    @command("open_menus", _ALWAYS)
    def open_menus(self) -> None:
        """The first menu, from which the arrows lead to the others; Esc leads back."""
        self._bar.setActiveAction(self._bar.actions()[0])


def letter(actions: Sequence[QAction]) -> None:
    """Underline a letter of each of *actions*, another one in each as far as there are any."""
    entries = [action for action in actions if not action.isSeparator()]
    names = [without_letter(action.text()) for action in entries]
    for action, name in zip(entries, with_letters(names), strict=True):
        action.setText(name)
