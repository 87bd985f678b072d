"""Editors of single fields. Each shows a value silently and tells when the analyst edits it.

``changed`` means save now, ``typed`` that there is something to save soon.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Protocol

from msgspec import Struct
from PySide6.QtCore import QEvent, QMimeData, QStringListModel, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QIcon,
    QKeyEvent,
    QPainter,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QCompleter,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QSpinBox,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from annotator.core.vocabulary import Attribute
from annotator.ui.appearance import plain_text

from ..appearance.label_colours import label_ink, theme_now
from .chips import Dots, Segments
from .dialog import line
from .flow_layout import FlowLayout


class Option(Struct, frozen=True):
    """One thing to choose: what the record holds, and what people read."""

    held: Any
    words: str
    tip: str = ""
    colour: str = ""


def choices(attribute: Attribute, language: str) -> list[Option]:
    """The values of a vocabulary that are still offered."""
    return [
        Option(attribute.written(v.code), v.name.to(language), v.definition.to(language))
        for v in attribute.values
        if not v.retired
    ]


class Editor(Protocol):
    """What a form needs of an editor, which is a widget, too."""

    changed: Any
    typed: Any

    def value(self) -> Any: ...
    def show_value(self, value: Any) -> None: ...


class LineEditor(QLineEdit):
    """One line of text; saved on Enter, on leaving it, and when typing rests."""

    changed = Signal()
    typed = Signal()

    def __init__(self, *, empty: str | None = None) -> None:
        """*empty* is what the record holds for no text."""
        super().__init__()
        self._empty = empty
        self.textEdited.connect(self.typed)
        self.editingFinished.connect(self.changed)

    def value(self) -> str | None:
        return self.text().strip() or self._empty

    def show_value(self, value: str | None) -> None:
        if self.value() != (value or self._empty):
            self.setText(value or "")
            self.setCursorPosition(0)


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


class TextEditor(QPlainTextEdit):
    """Text that wraps, in a field that grows with it."""

    changed = Signal()
    typed = Signal()
    ended = Signal()  # Return, in a field of one paragraph

    def __init__(self, *, least: int = 2, most: int = 9, is_one_paragraph: bool = False) -> None:
        """*least* and *most* are how many lines it shows; one paragraph is ended by Return."""
        super().__init__()
        self._lines = least, most
        self._is_one_paragraph = is_one_paragraph
        self._is_showing = False
        self.document().setDocumentMargin(1)  # the style sheet has the rest
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.textChanged.connect(self._hear)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._fit()

    def value(self) -> str:
        return self.toPlainText().strip()

    def show_value(self, value: str | None) -> None:
        if self.value() != (value or ""):
            self._is_showing = True
            self.setPlainText(value or "")
            self._is_showing = False

    def _hear(self) -> None:
        self._fit()
        if not self._is_showing:
            self.typed.emit()

    def _fit(self) -> None:
        """As high as the text, within limits."""
        least, most = self._lines
        count = min(most, max(least, round(self.document().size().height())))
        padding = 2 * round(self.document().documentMargin()) + 15
        height = count * self.fontMetrics().lineSpacing() + padding
        if height != self.height():
            self.setFixedHeight(height)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._is_one_paragraph and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.changed.emit()
            self.ended.emit()
            return
        super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Line breaks that are pasted, or dropped, into one paragraph become spaces."""
        if self._is_one_paragraph and source.hasText():
            self.insertPlainText(" ".join(source.text().split()))
        else:
            super().insertFromMimeData(source)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.changed.emit()


class ChoiceEditor(QComboBox):
    """One of several."""

    changed = Signal()
    typed = Signal()

    def __init__(self, offered: Iterable[Option] = ()) -> None:
        super().__init__()
        self._held: list[Any] = []
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.setMaxVisibleItems(16)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.activated.connect(self._tell)
        self.offer(offered)

    def offer(self, offered: Iterable[Option]) -> None:
        """Other things to choose from; what was chosen stays if it is among them."""
        offered = list(offered)
        before = self.value()
        self.clear()
        self._held = [choice.held for choice in offered]
        for number, choice in enumerate(offered):
            self.addItem(choice.words)
            if choice.colour:
                self.setItemIcon(number, swatch(choice.colour))
            self.setItemData(number, choice.tip, Qt.ItemDataRole.ToolTipRole)
        self.setCurrentIndex(self._held.index(before) if before in self._held else -1)

    def value(self) -> Any:
        index = self.currentIndex()
        return self._held[index] if index >= 0 else None

    def show_value(self, value: Any) -> None:
        if value not in self._held and value is not None:
            self._held.append(value)  # what no scheme knows is shown, never dropped
            self.addItem(str(value))
        self.setCurrentIndex(self._held.index(value) if value in self._held else -1)
        self._explain()

    def _explain(self) -> None:
        index = self.currentIndex()
        self.setToolTip(str(self.itemData(index, Qt.ItemDataRole.ToolTipRole) or ""))

    def _tell(self, _index: int) -> None:
        self._explain()
        self.changed.emit()


class FlagEditor(QCheckBox):
    """Yes or no."""

    changed = Signal()
    typed = Signal()

    def __init__(self, words: str, tip: str = "") -> None:
        super().__init__(words)
        self.setToolTip(tip)
        self.clicked.connect(self._tell)

    def value(self) -> bool:
        return self.isChecked()

    def show_value(self, value: bool) -> None:
        self.setChecked(value)

    def _tell(self) -> None:
        self.changed.emit()


class NumberEditor(QSpinBox):
    """A whole number between two others."""

    changed = Signal()
    typed = Signal()

    def __init__(self, offered: range, unit: str = "") -> None:
        super().__init__()
        self.setRange(offered[0], offered[-1])
        self.setSuffix(unit)
        self.setMaximumWidth(110)
        self.valueChanged.connect(self.changed)

    def show_value(self, value: int) -> None:
        self.blockSignals(True)
        self.setValue(value)
        self.blockSignals(False)


class ManyEditor(QWidget):
    """As many of several as apply, as chips that can be pressed."""

    changed = Signal()
    typed = Signal()

    def __init__(self, offered: Sequence[Option]) -> None:
        super().__init__()
        self._chips: dict[Any, QToolButton] = {}
        row = FlowLayout(self, gap=5)
        for choice in offered:
            chip = QToolButton(self)
            chip.setText(plain_text.caption(choice.words))
            chip.setToolTip(choice.tip)
            chip.setCheckable(True)
            chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            chip.setProperty("chip", True)
            chip.clicked.connect(self._tell)
            self._chips[choice.held] = chip
            row.addWidget(chip)
        self._strange: tuple[Any, ...] = ()
        if self._chips:
            self.setFocusProxy(next(iter(self._chips.values())))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def value(self) -> tuple[Any, ...]:
        return tuple(k for k, chip in self._chips.items() if chip.isChecked()) + self._strange

    def show_value(self, value: tuple[Any, ...]) -> None:
        for held, chip in self._chips.items():
            chip.setChecked(held in value)
        self._strange = tuple(v for v in value if v not in self._chips)

    def _tell(self) -> None:
        self.changed.emit()


class OneEditor(QWidget):
    """One of a few words, all of them in sight."""

    changed = Signal()
    typed = Signal()

    def __init__(self, offered: Sequence[Option]) -> None:
        super().__init__()
        self.segments = Segments([(choice.held, choice.words) for choice in offered], self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.segments)
        self.segments.chosen.connect(self._tell)
        self.setFocusProxy(self.segments)

    def value(self) -> str:
        return self.segments.value

    def show_value(self, value: str) -> None:
        self.segments.set_value(value)

    def _tell(self, _code: str) -> None:
        self.changed.emit()


class DegreeEditor(QWidget):
    """0 to 3 as dots, with the name and the meaning of the degree."""

    changed = Signal()
    typed = Signal()

    def __init__(self, offered: Sequence[Option]) -> None:
        super().__init__()
        self._offered = {choice.held: choice for choice in offered}
        self.dots = Dots(max(self._offered, default=3), self)
        self._name = QLabel(self)
        self._meaning = line("", "muted", self)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.dots)
        row.addWidget(self._name, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 0)
        column.setSpacing(1)
        column.addLayout(row)
        column.addWidget(self._meaning)
        self.dots.chosen.connect(self._tell)
        self.setFocusProxy(self.dots)
        self.dots.set_colour(theme_now().claim.strong)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.dots.set_colour(theme_now().claim.strong)

    def value(self) -> int:
        return self.dots.value

    def show_value(self, value: int) -> None:
        self.dots.set_value(value)
        self._explain()

    def _explain(self) -> None:
        choice = self._offered.get(self.dots.value)
        self._name.setText(choice.words if choice else str(self.dots.value))
        self._meaning.setText(choice.tip if choice else "")

    def _tell(self) -> None:
        self._explain()
        self.changed.emit()


def swatch(colour: str, side: int = 12) -> QIcon:
    """A rounded square in a label's colour."""
    picture = QPixmap(side, side)
    picture.fill(QColor(0, 0, 0, 0))
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(label_ink(colour).strong)
    painter.drawRoundedRect(0, 0, side, side, 3, 3)
    painter.end()
    return QIcon(picture)
