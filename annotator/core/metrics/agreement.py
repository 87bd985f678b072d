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
from typing import TypeAlias

from msgspec import UNSET, Struct, UnsetType

from .agreement_counts import AgreementCounts, ArticleAgreement, Counts, PairRows, Place
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

_SCALE = 4  # check-worthiness 0 to 3
_WORST = 20

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
    measures: dict[str, Coefficient] | UnsetType = UNSET  # by name, those that have no field here

    def figures(self) -> Iterator[tuple[str, Coefficient]]:
        """Every figure over all pairs: the name of its measure, or of the attribute."""
        for name in OWN_MEASURES:
            yield name, getattr(self, name)
        yield from (self.measures or {}).items()
        yield from self.attributes.items()


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
    return estimate(rows, alpha, n=round(sum(sum(row[1:]) for row in rows)))


@measure("alpha_u")
def _alpha_u(counts: AgreementCounts) -> Coefficient:
    authors = sorted(counts.authors)
    full = [each for each in counts.units if each[0] == authors]
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
            pairs=tuple(_pair(*names, self.pairs[names]) for names in sorted(self.pairs)),
            **own,
            labels={label: _f1(rows) for label, rows in sorted(self.labels.items())},
            attributes={
                name: _kappa(tables, ordered=name == "claim.check_worthiness")
                for name, tables in self.attributes.items()
            },
            confusion=_nested(self.confusion),
            by_month={month: _f1(rows) for month, rows in sorted(self.months.items()) if month},
            worst=tuple(worst[:_WORST]),
            measures=values or UNSET,
        )


def _pair(one: str, other: str, rows: PairRows) -> PairAgreement:
    return PairAgreement(
        one=one,
        other=other,
        articles=len(rows.exact),
        exact=_f1(rows.exact),
        overlapping=_f1(rows.overlapping),
        blind=_f1(rows.blind),
        kappa=_kappa(rows.characters),
        claims=_f1(rows.claims),
    )


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


def _nested(confusion: Counter[Place]) -> dict[str, dict[str, int]]:
    found: dict[str, dict[str, int]] = {}
    for (one, other), count in sorted(confusion.items()):
        found.setdefault(one, {})[other] = count
    return found


def _or_one(value: float | None) -> float:
    return 1.0 if value is None else value
