"""For the mouse alone: two small buttons at the current suggestion, and at each card of one.

They stand in the strip between the column and the cards, where no word does. The keys have the same
commands, so these are never in the way of Tab.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple, Protocol

from PySide6.QtCore import QCoreApplication, QObject, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from annotator.ui.appearance import plain_text

from ..appearance.theme import Theme
from .page_layout import PageLayout

_SIDE, _GAP = 17, 2  # of a button, and between two: the strip before the cards has room for both


class DecidedPage(Protocol):
    """What the buttons have to know of the view."""

    page_layout: PageLayout

    @property
    def top(self) -> int: ...
    @property
    def theme(self) -> Theme: ...
    @property
    def current(self) -> str | None: ...
    def viewport(self) -> QWidget: ...


class _Place(NamedTuple):
    owner: str
    what: str  # for those who do not see it
    accept: QRect
    reject: QRect


class DecisionButtons(QObject):
    """Keeps a pair of buttons at each suggestion that can be judged where it is seen."""

    asked = Signal(str, str)  # the id of an annotation, and the command to carry out on it

    def __init__(self, view: DecidedPage, parent: QObject) -> None:
        super().__init__(parent)
        self._view = view
        self._accept: QAction | None = None  # None: nothing is decided in this view
        self._reject: QAction | None = None
        self._pairs: list[tuple[_Button, _Button]] = []

    def offer(self, accept: QAction, reject: QAction) -> None:
        """Judge with these commands, where the first can do something."""
        self._accept, self._reject = accept, reject
        accept.changed.connect(self.place)
        self.place()

    def place(self) -> None:
        """Put the buttons where things are now."""
        accept, reject = self._accept, self._reject
        if accept is None or reject is None:
            return
        wanted = list(self._wanted()) if accept.isEnabled() else []
        while len(self._pairs) < len(wanted):
            self._pairs.append((self._make(True, accept), self._make(False, reject)))
        for number, (yes, no) in enumerate(self._pairs):
            if number < len(wanted):
                place = wanted[number]
                for button, where in ((yes, place.accept), (no, place.reject)):
                    button.is_current = place.owner == self._view.current
                    button.stand(place.owner, place.what, where, self._view.theme)
            else:
                yes.hide()
                no.hide()

    def _make(self, accepts: bool, action: QAction) -> _Button:
        made = _Button(accepts, action, self._view.viewport())
        made.clicked.connect(lambda: self.asked.emit(made.owner, action.objectName()))
        return made

    def _wanted(self) -> Iterator[_Place]:
        """Before each card; and at the current suggestion, above those of a card on its line."""
        view, page = self._view, self._view.page_layout
        taken: list[QRect] = []
        for placed, top in page.cards_in(view.top, view.top + view.viewport().height()):
            if placed.card.suggested:
                y = top + placed.top + min(placed.height / 2, page.look.m.ui_px * 1.1)
                place = self._at(round(page.frame.cards_left) - 2 * _SIDE - _GAP - 1, y)
                taken.append(place[0].united(place[1]).adjusted(-1, -1, 1, 1))
                yield _Place(placed.card.owner, f"{placed.card.ref} {placed.card.title}", *place)
        current = page.index.of(view.current) if view.current else []
        if current and current[0].suggested and not self._has_card(current[0].owner):
            first = current[0]
            _, y = page.column.point(first.start)
            place = self._at(round(page.frame.right) + 2, y + page.look.m.letters / 2)
            for other in reversed(taken):
                if place[0].united(place[1]).intersects(other):
                    up = other.top() - place[0].bottom() - 1
                    place = place[0].translated(0, up), place[1].translated(0, up)
            yield _Place(first.owner, page.column.text[first.start : first.end], *place)

    def _has_card(self, owner: str) -> bool:
        page = self._view.page_layout
        return page.frame.cards_width > 0 and any(c.owner == owner for c in page.stack.cards)

    def _at(self, x: int, y: float) -> tuple[QRect, QRect]:
        """Two squares side by side whose middle is at *y*; where the strip is narrow, on top of each other."""
        middle = round(y - self._view.top)
        room = self._view.viewport().width() - x
        if room < 2 * _SIDE + _GAP:
            yes = QRect(min(x, x + room - _SIDE - 1), middle - _SIDE - 1, _SIDE, _SIDE)
            return yes, yes.translated(0, _SIDE + _GAP)
        yes = QRect(x, middle - _SIDE // 2, _SIDE, _SIDE)
        return yes, yes.translated(_SIDE + _GAP, 0)


class _Button(QAbstractButton):
    """A tick or a cross in a rounded square."""

    def __init__(self, accepts: bool, action: QAction, parent: QWidget) -> None:
        super().__init__(parent)
        self.owner = ""
        self.is_current = False  # the keys would decide the same: it stands out
        self._accepts, self._action = accepts, action
        self._theme: Theme | None = None
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def stand(self, owner: str, what: str, place: QRect, theme: Theme) -> None:
        self.owner, self._theme = owner, theme
        said = (
            QCoreApplication.translate("DecisionButtons", "Accept: {what}")
            if self._accepts
            else QCoreApplication.translate("DecisionButtons", "Reject: {what}")
        )
        self.setAccessibleName(said.format(what=plain_text.caption(" ".join(what.split()))))
        keys = self._action.shortcut().toString(self._action.shortcut().SequenceFormat.NativeText)
        words = self._action.text().replace("&", "")
        self.setToolTip(f"{words} ({keys})" if keys else words)
        self.setGeometry(place)
        self.show()
        self.update()

    def sizeHint(self) -> QSize:
        return self.size()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._theme
        if theme is None:
            return
        ink = theme.good if self._accepts else theme.danger
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        is_hot = self.underMouse() or self.isDown()
        if is_hot or self.is_current:
            painter.setPen(QPen(ink, 1))
            painter.setBrush(theme.page if self.isDown() else theme.card)
            painter.drawRoundedRect(box, 4, 4)
        else:
            painter.fillRect(self.rect(), theme.page)  # over the line that leads to the card
            ink = theme.muted
        painter.setPen(
            QPen(
                ink, 1.7, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
            )
        )
        middle, reach = box.center(), box.width() * 0.21
        if self._accepts:
            ways = [(-1.15, 0.05), (-0.3, 0.9), (1.25, -0.85)]
            painter.drawPolyline([middle + QPointF(x * reach, y * reach) for x, y in ways])
        else:
            for turn in (1, -1):
                corner = QPointF(reach * 0.95, turn * reach * 0.95)
                painter.drawLine(middle - corner, middle + corner)
