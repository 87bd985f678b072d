"""What is left of deleted articles beside the rows: free pages, the index, kept files, backups.

Each step can be done again, and is, when a project is opened in which it was not finished: the rows
of ``sweep`` say what for, and go last. A deletion is done once its transaction is; from then on
nothing shows the article, and this makes it unreadable as well.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, suppress
from pathlib import Path
from typing import cast

import msgspec
from msgspec import Struct

from annotator.core.errors import UserError
from annotator.core.model import Deletion

from ..database import records as rows
from ..database import schema
from ..database.connection import Connection, connect, faults, transaction
from ..database.errors import ForeignProject, ProjectBusy
from ..database.filesystem import look
from ..deletion import erase, pending_sweep
from ..deletion.erase import PendingWork
from ..file import migrations, opening
from ..file.attachments import KeptFiles
from ..file.backup import folder_of
from ..file.encrypted_attachments import kept_files_of
from ..project.store import Store

Progress = Callable[[float, str], None] | None
_WORK = msgspec.json.Decoder(PendingWork)
_PATIENCE_S = 20.0
_GIVEN_UP_S = 3600.0  # that nobody has written to the beginning of a backup


class SweepResult(Struct):
    """What was swept; *missed* are the backups that were not reached."""

    backups: int = 0  # that held something of it
    missed: list[str] = []  # file names


def is_pending(store: Store) -> bool:
    """Whether traces of deleted articles are still to be swept."""
    with faults(store.path):
        return _rows(store.connection) != []


def texts(store: Store) -> list[str]:
    """The SHA-256 of the deleted texts whose traces are pending."""
    with faults(store.path):
        work = [_WORK.decode(body) for _, body in _rows(store.connection)]
    return [sha256 for each in work for sha256 in each.texts]


def sweep(store: Store, *, on_progress: Progress = None) -> SweepResult:
    """Do all that is pending, from the beginning.

    Raises:
        DiskFull: the file cannot be written anew now; it stays pending.
        ProjectBusy: somebody reads or writes all the time; it stays pending.
    """
    tell = on_progress or (lambda _share, _what: None)
    swept = SweepResult(missed=[])
    conn = store.connection
    with faults(store.path):
        pending = _rows(conn)
        tell(0.0, "")
        _rewrite(conn, store.writing())
        _settle(store)
        tell(0.5, "")
        if store.path is not None:
            beside = pending_sweep.noted(store.path)
            _drop_files(kept_files_of(store.path), conn, beside.files)
            if beside.deletions:
                _sweep_backups(store, beside.deletions, swept, tell)
            pending_sweep.forget(store.path)
        with store.writing():
            conn.executemany("DELETE FROM sweep WHERE n = ?", [(number,) for number, _ in pending])
        _settle(store)
    tell(1.0, "")
    return swept


def _rows(conn: Connection) -> list[tuple[int, str]]:
    return conn.execute("SELECT n, work FROM sweep ORDER BY n").fetchall()


def _rewrite(conn: Connection, writing: AbstractContextManager[None]) -> None:
    """Make the index and the whole file anew, so that no page holds what was deleted."""
    conn.execute("PRAGMA secure_delete = ON")
    with writing:
        # A segment of the index keeps the words of what was taken out until all are merged.
        conn.execute("INSERT INTO article_fts (article_fts) VALUES ('rebuild')")
        if conn.execute("SELECT 1 FROM sqlite_schema WHERE name = 'sqlite_stat4'").fetchone():
            conn.execute("DELETE FROM sqlite_stat4")  # it holds samples
    conn.execute("VACUUM")


def _settle(store: Store) -> None:
    """Bring the write-ahead log into the project's file and cut it to nothing."""
    _insist(store.settle)


def _empty_log(conn: Connection) -> None:
    """As `_settle`, of a copy that nobody else has open."""
    _insist(lambda: not conn.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0])


def _insist(empty: Callable[[], bool]) -> None:
    """Do *empty* until it succeeds, or the time is over."""
    until = time.monotonic() + _PATIENCE_S
    while not empty():
        if time.monotonic() > until:
            raise ProjectBusy(
                "The article is deleted, but another window or program reads the file all the time,"
                " so that traces of it stay",
                hint="Close the others and open the project again: it is finished then.",
            )
        time.sleep(0.1)


def _drop_files(kept: KeptFiles, conn: Connection, files: Sequence[str]) -> None:
    for sha256 in files:
        sql = "SELECT 1 FROM source WHERE sha256 = ?"
        if conn.execute(sql, (sha256,)).fetchone() is None:
            kept.drop(sha256)


# ---- backups


def _sweep_backups(
    store: Store, ids: Sequence[str], swept: SweepResult, tell: Callable[[float, str], None]
) -> None:
    assert store.path is not None
    found = (rows.stored(store.connection, Deletion, id_) for id_ in ids)
    deletions = [cast(Deletion, each) for each in found if each is not None]
    folder = folder_of(store.path)
    if not folder.is_dir():
        return
    for part in folder.glob(".*.part"):  # of a backup that something interrupted
        if time.time() - part.stat().st_mtime > _GIVEN_UP_S:
            part.unlink(missing_ok=True)
    copies = sorted(p for p in folder.iterdir() if p.name.endswith(store.path.suffix))
    for number, copy in enumerate(copies):
        tell(0.5 + 0.5 * number / len(copies), copy.name)
        try:
            swept.backups += _erase_in_copy(copy, deletions)
        except (UserError, OSError):
            swept.missed.append(copy.name)


def _erase_in_copy(copy: Path, deletions: Sequence[Deletion]) -> bool:
    """Delete the same articles in a backup, which stays a file of its time; whether it had them."""
    times = copy.stat()
    with faults(copy):
        _refuse_other_formats(copy)
        conn = connect(copy)
        try:
            wanted = _there(conn, deletions)
            if wanted:
                if conn.execute("PRAGMA user_version").fetchone()[0] < schema.FORMAT:
                    migrations.take_steps(conn, copy)
                with transaction(conn):
                    erase.erase(conn, wanted, by=wanted[0][1].by, is_backup=True)
            is_left = _is_unswept(conn)
            if is_left:
                _rewrite(conn, transaction(conn))
                _empty_log(conn)
                conn.execute("DELETE FROM sweep")
            conn.execute("PRAGMA journal_mode = DELETE")
        finally:
            conn.close()
    for suffix in ("-wal", "-shm"):
        with suppress(FileNotFoundError):
            copy.with_name(copy.name + suffix).unlink()
    os.utime(copy, ns=(times.st_atime_ns, times.st_mtime_ns))
    return is_left


def _is_unswept(conn: Connection) -> bool:
    """Whether a deletion in a backup was begun, now or before something interrupted it."""
    (number,) = conn.execute("PRAGMA user_version").fetchone()
    return number >= schema.FORMAT and _rows(conn) != []


def _refuse_other_formats(copy: Path) -> None:
    """Read only what is a project of ours in every table: nothing else is opened to be written."""
    opening.refuse_what_is_none(copy)
    if not look(copy).writable:
        raise ForeignProject("{name} cannot be written", name=copy.name)
    conn = connect(copy)
    try:
        (number,) = conn.execute("PRAGMA user_version").fetchone()
        expected = schema.EXPECTED_BY_FORMAT.get(number)
        if expected is None or schema.strangers(conn, expected):
            raise ForeignProject("{name} is not a project of this Vaglio", name=copy.name)
    finally:
        conn.close()


def _there(conn: Connection, deletions: Sequence[Deletion]) -> list[tuple[str, Deletion]]:
    sql = "SELECT id FROM article WHERE sha256 = ?"
    return [
        (row[0], deletion)
        for deletion in deletions
        for row in conn.execute(sql, (deletion.sha256,)).fetchall()
    ]
