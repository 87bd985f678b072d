"""An article as a reviewer sees it: the layers under review, their differences, what was decided.

A decision is a `Ruling` in the gold layer, and stands as long as what it was about does. When a
member is edited, withdrawn or joined by another one afterwards, the decision is *stale*, unless
everybody now says what was decided. Nothing is recomputed over it: a reviewer decides again.
"""

from __future__ import annotations

import random
from collections.abc import Collection, Iterable, Sequence
from functools import cached_property
from typing import Literal, cast, get_args

from msgspec import UNSET, Struct

from ..annotated_article import AnnotatedArticle, LayerContents
from ..changes import seen
from ..model import Ruling
from .differences import Difference, Mark, claims_of, compare, says

State = Literal["open", "later", "decided", "stale"]
_MARKS = get_args(Mark)

GOLD = "gold"
REASONS = (
    "boundary",  # begins or ends at the wrong word
    "label",
    "not_named",  # not an entity of the scheme
    "not_checkable",  # nothing that a third party could confirm or refute
    "attribution",  # somebody else says it
    "attribute",
    "missed",
    "duplicate",
    "guideline",  # the guideline is unclear here
    "claim_rejected",  # what it hung on was not taken
)
"""Codes of why something was not taken; a comment says the rest."""


class DifferenceStatus(Struct, frozen=True):
    """How it stands with one difference: the ruling on it, and what that put into gold."""

    state: State
    ruling: Ruling | None = None
    result: Mark | None = None


class ReviewProgress(Struct, frozen=True):
    """How many differences there are, and in which state; *agreed* ones wait, too."""

    total: int
    decided: int
    stale: int
    agreed: int  # undecided, and everybody says the same


class Review:
    """*layers* of an article under review. Immutable: make it again after a change."""

    def __init__(
        self, annotated_article: AnnotatedArticle, layers: Sequence[LayerContents]
    ) -> None:
        self.article = annotated_article.article
        self.sources = annotated_article.sources
        self.layers = tuple(layers)
        self.gold: LayerContents | None = gold_of(annotated_article)

    @property
    def authors(self) -> tuple[str, ...]:
        return tuple(contents.layer.author for contents in self.layers)

    @cached_property
    def differences(self) -> tuple[Difference, ...]:
        """All of them in text order, agreed ones too."""
        return tuple(compare(self.layers, sources=self.sources))

    @cached_property
    def originals(self) -> dict[str, Mark]:
        """Every annotation under review by its id."""
        return {m.id: m for contents in self.layers for m in marks_of(contents)}

    @cached_property
    def in_gold(self) -> dict[str, Mark]:
        return {m.id: m for m in marks_of(self.gold)} if self.gold else {}

    @cached_property
    def _of_member(self) -> dict[str, Difference]:
        return {id_: difference for difference in self.differences for id_ in difference.ids}

    def difference_of(self, id_: str) -> Difference | None:
        """The difference that an annotation, under review or in gold, belongs to."""
        if id_ in self._of_member:
            return self._of_member[id_]
        members = next((r.members for r in self._rulings if r.result == id_), ())
        return next((self._of_member[m] for m in members if m in self._of_member), None)

    @cached_property
    def _rulings(self) -> list[Ruling]:
        """The newest first."""
        made = self.gold.rulings if self.gold else ()
        return sorted(made, key=lambda r: (r.at, r.id), reverse=True)

    @cached_property
    def _rulings_on(self) -> dict[str, list[Ruling]]:
        rulings: dict[str, list[Ruling]] = {}
        for ruling in self._rulings:
            for id_ in ruling.members:
                rulings.setdefault(id_, []).append(ruling)
        return rulings

    def rulings(self, difference: Difference) -> list[Ruling]:
        """What was decided of its members, the newest first; more than one where two became one."""
        found = {r.id: r for id_ in difference.ids for r in self._rulings_on.get(id_, ())}
        return sorted(found.values(), key=lambda r: (r.at, r.id), reverse=True)

    def standing(self, difference: Difference) -> DifferenceStatus:
        rulings = self.rulings(difference)
        if not rulings:
            return DifferenceStatus("open")
        ruling = rulings[0]
        result = self.in_gold.get(ruling.result or "")
        if (
            len(rulings) > 1
            or not _holds(ruling, difference, result)
            or self._has_lost_support(ruling, difference)
        ):
            return DifferenceStatus("stale", ruling, result)
        return DifferenceStatus("later" if ruling.outcome == "later" else "decided", ruling, result)

    def _has_lost_support(self, ruling: Ruling, difference: Difference) -> bool:
        """Whether somebody who said what was taken has withdrawn it since.

        Who said something else, or whose layer is not under review just now, is no loss. In
        rulings from before it was written down who agreed, everybody may have.
        """
        if ruling.outcome != "take" or set(ruling.members) <= difference.ids:
            return False
        if ruling.agreed is UNSET:
            return True
        said = dict(zip(self.authors, difference.members, strict=True))
        return any(author in said and said[author] is None for author in ruling.agreed)

    @cached_property
    def standings(self) -> dict[int, DifferenceStatus]:
        """By the number of the difference."""
        return {at: self.standing(each) for at, each in enumerate(self.differences)}

    @cached_property
    def undecided(self) -> tuple[Difference, ...]:
        """What waits for a decision, in text order: new, put off, or stale."""
        return tuple(
            each
            for at, each in enumerate(self.differences)
            if self.standings[at].state != "decided"
        )

    @cached_property
    def unanimous(self) -> tuple[Difference, ...]:
        """What nobody has decided and two or more people, all of them, say alike."""
        return tuple(
            each
            for at, each in enumerate(self.differences)
            if self.standings[at].state == "open" and each.is_agreed and len(self.layers) > 1
        )

    @cached_property
    def orphans(self) -> tuple[Mark, ...]:
        """What is in gold although all that it was decided from has been withdrawn since."""
        there = self.originals.keys()
        gone = {r.result for r in self._rulings if r.members and there.isdisjoint(r.members)}
        return tuple(mark for mark in self.in_gold.values() if mark.id in gone)

    @property
    def progress(self) -> ReviewProgress:
        states = [standing.state for standing in self.standings.values()]
        return ReviewProgress(
            total=len(states),
            decided=states.count("decided"),
            stale=states.count("stale") + len(self.orphans),
            agreed=len(self.unanimous),
        )


def _holds(ruling: Ruling, difference: Difference, result: Mark | None) -> bool:
    """Whether the members are those that were decided on, or say by now what was decided."""
    if result is None and ruling.outcome in ("take", "amend"):
        return False  # it was taken out of gold by other means
    then = dict(zip(ruling.members, ruling.seen, strict=False))
    decided = says(result) if result is not None else None
    same = [mark for mark in difference.present if says(mark) == decided]
    fresh = [mark for mark in difference.present if then.get(mark.id) == seen(mark)]
    if not all(mark in fresh or mark in same for mark in difference.present):
        return False
    # What was taken and then withdrawn holds only if somebody else still says it.
    return ruling.taken is None or ruling.taken in difference.ids or bool(same)


def marks_of(contents: LayerContents) -> list[Mark]:
    """What can be compared and decided in a layer."""
    return [cast(Mark, record) for record in contents.records() if isinstance(record, _MARKS)]


def gold_of(annotated_article: AnnotatedArticle) -> LayerContents | None:
    return next((c for c in annotated_article.layers if c.layer.role == "gold"), None)


def reviewable(
    annotated_article: AnnotatedArticle, authors: Collection[str] = (), *, drafts: bool = False
) -> list[LayerContents]:
    """The layers to review, by their authors' names: of people, and handed in unless *drafts*.

    Named *authors* are taken whatever they are (``machine`` is the newest machine layer).
    """
    machines = [c for c in annotated_article.layers if c.layer.role == "machine"]
    newest = max(machines, key=lambda c: (c.layer.created_at, c.layer.id), default=None)
    layer_contents: list[LayerContents] = []
    for contents in sorted(annotated_article.layers, key=lambda c: c.layer.author):
        layer = contents.layer
        if authors:
            named = layer.author in authors or (contents is newest and "machine" in authors)
            handed_in = layer.role != "analyst" or drafts or layer.status != "draft"
            if named and handed_in:
                layer_contents.append(contents)
        elif layer.role == "analyst" and (drafts or layer.status != "draft"):
            layer_contents.append(contents)
    return layer_contents


def may_see_others(
    annotated_article: AnnotatedArticle, analyst: str, *, assigned: bool = False
) -> bool:
    """Whether *analyst* has said all of their own: colleagues' work is shown only afterwards."""
    own = next((c.layer for c in annotated_article.layers if c.layer.author == analyst), None)
    if own is None:
        return not assigned
    return own.status != "draft"


def spot_check(differences: Iterable[Difference], *, share: float, seed: int) -> list[Difference]:
    """A sample of *differences* to look at although all agree: *share* of them, but at least one.

    Two people who follow the same wrong suggestion agree perfectly. The same seed draws the
    same sample, in whatever order they come.
    """
    ordered = sorted(differences, key=lambda each: min(each.ids))
    if not ordered or share <= 0:
        return []
    count = min(len(ordered), max(1, round(share * len(ordered))))
    chosen = random.Random(seed).sample(range(len(ordered)), count)
    return [ordered[at] for at in sorted(chosen)]


def hanging_on(review: Review, claim: Difference) -> list[Difference]:
    """Attributions, evidence and verdicts of nothing but this claim."""
    differences: dict[int, Difference] = {}
    for difference in review.differences:
        named = [claims_of(mark) for mark in difference.present]
        if all(claims and claim.ids.issuperset(claims) for claims in named):
            differences[id(difference)] = difference
    return list(differences.values())
