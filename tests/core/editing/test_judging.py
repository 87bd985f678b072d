"""What one key takes: names that say the same, the rest of a paragraph, what is shown and no more."""

from __future__ import annotations

from annotator.core.editing.judging import Judging, Shown, counted, next_from
from annotator.core.model import Claim, Span, with_
from annotator.core.text import paragraph_at
from tests.core.paper import find, suggested

TEXT = (
    "[Rome|LOC] grows: {[Anna|PER] saw [Rome|LOC]|CLAIM}.\n\n"
    "[Rome|ORG] won. {[Anna|PER] cheered|CLAIM}."
)


def words(view, annotations):
    return [view.words_of(each) for each in annotations]


def test_a_name_is_taken_wherever_the_same_words_have_the_same_label():
    view = suggested(TEXT)
    assert words(view, Judging().alike(view, find(view, "Rome"))) == ["Rome", "Rome"]
    assert words(view, Judging().alike(view, find(view, "Anna cheered", Claim))) == ["Anna cheered"]
    assert Judging().alike(view, "") == ()


def test_names_that_differ_in_a_field_are_not_taken_for_one_another():
    view = suggested("[Rome|LOC] and [Rome|LOC].")
    machine = view.machine
    first, second = machine.entities
    entities = (with_(first, subtype="city"), second)
    view.machine = type(machine)(layer=machine.layer, entities=entities)
    assert [each.id for each in Judging().alike(view, second.id)] == [second.id]


def test_the_rest_of_a_paragraph_leaves_out_what_is_hidden_and_what_was_passed():
    view = suggested(TEXT)
    second = paragraph_at(view.article.text, view.article.text.index("won"))
    assert counted(Judging().rest_of(view, second)) == (2, 1)
    assert words(view, Judging(shown=Shown.CLAIMS).rest_of(view, second)) == ["Anna cheered"]
    passed = Judging().passing(view.suggested_in(second)[0].id)
    assert counted(passed.rest_of(view, second)) == (1, 1)
    assert counted(passed.back_at(view.suggested_in(second)[0].id).rest_of(view, second)) == (2, 1)


def test_every_suggestion_begins_in_one_paragraph():
    view = suggested(TEXT)
    text = view.article.text
    first, second = paragraph_at(text, 0), paragraph_at(text, len(text))
    assert (*view.suggested_in(first), *view.suggested_in(second)) == view.suggestions


def test_doubtful_ones_come_first_as_long_as_there_are_any():
    view = suggested("[Rome|LOC] and [Milan|LOC].")
    machine = view.machine
    sure = [with_(e, confidence=c) for e, c in zip(machine.entities, (0.99, 0.5), strict=True)]
    view.machine = type(machine)(layer=machine.layer, entities=tuple(sure))
    judging = Judging(doubtful_first=True)
    assert words(view, judging.to_step(view)) == ["Milan"]
    assert words(view, Judging().to_step(view)) == ["Rome", "Milan"]


def test_the_next_from_a_place_goes_round():
    view = suggested(TEXT)
    at = view.article.text.index("won")
    assert view.words_of(next_from(view.suggestions, at)) == "Anna"
    assert view.words_of(next_from(view.suggestions, at, backwards=True)) == "Rome"
    assert next_from(view.suggestions, len(view.article.text)) is view.suggestions[0]
    assert next_from((), 3) is None


def test_a_line_end_belongs_to_the_paragraph_before_it():
    text = "one\n\ntwo"
    assert paragraph_at(text, 3) == Span(0, 3)
    assert paragraph_at(text, 8) == Span(5, 8)
    assert paragraph_at("one\n", 4) == Span(4, 5)
    assert paragraph_at("", 0) == Span(0, 1)
