"""How far people who labelled the same articles agree: per pair, label, article and over all.

Span F1 leads, because what nobody marked cannot be counted for spans; κ and α are over the
characters of the articles (most of which are nobody's, which flatters them), α_U is over where
units begin and end. Attributes are compared where both marked the same claim.
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
from .coefficients import (
    Coefficient,
    Row,
    alpha,
    alpha_unitised,
    estimate,
    f1,
    kappa,
    kappa_row,
    weighted_kappa,
)

NOTHING = ""  # the label of what nobody marked
_CLOSE = 0.5  # intersection over union from which two claims are one
_SCALE = 4  # check-worthiness 0 to 3
_WORST = 20

Counts: TypeAlias = Sequence[int]  # right, one's, the other's
Place: TypeAlias = tuple[str, str]


class PairAgreement(Struct, frozen=True, kw_only=True):
    """Two annotators, over the articles that both labelled."""

    one: str
    other: str
    articles: int
    exact: Coefficient  # F1: same words, same label
    overlapping: Coefficient  # F1: same label, words in common
    blind: Coefficient  # F1: same words, whatever the label
    kappa: Coefficient  # Cohen's, over characters
    claims: Coefficient  # F1: half of the words in common


class ArticleAgreement(Struct, frozen=True):
    """One article: F1 of entities (exact) over all pairs, and of claims."""

    id: str
    title: str
    exact: float | None
    claims: float | None
    differences: int


class Agreement(Struct, frozen=True, kw_only=True):
    """All that was measured; coefficients over all pairs of annotators unless said otherwise."""

    authors: tuple[str, ...] = ()
    articles: int = 0
    pairs: tuple[PairAgreement, ...] = ()
    exact: Coefficient = Coefficient(None, 0)
    overlapping: Coefficient = Coefficient(None, 0)
    blind: Coefficient = Coefficient(None, 0)
    claims: Coefficient = Coefficient(None, 0)
    alpha: Coefficient = Coefficient(None, 0)  # Krippendorff, nominal, over characters
    alpha_u: Coefficient = Coefficient(None, 0)  # unitised, over articles that all labelled
    labels: dict[str, Coefficient] = {}  # exact F1 by label
    attributes: dict[str, Coefficient] = {}  # "claim.kind" → κ; check-worthiness weighted
    confusion: dict[str, dict[str, int]] = {}  # label → label of the other → how often
    by_month: dict[str, Coefficient] = {}  # exact F1 by when the later layer was begun
    worst: tuple[ArticleAgreement, ...] = ()


class Agreements:
    """Adds up articles, each with the layers of two annotators or more."""

    def __init__(self) -> None:
        self._authors: set[str] = set()
        self._articles: list[ArticleAgreement] = []
        self._pairs: dict[Place, _Pair] = {}
        self._all = _Rows()
        self._alpha: list[dict[Place, float]] = []
        self._continuum = _Continuum()
        self._labels: dict[str, list[Counts]] = {}
        self._months: dict[str, list[Counts]] = {}
        self._attributes: dict[str, list[Counter[Place]]] = {}
        self._confusion: Counter[Place] = Counter()

    def add(self, article: Article, layers: Sequence[LayerContents]) -> None:
        """Count an article; with fewer than two layers there is nothing to count."""
        if len(layers) < 2:
            return
        layers = sorted(layers, key=lambda contents: contents.layer.author)
        self._authors |= {contents.layer.author for contents in layers}
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
            self._pairs.setdefault(names, _Pair()).add(sums, _of_pair(characters, i, j))
            whole.add(sums)
        for label, counts in whole.by_label.items():
            self._labels.setdefault(label, []).append(counts)
        self._all.add(whole)
        self._confusion.update(whole.confusion)
        for name, table in attributes.items():
            self._attributes.setdefault(name, []).append(table)
        self._alpha.append(_coincidences(characters))
        self._continuum.add([c.layer.author for c in layers], sections, len(article.text))
        month = max(contents.layer.created_at for contents in layers)[:7]
        self._months.setdefault(month, []).append(whole.exact)
        self._articles.append(
            ArticleAgreement(
                article.id,
                article.title,
                f1(whole.exact),
                f1(whole.claims),
                sum(1 for difference in differences if difference.how),
            )
        )

    def result(self) -> Agreement:
        worst = sorted(self._articles, key=lambda each: (_or_one(each.exact), each.id))
        return Agreement(
            authors=tuple(sorted(self._authors)),
            articles=len(self._articles),
            pairs=tuple(self._pairs[names].result(*names) for names in sorted(self._pairs)),
            exact=_f1(self._all.exact),
            overlapping=_f1(self._all.overlapping),
            blind=_f1(self._all.blind),
            claims=_f1(self._all.claims),
            alpha=_alpha(self._alpha),
            alpha_u=self._continuum.result(sorted(self._authors)),
            labels={label: _f1(rows) for label, rows in sorted(self._labels.items())},
            attributes={
                name: _kappa(tables, ordered=name == "claim.check_worthiness")
                for name, tables in self._attributes.items()
            },
            confusion=_nested(self._confusion),
            by_month={month: _f1(rows) for month, rows in sorted(self._months.items()) if month},
            worst=tuple(worst[:_WORST]),
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


class _Rows:
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


class _Pair(_Rows):
    def __init__(self) -> None:
        super().__init__()
        self._characters: list[Counter[Place]] = []

    def add(self, sums: _Sums, characters: Counter[Place] | None = None) -> None:
        super().add(sums)
        self._characters.append(characters or Counter())

    def result(self, one: str, other: str) -> PairAgreement:
        return PairAgreement(
            one=one,
            other=other,
            articles=len(self.exact),
            exact=_f1(self.exact),
            overlapping=_f1(self.overlapping),
            blind=_f1(self.blind),
            kappa=_kappa(self._characters),
            claims=_f1(self.claims),
        )


Labelled = tuple[int, int, str]


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


class _Continuum:
    """The articles that everybody labelled, one after the other, for α_U."""

    def __init__(self) -> None:
        self._articles: list[tuple[list[str], list[list[Labelled]], int]] = []

    def add(self, authors: list[str], sections: list[list[Labelled]], length: int) -> None:
        self._articles.append((authors, sections, length))

    def result(self, authors: list[str]) -> Coefficient:
        full = [each for each in self._articles if each[0] == authors]
        kinds = sorted({s[2] for _, sections, _ in full for each in sections for s in each})
        if not kinds:
            return Coefficient(None, 0)
        length = sum(size for _, _, size in full)
        seen = chance = 0.0
        units = 0
        for kind in kinds:
            coders: list[list[tuple[int, int]]] = [[] for _ in authors]
            offset = 0
            for _, sections, size in full:
                for coder, each in zip(coders, sections, strict=True):
                    coder += [(s[0] + offset, s[1] + offset) for s in each if s[2] == kind]
                offset += size
            units += sum(map(len, coders))
            observed, expected = alpha_unitised(coders, length)
            seen, chance = seen + observed, chance + expected
        return Coefficient(1 - seen / chance if chance else None, units)


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


def _f1(rows: Sequence[Counts]) -> Coefficient:
    return estimate(rows, f1, n=sum(row[1] + row[2] for row in rows))


def _kappa(tables: Sequence[Counter[Place]], *, ordered: bool = False) -> Coefficient:
    n = sum(sum(table.values()) for table in tables)
    values = sorted({value for table in tables for place in table for value in place})
    if ordered:
        values = [str(number) for number in range(_SCALE)]
    square = [[[table[a, b] for b in values] for a in values] for table in tables]
    if ordered:
        flat: list[Row] = [[count for row in table for count in row] for table in square]
        return estimate(flat, weighted_kappa, n=n)
    return estimate([kappa_row(table) for table in square], kappa, n=n)


def _alpha(tables: Sequence[dict[Place, float]]) -> Coefficient:
    values = sorted({value for table in tables for place in table for value in place})
    rows = [
        [
            sum(table.get((value, value), 0.0) for value in values),
            *(sum(table.get((value, other), 0.0) for other in values) for value in values),
        ]
        for table in tables
    ]
    return estimate(rows, alpha, n=round(sum(sum(row[1:]) for row in rows)))


def _nested(confusion: Counter[Place]) -> dict[str, dict[str, int]]:
    found: dict[str, dict[str, int]] = {}
    for (one, other), count in sorted(confusion.items()):
        found.setdefault(one, {})[other] = count
    return found


def _or_one(value: float | None) -> float:
    return 1.0 if value is None else value
