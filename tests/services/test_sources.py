"""The project's sources through the store: found, recognised, kept while they are needed."""

import pytest

from annotator.core.editing import annotation_edits, evidence_edits
from annotator.core.errors import UserError
from annotator.core.sources.verdict_policy import Rating, VerdictPolicy
from annotator.services.session import Session
from annotator.store import Store
from annotator.store import check as check_store
from tests.store.making import SAMPLE, suggest


@pytest.fixture
def session():
    with Store.memory() as store:
        yield Session(store, "anna")


@pytest.fixture
def claimed(session):
    """The id of an article with a claim of the analyst's own."""
    article, _ = suggest(session.store, SAMPLE)
    analyst_view = session.analyst_view(article.id)
    session.do(annotation_edits.accept(analyst_view, [a.id for a in analyst_view.suggestions]))
    return article.id


def link(session, article_id, source, **fields):
    analyst_view = session.analyst_view(article_id)
    made, id_ = evidence_edits.link(analyst_view, analyst_view.claims[0].id, source, **fields)
    session.do(made)
    return id_


def test_a_page_is_one_source_however_its_address_is_written(session):
    first = session.source_library.add(url="https://www.istat.it/dati?utm_source=x", title="Dati")
    again = session.source_library.add(url="http://istat.it/dati/")
    assert first.change is not None
    assert (again.source, again.change) == (first.source, None)
    assert [row.source.title for row in session.source_library.find()] == ["Dati"]


def test_sources_are_found_by_any_of_their_words(session):
    session.source_library.add(title="Water losses 100%", publisher="Istat", author="Rossi")
    session.source_library.add(title="Budget_2024", url="https://comune.roma.it/b")
    for words in ("istat water", "ROSSI", "100%"):
        assert [r.source.publisher for r in session.source_library.find(words)] == ["Istat"], words
    assert [r.source.title for r in session.source_library.find("comune")] == ["Budget_2024"]
    assert not session.source_library.find("r%i")
    assert [r.source.title for r in session.source_library.find()] == [
        "Budget_2024",
        "Water losses 100%",
    ]


def test_linking_a_new_source_is_one_step_that_is_undone_and_redone(session, claimed):
    source = evidence_edits.source(url="https://istat.it/dati", title="Dati")
    link(session, claimed, source, is_new=True, stance="supports", quote="38 %")
    analyst_view = session.analyst_view(claimed)
    assert analyst_view.source(source.id) == source
    assert [row.uses for row in session.source_library.find()] == [1]
    session.undo()
    assert not session.source_library.find()
    assert not session.analyst_view(claimed).mine.evidence
    session.redo()
    assert session.analyst_view(claimed).evidence_of(analyst_view.claims[0].id)[0].quote == "38 %"
    assert not check_store(session.store)


def test_a_source_that_is_evidence_cannot_be_removed_and_says_so(session, claimed):
    added = session.source_library.add(title="Register")
    evidence_id = link(session, claimed, added.source, stance="refutes")
    with pytest.raises(UserError, match=r"evidence for claims \(1\)"):
        session.source_library.remove(added.source.id)
    session.do(evidence_edits.unlink(session.analyst_view(claimed), [evidence_id]))
    session.source_library.remove(added.source.id)
    assert not session.source_library.find()
    session.undo()
    assert [row.source for row in session.source_library.find()] == [added.source]


def test_an_edit_that_would_make_two_of_one_page_is_refused(session):
    one = session.source_library.add(url="https://a.org/1").source
    other = session.source_library.add(url="https://a.org/2", title="Other").source
    with pytest.raises(UserError, match="has this address already"):
        session.source_library.edit(one.id, url="http://www.a.org/2")
    session.source_library.edit(
        one.id, title="First", publisher="A", tier="primary", note="two\nlines"
    )
    assert session.source_library.get(one.id).note == "two\nlines"
    assert session.source_library.edit(other.id, title="Other") is None
    session.undo()
    assert session.source_library.get(one.id) == one


def test_a_source_that_is_gone_is_told_of(session):
    with pytest.raises(UserError, match="no longer"):
        session.source_library.edit("nothing", title="x")
    with pytest.raises(UserError, match="no longer"):
        session.source_library.remove("nothing")


def test_the_practice_belongs_to_the_project_and_can_be_undone(session):
    assert session.source_library.verdict_policy == VerdictPolicy()
    wanted = VerdictPolicy(
        needs_two=False, ratings=(Rating("Falso", "refuted", 1),), publisher="Noi"
    )
    assert session.source_library.set_practice(wanted) is not None
    assert session.source_library.verdict_policy == wanted
    assert session.source_library.set_practice(wanted) is None
    session.undo()
    assert session.source_library.verdict_policy == VerdictPolicy()
