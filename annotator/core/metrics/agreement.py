"""How far people who labelled the same articles agree: per pair, label, article and over all.

Span F1 leads, because what nobody marked cannot be counted for spans; κ and α are over the
characters of the articles, α_U over where units begin and end. A function with ``@measure`` in a
module of this folder is one figure more, for the command line, the report and the window.
"""

from __future__ import annotations

import pkgutil
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from itertools import combinations
from typing import Literal, NamedTuple, TypeAlias, get_args

from msgspec import UNSET, Struct, UnsetType

from ..errors import Notification
from .agreement_counts import (
    AgreementCounts,
    ArticleAgreement,
    Counts,
    PairRows,
    Place,
    Units,
)
from .coefficients import (
    Row,
    Section,
    alpha,
    alpha_half,
    f1,
    f1_half,
    kappa,
    kappa_half,
    kappa_row,
    unitised_chance,
    unitised_difference,
    weighted_kappa,
    weighted_kappa_half,
)
from .conclusions import conclusion
from .intervals import CORRECTED, SHARE, Coefficient, estimate, estimate_apart

_SCALE = 4  # check-worthiness 0 to 3
ORDERED = "claim.check_worthiness"  # the attribute whose κ is weighted
_WORST = 20

Subject = Literal["entities", "claims", "speakers"]
_OF_A_PAIR = ("exact", "overlapping", "blind", "kappa", "claims", "speakers")

Measure: TypeAlias = Callable[[AgreementCounts], Coefficient]
_MEASURES: dict[str, Measure] = {}


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
    speakers: Coefficient  # F1: who says the claims that both marked


class Agreement(Struct, frozen=True, kw_only=True):
    """All that was measured; coefficients over all pairs of annotators unless said otherwise."""

    authors: tuple[str, ...] = ()
    articles: int = 0
    pairs: tuple[PairAgreement, ...] = ()
    exact: Coefficient = Coefficient(None, 0)
    overlapping: Coefficient = Coefficient(None, 0)
    blind: Coefficient = Coefficient(None, 0)
    claims: Coefficient = Coefficient(None, 0)
    speakers: Coefficient = Coefficient(None, 0)  # F1: who says the claims that both marked
    alpha: Coefficient = Coefficient(None, 0)  # Krippendorff, nominal, over characters
    alpha_u: Coefficient = Coefficient(None, 0)  # unitised, of each kind of entity by itself
    labels: dict[str, Coefficient] = {}  # exact F1 by label
    attributes: dict[str, Coefficient] = {}  # "claim.kind" → κ; check-worthiness weighted
    confusion: dict[str, dict[str, int]] = {}  # label → label of the other → how often
    by_month: dict[str, Coefficient] = {}  # exact F1 by when the later layer was begun
    worst: tuple[ArticleAgreement, ...] = ()
    measures: dict[str, Coefficient] | UnsetType = UNSET  # by name, those that have no field here

    def figures(self) -> Iterator[tuple[str, Coefficient]]:
        """Every figure over all pairs: the name of its measure, or of the attribute."""
        for name in OWN_MEASURES:
            yield name, getattr(self, name)
        yield from (self.measures or {}).items()
        yield from self.attributes.items()

    def every_figure(self) -> Iterator[tuple[str, Coefficient]]:
        """`figures`, and those of each label, pair of annotators and month."""
        yield from self.figures()
        yield from ((f"label {label}", each) for label, each in self.labels.items())
        for pair in self.pairs:
            for name in _OF_A_PAIR:
                yield f"pair {pair.one}, {pair.other}: {name}", getattr(pair, name)
        yield from ((f"month {month}", each) for month, each in self.by_month.items())

    def conclusions(self) -> Iterator[tuple[Subject, Coefficient, Notification]]:
        """A sentence for entities, for claims and for who says them, each about its own figure."""
        for subject in get_args(Subject):
            figure = self.exact if subject == "entities" else getattr(self, subject)
            yield subject, figure, conclusion(figure)


# -- the measures ------------------------------------------------------------------------------


def measure(name: str) -> Callable[[Measure], Measure]:
    """Marks a function that measures the agreement of all pairs, shown under *name*."""

    def register(function: Measure) -> Measure:
        _MEASURES[name] = function
        return function

    return register


def measures() -> dict[str, Measure]:
    """All that are marked, in the modules of this folder."""
    for module in pkgutil.iter_modules(import_module(__package__).__path__):
        import_module(f"{__package__}.{module.name}")
    return _MEASURES


@measure("exact")
def _exact(counts: AgreementCounts) -> Coefficient:
    return _f1(counts.rows.exact)


@measure("overlapping")
def _overlapping(counts: AgreementCounts) -> Coefficient:
    return _f1(counts.rows.overlapping)


@measure("blind")
def _blind(counts: AgreementCounts) -> Coefficient:
    return _f1(counts.rows.blind)


@measure("claims")
def _claims(counts: AgreementCounts) -> Coefficient:
    return _f1(counts.rows.claims)


@measure("speakers")
def _speakers(counts: AgreementCounts) -> Coefficient:
    return _f1(counts.rows.speakers)


@measure("alpha")
def _alpha(counts: AgreementCounts) -> Coefficient:
    tables = counts.coincidences
    values = sorted({value for table in tables for place in table for value in place})
    rows = [
        [
            sum(table.get((value, value), 0.0) for value in values),
            *(sum(table.get((value, other), 0.0) for other in values) for value in values),
        ]
        for table in tables
    ]
    size = counts.unit_length
    return estimate(
        rows,
        alpha,
        n=round(sum(sum(row[1:]) for row in rows)),
        scale=CORRECTED,
        half=lambda row: _times(alpha_half(row), size),
    )


@measure("alpha_u")
def _alpha_u(counts: AgreementCounts) -> Coefficient:
    """Of all annotators at once where each labelled every article, else pair by pair."""
    authors = sorted(counts.authors)
    groups = [tuple(authors)]
    if any(each[0] != authors for each in counts.units):
        groups = list(combinations(authors, 2))
    units = sum(len(sections) for _, all_sections, _ in counts.units for sections in all_sections)
    articles = [_by_group(each, groups) for each in counts.units]

    def value(chosen: Sequence[UnitisedArticle]) -> float | None:
        seen = chance = 0.0
        for group in groups:
            for observed, expected in _by_kind(chosen, group):
                seen, chance = seen + observed, chance + expected
        return 1 - seen / chance if chance else None

    half = 0.5 / units if units else 0.0
    return estimate_apart(articles, value, n=units, scale=CORRECTED, half=half)


class UnitisedKind(NamedTuple):
    """The units of one kind in one article: those of each coder, and how they differ."""

    coders: list[list[Section]]
    difference: float


class UnitisedArticle(NamedTuple):
    """An article by groups of coders who share it: its units of each kind."""

    size: int
    groups: dict[tuple[str, ...], dict[str, UnitisedKind]]


def _by_group(units: Units, groups: Sequence[tuple[str, ...]]) -> UnitisedArticle:
    authors, all_sections, size = units
    of = dict(zip(authors, all_sections, strict=True))
    found: dict[tuple[str, ...], dict[str, UnitisedKind]] = {}
    for group in groups:
        if not of.keys() >= set(group):
            continue
        kinds: dict[str, list[list[Section]]] = {}
        for number, name in enumerate(group):
            for start, end, kind in of[name]:
                kinds.setdefault(kind, [[] for _ in group])[number].append((start, end))
        found[group] = {
            kind: UnitisedKind(coders, unitised_difference(coders, size))
            for kind, coders in kinds.items()
        }
    return UnitisedArticle(size, found)


def _by_kind(
    articles: Sequence[UnitisedArticle], group: tuple[str, ...]
) -> Iterator[tuple[float, float]]:
    """Observed and expected disagreement of each kind, over the articles that the *group* shares."""
    shared = [(each.size, each.groups[group]) for each in articles if group in each.groups]
    length = sum(size for size, _ in shared)
    scale = len(group) * (len(group) - 1) * length * length
    for kind in sorted({kind for _, kinds in shared for kind in kinds}):
        coders: list[list[Section]] = [[] for _ in group]
        offset, difference = 0, 0.0
        for size, kinds in shared:
            if (here := kinds.get(kind)) is not None:
                difference += here.difference
                for whole, part in zip(coders, here.coders, strict=True):
                    whole += [(start + offset, end + offset) for start, end in part]
            offset += size
        yield difference / scale, unitised_chance(coders, length)


OWN_MEASURES = tuple(_MEASURES)  # those that are fields of an `Agreement`


# -- all together ------------------------------------------------------------------------------


class Agreements(AgreementCounts):
    """Adds up articles, each with the layers of two annotators or more."""

    def result(self) -> Agreement:
        values = {name: function(self) for name, function in measures().items()}
        own = {name: values.pop(name) for name in OWN_MEASURES}
        worst = sorted(self.articles, key=lambda each: (_or_one(each.exact), each.id))
        return Agreement(
            authors=tuple(sorted(self.authors)),
            articles=len(self.articles),
            pairs=tuple(
                _pair(*names, self.pairs[names], self.unit_length) for names in sorted(self.pairs)
            ),
            **own,
            labels={label: _f1(rows) for label, rows in sorted(self.labels.items())},
            attributes={
                name: _kappa(tables, ordered=name == ORDERED)
                for name, tables in self.attributes.items()
            },
            confusion=_nested(self.confusion),
            by_month={month: _f1(rows) for month, rows in sorted(self.months.items()) if month},
            worst=tuple(worst[:_WORST]),
            measures=values or UNSET,
        )


def _pair(one: str, other: str, rows: PairRows, size: float) -> PairAgreement:
    return PairAgreement(
        one=one,
        other=other,
        articles=len(rows.exact),
        exact=_f1(rows.exact),
        overlapping=_f1(rows.overlapping),
        blind=_f1(rows.blind),
        kappa=_kappa(rows.characters, size=size),
        claims=_f1(rows.claims),
        speakers=_f1(rows.speakers),
    )


def _f1(rows: Sequence[Counts]) -> Coefficient:
    n = sum(row[1] + row[2] for row in rows)
    return estimate(rows, f1, n=n, scale=SHARE, half=f1_half)


def _kappa(
    tables: Sequence[Counter[Place]], *, ordered: bool = False, size: float = 1.0
) -> Coefficient:
    """*size* is how many of the things counted agree or disagree together."""
    n = sum(sum(table.values()) for table in tables)
    values = sorted({value for table in tables for place in table for value in place})
    if ordered:
        values = [str(number) for number in range(_SCALE)]
    square = [[[table[a, b] for b in values] for a in values] for table in tables]
    if ordered:
        flat: list[Row] = [[count for row in table for count in row] for table in square]
        return estimate(flat, weighted_kappa, n=n, scale=CORRECTED, half=weighted_kappa_half)
    rows = [kappa_row(table) for table in square]
    return estimate(
        rows, kappa, n=n, scale=CORRECTED, half=lambda row: _times(kappa_half(row), size)
    )


def _times(half: float | None, size: float) -> float | None:
    return None if half is None else half * size


def _nested(confusion: Counter[Place]) -> dict[str, dict[str, int]]:
    found: dict[str, dict[str, int]] = {}
    for (one, other), count in sorted(confusion.items()):
        found.setdefault(one, {})[other] = count
    return found


def _or_one(value: float | None) -> float:
    return 1.0 if value is None else value
