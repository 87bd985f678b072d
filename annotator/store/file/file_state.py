"""Whether an open project is still the file that stands under its name."""

from __future__ import annotations

import time
from contextlib import suppress
from enum import Enum
from pathlib import Path

from ..database.connection import Connection, sqlite3
from ..database.filesystem import identity
from . import file_mark, write_ahead_log
from .file_mark import Mark
from .open_files import Identity, OpenFile

_LOOKS, _BETWEEN_LOOKS_S = 3, 0.004  # a page that is being written can be read in halves


class FileState(Enum):
    """What has become of the file of an open project."""

    HERE = "here"
    GONE = "gone"  # moved, deleted, or its disk was pulled out
    REPLACED = "replaced"  # another file has its name
    OVERWRITTEN = "overwritten"  # its bytes are those of another version
    CUT_SHORT = "cut short"  # its end is gone
    LOG_TAKEN = "log taken"  # its write-ahead log was moved, deleted or replaced


class FileWatch:
    """Looks at one open file from outside of SQLite: a few microseconds, and no lock is touched."""

    def __init__(self, path: Path, held: OpenFile, conn: Connection, *, looks_inside: bool) -> None:
        """*looks_inside* is for WAL mode: with another journal, a file's contents can also go back."""
        self._looks_inside = looks_inside
        self._path = path
        self._held = held
        self._conn = conn
        self._log: Identity | None = identity(write_ahead_log.log_of(path))
        self._page = file_mark.page_of(conn)
        self._seen = self._look_inside()
        self._size = held.size  # as it was when everything that the file claims to have was in it

    def standing(self) -> FileState:
        found = identity(self._path)
        log = identity(write_ahead_log.log_of(self._path))
        if found is None:
            return FileState.GONE
        if found != self._held.identity:
            return FileState.REPLACED
        if self._log is None:
            self._log = log
        if log != self._log and self._looks_inside:
            return FileState.LOG_TAKEN
        if self._is_cut_short():
            return FileState.CUT_SHORT
        if not self._looks_inside:
            return FileState.HERE
        return FileState.HERE if self._is_as_we_left_it() else FileState.OVERWRITTEN

    @property
    def own_log_is_beside(self) -> bool:
        """Whether the log under the project's name is the one that this store writes to."""
        return self._log is not None and identity(write_ahead_log.log_of(self._path)) == self._log

    def _is_cut_short(self) -> bool:
        """Whether the file has become shorter than SQLite says that it is.

        A `VACUUM` of ours or of another window says first how short the file will be. And while a
        long write grows, it says more than there is, but the file has not become shorter.
        """
        size = self._held.size
        if size < self._size:
            try:
                pages: int = self._conn.execute("PRAGMA page_count").fetchone()[0]
                page_size: int = self._conn.execute("PRAGMA page_size").fetchone()[0]
            except sqlite3.OperationalError:
                return False  # somebody is at work: the next look will tell
            except sqlite3.Error:
                return True  # not even its beginning makes sense
            if pages * page_size > self._held.size:
                return True
        self._size = size
        return False

    def _is_as_we_left_it(self) -> bool:
        """Whether the mark in the file has only gone on in its line since it was seen last."""
        for look in range(_LOOKS):
            mark = self._look_inside()
            if self._seen is None:
                self._seen = mark
                return True
            if mark is not None and mark.line == self._seen.line:
                if mark.number < self._seen.number:
                    return False
                self._seen = mark
                return True
            if look + 1 < _LOOKS:
                time.sleep(_BETWEEN_LOOKS_S)
            if look == 0:
                self._find_page()
        return False

    def _find_page(self) -> None:
        """Where the mark is now: a `VACUUM`, as after a deletion for good, can move its page."""
        with suppress(sqlite3.Error, TypeError):  # another file's bytes make no sense to SQLite
            self._page = file_mark.page_of(self._conn)

    def _look_inside(self) -> Mark | None:
        try:
            return file_mark.in_page(self._held.read(*self._page))
        except OSError:
            return None
