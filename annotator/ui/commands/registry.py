"""The commands as actions of the window: enabled, ticked, greyed, and carried out in the mode at hand.

The table and the handlers are compared at the start: a command has exactly one handler for each
mode that it works in, and nothing else answers for it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QIcon, QKeySequence

from annotator.core.paths import RESOURCES
from annotator.ui.appearance import plain_text

from .. import translation
from ..command_table.command import (
    Cell,
    Command,
    CommandState,
    Handler,
    Menu,
    Mode,
    Needs,
    cells_of,
    check,
    why_not,
)


class Registry(QObject):
    """The commands as `QAction`: menus, buttons, palette and keys all use the same ones."""

    refused = Signal(str)  # why a command can do nothing here

    def __init__(
        self, commands: Sequence[Command], kinds: Iterable[type], parent: QObject | None = None
    ) -> None:
        """Raises LookupError where the table and the classes of handlers do not fit together."""
        super().__init__(parent)
        check(commands, kinds)
        self.commands = tuple(commands)
        self.actions: dict[str, QAction] = {}
        self.state: Callable[[], CommandState] = CommandState
        self.is_held_back: Callable[[Command], bool] = lambda _row: False
        self._by_id = {command.id: command for command in commands}
        self._handlers: dict[Cell, Handler] = {}
        self._counting: set[str] = set()  # those whose names say what they would take
        self._greyed: dict[str, str] = {}  # why, by id; asked for at every step, so kept
        self._met: tuple[Mode, Needs] | None = None  # for which they are as they are
        self._checked = {each.id: each.checked for each in commands if each.checked}
        self._refusals: dict[str, QAction] = {}  # have the key while the action is greyed
        for command in commands:
            self._add(command)

    # -- handlers ----------------------------------------------------------------------------

    def serve(self, *handlers: object) -> None:
        """From now on these objects carry out what their methods are marked with."""
        for handler in handlers:
            for cell, function in cells_of(type(handler)):
                self._handlers[cell] = function.__get__(handler)

    def dismiss(self, *handlers: object) -> None:
        """These objects are about to go."""
        for handler in handlers:
            for cell, _ in cells_of(type(handler)):
                self._handlers.pop(cell, None)

    def run(self, id_: str, *arguments: object) -> None:
        """Carry out a command where it can be; else `refused` says why not.

        *arguments* are for commands that are called by others (the label to give, say).
        """
        row, state = self._by_id[id_], self.state()
        why = why_not(row.cells, state.mode, state.met)
        if why:
            self.refresh()
            self.refused.emit(translation.translated("Commands", why))
            return
        if self.is_held_back(row):
            self.refresh()
            return
        given = arguments or row.calls[1:] if row.calls[0] else arguments
        try:
            self._handlers[row.handled_as, state.mode](*given)
        finally:
            self.refresh()

    # -- actions -----------------------------------------------------------------------------

    def _add(self, row: Command) -> None:
        action, refusal = QAction(row.name, self), QAction(self)
        action.setObjectName(row.id)
        action.setCheckable(bool(row.checked))
        if row.icon:
            action.setIcon(QIcon(str(RESOURCES / "icons" / f"{row.icon}.svg")))
            action.setIconVisibleInMenu(False)
        for each in (action, refusal):
            each.setShortcuts([QKeySequence(key) for key in row.keys])
            if row.scope == "article":
                each.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            if row.menu != Menu.NONE or row.calls[0]:  # else only others call it, and say with what
                each.triggered.connect(lambda _=False: self.run(row.id))
        self.actions[row.id], self._refusals[row.id] = action, refusal

    def add_rows(self, rows: Iterable[Command]) -> list[str]:
        """More commands, as the labels of a project; returns their ids."""
        made = []
        for row in rows:
            self._by_id[row.id] = row
            self._add(row)
            made.append(row.id)
            if row.checked:
                self._checked[row.id] = row.checked
        self._met = None
        return made

    def drop_rows(self, ids: Iterable[str]) -> None:
        for id_ in ids:
            del self._by_id[id_]
            self._greyed.pop(id_, None)
            self._checked.pop(id_, None)
            for each in (self.actions.pop(id_), self._refusals.pop(id_)):
                each.deleteLater()

    def bind(self, keys: Mapping[str, Sequence[str]]) -> None:
        """Give the commands their keys: id → keys."""
        for id_, each in keys.items():
            for action in (self.actions[id_], self._refusals[id_]):
                action.setShortcuts([QKeySequence(key) for key in each])

    def row(self, id_: str) -> Command:
        return self._by_id[id_]

    def both(self, id_: str) -> tuple[QAction, QAction]:
        """The action, and what has its keys while it is greyed."""
        return self.actions[id_], self._refusals[id_]

    def actions_in(self, scope: str) -> list[QAction]:
        """What a widget wants in which the keys of *scope* work, labels left aside."""
        return [each for row in self.commands if row.scope == scope for each in self.both(row.id)]

    def refresh(self) -> None:
        """Enable, tick and grey the actions as things are now."""
        state = self.state()
        for id_, row in self._by_id.items() if self._met != (state.mode, state.met) else ():
            why = why_not(row.cells, state.mode, state.met)
            if self._greyed.get(id_) != why:
                self._greyed[id_] = why
                self.actions[id_].setEnabled(not why)
                self.actions[id_].setToolTip(translation.translated("Commands", why) if why else "")
                self._refusals[id_].setEnabled(bool(why))
        self._met = (state.mode, state.met)
        for id_, checked in self._checked.items():
            self.actions[id_].setChecked(checked in state.on)
        for id_ in self._counting | state.takes.keys():
            takes = state.takes.get(id_, "")
            name = self._by_id[id_].name
            self.actions[id_].setText(f"{name}  ({plain_text.caption(takes)})" if takes else name)
        self._counting = set(state.takes)
