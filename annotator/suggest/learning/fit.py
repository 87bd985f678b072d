"""Refit the light parts of the suggestions from judged articles, and measure what that gains.

Every part is tried by cross-validation over articles: learnt from some, measured on others. A part
that gains nothing is left out, so that learning never makes suggestions worse behind one's back.
"""

from __future__ import annotations

import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence

import numpy as np
from msgspec.structs import replace

from annotator.core.learning.features import SIMPLE, FeatureExtractor, Features, speakers
from annotator.core.learning.learned_model import (
    DecisionMemory,
    FeatureWeights,
    Filter,
    LearnedModel,
    LearnedName,
    refine,
)
from annotator.core.learning.training_examples import (
    LearningOutcome,
    PartGain,
    SuggestionQuality,
    TrainingExample,
)
from annotator.core.metrics.evaluation import Evaluator
from annotator.core.model import Layer
from annotator.core.review.matching import same_claims, same_entities
from annotator.core.text import occurrences

from .logistic_regression import fit

FOLDS = 5
_SHARES = (0.0, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5)  # to tell what is not shown
_TWICE = 2  # a name has to be labelled that often to be known
_PURE = 0.8  # … and in so many of its places, under one label
_LEAST_NAME = 3  # characters
_LAYER = Layer(id="learnt", article_id="", author="machine:learnt", role="machine")
Progress = Callable[[float, str], None]


Figure = Callable[[SuggestionQuality], float]
_PARTS: dict[str, Figure] = {
    "names": lambda f: f.entities.f1 or 0.0,
    "entities": lambda f: f.entities.f1 or 0.0,
    "claims": lambda f: f.claims.f1 or 0.0,
    "worth": lambda f: f.worthiness.recall or 0.0,
}


def learn(
    lessons: Sequence[TrainingExample],
    *,
    traits: FeatureExtractor = SIMPLE,
    on_progress: Progress | None = None,
) -> LearningOutcome:
    """What the articles of *lessons* (two or more) teach, each part only if it gains."""
    began = time.perf_counter()
    tell = on_progress or (lambda _share, _what: None)
    trial = _Trial(lessons, traits)
    folds = trial.folds
    learned_model: list[LearnedModel] = []
    for number, (taught, _) in enumerate(folds):
        tell(0.8 * number / (len(folds) + 1), f"{number + 1}/{len(folds)}")
        learned_model.append(_teach(taught, traits))
    before = trial.measured([LearnedModel()] * len(folds))
    parts = []
    for name, figure in _PARTS.items():
        with_it = trial.measured([_only(each, [name]) for each in learned_model])
        was, would = figure(before), figure(with_it)
        parts.append(PartGain(name, round(was, 4), round(would, 4), would > was))
    kept = [part.name for part in parts if part.kept]
    after = trial.measured([_only(each, kept) for each in learned_model])
    if any(figure(after) < figure(before) for figure in _PARTS.values()):
        parts = [replace(part, kept=False) for part in parts]  # good apart, but not together
        kept, after = [], before
    tell(0.8, "")
    whole = _only(_teach(lessons, traits), kept)
    seconds = round(time.perf_counter() - began, 2)
    return LearningOutcome(len(lessons), len(folds), seconds, before, after, tuple(parts), whole)


def _only(learned_model: LearnedModel, parts: Sequence[str]) -> LearnedModel:
    """*learned_model* with some of its parts."""
    return LearnedModel(**{name: getattr(learned_model, name) for name in parts})


class _Trial:
    """Articles in folds: each is measured with what the other folds taught."""

    def __init__(self, lessons: Sequence[TrainingExample], traits: FeatureExtractor) -> None:
        count = min(FOLDS, len(lessons))
        self._traits = traits
        self.folds: list[tuple[list[TrainingExample], list[TrainingExample]]] = [
            (
                [each for at, each in enumerate(lessons) if at % count != fold],
                [each for at, each in enumerate(lessons) if at % count == fold],
            )
            for fold in range(count)
        ]

    def measured(self, learned_model: Sequence[LearnedModel]) -> SuggestionQuality:
        evaluator = Evaluator()
        for (_, held_out), each in zip(self.folds, learned_model, strict=True):
            for lesson in held_out:
                text = lesson.article.text
                made = refine(
                    text,
                    lesson.suggested,
                    each,
                    DecisionMemory(),
                    layer=_LAYER,
                    traits=self._traits,
                )
                evaluator.add(lesson.article, lesson.right, made)
        return SuggestionQuality.of(evaluator.result())


def _teach(lessons: Sequence[TrainingExample], traits: FeatureExtractor) -> LearnedModel:
    entities, entities_right = _examples_of_entities(lessons, traits)
    claims, claims_right, worth = _examples_of_claims(lessons, traits)
    missed = sum(len(lesson.right.entities) for lesson in lessons) - sum(entities_right)
    missed_claims = sum(len(lesson.right.claims) for lesson in lessons) - sum(claims_right)
    return LearnedModel(
        entities=_filter(entities, entities_right, missed),
        claims=_filter(claims, claims_right, missed_claims),
        worth=_worth(claims, worth),
        names=tuple(_names(lessons)),
    )


def _examples_of_entities(
    lessons: Sequence[TrainingExample], traits: FeatureExtractor
) -> tuple[list[Features], list[bool]]:
    examples: list[Features] = []
    right: list[bool] = []
    for lesson in lessons:
        pairs = same_entities(lesson.right.entities, lesson.suggested.entities)
        kept = {found for _, found in pairs}
        for number, entity in enumerate(lesson.suggested.entities):
            examples.append(traits.entity(lesson.article.text, entity))
            right.append(number in kept)
    return examples, right


def _examples_of_claims(
    lessons: Sequence[TrainingExample], traits: FeatureExtractor
) -> tuple[list[Features], list[bool], list[int | None]]:
    """Features of the claims suggested, whether they are right, and their check-worthiness if so."""
    examples: list[Features] = []
    right: list[bool] = []
    worth: list[int | None] = []
    for lesson in lessons:
        said = speakers(lesson.suggested)
        pairs = same_claims(lesson.right.claims, lesson.suggested.claims)
        gold = {found: lesson.right.claims[one] for one, found in pairs}
        for number, claim in enumerate(lesson.suggested.claims):
            examples.append(traits.claim(lesson.article.text, claim, said.get(claim.id)))
            right.append(number in gold)
            worth.append(gold[number].check_worthiness if number in gold else None)
    return examples, right, worth


def _filter(examples: list[Features], right: list[bool], missed: int) -> Filter | None:
    """Weights, and the chance below which leaving a suggestion out makes the best F1.

    That is chosen on chances for examples that the weights have not seen; *missed* is what is
    right and was not suggested.
    """
    if not examples:
        return None
    chances = np.zeros(len(examples))
    for part in range(3):
        held_out = [at for at in range(len(examples)) if at % 3 == part]
        others = [at for at in range(len(examples)) if at % 3 != part]
        if not others:
            return None
        weights = fit([examples[at] for at in others], [right[at] for at in others])
        for at in held_out:
            chances[at] = weights.chance(examples[at])
    outcome = np.array(right, dtype=bool)

    def f1(least: float) -> float:
        shown = chances >= least
        found = int((shown & outcome).sum())
        return 2 * found / max(1, int(shown.sum()) + int(outcome.sum()) + missed)

    best = max(_SHARES, key=lambda least: (f1(least), -least))
    return Filter(fit(examples, right), best)


def _worth(examples: list[Features], worth: list[int | None]) -> tuple[FeatureWeights, ...]:
    """Three curves: that it is worth 1 or more, 2 or more, 3."""
    known = [
        (each, value) for each, value in zip(examples, worth, strict=True) if value is not None
    ]
    if not known:
        return ()
    features = [each for each, _ in known]
    return tuple(fit(features, [value >= least for _, value in known]) for least in (1, 2, 3))


def _names(lessons: Sequence[TrainingExample]) -> Iterator[LearnedName]:
    """Words that were labelled at least `_TWICE`, nearly everywhere they stand, nearly always so."""
    labels: dict[str, Counter[str]] = defaultdict(Counter)
    for lesson in lessons:
        text = lesson.article.text
        for entity in lesson.right.entities:
            words = entity.span.of(text)
            if len(words) >= _LEAST_NAME and words[0].isalnum() and words[:1].isupper():
                labels[words][entity.label] += 1
    for words, counted in sorted(labels.items()):
        label, count = counted.most_common(1)[0]
        if count < _TWICE:
            continue
        places = sum(_open_places(lesson, words) for lesson in lessons)
        if count >= _PURE * max(places, counted.total()):
            chance = (count + 1) / (max(places, counted.total()) + 2)  # Laplace
            yield LearnedName(words, label, round(chance, 2))


def _open_places(lesson: TrainingExample, words: str) -> int:
    """How often *words* stand in the article other than inside a longer entity."""
    spans = [entity.span for entity in lesson.right.entities]
    return sum(
        not any(span.covers(place) and span != place for span in spans)
        for place in occurrences(lesson.article.text, words)
    )
