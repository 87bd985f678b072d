"""The article once, or several times side by side: one view for each layer, scrolled together."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec import Struct
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from ..appearance.theme import Theme
from ..panels.review_sides import Badge
from ..view import ArticleView

LEAST_PX = 330  # that an article needs beside another one


class Head(Struct, frozen=True):
    """Whose work a view shows: the number of the layer (None: what was decided), the name."""

    number: int | None
    name: str


class SideBySide(QWidget):
    """Holds the *main* view, which has the keys, and further ones that only the mouse reaches."""

    def __init__(
        self, main: ArticleView, connect: Callable[[ArticleView], None], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._connect = connect
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._panes = [_Pane(main, self)]
        self._row.addWidget(self._panes[0], 1)
        self._shown: tuple[Head, ...] = ()
        self._is_following = False
        self._follow(main)

    @property
    def views(self) -> list[ArticleView]:
        """What is shown, the main one first."""
        return [pane.view for pane in self._panes[: max(1, len(self._shown))]]

    @property
    def are_several(self) -> bool:
        return len(self._shown) > 1

    def show_one(self) -> None:
        """The main view alone."""
        self.show_heads(())

    def show_heads(self, heads: Sequence[Head]) -> None:
        """A view for each of *heads*; none for the main view alone."""
        if tuple(heads) == self._shown:
            return
        while len(self._panes) < len(heads):
            self._add()
        self._shown = tuple(heads)
        for at, pane in enumerate(self._panes):
            pane.setVisible(at < max(1, len(heads)))
            pane.show_head(heads[at] if at < len(heads) else None, is_first=at == 0)
            pane.view.set_slim(len(heads) > 1)
        if heads:
            QTimer.singleShot(0, self, self._align)  # once the views have their widths

    def _add(self) -> None:
        main = self._panes[0].view
        view = ArticleView(main.theme, self)
        view.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keys stay with the main view
        view.set_font_size(main.font_px)
        view.set_compact(main.is_compact)
        self._connect(view)
        self._follow(view)
        self._panes.append(_Pane(view, self))
        self._row.addWidget(self._panes[-1], 1)

    # -- scrolled together -------------------------------------------------------------------

    def _follow(self, view: ArticleView) -> None:
        view.verticalScrollBar().valueChanged.connect(lambda _value: self._scrolled(view))

    def _scrolled(self, by: ArticleView) -> None:
        if not self.are_several or self._is_following:
            return
        self._is_following = True
        for view in self.views:
            if view is not by and view.text == by.text:
                view.go_to(by.place)
        self._is_following = False

    def _align(self) -> None:
        self._scrolled(self._panes[0].view)

    # -- looks -------------------------------------------------------------------------------

    def set_theme(self, theme: Theme) -> None:
        for pane in self._panes:
            pane.view.set_theme(theme)

    def set_font_size(self, px: int) -> None:
        for pane in self._panes:
            pane.view.set_font_size(px)

    def set_compact(self, compact: bool) -> None:
        for pane in self._panes:
            pane.view.set_compact(compact)


class _Pane(QWidget):
    """A view under the name of whose work it shows, a hairline to its left."""

    def __init__(self, view: ArticleView, parent: QWidget) -> None:
        super().__init__(parent)
        self.view = view
        self._badge: Badge | None = None
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        self._head = QWidget(self)
        self._words = QHBoxLayout(self._head)
        self._words.setContentsMargins(14, 0, 10, 0)
        self._head.setFixedHeight(30)  # with a badge or without
        self._words.setSpacing(8)
        self._name = QLabel(self._head)
        self._name.setTextFormat(Qt.TextFormat.PlainText)
        self._name.setProperty("role", "heading")
        self._name.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._words.addWidget(self._name, 1)
        self._line = QFrame(self)
        self._line.setObjectName("hairline")
        self._line.setFixedWidth(1)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(view, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._line)
        row.addLayout(column, 1)
        self.show_head(None, is_first=True)

    def show_head(self, head: Head | None, *, is_first: bool) -> None:
        self._head.setVisible(head is not None)
        self._line.setVisible(head is not None and not is_first)
        if self._badge is not None:
            self._words.removeWidget(self._badge)
            self._badge.deleteLater()
            self._badge = None
        if head is None:
            return
        self._name.setText(head.name)
        self._name.setToolTip(head.name)
        self.view.setAccessibleName(self.tr("Article as {name} labelled it").format(name=head.name))
        if head.number is not None:
            self._badge = Badge(head.number, self._head)
            self._words.insertWidget(0, self._badge)
