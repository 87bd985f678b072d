"""What of an article is judged, in which order, and how much one key takes.

A value that the window keeps beside the article: which kinds of annotations are shown, whether
doubtful suggestions come first, and which ones the analyst has stepped over in this visit.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import Enum

from msgspec import Struct
from msgspec.structs import replace

from ..model import Claim, Entity, Span, is_doubtful
from .analyst_view import AnalystView, Markable, reading_order


class Shown(Enum):
    """Which annotations of the article are drawn, stepped through and taken by a key."""

    BOTH = "both"
    NAMES = "names"
    CLAIMS = "claims"

    def lets_through(self, annotation: Markable) -> bool:
        return self == Shown.BOTH or (self == Shown.CLAIMS) == isinstance(annotation, Claim)

    @property
    def after(self) -> Shown:
        """The next one, round."""
        turn = tuple(Shown)
        return turn[(turn.index(self) + 1) % len(turn)]


class Judging(Struct, frozen=True):
    """How an analyst goes through the suggestions of an article."""

    shown: Shown = Shown.BOTH
    doubtful_first: bool = False
    passed: frozenset[str] = frozenset()  # stepped over without a decision; they stay open

    def waiting(self, analyst_view: AnalystView) -> Sequence[Markable]:
        """The suggestions that are shown, in text order."""
        if self.shown == Shown.NAMES:
            return analyst_view.suggested_entities
        if self.shown == Shown.CLAIMS:
            return analyst_view.suggested_claims
        return analyst_view.suggestions

    def count(self, analyst_view: AnalystView) -> tuple[int, int]:
        """How many names and how many claims of those that are shown wait for a decision."""
        names, claims = len(analyst_view.suggested_entities), len(analyst_view.suggested_claims)
        return names * (self.shown != Shown.CLAIMS), claims * (self.shown != Shown.NAMES)

    def to_step(self, analyst_view: AnalystView) -> Sequence[Markable]:
        """What the next one is looked for among: as long as there are any, the doubtful ones."""
        waiting = self.waiting(analyst_view)
        if not self.doubtful_first:
            return waiting
        return [each for each in waiting if is_doubtful(each)] or waiting

    def all_shown(self, analyst_view: AnalystView) -> Sequence[Markable]:
        """Own and suggested annotations that are shown, in text order."""
        if self.shown == Shown.BOTH:
            return analyst_view.in_order
        return [each for each in analyst_view.in_order if self.shown.lets_through(each)]

    def alike(self, analyst_view: AnalystView, id_: str) -> tuple[Markable, ...]:
        """What accepting one suggestion accepts: a name wherever it says the same, a claim alone."""
        found = analyst_view.markable(id_)
        if found is None or not analyst_view.is_suggestion(id_):
            return ()
        return analyst_view.alike(id_) if isinstance(found, Entity) else (found,)

    def rest_of(self, analyst_view: AnalystView, paragraph: Span) -> tuple[Markable, ...]:
        """What is shown and open in a paragraph, but for what was stepped over."""
        return tuple(
            each
            for each in analyst_view.suggested_in(paragraph)
            if each.id not in self.passed and self.shown.lets_through(each)
        )

    def passing(self, id_: str) -> Judging:
        return replace(self, passed=self.passed | {id_})

    def back_at(self, id_: str) -> Judging:
        """The same, with *id_* no longer stepped over."""
        return replace(self, passed=self.passed - {id_}) if id_ in self.passed else self


def next_from(
    annotations: Iterable[Markable], at: int, *, backwards: bool = False
) -> Markable | None:
    """The annotation that begins next after a place in the text (before it), round the end."""
    ordered = sorted(annotations, key=reading_order, reverse=backwards)
    for each in ordered:
        begin = reading_order(each)[0]
        if begin < at if backwards else begin >= at:
            return each
    return ordered[0] if ordered else None


def counted(annotations: Iterable[Markable]) -> tuple[int, int]:
    """How many names, how many claims."""
    kinds = [isinstance(each, Claim) for each in annotations]
    return kinds.count(False), kinds.count(True)
