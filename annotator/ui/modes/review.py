"""The reviewer's hand: which difference between colleagues is current, and what the keys decide.

Every decision is a change of the gold layer.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, Signal

from annotator.core import text
from annotator.core.changes import Change
from annotator.core.errors import StaleEdit, UserError
from annotator.core.ids import new_id
from annotator.core.model import Claim, Entity, Span
from annotator.core.review import adjudication
from annotator.core.review.differences import Difference, Mark
from annotator.core.review.review import DifferenceStatus, Review
from annotator.services.review import NotYetSubmitted, Reviews
from annotator.services.session import Session


class ReviewMode(QObject):
    """One article under review, or none. Nobody's layer but gold is ever written to."""

    changed = Signal()  # another review, or the same one after a decision
    current_changed = Signal()
    saved = Signal(object)  # Change
    all_decided = Signal()
    kept = Signal()  # an example

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.reviews = Reviews(session)
        self.session = session
        self.review: Review | None = None
        self.authors: tuple[str, ...] = ()  # whose layers; all that are handed in if none is named
        self.selection: Span | None = None
        self.reason = ""  # given with the next decision
        self.comment = ""
        self._at = ""  # the current difference, by the id of one of its members
        self._version = (0, 0)  # of the project, when the review was read

    # -- where we are ----------------------------------------------------------------------

    @property
    def is_on(self) -> bool:
        return self.review is not None

    @property
    def _me(self) -> str:
        return self.session.analyst

    def can_review(self, article_id: str) -> bool:
        """Whether somebody has handed in work on the article, and this analyst may see it."""
        try:
            return bool(self.reviews.review(article_id, self.authors).layers)
        except NotYetSubmitted:
            return False

    def open(self, article_id: str) -> None:
        """Begin (or go on with) the review of an article.

        Raises:
            UserError: nobody has handed in, or the own layer is still a draft.
        """
        self.review = self._read(article_id)
        self._at = ""
        self.changed.emit()
        self._point(next(iter(self._open_ones()), None))

    def close(self) -> None:
        self.review, self._at = None, ""
        self.changed.emit()

    def _read(self, article_id: str) -> Review:
        version = self.session.store.version
        review = self.reviews.review(article_id, self.authors)
        if not review.layers:
            raise UserError(
                "Nobody has submitted work on this article",
                hint="Take in a colleague's work first, or review another article",
            )
        self._version = version
        return review

    def reload(self) -> None:
        """Read the article again: a decision was made or undone, or somebody else wrote.

        Raises:
            UserError: it may not be reviewed any more; then the review is over. One that went on
                as it was read before would decide on what is not there.
        """
        if self.review is None:
            return
        try:
            self.review = self._read(self.review.article.id)
        except UserError:
            self.close()
            raise
        self.changed.emit()
        self.current_changed.emit()

    @property
    def current(self) -> Difference | None:
        return self.review.difference_of(self._at) if self.review and self._at else None

    @property
    def standing(self) -> DifferenceStatus | None:
        """What was decided of the current difference."""
        return self.review.standing(self.current) if self.review and self.current else None

    def point_at(self, id_: str) -> None:
        """Make the difference current that an annotation belongs to."""
        if self.review is not None:
            self._point(self.review.difference_of(id_))

    def _point(self, difference: Difference | None) -> None:
        before = self._at
        self._at = difference.present[0].id if difference else ""
        if before != self._at:
            self.reason = self.comment = ""
        self.current_changed.emit()

    def _open_ones(self) -> list[Difference]:
        """What has to be looked at: undecided, and (but for a sample) not said alike by all."""
        if self.review is None:
            return []
        unanimous = {id(each) for each in self.unanimous}
        return [each for each in self.review.undecided if id(each) not in unanimous]

    @property
    def left(self) -> int:
        return len(self._open_ones())

    @property
    def unanimous(self) -> list[Difference]:
        """What can be accepted at once: all say it alike, and it is not in the spot check."""
        if self.review is None:
            return []
        sample = {id(each) for each in self.reviews.spot_check(self.review)}
        return [each for each in self.review.unanimous if id(each) not in sample]

    def next_undecided(self) -> None:
        self._step(self._open_ones(), backwards=False)

    def previous_undecided(self) -> None:
        self._step(self._open_ones(), backwards=True)

    def next_annotation(self) -> None:
        self._step(list(self._review().differences), backwards=False)

    def previous_annotation(self) -> None:
        self._step(list(self._review().differences), backwards=True)

    def _step(self, among: list[Difference], *, backwards: bool) -> None:
        """To the neighbour of where we are in the order of the article, round the end."""
        if not among:
            self.all_decided.emit()
            return
        order = {id(each): at for at, each in enumerate(self._review().differences)}
        here = order.get(id(self.current), -1) if self.current else -1
        places = sorted(order[id(each)] for each in among)
        if backwards:
            found = max((p for p in places if p < here), default=places[-1])
        else:
            found = min((p for p in places if p > here), default=places[0])
        self._point(self._review().differences[found])

    def _review(self) -> Review:
        if self.review is None:
            raise UserError("Nothing is under review")
        return self.review

    def _fresh(self) -> Review:
        """The review as it is now. Every decision is made on this, never on what was read before."""
        review = self._review()
        if self._version != self.session.store.version:
            self.reload()
            review = self._review()
        return review

    def _current(self) -> tuple[Review, Difference]:
        """The review as it is now, and the current difference.

        Raises:
            StaleEdit: it is not what was shown: somebody altered or decided it meanwhile.
        """
        shown, standing = self.current, self.standing
        review = self._fresh()
        if (self.current, self.standing) != (shown, standing):
            raise StaleEdit(
                "This has changed since it was shown",
                hint="It is shown again as it is now; make your edit once more if it is needed.",
            )
        if self.current is None:
            raise UserError("No difference is chosen", hint="Space goes to the next one")
        return review, self.current

    # -- deciding --------------------------------------------------------------------------

    def accept(self) -> None:
        """Side with A, the first layer."""
        self.side_with(0)

    def take_second(self) -> None:
        """Side with B, the second layer."""
        self.side_with(1)

    def take_third(self) -> None:
        self.side_with(2)

    def side_with(self, number: int) -> None:
        """What a layer says goes into gold; where it has nothing there, that is the decision."""
        review, difference = self._current()
        if number >= len(difference.members):
            raise UserError("There is no such layer in this review")
        member = difference.members[number]
        if member is None:
            self.reject()
        else:
            made = adjudication.take(review, difference, member, **self._why())
            self._and_go_on(made)

    def keep_example(self) -> None:
        """Show what was decided in the help of its label.

        Raises:
            UserError: nothing was decided yet, or it is neither an entity nor a claim.
        """
        standing = self.standing
        result = standing.result if standing else None
        if not isinstance(result, Entity | Claim) or standing is None or standing.ruling is None:
            raise UserError(
                "An example is an entity or a claim that was decided on",
                hint="Take one first, then keep it",
            )
        text, why = self._review().article.text, standing.ruling.comment
        done = self.reviews.keep_example(text, result, why=why)
        if done is not None:
            self.saved.emit(done)
            self.kept.emit()

    def reject(self) -> None:
        """Neither of them."""
        review, difference = self._current()
        self._and_go_on(adjudication.neither(review, difference, **self._why()))

    def toggle_unsure(self) -> None:
        """Later: it stays open, with a word about why."""
        review, difference = self._current()
        change = adjudication.later(review, difference, by=self._me, comment=self.comment)
        self._and_go_on(change)

    def accept_all(self) -> None:
        """Everything that all of them say alike, but for the spot check, as one step."""
        review = self._fresh()
        self._saved(adjudication.accept_all(review, self.unanimous, by=self._me))

    def label(self, code: str) -> None:
        """Mine instead: another label; on a selection, what nobody had marked."""
        if self.selection is not None:
            self._add(Entity(id=new_id(), layer_id="", span=self.selection, label=code))
            return
        member = self._member()
        if not isinstance(member, Entity):
            raise UserError("A label goes on an entity", hint="This difference is about a claim")
        self._amend(member, label=code)

    def claim(self) -> None:
        """A claim that nobody had marked: the selection."""
        if self.selection is None:
            raise UserError("Select the words of the claim first")
        self._add(Claim(id=new_id(), layer_id="", spans=(self.selection,)))

    def move_edge(self, edge: str, *, outwards: bool) -> None:
        """Mine instead: other words. ``start`` or ``end`` of what would be taken moves by a word."""
        member = self._member()
        body = self._review().article.text
        if isinstance(member, Entity):
            span = text.moved(body, member.span, edge=edge, outwards=outwards)
            self._amend(member, span=span)
        elif isinstance(member, Claim):
            spans = list(member.spans)
            at = 0 if edge == "start" else -1
            spans[at] = text.moved(body, spans[at], edge=edge, outwards=outwards)
            self._amend(member, spans=tuple(spans))

    def drag_edge(self, id_: str, new: Span) -> None:
        """Mine instead: an edge was dragged; *new* still shares the other one with what it was."""
        self.point_at(id_)
        member = self._review().originals.get(id_) or self._member()
        if isinstance(member, Entity):
            self._amend(member, span=new)
        elif isinstance(member, Claim):
            spans = tuple(
                new if span.start == new.start or span.end == new.end else span
                for span in member.spans
            )
            self._amend(member, spans=spans)

    def submit(self) -> None:
        """Approve the layers under review."""
        self._set_status("approved")

    def reopen(self) -> None:
        """Ask the authors of the layers under review for changes."""
        self._set_status("changes_requested")

    def _set_status(self, status: Any) -> None:
        for contents in self._fresh().layers:
            if contents.layer.role == "analyst":
                made = adjudication.set_status(
                    self._review(),
                    contents.layer,
                    status,
                    by=self._me,
                    comment=self.comment,
                )
                self._saved(made)

    # -- saving ----------------------------------------------------------------------------

    def _member(self) -> Mark:
        """What an own version starts from: what was decided, else what the first layer has."""
        standing = self.standing
        if standing is not None and standing.result is not None:
            return standing.result
        _, difference = self._current()
        return difference.present[0]

    def _amend(self, member: Mark, **fields: Any) -> None:
        review, difference = self._current()
        made = adjudication.amend(review, difference, member, **self._why(), **fields)
        self._saved(made)

    def _add(self, mark: Mark) -> None:
        made = adjudication.add(
            self._fresh(),
            mark,
            by=self._me,
            comment=self.comment,
        )
        self._saved(made)

    def _why(self) -> dict[str, str]:
        return {"by": self._me, "reason": self.reason, "comment": self.comment}

    def _and_go_on(self, wanted: Change) -> None:
        self._saved(wanted)
        if self.left:
            self.next_undecided()
        else:
            self.current_changed.emit()
            self.all_decided.emit()

    def _saved(self, wanted: Change) -> None:
        done = self.session.do(wanted)
        if done is not None:
            self.reason = self.comment = ""
            try:
                self.reload()
            finally:  # it is on the disk, whatever becomes of the review
                self.saved.emit(done)
