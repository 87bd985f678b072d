"""What layers of the same articles have in common, counted article by article.

Of κ and α the characters of an article are counted (most of which are nobody's, which flatters
them). Attributes are compared where both marked the same claim.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import combinations, pairwise, permutations
from typing import TypeAlias

from msgspec import Struct

from ..annotated_article import LayerContents
from ..model import Article, Claim, Entity, Evidence, Verdict
from ..review.differences import Difference, compare
from ..review.matching import overlap
from .coefficients import f1

NOTHING = ""  # the label of what nobody marked
_CLOSE = 0.5  # intersection over union from which two claims are one

Counts: TypeAlias = Sequence[int]  # right, one's, the other's
Place: TypeAlias = tuple[str, str]
Labelled: TypeAlias = tuple[int, int, str]


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
        self.units: list[tuple[list[str], list[list[Labelled]], int]] = []
        self.labels: dict[str, list[Counts]] = {}
        self.months: dict[str, list[Counts]] = {}
        self.attributes: dict[str, list[Counter[Place]]] = {}
        self.confusion: Counter[Place] = Counter()

    def add(self, article: Article, layers: Sequence[LayerContents]) -> None:
        """Count an article; with fewer than two layers there is nothing to count."""
        if len(layers) < 2:
            return
        layers = sorted(layers, key=lambda contents: contents.layer.author)
        self.authors |= {contents.layer.author for contents in layers}
        differences = compare(layers)
        sections = [outermost(contents.entities) for contents in layers]
        characters = _characters(sections, len(article.text))
        whole = _Sums()
        attributes: dict[str, Counter[Place]] = {}
        for i, j in combinations(range(len(layers)), 2):
            sums = _Sums()
            for difference in differences:
                sums.count(difference, i, j)
                _attributes(difference, i, j, attributes)
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
        self.by_label: dict[str, list[int]] = {}
        self.confusion: Counter[Place] = Counter()

    def count(self, difference: Difference, i: int, j: int) -> None:
        one, other = difference.members[i], difference.members[j]
        if one is None and other is None:
            return
        if difference.type == "claim":
            self.claims[0] += _claims_match(one, other)
            self.claims[1] += one is not None
            self.claims[2] += other is not None
        elif isinstance(one, Entity) and isinstance(other, Entity):
            self._count_both(one, other)
        elif isinstance(one, Entity):
            self._count_single(one.label, 1)
        elif isinstance(other, Entity):
            self._count_single(other.label, 2)

    def _count_both(self, one: Entity, other: Entity) -> None:
        same_label, same_words = one.label == other.label, one.span == other.span
        self.confusion[one.label, other.label] += 1
        for counts, is_right in (
            (self.exact, same_label and same_words),
            (self.overlapping, same_label and one.span.overlaps(other.span)),
            (self.blind, same_words),
        ):
            counts[0] += is_right
            counts[1] += 1
            counts[2] += 1
        of_one = self.by_label.setdefault(one.label, [0, 0, 0])
        of_one[0] += same_label and same_words
        of_one[1] += 1
        self.by_label.setdefault(other.label, [0, 0, 0])[2] += 1

    def _count_single(self, label: str, side: int) -> None:
        """Only one of the two (*side* 1 or 2) has it."""
        self.confusion[(label, NOTHING) if side == 1 else (NOTHING, label)] += 1
        for counts in (self.exact, self.overlapping, self.blind):
            counts[side] += 1
        self.by_label.setdefault(label, [0, 0, 0])[side] += 1

    def add(self, other: _Sums) -> None:
        for mine, more in (
            (self.exact, other.exact),
            (self.overlapping, other.overlapping),
            (self.blind, other.blind),
            (self.claims, other.claims),
            *((self.by_label.setdefault(k, [0, 0, 0]), v) for k, v in other.by_label.items()),
        ):
            for at in range(3):
                mine[at] += more[at]
        self.confusion.update(other.confusion)


class Rows:
    """The counts of articles one after the other, for the bootstrap."""

    def __init__(self) -> None:
        self.exact: list[Counts] = []
        self.overlapping: list[Counts] = []
        self.blind: list[Counts] = []
        self.claims: list[Counts] = []

    def add(self, sums: _Sums) -> None:
        self.exact.append(sums.exact)
        self.overlapping.append(sums.overlapping)
        self.blind.append(sums.blind)
        self.claims.append(sums.claims)


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


def _attributes(difference: Difference, i: int, j: int, into: dict[str, Counter[Place]]) -> None:
    """The values of the two, where both marked the same thing."""
    one, other = difference.members[i], difference.members[j]
    if isinstance(one, Claim) and isinstance(other, Claim) and _claims_match(one, other):
        for field in ("kind", "check_worthiness", "certainty"):
            values = (str(getattr(one, field)), str(getattr(other, field)))
            into.setdefault(f"claim.{field}", Counter())[values] += 1
    elif isinstance(one, Evidence) and isinstance(other, Evidence):
        into.setdefault("evidence.stance", Counter())[one.stance, other.stance] += 1
    elif isinstance(one, Verdict) and isinstance(other, Verdict):
        into.setdefault("verdict.label", Counter())[one.label, other.label] += 1


def _claims_match(one: object, other: object) -> bool:
    if not isinstance(one, Claim) or not isinstance(other, Claim):
        return False
    return one.spans == other.spans or overlap(one.spans, other.spans) >= _CLOSE
