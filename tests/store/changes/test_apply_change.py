"""Edits are saved whole with their row of the log, or refused whole."""

from __future__ import annotations

import pytest

from annotator.core.annotated_article import AnnotatedArticle
from annotator.core.changes import Edit, change, digest
from annotator.core.errors import NotYourLayer, StaleEdit, UserError
from annotator.core.ids import new_id, now
from annotator.core.model import Entity, Layer, Setting, Source, Span, with_
from annotator.store import Store
from annotator.store.changes.apply_change import MisplacedSpan
from annotator.store.database.connection import sqlite3
from tests.notation import show

from ..making import (
    SAMPLE,
    accepting,
    annotated_article_of,
    article_of,
    load,
    own_layer,
    relabelling,
    suggest,
)


def labelled(store: Store, layer: Layer) -> str:
    inside = store.contents(layer.id)
    text = store.article(layer.article_id).text
    spans = [(e.span, e.label) for e in inside.entities]
    return show(text, spans + [(s, "CLAIM") for c in inside.claims for s in c.spans])


def test_an_edit_is_in_the_tables_and_in_the_log(store):
    loaded = annotated_article_of("[Rossi|PER] parla.")
    load(store, loaded)
    [contents] = loaded.layers
    done = store.apply(relabelling(contents.layer, contents.entities[0], "ORG"))
    assert labelled(store, contents.layer) == "[Rossi|ORG] parla."
    assert [change for _, change in store.changes()] == [done]
    assert done.hash == digest(done)


def test_each_change_names_the_one_before_it_as_its_parent(store):
    article, machine = suggest(store, SAMPLE)
    layer = own_layer(store, article)
    for entity in store.contents(machine.id).entities:
        store.apply(accepting(layer, entity))
    log = [change for _, change in store.changes()]
    assert [c.parents for c in log] == [(), *((c.id,) for c in log[:-1])]


def test_a_stale_edit_is_refused_and_says_who_was_first(store):
    loaded = annotated_article_of("[Rossi|PER] parla.")
    load(store, loaded)
    [contents] = loaded.layers
    store.apply(relabelling(contents.layer, contents.entities[0], "ORG"))
    with pytest.raises(StaleEdit, match="anna changed this first"):
        store.apply(relabelling(contents.layer, contents.entities[0], "LOC"))
    assert labelled(store, contents.layer) == "[Rossi|ORG] parla."


def test_a_change_with_one_stale_edit_leaves_nothing_behind(store):
    article, machine = suggest(store, SAMPLE)
    layer = own_layer(store, article)
    first, second, _ = store.contents(machine.id).entities
    gone = with_(second, id=new_id(), layer_id=layer.id)
    good = accepting(layer, first)
    mixed = change("mixed", [*good.edits, Edit(gone, None)], by="anna", article_id=article.id)
    with pytest.raises(StaleEdit):
        store.apply(mixed)
    assert store.contents(layer.id).entities == ()
    assert len(store.changes()) == 1


def test_an_author_has_one_layer_of_an_article(store):
    article, _ = suggest(store, SAMPLE)
    first = own_layer(store, article)
    again = Layer(id=new_id(), article_id=article.id, author="anna", created_at=now())
    with pytest.raises(StaleEdit, match="anna has annotations of this article already"):
        store.apply(change("begin", [Edit(None, again)], by="anna", article_id=article.id))
    assert store.layer(article.id, "anna") == first
    assert len(store.changes()) == 1


@pytest.mark.parametrize("name", ["gold", "machine:other@1"])
def test_nobody_annotates_under_a_name_that_is_no_persons(store, name):
    """A layer of an analyst called gold stood where that of the review has to be."""
    article, _ = suggest(store, SAMPLE)
    with pytest.raises(UserError, match="Nobody can annotate under the name"):
        own_layer(store, article, author=name)
    assert store.layer(article.id, name) is None


def test_nobody_writes_in_somebody_elses_layer(store):
    loaded = annotated_article_of("[Rossi|PER] parla.", author="bruno")
    load(store, loaded)
    [contents] = loaded.layers
    entity = contents.entities[0]
    edit = Edit(entity, with_(entity, label="ORG"))
    with pytest.raises(NotYourLayer, match="bruno"):
        store.apply(change("relabel", [edit], by="anna"))
    stranger = Layer(id=new_id(), article_id=loaded.article.id, author="carla")
    with pytest.raises(NotYourLayer):
        store.apply(change("begin", [Edit(None, stranger)], by="anna"))


def test_moving_an_annotation_into_ones_own_layer_is_writing_in_both(store):
    loaded = annotated_article_of("[Rossi|PER] parla.", author="bruno")
    load(store, loaded)
    layer = own_layer(store, loaded.article)
    entity = loaded.layers[0].entities[0]
    with pytest.raises(NotYourLayer):
        store.apply(change("steal", [Edit(entity, with_(entity, layer_id=layer.id))], by="anna"))


def test_renaming_a_label_reaches_into_every_layer_and_can_be_undone(store):
    loaded = annotated_article_of("[Rossi|PER] parla.", author="bruno")
    load(store, loaded)
    [contents] = loaded.layers
    entity = contents.entities[0]
    edit = Edit(entity, with_(entity, label="PERSON"))
    done = store.apply(change("rename_label", [edit], by="anna"))
    assert store.labels_in_use() == {"PERSON": 1}
    store.apply(done.inverse())
    assert store.labels_in_use() == {"PER": 1}


def test_the_adjudicated_layer_is_open_to_whoever_adjudicates(store):
    article, _ = suggest(store, SAMPLE)
    gold = Layer(id=new_id(), article_id=article.id, author="gold", role="gold")
    entity = Entity(id=new_id(), layer_id=gold.id, span=Span(0, 5), label="PER")
    for author, edit in (("anna", Edit(None, gold)), ("bruno", Edit(None, entity))):
        store.apply(change("adjudicate", [edit], by=author, article_id=article.id))
    assert store.contents(gold.id).entities == (entity,)


def test_a_span_past_the_end_of_the_article_is_refused(store):
    article, _ = suggest(store, "[Rossi|PER] parla.")
    layer = own_layer(store, article)
    long = Entity(id=new_id(), layer_id=layer.id, span=Span(0, 13), label="PER")
    with pytest.raises(MisplacedSpan):
        store.apply(change("mark", [Edit(None, long)], by="anna"))


def test_offsets_count_code_points_not_bytes_or_units(store):
    article, _ = suggest(store, "🤔é [Rossi|PER]")
    layer = own_layer(store, article)
    last = Entity(id=new_id(), layer_id=layer.id, span=Span(3, 8), label="PER")
    store.apply(change("mark", [Edit(None, last)], by="anna"))
    assert store.contents(layer.id).entities[0].span.of(article.text) == "Rossi"


def test_an_articles_title_can_change_and_its_text_cannot(store):
    article = article_of("Piove.")
    load(store, AnnotatedArticle(article=article))
    done = store.apply(change("retitle", [Edit(article, with_(article, title="Neve"))], by="anna"))
    assert store.article(article.id) == with_(article, title="Neve")
    assert all(edit.after.text == "" for edit in done.edits)
    other = with_(article, title="Neve")
    with pytest.raises(ValueError, match="never changes"):
        store.apply(change("cheat", [Edit(other, with_(other, sha256="0" * 64))], by="anna"))


def test_sources_and_settings_belong_to_the_project(store):
    source = Source(id=new_id(), title="Bilancio 2024", tier="primary")
    scheme = Setting(id="scheme", body={"labels": ["PER", "ORG"]})
    store.apply(change("cite", [Edit(None, source), Edit(None, scheme)], by="anna"))
    assert store.sources() == [source]
    assert store.setting("scheme") == scheme
    assert store.record(source.id) == source


def test_a_change_of_nothing_is_not_logged(store):
    assert store.apply(change("nothing", [], by="anna")).hash == ""
    assert store.changes() == []


def test_the_log_cannot_be_rewritten_even_by_hand(store):
    load(store, annotated_article := annotated_article_of("[Rossi|PER] parla."))
    store.apply(
        relabelling(
            annotated_article.layers[0].layer, annotated_article.layers[0].entities[0], "ORG"
        )
    )
    for sql in (
        "UPDATE change SET author = 'x'",
        "DELETE FROM change",
        "INSERT OR REPLACE INTO change SELECT * FROM change",
        "UPDATE article_text SET text = ''",
    ):
        with pytest.raises(sqlite3.IntegrityError):
            store.connection.execute(sql)
