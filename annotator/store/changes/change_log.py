"""The log of changes: added to, never altered; undo and redo are read from it."""

from __future__ import annotations

import msgspec

from annotator.core.changes import Change, Edit, digest

from ..database.connection import Connection
from ..database.records import Row, as_json

_COLUMNS = "id, author, at, verb, article_id, undoes, parents, edits, hash"
_EDITS = msgspec.json.Decoder(tuple[Edit, ...])
_PARENTS = msgspec.json.Decoder(tuple[str, ...])


def head(conn: Connection) -> tuple[str, ...]:
    """The id of the newest change, as the parents of the next one; empty in a new project."""
    row = conn.execute("SELECT id FROM change ORDER BY seq DESC LIMIT 1").fetchone()
    return (row[0],) if row else ()


def append(conn: Connection, change: Change) -> None:
    """Add a sealed change."""
    is_undo = 0
    if change.undoes is not None:
        sql = "SELECT is_undo FROM change WHERE id = ?"
        is_undo = 1 - conn.execute(sql, (change.undoes,)).fetchone()[0]
    conn.execute(
        f"INSERT INTO change ({_COLUMNS}, is_undo) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            change.id,
            change.author,
            change.at,
            change.verb,
            change.article_id,
            change.undoes,
            as_json(change.parents),
            as_json(change.edits),
            change.hash,
            is_undo,
        ),
    )


def cut(conn: Connection, left: Change) -> None:
    """Keep of a change only what is *left* of it, and the hash of that beside its own.

    For `erasing`, which takes the triggers away by which this is refused.
    """
    sql = "UPDATE change SET edits = ?, article_id = ? WHERE id = ?"
    conn.execute(sql, (as_json(left.edits), left.article_id, left.id))
    sql = "INSERT INTO erased VALUES (?, ?) ON CONFLICT (change_id) DO UPDATE SET hash = excluded.hash"
    conn.execute(sql, (left.id, digest(left)))


def left_of(conn: Connection) -> dict[str, str]:
    """The hashes of what is left of changes that were cut, by the changes' ids."""
    return dict(conn.execute("SELECT change_id, hash FROM erased"))


def from_row(row: Row) -> Change:
    id_, author, at, verb, article_id, undoes, parents, edits, hash_ = row
    return Change(
        id=id_,
        author=author,
        at=at,
        verb=verb,
        edits=_EDITS.decode(edits),
        article_id=article_id,
        undoes=undoes,
        parents=_PARENTS.decode(parents),
        hash=hash_,
    )


def change(conn: Connection, id_: str) -> Change | None:
    row = conn.execute(f"SELECT {_COLUMNS} FROM change WHERE id = ?", (id_,)).fetchone()
    return from_row(row) if row else None


def changes(
    conn: Connection,
    *,
    article_id: str | None = None,
    author: str | None = None,
    since: int = 0,
    limit: int | None = None,
    newest_first: bool = False,
) -> list[tuple[int, Change]]:
    """Changes after number *since* with their numbers, oldest first unless asked otherwise."""
    order = "DESC" if newest_first else "ASC"
    clauses, values = ["seq > ?"], [since]
    wanted: list[str | int] = [*values]
    if author is not None:
        clauses.append("author = ?")
        wanted.append(author)
    if article_id is not None:
        # One change can reach into many articles; it then names none, but its edits name their layers.
        layers = conn.execute("SELECT id FROM layer WHERE article_id = ?", (article_id,))
        names = [article_id, *(row[0] for row in layers)]
        named = " OR ".join("instr(edits, ?)" for _ in names)
        clauses.append(f"(article_id = ? OR (article_id IS NULL AND ({named})))")
        wanted += [article_id, *names]
    sql = (
        f"SELECT seq, {_COLUMNS} FROM change WHERE {' AND '.join(clauses)}"
        f" ORDER BY seq {order} LIMIT ?"
    )
    rows = conn.execute(sql, (*wanted, -1 if limit is None else limit))
    return [(row[0], from_row(row[1:])) for row in rows]


def is_undone(conn: Connection, id_: str) -> bool:
    return conn.execute("SELECT 1 FROM change WHERE undoes = ?", (id_,)).fetchone() is not None


# Undoing an undo is a redo: `is_undo` alternates along the chain of what undoes what. What can be
# undone next is then the newest change that is no undo and was not undone; and what can be redone,
# the newest undo that was not undone, unless something new was done after it.
# A change that a deletion left nothing of is neither.
_STANDING = (
    "NOT EXISTS (SELECT 1 FROM change AS later WHERE later.undoes = change.id) AND edits <> '[]'"
)


def undoable(conn: Connection, author: str) -> Change | None:
    """The newest change of *author* that is not undone."""
    sql = (
        f"SELECT {_COLUMNS} FROM change WHERE author = ? AND is_undo = 0 AND {_STANDING}"
        " AND verb NOT IN ('merge', 'settle', 'delete_article', 'keep_deleted') ORDER BY seq DESC LIMIT 1"
    )
    row = conn.execute(sql, (author,)).fetchone()
    return from_row(row) if row else None


def redoable(conn: Connection, author: str) -> Change | None:
    """The undo of *author* whose inverse is the next redo."""
    sql = (
        f"SELECT {_COLUMNS} FROM change WHERE author = :author AND is_undo = 1 AND {_STANDING}"
        " AND NOT EXISTS (SELECT 1 FROM change AS fresh WHERE fresh.author = :author"
        "  AND fresh.is_undo = 0 AND fresh.seq > change.seq AND fresh.undoes IS NULL"
        "  AND fresh.verb NOT IN ('delete_article', 'keep_deleted'))"
        " ORDER BY seq DESC LIMIT 1"
    )
    row = conn.execute(sql, {"author": author}).fetchone()
    return from_row(row) if row else None


def last_of(conn: Connection, record_id: str, article_id: str | None) -> Change | None:
    """The newest change that touched a record; looks through the article's changes only."""
    where = "article_id = ?" if article_id else "article_id IS ?"
    sql = (
        f"SELECT {_COLUMNS} FROM change WHERE {where} AND instr(edits, ?) > 0"
        " ORDER BY seq DESC LIMIT 1"
    )
    row = conn.execute(sql, (article_id, f'"id":"{record_id}"')).fetchone()
    return from_row(row) if row else None
