"""Small things that several panels and dialogs show: key caps, label chips, dots, segments.

Colours come from the palette, so all of them follow light and dark by themselves.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
)
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSizePolicy, QToolButton, QWidget

from annotator.core.colour import contrast
from annotator.ui.appearance import plain_text

from ..appearance.theme import Ink, derive

_SIGNS = {
    "Left": "←",
    "Right": "→",
    "Up": "↑",
    "Down": "↓",
    "Return": "↵",
    "Enter": "↵",
    "Backspace": "⌫",
}
_CAP_PAD, _CAP_GAP = 5.0, 3.0


def caps_of(key: str) -> tuple[str, ...]:
    """What stands on the caps of a key such as ``Ctrl+Shift+Left``, in the user's language."""
    sequence = QKeySequence(key)
    plain = _split(sequence.toString(QKeySequence.SequenceFormat.PortableText))
    native = _split(sequence.toString(QKeySequence.SequenceFormat.NativeText))
    if plain and native and plain[-1] in _SIGNS:
        native[-1] = _SIGNS[plain[-1]]
    return tuple(native)


def _split(key: str) -> list[str]:
    """``Ctrl++`` is Ctrl and +."""
    if key in ("", "+"):
        return [key] if key else []
    return [*key[:-2].split("+"), "+"] if key.endswith("++") else key.split("+")


def caps_size(caps: Sequence[str], font: QFont) -> QSize:
    """The room that `paint_caps` needs."""
    metrics = QFontMetricsF(font)
    widths = [_cap_width(cap, metrics) for cap in caps]
    width = sum(widths) + _CAP_GAP * max(0, len(caps) - 1)
    return QSize(round(width + 1), round(metrics.height() + 5))


def paint_caps(
    painter: QPainter, place: QRectF, caps: Sequence[str], ink: QColor, line: QColor
) -> None:
    """Draw *caps* from the left of *place*, in its middle, with the painter's font."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    metrics = QFontMetricsF(painter.font())
    height = metrics.height() + 3
    x, top = place.left() + 0.5, place.center().y() - height / 2
    for cap in caps:
        box = QRectF(x, top, _cap_width(cap, metrics) - 1, height)
        painter.setPen(QPen(line, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, 3.5, 3.5)
        painter.setPen(ink)
        plain_text.draw(painter, box, Qt.AlignmentFlag.AlignCenter, cap)
        x = box.right() + 1 + _CAP_GAP
    painter.restore()


def _cap_width(cap: str, metrics: QFontMetricsF) -> float:
    return max(metrics.horizontalAdvance(cap) + 2 * _CAP_PAD, metrics.height() + 3)


def ink_for(colour: str) -> Ink:
    """A label's ``#RRGGBB`` made readable on the grounds of the window's theme."""
    # the application's: in a widget's own, a style sheet's "transparent" arrives as black
    palette, role = QGuiApplication.palette(), QPalette.ColorRole
    grounds = [palette.color(each).name() for each in (role.Base, role.Window, role.Button)]
    return _ink(colour, tuple(grounds), palette.color(role.Text).name())


@lru_cache(maxsize=256)
def _ink(colour: str, grounds: tuple[str, ...], text: str) -> Ink:
    dark = contrast(grounds[0]) > contrast(grounds[0], "#000000")
    on = [QColor(ground) for ground in grounds]
    return derive(colour, on, QColor(text), alpha=0.22 if dark else 0.14)


def paint_label(painter: QPainter, place: QRectF, words: str, ink: Ink) -> None:
    """A label as the article and the label bar show it: strong letters on a soft fill."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink.tint)
    painter.drawRoundedRect(place, 4, 4)
    painter.setPen(ink.strong)
    plain_text.draw(painter, place, Qt.AlignmentFlag.AlignCenter, words)
    painter.restore()


class KeyCap(QWidget):
    """A key (or several, of which each works) as it looks on the keyboard; says it to readers."""

    def __init__(self, keys: str | Iterable[str] = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys: tuple[str, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_keys(keys)

    def set_keys(self, keys: str | Iterable[str]) -> None:
        self._keys = tuple(k for k in ((keys,) if isinstance(keys, str) else keys) if k)
        native = QKeySequence.SequenceFormat.NativeText
        self.setAccessibleName(", ".join(QKeySequence(k).toString(native) for k in self._keys))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        sizes = [caps_size(caps_of(key), self._small()) for key in self._keys]
        width = sum(size.width() for size in sizes) + 8 * max(0, len(sizes) - 1)
        return QSize(width, max((s.height() for s in sizes), default=0))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _small(self) -> QFont:
        return smaller(self.font(), QFont.Weight.Medium)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self._small())
        palette = self.palette()
        x = 0.0
        for key in self._keys:
            caps = caps_of(key)
            place = QRectF(x, 0, self.width() - x, self.height())
            paint_caps(painter, place, caps, palette.text().color(), palette.dark().color())
            x += caps_size(caps, painter.font()).width() + 8


class LabelChip(QWidget):
    """A label's code in its colour."""

    def __init__(self, code: str, colour: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._code, self._colour = code, colour
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(code)

    def show_label(self, code: str, colour: str) -> None:
        self._code, self._colour = code, colour
        self.setAccessibleName(code)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        metrics = QFontMetricsF(self._bold())
        width = metrics.horizontalAdvance(self._code) + 16
        return QSize(round(width), round(metrics.height() + 7))

    def _bold(self) -> QFont:
        return smaller(self.font(), QFont.Weight.DemiBold)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self._bold())
        ink = ink_for(self._colour)
        paint_label(painter, QRectF(self.rect()), self._code, ink)


class Swatch(QWidget):
    """A colour as it is, in a small rounded square."""

    def __init__(self, colour: str, parent: QWidget | None = None, *, side: int = 16) -> None:
        super().__init__(parent)
        self._colour = QColor(colour)
        self.setFixedSize(side, side)
        self.setAccessibleName(colour)

    def set_colour(self, colour: str) -> None:
        self._colour = QColor(colour)
        self.setAccessibleName(colour)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.palette().dark().color(), 1))
        painter.setBrush(self._colour)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)


class Dots(QWidget):
    """A degree from 0 to *most* as filled dots; set by click, digit, left and right."""

    chosen = Signal(int)

    def __init__(self, most: int = 3, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._most, self._value = most, 0
        self._colour: QColor | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def value(self) -> int:
        return self._value

    def set_value(self, value: int) -> None:
        """Show *value*; tells nobody."""
        self._value = max(0, min(self._most, value))
        self.setAccessibleDescription(f"{self._value} / {self._most}")
        self.update()

    def set_colour(self, colour: QColor) -> None:
        self._colour = colour
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._most * 16 + 4, 20)

    def _choose(self, value: int) -> None:
        value = max(0, min(self._most, value))
        if value != self._value:
            self.set_value(value)
            self.chosen.emit(value)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        wanted = int((event.position().x() - 2) // 16) + 1
        self._choose(wanted - 1 if wanted == self._value else wanted)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        text = event.text()
        if text.isascii() and text.isdigit():
            self._choose(int(text))
        elif event.key() == Qt.Key.Key_Left:
            self._choose(self._value - 1)
        elif event.key() == Qt.Key.Key_Right:
            self._choose(self._value + 1)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = self._colour or self.palette().text().color()
        painter.setPen(QPen(colour, 1.3))
        for number in range(self._most):
            painter.setBrush(colour if number < self._value else Qt.BrushStyle.NoBrush)
            painter.drawEllipse(QPointF(10 + 16 * number, 10), 4.2, 4.2)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self.palette().accent().color(), 1))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)


class Segments(QWidget):
    """One of a few, all of them in sight; left and right move between them, digits choose."""

    chosen = Signal(str)

    def __init__(self, choices: Iterable[tuple[str, str]], parent: QWidget | None = None) -> None:
        """*choices* are pairs of a code and the words shown for it."""
        super().__init__(parent)
        self._codes: list[str] = []
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 2, 2, 2)
        row.setSpacing(4)
        for code, words in choices:
            button = QToolButton(self)
            button.setText(plain_text.caption(words))
            button.setCheckable(True)
            # Qt's own arrow keys in a group move the focus without choosing
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self._group.addButton(button, len(self._codes))
            self._codes.append(code)
            row.addWidget(button)
        row.addStretch(1)
        self._group.idClicked.connect(self._tell)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @property
    def value(self) -> str:
        checked = self._group.checkedId()
        return self._codes[checked] if checked >= 0 else ""

    def set_value(self, code: str) -> None:
        """Show *code* as the chosen one; tells nobody."""
        if code in self._codes:
            button = self._group.button(self._codes.index(code))
            button.setChecked(True)
            self.setAccessibleDescription(button.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        wanted = self._group.checkedId() + step
        if event.text().isdecimal():
            step, wanted = 1, int(event.text()) - 1
        if step and 0 <= wanted < len(self._codes):
            self._group.button(wanted).click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        button = self._group.checkedButton()
        if self.hasFocus() and button is not None:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self.palette().accent().color(), 1.4))
            ring = QRectF(button.geometry()).adjusted(-1.2, -1.2, 1.2, 1.2)
            painter.drawRoundedRect(ring, 7, 7)

    def _tell(self, index: int) -> None:
        self.setAccessibleDescription(self._group.button(index).text())
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.update()
        self.chosen.emit(self._codes[index])


def smaller(font: QFont, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """*font* two pixels down, for what is said on the side."""
    made = QFont(font)
    px = font.pixelSize() if font.pixelSize() > 0 else round(font.pointSizeF() * 96 / 72)
    made.setPixelSize(max(9, px - 2))
    made.setWeight(weight)
    return made
