"""The commands of a review: every decision goes into the gold layer, nobody's own is altered."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from annotator.core.model import Entity

from ..command_table.command import Mode, Needs, all_of, command
from ..modes.review import ReviewMode
from ..view import ArticleView
from .surroundings import WindowServices

_HERE = Mode.REVIEW


class ReviewCommands(QObject):
    """Decides between colleagues as a key says."""

    def __init__(self, referee: ReviewMode, view: ArticleView, around: WindowServices) -> None:
        super().__init__(around.widget)
        self._referee = referee
        self._view = view
        self._around = around

    def met(self) -> Needs:
        """What of the needs of commands is there."""
        referee = self._referee
        difference, standing = referee.current, referee.standing
        if referee.review is None:
            return Needs(0)
        members = difference.members if difference else ()
        result = standing.result if standing else None
        member = result or (difference.present[0] if difference else None)
        return all_of(
            {
                Needs.ARTICLE: True,
                Needs.SELECTION: referee.selection is not None,
                Needs.WORDS: referee.selection is not None or isinstance(member, Entity),
                Needs.DIFFERENCE: difference is not None,
                Needs.SECOND_LAYER: len(members) > 1,
                Needs.THIRD_LAYER: len(members) > 2,
                Needs.UNANIMOUS: bool(referee.unanimous),
            }
        )

    # -- going from one to the next --------------------------------------------------------

    @command("next_undecided", _HERE)
    def next_undecided(self) -> None:
        self._referee.next_undecided()

    @command("previous_undecided", _HERE)
    def previous_undecided(self) -> None:
        self._referee.previous_undecided()

    @command("next_annotation", _HERE)
    def next_annotation(self) -> None:
        self._referee.next_annotation()

    @command("previous_annotation", _HERE)
    def previous_annotation(self) -> None:
        self._referee.previous_annotation()

    # -- deciding --------------------------------------------------------------------------

    @command("accept", _HERE)
    def accept(self) -> None:
        self._referee.accept()

    @command("take_second", _HERE)
    def take_second(self) -> None:
        self._referee.take_second()

    @command("take_third", _HERE)
    def take_third(self) -> None:
        self._referee.take_third()

    @command("reject", _HERE)
    def reject(self) -> None:
        self._referee.reject()

    @command("remove", _HERE)
    def remove(self) -> None:
        self._referee.reject()

    @command("toggle_unsure", _HERE)
    def toggle_unsure(self) -> None:
        self._referee.toggle_unsure()

    @command("accept_all", _HERE)
    def accept_all(self) -> None:
        self._referee.accept_all()

    @command("give_label", _HERE)
    def give_label(self, code: str) -> None:
        self._referee.label(code)

    @command("pick_label", _HERE)
    def pick_label(self) -> None:
        from ..dialogs.labels.labels import LabelPicker

        around, referee = self._around, self._referee
        picker = LabelPicker(referee.desk.scheme, around.language, around.widget)
        picker.chosen.connect(lambda code: around.run("give_label", code))
        difference = referee.current
        span = referee.selection or (difference.span if difference else None)
        at = self._view.point_of(span.start if span else 0).toPoint()
        picker.open_at(self._view.viewport().mapToGlobal(at))

    @command("claim", _HERE)
    def claim(self) -> None:
        self._referee.claim()

    @command("grow_end", _HERE)
    def grow_end(self) -> None:
        self._referee.move_edge("end", outwards=True)

    @command("shrink_end", _HERE)
    def shrink_end(self) -> None:
        self._referee.move_edge("end", outwards=False)

    @command("grow_start", _HERE)
    def grow_start(self) -> None:
        self._referee.move_edge("start", outwards=True)

    @command("shrink_start", _HERE)
    def shrink_start(self) -> None:
        self._referee.move_edge("start", outwards=False)

    @command("submit", _HERE)
    def submit(self) -> None:
        self._referee.submit()

    @command("reopen", _HERE)
    def reopen(self) -> None:
        self._referee.reopen()

    @command("copy", _HERE)
    def copy(self) -> None:
        """The selected words (those of the difference, the article) to the clipboard."""
        referee = self._referee
        if referee.review is not None:
            text = referee.review.article.text
            span = referee.selection or (referee.current.span if referee.current else None)
            QGuiApplication.clipboard().setText(span.of(text) if span else text)
