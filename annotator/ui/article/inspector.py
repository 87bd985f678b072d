"""The right side: one tab for each panel found in ``panels/``."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QMenu, QTabWidget, QToolButton, QWidget

from annotator.core.editing.analyst_view import AnalystView
from annotator.core.errors import UserError

from ..modes.annotate import AnnotateMode
from ..panels.panel import Panel, panels
from ..widgets.dialog import on_escape


class Inspector(QTabWidget):
    """Tells only the visible panel of changes; a hidden one hears when it is shown."""

    left = Signal()  # Esc: back to the article

    def __init__(self, annotate_mode: AnnotateMode, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._annotate_mode = annotate_mode
        self.setDocumentMode(True)
        self.setMinimumWidth(340)
        self.setAccessibleName(self.tr("Inspector"))
        self._wanted = ""
        self._more = QToolButton(self)
        self._more.setText("⋯")
        self._more.setProperty("variant", "quiet")
        self._more.setAccessibleName(self.tr("More pages"))
        self._more.setToolTip(self.tr("More pages"))
        self._more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._more.setMenu(QMenu(self._more))
        self.setCornerWidget(self._more)
        on_escape(self, self.left.emit)
        annotate_mode.article_opened.connect(self._show)
        annotate_mode.sheet_changed.connect(self._show)
        annotate_mode.current_changed.connect(self._point)
        self.currentChanged.connect(self._come_to_front)

    def showEvent(self, event: QShowEvent) -> None:
        """The panels are made when they are first seen: the article is readable sooner."""
        super().showEvent(event)
        if self.count() == 0:
            for kind in panels():
                panel = kind(self._annotate_mode, self)
                panel.left.connect(self.left)
                self.addTab(panel, panel.title())
                if kind.is_aside:
                    action = self._more.menu().addAction(panel.title())
                    action.triggered.connect(lambda _=False, name=kind.name: self.turn_to(name))
            self.turn_to(self._wanted)
            self._come_to_front()
        self.refresh()

    def panel(self, name: str) -> Panel | None:
        for index in range(self.count()):
            widget = self.widget(index)
            if isinstance(widget, Panel) and widget.name == name:
                return widget
        return None

    def turn_to(self, name: str) -> None:
        """Bring the panel called *name* to the front."""
        self._wanted = name
        panel = self.panel(name)
        if panel is not None:
            self.setTabVisible(self.indexOf(panel), True)  # Qt leaves a hidden one for another
            self.setCurrentWidget(panel)

    @property
    def in_front(self) -> str:
        widget = self.currentWidget()
        return widget.name if isinstance(widget, Panel) else self._wanted

    def _come_to_front(self) -> None:
        for index in range(self.count()):
            widget = self.widget(index)
            aside = isinstance(widget, Panel) and widget.is_aside
            self.setTabVisible(index, not aside or index == self.currentIndex())
        self.refresh()

    def refresh(self) -> None:
        """Show the annotate mode's article in the panel in front."""
        self._show(self._annotate_mode.analyst_view)
        self._point(self._annotate_mode.current_id)

    def leave(self) -> None:
        """Let every panel save what is half typed, before the project is closed.

        Raises:
            UserError: some of it cannot be saved; the panels have let go of all of it anyhow.
        """
        self._each(lambda panel: panel.leave())

    def flush(self) -> None:
        """Let every panel save what is typed and not saved yet.

        Raises:
            UserError: some of it cannot be saved; that stays typed.
        """
        self._each(lambda panel: panel.flush())

    def _each(self, act: Callable[[Panel], None]) -> None:
        """Do something with every panel, also after one of them has refused."""
        faults: list[UserError] = []
        for index in range(self.count()):
            widget = self.widget(index)
            if isinstance(widget, Panel):
                try:
                    act(widget)
                except UserError as fault:
                    faults.append(fault)
        if faults:
            raise faults[0]

    def _show(self, analyst_view: AnalystView | None) -> None:
        widget = self.currentWidget()
        if isinstance(widget, Panel) and self.isVisible():
            widget.show_sheet(analyst_view)

    def _point(self, id_: str) -> None:
        widget = self.currentWidget()
        if isinstance(widget, Panel) and self.isVisible():
            widget.show_current(id_)
