"""The window while colleagues' work is under review: what page and header then show."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from annotator.core.changes import Change
from annotator.core.highlight_layout import Highlight
from annotator.core.model import Span
from annotator.core.review.differences import Difference, Mark
from annotator.core.review.review import Review
from annotator.ui.view import ClaimCard

from ..article.header import Header
from ..article.inspector import Inspector
from ..article.label_bar import LabelBar
from ..article.side_by_side import LEAST_PX, Head, SideBySide
from ..article_list.panel import ArticleListPanel
from ..command_table.command import Mode, command
from ..modes.annotate import AnnotateMode
from ..modes.review import ReviewMode
from ..presenters.review import LETTERS, ReviewPresenter, who
from ..presenters.side_by_side import SidePresenter
from .surroundings import WindowServices

_ANYWHERE = Mode.ANNOTATE | Mode.REVIEW | Mode.CLAIMS


class ReviewWorkspace(QObject):
    """Shows the review in the place of the analyst's view."""

    def __init__(
        self,
        annotate_mode: AnnotateMode,
        around: WindowServices,
        *,
        sides: SideBySide,
        header: Header,
        label_bar: LabelBar,
        queue: ArticleListPanel,
        inspector: Inspector,
        tell: Callable[[str], None],
        share_width: Callable[[], None],
        show_article: Callable[[], None],
    ) -> None:
        """*tell* says what is current; *share_width* and *show_article* as the workspace does."""
        super().__init__(around.widget)
        self._annotate_mode = annotate_mode
        self._around = around
        self._sides = sides
        self._view = sides.views[0]
        self._header = header
        self._label_bar = label_bar
        self._queue = queue
        self._inspector = inspector
        self._tell = tell
        self._share_width = share_width
        self._show_article = show_article
        self._page: ReviewPresenter | None = None
        self._was_open = False
        self._pointed_at: Span | None = None  # the caret went to its end
        review_mode = self._review_mode
        review_mode.changed.connect(self._show)
        review_mode.current_changed.connect(self.point)
        review_mode.saved.connect(annotate_mode.saved)
        annotate_mode.saved.connect(self._hear)
        review_mode.all_decided.connect(self._say_all_is_decided)

    @property
    def _review_mode(self) -> ReviewMode:
        return self._annotate_mode.review_mode

    # -- actions ---------------------------------------------------------------------------

    @command("toggle_review", _ANYWHERE)
    def toggle_review(self) -> None:
        """Review the open article (or the first that can be), or leave the review."""
        self._show_article()
        analyst_view = self._annotate_mode.analyst_view
        if self._review_mode.is_on:
            self._review_mode.close()
        elif analyst_view is not None:
            self._review_mode.open(analyst_view.article.id)
        elif waiting := self._review_mode.reviews.to_review():
            self._annotate_mode.open(waiting[0])
            self._review_mode.open(waiting[0])
        else:
            self._around.say(self.tr("Nobody has submitted anything to review yet."))

    @command("toggle_sides", _ANYWHERE)
    def toggle_sides(self) -> None:
        """One article for each layer, or one for all; also the reviews to come are shown so."""
        beside = not self._around.settings.side_by_side
        self._around.settings.side_by_side = beside
        if self._review_mode.is_on:
            self._show()
            self.point()
        elif beside:
            self._around.say(self.tr("Reviews (F7) are shown side by side from now on."))
        else:
            self._around.say(self.tr("Reviews (F7) are shown in one from now on."))

    def follow(self, article_id: str) -> None:
        """Another article was opened: the review goes on there, or ends."""
        if not self._review_mode.is_on:
            return
        if self._review_mode.can_review(article_id):
            self._review_mode.open(article_id)
        else:
            self._review_mode.close()

    # -- showing ---------------------------------------------------------------------------

    def marks(self) -> tuple[list[Highlight], list[ClaimCard]]:
        """What the main view shows; those beside it are painted, too."""
        review = self._review_mode.review
        assert review is not None
        scheme, language = self._annotate_mode.session.scheme, self._around.language
        heads = self._heads(review)
        self._page = ReviewPresenter(review, scheme, language)
        pages: list[ReviewPresenter] = [self._page]
        if heads:
            pages = [SidePresenter(review, scheme, language, head.number) for head in heads]
        self._sides.show_heads(heads)
        for view, page in zip(self._sides.views[1:], pages[1:], strict=True):
            made = page.marks(), page.cards()
            if view.text == review.article.text:
                view.set_marks(*made)
            else:
                view.set_article(review.article.text, *made)
        return pages[0].marks(), pages[0].cards()

    def _heads(self, review: Review) -> list[Head]:
        """Whose layers stand side by side: the first three, if there is room; none for one view."""
        if not self._around.settings.side_by_side:
            return []
        heads = [Head(at, author) for at, author in enumerate(review.authors)]
        if len(heads) == 1:
            heads.append(Head(None, self.tr("decided")))
        return heads[: self._room()]

    def _room(self) -> int:
        """How many articles can stand side by side, the article list put away."""
        beside = self._inspector.width() if self._inspector.isVisible() else 0
        return 3 if self._around.widget.width() - beside >= 3 * LEAST_PX else 2

    def fit(self) -> None:
        """The window has another width: there may be room for more or fewer."""
        review = self._review_mode.review
        if review is not None and len(self._heads(review) or [0]) != len(self._sides.views):
            self._show()
            self.point()

    def _show(self) -> None:
        """The review begins, ends, or a decision was made."""
        analyst_view = self._annotate_mode.analyst_view
        if analyst_view is None:
            return
        review = self._review_mode.review
        if review is not None and review.article.id != analyst_view.article.id:
            return  # the article is about to be opened
        if self._review_mode.is_on != self._was_open:
            self._was_open = self._review_mode.is_on
            self._view.set_current(None)
            if self._review_mode.is_on:
                self._around.turn_to("review")
        if not self._review_mode.is_on:
            self._sides.show_one()
            self._share_width()
            self._view.set_pointed(None)
            self._annotate_mode.reload()  # what was decided may be feedback on it
        else:
            self._view.set_marks(*self.marks())
            self._share_width()
            self.show_header()
        self._label_bar.show_review(is_on=self._review_mode.is_on)
        self._queue.refresh_article(analyst_view.article.id)

    def show_header(self) -> None:
        review = self._review_mode.review
        assert review is not None
        names = "   ".join(f"{LETTERS[at]} {author}" for at, author in enumerate(review.authors))
        left = self.tr("%n difference(s) left", None, self._review_mode.left)
        said = "  ·  ".join((self.tr("Review"), names, left))
        self._header.show_review(review.article.title, said)

    def _hear(self, change: Change) -> None:
        """A decision may have been undone, or done again."""
        if change.undoes:
            self._review_mode.reload()

    def point(self) -> None:
        """Bring the current difference to sight, in every view."""
        difference = self._review_mode.current
        review = self._review_mode.review
        if review is None:
            return
        marks = self._current_in_views(difference)
        for view, mark in zip(self._sides.views, marks, strict=True):
            view.set_current(mark.id if mark else None)
            view.set_pointed(difference.span if difference and mark is None else None)
        if difference is None:
            return
        if difference.span is not None:
            self._view.reveal(difference.span)
            if self._pointed_at != difference.span:
                self._view.rest_caret(difference.span.end)
        self._pointed_at = difference.span
        said = self._described(difference)
        self._view.announce(said)
        self._tell(said)

    def _current_in_views(self, difference: Difference | None) -> list[Mark | None]:
        """What each view has of the current difference."""
        views = self._sides.views
        if difference is None:
            return [None] * len(views)
        standing = self._review_mode.standing
        result = standing.result if standing else None
        if len(views) == 1:
            decided = standing is not None and standing.state == "decided"
            return [(result if decided else None) or difference.present[0]]
        if len(difference.members) == 1:
            return [difference.members[0], result]
        return list(difference.members[: len(views)])

    def _described(self, difference: Difference) -> str:
        """One line for the status bar and the screen reader."""
        review = self._review_mode.review
        assert review is not None
        words = difference.span.of(review.article.text)[:60] if difference.span else ""
        number = review.differences.index(difference) + 1
        place = self.tr("difference {number} of {total}").format(
            number=number, total=len(review.differences)
        )
        return " · ".join(part for part in (place, who(difference), f"“{words}”") if part)

    def tooltip(self, id_: str) -> str:
        """Who has it, and what differs."""
        review = self._review_mode.review
        difference = review.difference_of(id_) if review else None
        if difference is None or self._page is None:
            return ""
        return "\n".join(part for part in (who(difference), self._page.fields(difference)) if part)

    def _say_all_is_decided(self) -> None:
        self._around.say(
            self.tr("Every difference of this article is decided. Ctrl+Enter approves the work.")
        )
