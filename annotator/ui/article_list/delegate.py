"""How a line of the article list is drawn: title, where it is from, what was found, how far it is."""

from __future__ import annotations

import re

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from annotator.core.visible_text import visible
from annotator.store import ArticleRow
from annotator.ui.appearance import plain_text

from ..appearance.label_colours import theme_now
from ..appearance.theme import Theme
from ..widgets.chips import smaller
from .model import IS_OPEN, ROW, SNIPPET, WHY, second_line

HEIGHT = 66  # two lines of title, one of particulars
SNIPPET_HEIGHT = 34
_PAD = 12
_DOT = 5.0
_OUTLET = re.compile(r"\s*(.{2,40}?)\s+[–—|:-]\s+(.+)", re.S)
_BEFORE = 18  # characters of a snippet that may stand before what was found


class ArticleDelegate(plain_text.PlainDelegate):
    """Paints a `ArticleRow`."""

    def __init__(self, of: QWidget) -> None:
        super().__init__(of)
        self._of = of

    def sizeHint(
        self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(200, HEIGHT)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        row: ArticleRow | None = index.data(ROW)
        if row is None:
            return
        theme = theme_now()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(option.rect).adjusted(6, 1, -6, -1)
        is_open = bool(index.data(IS_OPEN))
        self._paint_ground(painter, option, box, theme, is_open=is_open)
        inside = box.adjusted(_PAD - 2, 6, -_PAD, -4)
        right = inside.right() - 2 * _DOT - 10
        medium = QFont(self._of.font())
        medium.setWeight(QFont.Weight.Medium)
        small = smaller(self._of.font())
        high, low = QFontMetricsF(medium).height(), QFontMetricsF(small).height()
        painter.setPen(theme.text)
        title = two_lines(told_title(row), medium, right - inside.left())
        for number, words in enumerate(title):
            top = inside.top() + number * high
            _draw(painter, medium, QRectF(inside.left(), top, right - inside.left(), high), words)
        below = inside.top() + high * len(title) + 3
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.setPen(theme.text if is_chosen else theme.muted)
        left = paint_undecided(painter, small, inside.right(), below, low, row, theme)
        second = QRectF(inside.left(), below, left - 8 - inside.left(), low)
        why = str(index.data(WHY) or "")
        _draw(painter, small, second, why or second_line(row, is_open=is_open))
        paint_status(
            painter, QPointF(inside.right() - _DOT - 1, inside.top() + high / 2), row.status, theme
        )
        snippet = str(index.data(SNIPPET) or "")
        if snippet:
            lowest = inside.top() + 2 * high + 3 + low
            place = QRectF(inside.left(), lowest + 2, inside.width(), SNIPPET_HEIGHT)
            painter.setPen(theme.text)
            paint_snippet(painter, small, place, snippet)
        painter.restore()

    def _paint_ground(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        box: QRectF,
        theme: Theme,
        *,
        is_open: bool,
    ) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setBrush(theme.select)
            painter.drawRoundedRect(box, 6, 6)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            hover = theme.rule.toRgb()
            hover.setAlphaF(0.55)
            painter.setBrush(hover)
            painter.drawRoundedRect(box, 6, 6)
        if is_open:
            painter.setBrush(theme.accent)
            painter.drawRoundedRect(
                QRectF(box.left(), box.top() + 8, 3, box.height() - 16), 1.5, 1.5
            )
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme.layers[0].strong if theme.dark else theme.accent, 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)


def paint_status(painter: QPainter, middle: QPointF, status: str, theme: Theme) -> None:
    """Told apart by shape as well: ring, half, full, full with a tick, diamond."""
    painter.save()
    around = QRectF(middle.x() - _DOT, middle.y() - _DOT, 2 * _DOT, 2 * _DOT)
    if status == "changes_requested":
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.claim.line)
        painter.translate(middle)
        painter.rotate(45)
        side = _DOT * 0.85
        painter.drawRoundedRect(QRectF(-side, -side, 2 * side, 2 * side), 1.5, 1.5)
    elif status in ("submitted", "approved"):
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.good)
        painter.drawEllipse(around)
        if status == "approved":
            painter.setPen(QPen(theme.panel, 1.5))
            painter.drawPolyline(
                [middle + QPointF(x, y) for x, y in ((-2.4, 0), (-0.6, 1.9), (2.6, -2))]
            )
    elif status == "draft":
        blue = theme.layers[0].strong if theme.dark else theme.accent
        painter.setPen(QPen(blue, 1.4))
        painter.drawEllipse(around.adjusted(0.7, 0.7, -0.7, -0.7))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(blue)
        painter.drawPie(around, 90 * 16, 180 * 16)
    else:
        painter.setPen(QPen(theme.muted, 1.4))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(around.adjusted(0.7, 0.7, -0.7, -0.7))
    painter.restore()


def paint_undecided(
    painter: QPainter,
    font: QFont,
    right: float,
    top: float,
    height: float,
    row: ArticleRow,
    theme: Theme,
) -> float:
    """How many suggestions wait, in a dashed box like theirs; where its left edge is."""
    words = f"{row.undecided:,}" if row.undecided else ""
    if row.flagged:
        words = f"? {words}".strip()
    if not words:
        return right
    painter.save()
    painter.setFont(font)
    letters = painter.pen()
    width = QFontMetricsF(font).horizontalAdvance(words) + 9
    place = QRectF(right - width, top - 0.5, width, height + 1)
    pen = QPen(theme.muted, 1)
    pen.setDashPattern([2.5, 2])
    painter.setPen(pen if row.undecided else Qt.PenStyle.NoPen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    painter.setPen(letters)
    plain_text.draw(painter, place, Qt.AlignmentFlag.AlignCenter, words)
    painter.restore()
    return place.left()


def paint_snippet(painter: QPainter, font: QFont, place: QRectF, snippet: str) -> None:
    """Two lines of what was found, the words searched for in bold."""
    text, ranges = marked(snippet)
    layout = QTextLayout(text, font)
    bold = QTextCharFormat()
    bold.setFontWeight(QFont.Weight.DemiBold)
    formats = []
    for start, length in ranges:
        one = QTextLayout.FormatRange()
        one.start, one.length, one.format = start, length, bold
        formats.append(one)
    layout.setFormats(formats)
    layout.beginLayout()
    y, shown = 0.0, 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(place.width())
        line.setPosition(QPointF(0, y))
        y += line.height()
        if y > place.height() + 1:
            break  # clipped away below
        shown = y
    layout.endLayout()
    painter.save()
    painter.setClipRect(QRectF(place.left(), place.top(), place.width(), shown))
    layout.draw(painter, place.topLeft())
    painter.restore()


def marked(snippet: str) -> tuple[str, list[tuple[int, int]]]:
    """The bare words, begun shortly before what was found, and where that is (UTF-16)."""
    snippet = " ".join(snippet.split())
    at = snippet.find("\u2068")
    if at > _BEFORE:
        cut = snippet.rfind(" ", 0, at - _BEFORE // 2) + 1
        snippet = "…" + snippet[cut:]
    text = ""
    ranges = []
    for part in snippet.split("\u2068"):
        inside, closed, after = (visible(each) for each in part.partition("\u2069"))
        if closed:
            ranges.append((_units(text), _units(inside)))
        text += inside + after
    return text, ranges


def told_title(row: ArticleRow) -> str:
    """The title without the name of the outlet before it: that stands below, and tells nothing."""
    found = _OUTLET.match(row.title)
    if found is None or not row.publisher or _bare(found[1]) != _bare(row.publisher):
        return row.title
    return found[2]


def _bare(words: str) -> str:
    return "".join(letter for letter in words.casefold() if letter.isalnum())


def two_lines(words: str, font: QFont, width: float) -> list[str]:
    """*words* broken where they are wider than *width*; the second line is shortened when drawn."""
    words = visible(words)
    layout = QTextLayout(words, font)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(max(1.0, width))
    layout.endLayout()
    units = words.encode("utf-16-le")
    first = units[: 2 * line.textLength()].decode("utf-16-le", "ignore")
    rest = words[len(first) :].strip()
    return [first.rstrip(), rest] if rest else [words]


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def _draw(painter: QPainter, font: QFont, place: QRectF, words: str) -> None:
    painter.setFont(font)
    width = max(0.0, place.width())
    words = plain_text.elided(QFontMetricsF(font), words, Qt.TextElideMode.ElideRight, width)
    plain_text.draw(
        painter, place, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, words
    )
