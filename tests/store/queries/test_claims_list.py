"""The claims of a project as a list: whose they are, how far they are checked, in which order."""

from __future__ import annotations

import pytest

from annotator.core.editing import annotation_edits, attribution_edits, evidence_edits
from annotator.core.model import Claim
from annotator.core.sources.verdict_policy import VerdictPolicy
from annotator.services.session import Session
from annotator.store import ClaimFilter, FullTextSearch, Store
from tests.core.paper import find, span
from tests.services.test_session import paste

PRICES = "[Rome|LOC]: {prices fell|CLAIM}, said Rossi. {Rents rose|CLAIM}."
RAIN = "{It rained in [Rome|LOC]|CLAIM}. {It snowed in [Milan|LOC]|CLAIM}."


@pytest.fixture
def store(tmp_path):
    with Store.create(tmp_path / "p.vaglio") as made:
        yield made


@pytest.fixture
def anna(store):
    """Anna has accepted all of the first article; of the second all is only suggested."""
    session = Session(store, "anna")
    analyst_view = session.analyst_view(paste(session, PRICES))
    session.do(
        annotation_edits.accept(analyst_view, [each.id for each in analyst_view.suggestions])
    )
    paste(session, RAIN)
    return session


def texts(session, **fields):
    found = session.store.claims.listed(ClaimFilter(analyst=session.analyst, **fields))
    return [row.text for row in session.store.claims.rows(found.ids)]


def own(session, words):
    """Anna's sheet of the first article, and her claim with *words*."""
    (article_id,) = [i for i in _ids(session) if words in session.article(i).text]
    analyst_view = session.analyst_view(article_id)
    return analyst_view, find(analyst_view, words, Claim)


def _ids(session):
    return [row[0] for row in session.store.connection.execute("SELECT id FROM article")]


def test_peoples_claims_are_listed_and_suggestions_only_when_asked_for(anna):
    assert texts(anna) == ["prices fell", "Rents rose"]
    assert texts(anna, whose="suggested") == ["It rained in Rome", "It snowed in Milan"]
    assert texts(anna, whose="mine") == texts(anna, whose="anna") == texts(anna)
    assert texts(anna, whose="bruno") == []


def test_a_suggestion_that_was_rejected_is_listed_no_more(anna):
    analyst_view, rained = own(anna, "It rained in Rome")
    anna.do(annotation_edits.reject(analyst_view, [rained]))
    assert texts(anna, whose="suggested") == ["It snowed in Milan"]


def test_who_says_it_evidence_and_verdict_stand_in_the_line(anna):
    analyst_view, prices = own(anna, "prices fell")
    anna.do(attribution_edits.attribute(analyst_view, prices, source=span(analyst_view, "Rossi")))
    source = evidence_edits.source(title="Istat")
    change, _ = evidence_edits.link(
        anna.analyst_view(analyst_view.article.id), prices, source, is_new=True
    )
    anna.do(change)
    decided = evidence_edits.decide(
        anna.analyst_view(analyst_view.article.id),
        VerdictPolicy(needs_two=False),
        prices,
        label="refuted",
        justification="They rose.",
    )
    anna.do(decided)
    (row,) = anna.store.claims.rows([prices])
    assert (row.who, row.evidence, row.verdict, row.owner) == ("Rossi", 1, "refuted", "anna")
    assert texts(anna, checked="judged") == texts(anna, verdict="refuted") == ["prices fell"]
    assert texts(anna, checked="unchecked") == ["Rents rose"]
    assert texts(anna, checked="evidence") == []
    assert texts(anna, sort="who") == ["prices fell", "Rents rose"]


def test_the_stand_alone_form_is_what_is_read_and_searched(anna):
    analyst_view, prices = own(anna, "prices fell")
    anna.do(
        annotation_edits.amend(
            analyst_view, prices, normalized_text="Food became cheaper", check_worthiness=3
        )
    )
    assert texts(anna, words="cheap") == ["Food became cheaper"]
    assert texts(anna, words="prices falling") == []
    assert texts(anna, worthiness=2) == ["Food became cheaper"]
    assert texts(anna, sort="worthiness", descending=True)[0] == "Food became cheaper"
    assert texts(anna, words='" OR rents') == []  # nothing of it is an operator


def test_claims_are_grouped_by_who_says_them_the_largest_group_first(anna):
    analyst_view, prices = own(anna, "prices fell")
    anna.do(attribution_edits.attribute(analyst_view, prices, source=span(analyst_view, "Rossi")))
    found = anna.store.claims.listed(ClaimFilter(analyst="anna", group="agent"))
    assert found.groups == [("Rossi", 1), ("", 1)]


def test_the_topic_of_a_claim_is_the_name_in_it_that_most_others_have(anna):
    paste(anna, "{[Milan|LOC] beat [Turin|LOC]|CLAIM}.")
    wanted = ClaimFilter(analyst="anna", whose="suggested", group="topic")
    found = anna.store.claims.listed(wanted)
    assert found.groups == [("Milan", 2), ("Rome", 1)]
    rows = [row.text for row in anna.store.claims.rows(found.ids)]
    assert rows == ["It snowed in Milan", "Milan beat Turin", "It rained in Rome"]


def test_another_thread_sees_what_was_written_since(anna, tmp_path):
    wanted = ClaimFilter(analyst="anna")
    with FullTextSearch(tmp_path / "p.vaglio") as search:
        before = search.claims(wanted)
        analyst_view, prices = own(anna, "prices fell")
        anna.do(annotation_edits.remove(analyst_view, [prices]))
        after = search.claims(wanted)
    assert (len(before.ids), len(after.ids), after.whole) == (2, 1, 1)


def test_the_evidence_of_a_claim_is_found_in_whoevers_layer_it_is(anna):
    analyst_view, prices = own(anna, "prices fell")
    change, id_ = evidence_edits.link(
        analyst_view, prices, evidence_edits.source(title="Istat"), is_new=True
    )
    anna.do(change)
    assert [e.id for e in anna.store.claims.evidence_of(prices)] == [id_]
    assert anna.store.claims.evidence_of("nobody's") == []


def test_all_texts_are_given_peoples_first_and_not_more_than_asked_for(anna):
    every = [text for _, _, text in anna.store.claims.texts("anna", most=10)]
    assert every == ["prices fell", "Rents rose", "It rained in Rome", "It snowed in Milan"]
    assert len(anna.store.claims.texts("anna", most=3)) == 3
