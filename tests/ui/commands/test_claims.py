"""Claims shaped, sources chained and names linked in the whole window, by keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, Qt

from annotator.core.model import Claim
from annotator.ui.widgets.link_picker import LinkPicker
from annotator.ui.widgets.open_address import OpenAddress
from tests.core.paper import find, mine, span
from tests.ui.test_main_window import press

TEXT = "Mario Rossi ha detto che i prezzi calano e che gli affitti salgono, riferisce il Corriere."


@pytest.fixture
def shown(window):
    return window(TEXT)


def select(shown, words):
    shown.workspace.view.choose(span(shown.workspace.annotate_mode.analyst_view, words))


def words(shown):
    annotate_mode = shown.workspace.annotate_mode
    return (
        annotate_mode.analyst_view.words_of(annotate_mode.current) if annotate_mode.current else ""
    )


def test_a_claim_snaps_to_its_clause_and_with_alt_it_does_not(qtbot, shown):
    select(shown, "prezzi")
    press(qtbot, shown, "C")
    assert words(shown) == "i prezzi calano"
    select(shown, "affitti")
    press(qtbot, shown, "Alt+C")
    assert words(shown) == "affitti"


def test_characters_that_were_dragged_with_alt_stay_as_they_are(qtbot, shown):
    select(shown, "rezzi cal")
    press(qtbot, shown, "C")
    assert words(shown) == "rezzi cal"


def test_words_inside_a_claim_are_one_nested_in_it(qtbot, shown):
    for _ in range(2):
        select(shown, "prezzi calano")
        press(qtbot, shown, "C")
    assert [
        shown.workspace.annotate_mode.analyst_view.words_of(c)
        for c in shown.workspace.annotate_mode.analyst_view.claims
    ] == [
        "i prezzi calano",
        "prezzi calano",
    ]
    press(qtbot, shown, "Alt+P")
    outer, inner = shown.workspace.annotate_mode.analyst_view.claims
    assert inner.part_of == outer.id
    _, card = shown.workspace.page.cards(shown.workspace.annotate_mode.analyst_view)
    assert card.detail.startswith("part of C1 · ")


def test_split_and_join_are_a_key_each_and_undone_together(qtbot, shown):
    select(shown, "i prezzi calano e che gli affitti salgono")
    press(qtbot, shown, "Alt+C")
    shown.workspace.view.set_caret(TEXT.index("e che"))
    press(qtbot, shown, "Alt+D")
    assert words(shown) == "gli affitti salgono"
    whole = mine(shown.workspace.annotate_mode.analyst_view)
    assert "{i prezzi calano|CLAIM} e che {gli affitti salgono|CLAIM}" in whole
    shown.workspace.annotate_mode.point_at(
        find(shown.workspace.annotate_mode.analyst_view, "i prezzi calano", Claim)
    )
    select(shown, "affitti")
    press(qtbot, shown, "Alt+J")
    assert len(shown.workspace.annotate_mode.analyst_view.claims) == 1
    shown.by_id["undo"].trigger()
    assert mine(shown.workspace.annotate_mode.analyst_view) == whole


def test_a_split_never_cuts_a_word(qtbot, shown):
    select(shown, "i prezzi calano e che gli affitti salgono")
    press(qtbot, shown, "Alt+C")
    shown.workspace.view.set_caret(TEXT.index("affitti") + 3)
    press(qtbot, shown, "Alt+D")
    assert words(shown) == "affitti salgono"


def test_a_click_on_a_name_leaves_the_claim_meant_that_was_current(qtbot, window):
    shown = window("{Prices fell|CLAIM}. [Rossi|PER] told [the Post|ORG]. {Rents rose|CLAIM}.")
    annotate_mode = shown.workspace.annotate_mode
    annotate_mode.point_at(find(annotate_mode.analyst_view, "Prices fell", Claim))
    annotate_mode.point_at(find(annotate_mode.analyst_view, "Rossi"))
    press(qtbot, shown, "S")
    annotate_mode.point_at(find(annotate_mode.analyst_view, "the Post"))
    press(qtbot, shown, "Shift+S")
    inner = next(a for a in annotate_mode.analyst_view.attributions if a.claims)
    assert inner.claims == (find(annotate_mode.analyst_view, "Prices fell", Claim),)
    assert (inner.agent, annotate_mode.analyst_view.get(inner.nested_in).agent) == (
        "Rossi",
        "the Post",
    )


def test_a_chain_of_sources_takes_two_keys(qtbot, shown):
    select(shown, "prezzi")
    press(qtbot, shown, "C")
    select(shown, "Mario Rossi")
    press(qtbot, shown, "S")
    select(shown, "il Corriere")
    press(qtbot, shown, "Shift+S")
    inner = next(a for a in shown.workspace.annotate_mode.analyst_view.attributions if a.claims)
    outer = shown.workspace.annotate_mode.analyst_view.get(inner.nested_in)
    assert (inner.agent, outer.agent) == ("Mario Rossi", "il Corriere")
    assert words(shown) == "i prezzi calano"


def test_pointing_at_a_card_lights_the_claim_its_source_and_their_arc(qtbot, shown):
    select(shown, "prezzi")
    press(qtbot, shown, "C")
    select(shown, "Mario Rossi")
    press(qtbot, shown, "S")
    shown.workspace.annotate_mode.point_at("")
    view, (claim,) = shown.workspace.view, shown.workspace.annotate_mode.analyst_view.claims
    view.hover(claim.id)
    (said,) = shown.workspace.annotate_mode.analyst_view.attributions
    assert view._shown.lit == {claim.id, said.id}
    assert [arc.to for arc in view._shown.lit_arcs] == list(said.source_spans)
    before = view.grab().toImage()
    view.hover("")
    assert view._shown.lit == frozenset()
    assert view.grab().toImage() != before


def test_what_cannot_stand_alone_is_shown_before_an_article_is_submitted(qtbot, shown):
    select(shown, "prezzi")
    press(qtbot, shown, "C")
    annotate_mode = shown.workspace.annotate_mode
    annotate_mode.amend(annotate_mode.current_id, normalized_text="[Essi] calano")
    shown.act("submit")
    assert annotate_mode.analyst_view.status == "draft"
    assert words(shown) == "i prezzi calano"
    shown.act("submit")
    assert (
        shown.workspace.session.analyst_view(annotate_mode.analyst_view.article.id).status
        == "submitted"
    )


def picker_of(shown):
    return next(p for p in shown.findChildren(LinkPicker) if p.isVisible())


def test_a_name_is_linked_with_one_key_and_its_page_opens_only_when_wanted(qtbot, window):
    shown = window("[Roma|LOC] cresce.", "A [Roma|LOC] piove.")
    press(qtbot, shown, "K")
    qtbot.keyClicks(picker_of(shown)._typed, "q220")
    qtbot.keyClick(picker_of(shown), Qt.Key.Key_Return)
    assert shown.workspace.annotate_mode.analyst_view.entities[0].kb_id == "Q220"
    shown.workspace.annotate_mode.open(shown.workspace.queue.ids()[1])
    assert (
        shown.workspace.annotate_mode.current.kb_id == "Q220"
    )  # remembered, and suggested with it
    press(qtbot, shown, "K")
    qtbot.keyClick(picker_of(shown), Qt.Key.Key_Return)
    (dialog,) = shown.findChildren(OpenAddress)
    assert dialog.host.text() == "www.wikidata.org"


def test_only_an_entity_stands_for_something(shown):
    shown.act("link_entity")
    assert "Go to a name" in shown._told.text()


def test_the_form_offers_what_a_name_was_before_and_who_speaks(qtbot, shown):
    select(shown, "prezzi")
    press(qtbot, shown, "C")
    select(shown, "Mario Rossi")
    press(qtbot, shown, "S", "Return")
    card = shown.workspace.inspector.panel("fields")._attributions[0]
    assert card.form.editor("agent").offered() == ["Mario Rossi"]
    at = QPointF(shown.workspace.view.point_of(0))
    assert at.y() >= 0
