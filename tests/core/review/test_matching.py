"""Which annotations of two layers belong together."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from annotator.core.model import Claim, Entity, Span
from annotator.core.review.matching import overlap, overlapping_entities, pair, same_claims, shared


def claim(*spans: tuple[int, int]) -> Claim:
    return Claim(id="c", layer_id="l", spans=tuple(Span(a, b) for a, b in spans))


def entity(start: int, end: int, label: str = "PER") -> Entity:
    return Entity(id="e", layer_id="l", span=Span(start, end), label=label)


def test_the_overlap_of_an_interrupted_claim_counts_its_pieces():
    one, other = claim((0, 10), (20, 30)), claim((5, 25))
    assert shared(one.spans, other.spans) == 10
    assert overlap(one.spans, other.spans) == 10 / 30


def test_each_is_used_once_and_the_closest_wins():
    gold = [claim((0, 10)), claim((10, 20))]
    found = [claim((0, 14)), claim((0, 11))]
    assert same_claims(gold, found) == [(0, 1)]
    assert same_claims(gold, found, least=0.2) == [(0, 1), (1, 0)]


def test_half_of_the_union_is_enough_for_a_claim():
    assert same_claims([claim((0, 10))], [claim((0, 5))]) == [(0, 0)]
    assert same_claims([claim((0, 11))], [claim((0, 5))]) == []


def test_entities_overlap_only_under_the_same_label():
    gold, found = [entity(0, 12)], [entity(6, 12, "ORG"), entity(11, 15)]
    assert overlapping_entities(gold, found) == [(0, 1)]


SPANS = st.tuples(st.integers(0, 3000), st.integers(1, 900)).map(lambda s: Span(s[0], sum(s)))


@given(st.lists(SPANS, max_size=12), st.lists(SPANS, max_size=12))
def test_no_pair_that_lies_far_along_the_text_is_missed(gold, found):
    made = pair(
        gold,
        found,
        spans=lambda s: (s,),
        closeness=lambda a, b: overlap((a,), (b,)),
        least=1e-9,
    )
    assert len({a for a, _ in made}) == len({b for _, b in made}) == len(made)
    left = [s for i, s in enumerate(gold) if i not in {a for a, _ in made}]
    right = [s for i, s in enumerate(found) if i not in {b for _, b in made}]
    assert not any(a.overlaps(b) for a in left for b in right)
