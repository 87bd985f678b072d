"""The commands that ask the machine for suggestions, or let it stop."""

from __future__ import annotations

from PySide6.QtCore import QObject

from ..background.suggestion_queue import SuggestionQueue
from ..command_table.command import Mode, command
from ..modes.annotate import AnnotateMode
from .surroundings import WindowServices

_ANYWHERE = Mode.ANNOTATE | Mode.REVIEW | Mode.CLAIMS


class SuggestionCommands(QObject):
    """For the open article, or for all."""

    def __init__(
        self, annotate_mode: AnnotateMode, suggestion_queue: SuggestionQueue, around: WindowServices
    ) -> None:
        super().__init__(around.widget)
        self._annotate_mode = annotate_mode
        self._suggestion_queue = suggestion_queue
        self._around = around

    @command("suggest_here", Mode.ANNOTATE)
    def suggest_here(self) -> None:
        """Ask this machine for the article, unless it has been asked: it would say the same."""
        analyst_view = self._annotate_mode.analyst_view
        if analyst_view is not None and not self._suggestion_queue.read(analyst_view.article):
            self._around.say(
                self.tr("This suggester has read the article already; it would say the same again.")
            )

    @command("suggest_all", _ANYWHERE)
    def suggest_all(self) -> None:
        count = self._suggestion_queue.look_ahead(everything=True)
        self._around.say(self.tr("%n article(s) without suggestions", None, count))

    @command("stop_suggesting", _ANYWHERE)
    def stop_suggesting(self) -> None:
        self._suggestion_queue.cancel()
        self._around.say(self.tr("The suggester stops; what it found is kept."))
