"""Bringing a project of an older format up to date, after a backup of it.

A step takes a project from its format to the next. Once released it is never edited, and what its
format looked like is kept in `schema.EXPECTED_BY_FORMAT`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.core.errors import Notification

from ..database import schema
from ..database.connection import Connection, through_sqlite_utils, transaction
from ..database.errors import DamagedProject
from .backup import rotate

if TYPE_CHECKING:
    from sqlite_utils import Database

Step = Callable[["Database"], None]


def _add_rulings(db: Database) -> None:
    """Format 2: what reviewers decide about the differences between layers."""
    for sql in (schema.RULING_BEFORE_3, schema.INDEXES["ruling_layer"]):
        db.execute(sql)


def _add_exchange(db: Database) -> None:
    """Format 3: what colleagues sent, and who agreed with a ruling.

    The table of rulings is made anew: SQLite would write a column that is added in its own way.
    """
    rulings = db.execute("SELECT * FROM ruling").fetchall()
    db.execute("DROP TABLE ruling")
    db.execute(schema.TABLES["ruling"])
    db.execute(schema.INDEXES["ruling_layer"])
    for row in rulings:
        db.execute("INSERT INTO ruling VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL)", row)
    for sql in (
        schema.TABLES["received"],
        schema.TABLES["version"],
        schema.INDEXES["version_layer"],
        schema.TRIGGERS["received_stays"],
    ):
        db.execute(sql)


def _add_deletions(db: Database) -> None:
    """Format 4: that articles were deleted, what that left of the log, what is still to be swept."""
    for sql in (
        schema.TABLES["deletion"],
        schema.TABLES["erased"],
        schema.TABLES["sweep"],
        schema.INDEXES["deletion_text"],
        schema.TRIGGERS["deletion_stays"],
        schema.TRIGGERS["deletion_is_kept"],
    ):
        db.execute(sql)


def _add_published(db: Database) -> None:
    """Format 5: where a verdict was published. The table is made anew, as that of rulings was."""
    verdicts = db.execute("SELECT * FROM verdict").fetchall()
    db.execute("DROP TABLE verdict")
    db.execute(schema.TABLES["verdict"])
    db.execute(schema.INDEXES["verdict_layer"])
    for row in verdicts:
        db.execute(f"INSERT INTO verdict VALUES ({', '.join('?' * len(row))}, NULL)", row)


STEPS: Mapping[int, Step] = {
    1: _add_rulings,
    2: _add_exchange,
    3: _add_deletions,
    4: _add_published,
}


def migrate(
    conn: Connection, path: Path, *, steps: Mapping[int, Step] = STEPS, to: int = schema.FORMAT
) -> list[Notification]:
    """Take every step from the project's format up to *to*, all or none; what to tell about it."""
    kept = rotate(path, connection=conn, reason="format")
    take_steps(conn, path, steps=steps, to=to)
    said = "{name} was brought up to date; how it was before is kept in {kept}"
    return [Notification(said, name=path.name, kept=kept.name)]


def take_steps(
    conn: Connection, path: Path, *, steps: Mapping[int, Step] = STEPS, to: int = schema.FORMAT
) -> None:
    """As `migrate`, of what is a backup itself: none is made of it."""
    db = through_sqlite_utils(conn)
    with transaction(conn):
        found: int = conn.execute("PRAGMA user_version").fetchone()[0]
        for number in range(found, to):
            steps[number](db)
        if conn.execute("PRAGMA foreign_key_check").fetchone() is not None:
            raise DamagedProject(
                "{name} could not be brought up to date; it is as it was",
                hint="Run “vaglio check” on it.",
                name=path.name,
            )
        conn.execute(f"PRAGMA user_version = {to}")
