"""The SQLite library, connections and transactions: the only module that knows which library it is.

``pysqlite3`` brings a current SQLite where there is a wheel; sqlite-utils makes the same choice, and
the two must agree, because their exception classes differ. ``sqlcipher3``, which reads encrypted
projects, has a third set of them: it is loaded with the first such project, and from then on each
name of an exception here stands for both classes. sqlite-utils itself (90 ms to import) is
only needed to make and to migrate a project, so it is imported then, and without numpy, which the
window's process must not load.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, Protocol, TypeAlias, TypeVar, cast

from . import keys
from .errors import (
    DamagedProject,
    DiskFault,
    DiskFull,
    NoCipher,
    ProjectBusy,
    ProjectFault,
    ReadOnlyProject,
)
from .keys import ProjectKey

if TYPE_CHECKING:
    import sqlite3 as sqlite3

    from sqlite_utils import Database
else:
    try:
        from pysqlite3 import dbapi2 as _plain
    except ImportError:
        import sqlite3 as _plain

    class _Sqlite:
        """The library in use; an exception is that of SQLCipher, too, once that is loaded.

        It is a tuple then, which cannot stand in another one: ``except`` names it alone.
        """

        def __getattr__(self, name: str) -> Any:
            found = getattr(_plain, name)
            cipher = sys.modules.get(_CIPHER)
            if cipher and isinstance(found, type) and issubclass(found, Exception):
                return (found, getattr(cipher, name))
            return found

    _CIPHER = "sqlcipher3.dbapi2"
    sqlite3 = _Sqlite()

Connection: TypeAlias = "sqlite3.Connection"
P = ParamSpec("P")
T = TypeVar("T")

# 3.7.0 to 3.51.2 can corrupt a WAL project that two connections write (the WAL-reset bug).
WAL_IS_SOUND_FROM = (3, 51, 3)
VERSION: tuple[int, ...] = sqlite3.sqlite_version_info
PATIENCE_MS = 5000

# Without an adapter of its own, each NULL that is bound looks for one in vain, through two caught
# errors: that took a third of the time of an import. An empty dict answers None to None, in C.
sqlite3.register_adapter(type(None), {}.get)  # type: ignore[arg-type]  # `get` is overloaded

_SAFETY = """
PRAGMA trusted_schema = OFF;
PRAGMA cell_size_check = ON;
PRAGMA mmap_size = 0;
PRAGMA foreign_keys = ON;
PRAGMA recursive_triggers = ON;
PRAGMA temp_store = MEMORY;
PRAGMA cache_size = -8192;
"""


def connect(
    path: Path | None,
    *,
    mode: str = "rw",
    patience_ms: int = PATIENCE_MS,
    any_thread: bool = False,
    key: ProjectKey | None = None,
) -> Connection:
    """A guarded connection in autocommit; *path* None is a project in memory.

    *mode* is SQLite's: ``rw`` never creates a file, ``ro`` never writes one. *key* is for a file
    that is still empty; an encrypted project's own is known (see `keys`).

    Raises:
        LockedProject: the project is encrypted, and its key is not known yet.
    """
    where = ":memory:" if path is None else f"{Path(os.path.realpath(path)).as_uri()}?mode={mode}"
    if key is None and path is not None:
        key = keys.key_of(path)
    source_library = sqlite3 if key is None else _cipher()
    conn: Connection = source_library.connect(
        where,
        uri=path is not None,
        isolation_level=None,
        timeout=patience_ms / 1000,
        check_same_thread=not any_thread,
    )
    try:
        if key is not None:
            unlock(conn, key)
        conn.executescript(_SAFETY)
    except BaseException:
        conn.close()
        raise
    return conn


def connect_unchanging(path: Path) -> Connection:
    """A connection to the file alone as it is at this moment: no log is applied, no lock taken."""
    where = f"{Path(os.path.realpath(path)).as_uri()}?mode=ro&immutable=1"
    key = keys.key_of(path)
    if key is None:
        return sqlite3.connect(where, uri=True, isolation_level=None)
    conn: Connection = _cipher().connect(where, uri=True, isolation_level=None)
    unlock(conn, key)
    return conn


def set_patience(conn: Connection, patience_ms: int) -> None:
    """How long *conn* waits for another one's lock before it gives up."""
    conn.execute(f"PRAGMA busy_timeout = {patience_ms}")


def connect_to_rewrite(path: Path, key: ProjectKey | None) -> Connection:
    """A connection that can attach encrypted and plain files alike."""
    conn: Connection = _cipher().connect(str(path), isolation_level=None, timeout=1.0)
    conn.execute("PRAGMA cipher_log_level = NONE")
    if key is not None:
        unlock(conn, key)
    conn.executescript(_SAFETY)
    return conn


def _cipher() -> Any:
    """SQLCipher's library.

    Raises:
        NoCipher: it is not installed.
    """
    known = sys.modules.get("sqlcipher3.dbapi2")
    if known is not None:
        return known
    try:
        from sqlcipher3 import dbapi2
    except ImportError as err:
        raise NoCipher(
            "What reads and writes encrypted projects is not installed",
            hint='Install it with: pip install "vaglio[encryption]"',
        ) from err
    dbapi2.register_adapter(type(None), {}.get)
    return dbapi2


def require_cipher() -> None:
    """Raise `NoCipher` where encrypted projects can neither be made nor read."""
    _cipher()


def unlock(conn: Connection, key: ProjectKey) -> None:
    """Give a connection the key, before anything else is asked of it."""
    conn.execute("PRAGMA cipher_log_level = NONE")  # a wrong key is said by us, in words
    conn.execute(f'PRAGMA key = "{key.literal}"')


def is_encrypted(conn: Connection) -> bool:
    return key_of_connection(conn) is not None


def version_of(conn: Connection) -> tuple[int, ...]:
    """Of the SQLite in that library which *conn* is of."""
    return cast(tuple[int, ...], _cipher().sqlite_version_info) if is_encrypted(conn) else VERSION


def key_of_connection(conn: Connection) -> ProjectKey | None:
    """The key that *conn* was given; None where it reads a plain project."""
    if not type(conn).__module__.startswith("sqlcipher3"):
        return None
    row = conn.execute("PRAGMA cipher_salt").fetchone()
    return keys.known_key(bytes.fromhex(row[0]), "") if row and row[0] else None


def journal_for(*, network: bool, version: tuple[int, ...] = VERSION) -> str:
    """The journal mode that loses nothing: WAL needs shared memory and a sound library."""
    return "delete" if network or version < WAL_IS_SOUND_FROM else "wal"


def set_journal(conn: Connection, mode: str) -> str:
    """Set journal *mode* and full durability; the mode that SQLite could give."""
    got: str = conn.execute(f"PRAGMA journal_mode = {mode}").fetchone()[0]
    conn.execute("PRAGMA synchronous = FULL")
    conn.execute("PRAGMA journal_size_limit = 67108864")
    return got


@contextmanager
def transaction(conn: Connection) -> Iterator[None]:
    """All or nothing. Takes the write lock at once: a deferred one can fail without waiting."""
    conn.execute("BEGIN IMMEDIATE")
    try:
        conn.execute("PRAGMA defer_foreign_keys = ON")
        yield
        conn.execute("COMMIT")
    except BaseException:
        if conn.in_transaction:
            conn.execute("ROLLBACK")
        raise


@contextmanager
def snapshot(conn: Connection) -> Iterator[None]:
    """Several reads of one state. Inside a transaction of ours it is that transaction's."""
    is_inside: bool = conn.in_transaction
    if not is_inside:
        conn.execute("BEGIN")
    try:
        yield
    finally:
        # Where SQLite met damage it has ended the transaction itself.
        if conn.in_transaction and not is_inside:
            conn.execute("COMMIT")


@contextmanager
def faults(path: Path | None) -> Iterator[None]:
    """Turn what SQLite says about the world into a `ProjectFault`; our own mistakes stay loud."""
    try:
        yield
    except sqlite3.Error as err:
        project_fault = fault_of(err, path)
        if project_fault is None:
            raise
        raise project_fault from err


class HasPath(Protocol):
    @property
    def path(self) -> Path | None: ...


Owner = TypeVar("Owner", bound=HasPath)


def told(
    method: Callable[Concatenate[Owner, P], T],
) -> Callable[Concatenate[Owner, P], T]:
    """Decorate a method so that the world's errors come as `ProjectFault` (see `faults`)."""

    @wraps(method)
    def telling(self: Owner, *args: P.args, **kwargs: P.kwargs) -> T:
        try:
            return method(self, *args, **kwargs)
        except sqlite3.Error as err:
            project_fault = fault_of(err, self.path)
            if project_fault is None:
                raise
            raise project_fault from err

    return cast(Callable[Concatenate[Owner, P], T], telling)


class HasConnection(HasPath, Protocol):
    @property
    def connection(self) -> Connection: ...


def query(
    function: Callable[Concatenate[Connection, P], T],
) -> Callable[Concatenate[HasConnection, P], T]:
    """*function* as a method: it asks the connection of the object, with errors as in `told`."""

    @told
    @wraps(function)
    def asking(self: HasConnection, /, *args: P.args, **kwargs: P.kwargs) -> T:
        return function(self.connection, *args, **kwargs)

    return asking


_CODES = {
    "database is locked": 5,
    "disk I/O error": 10,
    "Could not decode to UTF-8": 11,  # of bytes that we never wrote
    "database or disk is full": 13,
    "unable to open database file": 14,
}


def fault_of(err: sqlite3.Error, path: Path | None) -> ProjectFault | None:
    """What *err* means to a person; None where it is our mistake."""
    name = path.name if path else "the project in memory"
    code = getattr(err, "sqlite_errorcode", 0) & 0xFF
    if not code:  # an error of a backup has words alone, and one in Python not even SQLite's
        code = next((number for words, number in _CODES.items() if str(err).startswith(words)), 0)
    match code:
        case 5 | 6:  # BUSY, LOCKED
            return ProjectBusy(
                "{name} is being written by another window or program",
                hint="Nothing was saved. Wait until it has finished and try again.",
                name=name,
            )
        case 13:  # FULL
            return DiskFull(
                "There is no room left on the disk that {name} is on",
                hint="The last edit was not saved, everything before it was."
                " Free some space and do it again.",
                name=name,
            )
        case 8:  # READONLY
            return ReadOnlyProject("{name} can only be read", name=name)
        case 11 | 26:  # CORRUPT, NOTADB
            return DamagedProject(
                "{name} is damaged: {said}",
                hint="Restore a backup, or run “vaglio check” to see what is left.",
                name=name,
                said=str(err),
            )
        case 10 | 14:  # IOERR, CANTOPEN
            return DiskFault(
                "{name} cannot be read or written: {said}",
                hint="Check that the disk is connected and that you may write to the folder.",
                name=name,
                said=str(err),
            )
    return None


def through_sqlite_utils(conn: Connection) -> Database:
    """*conn* as sqlite-utils sees it, without plugins and without numpy."""
    absent = "numpy" not in sys.modules
    if absent:
        sys.modules["numpy"] = None  # type: ignore[assignment]  # an import of it now fails
    try:
        from sqlite_utils import Database
    finally:
        if absent:
            del sys.modules["numpy"]
    return Database(conn, execute_plugins=False)
