"""The commands of the last decisions: in sight or not, and taking one of them back."""

from __future__ import annotations

from PySide6.QtCore import QLocale, QObject

from annotator.core.errors import StaleEdit

from ..article.decision_strip import DecisionStrip, decisions
from ..command_table.command import Mode, Needs, command
from ..modes.annotate import AnnotateMode
from ..view import ArticleView
from .surroundings import WindowServices

_ANYWHERE = Mode.ANNOTATE | Mode.REVIEW | Mode.CLAIMS


class DecisionCommands(QObject):
    """Keeps the strip of the last decisions true, and takes back what is chosen in it."""

    def __init__(
        self,
        annotate_mode: AnnotateMode,
        view: ArticleView,
        strip: DecisionStrip,
        around: WindowServices,
    ) -> None:
        super().__init__(around.widget)
        self._annotate_mode = annotate_mode
        self._strip = strip
        self._around = around
        strip.taken_back.connect(lambda number: around.run("take_back", number))
        strip.left.connect(view.setFocus)
        annotate_mode.article_opened.connect(self.refresh)
        annotate_mode.sheet_changed.connect(self.refresh)
        annotate_mode.review_mode.changed.connect(self.refresh)

    def met(self) -> Needs:
        """What of the needs of commands is there."""
        return Needs.DECISIONS if self._strip.shown else Needs(0)

    def refresh(self) -> None:
        """Show what was decided last in the open article."""
        annotate_mode = self._annotate_mode
        analyst_view = annotate_mode.analyst_view
        if analyst_view is None or annotate_mode.review_mode.is_on:
            self._strip.show_decisions([])
            return
        scheme = annotate_mode.session.scheme
        self._strip.show_decisions(
            decisions(annotate_mode.own_changes, analyst_view, scheme, QLocale().name())
        )

    @command("last_decisions", Mode.ANNOTATE)
    def last_decisions(self) -> None:
        """To the strip: 1 to 0, or Enter, take a decision back."""
        self._strip.open()

    @command("take_back", Mode.ANNOTATE)
    def take_back(self, number: int = 0) -> None:
        """Take back the decision of that *number*, 0 for the newest."""
        shown = self._strip.shown
        if number >= len(shown):
            return
        wanted = shown[number]
        try:
            self._annotate_mode.take_back(wanted.changes)
        except StaleEdit as fault:
            later = [each for each in shown[:number] if each.records & wanted.records]
            if not later:
                raise
            raise StaleEdit(
                "This cannot be taken back by itself: “{later}” builds on it",
                hint="Take that back first.",
                later=later[0].whole,
            ) from fault
        said = self.tr("Taken back: {what}").format(what=wanted.whole)
        self._around.say(said)

    @command("toggle_decisions", _ANYWHERE)
    def toggle_decisions(self) -> None:
        settings = self._around.settings
        settings.decisions = not settings.decisions
        self._strip.want(is_wanted=settings.decisions)
