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

    def __init__(self, review_mode: ReviewMode, view: ArticleView, around: WindowServices) -> None:
        super().__init__(around.widget)
        self._review_mode = review_mode
        self._view = view
        self._around = around

    def met(self) -> Needs:
        """What of the needs of commands is there."""
        review_mode = self._review_mode
        difference, standing = review_mode.current, review_mode.standing
        if review_mode.review is None:
            return Needs(0)
        members = difference.members if difference else ()
        result = standing.result if standing else None
        member = result or (difference.present[0] if difference else None)
        return all_of(
            {
                Needs.ARTICLE: True,
                Needs.SELECTION: review_mode.selection is not None,
                Needs.WORDS: review_mode.selection is not None or isinstance(member, Entity),
                Needs.DIFFERENCE: difference is not None,
                Needs.SECOND_LAYER: len(members) > 1,
                Needs.THIRD_LAYER: len(members) > 2,
                Needs.UNANIMOUS: bool(review_mode.unanimous),
            }
        )

    # -- going from one to the next --------------------------------------------------------

    @command("next_undecided", _HERE)
    def next_undecided(self) -> None:
        self._review_mode.next_undecided()

    @command("previous_undecided", _HERE)
    def previous_undecided(self) -> None:
        self._review_mode.previous_undecided()

    @command("next_annotation", _HERE)
    def next_annotation(self) -> None:
        self._review_mode.next_annotation()

    @command("previous_annotation", _HERE)
    def previous_annotation(self) -> None:
        self._review_mode.previous_annotation()

    # -- deciding --------------------------------------------------------------------------

    @command("accept", _HERE)
    def accept(self) -> None:
        self._review_mode.accept()

    @command("take_second", _HERE)
    def take_second(self) -> None:
        self._review_mode.take_second()

    @command("take_third", _HERE)
    def take_third(self) -> None:
        self._review_mode.take_third()

    @command("reject", _HERE)
    def reject(self) -> None:
        self._review_mode.reject()

    @command("remove", _HERE)
    def remove(self) -> None:
        self._review_mode.reject()

    @command("toggle_unsure", _HERE)
    def toggle_unsure(self) -> None:
        self._review_mode.toggle_unsure()

    @command("accept_all", _HERE)
    def accept_all(self) -> None:
        self._review_mode.accept_all()

    @command("give_label", _HERE)
    def give_label(self, code: str) -> None:
        self._review_mode.label(code)

    @command("pick_label", _HERE)
    def pick_label(self) -> None:
        from ..dialogs.labels.labels import LabelPicker

        around, review_mode = self._around, self._review_mode
        picker = LabelPicker(review_mode.session.scheme, around.language, around.widget)
        picker.chosen.connect(lambda code: around.run("give_label", code))
        difference = review_mode.current
        span = review_mode.selection or (difference.span if difference else None)
        at = self._view.point_of(span.start if span else 0).toPoint()
        picker.open_at(self._view.viewport().mapToGlobal(at))

    @command("claim", _HERE)
    def claim(self) -> None:
        self._review_mode.claim()

    @command("grow_end", _HERE)
    def grow_end(self) -> None:
        self._review_mode.move_edge("end", outwards=True)

    @command("shrink_end", _HERE)
    def shrink_end(self) -> None:
        self._review_mode.move_edge("end", outwards=False)

    @command("grow_start", _HERE)
    def grow_start(self) -> None:
        self._review_mode.move_edge("start", outwards=True)

    @command("shrink_start", _HERE)
    def shrink_start(self) -> None:
        self._review_mode.move_edge("start", outwards=False)

    @command("submit", _HERE)
    def submit(self) -> None:
        self._review_mode.submit()

    @command("reopen", _HERE)
    def reopen(self) -> None:
        self._review_mode.reopen()

    @command("copy", _HERE)
    def copy(self) -> None:
        """The selected words (those of the difference, the article) to the clipboard."""
        review_mode = self._review_mode
        if review_mode.review is not None:
            text = review_mode.review.article.text
            span = review_mode.selection or (
                review_mode.current.span if review_mode.current else None
            )
            QGuiApplication.clipboard().setText(span.of(text) if span else text)
