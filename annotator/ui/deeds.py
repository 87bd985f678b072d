"""What the actions of the article do, beyond what the pen does by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from annotator.core.errors import UserError
from annotator.core.model import spans_of

if TYPE_CHECKING:
    from .bench import Bench


class Deeds(QObject):
    """Each method is an action of `actions.ROWS`."""

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench)
        self._bench = bench

    def edit_article(self) -> None:
        """Title, publisher, date, address … of the open article."""
        from .dialogs.article import ArticleDialog

        pen = self._bench.pen
        if pen.sheet is None:
            raise UserError("No article is open", hint="Choose one in the list first.")
        dialog = ArticleDialog(pen.desk, pen.sheet.article.id, self._bench.window())
        dialog.saved.connect(pen.tell)
        dialog.open()

    def next_undecided(self) -> None:
        if not self._bench.pen.step():
            self.say_all_is_judged()

    def previous_undecided(self) -> None:
        if not self._bench.pen.step(backwards=True):
            self.say_all_is_judged()

    def say_all_is_judged(self) -> None:
        self._bench.informed.emit(
            self.tr("Every suggestion of this article is judged. Ctrl+Enter submits it.")
        )

    def next_annotation(self) -> None:
        self._bench.pen.step(everything=True)

    def previous_annotation(self) -> None:
        self._bench.pen.step(everything=True, backwards=True)

    def grow_end(self) -> None:
        self._bench.pen.move_edge("end", outwards=True)

    def shrink_end(self) -> None:
        self._bench.pen.move_edge("end", outwards=False)

    def grow_start(self) -> None:
        self._bench.pen.move_edge("start", outwards=True)

    def shrink_start(self) -> None:
        self._bench.pen.move_edge("start", outwards=False)

    def keep_label(self) -> None:
        """Every selection gets the last label from now on, until Esc."""
        self._bench.pen.sticky_label = self._bench.pen.last_label
        if self._bench.pen.sticky_label:
            said = self.tr("Every selection becomes {label} until Esc").format(
                label=self._bench.pen.sticky_label
            )
            self._bench.informed.emit(said)

    def pick_label(self) -> None:
        from .dialogs.labels import LabelPicker

        picker = LabelPicker(self._bench.desk.scheme, self._bench.language, self._bench)
        picker.chosen.connect(self._bench.label)
        span = self._bench.pen.selection or (
            spans_of(self._bench.pen.current)[0] if self._bench.pen.current else None
        )
        at = self._bench.view.point_of(span.start if span else self._bench.pen.caret).toPoint()
        picker.open_at(self._bench.view.viewport().mapToGlobal(at))

    def say_how_to_remove(self) -> None:
        self._bench.informed.emit(self.tr("This is your own annotation: Del removes it."))

    def say_what_to_label(self) -> None:
        self._bench.informed.emit(
            self.tr(
                "Select words, or go to an entity with Space: then a label has something to go on."
            )
        )

    def label_again(self) -> None:
        if self._bench.pen.last_label:
            self._bench.pen.label_again()
        else:
            self._bench.informed.emit(self.tr("No label was used yet."))

    def occurrences_here(self) -> None:
        words, label = self._bench.pen.words_and_label()
        if not words:
            self.say_what_to_label()
            return
        if words and not label:
            self.pick_label()
            return
        count = self._bench.pen.mark_occurrences()
        if count:
            said = self.tr("%n occurrence(s) of “{words}” labelled {label}", None, count)
            self._bench.informed.emit(said.format(words=words, label=label))

    def occurrences_everywhere(self) -> None:
        from .dialogs.occurrences import Occurrences

        words, label = self._bench.pen.words_and_label()
        dialog = Occurrences(self._bench.desk, words, label, self._bench.language, self._bench)
        dialog.done_with.connect(self._bench.reload)
        dialog.show()

    def edit_fields(self) -> None:
        """Open the fields of the current annotation and put the cursor there."""
        if self._bench.pen.current is None:
            self._bench.informed.emit(self.tr("Nothing is chosen: Space goes to a suggestion."))
            return
        self._bench.show_inspector(True)
        self._bench.inspector.turn_to("fields")
        panel = self._bench.inspector.panel("fields")
        if panel is not None:
            panel.setFocus()

    def show_guideline(self) -> None:
        self._bench.show_inspector(True)
        self._bench.inspector.turn_to("guideline")

    def find_here(self) -> None:
        self._bench.find_bar.open(
            self._bench.pen.selection.of(self._bench.view.text) if self._bench.pen.selection else ""
        )

    def search(self) -> None:
        self._bench.show_queue(True)
        self._bench.queue.focus_search()

    def submit(self) -> None:
        """Submit the article and open the next one in the list."""
        sheet = self._bench.pen.sheet
        if sheet is None or not self._bench.shaping.is_ready(sheet):
            return
        left = len(sheet.suggestions)
        self._bench.pen.set_status(submitted=True)
        if left:
            said = self.tr("Submitted with %n suggestion(s) not judged", None, left)
            self._bench.informed.emit(said)
        self.next_article()

    def reopen(self) -> None:
        self._bench.pen.set_status(submitted=False)

    def next_article(self) -> None:
        self._go(backwards=False)

    def previous_article(self) -> None:
        self._go(backwards=True)

    def _go(self, *, backwards: bool) -> None:
        here = self._bench.pen.sheet.article.id if self._bench.pen.sheet else ""
        found = self._bench.queue.next_id(here, backwards=backwards)
        if found:
            self._bench.pen.open(found)
        else:
            self._bench.informed.emit(
                self.tr("This is the first article of the list.")
                if backwards
                else self.tr("This is the last article of the list.")
            )

    def suggest_here(self) -> None:
        """Ask this machine for the article, unless it has been asked: it would say the same."""
        sheet = self._bench.pen.sheet
        if sheet is not None and not self._bench.suggesting.read(sheet.article):
            self._bench.informed.emit(
                self.tr("This suggester has read the article already; it would say the same again.")
            )

    def stop_suggesting(self) -> None:
        self._bench.suggesting.cancel()
        self._bench.informed.emit(self.tr("The suggester stops; what it found is kept."))

    def suggest_all(self) -> None:
        count = self._bench.suggesting.look_ahead(everything=True)
        self._bench.informed.emit(self.tr("%n article(s) without suggestions", None, count))

    def copy(self) -> None:
        """The selected words (the current ones, the article) to the clipboard, as stored."""
        sheet = self._bench.pen.sheet
        if sheet is not None:
            text = sheet.article.text
            current = sheet.words_of(self._bench.pen.current) if self._bench.pen.current else text
            words = self._bench.pen.selection.of(text) if self._bench.pen.selection else current
            QGuiApplication.clipboard().setText(words)
