"""Finding the highlights that touch a range."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from annotator.core.highlight_layout import Highlight, HighlightShape
from annotator.ui.view.spans import LONG, HighlightIndex


def highlight(start: int, end: int, owner: str = "x", **more: object) -> Highlight:
    return Highlight(start, end, HighlightShape.BRACKET, owner, "claim", **more)  # type: ignore[arg-type]


ranges = st.tuples(st.integers(0, 20_000), st.integers(1, 2 * LONG)).map(
    lambda pair: (pair[0], pair[0] + pair[1])
)


@given(st.lists(ranges, max_size=30), ranges)
def test_a_window_holds_exactly_what_touches_it(made, window):
    start, end = window
    index = HighlightIndex([highlight(a, b, f"{n}") for n, (a, b) in enumerate(made)])
    expected = {f"{n}" for n, (a, b) in enumerate(made) if a < end and b > start}
    found = [s.owner for s in index.window(start, end)]
    assert sorted(found) == sorted(expected)


def test_the_innermost_comes_first():
    index = HighlightIndex(
        [highlight(0, 50, "claim"), highlight(5, 30, "inner"), highlight(8, 12, "name")]
    )
    assert [s.owner for s in index.covering(9)] == ["name", "inner", "claim"]


def test_an_interrupted_claim_is_joined():
    parts = [highlight(0, 4, "c", is_last=False), highlight(9, 14, "c", is_first=False)]
    [join] = HighlightIndex(parts).joins
    assert (join.start, join.end, join.highlight.owner) == (4, 9, "c")


def test_strokes_in_any_order_are_put_in_text_order():
    index = HighlightIndex([highlight(9, 12), highlight(1, 3)])
    assert [s.start for s in index.highlights] == [1, 9]


@given(st.data())
def test_an_index_made_from_the_one_before_is_the_index_made_anew(data):
    lengths = st.tuples(st.integers(0, 900), st.integers(1, 60)).map(lambda p: (p[0], sum(p)))
    pool = st.lists(lengths, max_size=40)
    before = [highlight(a, b, f"{n}") for n, (a, b) in enumerate(sorted(data.draw(pool)))]
    gone = data.draw(st.integers(0, len(before)))
    come = [highlight(a, b, f"new{n}") for n, (a, b) in enumerate(data.draw(pool)[:3])]
    after = sorted([*before[:gone], *before[gone + 1 :], *come], key=lambda s: (s.start, -s.end))
    made, anew = HighlightIndex(before).replaced(after), HighlightIndex(after)
    assert made.highlights == anew.highlights
    for start in range(0, 960, 30):
        assert made.window(start, start + 45) == anew.window(start, start + 45)


def test_an_interrupted_claim_is_joined_in_an_index_made_from_the_one_before():
    name = highlight(20, 24, "e")
    parts = [highlight(0, 4, "c", is_last=False), highlight(9, 14, "c", is_first=False)]
    assert HighlightIndex([name]).replaced([*parts, name]).joins == HighlightIndex(parts).joins
    assert HighlightIndex([*parts, name]).replaced([name]).joins == []
    assert HighlightIndex(parts).replaced([*parts, name]).joins == HighlightIndex(parts).joins
