"""What answers to a few typed letters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.ui.widgets.fuzzy_match import best, rank


def names(typed, *said):
    return best(typed, said, lambda name: (name, ""))


def test_the_beginning_comes_before_the_middle():
    assert names("su", "Issue", "Next suggestion", "Submit") == [
        "Submit",
        "Next suggestion",
        "Issue",
    ]


def test_accents_and_case_do_not_matter():
    assert names("perche", "Perché no") == ["Perché no"]
    assert names("PERCHÉ", "perche no") == ["perche no"]


def test_beginnings_of_words_in_any_order_are_enough():
    assert names("art nex", "Previous article", "Next article") == ["Next article"]


def test_initials_find_an_action():
    assert names("elf", "Export", "End one line further")[:1] == ["End one line further"]


def test_letters_in_their_order_are_the_last_resort():
    assert names("sgst", "Submit", "Suggest again") == ["Suggest again"]


def test_the_hint_answers_too_but_later():
    things = [("Undo", "Edit"), ("Edit labels", "Tools")]
    assert best("edit", things, lambda each: each) == [things[1], things[0]]


def test_nothing_typed_lets_all_through_in_their_order():
    assert names("", "b", "a") == ["b", "a"]


@pytest.mark.parametrize("typed", ["zzz", "qx"])
def test_what_fits_nothing_finds_nothing(typed):
    assert names(typed, "Submit", "Export") == []


@given(st.text(max_size=20), st.text(max_size=40))
def test_any_two_texts_can_be_compared(typed, name):
    place = rank(typed, name)
    assert place is None or place >= 0


@given(st.text(alphabet="abcdeèìò ", min_size=1, max_size=20))
def test_every_name_answers_to_itself_best_of_all(name):
    assert rank(name, name) == 0
