"""Claims split, joined and nested; sources in sources; agents that are known again."""

from __future__ import annotations

import pytest

from annotator.core.editing import annotation_edits, attribution_edits, claim_edits, evidence_edits
from annotator.core.editing.speakers import speakers
from annotator.core.errors import UserError
from annotator.core.model import Claim
from tests.core.paper import after, find, mine, span, suggested

TWO = "{Prices fell and rents rose|CLAIM}, said Mario Rossi."


def attributed(marked, words, source="Mario Rossi"):
    """A sheet on which a claim has been accepted and is said by somebody."""
    analyst_view = suggested(marked)
    analyst_view = after(
        analyst_view,
        attribution_edits.attribute(
            analyst_view, find(analyst_view, words, Claim), source=span(analyst_view, source)
        ),
    )
    return analyst_view, find(analyst_view, words, Claim)


def words(analyst_view, claims):
    return [analyst_view.words_of(claim) for claim in claims]


def test_a_split_claim_is_two_and_whoever_said_the_one_says_both():
    analyst_view, claim = attributed(TWO, "Prices fell and rents rose")
    content = analyst_view.attributions[0].content_spans
    change, second = claim_edits.split(analyst_view, claim, span(analyst_view, "and rents").start)
    analyst_view = after(analyst_view, change)
    assert mine(analyst_view) == "{Prices fell|CLAIM} and {rents rose|CLAIM}, said Mario Rossi."
    (said,) = analyst_view.attributions
    assert set(said.claims) == {c.id for c in analyst_view.claims}
    assert said.content_spans == content
    assert analyst_view.get(second).normalized_text == "Rents rose"


def test_split_into_parts_the_whole_stays_as_their_compound():
    analyst_view, claim = attributed(TWO, "Prices fell and rents rose")
    change, _ = claim_edits.split(
        analyst_view, claim, span(analyst_view, "and rents").start, keep_whole=True
    )
    analyst_view = after(analyst_view, change)
    parts = [c for c in analyst_view.claims if c.part_of == claim]
    assert words(analyst_view, parts) == ["Prices fell", "rents rose"]
    assert len(analyst_view.claims) == 3


def test_there_is_nothing_to_split_at_the_end_of_a_claim():
    analyst_view, claim = attributed(TWO, "Prices fell and rents rose")
    for place in ("Prices", "said"):
        with pytest.raises(UserError, match="nothing to split"):
            claim_edits.split(analyst_view, claim, span(analyst_view, place).start)


def test_joining_takes_a_split_back_with_sources_evidence_and_parts():
    analyst_view, claim = attributed(TWO, "Prices fell and rents rose")
    change, second = claim_edits.split(analyst_view, claim, span(analyst_view, "and rents").start)
    analyst_view = after(analyst_view, change)
    change, _ = evidence_edits.link(analyst_view, second, evidence_edits.source(title="Istat"))
    analyst_view = after(analyst_view, change)
    analyst_view = after(analyst_view, claim_edits.join(analyst_view, claim, second))
    assert mine(analyst_view) == "{Prices fell and rents rose|CLAIM}, said Mario Rossi."
    (said,), (linked,) = analyst_view.attributions, analyst_view.mine.evidence
    assert said.claims == (claim,)
    assert linked.claim_id == claim


def test_claims_that_words_part_become_an_interrupted_one():
    analyst_view = suggested("{Prices|CLAIM}, he said loudly, {fell|CLAIM}.")
    made = claim_edits.join(
        analyst_view, find(analyst_view, "Prices", Claim), find(analyst_view, "fell", Claim)
    )
    analyst_view = after(analyst_view, made)
    (claim,) = analyst_view.claims
    assert analyst_view.words_of(claim) == "Prices … fell"
    assert analyst_view.suggestions == ()


def test_a_claim_inside_another_is_its_part_after_one_key_and_none_after_the_next():
    analyst_view = suggested("{He knew that {prices fell|CLAIM}|CLAIM}.")
    for each in ("He knew that prices fell", "prices fell"):
        analyst_view = after(
            analyst_view, annotation_edits.accept(analyst_view, [find(analyst_view, each, Claim)])
        )
    outer, inner = (
        find(analyst_view, each, Claim) for each in ("He knew that prices fell", "prices fell")
    )
    analyst_view = after(analyst_view, claim_edits.nest(analyst_view, inner))
    assert analyst_view.get(inner).part_of == outer
    with pytest.raises(UserError, match="around this one"):
        claim_edits.nest(analyst_view, outer)
    analyst_view = after(analyst_view, claim_edits.nest(analyst_view, inner))
    assert analyst_view.get(inner).part_of is None


CHAIN = "{Prices fell|CLAIM}, anonymous officials told the Post."


def test_who_reports_a_source_stands_around_it_and_the_same_again_takes_that_away():
    analyst_view, claim = attributed(CHAIN, "Prices fell", "anonymous officials")
    analyst_view = after(
        analyst_view, claim_edits.report(analyst_view, claim, span(analyst_view, "the Post"))
    )
    inner = next(a for a in analyst_view.attributions if a.claims)
    assert inner.anonymity == "anonymous"
    assert analyst_view.get(inner.nested_in).agent == "the Post"
    analyst_view = after(
        analyst_view, claim_edits.report(analyst_view, claim, span(analyst_view, "the Post"))
    )
    (alone,) = analyst_view.attributions
    assert alone.nested_in is None


def test_who_reported_a_claim_goes_with_it():
    analyst_view, claim = attributed(CHAIN, "Prices fell", "anonymous officials")
    analyst_view = after(
        analyst_view, claim_edits.report(analyst_view, claim, span(analyst_view, "the Post"))
    )
    analyst_view = after(analyst_view, annotation_edits.remove(analyst_view, [claim]))
    assert analyst_view.attributions == ()


def test_without_a_source_there_is_nothing_to_report():
    analyst_view = suggested(CHAIN)
    with pytest.raises(UserError, match="Nobody says"):
        claim_edits.report(
            analyst_view, find(analyst_view, "Prices fell", Claim), span(analyst_view, "the Post")
        )


def test_an_agent_is_known_again_by_the_words_that_stood_for_it():
    text = "{Prices fell|CLAIM}, the Kremlin said. {Rents rose|CLAIM}, said the Kremlin."
    analyst_view, first = attributed(text, "Prices fell", "the Kremlin")
    (said,) = analyst_view.attributions
    analyst_view = after(
        analyst_view,
        annotation_edits.amend(
            analyst_view, said.id, agent="Russian government", agent_type="government", kb_id="Q1"
        ),
    )
    again = analyst_view.article.text.rindex("the Kremlin")
    place = type(span(analyst_view, "the"))(again, again + len("the Kremlin"))
    analyst_view = after(
        analyst_view,
        attribution_edits.attribute(
            analyst_view, find(analyst_view, "Rents rose", Claim), source=place
        ),
    )
    (speaker,) = speakers(analyst_view)
    assert (speaker.name, speaker.agent_type, speaker.kb_id) == (
        "Russian government",
        "government",
        "Q1",
    )
    assert len(speaker.claims) == 2
    assert first in speaker.claims


def test_words_without_a_name_speak_for_many_or_for_nobody_in_particular():
    for who, anonymity in (("sources", "anonymous"), ("the critics", "collective")):
        analyst_view, _ = attributed(f"{{Prices fell|CLAIM}}, {who} said.", "Prices fell", who)
        assert analyst_view.attributions[0].anonymity == anonymity
