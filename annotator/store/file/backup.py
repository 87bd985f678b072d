"""Copies of a project that are whole whatever happens meanwhile: by SQLite's backup, never by file."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

from msgspec import Struct

from annotator.core.ids import now

from ..database.connection import (
    Connection,
    connect,
    connect_unchanging,
    faults,
    key_of_connection,
    sqlite3,
    transaction,
)
from ..database.errors import DamagedProject, ProjectFault
from ..database.filesystem import beside, identity, look, refuse_long_name, shortened
from ..database.schema import APPLICATION_ID
from . import file_mark, write_ahead_log

KEEP = 7
_FOLDER = "-backups"
_NOBODY_WRITES_SO_LONG_S = 24 * 3600


class BackupFile(Struct, frozen=True):
    """A backup: when it was made (UTC), and how large it is."""

    path: Path
    at: str
    size: int


def folder_of(path: Path) -> Path:
    """Where the automatic backups of a project are: beside it, ``NAME.vaglio-backups``."""
    return beside(path, _FOLDER)


def backup(source: Path, destination: Path, *, connection: Connection | None = None) -> Path:
    """A copy of the project *source*, also of one that is being worked on, in one file.

    It appears under its name only when it is whole and on the disk; a file that was there before
    is replaced then. With *connection*, the copy is of what that one sees.
    """
    refuse_long_name(destination)
    part = destination.with_name(f".vaglio-{os.urandom(6).hex()}.part")  # short: names have a bound
    try:
        destination.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        part.unlink(missing_ok=True)
        os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        with faults(destination):
            _copy(source, part, connection)
        if destination.is_file():  # a pipe or a device has rights that are none for a file
            shutil.copymode(destination, part)
        os.replace(part, destination)
    except OSError as err:
        raise ProjectFault(
            "The backup {path} could not be written: {said}",
            hint="Choose another folder, or free some space. The project itself is untouched.",
            path=str(destination),
            said=err.strerror or str(err),
        ) from err
    finally:
        with suppress(OSError):
            part.unlink()
    return destination


def _copy(source: Path, part: Path, connection: Connection | None) -> None:
    # A reader that may write also tidies up the log that it has opened.
    is_writable = look(source).writable
    if connection is None and is_writable:
        write_ahead_log.prepare(source)
    reader = connection or connect(source, mode="rw" if is_writable else "ro")
    try:
        writer = connect(part, key=key_of_connection(reader))
        try:
            # In steps, so that another window can write meanwhile.
            reader.backup(writer, pages=4096, sleep=0.002)
            # One file without a log beside it: it opens on a read-only medium too.
            writer.execute("PRAGMA journal_mode = DELETE")
            if writer.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
                raise DamagedProject(
                    "{name} is no project, and was not backed up", hint="", name=source.name
                )
            with transaction(writer):
                # A copy goes its own way from here: the log of the original is not its own.
                file_mark.write(writer, file_mark.fresh())
        finally:
            writer.close()
    finally:
        if connection is None:
            reader.close()
    descriptor = os.open(part, os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def rotate(
    path: Path,
    *,
    keep: int = KEEP,
    every_s: float = 0.0,
    reason: str = "",
    connection: Connection | None = None,
) -> Path:
    """An automatic backup of the project, and only the newest *keep* of them kept.

    With *every_s*, nothing is done while the newest one is younger than that, or the project has
    not been written since; that one is returned.
    """
    refuse_long_name(path)
    there = [kept for kept in listing(path) if not _is_ahead(kept)]
    with _told_of(folder_of(path)):
        if every_s and there and not _is_due(path, there[0], every_s):
            return there[0].path
    at = datetime.now(UTC).strftime("%Y%m%dT%H%M%S.%f")[:-3]
    name = "-".join(part for part in (at, reason) if part) + path.suffix
    made = backup(path, folder_of(path) / name, connection=connection)
    others = [kept for kept in listing(path) if kept.path != made]
    if any(_is_ahead(kept) for kept in others):
        others.sort(key=lambda kept: (_contents(kept.path), kept.path.name), reverse=True)
    with suppress(OSError):  # one too many harms nobody
        for old in others[max(0, keep - 1) :]:
            old.path.unlink(missing_ok=True)
        _sweep(path)
    return made


def _sweep(path: Path) -> None:
    """Take away what backups have left that were killed: as large as the project, and hidden."""
    for part in folder_of(path).glob(f".[0-9]*{path.suffix}.part*"):
        with suppress(OSError):
            if time.time() - part.stat().st_mtime > _NOBODY_WRITES_SO_LONG_S:
                part.unlink()


def _is_ahead(kept: BackupFile) -> bool:
    """Whether a backup is dated later than now: it was made before the clock was set back."""
    return kept.path.name[:19] > datetime.now(UTC).strftime("%Y%m%dT%H%M%S.%f")[:19]


def _contents(path: Path) -> tuple[int, int]:
    """How much is in a backup: how many changes, and how many runs of imports and machines."""
    unreadable = suppress(sqlite3.Error, UnicodeDecodeError, ProjectFault)
    with unreadable, closing(connect_unchanging(path)) as conn:
        sql = "SELECT (SELECT max(seq) FROM change), (SELECT count(*) FROM run)"
        changes, runs = conn.execute(sql).fetchone()
        return changes or 0, runs
    return (-1, -1)


def while_open(path: Path) -> Path:
    """Where the copy is that a window keeps of the project it has open."""
    return folder_of(path) / f"while-open{path.suffix}"


def back_up_while_open(path: Path) -> Path:
    """A copy for the time that a project is open, in case that its file is overwritten meanwhile."""
    return backup(path, while_open(path))


def _is_due(path: Path, newest: BackupFile, every_s: float) -> bool:
    made = newest.path.stat().st_mtime
    files = [p for p in (path, beside(path, "-wal")) if p.exists() and p.stat().st_size > 0]
    written = max((p.stat().st_mtime for p in files), default=0.0)
    return written > made and time.time() - made >= every_s


def listing(path: Path) -> list[BackupFile]:
    """The automatic backups of the project *path*, the newest first.

    Raises:
        ProjectFault: their folder cannot be read.
    """
    folder = folder_of(path)
    if not folder.is_dir():
        return []
    with _told_of(folder):
        found = [p for p in folder.iterdir() if p.suffix == path.suffix and p.name[:8].isdigit()]
        found.sort(key=lambda p: p.name, reverse=True)
        return [BackupFile(p, _time_of(p), p.stat().st_size) for p in found]


@contextmanager
def _told_of(folder: Path) -> Iterator[None]:
    """What the system says of the backups' folder, as a `ProjectFault`."""
    try:
        yield
    except OSError as err:
        raise ProjectFault(
            "The backups in {folder} cannot be read: {said}",
            hint="Check that the disk is connected and that you may read the folder.",
            folder=str(folder),
            said=err.strerror or str(err),
        ) from err


def _time_of(path: Path) -> str:
    made = datetime.fromtimestamp(path.stat().st_mtime, UTC)
    return made.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def free_name(path: Path) -> Path:
    """A name beside *path*; in the nearest folder that is there, where its own is gone too."""
    stem = f"{shortened(path.stem, 200)} rescued {now()[:19].replace(':', '.')}"
    folder = next(
        (
            f
            for f in path.absolute().parents
            if f.is_dir() and os.access(f, os.W_OK) and f != f.parent
        ),
        Path.home(),
    )
    names = (f"{stem}{tail}.vaglio" for tail in ("", *(f" {n}" for n in range(2, 1000))))
    return next(folder / name for name in names if identity(folder / name) is None)
