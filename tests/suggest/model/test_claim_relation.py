"""The same, otherwise, the same topic, or nothing: what a second look tells apart."""

from __future__ import annotations

import pytest

from annotator.core.paths import RESOURCES
from annotator.suggest.model import encoder, sentence_embeddings
from annotator.suggest.model.claim_relation import SecondLook

pytestmark = pytest.mark.skipif(encoder.fault() is not None, reason="the model is not installed")
CLAIM = "La rete idrica di Portosalvo perde il 41 per cento dell'acqua"


@pytest.fixture(scope="module")
def look():
    return SecondLook(sentence_embeddings.load())


def told(look, first, second):
    (found,) = look.relations(first, [second])
    return found.relation


def test_a_claim_is_the_same_as_itself_and_as_itself_with_a_full_stop(look):
    assert told(look, CLAIM, CLAIM + ".") == "same"


def test_the_same_with_the_figure_written_otherwise_is_the_same(look):
    assert told(look, CLAIM, "La rete idrica di Portosalvo perde il 41% dell'acqua") == "same"


@pytest.mark.parametrize(
    ("second", "kind"),
    [
        ("La rete idrica di Portosalvo perde il 14 per cento dell'acqua", "figure"),
        ("La rete idrica di Portosalvo non perde il 41 per cento dell'acqua", "negation"),
        ("La rete idrica di Montefosco perde il 41 per cento dell'acqua", "name"),
    ],
)
def test_one_that_says_otherwise_is_told_with_what_differs(look, second, kind):
    (found,) = look.relations(CLAIM, [second])
    assert found.relation == "otherwise"
    assert kind in [each.kind for each in found.differences]


def test_far_ones_are_nothing(look):
    assert told(look, CLAIM, "The museum opens at nine on Sundays") is None


def test_many_are_told_as_each_alone(look):
    others = ["Il museo apre alle nove", CLAIM, "La rete idrica di Portosalvo è del 1960"]
    together = [each.relation for each in look.relations(CLAIM, others)]
    assert together == [told(look, CLAIM, other) for other in others]


def test_on_pairs_of_the_part_dev_the_classes_hold(look):
    """Not the measure of docs/said-before.md, which is on topics that nothing was chosen on."""
    lines = (RESOURCES / "meaning" / "pairs.tsv").read_text(encoding="utf-8").splitlines()
    pairs = [line.split("\t") for line in lines if line.startswith("dev\t")]
    found = [told(look, pair[4], pair[5]) for pair in pairs]
    same = [pair[2] for pair, one in zip(pairs, found, strict=True) if one == "same"]
    assert same.count("same") / len(same) >= 0.95
    assert same.count("same") >= 0.7 * sum(pair[2] == "same" for pair in pairs)
