"""The whole page: text, marks and margins in one width. The view scrolls it, `render` prints it.

Coordinates are pixels from the top left of the page.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, cast

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from annotator.core.highlight_layout import Highlight, HighlightShape
from annotator.core.model import Span
from annotator.ui.appearance import plain_text

from ..appearance.fonts import sans
from ..appearance.theme import Theme
from . import draw_list, margin, paint
from .arcs import Arc, paint_arcs
from .draw_list import DrawList, Tag
from .layout import TextColumn
from .margin import CardStack, ClaimCard
from .metrics import Metrics, PageFrame, frame
from .paint import PaintStyle
from .spans import HighlightIndex, unique_owners, within

HANDLE = 4.5  # radius
_NAME = 24  # letters of who says it, above a claim that has no card


@dataclass
class Emphasis:
    """What of the page is emphasised at the moment."""

    selection: Span | None = None
    caret: int | None = None  # None: not focused, no caret
    current: str | None = None
    arcs: list[Arc] = field(default_factory=list)
    found: list[Span] = field(default_factory=list)
    found_starts: list[int] = field(default_factory=list)
    found_current: int = -1
    hovered: str | None = None
    lit: frozenset[str] = frozenset()  # what belongs together with what is hovered
    lit_arcs: list[Arc] = field(default_factory=list)
    paragraph: int | None = None  # the block that is worked on
    pointed: Span | None = None  # words that nothing is marked on, emphasised all the same


class Handle(NamedTuple):
    """One end of one span of the current annotation, to be dragged."""

    x: float
    y: float
    highlight: Highlight
    edge: str  # "start" or "end"


class PageHit(NamedTuple):
    """What is at a point: owners innermost first; *part* is where: text, tag, bar, card or ""."""

    part: str
    owners: list[str]


class PageLayout:
    """A text laid out in a width, with its highlights and cards."""

    def __init__(self, text: str, theme: Theme, m: Metrics, width: float) -> None:
        self.look = PaintStyle(theme, m)
        self.frame: PageFrame = frame(width, m)
        self.column = TextColumn(text, m, self.frame.column)
        self.index = HighlightIndex()
        self.stack = CardStack()
        self.is_numbered = True
        self._widths: dict[str, float] = {}
        self._whose: dict[str, str] = {}  # by claim, where no card says it
        self._measures = QFontMetricsF(m.label_font())

    # -- what it holds -------------------------------------------------------------------------

    def wear(self, theme: Theme) -> None:
        """Other colours; nothing moves."""
        self.look = PaintStyle(theme, self.look.m)

    def set_index(self, index: HighlightIndex) -> list[int]:
        """Other highlights; the laid out blocks whose pictures differ."""
        self.index = index
        changed: list[int] = []
        for number in self.column.laid_out():
            block = self.column.blocks[number]
            old = cast("DrawList | None", block.ops)
            if old is None:
                continue
            if old.highlights != index.window(block.start, block.end) or (
                (old.bridged or index.joins)
                and old.bridged != index.joins_in(block.start, block.end)
            ):
                block.ops = None
                changed.append(number)
        return changed

    def set_cards(self, cards: Sequence[ClaimCard]) -> None:
        current = self.stack.current
        self.stack = CardStack(cards)
        self.stack.current = current
        self.stack.width = self.frame.cards_width
        self._say_whose()

    def _say_whose(self) -> None:
        """Above each claim who says it, in a few letters, where there is no room for cards."""
        cards = [] if self.frame.cards_width else self.stack.cards
        whose = {card.owner: f"{card.ref} {_short(card.title)}" for card in cards}
        if whose != self._whose:
            self._whose = whose
            for number in self.column.laid_out():
                self.column.blocks[number].ops = None

    def set_current(self, owner: str | None) -> None:
        self.stack.current = owner
        self.stack.forget()

    def fits(self, width: float) -> bool:
        """Whether the column is as wide as it would be in *width*; takes the margins over."""
        new = frame(width, self.look.m)
        if new.column != self.frame.column:
            return False
        self.frame = new
        if new.cards_width != self.stack.width:
            self.stack.width = new.cards_width
            self.stack.forget()
        self._say_whose()
        return True

    def ops(self, number: int) -> DrawList:
        block = self.column.laid(number)
        if block.ops is None:
            block.ops = draw_list.build(
                self.column, number, self.index, self.label_width, self._whose
            )
        return cast(DrawList, block.ops)

    def label_width(self, text: str) -> float:
        width = self._widths.get(text)
        if width is None:
            width = self._widths[text] = self._measures.horizontalAdvance(text)
        return width

    def height(self) -> float:
        """Of the page, cards that hang below the text included."""
        height = self.column.height()
        if self.frame.cards_width and self.stack.cards:
            last = len(self.column.blocks) - 1
            hanging = self.stack.placed(self.column, last)[1] if self._is_laid(last) else 0.0
            height = max(height, self.column.tops()[-1] + hanging + 24)
        return height

    def _is_laid(self, number: int) -> bool:
        return self.column.blocks[number].layout is not None

    # -- where things are ----------------------------------------------------------------------

    def blocks_in(self, top: float, bottom: float) -> Iterator[tuple[int, float]]:
        """(block, its top) between two heights, laid out one after the other."""
        number = self.column.block_at_y(top)
        y = self.column.tops()[number]
        while number < len(self.column.blocks) and y < bottom:
            block = self.column.laid(number)
            yield number, y
            y += block.height
            number += 1

    def cards_in(self, top: float, bottom: float) -> Iterator[tuple[margin.PlacedCard, float]]:
        """(card, top of its block) between two heights, ones that hang in from above included."""
        if not self.frame.cards_width or not self.stack.cards:
            return
        first = self.column.block_at_y(top)
        while first > 0 and self.stack.placed(self.column, first - 1)[1] > 0:
            first -= 1
        y = self.column.tops()[first]
        for number in range(first, len(self.column.blocks)):
            if y > bottom:
                return
            for placed in self.stack.placed(self.column, number)[0]:
                if y + placed.top + placed.height >= top and y + placed.top <= bottom:
                    yield placed, y
            y += self.column.blocks[number].height

    def stretch(self, spans: Iterable[Span]) -> tuple[float, float] | None:
        """From the top of the first line that *spans* stand in to the bottom of the last."""
        tops: list[float] = []
        for span in spans:
            for at in (span.start, max(span.start, span.end - 1)):
                number, line = self.column.line_of(at)
                tops.append(self.column.tops()[number] + line * self.look.m.line)
        return (min(tops), max(tops) + self.look.m.line) if tops else None

    def card_place(self, owner: str) -> tuple[float, float] | None:
        """Top and bottom of the card of a claim; None where there is no room for cards."""
        card = next((each for each in self.stack.cards if each.owner == owner), None)
        if card is None or not self.frame.cards_width:
            return None
        number = self.column.block_at(card.start)
        self.column.laid(number)
        for placed in self.stack.placed(self.column, number)[0]:
            if placed.card is card:
                top = self.column.tops()[number] + placed.top
                return top, top + placed.height
        return None

    def rects(self, start: int, end: int) -> list[QRectF]:
        """Boxes around the letters of a range."""
        m = self.look.m
        found: list[QRectF] = []
        for number in range(
            self.column.block_at(start), self.column.block_at(max(start, end - 1)) + 1
        ):
            for piece in self.column.pieces(number, start, end):
                y = self.column.tops()[number] + piece.line * m.line + m.label_row
                x = self.frame.left + piece.left
                found.append(QRectF(x, y, piece.right - piece.left, m.letters))
        return found

    def handles(self, current: str | None) -> list[Handle]:
        if current is None:
            return []
        found: list[Handle] = []
        for highlight in self.index.of(current):
            low = self._low(highlight)
            for edge, at in (("start", highlight.start), ("end", highlight.end - 1)):
                rects = self.rects(at, at + 1)
                if rects:
                    rect = rects[0] if edge == "start" else rects[-1]
                    x = rect.left() if edge == "start" else rect.right()
                    found.append(Handle(x, rect.bottom() + low, highlight, edge))
        return found

    def _low(self, highlight: Highlight) -> float:
        """How far below the letters a highlight's ends are."""
        m = self.look.m
        if highlight.shape == HighlightShape.BRACKET:
            return m.px * 0.22 + highlight.lane * m.lane_pitch
        return 1.0

    def hit(self, x: float, y: float) -> PageHit:
        """What a click at a point means."""
        frame = self.frame
        if frame.cards_width and x >= frame.cards_left:
            for placed, top in self.cards_in(y - 400, y):
                if margin.card_rect(placed, frame).translated(0, top).contains(x, y):
                    return PageHit("card", [placed.card.owner])
            return PageHit("", [])
        number, line = self.column.line_at(y)
        top = self.column.tops()[number]
        m = self.look.m
        if x < frame.left - 4:
            bars = [b for b in self.ops(number).bars if b.top <= y - top <= b.bottom]
            bars.sort(key=lambda b: abs(frame.left - 14 - paint.BAR_PITCH * b.lane - x))
            return PageHit("bar" if bars else "", unique_owners(b.highlight for b in bars))
        if (y - top) - line * m.line < m.label_row:
            for tag in self.ops(number).tags:
                inside = tag.x - 2 <= x - frame.left <= tag.x + tag.width + 2
                if inside and tag.y <= y - top <= tag.y + m.label_row:
                    return PageHit("tag", [tag.highlight.owner])
        at = self.column.character(x - frame.left, y)
        if at is None:
            return PageHit("", [])
        return PageHit("text", unique_owners(self.index.covering(at)))

    # -- painting ------------------------------------------------------------------------------

    def prepare(self, seen: QRectF, shown: Emphasis) -> None:
        """Lay out all that painting *seen* will ask for: its cards and lines may begin far above.

        It may move what is below; painting itself moves nothing then.
        """
        for _ in self.blocks_in(seen.top(), seen.bottom()):
            pass
        for _ in self.cards_in(seen.top(), seen.bottom()):
            pass
        if shown.current is not None:
            self.handles_near(shown.current, seen)
        for arc in (*shown.arcs, *shown.lit_arcs):
            self.column.line_of(arc.from_.start)
            self.column.line_of(arc.to.start)

    def paint(self, painter: QPainter, seen: QRectF, shown: Emphasis) -> None:
        """Paint the part *seen* of the page."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(seen, self.look.theme.page)
        tinted = (
            [Span(s.start, s.end) for s in self.index.of(shown.current)] if shown.current else []
        )
        tinted += [shown.pointed] if shown.pointed is not None else []
        for number, y in self.blocks_in(seen.top(), seen.bottom()):
            painter.translate(self.frame.left, y)
            self._paint_block(painter, number, seen.translated(-self.frame.left, -y), shown, tinted)
            painter.translate(-self.frame.left, -y)
            self._paint_gutter(painter, number, y, shown)
        for placed, y in self.cards_in(seen.top(), seen.bottom()):
            owner = placed.card.owner
            painter.translate(0, y)
            margin.paint_card(
                painter,
                self.look,
                placed,
                self.frame,
                is_current=owner == shown.current,
                lit=owner == shown.hovered or owner in shown.lit,
            )
            painter.translate(0, -y)
        if drawn := list(dict.fromkeys([*shown.arcs, *shown.lit_arcs])):
            paint_arcs(painter, self.look, self.column, self.frame, drawn, seen, self._tags_on)
        self._paint_handles(painter, seen, shown)
        self._paint_caret(painter, shown)

    def _tags_on(self, number: int, line: int) -> list[Tag]:
        y = line * self.look.m.line
        return [tag for tag in self.ops(number).tags if tag.y == y]

    def _paint_block(
        self, painter: QPainter, number: int, seen: QRectF, shown: Emphasis, tinted: list[Span]
    ) -> None:
        theme = self.look.theme
        listed = self.ops(number)
        block = self.column.blocks[number]
        if block.height > 2 * seen.height():
            listed = _cropped(listed, seen, self.look.m)
        tint = self._tinter(painter, number)
        for index in within(shown.found, shown.found_starts, block.start, block.end):
            tint(shown.found[index], theme.found)
            if index == shown.found_current:
                tint(shown.found[index], theme.current)
        for span in tinted:
            tint(span, theme.current)
        paint.paint_boxes(painter, self.look, listed.boxes, shown.current)
        lit = (shown.lit | {shown.hovered}) - {shown.current} if shown.hovered else frozenset()
        if lit:
            for highlight in listed.highlights:
                if highlight.owner in lit:
                    tint(Span(highlight.start, highlight.end), self.look.ink(highlight).tint)
        if shown.selection is not None:
            tint(shown.selection, theme.select)
        painter.setPen(theme.text)
        if block.layout is not None:
            block.layout.draw(painter, QPointF(0, 0), [], seen)
        paint.paint_over(painter, self.look, listed, shown.current)

    def _tinter(self, painter: QPainter, number: int) -> Callable[[Span, QColor], None]:
        block = self.column.blocks[number]
        m = self.look.m

        def tint(span: Span, colour: QColor) -> None:
            if span.start >= block.end or span.end <= block.start:
                return
            for piece in self.column.pieces(number, span.start, span.end):
                y = piece.line * m.line + m.label_row - 1
                rect = QRectF(piece.left - 1, y, piece.right - piece.left + 2, m.letters + 3)
                painter.fillRect(rect, colour)

        return tint

    def _paint_gutter(self, painter: QPainter, number: int, y: float, shown: Emphasis) -> None:
        look = self.look
        block = self.column.blocks[number]
        is_lit = number == shown.paragraph
        if is_lit:
            _paint_lit(painter, look.theme, y + look.m.label_row, block.height - look.m.label_row)
        if self.is_numbered and block.number:
            weight = QFont.Weight.DemiBold if is_lit else QFont.Weight.Medium
            painter.setFont(sans(look.m.ui_px - 1, weight))
            painter.setPen(look.theme.text if is_lit else look.theme.muted)
            baseline = y + look.m.label_row + look.m.ascent
            text = str(block.number)
            width = painter.fontMetrics().horizontalAdvance(text)
            plain_text.draw(painter, QPointF(max(3.0, 27.0 - width), baseline), text)
        bars = self.ops(number).bars
        if bars:
            painter.translate(0, y)
            paint.paint_bars(painter, look, bars, self.frame.left - 12, shown.current)
            painter.translate(0, -y)

    def _paint_handles(self, painter: QPainter, seen: QRectF, shown: Emphasis) -> None:
        if shown.current is None:
            return
        around = seen.adjusted(-8, -8, 8, 8)
        painter.setBrush(self.look.theme.page)
        for handle in self.handles_near(shown.current, seen):
            place = QPointF(handle.x, handle.y)
            if around.contains(place):
                painter.setPen(QPen(self.look.ink(handle.highlight).strong, 1.6))
                painter.drawEllipse(place, HANDLE - 0.8, HANDLE - 0.8)

    def handles_near(self, current: str, seen: QRectF) -> list[Handle]:
        """Handles, unless the current annotation is out of sight: then nothing is laid out."""
        highlights = self.index.of(current)
        if not highlights:
            return []
        top = self.column.starts[self.column.block_at_y(seen.top() - 20)]
        bottom = self.column.blocks[self.column.block_at_y(seen.bottom() + 20)].end
        if highlights[0].start > bottom or highlights[-1].end < top:
            return []
        return self.handles(current)

    def _paint_caret(self, painter: QPainter, shown: Emphasis) -> None:
        if shown.caret is None:
            return
        rect = self.caret_rect(shown.caret)
        painter.fillRect(rect, self.look.theme.text)

    def caret_rect(self, caret: int) -> QRectF:
        x, y = self.column.point(caret)
        return QRectF(round(self.frame.left + x) - 0.75, y - 1, 1.5, self.look.m.letters + 2)


def _paint_lit(painter: QPainter, theme: Theme, top: float, height: float) -> None:
    """A thin bar at the very edge of the page, beside the paragraph that is worked on."""
    ink = QColor(theme.accent)
    ink.setAlphaF(0.95 if theme.dark else 0.6)
    painter.fillRect(QRectF(1.5, top, 3, max(3.0, height)), ink)  # rounded ends cost a millisecond


def _short(words: str) -> str:
    return words if len(words) <= _NAME else words[: _NAME - 1].rstrip() + "…"


def _cropped(listed: DrawList, seen: QRectF, m: Metrics) -> DrawList:
    """What of a tall block's list can be seen."""
    top, bottom = seen.top() - m.line, seen.bottom() + m.line
    return listed._replace(
        boxes=[box for box in listed.boxes if top < box.y < bottom],
        rules=[rule for rule in listed.rules if top < rule.y < bottom],
        joins=[rule for rule in listed.joins if top < rule.y < bottom],
        tags=[tag for tag in listed.tags if top < tag.y < bottom],
        signs=[sign for sign in listed.signs if top < sign.y < bottom],
    )
