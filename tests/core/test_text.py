"""Canonical text, words and offsets."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.model import Span
from annotator.core.text import (
    Utf16Map,
    canonical,
    canonical_with_map,
    drawable,
    find_folded,
    fold,
    guess_title,
    moved,
    occurrences,
    placed,
    sentences,
    snap,
    word_at,
    words,
)

ANY_TEXT = st.text(
    st.one_of(
        st.characters(exclude_categories=()),
        st.sampled_from("a è\r\n\u2028\ufeff\ufffe\0\u200d\u0301😀🇮🇹‏א"),
    )
)


@given(ANY_TEXT)
def test_canonical_text_can_be_stored_and_stays_as_it_is(text):
    made = canonical(text)
    made.encode()
    assert canonical(made) == made or made.startswith("\ufeff")
    assert not set(made) & set("\r\u2028\u2029\0")


@given(ANY_TEXT)
def test_the_map_leads_every_character_to_its_place(text):
    made, places = canonical_with_map(text)
    assert made == canonical(text)
    if places is None:
        return
    assert places[-1] == len(made)
    for index, char in enumerate(text):
        if char.isalnum():
            assert made[places[index]] == canonical(char)


@given(ANY_TEXT)
def test_units_of_utf16_lead_back_to_code_points(text):
    text = canonical(text)
    units = Utf16Map(text)
    for point in range(len(text) + 1):
        unit = units.to_units(point)
        assert unit == len(text[:point].encode("utf-16-le")) // 2
        assert units.to_points(unit) == point


@given(ANY_TEXT)
def test_what_is_drawn_has_the_length_of_what_is_stored(text):
    text = canonical(text)
    assert len(drawable(text).encode("utf-16-le")) == len(text.encode("utf-16-le"))


@given(ANY_TEXT, st.integers(0, 40), st.integers(0, 40))
def test_snapping_covers_what_was_dragged_but_white_space(text, one, two):
    text = canonical(text)
    start, end = sorted((min(one, len(text)), min(two, len(text))))
    span = snap(text, start, end)
    if span is None:
        assert not text[start:end].strip()
        return
    assert not span.of(text)[0].isspace()
    assert not span.of(text)[-1].isspace()
    assert snap(text, span.start, span.end) == span


@pytest.mark.parametrize(
    ("text", "dragged", "snapped"),
    [
        ("Il presidente Rossi parla", "dente Ros", "presidente Rossi"),
        ("in Iran, e poi", "Iran, ", "Iran"),
        ("dall’Iran arriva", "Ira", "Iran"),
        ("costa 1.234,50 euro", "234", "1.234,50"),
        ("il 38,5% di noi", "38,5%", "38,5%"),
        ("di Al-Jazeera ieri", "Jaz", "Al-Jazeera"),
        ("per gli U.S.A. oggi", "S", "U.S.A"),
        ("«Una scelta»", "«Una scelta»", "Una scelta"),
        ("città e\u0301 qui", "citt", "città"),
        ("bravo 👩‍🔬 sì", "👩‍🔬", "👩‍🔬"),
    ],
)
def test_a_drag_means_whole_words(text, dragged, snapped):
    at = text.index(dragged)
    span = snap(text, at, at + len(dragged))
    assert span is not None
    assert span.of(text) == snapped


def test_edges_move_by_words():
    text = "la Corea del Nord, ieri"
    span = Span(3, 12)  # "Corea del"
    out = moved(text, span, edge="end", outwards=True)
    assert out.of(text) == "Corea del Nord"
    assert moved(text, out, edge="end", outwards=False) == span
    assert moved(text, span, edge="start", outwards=True).of(text) == "la Corea del"
    assert moved(text, span, edge="start", outwards=False).of(text) == "del"
    one = Span(3, 8)
    assert moved(text, one, edge="end", outwards=False) == one
    assert moved(text, Span(0, 23), edge="end", outwards=True) == Span(0, 23)


@pytest.mark.parametrize("edge", ["start", "end"])
def test_an_edge_never_stops_at_punctuation(edge):
    text = "Ieri, «la neve (tanta)», cade; oggi no."
    inner = Span(text.index("neve"), text.index("neve") + 4)
    seen, span = [], inner
    while (further := moved(text, span, edge=edge, outwards=True)) != span:
        seen.append(further.of(text))
        span = further
    back = [span.of(text)]
    while (nearer := moved(text, span, edge=edge, outwards=False)) != span and len(nearer) >= 4:
        back.append(nearer.of(text))
        span = nearer
    assert all(words[0].isalnum() and words[-1].isalnum() for words in (*seen, *back))
    assert seen[-1] == ("Ieri, «la neve" if edge == "start" else "neve (tanta)», cade; oggi no")


def test_an_edge_is_put_at_the_word_at_the_caret():
    text = "uno, due tre, quattro"
    span = Span(0, len(text))
    assert placed(text, span, 3, edge="start").of(text) == "due tre, quattro"
    assert placed(text, span, 6, edge="start").of(text) == "due tre, quattro"  # inside "due"
    assert placed(text, span, 13, edge="end").of(text) == "uno, due tre"  # after its comma
    assert placed(text, span, 10, edge="end").of(text) == "uno, due tre"  # inside "tre"
    assert placed(text, Span(5, 8), 20, edge="end").of(text) == "due tre, quattro"
    assert placed(text, Span(5, 8), 8, edge="start") is None
    assert placed(text, Span(5, 8), 5, edge="end") is None


def test_an_elided_article_is_a_word_of_its_own():
    text = "dall’Iran all'Italia"
    assert [w.of(text) for w in words(text)] == ["dall", "’", "Iran", "all", "'", "Italia"]


def test_the_word_under_the_caret():
    text = "ecco, Roma"
    assert word_at(text, 7).of(text) == "Roma"
    assert word_at(text, 10).of(text) == "Roma"
    assert word_at(text, 4).of(text) == ","
    assert word_at("  ", 1) is None


def test_occurrences_are_whole_words():
    text = "Iran e Iraniani: l’Iran. IRAN"
    assert [s.start for s in occurrences(text, "Iran")] == [0, 19]
    assert occurrences(text, "") == []


def test_sentences_end_at_full_stops_and_lines():
    text = "Prima frase. «Seconda?» Terza\nQuarta 3.5 ok."
    assert [s.of(text) for s in sentences(text)] == [
        "Prima frase.",
        "«Seconda?»",
        "Terza",
        "Quarta 3.5 ok.",
    ]


def test_a_title_is_the_first_line_cut_at_a_word():
    assert guess_title("\n  Il titolo \nIl testo") == "Il titolo"
    assert guess_title("Breve frase. " + "Parola " * 40) == "Breve frase"
    assert guess_title("parola " * 40).endswith("parola…")
    assert guess_title("") == ""


def test_names_compare_without_accents_and_case():
    assert fold("L’Università  È") == fold("l'universita e")


def test_a_long_line_without_a_space_is_snapped_quickly():
    text = "a" * 1_000_000
    assert snap(text, 500_000, 500_001) is not None


def test_finding_ignores_accents_case_and_runs_of_space():
    text = "La città  di Forlì, l’Università: CITTA DI"
    assert [s.of(text) for s in find_folded(text, "citta di")] == ["città  di", "CITTA DI"]
    assert [s.of(text) for s in find_folded(text, "l'univ")] == ["l’Univ"]
    assert find_folded(text, "") == []
