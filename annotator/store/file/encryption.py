"""A project written anew: encrypted, in the clear again, or under another key.

The new file is made beside the old one, compared with it row by row, and put in its place by one
renaming: whatever happens, the old project is there or the new one, whole.
"""

from __future__ import annotations

import glob
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any, BinaryIO

import msgspec
from msgspec import Struct

from annotator.core.errors import Notification

from ..database import keys, schema
from ..database.connection import Connection, connect_to_rewrite, fault_of, faults, sqlite3
from ..database.errors import DamagedProject, DiskFull, MissingProject, ProjectBusy, ProjectFault
from ..database.filesystem import beside, identity
from ..database.keys import ProjectKey
from .backup import folder_of
from .encrypted_attachments import kept_files
from .opening import refuse_what_is_none

_STEPS = 200_000  # of SQLite's machine between two looks at the clock and at a wish to stop
_ROWS = 500

OnShare = Callable[[float], None] | None


def rewrite(path: Path, key: ProjectKey | None, *, on_progress: OnShare = None) -> list[Path]:
    """Write the project *path*, its backups and kept files under *key* (None: in the clear).

    Its present key must be known. Returns the backups that could not be taken along: they are as
    they were. *on_progress* is told the share that is done (0 to 1); what it raises cancels.

    Raises:
        ProjectFault: it is open elsewhere, damaged, or there is no room; nothing was changed.
    """
    if not path.is_file():
        raise MissingProject("There is no project {path}", hint="", path=str(path))
    old = keys.key_of(path)
    refuse_what_is_none(path)
    _refuse_without_room(path)
    if old == key:
        raise ProjectFault("{name} is not protected with a passphrase", name=path.name)
    files, made = kept_files(path, old), kept_files(path, key)
    done: list[Path] = []  # what is there in both forms, as long as it is not sure which is right
    replaced: list[Path] = []
    try:
        with _told(path):
            for piece in files.pieces():
                done.append(made.put(piece))
                replaced.append(piece.path)
            _note_replaced(path, key, replaced)
            _replace(path.resolve(), old, key, on_progress)
    except BaseException:
        _remove(done)
        _note_of_replaced(path).unlink(missing_ok=True)
        raise
    if key is not None:
        keys.add(key)
    remove_replaced(path)
    _remove(files.unfinished())
    return _rewrite_backups(path, key)


class _Replaced(Struct, frozen=True):
    """Kept files that are there in another form as soon as the project begins with *salt*."""

    salt: str  # hex; "" for a project in the clear
    names: list[str]


def _note_of_replaced(path: Path) -> Path:
    return kept_files(path, None).folder / ".replaced"


def _note_replaced(path: Path, key: ProjectKey | None, replaced: list[Path]) -> None:
    """Write down, to last through a kill, what is to go once the project has its new key."""
    if not replaced:
        return
    note = _note_of_replaced(path)
    salt = "" if key is None else key.salt.hex()
    note.write_bytes(msgspec.json.encode(_Replaced(salt, [each.name for each in replaced])))
    note.chmod(0o600)
    _sync(note)
    _sync(note.parent)


def remove_replaced(path: Path) -> None:
    """End what a change of key could not end: the kept files under the old key go."""
    note = _note_of_replaced(path)
    try:
        said = msgspec.json.decode(note.read_bytes(), type=_Replaced)
    except FileNotFoundError:
        return
    except (OSError, msgspec.MsgspecError):
        return  # it was never whole, so the key was not changed
    if said.salt == (keys.salt_of(path) or b"").hex():
        _remove([note.with_name(Path(name).name) for name in said.names])
        with suppress(OSError):
            note.unlink()


def left_in_clear(path: Path) -> list[Path]:
    """What of an encrypted project can still be read by anybody: backups, kept files."""
    key = keys.key_of(path)
    if key is None:
        return []
    plain = [each for each in [*_backups(path), *_parts(path)] if keys.salt_of(each) is None]
    files = kept_files(path, None)
    return plain + [piece.path for piece in files.pieces()] + files.unfinished()


def _parts(path: Path) -> list[Path]:
    """What an interrupted `rewrite` has left."""
    real = path.resolve()
    return sorted(real.parent.glob(glob.escape(f".{real.name}.part") + "*"))


def notices(path: Path) -> list[Notification]:
    """What to say of what is left in the clear, when an encrypted project is opened."""
    left = left_in_clear(path)
    if not left:
        return []
    return [
        Notification(
            "{name} is encrypted, but files that belong to it can still be read ({count}): "
            "{file} …",
            hint="Backups and kept files from before. Run “vaglio encrypt” on the project again:"
            " what is left is then encrypted, too.",
            name=path.name,
            count=len(left),
            file=left[0].name,
        )
    ]


def finish(path: Path) -> list[Path]:
    """Encrypt what `left_in_clear` names; what could not be, as it is."""
    key = keys.key_of(path)
    plain = kept_files(path, None)
    files = kept_files(path, key)
    with _told(path):
        for piece in plain.pieces():
            if piece.suffix == ".json" or files.state(piece.sha256) != "kept":
                files.put(piece)
            _remove([piece.path])
    _remove(plain.unfinished() + _parts(path))
    return _rewrite_backups(path, key)


def _backups(path: Path) -> list[Path]:
    folder = folder_of(path)
    return sorted(folder.glob(f"*{path.suffix}")) if folder.is_dir() else []


def _rewrite_backups(path: Path, key: ProjectKey | None) -> list[Path]:
    failed = []
    for backup in _backups(path):
        try:
            old = keys.key_of(backup)
            if old != key:
                with _told(backup):
                    _replace(backup.resolve(), old, key, None)
        except ProjectFault:
            failed.append(backup)
    return failed


def _refuse_without_room(path: Path) -> None:
    files = kept_files(path, None).folder
    there = [path, beside(path, "-wal"), *(files.iterdir() if files.is_dir() else ())]
    sizes = [each.stat().st_size for each in there if each.exists()]
    needed = int(1.1 * sum(sizes)) + (1 << 20)
    if shutil.disk_usage(path.parent).free < needed:
        raise DiskFull(
            "There is no room for a second copy of {name}: {needed} MB are needed for a while",
            hint="Nothing was changed. Free some space and do it again.",
            name=path.name,
            needed=(needed >> 20) + 1,
        )


def _replace(path: Path, old: ProjectKey | None, new: ProjectKey | None, tell: OnShare) -> None:
    part = path.with_name(f".{path.name}.part")
    for suffix in ("", "-journal", "-wal"):
        part.with_name(part.name + suffix).unlink(missing_ok=True)
    mode = path.stat().st_mode & 0o777
    if keys.is_held(path):  # two libraries in one process do not see each other's locks
        raise _in_use(path)
    try:
        os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        seen = identity(path)
        with faults(path), closing(connect_to_rewrite(path, old)) as conn:
            _take_alone(conn, path)
            _copy(conn, part, new, tell)
            _compare(conn, path)
        _look_through(part, new)
        part.chmod(mode if new is None else mode & 0o600)
        if identity(path) != seen:
            raise _in_use(path)
        with _overwritten(path, is_plain=old is None and new is not None):
            _sync(part)
            os.replace(part, path)
            _sync(path.parent)
    finally:
        for suffix in ("", "-journal", "-wal"):
            with suppress(OSError):
                part.with_name(part.name + suffix).unlink(missing_ok=True)


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """What the system says, as a person is told of it."""
    try:
        yield
    except OSError as err:
        raise ProjectFault(
            "{name} could not be written anew: {said}",
            hint="It is as it was. See that there is room, and that the folder can be written.",
            name=path.name,
            said=err.strerror or str(err),
        ) from err


def _in_use(path: Path) -> ProjectBusy:
    return ProjectBusy(
        "{name} is open in another window or program",
        hint="Nothing was changed. Close it there, and do it again.",
        name=path.name,
    )


def _take_alone(conn: Connection, path: Path) -> None:
    """See that nobody else has the project open, and bring all that was written into the file."""
    try:
        mode = conn.execute("PRAGMA journal_mode = DELETE").fetchone()[0]
    except sqlite3.OperationalError as err:
        project_fault = fault_of(err, path)
        raise (
            _in_use(path)
            if project_fault is None or isinstance(project_fault, ProjectBusy)
            else project_fault
        ) from err
    if mode != "delete":
        raise _in_use(path)


def _copy(conn: Connection, part: Path, key: ProjectKey | None, tell: OnShare) -> None:
    total = conn.execute("PRAGMA page_count").fetchone()[0] * keys.PAGE

    def step() -> int:
        if tell is not None:
            tell(0.8 * min(1.0, part.stat().st_size / max(1, total)))
        return 0

    literal = "" if key is None else key.literal
    conn.execute("ATTACH ? AS made KEY ?", (str(part), literal))
    # A new database: if anything happens to it, it is thrown away and the old one is there.
    conn.execute("PRAGMA made.journal_mode = OFF")
    conn.execute("PRAGMA made.synchronous = OFF")
    conn.execute("BEGIN EXCLUSIVE")
    conn.set_progress_handler(step, _STEPS)
    conn.execute("SELECT sqlcipher_export('made')")
    conn.set_progress_handler(None, 0)
    conn.execute(f"PRAGMA made.user_version = {conn.execute('PRAGMA user_version').fetchone()[0]}")
    conn.execute(f"PRAGMA made.application_id = {schema.APPLICATION_ID}")


def _compare(conn: Connection, path: Path) -> None:
    """Every row of every table, the parts of the full-text index among them; then let go of both."""
    sql = "SELECT type, name, tbl_name, sql FROM {}.sqlite_schema ORDER BY type, name"
    is_same = _same(conn, sql)
    plain = "SELECT name FROM main.sqlite_schema WHERE type = 'table' AND rootpage > 0"
    for (name,) in conn.execute(plain).fetchall():
        is_same = is_same and _same(conn, f'SELECT * FROM {{}}."{name}"')
    conn.execute("COMMIT")
    conn.execute("DETACH made")
    if not is_same:
        raise DamagedProject(
            "The new copy of {name} is not the same as the project",
            hint="It was thrown away, and nothing was changed. Run “vaglio check”.",
            name=path.name,
        )


def _same(conn: Connection, sql: str) -> bool:
    ours, theirs = (conn.execute(sql.format(where)) for where in ("main", "made"))
    while True:
        rows: list[Any] = ours.fetchmany(_ROWS)
        if rows != theirs.fetchmany(_ROWS):
            return False
        if not rows:
            return True


def _look_through(part: Path, key: ProjectKey | None) -> None:
    """The new file as it can be opened again from the disk."""
    with faults(part), closing(connect_to_rewrite(part, key)) as conn:
        said = [row[0] for row in conn.execute("PRAGMA quick_check(3)")]
        its = conn.execute("PRAGMA application_id").fetchone()[0]
    if said != ["ok"] or its != schema.APPLICATION_ID:
        raise DamagedProject(
            "The new copy of {name} cannot be read: {said}",
            hint="It was thrown away, and nothing was changed.",
            name=part.name,
            said=said[0],
        )


@contextmanager
def _overwritten(path: Path, *, is_plain: bool) -> Iterator[None]:
    """What stood under the name before is overwritten once it has no name any more.

    On a disk that writes elsewhere what is written anew (SSD, copy-on-write), that helps little.
    """
    if not is_plain or sys.platform == "win32":  # Windows renames over no file that is open
        yield
        return
    with path.open("r+b") as file:
        yield
        _overwrite(file)


def _remove(files: list[Path]) -> None:
    """Remove what was replaced; what cannot be is told of when the project is opened."""
    for file in files:
        with suppress(OSError), _overwritten(file, is_plain=True):
            file.unlink()


def _overwrite(file: BinaryIO) -> None:
    # A hard link of somebody's own to it is theirs, and stays whole.
    found = os.fstat(file.fileno())
    if found.st_nlink == 0:
        with suppress(OSError):
            for _ in range(0, found.st_size, 1 << 20):
                file.write(bytes(1 << 20))
            file.flush()
            os.fsync(file.fileno())


def _sync(path: Path) -> None:
    if sys.platform == "win32" and path.is_dir():
        return
    descriptor = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
