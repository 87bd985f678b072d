"""Claims split, joined and nested; sources in sources; agents that are known again."""

from __future__ import annotations

import pytest

from annotator.core.editing import annotation_edits, claim_edits, evidence_edits
from annotator.core.editing.speakers import speakers
from annotator.core.errors import UserError
from annotator.core.model import Claim
from tests.core.paper import after, find, mine, span, suggested

TWO = "{Prices fell and rents rose|CLAIM}, said Mario Rossi."


def attributed(marked, words, source="Mario Rossi"):
    """A sheet on which a claim has been accepted and is said by somebody."""
    sheet = suggested(marked)
    sheet = after(
        sheet,
        annotation_edits.attribute(sheet, find(sheet, words, Claim), source=span(sheet, source)),
    )
    return sheet, find(sheet, words, Claim)


def words(sheet, claims):
    return [sheet.words_of(claim) for claim in claims]


def test_a_split_claim_is_two_and_whoever_said_the_one_says_both():
    sheet, claim = attributed(TWO, "Prices fell and rents rose")
    content = sheet.attributions[0].content_spans
    change, second = claim_edits.split(sheet, claim, span(sheet, "and rents").start)
    sheet = after(sheet, change)
    assert mine(sheet) == "{Prices fell|CLAIM} and {rents rose|CLAIM}, said Mario Rossi."
    (said,) = sheet.attributions
    assert set(said.claims) == {c.id for c in sheet.claims}
    assert said.content_spans == content
    assert sheet.get(second).normalized_text == "Rents rose"


def test_split_into_parts_the_whole_stays_as_their_compound():
    sheet, claim = attributed(TWO, "Prices fell and rents rose")
    change, _ = claim_edits.split(sheet, claim, span(sheet, "and rents").start, keep_whole=True)
    sheet = after(sheet, change)
    parts = [c for c in sheet.claims if c.part_of == claim]
    assert words(sheet, parts) == ["Prices fell", "rents rose"]
    assert len(sheet.claims) == 3


def test_there_is_nothing_to_split_at_the_end_of_a_claim():
    sheet, claim = attributed(TWO, "Prices fell and rents rose")
    for place in ("Prices", "said"):
        with pytest.raises(UserError, match="nothing to split"):
            claim_edits.split(sheet, claim, span(sheet, place).start)


def test_joining_takes_a_split_back_with_sources_evidence_and_parts():
    sheet, claim = attributed(TWO, "Prices fell and rents rose")
    change, second = claim_edits.split(sheet, claim, span(sheet, "and rents").start)
    sheet = after(sheet, change)
    change, _ = evidence_edits.link(sheet, second, evidence_edits.source(title="Istat"))
    sheet = after(sheet, change)
    sheet = after(sheet, claim_edits.join(sheet, claim, second))
    assert mine(sheet) == "{Prices fell and rents rose|CLAIM}, said Mario Rossi."
    (said,), (linked,) = sheet.attributions, sheet.mine.evidence
    assert said.claims == (claim,)
    assert linked.claim_id == claim


def test_claims_that_words_part_become_an_interrupted_one():
    sheet = suggested("{Prices|CLAIM}, he said loudly, {fell|CLAIM}.")
    made = claim_edits.join(sheet, find(sheet, "Prices", Claim), find(sheet, "fell", Claim))
    sheet = after(sheet, made)
    (claim,) = sheet.claims
    assert sheet.words_of(claim) == "Prices … fell"
    assert sheet.suggestions == ()


def test_a_claim_inside_another_is_its_part_after_one_key_and_none_after_the_next():
    sheet = suggested("{He knew that {prices fell|CLAIM}|CLAIM}.")
    for each in ("He knew that prices fell", "prices fell"):
        sheet = after(sheet, annotation_edits.accept(sheet, [find(sheet, each, Claim)]))
    outer, inner = (
        find(sheet, each, Claim) for each in ("He knew that prices fell", "prices fell")
    )
    sheet = after(sheet, claim_edits.nest(sheet, inner))
    assert sheet.get(inner).part_of == outer
    with pytest.raises(UserError, match="around this one"):
        claim_edits.nest(sheet, outer)
    sheet = after(sheet, claim_edits.nest(sheet, inner))
    assert sheet.get(inner).part_of is None


CHAIN = "{Prices fell|CLAIM}, anonymous officials told the Post."


def test_who_reports_a_source_stands_around_it_and_the_same_again_takes_that_away():
    sheet, claim = attributed(CHAIN, "Prices fell", "anonymous officials")
    sheet = after(sheet, claim_edits.report(sheet, claim, span(sheet, "the Post")))
    inner = next(a for a in sheet.attributions if a.claims)
    assert inner.anonymity == "anonymous"
    assert sheet.get(inner.nested_in).agent == "the Post"
    sheet = after(sheet, claim_edits.report(sheet, claim, span(sheet, "the Post")))
    (alone,) = sheet.attributions
    assert alone.nested_in is None


def test_who_reported_a_claim_goes_with_it():
    sheet, claim = attributed(CHAIN, "Prices fell", "anonymous officials")
    sheet = after(sheet, claim_edits.report(sheet, claim, span(sheet, "the Post")))
    sheet = after(sheet, annotation_edits.remove(sheet, [claim]))
    assert sheet.attributions == ()


def test_without_a_source_there_is_nothing_to_report():
    sheet = suggested(CHAIN)
    with pytest.raises(UserError, match="Nobody says"):
        claim_edits.report(sheet, find(sheet, "Prices fell", Claim), span(sheet, "the Post"))


def test_an_agent_is_known_again_by_the_words_that_stood_for_it():
    text = "{Prices fell|CLAIM}, the Kremlin said. {Rents rose|CLAIM}, said the Kremlin."
    sheet, first = attributed(text, "Prices fell", "the Kremlin")
    (said,) = sheet.attributions
    sheet = after(
        sheet,
        annotation_edits.amend(
            sheet, said.id, agent="Russian government", agent_type="government", kb_id="Q1"
        ),
    )
    again = sheet.article.text.rindex("the Kremlin")
    place = type(span(sheet, "the"))(again, again + len("the Kremlin"))
    sheet = after(
        sheet, annotation_edits.attribute(sheet, find(sheet, "Rents rose", Claim), source=place)
    )
    (speaker,) = speakers(sheet)
    assert (speaker.name, speaker.agent_type, speaker.kb_id) == (
        "Russian government",
        "government",
        "Q1",
    )
    assert len(speaker.claims) == 2
    assert first in speaker.claims


def test_words_without_a_name_speak_for_many_or_for_nobody_in_particular():
    for who, anonymity in (("sources", "anonymous"), ("the critics", "collective")):
        sheet, _ = attributed(f"{{Prices fell|CLAIM}}, {who} said.", "Prices fell", who)
        assert sheet.attributions[0].anonymity == anonymity
