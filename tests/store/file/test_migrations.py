"""An older format is brought up to date after a backup, all steps or none."""

from __future__ import annotations

import msgspec
import pytest
from msgspec import UNSET

from annotator.store import Store, check, listing
from annotator.store.database import schema
from annotator.store.database.connection import connect, sqlite3
from annotator.store.database.errors import DamagedProject
from annotator.store.file import migrations

from ..making import SAMPLE, annotated_article_of, load

NOW = schema.FORMAT


@pytest.fixture
def old(project):
    """A project of the present format, to be taken two formats further."""
    with Store.open(project) as store:
        load(store, annotated_article_of(SAMPLE))
    return project


def add_mood(db):
    db.execute("ALTER TABLE claim ADD COLUMN mood TEXT")


def set_mood(db):
    db.table("claim").update(
        next(iter(db.table("claim").pks_and_rows_where()))[0], {"mood": "calm"}
    )


def test_all_steps_are_taken_after_a_backup_of_what_was(old):
    conn = connect(old)
    told = migrations.migrate(conn, old, steps={NOW: add_mood, NOW + 1: set_mood}, to=NOW + 2)
    assert conn.execute("PRAGMA user_version").fetchone() == (NOW + 2,)
    assert conn.execute("SELECT mood FROM claim").fetchall() == [("calm",)]
    conn.close()
    [kept] = listing(old)
    assert kept.path.name in str(told[0])
    with Store.open(kept.path) as before:
        assert before.article_count() == 1


def test_a_step_that_fails_takes_the_ones_before_it_back(old):
    def fail(db):
        db.execute("ALTER TABLE nothing ADD COLUMN mood TEXT")

    conn = connect(old)
    with pytest.raises(sqlite3.OperationalError):
        migrations.migrate(conn, old, steps={NOW: add_mood, NOW + 1: fail}, to=NOW + 2)
    conn.close()
    with Store.open(old) as store:
        assert store.article_count() == 1


def test_a_step_that_breaks_a_link_is_taken_back(old):
    def orphan(db):
        db.execute("DELETE FROM tally")
        db.execute("DELETE FROM layer")

    conn = connect(old)
    with pytest.raises(DamagedProject, match="as it was"):
        migrations.migrate(conn, old, steps={NOW: orphan}, to=NOW + 1)
    conn.close()
    with Store.open(old) as store:
        assert store.article_count() == 1


_KINDS = (("TRIGGER", schema.TRIGGERS), ("INDEX", schema.INDEXES), ("TABLE", schema.TABLES))


def as_format(path, number, rulings=(), verdicts=()):
    """Make the project at *path* one of an older format, as it was then, with rulings, verdicts."""
    expected = {name for _, name, _ in schema.EXPECTED_BY_FORMAT[number]}
    conn = connect(path)
    for kind, made in _KINDS:
        for name in made.keys() - expected:
            conn.execute(f"DROP {kind} IF EXISTS {name}")
    if number == 2:
        conn.execute("DROP TABLE ruling")
        conn.execute(schema.RULING_BEFORE_3)
        conn.execute(schema.INDEXES["ruling_layer"])
        for sql in rulings:
            conn.execute(*sql)
    if number < 5:
        conn.execute("DROP TABLE verdict")
        conn.execute(schema.VERDICT_BEFORE_5)
        conn.execute(schema.INDEXES["verdict_layer"])
        for sql in verdicts:
            conn.execute(*sql)
    conn.execute(f"PRAGMA user_version = {number}")
    conn.close()


@pytest.mark.parametrize("number", range(1, schema.FORMAT))
def test_a_project_of_an_older_format_opens_with_all_that_is_in_it(old, number):
    as_format(old, number)
    with Store.open(old) as store:
        assert "brought up to date" in str(store.notices[0])
        assert store.article_count() == 1
        assert check(store) == []
    with Store.open(old) as again:
        assert again.notices == []


def test_rulings_from_before_they_said_who_agreed_are_kept(old):
    with Store.open(old) as store:
        [layer] = [d.layers[0].layer for d in store.annotated_articles()]
    row = ("r", layer.id, "[]", "[]", "take", None, None, "label", "so", "carla", "2026")
    sql = "INSERT INTO ruling VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
    as_format(old, 2, [(sql, row)])
    with Store.open(old) as store:
        [ruling] = store.contents(layer.id).rulings
        assert (ruling.by, ruling.reason, ruling.agreed) == ("carla", "label", UNSET)


def test_verdicts_from_before_they_said_where_they_are_published_are_kept(old):
    with Store.open(old) as store:
        [layer] = [d.layers[0].layer for d in store.annotated_articles()]
    row = (
        "v",
        layer.id,
        "manual",
        None,
        "",
        None,
        0,
        "n",
        "c",
        "refuted",
        "so",
        "Falso",
        "[]",
        "2026",
        None,
    )
    sql = f"INSERT INTO verdict VALUES ({', '.join('?' * len(row))})"
    as_format(old, 4, verdicts=[(sql, row)])
    with Store.open(old) as store:
        [verdict] = [v for v in store.contents(layer.id).verdicts if v.id == "v"]
        assert (verdict.justification, verdict.published_url) == ("so", UNSET)
        assert b"published" not in msgspec.json.encode(verdict)  # its hash is what it was


def test_there_is_a_step_from_every_older_format():
    assert set(migrations.STEPS) == set(range(1, schema.FORMAT))
    assert set(schema.EXPECTED_BY_FORMAT) == set(range(1, schema.FORMAT + 1))
