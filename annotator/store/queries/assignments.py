"""Who has which articles to label, and how far they are with them."""

from __future__ import annotations

from msgspec import Struct

from ..database.connection import Connection

MINE = """a.sha256 IN (
  SELECT e.key FROM setting, json_each(setting.body, '$.people') AS e, json_each(e.value) AS name
  WHERE setting.id = 'assignment' AND name.value = :analyst)"""
"""The condition that an article (``a``) was given to ``:analyst``."""


class AnalystShare(Struct, frozen=True):
    """The articles of one person: how many there are, are also somebody else's, and are done."""

    name: str
    articles: int
    shared: int
    begun: int
    submitted: int


def shares(conn: Connection) -> list[AnalystShare]:
    """One for each person to whom articles were given, by name."""
    sql = """
    WITH given AS (
      SELECT e.key AS sha256, name.value AS name, json_array_length(e.value) AS people
      FROM setting, json_each(setting.body, '$.people') AS e, json_each(e.value) AS name
      WHERE setting.id = 'assignment')
    SELECT name, count(*), sum(people > 1), sum(t.status IS NOT NULL),
      sum(coalesce(t.status IN ('submitted', 'approved'), 0))
    FROM given JOIN article AS a USING (sha256)
    LEFT JOIN tally AS t ON t.n = a.n AND t.author = name
    GROUP BY name ORDER BY name"""
    return [AnalystShare(*row) for row in conn.execute(sql)]


def of(conn: Connection, analyst: str) -> frozenset[str]:
    """The texts (their SHA-256) that *analyst* has to label."""
    sql = f"SELECT a.sha256 FROM article AS a WHERE {MINE}"
    return frozenset(row[0] for row in conn.execute(sql, {"analyst": analyst}))


def begun(conn: Connection, analyst: str) -> dict[str, bool]:
    """The texts (their SHA-256) that *analyst* has begun, and whether each is submitted."""
    sql = """
    SELECT a.sha256, coalesce(t.status IN ('submitted', 'approved'), 0)
    FROM tally AS t JOIN article AS a ON a.n = t.n
    WHERE t.author = ? AND t.status IS NOT NULL"""
    return {sha256: bool(is_submitted) for sha256, is_submitted in conn.execute(sql, (analyst,))}


def texts(conn: Connection) -> list[str]:
    """The SHA-256 of every article, in order of import."""
    return [row[0] for row in conn.execute("SELECT sha256 FROM article ORDER BY n")]
