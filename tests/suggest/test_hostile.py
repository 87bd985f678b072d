"""Texts that nobody wrote for people: no crash, nothing outside the text, no time without end."""

from __future__ import annotations

import time

import pytest

from annotator.core.model import Article, spans_of
from annotator.core.text import canonical
from annotator.suggest import suggest
from benchmarks.hostile import KINDS, seconds

SIZE = 4000


@pytest.mark.parametrize("kind", KINDS)
def test_bad_input_gives_sensible_suggestions_or_none(kind):
    text = canonical(KINDS[kind](SIZE))
    made = suggest(Article(id="a", title="", text=text, sha256="", language="it"), layer_id="l")
    for record in (*made.entities, *made.claims, *made.attributions):
        for span in spans_of(record):
            assert span.end <= len(text)
            assert span.of(text).strip()


def test_an_empty_article_and_one_of_blanks_say_nothing():
    for text in ("", " \n\t \u00a0 "):
        made = suggest(Article(id="a", title="", text=text, sha256=""), layer_id="l")
        assert not made.entities
        assert not made.claims


@pytest.mark.parametrize("kind", ["stops", "one word without end", "Chinese"])
def test_what_says_nothing_is_over_soon(kind):
    """The others take as long as reading them does; `benchmarks/hostile.py` shows it is linear."""
    began = time.process_time()
    seconds(KINDS[kind](50_000))
    assert time.process_time() - began < 5
