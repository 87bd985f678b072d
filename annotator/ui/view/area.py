"""A sheet in a scroll area: where it is scrolled to, and that nothing on screen ever jumps."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QElapsedTimer, QPointF, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QPainter, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from annotator.core.model import Span

from ..appearance.theme import Theme
from .margin import ClaimCard
from .metrics import FONT_PX, LARGEST_PX, SMALLEST_PX, metrics
from .page_layout import Emphasis, PageHit, PageLayout

TAIL = 0.45  # of the view is left free below a long article
_ABOVE = 0.35  # of the view is for what belongs to a claim and stands above it
SLICE_MS = 4  # of measuring while idle
TALLEST_PX = 32_000  # QPainter cannot draw further down an image


class PageArea(QAbstractScrollArea):
    """Scrolls a `PageLayout`, sets it anew in other sizes, and prints it."""

    moved = Signal()  # what is on screen lies elsewhere

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._px = FONT_PX
        self._is_compact = False
        self._is_numbered = True
        self._is_slim = False
        self._cards: list[ClaimCard] = []
        self._shown = Emphasis()
        self._is_settling = False
        self._to_reveal: Span | None = None  # as soon as there is a size to scroll in
        self._to_bring: tuple[list[Span], list[Span], str] | None = None
        self._idle = QTimer(self)
        self._idle.setInterval(0)
        self._idle.timeout.connect(self._measure)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.page_layout = self._page_layout("")
        self._fit_bar()

    @property
    def text(self) -> str:
        return self.page_layout.column.text

    @property
    def theme(self) -> Theme:
        return self._theme

    @property
    def font_px(self) -> int:
        return self._px

    @property
    def is_compact(self) -> bool:
        return self._is_compact

    # -- looks ---------------------------------------------------------------------------------

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.page_layout.wear(theme)
        self.viewport().update()
        self.moved.emit()

    def set_font_size(self, px: int) -> None:
        """Size of the article's letters; the words at the top stay at the top."""
        self._px = max(SMALLEST_PX, min(LARGEST_PX, px))
        self._set_anew()

    def set_compact(self, compact: bool) -> None:
        """Lines closer together, with room for fewer lanes."""
        self._is_compact = compact
        self._set_anew()

    def set_slim(self, slim: bool) -> None:
        """A narrower gutter without numbers, where articles stand side by side."""
        if slim != self._is_slim:
            self._is_slim = slim
            self._set_anew()

    def render(  # type: ignore[override]
        self, width: int, *, height: int | None = None, scale: float = 1.0
    ) -> QImage:
        """A picture of the article from its top, *width* logical pixels wide.

        It ends with the article, or at *height*, or where an image can hold no more. The widget
        need not be visible.
        """
        page_layout = self._page_layout(self.text, width)
        page_layout.set_index(self.page_layout.index)
        page_layout.set_cards(self._cards)
        page_layout.set_current(self._shown.current)
        if height is None:
            while page_layout.column.measure_more():
                pass
            page_layout.column.laid(len(page_layout.column.blocks) - 1)
            height = round(page_layout.height())
        height = min(height, int(TALLEST_PX / scale))
        image = QImage(round(width * scale), round(height * scale), QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(scale)
        painter = QPainter(image)
        shown = self._shown
        plain = Emphasis(shown.selection, None, shown.current, shown.arcs)
        page_layout.paint(painter, QRectF(0, 0, width, height), plain)
        painter.end()
        return image

    # -- places --------------------------------------------------------------------------------

    @property
    def top(self) -> int:
        """How far down the page the viewport begins."""
        return self.verticalScrollBar().value()

    def position_at(self, where: QPointF) -> int:
        """The place in the text that is nearest to a point of the viewport."""
        return self.page_layout.column.position(
            where.x() - self.page_layout.frame.left, where.y() + self.top
        )

    def point_of(self, position: int) -> QPointF:
        """The middle of the caret at *position*, in the viewport."""
        return self.page_layout.caret_rect(position).center() - QPointF(0, self.top)

    @property
    def place(self) -> tuple[int, float]:
        """The block at the top, and how far down in it the viewport begins."""
        index = self.page_layout.column.block_at_y(self.top)
        return index, self.top - self.page_layout.column.tops()[index]

    def go_to(self, place: tuple[int, float]) -> None:
        """Scroll to where another view of the same article is."""
        if place != self.place:
            self._settle(*place)

    def hit(self, where: QPointF) -> PageHit:
        place, tops = self.place, self.page_layout.column.tops()
        found = self.page_layout.hit(where.x(), where.y() + self.top)
        if self.page_layout.column.tops() is not tops:  # it looked at cards from far above
            self._settle(*place)
        return found

    # -- bringing into sight -------------------------------------------------------------------

    def reveal(self, span: Span) -> None:
        """Scroll to *span* unless it can be seen, a third down from the top."""
        if not self.isVisible():
            self._to_reveal = span
            return
        column = self.page_layout.column
        index, line = column.line_of(span.start)
        offset = line * column.m.line
        top = column.tops()[index] + offset
        height = self.viewport().height()
        if self.top <= top and top + column.m.line <= self.top + height:
            return
        self._settle(index, offset - height / 3)

    def bring(
        self,
        spans: Sequence[Span],
        others: Sequence[Span] = (),
        *,
        card: str = "",
        to_upper_half: bool = True,
    ) -> None:
        """Scroll so that *spans* are whole in the upper half, what belongs to them in sight, too.

        That is *others* and the claim's *card*. Nothing moves where it is so already, nor, without
        *to_upper_half*, where all is in sight.
        """
        if not self.isVisible():
            self._to_bring = (list(spans), list(others), card)
            return
        found = self._stretches(spans, others, card)
        if found is None:
            return
        (first, _), (top, bottom) = found
        height = self.viewport().height()
        is_high = not to_upper_half or first <= self.top + height / 2
        if self.top <= top and bottom <= self.top + height and is_high:
            return
        for _ in range(2):  # the first time heights were estimated
            (first, _), (top, bottom) = self._stretches(spans, others, card) or found
            above = min(height / 8, max(0.0, height - (bottom - top)))
            index = self.page_layout.column.block_at_y(top)
            self._settle(index, top - self.page_layout.column.tops()[index] - above)

    def _stretches(
        self, spans: Sequence[Span], others: Sequence[Span], card: str
    ) -> tuple[tuple[float, float], tuple[float, float]] | None:
        """Where *spans* stand, and they with as much of what belongs to them as there is room for."""
        page = self.page_layout
        for span in (*spans, *others):
            page.column.laid(page.column.block_at(span.start))
        main = page.stretch(spans)
        if main is None:
            return None
        whole, height = main, self.viewport().height()
        places = [page.card_place(card) if card else None]
        places += [page.stretch([span]) for span in others]
        for place in places:
            if place is not None:
                more = min(whole[0], place[0]), max(whole[1], place[1])
                if more[1] - more[0] <= height and main[0] - more[0] <= height * _ABOVE:
                    whole = more
        return main, whole

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._to_reveal is not None:
            span, self._to_reveal = self._to_reveal, None
            self.reveal(span)
        if self._to_bring is not None:
            (spans, others, card), self._to_bring = self._to_bring, None
            self.bring(spans, others, card=card)

    # -- layout --------------------------------------------------------------------------------

    def _page_layout(self, text: str, width: float | None = None) -> PageLayout:
        m = metrics(self._px, compact=self._is_compact, slim=self._is_slim)
        page_layout = PageLayout(
            text, self._theme, m, self.viewport().width() if width is None else width
        )
        page_layout.is_numbered = self._is_numbered and not self._is_slim
        return page_layout

    def _set_anew(self) -> None:
        """The same article in other sizes; what is at the top stays there."""
        old = self.page_layout
        at_top = self.top <= old.column.tops()[0]
        position = old.column.position(0, self.top + old.look.m.label_row)
        self.page_layout = self._page_layout(self.text)
        self.page_layout.set_index(old.index)
        self.page_layout.set_cards(self._cards)
        self.page_layout.set_current(self._shown.current)
        column = self.page_layout.column
        if at_top:
            self._settle(0, -column.tops()[0])
        else:
            index, line = column.line_of(position)
            self._settle(index, line * column.m.line)
        self.measure_later()

    def _settle(self, index: int, offset: float) -> None:
        """Scroll to *offset* below the top of a block, with all that is then visible laid out.

        Laying out corrects estimated heights; the block keeps its place on the screen.
        """
        column = self.page_layout.column
        height = self.viewport().height()
        y = 0.0
        for _ in range(8):
            column.laid(index)
            before = column.tops()
            lowest = max(0.0, self._whole_height() - height)
            y = min(lowest, max(0.0, before[index] + offset))
            seen = QRectF(0, y, self.viewport().width(), height)
            self.page_layout.prepare(seen, self._shown)
            if column.tops() is before:
                break
        self._fit_bar()
        self._is_settling = True
        self.verticalScrollBar().setValue(round(y))
        self._is_settling = False
        self.viewport().update()
        self.moved.emit()

    def _fit_bar(self) -> None:
        bar, height = self.verticalScrollBar(), self.viewport().height()
        self._is_settling = True
        bar.setPageStep(height)
        bar.setSingleStep(round(self.page_layout.look.m.line))
        bar.setRange(0, max(0, round(self._whole_height()) - height))
        self._is_settling = False

    def _whole_height(self) -> float:
        """Of the page, with room below a long article: its last lines can be read further up, too."""
        page, view = self.page_layout.height(), self.viewport().height()
        return page + (view * TAIL if page > view else 0.0)

    def measure_later(self) -> None:
        """Make every height exact while nothing else is to be done."""
        self._idle.start()

    @property
    def is_measured(self) -> bool:
        """Whether every height is exact."""
        return not self._idle.isActive()

    def _measure(self) -> None:
        """Replace estimated heights by exact ones, a slice at a time; nothing on screen moves."""
        column = self.page_layout.column
        index = column.block_at_y(self.top)
        offset = self.top - column.tops()[index]
        clock = QElapsedTimer()
        clock.start()
        is_more = True
        while is_more and clock.elapsed() < SLICE_MS:
            is_more = column.measure_more()
        if not is_more:
            self._idle.stop()
        self._fit_bar()  # may lay out the end
        y = round(column.tops()[index] + offset)
        if y != self.top:
            self._is_settling = True
            self.verticalScrollBar().setValue(y)
            self._is_settling = False

    def scrollContentsBy(self, _dx: int, dy: int) -> None:
        if self._is_settling:
            return
        column = self.page_layout.column
        height = self.viewport().height()
        tops = column.tops()
        # Near the old place the old top line is what must not jump, far from it the new one.
        seen_from = self.top + dy if abs(dy) < 2 * height else self.top
        index = column.block_at_y(seen_from)
        offset = self.top - tops[index]
        self.page_layout.prepare(self._seen(), self._shown)
        if column.tops() is tops:
            self.viewport().scroll(0, dy)
            self.moved.emit()
        else:
            self._settle(index, offset)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() == event.size().width() or self.page_layout.fits(
            event.size().width()
        ):
            index = self.page_layout.column.block_at_y(self.top)
            self._settle(index, self.top - self.page_layout.column.tops()[index])
        else:
            self._set_anew()

    def _steady(self) -> None:
        """Lay out what is about to be painted; where that moves something, the words at the top stay."""
        column = self.page_layout.column
        place, tops = self.place, column.tops()
        self.page_layout.prepare(self._seen(), self._shown)
        if column.tops() is not tops:
            self._settle(*place)

    # -- what has to be painted anew -----------------------------------------------------------

    def _seen(self) -> QRectF:
        return QRectF(self.viewport().rect().translated(0, self.top))

    def _update_block(self, number: int) -> None:
        top = self.page_layout.column.tops()[number] - self.top
        height = self.page_layout.column.blocks[number].height
        if top < self.viewport().height() and top + height > 0:
            # arcs and handles of the block may reach a little further
            area = QRect(0, int(top) - 6, self.viewport().width(), int(height) + 12)
            self.viewport().update(area)

    def _update_range(self, span: Span | None) -> None:
        if span is not None:
            column = self.page_layout.column
            last = column.block_at(max(span.start, span.end - 1))
            for number in range(column.block_at(span.start), last + 1):
                self._update_block(number)

    def _update_margin(self) -> None:
        left = int(self.page_layout.frame.right)
        self.viewport().update(left, 0, self.viewport().width() - left, self.viewport().height())
