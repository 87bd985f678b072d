"""What may be concluded from a figure: never more than its interval allows."""

from __future__ import annotations

import pytest

from annotator.core.metrics.agreement import Agreements
from annotator.core.metrics.conclusions import conclusion, level
from annotator.core.metrics.intervals import Coefficient
from annotator.core.model import Article
from tests.core.layers import layer_of


@pytest.mark.parametrize(
    ("low", "value", "high", "articles", "expected"),
    [
        (0.85, 0.9, 0.95, 40, "good"),
        (0.7, 0.9, 0.95, 40, "fair"),
        (0.3, 0.5, 0.6, 40, "low"),
        (0.5, 0.9, 0.95, 40, "open"),
        (0.85, 0.9, 0.95, 9, "few"),
        (None, 0.9, None, 1, "few"),
        (None, None, None, 0, "nothing"),
    ],
)
def test_the_level_is_that_of_the_lower_end(low, value, high, articles, expected):
    figure = Coefficient(value, 100, low, high, articles)
    assert level(figure) == expected
    sentence = str(conclusion(figure))
    if value is not None:
        assert f"{value:.0%}" in sentence
    if low is not None:
        assert f"{low:.0%}" in sentence
        assert f"{high:.0%}" in sentence


def test_nearly_all_is_not_called_all():
    assert "99.6%" in str(conclusion(Coefficient(0.996, 900, 0.99, 0.9996, 40)))
    assert "99.9%" in str(conclusion(Coefficient(0.996, 900, 0.99, 0.9996, 40)))


def test_long_spans_with_one_end_off_are_no_good_agreement():
    found = Agreements()
    for number in range(12):
        contents = [
            layer_of("a", "[" + "x" * 30 + "|ORG]y"),
            layer_of("b", "[" + "x" * 29 + "|ORG]xy"),
        ]
        found.add(Article(id=f"n{number}", title="", text="x" * 30 + "y", sha256=""), contents)
    [(subject, figure, sentence), *_] = found.result().conclusions()
    assert (subject, figure.value) == ("entities", 0)
    assert str(sentence).startswith("Low agreement: 0% alike")


def test_claims_are_told_of_where_there_are_no_entities():
    found = Agreements()
    for number in range(12):
        contents = [layer_of(name, "[Rents rose by half.|CLAIM] So." * 4) for name in "ab"]
        found.add(Article(id=f"n{number}", title="", text="x" * 100, sha256=""), contents)
    told = {subject: str(sentence) for subject, _, sentence in found.result().conclusions()}
    assert told["entities"] == "There is too little to tell."
    assert told["claims"].startswith("Good agreement: 100% alike")
    assert told["speakers"].startswith(
        "Good agreement: 100% alike"
    )  # the article itself, says both
