"""All keys on one page, by menu, with what the mouse does; type to find one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from annotator.ui import translation
from annotator.ui.command_table.command import Command, Menu
from annotator.ui.command_table.table import COMMANDS
from annotator.ui.widgets.chips import KeyCap

from ...widgets.dialog import Dialog, button, line
from ...widgets.fuzzy_match import rank

_COLUMN_PX = 270
_HEADING = 2  # lines that one takes, with the room above it
_WIDTH, _HEIGHT = 1420, 880  # all of it, where a window is 1440 × 900

Keys = Mapping[str, Iterable[QKeySequence | str]]

#: What the mouse does, and how.
MOUSE: tuple[tuple[str, str], ...] = (
    (translation.note("Mouse", "Mark, by whole words"), translation.note("Mouse", "drag")),
    (translation.note("Mouse", "Mark, by characters"), translation.note("Mouse", "Alt + drag")),
    (
        translation.note("Mouse", "Choose; again: the one around it"),
        translation.note("Mouse", "click"),
    ),
    (translation.note("Mouse", "Mark the word"), translation.note("Mouse", "double click")),
    (translation.note("Mouse", "Move an edge"), translation.note("Mouse", "drag its handle")),
    (translation.note("Mouse", "What can be done here"), translation.note("Mouse", "right click")),
    (
        translation.note("Mouse", "Larger or smaller text"),
        translation.note("Mouse", "Ctrl + wheel"),
    ),
)


class CheatSheetLine(Struct, frozen=True):
    """A line: what happens, and the keys (or, for the mouse, the words) that make it happen."""

    what: str
    keys: tuple[str, ...] = ()
    gesture: str = ""


class CheatSheetGroup(Struct, frozen=True):
    """Lines under a heading."""

    title: str
    entries: tuple[CheatSheetLine, ...]


class CheatSheet(Dialog):
    """Escape closes it; it changes nothing."""

    def __init__(
        self,
        keys: Keys,
        label_keys: Mapping[str, str],
        parent: QWidget | None = None,
        *,
        label_names: Mapping[str, str] = {},
        commands: Sequence[Command] = COMMANDS,
    ) -> None:
        """*keys* of each action by its id; *label_keys* and *label_names* by a label's code."""
        super().__init__(self.tr("Keys at a glance"), parent, width=_WIDTH)
        self._commands = commands
        self._size = self._fitting(parent)
        self._label_names = label_names
        self._lines: list[tuple[CheatSheetLine, str, tuple[QWidget, ...]]] = []
        self._boxes: list[QWidget] = []
        find = QLineEdit(self)
        find.setPlaceholderText(self.tr("Find a key or what it does"))
        find.setAccessibleName(self.tr("Find a key or what it does"))
        find.setClearButtonEnabled(True)
        find.setMaximumWidth(340)
        find.textChanged.connect(self.search)
        top = QHBoxLayout()
        top.addWidget(line(self.tr("Keys at a glance"), "title"), 1)
        top.addWidget(find, 1)
        self.column.addLayout(top)
        self._none = line("", "muted")
        self._none.hide()
        self.column.addWidget(self._none)
        self.column.addWidget(self._page(self._groups(keys, label_keys)), 1)
        hint = line(self.tr("Single letters work while the article has the focus."), "muted", self)
        self.column.addWidget(hint)
        self.add_buttons(button(self.tr("Close"), self.accept))
        self.resize(self._size)
        find.setFocus()

    def _fitting(self, parent: QWidget | None) -> QSize:
        """All of the window that it opens from, as far as it needs it."""
        room = parent.window().size() if parent is not None else self.screen().availableSize()
        height = min(_HEIGHT, max(420, room.height() - 20))
        return QSize(min(_WIDTH, room.width() - 20), height)

    # -- what it says ----------------------------------------------------------------------

    def _groups(self, keys: Keys, label_keys: Mapping[str, str]) -> list[CheatSheetGroup]:
        menus: dict[Menu, list[CheatSheetLine]] = {}
        for row in self._commands:
            pressed = tuple(_portable(key) for key in keys.get(row.id, ()))
            if any(pressed) and row.menu != Menu.NONE:
                entry = CheatSheetLine(row.name.rstrip("…"), tuple(k for k in pressed if k))
                menus.setdefault(row.menu, []).append(entry)
        groups = [
            CheatSheetGroup(translation.translated("Actions", menu.value), tuple(rows))
            for menu, rows in menus.items()
        ]
        labels = tuple(
            CheatSheetLine(f"{code}  {self._label_names.get(code, '')}".rstrip(), (key,))
            for code, key in label_keys.items()
            if key
        )
        if labels:
            groups.append(CheatSheetGroup(self.tr("Labels"), labels))
        caret = (
            CheatSheetLine(self.tr("Move the caret"), ("Left", "Right", "Up", "Down")),
            CheatSheetLine(self.tr("Move by word"), ("Ctrl+Left", "Ctrl+Right")),
            CheatSheetLine(self.tr("Mark from the caret"), ("Shift+Left", "Shift+Right")),
            CheatSheetLine(self.tr("One level back"), ("Esc",)),
        )
        groups.append(CheatSheetGroup(self.tr("Caret"), caret))
        mouse = tuple(
            CheatSheetLine(
                translation.translated("Mouse", what), gesture=translation.translated("Mouse", how)
            )
            for what, how in MOUSE
        )
        groups.append(CheatSheetGroup(self.tr("Mouse"), mouse))
        return groups

    # -- how it looks ----------------------------------------------------------------------

    def _page(self, groups: Sequence[CheatSheetGroup]) -> QScrollArea:
        page = QWidget()
        row = QHBoxLayout(page)
        row.setContentsMargins(0, 0, 6, 0)
        row.setSpacing(20)
        for column in _balanced(groups, max(1, self._size.width() // _COLUMN_PX)):
            stack = QVBoxLayout()
            stack.setSpacing(10)
            for group in column:
                stack.addWidget(self._box(group))
            stack.addStretch(1)
            row.addLayout(stack, 1)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.viewport().setAutoFillBackground(False)
        page.setAutoFillBackground(False)
        area.setWidget(page)
        return area

    def _box(self, group: CheatSheetGroup) -> QWidget:
        box = QWidget()
        grid = QGridLayout(box)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(1)
        grid.setColumnStretch(0, 1)
        grid.addWidget(line(group.title, "heading"), 0, 0, 1, 2)
        for number, entry in enumerate(group.entries, start=1):
            said = line(entry.what)
            shown: QWidget = KeyCap(entry.keys)
            if entry.gesture:
                label = QLabel(entry.gesture)
                label.setProperty("role", "muted")
                shown = label
            else:
                said.setAccessibleDescription(shown.accessibleName())
            grid.addWidget(said, number, 0)
            grid.addWidget(shown, number, 1, Qt.AlignmentFlag.AlignRight)
            self._lines.append((entry, group.title, (said, shown, box)))
        self._boxes.append(box)
        return box

    # -- finding ---------------------------------------------------------------------------

    def search(self, typed: str) -> None:
        """Show only the lines that answer to *typed*: a name, a menu, a key."""
        open_boxes = set()
        for entry, group, (said, shown, box) in self._lines:
            fits = _fits(typed, entry, group)
            said.setVisible(fits)
            shown.setVisible(fits)
            if fits:
                open_boxes.add(box)
        for box in self._boxes:
            box.setVisible(box in open_boxes)
        self._none.setText(self.tr("Nothing is called “{words}”.").format(words=typed.strip()))
        self._none.setVisible(not open_boxes)

    def shown_lines(self) -> list[CheatSheetLine]:
        """What is in sight."""
        return [entry for entry, _, (said, *_) in self._lines if not said.isHidden()]


def _fits(typed: str, entry: CheatSheetLine, group: str) -> bool:
    typed = typed.strip()
    native = [QKeySequence(k).toString(QKeySequence.SequenceFormat.NativeText) for k in entry.keys]
    if len(typed) == 1:  # a letter is a key, or the beginning of a word
        if any(k.casefold() == typed.casefold() for k in native):
            return True
        return any(word.casefold().startswith(typed.casefold()) for word in entry.what.split())
    if any(typed.casefold() in key.casefold() for key in native):
        return True
    place = rank(typed, entry.what, f"{group} {entry.gesture}")
    return place is not None and place <= 6  # not by scattered letters


def _portable(key: QKeySequence | str) -> str:
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.PortableText)


def _balanced(groups: Sequence[CheatSheetGroup], columns: int) -> list[list[CheatSheetGroup]]:
    """*groups* in their order over *columns* of one length; a long one goes on in the next column."""
    total = sum(len(group.entries) + _HEADING for group in groups)
    longest = -(-total // columns) + 1
    made: list[list[CheatSheetGroup]] = [[]]
    free = longest
    for group in groups:
        left = list(group.entries)
        while left:
            if free < _HEADING + min(2, len(left)) and len(made) < columns:
                made.append([])
                free = longest
            room = max(1, free - _HEADING) if len(made) < columns else len(left)
            made[-1].append(CheatSheetGroup(group.title, tuple(left[:room])))
            free -= _HEADING + len(left[:room])
            left = left[room:]
    return made
