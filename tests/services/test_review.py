"""Reviewing in a real project: two people's layers, a reviewer, and what goes back."""

from __future__ import annotations

import pytest

from annotator.core.editing import annotation_edits
from annotator.core.errors import NotYourLayer
from annotator.core.model import Ruling, Span, with_
from annotator.core.review import adjudication
from annotator.core.review.review import reviewable
from annotator.services import importing
from annotator.services.review import NotYetSubmitted, ReviewRules, Reviews
from annotator.services.session import Session
from annotator.store import Store, check
from tests import notation
from tests.exported import export

TEXT = "Mario Rossi met the ANSA in Rome on Monday."
ANNA = "[Mario Rossi|PER] met the [ANSA|ORG] in [Rome|LOC] on Monday."
BEPPE = "Mario [Rossi|PER] met the [ANSA|LOC] in [Rome|LOC] on [Monday|DATE]."


def as_(store: Store, name: str) -> Reviews:
    return Reviews(Session(store, name))


def annotate(store: Store, name: str, marked: str, *, submit: bool = True) -> str:
    session = Session(store, name)
    text, found = notation.parse(marked)
    id_ = session.import_text(text)
    for span, label in found:
        session.do(annotation_edits.mark(session.analyst_view(id_), [span], label))
    if submit:
        session.do(annotation_edits.set_status(session.analyst_view(id_), "submitted"))
    return id_


@pytest.fixture
def store():
    with Store.memory() as made:
        yield made


@pytest.fixture
def article(store):
    annotate(store, "anna", ANNA)
    return annotate(store, "beppe", BEPPE)


def gold(store: Store, article_id: str) -> str:
    annotated_article = store.annotated_article(article_id)
    made = next(c for c in annotated_article.layers if c.layer.role == "gold")
    return notation.show(annotated_article.article.text, [(e.span, e.label) for e in made.entities])


def decide(reviews: Reviews, article_id: str, at: int, member: int | None) -> None:
    review = reviews.review(article_id)
    found = review.undecided[at]
    if member is None:
        change = adjudication.neither(review, found, by=reviews.reviewer, comment="no")
    else:
        change = adjudication.take(review, found, found.members[member], by=reviews.reviewer)
    reviews.session.do(change)


def test_a_third_person_makes_one_truth_of_two_layers(store, article):
    carla = as_(store, "carla")
    done = carla.accept_unanimous(sample=False)
    assert (done.articles, done.accepted) == (1, 1)
    decide(carla, article, 0, 0)
    decide(carla, article, 0, 0)
    decide(carla, article, 0, None)
    assert gold(store, article) == "[Mario Rossi|PER] met the [ANSA|ORG] in [Rome|LOC] on Monday."
    assert carla.progress()[article].decided == 4
    assert check(store) == []


def test_decisions_are_taken_back_one_by_one_also_in_another_session(tmp_path):
    path = tmp_path / "news.vaglio"
    Store.create(path).close()
    with Store.open(path) as store:
        annotate(store, "anna", ANNA)
        article = annotate(store, "beppe", BEPPE)
        carla = as_(store, "carla")
        carla.accept_unanimous(sample=False)
        decide(carla, article, 0, 0)
    with Store.open(path) as store:
        carla = as_(store, "carla")
        carla.session.undo()
        assert gold(store, article) == notation.show(TEXT, [(Span(28, 32), "LOC")])
        carla.session.undo()
        assert carla.review(article).gold is None
        carla.session.redo()
        assert carla.review(article).progress.decided == 1
        assert check(store) == []


def test_colleagues_work_is_hidden_from_who_is_still_working(store):
    annotate(store, "anna", ANNA)
    article = annotate(store, "beppe", BEPPE, submit=False)
    beppe = as_(store, "beppe")
    with pytest.raises(NotYetSubmitted, match="have not submitted your own"):
        beppe.review(article)
    assert beppe.progress() == {}
    beppe.set_rules(ReviewRules(blind=False))
    assert beppe.review(article).authors == ("anna",)
    beppe.set_rules(ReviewRules(blind=False, drafts=True))
    assert beppe.review(article).authors == ("anna", "beppe")


def test_a_sample_of_what_all_agree_on_is_left_to_be_looked_at(store, article):
    carla = as_(store, "carla")
    done = carla.accept_unanimous()
    assert (done.accepted, done.left_for_a_look) == (0, 1)
    assert len(carla.review(article).undecided) == 4


def test_a_reviewer_sets_the_status_of_a_layer_and_nothing_else_of_it(store, article):
    carla = as_(store, "carla")
    carla.set_status(article, "anna", "changes_requested", comment="mind the titles")
    assert store.layer(article, "anna").status == "changes_requested"
    assert as_(store, "anna").feedback(article).remark.comment == "mind the titles"
    carla.session.undo()
    assert store.layer(article, "anna").status == "submitted"
    review = carla.review(article)
    own = review.layers[0].layer
    made = adjudication.set_status(review, own, "approved", by="carla")
    edit = made.edits[0]
    sneaky = with_(made, edits=(type(edit)(own, with_(own, status="approved", guideline="x")),))
    with pytest.raises(NotYourLayer):
        store.apply(sneaky)
    assert check(store) == []


def test_the_analyst_sees_decisions_answers_and_adopts_them(store, article):
    carla = as_(store, "carla")
    carla.accept_unanimous(sample=False)
    review = carla.review(article)
    rossi, ansa, monday = review.undecided
    by = {"by": "carla"}
    carla.session.do(adjudication.take(review, rossi, rossi.members[0], comment="full name", **by))
    review = carla.review(article)
    carla.session.do(adjudication.take(review, ansa, ansa.members[0], reason="label", **by))
    review = carla.review(article)
    carla.session.do(adjudication.neither(review, monday, comment="no dates", **by))

    beppe = as_(store, "beppe")
    got = beppe.feedback(article).all
    assert [(f.ruling.by, f.ruling.comment, f.wants_change) for f in got] == [
        ("carla", "full name", True),
        ("carla", "", True),
        ("carla", "no dates", True),
    ]
    beppe.answer(article, got[0].ruling, "but the guideline says surname")
    beppe.answer(article, got[0].ruling, "you are right")
    assert [a.comment for a in beppe.feedback(article).all[0].answers] == ["you are right"]
    beppe.adopt(article, beppe.feedback(article).all)
    own = store.contents(store.layer(article, "beppe").id)
    assert notation.show(TEXT, [(e.span, e.label) for e in own.entities]) == gold(store, article)
    assert [f.wants_change for f in beppe.feedback(article).all] == [False]
    assert carla.review(article).undecided == ()  # coming round makes nothing stale
    beppe.session.undo()
    assert len([f for f in beppe.feedback(article).all if f.wants_change]) == 3
    assert check(store) == []


def test_what_was_missed_is_adopted_as_a_copy_of_gold(store, article):
    carla = as_(store, "carla")
    decide(carla, article, 3, 1)  # Monday, which only beppe has
    anna = as_(store, "anna")
    [missed] = anna.feedback(article).all
    assert missed.mine is None
    anna.adopt(article, [missed])
    own = store.contents(store.layer(article, "anna").id)
    assert own.entities[-1].derived_from == missed.gold.id
    assert check(store) == []


def test_rulings_survive_an_export_and_an_import(store, article, tmp_path):
    carla = as_(store, "carla")
    carla.accept_unanimous(sample=False)
    path = tmp_path / "gold.jsonl"
    export(carla.session, path, format="jsonl", layers="gold")
    with Store.memory() as other:
        importing.import_files(Session(other, "dario"), [path])
        [made] = other.contents(other.layer(article, "gold").id).rulings
        assert isinstance(made, Ruling)
        assert made == carla.review(article).gold.rulings[0]
        assert check(other) == []


def test_machine_layers_are_reviewed_by_name(store, article):
    from tests.services.test_session import paste

    id_ = paste(Session(store, "anna"), "[Rossi|PER] again.")
    annotated_article = store.annotated_article(id_)
    assert reviewable(annotated_article) == []
    assert [c.layer.role for c in reviewable(annotated_article, ["machine"])] == ["machine"]


def test_a_decision_is_kept_as_an_example_of_its_label(store, article):
    reviews = as_(store, "carla")
    decide(reviews, article, 0, 0)
    annotated_article = store.annotated_article(article)
    made = next(c for c in annotated_article.layers if c.layer.role == "gold").entities[0]
    reviews.keep_example(annotated_article.article.text, made, why="the whole name")
    label = reviews.session.scheme.find("PER")
    assert label.kept == (f"[Mario Rossi]{TEXT.removeprefix('Mario Rossi')} (the whole name)",)
    reviews.keep_example(annotated_article.article.text, made, why="the whole name")
    assert len(reviews.session.scheme.find("PER").kept) == 1
    reviews.session.undo()
    assert reviews.session.scheme.find("PER").kept == ()
