"""What the view shows, and that nothing moves which should not."""

from __future__ import annotations

from itertools import pairwise

from msgspec.structs import replace
from PySide6.QtCore import QRect
from PySide6.QtGui import QAccessible

from annotator.core.highlight_layout import Highlight, HighlightShape
from annotator.core.model import Span
from annotator.ui.appearance.theme import make_theme

from .sample import ARCS, LABELS, MARKS, TEXT, at, cards

LONG = "\n\n".join(
    f"Paragrafo numero {n}. " + "Parole di prova, senza senso. " * 9 for n in range(300)
)


def picture(view, area: QRect | None = None):
    image = view.viewport().grab().toImage()
    return image.copy(area) if area is not None else image


def chip(span: Span, label: str = "PER") -> Highlight:
    return Highlight(span.start, span.end, HighlightShape.CHIP, f"n{span.start}", label, label)


def settled(view, qtbot) -> None:
    """Every height is exact."""
    qtbot.waitUntil(lambda: view.is_measured)


def test_one_mark_more_is_painted_and_nothing_moves(view):
    before = picture(view)
    places = [view.point_of(place) for place in range(0, len(TEXT), 7)]
    marks = sorted([*MARKS, chip(at("consiglio"))], key=lambda s: (s.start, -s.end))
    view.set_marks(marks, cards())
    assert picture(view) != before
    assert [view.point_of(place) for place in range(0, len(TEXT), 7)] == places
    view.set_marks(MARKS, cards())
    assert picture(view) == before


def test_equal_marks_paint_nothing_anew(view):
    other = [replace(s) for s in MARKS]
    assert other[0] is not MARKS[0]
    assert view.page_layout.set_index(type(view.page_layout.index)(other)) == []


def test_only_the_paragraph_that_differs_is_drawn_anew(view):
    marks = sorted([*MARKS, chip(at("buttare"))], key=lambda s: (s.start, -s.end))
    changed = view.page_layout.set_index(type(view.page_layout.index)(marks))
    assert changed == [view.page_layout.column.block_at(at("buttare").start)]


def test_the_current_annotation_scrolls_only_if_out_of_sight(view):
    view.resize(1000, 300)
    view.set_current("c1")
    assert view.top == 0
    view.set_current("c10")
    assert view.top > 0
    assert 0 < view.point_of(at("raccolto").start).y() < 300


def test_arcs_of_the_current_claim_are_painted(view):
    view.set_current("c7")
    without = picture(view)
    view.set_current("c7", ARCS)
    assert picture(view) != without


def test_scrolling_to_the_end_of_an_estimated_text_shows_its_end(view, qtbot):
    view.set_article(LONG, [])
    bar = view.verticalScrollBar()
    for _ in range(4):
        bar.setValue(bar.maximum())
    assert view.point_of(len(LONG)).y() < view.viewport().height()


def test_what_is_read_stays_while_heights_are_measured(view, qtbot):
    view.set_article(LONG, [])
    view.verticalScrollBar().setValue(9000)
    place = view.position_at(view.rect().center().toPointF())
    before = view.point_of(place)
    settled(view, qtbot)
    assert abs(view.point_of(place).y() - before.y()) <= 1


def test_scrolling_back_up_does_not_jump(view):
    view.set_article(LONG, [])
    view.reveal(Span(len(LONG) // 2, len(LONG) // 2 + 5))
    bar = view.verticalScrollBar()
    for _ in range(30):
        place = view.position_at(view.rect().center().toPointF())
        y = view.point_of(place).y()
        bar.setValue(bar.value() - 60)
        assert abs(view.point_of(place).y() - y - 60) <= 1


def test_a_scrolled_picture_is_the_one_painted_afresh(view, qtbot):
    view.set_article(TEXT * 6, MARKS, cards())
    settled(view, qtbot)
    for step in (37, 120, -60, 300, -211):
        view.verticalScrollBar().setValue(view.top + step)
        scrolled = picture(view)
        view.viewport().update()
        assert picture(view) == scrolled


def test_a_wider_window_moves_no_word(view):
    places = [view.point_of(place) for place in range(0, len(TEXT), 11)]
    view.resize(1400, 700)
    assert [view.point_of(place) for place in range(0, len(TEXT), 11)] == places


def test_a_narrow_view_hides_the_cards(view):
    assert view.page_layout.frame.cards_width > 0
    view.resize(700, 700)
    assert view.page_layout.frame.cards_width == 0
    view.resize(380, 700)
    assert view.page_layout.frame.column < 300


def test_another_size_keeps_the_words_at_the_top(view, qtbot):
    view.set_article(LONG, [])
    view.reveal(Span(20_000, 20_010))
    top = view.position_at(view.viewport().rect().topLeft().toPointF())
    view.set_font_size(26)
    again = view.position_at(view.viewport().rect().topLeft().toPointF())
    assert abs(again - top) < 150
    assert view.page_layout.look.m.px == 26
    view.set_compact(True)
    assert view.page_layout.look.m.line < 26 * 2.4


def test_a_line_holds_sixty_to_seventy_five_letters(view):
    view.set_article(LONG, [])
    block = view.page_layout.column.laid(0)
    lengths = [block.layout.lineAt(n).textLength() for n in range(block.lines - 1)]
    assert all(56 <= n <= 78 for n in lengths)


def test_cards_never_overlap(view, qtbot):
    view.set_current("c9")
    rects = sorted(
        (y + p.top, y + p.top + p.height)
        for p, y in view.page_layout.cards_in(0, view.page_layout.height())
    )
    assert len(rects) == len(cards())
    assert all(one[1] < two[0] for one, two in pairwise(rects))


def test_labels_never_overlap(view):
    view.resize(420, 700)
    for number in range(len(view.page_layout.column.blocks)):
        tags = sorted(view.page_layout.ops(number).tags, key=lambda t: (t.y, t.x))
        for one, two in pairwise(tags):
            assert one.y != two.y or one.x + one.width < two.x


def test_the_hits_of_a_search_are_shown_and_the_current_one_revealed(view):
    view.resize(1000, 300)
    before = picture(view)
    hits = [at("Bassi", 0), at("Bassi", 1), at("tracciato")]
    view.set_found(hits, 0)
    assert picture(view) != before
    view.set_found(hits, 2)
    assert 0 < view.point_of(hits[2].start).y() < 300


def test_the_theme_changes_colours_and_nothing_else(view):
    places = [view.point_of(place) for place in range(0, len(TEXT), 11)]
    view.set_theme(make_theme(LABELS, dark=True))
    assert picture(view).pixelColor(5, 5) == make_theme(dark=True).page
    assert [view.point_of(place) for place in range(0, len(TEXT), 11)] == places


def test_a_screen_reader_hears_the_current_annotation(view):
    view.set_current("c6")
    described = view.accessibleDescription()
    assert described.startswith("C6 “Il preventivo … è raddoppiato in un anno”")
    face = QAccessible.queryAccessibleInterface(view)
    assert face.text(QAccessible.Text.Name) == "Article"
    view.announce("Claim 6 of 10")


def test_an_empty_text_is_an_empty_page(view):
    view.set_article("", [])
    view.set_article("\n\n", [])
    assert view.position_at(view.rect().center().toPointF()) == 0
    assert picture(view).pixelColor(400, 300) == make_theme().page


def test_twenty_thousand_strokes_open_and_change(view):
    marks = [chip(Span(n * 4, n * 4 + 3)) for n in range(20_000)]
    text = "abc " * 20_000
    view.set_article(text, marks)
    view.set_marks(marks[:-1])
    view.set_marks([*marks[:-1], chip(Span(3, 7), "ORG")])
    assert view.annotations_at(5) == ["n4", "n3"]


def test_a_picture_of_the_whole_article_needs_no_window(view, qapp):
    image = view.render(1000)
    assert image.width() == 1000
    assert image.height() > 900
    assert view.render(1000, height=300, scale=2).height() == 600
