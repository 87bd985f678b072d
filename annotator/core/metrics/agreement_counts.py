"""What layers of the same articles have in common, counted article by article.

Two layers are matched as `evaluation` matches them, pair by pair. Of κ and α the characters of an
article are counted (most of which are nobody's, which flatters them). Attributes, and who says it,
are compared where both marked the same claim.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import combinations, pairwise, permutations
from typing import TypeAlias

from msgspec import Struct

from ..annotated_article import LayerContents
from ..model import Article, Attribution, Claim, Entity, Evidence, Source, Span, Verdict
from ..review.differences import Difference, compare
from ..review.matching import NOTHING, confusion, overlap, overlapping_entities, pair, same_claims
from .coefficients import f1

_NOWHERE = (Span(0, 1),)

Counts: TypeAlias = Sequence[int]  # right, one's, the other's
Place: TypeAlias = tuple[str, str]
Labelled: TypeAlias = tuple[int, int, str]
Units: TypeAlias = tuple[list[str], list[list[Labelled]], int]


class ArticleAgreement(Struct, frozen=True):
    """One article: F1 of entities (exact) over all pairs, and of claims."""

    id: str
    title: str
    exact: float | None
    claims: float | None
    differences: int


class AgreementCounts:
    """Counts of articles, each with the layers of two annotators or more.

    *units* are, of each article, its annotators, the outermost entities of each of them and the
    number of its characters.
    """

    def __init__(self) -> None:
        self.authors: set[str] = set()
        self.articles: list[ArticleAgreement] = []
        self.pairs: dict[Place, PairRows] = {}
        self.rows = Rows()
        self.coincidences: list[dict[Place, float]] = []
        self.units: list[Units] = []
        self.labels: dict[str, list[Counts]] = {}
        self.months: dict[str, list[Counts]] = {}
        self.attributes: dict[str, list[Counter[Place]]] = {}
        self.confusion: Counter[Place] = Counter()

    @property
    def unit_length(self) -> float:
        """How many characters an annotator's entity has, on average: they agree or disagree as one."""
        sizes = [s[1] - s[0] for _, sections, _ in self.units for each in sections for s in each]
        return sum(sizes) / len(sizes) if sizes else 1.0

    def add(
        self, article: Article, layers: Sequence[LayerContents], sources: Iterable[Source] = ()
    ) -> None:
        """Count an article; with fewer than two layers there is nothing to count.

        *sources* tells which sources of two projects are one document.
        """
        if len(layers) < 2:
            return
        layers = sorted(layers, key=lambda contents: contents.layer.author)
        self.authors |= {contents.layer.author for contents in layers}
        differences = compare(layers, sources=sources)
        sections = [outermost(contents.entities) for contents in layers]
        characters = _characters(sections, len(article.text))
        whole = _Sums()
        attributes: dict[str, Counter[Place]] = {}
        for i, j in combinations(range(len(layers)), 2):
            sums = _Sums()
            _of_claims(sums.count(layers[i], layers[j]), attributes)
            for difference in differences:
                _of_checks(difference, i, j, attributes)
            names = (layers[i].layer.author, layers[j].layer.author)
            self.pairs.setdefault(names, PairRows()).add(sums, _of_pair(characters, i, j))
            whole.add(sums)
        for label, counts in whole.by_label.items():
            self.labels.setdefault(label, []).append(counts)
        self.rows.add(whole)
        self.confusion.update(whole.confusion)
        for name, table in attributes.items():
            self.attributes.setdefault(name, []).append(table)
        self.coincidences.append(_coincidences(characters))
        self.units.append(([c.layer.author for c in layers], sections, len(article.text)))
        month = max(contents.layer.created_at for contents in layers)[:7]
        self.months.setdefault(month, []).append(whole.exact)
        self.articles.append(
            ArticleAgreement(
                article.id,
                article.title,
                f1(whole.exact),
                f1(whole.claims),
                sum(1 for difference in differences if difference.how),
            )
        )


class _Sums:
    """What two layers (or all pairs of an article) have in common: right, one's, the other's."""

    def __init__(self) -> None:
        self.exact = [0, 0, 0]
        self.overlapping = [0, 0, 0]
        self.blind = [0, 0, 0]
        self.claims = [0, 0, 0]
        self.speakers = [0, 0, 0]
        self.by_label: dict[str, list[int]] = {}
        self.confusion: Counter[Place] = Counter()

    def count(self, one: LayerContents, other: LayerContents) -> list[tuple[Claim, Claim]]:
        """Match two layers, as `evaluation` does; returns the claims that are the same."""
        self._count_entities(one.entities, other.entities)
        same = [(one.claims[a], other.claims[b]) for a, b in same_claims(one.claims, other.claims)]
        self.claims = [len(same), len(one.claims), len(other.claims)]
        said = _by_claim(one.attributions), _by_claim(other.attributions)
        for a, b in same:
            counts = _same_speakers(said[0].get(a.id, ()), said[1].get(b.id, ()))
            self.speakers = [x + y for x, y in zip(self.speakers, counts, strict=True)]
        return same

    def _count_entities(self, one: Sequence[Entity], other: Sequence[Entity]) -> None:
        marked = [Counter((e.span, e.label) for e in each) for each in (one, other)]
        places = [Counter(e.span for e in each) for each in (one, other)]
        right = marked[0] & marked[1]
        self.exact = [right.total(), len(one), len(other)]
        self.blind = [(places[0] & places[1]).total(), len(one), len(other)]
        self.overlapping = [len(overlapping_entities(one, other)), len(one), len(other)]
        for at, labels in enumerate([right.elements(), marked[0].elements(), marked[1].elements()]):
            for _, label in labels:
                self.by_label.setdefault(label, [0, 0, 0])[at] += 1
        self.confusion = confusion(one, other)

    def add(self, other: _Sums) -> None:
        for mine, more in (
            (self.exact, other.exact),
            (self.overlapping, other.overlapping),
            (self.blind, other.blind),
            (self.claims, other.claims),
            (self.speakers, other.speakers),
            *((self.by_label.setdefault(k, [0, 0, 0]), v) for k, v in other.by_label.items()),
        ):
            for at in range(3):
                mine[at] += more[at]
        self.confusion.update(other.confusion)


def _by_claim(attributions: Iterable[Attribution]) -> dict[str, list[Attribution]]:
    said: dict[str, list[Attribution]] = {}
    for each in attributions:
        for claim in each.claims:
            said.setdefault(claim, []).append(each)
    return said


def _same_speakers(one: Sequence[Attribution], other: Sequence[Attribution]) -> Counts:
    """Of one claim: who says it according to both, to the one, to the other.

    Where nobody is named it is the article itself, which counts as somebody.
    """
    if not one or not other:
        return (int(not one and not other), len(one) or 1, len(other) or 1)
    pairs = pair(one, other, spans=_anywhere, closeness=_closeness_of_speakers, least=1e-9)
    return (len(pairs), len(one), len(other))


def _anywhere(_attribution: Attribution) -> Sequence[Span]:
    return _NOWHERE  # all of one claim are compared, wherever they are written


def _closeness_of_speakers(one: Attribution, other: Attribution) -> float:
    """By the words that name them; where one is left out in the text, by the name that was given."""
    if one.source_spans and other.source_spans:
        return overlap(one.source_spans, other.source_spans)
    is_written = bool(one.source_spans or other.source_spans)
    names = one.agent.casefold(), other.agent.casefold()
    return float(names[0] == names[1] and (bool(names[0]) or not is_written))


class Rows:
    """The counts of articles one after the other."""

    def __init__(self) -> None:
        self.exact: list[Counts] = []
        self.overlapping: list[Counts] = []
        self.blind: list[Counts] = []
        self.claims: list[Counts] = []
        self.speakers: list[Counts] = []

    def add(self, sums: _Sums) -> None:
        self.exact.append(sums.exact)
        self.overlapping.append(sums.overlapping)
        self.blind.append(sums.blind)
        self.claims.append(sums.claims)
        self.speakers.append(sums.speakers)


class PairRows(Rows):
    """The counts of two annotators."""

    def __init__(self) -> None:
        super().__init__()
        self.characters: list[Counter[Place]] = []

    def add(self, sums: _Sums, characters: Counter[Place] | None = None) -> None:
        super().add(sums)
        self.characters.append(characters or Counter())


def outermost(entities: Iterable[Entity]) -> list[Labelled]:
    """(start, end, label) in text order; of those that overlap the first and longest one."""
    found: list[Labelled] = []
    for entity in sorted(entities, key=lambda e: (e.span.start, -e.span.end, e.label)):
        if not found or entity.span.start >= found[-1][1]:
            found.append((entity.span.start, entity.span.end, entity.label))
    return found


def _characters(sections: Sequence[Sequence[Labelled]], length: int) -> dict[tuple[str, ...], int]:
    """How many characters have which label of each annotator, cut where any of them changes."""
    found: dict[tuple[str, ...], int] = {}
    edges = sorted({0, length, *(edge for each in sections for s in each for edge in s[:2])})
    places = [0] * len(sections)
    for start, end in pairwise(edges):
        labels: list[str] = []
        for number, each in enumerate(sections):
            at = places[number]
            while at < len(each) and each[at][1] <= start:
                at += 1
            places[number] = at
            covers = at < len(each) and each[at][0] <= start
            labels.append(each[at][2] if covers else NOTHING)
        everybody = tuple(labels)
        found[everybody] = found.get(everybody, 0) + end - start
    return found


def _of_pair(characters: dict[tuple[str, ...], int], i: int, j: int) -> Counter[Place]:
    places: Counter[Place] = Counter()
    for labels, count in characters.items():
        places[labels[i], labels[j]] += count
    return places


def _coincidences(characters: dict[tuple[str, ...], int]) -> dict[Place, float]:
    """Krippendorff's: every ordered pair of labels of one character, over the others who label."""
    found: dict[Place, float] = {}
    for labels, count in characters.items():
        share = count / (len(labels) - 1)
        for i, j in permutations(range(len(labels)), 2):
            place = (labels[i], labels[j])
            found[place] = found.get(place, 0.0) + share
    return found


def _of_claims(same: Iterable[tuple[Claim, Claim]], into: dict[str, Counter[Place]]) -> None:
    """The values of the two, where both marked the same claim."""
    for one, other in same:
        for field in ("kind", "check_worthiness", "certainty"):
            values = (str(getattr(one, field)), str(getattr(other, field)))
            into.setdefault(f"claim.{field}", Counter())[values] += 1


def _of_checks(difference: Difference, i: int, j: int, into: dict[str, Counter[Place]]) -> None:
    """The stance and the verdict of the two, where both took the same source or judged."""
    one, other = difference.members[i], difference.members[j]
    if isinstance(one, Evidence) and isinstance(other, Evidence):
        into.setdefault("evidence.stance", Counter())[one.stance, other.stance] += 1
    elif isinstance(one, Verdict) and isinstance(other, Verdict):
        into.setdefault("verdict.label", Counter())[one.label, other.label] += 1
