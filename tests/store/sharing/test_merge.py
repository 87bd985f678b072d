"""Merging is a union: nothing is lost, and neither order nor repetition matters."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import threading
from contextlib import suppress

import pytest
from msgspec.structs import replace

from annotator.core.annotated_article import AnnotatedArticle
from annotator.core.changes import Change, Edit, change
from annotator.core.editing import annotation_edits
from annotator.core.errors import StaleEdit
from annotator.core.ids import new_id, now
from annotator.core.model import Deletion, Entity, Layer, Span, with_
from annotator.core.text import sha256
from annotator.services.session import Session
from annotator.store import Store, check, erase_articles
from annotator.store.changes.layer_versions import KnownVersions
from annotator.store.maintenance import sweep
from annotator.store.maintenance.delete import deleted
from annotator.store.sharing.merge import BundleRefused
from annotator.store.sharing.sharing import (
    decided_against,
    merge,
    package,
    rivals,
    settle,
    with_decided,
)

from ..making import SAMPLE, annotated_article_of, article_of, load

TEXTS = ["Mario Rossi lives in Rome today.", "The ANSA reports from Milan on Monday."]


def project(*texts: str) -> Store:
    store = Store.memory()
    for text in texts or TEXTS:
        Session(store, "x").import_text(text)
    return store


def ids(store: Store) -> list[str]:
    return [d.article.id for d in store.annotated_articles()]


def mark(store: Store, name: str, article_id: str, start: int, label: str = "PER") -> None:
    session = Session(store, name)
    session.do(
        annotation_edits.mark(session.analyst_view(article_id), [Span(start, start + 4)], label)
    )


def labels(store: Store, article_id: str, name: str) -> list[str]:
    return [e.label for e in store.contents(store.layer(article_id, name).id).entities]


def state(store: Store) -> dict:
    """What a project knows of every layer: which versions, and which of them is shown."""
    known = KnownVersions(store.connection)
    found = {}
    for annotated_article in store.annotated_articles():
        sha256 = annotated_article.article.sha256
        for author in known.authors(annotated_article.article.id):
            versions = known.versions(annotated_article.article.id, author)
            every = {(v.lineage, v.digest(sha256)) for v in versions}
            found[sha256, author] = (every, versions[0].digest(sha256))
    return found


def test_a_colleagues_layer_arrives_whole_and_once():
    anna, beppe = project(), project()
    article = ids(anna)[0]
    mark(anna, "anna", article, 0)
    sent = package(anna, by="anna")
    done = merge(beppe, sent, by="beppe")
    assert (done.articles_known, done.layers_that_are("new"), done.changes_new) == (2, 1, 1)
    there = ids(beppe)[0]
    assert labels(beppe, there, "anna") == ["PER"]
    again = merge(beppe, sent, by="beppe")
    assert (again.layers["anna"].known, again.brings_anything) == (1, False)
    assert check(beppe) == []


def test_later_work_on_a_layer_replaces_the_earlier_and_an_old_bundle_changes_nothing():
    anna, beppe = project(), project()
    article = ids(anna)[0]
    mark(anna, "anna", article, 0)
    old = package(anna, by="anna")
    mark(anna, "anna", article, 6, "ORG")
    new = package(anna, by="anna")
    merge(beppe, new, by="beppe")
    done = merge(beppe, old, by="beppe")
    assert done.layers_that_are("known") == 1
    assert labels(beppe, ids(beppe)[0], "anna") == ["PER", "ORG"]
    other = project()
    merge(other, old, by="c")
    assert merge(other, new, by="c").layers_that_are("newer") == 1
    assert state(other) == state(beppe)
    assert check(other) == []


def test_a_merge_is_no_deed_of_the_analyst_that_undo_would_take_back():
    anna, beppe = project(), project()
    mark(anna, "anna", ids(anna)[0], 0)
    mark(beppe, "beppe", ids(beppe)[0], 0)
    merge(beppe, package(anna, by="anna"), by="beppe")
    assert beppe.undoable("beppe").verb == "mark"


def two_machines() -> tuple[Store, Store]:
    """The same person went on with the same layer on two machines."""
    one = project()
    mark(one, "anna", ids(one)[0], 0)
    two = project()
    merge(two, package(one, by="anna"), by="anna")
    mark(one, "anna", ids(one)[0], 6, "ORG")
    mark(two, "anna", ids(two)[0], 12, "LOC")
    return one, two


def test_two_versions_by_the_same_person_are_both_kept_and_shown():
    one, two = two_machines()
    done = merge(one, package(two, by="anna"), by="anna")
    assert [author for _, author in done.rivals] == ["anna"]
    article = ids(one)[0]
    [other] = rivals(one, article, "anna")
    shown = labels(one, article, "anna")
    assert {tuple(shown), tuple(e.label for e in other.contents.entities)} == {
        ("PER", "ORG"),
        ("PER", "LOC"),
    }
    merge(two, package(one, by="anna"), by="anna")
    assert state(one) == state(two)
    assert check(one) == check(two) == []


def test_a_decision_between_versions_is_final_on_all_machines():
    one, two = two_machines()
    merge(one, package(two, by="anna"), by="anna")
    article = ids(one)[0]
    [wanted] = rivals(one, article, "anna")
    settle(one, article, "anna", wanted.contents, by="anna")
    assert rivals(one, article, "anna") == []
    assert labels(one, article, "anna") == [e.label for e in wanted.contents.entities]
    merge(two, package(one, by="anna"), by="anna")
    assert rivals(two, ids(two)[0], "anna") == []
    assert state(one) == state(two)
    assert check(one) == check(two) == []


def test_what_was_decided_against_is_kept_and_one_can_go_back_to_it():
    one, two = two_machines()
    merge(one, package(two, by="anna"), by="anna")
    article = ids(one)[0]
    first = one.contents(one.layer(article, "anna").id)
    [wanted] = rivals(one, article, "anna")
    settle(one, article, "anna", wanted.contents, by="anna")
    [kept] = decided_against(one, article, "anna")
    assert kept.contents == first
    assert with_decided(one) == [(article, "anna")]
    mark(one, "anna", article, 20, "DATE")  # the work goes on
    moved_on = one.contents(one.layer(article, "anna").id)
    settle(one, article, "anna", kept.contents, by="anna")
    assert one.contents(one.layer(article, "anna").id) == first
    assert [v.contents for v in decided_against(one, article, "anna")] == [moved_on]
    merge(two, package(one, by="anna"), by="anna")
    assert state(one) == state(two)
    assert check(one) == check(two) == []


def test_the_version_that_was_not_shown_is_kept_too():
    one, two = two_machines()
    merge(one, package(two, by="anna"), by="anna")
    article = ids(one)[0]
    shown = one.contents(one.layer(article, "anna").id)
    [other] = rivals(one, article, "anna")
    settle(one, article, "anna", shown, by="anna")
    assert decided_against(one, article, "anna") == [other]
    settle(one, article, "anna", shown, by="anna")
    assert decided_against(one, article, "anna") == [other]
    assert check(one) == []


def test_a_changed_body_under_a_known_id_refuses_the_whole_bundle():
    anna, beppe = project(), project()
    mark(anna, "anna", ids(anna)[0], 0)
    sent = package(anna, by="anna")
    merge(beppe, sent, by="beppe")
    mark(anna, "anna", ids(anna)[1], 4)
    later = package(anna, by="anna")
    [first, second] = later.changes
    forged = replace(first, verb="forged").sealed(first.parents)
    with pytest.raises(BundleRefused, match="says otherwise"):
        merge(beppe, replace(later, changes=(forged, second)), by="beppe")
    assert beppe.layer(ids(beppe)[1], "anna") is None  # nothing of it came in


def test_other_annotations_under_the_same_changes_refuse_the_whole_bundle():
    anna, beppe = project(), project()
    mark(anna, "anna", ids(anna)[0], 0)
    sent = package(anna, by="anna")
    merge(beppe, sent, by="beppe")
    [version] = sent.versions
    [entity] = version.contents.entities
    contents = replace(version.contents, entities=(with_(entity, label="EVIL"),))
    with pytest.raises(BundleRefused, match="not what the same changes made"):
        merge(beppe, replace(sent, versions=(replace(version, contents=contents),)), by="b")


@pytest.mark.parametrize(
    "spoil",
    [
        lambda c: replace(c, entities=(with_(c.entities[0], layer_id="other"),)),
        lambda c: replace(c, entities=(with_(c.entities[0], span=Span(5, 9999)),)),
        lambda c: replace(c, entities=c.entities * 2),
        lambda c: replace(c, layer=with_(c.layer, role="gold")),
        lambda c: replace(c, layer=with_(c.layer, article_id="nowhere")),
        lambda c: replace(c, layer=with_(c.layer, author="")),
    ],
)
def test_a_layer_that_cannot_be_is_refused_and_leaves_nothing(spoil):
    anna, beppe = project(), project()
    mark(anna, "anna", ids(anna)[0], 0)
    sent = package(anna, by="anna")
    version = replace(sent.versions[0], contents=spoil(sent.versions[0].contents))
    from annotator.core.errors import UserError

    with pytest.raises(UserError):
        merge(beppe, replace(sent, versions=(version,)), by="b")
    assert beppe.authors() == {}
    assert beppe.changes() == []


def test_the_same_article_with_another_text_is_a_version_of_its_own():
    anna, beppe = project("Mario Rossi spoke."), Store.memory()
    mark(anna, "anna", ids(anna)[0], 0)
    sent = package(anna, by="anna")
    other = with_(sent.articles[0], text="Rossi spoke.", sha256=sha256("Rossi spoke."))
    load(beppe, AnnotatedArticle(article=other))
    done = merge(beppe, sent, by="beppe")
    [(ours, new)] = done.other_texts
    assert beppe.article(ours).text == "Rossi spoke."
    assert beppe.article(new).text == "Mario Rossi spoke."
    assert labels(beppe, new, "anna") == ["PER"]
    assert check(beppe) == []


def test_a_dry_run_tells_what_would_come_and_writes_nothing():
    anna, beppe = project(), project()
    mark(anna, "anna", ids(anna)[0], 0)
    done = merge(beppe, package(anna, by="anna"), by="beppe", dry_run=True)
    assert done.layers_that_are("new") == 1
    assert beppe.authors() == {}
    assert merge(beppe, package(anna, by="anna"), by="beppe").layers_that_are("new") == 1


def test_imported_layers_that_were_edited_since_are_merged_too():
    anna, beppe = Store.memory(), Store.memory()
    load(anna, annotated_article_of(SAMPLE))
    before = package(anna, by="anna")
    mark(anna, "anna", ids(anna)[0], 1, "MISC")
    merge(beppe, before, by="beppe")
    assert merge(beppe, package(anna, by="anna"), by="beppe").layers_that_are("newer") == 1
    assert state(anna) == state(beppe)
    assert check(beppe) == []


def step(store: Store, rnd: random.Random, name: str) -> None:
    """Something that *name* does in a project."""
    article = rnd.choice(ids(store))
    session = Session(store, name)
    analyst_view = session.analyst_view(article)
    dice = rnd.random()
    own = list(analyst_view.entities)
    if dice < 0.5 or not own:
        start = rnd.randrange(0, len(analyst_view.article.text) - 4)
        session.do(annotation_edits.mark(analyst_view, [Span(start, start + 3)], rnd.choice("ABC")))
    elif dice < 0.7:
        session.do(annotation_edits.relabel(analyst_view, [rnd.choice(own).id], rnd.choice("ABC")))
    elif dice < 0.8:
        session.do(annotation_edits.remove(analyst_view, [rnd.choice(own).id]))
    elif dice < 0.9:
        session.do(annotation_edits.set_status(analyst_view, rnd.choice(["draft", "submitted"])))
    elif store.undoable(name) is not None:
        with suppress(StaleEdit):  # a merge has brought a later version of it
            session.undo()


def one_history(seed: int) -> None:
    """Three projects, one person on two machines, partial, repeated and late delivery."""
    rnd = random.Random(seed)
    stores = [project() for _ in range(3)]
    names = [["anna"], ["anna", "beppe"], ["carla"]]
    sent = []
    try:
        for _ in range(24):
            at = rnd.randrange(3)
            if rnd.random() < 0.7:
                step(stores[at], rnd, rnd.choice(names[at]))
                continue
            some = rnd.sample(ids(stores[at]), rnd.randint(1, 2))
            who = None if rnd.random() < 0.7 else [rnd.choice(["anna", "beppe", "carla"])]
            sent.append(package(stores[at], by="x", article_ids=some, authors=who))
            merge(stores[rnd.randrange(3)], rnd.choice(sent), by="x")
        every = [package(store, by="x") for store in stores]
        for store in stores:
            rnd.shuffle(every)
            for coming in (*every, *sent[:2], *every):
                merge(store, coming, by="x")
        one, two, three = (state(store) for store in stores)
        assert one == two == three
        held = {id_ for versions, _ in one.values() for lineage, _ in versions for id_ in lineage}
        made = {
            c.id for store in stores for _, c in store.changes() if c.verb != "merge" and c.edits
        }
        assert made <= held  # no change of anybody is lost
        assert check(stores[seed % 3]) == []
    finally:
        for store in stores:
            store.close()


@pytest.mark.parametrize("seed", range(int(os.environ.get("VAGLIO_HISTORIES", "12"))))
def test_three_projects_come_to_the_same_whatever_is_delivered_when(seed):
    one_history(seed)


def forget(store: Store, rnd: random.Random, name: str) -> None:
    """Delete an article for good."""
    article = store.article(rnd.choice(ids(store)))
    id_ = article.id
    made = Deletion(id=new_id(), article_id=id_, sha256=article.sha256, by=name, at=now())
    erase_articles(store, [(id_, made)], by=name)


def one_history_with_deletions(seed: int) -> None:
    """As `one_history`, and now and then somebody deletes an article, or imports one again."""
    rnd = random.Random(seed)
    texts = [*TEXTS, "A third article, of Turin.", "And a fourth one, of Naples."]
    stores = [project(*texts) for _ in range(3)]
    names = [["anna"], ["anna", "beppe"], ["carla"]]
    sent = []
    try:
        for _ in range(24):
            at = rnd.randrange(3)
            store, dice = stores[at], rnd.random()
            if dice < 0.1 and ids(store):
                forget(store, rnd, rnd.choice(names[at]))
            elif dice < 0.65 and ids(store):
                step(store, rnd, rnd.choice(names[at]))
            elif dice < 0.7:
                load(store, AnnotatedArticle(article=article_of(rnd.choice(texts))))
            else:
                sent.append(package(store, by="x"))
                merge(stores[rnd.randrange(3)], rnd.choice(sent), by="x", on_deleted="delete")
        every = [package(store, by="x") for store in stores]
        for store in stores:
            rnd.shuffle(every)
            for coming in (*every, *sent[:2], *every):
                merge(store, coming, by="x", on_deleted="delete")
        one, two, three = (state(store) for store in stores)
        assert one == two == three
        known = [{(d.id, d.sha256, d.by) for d in deleted(store)} for store in stores]
        assert known[0] == known[1] == known[2]
        gone = {text for _, text, _ in known[0]}
        for store in stores:
            here = {d.article.sha256 for d in store.annotated_articles()}
            assert here == {sha256(text) for text in texts} - gone
        sweep.sweep(stores[seed % 3])
        assert check(stores[seed % 3]) == []
    finally:
        for store in stores:
            store.close()


@pytest.mark.parametrize("seed", range(int(os.environ.get("VAGLIO_HISTORIES", "12"))))
def test_three_projects_come_to_the_same_also_where_articles_are_deleted(seed):
    one_history_with_deletions(seed)


def test_two_merges_at_once_both_come_in(tmp_path):
    path = tmp_path / "shared.vaglio"
    Store.create(path).close()
    with Store.open(path) as store:
        for text in TEXTS:
            Session(store, "x").import_text(text)
    coming = []
    for name in ("anna", "beppe"):
        with project() as one:
            mark(one, name, ids(one)[0], 0)
            coming.append(package(one, by=name))
    failures = []

    def bring(sent) -> None:
        try:
            with Store.open(path) as store:
                merge(store, sent, by="x")
        except Exception as err:
            failures.append(err)

    threads = [threading.Thread(target=bring, args=(each,)) for each in coming]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    with Store.open(path) as store:
        assert set(store.authors()) == {"anna", "beppe"}
        assert check(store) == []


KILLED = """
import os, sys
from pathlib import Path
from annotator.store import Store
from annotator.store.sharing import merge as merging
from annotator.store.sharing.sharing import merge
from annotator.formats.bundle import read
number = [0]
plain = merging._Merging._remember
def dying(*args):
    number[0] += 1
    if number[0] == int(sys.argv[3]):
        os.kill(os.getpid(), 9)
    return plain(*args)
merging._Merging._remember = dying
with Store.open(Path(sys.argv[1])) as store:
    merge(store, read(Path(sys.argv[2])), by="x")
"""


@pytest.mark.parametrize("at", [1, 2])
def test_a_merge_that_is_killed_in_the_middle_leaves_nothing(tmp_path, at):
    from annotator.formats import bundle

    path, sent = tmp_path / "a.vaglio", tmp_path / "b.vaglio-bundle"
    Store.create(path).close()
    with project() as anna:
        for article in ids(anna):
            mark(anna, "anna", article, 0)
        bundle.write(package(anna, by="anna"), sent)
    words = [sys.executable, "-c", KILLED, str(path), str(sent), str(at)]
    assert subprocess.run(words, check=False).returncode == -9
    with Store.open(path) as store:
        assert (store.article_count(), store.authors(), store.changes()) == (0, {}, [])
        assert merge(store, bundle.read(sent), by="x").layers_that_are("new") == 2
        assert check(store) == []


def test_a_forged_merge_is_found_by_the_check():
    """The log of a merge is checked like any other: what it says must be in the tables."""
    anna, beppe = project(), project()
    mark(anna, "anna", ids(anna)[0], 0)
    merge(beppe, package(anna, by="anna"), by="beppe")
    beppe.connection.execute("UPDATE entity SET label = 'EVIL'")
    assert check(beppe) != []


def test_an_edit_of_another_authors_layer_is_not_let_through_as_a_merge_of_nothing():
    anna = project()
    article = ids(anna)[0]
    mark(anna, "anna", article, 0)
    layer = anna.layer(article, "anna")
    stranger: Change = change(
        "mark",
        [Edit(None, Entity(id=new_id(), layer_id=layer.id, span=Span(1, 2), label="X"))],
        by="beppe",
    )
    from annotator.core.errors import NotYourLayer

    with pytest.raises(NotYourLayer):
        anna.apply(stranger)
    assert isinstance(layer, Layer)
