"""Entries of the hand-written lists, found in a text."""

from __future__ import annotations

from annotator.core.meaning.word_patterns import (
    WordPatterns,
    opposites,
    places,
    small_words,
    tokens,
)


def folded(text):
    return [token.folded for token in tokens(text)]


def test_a_star_is_any_ending_a_question_mark_one_letter_and_a_line_a_space():
    lists = WordPatterns([("up", "cresc*"), ("all", "tutt?"), ("out", "no_longer_part")])
    found = lists.of(folded("Tutti crescono, tuttavia no longer part of it"))
    assert [(each.key, each.start, each.end) for each in found] == [
        ("all", 0, 1),
        ("up", 1, 2),
        ("out", 3, 6),
    ]


def test_of_entries_that_begin_together_the_longest_counts():
    lists = WordPatterns([("not", "no"), ("gone", "no_longer")])
    assert [each.key for each in lists.of(["no", "longer"])] == ["gone"]


def test_words_keep_where_they_stand():
    text = "L'Aifa didn't say: è il 3,5%"
    read = tokens(text)
    assert [token.word for token in read] == [
        "L'",
        "Aifa",
        "did",
        "n't",
        "say",
        "è",
        "il",
        "3,5",
        "%",
    ]
    assert all(text[token.start :].startswith(token.word) for token in read)


def test_the_lists_can_be_read_and_no_axis_has_one_pole_only():
    keys = opposites().keys
    axes = {key[:-1] for key in keys}
    assert all({f"{axis}+", f"{axis}-"} <= keys for axis in axes)
    assert [each.key for each in places().of(folded("Varsavia e i polacchi"))] == [
        "poland",
        "poland",
    ]
    assert [each.key for each in small_words().of(["mai"])] == ["not"]
