"""Forms: rows as data for dialogs, and the fields of one record, saved as they are edited."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QFileDialog,
    QFormLayout,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QRadioButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from annotator.core.changes import Change
from annotator.core.model import Record

from .dialog import button, line, rule
from .editors import Editor
from .file_dialog import file_dialog

Amend: TypeAlias = Callable[[str, dict[str, Any], Change | None], Change | None]
"""Saves fields of the record with this id, and returns what is in the log; raises what hinders it.

The last is what was saved before in the same visit to the field: both are one act of the analyst.
"""

_REST_MS = 800  # of no typing, and it is saved
_CAPTION = 88


class FormRow(NamedTuple):
    """A field of a dialog; "&" in *label* marks its key, with None the editor takes the whole row."""

    label: str | None
    editor: QWidget
    help: str = ""


def form(*rows: FormRow | str) -> QWidget:
    """Fields below each other, captions on the left; a text among the *rows* is a heading."""
    made = QWidget()
    layout = QFormLayout(made)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setHorizontalSpacing(18)
    layout.setVerticalSpacing(9)
    layout.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
    layout.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
    for row in rows:
        if isinstance(row, str):
            if layout.rowCount():
                layout.addRow(rule())
            layout.addRow(line(row, "heading"))
            continue
        if row.label is None:
            layout.addRow(row.editor)
        else:
            layout.addRow(row.label, row.editor)
        if row.label and not row.editor.accessibleName():
            row.editor.setAccessibleName(row.label.replace("&", ""))
        if row.help:
            note = line(row.help, "muted")
            note.setAlignment(Qt.AlignmentFlag.AlignTop)
            layout.addRow(note) if row.label is None else layout.addRow("", note)
            row.editor.setAccessibleDescription(row.help)
    return made


class RadioColumn(QWidget):
    """One of a few sentences, below each other; the first is chosen."""

    def __init__(self, choices: Sequence[str]) -> None:
        super().__init__()
        self.group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        for number, words in enumerate(choices):
            radio = QRadioButton(words)
            self.group.addButton(radio, number)
            column.addWidget(radio)
        self.group.button(0).setChecked(True)

    @property
    def chosen(self) -> int:
        return self.group.checkedId()


class FileRow(QWidget):
    """Where something is written to; another place can be chosen, with the same suffix."""

    def __init__(self, path: Path, title: str) -> None:
        """*title* is that of the file dialog."""
        super().__init__()
        self._title = title
        self._line = QLineEdit()
        self._line.setReadOnly(True)
        self._line.setAccessibleName(self.tr("Destination"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._line, 1)
        row.addWidget(button(self.tr("Change…"), self._browse))
        self.choose(str(path))

    def choose(self, path: str) -> None:
        self.path = Path(path)
        self._line.setText(path)
        self._line.setToolTip(path)

    def _browse(self) -> None:
        dialog = file_dialog(self, self._title, self.path.parent)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)  # asks before it overwrites
        dialog.setDefaultSuffix(self.path.suffix.lstrip("."))
        dialog.selectFile(self.path.name)
        dialog.fileSelected.connect(self.choose)
        dialog.open()


class Fold(QWidget):
    """A heading that shows and hides the fields in its *body*."""

    toggled = Signal(bool)

    def __init__(self, title: str, *, is_open: bool) -> None:
        super().__init__()
        self.body = QWidget(self)
        self._head = QToolButton(self)
        self._head.setText(title)
        self._head.setProperty("variant", "quiet")
        self._head.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._head.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._head.setCheckable(True)
        self._head.clicked.connect(self.toggled)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        column.addWidget(self._head, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.body)
        self.unfold(is_open)

    def unfold(self, is_open: bool) -> None:
        """Show the body, or hide it."""
        self._head.setChecked(is_open)
        down, right = Qt.ArrowType.DownArrow, Qt.ArrowType.RightArrow
        self._head.setArrowType(down if is_open else right)
        self.body.setVisible(is_open)


def tab_through(places: Iterable[QWidget]) -> None:
    """Let Tab go through the fields of *places* one place after the other.

    The list that a drop-down has opened is a window of its own, with no place in this order.
    """
    fields = [
        field
        for place in places
        for field in (place, *place.findChildren(QWidget))
        if field.focusPolicy() & Qt.FocusPolicy.TabFocus and field.window() is place.window()
    ]
    for before, after in pairwise(fields):
        QWidget.setTabOrder(before, after)


class Form(QWidget):
    """Captions and editors. What is typed is saved to the record it was typed for, come what may."""

    def __init__(self, amend: Amend, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._amend = amend
        self._editors: dict[str, Editor] = {}
        self._record: Record | None = None
        self._unsaved: set[str] = set()
        self._is_saving = False
        self._visited = ""  # the field that was typed in last, as long as it has the focus
        self._visit: Change | None = None  # what was saved of it in this visit
        self._rest = QTimer(self, interval=_REST_MS, singleShot=True)
        self._rest.timeout.connect(self.flush)
        self.continue_in(self)

    def continue_in(self, place: QWidget) -> None:
        """The next fields stand in another widget, wherever that is shown."""
        self._grid = QGridLayout(place)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(7)
        self._grid.setColumnMinimumWidth(0, _CAPTION)
        self._grid.setColumnStretch(1, 1)

    def add(
        self, code: str, caption: str, editor: QWidget, *, tip: str = "", wide: bool = False
    ) -> None:
        """Another field; a *wide* one stands under its caption."""
        row = self._grid.rowCount()
        if caption:
            words = QLabel(caption, self)
            words.setProperty("role", "muted")
            words.setWordWrap(not wide)
            words.setToolTip(tip)
            words.setBuddy(editor)
            editor.setAccessibleName(caption)
            if wide:
                self._grid.addWidget(words, row, 0, 1, 2)
                row += 1
            else:
                words.setMinimumHeight(28)
                self._grid.addWidget(words, row, 0, Qt.AlignmentFlag.AlignTop)
        wide = wide or not caption
        self._grid.addWidget(editor, row, 0 if wide else 1, 1, 2 if wide else 1)
        editor.setAccessibleDescription(tip)
        self._editors[code] = editor  # type: ignore[assignment] # a widget that is an Editor, too
        self._editors[code].changed.connect(lambda: self._edit(code, now=True))
        self._editors[code].typed.connect(lambda: self._edit(code, now=False))

    def editor(self, code: str) -> QWidget:
        """The widget for a field."""
        found = self._editors[code]
        assert isinstance(found, QWidget)
        return found

    @property
    def record(self) -> Record | None:
        return self._record

    def show_record(self, record: Record | None) -> None:
        """Show another record, or the same one anew; what is being typed is not lost."""
        same = self._is_same(record)
        if not same:
            self.flush()
            self._unsaved.clear()
            self._visit = None
        self._record = record
        if record is None:
            return
        for code, editor in self._editors.items():
            if code not in self._unsaved:
                editor.show_value(getattr(record, code))

    def _is_same(self, record: Record | None) -> bool:
        """The same one, or the analyst's own copy that it has just become."""
        if record is None or self._record is None:
            return record is self._record
        return self._record.id in (record.id, getattr(record, "derived_from", None))

    def _edit(self, code: str, *, now: bool) -> None:
        if self._record is None:
            return
        if code != self._visited:
            self._visited, self._visit = code, None
        if self._editors[code].value() == getattr(self._record, code):
            self._unsaved.discard(code)
        else:
            self._unsaved.add(code)
            if not now:
                self._rest.start()
                return
            self.flush()
        if not self.editor(code).hasFocus():
            self._visit = None  # it was left

    def flush(self) -> None:
        """Save what is typed and not saved yet; where that fails it stays typed."""
        self._rest.stop()
        if self._record is None or not self._unsaved or self._is_saving:
            return
        fields = {code: self._editors[code].value() for code in self._unsaved}
        self._is_saving = True
        try:
            is_visit = fields.keys() == {self._visited}
            done = self._amend(self._record.id, fields, self._visit if is_visit else None)
            self._visit = done if is_visit else None
            self._unsaved -= fields.keys()
        finally:
            self._is_saving = False
