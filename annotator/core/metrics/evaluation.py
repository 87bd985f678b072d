"""How right one layer is by another: precision, recall and F1 of entities, claims, attributions.

The *gold* layer is believed, the *found* one is measured. Pure: an `Evaluator` takes articles one
by one in flat memory and answers with an `Evaluation`.
"""

from __future__ import annotations

import heapq
import re
from collections import Counter
from collections.abc import Iterable, Sequence

from msgspec import Struct

from ..annotated_article import LayerContents
from ..model import Article, Attribution, Claim, Entity, Span
from ..review.matching import (
    NOTHING,
    confusion,
    overlap,
    overlapping_entities,
    pair,
    same_claims,
    same_entities,
)

WORTHY = 2  # from this check-worthiness on a claim is one to check (CheckThat!: "yes")
_WORST = 10  # articles
_TOKEN = re.compile(r"\w+|[^\w\s]")


class Score(Struct, frozen=True):
    """How many there are in the gold layer, how many were found, and how many of them are right."""

    gold: int = 0
    found: int = 0
    right: int = 0

    def __add__(self, other: Score) -> Score:
        return Score(self.gold + other.gold, self.found + other.found, self.right + other.right)

    @property
    def precision(self) -> float | None:
        """Share of what was found that is right; None where nothing was found."""
        return self.right / self.found if self.found else None

    @property
    def recall(self) -> float | None:
        """Share of the gold that was found; None where there is no gold."""
        return self.right / self.gold if self.gold else None

    @property
    def f1(self) -> float | None:
        """Harmonic mean of precision and recall; None where there is nothing on either side."""
        whole = self.gold + self.found
        return 2 * self.right / whole if whole else None


class Scores(Struct, frozen=True):
    """Scores by label and over all of them."""

    by_label: dict[str, Score] = {}

    @property
    def micro(self) -> Score:
        """All annotations together, whatever their label."""
        return sum(self.by_label.values(), Score())

    @property
    def macro_f1(self) -> float | None:
        """The mean F1 of the labels that the gold has, however rare each is."""
        known = [s.f1 for s in self.by_label.values() if s.gold and s.f1 is not None]
        return sum(known) / len(known) if known else None


class WorstArticle(Struct, frozen=True):
    """An article with many mistakes: what is missing plus what is too much."""

    article_id: str
    title: str
    mistakes: int
    entities: Score
    claims: Score


class Evaluation(Struct, frozen=True, kw_only=True):
    """All that was measured over some articles."""

    articles: int = 0
    exact: Scores = Scores()  # same span, same label
    overlapping: Scores = Scores()  # same label, at least a character shared
    tokens: Scores = Scores()  # NERMuD: one decision a token, B- and I- alike
    confusion: dict[str, dict[str, int]] = {}  # gold label → found label → how often
    claims: Score = Score()  # intersection over union 0.5 or more
    claims_exact: Score = Score()
    kinds: Score = Score()  # among claims that match: is the kind the same
    worthiness: Score = Score()  # … and the check-worthiness, 0 to 3
    check_worthy: Score = Score()  # claims to check (2 or 3) that were found as such
    cues: Score = Score()  # attributions whose cue shares words with a gold one's
    sources: Score = Score()  # … among those, the source shares words
    sources_exact: Score = Score()  # … or is the same
    worst: tuple[WorstArticle, ...] = ()


class Evaluator:
    """Adds up articles."""

    def __init__(self) -> None:
        self._articles = 0
        self._exact: Counter[tuple[str, int]] = Counter()
        self._overlapping: Counter[tuple[str, int]] = Counter()
        self._tokens: Counter[tuple[str, int]] = Counter()
        self._confusion: Counter[tuple[str, str]] = Counter()
        self._rest: dict[str, Score] = {}
        self._worst: list[tuple[int, int, WorstArticle]] = []

    def add(self, article: Article, gold: LayerContents, found: LayerContents) -> None:
        """Count one article."""
        self._articles += 1
        right = same_entities(gold.entities, found.entities)
        entities = Score(len(gold.entities), len(found.entities), len(right))
        _count(self._exact, gold.entities, found.entities, right)
        near = overlapping_entities(gold.entities, found.entities)
        _count(self._overlapping, gold.entities, found.entities, near)
        self._confusion.update(confusion(gold.entities, found.entities))
        self._count_tokens(article.text, gold.entities, found.entities)
        claims = self._count_claims(gold.claims, found.claims)
        self._count_attributions(gold.attributions, found.attributions)
        self._remember(WorstArticle(article.id, article.title, 0, entities, claims))

    def _count_tokens(self, text: str, gold: Sequence[Entity], found: Sequence[Entity]) -> None:
        for wanted, made in zip(token_labels(text, gold), token_labels(text, found), strict=True):
            if wanted:
                self._tokens[wanted, 0] += 1
            if made:
                self._tokens[made, 1] += 1
            if made and wanted == made:
                self._tokens[made, 2] += 1

    def _count_claims(self, gold: Sequence[Claim], found: Sequence[Claim]) -> Score:
        pairs = same_claims(gold, found)
        same = [(gold[one], found[other]) for one, other in pairs]
        claims = self._add("claims", Score(len(gold), len(found), len(pairs)))
        exact = sum(a.spans == b.spans for a, b in same)
        self._add("claims_exact", Score(len(gold), len(found), exact))
        kinds = sum(a.kind == b.kind for a, b in same)
        self._add("kinds", Score(len(same), len(same), kinds))
        worth = sum(a.check_worthiness == b.check_worthiness for a, b in same)
        self._add("worthiness", Score(len(same), len(same), worth))
        both = sum(_is_worthy(a) and _is_worthy(b) for a, b in same)
        self._add(
            "check_worthy", Score(sum(map(_is_worthy, gold)), sum(map(_is_worthy, found)), both)
        )
        return claims

    def _count_attributions(
        self, gold: Sequence[Attribution], found: Sequence[Attribution]
    ) -> None:
        """By their cues; the sources are looked at where the cue was found."""
        with_cue = [a for a in gold if a.cue_spans], [a for a in found if a.cue_spans]
        pairs = pair(*with_cue, spans=_cue, closeness=_same_cue, least=1e-9)
        self._add("cues", Score(len(with_cue[0]), len(with_cue[1]), len(pairs)))
        same = [
            (with_cue[0][one].source_spans, with_cue[1][two].source_spans) for one, two in pairs
        ]
        asked = Score(sum(bool(a) for a, _ in same), sum(bool(b) for _, b in same))
        touch = sum(overlap(a, b) > 0 for a, b in same)
        exact = sum(bool(a) and a == b for a, b in same)
        self._add("sources", Score(asked.gold, asked.found, touch))
        self._add("sources_exact", Score(asked.gold, asked.found, exact))

    def _add(self, name: str, score: Score) -> Score:
        self._rest[name] = self._rest.get(name, Score()) + score
        return score

    def _remember(self, article: WorstArticle) -> None:
        scores = (article.entities, article.claims)
        mistakes = sum(s.gold + s.found - 2 * s.right for s in scores)
        if not mistakes:
            return
        worst_article = WorstArticle(
            article.article_id, article.title, mistakes, article.entities, article.claims
        )
        heapq.heappush(self._worst, (mistakes, -self._articles, worst_article))
        if len(self._worst) > _WORST:
            heapq.heappop(self._worst)

    def result(self) -> Evaluation:
        by_gold: dict[str, dict[str, int]] = {}
        for (wanted, made), count in sorted(self._confusion.items()):
            by_gold.setdefault(wanted, {})[made] = count
        return Evaluation(
            articles=self._articles,
            exact=_scores(self._exact),
            overlapping=_scores(self._overlapping),
            tokens=_scores(self._tokens),
            confusion=by_gold,
            worst=tuple(each for *_, each in sorted(self._worst, reverse=True)),
            **self._rest,
        )


def evaluate(
    triples: Iterable[tuple[Article, LayerContents, LayerContents]],
) -> Evaluation:
    """Measure the last of each triple (article, gold, found) by the second."""
    evaluator = Evaluator()
    for article, gold, found in triples:
        evaluator.add(article, gold, found)
    return evaluator.result()


def token_labels(text: str, entities: Iterable[Entity]) -> list[str]:
    """The label of each word and sign of *text*, or ``""``; of nested entities the outer one's.

    A token belongs to an entity if it begins inside of it.
    """
    starts = [match.start() for match in _TOKEN.finditer(text)]
    labels = [NOTHING] * len(starts)
    at = until = 0
    for entity in sorted(entities, key=lambda e: (e.span.start, -e.span.end)):
        if entity.span.start < until:
            continue
        until = entity.span.end
        while at < len(starts) and starts[at] < entity.span.start:
            at += 1
        while at < len(starts) and starts[at] < until:
            labels[at] = entity.label
            at += 1
    return labels


def _is_worthy(claim: Claim) -> bool:
    return claim.check_worthiness >= WORTHY


def _cue(attribution: Attribution) -> tuple[Span, ...]:
    return attribution.cue_spans


def _same_cue(one: Attribution, other: Attribution) -> float:
    return overlap(one.cue_spans, other.cue_spans)


def _count(
    into: Counter[tuple[str, int]],
    gold: Sequence[Entity],
    found: Sequence[Entity],
    right: Sequence[tuple[int, int]],
) -> None:
    into.update((each.label, 0) for each in gold)
    into.update((each.label, 1) for each in found)
    into.update((gold[one].label, 2) for one, _ in right)


def _scores(counted: Counter[tuple[str, int]]) -> Scores:
    labels = sorted({label for label, _ in counted})
    return Scores({label: Score(*(counted[label, i] for i in range(3))) for label in labels})
