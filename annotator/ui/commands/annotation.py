"""The commands of an article that is annotated: judging, labelling, moving edges, handing it in."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from annotator.core.editing.analyst_view import AnalystView
from annotator.core.errors import UserError
from annotator.core.model import Claim, Entity, spans_of

from ..command_table.command import Mode, Needs, all_of, command
from ..command_table.key_hints import native
from ..modes.annotate import AnnotateMode
from ..view import ArticleView
from .surroundings import WindowServices

_HERE = Mode.ANNOTATE
_DONE = ("submitted", "approved")


class AnnotationCommands(QObject):
    """Does to the own layer of the open article what a key says."""

    def __init__(
        self,
        annotate_mode: AnnotateMode,
        view: ArticleView,
        around: WindowServices,
        is_ready: Callable[[AnalystView], bool],
    ) -> None:
        """*is_ready*: whether an article may be submitted as it is."""
        super().__init__(around.widget)
        self._annotate_mode = annotate_mode
        self._view = view
        self._around = around
        self._is_ready = is_ready
        annotate_mode.all_judged.connect(self.say_all_is_judged)
        annotate_mode.nothing_to_label.connect(self.say_what_to_label)
        annotate_mode.not_a_suggestion.connect(self.say_how_to_remove)
        annotate_mode.many_judged.connect(self._say_many)

    def met(self) -> Needs:
        """What of the needs of commands is there."""
        annotate_mode, analyst_view = self._annotate_mode, self._annotate_mode.analyst_view
        if analyst_view is None:
            return Needs(0)
        current = annotate_mode.current
        there = {
            Needs.ARTICLE: True,
            Needs.SUBMITTED: analyst_view.status in _DONE,
            Needs.UNSUBMITTED: analyst_view.status not in _DONE,
            Needs.SELECTION: annotate_mode.selection is not None,
            Needs.WORDS: annotate_mode.words_meant is not None,
            Needs.ANNOTATION: current is not None,
            Needs.REMOVABLE: current is not None or annotate_mode.is_at_attribution,
            Needs.SUGGESTION: analyst_view.is_suggestion(annotate_mode.current_id),
            Needs.SUGGESTIONS: bool(analyst_view.suggestions),
            Needs.CLAIM: isinstance(current, Claim),
            Needs.NEAR_CLAIM: annotate_mode.claim_meant is not None,
            Needs.ENTITY: isinstance(current, Entity),
            Needs.LAST_LABEL: bool(annotate_mode.last_label),
        }
        return all_of(there)

    # -- going from one to the next --------------------------------------------------------

    @command("next_undecided", _HERE)
    def next_undecided(self) -> None:
        if not self._annotate_mode.step():
            self.say_all_is_judged()

    @command("previous_undecided", _HERE)
    def previous_undecided(self) -> None:
        if not self._annotate_mode.step(backwards=True):
            self.say_all_is_judged()

    def say_all_is_judged(self) -> None:
        self._around.say(
            self.tr("Every suggestion of this article is judged. Ctrl+Enter submits it.")
        )

    @command("next_annotation", _HERE)
    def next_annotation(self) -> None:
        self._annotate_mode.step(everything=True)

    @command("previous_annotation", _HERE)
    def previous_annotation(self) -> None:
        self._annotate_mode.step(everything=True, backwards=True)

    @command("cycle_nested", _HERE)
    def cycle_nested(self) -> None:
        self._annotate_mode.cycle_nested()

    # -- judging ---------------------------------------------------------------------------

    @command("accept", _HERE)
    def accept(self) -> None:
        self._annotate_mode.accept()

    @command("accept_all", _HERE)
    def accept_all(self) -> None:
        self._annotate_mode.accept_all()

    def _say_many(self, count: int) -> None:
        """Many were accepted in one step: how many, and how to undo it."""
        if count > 1:
            said = self.tr("%n suggestion(s) accepted", None, count)
            self._around.say(f"{said} · {self._how_to_undo()}")

    def _how_to_undo(self) -> str:
        return self.tr("{key} takes it back").format(key=native("undo"))

    @command("reject", _HERE)
    def reject(self) -> None:
        self._annotate_mode.reject()

    @command("remove", _HERE)
    def remove(self) -> None:
        self._annotate_mode.remove()

    @command("toggle_unsure", _HERE)
    def toggle_unsure(self) -> None:
        self._annotate_mode.toggle_unsure()

    def say_how_to_remove(self) -> None:
        self._around.say(self.tr("This is your own annotation: Del removes it."))

    # -- labelling -------------------------------------------------------------------------

    @command("give_label", _HERE)
    def give_label(self, code: str) -> None:
        self._annotate_mode.label(code)

    @command("label_again", _HERE)
    def label_again(self) -> None:
        self._annotate_mode.label_again()

    @command("keep_label", _HERE)
    def keep_label(self) -> None:
        """Every selection gets the last label from now on, until Esc; the same again ends it."""
        annotate_mode = self._annotate_mode
        annotate_mode.sticky_label = "" if annotate_mode.sticky_label else annotate_mode.last_label
        if not annotate_mode.sticky_label:
            self._around.say("")
            return
        said = self.tr("Every selection becomes {label} until Esc")
        self._around.say(said.format(label=annotate_mode.sticky_label))

    @command("pick_label", _HERE)
    def pick_label(self) -> None:
        from ..dialogs.labels.labels import LabelPicker

        annotate_mode, around = self._annotate_mode, self._around
        picker = LabelPicker(annotate_mode.session.scheme, around.language, around.widget)
        picker.chosen.connect(lambda code: around.run("give_label", code))
        span = annotate_mode.selection or (
            spans_of(annotate_mode.current)[0] if annotate_mode.current else None
        )
        at = self._view.point_of(span.start if span else annotate_mode.caret).toPoint()
        picker.open_at(self._view.viewport().mapToGlobal(at))

    def say_what_to_label(self) -> None:
        self._around.say(
            self.tr(
                "Select words, or go to an entity with Space: then a label has something to go on."
            )
        )

    @command("occurrences_here", _HERE)
    def occurrences_here(self) -> None:
        words, label = self._annotate_mode.words_and_label()
        if not label:
            self.pick_label()
            return
        count, left_out = self._annotate_mode.mark_occurrences()
        said = self.tr("%n occurrence(s) of “{words}” labelled {label}", None, count)
        parts = [said.format(words=words, label=label)]
        if left_out:
            parts.append(self.tr("%n left out, inside longer names", None, left_out))
        if count:
            parts.append(self._how_to_undo())
        if count or left_out:
            self._around.say(" · ".join(parts))

    @command("occurrences_everywhere", _HERE)
    def occurrences_everywhere(self) -> None:
        from ..dialogs.labels.occurrences import Occurrences

        words, label = self._annotate_mode.words_and_label()
        around = self._around
        dialog = Occurrences(
            self._annotate_mode.session, words, label, around.language, around.widget
        )
        dialog.done_with.connect(around.reload)
        dialog.show()

    # -- edges and fields ------------------------------------------------------------------

    @command("grow_end", _HERE)
    def grow_end(self) -> None:
        self._annotate_mode.move_edge("end", outwards=True)

    @command("shrink_end", _HERE)
    def shrink_end(self) -> None:
        self._annotate_mode.move_edge("end", outwards=False)

    @command("grow_start", _HERE)
    def grow_start(self) -> None:
        self._annotate_mode.move_edge("start", outwards=True)

    @command("shrink_start", _HERE)
    def shrink_start(self) -> None:
        self._annotate_mode.move_edge("start", outwards=False)

    @command("edit_fields", _HERE)
    def edit_fields(self) -> None:
        """Open the fields of the current annotation and put the cursor there."""
        self._around.turn_to("fields").setFocus()

    @command("edit_article", Mode.ANNOTATE | Mode.REVIEW)
    def edit_article(self) -> None:
        """Title, publisher, date, address … of the open article."""
        from ..dialogs.project.article_details import ArticleDialog

        analyst_view = self._analyst_view()
        dialog = ArticleDialog(
            self._annotate_mode.session, analyst_view.article.id, self._around.widget
        )
        dialog.saved.connect(self._annotate_mode.tell)
        dialog.open()

    @command("copy", _HERE)
    def copy(self) -> None:
        """The selected words (the current ones, the article) to the clipboard, as stored."""
        analyst_view, annotate_mode = self._analyst_view(), self._annotate_mode
        current = (
            analyst_view.words_of(annotate_mode.current)
            if annotate_mode.current
            else analyst_view.article.text
        )
        words = (
            annotate_mode.selection.of(analyst_view.article.text)
            if annotate_mode.selection
            else current
        )
        QGuiApplication.clipboard().setText(words)

    # -- the whole article -----------------------------------------------------------------

    @command("submit", _HERE)
    def submit(self) -> None:
        """Submit the article and open the next one in the list."""
        analyst_view = self._analyst_view()
        if not self._is_ready(analyst_view):
            return
        left = len(analyst_view.suggestions)
        self._annotate_mode.set_status(submitted=True)
        if left:
            said = self.tr("Submitted with %n suggestion(s) not judged", None, left)
            self._around.say(said)
        self._around.run("next_article")

    @command("reopen", _HERE)
    def reopen(self) -> None:
        self._annotate_mode.set_status(submitted=False)

    @command("undo", Mode.ANNOTATE | Mode.REVIEW | Mode.CLAIMS)
    def undo(self) -> None:
        self._annotate_mode.undo()

    @command("redo", Mode.ANNOTATE | Mode.REVIEW | Mode.CLAIMS)
    def redo(self) -> None:
        self._annotate_mode.redo()

    def _analyst_view(self) -> AnalystView:
        if self._annotate_mode.analyst_view is None:
            raise UserError("No article is open", hint="Choose one in the list first.")
        return self._annotate_mode.analyst_view
