"""The article that is open: its view, what is current in it, and what was done to it.

It draws nothing: the window shows what it emits. What may be done is in the modes.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from annotator.core.changes import Change
from annotator.core.editing.analyst_view import AnalystView, Markable, next_of
from annotator.core.editing.judging import Judging, Shown, next_from
from annotator.core.editing.written_forms import WrittenForm, written_forms
from annotator.core.errors import UserError
from annotator.core.model import Claim, Entity, Judgement, Span, spans_of
from annotator.core.text import paragraph_at
from annotator.services.archived_sources import ArchivedSources
from annotator.services.claims_list import EarlierClaim
from annotator.services.session import Session

from .review import ReviewMode


class OpenArticle(QObject):
    """One article as an analyst has it open."""

    article_opened = Signal(object)  # AnalystView, when another article is opened
    sheet_changed = Signal(object)  # AnalystView, after every change to the open article
    current_changed = Signal(str)  # id of the current annotation, or ""
    selection_cleared = Signal()  # the selection has become an annotation
    saved = Signal(object)  # Change, once it is on disk
    all_judged = Signal()  # the last suggestion that is shown was decided
    many_accepted = Signal(int, int)  # names and claims that one key has taken
    shown_changed = Signal()  # names, claims or both are shown from now on
    not_a_suggestion = Signal()  # somebody wants to reject what is their own
    link_asked = Signal()  # which source bears on the current claim is to be asked
    source_chosen = Signal(str)  # the source with this id is to be linked to the current claim
    source_shown = Signal(str)  # the source with this id is to be shown among the sources
    source_read = Signal(str)  # the file that was kept of the source with this id is to be shown
    keep_asked = Signal(list, str)  # files to keep (none: ask), for the source with this id or ""
    echoes_found = Signal(str)  # what was said before is known now of the claim with this id
    carry_asked = Signal(str)  # the evidence of this claim is wanted for the current one
    claim_wanted = Signal(str)  # the claim with this id, of any article, is to be shown
    many_judged = Signal(int)  # so many suggestions were accepted in one step
    nothing_to_label = Signal()  # a label was asked for, and nothing is there to get it

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.keeper = ArchivedSources(session)
        # who decides, while an article is under review
        self.review_mode = ReviewMode(session, self)
        self.analyst_view: AnalystView | None = None
        # by claim: where it was said before
        self.similar_claims: dict[str, tuple[EarlierClaim, ...]] = {}
        self.current_id = ""
        self._claim_before = ""  # current last: a click on a name leaves it meant
        self._stood: Markable | None = None  # the current one before its edges were moved
        self.own_changes: list[Change] = []  # of the open article, oldest first
        self._written: dict[str, WrittenForm] = {}  # by claim: the forms that somebody wrote
        self._confirmed: set[WrittenForm] = set()  # fit the words that the claim has, too
        self.selection: Span | None = None  # the window keeps this in step with the view
        self.is_at_hand = False  # what becomes current was made or altered where the analyst is
        self.caret = 0
        self.judging = Judging()
        self._is_caret_ahead = False  # the caret was moved since an annotation became current
        self._caret_at = ("", 0)  # the annotation whose end the caret went to, and that end
        self.last_label = ""
        self.sticky_label = ""  # held with Shift+R: every selection gets it until Esc

    # -- where we are ----------------------------------------------------------------------

    @property
    def current(self) -> Markable | None:
        return self.analyst_view.markable(self.current_id) if self.analyst_view else None

    @property
    def paragraph(self) -> Span:
        """The paragraph that is judged: of the current annotation, or of the caret if it moved last."""
        assert self.analyst_view is not None
        current = None if self._is_caret_ahead else self.current
        at = spans_of(current)[0].start if current is not None else self.caret
        return paragraph_at(self.analyst_view.article.text, at)

    def move_caret(self, position: int) -> None:
        """The analyst has moved the caret: going on counts from there."""
        self.caret = position
        self._is_caret_ahead = True

    def open(self, article_id: str) -> None:
        """Show an article, its first undecided suggestion current."""
        analyst_view = self.session.analyst_view(article_id)
        self.analyst_view = (
            self.session.analyst_view(article_id)
            if self.session.refine(article_id)
            else analyst_view
        )
        self.selection = None
        self.similar_claims = {}
        self.caret = 0
        self._is_caret_ahead = False
        self._caret_at = ("", 0)
        self.judging = replace(self.judging, passed=frozenset())
        self.current_id = self._claim_before = ""
        self._stood = None
        self._read_changes()
        self.article_opened.emit(self.analyst_view)
        first = next_of(self.judging.to_step(self.analyst_view), None)
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
        self._read_changes()
        self.sheet_changed.emit(self.analyst_view)
        self._point_at_hand(self._still(before))

    def point_at(self, id_: str, *, keep_caret: bool = False) -> None:
        """Make an annotation the current one; "" for none.

        The caret goes to its end, and follows when that moves. What becomes current is shown.
        """
        if id_ != self.current_id:
            self._stood = None
        self.current_id = id_
        current = self.current
        if isinstance(current, Claim):
            self._claim_before = id_
        if current is not None:
            self.judging = self.judging.back_at(id_)
            end = spans_of(current)[-1].end
            if (id_, end) != self._caret_at:
                self._caret_at = (id_, end)
                self._is_caret_ahead = False
                self.caret = self.caret if keep_caret else end
            if not self.judging.shown.lets_through(current):
                self.show_only(Shown.BOTH)
                return
        self.current_changed.emit(id_)

    def show_only(self, shown: Shown) -> None:
        """Show names, claims or both; what is current and hidden by that gives way to the next."""
        if shown == self.judging.shown:
            return
        self.judging = replace(self.judging, shown=shown)
        self.shown_changed.emit()
        current = self.current
        if current is not None and not shown.lets_through(current) and self.analyst_view:
            found = next_of(self.judging.to_step(self.analyst_view), current)
            self.point_at(found.id if found else "")
        else:
            self.point_at(self.current_id)

    def put_doubtful_first(self, *, first: bool) -> None:
        """Whether stepping goes through the doubtful suggestions before all others."""
        self.judging = replace(self.judging, doubtful_first=first)

    def step(self, *, backwards: bool = False, everything: bool = False) -> bool:
        """Go to the next undecided suggestion (or annotation) that is shown; False: there is none.

        It is the next after the current one, or after the caret where that was moved since.
        Stepping on over a suggestion leaves it open, also when the rest of its paragraph is taken.
        """
        if self.analyst_view is None:
            return False
        look = self.judging.all_shown if everything else self.judging.to_step
        among = look(self.analyst_view)
        here = self.current if backwards or everything else self._place
        if self._is_caret_ahead or here is None:
            found = next_from(among, self.caret, backwards=backwards)
        else:
            found = next_of(among, here, backwards=backwards)
            if found and not (everything or backwards) and self.analyst_view.is_suggestion(here.id):
                self.judging = self.judging.passing(here.id)
        if found is None:
            return False
        if self.selection is not None:
            self.selection = None
            self.selection_cleared.emit()
        self._caret_at = ("", 0)
        self.point_at(found.id)
        return True

    @property
    def _place(self) -> Markable | None:
        """Where one goes on from: the current annotation where it stood before its edges moved."""
        return self._stood or self.current

    # -- stand-alone forms ------------------------------------------------------------------

    def of_other_words(self, claim: Claim) -> WrittenForm | None:
        """The stand-alone form of an own claim, if somebody wrote it for other words than it has now."""
        written = self._written.get(claim.id)
        if written is None or written.form != claim.normalized_text:
            return None
        if written.spans == claim.spans:
            return None
        seen = WrittenForm(claim.normalized_text, claim.spans)
        return None if seen in self._confirmed else written

    def confirm_form(self, claim: Claim) -> None:
        """Somebody has looked at a form that was written for other words: it fits these, too."""
        if self.of_other_words(claim) is not None:
            self._confirmed.add(WrittenForm(claim.normalized_text, claim.spans))
            self.sheet_changed.emit(self.analyst_view)

    def _read_changes(self) -> None:
        assert self.analyst_view is not None
        article_id = self.analyst_view.article.id
        logged = self.session.store.changes(article_id=article_id, author=self.session.analyst)
        waiting = [each for each in self.session.waiting if each.article_id == article_id]
        self.own_changes = [change for _, change in logged] + waiting
        self._written = written_forms(self.own_changes, self.analyst_view.get)

    # -- history ---------------------------------------------------------------------------

    def undo(self) -> Change:
        return self._follow(self.session.undo())

    def redo(self) -> Change:
        return self._follow(self.session.redo())

    def take_back(self, decision: Sequence[Change]) -> Change:
        """Take one decision back, whatever was done since."""
        return self._follow(self.session.take_back(decision))

    def revert(self, to: int) -> None:
        """Bring the article back to how it was after change number *to*."""
        if self.analyst_view is not None:
            self._saved(self.session.revert(self.analyst_view.article.id, to=to))
            self._point_at_hand(self._still(self.current_id))

    def _follow(self, done: Change) -> Change:
        """Show where something was undone: its article, and what it touched, the first of many.

        What is current and among them stays so.
        """
        before = self.current_id
        self.saved.emit(done)
        if done.article_id and (
            not self.analyst_view or self.analyst_view.article.id != done.article_id
        ):
            self.open(done.article_id)
        else:
            self.reload()
        if self.analyst_view is not None:
            marks = [e.record for e in done.edits if isinstance(e.record, Entity | Claim)]
            # a copy that is gone again: the suggestion that it was made from
            shown = {
                mark.id: mark.id if self.analyst_view.markable(mark.id) else mark.derived_from or ""
                for mark in marks
            }
            stays = next((m for m in marks if before in (m.id, m.derived_from)), None)
            here = [m for id_ in shown.values() if (m := self.analyst_view.markable(id_))]
            first = shown[stays.id] if stays else next_of(here, None)
            self._point_at_hand(
                first if isinstance(first, str) else first.id if first else self._judged_in(done)
            )
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

    def save(self, wanted: Change) -> Change | None:
        """Save a change of the open article that a panel or dialog has made."""
        done = self._do(wanted)
        self._point_at_hand(self._still(self.current_id))
        return done

    def tell(self, done: Change | None) -> None:
        """Something of the whole project was saved (a source, say): show what follows from it."""
        if done is not None:
            self.saved.emit(done)
            self.reload()

    def _do(self, wanted: Change) -> Change | None:
        self._refuse_if_submitted()
        done = self.session.do(wanted)
        self._saved(done)
        return done

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
        self.own_changes.append(done)
        if any(isinstance(edit.record, Claim) for edit in done.edits):
            self._written = written_forms(self.own_changes, self.analyst_view.get)
        self.sheet_changed.emit(self.analyst_view)

    def _and_go_on(self, wanted: Change) -> None:
        """Do it, then point at the next undecided suggestion after where we are."""
        here = self._place
        self._do(wanted)
        assert self.analyst_view is not None
        self._go_to(next_of(self.judging.to_step(self.analyst_view), here))

    def _go_to(self, found: Markable | None) -> None:
        # with nothing left, nothing is current: a key too many must not hit what was accepted
        self.point_at(found.id if found else "")
        if found is None:
            self.all_judged.emit()

    def _settle(self, id_: str) -> None:
        self.selection = None
        self.selection_cleared.emit()
        self._point_at_hand(id_)

    def _point_at_hand(self, id_: str) -> None:
        """Make current what was made or altered where the analyst is: the page stays for it."""
        self.is_at_hand = True
        try:
            self.point_at(id_)
        finally:
            self.is_at_hand = False

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
