"""The article as a widget: shows values, scrolls, and says what the analyst wants.

It stores no annotations: ``set_article`` and ``set_marks`` show them, signals carry intentions in
code points of the article. Keys that are not the caret's are left to the window's actions.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import (
    QElapsedTimer,
    QEvent,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QToolTip, QWidget

from annotator.core.model import Span
from annotator.core.strokes import Stroke
from annotator.core.text import snap

from ..theme import Theme, make_theme
from . import a11y
from .arcs import Arc
from .caret import MOVES, PAGES, UPRIGHT, moved
from .margin import Card
from .metrics import FONT_PX, LARGEST_PX, SMALLEST_PX, metrics
from .mouse import Pointer
from .sheet import Handle, Hit, Sheet, Shown
from .spans import StrokeIndex

SLICE_MS = 4  # of measuring while idle
TALLEST_PX = 32_000  # QPainter cannot draw further down an image

_ALT = Qt.KeyboardModifier.AltModifier
_CTRL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier


class ArticleView(QAbstractScrollArea):
    """See the module; positions are code points, ids are annotations' ids."""

    selection_changed = Signal(object)  # Span | None, snapped as drawn
    annotation_clicked = Signal(str)  # innermost first, clicked again the next outer
    word_double_clicked = Signal(object)  # Span; it is selected too
    edge_dragged = Signal(str, object)  # id, the new Span of the stroke that was dragged
    linked = Signal(str, str)  # dragged from one's label or card onto another
    menu_asked = Signal(QPoint, object, str)  # global place, Span | None, id or ""
    hovered = Signal(str)  # id or ""
    caret_moved = Signal(int)
    font_size_asked = Signal(int)  # steps up or down, Ctrl+wheel

    def __init__(self, theme: Theme | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tooltip_for: Callable[[str], str] = lambda _: ""
        self._theme = theme or make_theme()
        self._px = FONT_PX
        self._is_compact = False
        self._is_numbered = True
        self._cards: list[Card] = []
        self._shown = Shown()
        self._anchor = self._caret = 0
        self._wish: float | None = None  # the x that Up and Down keep to
        self._preview: Span | None = None
        self._to_reveal: Span | None = None  # as soon as there is a size to scroll in
        self._is_settling = False
        self._pointer = Pointer(self)
        self._idle = QTimer(self)
        self._idle.setInterval(0)
        self._idle.timeout.connect(self._measure)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.viewport().setMouseTracking(True)
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)
        self.setAccessibleName(self.tr("Article"))
        self.sheet = self._sheet("")
        self._fit_bar()

    # -- what is shown -------------------------------------------------------------------------

    def set_article(
        self,
        text: str,
        strokes: Sequence[Stroke],
        cards: Sequence[Card] = (),
        *,
        number_paragraphs: bool = True,
    ) -> None:
        """Show another article from its top."""
        self._pointer.cancel()
        self._is_numbered = number_paragraphs
        self._shown = Shown(caret=0 if self.hasFocus() else None)
        self._anchor = self._caret = 0
        self._wish = self._preview = self._to_reveal = None
        self._cards = list(cards)
        self.sheet = self._sheet(text)
        self.sheet.set_index(StrokeIndex(strokes))
        self.sheet.set_cards(self._cards)
        self.setAccessibleDescription("")
        self._settle(0, -self.sheet.column.tops()[0])
        self._idle.start()

    def set_marks(self, strokes: Sequence[Stroke], cards: Sequence[Card] = ()) -> None:
        """Other annotations of the same text: nothing moves, only what differs is painted."""
        for number in self.sheet.set_index(StrokeIndex(strokes)):
            self._update_block(number)
        if self._cards != (new := list(cards)):
            self._cards = new
            self.sheet.set_cards(new)
            self._update_margin()
            self._fit_bar()

    def set_current(self, id: str | None, arcs: Sequence[Arc] = ()) -> None:
        """Emphasise one annotation; scroll only if it is out of sight."""
        if (id, list(arcs)) == (self._shown.current, self._shown.arcs):
            return
        self._shown.current, self._shown.arcs = id, list(arcs)
        self.sheet.set_current(id)
        self.viewport().update()
        strokes = self.sheet.index.of(id) if id is not None else []
        self.setAccessibleDescription(a11y.described(self.sheet.column.text, strokes))
        if strokes:
            self.reveal(Span(strokes[0].start, strokes[0].end))

    def set_found(self, spans: Sequence[Span], current: int = -1) -> None:
        """Highlight the hits of a search, in text order; *current* is the index of one or -1."""
        shown = self._shown
        shown.found, shown.found_starts = list(spans), [span.start for span in spans]
        shown.found_current = current
        self.viewport().update()
        if 0 <= current < len(spans):
            self.reveal(spans[current])

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.sheet.wear(theme)
        self.viewport().update()

    def set_font_size(self, px: int) -> None:
        """Size of the article's letters; the words at the top stay at the top."""
        self._px = max(SMALLEST_PX, min(LARGEST_PX, px))
        self._set_anew()

    def set_compact(self, compact: bool) -> None:
        """Lines closer together, with room for fewer lanes."""
        self._is_compact = compact
        self._set_anew()

    def announce(self, text: str) -> None:
        """Let a screen reader say *text*."""
        a11y.announce(self, text)

    # -- what is selected ----------------------------------------------------------------------

    @property
    def text(self) -> str:
        return self.sheet.column.text

    @property
    def current(self) -> str | None:
        return self._shown.current

    @property
    def caret(self) -> int:
        return self._caret

    @property
    def anchor(self) -> int:
        """Where the selection began; the caret is its other end."""
        return self._anchor

    def selection(self) -> Span | None:
        return self._shown.selection

    def set_selection(self, span: Span | None) -> None:
        """Select without saying so; the caret goes to the end of *span*."""
        self._show_selection(span)
        if span is not None:
            self._anchor = span.start
            self._place_caret(span.end)

    def choose(self, span: Span | None, anchor: int | None = None, at: int | None = None) -> None:
        """Select as the analyst does: the caret follows, and the window is told."""
        if span is not None:
            self._anchor = span.start if anchor is None else anchor
            self._place_caret(span.end if at is None else at)
        if span != self._shown.selection:
            self._show_selection(span)
            self.selection_changed.emit(span)

    def set_caret(self, position: int) -> None:
        """Put the caret somewhere, nothing selected, and say so."""
        self._anchor = position
        self._wish = None
        self._place_caret(position)
        self.caret_moved.emit(position)

    def preview(self, span: Span | None) -> None:
        """Draw where an edge would go while it is dragged."""
        self._preview = span
        self.viewport().update()

    def annotations_at(self, position: int) -> list[str]:
        """Ids of what covers the character at *position*, innermost first."""
        return list(dict.fromkeys(s.owner for s in self.sheet.index.covering(position)))

    def reveal(self, span: Span) -> None:
        """Scroll to *span* unless it can be seen, a third down from the top."""
        if not self.isVisible():
            self._to_reveal = span
            return
        column = self.sheet.column
        index, line = column.line_of(span.start)
        offset = line * column.m.line
        top = column.tops()[index] + offset
        height = self.viewport().height()
        if self.top <= top and top + column.m.line <= self.top + height:
            return
        self._settle(index, offset - height / 3)

    # -- places --------------------------------------------------------------------------------

    @property
    def top(self) -> int:
        """How far down the page the viewport begins."""
        return self.verticalScrollBar().value()

    def position_at(self, where: QPointF) -> int:
        """The place in the text that is nearest to a point of the viewport."""
        return self.sheet.column.position(where.x() - self.sheet.frame.left, where.y() + self.top)

    def point_of(self, position: int) -> QPointF:
        """The middle of the caret at *position*, in the viewport."""
        return self.sheet.caret_rect(position).center() - QPointF(0, self.top)

    def hit(self, where: QPointF) -> Hit:
        return self.sheet.hit(where.x(), where.y() + self.top)

    def handles(self) -> list[Handle]:
        if self._shown.current is None:
            return []
        return self.sheet.handles_near(self._shown.current, self._seen())

    def render(  # type: ignore[override]
        self, width: int, *, height: int | None = None, scale: float = 1.0
    ) -> QImage:
        """A picture of the article from its top, *width* logical pixels wide.

        It ends with the article, or at *height*, or where an image can hold no more. The widget
        need not be visible.
        """
        sheet = self._sheet(self.text, width)
        sheet.set_index(self.sheet.index)
        sheet.set_cards(self._cards)
        sheet.set_current(self._shown.current)
        if height is None:
            while sheet.column.measure_more():
                pass
            sheet.column.laid(len(sheet.column.blocks) - 1)
            height = round(sheet.height())
        height = min(height, int(TALLEST_PX / scale))
        image = QImage(round(width * scale), round(height * scale), QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(scale)
        painter = QPainter(image)
        shown = self._shown
        plain = Shown(shown.selection, None, shown.current, shown.arcs)
        sheet.paint(painter, QRectF(0, 0, width, height), plain)
        painter.end()
        return image

    # -- layout --------------------------------------------------------------------------------

    def _sheet(self, text: str, width: float | None = None) -> Sheet:
        m = metrics(self._px, compact=self._is_compact)
        sheet = Sheet(text, self._theme, m, self.viewport().width() if width is None else width)
        sheet.is_numbered = self._is_numbered
        return sheet

    def _set_anew(self) -> None:
        """The same article in other sizes; what is at the top stays there."""
        old = self.sheet
        at_top = self.top <= old.column.tops()[0]
        position = old.column.position(0, self.top + old.look.m.label_row)
        self.sheet = self._sheet(self.text)
        self.sheet.set_index(old.index)
        self.sheet.set_cards(self._cards)
        self.sheet.set_current(self._shown.current)
        column = self.sheet.column
        if at_top:
            self._settle(0, -column.tops()[0])
        else:
            index, line = column.line_of(position)
            self._settle(index, line * column.m.line)
        self._idle.start()

    def _settle(self, index: int, offset: float) -> None:
        """Scroll to *offset* below the top of a block, with all that is then visible laid out.

        Laying out corrects estimated heights; the block keeps its place on the screen.
        """
        column = self.sheet.column
        height = self.viewport().height()
        y = 0.0
        for _ in range(8):
            column.laid(index)
            before = column.tops()
            y = max(0.0, before[index] + offset)
            for _ in self.sheet.blocks_in(y, y + height):
                pass
            if column.tops() is before:
                break
        self._fit_bar()
        self._is_settling = True
        self.verticalScrollBar().setValue(round(y))
        self._is_settling = False
        self.viewport().update()

    def _fit_bar(self) -> None:
        bar, height = self.verticalScrollBar(), self.viewport().height()
        self._is_settling = True
        bar.setPageStep(height)
        bar.setSingleStep(round(self.sheet.look.m.line))
        bar.setRange(0, max(0, round(self.sheet.height()) - height))
        self._is_settling = False

    def _measure(self) -> None:
        """Replace estimated heights by exact ones, a slice at a time; nothing on screen moves."""
        column = self.sheet.column
        index = column.block_at_y(self.top)
        offset = self.top - column.tops()[index]
        clock = QElapsedTimer()
        clock.start()
        is_more = True
        while is_more and clock.elapsed() < SLICE_MS:
            is_more = column.measure_more()
        if not is_more:
            self._idle.stop()
        y = round(column.tops()[index] + offset)
        self._fit_bar()
        if y != self.top:
            self._is_settling = True
            self.verticalScrollBar().setValue(y)
            self._is_settling = False

    def scrollContentsBy(self, _dx: int, dy: int) -> None:
        if self._is_settling:
            return
        column = self.sheet.column
        height = self.viewport().height()
        tops = column.tops()
        # Near the old place the old top line is what must not jump, far from it the new one.
        seen_from = self.top + dy if abs(dy) < 2 * height else self.top
        index = column.block_at_y(seen_from)
        offset = self.top - tops[index]
        for _ in self.sheet.blocks_in(self.top, self.top + height):
            pass
        if column.tops() is tops:
            self.viewport().scroll(0, dy)
        else:
            self._settle(index, offset)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() == event.size().width() or self.sheet.fits(event.size().width()):
            index = self.sheet.column.block_at_y(self.top)
            self._settle(index, self.top - self.sheet.column.tops()[index])
        else:
            self._set_anew()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._to_reveal is not None:
            span, self._to_reveal = self._to_reveal, None
            self.reveal(span)

    # -- painting ------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.translate(0, -self.top)
        shown = self._shown
        shown.caret = self._caret if self.hasFocus() else None
        selection = shown.selection
        shown.selection = self._preview or selection
        self.sheet.paint(painter, QRectF(event.rect().translated(0, self.top)), shown)
        shown.selection = selection
        if self._pointer.rubber is not None:
            painter.translate(0, self.top)
            strong = self._theme.attribution.strong
            painter.setPen(QPen(strong, 1.6, Qt.PenStyle.DashLine, Qt.PenCapStyle.RoundCap))
            painter.drawLine(*self._pointer.rubber)
        painter.end()

    def _seen(self) -> QRectF:
        return QRectF(self.viewport().rect().translated(0, self.top))

    def _update_block(self, number: int) -> None:
        top = self.sheet.column.tops()[number] - self.top
        height = self.sheet.column.blocks[number].height
        if top < self.viewport().height() and top + height > 0:
            # arcs and handles of the block may reach a little further
            area = QRect(0, int(top) - 6, self.viewport().width(), int(height) + 12)
            self.viewport().update(area)

    def _update_range(self, span: Span | None) -> None:
        if span is not None:
            column = self.sheet.column
            last = column.block_at(max(span.start, span.end - 1))
            for number in range(column.block_at(span.start), last + 1):
                self._update_block(number)

    def _update_margin(self) -> None:
        left = int(self.sheet.frame.right)
        self.viewport().update(left, 0, self.viewport().width() - left, self.viewport().height())

    def _show_selection(self, span: Span | None) -> None:
        if span != self._shown.selection:
            self._update_range(self._shown.selection)
            self._shown.selection = span
            self._update_range(span)

    def _place_caret(self, position: int) -> None:
        for place in (self._caret, position):
            self._update_block(self.sheet.column.block_at(place))
        self._caret = position

    def hover(self, owner: str) -> None:
        """Show which annotation the mouse is on; the window is told when it changes."""
        if owner == (self._shown.hovered or ""):
            return
        self._shown.hovered = owner or None
        self.viewport().update()
        self.hovered.emit(owner)

    # -- input ---------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        modifiers = event.modifiers()
        if key == Qt.Key.Key_Escape and self._pointer.cancel():
            return
        if key not in MOVES or modifiers & _ALT:
            event.ignore()
            return
        column = self.sheet.column
        by_word, is_marking = bool(modifiers & _CTRL), bool(modifiers & _SHIFT)
        from_x, from_y = column.point(self._caret)
        wish = from_x if self._wish is None else self._wish
        page = self.viewport().height()
        to = moved(column, self._caret, key, by_word=by_word, wish=wish, page=page)
        keeps_wish = key in UPRIGHT
        if is_marking:
            low, high = min(self._anchor, to), max(self._anchor, to)
            span = Span(low, high) if low < high else None
            if span is not None and by_word:
                span = snap(self.text, low, high)
            self._place_caret(to)
            self.choose(span, self._anchor, to)
            self.caret_moved.emit(to)
        else:
            self.choose(None)
            self.set_caret(to)
        self._wish = wish if keeps_wish else None
        if key in PAGES:
            bar = self.verticalScrollBar()
            bar.setValue(round(bar.value() + column.point(to)[1] - from_y))
        self._follow_caret()

    def _follow_caret(self) -> None:
        index, line = self.sheet.column.line_of(self._caret)
        m = self.sheet.look.m
        offset = line * m.line
        top = self.sheet.column.tops()[index] + offset
        height = self.viewport().height()
        if top < self.top:
            self._settle(index, offset - m.line * 0.5)
        elif top + m.line > self.top + height:
            self._settle(index, offset + m.line * 1.5 - height)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pointer.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._pointer.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pointer.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._pointer.double(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & _CTRL:
            if delta := event.angleDelta().y():
                self.font_size_asked.emit(1 if delta > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            where = QPointF(self.viewport().mapFromGlobal(event.globalPos()))
            owners = self.hit(where).owners
            place = event.globalPos()
        else:
            owners = self.annotations_at(self._caret)
            place = self.viewport().mapToGlobal(self.point_of(self._caret).toPoint())
        if self.current in owners:
            owners = [str(self.current)]
        self.menu_asked.emit(place, self.selection(), owners[0] if owners else "")

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            owners = self.hit(QPointF(event.pos())).owners
            text = self.tooltip_for(owners[0]) if owners else ""
            QToolTip.showText(event.globalPos(), text, self.viewport())
            return True
        if event.type() == QEvent.Type.Leave:
            self.hover("")
        return super().viewportEvent(event)
