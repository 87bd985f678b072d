"""Where a quotation stands in what was kept, and how the place is cited."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.model import Span
from annotator.core.sources.archived_file import ArchivedFile, is_within, locator, place

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
