"""Zips and tars unpacked with care: what swells, or has names that lead outside, is refused.

Names in an archive are never used as they are; links and devices are passed over.
"""

from __future__ import annotations

import lzma
import stat
import tarfile
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath
from typing import IO

from msgspec import Struct

from ..core.errors import ImportFault
from .contract import name_of

MOST_BYTES = 1 << 30  # of all files together, unpacked
MOST_FILES = 200_000
MOST_TIMES = 300  # a file may be larger than what it is packed into
ZIP_ERRORS = (  # what a damaged or protected one raises
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    NotImplementedError,
    RuntimeError,
    ValueError,
)
_SPARE = 10 << 20  # bytes that may be packed as tightly as they like


class _Member(Struct, frozen=True):
    name: str
    size: int
    packed: int | None  # None: not known of it alone


def unpack(path: Path, root: Path) -> None:
    """Put the files of an archive under *root*, which is empty.

    Raises:
        ImportFault: it is damaged, unpacks to too much, or a name leads outside.
    """
    try:
        if zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as packed:
                _unzip(packed, path, root)
        else:
            with tarfile.open(path) as tape:
                _untar(tape, path, root)
    except (*ZIP_ERRORS, tarfile.TarError) as err:
        raise ImportFault(
            "{file} cannot be unpacked ({why})",
            hint="See whether it was copied to its end, and needs no password.",
            file=name_of(path),
            why=str(err)[:100] or type(err).__name__,
        ) from err


def _unzip(packed: zipfile.ZipFile, path: Path, root: Path) -> None:
    infos = [info for info in packed.infolist() if not info.is_dir()]
    refuse_unfit(path, infos)
    for info in infos:
        if stat.S_ISLNK(info.external_attr >> 16):
            continue
        with packed.open(info) as source:
            _put(source, root, info.filename, info.file_size, path)


def refuse_unfit(path: Path, infos: Iterable[zipfile.ZipInfo]) -> None:
    """Raise where a zip unpacks to too much, or a name in it leads outside.

    Raises:
        ImportFault: so.
    """
    _refuse(path, (_Member(i.filename, i.file_size, i.compress_size) for i in infos))


def _untar(tape: tarfile.TarFile, path: Path, root: Path) -> None:
    members = []
    whole = path.stat().st_size
    total = 0
    for member in tape:
        if member.isfile():
            members.append(member)
            total += member.size
        if total > max(_SPARE, min(MOST_BYTES, MOST_TIMES * whole)) or len(members) > MOST_FILES:
            raise _swollen(path, total)
    _refuse(path, (_Member(m.name, m.size, None) for m in members))
    for member in members:
        source = tape.extractfile(member)
        if source is not None:
            with source:
                _put(source, root, member.name, member.size, path)


def _refuse(path: Path, members: Iterator[_Member]) -> None:
    total = 0
    for count, member in enumerate(members, 1):
        total += member.size
        is_tight = member.packed is not None and member.size > max(
            _SPARE, MOST_TIMES * member.packed
        )
        if total > MOST_BYTES or count > MOST_FILES or is_tight:
            raise _swollen(path, total)
        parts = PurePosixPath(member.name.replace("\\", "/")).parts
        if ".." in parts or member.name.startswith(("/", "\\")) or ":" in (parts or ("",))[0]:
            raise ImportFault(
                "{file}: the name {name} in it leads outside",
                hint="Whoever packed it wants to write over your files. Nothing was read.",
                file=name_of(path),
                name=member.name[:100],
            )


def _put(source: IO[bytes], root: Path, name: str, size: int, path: Path) -> None:
    target = root.joinpath(*PurePosixPath(name.replace("\\", "/")).parts)
    target.parent.mkdir(parents=True, exist_ok=True)
    with target.open("wb") as out:
        left = size
        while left > 0 and (some := source.read(min(left, 1 << 20))):
            out.write(some)
            left -= len(some)
        if source.read(1):  # more than it said
            raise _swollen(path, size)


def _swollen(path: Path, size: int) -> ImportFault:
    return ImportFault(
        "{file} unpacks to more than {size} MB, which no collection of articles does",
        hint="It may be made to fill your disk. Nothing of it was read.",
        file=name_of(path),
        size=min(size, MOST_BYTES) >> 20,
    )
