"""Which article teaches most, and why."""

from __future__ import annotations

import pytest

from annotator.core.editing import annotation_edits
from annotator.core.ids import new_id
from annotator.core.model import Claim, Entity, Span
from annotator.services.session import Session
from annotator.store import AnnotationValue, ArticleFilter, FullTextSearch, Store
from annotator.store.queries.next_to_annotate import teaching

TEACHING = ArticleFilter(analyst="anna", sort="teaching")


@pytest.fixture
def session(tmp_path):
    with Store.create(tmp_path / "p.vaglio") as store:
        yield Session(store, "anna")


def article(session: Session, text: str, *marks: tuple[str, str, float], claims=()) -> str:
    """An article with suggestions: (words, label, confidence); *claims* are confidences."""
    id_ = session.import_text(text)
    layer = new_id()
    entities = [
        Entity(
            id=new_id(),
            layer_id=layer,
            span=Span(text.index(words), text.index(words) + len(words)),
            label=label,
            confidence=sure,
        )
        for words, label, sure in marks
    ]
    made = [Claim(id=new_id(), layer_id=layer, spans=(Span(0, 5),), confidence=s) for s in claims]
    session.store.save_suggestions(id_, "machine:x@1", entities, made, layer_id=layer)
    return id_


def test_doubt_and_new_names_count(session):
    one = article(
        session,
        "Ada vede Ugo a Roma, poi Ugo parte.",
        ("Ada", "PER", 0.9),
        ("Ugo", "PER", 0.5),
        ("Roma", "LOC", 0.9),
        claims=(0.6, 0.9),
    )
    [(id_, found)] = teaching(session.store.connection).items()
    wrong = 0.1 + 0.5 + 0.1 + 0.4 + 0.1
    assert id_ == one
    assert (found.doubtful, found.new) == (2, 3)
    assert found.score == pytest.approx((wrong + 0.5 * 3) / 5**0.5)


def test_a_name_that_somebody_marked_is_new_no_more(session):
    one = article(session, "Ada parte.", ("Ada", "PER", 0.9))
    two = article(session, "Torna Ada.", ("Ada", "PER", 0.9))
    three = article(session, "Torna Ugo.", ("Ugo", "PER", 0.9))
    analyst_view = session.analyst_view(one)
    session.do(annotation_edits.accept(analyst_view, [e.id for e in analyst_view.suggestions]))
    found = teaching(session.store.connection)
    assert (found[two].new, found[three].new) == (0, 1)


def test_dates_and_amounts_are_never_new(session):
    one = article(session, "Il 4 gennaio.", ("4 gennaio", "DATE", 0.9))
    assert teaching(session.store.connection)[one].new == 0


def test_the_queue_begins_with_what_teaches_most_and_ends_with_what_is_done(session):
    sure = article(session, "Ada parte.", ("Ada", "PER", 0.95))
    unread = session.import_text("Nessuno ha letto.")
    doubtful = article(session, "Ugo parte, Ivo resta.", ("Ugo", "PER", 0.4), ("Ivo", "PER", 0.4))
    done = article(session, "Lea parte.", ("Lea", "PER", 0.1))
    session.do(annotation_edits.set_status(session.analyst_view(done), "submitted"))
    assert session.store.queue(TEACHING) == [doubtful, sure, unread, done]
    with FullTextSearch(session.store.path) as search:
        lined = search.lined(TEACHING)
    assert lined.ids == [doubtful, sure, unread, done]
    assert set(lined.reasons) == {doubtful, sure}
    assert isinstance(lined.reasons[doubtful], AnnotationValue)


def test_the_filter_holds_in_this_order_too(session):
    sure = article(session, "Ada parte.", ("Ada", "PER", 0.95))
    session.import_text("Nessuno ha letto.")
    wanted = ArticleFilter(analyst="anna", sort="teaching", undecided=True)
    assert session.store.queue(wanted) == [sure]
