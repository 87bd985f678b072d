"""Places in the text and points on the page are the same thing, whatever is written."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from annotator.ui.view.blocks import LONGEST, cut
from annotator.ui.view.layout import KEPT, TextColumn
from annotator.ui.view.metrics import metrics

TRICKY = [
    "Il caffè costa 1,20 €: poco.",
    "Emoji 👨‍👩‍👧 e 🇮🇹 e 😀😀 in mezzo a parole, e poi ancora parole che vanno a capo.",
    "e\u0301 combinante, n\u0303, a\u0308o\u0304",
    "ebraico שלום עולם in mezzo, e arabo مرحبا بالعالم alla fine",
    "שלום עולם זה מבחן ארוך עם כמה מילים כדי לשבור שורה אחת לפחות בעמודה",
    "tra\u00adspor\u00adta\u00adtore " * 20,
    "due  spazi   e    molti          ",
    "\u202eribaltato\u202c e \x07 campana e \ttab",
    "senzainterruzioni" * 40,
    "primo\n\n\n\nsecondo\nterzo\n",
    "",
    "\n\n\n",
]
words = st.sampled_from(
    [
        "parola",
        "è",
        "😀",
        "👩‍🔬",
        "e\u0301",
        "שלום",
        "مرحبا",
        "\u00ad",
        "12.000",
        "«sì»",
        "\n",
        "\t",
    ]
)
texts = st.lists(words, max_size=60).map(" ".join)


def column(text: str, width: float = 320.0) -> TextColumn:
    return TextColumn(text, metrics(18), width)


@pytest.mark.parametrize("text", TRICKY, ids=range(len(TRICKY)))
def test_tricky_texts_find_their_way_back(qapp, text):
    check_every_place(text)


@settings(max_examples=40, deadline=None)
@example("parola parola parola parola «sì» «sì» \t")
@given(texts)
def test_any_text_finds_its_way_back(qapp, text):
    check_every_place(text)


def check_every_place(text: str) -> None:
    """The point of a place leads to that place, or to one that is drawn at the same point."""
    page = column(text)
    for place in range(len(text) + 1):
        x, y = page.point(place)
        back = page.position(x, y + 1)
        assert 0 <= back <= len(text)
        again = page.point(back)
        assert again[1] == y
        # white space at the end of a line hangs over its edge, and has no width there
        hangs = text[min(place, back) : max(place, back)].isspace()
        assert hangs or abs(again[0] - x) < 1.0


def test_plain_text_finds_exactly_its_way_back(qapp):
    text = (
        "Nel mezzo del cammin di nostra vita mi ritrovai per una selva oscura, dice il poeta. " * 8
    )
    page = column(text)
    for place in range(len(text) + 1):
        x, y = page.point(place)
        assert page.position(x, y + 1) == place


def test_steps_visit_every_letter_once_and_come_back(qapp):
    text = "a😀e\u0301👨‍👩‍👧b\n\nc🇮🇹"
    page = column(text)
    there = [0]
    while (place := page.step(there[-1], back=False)) != there[-1]:
        there.append(place)
    assert there == [0, 1, 2, 4, 9, 10, 12, 13, 15]
    back = [there[-1]]
    while (place := page.step(back[-1], back=True)) != back[-1]:
        back.append(place)
    assert back == there[::-1]


@given(st.lists(st.sampled_from(["a", " ", "è", "\n", "x" * 3000, "e\u0301" * 1500]), max_size=8))
def test_blocks_cover_the_text_and_only_line_ends_are_between_them(parts):
    text = "".join(parts)
    blocks = cut(text, metrics(18))
    at = 0
    for block in blocks:
        assert text[at : block.start].strip("\n") == ""
        assert block.end - block.start <= LONGEST
        at = block.end
    assert text[at:].strip("\n") == ""


def test_a_long_word_is_not_cut_before_an_accent(qapp):
    text = "e\u0301" * LONGEST
    assert all(text[b.start] == "e" for b in cut(text, metrics(18)))


def test_a_million_line_ends_are_one_block(qapp):
    assert len(column("\n" * 1_000_000).blocks) == 1


def test_a_line_of_a_million_characters_is_cut_and_found_again(qapp):
    text = "parola " * 142_858
    page = column(text, 600.0)
    place = 700_003
    x, y = page.point(place)
    assert page.position(x, y + 1) == place
    assert len(page.laid_out()) < 5


def test_only_so_many_blocks_stay_laid_out(qapp):
    page = column("una riga\n" * (KEPT + 50))
    for index in range(len(page.blocks)):
        page.laid(index)
    assert len(page.laid_out()) == KEPT


def test_a_paragraph_has_one_number_however_long(qapp):
    blocks = cut("x" * (3 * LONGEST) + "\n\nfine", metrics(18))
    assert [b.number for b in blocks] == [1, 0, 0, 2]


def test_measuring_makes_every_height_exact(qapp):
    text = "\n\n".join(f"paragrafo {n} " * n for n in range(1, 40))
    page, laid = column(text), column(text)
    while page.measure_more():
        pass
    for index in range(len(laid.blocks)):
        laid.laid(index)
    assert page.tops() == laid.tops()


def test_a_range_that_wraps_has_a_piece_on_each_line(qapp):
    text = "parole che vanno a capo " * 6
    page = column(text, 200.0)
    pieces = page.pieces(0, 0, len(text))
    assert [p.line for p in pieces] == list(range(page.blocks[0].lines))
    assert [p.is_start for p in pieces] == [True] + [False] * (len(pieces) - 1)
    assert pieces[-1].is_end
    assert all(p.right <= 201 for p in pieces)
