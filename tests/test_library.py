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
def desk():
    with Store.memory() as store:
        yield Session(store, "anna")


@pytest.fixture
def claimed(desk):
    """The id of an article with a claim of the analyst's own."""
    article, _ = suggest(desk.store, SAMPLE)
    sheet = desk.sheet(article.id)
    desk.do(annotation_edits.accept(sheet, [a.id for a in sheet.suggestions]))
    return article.id


def link(desk, article_id, source, **fields):
    sheet = desk.sheet(article_id)
    made, id_ = evidence_edits.link(sheet, sheet.claims[0].id, source, **fields)
    desk.do(made)
    return id_


def test_a_page_is_one_source_however_its_address_is_written(desk):
    first = desk.library.add(url="https://www.istat.it/dati?utm_source=x", title="Dati")
    again = desk.library.add(url="http://istat.it/dati/")
    assert first.change is not None
    assert (again.source, again.change) == (first.source, None)
    assert [row.source.title for row in desk.library.find()] == ["Dati"]


def test_sources_are_found_by_any_of_their_words(desk):
    desk.library.add(title="Water losses 100%", publisher="Istat", author="Rossi")
    desk.library.add(title="Budget_2024", url="https://comune.roma.it/b")
    for words in ("istat water", "ROSSI", "100%"):
        assert [r.source.publisher for r in desk.library.find(words)] == ["Istat"], words
    assert [r.source.title for r in desk.library.find("comune")] == ["Budget_2024"]
    assert not desk.library.find("r%i")
    assert [r.source.title for r in desk.library.find()] == ["Budget_2024", "Water losses 100%"]


def test_linking_a_new_source_is_one_step_that_is_undone_and_redone(desk, claimed):
    source = evidence_edits.source(url="https://istat.it/dati", title="Dati")
    link(desk, claimed, source, is_new=True, stance="supports", quote="38 %")
    sheet = desk.sheet(claimed)
    assert sheet.source(source.id) == source
    assert [row.uses for row in desk.library.find()] == [1]
    desk.undo()
    assert not desk.library.find()
    assert not desk.sheet(claimed).mine.evidence
    desk.redo()
    assert desk.sheet(claimed).evidence_of(sheet.claims[0].id)[0].quote == "38 %"
    assert not check_store(desk.store)


def test_a_source_that_is_evidence_cannot_be_removed_and_says_so(desk, claimed):
    added = desk.library.add(title="Register")
    evidence_id = link(desk, claimed, added.source, stance="refutes")
    with pytest.raises(UserError, match="evidence for 1 claims"):
        desk.library.remove(added.source.id)
    desk.do(evidence_edits.unlink(desk.sheet(claimed), [evidence_id]))
    desk.library.remove(added.source.id)
    assert not desk.library.find()
    desk.undo()
    assert [row.source for row in desk.library.find()] == [added.source]


def test_an_edit_that_would_make_two_of_one_page_is_refused(desk):
    one = desk.library.add(url="https://a.org/1").source
    other = desk.library.add(url="https://a.org/2", title="Other").source
    with pytest.raises(UserError, match="has this address already"):
        desk.library.edit(one.id, url="http://www.a.org/2")
    desk.library.edit(one.id, title="First", publisher="A", tier="primary", note="two\nlines")
    assert desk.library.get(one.id).note == "two\nlines"
    assert desk.library.edit(other.id, title="Other") is None
    desk.undo()
    assert desk.library.get(one.id) == one


def test_a_source_that_is_gone_is_told_of(desk):
    with pytest.raises(UserError, match="no longer"):
        desk.library.edit("nothing", title="x")
    with pytest.raises(UserError, match="no longer"):
        desk.library.remove("nothing")


def test_the_practice_belongs_to_the_project_and_can_be_undone(desk):
    assert desk.library.practice == VerdictPolicy()
    wanted = VerdictPolicy(
        needs_two=False, ratings=(Rating("Falso", "refuted", 1),), publisher="Noi"
    )
    assert desk.library.set_practice(wanted) is not None
    assert desk.library.practice == wanted
    assert desk.library.set_practice(wanted) is None
    desk.undo()
    assert desk.library.practice == VerdictPolicy()
