"""The menu bar, made from the table: lines between groups, and a letter to press for every entry."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from annotator.core.scheme import Label
from annotator.ui.appearance import plain_text

from .. import translation
from ..command_table.command import Menu, Mode, command
from ..command_table.key_hints import with_letters, without_letter
from ..command_table.table import ARTICLE_MENU, FIRST_OF_GROUP
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

    def context_menu(self, at: QPoint, labels: Iterable[Label], language: str) -> QMenu:
        """What can be done with the selection or the current annotation, and which label it can get."""
        menu = QMenu(self._bar)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setToolTipsVisible(True)
        given = menu.addMenu(self.tr("Label"))
        given.setEnabled(self._registry.actions["pick_label"].isEnabled())
        for label in labels:
            name = plain_text.caption(f"{label.code}  {label.named(language)}")
            action = given.addAction(f"{name}\t{label.key}" if label.key else name)
            action.triggered.connect(
                lambda _=False, code=label.code: self._registry.run("give_label", code)
            )
        for id_ in ARTICLE_MENU:
            menu.addAction(self._registry.actions[id_]) if id_ else menu.addSeparator()
        menu.popup(at)
        return menu

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
