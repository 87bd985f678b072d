"""Facts about SQLite and sqlite-utils that the store is built on, each found the hard way."""

from __future__ import annotations

import subprocess
import sys
import threading

import pytest
import sqlite_utils
import sqlite_utils.utils

from annotator.store.database import connection, schema
from annotator.store.database.connection import connect, sqlite3, transaction


def test_our_sqlite_is_the_one_that_sqlite_utils_takes():
    found = connection.sqlite3.OperationalError  # with that of SQLCipher, once that is loaded
    ours = found[0] if isinstance(found, tuple) else found
    assert ours is sqlite_utils.utils.sqlite3.OperationalError


def test_the_library_is_free_of_the_wal_reset_bug_where_there_is_a_wheel():
    if sqlite3.__name__.startswith("pysqlite3"):
        assert connection.VERSION >= connection.WAL_IS_SOUND_FROM
    else:
        assert connection.journal_for(network=False) in ("wal", "delete")


IMPORTS = """
import sys
from pathlib import Path
from annotator.store import FullTextSearch, Store
path = Path(sys.argv[1])
Store.create(path).close()
with Store.open(path) as store, FullTextSearch(path) as search:
    store.article_count(), search.search("roma")
heavy = sorted({"numpy", "spacy", "PySide6"} & set(sys.modules))
assert not heavy, heavy
import numpy
assert numpy.array([1]).sum() == 1
"""


def test_the_store_does_not_import_numpy_and_does_not_stand_in_its_way(tmp_path):
    path = tmp_path / "news.vaglio"
    done = subprocess.run(
        [sys.executable, "-c", IMPORTS, str(path)], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_opening_does_not_import_sqlite_utils(project):
    code = (
        "import sys; from pathlib import Path; from annotator.store import Store\n"
        "Store.open(Path(sys.argv[1])).close(); assert 'sqlite_utils' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code, str(project)], check=True)


def test_the_shadow_tables_of_fts5_are_those_we_expect(store):
    found = {
        (kind, name, sql)
        for kind, name, sql in store.connection.execute(
            "SELECT type, name, sql FROM sqlite_schema WHERE name LIKE 'article_fts_%'"
        )
    }
    assert found <= schema.EXPECTED
    assert len(found) == 4


def test_every_table_is_strict(store):
    listed = store.connection.execute(
        "SELECT name, strict FROM pragma_table_list WHERE type = 'table' AND schema = 'main'"
    )
    strict = {name: is_strict for name, is_strict in listed if not name.startswith("sqlite_")}
    assert set(schema.TABLES) == set(strict)
    assert set(strict.values()) == {1}


def test_a_transaction_waits_for_another_writer_instead_of_failing(project):
    first, second = connect(project, any_thread=True), connect(project)
    first.execute("BEGIN IMMEDIATE")
    threading.Timer(0.02, first.execute, ["COMMIT"]).start()
    with transaction(second):
        second.execute("INSERT INTO setting VALUES ('x', '{}')")
    assert first.execute("SELECT count(*) FROM setting").fetchone() == (1,)
    first.close()
    second.close()


def write_and(conn, then):
    with transaction(conn):
        conn.execute("INSERT INTO setting VALUES ('x', '{}')")
        then()


def test_what_a_transaction_wrote_before_an_error_is_gone(store):
    with pytest.raises(ZeroDivisionError):
        write_and(store.connection, lambda: 1 / 0)
    assert store.setting("x") is None


def test_a_broken_link_between_rows_is_refused_at_the_commit(store):
    orphan = "INSERT INTO judgement VALUES ('y', 'no layer', 'z', 'accept', '', '')"
    with pytest.raises(sqlite3.IntegrityError):
        write_and(store.connection, lambda: store.connection.execute(orphan))
    assert store.setting("x") is None
    assert store.record("y") is None


@pytest.mark.parametrize(
    "row", ["('x', 'not json')", "('x', x'00')", "('x', NULL)", "(NULL, '{}')"]
)
def test_the_tables_refuse_values_of_another_kind(store, row):
    with pytest.raises(sqlite3.IntegrityError):
        store.connection.execute(f"INSERT INTO setting VALUES {row}")
