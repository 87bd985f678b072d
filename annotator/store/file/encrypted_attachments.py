"""Kept files of an encrypted project: each encrypted by itself, under a name that says nothing.

A file is ``VGLF``, a version, the salt of its project, and AES-256-GCM over its hash, the suffix of
its name and the content; what was read from it lies beside it in the same way. Both names are made with the
key, so that nobody can ask whether a document that they have is among them.
"""

from __future__ import annotations

import hmac
import os
import re
import stat
from collections.abc import Iterator
from contextlib import suppress
from functools import cached_property
from pathlib import Path

import msgspec

from annotator.core.sources.archived_file import ArchivedFile

from ..database import keys
from ..database.keys import ProjectKey
from .attachments import (
    MOST_BYTES,
    Attachment,
    KeptFault,
    KeptFiles,
    fault_of_copy,
    hash_of,
    suffix_of,
    too_large,
)

_START = b"VGLF\x01"
_HEAD = len(_START) + 16
_NONCE = 12
_TAG = 16
_SUFFIX = 9  # bytes, the longest one with its dot
_HASH = 64
_FILE, _NOTES, _JSON = ".sealed", ".notes", ".json"
_OURS = re.compile(r"[0-9a-f]{64}\.(sealed|notes)")


def kept_files(path: Path, key: ProjectKey | None) -> KeptFiles:
    """The kept files of a project with that key."""
    return KeptFiles(path) if key is None else SealedFiles(path, key)


def kept_files_of(path: Path) -> KeptFiles:
    """The kept files of a project whose key is known."""
    return kept_files(path, keys.key_of(path))


class SealedFiles(KeptFiles):
    """The folder of one encrypted project."""

    is_sealed = True

    def __init__(self, project: Path, key: ProjectKey) -> None:
        super().__init__(project)
        self._key = key
        self._states: dict[tuple[str, int, int, int], str] = {}
        self._newest: tuple[Path, tuple[int, int], ArchivedFile | None] | None = None

    @cached_property
    def _secret(self) -> bytes:
        return self._key.derived("kept files")

    # -- keeping ---------------------------------------------------------------------------

    def copy(self, path: Path) -> tuple[Path, str, int]:
        try:
            if not stat.S_ISREG(path.stat().st_mode):
                raise KeptFault("{file} is not a file", hint="Choose a file.", file=path.name)
            with path.open("rb") as file:
                content = file.read(MOST_BYTES + 1)
            if len(content) > MOST_BYTES:
                raise too_large(path, path.stat().st_size)
            sha256 = hash_of(content)
            part = self._put(sha256, suffix_of(path), content)
        except OSError as err:
            raise fault_of_copy(path.name, err) from err
        return part, sha256, len(content)

    def settle(self, part: Path, saved: ArchivedFile) -> None:
        os.replace(part, self._place(saved.sha256, _FILE))
        self._note(saved)

    def drop(self, sha256: str) -> None:
        for suffix in (_FILE, _NOTES):
            self._place(sha256, suffix).unlink(missing_ok=True)

    def _note(self, saved: ArchivedFile) -> None:
        part = self._put(saved.sha256, _JSON, msgspec.json.encode(saved))
        try:
            os.replace(part, self._place(saved.sha256, _NOTES))
        finally:
            part.unlink(missing_ok=True)

    def _put(self, sha256: str, suffix: str, content: bytes) -> Path:
        """A new file under a name of its own, in the folder."""
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        self.folder.mkdir(mode=0o700, exist_ok=True)
        start, nonce = _START + self._key.salt, os.urandom(_NONCE)
        inside = sha256.encode() + suffix.encode().ljust(_SUFFIX) + content
        name = self._place(sha256, "").name.encode()
        body = AESGCM(self._secret).encrypt(nonce, inside, start + name)
        part = self.folder / f".{os.urandom(6).hex()}{_FILE}"
        descriptor = os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
        with os.fdopen(descriptor, "wb") as out:
            out.write(start + nonce + body)
            out.flush()
            os.fsync(out.fileno())
        return part

    # -- reading ---------------------------------------------------------------------------

    def state(self, sha256: str, *, anew: bool = False) -> str:
        path = self._path(sha256)
        if path is None:
            return "missing"
        with suppress(OSError):
            known = path.stat()
            stamp = (sha256, known.st_ino, known.st_mtime_ns, known.st_ctime_ns)
            if anew or stamp not in self._states:
                self._states[stamp] = self._state(path, sha256)
            return self._states[stamp]
        return "missing"

    def _state(self, path: Path, sha256: str) -> str:
        found = self._opened(path)
        return "kept" if found is not None and hash_of(found.content) == sha256 else "altered"

    def size(self, sha256: str) -> int | None:
        path = self._path(sha256)
        if path is None:
            return None
        return path.stat().st_size - _HEAD - _NONCE - _HASH - _SUFFIX - _TAG

    def content(self, sha256: str) -> tuple[bytes, str]:
        path = self._path(sha256)
        found = self._opened(path) if path is not None else None
        if path is None:
            raise self._missing()
        if found is None or hash_of(found.content) != sha256:
            raise self._altered(path)
        return found.content, found.suffix

    def saved(self, sha256: str) -> ArchivedFile | None:
        path = self._place(sha256, _NOTES)
        try:
            known = path.lstat()
        except OSError:
            return None
        stamp = (known.st_mtime_ns, known.st_size)
        if self._newest is None or self._newest[:2] != (path, stamp):
            self._newest = (path, stamp, self._noted(path))
        return self._newest[2]

    def _noted(self, path: Path) -> ArchivedFile | None:
        found = self._opened(path)
        with suppress(msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
            saved = (
                msgspec.json.decode(found.content, type=ArchivedFile) if found is not None else None
            )
            if saved is not None and self._place(saved.sha256, _NOTES) == path:
                return saved
        return None

    def _opened(self, path: Path) -> Attachment | None:
        """A file in the clear; None where it is not what was written."""
        from cryptography.exceptions import InvalidTag
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        try:
            whole = path.read_bytes()
            start, rest = whole[:_HEAD], whole[_HEAD:]
            if start != _START + self._key.salt:
                return None
            name = start + path.stem.encode()
            inside = AESGCM(self._secret).decrypt(rest[:_NONCE], rest[_NONCE:], name)
        except (OSError, InvalidTag, ValueError):
            return None
        head = inside[: _HASH + _SUFFIX].decode("ascii", "replace")
        return Attachment(path, head[:_HASH], head[_HASH:].rstrip(), inside[_HASH + _SUFFIX :])

    def kept(self) -> list[str]:
        found = []
        with suppress(OSError):
            for path in self.folder.glob(f"*{_NOTES}"):
                saved = self._noted(path)
                if saved is not None:
                    found.append(saved.sha256)
        return sorted(found)

    def _path(self, sha256: str) -> Path | None:
        path = self._place(sha256, _FILE)
        return path if path.is_file() and not path.is_symlink() else None

    def _place(self, sha256: str, suffix: str) -> Path:
        name = hmac.digest(self._secret, sha256.encode(), "sha256").hex()
        return self.folder / f"{name}{suffix}"

    # -- changing over ---------------------------------------------------------------------

    def pieces(self) -> Iterator[Attachment]:
        for each in self.there(_OURS):
            if (found := self._opened(each)) is not None:
                yield found

    def put(self, piece: Attachment) -> Path:
        target = self._place(piece.sha256, _NOTES if piece.suffix == _JSON else _FILE)
        os.replace(self._put(piece.sha256, piece.suffix, piece.content), target)
        return target
