"""What is known of a sentence, and from where on the answer is yes."""

from __future__ import annotations

import math

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from annotator.suggest.claims.scores import best_threshold, features

from ..notation import heard


@given(st.dictionaries(st.integers(1, 99), st.booleans(), min_size=1))
def test_no_threshold_does_better_than_the_best(cases):
    chances = np.array([each / 100 for each in cases])
    answers = np.array([float(right) for right in cases.values()])

    def f1(threshold):
        said = chances >= threshold
        return 2 * (said * answers).sum() / max(1, said.sum() + answers.sum())

    best = f1(best_threshold(chances, answers))
    assert best >= max(f1(chance) for chance in chances) - 1e-9


def test_each_feature_is_a_finite_number():
    _, sentences, scores = heard("[k Il ponte è chiuso da 3 anni].")
    values = features(sentences[0], scores)
    assert all(math.isfinite(value) for value in values.values())
    assert values["heard: surest word of a claim"] > 2
    assert values["rules: states a fact"] > 0
