"""Zips and tars unpacked with care: what swells, or has names that lead outside, is refused.

Names in an archive are never used as they are: each file gets a folder and a name that any system
can hold, and no two the same. Links and devices are passed over. What is passed over, and what is
called otherwise than it was, is told of.
"""

from __future__ import annotations

import lzma
import re
import stat
import struct
import tarfile
import unicodedata
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath
from typing import IO

from msgspec import Struct

from annotator.core.errors import ImportFault

from .spec import Report, name_of, why_of

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
    OverflowError,
    struct.error,
)
_SPARE = 10 << 20  # bytes that may be packed as tightly as they like
_MOST_NAME = 120  # bytes of a name that is made here
_UNFIT = re.compile('[\x00-\x1f\x7f-\x9f\ud800-\udfff<>:"/\\\\|?*]')
_RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)", re.IGNORECASE)
_DRIVE = re.compile("[A-Za-z]:")
LINK = "It is a link."
NO_FILE = "It is no file: a device, a pipe or a socket."
TWICE = "Another file in it has the same name, or nearly so: both were read."
RENAMED = "No file can be called so everywhere: it was read under another name."


class _Member(Struct, frozen=True):
    name: str
    size: int
    packed: int | None  # None: not known of it alone


def unpack(path: Path, root: Path, report: Report) -> dict[Path, str]:
    """Put the files of an archive under *root*, which is empty; what each was called there.

    Raises:
        ImportFault: it is damaged, unpacks to too much, or a name leads outside.
    """
    try:
        if zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as packed:
                return _unzip(packed, path, _Places(root, path, report))
        with tarfile.open(path) as tape:
            return _untar(tape, path, _Places(root, path, report))
    except (*ZIP_ERRORS, tarfile.TarError) as err:
        raise ImportFault(
            "{file} cannot be unpacked ({why})",
            hint="See whether it was copied to its end, and needs no password.",
            file=name_of(path),
            why=plain(why_of(err))[:100],
        ) from err


class _Places:
    """Where the files of an archive go: a folder for each of its folders, in their order."""

    def __init__(self, root: Path, path: Path, report: Report) -> None:
        self._root = root
        self._path = path
        self._report = report
        self._folders: dict[tuple[str, ...], Path] = {}
        self._taken: dict[tuple[Path, str], int] = {}  # and how many there were of the name
        self.names: dict[Path, str] = {}

    def lose(self, what: str, why: str, name: str) -> None:
        self._report.lose(what, why, title=name_of(self._path), words=plain(name))

    def make_folders(self, names: Iterable[str]) -> None:
        """Number the folders that files are in as they follow one another."""
        for number, folder in enumerate(sorted({_parts(name)[:-1] for name in names})):
            self._folders[folder] = self._root / f"{number:06d}"

    def place(self, name: str) -> Path:
        """Where the file called *name* goes; another one each time."""
        parts = _parts(name)
        folder = self._folders[parts[:-1]]
        folder.mkdir(exist_ok=True)
        fit = fitting(parts[-1])
        first = (folder, _alike(fit))
        target, number = folder / fit, self._taken.get(first, 0)
        if number:  # on from there: the same name a hundred thousand times is no reason to search
            number, target = number + 1, folder / _numbered(fit, number + 1)
        is_other = first in self._taken
        while (key := (folder, _alike(target.name))) in self._taken:
            number += 1
            target = folder / _numbered(fit, number)
        self._taken[first] = max(number, 1)
        self._taken.setdefault(key, 1)
        self.names[target] = plain("/".join(parts))
        if is_other:
            self.lose("a name", TWICE, name)
        elif fit != parts[-1]:
            self.lose("a name", RENAMED, name)
        return target


def _numbered(name: str, number: int) -> str:
    stem, dot, suffix = _split(name)
    return f"{stem} ({number}){dot}{suffix}"


def _split(name: str) -> tuple[str, str, str]:
    stem, dot, suffix = name.rpartition(".")
    return (stem, dot, suffix) if dot else (name, "", "")


def _parts(name: str) -> tuple[str, ...]:
    return PurePosixPath(name.replace("\\", "/")).parts or ("",)


def _alike(name: str) -> str:
    """The same for names that are one on some system: in case, in how letters are put together."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def fitting(name: str) -> str:
    """*name* as any system can hold it: no control characters, none that are reserved, not long."""
    made = _UNFIT.sub("_", name).rstrip(". ") or "_"
    if _RESERVED.match(made):
        made = f"_{made}"
    stem, dot, suffix = _split(made)
    suffix = suffix.encode()[:20].decode(errors="ignore")
    room = _MOST_NAME - len(suffix.encode()) - 1
    return f"{stem.encode()[:room].decode(errors='ignore')}{dot}{suffix}"


def plain(words: str) -> str:
    """*words* without halves of characters, which can be neither shown nor kept."""
    return words.encode(errors="replace").decode()


def _unzip(packed: zipfile.ZipFile, path: Path, places: _Places) -> dict[Path, str]:
    refuse_unfit(path, packed.infolist())
    infos = []
    for info in packed.infolist():
        kind = stat.S_IFMT(info.external_attr >> 16)
        if info.filename.endswith("/"):
            continue
        if kind == stat.S_IFLNK:
            places.lose("a file", LINK, info.filename)
        elif kind not in (0, stat.S_IFREG):
            places.lose("a file", NO_FILE, info.filename)
        else:
            infos.append(info)
    infos = [info for info in infos if not _is_hidden(info.filename)]
    places.make_folders(info.filename for info in infos)
    for info in infos:
        with packed.open(info) as source:
            _put(source, places.place(info.filename), info.file_size, path)
    return places.names


def _is_hidden(name: str) -> bool:
    """As in folders, what begins with a dot is passed over."""
    return any(part.startswith(".") and part != ".." for part in _parts(name))


def twice(infos: Iterable[zipfile.ZipInfo]) -> frozenset[str]:
    """The names that several files of a zip have, as they are and as `_alike` takes them for one."""
    seen: dict[str, list[str]] = {}
    for info in infos:
        seen.setdefault(_alike(info.filename.replace("\\", "/")), []).append(info.filename)
    return frozenset(name for names in seen.values() if len(names) > 1 for name in names)


def refuse_unfit(path: Path, infos: Iterable[zipfile.ZipInfo]) -> None:
    """Raise where a zip unpacks to too much, or a name in it leads outside.

    Raises:
        ImportFault: so.
    """
    _refuse(path, (_Member(i.filename, i.file_size, i.compress_size) for i in infos))


def _untar(tape: tarfile.TarFile, path: Path, places: _Places) -> dict[Path, str]:
    members = []
    whole = path.stat().st_size
    total = 0
    for count, member in enumerate(tape, 1):
        if member.isfile():
            members.append(member)
            total += member.size
        elif member.issym() or member.islnk():
            places.lose("a file", LINK, member.name)
        elif not member.isdir():
            places.lose("a file", NO_FILE, member.name)
        if total > max(_SPARE, min(MOST_BYTES, MOST_TIMES * whole)) or count > MOST_FILES:
            raise _swollen(path, total)
    _refuse(path, (_Member(m.name, m.size, None) for m in members))
    members = [member for member in members if not _is_hidden(member.name)]
    places.make_folders(member.name for member in members)
    for member in members:
        source = tape.extractfile(member)
        if source is not None:
            with source:
                _put(source, places.place(member.name), member.size, path)
    return places.names


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
        if ".." in parts or member.name.startswith(("/", "\\")) or _DRIVE.match(member.name):
            raise ImportFault(
                "{file}: the name {name} in it leads outside",
                hint="Whoever packed it wants to write over your files. Nothing was read.",
                file=name_of(path),
                name=plain(member.name)[:100],
            )


def _put(source: IO[bytes], target: Path, size: int, path: Path) -> None:
    with target.open("xb") as out:
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
