"""Agreement from counts that add up over articles.

Each coefficient is a function of a flat row of sums, so that the rows of articles can be added,
and one article left out. κ: Cohen (1960; weighted 1968, squared weights). α nominal and α_U:
Krippendorff (2004, *Content Analysis*, ch. 11; 1995 for unitising). How sure they are is told by
`intervals`.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate
from typing import TypeAlias

Row: TypeAlias = Sequence[float]
Section: TypeAlias = tuple[int, int]
"""A stretch of the text that an annotator marked, [start, end)."""


def f1(row: Row) -> float | None:
    """From (right, one's, the other's): 2 · right / all; None where neither has any."""
    right, one, other = row
    return 2 * right / (one + other) if one + other else None


def f1_half(row: Row) -> float | None:
    """By how much half an item that only one of the two has, in place of one of both, lowers `f1`."""
    _, one, other = row
    return 1 / (one + other) if one + other else None


def kappa_row(counts: Sequence[Sequence[float]]) -> list[float]:
    """(agreed, n, the one's share of each value …, the other's …) of a square table of counts."""
    agreed = sum(counts[at][at] for at in range(len(counts)))
    rows = [sum(row) for row in counts]
    columns = [sum(column) for column in zip(*counts, strict=True)]
    return [agreed, sum(rows), *rows, *columns]


def kappa(row: Row) -> float | None:
    """Cohen's κ from a `kappa_row`: 1 in full agreement, 0 as by chance."""
    agreed, n, *margins = row
    if not n:
        return None
    by_chance = _by_chance(margins, n)
    return (agreed / n - by_chance) / (1 - by_chance) if by_chance < 1 else None


def kappa_half(row: Row) -> float | None:
    """By how much half an item that disagrees lowers `kappa`."""
    _, n, *margins = row
    if not n:
        return None
    by_chance = _by_chance(margins, n)
    return 0.5 / n / (1 - by_chance) if by_chance < 1 else None


def _by_chance(margins: Row, n: float) -> float:
    """The share on which two agree by chance, from the one's values and then the other's."""
    half = len(margins) // 2
    return sum(a * b for a, b in zip(margins[:half], margins[half:], strict=True)) / n / n


def weighted_kappa(row: Row) -> float | None:
    """Cohen's κ of ordered values, squared weights, from a square table of counts in one row."""
    n = sum(row)
    size = round(len(row) ** 0.5)
    if not n:
        return None
    seen = sum((i - j) ** 2 * row[size * i + j] for i in range(size) for j in range(size))
    chance = _weighted_chance(row, size)
    return 1 - seen * n / chance if chance else None


def weighted_kappa_half(row: Row) -> float | None:
    """By how much half an item that is one step apart lowers `weighted_kappa`."""
    chance = _weighted_chance(row, round(len(row) ** 0.5))
    return 0.5 * sum(row) / chance if chance else None


def _weighted_chance(row: Row, size: int) -> float:
    """The squared distances of all values of the one from all of the other."""
    rows = [sum(row[size * at : size * (at + 1)]) for at in range(size)]
    columns = [sum(row[at::size]) for at in range(size)]
    return sum((i - j) ** 2 * rows[i] * columns[j] for i in range(size) for j in range(size))


def alpha(row: Row) -> float | None:
    """Krippendorff's nominal α from (agreeing pairable values, those of each value …)."""
    agreed, *values = row
    n = sum(values)
    if n < 2:
        return None
    expected = n * n - sum(value * value for value in values)
    return 1 - (n - 1) * (n - agreed) / expected if expected else None


def alpha_half(row: Row) -> float | None:
    """By how much half a unit on which two disagree (one coincidence each way) lowers `alpha`."""
    _, *values = row
    n = sum(values)
    expected = n * n - sum(value * value for value in values)
    return (n - 1) / expected if n > 1 and expected else None


def alpha_unitised(coders: Sequence[Sequence[Section]], length: int) -> tuple[float, float]:
    """Observed and expected disagreement of units of one kind on a continuum of *length*.

    Krippendorff's _uα is 1 minus their quotient (sums of both over the kinds for all of them).
    The sections of a coder are in order and do not overlap; at least two coders.
    """
    count = len(coders)
    seen = unitised_difference(coders, length) / (count * (count - 1) * length * length)
    return seen, unitised_chance(coders, length)


def unitised_difference(coders: Sequence[Sequence[Section]], length: int) -> float:
    """The squared differences of all ordered pairs of coders, in characters; adds up over articles."""
    every = [_sections(coder, length) for coder in coders]
    return sum(_difference(one, other) for one in every for other in every if one is not other)


def unitised_chance(coders: Sequence[Sequence[Section]], length: int) -> float:
    """The expected disagreement of units of one kind on a continuum of *length*."""
    count = len(coders)
    every = [section for coder in coders for section in _sections(coder, length)]
    units = [end - start for start, end, marked in every if marked]
    gaps = sorted(end - start for start, end, marked in every if not marked)
    sums = [0, *accumulate(gaps)]
    total = 0.0
    for unit in units:
        at = bisect_left(gaps, unit)
        free = sums[-1] - sums[at] - (unit - 1) * (len(gaps) - at)
        total += (len(units) - 1) / 3 * (2 * unit**3 - 3 * unit**2 + unit) + unit**2 * free
    pairs = count * length * (count * length - 1) - sum(unit * (unit - 1) for unit in units)
    return 2 / length * total / pairs


def _sections(units: Sequence[Section], length: int) -> list[tuple[int, int, bool]]:
    """A continuum cut into what is marked and the gaps between."""
    made: list[tuple[int, int, bool]] = []
    at = 0
    for start, end in units:
        if start > at:
            made.append((at, start, False))
        made.append((start, end, True))
        at = end
    if at < length:
        made.append((at, length, False))
    return made


def _difference(
    one: Sequence[tuple[int, int, bool]], other: Sequence[tuple[int, int, bool]]
) -> float:
    """The squared differences of all sections of two coders that overlap (Krippendorff's δ²)."""
    total = at = 0
    for start, end, marked in one:
        while at < len(other) and other[at][1] <= start:
            at += 1
        there = at
        while there < len(other) and other[there][0] < end:
            begin, stop, is_unit = other[there]
            if marked and is_unit:
                total += (start - begin) ** 2 + (end - stop) ** 2
            elif marked and begin <= start and end <= stop:
                total += (end - start) ** 2
            elif is_unit and start <= begin and stop <= end:
                total += (stop - begin) ** 2
            there += 1
    return float(total)
