"""The bar over the article: a chip for each label with its key, and claim, source and cue."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QToolTip, QWidget

from annotator.core.editing.judging import Shown
from annotator.core.scheme import Label, Scheme
from annotator.ui.appearance import plain_text
from annotator.ui.appearance.fonts import sans
from annotator.ui.appearance.theme import Ink, Theme
from annotator.ui.command_table.key_hints import native

_HEIGHT, _CHIP, _CAP, _GAP = 40, 24, 15, 7


def _place(label: Label) -> int:
    """Labels with a key come first, by the digits of the keyboard: others are cut off before them."""
    key = label.key or ""
    return (int(key) - 1) % 10 if key.isdecimal() else 10 if key else 11


class LabelBar(QWidget):
    """Shows what the keys mean; a click does what the key would."""

    label_asked = Signal(str)  # a label's code
    action_asked = Signal(str)  # claim, source, cue or pick_label

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._labels: tuple[Label, ...] = ()
        self._language = "en"
        self._current = ""
        self._in_review = False
        self._takes: dict[str, str] = {}
        self._shown = Shown.BOTH
        self._places: list[tuple[QRectF, str, str]] = []  # where, code or "", action or ""
        self._bold = sans(11, QFont.Weight.DemiBold)
        self._small = sans(10, QFont.Weight.Medium)
        self._plain = sans(11)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Labels and their keys"))

    def sizeHint(self) -> QSize:
        return QSize(600, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, _HEIGHT)

    def show_scheme(self, scheme: Scheme, language: str) -> None:
        self._labels = tuple(sorted(scheme.offered(), key=_place))
        self._language = language
        self.update()

    def show_label(self, code: str) -> None:
        """The label of the current annotation, outlined."""
        if code != self._current:
            self._current = code
            self.update()

    def show_review(self, *, is_on: bool) -> None:
        """Say what the keys mean in a review, or when labelling."""
        self._in_review = is_on
        self.update()

    def show_takes(self, takes: dict[str, str], shown: Shown) -> None:
        """Say what the keys would take now (by command), and what alone is shown."""
        if (takes, shown) != (self._takes, self._shown):
            self._takes, self._shown = takes, shown
            self.update()

    def _legends(self) -> list[str]:
        """What is written on the right, the fullest first: the first that there is room for."""
        if self._in_review:
            return [self.tr("A takes A   B takes B   X neither")]
        alone = {
            Shown.BOTH: "",
            Shown.NAMES: self.tr("names alone"),
            Shown.CLAIMS: self.tr("claims alone"),
        }[self._shown]
        only = f"{alone}   " if alone else ""
        many, rest = self._takes.get("accept", ""), self._takes.get("accept_paragraph", "")
        accept, whole = native("accept"), native("accept_paragraph")
        one = f"{accept} {many}" if many else self.tr("{key} accept").format(key=accept)
        reject = self.tr("{key} reject").format(key=native("reject"))
        if rest:
            said = f"{one}   {whole} {rest}"
            return [f"{only}{said}   {reject}", f"{only}{said}", f"{only}{one}", alone]
        dashed = self.tr("dashed = suggested")
        return [f"{only}{dashed}   {one}   {reject}", f"{only}{one}   {reject}", alone]

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._places = []
        claims = [
            ("C", self.tr("Claim"), "claim", self._theme.claim),
            ("S", self.tr("Speaker"), "source", self._theme.attribution),
            ("Q", self.tr("Cue"), "cue", self._theme.attribution),
        ]
        metrics = QFontMetricsF(self._bold)
        room = self.width() - 22 - sum(metrics.horizontalAdvance(c[1]) + 42 for c in claims) - 80
        x = 22.0
        for label in self._labels:
            width = metrics.horizontalAdvance(label.code) + (34 if label.key else 16)
            if x + width > room:
                break
            self._paint_label(painter, label, QRectF(x, 8, width, _CHIP))
            x += width + _GAP
        if len(self._places) < len(self._labels):
            x = self._paint_more(painter, x, len(self._labels) - len(self._places))
        x += 10
        for key, name, action, ink in claims:
            width = metrics.horizontalAdvance(name) + 26
            self._paint_claim(painter, key, name, action, ink, QRectF(x, 8, width, _CHIP))
            x += width + 16
        wide = QFontMetricsF(self._plain).horizontalAdvance
        legend = next((each for each in self._legends() if wide(each) + x + 30 < self.width()), "")
        if legend:
            painter.setFont(self._plain)
            painter.setPen(self._theme.muted)
            right = QRectF(x, 8, self.width() - x - 22, _CHIP)
            plain_text.draw(
                painter, right, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, legend
            )

    def _paint_label(self, painter: QPainter, label: Label, place: QRectF) -> None:
        ink = self._theme.ink(label.code)
        is_current = label.code == self._current
        painter.setPen(QPen(ink.strong, 1.4) if is_current else Qt.PenStyle.NoPen)
        painter.setBrush(ink.tint)
        painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        left = 8.0
        if label.key:
            self._paint_cap(painter, label.key, ink, place.left() + 6, place.center().y())
            left = 26
        painter.setPen(ink.strong)
        painter.setFont(self._bold)
        plain_text.draw(
            painter, place.adjusted(left, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, label.code
        )
        self._places.append((place, label.code, ""))

    def _paint_more(self, painter: QPainter, x: float, count: int) -> float:
        place = QRectF(x, 8, 52, _CHIP)
        painter.setPen(self._theme.muted)
        painter.setFont(self._bold)
        ink = self._theme.agreed
        self._paint_cap(painter, "L", ink, place.left() + 6, place.center().y())
        plain_text.draw(
            painter, place.adjusted(26, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, f"+{count}"
        )
        self._places.append((place, "", "pick_label"))
        return place.right() + _GAP

    def _paint_claim(
        self, painter: QPainter, key: str, name: str, action: str, ink: Ink, place: QRectF
    ) -> None:
        self._paint_cap(painter, key, ink, place.left(), place.center().y())
        painter.setPen(ink.strong)
        painter.setFont(self._bold)
        words = place.adjusted(21, 0, 0, -1)
        plain_text.draw(painter, words, Qt.AlignmentFlag.AlignVCenter, name)
        left, right = place.left() + 21, place.right() - 4
        if action == "claim":
            painter.setPen(QPen(ink.strong, 2.2))
            painter.drawLine(QPointF(left, 30), QPointF(right, 30))
        elif action == "source":
            painter.setPen(QPen(ink.strong, 1.2))
            painter.drawLine(QPointF(left, 28.5), QPointF(right, 28.5))
            painter.drawLine(QPointF(left, 31), QPointF(right, 31))
        else:
            annotate_mode = QPen(
                ink.strong, 1.8, Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.RoundCap
            )
            annotate_mode.setDashPattern([0.1, 2.2])
            painter.setPen(annotate_mode)
            painter.drawLine(QPointF(left, 30), QPointF(right, 30))
        self._places.append((place, "", action))

    def _paint_cap(self, painter: QPainter, key: str, ink: Ink, x: float, middle: float) -> None:
        cap = QRectF(x + 0.5, middle - _CAP / 2, _CAP, _CAP)
        painter.setPen(QPen(ink.strong, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(cap, 3, 3)
        painter.setFont(self._small)
        plain_text.draw(painter, cap, Qt.AlignmentFlag.AlignCenter, key)

    def _at(self, point: QPointF) -> tuple[str, str]:
        for place, code, action in self._places:
            if place.contains(point):
                return code, action
        return "", ""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        code, action = self._at(event.position())
        if code:
            self.label_asked.emit(code)
        elif action:
            self.action_asked.emit(action)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        code, action = self._at(event.position())
        over = bool(code or action)
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip:
            point = event.pos()  # type: ignore[attr-defined] # a QHelpEvent, by its type
            code, _ = self._at(QPointF(point))
            label = next((each for each in self._labels if each.code == code), None)
            if label is not None:
                name, language = label.named(self._language), self._language
                parts = [name, label.definition.to(language)]
                if example := label.example.to(language):
                    parts.append(self.tr("For example: {words}").format(words=example))
                said = "\n".join(part for part in parts if part)
                QToolTip.showText(event.globalPos(), said, self)  # type: ignore[attr-defined]
                return True
        return super().event(event)
