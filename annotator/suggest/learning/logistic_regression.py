"""A small logistic regression over named features: few thousand examples, well under a second."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np

from annotator.core.learning.features import Features
from annotator.core.learning.learned_model import FeatureWeights

_STEPS = 25
_CLOSE = 1e-5  # of all weights, to stop
_SEEN = 3  # a feature of fewer examples tells nothing
_MOST = 1500  # features: the commonest
_PENALTY = 1.0  # L2 on every weight but the bias: a prior of variance 1 on the log odds


def fit(
    examples: Sequence[Features], right: Sequence[bool], share: Sequence[float] = ()
) -> FeatureWeights:
    """Weights by which a `FeatureWeights.chance` is the probability of being right.

    *share* says how much each example counts, 1 where it is empty.

    Newton's method on the penalised likelihood (iteratively reweighted least squares). With only
    one outcome among the examples the bias says all there is to know.
    """
    counts = Counter(name for each in examples for name in each)
    names = [name for name, count in counts.most_common(_MOST) if count >= _SEEN]
    place = {name: number for number, name in enumerate(sorted(names))}
    x = np.zeros((len(examples), len(place) + 1))
    x[:, -1] = 1.0
    for row, each in enumerate(examples):
        for name, value in each.items():
            if (column := place.get(name)) is not None:
                x[row, column] = value
    counts_as = np.array(share) if share else np.ones(len(examples))
    weights = _newton(x, np.array(right, dtype=float), counts_as)
    by_name = {
        name: round(float(weights[column]), 4)
        for name, column in place.items()
        if abs(weights[column]) >= 5e-4
    }
    return FeatureWeights(round(float(weights[-1]), 4), by_name)


def _newton(x: np.ndarray, y: np.ndarray, share: np.ndarray) -> np.ndarray:
    penalty = np.full(x.shape[1], _PENALTY)
    penalty[-1] = 1e-2  # so that even one outcome alone has finite odds
    weights = np.zeros(x.shape[1])
    for _ in range(_STEPS):
        chance = 1 / (1 + np.exp(-np.clip(x @ weights, -30, 30)))
        slope = x.T @ (share * (y - chance)) - penalty * weights
        bend = (x * (share * chance * (1 - chance))[:, None]).T @ x + np.diag(penalty)
        step = np.linalg.solve(bend, slope)
        weights = weights + step
        if float(np.abs(step).max()) < _CLOSE:
            break
    return weights
