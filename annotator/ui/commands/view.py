"""The commands of the View menu: what is shown, and how large."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from ..command_table.command import Mode, command
from .surroundings import WindowServices

_ANYWHERE = Mode.ANNOTATE | Mode.REVIEW | Mode.CLAIMS


class ViewCommands:
    """Shows and hides what stands beside the article; makes text larger and smaller."""

    def __init__(
        self,
        around: WindowServices,
        *,
        queue: QWidget,
        inspector: QWidget,
        show_article: Callable[[], None],
        show_queue: Callable[[bool], None],
        show_inspector: Callable[[bool], None],
        resize_text: Callable[[int], None],
        show_sizes: Callable[[], None],
    ) -> None:
        """*resize_text* by steps up or down; *show_sizes* as the settings have them."""
        self._around = around
        self._queue = queue
        self._inspector = inspector
        self._show_article = show_article
        self._show_queue = show_queue
        self._show_inspector = show_inspector
        self._resize_text = resize_text
        self._show_sizes = show_sizes

    @command("toggle_queue", Mode.ANNOTATE | Mode.REVIEW)
    def toggle_queue(self) -> None:
        self._show_queue(not self._queue.isVisible())

    @command("toggle_queue", Mode.CLAIMS)
    def show_queue(self) -> None:
        """The list stands beside the article: both are shown again."""
        self._show_article()
        self._show_queue(True)

    @command("toggle_inspector", Mode.ANNOTATE | Mode.REVIEW)
    def toggle_inspector(self) -> None:
        self._show_inspector(not self._inspector.isVisible())

    @command("toggle_inspector", Mode.CLAIMS)
    def show_inspector(self) -> None:
        """The inspector stands beside the article: both are shown again."""
        self._show_article()
        self._show_inspector(True)

    @command("larger", _ANYWHERE)
    def larger(self) -> None:
        self._resize_text(1)

    @command("smaller", _ANYWHERE)
    def smaller(self) -> None:
        self._resize_text(-1)

    @command("toggle_compact", _ANYWHERE)
    def toggle_compact(self) -> None:
        settings = self._around.settings
        settings.compact = not settings.compact
        self._show_sizes()
