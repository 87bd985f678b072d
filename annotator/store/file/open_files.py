"""The project files that this process has open, and what they hold now.

POSIX drops all locks of a process on a file when it closes *any* descriptor of it. So such a file
must not be read beside SQLite, except through the one descriptor that is kept here until the last
store on the file is closed.
"""

from __future__ import annotations

import os
from pathlib import Path

from ..database.errors import DisplacedProject
from ..database.filesystem import identity

Identity = tuple[int, int]  # device and inode


class OpenFile:
    """One open file. *path* is the name under which it was opened."""

    def __init__(self, path: Path, descriptor: int) -> None:
        found = os.fstat(descriptor)
        self.identity: Identity = (found.st_dev, found.st_ino)
        self.path = path.absolute()
        self.count = 0
        self._descriptor = descriptor

    def read(self, at: int, size: int) -> bytes:
        """*size* bytes of the file itself, whatever stands under its name; fewer where it ends."""
        if hasattr(os, "pread"):
            return os.pread(self._descriptor, size, at)
        os.lseek(self._descriptor, at, os.SEEK_SET)
        return os.read(self._descriptor, size)

    @property
    def size(self) -> int:
        """How many bytes the file itself has now, whatever stands under its name."""
        return os.fstat(self._descriptor).st_size

    def where_now(self) -> Path | None:
        """The name that the file has by now; None where the system does not tell, or it has none."""
        try:
            found = Path(os.readlink(f"/proc/self/fd/{self._descriptor}"))
            return found if identity(found) == self.identity else None
        except OSError:
            return None

    def close(self) -> None:
        os.close(self._descriptor)


_HELD: dict[Identity, OpenFile] = {}


def is_held(path: Path) -> bool:
    """Whether this process has the file open that stands under *path*."""
    return identity(path) in _HELD


def hold(path: Path) -> OpenFile:
    """Keep a descriptor of the file at *path* until `release` was called as often."""
    known = _HELD.get(identity(path) or (0, 0))
    if known is None:
        flags = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
        open_file = OpenFile(path, os.open(path, flags))
        known = _HELD.setdefault(open_file.identity, open_file)
    known.count += 1
    return known


def release(held: OpenFile) -> None:
    """Let go of a file, once no connection of this process is on it any more."""
    held.count -= 1
    if held.count == 0:
        del _HELD[held.identity]
        held.close()


def refuse_displaced(path: Path) -> None:
    """Raise where *path* names another file than the one that this process opened under it.

    The log and the shared memory beside it are those of the old one then, and SQLite, which knows
    them by name only, would read the new file with the old one's log.
    """
    here, found = path.absolute(), identity(path)
    for held in _HELD.values():
        if held.path == here and held.identity != found:
            raise displaced(path)


def displaced(path: Path) -> DisplacedProject:
    return DisplacedProject(
        "{name} is no longer the file that was opened: it was moved, deleted or replaced",
        hint="Nothing was written into what is there now. Open the project again.",
        name=path.name,
    )
