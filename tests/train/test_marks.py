"""From marked places to tags: what the heads of the model are taught."""

from __future__ import annotations

import random

from annotator.suggest.model.heads import TAGGERS
from tools.train.marks import by_size, painted, requoted

WORDS = [(0, 2), (3, 5), (6, 8), (9, 11), (12, 14)]


def tags(groups, tagger="claims"):
    return "".join(TAGGERS[tagger][tag] for tag in painted(WORDS, groups, tagger))


def test_a_span_begins_once_and_goes_on():
    assert tags([[(3, 8)]]) == "OBIOO"


def test_spans_side_by_side_both_begin():
    assert tags([[(0, 5)], [(6, 11)]]) == "BIBIO"


def test_an_interrupted_claim_goes_on_as_the_same():
    assert tags([[(0, 5), (9, 14)]]) == "BIORI"


def test_where_there_is_no_tag_for_that_it_begins_again():
    assert tags([[(0, 5), (9, 14)]], "contents") == "BIOBI"


def test_of_two_places_one_in_the_other_the_inner_is_seen():
    assert tags(by_size([(6, 8), (0, 14)]), "sources") == "BIBBI"


def test_other_quotation_marks_move_nothing():
    text = "«Uno», disse “lui”, all’alba."
    for seed in range(8):
        made = requoted(text, random.Random(seed))
        assert len(made) == len(text)
        assert [c for c in made if c.isalpha()] == [c for c in text if c.isalpha()]
