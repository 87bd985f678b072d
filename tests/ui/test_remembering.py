"""What was said before, beside the current claim; the process that finds it is not started here."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel

from annotator.core.editing import evidence_edits
from annotator.core.model import Claim
from annotator.core.sources.similar_claim import SimilarClaim
from annotator.core.sources.verdict_policy import VerdictPolicy
from tests.core.paper import find
from tests.ui.test_window import press

ONE = "{Prices fell|CLAIM}."
TWO = "{Prices dropped|CLAIM}."


@pytest.fixture
def shown(window):
    """The second article is open; what it claims was refuted in the first."""
    made = window(ONE, TWO)
    pen, desk = made.bench.pen, made.bench.desk
    link, _ = evidence_edits.link(
        pen.sheet,
        find(pen.sheet, "Prices fell", Claim),
        evidence_edits.source(title="Istat"),
        is_new=True,
        quote="+3%",
    )
    desk.do(link)
    sheet = desk.sheet(pen.sheet.article.id)
    (known,) = sheet.claims
    desk.do(
        evidence_edits.decide(
            sheet,
            VerdictPolicy(needs_two=False),
            known.id,
            label="refuted",
            justification="They rose.",
        )
    )
    pen.open(made.bench.queue.ids()[1])
    pen.point_at(find(pen.sheet, "Prices dropped", Claim))
    echo = SimilarClaim(known.id, sheet.article.id, 0.81, "same")
    made.bench.handlers.similar.show_echoes(pen.current_id, [echo])
    made.known = known.id
    return made


def test_the_card_in_the_margin_tells_the_verdict_that_it_was_given_before(shown):
    (card,) = shown.bench.page.cards(shown.bench.pen.sheet, shown.bench.pen.echoes)
    assert card.said.startswith("said before · ")


def test_the_evidence_page_shows_the_claim_with_verdict_and_evidence(qtbot, shown):
    press(qtbot, shown, "V")
    echoes = shown.bench.inspector.panel("evidence").echoes
    said = [label.text() for label in echoes.findChildren(QLabel) if label.isVisible()]
    assert "Prices fell" in said
    assert any("nearly the same" in words for words in said)
    assert any("1 piece(s) of evidence" in words for words in said)


def test_one_key_carries_the_evidence_over_and_one_takes_it_back(qtbot, shown):
    press(qtbot, shown, "Shift+E")
    pen = shown.bench.pen
    (own,) = pen.sheet.claims
    (copied,) = pen.sheet.evidence_of(own.id)
    assert (copied.quote, pen.sheet.source(copied.source_id).title) == ("+3%", "Istat")
    assert pen.sheet.verdicts_of(own.id) == ()  # a verdict is never carried over
    shown.by_id["undo"].trigger()
    assert pen.sheet.claims == ()


def test_without_anything_to_carry_over_it_is_said(qtbot, shown):
    shown.bench.pen.echoes.clear()
    shown.act("carry_evidence")
    assert "No similar claim" in shown._told.text()


def test_a_click_leads_to_where_it_was_said(qtbot, shown):
    shown.bench.pen.claim_wanted.emit(shown.known)
    assert shown.bench.pen.sheet.words_of(shown.bench.pen.current) == "Prices fell"


def test_nothing_is_known_of_another_article_before_it_is_asked_about(shown):
    pen = shown.bench.pen
    pen.open(pen.sheet.article.id)
    assert pen.echoes == {}
