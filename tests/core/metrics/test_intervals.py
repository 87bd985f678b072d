"""Intervals of agreement: they hold the truth as often as they say, and full agreement is no certainty."""

from __future__ import annotations

import random

import pytest

from annotator.core.metrics.coefficients import alpha, alpha_half, f1, f1_half, kappa, kappa_half
from annotator.core.metrics.intervals import (
    CORRECTED,
    SHARE,
    estimate,
    estimate_apart,
    student_t,
)


def share(rows):
    return estimate(rows, f1, n=len(rows), scale=SHARE, half=f1_half)


@pytest.mark.parametrize(
    ("freedom", "published"),
    [(1, 12.706), (2, 4.303), (3, 3.182), (4, 2.776), (9, 2.262), (19, 2.093), (60, 2.0003)],
)
def test_students_t_is_the_published_one(freedom, published):
    assert student_t(freedom) == pytest.approx(published, abs=0.0005)


def test_the_interval_holds_the_figure_and_narrows_with_more_articles():
    dice = random.Random(3)
    rows = [(dice.randint(0, 8), 10, 10) for _ in range(400)]
    few, many = share(rows[:20]), share(rows)
    assert few.low < few.value < few.high
    assert many.high - many.low < few.high - few.low
    assert (few.articles, many.articles) == (20, 400)


@pytest.mark.parametrize("articles", [5, 10, 20])
def test_it_holds_the_truth_in_nine_of_ten_projects_where_articles_differ(articles):
    dice = random.Random(articles)

    def row():
        alike, count = dice.betavariate(6, 3), 14
        right = sum(dice.random() < 0.9 * alike for _ in range(count))
        return (right, count, count)

    truth = 0.9 * 6 / 9
    found = [share([row() for _ in range(articles)]) for _ in range(600)]
    assert sum(each.low <= truth <= each.high for each in found) / 600 > 0.92


@pytest.mark.parametrize(
    ("value", "half", "scale", "row"),
    [
        (f1, f1_half, SHARE, (4, 4, 4)),
        (kappa, kappa_half, CORRECTED, (8, 8, 4, 4, 4, 4)),
        (alpha, alpha_half, CORRECTED, (8, 4, 4)),
    ],
)
def test_full_agreement_on_two_articles_is_no_certainty(value, half, scale, row):
    found = estimate([row, row], value, n=8, scale=scale, half=half)
    assert found.value == 1
    assert found.low < 0.5
    assert found.high == 1
    many = estimate([row] * 50, value, n=200, scale=scale, half=half)
    assert 0.9 < many.low < 1


def test_one_article_has_no_interval_and_empty_ones_are_not_counted():
    assert share([(3, 4, 4), (0, 0, 0)]).low is None
    assert share([(3, 4, 4), (0, 0, 0), (2, 3, 4)]).articles == 2
    assert share([]).value is None


def test_a_figure_that_does_not_add_up_gets_the_same_interval():
    rows = [(3, 4, 4), (2, 4, 5), (5, 5, 6), (1, 3, 3)]

    def value(articles):
        return f1([sum(column) for column in zip(*articles, strict=True)])

    half = f1_half([sum(column) for column in zip(*rows, strict=True)])
    apart = estimate_apart(rows, value, n=4, scale=SHARE, half=half)
    assert (apart.low, apart.high) == pytest.approx((share(rows).low, share(rows).high))
