"""Files that appear complete or not at all."""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
import sys
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from annotator.core.errors import ExportFault

from .spec import name_of, why_of

_BUFFER = 1 << 20
_LEVEL = 1  # of packing: a third of the time of the usual 6, and a tenth more bytes
_NOBODY_WRITES_SO_LONG_S = 24 * 3600
_WHEN = (1980, 1, 1, 0, 0, 0)  # the earliest that a zip can hold


@contextlib.contextmanager
def written(path: Path) -> Iterator[BinaryIO]:
    """A file to write into that takes the place of *path* when the block ends well.

    Until then *path* is as it was. Folders on the way are made. A device or a pipe is written to
    directly.

    Raises:
        ExportFault: the medium is full, read-only, gone ...
    """
    target = Path(os.path.realpath(path))  # a link stays a link
    try:
        if target.exists() and not target.is_file() and not target.is_dir():
            with target.open("wb", buffering=_BUFFER) as out:
                yield out
            return
        target.parent.mkdir(parents=True, exist_ok=True)
        with _replacing(target) as out:
            yield out
    except BrokenPipeError:
        raise
    except OSError as err:
        raise _fault(path, err) from err
    except UnicodeEncodeError as err:
        raise ExportFault(
            "{file} was not written: a record holds half of a character",
            hint="Run a check of the project: it names the record.",
            file=name_of(path),
        ) from err


@contextlib.contextmanager
def standard_output() -> Iterator[BinaryIO]:
    """Standard output as bytes, flushed at the end."""
    out = sys.stdout.buffer
    yield out
    out.flush()


def put_in_zip(archive: zipfile.ZipFile, name: str, data: bytes, *, is_packed: bool = True) -> None:
    """A file of a zip, with no time of its own: the same content gives the same bytes."""
    how = zipfile.ZIP_DEFLATED if is_packed else zipfile.ZIP_STORED
    archive.writestr(zipfile.ZipInfo(name, _WHEN), data, how, _LEVEL)


@contextlib.contextmanager
def _replacing(target: Path) -> Iterator[BinaryIO]:
    part = target.parent / f".vaglio-{os.urandom(6).hex()}.part"
    if target.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    try:
        with _made(part) as out:
            yield out
            out.flush()
            os.fsync(out.fileno())
        if target.exists():
            shutil.copymode(target, part)
        os.replace(part, target)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    _settle(target.parent)
    _sweep(target.parent)


def _sweep(folder: Path) -> None:
    """Take away what exports have left that were killed, once nobody can be writing it."""
    with contextlib.suppress(OSError):
        for part in folder.glob(".vaglio-*.part"):
            if time.time() - part.stat().st_mtime > _NOBODY_WRITES_SO_LONG_S:
                part.unlink()


def _made(part: Path) -> BinaryIO:
    """A new file that only its owner can read: what is exported may be confidential."""
    flags = os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0)
    return os.fdopen(os.open(part, flags, 0o600), "wb", _BUFFER)


def _settle(folder: Path) -> None:
    """Make the new name last through a power cut, where folders can be synced."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _fault(path: Path, err: OSError) -> ExportFault:
    if err.errno in (errno.ENOSPC, errno.EDQUOT):
        return ExportFault(
            "{file} was not written: the disk is full",
            hint="Make room, or export to another disk. A file that was there is untouched.",
            file=name_of(path),
        )
    return ExportFault(
        "{file} was not written ({why})",
        hint="See that the folder is there and that you may write in it. "
        "A file that was there is untouched.",
        file=name_of(path),
        why=why_of(err),
    )
