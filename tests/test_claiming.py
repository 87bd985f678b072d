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
from tests.test_desk import desk, paste  # noqa: F401 - the fixture

FIRST = "{Prices fell|CLAIM}. {Rents rose|CLAIM}."
SECOND = "{Prices dropped|CLAIM}."


def rows(desk, whose="suggested"):  # noqa: F811
    found = desk.store.claims.listed(ClaimFilter(analyst=desk.analyst, whose=whose))
    return desk.store.claims.rows(found.ids)


def test_a_field_of_many_claims_in_many_articles_is_one_step(desk):  # noqa: F811
    paste(desk, FIRST)
    paste(desk, SECOND)
    done = claims_list.amend(desk, rows(desk), check_worthiness=3)
    assert (done.done, done.of_others, done.submitted) == (3, 0, 0)
    assert [row.worthiness for row in rows(desk, "mine")] == [3, 3, 3]
    desk.undo()
    assert rows(desk, "mine") == []
    assert len(rows(desk)) == 3


def test_accepting_and_rejecting_go_by_the_list_too(desk):  # noqa: F811
    paste(desk, FIRST)
    paste(desk, SECOND)
    claims_list.accept(desk, rows(desk)[:2])
    claims_list.remove(desk, rows(desk))
    assert [row.text for row in rows(desk, "mine")] == ["Prices fell", "Rents rose"]
    assert rows(desk) == []
    claims_list.remove(desk, rows(desk, "mine")[:1])
    assert [row.text for row in rows(desk, "mine")] == ["Rents rose"]


def test_what_is_a_colleagues_or_submitted_is_left_alone_and_told(desk):  # noqa: F811
    article_id = paste(desk, FIRST)
    bruno = Session(desk.store, "bruno")
    sheet = bruno.sheet(article_id)
    bruno.do(annotation_edits.accept(sheet, [each.id for each in sheet.suggestions]))
    done = claims_list.amend(desk, rows(desk, "bruno"), check_worthiness=3)
    assert (done.change, done.of_others) == (None, 2)
    bruno.do(annotation_edits.set_status(bruno.sheet(article_id), "submitted"))
    done = claims_list.amend(bruno, rows(bruno, "mine"), check_worthiness=3)
    assert (done.change, done.submitted) == (None, 2)


def test_too_many_at_once_are_refused(desk, monkeypatch):  # noqa: F811
    paste(desk, FIRST)
    monkeypatch.setattr(claims_list, "MOST", 1)
    with pytest.raises(UserError, match="too many"):
        claims_list.accept(desk, rows(desk))


def checked(desk):  # noqa: F811
    """Two articles that say the same; in the first it has evidence."""
    first, second = desk.sheet(paste(desk, FIRST)), desk.sheet(paste(desk, SECOND))
    suggested = find(first, "Prices fell", Claim)
    source = evidence_edits.source(title="Istat")
    change, _ = evidence_edits.link(first, suggested, source, is_new=True, quote="-3%")
    desk.do(change)
    (own,) = desk.sheet(first.article.id).claims
    return own, second


def test_evidence_is_carried_over_as_copies_and_not_twice(desk):  # noqa: F811
    own, second = checked(desk)
    dropped = find(second, "Prices dropped", Claim)
    desk.do(claims_list.carry_over(desk, second, dropped, own.id))
    sheet = desk.sheet(second.article.id)
    (copy,) = sheet.mine.evidence
    assert (copy.quote, copy.claim_id) == ("-3%", sheet.claims[0].id)
    assert sheet.source(copy.source_id).title == "Istat"
    with pytest.raises(UserError, match="no evidence"):
        claims_list.carry_over(desk, sheet, sheet.claims[0].id, own.id)
    desk.undo()
    assert desk.sheet(second.article.id).claims == ()


def test_of_what_was_said_before_the_checked_copy_stands_for_all_in_its_article(desk):  # noqa: F811
    own, _ = checked(desk)
    first = desk.sheet(own_article(desk, own))
    suggested = own.derived_from
    rents = find(first, "Rents rose", Claim)
    echoes = [
        SimilarClaim(suggested, first.article.id, 0.8, "same"),
        SimilarClaim(own.id, first.article.id, 0.8, "same"),
        SimilarClaim(rents, first.article.id, 0.6),
        SimilarClaim("gone", first.article.id, 0.9, "same"),
    ]
    found = claims_list.said_before(desk, echoes, most=5)
    assert [each.row.id for each in found] == [own.id, rents]
    assert found[0].row.evidence == 1


def own_article(desk, claim):  # noqa: F811
    (row,) = desk.store.claims.rows([claim.id])
    return row.article_id
