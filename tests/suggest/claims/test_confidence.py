"""What the pipeline says of a name in the end is how often such a name was right."""

from __future__ import annotations

import pytest

from annotator.core.model import DOUBTFUL
from annotator.suggest.claims.confidence import kind_of, on, settled, shipped
from annotator.suggest.language.mention import Mention
from annotator.suggest.pipelines.trained import SUGGESTERS
from tools.train.confidence import Case, crossed, error, isotonic

CURVE = [[0.4, 0.2], [0.6, 0.8], [0.9, 0.9]]


def name(label, why, *, said=0.5, subtype=None):
    return Mention(0, 5, label, said, why, subtype=subtype)


@pytest.mark.parametrize(
    ("said", "right"), [(0.1, 0.2), (0.4, 0.2), (0.5, 0.5), (0.75, 0.85), (0.9, 0.9), (1.0, 0.9)]
)
def test_a_curve_is_straight_between_its_points_and_level_beyond(said, right):
    assert on(CURVE, said) == pytest.approx(right)


def test_a_kind_is_the_label_its_finder_and_whether_it_is_a_country():
    assert kind_of(name("LOC", "model: vaglio-multi 1.0", subtype="country")) == "LOC model country"
    assert kind_of(name("ORG", "word list: bodies")) == "ORG list"
    assert kind_of(name("PER", "name: surname of a person named before")) == "PER surname"
    assert kind_of(name("DATE", "rule: date")) == ""


def cases(kind, said, right, wrong):
    made = [Case(kind, said, True, n) for n in range(right)]
    return made + [Case(kind, said, False, n) for n in range(wrong)]


def test_a_fitted_curve_rises_and_never_says_always_or_never():
    curve = isotonic([*cases("x", 0.5, 40, 10), *cases("x", 0.6, 30, 20), *cases("x", 0.9, 50, 0)])
    values = [right for _, right in curve]
    assert values == sorted(values)
    assert 0 < values[0] < values[-1] < 1
    assert len(curve) == 2  # what fell was pooled


def test_a_kind_that_a_curve_makes_no_truer_keeps_what_was_said():
    wrong, sound = cases("wrong", 0.4, 90, 10), cases("sound", 0.75, 60, 20)
    told = crossed([*wrong, *sound])
    assert {case.kind for case, now in told if now != case.said} == {"wrong"}
    assert error([(now, c.is_right) for c, now in told]) < error(
        [(c.said, c.is_right) for c, _ in told]
    )


def test_what_ships_holds_probabilities_in_order():
    assert shipped()
    for curve in shipped().values():
        assert curve == sorted(curve)
        assert all(0 < said <= 1 and 0 < right < 1 for said, right in curve)


@pytest.mark.skipif(not SUGGESTERS, reason="the trained model is not here")
def test_a_country_that_acts_is_no_doubtful_place():
    nlp = SUGGESTERS[0].build("it")
    text = "La Corea del Nord ha protestato. L’Iran e la Svizzera hanno risposto."
    found = settled(nlp(text).user_data["entities"])
    countries = [m for m in found if m.label == "LOC" and m.subtype == "country"]
    assert len(countries) == 3
    assert all(m.confidence >= DOUBTFUL for m in countries)
