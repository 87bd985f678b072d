"""Every write to a project: into the file that was opened and no other, marked, and soon in that file.

SQLite writes into its log first. A copy of the project file alone is whole when the log is empty; so
the log is emptied as soon as nothing is going on (`ProjectWriter.settle`), and until then the mark
in the file says that a log belongs to it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from ..database.connection import Connection, set_patience, sqlite3, transaction
from ..database.filesystem import identity
from . import file_mark, write_ahead_log
from .file_state import FileState, FileWatch
from .open_files import OpenFile, displaced

_STAMP_PATIENCE_MS = 200


class ProjectWriter:
    """Writes through one connection that may write. *path* None is a project in memory."""

    def __init__(
        self, conn: Connection, path: Path | None, held: OpenFile | None, patience_ms: int
    ) -> None:
        self._conn = conn
        self._path = path
        self._patience_ms = patience_ms
        self._has_log = conn.execute("PRAGMA journal_mode").fetchone()[0] == "wal"
        self._watch: FileWatch | None = None
        self._is_settled = True
        self.newest_mark = ""  # what tells the newest write that is known of from all others
        if path is None or held is None:
            return
        if self._has_log:
            self._is_settled = not file_mark.is_log(write_ahead_log.log_of(path))
            self._stamp(path)
        self._watch = FileWatch(path, held, conn, looks_inside=self._has_log)
        self._read_mark()

    @property
    def standing(self) -> FileState:
        """Whether the file is still the one that was opened. Some 10 µs."""
        return self._watch.standing() if self._watch is not None else FileState.HERE

    @property
    def own_log_is_beside(self) -> bool:
        """Whether the log under the project's name is the one that is written to here."""
        return self._watch is not None and self._watch.own_log_is_beside

    def refuse_displaced(self) -> None:
        if self._path is not None and self.standing is not FileState.HERE:
            raise displaced(self._path)

    def wait_no_longer_than(self, patience_ms: int) -> None:
        """How long a write waits for another program from now on."""
        self._patience_ms = patience_ms
        set_patience(self._conn, patience_ms)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing, durable at the end.

        Raises:
            DisplacedProject: what is under the project's name now is another file. Nothing was
                written into it.
        """
        begins = False
        with transaction(self._conn):
            self.refuse_displaced()
            yield
            begins = self._mark(is_whole=not self._has_log)
            self.refuse_displaced()  # again: it may have taken minutes
        self._is_settled = not self._has_log
        if begins and self._has_log:
            # From now on the file itself says that there is a log. It is saved whatever happens here.
            with suppress(sqlite3.OperationalError):
                self._conn.execute("PRAGMA wal_checkpoint(PASSIVE)")

    def note_others(self) -> None:
        """Somebody else has written, and may be gone before it is settled."""
        self._is_settled = not self._has_log
        if self.standing is FileState.HERE:
            self._read_mark()

    def _read_mark(self) -> None:
        mark = file_mark.read(self._conn)
        self.newest_mark = mark.key if mark is not None else ""

    def settle(self) -> bool:
        """Bring all that was written into the file itself; False: not now, somebody is at work.

        Half a millisecond. From then on a copy of the file alone is whole.
        """
        if self._is_settled:
            return True
        if self.standing is not FileState.HERE:
            return False
        set_patience(self._conn, 0)
        try:
            mark = file_mark.read(self._conn)
            if mark is None or not mark.is_whole:
                with transaction(self._conn):
                    self._mark(is_whole=True)
            busy: int = self._conn.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
        except sqlite3.OperationalError:
            return False
        finally:
            set_patience(self._conn, self._patience_ms)
        self._is_settled = not busy
        return self._is_settled

    def settle_elsewhere(self, path: Path) -> bool:
        """As `settle`, of a file that has the name *path* by now, while its log has the old one.

        Not where there is a log under the new name: somebody has opened it there.
        """
        if self._path is None or write_ahead_log.has_log(path):
            return False
        try:
            with transaction(self._conn):
                self._mark(is_whole=True)
            sql = "PRAGMA wal_checkpoint(TRUNCATE)"
            busy: int = self._conn.execute(sql).fetchone()[0]
        except sqlite3.Error:
            return False
        return not busy

    def _mark(self, *, is_whole: bool) -> bool:
        """Put the next mark, in an open transaction; whether the one before said “whole”."""
        last = file_mark.read(self._conn)
        if last is None:
            home = file_mark.home_of(identity(self._path) if self._path else None)
            last = file_mark.fresh(home)
        mark = file_mark.next_of(last, is_whole=is_whole)
        file_mark.write(self._conn, mark)
        self.newest_mark = mark.key
        return last.is_whole and not is_whole

    def _stamp(self, path: Path) -> None:
        """Begin a new line of writes in a file that came here by other means than ours.

        Two copies that are both worked on would otherwise have the same marks.
        """
        home = file_mark.home_of(identity(path))
        last = file_mark.read(self._conn)
        if last is not None and last.home == home:
            return
        set_patience(self._conn, _STAMP_PATIENCE_MS)
        try:
            with transaction(self._conn):
                # With its log beside it, all of it is brought into the file here.
                is_whole = last is None or last.is_whole or not self._is_settled
                file_mark.write(self._conn, file_mark.fresh(home, after=last, is_whole=is_whole))
            self._conn.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        except sqlite3.OperationalError:
            pass  # somebody is writing just now: the next opening will do it
        finally:
            set_patience(self._conn, self._patience_ms)
