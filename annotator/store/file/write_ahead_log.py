"""The write-ahead log beside a project: whether it belongs to that file, and where it goes if not.

SQLite applies whatever lies under the name, so a log that a crash left behind would be applied to
the backup that somebody put in the project's place. The marks tell (see `marks`): a log goes on
from a mark that the file must have, or have passed on the way through that same log.
"""

from __future__ import annotations

import os
import time
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path

from annotator.core.errors import Notification

from ..database.connection import connect_unchanging, sqlite3
from ..database.filesystem import beside, identity, shortened
from . import file_mark, open_files
from .file_mark import NEVER, Mark

_LOOKS = 3  # what is being written while it is looked at is looked at again
_BETWEEN_LOOKS_S = 0.01


class _Unreadable(Exception):
    """The file makes no sense by itself: it is damaged, or only its log makes it whole."""


def log_of(path: Path) -> Path:
    """Where SQLite has the write-ahead log of the project *path*."""
    return beside(path, "-wal")


def has_log(path: Path) -> bool:
    """Whether there is something in the log of *path*, which others may take away at any moment."""
    try:
        return log_of(path).stat().st_size > 0
    except FileNotFoundError:
        return False


def prepare(path: Path) -> Notification | None:
    """To be called before a connection to *path* is made: set aside a log that is not its own.

    Raises `DisplacedProject` where this process still has another file open under that name.
    """
    open_files.refuse_displaced(path)
    if _is_left_from_elsewhere(path):
        _remove_empty(path)
    if not _has_foreign_log(path):
        return None
    aside = _set_aside(path)
    return Notification(
        "{log} was beside {name}, but belongs to another version of it: it was not applied, and is"
        " kept as {aside}",
        log=log_of(path).name,
        name=path.name,
        aside=aside.name,
    )


def set_aside(path: Path) -> Path | None:
    """Give the log beside *path* a name under which nobody applies it; None where nothing is in it."""
    if not has_log(path):
        _remove_empty(path)
        return None
    return _set_aside(path)


def mark_in(path: Path) -> Mark | None:
    """The mark in the file itself, without its log; None where there is none to read."""
    try:
        return _mark_in(path)
    except _Unreadable:  # damage is told of by who opens it
        return None


def _mark_in(path: Path) -> Mark | None:
    """As `mark_in`; raises `_Unreadable` where the file cannot be read without its log."""
    try:
        with closing(connect_unchanging(path)) as conn:
            return file_mark.read(conn)
    except sqlite3.Error as err:
        raise _Unreadable from err
    except UnicodeDecodeError as err:
        raise _Unreadable from err


def newest_mark(path: Path) -> Mark | None:
    """The mark of the file at *path* with the log that belongs to it."""
    mark = mark_in(path)
    logged = file_mark.in_log(log_of(path))
    return logged[-1] if logged and _goes_on(mark, logged) else mark


def is_incomplete(path: Path) -> bool:
    """Whether the newest edits were in a log that is not beside the file; for one nobody has open."""
    if file_mark.is_log(log_of(path)):
        return False
    mark = mark_in(path)
    return mark is not None and not mark.is_whole


def _goes_on(found: Mark | None, logged: list[Mark]) -> bool:
    key = NEVER if found is None else found.key
    return key == logged[0].after or any(key == mark.key for mark in logged)


def _has_foreign_log(path: Path) -> bool:
    log = log_of(path)
    for _ in range(_LOOKS):
        try:
            before = _state(path)
            if before is None:
                return False
            logged = file_mark.in_log(log)
            if not logged or _goes_on(before[0], logged):
                return False  # an older Vaglio wrote no marks; and nothing of a torn log is applied
            if _state(path) == before:
                return True
        except _Unreadable:
            # A power cut can leave half of the log in the file, which only the log makes whole.
            return False
        time.sleep(_BETWEEN_LOOKS_S)
    return False  # somebody is writing: it is in use, and not left behind


def _state(path: Path) -> tuple[Mark | None, bytes, int] | None:
    """What both files are like; None where there is no log, or an empty one."""
    log = log_of(path)
    try:
        with log.open("rb") as file:
            header = file.read(32)
        size = log.stat().st_size
    except OSError:
        return None
    return (_mark_in(path), header, size) if size else None


def _is_left_from_elsewhere(path: Path) -> bool:
    """Whether an empty log is that of another file, which somebody may still have open.

    The file came here by other means than ours, and the log was here before it.
    """
    if not log_of(path).exists() or has_log(path):
        return False
    mark = mark_in(path)
    return mark is not None and mark.home not in (
        file_mark.home_of(identity(path)),
        file_mark.home_of(None),
    )


def _remove_empty(path: Path) -> None:
    """Take away a log in which nothing is, so that another file's log is never written to."""
    for suffix in ("-wal", "-shm"):
        with suppress(OSError):
            beside(path, suffix).unlink()


def _set_aside(path: Path) -> Path:
    """Give the log a name under which nobody applies it. What indexes it is of no use to anybody."""
    at = datetime.now(UTC).strftime("%Y%m%dT%H%M%S.%f")[:-3]
    aside = path.with_name(f"{shortened(path.name, 200)}-set-aside-{at}.wal")
    os.replace(log_of(path), aside)
    with suppress(OSError):
        beside(path, "-shm").unlink()
    return aside
