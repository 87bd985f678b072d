"""Whether a project is what was written: pages, hashes, offsets, owners, tables against the log."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from annotator.core import text as texts
from annotator.core.annotated_article import AnnotatedArticle, LayerContents
from annotator.core.changes import digest_records, logged
from annotator.core.model import (
    AnyRecord,
    Article,
    Deletion,
    InLayer,
    Layer,
    Setting,
    Source,
    is_machine,
)

from ..changes import counts
from ..changes import read as reading
from ..changes.apply_change import MisplacedSpan, refuse_misplaced
from ..changes.read import WantedLayers
from ..changes.replay import Replay, ReplayedRecord, mark_of
from ..database import records as rows
from ..database.connection import Connection, connect, faults, snapshot, sqlite3
from ..database.errors import DamagedProject
from ..file import write_ahead_log
from ..file.encrypted_attachments import kept_files_of
from ..project.store import Store
from . import check_received
from .finding import Finding

Progress = Callable[[int, int], None] | None

_AGAIN = "Keep the original again, or take the folder of files from a backup."
_COPY_ANEW = "Copy that file too from where this one came from, or copy the project anew."
_REPAIR = "“vaglio check --repair” puts it right."


def pages(path: Path) -> list[str]:
    """What SQLite's quick check says of every page; nothing is good. For another thread.

    Opening a large project checks only its key tables; the rest is for here, beside the work.
    """
    write_ahead_log.prepare(path)
    with faults(path):
        conn = connect(path, mode="ro", any_thread=True)
        try:
            said = [row[0] for row in conn.execute("PRAGMA quick_check(20)")]
        finally:
            conn.close()
    return [] if said == ["ok"] else said


def check(store: Store, *, full: bool = True, on_progress: Progress = None) -> list[Finding]:
    """All that is wrong with the project; nothing is changed. Empty is good.

    Where SQLite finds broken pages, these alone are told of. Not *full* leaves out what takes long: the articles, their layers and the full-text index.
    *on_progress* is told how many articles of how many are done.
    """
    conn = store.connection
    try:
        if found := list(_pages(conn, full)):
            return found  # nothing that is read from a broken tree says anything
        found = list(_links(conn))
        with snapshot(conn):
            history = Replay(conn)
            found += [Finding(f.code, f.what, f.change_id) for f in history.flaws]
            found += _shared(conn, history)
            found += check_received.flaws(conn)
            found += _unswept(conn)
            if full:
                found += _articles(conn, history, on_progress)
                found += _lost(conn, history)
                found += _kept(store.path)
        if store.is_incomplete:
            found.append(_incomplete(store))
        if full and not store.readonly:
            found += _index(conn)
    except sqlite3.DatabaseError as err:
        return [_unreadable(store, err)]
    except ValueError as err:
        return [_unreadable(store, err)]
    return found


def _incomplete(store: Store) -> Finding:
    assert store.path is not None
    log = write_ahead_log.log_of(store.path).name
    what = f"The newest edits may be missing: they were in {log}, which is not beside the project"
    return Finding("incomplete", what, store.path.name, _COPY_ANEW)


def _unreadable(store: Store, err: Exception) -> Finding:
    return Finding("unreadable", f"The file cannot be read through: {err}", str(store.path))


def _pages(conn: Connection, full: bool) -> Iterator[Finding]:
    pragma = "integrity_check" if full else "quick_check"
    for (said,) in conn.execute(f"PRAGMA {pragma}(50)"):
        if said != "ok":
            yield Finding("pages", said.splitlines()[-1], "file")


def _links(conn: Connection) -> Iterator[Finding]:
    for table, rowid, parent, _ in conn.execute("PRAGMA foreign_key_check"):
        what = f"A row of {table} belongs to a {parent} that is not there"
        yield Finding("foreign_key", what, f"{table} {rowid}")
    for table, sql in {
        "attribution": "SELECT attribution.id FROM attribution, json_each(claims) AS e"
        " WHERE e.value NOT IN (SELECT id FROM claim)",
        "evidence": "SELECT id FROM evidence WHERE claim_id NOT IN (SELECT id FROM claim)",
        "verdict": "SELECT id FROM verdict WHERE claim_id NOT IN (SELECT id FROM claim)",
    }.items():
        for (id_,) in conn.execute(sql):
            yield Finding("link", f"The {table} names a claim that is not there", id_, "")


def _index(conn: Connection) -> Iterator[Finding]:
    try:
        conn.execute("INSERT INTO article_fts (article_fts, rank) VALUES ('integrity-check', 1)")
    except sqlite3.DatabaseError:
        yield Finding(
            "search", "The full-text index does not fit the texts", "article_fts", _REPAIR
        )


# ---- what belongs to the whole project


def _shared(conn: Connection, history: Replay) -> Iterator[Finding]:
    for kind in (Source, Setting, Deletion):
        for record in rows.all_of(conn, kind):
            base = _base_of(conn, record) if kind is Source else None
            yield from _compare(record, base, history.touched.get(record.id))


def _unswept(conn: Connection) -> Iterator[Finding]:
    for (number,) in conn.execute("SELECT n FROM sweep"):
        what = "Traces of an article that was deleted are still in the file"
        yield Finding(
            "unswept", what, f"sweep {number}", "“vaglio delete” without an article ends it."
        )


def _base_of(conn: Connection, record: AnyRecord) -> str | None:
    sql = f"SELECT base FROM {rows.table_of(type(record))} WHERE id = ?"
    base: str | None = conn.execute(sql, (record.id,)).fetchone()[0]
    return base


def _compare(
    record: AnyRecord, base: str | None, touched: ReplayedRecord | None
) -> Iterator[Finding]:
    """A record that stands alone against the log and the hash it was imported with."""
    what = rows.table_of(type(record))
    if touched is not None and touched.mark != mark_of(record):
        yield Finding("differs", f"The {what} is not what the log says", record.id, _REPAIR)
    first = record if touched is None else touched.first
    if base is None and first is not None:
        yield Finding("unlogged", f"The {what} is not in the log", record.id)
    if base is not None and (first is None or digest_records([first]) != base):
        yield Finding("base", f"The {what} is not what was imported", record.id)


def _kept(path: Path | None) -> Iterator[Finding]:
    """Files that were kept as evidence and are gone, or no longer what was kept."""
    files = kept_files_of(path) if path is not None else None
    for sha256 in files.kept() if files is not None else ():
        assert files is not None
        state = files.state(sha256)
        if state != "kept":
            said = "is gone" if state == "missing" else "is not what was kept"
            yield Finding(f"file_{state}", f"A file kept as a source {said}", sha256, _AGAIN)


# ---- articles and their layers


def _articles(conn: Connection, history: Replay, on_progress: Progress) -> Iterator[Finding]:
    total = conn.execute("SELECT count(*) FROM article").fetchone()[0]
    ids = [row[0] for row in conn.execute("SELECT id FROM article ORDER BY n")]
    for start in range(0, total, 200):
        some = ids[start : start + 200]
        try:
            annotated_articles = list(reading.annotated_articles(conn, some, WantedLayers()))
        except (ValueError, DamagedProject):
            yield from _one_by_one(conn, history, some)
        else:
            for annotated_article in annotated_articles:
                yield from _annotated_article(conn, history, annotated_article)
        if on_progress is not None:
            on_progress(min(start + 200, total), total)


def _one_by_one(conn: Connection, history: Replay, ids: list[str]) -> Iterator[Finding]:
    """The articles among which one cannot be read: say which, check the others."""
    for id_ in ids:
        try:
            annotated_articles = list(reading.annotated_articles(conn, [id_], WantedLayers()))
        except DamagedProject as err:
            yield Finding("text", str(err).split(". ")[0], id_)
        except ValueError as err:
            yield Finding("value", f"A record of the article cannot be read: {err}", id_)
        else:
            for annotated_article in annotated_articles:
                yield from _annotated_article(conn, history, annotated_article)


def _annotated_article(
    conn: Connection, history: Replay, annotated_article: AnnotatedArticle
) -> Iterator[Finding]:
    article = annotated_article.article
    bare = logged(article)
    yield from _compare(bare, _base_of(conn, bare), history.touched.get(article.id))
    if article.text != texts.canonical(article.text):
        yield Finding("canonical", "The text is not in canonical form", article.id, "")
    sql = "SELECT characters FROM article WHERE id = ?"
    if conn.execute(sql, (article.id,)).fetchone()[0] != len(article.text):
        yield Finding("characters", "The length of the text is wrong", article.id, _REPAIR)
    for contents in annotated_article.layers:
        yield from _layer(conn, history, contents, article)
    if counts.rows_of(conn, article.id) != counts.rows_as_they_should_be(conn, annotated_article):
        yield Finding("tally", "The counts for the queue are wrong", article.id, _REPAIR)


def _layer(
    conn: Connection, history: Replay, contents: LayerContents, article: Article
) -> Iterator[Finding]:
    layer = contents.layer
    if (layer.role == "machine") != is_machine(layer.author):
        yield Finding("role", f"A layer of {layer.author} has the role {layer.role}", layer.id, "")
    try:
        refuse_misplaced(contents, len(article.text))
    except MisplacedSpan as err:
        yield Finding("span", str(err).split(". ")[0], layer.id)
    current: dict[str, Layer | InLayer] = {r.id: r for r in contents.records()}
    current[layer.id] = layer
    base: list[AnyRecord] = []
    for id_ in history.by_layer.get(layer.id, ()):
        touched = history.touched[id_]
        if touched.mark != mark_of(current.pop(id_, None)):
            yield Finding("differs", "A record is not what the log says", id_, _REPAIR)
        if touched.first is not None:
            base.append(touched.first)
    base += current.values()
    hash_ = _base_of(conn, layer)
    if hash_ is None and base:
        for record in base:
            yield Finding("unlogged", f"Something of {layer.author} is not in the log", record.id)
    elif hash_ is not None and digest_records(base) != hash_:
        yield Finding("base", f"A layer of {layer.author} is not what was imported", layer.id)


def _lost(conn: Connection, history: Replay) -> Iterator[Finding]:
    """Records that should be there by the log, but whose layer or table has no trace of them."""
    layers = {row[0] for row in conn.execute("SELECT id FROM layer")}
    for id_, touched in history.touched.items():
        if touched.mark is None or touched.layer_id in layers:
            continue
        if rows.any_stored(conn, id_) is None:
            yield Finding("differs", "A record that the log has is gone", id_, _REPAIR)
