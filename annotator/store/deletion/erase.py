"""Articles out of a project for good: tables, index, log and what colleagues sent, in one transaction.

The log stays a chain: of a change that was about the article its number, id, author, time and hash
stay, and ``erased`` has the hash of what is left. The triggers that keep the log and the texts as
they are, are taken away and put back within the transaction, so there is no switch in the file by
which anything else could get past them. What the transaction cannot do (the file shrinks, pages
are written anew, other files go) is noted in ``sweep`` and done by `sweeping`, again if need be.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from typing import cast

import msgspec
from msgspec import Struct

from annotator.core.changes import Change, Edit, change, digest_records
from annotator.core.editing.erasure import (
    DELETE,
    DeletedRecords,
    change_without,
    record_without,
    stub,
)
from annotator.core.model import LAYER_TYPES, AnyRecord, Article, Deletion, Evidence, Layer, Setting

from ..changes import apply_change, change_log
from ..changes.replay import every_change
from ..database import records as rows
from ..database import schema
from ..database.connection import Connection
from . import pending_sweep

Progress = Callable[[float], None] | None
_GUARDS = ("change_stays", "change_is_kept", "received_stays")
_CHANGE = msgspec.json.Decoder(Change)
_RECORD = msgspec.json.Decoder(AnyRecord)
_TELL_EVERY = 200  # changes


class PendingWork(Struct, frozen=True, kw_only=True):
    """What is left to do after a transaction, as the project says it: see `sweeping`."""

    texts: tuple[str, ...] = ()  # SHA-256 of texts of which there may be halfway readings


class ErasedArticles(Struct, frozen=True):
    """What a deletion took."""

    articles: int
    changes: int  # rows of the log that are less than they were
    sources: int


def erase(
    conn: Connection,
    wanted: Sequence[tuple[str, Deletion]],
    *,
    by: str,
    keep_sources: bool = False,
    in_backups: bool = False,
    is_backup: bool = False,
    on_progress: Progress = None,
) -> ErasedArticles:
    """Delete articles (by their ids here), each with what is to be left of it, in an open transaction.

    With *is_backup*, nothing beside the file is thought of. A deletion that is in the tables already is not added again. *on_progress* is told the share done.
    """
    conn.execute("PRAGMA secure_delete = ON")
    deletions = [deletion for _, deletion in wanted]
    erasing = _Erasing(conn, [id_ for id_, _ in wanted], keep_sources, on_progress)
    files = erasing.files()
    done = erasing.done(deletions, by)
    if not is_backup:
        ids = tuple(each.id for each in deletions) if in_backups else ()
        pending_sweep.note(
            pending_sweep.place_of(conn), pending_sweep.PendingSweep(deletions=ids, files=files)
        )
    return done


class _Erasing:
    def __init__(
        self, conn: Connection, ids: Sequence[str], keep_sources: bool, on_progress: Progress
    ) -> None:
        self._conn = conn
        self._ids = tuple(ids)
        self._tell = on_progress or (lambda _share: None)
        self._articles, self._layers = _belonging(conn, ids)
        self._texts = self._column("SELECT sha256 FROM article WHERE id = ?", ids)
        self._sources = frozenset[str]()
        if not keep_sources:
            self._sources = _own_sources(conn, self._articles, self._layers)

    def _column(self, sql: str, keys: Iterable[str]) -> frozenset[str]:
        return frozenset(row[0] for key in keys for row in self._conn.execute(sql, (key,)))

    def done(self, deletions: Sequence[Deletion], by: str) -> ErasedArticles:
        conn = self._conn
        words = self._words()
        self._unindex()
        traces = DeletedRecords(
            self._articles, self._layers, self._sources, self._texts, _only_there(conn, words)
        )
        for name in _GUARDS:
            conn.execute(f"DROP TRIGGER {name}")
        firsts, count = self._log(traces)
        self._received(traces)
        self._rows()
        self._others(traces, firsts)
        for name in _GUARDS:
            conn.execute(schema.TRIGGERS[name])
        # Logged also where all of them came from a colleague: the newest change is then never a cut one.
        new = [Edit(None, deletion) for deletion in deletions if not _is_known(conn, deletion)]
        apply_change.apply(conn, change(DELETE, new, by=by))
        work = PendingWork(texts=tuple(sorted(self._texts)))
        conn.execute("INSERT INTO sweep (work) VALUES (?)", (rows.as_json(work),))
        self._tell(1.0)
        return ErasedArticles(len(self._ids), count, len(self._sources))

    # ---- what goes with them

    def files(self) -> tuple[str, ...]:
        """Kept files that no source is of once these sources are gone."""
        hashes: dict[str, set[str]] = {}
        for id_, sha256 in self._conn.execute("SELECT id, sha256 FROM source WHERE sha256 <> ''"):
            hashes.setdefault(sha256, set()).add(id_)
        return tuple(sorted(sha for sha, ids in hashes.items() if ids <= self._sources))

    def _words(self) -> str:
        sql = "SELECT title || char(10) || text FROM searchable WHERE n = ?"
        return "\n".join(self._column(sql, map(str, self._numbers()))).casefold()

    def _numbers(self) -> list[int]:
        found = self._column("SELECT n FROM article WHERE id = ?", self._ids)
        return [int(n) for n in found]

    # ---- out of the tables

    def _unindex(self) -> None:
        for number in self._numbers():
            self._conn.execute(
                "INSERT INTO article_fts (article_fts, rowid, title, text)"
                " SELECT 'delete', n, title, text FROM searchable WHERE n = ?",
                (number,),
            )

    def _log(self, traces: DeletedRecords) -> tuple[dict[str, AnyRecord | None], int]:
        """Take the articles out of the log; what it had of each other article before all changes."""
        conn = self._conn
        (total,) = conn.execute("SELECT count(*) FROM change").fetchone()
        firsts: dict[str, AnyRecord | None] = {}
        count = 0
        for number, made in enumerate(every_change(conn), 1):
            left = change_without(made, traces)
            for edit in left.edits:
                if isinstance(edit.record, Article):
                    firsts.setdefault(edit.record.id, edit.before)
            if left is not made:
                change_log.cut(conn, left)
                count += 1
            if number % _TELL_EVERY == 0:
                self._tell(0.9 * number / total)
        return firsts, count

    def _received(self, traces: DeletedRecords) -> None:
        """Of colleagues' changes only that they were: what is left of one cannot be verified."""
        for id_, body in self._conn.execute("SELECT id, change FROM received").fetchall():
            made = _CHANGE.decode(body)
            left = change_without(made, traces)
            if left is made:
                continue
            if left.edits:
                sql = "UPDATE received SET change = ? WHERE id = ?"
                self._conn.execute(sql, (rows.as_json(stub(made)), id_))
            else:
                self._conn.execute("DELETE FROM received WHERE id = ?", (id_,))

    def _rows(self) -> None:
        conn, layers = self._conn, [(id_,) for id_ in sorted(self._layers)]
        for kind in LAYER_TYPES:
            conn.executemany(f"DELETE FROM {rows.table_of(kind)} WHERE layer_id = ?", layers)
        conn.executemany("DELETE FROM tally WHERE layer_id = ?", layers)
        conn.executemany("DELETE FROM layer WHERE id = ?", layers)
        conn.executemany("DELETE FROM source WHERE id = ?", [(s,) for s in sorted(self._sources)])
        for number in self._numbers():
            conn.execute("DELETE FROM tally WHERE n = ?", (number,))
            conn.execute("DELETE FROM article_text WHERE n = ?", (number,))
        for id_ in self._ids:
            conn.execute("DELETE FROM version WHERE article_id = ?", (id_,))
            conn.execute("DELETE FROM article WHERE id = ?", (id_,))

    def _others(self, traces: DeletedRecords, firsts: dict[str, AnyRecord | None]) -> None:
        """What other records hold of the articles: links between versions, settings, quarantine."""
        conn = self._conn
        for setting in list(rows.all_of(conn, Setting)):
            left = record_without(setting, traces)
            if left is not setting:
                rows.write(conn, setting, left)
        linked = "WHERE metadata LIKE '%follow%'"
        ids = [row[0] for row in conn.execute(f"SELECT id FROM article {linked}")]
        for id_ in ids:
            article = rows.stored(conn, Article, id_)
            left = record_without(article, traces)
            if left is not article:
                rows.write(conn, article, left)
                first = firsts.get(id_) or left
                base = digest_records([cast(Article, first)])
                conn.execute("UPDATE article SET base = ? WHERE id = ?", (base, id_))
        for number, body in conn.execute("SELECT n, record FROM quarantine").fetchall():
            record = _RECORD.decode(body)
            if record_without(record, traces) is not record:
                conn.execute("DELETE FROM quarantine WHERE n = ?", (number,))


def own_sources(conn: Connection, article_ids: Sequence[str]) -> frozenset[str]:
    """Ids of the sources that the evidence of some articles names, and that of no other one."""
    return _own_sources(conn, *_belonging(conn, article_ids))


def _own_sources(
    conn: Connection, articles: frozenset[str], layers: frozenset[str]
) -> frozenset[str]:
    own: set[str] = set()
    others: set[str] = set()
    for layer_id, source_id in conn.execute("SELECT layer_id, source_id FROM evidence"):
        (own if layer_id in layers else others).add(source_id)
    for all_change in _all_changes(conn):  # what was undone can be done again
        for edit in all_change.edits:
            if isinstance(edit.record, Evidence):
                (own if edit.record.layer_id in layers else others).add(edit.record.source_id)
    sql = (
        "SELECT article_id, e.value ->> 'source_id' FROM version,"
        " json_each(contents, '$.evidence') AS e WHERE contents IS NOT NULL"
    )
    for article_id, source_id in conn.execute(sql):
        (own if article_id in articles else others).add(source_id)
    return frozenset(own - others)


def _is_known(conn: Connection, deletion: Deletion) -> bool:
    return rows.stored(conn, Deletion, deletion.id) is not None


def _all_changes(conn: Connection) -> Iterator[Change]:
    """The log, and then what colleagues sent of theirs."""
    yield from every_change(conn)
    for (body,) in conn.execute("SELECT change FROM received"):
        yield _CHANGE.decode(body)


def _belonging(conn: Connection, ids: Sequence[str]) -> tuple[frozenset[str], frozenset[str]]:
    """Ids of the articles, also those that colleagues call them by, and of all their layers ever.

    A colleague's article has another id where each imported the same text; their layers keep theirs.
    """
    articles = set(ids)
    owners = dict(conn.execute("SELECT id, article_id FROM layer"))
    layers = {id_ for id_, article_id in owners.items() if article_id in articles}
    sql = (
        "SELECT contents ->> '$.layer.id' FROM version"
        " WHERE article_id = ? AND contents IS NOT NULL"
    )
    layers |= {row[0] for id_ in ids for row in conn.execute(sql, (id_,))}
    places = {
        (edit.record.id, edit.record.article_id)
        for all_change in _all_changes(conn)
        for edit in all_change.edits
        if isinstance(edit.record, Layer)
    }
    known = -1
    while known != len(layers) + len(articles):
        known = len(layers) + len(articles)
        articles |= {article_id for id_, article_id in places if id_ in layers}
        layers |= {id_ for id_, article_id in places if article_id in articles}
    stay = {row[0] for row in conn.execute("SELECT id FROM article")} - set(ids)
    foreign = {id_ for id_, article_id in owners.items() if article_id in stay}
    return frozenset(articles - stay), frozenset(layers - foreign)


def _only_there(conn: Connection, text: str) -> Callable[[str], bool]:
    """Whether words stand in *text* (in lower case), and in no article that is in the index."""

    @cache
    def is_only_there(words: str) -> bool:
        plain = words.casefold().strip()
        if not plain or plain not in text or not any(char.isalnum() for char in plain):
            return False
        sql = "SELECT 1 FROM article_fts WHERE article_fts MATCH ? LIMIT 1"
        quoted = '"{}"'.format(plain.replace('"', '""'))
        return conn.execute(sql, (quoted,)).fetchone() is None

    return is_only_there
