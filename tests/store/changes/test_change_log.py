"""Undo and redo are read from the log: per author, across restarts, for whatever was done."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.core.changes import Edit, change
from annotator.core.errors import StaleEdit
from annotator.core.ids import new_id
from annotator.core.model import Setting, with_
from annotator.store import Store

from ..making import SAMPLE, accepting, annotated_article_of, load, own_layer, relabelling, suggest


def labels(store, layer):
    return [entity.label for entity in store.contents(layer.id).entities]


def undo(store, author="anna"):
    return store.apply(store.undoable(author).inverse())


def redo(store, author="anna"):
    return store.apply(store.redoable(author).inverse())


@pytest.fixture
def marked(store):
    """A layer of anna's with one entity, and how to relabel it."""
    loaded = annotated_article_of("[Rossi|PER] parla.")
    load(store, loaded)
    layer = loaded.layers[0].layer

    def relabel(label):
        return store.apply(relabelling(layer, store.contents(layer.id).entities[0], label))

    return layer, relabel


def test_undo_and_redo_walk_back_and_forth(store, marked):
    layer, relabel = marked
    relabel("ORG")
    relabel("LOC")
    seen = [labels(store, layer)]
    for step in (undo, undo, redo, redo, undo):
        step(store)
        seen.append(labels(store, layer))
    assert seen == [["LOC"], ["ORG"], ["PER"], ["ORG"], ["LOC"], ["ORG"]]


def test_there_is_nothing_to_undo_in_a_new_project_nor_after_undoing_all(store, marked):
    _, relabel = marked
    assert store.undoable("anna") is None
    assert store.redoable("anna") is None
    relabel("ORG")
    undo(store)
    assert store.undoable("anna") is None


def test_something_new_ends_what_could_be_redone(store, marked):
    _, relabel = marked
    relabel("ORG")
    undo(store)
    relabel("LOC")
    assert store.redoable("anna") is None
    assert store.undoable("anna").edits[0].after.label == "LOC"


def test_forty_acceptances_at_once_are_one_step(store):
    article, machine = suggest(store, " ".join(f"[parola{n}|MISC]" for n in range(40)))
    layer = own_layer(store, article)
    store.apply(accepting(layer, *store.contents(machine.id).entities))
    assert len(labels(store, layer)) == 40
    undo(store)
    assert labels(store, layer) == []
    assert store.layer(article.id, "anna") == layer


def test_each_author_undoes_their_own(store):
    article, machine = suggest(store, SAMPLE)
    entities = store.contents(machine.id).entities
    anna, bruno = (own_layer(store, article, who) for who in ("anna", "bruno"))
    store.apply(accepting(anna, entities[0]))
    store.apply(accepting(bruno, entities[1]))
    undo(store, "anna")
    assert labels(store, anna) == []
    assert len(labels(store, bruno)) == 1


def test_undo_outlives_the_program(project):
    loaded = annotated_article_of("[Rossi|PER] parla.")
    layer = loaded.layers[0].layer
    with Store.open(project) as store:
        load(store, loaded)
        store.apply(relabelling(layer, loaded.layers[0].entities[0], "ORG"))
    with Store.open(project) as store:
        undo(store)
        assert labels(store, layer) == ["PER"]
    with Store.open(project) as store:
        redo(store)
        assert labels(store, layer) == ["ORG"]


def test_an_undo_sees_what_another_window_did_meanwhile(project):
    loaded = annotated_article_of("[Rossi|PER] parla.")
    layer, entity = loaded.layers[0].layer, loaded.layers[0].entities[0]
    with Store.open(project) as one, Store.open(project) as two:
        load(one, loaded)
        done = one.apply(relabelling(layer, entity, "ORG"))
        assert two.undoable("anna") == done
        undo(two)
        with pytest.raises(StaleEdit, match="already taken back"):
            one.apply(done.inverse())


def test_undo_of_something_edited_since_by_a_colleague_is_refused(store):
    first, second, third = (Setting(id="scheme", body={"v": n}) for n in (1, 2, 3))
    store.apply(change("define", [Edit(None, first)], by="anna"))
    store.apply(change("define", [Edit(first, second)], by="anna"))
    store.apply(change("define", [Edit(second, third)], by="bruno"))
    with pytest.raises(StaleEdit, match="bruno"):
        undo(store)
    assert store.setting("scheme") == third


def test_undoing_a_title_finds_the_article_by_its_old_words_again(store):
    article, _ = suggest(store, "Oggi piove.")
    done = change("retitle", [Edit(article, with_(article, title="Neve"))], by="anna")
    store.apply(done)
    undo(store)
    assert store.article(article.id).title == article.title


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(["do", "undo", "redo"]), max_size=30))
def test_the_log_agrees_with_two_stacks(steps):
    """The reference: an undo stack and a redo stack, as every editor has."""
    undos, redos, value = [], [], 0
    with Store.memory() as store:
        for number, step in enumerate(steps, 1):
            now = store.setting("it")
            if step == "do":
                after = Setting(id="it", body={"v": number})
                store.apply(change("set", [Edit(now, after)], by="anna"))
                undos.append(value)
                redos.clear()
                value = number
            elif step == "undo" and undos:
                undo(store)
                redos.append(value)
                value = undos.pop()
            elif step == "redo" and redos:
                redo(store)
                undos.append(value)
                value = redos.pop()
            kept = store.setting("it")
            assert (kept.body["v"] if kept else 0) == value
            assert (store.undoable("anna") is None) == (not undos)
            assert (store.redoable("anna") is None) == (not redos)


def test_the_log_can_be_read_from_a_number_on_and_from_its_end(store, marked):
    layer, relabel = marked
    done = [relabel(label) for label in ("ORG", "LOC", "MISC")]
    numbered = store.changes()
    assert [c for _, c in numbered] == done
    assert store.changes(since=numbered[1][0]) == numbered[2:]
    assert store.changes(newest_first=True, limit=1) == numbered[2:]
    assert store.changes(article_id=layer.article_id, author="anna") == numbered
    assert store.changes(author=new_id()) == []
    assert store.change(done[0].id) == done[0]
