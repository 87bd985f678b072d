"""What was said before, beside the current claim; the process that finds it is not started here."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel

from annotator.core.editing import evidence_edits
from annotator.core.meaning.comparison import SaysOtherwise
from annotator.core.model import Claim
from annotator.core.sources.similar_claim import SimilarClaim
from annotator.core.sources.verdict_policy import VerdictPolicy
from tests.core.paper import find
from tests.ui.test_main_window import press

ONE = "{Prices fell|CLAIM}."
TWO = "{Prices dropped|CLAIM}."


@pytest.fixture
def shown(window):
    """The second article is open; what it claims was refuted in the first."""
    made = window(ONE, TWO)
    annotate_mode, session = made.workspace.annotate_mode, made.workspace.session
    link, _ = evidence_edits.link(
        annotate_mode.analyst_view,
        find(annotate_mode.analyst_view, "Prices fell", Claim),
        evidence_edits.source(title="Istat"),
        is_new=True,
        quote="+3%",
    )
    session.do(link)
    analyst_view = session.analyst_view(annotate_mode.analyst_view.article.id)
    (known,) = analyst_view.claims
    session.do(
        evidence_edits.decide(
            analyst_view,
            VerdictPolicy(needs_two=False),
            known.id,
            label="refuted",
            justification="They rose.",
        )
    )
    annotate_mode.open(made.workspace.queue.ids()[1])
    annotate_mode.point_at(find(annotate_mode.analyst_view, "Prices dropped", Claim))
    echo = SimilarClaim(known.id, analyst_view.article.id, 0.81, "same")
    made.workspace.handlers.similar.show_echoes(annotate_mode.current_id, [echo])
    made.known = known.id
    return made


def test_the_card_in_the_margin_tells_the_verdict_that_it_was_given_before(shown):
    (card,) = shown.workspace.page.cards(
        shown.workspace.annotate_mode.analyst_view,
        shown.workspace.annotate_mode.similar_claims,
    )
    assert card.said.startswith("said before · ")


def test_the_evidence_page_shows_the_claim_with_verdict_and_evidence(qtbot, shown):
    press(qtbot, shown, "V")
    similar_claims = shown.workspace.inspector.panel("evidence").similar_claims
    said = [label.text() for label in similar_claims.findChildren(QLabel) if label.isVisible()]
    assert "Prices fell" in said
    assert any(words.startswith("the same") for words in said)
    assert any("1 piece(s) of evidence" in words for words in said)


@pytest.fixture
def contradicted(shown):
    """What was found says otherwise."""
    echo = SimilarClaim(
        shown.known,
        shown.workspace.annotate_mode.similar_claims[shown.workspace.annotate_mode.current_id][
            0
        ].row.article_id,
        0.97,
        "otherwise",
        (SaysOtherwise("figure", "41", "14"), SaysOtherwise("negation", "", "not")),
    )
    shown.workspace.handlers.similar.show_echoes(shown.workspace.annotate_mode.current_id, [echo])
    return shown


def test_a_claim_that_says_otherwise_lends_its_verdict_to_no_card(contradicted):
    (card,) = contradicted.workspace.page.cards(
        contradicted.workspace.annotate_mode.analyst_view,
        contradicted.workspace.annotate_mode.similar_claims,
    )
    assert card.said == "says otherwise: figure 41 ≠ 14; negation – ≠ not"


def test_the_evidence_page_says_in_which_words_a_claim_differs(qtbot, contradicted):
    press(qtbot, contradicted, "V")
    similar_claims = contradicted.workspace.inspector.panel("evidence").similar_claims
    said = [label.text() for label in similar_claims.findChildren(QLabel) if label.isVisible()]
    assert any(words.startswith("says otherwise: figure 41 ≠ 14") for words in said)


def test_one_on_the_same_topic_only_is_not_on_the_card(shown):
    annotate_mode = shown.workspace.annotate_mode
    (found,) = annotate_mode.similar_claims[annotate_mode.current_id]
    shown.workspace.handlers.similar.show_echoes(
        annotate_mode.current_id,
        [SimilarClaim(found.row.id, found.row.article_id, 0.6, "topic")],
    )
    (card,) = shown.workspace.page.cards(annotate_mode.analyst_view, annotate_mode.similar_claims)
    assert card.said == ""


def test_one_key_carries_the_evidence_over_and_one_takes_it_back(qtbot, shown):
    press(qtbot, shown, "Shift+E")
    annotate_mode = shown.workspace.annotate_mode
    (own,) = annotate_mode.analyst_view.claims
    (copied,) = annotate_mode.analyst_view.evidence_of(own.id)
    assert (copied.quote, annotate_mode.analyst_view.source(copied.source_id).title) == (
        "+3%",
        "Istat",
    )
    assert copied.stance == "context"  # it supported the other claim
    panel = shown.workspace.inspector.panel("evidence")
    lines = [label.text() for label in panel.findChildren(QLabel) if label.isVisible()]
    assert any(words.startswith("Carried over from another claim") for words in lines)
    assert annotate_mode.analyst_view.verdicts_of(own.id) == ()  # a verdict is never carried over
    shown.by_id["undo"].trigger()
    assert annotate_mode.analyst_view.claims == ()


def test_without_anything_to_carry_over_it_is_said(qtbot, shown):
    shown.workspace.annotate_mode.similar_claims.clear()
    shown.act("carry_evidence")
    assert "No similar claim" in shown._told.text()


def test_a_click_leads_to_where_it_was_said(qtbot, shown):
    shown.workspace.annotate_mode.claim_wanted.emit(shown.known)
    assert (
        shown.workspace.annotate_mode.analyst_view.words_of(shown.workspace.annotate_mode.current)
        == "Prices fell"
    )


def test_nothing_is_known_of_another_article_before_it_is_asked_about(shown):
    annotate_mode = shown.workspace.annotate_mode
    annotate_mode.open(annotate_mode.analyst_view.article.id)
    assert annotate_mode.similar_claims == {}
