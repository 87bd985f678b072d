"""Bringing a project of an older format up to date, after a backup of it.

A step takes a project from its format to the next. Once released it is never edited, and what its
format looked like is kept in `schema.EXPECTED_BY_FORMAT`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.core.errors import Remark

from . import schema
from .backup import rotate
from .driver import Connection, through_sqlite_utils, transaction
from .faults import DamagedProject

if TYPE_CHECKING:
    from sqlite_utils import Database

Step = Callable[["Database"], None]


def _add_rulings(db: Database) -> None:
    """Format 2: what reviewers decide about the differences between layers."""
    for sql in (schema.TABLES["ruling"], schema.INDEXES["ruling_layer"]):
        db.execute(sql)


STEPS: Mapping[int, Step] = {1: _add_rulings}


def migrate(
    conn: Connection, path: Path, *, steps: Mapping[int, Step] = STEPS, to: int = schema.FORMAT
) -> list[Remark]:
    """Take every step from the project's format up to *to*, all or none; what to tell about it."""
    kept = rotate(path, connection=conn, reason="format")
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
    said = "{name} was brought up to date; how it was before is kept in {kept}"
    return [Remark(said, name=path.name, kept=kept.name)]
