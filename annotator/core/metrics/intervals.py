"""How sure a figure of agreement is: its 95 % interval over articles.

The jackknife (Quenouille 1956, Tukey 1958) leaves out one article after the other, on a scale on
which the figure spreads evenly, and takes Student's t for the spread: the logit for a share, the
logarithm of the disagreement for a coefficient that is 1 minus disagreement by disagreement
expected. Half an item that disagrees is added before (Haldane 1956, Anscombe 1956), so that full
agreement on a few things is not taken for certainty, and the interval is never narrower than if all
items were apart from each other. `benchmarks/intervals.py` measures how often it holds the truth.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from statistics import NormalDist
from typing import TypeAlias, TypeVar

from msgspec import Struct

from .coefficients import Row

T = TypeVar("T")
_OUTSIDE = 0.05
_GROUPS = 20  # so many times at most, a figure that does not add up is computed again


class Coefficient(Struct, frozen=True):
    """A figure with the number of things and of articles it is from, and its 95 % interval.

    *value* is None where it cannot be told: nothing to compare, or everything of one kind; *low*
    and *high* are None where fewer than two articles have anything to say.
    """

    value: float | None
    n: int
    low: float | None = None
    high: float | None = None
    articles: int = 0


class Scale(Struct, frozen=True):
    """How a figure is drawn out so that it spreads evenly; *half* is what half an item makes of it."""

    out: Callable[[float, float], float]  # (value, half) → place on the scale
    back: Callable[[float, float], float]
    floor: Callable[[float, float], float]  # the least variance there


def _logit(value: float, half: float) -> float:
    return math.log((value + half) / (1 - value + half))


def _share(place: float, half: float) -> float:
    share = 1 / (1 + math.exp(-place))
    return min(1.0, max(0.0, share * (1 + 2 * half) - half))


#: For a share, as F1: from 0 to 1.
SHARE = Scale(
    _logit,
    _share,
    lambda value, half: 2 * half / (value + half) + 2 * half / (1 - value + half),
)
#: For κ, α and their like: 1 in full agreement, 0 as by chance.
CORRECTED = Scale(
    lambda value, half: -math.log(max(1 - value, 0.0) + half),
    lambda place, half: max(-1.0, min(1.0, 1 - (math.exp(-place) - half))),
    lambda value, half: 2 * half / (max(1 - value, 0.0) + half),
)

Value: TypeAlias = Callable[[Row], float | None]


def estimate(
    rows: Sequence[Row], value: Value, *, n: int, scale: Scale, half: Value
) -> Coefficient:
    """*value* of all rows together (one an article), and its interval.

    *half* is, of a row, by how much half an item that disagrees lowers the value.
    """
    rows = [row for row in rows if any(row)]
    if not rows:
        return Coefficient(None, n)
    sums = summed(rows)
    without = ([a - b for a, b in zip(sums, row, strict=True)] for row in rows)
    step = half(sums)
    return interval(value(sums), map(value, without), n, len(rows), scale, step or 0.0)


def estimate_apart(
    articles: Sequence[T],
    value: Callable[[Sequence[T]], float | None],
    *,
    n: int,
    scale: Scale,
    half: float,
) -> Coefficient:
    """As `estimate`, of a figure that does not add up: computed anew without some of the articles.

    From `_GROUPS` articles on, one group after the other is left out, not one article.
    """
    count = min(len(articles), _GROUPS)
    without = (
        value([each for at, each in enumerate(articles) if at % count != group])
        for group in range(count)
    )
    found = interval(value(articles), without, n, count, scale, half)
    return Coefficient(found.value, n, found.low, found.high, len(articles))


def interval(
    whole: float | None,
    without: Iterable[float | None],
    n: int,
    count: int,
    scale: Scale,
    half: float,
) -> Coefficient:
    """*whole* with its interval, from the same figure *without* each of *count* parts."""
    if whole is None or count < 2 or not half > 0:
        return Coefficient(whole, n, articles=count)
    left = [each for each in without if each is not None]
    if len(left) < count:  # without some of them there is nothing to tell
        return Coefficient(whole, n, articles=count)
    places = [scale.out(each, half) for each in left]
    mean = sum(places) / count
    spread = (count - 1) / count * sum((place - mean) ** 2 for place in places)
    reach = student_t(count - 1) * math.sqrt(max(spread, scale.floor(whole, half)))
    middle = scale.out(whole, half)
    low, high = scale.back(middle - reach, half), scale.back(middle + reach, half)
    return Coefficient(whole, n, min(low, whole), max(high, whole), count)


def summed(rows: Iterable[Row]) -> list[float]:
    """Rows of the same length added up column by column."""
    return [sum(column) for column in zip(*rows, strict=True)]


def student_t(freedom: int, outside: float = _OUTSIDE) -> float:
    """What Student's t of *freedom* degrees exceeds, up or down, in a share *outside* of all cases.

    Hill (1970), *Algorithm 396*, CACM 13(10); six digits.
    """
    n, p = float(freedom), outside
    if freedom == 1:
        return 1 / math.tan(p * math.pi / 2)
    if freedom == 2:
        return math.sqrt(2 / (p * (2 - p)) - 2)
    a = 1 / (n - 0.5)
    b = 48 / a**2
    c = ((20700 * a / b - 98) * a - 16) * a + 96.36
    d = ((94.5 / (b + c) - 3) / b + 1) * math.sqrt(a * math.pi / 2) * n
    x = d * p
    y = x ** (2 / n)
    if y > 0.05 + a:
        x = NormalDist().inv_cdf(p / 2)
        y = x * x
        if freedom < 5:
            c += 0.3 * (n - 4.5) * (x + 0.6)
        c = (((0.05 * d * x - 5) * x - 7) * x - 2) * x + b + c
        y = (((((0.4 * y + 6.3) * y + 36) * y + 94.5) / c - y - 3) / b + 1) * x
        y = math.expm1(a * y * y)
    else:
        y = (
            (1 / (((n + 6) / (n * y) - 0.089 * d - 0.822) * (n + 2) * 3) + 0.5 / (n + 4)) * y - 1
        ) * (n + 1) / (n + 2) + 1 / y
    return math.sqrt(n * y)
