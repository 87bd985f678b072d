"""The key editor: choose an action, press its new key."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QWidget,
)

from annotator.core.scheme import KEYS
from annotator.ui import translation
from annotator.ui.command_table.command import Command, Menu
from annotator.ui.command_table.table import COMMANDS, clash, keys

from ...widgets.dialog import Dialog, button, line, restyle
from ...widgets.fuzzy_match import rank
from ...widgets.table import ReadOnlyTable

_LONE = {Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr}
_ARROWS = {"Left", "Right", "Up", "Down", "Home", "End"}
#: Moving the caret and marking with it, going from field to field, going back.
FIXED = (
    {"Esc", "Tab", "Shift+Tab", "Backtab", "Shift+Backtab", "PgUp", "PgDown"}
    | {f"{held}{key}" for held in ("", "Shift+") for key in _ARROWS}
    | {f"{held}{key}" for held in ("Ctrl+", "Ctrl+Shift+") for key in ("Left", "Right")}
)


class KeyEditor(Dialog):
    """Every accepted key applies at once: `keys_changed` gives all that differ from the table."""

    keys_changed = Signal(dict)  # id -> key, "" for none

    def __init__(
        self,
        changed: Mapping[str, str],
        labels: Mapping[str, str],
        parent: QWidget | None = None,
        *,
        commands: Sequence[Command] = COMMANDS,
    ) -> None:
        """*changed* as in the settings; *labels* gives the key of each label by its code."""
        super().__init__(self.tr("Change keys"), parent, width=640)
        self._rows = [row for row in commands if row.menu != Menu.NONE]
        self._by_id = {row.id: row for row in self._rows}
        self._changed = {id_: key for id_, key in changed.items() if id_ in self._by_id}
        self._labels = dict(labels)
        self._find = QLineEdit(self)
        self._find.setPlaceholderText(self.tr("Find an action"))
        self._find.setAccessibleName(self.tr("Find an action"))
        self._find.setClearButtonEnabled(True)
        self._find.textChanged.connect(self._search)
        self._table = self._make_table()
        self._catcher = KeyCatcher(self)
        self._catcher.caught.connect(self.press)
        self._catcher.left.connect(self._table.setFocus)
        self._said = line("")
        self._said.setMinimumHeight(36)
        self._none = button(self.tr("No key"), lambda: self._set(""))
        self._reset = button(self.tr("Reset"), self._reset_one)
        row = QHBoxLayout()
        row.addWidget(QLabel(self.tr("New key:")))
        row.addWidget(self._catcher, 1)
        row.addWidget(self._none)
        row.addWidget(self._reset)
        self.column.addWidget(
            line(self.tr("Choose an action, press Enter, then press the key you want for it."))
        )
        self.column.addWidget(self._find)
        self.column.addWidget(self._table, 1)
        self.column.addLayout(row)
        self.column.addWidget(self._said)
        self._reset_all = button(self.tr("Reset all"), self.reset_all)
        self.add_buttons(button(self.tr("Close"), self.accept), left=(self._reset_all,))
        self.resize(640, 620)
        self._table.selectRow(0)
        self._table.setFocus()

    def _make_table(self) -> ReadOnlyTable:
        heads = (self.tr("Action"), self.tr("Menu"), self.tr("Key"))
        table = ReadOnlyTable(self.tr("Actions and their keys"), heads, parent=self)
        table.setRowCount(len(self._rows))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        for number in range(len(self._rows)):
            self._show_row(table, number)
        table.itemSelectionChanged.connect(self._point)
        table.cellDoubleClicked.connect(lambda *_place: self._catcher.setFocus())
        return table

    def _show_row(self, table: ReadOnlyTable, number: int) -> None:
        row = self._rows[number]
        native = "  ·  ".join(map(_native, keys(self._changed, self._rows)[row.id]))
        is_changed = row.id in self._changed
        table.fill(number, (row.name, _menu(row), native), bold=2 if is_changed else -1)

    # -- choosing --------------------------------------------------------------------------

    @property
    def row(self) -> Command | None:
        """The action that is chosen."""
        number = self._table.currentRow()
        return self._rows[number] if 0 <= number < len(self._rows) else None

    def choose(self, id_: str) -> None:
        """Put the selection on the action *id_*."""
        number = next(n for n, row in enumerate(self._rows) if row.id == id_)
        self._table.selectRow(number)

    def _point(self) -> None:
        row = self.row
        self._say("")
        self._reset.setEnabled(row is not None and row.id in self._changed)
        self._reset_all.setEnabled(bool(self._changed))
        self._none.setEnabled(row is not None and bool(keys(self._changed, self._rows)[row.id]))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter leads on: from the search to the list, from the list to the new key."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and self._find.hasFocus():
            self._table.setFocus()
        elif is_enter and self._table.hasFocus():
            self._catcher.setFocus()
        else:
            super().keyPressEvent(event)

    def _search(self, typed: str) -> None:
        first = None
        for number, row in enumerate(self._rows):
            place = rank(typed, row.name, _menu(row))
            fits = place is not None and place <= 6
            self._table.setRowHidden(number, not fits)
            first = number if fits and first is None else first
        if first is not None and self._table.isRowHidden(self._table.currentRow()):
            self._table.selectRow(first)

    # -- changing --------------------------------------------------------------------------

    def press(self, key: str) -> None:
        """Give *key* to the chosen action, or say why it cannot have it."""
        row = self.row
        if row is None:
            return
        said = self.refusal(row, key)
        if said:
            self._say(said, is_error=True)
        else:
            self._set(key)

    def refusal(self, row: Command, key: str) -> str:
        """Why *row* cannot have *key*; "" where it can."""
        native = _native(key)
        if key in FIXED:
            said = self.tr("{key} moves the caret or the focus, always.")
            return said.format(key=native)
        taken: dict[str, tuple[str, ...]] = {f"label {c}": (k,) for c, k in self._labels.items()}
        taken |= keys(self._changed, self._rows)
        other = clash(key, taken, of=row.id)
        if other in self._by_id:
            name = self._by_id[other].name.rstrip("…")
            said = self.tr("{key} belongs to “{action}”. Give that another key first.")
            return said.format(key=native, action=name)
        if other is not None:
            said = self.tr("{key} belongs to the label {label}. Edit labels to free it.")
            return said.format(key=native, label=other.removeprefix("label "))
        if key in KEYS:
            said = self.tr("{key} is kept for labels. Choose another letter, or add Ctrl or Alt.")
            return said.format(key=native)
        if row.scope == "window" and _is_typing(key):
            said = self.tr("{key} alone would be lost for typing: add Ctrl or Alt.")
            return said.format(key=native)
        return ""

    def _set(self, key: str) -> None:
        row = self.row
        if row is None:
            return
        before = dict(self._changed)
        defaults = row.keys
        if (key,) == defaults or (not key and not defaults):
            self._changed.pop(row.id, None)
        else:
            self._changed[row.id] = key
        self._tell(before)
        said = self.tr("“{action}” is now {key}.") if key else self.tr("“{action}” has no key now.")
        name = row.name.rstrip("…")
        self._say(said.format(action=name, key=_native(key)))

    def _reset_one(self) -> None:
        row = self.row
        if row is None or row.id not in self._changed:
            return
        for key in row.keys:
            taken = self.refusal(row, key)
            if taken:
                self._say(taken, is_error=True)
                return
        before = dict(self._changed)
        del self._changed[row.id]
        self._tell(before)

    def reset_all(self) -> None:
        """Every action has the keys it came with."""
        before = dict(self._changed)
        self._changed = {}
        self._tell(before)
        self._say(self.tr("Every action has the key it came with."))

    def _tell(self, before: dict[str, str]) -> None:
        for number in range(len(self._rows)):
            self._show_row(self._table, number)
        self._point()
        if self._changed != before:
            self.keys_changed.emit(dict(self._changed))

    @property
    def said(self) -> str:
        """What it says about the last key."""
        return self._said.text()

    def _say(self, words: str, *, is_error: bool = False) -> None:
        self._said.setText(words)
        self._said.setProperty("role", "error" if is_error else "muted")
        restyle(self._said)


class KeyCatcher(QLineEdit):
    """A field that takes the next key, whatever it is; Escape and Tab leave it."""

    caught = Signal(str)  # in Qt's portable form
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setPlaceholderText(self.tr("press Enter in the list, then a key"))
        self.setAccessibleName(self.tr("New key"))

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def focusInEvent(self, event: object) -> None:
        super().focusInEvent(event)  # type: ignore[arg-type] # a QFocusEvent
        self.setPlaceholderText(self.tr("press a key"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        event.accept()
        if key == Qt.Key.Key_Escape:
            self.left.emit()
            return
        if key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self.focusNextPrevChild(key == Qt.Key.Key_Tab)
            return
        if Qt.Key(key) in _LONE or key in (0, Qt.Key.Key_unknown):
            return
        pressed = QKeySequence(event.keyCombination())
        portable = pressed.toString(QKeySequence.SequenceFormat.PortableText)
        self.setText(_native(portable))
        self.caught.emit(portable)


def _menu(row: Command) -> str:
    return translation.translated("Actions", row.menu.value)


def _native(key: str) -> str:
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)


def _is_typing(key: str) -> bool:
    """Whether *key* would be a character in a text field."""
    bare = key.removeprefix("Shift+")
    return len(bare) == 1 or bare in ("Space", "Return", "Enter", "Backspace", "Del")
