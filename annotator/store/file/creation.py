"""A new project, which is whole under its name or not there."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from annotator import __version__
from annotator.core.ids import new_id, now

from ..database import schema
from ..database.connection import Connection, connect, faults
from ..database.errors import ProjectFault
from ..database.keys import ProjectKey


def make_file(path: Path, key: ProjectKey | None = None) -> None:
    """An empty project in *path*, which must not exist; only its owner can read the file.

    With *key* it is encrypted.

    It is built under another name: killed half-way, it would stand in the way of the next try.

    Raises:
        ProjectFault: something is there already, or the folder cannot be written to.
    """
    part = path.with_name(f".vaglio-{os.urandom(6).hex()}.part")
    try:
        _refuse_what_is_there(path)
        os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        with faults(path):
            _build(part, key)
        _name(part, path)
    except OSError as err:
        raise ProjectFault(
            "{path} cannot be made: {said}",
            hint="Choose a folder that exists and that you may write to.",
            path=str(path),
            said=err.strerror or str(err),
        ) from err
    finally:
        for suffix in ("", "-journal"):
            with suppress(OSError):
                part.with_name(part.name + suffix).unlink()


def build(conn: Connection) -> None:
    """The tables of a new project."""
    schema.build(conn, project_id=new_id(), created_at=now(), made_with=__version__)


def _build(part: Path, key: ProjectKey | None) -> None:
    conn = connect(part, key=key)
    try:
        # Not in WAL yet: whatever happens, the file itself says whose it is.
        build(conn)
    finally:
        conn.close()


def _name(part: Path, path: Path) -> None:
    """Give the file its name, unless somebody else was faster."""
    try:
        os.link(part, path)
    except FileExistsError:
        _refuse_what_is_there(path)
        raise
    except OSError:  # a medium without hard links: a stick, some shares
        _refuse_what_is_there(path)
        os.rename(part, path)


def _refuse_what_is_there(path: Path) -> None:
    if os.path.lexists(path):
        hint = "Open it, or choose another name."
        raise ProjectFault("{path} is there already", hint=hint, path=str(path))
