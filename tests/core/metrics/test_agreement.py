"""Agreement: published worked examples, an independent library, and what must always hold."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from nltk.metrics.agreement import AnnotationTask
from nltk.metrics.distance import binary_distance

from annotator.core.annotated_article import LayerContents
from annotator.core.metrics.agreement import Agreements
from annotator.core.metrics.agreement_counts import outermost
from annotator.core.metrics.coefficients import (
    alpha,
    alpha_unitised,
    f1,
    kappa,
    kappa_row,
    weighted_kappa,
)
from annotator.core.metrics.evaluation import Evaluator
from annotator.core.model import (
    Article,
    Attribution,
    Claim,
    Entity,
    Evidence,
    Layer,
    Source,
    Span,
    with_,
)
from tests.core.layers import LENGTH, layer_of, layers

# Krippendorff (1995), example A: two coders, 24 units
ONE, OTHER = "001111111100001111110000", "000011110000000110000000"


def table(one: str, other: str, values: str = "01") -> list[list[int]]:
    counts = [[0] * len(values) for _ in values]
    for a, b in zip(one, other, strict=True):
        counts[values.index(a)][values.index(b)] += 1
    return counts


def alpha_row(*coders: str) -> list[float]:
    """The row of `alpha` by its definition, unit by unit; a dot is a value that is missing."""
    values = sorted(set("".join(coders)) - {"."})
    pairs = {(a, b): 0.0 for a in values for b in values}
    for unit in zip(*coders, strict=True):
        said = [value for value in unit if value != "."]
        for i, a in enumerate(said):
            for j, b in enumerate(said):
                if i != j:
                    pairs[a, b] += 1 / (len(said) - 1)
    return [sum(pairs[v, v] for v in values), *(sum(pairs[v, b] for b in values) for v in values)]


def article(length: int = LENGTH) -> Article:
    return Article(id="article", title="T", text="x" * length, sha256="")


def measured(*contents: LayerContents, length: int = LENGTH):
    found = Agreements()
    found.add(article(length), contents)
    return found.result()


# -- published figures


def test_kappa_is_the_published_one():
    assert kappa(kappa_row(table(ONE, OTHER))) == pytest.approx(0.385, abs=0.0005)


def test_nominal_alpha_is_the_published_one():
    assert alpha(alpha_row(ONE, OTHER)) == pytest.approx(0.329, abs=0.0005)


def test_nominal_alpha_of_four_coders_with_gaps_is_the_published_one():
    # Hayes and Krippendorff (2007)
    coders = ("123321412...", "1233224125.3", ".3332342251.", "12332441251.")
    assert alpha(alpha_row(*coders)) == pytest.approx(0.743, abs=0.0005)


def test_unitised_alpha_is_the_published_one():
    # Krippendorff (2004), p. 254: a continuum of 300 from 150 on, kinds c and k
    c = [[(75, 145), (220, 250)], [(70, 150), (205, 225), (250, 270)]]
    k = [[(30, 90), (150, 200)], [(30, 90), (150, 200)]]
    seen_c, chance_c = alpha_unitised(c, 300)
    seen_k, chance_k = alpha_unitised(k, 300)
    assert (seen_c, chance_c) == pytest.approx((0.0144, 0.0532), abs=0.00005)
    assert 1 - seen_c / chance_c == pytest.approx(0.7286, abs=0.00005)
    assert (seen_k, chance_k) == pytest.approx((0, 0.0490), abs=0.00005)
    assert 1 - (seen_c + seen_k) / (chance_c + chance_k) == pytest.approx(0.8591, abs=0.0005)


@pytest.mark.parametrize(
    ("one", "other", "seen"),
    [  # Krippendorff (1995), p. 57: a continuum of 24
        ([(2, 10), (14, 20)], [(4, 8), (15, 17)], 0.03125),
        ([(0, 18)], [(0, 2), (2, 3), (3, 4), (4, 5), (5, 6), (6, 9), (9, 10)], 2.26736),
        (
            [(2, 8), (10, 12), (14, 18), (20, 22)],
            [(0, 2), (4, 8), (10, 14), (16, 18), (20, 22)],
            0.02777,
        ),
        (
            [(0, 2), (2, 10), (10, 14), (14, 20), (20, 24)],
            [(0, 4), (4, 8), (8, 15), (15, 17), (17, 24)],
            0.38715,
        ),
    ],
)
def test_the_observed_disagreement_of_units_is_the_published_one(one, other, seen):
    assert alpha_unitised([one, other], 24)[0] == pytest.approx(seen, abs=0.00001)


# -- an independent library

ratings = st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("abc")), min_size=2)


@given(ratings)
def test_kappa_and_alpha_are_those_of_another_program(pairs):
    one, other = ("".join(side) for side in zip(*pairs, strict=True))
    task = AnnotationTask(
        [("1", n, v) for n, v in enumerate(one)] + [("2", n, v) for n, v in enumerate(other)],
        distance=binary_distance,
    )
    mine = kappa(kappa_row(table(one, other, "abc")))
    if len(set(one + other)) > 1:
        assert alpha(alpha_row(one, other)) == pytest.approx(task.alpha())
        assert mine == pytest.approx(task.kappa())


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), min_size=2))
def test_weighted_kappa_is_that_of_another_program(pairs):
    task = AnnotationTask(
        [("1", n, p[0]) for n, p in enumerate(pairs)]
        + [("2", n, p[1]) for n, p in enumerate(pairs)],
        distance=lambda a, b: (a - b) ** 2 / 9,
    )
    flat = [sum(p == (a, b) for p in pairs) for a in range(4) for b in range(4)]
    mine = weighted_kappa(flat)
    if mine is not None:
        assert mine == pytest.approx(task.weighted_kappa(max_distance=1.0))


# -- what must always hold


@given(layers(2))
def test_f1_from_differences_is_f1_from_sets(contents):
    one, other = ([(e.span, e.label) for e in c.entities] for c in contents)
    common = 0
    rest = list(other)
    for each in one:
        if each in rest:
            rest.remove(each)
            common += 1
    assert measured(*contents).exact.value == f1((common, len(one), len(other)))


@given(layers(3), st.randoms())
def test_the_order_of_the_layers_alters_nothing(contents, dice):
    shuffled = list(contents)
    dice.shuffle(shuffled)
    assert measured(*shuffled) == measured(*contents)


@given(layers(2))
def test_a_layer_agrees_with_its_twin_in_everything(contents):
    one = contents[0]
    twin = LayerContents(
        layer=with_(one.layer, id="twin", author="z"),
        entities=tuple(with_(e, id=f"{e.id}'") for e in one.entities),
    )
    bare = LayerContents(layer=one.layer, entities=one.entities)
    found = measured(bare, twin, length=2 * LENGTH)
    assert found.exact.value in (1, None)
    assert found.alpha.value in (pytest.approx(1), None)


@given(layers(2))
def test_alpha_over_characters_is_that_of_every_single_character(contents):
    length = 2 * LENGTH

    def letters(layer: LayerContents) -> list[str]:
        row = ["."] * length
        for start, end, label in outermost(layer.entities):
            row[start:end] = [label] * (end - start)
        return row

    one, other = map(letters, contents)
    task = AnnotationTask(
        [("1", n, v) for n, v in enumerate(one)] + [("2", n, v) for n, v in enumerate(other)],
        distance=binary_distance,
    )
    found = measured(*contents, length=length)
    if len({*one, *other}) > 1:
        assert found.alpha.value == pytest.approx(task.alpha())
        assert found.pairs[0].kappa.value == pytest.approx(task.kappa())


def test_of_overlapping_entities_the_outer_one_counts():
    def entity(start: int, end: int, label: str) -> Entity:
        return Entity(id=label, layer_id="l", span=Span(start, end), label=label)

    nested = [entity(0, 10, "ORG"), entity(4, 10, "LOC"), entity(12, 14, "PER")]
    assert outermost(nested) == [(0, 10, "ORG"), (12, 14, "PER")]


def test_attributes_are_compared_where_both_marked_the_claim():
    one = layer_of("a", "[The bridge cost 12 million|CLAIM]", check_worthiness=3)
    other = layer_of("b", "[The bridge cost 12 million|CLAIM]", check_worthiness=1)
    found = measured(one, other)
    assert found.claims.value == 1
    assert found.attributes["claim.check_worthiness"].n == 1
    assert found.attributes["claim.kind"].value is None  # one kind only: chance explains it


def test_an_article_with_one_layer_counts_for_nothing():
    found = Agreements()
    found.add(article(), [layer_of("a", "[Rossi|PER] spoke")])
    assert found.result().articles == 0


def test_the_worst_articles_come_first():
    found = Agreements()
    for number, other in enumerate(("[Rossi|PER] spoke", "[Rossi|ORG] spoke")):
        contents = [layer_of("a", "[Rossi|PER] spoke"), layer_of("b", other)]
        found.add(with_(article(), id=f"n{number}"), contents)
    result = found.result()
    assert [each.id for each in result.worst] == ["n1", "n0"]
    assert all(a.exact <= b.exact for a, b in pairwise(result.worst))


def test_claims_with_half_of_the_words_in_common_are_one():
    def contents(author: str, end: int) -> LayerContents:
        claim = Claim(id=author, layer_id=author, spans=(Span(0, end),))
        layer = Layer(id=author, article_id="article", author=author)
        return LayerContents(layer=layer, claims=(claim,))

    assert measured(contents("a", 20), contents("b", 10)).claims.value == 1
    assert measured(contents("a", 20), contents("b", 9)).claims.value == 0


# -- one matching with evaluation


@given(st.lists(layers(2), min_size=1, max_size=3))
def test_agreement_and_evaluation_give_the_same_figures(articles):
    found, evaluator = Agreements(), Evaluator()
    for one, other in articles:
        found.add(article(), [one, other])
        evaluator.add(article(), one, other)
    agreement, evaluation = found.result(), evaluator.result()
    assert agreement.exact.value == evaluation.exact.micro.f1
    assert agreement.overlapping.value == evaluation.overlapping.micro.f1
    assert agreement.claims.value == evaluation.claims.f1
    labels = {name: score.f1 for name, score in evaluation.exact.by_label.items()}
    assert {name: each.value for name, each in agreement.labels.items()} == labels


def test_a_partner_of_another_label_takes_no_partner_away():
    one = layer_of("a", "the [Comune di Roma|ORG] pays")
    other = layer_of("b", "the [Comune di Roma|LOC] pays")
    nested = Entity(id="n", layer_id=other.layer.id, span=Span(4, 10), label="ORG")
    other = with_(other, entities=(*other.entities, nested))
    assert measured(one, other).overlapping.value == pytest.approx(2 / 3)


# -- who says it


def said(author: str, *speakers: tuple[Span, ...] | str) -> LayerContents:
    layer = Layer(id=author, article_id="article", author=author)
    claim = Claim(id=f"c{author}", layer_id=author, spans=(Span(10, 20),))
    attributions = tuple(
        Attribution(
            id=f"{author}{number}",
            layer_id=author,
            claims=(claim.id,),
            source_spans=() if isinstance(speaker, str) else speaker,
            agent=speaker if isinstance(speaker, str) else "",
        )
        for number, speaker in enumerate(speakers)
    )
    return LayerContents(layer=layer, claims=(claim,), attributions=attributions)


@pytest.mark.parametrize(
    ("one", "other", "f1_of_speakers"),
    [
        ([], [], 1.0),  # both: the article itself
        ([(Span(0, 4),)], [], 0.0),
        ([(Span(0, 4),)], [(Span(2, 4),)], 1.0),
        ([(Span(0, 4),)], [(Span(5, 8),)], 0.0),
        ([(Span(0, 4),), "Ministry"], [(Span(0, 4),)], 2 / 3),
        (["Ministry"], ["ministry"], 1.0),
        ([""], [""], 1.0),  # both: somebody who is not named
        ([(Span(0, 4),)], [""], 0.0),
    ],
)
def test_who_says_a_claim_is_compared_where_both_marked_it(one, other, f1_of_speakers):
    found = measured(said("a", *one), said("b", *other))
    assert found.speakers.value == pytest.approx(f1_of_speakers)


# -- three people, of whom no two labelled everything


def test_alpha_u_is_told_where_no_article_went_to_all():
    found = Agreements()
    marks = {
        "a": "[Anna|PER] saw [Rome|LOC]",
        "b": "[Anna|PER] saw [Rome|LOC]",
        "c": "Anna saw [Rome|LOC]",
    }
    for number, (one, other) in enumerate([("a", "b"), ("b", "c"), ("a", "c")] * 2):
        contents = [layer_of(one, marks[one]), layer_of(other, marks[other])]
        found.add(with_(article(), id=f"n{number}"), contents)
    result = found.result()
    seen = chance = 0.0
    for one, other in combinations("abc", 2):  # by the formula, two articles one after the other
        for kind in ("PER", "LOC"):
            spans = {"PER": [(0, 4)], "LOC": [(9, 13)]}[kind]
            coders = [
                [
                    (start + LENGTH * n, end + LENGTH * n)
                    for n in range(2)
                    for start, end in spans
                    if kind == "LOC" or name != "c"
                ]
                for name in (one, other)
            ]
            observed, expected = alpha_unitised(coders, 2 * LENGTH)
            seen, chance = seen + observed, chance + expected
    assert result.alpha_u.value == pytest.approx(1 - seen / chance)
    assert result.alpha_u.low < result.alpha_u.value < result.alpha_u.high


def test_the_stance_of_evidence_is_measured_over_the_sources_of_two_projects():
    sources, contents = [], []
    for name, stance in (("a", "supports"), ("b", "refutes")):
        sources.append(Source(id=f"s{name}", title="Report", url="https://istat.it/report"))
        found = said(name)
        evidence = Evidence(
            id=f"e{name}",
            layer_id=name,
            claim_id=found.claims[0].id,
            source_id=f"s{name}",
            stance=stance,
        )
        contents.append(with_(found, evidence=(evidence,)))
    found = Agreements()
    found.add(article(), contents, sources)
    result = found.result()
    assert result.attributes["evidence.stance"].n == 1
    assert result.worst[0].differences == 1
