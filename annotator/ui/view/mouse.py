"""What the mouse does on the page, as a small state machine: mark, click, drag an edge, link."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QObject, QPointF, Qt, QTimer, SignalInstance
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QScrollBar, QWidget

from annotator.core.model import Span
from annotator.core.text import word_at

from .page_layout import HANDLE, Handle, PageHit, PageLayout
from .selection import dragged, edge_moved, sentence_at

EDGE_PX = 22  # this near to the top or bottom a drag scrolls
TICK_MS = 25
_IBEAM, _HAND, _SIDEWAYS = (
    Qt.CursorShape.IBeamCursor,
    Qt.CursorShape.PointingHandCursor,
    Qt.CursorShape.SizeHorCursor,
)


@dataclass
class _Press:
    """A button that is down: where, on what, and whether it has become a drag."""

    at: QPointF  # in the viewport
    anchor: int  # place in the text
    hit: PageHit
    handle: Handle | None = None
    is_drag: bool = False

    @property
    def links(self) -> bool:
        return self.handle is None and self.hit.part in ("tag", "card", "bar")


class PageUnderMouse(Protocol):
    """What the mouse has to know of the view, and what it does there."""

    page_layout: PageLayout
    word_double_clicked: SignalInstance
    annotation_clicked: SignalInstance
    edge_dragged: SignalInstance
    linked: SignalInstance

    @property
    def top(self) -> float: ...
    @property
    def anchor(self) -> int: ...
    @property
    def current(self) -> str | None: ...
    def viewport(self) -> QWidget: ...
    def verticalScrollBar(self) -> QScrollBar: ...
    def position_at(self, point: QPointF) -> int: ...
    def hit(self, point: QPointF) -> PageHit: ...
    def handles(self) -> list[Handle]: ...
    def choose(
        self, span: Span | None, anchor: int | None = None, at: int | None = None
    ) -> None: ...
    def set_caret(self, position: int) -> None: ...
    def preview(self, span: Span | None) -> None: ...
    def hover(self, owner: str) -> None: ...


class Pointer:
    """Turns mouse events into the view's intentions."""

    def __init__(self, view: PageUnderMouse, parent: QObject) -> None:
        self._view = view
        self._press: _Press | None = None
        self._last = QPointF()
        self._is_exact = False
        self._doubled_at = (0, QPointF(-99, -99))  # when and where, for the third click
        self._scroller = QTimer(parent)
        self._scroller.setInterval(TICK_MS)
        self._scroller.timeout.connect(self._scroll_on)
        self.rubber: tuple[QPointF, QPointF] | None = None  # in the viewport, while linking

    # -- events --------------------------------------------------------------------------------

    def press(self, event: QMouseEvent) -> None:
        view, where = self._view, event.position()
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if self._is_third_click(event):
            view.choose(sentence_at(view.page_layout.column, view.position_at(where)))
            return
        anchor = view.position_at(where)
        handle = self._handle_at(where)
        self._press = _Press(where, anchor, view.hit(where), handle)
        if handle is None and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._press.anchor = view.anchor
            self._press.is_drag = True
            self.move(event)

    def move(self, event: QMouseEvent) -> None:
        where = event.position()
        press = self._press
        if press is None or not event.buttons() & Qt.MouseButton.LeftButton:
            self._hover(where)
            return
        far = (where - press.at).manhattanLength() >= QApplication.startDragDistance()
        press.is_drag = press.is_drag or far
        if press.is_drag:
            self._last = where
            self._is_exact = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
            self._drag()
            self._watch_edges(where)

    def release(self, event: QMouseEvent) -> None:
        press = self._press
        if press is None or event.button() != Qt.MouseButton.LeftButton:
            return
        self._end()
        if not press.is_drag:
            self._click(press)
        elif press.handle is not None:
            self._drop_edge(press.handle, event.position())
        elif press.links:
            self._drop_link(press.hit.owners[0], event.position())

    def double(self, event: QMouseEvent) -> None:
        view, where = self._view, event.position()
        if event.button() != Qt.MouseButton.LeftButton or view.hit(where).part not in ("text", ""):
            return
        self._doubled_at = (event.timestamp(), where)
        at = view.page_layout.column.character(
            where.x() - view.page_layout.frame.left, where.y() + view.top
        )
        word = word_at(view.page_layout.column.text, view.position_at(where) if at is None else at)
        if word is not None:
            view.choose(word)
            view.word_double_clicked.emit(word)

    def cancel(self) -> bool:
        """Forget the drag; whether there was one."""
        if self._press is None:
            return False
        was_edge = self._press.handle is not None
        self._end()
        if was_edge:
            self._view.preview(None)
        else:
            self._view.choose(None)
        return True

    # -- clicks --------------------------------------------------------------------------------

    def _is_third_click(self, event: QMouseEvent) -> bool:
        when, where = self._doubled_at
        soon = 0 <= event.timestamp() - when <= QApplication.doubleClickInterval()
        near = (event.position() - where).manhattanLength() < QApplication.startDragDistance()
        return when > 0 and soon and near

    def _click(self, press: _Press) -> None:
        view = self._view
        if press.hit.part in ("text", ""):
            view.choose(None)
            view.set_caret(press.anchor)
        owners = press.hit.owners
        if owners:
            current = view.current
            again = owners.index(current) + 1 if current in owners else 0
            view.annotation_clicked.emit(owners[again % len(owners)])

    # -- drags ---------------------------------------------------------------------------------

    def _drag(self) -> None:
        press, view = self._press, self._view
        if press is None:
            return
        if press.handle is not None:
            view.preview(self._edge(press.handle, self._last))
        elif press.links:
            self.rubber = (press.at, self._last)
            owners = view.hit(self._last).owners
            view.hover(owners[0] if owners else "")
            view.viewport().update()
        else:
            at = view.position_at(self._last)
            text = view.page_layout.column.text
            view.choose(dragged(text, press.anchor, at, exact=self._is_exact), press.anchor, at)

    def _edge(self, handle: Handle, where: QPointF) -> Span:
        view = self._view
        highlight = handle.highlight
        at = view.position_at(where - QPointF(0, view.page_layout.look.m.lanes))
        span = Span(highlight.start, highlight.end)
        return edge_moved(view.page_layout.column.text, span, handle.edge, at, exact=self._is_exact)

    def _drop_edge(self, handle: Handle, where: QPointF) -> None:
        span, highlight = self._edge(handle, where), handle.highlight
        self._view.preview(None)
        if (span.start, span.end) != (highlight.start, highlight.end):
            self._view.edge_dragged.emit(highlight.owner, span)

    def _drop_link(self, source: str, where: QPointF) -> None:
        targets = [owner for owner in self._view.hit(where).owners if owner != source]
        if targets:
            self._view.linked.emit(source, targets[0])

    def _end(self) -> None:
        self._press = None
        self._scroller.stop()
        if self.rubber is not None:
            self.rubber = None
            self._view.viewport().update()

    def _watch_edges(self, where: QPointF) -> None:
        height = self._view.viewport().height()
        if where.y() < EDGE_PX or where.y() > height - EDGE_PX:
            if not self._scroller.isActive():
                self._scroller.start()
        else:
            self._scroller.stop()

    def _scroll_on(self) -> None:
        bar, y = self._view.verticalScrollBar(), self._last.y()
        over = y - EDGE_PX if y < EDGE_PX else y - (self._view.viewport().height() - EDGE_PX)
        bar.setValue(bar.value() + round(max(-60, min(60, over * 0.6))))
        self._drag()

    # -- hovering ------------------------------------------------------------------------------

    def _hover(self, where: QPointF) -> None:
        view = self._view
        if self._handle_at(where) is not None:
            view.viewport().setCursor(_SIDEWAYS)
            return
        hit = view.hit(where)
        view.viewport().setCursor(_HAND if hit.part in ("tag", "card", "bar") else _IBEAM)
        view.hover(hit.owners[0] if hit.owners else "")

    def _handle_at(self, where: QPointF) -> Handle | None:
        view = self._view
        near: list[tuple[float, Handle]] = []
        for handle in view.handles():
            distance = (QPointF(handle.x, handle.y - view.top) - where).manhattanLength()
            if distance <= 2.2 * HANDLE:
                near.append((distance, handle))
        return min(near, key=lambda pair: pair[0])[1] if near else None
