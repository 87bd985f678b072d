"""Opening a project file that may be missing, foreign, hostile, damaged, newer or read-only."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec

from annotator.core.changes import digest
from annotator.core.errors import Notification
from annotator.core.model import RECORD_TYPES

from ..changes import change_log
from ..database import keys, schema
from ..database.connection import (
    PATIENCE_MS,
    Connection,
    connect,
    fault_of,
    faults,
    is_encrypted,
    journal_for,
    set_journal,
    sqlite3,
    version_of,
)
from ..database.errors import (
    DamagedProject,
    ForeignProject,
    MissingProject,
    NewerFormat,
    ProjectFault,
)
from ..database.filesystem import Filesystem, beside, look, refuse_long_name
from ..database.records import columns_of, table_of
from . import write_ahead_log
from .open_files import OpenFile, hold, is_held, release

_MAGIC = b"SQLite format 3\0"
_FULLY_CHECKED_BYTES = 48_000_000  # 0.1 s; what is larger is checked beside the work, see `check`

Migrate = Callable[[Connection, Path], list[Notification]]


class OpenedFile(msgspec.Struct):
    """An open project: *scratch* is the folder of a copy, to be removed when it is closed."""

    conn: Connection
    readonly: bool
    notices: list[Notification]
    scratch: tempfile.TemporaryDirectory[str] | None = None
    held: OpenFile | None = None
    guard: Connection | None = None  # see `_guard`
    is_incomplete: bool = False  # the newest edits may be in a log that is not there


def open_file(
    path: Path,
    *,
    readonly: bool = False,
    medium: Filesystem | None = None,
    patience_ms: int = PATIENCE_MS,
    migrate: Migrate | None = None,
) -> OpenedFile:
    """The project in *path*, checked; the notices say what is special about how it is open."""
    refuse_long_name(path)
    is_wal = True if is_held(path) else _check_header(path)
    medium = medium or look(path)
    salt = keys.salt_of(path)
    notice = write_ahead_log.prepare(path) if medium.writable else None
    is_incomplete = write_ahead_log.is_incomplete(path)
    held = hold(path)
    keys.hold(held.identity, salt)
    try:
        with faults(path):
            with _readable(path):
                opened = _connect(path, is_wal, medium, readonly, patience_ms)
            opened.held = held
            if notice is not None:
                opened.notices.append(notice)
            if not readonly and path.stat().st_nlink > 1:
                opened.notices.append(_second_name(path))
            if is_incomplete:
                opened.is_incomplete = True
                opened.notices.append(_incomplete(path))
            try:
                _check(opened, path, migrate)
                _set_up(opened, path, medium)
            except BaseException:
                opened.held = None
                close(opened)
                raise
    except BaseException:
        _let_go(held)
        raise
    return opened


def close(opened: OpenedFile, *, untouched: bool = False) -> None:
    """Let go of the file. *untouched* leaves the file and what lies beside it as they are now."""
    if opened.guard is not None and not untouched:
        opened.guard.close()
    opened.conn.close()
    if opened.guard is not None:
        opened.guard.close()
        opened.guard = None
    if opened.held is not None:
        _let_go(opened.held)
        opened.held = None
    if opened.scratch is not None:
        opened.scratch.cleanup()


def _let_go(held: OpenFile) -> None:
    release(held)
    if held.count == 0:
        keys.let_go(held.identity)


def refuse_what_is_none(path: Path) -> None:
    """Raise a `ProjectFault` where *path* does not begin as a project does.

    Not for a file that this process has open: see `held`.
    """
    if not is_held(path):
        _check_header(path)


def _check_header(path: Path) -> bool:
    """Refuse what is not a project by its first bytes; whether it keeps a write-ahead log."""
    if not path.is_file():
        raise MissingProject(
            "There is no project {path}",
            hint="Check the name, or make a new project.",
            path=str(path),
        )
    try:
        with path.open("rb") as file:
            header = file.read(100)
    except OSError as err:
        raise ProjectFault(
            "{name} cannot be read: {said}",
            hint="Ask its owner for the right to read it.",
            name=path.name,
            said=err.strerror or str(err),
        ) from err
    if not header:
        raise DamagedProject(
            "{name} is empty",
            hint="Delete it and make a new project, or restore a backup.",
            name=path.name,
        )
    if header.startswith(keys.MARK):
        keys.key_of(path)
        return True  # its journal's mode is not to be read here
    if not header.startswith(_MAGIC) or len(header) < 100:
        raise ForeignProject(
            "{name} is not a project of Vaglio",
            hint="If it holds articles, import it into a project.",
            name=path.name,
        )
    if int.from_bytes(header[68:72], "big") != schema.APPLICATION_ID:
        raise ForeignProject(
            "{name} is a database of another program",
            hint="Export its articles there as text or JSONL and import those.",
            name=path.name,
        )
    _check_length(path, header)
    return header[18] == 2


def _check_length(path: Path, header: bytes) -> None:
    page = int.from_bytes(header[16:18], "big")
    size = 65536 if page == 1 else page
    pages = int.from_bytes(header[28:32], "big")
    _refuse_cut(path, pages * size)


def _refuse_cut(path: Path, least: int) -> None:
    if not write_ahead_log.has_log(path) and path.stat().st_size < least:
        raise _damaged(path, "it is cut short")


def _incomplete(path: Path) -> Notification:
    return Notification(
        "The newest edits of {name} may be missing: they were in {log}, which is not beside it",
        hint="If this is a copy, copy that file too from where it came from, or copy the project"
        " anew: a second after the last edit everything is in the one file.",
        name=path.name,
        log=write_ahead_log.log_of(path).name,
    )


def _second_name(path: Path) -> Notification:
    """SQLite has a log for each name of a file: two of them lose one another's edits."""
    return Notification(
        "{name} has a second name on this disk (a hard link)",
        hint="Open it under one of them alone: what is done under both at once can be lost."
        " A copy of it has no such name.",
        name=path.name,
    )


def _damaged(path: Path, said: str) -> DamagedProject:
    return DamagedProject(
        "{name} is damaged: {said}",
        hint="Restore a backup, or run “vaglio check” to see what is left.",
        name=path.name,
        said=said,
    )


def _connect(
    path: Path, is_wal: bool, medium: Filesystem, readonly: bool, patience_ms: int
) -> OpenedFile:
    if not medium.writable and is_wal:
        return _connect_copy(path, patience_ms)
    if not medium.writable:
        notification = Notification(
            "{name} is on a medium that cannot be written: nothing can be changed", name=path.name
        )
        return OpenedFile(connect(path, mode="ro", patience_ms=patience_ms), True, [notification])
    mode = "ro" if readonly else "rw"
    return OpenedFile(connect(path, mode=mode, patience_ms=patience_ms), readonly, [])


def _connect_copy(path: Path, patience_ms: int) -> OpenedFile:
    """A write-ahead log can only be read where it can be written, so both are copied."""
    scratch = tempfile.TemporaryDirectory(prefix="vaglio-")
    copy = Path(scratch.name) / path.name
    try:
        for suffix in ("", "-wal"):
            there = beside(path, suffix)
            if there.exists():
                shutil.copyfile(there, copy.with_name(copy.name + suffix))
        conn = connect(copy, patience_ms=patience_ms)
    except BaseException:
        scratch.cleanup()
        raise
    notification = Notification(
        "{name} is on a medium that cannot be written: this is a copy, to read only",
        name=path.name,
    )
    return OpenedFile(conn, True, [notification], scratch)


def _check(opened: OpenedFile, path: Path, migrate: Migrate | None) -> None:
    with _readable(path):
        found = _check_shape(opened, path)
    if found < schema.FORMAT:
        if opened.readonly or migrate is None:
            raise ProjectFault(
                "{name} is of an older format and has to be brought up to date first",
                hint="Open it once where it can be written.",
                name=path.name,
            )
        opened.notices += migrate(opened.conn, path)


@contextmanager
def _readable(path: Path) -> Iterator[None]:
    """What SQLite cannot make sense of in a file that it wrote is damage, not our mistake."""
    try:
        yield
    except (UnicodeDecodeError, msgspec.MsgspecError) as err:
        raise _damaged(path, "what it holds cannot be read") from err
    except sqlite3.OperationalError as err:
        raise fault_of(err, path) or _damaged(path, str(err).splitlines()[0]) from err


def _check_shape(opened: OpenedFile, path: Path) -> int:
    """Refuse what is newer, foreign or damaged; the number of the format."""
    conn = opened.conn
    if is_encrypted(conn):
        _check_decrypted(conn, path)
    found: int = conn.execute("PRAGMA user_version").fetchone()[0]
    if found > schema.FORMAT:
        _check_newer(opened, path, found)
        return found
    expected = schema.EXPECTED_BY_FORMAT.get(found)
    unknown = schema.strangers(conn, expected) if expected else ["user_version"]
    if unknown:
        raise ForeignProject(
            "{name} holds something that Vaglio did not put there: {what}",
            hint="It was not opened, because such a thing can alter or delete your work. Import it"
            " into a new project instead: only its articles and annotations are read then.",
            name=path.name,
            what=", ".join(unknown[:5]),
        )
    _check_pages(conn, path)
    _check_log(conn, path)
    if conn.execute("SELECT id FROM project").fetchone() is None:
        raise _damaged(path, "it does not say which project it is")
    return found


def _check_decrypted(conn: Connection, path: Path) -> None:
    """What the first bytes of a plain project say, of an encrypted one."""
    if conn.execute("PRAGMA application_id").fetchone()[0] != schema.APPLICATION_ID:
        raise ForeignProject(
            "{name} is a database of another program",
            hint="Export its articles there as text or JSONL and import those.",
            name=path.name,
        )
    _refuse_cut(path, conn.execute("PRAGMA page_count").fetchone()[0] * keys.PAGE)


def _check_newer(opened: OpenedFile, path: Path, found: int) -> None:
    if not opened.readonly:
        raise NewerFormat(
            "{name} was made by a newer Vaglio (format {found}, this one writes {ours})",
            hint="Update Vaglio, or open the project for reading only.",
            name=path.name,
            found=found,
            ours=schema.FORMAT,
        )
    for kind in RECORD_TYPES:
        sql = "SELECT name FROM pragma_table_info(?)"
        present = {row[0] for row in opened.conn.execute(sql, (table_of(kind),))}
        if not present.issuperset(columns_of(kind)):
            raise NewerFormat(
                "{name} was made by a newer Vaglio and this one cannot read it",
                hint="Update Vaglio.",
                name=path.name,
            )
    opened.notices.append(
        Notification(
            "{name} was made by a newer Vaglio: it can be read, what is new in it is not shown",
            name=path.name,
        )
    )


def _check_pages(conn: Connection, path: Path) -> None:
    """SQLite's own check, whole for a small project and of its key tables for a large one."""
    whole = path.stat().st_size <= _FULLY_CHECKED_BYTES
    for pragma in ["quick_check(3)"] if whole else ["quick_check(project)", "quick_check(setting)"]:
        said = [row[0] for row in conn.execute(f"PRAGMA {pragma}")]
        if said != ["ok"]:
            raise _damaged(path, said[0].splitlines()[-1])


def _check_log(conn: Connection, path: Path) -> None:
    newest = change_log.changes(conn, limit=1, newest_first=True)
    if newest and digest(newest[0][1]) != newest[0][1].hash:
        raise _damaged(path, "its last change is not what was written")


def _guard(path: Path) -> Connection:
    """A second connection, which reads nothing.

    SQLite brings the log into the file when the last connection is closed, and then deletes by its
    name whatever log lies there. While this one is open, another one can be closed without that;
    and this one, which may not write, does neither.
    """
    conn = connect(path, mode="ro")
    conn.execute("SELECT 1 FROM sqlite_schema").fetchone()
    return conn


def _set_up(opened: OpenedFile, path: Path, medium: Filesystem) -> None:
    if medium.network:
        opened.notices.append(
            Notification(
                "{name} is on a network drive ({kind})",
                hint="Two people must not open it at once, and a lost connection can damage it:"
                " better work on a copy on your own disk.",
                name=path.name,
                kind=medium.network,
            )
        )
    if opened.readonly:
        opened.conn.execute("PRAGMA query_only = ON")
        return
    wanted = journal_for(network=bool(medium.network), version=version_of(opened.conn))
    try:
        got = set_journal(opened.conn, wanted)
    except sqlite3.OperationalError:
        got = ""  # another window has it open; its journal is as good as any
    if got in ("wal", ""):
        opened.guard = _guard(path)
    if got not in (wanted, ""):
        opened.notices.append(
            Notification("{name} is kept with a rollback journal: saving is slower", name=path.name)
        )
    if wanted != "wal" and not medium.network:
        opened.notices.append(
            Notification(
                "The SQLite library here ({version}) is old: saving is slower",
                version=sqlite3.sqlite_version,
            )
        )
