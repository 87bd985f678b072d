"""The evidence of a claim and its verdict, by keyboard and mouse, as they are saved."""

from __future__ import annotations

import pytest
from msgspec import UNSET
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QToolButton

from annotator.core.editing import evidence_edits
from annotator.core.model import Claim
from annotator.core.sources.verdict_policy import Rating, VerdictPolicy
from annotator.ui.panels.evidence import EvidencePanel
from tests.core.paper import find

CLAIM = "the works cost 4 million euros"
OTHER = "The network of Valdora loses 38% of the water"


@pytest.fixture
def panel(shown, annotate_mode):
    made = shown(EvidencePanel)
    annotate_mode.point_at(find(annotate_mode.analyst_view, CLAIM, Claim))
    return made


def link(annotate_mode, title, **fields):
    """A source of the project becomes evidence for the claim called CLAIM."""
    known = annotate_mode.session.source_library.find(title)
    source = known[0].source if known else evidence_edits.source(title=title, publisher=title)
    claim_id = find(annotate_mode.analyst_view, CLAIM, Claim)
    made, id_ = evidence_edits.link(
        annotate_mode.analyst_view, claim_id, source, is_new=not known, **fields
    )
    annotate_mode.save(made)
    return id_


def words_on(panel):
    labels = panel.findChildren(QLabel)
    return "\n".join(label.text() for label in labels if label.isVisibleTo(panel))


def give(qtbot, panel, label, reasons):
    """As somebody does with the keyboard."""
    panel.focus_verdict()
    qtbot.keyClicks(panel.verdict.label, label)
    panel.verdict.justification.setPlainText(reasons)
    qtbot.mouseClick(panel.verdict.give, Qt.MouseButton.LeftButton)


def own_claim(annotate_mode):
    return next(
        c
        for c in annotate_mode.analyst_view.claims
        if annotate_mode.analyst_view.words_of(c) == CLAIM
    )


def test_no_claim_says_how_to_begin(panel, annotate_mode):
    annotate_mode.point_at("")
    assert "No claim is chosen" in words_on(panel)
    assert "press C" in words_on(panel)


def test_the_first_evidence_makes_a_suggested_claim_ones_own_and_stays_in_sight(
    panel, annotate_mode
):
    assert "Nothing is linked yet" in words_on(panel)
    link(annotate_mode, "Water Agency")
    assert own_claim(annotate_mode)
    assert "Water Agency" in words_on(panel)
    assert CLAIM in words_on(panel)


def test_an_entity_that_is_clicked_leaves_the_claim_in_sight(panel, annotate_mode):
    annotate_mode.point_at(find(annotate_mode.analyst_view, "Elena Bassi"))
    assert CLAIM in words_on(panel)


def test_stance_quote_and_place_are_saved_as_they_are_edited(qtbot, panel, annotate_mode):
    link(annotate_mode, "Water Agency")
    card = panel._cards[0]
    qtbot.keyClick(card.form.editor("stance").segments, Qt.Key.Key_Left)
    card.form.editor("quote").setPlainText("4.2 million")
    card.form.editor("locator").setText("p. 3")
    card.form.editor("locator").textEdited.emit("p. 3")
    panel.flush()
    (saved,) = annotate_mode.analyst_view.evidence_of(own_claim(annotate_mode).id)
    assert (saved.stance, saved.quote, saved.locator) == ("refutes", "4.2 million", "p. 3")


def test_what_is_typed_for_one_claim_is_saved_to_it_when_another_is_chosen(panel, annotate_mode):
    link(annotate_mode, "Water Agency")
    panel._cards[0].form.editor("quote").setPlainText("half typed")
    annotate_mode.point_at(find(annotate_mode.analyst_view, OTHER, Claim))
    assert (
        annotate_mode.analyst_view.evidence_of(own_claim(annotate_mode).id)[0].quote == "half typed"
    )
    assert "Nothing is linked yet" in words_on(panel)


def test_rarer_fields_are_folded_away_unless_they_are_used(panel, annotate_mode):
    link(annotate_mode, "Water Agency")
    assert not panel._cards[0].more.isVisibleTo(panel)
    link(annotate_mode, "Region", question="How much?")
    assert panel._cards[1].more.isVisibleTo(panel)


def test_evidence_is_taken_away_and_comes_back_by_undo(qtbot, panel, annotate_mode):
    link(annotate_mode, "Water Agency")
    tip = "Take this evidence away"
    (button,) = [b for b in panel.findChildren(QToolButton) if b.toolTip() == tip]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert "Nothing is linked yet" in words_on(panel)
    annotate_mode.undo()
    assert "Water Agency" in words_on(panel)


def test_the_rule_is_explained_before_and_in_red_when_it_is_asked_for(qtbot, panel, annotate_mode):
    link(annotate_mode, "Water Agency", stance="supports", quote="4 million")
    panel.focus_verdict()
    qtbot.keyClicks(panel.verdict.label, "1")
    assert "one publisher, Water Agency" in panel.verdict.said.text()
    assert panel.verdict.said.property("role") == "muted"
    give(qtbot, panel, "1", "they say so")
    assert panel.verdict.said.property("role") == "error"
    assert not annotate_mode.analyst_view.mine.verdicts


def test_why_the_rule_is_met_is_said_too_with_both_sources(qtbot, panel, annotate_mode):
    link(annotate_mode, "Water Agency", stance="supports", quote="4 million")
    link(annotate_mode, "Voce del Porto", stance="supports", quote="4 million euros")
    panel.focus_verdict()
    qtbot.keyClicks(panel.verdict.label, "1")
    said = panel.verdict.said.text()
    assert said.startswith("✓ “Water Agency”")
    assert "“Voce del Porto”" in said


def test_two_in_the_same_words_ask_for_a_word_why_and_get_it(qtbot, panel, annotate_mode):
    quote = "the works on the network of Valdora will cost four million euros by the end of June"
    link(annotate_mode, "Water Agency", stance="supports", quote=quote)
    link(annotate_mode, "Voce del Porto", stance="supports", quote=quote)
    give(qtbot, panel, "1", "both say so")
    assert "perhaps one agency text" in panel.verdict.said.text()
    assert annotate_mode.analyst_view.verdict_of(own_claim(annotate_mode).id) is None
    panel.verdict.note.setFocus()
    qtbot.keyClicks(panel.verdict.note, "both were at the council")
    qtbot.mouseClick(panel.verdict.give, Qt.MouseButton.LeftButton)
    assert annotate_mode.analyst_view.verdict_of(own_claim(annotate_mode).id).label == "supported"


def test_a_verdict_is_given_and_the_one_before_stays_in_sight(qtbot, panel, annotate_mode):
    link(annotate_mode, "Water Agency", stance="supports", quote="4 million")
    link(annotate_mode, "Region", stance="supports", quote="4 million")
    give(qtbot, panel, "1", "both say so")
    assert annotate_mode.analyst_view.verdict_of(own_claim(annotate_mode).id).label == "supported"
    give(qtbot, panel, "3", "one took it back")
    assert "Superseded: Supported" in words_on(panel)
    assert "one took it back" in words_on(panel)
    assert [
        v.label for v in annotate_mode.analyst_view.verdicts_of(own_claim(annotate_mode).id)
    ] == [
        "not_enough_evidence",
        "supported",
    ]


def test_one_primary_source_asks_for_a_reason_and_takes_it(qtbot, panel, annotate_mode):
    link(annotate_mode, "Register", stance="refutes", quote="5 million")
    (row,) = annotate_mode.session.source_library.find("Register")
    annotate_mode.tell(annotate_mode.session.source_library.edit(row.source.id, tier="primary"))
    give(qtbot, panel, "2", "the register says five")
    assert panel.verdict.note.isVisibleTo(panel)
    panel.verdict.note.setPlainText("it is the register itself")
    qtbot.mouseClick(panel.verdict.give, Qt.MouseButton.LeftButton)
    assert (
        annotate_mode.analyst_view.verdict_of(own_claim(annotate_mode).id).note
        == "it is the register itself"
    )


def test_a_verdict_without_reasons_or_label_says_what_is_missing(qtbot, panel, annotate_mode):
    qtbot.mouseClick(panel.verdict.give, Qt.MouseButton.LeftButton)
    assert "Choose one of the four" in panel.verdict.said.text()
    give(qtbot, panel, "3", "")
    assert "needs its reasons" in panel.verdict.said.text()


def test_a_rating_of_the_newsroom_stands_for_one_of_the_four(qtbot, panel, annotate_mode):
    scale = (Rating("Pinocchio", "refuted"), Rating("Nì", "conflicting"))
    annotate_mode.tell(
        annotate_mode.session.source_library.set_practice(
            VerdictPolicy(needs_two=False, ratings=scale)
        )
    )
    panel.verdict.rating.setCurrentIndex(1)
    panel.verdict.rating.activated.emit(1)
    assert panel.verdict.label.value() == "refuted"
    panel.verdict.justification.setPlainText("no")
    qtbot.mouseClick(panel.verdict.give, Qt.MouseButton.LeftButton)
    assert (
        annotate_mode.analyst_view.verdict_of(own_claim(annotate_mode).id).rating_name
        == "Pinocchio"
    )
    assert "Pinocchio" in words_on(panel)
    qtbot.mouseClick(panel.verdict._withdraw, Qt.MouseButton.LeftButton)
    assert annotate_mode.analyst_view.verdict_of(own_claim(annotate_mode).id) is None


def test_a_verdict_half_written_waits_while_another_claim_is_looked_at(panel, annotate_mode):
    panel.verdict.justification.setPlainText("I was saying")
    annotate_mode.point_at(find(annotate_mode.analyst_view, OTHER, Claim))
    assert panel.verdict.justification.value() == ""
    annotate_mode.point_at(find(annotate_mode.analyst_view, CLAIM, Claim))
    assert panel.verdict.justification.value() == "I was saying"


def published(annotate_mode):
    return annotate_mode.analyst_view.verdict_of(own_claim(annotate_mode).id).published_url


def test_a_verdict_says_where_it_is_published_until_that_is_taken_back(qtbot, panel, annotate_mode):
    assert not panel.verdict.address.isVisibleTo(panel)  # there is nothing to publish
    give(qtbot, panel, "3", "nobody knows")
    assert published(annotate_mode) is UNSET
    panel.verdict.address.setFocus()
    qtbot.keyClicks(panel.verdict.address, "verifica.example/fatti/7")
    qtbot.keyClick(panel.verdict.address, Qt.Key.Key_Return)
    assert published(annotate_mode) == "https://verifica.example/fatti/7"
    assert len(annotate_mode.analyst_view.verdicts_of(own_claim(annotate_mode).id)) == 1
    annotate_mode.undo()
    assert published(annotate_mode) is UNSET
    assert panel.verdict.address.text() == ""
    qtbot.keyClicks(panel.verdict.address, "file:///etc/passwd")
    qtbot.keyClick(panel.verdict.address, Qt.Key.Key_Return)
    assert published(annotate_mode) is UNSET
    assert panel.verdict.said.property("role") == "error"


def test_a_correction_is_published_where_the_verdict_was(qtbot, panel, annotate_mode):
    give(qtbot, panel, "3", "nobody knows")
    qtbot.keyClicks(panel.verdict.address, "https://verifica.example/fatti/7")
    other = find(annotate_mode.analyst_view, OTHER, Claim)
    annotate_mode.point_at(other)  # by a key, so that the cursor stays in the field
    annotate_mode.point_at(own_claim(annotate_mode).id)
    assert published(annotate_mode) == "https://verifica.example/fatti/7"
    give(qtbot, panel, "3", "we asked once more")
    assert published(annotate_mode) == "https://verifica.example/fatti/7"
