"""The file of an open project, as a base for `Store`: its connection, its writes, what became of it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from ..database.connection import PATIENCE_MS, Connection, told
from ..database.errors import ReadOnlyProject
from ..file import opening
from ..file.backup import backup, free_name
from ..file.file_state import FileState
from ..file.opening import OpenedFile
from ..file.session_edits import SessionEdits
from ..file.writing import ProjectWriter
from ..queries.claims_list import ClaimsQuery


class ProjectFile:
    """What can be done with a project whatever is in it."""

    def __init__(
        self, path: Path | None, opened: OpenedFile, *, patience_ms: int = PATIENCE_MS
    ) -> None:
        self.path = path
        self.readonly = opened.readonly
        self.notices = opened.notices
        self.is_incomplete = opened.is_incomplete  # the newest edits may be in a log that is gone
        self._opened = opened
        self._conn = opened.conn
        self.claims = ClaimsQuery(self._conn, path)  # of all articles, as a list
        self.project_id: str = self._conn.execute("SELECT id FROM project").fetchone()[0]
        self._seen_version = self._data_version()
        self._writer = ProjectWriter(
            self._conn,
            path,
            None if opened.readonly else opened.held,
            patience_ms,
        )
        self.session_edits = SessionEdits()
        self._standing_at_end: FileState | None = None

    def close(self) -> None:
        """Let go of the file; what is under its name is left as it is where that is another one."""
        if self._standing_at_end is not None:
            return
        if not self.readonly:
            self.settle()
        self._standing_at_end = self.standing
        opening.close(self._opened, untouched=self.standing is not FileState.HERE)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @property
    def connection(self) -> Connection:
        """For the modules of the store, which check, back up and search."""
        return self._conn

    @contextmanager
    def writing(self) -> Iterator[None]:
        """A transaction: all or nothing, and only into the file that was opened.

        Raises:
            DisplacedProject: the project's name stands for another file now.
        """
        self._refuse_if_readonly()
        with self._writer.transaction():
            yield

    def settle(self) -> bool:
        """Bring everything into the file itself, so that a copy of it alone is whole; see `writing`."""
        return self._writer.settle()

    def wait_no_longer_than(self, patience_ms: int) -> None:
        """How long a write waits for another program from now on, before it raises `ProjectBusy`."""
        self._writer.wait_no_longer_than(patience_ms)

    def _refuse_if_readonly(self) -> None:
        if self.readonly:
            raise ReadOnlyProject(
                "This project is open for reading only",
                hint="Copy the file to where you can write, and open the copy.",
            )

    @told
    def changed_elsewhere(self) -> bool:
        """Whether another window or program wrote since the last time this was asked. 3 µs."""
        seen, self._seen_version = self._seen_version, self._data_version()
        if seen != self._seen_version:
            self._writer.note_others()
            return True
        return False

    @property
    @told
    def version(self) -> tuple[int, int]:
        """Another one as soon as anybody, this connection too, has written. 5 µs."""
        return self._data_version(), self._conn.total_changes

    def is_cut_off(self) -> bool:
        """Whether what would be saved now, nobody else would see: see `FileState`."""
        return self.standing is not FileState.HERE

    def rescue(self) -> Path:
        """All that this connection still sees, in a new project beside the old one."""
        assert self.path is not None
        return backup(self.path, free_name(self.path), connection=self._conn)

    @property
    def standing(self) -> FileState:
        """Whether the file that was opened is still the one under its name. Some 10 µs."""
        return self._standing_at_end or self._writer.standing

    @property
    def newest_mark(self) -> str:
        """What tells the newest write that this store knows of from all others."""
        return self._writer.newest_mark

    @property
    def own_log_is_beside(self) -> bool:
        """Whether the log under the project's name is the one that this store writes to."""
        return self._writer.own_log_is_beside

    def where_now(self) -> Path | None:
        """The name that the open file has by now, where the system tells it."""
        return self._opened.held.where_now() if self._opened.held else None

    def settle_elsewhere(self, path: Path) -> bool:
        """As `settle`, of a file that was renamed to *path* while it was open."""
        return self._writer.settle_elsewhere(path)

    def _data_version(self) -> int:
        version: int = self._conn.execute("PRAGMA data_version").fetchone()[0]
        return version
