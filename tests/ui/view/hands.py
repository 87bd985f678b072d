"""What a hand does with the mouse, in places of the text instead of pixels."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from annotator.core.model import Span
from annotator.ui.view import ArticleView

from .sample import TEXT, at

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier
_clock = iter(range(1_000_000, 10**9, 10_000))  # far apart: no click is taken for a third one


def point(view: ArticleView, place: int) -> QPointF:
    """The left edge of a letter, half way up."""
    return view.point_of(place)


def inside(view: ArticleView, words: str, nth: int = 0) -> QPointF:
    """On the letters of *words*."""
    span = at(words, nth)
    return point(view, span.start) + QPointF(3, 0)


def send(view: ArticleView, kind: QEvent.Type, where: QPointF, modifiers=NONE, when=None) -> None:
    is_move = kind == QEvent.Type.MouseMove
    pressed = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseButtonRelease else LEFT
    event = QMouseEvent(
        kind,
        where,
        QPointF(view.viewport().mapToGlobal(where.toPoint())),
        Qt.MouseButton.NoButton if is_move else LEFT,
        pressed,
        modifiers,
    )
    event.setTimestamp(next(_clock) if when is None else when)
    QApplication.sendEvent(view.viewport(), event)


def press(view: ArticleView, where: QPointF, modifiers=NONE, when=None) -> None:
    send(view, QEvent.Type.MouseButtonPress, where, modifiers, when)


def move(view: ArticleView, where: QPointF, modifiers=NONE) -> None:
    send(view, QEvent.Type.MouseMove, where, modifiers)


def release(view: ArticleView, where: QPointF, modifiers=NONE) -> None:
    send(view, QEvent.Type.MouseButtonRelease, where, modifiers)


def click(view: ArticleView, where: QPointF, modifiers=NONE, when=None) -> None:
    press(view, where, modifiers, when)
    release(view, where, modifiers)


def double_click(view: ArticleView, where: QPointF, when=None) -> None:
    click(view, where)
    send(view, QEvent.Type.MouseButtonDblClick, where, NONE, when)
    release(view, where)


def drag(view: ArticleView, start: QPointF, end: QPointF, modifiers=NONE) -> None:
    press(view, start, modifiers)
    move(view, (start + end) / 2, modifiers)
    move(view, end, modifiers)
    release(view, end, modifiers)


def words_of(span: Span | None) -> str:
    return "" if span is None else span.of(TEXT)
