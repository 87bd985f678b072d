"""The guideline: what the label means, finding words, and nothing from outside."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtWidgets import QLabel

from annotator.core.model import Claim
from annotator.ui.appearance.plain_text import marked_up
from annotator.ui.panels.guideline import Guideline, guideline, pieces
from tests.core.paper import find


@pytest.fixture
def page(shown):
    return shown(Guideline)


def on_the_card(panel):
    card = panel._card
    return [x.text() for x in card.findChildren(QLabel) if x.isVisibleTo(card)]


def test_the_current_label_is_explained_on_top(page, annotate_mode):
    name, definition, example = on_the_card(page)
    assert (name, definition) == (
        "Person",
        annotate_mode.session.scheme.label("PER").definition.en,
    )
    assert "Ada Ferri</span>" in example


def test_of_a_claim_its_kind_is_explained(page, annotate_mode):
    annotate_mode.point_at(
        find(annotate_mode.analyst_view, "the works cost 4 million euros", Claim)
    )
    assert on_the_card(page)[0] == "Claim: Event or property"


def test_with_nothing_current_there_is_only_the_guideline(page, annotate_mode):
    annotate_mode.point_at("")
    assert not page._card.isVisible()
    assert "Labelling guideline" in page.page.toPlainText()


def test_it_is_read_in_the_language_of_the_window():
    assert guideline("it_IT") != guideline("en")
    assert guideline("fr") == guideline("en")


def test_typing_finds_and_enter_goes_round(qtbot, page):
    qtbot.keyClicks(page._field, "claim")
    seen = []
    for _ in range(200):
        seen.append(page.page.textCursor().selectionStart())
        qtbot.keyClick(page._field, Qt.Key.Key_Return)
        if page.page.textCursor().selectionStart() == seen[0]:
            break
    assert len(seen) > 5
    assert seen == sorted(seen)
    qtbot.keyClick(page._field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert page.page.textCursor().selectionStart() == seen[-1]
    qtbot.keyClicks(page._field, "xyz")
    assert page._said.text() == "Not found"


def test_nothing_is_loaded_from_outside(page):
    dot = page.page.loadResource(2, QUrl("https://example.org/picture.png"))
    assert (dot.width(), dot.height()) == (1, 1)  # no picture at all, and Qt would look for one
    assert not page.page.openLinks()


def test_an_example_of_somebody_elses_scheme_is_no_html():
    assert "<img" not in marked_up(pieces("<img src=x> [<b>Rossi</b>] & co"))
    assert "&lt;b&gt;Rossi&lt;/b&gt;</span> &amp; co" in marked_up(pieces("[<b>Rossi</b>] & co"))
