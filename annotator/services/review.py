"""Reviewing colleagues' work, with no window: what to review, what was decided, what to answer."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

import msgspec
from msgspec import Struct

from annotator.core import scheme as schemes
from annotator.core.annotated_article import AnnotatedArticle
from annotator.core.changes import Change, Edit, change
from annotator.core.errors import UserError
from annotator.core.model import Claim, Entity, Layer, Ruling, Setting, Status, spans_of, with_
from annotator.core.review import adjudication, feedback
from annotator.core.review.differences import Difference
from annotator.core.review.feedback import Feedback, Feedbacks
from annotator.core.review.review import (
    Review,
    ReviewProgress,
    may_see_others,
    reviewable,
    spot_check,
)
from annotator.store import Store
from annotator.store.sharing import sharing

from .session import Session

RULES = "review"


class NotYetSubmitted(UserError):
    """Colleagues' work on an article is not shown to somebody who is still working on it."""


class ReviewRules(Struct, frozen=True, kw_only=True):
    """How a project is reviewed; kept as the setting ``review``.

    *blind*: nobody sees colleagues' layers of an article before submitting the own one. *drafts*:
    layers that were not handed in can be reviewed, too. *spot_share* of what all agree on is left
    out when that is accepted at once, drawn with *seed*, to be looked at.
    """

    blind: bool = True
    drafts: bool = False
    spot_share: float = 0.05
    seed: int = 1


class AcceptedDifferences(Struct, frozen=True):
    """What came of accepting all that is unanimous: counts, and what was left for a look."""

    articles: int
    accepted: int
    left_for_a_look: int


class Reviews:
    """The reviews that the analyst of *session* makes or gets."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.store: Store = session.store
        self.reviewer = session.analyst

    # -- reading ---------------------------------------------------------------------------

    @property
    def rules(self) -> ReviewRules:
        setting = self.session.setting(RULES)
        return (
            msgspec.convert(setting.body, ReviewRules, strict=False) if setting else ReviewRules()
        )

    def rules_edits(self, rules: ReviewRules) -> list[Edit]:
        """What makes *rules* those of the project; nothing where they are."""
        if rules == self.rules:
            return []
        old = self.session.setting(RULES)
        body = msgspec.to_builtins(rules)
        return [Edit(old, with_(old, body=body) if old else Setting(id=RULES, body=body))]

    def set_rules(self, rules: ReviewRules) -> Change | None:
        return self.session.do(change("set_review", self.rules_edits(rules), by=self.reviewer))

    def review(self, article_id: str, authors: Collection[str] = ()) -> Review:
        """The layers of *authors* (all that were handed in) on an article, held together.

        Raises:
            NotYetSubmitted: the reviewer's own layer of the article is still a draft.
        """
        return self._review(self.session.annotated_article(article_id), authors, self._given())

    def _given(self) -> frozenset[str]:
        """The texts that the reviewer is to label, too."""
        return sharing.given_to(self.store, self.reviewer)

    def _review(
        self, annotated_article: AnnotatedArticle, authors: Collection[str], given: frozenset[str]
    ) -> Review:
        rules = self.rules
        is_given = annotated_article.article.sha256 in given
        if rules.blind and not may_see_others(annotated_article, self.reviewer, assigned=is_given):
            raise NotYetSubmitted(
                "You have not submitted your own work on “{title}” yet",
                hint="Submit it first: until then colleagues' work on it is not shown.",
                title=annotated_article.article.title,
            )
        return Review(
            annotated_article, reviewable(annotated_article, authors, drafts=rules.drafts)
        )

    def to_review(self) -> list[str]:
        """Ids of the articles with layers that people have handed in, in order of import."""
        return self.store.with_layers(drafts=self.rules.drafts)

    def progress(self, article_ids: Iterable[str] | None = None) -> dict[str, ReviewProgress]:
        """How far the review of each article is; those that may not be seen are left out."""
        ids = self.to_review() if article_ids is None else article_ids
        review_progress: dict[str, ReviewProgress] = {}
        given = self._given()
        for annotated_article in self.session.annotated_articles(ids):
            try:
                review_progress[annotated_article.article.id] = self._review(
                    annotated_article, (), given
                ).progress
            except NotYetSubmitted:
                continue
        return review_progress

    def spot_check(self, review: Review) -> list[Difference]:
        """The sample of unanimous differences that is looked at all the same."""
        rules = self.rules
        return spot_check(review.unanimous, share=rules.spot_share, seed=rules.seed)

    # -- deciding --------------------------------------------------------------------------

    def accept_unanimous(
        self,
        article_ids: Sequence[str] | None = None,
        *,
        authors: Collection[str] = (),
        sample: bool = True,
    ) -> AcceptedDifferences:
        """Accept what all say alike in many articles, as one logged act.

        With *sample*, the spot check is left to be decided one by one.
        """
        edits: list[Edit] = []
        articles = accepted = left = 0
        given = self._given()
        ids = self.to_review() if article_ids is None else article_ids
        for annotated_article in self.session.annotated_articles(ids):
            try:
                review = self._review(annotated_article, authors, given)
            except NotYetSubmitted:
                continue
            aside = [d.key for d in self.spot_check(review)] if sample else []
            wanted = [d for d in review.unanimous if d.key not in aside]
            edits += adjudication.accept_all(review, wanted, by=self.reviewer).edits
            articles += bool(wanted)
            accepted += len(wanted)
            left += len(aside)
        only = ids[0] if len(ids) == 1 else None
        self.session.do(change("accept_unanimous", edits, by=self.reviewer, article_id=only))
        return AcceptedDifferences(articles, accepted, left)

    def set_status(
        self, article_id: str, author: str, status: Status, *, comment: str = ""
    ) -> Change | None:
        """Approve a colleague's layer, or ask its author for changes."""
        annotated_article = self.session.annotated_article(article_id)
        layer = _layer_of(annotated_article, author)
        review = Review(annotated_article, ())
        return self.session.do(
            adjudication.set_status(review, layer, status, by=self.reviewer, comment=comment)
        )

    def keep_example(self, text: str, mark: Entity | Claim, *, why: str = "") -> Change | None:
        """Show a decided annotation of *text* in the help of its label, with *why*.

        Raises:
            SchemeFault: the scheme has no such label.
        """
        code = mark.label if isinstance(mark, Entity) else mark.kind
        example = schemes.as_example(text, spans_of(mark), why)
        changed = schemes.keep(self.session.scheme, code, example)
        return None if changed == self.session.scheme else self.session.set_scheme(changed)

    # -- what comes back -------------------------------------------------------------------

    def feedback(self, article_id: str) -> Feedbacks:
        """What was decided about the own work on an article."""
        return Feedbacks(self.session.annotated_article(article_id), self.reviewer)

    def answer(self, article_id: str, ruling: Ruling, comment: str) -> Change | None:
        """Say something back about a decision."""
        return self.session.do(
            feedback.answer(self.session.analyst_view(article_id), ruling, comment)
        )

    def adopt(self, article_id: str, wanted: Sequence[Feedback]) -> Change | None:
        """Make the own layer say what was decided."""
        found = self.feedback(article_id)
        if found.gold is None:
            return None
        return self.session.do(
            feedback.adopt(self.session.analyst_view(article_id), found.gold, wanted)
        )


def _layer_of(annotated_article: AnnotatedArticle, author: str) -> Layer:
    for contents in annotated_article.layers:
        if contents.layer.author == author:
            return contents.layer
    raise UserError(
        "{name} has no layer of “{title}”",
        hint="There are layers of {names}",
        name=author,
        title=annotated_article.article.title,
        names=", ".join(sorted(c.layer.author for c in annotated_article.layers)) or "nobody",
    )
