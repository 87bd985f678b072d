"""The labelling guideline, and on top of it what the current label means."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, QLocale, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QKeyEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from annotator.core.editing.analyst_view import AnalystView
from annotator.core.model import Entity
from annotator.core.paths import RESOURCES
from annotator.core.scheme import Label, example_of
from annotator.ui.appearance import plain_text

from ..modes.annotate import AnnotateMode
from ..widgets.chips import KeyCap, LabelChip
from ..widgets.dialog import line
from .panel import Panel

_LEADING = 128  # per cent
_STEPS = {1: 2, 2: 1}  # by which headings are larger


class Guideline(Panel):
    """One page to read and to search; nothing in it comes from outside the program."""

    name = "guideline"
    key = "H"
    order = 40
    is_aside = True

    def __init__(self, annotate_mode: AnnotateMode, parent: QWidget | None = None) -> None:
        super().__init__(annotate_mode, parent)
        self._language = QLocale().name()
        self._card = LabelCard(self)
        self._field = FindField(self)
        self._field.textChanged.connect(self._find_first)
        self._field.next_asked.connect(self._find_on)
        self._said = QLabel(self)
        self._said.setProperty("role", "muted")
        self.page = GuidelinePage(self)
        self.page.show_markdown(guideline(self._language))
        self.page.set_out()
        row = QHBoxLayout()
        row.addWidget(self._field, 1)
        row.addWidget(self._said)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 8, 0)
        column.setSpacing(8)
        column.addWidget(self._card)
        column.addLayout(row)
        column.addWidget(self.page, 1)
        self._card.hide()
        self.setFocusProxy(self._field)

    @classmethod
    def title(cls) -> str:
        return QCoreApplication.translate("Guideline", "Guideline")

    def show_sheet(self, analyst_view: AnalystView | None) -> None:
        self._show_label(self.annotate_mode.current_id if analyst_view else "")

    def show_current(self, id_: str) -> None:
        self._show_label(id_)

    def _show_label(self, id_: str) -> None:
        """What the label of the current annotation means; of a claim, its kind."""
        found = (
            self.annotate_mode.analyst_view.markable(id_)
            if self.annotate_mode.analyst_view
            else None
        )
        self._card.setVisible(found is not None)
        if found is not None:
            code = found.label if isinstance(found, Entity) else found.kind
            self._card.show_label(self.annotate_mode.session.scheme.label(code), self._language)

    def _find_first(self, words: str) -> None:
        self.page.moveCursor(QTextCursor.MoveOperation.Start)
        self._say(not words or self.page.find(words))
        if not words:
            self.page.moveCursor(QTextCursor.MoveOperation.Start)

    def _find_on(self, backwards: bool) -> None:
        """The next hit, from the other end where there is none any more."""
        words = self._field.text()
        if not words:
            return
        flags = QTextDocument.FindFlag.FindBackward if backwards else QTextDocument.FindFlag(0)
        if self.page.find(words, flags):
            return
        end = QTextCursor.MoveOperation.End if backwards else QTextCursor.MoveOperation.Start
        self.page.moveCursor(end)
        self._say(self.page.find(words, flags))

    def _say(self, found: bool) -> None:
        self._said.setText("" if found else self.tr("Not found"))


class LabelCard(QFrame):
    """A label with its name, key, definition and example."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._chip = LabelChip("", "#000000", self)
        self._name = QLabel(self)
        self._name.setProperty("role", "heading")
        self._key = KeyCap("", self)
        self._definition = line("", "", self)
        self._example = line("", "muted", self)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self._chip)
        top.addWidget(self._name, 1)
        top.addWidget(self._key)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 10, 10)
        column.setSpacing(5)
        column.addLayout(top)
        column.addWidget(self._definition)
        column.addWidget(self._example)

    def show_label(self, label: Label, language: str) -> None:
        is_kind = label.kind == "claim"
        self._chip.setVisible(not is_kind)
        self._chip.show_label(label.code, label.colour)
        name = label.named(language)
        self._name.setText(self.tr("Claim: {kind}").format(kind=name) if is_kind else name)
        self._key.set_keys(label.key or "")
        definition, example = label.definition.to(language), label.example.to(language)
        self._definition.setText(definition)
        self._definition.setVisible(bool(definition))
        shown = [pieces(each) for each in (example, *label.kept) if each]
        plain_text.show_marked_up(self._example, shown)
        self._example.setVisible(bool(shown))


class GuidelinePage(plain_text.ClosedBrowser):
    """The guideline, set to be read in a narrow column."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setStyleSheet("QTextBrowser { background: transparent; border: none; padding: 0; }")
        self.setAccessibleName(self.tr("Labelling guideline"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def set_out(self) -> None:
        """Leading and sizes to be read in a narrow column."""
        self.document().setIndentWidth(22)
        block = self.document().begin()
        while block.isValid():
            cursor = QTextCursor(block)
            leading = QTextBlockFormat()
            leading.setLineHeight(
                _LEADING, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
            )
            level = block.blockFormat().headingLevel()
            leading.setTopMargin(18 if level else 0)
            leading.setBottomMargin(5 if level else 7)
            cursor.mergeBlockFormat(leading)
            self._set_letters(cursor, level)
            block = block.next()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def _set_letters(self, cursor: QTextCursor, level: int) -> None:
        """Headings by size; bold no heavier than the fonts that ship."""
        pieces = cursor.block().begin()
        ranges = []
        while not pieces.atEnd():
            piece = pieces.fragment()
            ranges.append((piece.position(), piece.length(), piece.charFormat().fontWeight()))
            pieces += 1
        for start, length, weight in ranges:
            letters = QTextCharFormat()
            if level:
                steps = _STEPS.get(level, 0)
                letters.setProperty(QTextFormat.Property.FontSizeAdjustment.value, steps)
            if level or weight > QFont.Weight.DemiBold:
                letters.setFontWeight(QFont.Weight.DemiBold)
            cursor.setPosition(start)
            cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
            cursor.mergeCharFormat(letters)


class FindField(QLineEdit):
    """Enter goes to the next hit, Shift+Enter to the one before."""

    next_asked = Signal(bool)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setPlaceholderText(self.tr("Find in the guideline"))
        self.setAccessibleName(self.tr("Find in the guideline"))
        self.setClearButtonEnabled(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            held = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.next_asked.emit(bool(held))
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)


def guideline(language: str) -> str:
    """The guideline in *language*, in English where there is none, as Markdown."""
    folder = RESOURCES / "guidelines"
    own = folder / f"{language[:2]}.md"
    return (own if own.is_file() else folder / "en.md").read_text(encoding="utf-8")


def pieces(example: str) -> Iterator[tuple[str, bool]]:
    """An example's words, and whether they would be labelled: for `plain_text.show_marked_up`."""
    text, spans = example_of(example)
    at = 0
    for span in spans:
        yield text[at : span.start], False
        yield span.of(text), True
        at = span.end
    yield text[at:], False
