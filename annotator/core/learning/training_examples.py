"""Judged articles as lessons, and what came of learning from them: values."""

from __future__ import annotations

from msgspec import Struct

from ..annotated_article import LayerContents
from ..metrics.evaluation import Evaluation, Score
from ..model import Article
from .learned_model import LearnedModel


class TrainingExample(Struct, frozen=True):
    """An article with what the machine suggested (as far as it was judged), and what is right."""

    article: Article
    suggested: LayerContents
    right: LayerContents


class SuggestionQuality(Struct, frozen=True):
    """How right the suggestions are, over articles that they were not learnt from."""

    entities: Score
    claims: Score
    worthiness: Score  # claims found with the right check-worthiness
    mistakes: float  # an article: what to add, take away, or set right

    @classmethod
    def of(cls, found: Evaluation) -> SuggestionQuality:
        entities, claims, worth = found.exact.micro, found.claims, found.worthiness
        wrong = sum(s.gold + s.found - 2 * s.right for s in (entities, claims))
        wrong += worth.gold - worth.right
        return cls(entities, claims, worth, round(wrong / max(1, found.articles), 2))


class PartGain(Struct, frozen=True):
    """One part by itself: its figure (F1, or the share that is right) without it and with it."""

    name: str
    before: float
    after: float
    kept: bool


class LearningOutcome(Struct, frozen=True):
    """What was learnt, and what it gains; nothing is in use before somebody says so."""

    articles: int
    folds: int
    seconds: float
    before: SuggestionQuality
    after: SuggestionQuality
    parts: tuple[PartGain, ...]
    learned_model: LearnedModel

    @property
    def gains(self) -> bool:
        """Whether there is anything to use."""
        return any(part.kept for part in self.parts)
