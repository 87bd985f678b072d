"""Many claims at once, and evidence that goes with what was said before."""

from __future__ import annotations

import pytest

from annotator.core.editing import annotation_edits, evidence_edits
from annotator.core.errors import UserError
from annotator.core.model import Claim
from annotator.core.sources.similar_claim import SimilarClaim
from annotator.services import claims_list
from annotator.services.session import Session
from annotator.store import ClaimFilter
from tests.core.paper import find
from tests.services.test_session import paste, session  # noqa: F401 - the fixture

FIRST = "{Prices fell|CLAIM}. {Rents rose|CLAIM}."
SECOND = "{Prices dropped|CLAIM}."


def rows(session, whose="suggested"):  # noqa: F811
    found = session.store.claims.listed(ClaimFilter(analyst=session.analyst, whose=whose))
    return session.store.claims.rows(found.ids)


def test_a_field_of_many_claims_in_many_articles_is_one_step(session):  # noqa: F811
    paste(session, FIRST)
    paste(session, SECOND)
    done = claims_list.amend(session, rows(session), check_worthiness=3)
    assert (done.done, done.of_others, done.submitted) == (3, 0, 0)
    assert [row.worthiness for row in rows(session, "mine")] == [3, 3, 3]
    session.undo()
    assert rows(session, "mine") == []
    assert len(rows(session)) == 3


def test_accepting_and_rejecting_go_by_the_list_too(session):  # noqa: F811
    paste(session, FIRST)
    paste(session, SECOND)
    claims_list.accept(session, rows(session)[:2])
    claims_list.remove(session, rows(session))
    assert [row.text for row in rows(session, "mine")] == ["Prices fell", "Rents rose"]
    assert rows(session) == []
    claims_list.remove(session, rows(session, "mine")[:1])
    assert [row.text for row in rows(session, "mine")] == ["Rents rose"]


def test_what_is_a_colleagues_or_submitted_is_left_alone_and_told(session):  # noqa: F811
    article_id = paste(session, FIRST)
    bruno = Session(session.store, "bruno")
    analyst_view = bruno.analyst_view(article_id)
    bruno.do(annotation_edits.accept(analyst_view, [each.id for each in analyst_view.suggestions]))
    done = claims_list.amend(session, rows(session, "bruno"), check_worthiness=3)
    assert (done.change, done.of_others) == (None, 2)
    bruno.do(annotation_edits.set_status(bruno.analyst_view(article_id), "submitted"))
    done = claims_list.amend(bruno, rows(bruno, "mine"), check_worthiness=3)
    assert (done.change, done.submitted) == (None, 2)


def test_too_many_at_once_are_refused(session, monkeypatch):  # noqa: F811
    paste(session, FIRST)
    monkeypatch.setattr(claims_list, "MOST", 1)
    with pytest.raises(UserError, match="too many"):
        claims_list.accept(session, rows(session))


def checked(session):  # noqa: F811
    """Two articles that say the same; in the first it has evidence."""
    first, second = (
        session.analyst_view(paste(session, FIRST)),
        session.analyst_view(paste(session, SECOND)),
    )
    suggested = find(first, "Prices fell", Claim)
    source = evidence_edits.source(title="Istat")
    change, _ = evidence_edits.link(first, suggested, source, is_new=True, quote="-3%")
    session.do(change)
    (own,) = session.analyst_view(first.article.id).claims
    return own, second


def test_evidence_is_carried_over_as_copies_and_not_twice(session):  # noqa: F811
    own, second = checked(session)
    dropped = find(second, "Prices dropped", Claim)
    session.do(claims_list.carry_over(session, second, dropped, own.id))
    analyst_view = session.analyst_view(second.article.id)
    (copy,) = analyst_view.mine.evidence
    assert (copy.quote, copy.claim_id) == ("-3%", analyst_view.claims[0].id)
    assert analyst_view.source(copy.source_id).title == "Istat"
    with pytest.raises(UserError, match="no evidence"):
        claims_list.carry_over(session, analyst_view, analyst_view.claims[0].id, own.id)
    session.undo()
    assert session.analyst_view(second.article.id).claims == ()


def test_of_what_was_said_before_the_checked_copy_stands_for_all_in_its_article(session):  # noqa: F811
    own, _ = checked(session)
    first = session.analyst_view(own_article(session, own))
    suggested = own.derived_from
    rents = find(first, "Rents rose", Claim)
    similar_claims = [
        SimilarClaim(suggested, first.article.id, 0.8, "same"),
        SimilarClaim(own.id, first.article.id, 0.8, "same"),
        SimilarClaim(rents, first.article.id, 0.6),
        SimilarClaim("gone", first.article.id, 0.9, "same"),
    ]
    found = claims_list.said_before(session, similar_claims, most=5)
    assert [each.row.id for each in found] == [own.id, rents]
    assert found[0].row.evidence == 1


def test_each_claim_is_a_line_with_what_the_rule_says_of_it(session):  # noqa: F811
    own, _ = checked(session)
    found = {
        line.id: line for line in claims_list.lines(session, ClaimFilter(analyst=session.analyst))
    }
    line = found[own.id]
    assert (line.text, line.evidence.count, line.rule.met) == ("Prices fell", 1, False)
    assert line.rule.why == "No evidence linked supports or refutes the claim"
    for name in ("Lago", "Voce"):
        other = evidence_edits.source(url=f"https://{name.lower()}.it/x", title=name)
        here = session.analyst_view(line.article)
        made, _ = evidence_edits.link(
            here, own.id, other, is_new=True, stance="supports", quote="fell"
        )
        session.do(made)
    (line,) = (
        x
        for x in claims_list.lines(session, ClaimFilter(analyst=session.analyst))
        if x.id == own.id
    )
    assert line.rule.met, line.rule.why
    assert "“Lago”" in line.rule.why
    assert "“Voce”" in line.rule.why
    assert (line.state, line.evidence.publishers) == ("evidence", ["lago.it", "voce.it"])


def own_article(session, claim):  # noqa: F811
    (row,) = session.store.claims.rows([claim.id])
    return row.article_id
