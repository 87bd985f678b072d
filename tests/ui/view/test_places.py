"""Where labels, cards and lines find a place: nothing lies on anything else."""

from __future__ import annotations

import itertools

import pytest
from PySide6.QtGui import QFontMetricsF

from annotator.core.highlight_layout import Highlight, HighlightShape
from annotator.core.model import Span
from annotator.ui.view.arcs import landing, route
from annotator.ui.view.metrics import CARDS_MIN_PX, FEWEST_A_LINE, frame, metrics

TEXT = "Reuters lo scrive da Roma, e la Ue risponde con parole più lunghe del solito."


def chip(words: str, label: str, owner: str = "") -> Highlight:
    start = TEXT.index(words)
    return Highlight(
        start, start + len(words), HighlightShape.CHIP, owner or words + label, label, label
    )


def tags(view) -> list[tuple[str, float, float]]:
    return [(tag.text, tag.x, tag.x + tag.width) for tag in view.page_layout.ops(0).tags]


def test_two_labels_of_the_same_words_stand_side_by_side(view):
    view.set_article(TEXT, [chip("Reuters", "ORG"), chip("Reuters", "PRODUCT")])
    (first, _, end), (second, start, _) = tags(view)
    assert {first, second} == {"ORG", "PRODUCT"}
    assert end < start


def test_a_plus_tells_of_labels_that_find_no_room(view):
    near = [chip("e", "ORG"), chip("la", "LOC")]
    marks = [chip("Roma", "LOC"), chip("Roma", "QUANTITY"), chip("Roma", "PRODUCT"), *near]
    view.set_article(TEXT, sorted(marks, key=lambda s: (s.start, -s.end)))
    said = [text for text, _, _ in tags(view)]
    assert any(text.endswith("+") for text in said)
    places = [(start, end) for _, start, end in tags(view)]
    assert all(one[1] <= two[0] for one, two in itertools.pairwise(places))


@pytest.mark.parametrize("words", ["Reuters", "Ue", "parole più lunghe"])
def test_a_line_lands_beside_the_label_of_its_words(view, words):
    view.set_article(TEXT, [chip(words, "ORG")])
    start = TEXT.index(words)
    x, _ = landing(
        view.page_layout.column,
        Span(start, start + len(words)),
        lambda index, line: _on(view, line),
    )
    [(_, left, right)] = tags(view)
    assert not left - 3 < x < right + 3


def test_a_line_runs_above_the_labels_also_where_lines_are_close(view):
    for compact in (False, True):
        view.set_compact(compact)
        m = view.page_layout.look.m
        capitals = m.label_row - 3 - QFontMetricsF(m.label_font()).capHeight()
        column, frame = view.page_layout.column, view.page_layout.frame
        for number in range(3):
            path, _ = route((10, m.label_row), (200, m.label_row), column, frame, number)
            middle = path.pointAtPercent(0.5)
            assert middle.y() + 1.6 <= capitals  # with the ground that is painted under it


def _on(view, line: int):
    y = line * view.page_layout.look.m.line
    return [tag for tag in view.page_layout.ops(0).tags if tag.y == y]


def test_cards_take_a_narrower_column_before_they_are_given_up():
    m = metrics()
    wide, tight, narrow = frame(1170, m), frame(830, m), frame(700, m)
    assert wide.column == m.column
    assert m.letter * FEWEST_A_LINE <= tight.column < m.column
    assert tight.cards_width >= CARDS_MIN_PX
    assert tight.cards_left + tight.cards_width <= 830
    assert narrow.cards_width == 0
    assert narrow.right <= 700
