"""Putting right what can be put right without guessing. Nothing is deleted, and a backup comes first.

What is derived is made again. A record that the log knows is made what the log says, if every
change in it is as it was written; what was there instead is kept, as JSON, in ``quarantine``. All
else stays as it is and stays a finding.
"""

from __future__ import annotations

from annotator.core.ids import now
from annotator.core.model import AnyRecord, Article

from ..changes import counts
from ..changes import read as reading
from ..changes.read import WantedLayers
from ..changes.replay import every_change
from ..database import records as rows
from ..database.connection import Connection, sqlite3
from ..file.backup import rotate
from ..project.store import Store
from .check import check
from .finding import Finding

_DERIVED = frozenset({"search", "tally", "characters"})
_OF_THE_LOG = frozenset({"change_hash", "change_order", "change_gap"})


def repair(store: Store) -> tuple[list[str], list[Finding]]:
    """What was done, in sentences, and what is still wrong."""
    found = check(store)
    codes = {finding.code for finding in found}
    if not found or "unreadable" in codes:
        return [], found
    done: list[str] = []
    if store.path is not None:
        kept = rotate(store.path, connection=store.connection, reason="repair")
        done.append(f"The project as it was is kept in {kept}.")
    conn = store.connection
    if "pages" in codes:
        done += _reindex(conn)
        found = check(store)
        codes = {finding.code for finding in found}
        if codes & {"pages", "unreadable"}:
            return done, found
    differing = [finding.where for finding in found if finding.code == "differs"]
    with store.writing():
        if differing and not codes & _OF_THE_LOG:
            done += _from_the_log(conn, differing)
        done += _derive(conn)
    return done, check(store)


def _reindex(conn: Connection) -> list[str]:
    try:
        conn.execute("REINDEX")
    except sqlite3.DatabaseError:
        return []
    return ["The indexes were made again."]


def _from_the_log(conn: Connection, ids: list[str]) -> list[str]:
    """Make the records *ids* what the log says they are now."""
    wanted = set(ids)
    latest: dict[str, tuple[AnyRecord, AnyRecord | None]] = {}
    for change in every_change(conn):
        for edit in change.edits:
            if edit.record.id in wanted:
                latest[edit.record.id] = (edit.record, edit.after)
    done = []
    for id_, (shape, after) in latest.items():
        before = rows.stored(conn, type(shape), id_)
        if before is not None:
            sql = "INSERT INTO quarantine (at, reason, record) VALUES (?, ?, ?)"
            conn.execute(sql, (now(), "not what the log says", rows.as_json(before)))
        if before is None and isinstance(after, Article):
            continue  # its text is nowhere
        if before is not None or after is not None:
            rows.write(conn, before, after)
            done.append(f"The {rows.table_of(type(shape))} {id_} is again what the log says.")
    return done


def _derive(conn: Connection) -> list[str]:
    conn.execute("INSERT INTO article_fts (article_fts) VALUES ('rebuild')")
    conn.execute(
        "UPDATE article SET characters = length(text) FROM article_text"
        " WHERE article_text.n = article.n AND characters <> length(text)"
    )
    try:
        counts.rebuild(conn, reading.annotated_articles(conn, None, WantedLayers()))
    except ValueError:
        return ["The full-text index was made again."]
    return ["The full-text index and the counts of the queue were made again."]
