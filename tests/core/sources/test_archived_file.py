"""Where a quotation stands in what was kept, and how the place is cited."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.model import Span
from annotator.core.sources.archived_file import (
    ArchivedFile,
    is_within,
    locator,
    place,
    places,
    places_in,
)

TEXT = (
    "Relazione annuale\n"
    "Il Comune ha speso «due milioni» di euro per l’infor-\n"
    "mazione nel 2023.\n\n"
    "La spesa è – si legge – in calo\u00a0del 4 %."
)


@pytest.mark.parametrize(
    "quote",
    [
        "due milioni",
        'ha speso "due milioni" di euro',
        "“due milioni”",
        "  HA SPESO «due  milioni»\ndi euro ",
        "per l'informazione nel 2023",
        "La spesa è - si legge - in calo del 4 %",
        "in calo\u00ad del 4 %.",
    ],
)
def test_a_quotation_is_found_however_its_marks_and_lines_are_set(quote):
    span = place(TEXT, quote)
    assert span is not None
    found = span.of(TEXT)
    assert found[0].casefold() == quote.strip(' «“"').casefold()[0] or found[0] in "«"


@pytest.mark.parametrize("quote", ["tre milioni", "milioni due", "", "  ", "4", "%.", "«»"])
def test_other_words_are_not_found(quote):
    assert place(TEXT, quote) is None


@given(st.text(min_size=1), st.data())
def test_what_is_cut_out_of_a_text_is_found_in_it(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    quote = text[start:end]
    found = place(text, quote)
    if sum(char.isalnum() for char in quote) >= 3:
        assert found is not None
        assert found.of(text) == quote.strip()
    else:
        assert found is None


def saved(text, pages=()):
    return ArchivedFile(sha256="0" * 64, name="a.pdf", size=1, text=text, pages=pages)


def test_a_place_is_cited_by_page_and_paragraph():
    text = "Uno\n\nDue\nTre\fQuattro\nCinque"
    paged = saved(text, (0, text.index("Quattro")))
    assert [locator(paged, text.index(w)) for w in ("Uno", "Due", "Tre", "Quattro", "Cinque")] == [
        "p. 1, par. 1",
        "p. 1, par. 2",
        "p. 1, par. 3",
        "p. 2, par. 1",
        "p. 2, par. 2",
    ]
    assert locator(saved(text), text.index("Cinque")) == "par. 4"


@pytest.mark.parametrize(
    ("said", "fits"),
    [("", True), ("tabella 2", True), ("p. 2", True), ("pag. 2, par. 1", True), ("p. 3", False)],
)
def test_another_page_than_the_one_it_is_on_is_noticed(said, fits):
    assert is_within(saved("a" * 30, (0, 10, 20)), Span(12, 18), said) is fits


STORY = (
    "North Korea has sent more than one million artillery shells to Russia since August, South Korea's "
    "intelligence service told lawmakers on Tuesday. It also shipped launchers, officials said.\n"
    "“The transfers began after the September summit,” an official said in Zürich. Łódź, Forlì.\n"
    "한국 정보원은 화요일에 밝혔다.\n"
)


@pytest.mark.parametrize(
    "quote",
    [
        "one million artillery shells […] told lawmakers on Tuesday",
        "one million artillery shells ... told lawmakers",
        "one million artillery shells [...] told lawmakers",
        "one million artillery shells (…) told lawmakers",
        "one million artillery shells . . . told lawmakers",
        "[…] more than one million artillery shells […]",
        "[North Korea] also shipped launchers",
        "[T]he transfers began after the September summit",
        "the transfers [of shells] began after the September summit",
        "It also shipped [missile] launchers […] “The transfers began",
        "told lawmakers on [2 January]. It also shipped launchers",
        "an official said in Zu\u0308rich. Ło\u0301dz\u0301, Forli\u0300",
        "The transfers began after the \uff33eptember summit",
        "\u1112\u1161\u11ab\u1100\u116e\u11a8 정보원은",
        "after the Septem\u00adber summit",
    ],
)
def test_cuts_brackets_and_any_form_of_unicode_are_found(quote):
    assert place(STORY, quote) is not None


@pytest.mark.parametrize(
    "quote",
    [
        "two million artillery shells […] told lawmakers",
        "told lawmakers […] one million artillery shells",
        "North Korea has sent […] three million",
        "[…]",
        "[North Korea] […] it",
        "launchers [were] shells",
    ],
)
def test_a_cut_proves_no_other_words(quote):
    assert place(STORY, quote) is None


def test_accents_apart_in_the_file_are_whole_in_the_place():
    text = "Si vota a Forli\u0300 e a Cesena"
    assert place(text, "a Forlì e").of(text) == "a Forli\u0300 e"
    assert place(text, "vota a Forlì").of(text) == "vota a Forli\u0300"


def test_the_best_of_several_places_comes_first():
    text = "Nel 1941 e 141 casi.\nNel 2024 furono 41 casi.\nI casi furono 41 casi in tutto."
    assert [span.start for span in places(text, "41 casi")][:2] == [
        text.index("41 casi.\nI"),
        text.index("41 casi in"),
    ]
    near = "The minister said a lot. It rained. Prices fell. The minister said: prices fell."
    assert place(near, "The minister said […] prices fell").start == near.rindex("The minister")


def table(text, pages=(0,), sheets=("",)):
    made = saved(text, pages)
    return ArchivedFile(
        sha256="0" * 64,
        name="a.csv",
        size=1,
        text=text,
        pages=made.pages,
        sheets=sheets,
        medium="web_table",
    )


@pytest.mark.parametrize(
    ("quote", "cells"),
    [
        ("41", "B3"),
        ("2024", "A3"),
        ("2024 41", "A3:B3"),
        ("2024,41", "A3:B3"),
        ("2024; 41", "A3:B3"),
        ("2024 | 41", "A3:B3"),
        ("2024\t41", "A3:B3"),
        ("perdita\n2023", "B1:A2"),
    ],
)
def test_a_table_is_quoted_by_its_cells(quote, cells):
    made = table("anno\tperdita\n2023\t39\n2024\t41")
    [span] = places_in(made, quote)
    assert locator(made, span.start, span.end) == cells


def test_the_sheet_is_named_where_there_are_several():
    made = table("a\tb\n\nx\ty\n" + "1\t" * 27 + "fine", pages=(0, 5), sheets=("Uno", "Due"))
    [span] = places_in(made, "fine")
    assert locator(made, span.start, span.end) == "Due!AB2"
