"""Windows over the words of a text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from annotator.suggest.model.tokenization import END, START, windows

WORDS = st.lists(st.lists(st.integers(4, 99), min_size=1, max_size=12), max_size=300)


@given(WORDS, st.lists(st.integers(0, 300)), st.integers(16, 60))
def test_windows_cover_every_word_in_order_and_fit(pieces, breaks, longest):
    covered = 0
    last = -1
    for each in windows(pieces, breaks, longest):
        assert last < each.start <= covered
        assert each.end > each.start
        assert len(each.ids) <= longest
        last, covered = each.start, max(covered, each.end)
    assert covered == len(pieces)


@given(WORDS, st.integers(16, 60))
def test_a_window_knows_where_each_word_begins(pieces, longest):
    for each in windows(pieces, (), longest):
        assert each.ids[0] == START
        assert each.ids[-1] == END
        for word, first in zip(range(each.start, each.end), each.firsts, strict=True):
            assert each.ids[first : first + len(pieces[word])] == pieces[word]


def test_a_window_starts_where_a_sentence_does_if_it_can():
    pieces = [[7]] * 100
    first, second, *_ = windows(pieces, [0, 30, 60], 62)
    assert (first.start, second.start) == (0, 30) or second.start == 45
