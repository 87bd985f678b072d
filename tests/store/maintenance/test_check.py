"""The check finds whatever was altered behind the store's back; repair guesses nothing."""

from __future__ import annotations

import json

import pytest

from annotator.core.changes import Edit, change
from annotator.core.ids import new_id
from annotator.core.model import Setting, Source, with_
from annotator.store import Store, check, listing, pages, repair

from ..making import SAMPLE, accepting, annotated_article_of, load, own_layer, relabelling, suggest
from ..project.test_bulk_load import full_dossier


@pytest.fixture
def worked(project):
    """A project in which a machine, an import and an analyst have been at work."""
    with Store.open(project) as store:
        load(store, annotated_article_of("[Ieri|DATE] pioveva.", "bruno"))
        article, machine = suggest(store, SAMPLE)
        layer = own_layer(store, article)
        store.apply(accepting(layer, *store.contents(machine.id).entities))
        first = store.contents(layer.id).entities[0]
        store.apply(relabelling(layer, first, "MISC"))
        store.apply(accepting(layer, store.contents(machine.id).claims[0], decision="reject"))
        store.apply(store.undoable("anna").inverse())
        shared = [Source(id=new_id(), title="Atti"), Setting(id="scheme", body={"a": 1})]
        store.apply(change("add", [Edit(None, record) for record in shared], by="anna"))
    return project


def codes_after(path, *statements):
    """What the check finds after *statements* by hand, with all guards off."""
    with Store.open(path) as store:
        conn = store.connection
        guards = conn.execute(
            "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'"
        ).fetchall()
        conn.execute("PRAGMA foreign_keys = OFF")
        for name, _ in guards:
            conn.execute(f"DROP TRIGGER {name}")
        for sql in statements:
            assert conn.execute(sql).rowcount != 0, sql
        for _, sql in guards:
            conn.execute(sql)
        conn.execute("PRAGMA foreign_keys = ON")
        return {finding.code for finding in check(store)}


def test_nothing_is_wrong_with_what_the_store_wrote(worked):
    with Store.open(worked) as store:
        seen = []
        assert check(store, on_progress=lambda done, total: seen.append((done, total))) == []
        assert check(store, full=False) == []
        assert seen == [(2, 2)]
    assert pages(worked) == []


OWN = "(SELECT id FROM layer WHERE author = 'anna')"


@pytest.mark.parametrize(
    ("sql", "code"),
    [
        ("UPDATE entity SET label = 'ORG' WHERE label = 'DATE'", "base"),
        ("UPDATE entity SET note = 'x' WHERE origin = 'machine' AND derived_from IS NULL", "base"),
        ("DELETE FROM entity WHERE label = 'DATE'", "base"),
        (f"UPDATE entity SET label = 'DATE' WHERE layer_id = {OWN}", "differs"),
        (f"DELETE FROM entity WHERE layer_id = {OWN}", "differs"),
        ("UPDATE layer SET author = 'carla' WHERE author = 'anna'", "differs"),
        ("UPDATE layer SET author = 'carla' WHERE author = 'bruno'", "base"),
        (f"UPDATE entity SET layer_id = {OWN} WHERE label = 'DATE'", "unlogged"),
        ("UPDATE article SET title = 'x'", "base"),
        ("UPDATE article SET characters = 7", "characters"),
        ("UPDATE article_text SET text = text || '.'", "text"),
        ("UPDATE article_text SET text = replace(text, 'Roma', 'Como')", "text"),
        ("UPDATE source SET title = 'x'", "differs"),
        ("INSERT INTO setting VALUES ('y', '{}')", "unlogged"),
        ("UPDATE setting SET body = '{}'", "differs"),
        ("UPDATE change SET author = 'bruno' WHERE verb = 'relabel'", "change_hash"),
        ("UPDATE change SET at = '2020-01-01T00:00:00.000Z' WHERE seq = 2", "change_hash"),
        ("DELETE FROM change WHERE verb = 'relabel'", "change_order"),
        ("UPDATE tally SET undecided = 99", "tally"),
        ("DELETE FROM tally WHERE author = ''", "tally"),
        ("UPDATE claim SET spans = '[[0,900]]'", "span"),
        ("UPDATE claim SET spans = '[[5,2]]'", "value"),
        ("UPDATE layer SET role = 'analyst' WHERE role = 'machine'", "role"),
        ("DELETE FROM article_fts WHERE rowid = 1", "search"),
        ("UPDATE judgement SET layer_id = 'nowhere'", "foreign_key"),
    ],
)
def test_whatever_is_altered_behind_the_stores_back_is_found(worked, sql, code):
    assert code in codes_after(worked, sql)


def test_a_whole_layer_that_is_gone_is_missed(worked):
    gone = [f"DELETE FROM {t} WHERE layer_id = {OWN}" for t in ("entity", "judgement", "tally")]
    assert "differs" in codes_after(worked, *gone, "DELETE FROM layer WHERE author = 'anna'")


def test_claims_that_are_named_but_missing_are_found(store):
    annotated_article = full_dossier()
    load(store, annotated_article)
    [contents] = annotated_article.layers
    edit = Edit(contents.claims[0], None)
    store.apply(change("remove", [edit], by="anna", article_id=annotated_article.article.id))
    assert [finding.code for finding in check(store)] == ["link"] * 3


def test_repair_makes_again_what_is_derived(worked):
    codes_after(
        worked,
        "UPDATE tally SET undecided = 99",
        "UPDATE article SET characters = 7",
        "DELETE FROM article_fts WHERE rowid = 1",
    )
    with Store.open(worked) as store:
        done, left = repair(store)
        assert left == []
        assert "kept in" in done[0]
        assert check(store) == []
    assert len(listing(worked)) == 1


def test_repair_makes_records_again_what_the_log_says_and_keeps_what_was_there(worked):
    with Store.open(worked) as store:
        whole = list(store.annotated_articles())
    codes_after(
        worked,
        f"UPDATE entity SET label = 'DATE' WHERE layer_id = {OWN} AND label = 'LOC'",
        f"DELETE FROM entity WHERE layer_id = {OWN} AND label = 'ORG'",
        "UPDATE setting SET body = '{}'",
    )
    with Store.open(worked) as store:
        _, left = repair(store)
        assert left == []
        assert list(store.annotated_articles()) == whole
        assert store.setting("scheme").body == {"a": 1}
        kept = store.connection.execute("SELECT record FROM quarantine").fetchall()
        assert [json.loads(row[0]).get("label") for row in kept] == ["DATE", None]


def test_repair_of_what_cannot_be_known_changes_nothing_and_says_so(worked):
    altered = "UPDATE entity SET label = 'ORG' WHERE label = 'DATE'"
    assert codes_after(worked, altered) >= {"base"}
    with Store.open(worked) as store:
        before = list(store.annotated_articles())
        _, left = repair(store)
        assert {finding.code for finding in left} == {"base"}
        assert list(store.annotated_articles()) == before


def test_repair_does_not_believe_a_log_that_was_altered(worked):
    codes_after(
        worked,
        f"UPDATE entity SET label = 'DATE' WHERE layer_id = {OWN} AND label = 'LOC'",
        "UPDATE change SET author = 'bruno' WHERE verb = 'relabel'",
    )
    with Store.open(worked) as store:
        before = list(store.annotated_articles())
        _, left = repair(store)
        assert {"differs", "change_hash"} <= {finding.code for finding in left}
        assert list(store.annotated_articles()) == before


def test_repair_of_a_sound_project_does_nothing(worked):
    with Store.open(worked) as store:
        assert repair(store) == ([], [])
    assert listing(worked) == []


def test_an_import_renamed_by_the_log_still_has_its_base(store):
    loaded = annotated_article_of("[Ieri|DATE] pioveva.", "bruno")
    load(store, loaded)
    entity = loaded.layers[0].entities[0]
    rename = [Edit(entity, with_(entity, label="TIME"))]
    store.apply(change("rename_label", rename, by="anna"))
    assert check(store) == []
