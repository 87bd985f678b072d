"""Annotations become shapes."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from annotator.core.highlight_layout import HighlightShape, highlights, lanes_of
from annotator.core.model import Attribution, Claim, Entity, Span


def claim(id_: str, *spans: tuple[int, int]) -> Claim:
    return Claim(id=id_, layer_id="l", spans=tuple(Span(a, b) for a, b in spans))


def test_claims_are_numbered_in_text_order_and_inner_ones_lie_lower():
    made = highlights(
        claims=[claim("inner", (5, 9)), claim("outer", (5, 30)), claim("first", (0, 4))]
    )
    assert [(s.owner, s.ref, s.lane) for s in made] == [
        ("first", "C1", 0),
        ("outer", "C2", 0),
        ("inner", "C3", 1),
    ]


def test_an_interrupted_claim_has_one_number_and_two_strokes():
    one, two = highlights(claims=[claim("c", (0, 4), (10, 14))])
    assert (one.ref, two.ref) == ("C1", "C1")
    assert (one.is_first, one.is_last, two.is_first, two.is_last) == (True, False, False, True)


def test_sources_and_cues_have_shapes_of_their_own():
    attribution = Attribution(
        id="a", layer_id="l", source_spans=(Span(0, 3),), cue_spans=(Span(4, 8),)
    )
    assert [s.shape for s in highlights(attributions=[attribution])] == [
        HighlightShape.DOUBLE,
        HighlightShape.DOTTED,
    ]


def test_suggestions_are_dashed():
    entity = Entity(id="e", layer_id="l", span=Span(0, 3), label="PER")
    assert highlights([entity], suggested={"e"})[0].suggested
    assert not highlights([entity])[0].suggested


@given(st.lists(st.tuples(st.integers(0, 50), st.integers(1, 20)), max_size=30))
def test_no_two_in_one_lane_overlap(pairs):
    ranges = sorted(Span(a, a + n) for a, n in pairs)
    lanes = lanes_of(ranges)
    for i, one in enumerate(ranges):
        for j in range(i):
            assert lanes[i] != lanes[j] or not one.overlaps(ranges[j])
