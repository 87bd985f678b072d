"""A figure has one value, however it is written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.meaning.figures import figures
from annotator.core.meaning.word_patterns import tokens


def read(text):
    return [(round(f.value, 4), f.kind) for f in figures([t.folded for t in tokens(text)])]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("il 41 per cento", [(0.41, "share")]),
        ("quattro litri su dieci", [(0.4, "share")]),
        ("one in four pupils", [(0.25, "share")]),
        ("two out of three", [(0.6667, "share")]),
        ("un ventesimo", [(0.05, "share")]),
        ("mezzo punto", [(0.005, "share")]),
        ("mezzo miliardo di euro", [(5e8, "count")]),
        ("un miliardo e mezzo", [(1.5e9, "count")]),
        ("one and a half billion", [(1.5e9, "count")]),
        ("5 milioni e 700 mila", [(5.7e6, "count")]),
        ("€900m", [(9e8, "count")]),
        ("157 mila", [(157e3, "count")]),
        ("157.000", [(157e3, "count")]),
        ("quarantacinquemila docenti", [(45e3, "count")]),
        ("two hundred and fifty people", [(250, "count")]),
        ("nel 2023", [(2023, "year")]),
        ("sono triplicati", [(3, "times")]),
        ("una delle due", [(2, "count")]),
        ("nessuna cifra", []),
    ],
)
def test_figures_are_read_in_italian_and_english(text, expected):
    assert read(text) == expected


def agree(first, second, *, loose=False):
    (one,), (two,) = (figures([t.folded for t in tokens(text)]) for text in (first, second))
    return one.agrees(two, loose=loose)


def test_a_rounded_share_agrees_and_a_reversed_one_does_not():
    assert agree("un terzo", "33 percent")
    assert not agree("27%", "72%")
    assert not agree("mezzo punto", "un quarto di punto")
    assert agree("quasi 40 per cento", "38%", loose=True)
    assert not agree("40 per cento", "38%")


def test_doubled_is_a_hundred_per_cent_more_and_twice_is_two():
    assert agree("raddoppiati", "100 percent")
    assert agree("twice", "due volte")
    assert not agree("twice", "three times")


@given(st.integers(2, 999_999))
def test_a_number_is_the_same_with_and_without_points_between_its_thousands(number):
    if 1600 <= number < 2100:
        return  # read as a year where it has no point
    assert read(str(number)) == read(f"{number:,}") == read(f"{number:,}".replace(",", "."))


@given(st.text(max_size=60))
def test_no_text_is_too_strange(text):
    words = [t.folded for t in tokens(text)]
    for figure in figures(words):
        assert 0 <= figure.start < figure.end <= len(words)
