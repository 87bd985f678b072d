"""What was learnt alters a machine's layer, and nothing else."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from annotator.core.annotated_article import LayerContents
from annotator.core.learning.learned_model import (
    CLAIM,
    DecisionMemory,
    FeatureWeights,
    Filter,
    LearnedModel,
    LearnedName,
    find_names,
    phrase,
    refine,
    says_the_same,
)
from annotator.core.model import Attribution, Claim, Entity, Layer, Span
from tests.notation import parse, show

LAYER = Layer(id="new", article_id="a", author="machine:x@1+1", role="machine")
OLD = Layer(id="old", article_id="a", author="machine:x@1", role="machine")
NOTHING, UNKNOWN = LearnedModel(), DecisionMemory()
NEVER, ALWAYS = FeatureWeights(-9.0, {}), FeatureWeights(9.0, {})


def layer(marked: str, **more) -> tuple[str, LayerContents]:
    text, marks = parse(marked)
    entities = tuple(
        Entity(id=f"e{n}", layer_id="old", span=span, label=label, confidence=0.7, why="rule: x")
        for n, (span, label) in enumerate(marks)
        if label != "CLAIM"
    )
    claims = tuple(
        Claim(id=f"c{n}", layer_id="old", spans=(span,), confidence=0.7)
        for n, (span, label) in enumerate(marks)
        if label == "CLAIM"
    )
    return text, LayerContents(layer=OLD, entities=entities, claims=claims, **more)


def refined(
    marked: str, learned_model: LearnedModel = NOTHING, memory: DecisionMemory = UNKNOWN
) -> str:
    text, contents = layer(marked)
    made = refine(text, contents, learned_model, memory, layer=LAYER)
    marks = [(e.span, e.label) for e in made.entities]
    return show(text, marks + [(c.spans[0], "CLAIM") for c in made.claims])


def test_with_nothing_learnt_another_layer_says_the_same_under_other_ids():
    text, contents = layer("{[Ada|PER] va a [Roma|LOC]|CLAIM}.")
    made = refine(text, contents, LearnedModel(), DecisionMemory(), layer=LAYER)
    assert says_the_same(made, contents)
    assert {r.layer_id for r in made.records()} == {"new"}
    assert not {r.id for r in made.records()} & {r.id for r in contents.records()}


def test_what_was_rejected_often_is_left_out_whatever_its_capitals():
    memory = DecisionMemory(silenced=frozenset([phrase("LOC", "lunedì"), phrase(CLAIM, "piove")]))
    marked = "[Lunedì|LOC] {piove|CLAIM} con [Lunedì|PER]."
    assert refined(marked, memory=memory) == "Lunedì piove con [Lunedì|PER]."


def test_a_link_is_suggested_where_the_same_name_had_it():
    text, contents = layer("[Roma|LOC] e [Roma|ORG].")
    memory = DecisionMemory(links={phrase("LOC", "ROMA"): "Q220"})
    made = refine(text, contents, LearnedModel(), memory, layer=LAYER)
    assert [e.kb_id for e in made.entities] == ["Q220", None]
    assert "linked" in made.entities[0].why


def test_a_filter_sets_the_confidence_and_leaves_out_what_is_unlikely():
    keep = Filter(FeatureWeights(0.0, {"label=PER": 2.0, "label=LOC": -3.0}), 0.3)
    text, contents = layer("[Ada|PER] a [Roma|LOC].")
    [ada] = refine(
        text, contents, LearnedModel(entities=keep), DecisionMemory(), layer=LAYER
    ).entities
    assert (ada.label, ada.confidence) == ("PER", 0.88)
    assert "weighed by your corrections" in ada.why


def test_claims_are_left_out_and_their_priority_set():
    learned_model = LearnedModel(worth=(ALWAYS, ALWAYS, NEVER))
    text, contents = layer("{Piove|CLAIM}.")
    [claim] = refine(text, contents, learned_model, DecisionMemory(), layer=LAYER).claims
    assert claim.check_worthiness == 2
    assert refined("{Piove|CLAIM}.", LearnedModel(claims=Filter(NEVER, 0.5))) == "Piove."


def test_an_attribution_loses_the_claims_that_go_and_goes_with_the_last():
    both = Attribution(id="a1", layer_id="old", claims=("c0", "c1"), cue_spans=(Span(0, 5),))
    inner = Attribution(id="a2", layer_id="old", claims=("c0",), nested_in="a1")
    lone = Attribution(id="a3", layer_id="old", cue_spans=(Span(0, 5),))
    text, contents = layer("{Piove|CLAIM} e {nevica|CLAIM}.", attributions=(both, inner, lone))
    memory = DecisionMemory(silenced=frozenset([phrase(CLAIM, "Piove")]))
    made = refine(text, contents, LearnedModel(), memory, layer=LAYER)
    assert len(made.attributions) == 2
    first, last = made.attributions
    assert first.claims == (made.claims[0].id,)
    assert last.claims == ()
    assert {a.nested_in for a in made.attributions} == {None}


def test_known_names_are_added_where_nothing_is_and_relabelled_where_another_label_is():
    learned_model = LearnedModel(
        names=(LearnedName("Zubena", "LOC", 0.9), LearnedName("Alta Zubena", "ORG", 0.9))
    )
    marked = "La Zubena, l'Alta Zubena, [Zubena|PER] e [la Zubena nera|LOC]; Zubenate."
    wanted = "La [Zubena|LOC], l'[Alta Zubena|ORG], [Zubena|LOC] e [la Zubena nera|LOC]; Zubenate."
    assert refined(marked, learned_model) == wanted


def test_a_name_that_was_found_and_left_out_does_not_come_back_as_a_known_one():
    memory = DecisionMemory(silenced=frozenset([phrase("PER", "Zubena")]))
    learned_model = LearnedModel(names=(LearnedName("Zubena", "LOC", 0.9),))
    assert refined("[Zubena|PER] scorre.", learned_model, memory) == "Zubena scorre."


@given(st.text("ab AB.", max_size=60), st.lists(st.text("abAB ", min_size=1, max_size=6)))
def test_names_are_found_as_whole_words_in_order_and_apart(text, names):
    found = list(find_names(text, [LearnedName(each, "X", 0.5) for each in names]))
    until = 0
    for span, name in found:
        assert span.of(text) == name.words
        assert span.start >= until
        assert span.start == 0 or not (
            text[span.start - 1].isalnum() and text[span.start].isalnum()
        )
        until = span.end


def test_weights_of_extreme_size_stay_between_nought_and_one():
    for bias in (-1e6, 0.0, 1e6):
        assert 0.0 < FeatureWeights(bias, {"x": bias}).chance({"x": 5.0, "y": 1.0}) < 1.0
