"""All claims of a project as lines of a list: filtered, sorted, grouped, searched.

Who says a claim, how it is checked and what it is about stand in four tables, and its words in
the text. What the list is asked for is put together once in a table of the connection's own memory,
and made anew when somebody has written since: 100,000 claims take a second or two, in a thread.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Literal

import msgspec
from msgspec import Struct

from annotator.core.model import Evidence

from ..changes.counts import SUGGESTIONS
from ..database.connection import Connection, told
from ..database.records import all_of, as_json
from .typed_query import query_of

ClaimSort = Literal[
    "article", "text", "who", "worthiness", "evidence", "verdict", "owner", "newest"
]
Grouping = Literal["", "agent", "topic"]
Progress = Literal["", "unchecked", "evidence", "judged"]

PEOPLE, MINE, SUGGESTED = "people", "mine", "suggested"


class ClaimFilter(Struct, frozen=True, kw_only=True):
    """What *analyst* wants to see; what is left out lets all claims through.

    *whose* is `PEOPLE` (every layer that people made), `MINE`, `SUGGESTED` (the machine's claims
    that the analyst has not judged), or an author. *checked* is how far a claim is, *verdict* the
    label that stands. *words* are searched for in the claim, in who says it and in the title.
    """

    analyst: str
    whose: str = PEOPLE
    checked: Progress = ""
    verdict: str | None = None
    worthiness: int = 0  # at least
    kind: str | None = None
    words: str = ""
    sort: ClaimSort = "article"
    descending: bool = False
    group: Grouping = ""


class ClaimList(Struct, frozen=True):
    """Ids of claims in order; where they are grouped, the groups in order: name and size."""

    ids: list[str]
    groups: list[tuple[str, int]]
    whole: int  # how many there are without the filter, of those whose they are


class ClaimRow(Struct, frozen=True):
    """One line: *who* is empty where the article itself says it, *verdict* where none stands."""

    id: str
    article_id: str
    title: str
    text: str  # the stand-alone form, else the words
    who: str
    kind: str
    worthiness: int
    evidence: int
    verdict: str
    owner: str
    unsure: int  # 1 where it is to be come back to
    status: str  # of the layer


_WORDS = 'substr(x.text, c.start + 1, c."end" - c.start)'
_TEXT = f"iif(c.normalized_text <> '', c.normalized_text, {_WORDS})"
_WHO = """coalesce((SELECT group_concat(agent, ', ') FROM (SELECT DISTINCT
  iif(s.agent <> '', s.agent, '…') AS agent FROM attribution AS s, json_each(s.claims) AS e
  WHERE s.layer_id = c.layer_id AND e.value = c.id)), '')"""
_EVIDENCE = """(SELECT count(*) FROM evidence AS v
  WHERE v.layer_id = c.layer_id AND v.claim_id = c.id)"""
_VERDICT = """coalesce((SELECT v.label FROM verdict AS v
  WHERE v.layer_id = c.layer_id AND v.claim_id = c.id ORDER BY v.decided_at DESC, v.id DESC LIMIT 1), '')"""
# The name in the claim that most other claims have, too.
_NAMES = "('PER', 'ORG', 'LOC', 'NORP', 'EVENT', 'PRODUCT', 'LAW', 'WEAPON')"
_FROM = """claim AS c JOIN layer AS l ON l.id = c.layer_id JOIN article AS a ON a.id = l.article_id
  JOIN article_text AS x ON x.n = a.n"""

_ROWS = f"""SELECT c.id, l.article_id, a.title, {_TEXT}, {_WHO}, c.kind, c.check_worthiness,
  {_EVIDENCE}, {_VERDICT}, l.author, c.unsure, l.status
  FROM json_each(?) AS wanted CROSS JOIN claim AS c ON c.id = wanted.value
  JOIN layer AS l ON l.id = c.layer_id JOIN article AS a ON a.id = l.article_id
  JOIN article_text AS x ON x.n = a.n ORDER BY wanted.key"""

_WHOSE = {
    PEOPLE: "l.role <> 'machine'",
    MINE: "l.author = :analyst",
    SUGGESTED: """l.id IN (SELECT layer_id FROM tally WHERE author = :machine)
  AND NOT EXISTS (SELECT 1 FROM judgement AS j JOIN layer AS o ON o.id = j.layer_id
    WHERE o.article_id = l.article_id AND o.author = :analyst AND j.target_id = c.id)
  AND NOT EXISTS (SELECT 1 FROM claim AS d JOIN layer AS o ON o.id = d.layer_id
    WHERE o.article_id = l.article_id AND o.author = :analyst AND d.spans = c.spans)""",
}

_LINES = """CREATE TEMP TABLE line (
  n INTEGER PRIMARY KEY, id TEXT, article INTEGER, start INTEGER, layer TEXT, "end" INTEGER, text TEXT,
  title TEXT, who TEXT, kind TEXT, worthiness INTEGER, evidence INTEGER, verdict TEXT, owner TEXT,
  topic TEXT)"""
_FILL = f"""INSERT INTO temp.line
SELECT NULL, c.id, a.n, c.start, c.layer_id, c."end", {_TEXT}, a.title, {_WHO}, c.kind,
  c.check_worthiness, {_EVIDENCE}, {_VERDICT}, l.author, NULL
FROM {_FROM} WHERE {{whose}} ORDER BY a.n, c.start"""
_WORD_INDEX = """CREATE VIRTUAL TABLE temp.line_fts USING fts5(text, who, title, content='',
  tokenize="unicode61 remove_diacritics 2")"""
_INDEX = "INSERT INTO line_fts (rowid, text, who, title) SELECT n, text, who, title FROM temp.line"
_TOPICS = f"""
CREATE TEMP TABLE named AS SELECT line.n AS n, coalesce(e.normalized,
    substr(x.text, e.start + 1, e."end" - e.start)) AS name
  FROM temp.line AS line CROSS JOIN article_text AS x ON x.n = line.article
  CROSS JOIN entity AS e ON e.layer_id IN (line.layer, (SELECT layer_id FROM tally
    WHERE tally.n = line.article AND tally.author = '{SUGGESTIONS}'))
    AND e.start >= line.start AND e."end" <= line."end" AND e.label IN {_NAMES};
CREATE TEMP TABLE naming AS
  SELECT name, count(DISTINCT n) AS uses FROM temp.named GROUP BY name;
CREATE UNIQUE INDEX temp.naming_name ON naming (name);
CREATE INDEX temp.named_n ON named (n);
UPDATE temp.line SET topic = coalesce((SELECT name FROM temp.named JOIN temp.naming USING (name)
  WHERE named.n = line.n ORDER BY uses DESC, name LIMIT 1), '');
DROP TABLE temp.named;
DROP TABLE temp.naming;
"""
_ORDER: dict[ClaimSort, str] = {
    "article": "n",
    "newest": "id",
    "text": "text COLLATE NOCASE",
    "who": "who = '', who COLLATE NOCASE",
    "worthiness": "worthiness",
    "evidence": "evidence",
    "verdict": "verdict = '', verdict",
    "owner": "owner COLLATE NOCASE",
}
_CHECKED: dict[Progress, str] = {
    "unchecked": "evidence = 0 AND verdict = ''",
    "evidence": "evidence > 0 AND verdict = ''",
    "judged": "verdict <> ''",
}
_GROUP = {"agent": "who", "topic": "topic"}


class ClaimsQuery:
    """The claims of a project over one connection, which may be another thread's."""

    def __init__(self, conn: Connection, path: Path | None) -> None:
        self.path = path
        self._conn = conn
        self._made: tuple[object, ...] = ()
        self._has_topics = False

    @told
    def rows(self, ids: Iterable[str]) -> list[ClaimRow]:
        """The lines for *ids*, in that order; ids of no claim are left out."""
        found = self._conn.execute(_ROWS, (as_json(list(ids)),))
        return [ClaimRow(*row) for row in found]

    @told
    def texts(self, analyst: str, *, most: int) -> list[tuple[str, str, str]]:
        """(claim, article, text) of people's claims, then of those suggested: at most *most*."""
        values = {"analyst": analyst, "machine": SUGGESTIONS, "most": most}
        select = f"SELECT c.id, l.article_id, {_TEXT} FROM {_FROM} WHERE"
        found = self._conn.execute(f"{select} {_WHOSE[PEOPLE]} LIMIT :most", values).fetchall()
        values["most"] = most - len(found)
        found += self._conn.execute(f"{select} {_WHOSE[SUGGESTED]} LIMIT :most", values).fetchall()
        return found

    @told
    def evidence_of(self, claim_id: str) -> list[Evidence]:
        """What is linked to a claim, in whoever's layer it is."""
        clause = "WHERE claim_id = ? AND layer_id = (SELECT layer_id FROM claim WHERE id = ?)"
        return list(all_of(self._conn, Evidence, f"{clause} ORDER BY id", claim_id, claim_id))

    @told
    def listed(self, wanted: ClaimFilter) -> ClaimList:
        """The claims that *wanted* lets through. For a large project ask in another thread."""
        self._make(wanted)
        where, values = _where(wanted)
        order = _ORDER[wanted.sort]
        if wanted.descending:
            order = ", ".join(f"{part} DESC" for part in order.split(", "))
        if wanted.group:
            return self._grouped(wanted, where, order, values)
        sql = f"SELECT id FROM temp.line {where} ORDER BY {order}, n"
        return ClaimList(self._array(sql, values), [], self._whole())

    def _grouped(
        self, wanted: ClaimFilter, where: str, order: str, values: dict[str, Any]
    ) -> ClaimList:
        if wanted.group == "topic":
            self._find_topics()
        by = _GROUP[wanted.group]
        sql = (
            f"SELECT id, {by} AS name, count(*) OVER (PARTITION BY {by}) AS size FROM temp.line"
            f" {where} ORDER BY {by} = '', size DESC, {by}, {order}, n"
        )
        groups = self._conn.execute(
            f"SELECT {by}, count(*) FROM temp.line {where} GROUP BY 1"
            f" ORDER BY {by} = '', 2 DESC, 1",
            values,
        ).fetchall()
        return ClaimList(self._array(sql, values), groups, self._whole())

    def _whole(self) -> int:
        count: int = self._conn.execute("SELECT count(*) FROM temp.line").fetchone()[0]
        return count

    def _array(self, sql: str, values: dict[str, Any]) -> list[str]:
        """One value that SQLite puts together: 100,000 rows would each take the interpreter's lock."""
        whole = f"SELECT json_group_array(id) FROM ({sql})"
        return msgspec.json.decode(self._conn.execute(whole, values).fetchone()[0], type=list[str])

    def _make(self, wanted: ClaimFilter) -> None:
        """Put the table together, unless it is there and still true."""
        state = (wanted.whose, wanted.analyst)
        if self._made == (*state, *self._version()):
            return
        self._made = ()
        values = {"analyst": wanted.analyst, "machine": SUGGESTIONS, "whose": wanted.whose}
        with self._writing():
            for name in ("line_fts", "line"):
                self._conn.execute(f"DROP TABLE IF EXISTS temp.{name}")
            self._conn.execute(_LINES)
            whose = _WHOSE.get(wanted.whose, "l.author = :whose")
            self._conn.execute(_FILL.format(whose=whose), values)
            self._conn.execute(_WORD_INDEX)
            self._conn.execute(_INDEX)
        self._made = (*state, *self._version())
        self._has_topics = False

    def _find_topics(self) -> None:
        if not self._has_topics:
            state = self._made[:2]
            with self._writing():
                self._conn.executescript(_TOPICS)
            self._made = (*state, *self._version())
            self._has_topics = True

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """Let the connection write, though only in the memory beside a file that stays as it is."""
        is_guarded: int = self._conn.execute("PRAGMA query_only").fetchone()[0]
        self._conn.execute("PRAGMA query_only = OFF")
        try:
            yield
        finally:
            self._conn.execute(f"PRAGMA query_only = {is_guarded}")

    def _version(self) -> tuple[int, int]:
        """Another pair as soon as this connection or any other has written."""
        others: int = self._conn.execute("PRAGMA data_version").fetchone()[0]
        return others, self._conn.total_changes


def _where(wanted: ClaimFilter) -> tuple[str, dict[str, Any]]:
    clauses = []
    query = query_of(wanted.words)
    if wanted.checked:
        clauses.append(_CHECKED[wanted.checked])
    if wanted.verdict is not None:
        clauses.append("verdict = :verdict")
    if wanted.worthiness:
        clauses.append("worthiness >= :worthiness")
    if wanted.kind is not None:
        clauses.append("kind = :kind")
    if query:
        clauses.append("n IN (SELECT rowid FROM line_fts WHERE line_fts MATCH :query)")
    values = {
        "verdict": wanted.verdict,
        "worthiness": wanted.worthiness,
        "kind": wanted.kind,
        "query": query,
    }
    return (f"WHERE {' AND '.join(clauses)}" if clauses else ""), values
