"""What the analyst points at, and what the keys do to it.

The pen knows the open article, the current annotation and the selection, turns an intention
(``accept``, ``label("LOC")``) into a verb, and lets the desk save it. It draws nothing: the window
shows what it emits.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, Signal

from annotator.core.changes import Change
from annotator.core.clauses import clause_at
from annotator.core.editing import annotation_edits
from annotator.core.editing.analyst_view import AnalystView, Markable, next_of
from annotator.core.errors import UserError
from annotator.core.model import Attribution, Claim, Entity, Judgement, Span
from annotator.core.text import moved, sentences, snap, trim
from annotator.services.archived_sources import ArchivedSources
from annotator.services.claims_list import EarlierClaim
from annotator.services.session import Session

from .review import ReviewMode


class AnnotateMode(QObject):
    """One article under the analyst's hand."""

    article_opened = Signal(object)  # Sheet, when another article is opened
    sheet_changed = Signal(object)  # Sheet, after every change to the open article
    current_changed = Signal(str)  # id of the current annotation, or ""
    selection_cleared = Signal()  # the selection has become an annotation
    saved = Signal(object)  # Change, once it is on disk
    all_judged = Signal()  # the last suggestion of the article was decided
    not_a_suggestion = Signal()  # somebody wants to reject what is their own
    link_asked = Signal()  # which source bears on the current claim is to be asked
    source_chosen = Signal(str)  # the source with this id is to be linked to the current claim
    source_shown = Signal(str)  # the source with this id is to be shown in the library
    source_read = Signal(str)  # the file that was kept of the source with this id is to be shown
    keep_asked = Signal(list, str)  # files to keep (none: ask), for the source with this id or ""
    echoes_found = Signal(str)  # what was said before is known now of the claim with this id
    carry_asked = Signal(str)  # the evidence of this claim is wanted for the current one
    claim_wanted = Signal(str)  # the claim with this id, of any article, is to be shown
    nothing_to_label = Signal()  # a label was asked for, and nothing is there to get it

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.keeper = ArchivedSources(session)
        self.review_mode = ReviewMode(
            session, self
        )  # who decides, while an article is under review
        self.analyst_view: AnalystView | None = None
        self.similar_claims_process: dict[
            str, tuple[EarlierClaim, ...]
        ] = {}  # by claim: where it was said before
        self.current_id = ""
        self._claim_before = ""  # current last: a click on a name leaves it meant
        self.selection: Span | None = None  # the window keeps this in step with the view
        self.caret = 0
        self.last_label = ""
        self.sticky_label = ""  # held with Shift+R: every selection gets it until Esc

    # -- where we are ----------------------------------------------------------------------

    @property
    def current(self) -> Markable | None:
        return self.analyst_view.markable(self.current_id) if self.analyst_view else None

    def open(self, article_id: str) -> None:
        """Show an article, its first undecided suggestion current."""
        analyst_view = self.session.analyst_view(article_id)
        self.analyst_view = (
            self.session.analyst_view(article_id)
            if self.session.refine(article_id)
            else analyst_view
        )
        self.selection = None
        self.similar_claims_process = {}
        self.caret = 0
        self.current_id = self._claim_before = ""
        self.article_opened.emit(self.analyst_view)
        first = next_of(self.analyst_view.suggestions, None)
        self.point_at(first.id if first else "")

    def close(self) -> None:
        self.analyst_view = None
        self.point_at("")

    def reload(self) -> None:
        """Read the open article again: somebody else (or the machine) wrote to it."""
        if self.analyst_view is None:
            return
        before = self.current_id
        self.analyst_view = self.session.analyst_view(self.analyst_view.article.id)
        self.sheet_changed.emit(self.analyst_view)
        self.point_at(self._still(before))

    def point_at(self, id_: str) -> None:
        """Make an annotation the current one; "" for none."""
        self.current_id = id_
        if isinstance(self.current, Claim):
            self._claim_before = id_
        self.current_changed.emit(id_)

    def step(self, *, backwards: bool = False, everything: bool = False) -> bool:
        """Go to the next undecided suggestion (or annotation); False where there is none."""
        if self.analyst_view is None:
            return False
        among = self.analyst_view.in_order if everything else self.analyst_view.suggestions
        after: Markable | None = self.current
        found = next_of(among, after, backwards=backwards)
        if found is not None:
            self.point_at(found.id)
        return found is not None

    def cycle_nested(self) -> None:
        """From the innermost annotation here to the next outer one, and round."""
        if self.analyst_view is None:
            return
        current = self.current
        at = _first(current).start if current else self.caret
        here = [each.id for each in self.analyst_view.at(at)]
        if here:
            index = here.index(self.current_id) + 1 if self.current_id in here else 0
            self.point_at(here[index % len(here)])

    # -- judging ---------------------------------------------------------------------------

    def accept(self) -> None:
        """Accept the current suggestion and go on; on an own annotation only go on."""
        if self.analyst_view is None:
            return
        if self.analyst_view.is_suggestion(self.current_id):
            self._and_go_on(annotation_edits.accept(self.analyst_view, [self.current_id]))
        else:
            self.step()

    def accept_all(self, ids: list[str] | None = None) -> None:
        """Accept many suggestions (all, or *ids*) in one step."""
        if self.analyst_view:
            wanted = (
                ids
                if ids is not None
                else [suggestion.id for suggestion in self.analyst_view.suggestions]
            )
            self._do(annotation_edits.accept(self.analyst_view, wanted))
            self.point_at(self._still(self.current_id))

    def reject(self, reason: str = "") -> None:
        """Reject the current suggestion and go on. What is one's own, only Del removes."""
        if self.analyst_view is None or not self.current_id:
            return
        if self.analyst_view.is_suggestion(self.current_id):
            self._and_go_on(
                annotation_edits.reject(self.analyst_view, [self.current_id], reason=reason)
            )
        else:
            self.not_a_suggestion.emit()

    def remove(self, ids: list[str] | None = None) -> None:
        """Remove annotations (the current one) with what hangs on them."""
        if self.analyst_view is None:
            return
        wanted = ids if ids is not None else [self.current_id]
        after = (
            next_of(self.analyst_view.in_order, self.current) if self.current_id in wanted else None
        )
        self._do(annotation_edits.remove(self.analyst_view, wanted))
        if after is not None:
            self.point_at(self._still(after.id))

    # -- marking and labelling -------------------------------------------------------------

    def label(self, code: str) -> None:
        """Label the selection; with none, relabel the current annotation and go on."""
        if self.analyst_view is None:
            return
        self.last_label = code
        if self.selection is not None:
            span = self.selection
            self._do(annotation_edits.mark(self.analyst_view, [span], code))
            self._point_at_span(span)
        elif isinstance(self.current, Entity):
            was_suggested = self.analyst_view.is_suggestion(self.current_id)
            change = annotation_edits.relabel(self.analyst_view, [self.current_id], code)
            if was_suggested:
                self._and_go_on(change)
            else:
                self._do(change)
                self.point_at(self.current_id)
        else:
            self.nothing_to_label.emit()

    def label_again(self) -> None:
        """The label that was used last."""
        if self.last_label:
            self.label(self.last_label)

    def mark_occurrences(self, code: str | None = None) -> int:
        """Label every occurrence of the current words in the article alike, one undo step.

        With no *code* it is the label of the current entity. Returns how many places it labels.
        """
        if self.analyst_view is None:
            return 0
        words, label = self.words_and_label()
        label = code or label
        if not words or not label:
            return 0
        self._refuse_if_submitted()
        found = self.session.occurrences(words, [self.analyst_view.article.id])
        self._saved(self.session.label_occurrences(found, label))
        self.point_at(self._still(self.current_id))
        return len(found)

    def words_and_label(self) -> tuple[str, str]:
        """The words selected (or of the current entity) and the label they have or get."""
        if self.analyst_view is None:
            return "", ""
        if self.selection is not None:
            known = self.analyst_view.same_span(self.selection)
            words = self.selection.of(self.analyst_view.article.text)
            return words, known.label if known else self.last_label
        if isinstance(self.current, Entity):
            return self.analyst_view.words_of(self.current), self.current.label
        return "", ""

    def claim(self, *, exact: bool = False) -> None:
        """Make a claim of the clause around the selection, *exact* of its very characters.

        With nothing selected it is the sentence. A selection that cuts a word is exact, too, and one
        whose clause is a claim already: then it is another one inside that.
        """
        if self.analyst_view is None:
            return
        span = self.selection or self._sentence_here()
        if span is None:
            return
        span = _claim_extent(self.analyst_view.article.text, span)
        if self.selection is not None and not exact:
            span = self._clause(span)
        self._do(annotation_edits.mark_claim(self.analyst_view, [span]))
        made = next((c for c in self.analyst_view.claims if span in c.spans), None)
        self._settle(made.id if made else self.current_id)

    def _clause(self, span: Span) -> Span:
        assert self.analyst_view is not None
        text = self.analyst_view.article.text
        if snap(text, span.start, span.end) != span:
            return span
        machine = self.analyst_view.machine.claims if self.analyst_view.machine else ()
        clause = clause_at(text, span, [claim.spans for claim in machine])
        is_taken = any((clause,) == claim.spans for claim in self.analyst_view.claims)
        return span if is_taken else clause

    def extend_claim(self) -> None:
        """Add the selection to the current claim as another span of it."""
        claim = self.claim_meant
        if self.analyst_view and self.selection and claim is not None:
            claim_id, span = claim.id, self.selection
            self._do(annotation_edits.add_span(self.analyst_view, claim_id, span))
            self._settle(self._still(claim_id))

    def source(self) -> None:
        """The selection (or the current entity) says the current claim."""
        self._attribute("source")

    def cue(self) -> None:
        """The selection is the word that attributes the current claim."""
        self._attribute("cue")

    def _attribute(self, part: str) -> None:
        if self.analyst_view is None:
            return
        claim = self.claim_meant
        span = self.words_meant
        if claim is None or span is None:
            raise UserError(
                "There is nothing to attribute yet",
                hint="Make a claim current, then select who says it (S) or the cue word (Q)",
            )
        self._do(annotation_edits.attribute(self.analyst_view, claim.id, **{part: span}))
        self._settle(self._still(claim.id))

    @property
    def words_meant(self) -> Span | None:
        """The selection, else the current entity."""
        return self.selection or (self.current.span if isinstance(self.current, Entity) else None)

    @property
    def claim_meant(self) -> Claim | None:
        """The current claim, or the one before an entity was clicked; else the nearest one."""
        if isinstance(self.current, Claim):
            return self.current
        before = (
            self.analyst_view.markable(self._still(self._claim_before))
            if self.analyst_view
            else None
        )
        if isinstance(before, Claim):
            return before
        if self.analyst_view is None or self.words_meant is None:
            return None
        near = self.words_meant.start
        claims = sorted(self.analyst_view.claims, key=lambda c: abs(c.spans[0].start - near))
        return claims[0] if claims else None

    # -- edges and fields ------------------------------------------------------------------

    def move_edge(self, edge: str, *, outwards: bool) -> None:
        """Grow or shrink the current annotation by a word at its ``start`` or ``end``."""
        if self.analyst_view is None or (current := self.current) is None:
            return
        text = self.analyst_view.article.text
        old = _first(current) if edge == "start" else _last(current)
        self.drag_edge(current.id, old, moved(text, old, edge=edge, outwards=outwards))

    def drag_edge(self, id_: str, old: Span, new: Span) -> None:
        """A span of an annotation becomes another one."""
        if self.analyst_view is None or old == new:
            return
        self._do(annotation_edits.move_edge(self.analyst_view, id_, old, new))
        target = self.analyst_view.get(id_)
        if not isinstance(target, Attribution):
            self.point_at(self._still(id_))

    def amend(self, id_: str, **fields: Any) -> None:
        """Set fields of any annotation; a suggestion becomes the analyst's own by that."""
        if self.analyst_view is not None:
            self._do(annotation_edits.amend(self.analyst_view, id_, **fields))
            self.point_at(self._still(self.current_id))

    def toggle_unsure(self) -> None:
        """Mark the current annotation as one to come back to."""
        if self.current is not None:
            self.amend(self.current_id, unsure=not self.current.unsure)

    def set_status(self, *, submitted: bool) -> None:
        """Submit the own layer of the article, or open it again."""
        if self.analyst_view is not None:
            wanted = annotation_edits.set_status(
                self.analyst_view, "submitted" if submitted else "draft"
            )
            self._saved(self.session.do(wanted))

    # -- history ---------------------------------------------------------------------------

    def undo(self) -> Change:
        return self._follow(self.session.undo())

    def redo(self) -> Change:
        return self._follow(self.session.redo())

    def revert(self, to: int) -> None:
        """Bring the article back to how it was after change number *to*."""
        if self.analyst_view is not None:
            self._saved(self.session.revert(self.analyst_view.article.id, to=to))
            self.point_at(self._still(self.current_id))

    def _follow(self, done: Change) -> Change:
        """Show where something was undone: its article, and what it touched."""
        self.saved.emit(done)
        if done.article_id and (
            not self.analyst_view or self.analyst_view.article.id != done.article_id
        ):
            self.open(done.article_id)
        else:
            self.reload()
        if self.analyst_view is not None:
            marks = [e.record for e in done.edits if isinstance(e.record, Entity | Claim)]
            here = [m.id for m in marks if self.analyst_view.markable(m.id)]
            # a copy that is gone again: the suggestion that it was made from
            here += [m.derived_from for m in marks if m.derived_from]
            self.point_at(here[0] if here else self._judged_in(done))
        return done

    def _judged_in(self, done: Change) -> str:
        """The suggestion that a change judged, or took a judgement of back."""
        for edit in done.edits:
            record = edit.record
            if (
                isinstance(record, Judgement)
                and self.analyst_view
                and self.analyst_view.get(record.target_id)
            ):
                return self._still(record.target_id)
        return self._still(self.current_id)

    # -- saving ----------------------------------------------------------------------------

    def save(self, wanted: Change) -> None:
        """Save a change of the open article that a panel or dialog has made."""
        self._do(wanted)
        self.point_at(self._still(self.current_id))

    def tell(self, done: Change | None) -> None:
        """Something of the whole project was saved (a source, say): show what follows from it."""
        if done is not None:
            self.saved.emit(done)
            self.reload()

    def _do(self, wanted: Change) -> None:
        self._refuse_if_submitted()
        self._saved(self.session.do(wanted))

    def _refuse_if_submitted(self) -> None:
        if self.review_mode.is_on:
            raise UserError(
                "Colleagues’ work on this article is under review",
                hint="Leave the review with Escape to go on with your own",
            )
        if self.analyst_view is not None and self.analyst_view.status in ("submitted", "approved"):
            raise UserError(
                "This article is submitted", hint="Reopen it if you want to change something"
            )

    def _saved(self, done: Change | None) -> None:
        if done is None or self.analyst_view is None:
            return
        self.saved.emit(done)
        self.analyst_view = self.analyst_view.after(done) or self.session.analyst_view(
            self.analyst_view.article.id
        )
        self.sheet_changed.emit(self.analyst_view)

    def _and_go_on(self, wanted: Change) -> None:
        """Do it, then point at the next undecided suggestion after where we are."""
        here = self.current
        self._do(wanted)
        assert self.analyst_view is not None
        found = next_of(self.analyst_view.suggestions, here)
        # with nothing left, nothing is current: a key too many must not hit what was accepted
        self.point_at(found.id if found else "")
        if found is None:
            self.all_judged.emit()

    def _settle(self, id_: str) -> None:
        self.selection = None
        self.selection_cleared.emit()
        self.point_at(id_)

    def _point_at_span(self, span: Span) -> None:
        assert self.analyst_view is not None
        made = self.analyst_view.same_span(span)
        self._settle(made.id if made else "")

    def _still(self, id_: str) -> str:
        """*id_*, or the own copy that a suggestion has become; "" if it is gone."""
        if self.analyst_view is None or not id_:
            return ""
        copy = self.analyst_view.copies.get(id_)
        if copy is not None:
            return copy
        is_there = id_ in self.analyst_view.mine_by_id or self.analyst_view.is_suggestion(id_)
        return id_ if is_there else ""

    def _sentence_here(self) -> Span | None:
        assert self.analyst_view is not None
        text = self.analyst_view.article.text
        return next((s for s in sentences(text) if s.start <= self.caret <= s.end), None)


def _first(annotation: Markable) -> Span:
    return annotation.span if isinstance(annotation, Entity) else annotation.spans[0]


def _last(annotation: Markable) -> Span:
    return annotation.span if isinstance(annotation, Entity) else annotation.spans[-1]


def _claim_extent(text: str, span: Span) -> Span:
    """A claim has no white space, outer quotation marks or full stop at its ends (guideline)."""
    start, end = span.start, span.end
    while end - start > 1 and text[end - 1] in '.;,:»”"':
        end -= 1
    while end - start > 1 and text[start] in '«“"':
        start += 1
    return trim(text, start, end) or span
