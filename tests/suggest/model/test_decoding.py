"""Legal paths, whatever the scores say."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from annotator.suggest.model.decoding import (
    _legal,
    best_path,
    confidence,
    log_softmax,
    spans,
    tagset,
)
from annotator.suggest.model.heads import HEADS, KINDS, TAGS


def sure_of(*tags: str):
    scores = np.full((len(tags), len(TAGS)), -8.0)
    for word, tag in enumerate(tags):
        scores[word, TAGS.index(tag)] = 8.0
    return log_softmax(scores)


def found(chances, breaks=()):
    return [(each.start, each.end, each.label) for each in spans(chances, breaks)]


@given(st.integers(0, 40), st.integers(0, 2**32 - 1))
def test_a_path_never_goes_on_with_what_has_not_begun(length, seed):
    scores = np.random.default_rng(seed).normal(0, 3, (length, len(TAGS)))
    path = [TAGS[tag] for tag in best_path(log_softmax(scores))]
    assert len(path) == length
    for before, tag in zip(["O", *path], path, strict=False):
        if tag.startswith("I-"):
            assert before[2:] == tag[2:]


@given(st.integers(1, 30), st.integers(0, 2**32 - 1), st.sets(st.integers(0, 29)))
def test_the_short_way_finds_a_path_as_likely_as_the_long_one(length, seed, breaks):
    tags = HEADS["claims"]
    scores = log_softmax(np.random.default_rng(seed).normal(0, 3, (length, len(tags))))
    path = best_path(scores, breaks, tags)
    whole = _legal(scores, [at for at in breaks if at < length], tagset(tags).steps)
    likelihoods = [scores[np.arange(length), each].sum() for each in (path, whole)]
    assert likelihoods[0] >= likelihoods[1] - 0.1 * length


def test_words_that_go_together_make_one_entity():
    assert found(sure_of("B-PER", "I-PER", "O", "B-LOC", "B-LOC")) == [
        (0, 2, "PER"),
        (3, 4, "LOC"),
        (4, 5, "LOC"),
    ]


def test_an_inside_tag_without_a_beginning_is_mended():
    chances = sure_of("O", "I-ORG", "I-ORG")
    assert found(chances) in ([(1, 3, "ORG")], [])


def test_no_entity_goes_on_over_the_end_of_a_line():
    names = sure_of("B-PER", "I-PER", "I-PER")
    assert found(names) == [(0, 3, "PER")]
    assert all(end <= 2 or start >= 2 for start, end, _ in found(names, breaks=[2]))


def test_a_text_without_words_has_no_spans():
    assert found(np.zeros((0, len(TAGS)))) == []


def test_confidence_is_a_share_and_falls_with_doubt():
    scale = dict.fromkeys(KINDS, (0.8, 0.2))
    clear, _ = spans(sure_of("B-PER", "O", "B-LOC"))
    vague = clear._replace(doubt=clear.doubt + 1)
    assert 0 < confidence(vague, scale) < confidence(clear, scale) < 1
