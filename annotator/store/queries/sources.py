"""The project's sources: found by words or by site, with how much they are used."""

from __future__ import annotations

from typing import cast

from msgspec import Struct

from annotator.core.model import Source

from ..database.connection import Connection
from ..database.records import COLUMNS, all_of, from_row

_WORDS = "title || ' ' || coalesce(publisher, '') || ' ' || coalesce(author, '') || ' ' || coalesce(url, '')"
_MOST_CLAIMS = 200  # named when a source cannot be removed


class SourceRow(Struct, frozen=True):
    """A source with how many pieces of evidence name it."""

    source: Source
    uses: int


def every(conn: Connection) -> list[Source]:
    """All sources of the project, by title."""
    return list(all_of(conn, Source, "ORDER BY title COLLATE NOCASE, id"))


def find(conn: Connection, words: str, limit: int) -> list[SourceRow]:
    """Sources in which every one of *words* stands, the newest first."""
    clauses, args = [], []
    for word in words.split():
        clauses.append(f"{_WORDS} LIKE ? ESCAPE '\\'")
        args.append(f"%{_literal(word)}%")
    where = f" WHERE {' AND '.join(clauses)}" if clauses else ""
    sql = (
        f"SELECT {COLUMNS[Source]}, (SELECT count(*) FROM evidence WHERE source_id = source.id)"
        f" FROM source{where} ORDER BY id DESC LIMIT ?"
    )
    rows = conn.execute(sql, (*args, limit)).fetchall()
    return [SourceRow(cast(Source, from_row(Source, row[:-1])), row[-1]) for row in rows]


def like(conn: Connection, source: Source, mark: str) -> list[Source]:
    """Sources that could be the same document: with *mark* in an address, that title or that file."""
    sql = (
        f"SELECT {COLUMNS[Source]} FROM source WHERE title = ? COLLATE NOCASE"
        " OR (sha256 IS NOT NULL AND sha256 = ?) OR (? <> '' AND"
        " (url LIKE ? ESCAPE '\\' OR archived_url LIKE ? ESCAPE '\\'))"
    )
    pattern = f"%{_literal(mark)}%"
    args = (source.title, source.sha256, mark, pattern, pattern)
    return [cast(Source, from_row(Source, row)) for row in conn.execute(sql, args)]


def claims_with(conn: Connection, source_id: str) -> list[tuple[str, str]]:
    """Where a source is evidence: (article, claim) ids."""
    sql = (
        "SELECT DISTINCT article_id, claim_id FROM evidence JOIN layer ON layer.id = layer_id"
        " WHERE source_id = ? LIMIT ?"
    )
    return conn.execute(sql, (source_id, _MOST_CLAIMS)).fetchall()


def _literal(word: str) -> str:
    """*word* without what LIKE would read as a pattern."""
    return word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
