"""What the analyst's keys do to the open article.

An intention (``accept``, ``label("LOC")``) becomes an edit, which the session saves.
"""

from __future__ import annotations

from typing import Any

from annotator.core.changes import Change
from annotator.core.clauses import by_clause, clause_at
from annotator.core.editing import annotation_edits, attribution_edits
from annotator.core.editing.analyst_view import Markable, next_of
from annotator.core.editing.judging import counted, next_from
from annotator.core.errors import UserError
from annotator.core.model import Attribution, Claim, Entity, Span, spans_of
from annotator.core.text import moved, placed, sentences, snap, trim

from .open_article import OpenArticle


class AnnotateMode(OpenArticle):
    """The open article under the analyst's hand."""

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

    def accept(self, *, alone: bool = False) -> None:
        """Accept the current suggestion and go on; on an own annotation only go on.

        A name is accepted wherever it says the same in the article, unless it is meant *alone*.
        """
        if self.analyst_view is None:
            return
        if not self.analyst_view.is_suggestion(self.current_id):
            self.step()
            return
        alike = self.judging.alike(self.analyst_view, self.current_id)
        ids = [self.current_id] if alone else [each.id for each in alike]
        self._and_go_on(annotation_edits.accept(self.analyst_view, ids))
        if len(ids) > 1:
            self.many_accepted.emit(len(ids), 0)

    def accept_paragraph(self) -> None:
        """Accept what is shown and open in the paragraph, and go on to the next one.

        What was stepped over stays open: it is what the analyst did not want to say yes to.
        """
        if self.analyst_view is None:
            return
        paragraph = self.paragraph
        rest = self.judging.rest_of(self.analyst_view, paragraph)
        if rest:
            self._do(annotation_edits.accept(self.analyst_view, [each.id for each in rest]))
        assert self.analyst_view is not None
        self._go_to(next_from(self.judging.to_step(self.analyst_view), paragraph.end))
        if rest:
            self.many_accepted.emit(*counted(rest))

    def accept_all(self, ids: list[str] | None = None) -> None:
        """Accept many suggestions (all that are shown, or *ids*) in one step."""
        if self.analyst_view:
            waiting = self.judging.waiting(self.analyst_view)
            wanted = ids if ids is not None else [suggestion.id for suggestion in waiting]
            left = len(self.analyst_view.suggestions)
            self._do(annotation_edits.accept(self.analyst_view, wanted))
            self._point_at_hand(self._still(self.current_id))
            self.many_judged.emit(left - len(self.analyst_view.suggestions))

    def reject(self, reason: str = "", *, alike: bool = False) -> None:
        """Reject the current suggestion and go on. What is one's own, only Del removes.

        It is this one place alone, unless all that are *alike* are meant: what is rejected is seen
        no more, so a key must not take away what the analyst may not have looked at.
        """
        if self.analyst_view is None or not self.current_id:
            return
        if self.analyst_view.is_suggestion(self.current_id):
            same = self.judging.alike(self.analyst_view, self.current_id)
            ids = [each.id for each in same] if alike else [self.current_id]
            self._and_go_on(annotation_edits.reject(self.analyst_view, ids, reason=reason))
        else:
            self.not_a_suggestion.emit()

    def remove(self, ids: list[str] | None = None) -> None:
        """Remove annotations (the current one) with what hangs on them."""
        if self.analyst_view is None:
            return
        said = self.analyst_view.get(self.current_id) if ids is None else None
        if isinstance(said, Attribution):
            self.detach(said.id)
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

    def mark_occurrences(self, code: str | None = None) -> tuple[int, int]:
        """Label every occurrence of the current words in the article alike, one undo step.

        With no *code* it is the label of the current entity. A place inside a longer name of the same
        label is left out. Returns how many places it labels, and how many it leaves out.
        """
        if self.analyst_view is None:
            return 0, 0
        words, label = self.words_and_label()
        label = code or label
        if not words or not label:
            return 0, 0
        self._refuse_if_submitted()
        found = self.session.occurrences(words, [self.analyst_view.article.id])
        wanted = [each for each in found if label not in each.inside]
        self._saved(self.session.label_occurrences(wanted, label))
        self._point_at_hand(self._still(self.current_id))
        return len(wanted), len(found) - len(wanted)

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
        self._do(attribution_edits.attribute(self.analyst_view, claim.id, **{part: span}))
        self._settle(self._still(claim.id))

    def detach(self, attribution_id: str) -> None:
        """An attribution is not one of the claim that is meant; other claims keep it."""
        claim_id = self._claim_of(attribution_id)
        if self.analyst_view is not None and claim_id:
            self._do(attribution_edits.detach(self.analyst_view, claim_id, attribution_id))
            self._point_at_hand(self._still(claim_id))

    @property
    def is_at_attribution(self) -> bool:
        """Whether the words of who says a claim, or of its cue, were clicked last."""
        found = self.analyst_view.get(self.current_id) if self.analyst_view else None
        return isinstance(found, Attribution)

    def article_itself(self) -> None:
        """Nobody is named who says the current claim."""
        if self.analyst_view is not None and isinstance(self.current, Claim):
            claim_id = self.current.id
            self._do(attribution_edits.article_itself(self.analyst_view, claim_id))
            self._point_at_hand(self._still(claim_id))

    def _claim_of(self, attribution_id: str, wanted: str = "") -> str:
        """The claim of an attribution that is meant: *wanted*, the current one, the one before, its first."""
        found = self.analyst_view.get(attribution_id) if self.analyst_view else None
        if self.analyst_view is None or not isinstance(found, Attribution):
            return ""
        shown = [claim.id for claim in self.analyst_view.shown_claims if claim.id in found.claims]
        meant = (self._still(wanted), self.current_id, self._still(self._claim_before))
        return next((id_ for id_ in meant if id_ in shown), next(iter(shown), ""))

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

    def move_edge_by_clause(self, edge: str, *, outwards: bool) -> None:
        """Move the ``start`` or ``end`` of the current annotation to the next clause boundary."""
        if self.analyst_view is None or (current := self.current) is None:
            return
        old = _first(current) if edge == "start" else _last(current)
        machine = self.analyst_view.machine.claims if self.analyst_view.machine else ()
        found = [claim.spans for claim in machine]
        text = self.analyst_view.article.text
        new = by_clause(text, old, edge=edge, outwards=outwards, found=found)
        self.drag_edge(current.id, old, new)

    def edge_here(self, edge: str) -> bool:
        """The current annotation begins (``start``) or ends at the word at the caret.

        False where nothing would be left of it.
        """
        if self.analyst_view is None or (current := self.current) is None:
            return False
        old = _first(current) if edge == "start" else _last(current)
        new = placed(self.analyst_view.article.text, old, self.caret, edge=edge)
        if new is not None:
            self.drag_edge(current.id, old, new)
        return new is not None

    def drag_edge(self, id_: str, old: Span, new: Span) -> None:
        """A span of an annotation becomes another one."""
        if self.analyst_view is None or old == new:
            return
        stood = self._place if id_ == self.current_id else None
        self._do(annotation_edits.move_edge(self.analyst_view, id_, old, new))
        target = self.analyst_view.get(id_)
        if not isinstance(target, Attribution):
            self._point_at_hand(self._still(id_))
            self._stood = stood

    def drag_to(self, id_: str, new: Span) -> None:
        """The span of an annotation that shares an edge with *new* becomes that."""
        found = self.analyst_view.get(id_) if self.analyst_view else None
        if isinstance(found, Entity | Claim | Attribution):
            spans = spans_of(found)
            old = next((s for s in spans if s.start == new.start or s.end == new.end), None)
            if old is not None:
                self.drag_edge(id_, old, new)

    def amend(
        self, id_: str, *, of: str = "", after: Change | None = None, **fields: Any
    ) -> Change | None:
        """Set fields of any annotation; a suggestion becomes the analyst's own by that.

        Those of an attribution are set for the claim *of* which it is shown. What goes on with *after*, in the
        same visit to a field, is one with it to undo and in the history. Returns what is in the log.
        """
        if self.analyst_view is None:
            return None
        if claim_id := self._claim_of(id_, of):
            wanted = attribution_edits.amend(self.analyst_view, claim_id, id_, **fields)
        else:
            wanted = annotation_edits.amend(self.analyst_view, id_, **fields)
        done = self._do(self.session.going_on(wanted, after))
        self._point_at_hand(self._still(self.current_id))
        return done

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
