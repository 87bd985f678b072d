"""Is there a claim in a sentence, and is one worth checking: a few numbers, weighed.

The numbers come from the encoder's judges and from the hand-weighted rules; the weights are
logistic regressions (`logistic`), fitted by ``tools.train.weigh`` for each language and kept in
``meta.json``. They are few enough to be fitted again in a moment from what an analyst has
corrected: `features` gives the numbers of a sentence.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from annotator.core.learning.features import Features

from ..language.clauses import SentenceWords
from .features import describe, is_claim_like

if TYPE_CHECKING:
    from ..model.decoding import Floats
    from ..model.predictions import ModelPredictions

_FAR = 6.0  # log odds beyond this tell no more


def log_odds(chance: float) -> float:
    """The logarithm of the odds, cut off where it tells no more."""
    chance = min(max(chance, 1e-6), 1 - 1e-6)
    return max(-_FAR, min(_FAR, math.log(chance / (1 - chance))))


def features(sentence: SentenceWords, heard: ModelPredictions) -> Features:
    """What is known of *sentence*: log odds, but for the priority by rules (0 to 3)."""
    start, end = sentence.first, sentence.first + len(sentence)
    debate = heard.judge("debate", start, end)
    return {
        "rules: states a fact": log_odds(is_claim_like(sentence)),
        "rules: priority": float(describe(sentence, 0, len(sentence), None, None).worth),
        "heard: a claim": log_odds(heard.judge("claim", start, end)["yes"]),
        "heard: worth checking": log_odds(heard.judge("worthy", start, end)["yes"]),
        "heard: a fact, in debates": log_odds(1 - debate["NFS"]),
        "heard: check-worthy, in debates": log_odds(debate["CFS"]),
        "heard: objective": log_odds(heard.judge("tone", start, end)["OBJ"]),
        "heard: surest word of a claim": log_odds(heard.inside("claims", start, end)),
    }


def clause_features(likely: float, edges: float) -> Features:
    """What is known of a clause: how *likely* its sentence holds a claim, and that it ends here."""
    return {"sentence": log_odds(likely), "edges": log_odds(edges)}


def best_threshold(chances: Floats, answers: Floats) -> float:
    """The probability from which to say yes for the best F1; in the middle of equally good ones."""
    order = np.argsort(-chances)
    hits = np.cumsum(answers[order])
    scores = 2 * hits / (np.arange(1, len(order) + 1) + answers.sum())
    best = np.flatnonzero(scores >= scores.max() - 1e-9)
    last = int(best[len(best) // 2])
    following = chances[order[last + 1]] if last + 1 < len(order) else 0.0
    return round(float((chances[order[last]] + following) / 2), 4)
