"""How sure is sure, at the end of the pipeline: curves per label, fitted on text nobody trained on.

What finds a name says how sure it is in a scale of its own: the encoder by what it saw of the words
alone, a word list by a figure set by hand. Which of them it was, and whether the name is a country
that the scheme keeps a place, tells more. ``resources/suggest/confidence.toml`` has for each such
kind a curve from what was said to how often it was right; ``tools.train.confidence`` fits it. What
has no curve keeps the figure that its rule gives it.
"""

from __future__ import annotations

import tomllib
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import lru_cache

from annotator.core.paths import RESOURCES

from ..language.mention import Mention
from ..model.heads import KINDS

Curve = Sequence[Sequence[float]]  # pairs of what was said and how often it was right, ascending
_FINDERS = {"model": "model", "word list": "list", "name": "surname"}


def kind_of(mention: Mention) -> str:
    """``LOC model country``: the label, who found it, and that it is a country; "" for the rest."""
    finder = _FINDERS.get(mention.why.partition(":")[0], "")
    if mention.label not in KINDS or not finder:
        return ""
    country = " country" if mention.label == "LOC" and mention.subtype == "country" else ""
    return f"{mention.label} {finder}{country}"


def on(curve: Curve, said: float) -> float:
    """The value of a curve: straight between its points, level beyond them."""
    places = [point[0] for point in curve]
    at = bisect_left(places, said)
    if at == 0:
        return curve[0][1]
    if at == len(curve):
        return curve[-1][1]
    (low, below), (high, above) = curve[at - 1], curve[at]
    return below + (above - below) * (said - low) / (high - low)


@lru_cache(maxsize=1)
def shipped() -> dict[str, list[list[float]]]:
    """The curves that come with the program, by kind."""
    text = (RESOURCES / "suggest" / "confidence.toml").read_text(encoding="utf-8")
    curves: dict[str, list[list[float]]] = tomllib.loads(text)["curves"]
    return curves


def settled(mentions: Iterable[Mention]) -> list[Mention]:
    """Names that the pipeline of the encoder found, with the confidence that the curves give them."""
    curves = shipped()
    return [
        m._replace(confidence=on(curve, m.confidence)) if (curve := curves.get(kind_of(m))) else m
        for m in mentions
    ]
