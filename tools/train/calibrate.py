"""How sure is sure: a logistic curve from the doubt of a path to how often it is right."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

import numpy as np

from annotator.suggest.model.decoding import DecodedSpan, confidence
from annotator.suggest.model.heads import KINDS

from .data import Text
from .evaluate import Floats, found_in

_EDGES = (0.0, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.0)
Scale = dict[str, tuple[float, float]]


class Judged(NamedTuple):
    """An entity that was found, whether gold has it, and the number of its text."""

    found: DecodedSpan
    is_right: bool
    text: int


def judged(texts: Sequence[Text], chances: Sequence[Floats]) -> list[Judged]:
    made = []
    for number, (text, scores) in enumerate(zip(texts, chances, strict=True)):
        gold = {tuple(entity) for entity in text.entities}
        for found in found_in(text, scores):
            place = (text.words[found.start][0], text.words[found.end - 1][1], found.label)
            made.append(Judged(found, place in gold, number))
    return made


def fit(cases: Iterable[Judged]) -> Scale:
    """Slope and offset for each label, by Newton's method."""
    scale = {}
    cases = list(cases)
    for label in KINDS:
        chosen = [case for case in cases if case.found.label == label]
        odds = np.array([_log_odds(case.found.doubt) for case in chosen])
        right = np.array([float(case.is_right) for case in chosen])
        x = np.stack([odds, np.ones_like(odds)], axis=1)
        w = np.array([0.5, 0.0])
        for _ in range(30):
            p = 1 / (1 + np.exp(-x @ w))
            slope = x.T @ (right - p) - 0.01 * w
            bend = (x * (p * (1 - p))[:, None]).T @ x + 0.01 * np.eye(2)
            w = w + np.linalg.solve(bend, slope)
        scale[label] = (round(float(w[0]), 4), round(float(w[1]), 4))
    return scale


def _log_odds(doubt: float) -> float:
    chance = min(max(math.exp(-doubt), 1e-6), 1 - 1e-6)
    return math.log(chance / (1 - chance))


def reliability(cases: Sequence[Judged]) -> list[dict[str, Any]]:
    """By band of confidence: how many, how sure on average, how many were right.

    Each half of the texts is judged with the curve fitted on the other half.
    """
    halves = [[c for c in cases if c.text % 2 == half] for half in (0, 1)]
    said: list[tuple[float, bool]] = []
    for half in (0, 1):
        scale = fit(halves[1 - half])
        said += [(confidence(case.found, scale), case.is_right) for case in halves[half]]
    bands = []
    for low, high in itertools.pairwise(_EDGES):
        inside = [each for each in said if low <= each[0] < high]
        if inside:
            bands.append(
                {
                    "from": low,
                    "to": high,
                    "count": len(inside),
                    "said": round(sum(sure for sure, _ in inside) / len(inside), 3),
                    "right": round(sum(right for _, right in inside) / len(inside), 3),
                }
            )
    return bands
