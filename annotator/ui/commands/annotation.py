"""The commands of an article that is annotated: judging, labelling, moving edges, handing it in."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from annotator.core.editing.analyst_view import AnalystView
from annotator.core.errors import UserError
from annotator.core.model import Claim, Entity, spans_of

from ..command_table.command import Mode, Needs, all_of, command
from ..modes.annotate import AnnotateMode
from ..view import ArticleView
from .surroundings import WindowServices

_HERE = Mode.ANNOTATE
_DONE = ("submitted", "approved")


class AnnotationCommands(QObject):
    """Does to the own layer of the open article what a key says."""

    def __init__(
        self,
        pen: AnnotateMode,
        view: ArticleView,
        around: WindowServices,
        is_ready: Callable[[AnalystView], bool],
    ) -> None:
        """*is_ready*: whether an article may be submitted as it is."""
        super().__init__(around.widget)
        self._pen = pen
        self._view = view
        self._around = around
        self._is_ready = is_ready
        pen.all_judged.connect(self.say_all_is_judged)
        pen.nothing_to_label.connect(self.say_what_to_label)
        pen.not_a_suggestion.connect(self.say_how_to_remove)

    def met(self) -> Needs:
        """What of the needs of commands is there."""
        pen, sheet = self._pen, self._pen.sheet
        if sheet is None:
            return Needs(0)
        current = pen.current
        there = {
            Needs.ARTICLE: True,
            Needs.SUBMITTED: sheet.status in _DONE,
            Needs.UNSUBMITTED: sheet.status not in _DONE,
            Needs.SELECTION: pen.selection is not None,
            Needs.WORDS: pen.words_meant is not None,
            Needs.ANNOTATION: current is not None,
            Needs.SUGGESTION: sheet.is_suggestion(pen.current_id),
            Needs.SUGGESTIONS: bool(sheet.suggestions),
            Needs.CLAIM: isinstance(current, Claim),
            Needs.NEAR_CLAIM: pen.claim_meant is not None,
            Needs.ENTITY: isinstance(current, Entity),
            Needs.LAST_LABEL: bool(pen.last_label),
        }
        return all_of(there)

    # -- going from one to the next --------------------------------------------------------

    @command("next_undecided", _HERE)
    def next_undecided(self) -> None:
        if not self._pen.step():
            self.say_all_is_judged()

    @command("previous_undecided", _HERE)
    def previous_undecided(self) -> None:
        if not self._pen.step(backwards=True):
            self.say_all_is_judged()

    def say_all_is_judged(self) -> None:
        self._around.say(
            self.tr("Every suggestion of this article is judged. Ctrl+Enter submits it.")
        )

    @command("next_annotation", _HERE)
    def next_annotation(self) -> None:
        self._pen.step(everything=True)

    @command("previous_annotation", _HERE)
    def previous_annotation(self) -> None:
        self._pen.step(everything=True, backwards=True)

    @command("cycle_nested", _HERE)
    def cycle_nested(self) -> None:
        self._pen.cycle_nested()

    # -- judging ---------------------------------------------------------------------------

    @command("accept", _HERE)
    def accept(self) -> None:
        self._pen.accept()

    @command("accept_all", _HERE)
    def accept_all(self) -> None:
        self._pen.accept_all()

    @command("reject", _HERE)
    def reject(self) -> None:
        self._pen.reject()

    @command("remove", _HERE)
    def remove(self) -> None:
        self._pen.remove()

    @command("toggle_unsure", _HERE)
    def toggle_unsure(self) -> None:
        self._pen.toggle_unsure()

    def say_how_to_remove(self) -> None:
        self._around.say(self.tr("This is your own annotation: Del removes it."))

    # -- labelling -------------------------------------------------------------------------

    @command("give_label", _HERE)
    def give_label(self, code: str) -> None:
        self._pen.label(code)

    @command("label_again", _HERE)
    def label_again(self) -> None:
        self._pen.label_again()

    @command("keep_label", _HERE)
    def keep_label(self) -> None:
        """Every selection gets the last label from now on, until Esc; the same again ends it."""
        pen = self._pen
        pen.sticky_label = "" if pen.sticky_label else pen.last_label
        if not pen.sticky_label:
            self._around.say("")
            return
        said = self.tr("Every selection becomes {label} until Esc")
        self._around.say(said.format(label=pen.sticky_label))

    @command("pick_label", _HERE)
    def pick_label(self) -> None:
        from ..dialogs.labels.labels import LabelPicker

        pen, around = self._pen, self._around
        picker = LabelPicker(pen.desk.scheme, around.language, around.widget)
        picker.chosen.connect(lambda code: around.run("give_label", code))
        span = pen.selection or (spans_of(pen.current)[0] if pen.current else None)
        at = self._view.point_of(span.start if span else pen.caret).toPoint()
        picker.open_at(self._view.viewport().mapToGlobal(at))

    def say_what_to_label(self) -> None:
        self._around.say(
            self.tr(
                "Select words, or go to an entity with Space: then a label has something to go on."
            )
        )

    @command("occurrences_here", _HERE)
    def occurrences_here(self) -> None:
        words, label = self._pen.words_and_label()
        if not label:
            self.pick_label()
            return
        count = self._pen.mark_occurrences()
        if count:
            said = self.tr("%n occurrence(s) of “{words}” labelled {label}", None, count)
            self._around.say(said.format(words=words, label=label))

    @command("occurrences_everywhere", _HERE)
    def occurrences_everywhere(self) -> None:
        from ..dialogs.labels.occurrences import Occurrences

        words, label = self._pen.words_and_label()
        around = self._around
        dialog = Occurrences(self._pen.desk, words, label, around.language, around.widget)
        dialog.done_with.connect(around.reload)
        dialog.show()

    # -- edges and fields ------------------------------------------------------------------

    @command("grow_end", _HERE)
    def grow_end(self) -> None:
        self._pen.move_edge("end", outwards=True)

    @command("shrink_end", _HERE)
    def shrink_end(self) -> None:
        self._pen.move_edge("end", outwards=False)

    @command("grow_start", _HERE)
    def grow_start(self) -> None:
        self._pen.move_edge("start", outwards=True)

    @command("shrink_start", _HERE)
    def shrink_start(self) -> None:
        self._pen.move_edge("start", outwards=False)

    @command("edit_fields", _HERE)
    def edit_fields(self) -> None:
        """Open the fields of the current annotation and put the cursor there."""
        self._around.turn_to("fields").setFocus()

    @command("edit_article", Mode.ANNOTATE | Mode.REVIEW)
    def edit_article(self) -> None:
        """Title, publisher, date, address … of the open article."""
        from ..dialogs.project.article_details import ArticleDialog

        sheet = self._sheet()
        dialog = ArticleDialog(self._pen.desk, sheet.article.id, self._around.widget)
        dialog.saved.connect(self._pen.tell)
        dialog.open()

    @command("copy", _HERE)
    def copy(self) -> None:
        """The selected words (the current ones, the article) to the clipboard, as stored."""
        sheet, pen = self._sheet(), self._pen
        current = sheet.words_of(pen.current) if pen.current else sheet.article.text
        words = pen.selection.of(sheet.article.text) if pen.selection else current
        QGuiApplication.clipboard().setText(words)

    # -- the whole article -----------------------------------------------------------------

    @command("submit", _HERE)
    def submit(self) -> None:
        """Submit the article and open the next one in the list."""
        sheet = self._sheet()
        if not self._is_ready(sheet):
            return
        left = len(sheet.suggestions)
        self._pen.set_status(submitted=True)
        if left:
            said = self.tr("Submitted with %n suggestion(s) not judged", None, left)
            self._around.say(said)
        self._around.run("next_article")

    @command("reopen", _HERE)
    def reopen(self) -> None:
        self._pen.set_status(submitted=False)

    @command("undo", Mode.ANNOTATE | Mode.REVIEW | Mode.CLAIMS)
    def undo(self) -> None:
        self._pen.undo()

    @command("redo", Mode.ANNOTATE | Mode.REVIEW | Mode.CLAIMS)
    def redo(self) -> None:
        self._pen.redo()

    def _sheet(self) -> AnalystView:
        if self._pen.sheet is None:
            raise UserError("No article is open", hint="Choose one in the list first.")
        return self._pen.sheet
