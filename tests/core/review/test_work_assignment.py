"""Articles are shared out evenly, with the overlap asked for, and the same way each time."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.exchange.work_package import Assignment
from annotator.core.review.work_assignment import assign, newer

some = st.integers(1, 60)


@given(count=some, people=st.integers(1, 7), overlap=st.floats(0, 1), seed=st.integers())
def test_shares_are_even_and_the_overlap_is_what_was_asked_for(count, people, overlap, seed):
    names = [f"p{n}" for n in range(people)]
    articles = [f"a{n}" for n in range(count)]
    made = assign(articles, names, overlap=overlap, seed=seed)
    assert set(made) == set(articles)
    double = [each for each in made.values() if len(each) == 2]
    assert len(double) == (round(overlap * count) if people > 1 else 0)
    load = Counter(name for each in made.values() for name in each)
    loads = [load[name] for name in names]
    assert max(loads) - min(loads) <= 1
    assert made == assign(articles[::-1], names[::-1], overlap=overlap, seed=seed)


def test_another_seed_shares_out_otherwise():
    articles, names = [f"a{n}" for n in range(40)], ["anna", "bruno"]
    one, two = (assign(articles, names, overlap=0.2, seed=seed) for seed in (1, 2))
    assert one != two


def test_every_two_people_have_articles_in_common():
    made = assign([f"a{n}" for n in range(60)], ["a", "b", "c", "d"], overlap=0.5, seed=1)
    pairs = Counter(each for each in made.values() if len(each) == 2)
    assert len(pairs) == 6
    assert max(pairs.values()) - min(pairs.values()) <= 3


def test_of_two_assignments_the_later_counts_in_either_order():
    old, new = Assignment(at="1", by="x"), Assignment(at="2", by="x")
    assert newer(old, new) == newer(new, old) == new
    assert newer(None, None) is None


def test_nobody_to_give_articles_to_is_an_error():
    with pytest.raises(ValueError, match="nobody"):
        assign(["a"], [], overlap=0, seed=1)
