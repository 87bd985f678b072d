"""The article as a widget: shows values, scrolls, and says what the analyst wants.

It stores no annotations: ``set_article`` and ``set_marks`` show them, signals carry intentions in
code points of the article. Keys that are not the caret's are left to the window's actions.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from PySide6.QtCore import (
    QEvent,
    QPoint,
    QPointF,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QAction,
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from annotator.core.highlight_layout import Highlight
from annotator.core.model import Span
from annotator.core.text import snap

from ..appearance.theme import Theme, make_theme
from . import a11y
from .arcs import Arc
from .area import PageArea
from .caret import MOVES, PAGES, UPRIGHT, moved
from .decisions import DecisionButtons
from .margin import ClaimCard
from .mouse import Pointer
from .page_layout import Emphasis, Handle
from .spans import HighlightIndex

_ALT = Qt.KeyboardModifier.AltModifier
_CTRL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier


class ArticleView(PageArea):
    """See the module; positions are code points, ids are annotations' ids."""

    selection_changed = Signal(object)  # Span | None, snapped as drawn
    annotation_clicked = Signal(str)  # innermost first, clicked again the next outer
    word_double_clicked = Signal(object)  # Span; it is selected too
    edge_dragged = Signal(str, object)  # id, the new Span of the highlight that was dragged
    linked = Signal(str, str)  # dragged from one's label or card onto another
    menu_asked = Signal(QPoint, object, str)  # global place, Span | None, id or ""
    hovered = Signal(str)  # id or ""
    caret_moved = Signal(int)
    decision_asked = Signal(str, str)  # id, and the command that its button carries out
    font_size_asked = Signal(int)  # steps up or down, Ctrl+wheel

    def __init__(self, theme: Theme | None = None, parent: QWidget | None = None) -> None:
        super().__init__(theme or make_theme(), parent)
        self.tooltip_for: Callable[[str], str] = lambda _: ""
        self._anchor = self._caret = 0
        self._wish: float | None = None  # the x that Up and Down keep to
        self._preview: Span | None = None
        self._pointer = Pointer(self, self)
        self._decisions = DecisionButtons(self, self)
        self._decisions.asked.connect(self.decision_asked)
        self.moved.connect(self._decisions.place)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.viewport().setMouseTracking(True)
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)
        self.setAccessibleName(self.tr("Article"))

    # -- what is shown -------------------------------------------------------------------------

    def set_article(
        self,
        text: str,
        highlights: Sequence[Highlight],
        cards: Sequence[ClaimCard] = (),
        *,
        number_paragraphs: bool = True,
    ) -> None:
        """Show another article from its top."""
        self._pointer.cancel()
        self._is_numbered = number_paragraphs
        self._shown = Emphasis(caret=0 if self.hasFocus() else None)
        self._anchor = self._caret = 0
        self._wish = self._preview = self._to_reveal = self._to_bring = None
        self._cards = list(cards)
        self.page_layout = self._page_layout(text)
        self.page_layout.set_index(HighlightIndex(highlights))
        self.page_layout.set_cards(self._cards)
        self.setAccessibleDescription("")
        self._settle(0, -self.page_layout.column.tops()[0])
        self.measure_later()

    def set_marks(self, highlights: Sequence[Highlight], cards: Sequence[ClaimCard] = ()) -> None:
        """Other annotations of the same text: nothing moves, only what differs is painted."""
        for number in self.page_layout.set_index(self.page_layout.index.replaced(highlights)):
            self._update_block(number)
        if self._cards != (new := list(cards)):
            self._cards = new
            self.page_layout.set_cards(new)
            self._update_margin()
            self._fit_bar()
        self._steady()
        self._decisions.place()

    def set_current(
        self,
        id: str | None,
        arcs: Sequence[Arc] = (),
        *,
        said: str = "",
        moves: bool = True,
        to_upper_half: bool = True,
    ) -> None:
        """Emphasise one annotation, and bring it into the upper half of the view.

        *arcs* lead to what is to be in sight with it. *said* is told to screen readers besides its
        words. Without *moves* (it was clicked) the page scrolls only if it is out of sight; not
        *to_upper_half* (it was made where the analyst is), only if not all of it is in sight.
        """
        highlights = self.page_layout.index.of(id) if id is not None else []
        parts = (a11y.described(self.page_layout.column.text, highlights), said)
        self.setAccessibleDescription("\n".join(part for part in parts if part))
        if (id, list(arcs)) == (self._shown.current, self._shown.arcs):
            return
        self._shown.current, self._shown.arcs = id, list(arcs)
        self.page_layout.set_current(id)
        self.viewport().update()
        if not highlights:
            return
        if moves:
            spans = [Span(each.start, each.end) for each in highlights]
            others = [arc.to for arc in arcs]
            self.bring(spans, others, card=id or "", to_upper_half=to_upper_half)
        else:
            self.reveal(Span(highlights[0].start, highlights[0].end))
        self._steady()
        self._decisions.place()

    def offer_decisions(self, accept: QAction, reject: QAction) -> None:
        """Suggestions have buttons that ask for these commands."""
        self._decisions.offer(accept, reject)

    def set_pointed(self, span: Span | None) -> None:
        """Emphasise words on which nothing is marked here."""
        if span != self._shown.pointed:
            self._shown.pointed = span
            self.viewport().update()

    def set_found(self, spans: Sequence[Span], current: int = -1) -> None:
        """Highlight the hits of a search, in text order; *current* is the index of one or -1."""
        shown = self._shown
        shown.found, shown.found_starts = list(spans), [span.start for span in spans]
        shown.found_current = current
        self.viewport().update()
        if 0 <= current < len(spans):
            self.reveal(spans[current])

    def announce(self, text: str) -> None:
        """Let a screen reader say *text*."""
        a11y.announce(self, text)

    # -- what is selected ----------------------------------------------------------------------

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

    def rest_caret(self, position: int) -> None:
        """The caret stands where what is current ends; where words are selected it stays."""
        if self._shown.selection is None:
            self._anchor = position
            self._wish = None
            self._place_caret(position)

    def choose_hit(self, span: Span) -> None:
        """Select what a search found, whole words of it, as if the analyst had."""
        whole = snap(self.text, span.start, span.end) or span
        self.choose(whole)
        self.caret_moved.emit(whole.end)

    def light_paragraph(self, at: int | None) -> None:
        """Mark the paragraph that holds a place as the one that is worked on; None: none is."""
        number = None if at is None else self.page_layout.column.block_at(at)
        before, self._shown.paragraph = self._shown.paragraph, number
        if number != before:
            for each in (before, number):
                if each is not None and each < len(self.page_layout.column.blocks):
                    self._update_block(each)

    def preview(self, span: Span | None) -> None:
        """Draw where an edge would go while it is dragged."""
        self._preview = span
        self.viewport().update()

    def annotations_at(self, position: int) -> list[str]:
        """Ids of what covers the character at *position*, innermost first."""
        return list(dict.fromkeys(s.owner for s in self.page_layout.index.covering(position)))

    def handles(self) -> list[Handle]:
        if self._shown.current is None:
            return []
        return self.page_layout.handles_near(self._shown.current, self._seen())

    # -- painting ------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        self._steady()
        painter = QPainter(self.viewport())
        painter.translate(0, -self.top)
        shown = self._shown
        shown.caret = self._caret if self.hasFocus() else None
        selection = shown.selection
        shown.selection = self._preview or selection
        self.page_layout.paint(painter, QRectF(event.rect().translated(0, self.top)), shown)
        shown.selection = selection
        if self._pointer.rubber is not None:
            painter.translate(0, self.top)
            strong = self._theme.attribution.strong
            painter.setPen(QPen(strong, 1.6, Qt.PenStyle.DashLine, Qt.PenCapStyle.RoundCap))
            painter.drawLine(*self._pointer.rubber)
        painter.end()

    def _show_selection(self, span: Span | None) -> None:
        if span != self._shown.selection:
            self._update_range(self._shown.selection)
            self._shown.selection = span
            self._update_range(span)

    def _place_caret(self, position: int) -> None:
        for place in (self._caret, position):
            self._update_block(self.page_layout.column.block_at(place))
        self._caret = position

    def hover(self, owner: str) -> None:
        """Show which annotation the mouse is on; the window is told when it changes."""
        if owner == (self._shown.hovered or ""):
            return
        self._shown.hovered = owner or None
        self.viewport().update()
        self.hovered.emit(owner)

    def light(self, owners: Collection[str], arcs: Sequence[Arc] = ()) -> None:
        """Emphasise what belongs together with what the mouse is on."""
        if (frozenset(owners), list(arcs)) != (self._shown.lit, self._shown.lit_arcs):
            self._shown.lit, self._shown.lit_arcs = frozenset(owners), list(arcs)
            self.viewport().update()

    # -- input ---------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        modifiers = event.modifiers()
        if key == Qt.Key.Key_Escape and self._pointer.cancel():
            return
        if key not in MOVES or modifiers & _ALT:
            event.ignore()
            return
        column = self.page_layout.column
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
        index, line = self.page_layout.column.line_of(self._caret)
        m = self.page_layout.look.m
        offset = line * m.line
        top = self.page_layout.column.tops()[index] + offset
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
