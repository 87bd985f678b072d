"""What a deletion has still to do beside the project file, noted in ``NAME.vaglio-sweep``.

Not in the project itself: a project that somebody sent could then have other files removed, of the
project that it was saved over.
"""

from __future__ import annotations

import os
from pathlib import Path

import msgspec
from msgspec import Struct

from ..database.connection import Connection
from ..database.filesystem import beside

_SUFFIX = "-sweep"
_MOST_BYTES = 16 << 20


class PendingSweep(Struct, frozen=True, kw_only=True):
    """Deletions to be done in the backups too, by their ids; kept files that are to go, by SHA-256."""

    deletions: tuple[str, ...] = ()
    files: tuple[str, ...] = ()


def place_of(conn: Connection) -> Path | None:
    """The file that *conn* is on; None for one in memory."""
    path: str = conn.execute("PRAGMA database_list").fetchone()[2]
    return Path(path) if path else None


def note(project: Path | None, more: PendingSweep) -> None:
    """Add to what is to be done beside *project*, durably; what never came about does no harm."""
    if project is None or more == PendingSweep():
        return
    old = noted(project)
    whole = PendingSweep(
        deletions=tuple(dict.fromkeys((*old.deletions, *more.deletions))),
        files=tuple(dict.fromkeys((*old.files, *more.files))),
    )
    path = _path(project)
    part = path.with_name(f"{path.name}.{os.getpid()}")
    descriptor = os.open(part, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(msgspec.json.encode(whole))
        file.flush()
        os.fsync(file.fileno())
    part.replace(path)


def noted(project: Path) -> PendingSweep:
    """What is to be done beside *project*; nothing where that is not known."""
    path = _path(project)
    try:
        if path.stat().st_size > _MOST_BYTES:
            return PendingSweep()
        return msgspec.json.decode(path.read_bytes(), type=PendingSweep)
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
        return PendingSweep()


def forget(project: Path) -> None:
    _path(project).unlink(missing_ok=True)


def _path(project: Path) -> Path:
    return beside(project, _SUFFIX)
