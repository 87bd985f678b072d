"""The bench while colleagues' work is under review: what the page, header and keys then mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from annotator.core.changes import Change
from annotator.core.compare import Difference, Mark
from annotator.core.errors import UserError
from annotator.core.review import Review
from annotator.core.strokes import Stroke
from annotator.ui.view import Card

from .referee import NOT_HERE, Referee
from .review_page import LETTERS, ReviewPage, who
from .side_page import SidePage
from .sides import LEAST_PX, Head

if TYPE_CHECKING:
    from .bench import Bench


class Reviewing(QObject):
    """Shows the referee's review in the place of the analyst's sheet."""

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench)
        self._bench = bench
        self._page: ReviewPage | None = None
        self._was_open = False
        referee = self._referee
        referee.changed.connect(self._show)
        referee.current_changed.connect(self.point)
        referee.saved.connect(bench.pen.saved)
        bench.pen.saved.connect(self._hear)
        referee.all_decided.connect(self._say_all_is_decided)

    @property
    def _referee(self) -> Referee:
        return self._bench.pen.referee

    # -- actions ---------------------------------------------------------------------------

    def hands(self, id_: str) -> tuple[object, ...]:
        """Who is asked first for an action: the referee, while something is under review."""
        if id_ in ("toggle_review", "toggle_sides"):
            return (self,)
        if not self._referee.is_on:
            if id_ in ("take_second", "take_third"):
                return (self,)
            return ()
        if id_ in NOT_HERE:
            raise UserError(
                "This belongs to labelling, not to a review",
                hint="Leave the review with Escape, or alter what was decided in its fields",
            )
        return (self._referee,)

    def toggle_review(self) -> None:
        """Review the open article (or the first that can be), or leave the review."""
        sheet = self._bench.pen.sheet
        if self._referee.is_on:
            self._referee.close()
        elif sheet is not None:
            self._referee.open(sheet.article.id)
        elif waiting := self._referee.reviews.to_review():
            self._bench.pen.open(waiting[0])
            self._referee.open(waiting[0])
        else:
            self._bench.informed.emit(self.tr("Nobody has submitted anything to review yet."))

    def toggle_sides(self) -> None:
        """One article for each layer, or one for all; also the reviews to come are shown so."""
        beside = not self._bench.settings.flag("side_by_side")
        self._bench.settings.set("side_by_side", beside)
        if self._referee.is_on:
            self._show()
            self.point()
        elif beside:
            self._bench.informed.emit(self.tr("Reviews (F7) are shown side by side from now on."))
        else:
            self._bench.informed.emit(self.tr("Reviews (F7) are shown in one from now on."))

    def take_second(self) -> None:
        self._bench.informed.emit(self.tr("B takes a colleague's version, in a review (F7)."))

    take_third = take_second

    def follow(self, article_id: str) -> None:
        """Another article was opened: the review goes on there, or ends."""
        if not self._referee.is_on:
            return
        if self._referee.can_review(article_id):
            self._referee.open(article_id)
        else:
            self._referee.close()

    # -- showing ---------------------------------------------------------------------------

    def marks(self) -> tuple[list[Stroke], list[Card]]:
        """What the main view shows; those beside it are painted, too."""
        review = self._referee.review
        assert review is not None
        scheme, language = self._bench.desk.scheme, self._bench.language
        heads = self._heads(review)
        self._page = ReviewPage(review, scheme, language)
        pages: list[ReviewPage] = [self._page]
        if heads:
            pages = [SidePage(review, scheme, language, head.number) for head in heads]
        self._bench.sides.show_heads(heads)
        for view, page in zip(self._bench.sides.views[1:], pages[1:], strict=True):
            made = page.marks(), page.cards()
            if view.text == review.article.text:
                view.set_marks(*made)
            else:
                view.set_article(review.article.text, *made)
        return pages[0].marks(), pages[0].cards()

    def _heads(self, review: Review) -> list[Head]:
        """Whose layers stand side by side: the first three, if there is room; none for one view."""
        if not self._bench.settings.flag("side_by_side"):
            return []
        made = [Head(at, author) for at, author in enumerate(review.authors)]
        if len(made) == 1:
            made.append(Head(None, self.tr("decided")))
        return made[: self._room()]

    def _room(self) -> int:
        """How many articles can stand side by side, the queue put away."""
        bench = self._bench
        beside = bench.inspector.width() if bench.inspector.isVisible() else 0
        return 3 if bench.width() - beside >= 3 * LEAST_PX else 2

    def fit(self) -> None:
        """The window has another width: there may be room for more or fewer."""
        review = self._referee.review
        if review is not None and len(self._heads(review) or [0]) != len(self._bench.sides.views):
            self._show()
            self.point()

    def _show(self) -> None:
        """The review begins, ends, or a decision was made."""
        bench, sheet = self._bench, self._bench.pen.sheet
        if sheet is None:
            return
        review = self._referee.review
        if review is not None and review.article.id != sheet.article.id:
            return  # the article is about to be opened
        if self._referee.is_on != self._was_open:
            self._was_open = self._referee.is_on
            bench.view.set_current(None)
            if self._referee.is_on:
                bench.show_inspector(True)
                bench.inspector.turn_to("review")
        if not self._referee.is_on:
            bench.sides.show_one()
            bench.share_width()
            bench.view.set_pointed(None)
            bench.pen.reload()  # what was decided may be feedback on it
        else:
            bench.view.set_marks(*self.marks())
            bench.share_width()
            self.show_header()
        bench.label_bar.show_review(is_on=self._referee.is_on)
        bench.queue.refresh_article(sheet.article.id)

    def show_header(self) -> None:
        review = self._referee.review
        assert review is not None
        names = "   ".join(f"{LETTERS[at]} {author}" for at, author in enumerate(review.authors))
        left = self.tr("%n difference(s) left", None, self._referee.left)
        said = "  ·  ".join((self.tr("Review"), names, left))
        self._bench.header.show_review(review.article.title, said)

    def _hear(self, change: Change) -> None:
        """A decision may have been undone, or done again."""
        if change.undoes:
            self._referee.reload()

    def point(self) -> None:
        """Bring the current difference to sight, in every view."""
        difference = self._referee.current
        bench, review = self._bench, self._referee.review
        if review is None:
            return
        shown = self._current_in_views(difference)
        for view, mark in zip(bench.sides.views, shown, strict=True):
            view.set_current(mark.id if mark else None)
            view.set_pointed(difference.span if difference and mark is None else None)
        if difference is None:
            return
        if difference.span is not None:
            bench.view.reveal(difference.span)
        said = self._described(difference)
        bench.view.announce(said)
        bench.told.emit(said)

    def _current_in_views(self, difference: Difference | None) -> list[Mark | None]:
        """What each view has of the current difference."""
        views = self._bench.sides.views
        if difference is None:
            return [None] * len(views)
        standing = self._referee.standing
        result = standing.result if standing else None
        if len(views) == 1:
            decided = standing is not None and standing.state == "decided"
            return [(result if decided else None) or difference.present[0]]
        if len(difference.members) == 1:
            return [difference.members[0], result]
        return list(difference.members[: len(views)])

    def _described(self, difference: Difference) -> str:
        """One line for the status bar and the screen reader."""
        review = self._referee.review
        assert review is not None
        words = difference.span.of(review.article.text)[:60] if difference.span else ""
        number = review.differences.index(difference) + 1
        place = self.tr("difference {number} of {total}").format(
            number=number, total=len(review.differences)
        )
        return " · ".join(part for part in (place, who(difference), f"“{words}”") if part)

    def tooltip(self, id_: str) -> str:
        """Who has it, and what differs."""
        review = self._referee.review
        difference = review.difference_of(id_) if review else None
        if difference is None or self._page is None:
            return ""
        return "\n".join(part for part in (who(difference), self._page.fields(difference)) if part)

    def _say_all_is_decided(self) -> None:
        self._bench.informed.emit(
            self.tr("Every difference of this article is decided. Ctrl+Enter approves the work.")
        )
