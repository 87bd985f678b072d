"""The review of colleagues' work: the difference in front, who says what, and what was decided."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from annotator.core.editing.analyst_view import AnalystView
from annotator.core.model import Claim, Entity
from annotator.core.review.differences import Difference
from annotator.core.review.review import REASONS, DifferenceStatus, Review

from ..command_table.key_hints import native
from ..modes.annotate import AnnotateMode
from ..widgets.dialog import button, line, make_default, rule
from ..widgets.flow_layout import FlowLayout
from .feedback import FeedbackList
from .panel import Panel
from .review_list import ReviewList
from .review_sides import SideVersion, reason_words, said_by


class ReviewPanel(Panel):
    """In review the differences; otherwise how to begin one."""

    name = "review"
    order = 40

    def __init__(self, annotate_mode: AnnotateMode, parent: QWidget | None = None) -> None:
        super().__init__(annotate_mode, parent)
        self._review_mode = annotate_mode.review_mode
        self._analyst_view: AnalystView | None = annotate_mode.analyst_view
        self._review_mode.changed.connect(self._show)
        self._review_mode.current_changed.connect(self._show)
        self._progress = line("", "heading", self)
        self._hint = line("", "muted", self)
        self.begin = button(self.tr("Review this article"), self._begin, self)
        make_default(self.begin)
        self._feedback = FeedbackList(self._review_mode.reviews, annotate_mode.session.scheme, self)
        self._feedback.adopted.connect(annotate_mode.reload)
        self._feedback.chosen.connect(annotate_mode.point_at)
        self._sides = QVBoxLayout()
        self._sides.setSpacing(8)
        self._decided = line("", "muted", self)
        self._reason = self._reasons()
        self._comment = QLineEdit(self)
        self._comment.setPlaceholderText(self.tr("A word for the others (optional)"))
        self._comment.setAccessibleName(self.tr("Comment on the decision"))
        self._comment.textEdited.connect(self._keep_comment)
        self._buttons = self._row()
        self._list = ReviewList(self)
        self._list.chosen.connect(self._review_mode.point_at)
        self._whole = self._last_row()
        self._lay_out()
        self._show()

    @classmethod
    def title(cls) -> str:
        return QCoreApplication.translate("ReviewPanel", "Review")

    def _reasons(self) -> QComboBox:
        box = QComboBox(self)
        box.addItem(self.tr("no reason given"), "")
        for code in REASONS:
            box.addItem(reason_words(code), code)
        box.setAccessibleName(self.tr("Reason"))
        box.activated.connect(self._keep_reason)
        return box

    def _row(self) -> QWidget:
        held = QWidget(self)
        row = FlowLayout(held, gap=8)
        self.neither = button(self.tr("Neither"), self._review_mode.reject, held)
        self.neither.setToolTip(native("reject"))
        self.later = button(self.tr("Later"), self._review_mode.toggle_unsure, held)
        self.later.setToolTip(native("toggle_unsure"))
        self.keep = button(self.tr("Keep as example"), self._keep_example, held)
        self.keep.setToolTip(self.tr("Show it in the help of its label (H)"))
        row.addWidget(self.neither)
        row.addWidget(self.later)
        row.addWidget(self.keep)
        return held

    def _last_row(self) -> QWidget:
        held = QWidget(self)
        row = QHBoxLayout(held)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.unanimous = button("", self._review_mode.accept_all, held)
        self.leave_review = button(self.tr("Leave the review"), self._review_mode.close, held)
        row.addWidget(self.unanimous)
        row.addStretch(1)
        row.addWidget(self.leave_review)
        return held

    def _lay_out(self) -> None:
        inner = QWidget(self)
        upper = QVBoxLayout(inner)
        upper.setContentsMargins(14, 10, 14, 8)
        upper.setSpacing(8)
        upper.addWidget(self._progress)
        upper.addWidget(self._hint)
        upper.addWidget(self.begin, 0, Qt.AlignmentFlag.AlignLeft)
        upper.addWidget(self._feedback)
        upper.addLayout(self._sides)
        upper.addWidget(self._decided)
        upper.addWidget(self._buttons)
        upper.addWidget(self._reason)
        upper.addWidget(self._comment)
        upper.addStretch(1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inner)
        below = QVBoxLayout()
        below.setContentsMargins(14, 8, 14, 10)
        below.addWidget(self._whole)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(area, 3)
        column.addWidget(rule(self))
        column.addWidget(self._list, 2)
        column.addLayout(below)

    # -- showing ---------------------------------------------------------------------------

    def show_sheet(self, analyst_view: AnalystView | None) -> None:
        self._analyst_view = analyst_view
        self._show()

    def _show(self) -> None:
        review = self._review_mode.review
        for widget in (self._buttons, self._reason, self._comment, self._list, self._whole):
            widget.setVisible(review is not None)
        self.begin.setVisible(review is None)
        self._clear_sides()
        self._decided.hide()
        self._feedback.setVisible(review is None)
        if review is None:
            self._say_how_to_begin()
            return
        self._show_progress(review)
        self._show_current(review)
        self._list.show_review(review, self._review_mode.current, self.annotate_mode.session.scheme)

    def _say_how_to_begin(self) -> None:
        analyst_view = self._analyst_view
        self._progress.setText(self.tr("No review is open"))
        count = self._feedback.show_sheet(analyst_view)
        can = analyst_view is not None and self._review_mode.can_review(analyst_view.article.id)
        self.begin.setEnabled(can)
        if count:
            self._progress.setText(
                self.tr("%n remark(s) from the review of your work", None, count)
            )
        self._hint.setVisible(can or not count)
        self._hint.setText(
            self.tr("Colleagues have handed in work on this article: compare it and decide.")
            if can
            else self.tr(
                "Nothing here to review: colleagues' work on this article shows up once they"
                " have submitted it and you have taken it in, and after you have submitted your own."
            )
        )

    def _show_progress(self, review: Review) -> None:
        progress, left = review.progress, self._review_mode.left
        parts = [
            self.tr("{decided} of {total} decided").format(
                decided=progress.decided, total=progress.total
            ),
            self.tr("%n difference(s) left", None, left),
        ]
        if progress.stale:
            parts.append(self.tr("%n changed since", None, progress.stale))
        self._progress.setText("  ·  ".join(parts))
        agreed = len(self._review_mode.unanimous)
        self.unanimous.setText(self.tr("Accept %n unanimous", None, agreed))
        self.unanimous.setEnabled(agreed > 0)

    def _show_current(self, review: Review) -> None:
        difference, standing = self._review_mode.current, self._review_mode.standing
        is_one = difference is not None and standing is not None
        for widget in (self._buttons, self._reason, self._comment):
            widget.setEnabled(is_one)
        self._hint.setVisible(not is_one)
        if difference is None or standing is None:
            self._hint.setText(
                self.tr("{key} goes to the next difference.").format(key=native("next_undecided"))
            )
            return
        scheme, language = self.annotate_mode.session.scheme, QLocale().name()
        for number, member in enumerate(difference.members):
            side = SideVersion(
                number,
                review.authors[number],
                said_by(review, difference, member, scheme, language),
                lambda at=number: self._review_mode.side_with(at),  # type: ignore[misc]
                is_taken=_is_taken(standing, difference, number),
                parent=self,
            )
            self._sides.addWidget(side)
        self._reason.setCurrentIndex(max(0, self._reason.findData(self._review_mode.reason)))
        if self._comment.text() != self._review_mode.comment:
            self._comment.setText(self._review_mode.comment)
        self._say_what_was_decided(standing)
        self.keep.setEnabled(isinstance(standing.result, Entity | Claim))
        self.keep.setText(self.tr("Keep as example"))

    def _say_what_was_decided(self, standing: DifferenceStatus) -> None:
        ruling = standing.ruling
        self._decided.setVisible(ruling is not None)
        if ruling is None:
            return
        said = {
            "take": self.tr("{who} took one of them"),
            "amend": self.tr("{who} put an own version"),
            "neither": self.tr("{who} took neither"),
            "later": self.tr("{who} put it off"),
        }[ruling.outcome].format(who=ruling.by)
        parts = [said]
        if ruling.reason:
            parts.append(reason_words(ruling.reason))
        if ruling.comment:
            parts.append(f"“{ruling.comment}”")
        if standing.state == "stale":
            parts.append(self.tr("the work has changed since: please decide again"))
        self._decided.setText(" · ".join(parts))

    def sides(self) -> list[list[str]]:
        """What each layer says of the current difference, line by line."""
        items = [self._sides.itemAt(at) for at in range(self._sides.count())]
        found = [item.widget() for item in items if item is not None]
        return [side.says for side in found if isinstance(side, SideVersion)]

    def _clear_sides(self) -> None:
        while (item := self._sides.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    # -- asking ----------------------------------------------------------------------------

    def _begin(self) -> None:
        if self._analyst_view is not None:
            self._review_mode.open(self._analyst_view.article.id)

    def _keep_example(self) -> None:
        self._review_mode.keep_example()
        self.keep.setText(self.tr("Kept"))
        self.keep.setEnabled(False)

    def _keep_reason(self) -> None:
        self._review_mode.reason = self._reason.currentData()

    def _keep_comment(self, words: str) -> None:
        self._review_mode.comment = words


def _is_taken(standing: DifferenceStatus, difference: Difference, number: int) -> bool:
    """Whether the decision was for what this layer says."""
    member = difference.members[number]
    if standing.state != "decided" or standing.ruling is None:
        return False
    if member is None:
        return standing.ruling.outcome == "neither"
    return standing.ruling.outcome == "take" and standing.ruling.taken == member.id
