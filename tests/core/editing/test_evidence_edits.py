"""Linking sources to claims, the evidence rule, and verdicts that follow each other."""

import pytest

from annotator.core.annotated_article import AnnotatedArticle
from annotator.core.editing import annotation_edits, evidence_edits
from annotator.core.editing.analyst_view import AnalystView
from annotator.core.errors import UserError
from annotator.core.model import Evidence, Source, Verdict, with_
from annotator.core.sources.verdict_policy import (
    NotEnoughEvidence,
    Rating,
    VerdictPolicy,
    practice_from,
)
from annotator.core.urls import BadAddress

from ..paper import after, suggested

MARKED = "{[Roma|LOC] loses water|CLAIM}. {The mayor knew|CLAIM}."
RULE = VerdictPolicy()


def with_sources(
    analyst_view: AnalystView, *sources: Source, url: str | None = None
) -> AnalystView:
    """The sheet as the store would read it, with what its evidence names."""
    layers = tuple(c for c in (analyst_view.mine, analyst_view.machine) if c is not None)
    article = with_(analyst_view.article, url=url or analyst_view.article.url)
    return AnalystView(
        AnnotatedArticle(article=article, layers=layers, sources=sources), analyst_view.analyst
    )


def page(host: str, **fields) -> Source:
    return evidence_edits.source(title=host, url=f"https://{host}/page", **fields)


def linked(analyst_view: AnalystView, claim_id: str, *pairs: tuple[Source, str]) -> AnalystView:
    """The sheet once each source, with a stance, is evidence for the claim."""
    sources = [source for source, _ in pairs]
    analyst_view = with_sources(analyst_view, *sources)
    for source, stance in pairs:
        made, _ = evidence_edits.link(
            analyst_view, claim_id, source, stance=stance, quote="the words"
        )
        analyst_view = with_sources(after(analyst_view, made), *sources)
    return analyst_view


@pytest.fixture
def analyst_view():
    """Two claims of the analyst's own."""
    fresh = suggested(MARKED)
    return after(fresh, annotation_edits.accept(fresh, [a.id for a in fresh.suggestions]))


def test_linking_evidence_to_a_suggested_claim_accepts_the_claim():
    fresh = suggested(MARKED)
    claim = fresh.shown_claims[0]
    source = page("istat.it")
    made, id_ = evidence_edits.link(
        fresh, claim.id, source, is_new=True, stance="supports", quote="x"
    )
    kinds = [type(edit.record).__name__ for edit in made.edits]
    assert kinds == ["Layer", "Claim", "Judgement", "Source", "Evidence"]
    own = next(e.after for e in made.edits if isinstance(e.after, Evidence))
    assert (own.id, own.stance, own.source_id) == (id_, "supports", source.id)
    assert own.claim_id != claim.id


def test_the_article_is_never_its_own_evidence(analyst_view):
    here = with_sources(analyst_view, url="http://www.daily.org/news/1?utm_source=x")
    claim = here.claims[0]
    for source in (
        evidence_edits.source(url="https://daily.org/news/1"),
        evidence_edits.source(url="https://web.archive.org/web/2024/https://daily.org/news/1"),
        evidence_edits.source(title="its text", sha256=here.article.sha256),
    ):
        with pytest.raises(evidence_edits.OwnEvidence):
            evidence_edits.link(here, claim.id, source, is_new=True)


def test_evidence_needs_a_claim(analyst_view):
    entity = analyst_view.entities[0]
    for nothing in ("", entity.id):
        with pytest.raises(UserError, match="belong to a claim"):
            evidence_edits.link(analyst_view, nothing, page("a.org"), is_new=True)


def test_evidence_is_amended_unlinked_and_carried_to_another_claim(analyst_view):
    one, two = analyst_view.claims
    analyst_view = linked(analyst_view, one.id, (page("a.org"), "supports"))
    first = analyst_view.evidence_of(one.id)[0]
    analyst_view = after(
        analyst_view,
        evidence_edits.amend_evidence(analyst_view, first.id, stance="refutes", locator="p. 4"),
    )
    first = analyst_view.evidence_of(one.id)[0]
    assert (first.stance, first.locator) == ("refutes", "p. 4")
    analyst_view = after(analyst_view, evidence_edits.carry_over(analyst_view, two.id, [first]))
    carried = analyst_view.evidence_of(two.id)[0]
    assert (carried.quote, carried.derived_from) == ("the words", first.id)
    assert not evidence_edits.carry_over(analyst_view, two.id, [first]).edits  # once is enough
    analyst_view = after(analyst_view, evidence_edits.unlink(analyst_view, [first.id]))
    assert not analyst_view.evidence_of(one.id)
    assert analyst_view.evidence_of(two.id)


def test_removing_a_claim_takes_its_evidence_and_verdicts_along(analyst_view):
    one = analyst_view.claims[0]
    analyst_view = linked(
        analyst_view, one.id, (page("a.org"), "supports"), (page("b.org"), "supports")
    )
    wanted = evidence_edits.decide(
        analyst_view, RULE, one.id, label="supported", justification="both say so"
    )
    analyst_view = after(analyst_view, wanted)
    analyst_view = after(analyst_view, annotation_edits.remove(analyst_view, [one.id]))
    assert not analyst_view.mine.evidence
    assert not analyst_view.mine.verdicts


def lacking(analyst_view, claim_id, label, **fields) -> str:
    with pytest.raises(NotEnoughEvidence) as refused:
        evidence_edits.decide(
            analyst_view, RULE, claim_id, label=label, justification="because", **fields
        )
    assert refused.value.hint
    return str(refused.value)


def test_a_verdict_without_evidence_is_refused_but_not_enough_evidence_is_not(analyst_view):
    claim = analyst_view.claims[0]
    assert "No evidence is linked" in lacking(analyst_view, claim.id, "supported")
    allowed = evidence_edits.decide(
        analyst_view, RULE, claim.id, label="not_enough_evidence", justification="nothing was found"
    )
    assert after(analyst_view, allowed).verdict_of(claim.id).label == "not_enough_evidence"


def test_two_sources_of_one_publisher_are_not_independent(analyst_view):
    claim = analyst_view.claims[0]
    one = page("a.org", publisher="Istat")
    other = page("b.org", publisher="ISTAT")
    here = linked(analyst_view, claim.id, (one, "supports"), (other, "supports"))
    assert "one publisher, I" in lacking(here, claim.id, "supported")
    third = page("c.org", publisher="Eurostat")
    here = linked(analyst_view, claim.id, (one, "supports"), (third, "supports"))
    assert evidence_edits.decide(here, RULE, claim.id, label="supported", justification="x").edits


def test_pages_without_a_publisher_are_told_apart_by_their_site(analyst_view):
    claim = analyst_view.claims[0]
    one = page("www.a.org")
    other = evidence_edits.source(url="https://data.a.org/another")
    here = linked(analyst_view, claim.id, (one, "refutes"), (other, "refutes"))
    assert "are on one site, a.org" in lacking(here, claim.id, "refuted")


def test_two_sites_under_one_registry_or_hoster_are_two_publishers(analyst_view):
    claim = analyst_view.claims[0]
    for pair in (
        ("a.co.uk", "b.co.uk"),
        ("salute.gov.it", "interno.gov.it"),
        ("x.github.io", "y.github.io"),
    ):
        here = linked(analyst_view, claim.id, *((page(host), "supports") for host in pair))
        assert evidence_edits.decide(
            here, RULE, claim.id, label="supported", justification="x"
        ).edits


def test_one_primary_source_is_enough_with_a_written_reason(analyst_view):
    claim = analyst_view.claims[0]
    here = linked(analyst_view, claim.id, (page("a.org", tier="primary"), "supports"))
    assert "one primary source alone" in lacking(here, claim.id, "supported")
    given = {"label": "supported", "justification": "the register says so"}
    made = evidence_edits.decide(here, RULE, claim.id, note="the register itself", **given)
    assert after(here, made).verdict_of(claim.id).note == "the register itself"


def test_what_says_the_contrary_or_is_only_context_carries_no_verdict(analyst_view):
    claim = analyst_view.claims[0]
    contrary = linked(
        analyst_view, claim.id, (page("a.org"), "refutes"), (page("b.org"), "refutes")
    )
    assert "contrary" in lacking(contrary, claim.id, "supported")
    context = linked(analyst_view, claim.id, (page("a.org"), "context"), (page("b.org"), "context"))
    assert "supports or refutes" in lacking(context, claim.id, "refuted")
    both = linked(analyst_view, claim.id, (page("a.org"), "supports"), (page("b.org"), "refutes"))
    given = {"label": "conflicting", "justification": "they disagree"}
    assert evidence_edits.decide(both, RULE, claim.id, **given).edits


def test_evidence_without_a_quotation_does_not_count(analyst_view):
    claim = analyst_view.claims[0]
    here = linked(analyst_view, claim.id, (page("a.org"), "supports"), (page("b.org"), "supports"))
    for each in here.evidence_of(claim.id):
        bare = after(here, evidence_edits.amend_evidence(here, each.id, quote=" "))
        here = with_sources(bare, *here.sources)
    assert "quoted" in lacking(here, claim.id, "supported")


def test_the_rule_can_be_switched_off(analyst_view):
    free = VerdictPolicy(needs_two=False)
    claim = analyst_view.claims[0]
    given = {"label": "refuted", "justification": "I know it"}
    assert evidence_edits.decide(analyst_view, free, claim.id, **given).edits


def test_a_verdict_needs_reasons_with_or_without_the_rule(analyst_view):
    with pytest.raises(UserError, match="needs its reasons"):
        evidence_edits.decide(
            analyst_view,
            VerdictPolicy(needs_two=False),
            analyst_view.claims[0].id,
            label="refuted",
            justification=" ",
        )


def test_a_later_verdict_supersedes_and_the_earlier_one_stays(analyst_view):
    claim = analyst_view.claims[0]
    free = VerdictPolicy(needs_two=False)
    for label in ("supported", "refuted"):
        made = evidence_edits.decide(analyst_view, free, claim.id, label=label, justification=label)
        analyst_view = after(analyst_view, made)
    now, before = analyst_view.verdicts_of(claim.id)
    assert (now.label, before.label, now.supersedes) == ("refuted", "supported", before.id)
    same = evidence_edits.decide(
        analyst_view, free, claim.id, label="refuted", justification="refuted"
    )
    assert not same.edits
    analyst_view = after(analyst_view, evidence_edits.withdraw(analyst_view, claim.id))
    assert analyst_view.verdict_of(claim.id) == before


def test_a_source_from_an_archive_keeps_both_addresses():
    made = evidence_edits.source(
        url="https://web.archive.org/web/2024/https://www.a.org/x?utm_source=y"
    )
    assert made.url == "https://www.a.org/x"
    assert made.archived_url.startswith("https://web.archive.org/")
    assert len(made.accessed) == 10


def test_a_hostile_address_never_gets_into_a_source():
    with pytest.raises(BadAddress):
        evidence_edits.source(title="x", url="javascript:alert(1)")
    with pytest.raises(BadAddress):
        evidence_edits.edit_source(page("a.org"), by="anna", archived_url="file:///etc/passwd")
    with pytest.raises(UserError, match="title or an address"):
        evidence_edits.source(publisher="nobody")


def test_the_practice_is_read_back_as_it_was_written():
    body = {"needs_two": False, "ratings": [{"name": "Vero", "label": "supported"}]}
    verdict_policy = practice_from(body)
    assert verdict_policy.rating("Vero") == Rating("Vero", "supported")
    assert practice_from(None) == VerdictPolicy()


def test_the_sheet_is_read_anew_when_evidence_names_a_source_it_does_not_know(analyst_view):
    made, _ = evidence_edits.link(analyst_view, analyst_view.claims[0].id, page("a.org"))
    assert analyst_view.after(made) is None
    assert isinstance(made.edits[-1].record, Evidence)
    free = evidence_edits.decide(
        analyst_view,
        VerdictPolicy(needs_two=False),
        analyst_view.claims[0].id,
        label="refuted",
        justification="x",
    )
    assert isinstance(analyst_view.after(free).mine.verdicts[0], Verdict)
