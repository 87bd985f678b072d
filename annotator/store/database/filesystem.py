"""What a project lies on: a disk that can be written, one that cannot, or a network drive."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from msgspec import Struct

from .errors import ProjectFault

_NETWORK = frozenset(
    (
        *("9p", "afs", "afpfs", "cifs", "davfs", "fuse.davfs", "fuse.rclone", "fuse.s3fs"),
        *("fuse.sshfs", "glusterfs", "lustre", "ncpfs", "nfs", "nfs4", "prl_fs", "smb2", "smb3"),
        *("smbfs", "vboxsf", "webdav"),
    )
)
_MOUNTS = Path("/proc/self/mountinfo")


class Filesystem(Struct, frozen=True):
    """*network* names the file system where it is one across a network."""

    network: str = ""
    writable: bool = True


def look(path: Path) -> Filesystem:
    """What the project file *path* lies on; its folder counts, SQLite writes beside the file."""
    return Filesystem(
        network=network_of(path),
        writable=_may_write(path) and _may_write(Path(os.path.realpath(path)).parent),
    )


_LONGEST_NAME = 255 - len("-journal")  # bytes: what lies beside a project has names made of its own


def refuse_long_name(path: Path) -> None:
    """Raise a `ProjectFault` where the name leaves no room for the names of what stands beside it."""
    if len(os.fsencode(path.name)) > _LONGEST_NAME:
        raise ProjectFault(
            "The name of {name} is too long for a project",
            hint="Give it a shorter one: files beside it are called like it, with an ending.",
            name=path.name[:60] + "…",
        )


def shortened(name: str, most: int) -> str:
    """The beginning of *name* that takes at most *most* bytes in a file name."""
    while len(os.fsencode(name)) > most:
        name = name[:-1]
    return name


def identity(path: Path) -> tuple[int, int] | None:
    """Which file stands under that name, by device and inode; None where there is none."""
    try:
        found = path.stat()
    except OSError:  # it is not there, or the disk is not
        return None
    return (found.st_dev, found.st_ino)


def beside(project: Path, suffix: str) -> Path:
    """What is called as *project* with *suffix*; where that is a link, beside what it leads to."""
    # not `resolve`: links in a circle are an error to it
    real = Path(os.path.realpath(project)) if project.is_symlink() else project
    return real.with_name(real.name + suffix)


def network_of(path: Path) -> str:
    """The type of the network file system that *path* is on, or nothing."""
    if sys.platform == "win32":
        return "smb" if str(path.resolve()).startswith("\\\\") else ""
    if not _MOUNTS.exists():
        return ""
    return network_in(_MOUNTS.read_text("utf-8", "replace"), Path(os.path.realpath(path)))


def network_in(mounts: str, path: Path) -> str:
    """As `network_of`, from the text of a Linux ``mountinfo``."""
    best, kind = "", ""
    for line in mounts.splitlines():
        head, _, tail = line.partition(" - ")
        if len(head.split()) < 5 or not tail:
            continue
        point = head.split()[4].replace("\\040", " ")
        if path.is_relative_to(point) and len(point) >= len(best):
            best, kind = point, tail.split()[0]
    return kind if kind in _NETWORK else ""


def _may_write(path: Path) -> bool:
    # The administrator may write everything; a file that nobody is meant to write is still not ours.
    return os.access(path, os.W_OK) and path.stat().st_mode & 0o222 != 0
