"""Files kept as evidence, beside the project in ``NAME.vaglio-files``, each once, under its hash.

Nothing in the folder is believed: a file is read only after its hash has been compared with the
one that the source has in the log, and what was read from it before is read anew where in doubt.
"""

from __future__ import annotations

import hashlib
import os
import re
import stat
from collections.abc import Iterator
from contextlib import suppress
from functools import lru_cache
from pathlib import Path

import msgspec

from annotator.core.errors import UserError
from annotator.core.sources.archived_file import ArchivedFile

from ..database.filesystem import beside

FOLDER = "-files"
MOST_BYTES = 50 << 20
_MOST_READ = 100 << 20  # bytes of what was read from a file
_HASH = re.compile("[0-9a-f]{64}")
_SUFFIX = re.compile(r"\.[a-z0-9]{1,8}")
_AT_ONCE = 1 << 20
_SETTLED = re.compile(r"[0-9a-f]{64}\.(?!sealed$|notes$)[a-z0-9]{1,8}")
_PART = re.compile(r"\.[0-9a-f]{12}\.[a-z0-9]{1,8}")


class KeptFault(UserError):
    """A file that cannot be kept, or is no longer what was kept."""


class Attachment(msgspec.Struct, frozen=True):
    """A file of the folder, whatever its form there: *suffix* is ``.json`` for what was read."""

    path: Path
    sha256: str
    suffix: str
    content: bytes


class KeptFiles:
    """The folder of one project; it is made with the first file.

    That of an encrypted project is a `encrypted_attachments.SealedFiles`.
    """

    is_sealed = False  # whether the files are encrypted

    def __init__(self, project: Path) -> None:
        self.folder = beside(project, FOLDER)

    # -- keeping ---------------------------------------------------------------------------

    def copy(self, path: Path) -> tuple[Path, str, int]:
        """A copy of *path* in the folder, not kept yet: where it is, its hash, its bytes.

        Raises:
            KeptFault: it is no file, too large, cannot be read, or there is no room for it.
        """
        try:
            found = path.stat()
            if not stat.S_ISREG(found.st_mode):
                raise KeptFault("{file} is not a file", hint="Choose a file.", file=path.name)
            if found.st_size > MOST_BYTES:
                raise too_large(path, found.st_size)
            self.folder.mkdir(mode=0o700, exist_ok=True)
            part = self.folder / f".{os.urandom(6).hex()}{suffix_of(path)}"
            return self._copied(path, part)
        except OSError as err:
            raise fault_of_copy(path.name, err) from err

    def _copied(self, path: Path, part: Path) -> tuple[Path, str, int]:
        hashed, size = hashlib.sha256(), 0
        try:
            descriptor = os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
            with path.open("rb") as source, os.fdopen(descriptor, "wb") as out:
                while some := source.read(_AT_ONCE):
                    size += len(some)
                    if size > MOST_BYTES:  # it grows while it is read
                        raise too_large(path, size)
                    hashed.update(some)
                    out.write(some)
                out.flush()
                os.fsync(out.fileno())
        except BaseException:
            part.unlink(missing_ok=True)
            raise
        return part, hashed.hexdigest(), size

    def settle(self, part: Path, saved: ArchivedFile) -> None:
        """Keep a copy under its hash, with what was read from it.

        Raises:
            KeptFault: the disk does not take it; the copy is gone then.
        """
        target = self.folder / (saved.sha256 + part.suffix)
        old = self._path(saved.sha256)
        try:
            os.replace(part, target)
            if old is not None and old != target:
                old.unlink(missing_ok=True)
            self._note(saved)
        except OSError as err:
            part.unlink(missing_ok=True)
            raise fault_of_copy(target.name, err) from err

    def _note(self, saved: ArchivedFile) -> None:
        part = self.folder / f".{os.urandom(6).hex()}.json"
        try:
            part.write_bytes(msgspec.json.encode(saved))
            part.chmod(0o600)
            os.replace(part, self._notes(saved.sha256))
        finally:
            part.unlink(missing_ok=True)

    def drop(self, sha256: str) -> None:
        """Keep a file no longer, nor what was read from it; nothing where it is not there."""
        if not _HASH.fullmatch(sha256):
            return
        for each in self.folder.glob(f"{sha256}.*"):
            each.unlink(missing_ok=True)

    # -- reading ---------------------------------------------------------------------------

    def state(self, sha256: str, *, anew: bool = False) -> str:
        """``kept``, ``altered`` (it is not what was kept) or ``missing``.

        A file is hashed once for as long as nobody has written to it; *anew*, in any case.
        """
        path = self._path(sha256)
        if path is None:
            return "missing"
        try:
            known = path.stat()
            stamp = (known.st_ino, known.st_mtime_ns, known.st_ctime_ns)
            found = _hash_at(path) if anew else _hash_then(path, *stamp)
        except OSError:
            return "missing"
        return "kept" if found == sha256 else "altered"

    def size(self, sha256: str) -> int | None:
        """The bytes of a kept file as it is now; None where it is gone."""
        path = self._path(sha256)
        return path.stat().st_size if path is not None else None

    def path(self, sha256: str) -> Path:
        """The kept file.

        Raises:
            KeptFault: it is gone, or no longer what was kept.
        """
        found = self._path(sha256)
        state = self.state(sha256, anew=True)
        if found is None or state == "missing":
            raise self._missing()
        if state == "altered":
            raise self._altered(found)
        return found

    def content(self, sha256: str) -> tuple[bytes, str]:
        """The bytes of a kept file, and the suffix of its name. Raises as `path` does."""
        found = self.path(sha256)
        return found.read_bytes(), found.suffix

    def _missing(self) -> KeptFault:
        return KeptFault(
            "The file of this outside source is not with the project",
            hint="It is kept in the folder {folder}, which must go where the project goes. "
            "Whoever has the file can keep it again: it is recognised.",
            folder=self.folder.name,
        )

    def _altered(self, path: Path) -> KeptFault:
        return KeptFault(
            "The kept file {file} is not what it was when it was kept",
            hint="Somebody has changed it. Keep the original again, or take it from a backup.",
            file=path.name,
        )

    def saved(self, sha256: str) -> ArchivedFile | None:
        """What was read from a kept file; None where that is not known, or in doubt."""
        if not _HASH.fullmatch(sha256):
            return None
        notes = self._notes(sha256)
        try:
            known = notes.lstat()
        except OSError:
            return None
        if not stat.S_ISREG(known.st_mode) or known.st_size > _MOST_READ:
            return None
        archived_file = _noted(notes, known.st_mtime_ns, known.st_size)
        return (
            archived_file if archived_file is not None and archived_file.sha256 == sha256 else None
        )

    def kept(self) -> list[str]:
        """Hashes of the files that were kept, sorted."""
        with suppress(OSError):
            names = (path.stem for path in self.folder.glob("*.json"))
            return sorted(name for name in names if _HASH.fullmatch(name))
        return []

    # -- changing over ---------------------------------------------------------------------

    def pieces(self) -> Iterator[Attachment]:
        """Every file and every note of this form, as it is: also what was altered."""
        for each in self.there(_SETTLED):
            yield Attachment(each, each.stem, each.suffix, each.read_bytes())

    def put(self, piece: Attachment) -> Path:
        """Write what another form of the folder has; where it is."""
        target = self.folder / (piece.sha256 + piece.suffix)
        part = self.folder / f".{os.urandom(6).hex()}{piece.suffix}"
        with os.fdopen(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as out:
            out.write(piece.content)
            out.flush()
            os.fsync(out.fileno())
        os.replace(part, target)
        return target

    def unfinished(self) -> list[Path]:
        """Copies that were begun and never kept, by a process that died."""
        return self.there(_PART)

    def there(self, name: re.Pattern[str]) -> list[Path]:
        """Files of the folder, sorted, that are called so."""
        if not self.folder.is_dir():
            return []
        found = (p for p in self.folder.iterdir() if name.fullmatch(p.name))
        return sorted(p for p in found if p.is_file() and not p.is_symlink())

    def _path(self, sha256: str) -> Path | None:
        if not _HASH.fullmatch(sha256):
            return None
        with suppress(OSError):
            for each in sorted(self.folder.glob(f"{sha256}.*")):
                if each.suffix != ".json" and each.is_file() and not each.is_symlink():
                    return each
        return None

    def _notes(self, sha256: str) -> Path:
        return self.folder / f"{sha256}.json"


@lru_cache(8)
def _noted(path: Path, _mtime_ns: int, _size: int) -> ArchivedFile | None:
    """What notes say, read once for as long as they are what they were."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=ArchivedFile)
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return None


def suffix_of(path: Path) -> str:
    suffix = path.suffix.lower()
    return suffix if _SUFFIX.fullmatch(suffix) and suffix != ".json" else ".file"


def hash_of(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _hash_at(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


@lru_cache(64)
def _hash_then(path: Path, _inode: int, _mtime_ns: int, _ctime_ns: int) -> str:
    """The hash of a file, computed once for as long as nobody has written to it."""
    return _hash_at(path)


def fault_of_copy(name: str, err: OSError) -> KeptFault:
    return KeptFault(
        "{file} cannot be kept: {said}",
        hint="See that it can be read, and that there is room beside the project.",
        file=name,
        said=err.strerror or type(err).__name__,
    )


def too_large(path: Path, size: int) -> KeptFault:
    return KeptFault(
        "{file} has {size} MB; files up to {limit} MB are kept",
        hint="Print the pages that matter to a PDF of their own, and keep that one.",
        file=path.name,
        size=size >> 20,
        limit=MOST_BYTES >> 20,
    )
