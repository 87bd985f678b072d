"""What may be concluded from a figure of agreement, in a sentence that names it.

The level is that of the lower end of the interval, so it is never better than the articles can
show. The bounds are those that Krippendorff (2004, p. 241) set for α; for other figures they are a
convention, which the report says.
"""

from __future__ import annotations

from typing import Literal

from ..errors import Notification
from .intervals import Coefficient

GOOD, FAIR = 0.8, 0.667  # rely on it; tentative conclusions
FEW = 10  # articles, below which no level is told

Level = Literal["good", "fair", "low", "open", "few", "nothing"]


def level(figure: Coefficient) -> Level:
    """How good the agreement is at least; "open" where the interval holds low and better ones."""
    if figure.value is None:
        return "nothing"
    if figure.low is None or figure.high is None or figure.articles < FEW:
        return "few"
    if figure.low >= GOOD:
        return "good"
    if figure.low >= FAIR:
        return "fair"
    return "low" if figure.high < FAIR else "open"


def conclusion(figure: Coefficient) -> Notification:
    """The sentence: the share that two people mark alike, its interval and what it allows."""
    if figure.value is None:
        return Notification("There is too little to tell")
    share = _percent(figure.value)
    if figure.low is None or figure.high is None:
        return Notification(
            "{share} alike, in too few articles ({articles}) to say how good the agreement is",
            share=share,
            articles=figure.articles,
        )
    between = {"share": share, "low": _percent(figure.low), "high": _percent(figure.high)}
    match level(figure):
        case "few":
            return Notification(
                "{share} alike, in too few articles ({articles}) to say how good the agreement is:"
                " it can be anything from {low} to {high}",
                articles=figure.articles,
                **between,
            )
        case "good":
            return Notification(
                "Good agreement: {share} alike (95 % interval {low} to {high})", **between
            )
        case "fair":
            return Notification(
                "Fair agreement at least: {share} alike (95 % interval {low} to {high})",
                hint="Tentative conclusions only: look at the labels with short bars, and at the guideline",
                **between,
            )
        case "low":
            return Notification(
                "Low agreement: {share} alike (95 % interval {low} to {high})",
                hint="Talk the differences over before more articles are labelled",
                **between,
            )
        case _:
            return Notification(
                "It cannot be told yet whether agreement is low or better: {share} alike (95 %"
                " interval {low} to {high})",
                hint="Label more articles together",
                **between,
            )


def _percent(share: float) -> str:
    """Whole, except where that would make all of what is nearly all."""
    return f"{int(share * 1000) / 10:.1f}%" if 0.995 <= share < 1 else f"{share:.0%}"
