"""The process that finds what was said before: asked by lines, answered by lines."""

from __future__ import annotations

import io

import msgspec
import pytest

from annotator.core.editing import annotation_edits
from annotator.core.model import Claim
from annotator.services import similar_claims
from annotator.services.session import Session
from annotator.services.similar_claims import ClaimFinder, SearchAnswer
from annotator.store import Store
from annotator.suggest.model import encoder, sentence_embeddings
from annotator.suggest.model.embedding_index import Vectors
from tests.core.paper import find
from tests.services.test_session import paste

pytestmark = pytest.mark.skipif(encoder.fault() is not None, reason="the model is not installed")
FIRST = "{La Russia ha lanciato ottanta droni contro Kiev|CLAIM}. {Il museo resta chiuso|CLAIM}."
SECOND = "{Russia launched eighty drones at Kyiv|CLAIM}."


@pytest.fixture
def project(tmp_path):
    path = tmp_path / "p.vaglio"
    with Store.create(path) as store:
        session = Session(store, "anna")
        paste(session, FIRST)
        paste(session, SECOND)
        yield session


def asked(session, *requests):
    with Store.open(session.store.path, readonly=True) as store:
        finder = ClaimFinder(store, "anna", sentence_embeddings.load(), Vectors(None))
        out = io.BytesIO()
        similar_claims.serve([*requests], out, finder)
    return [msgspec.json.decode(line, type=SearchAnswer) for line in out.getvalue().splitlines()]


def request(number, text, article=""):
    return msgspec.json.encode({"request": number, "article": article, "text": text}) + b"\n"


def test_the_same_claim_in_another_language_is_found_first(project):
    ready, answer = asked(project, request(7, "Ottanta droni russi contro Kiev nella notte"))
    assert ready.ready
    assert answer.request == 7
    rows = project.store.claims.rows([each.claim_id for each in answer.found])
    assert {row.text for row in rows[:2]} == {
        "La Russia ha lanciato ottanta droni contro Kiev",
        "Russia launched eighty drones at Kyiv",
    }
    assert all("museo" not in row.text for row in rows)


def test_claims_of_the_article_that_asks_are_left_out(project):
    here = project.store.article_by_sha256(project.analyst_view(ids(project)[1]).article.sha256).id
    _, answer = asked(project, request(1, "Russia launched eighty drones at Kyiv", here))
    assert {each.article_id for each in answer.found} == {ids(project)[0]}


def ids(session):
    return [row[0] for row in session.store.connection.execute("SELECT id FROM article ORDER BY n")]


def test_what_was_written_since_is_found_and_what_was_removed_is_not(project):
    with Store.open(project.store.path, readonly=True) as store:
        finder = ClaimFinder(store, "anna", sentence_embeddings.load(), Vectors(None))
        analyst_view = project.analyst_view(ids(project)[0])
        museum = find(analyst_view, "Il museo resta chiuso", Claim)
        project.do(
            annotation_edits.amend(
                analyst_view, museum, normalized_text="Il prezzo del pane è salito"
            )
        )
        found = finder.find(similar_claims.SearchRequest(1, "", "Il pane costa di più")).found
        (own,) = project.analyst_view(analyst_view.article.id).claims
        assert [each.claim_id for each in found] == [own.id]


def test_what_says_the_same_comes_before_what_says_otherwise_which_is_said_with_what(project):
    paste(project, "{La Russia non ha lanciato ottanta droni contro Kiev|CLAIM}.")
    text = "La Russia ha lanciato 80 droni contro Kiev"
    _, answer = asked(project, request(1, text))
    relations = [each.relation for each in answer.found]
    assert relations[0] == "same"
    assert relations[-1] == "otherwise"
    assert [each.kind for each in answer.found[-1].differences] == ["negation"]


def test_pairs_name_the_later_claim_first_and_each_pair_once(project):
    with Store.open(project.store.path, readonly=True) as store:
        finder = ClaimFinder(store, "anna", sentence_embeddings.load(), Vectors(None))
        pairs = [pair for pair in finder.pairs() if pair.relation == "same"]
    (pair,) = pairs
    assert pair.claim_text == "Russia launched eighty drones at Kyiv"
    assert pair.other_text == "La Russia ha lanciato ottanta droni contro Kiev"


def test_a_line_that_is_no_request_is_answered_and_is_not_the_end(project):
    _, fault, answer = asked(project, b"{nonsense\n", request(2, "Piove"))
    assert "not a request" in fault.fault
    assert answer.request == 2
