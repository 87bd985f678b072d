"""Everything about one label, in fields; each tells what was changed when it is left."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent
from PySide6.QtWidgets import (
    QColorDialog,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from annotator.core.colour import contrast
from annotator.core.scheme import Label
from annotator.core.vocabulary import Wording
from annotator.ui.widgets.chips import LabelChip, Swatch

from ...widgets.dialog import button, line


class LabelForm(QWidget):
    """Shows a label and says what is wanted of it; it changes nothing itself."""

    code_asked = Signal(str)
    name_asked = Signal(object)  # a Wording
    help_asked = Signal(object, object)  # definition and example, Wordings
    colour_asked = Signal(str)
    key_asked = Signal(str)  # "" for none
    retire_asked = Signal(bool)  # False: restore

    def __init__(self, colours: Sequence[str], parent: QWidget | None = None) -> None:
        """*colours* (``#RRGGBB``) are offered; any other can be had too."""
        super().__init__(parent)
        self._label: Label | None = None
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(7)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnStretch(2, 1)
        self._add_code()
        self._add_key()
        self._add_colour(colours)
        self._add_words()
        self._grid.setRowStretch(self._grid.rowCount(), 1)

    # -- building --------------------------------------------------------------------------

    def _row(self, words: str, field: QWidget, *, beside: QWidget | None = None) -> None:
        number = self._grid.rowCount()
        name = QLabel(words)
        name.setBuddy(field)
        self._grid.addWidget(name, number, 0)
        self._grid.addWidget(field, number, 1)
        if beside is not None:
            self._grid.addWidget(beside, number, 2)

    def _add_code(self) -> None:
        self.code = QLineEdit()
        self.code.setAccessibleName(self.tr("Code"))
        self.code.editingFinished.connect(self._ask_code)
        self._used = line("", "muted")
        self._row(self.tr("Code"), self.code, beside=self._used)

    def _add_key(self) -> None:
        self.key = QComboBox()
        self.key.setAccessibleName(self.tr("Key"))
        self.key.activated.connect(self._ask_key)
        self.retire = button(self.tr("Retire"), self._ask_retire)
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.retire)
        row.addStretch(1)
        self._row(self.tr("Key"), self.key, beside=holder)

    def _add_colour(self, colours: Sequence[str]) -> None:
        holder = QWidget()
        box = QVBoxLayout(holder)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        row = QHBoxLayout()
        row.setSpacing(3)
        self._swatches: list[QToolButton] = []
        for colour in colours:
            row.addWidget(self._swatch_button(colour))
        row.addStretch(1)
        below = QHBoxLayout()
        below.setSpacing(8)
        self._swatch = Swatch(colours[0])
        self._chip = LabelChip("", colours[0])
        self._contrast = QLabel()
        self._contrast.setProperty("role", "muted")
        self.other = button(self.tr("Other colour…"), self._open_colours)
        for each in (self._swatch, self._chip, self._contrast):
            below.addWidget(each)
        below.addStretch(1)
        below.addWidget(self.other)
        box.addLayout(row)
        box.addLayout(below)
        number = self._grid.rowCount()
        self._grid.addWidget(QLabel(self.tr("Colour")), number, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(holder, number, 1, 1, 2)

    def _swatch_button(self, colour: str) -> QToolButton:
        made = QToolButton()
        made.setProperty("variant", "quiet")
        made.setFixedSize(26, 26)
        made.setToolTip(f"{colour}  ·  {contrast(colour):.1f} : 1")
        made.setAccessibleName(colour)
        Swatch(colour, made, side=18).move(4, 4)
        made.clicked.connect(lambda _=False, c=colour: self.colour_asked.emit(c))
        self._swatches.append(made)
        return made

    def _add_words(self) -> None:
        number = self._grid.rowCount()
        for column, language in ((1, "English"), (2, "Italiano")):
            self._grid.addWidget(line(language, "muted"), number, column)
        self.names = (QLineEdit(), QLineEdit())
        self.definitions = (TextLines(), TextLines())
        self.examples = (TextLines(), TextLines())
        rows: tuple[tuple[str, tuple[QLineEdit, QLineEdit] | tuple[TextLines, TextLines]], ...] = (
            (self.tr("Name"), self.names),
            (self.tr("Definition"), self.definitions),
            (self.tr("Example"), self.examples),
        )
        for words, pair in rows:
            self._row(words, pair[0], beside=pair[1])
            for field, language in zip(pair, ("English", "Italiano"), strict=True):
                field.setAccessibleName(f"{words} ({language})")
        for field in self.names:
            field.editingFinished.connect(self._ask_name)
        for text in (*self.definitions, *self.examples):
            text.left.connect(self._ask_help)
        number = self._grid.rowCount()
        said = self.tr("In the example, put what would be labelled in [brackets].")
        self._grid.addWidget(line(said, "muted"), number, 1, 1, 2)

    # -- showing ---------------------------------------------------------------------------

    def show_label(self, label: Label, used: str, free_keys: Sequence[str]) -> None:
        """Fill the fields; *free_keys* are those that no other label has."""
        self._label = label
        is_entity = label.kind == "entity"
        self.code.setText(label.code)
        self.code.setEnabled(is_entity)
        self._used.setText(used)
        self.key.clear()
        self.key.addItem(self.tr("none"), "")
        for key in free_keys:
            self.key.addItem(key, key)
        self.key.setCurrentIndex(max(0, self.key.findData(label.key or "")))
        self.key.setEnabled(is_entity and not label.retired)
        self.retire.setText(self.tr("Restore") if label.retired else self.tr("Retire"))
        self._swatch.set_colour(label.colour)
        self._chip.show_label(label.code, label.colour)
        ratio = f"{contrast(label.colour):.1f}"
        self._contrast.setText(self.tr("contrast {ratio} : 1").format(ratio=ratio))
        for field, said in zip(self.names, _both(label.name), strict=True):
            field.setText(said)
        for texts, words in (
            (self.definitions, label.definition),
            (self.examples, label.example),
        ):
            for text, said in zip(texts, _both(words), strict=True):
                text.show_words(said)

    # -- asking ----------------------------------------------------------------------------

    def ask_all(self) -> None:
        """Say what was typed in a field that still has the focus."""
        if self._label is not None:
            self._ask_code()
            self._ask_name()
            self._ask_help()

    def _ask_code(self) -> None:
        code = self.code.text().strip()
        if self._label is not None and code and code != self._label.code:
            self.code_asked.emit(code)

    def _ask_name(self) -> None:
        name = Wording(*(field.text().strip() for field in self.names))
        if self._label is not None and name != self._label.name:
            self.name_asked.emit(name)

    def _ask_help(self) -> None:
        definition = Wording(*(field.words for field in self.definitions))
        example = Wording(*(field.words for field in self.examples))
        label = self._label
        if label is not None and (definition, example) != (label.definition, label.example):
            self.help_asked.emit(definition, example)

    def _ask_key(self, _index: int) -> None:
        key = str(self.key.currentData())
        if self._label is not None and key != (self._label.key or ""):
            self.key_asked.emit(key)

    def _ask_retire(self) -> None:
        if self._label is not None:
            self.retire_asked.emit(not self._label.retired)

    def _open_colours(self) -> None:
        assert self._label is not None
        dialog = QColorDialog(QColor(self._label.colour), self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setOption(QColorDialog.ColorDialogOption.DontUseNativeDialog)
        dialog.colorSelected.connect(lambda colour: self.colour_asked.emit(colour.name().upper()))
        dialog.open()


def _both(words: Wording) -> tuple[str, str]:
    return words.en, words.it


class TextLines(QPlainTextEdit):
    """A few lines of words; Tab leads on, and leaving tells."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setFixedHeight(62)

    @property
    def words(self) -> str:
        return " ".join(self.toPlainText().split())

    def show_words(self, words: str) -> None:
        if words != self.words:
            self.setPlainText(words)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()
