"""Precision, recall and F1 against examples worked out by hand."""

from __future__ import annotations

import pytest

from annotator.core.annotated_article import LayerContents
from annotator.core.metrics.evaluation import Evaluator, Score, evaluate, token_labels
from annotator.core.model import Article, Attribution, Claim, Entity, Layer, Span
from tests.notation import parse


def article(text: str) -> Article:
    return Article(id="a", title="Titolo", text=text, sha256="")


def layer(marked: str = "", **records) -> LayerContents:
    """The entities marked, or other records."""
    entities = tuple(
        Entity(id=f"{span.start}", layer_id="l", span=span, label=label)
        for span, label in parse(marked)[1]
    )
    made = Layer(id="l", article_id="a", author="x")
    return LayerContents(layer=made, entities=entities, **records)


GOLD = "[Mario Rossi|PER] va a [Roma|LOC] con [Ada|PER] dal [Comune di Bari|ORG]."
FOUND = "[Mario Rossi|PER] va a [Roma|ORG] con Ada [dal|LOC] Comune di [Bari|ORG]."


@pytest.fixture
def entities():
    return evaluate([(article(parse(GOLD)[0]), layer(GOLD), layer(FOUND))])


def test_a_hand_worked_example_exact(entities):
    # PER: 1 of 2 found; LOC: "dal" for "Roma"; ORG: "Roma" and "Bari" for "Comune di Bari"
    assert entities.exact.by_label == {
        "LOC": Score(1, 1, 0),
        "ORG": Score(1, 2, 0),
        "PER": Score(2, 1, 1),
    }
    micro = entities.exact.micro
    assert (micro.precision, micro.recall, micro.f1) == (1 / 4, 1 / 4, 1 / 4)
    assert entities.exact.macro_f1 == pytest.approx((0 + 0 + 2 / 3) / 3)


def test_a_hand_worked_example_overlapping(entities):
    assert entities.overlapping.by_label["ORG"] == Score(1, 2, 1)  # "Bari" touches, "Roma" not
    assert entities.overlapping.by_label["LOC"] == Score(1, 1, 0)
    assert entities.overlapping.micro == Score(4, 4, 2)


def test_a_hand_worked_example_by_tokens(entities):
    # gold: Mario Rossi PER, Roma LOC, Ada PER, Comune di Bari ORG
    # found: Mario Rossi PER, Roma ORG, dal LOC, Bari ORG
    assert entities.tokens.by_label == {
        "LOC": Score(1, 1, 0),
        "ORG": Score(3, 2, 1),
        "PER": Score(3, 2, 2),
    }
    assert entities.tokens.micro.f1 == pytest.approx(2 * 3 / (7 + 5))
    assert entities.tokens.macro_f1 == pytest.approx((0 + 2 / 5 + 4 / 5) / 3)


def test_the_confusion_says_what_was_taken_for_what(entities):
    assert entities.confusion == {
        "": {"LOC": 1},
        "LOC": {"ORG": 1},
        "ORG": {"ORG": 1},
        "PER": {"PER": 1, "": 1},
    }


def test_of_nested_entities_a_token_has_the_outer_label():
    text, marks = parse("[Federazione [italiana|NORP] scherma|ORG] e [Po|LOC]")
    made = [Entity(id="e", layer_id="l", span=s, label=x) for s, x in marks]
    assert token_labels(text, made) == ["ORG", "ORG", "ORG", "", "LOC"]


def claims(*spans: tuple[int, int, int, str]) -> LayerContents:
    made = tuple(
        Claim(id=f"c{a}", layer_id="l", spans=(Span(a, b),), check_worthiness=worth, kind=kind)
        for a, b, worth, kind in spans
    )
    return layer(claims=made)


def test_claims_match_at_half_their_union_and_then_their_fields_are_compared():
    gold = claims((0, 10, 3, "numerical"), (20, 40, 2, "quote"), (50, 60, 1, "quote"))
    found = claims((0, 10, 2, "numerical"), (20, 32, 1, "causal"), (52, 90, 3, "quote"))
    made = evaluate([(article("x" * 100), gold, found)])
    assert made.claims == Score(3, 3, 2)  # 12/20 is enough, 8/40 is not
    assert made.claims_exact == Score(3, 3, 1)
    assert made.kinds == Score(2, 2, 1)
    assert made.worthiness == Score(2, 2, 0)
    assert made.check_worthy == Score(2, 2, 1)


def said(cue: tuple[int, int], *sources: tuple[int, int]) -> Attribution:
    spans = tuple(Span(*source) for source in sources)
    return Attribution(id=f"a{cue}", layer_id="l", cue_spans=(Span(*cue),), source_spans=spans)


def test_attributions_are_told_apart_by_their_cues_and_then_their_sources_are_looked_at():
    gold = layer(attributions=(said((10, 15), (0, 8)), said((30, 35), (20, 28)), said((50, 55))))
    found = layer(attributions=(said((12, 15), (4, 8)), said((30, 35), (40, 44)), said((80, 85))))
    made = evaluate([(article("x" * 100), gold, found)])
    assert made.cues == Score(3, 3, 2)
    assert made.sources == Score(2, 2, 1)
    assert made.sources_exact == Score(2, 2, 0)


def test_nothing_against_nothing_has_no_score_and_is_no_mistake():
    made = evaluate([(article("x"), layer(), layer())])
    assert made.articles == 1
    assert made.exact.micro.f1 is None
    assert made.exact.macro_f1 is None
    assert made.worst == ()


def test_the_worst_articles_come_first_and_ten_are_enough():
    evaluator = Evaluator()
    text = parse(GOLD)[0]
    for number in range(30):
        one = Article(id=str(number), title="", text=text, sha256="")
        wrong = FOUND if number % 3 == 0 else GOLD if number % 3 == 1 else ""
        evaluator.add(one, layer(GOLD), layer(wrong))
    worst = evaluator.result().worst
    assert [each.mistakes for each in worst] == [6] * 10
    assert [each.article_id for each in worst[:2]] == ["0", "3"]


def test_a_perfect_layer_scores_one_everywhere():
    gold = layer(GOLD, claims=claims((0, 10, 3, "quote")).claims, attributions=(said((1, 2)),))
    made = evaluate([(article(parse(GOLD)[0]), gold, gold)])
    for score in (made.exact.micro, made.overlapping.micro, made.tokens.micro, made.claims):
        assert score.f1 == 1.0
    assert made.exact.macro_f1 == 1.0
    assert made.cues.f1 == made.check_worthy.f1 == 1.0
