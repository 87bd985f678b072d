"""What was read of a very long text before somebody interrupted, so that it is not read again.

A file a text in the user's cache folder, a line a part, each written out before the next is
begun; a line that was cut off is as if it had never been. Once a text is read its file is gone.
"""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Generic, TypeVar

import msgspec

P = TypeVar("P")
_DAYS = 14  # a file that nobody came back to for so long is forgotten


def _private(path: str, flags: int) -> int:
    """Opens a file that, where it is made, only its owner can read."""
    return os.open(path, flags, 0o600)


def folder() -> Path:
    """Where files of what is halfway read are kept."""
    base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(base) / "vaglio" / "halfway"


def _of_text(sha256: str) -> str:
    """How the names of all files of one text begin."""
    return hashlib.sha256(f"text {sha256}".encode()).hexdigest()[:32]


def forget_text(sha256: str, place: Path | None = None) -> None:
    """Keep nothing of a text, whoever has read it; nor of those that earlier versions kept.

    Their names did not say of which text they were, and they cost no more than the time to read.
    """
    here = place or folder()
    old = (path for path in here.glob("*.jsonl") if "-" not in path.name)
    for path in [*here.glob(f"{_of_text(sha256)}-*.jsonl"), *old]:
        path.unlink(missing_ok=True)


class Checkpoint(Generic[P]):
    """The parts, of type *kind*, that *reader* has made of the text with the hash *sha256*."""

    def __init__(self, sha256: str, reader: str, kind: type[P], place: Path | None = None) -> None:
        name = hashlib.sha256(f"{sha256} {reader}".encode()).hexdigest()[:32]
        self._folder = place or folder()
        self._path = self._folder / f"{_of_text(sha256)}-{name}.jsonl"
        self._decoder: Any = msgspec.json.Decoder(kind)

    def kept(self) -> Iterator[P]:
        """What there is, in order, up to the first line that is not whole."""
        try:
            lines = self._path.read_bytes().splitlines(keepends=True)
        except OSError:
            return
        whole = 0
        for line in lines:
            try:
                part = self._decoder.decode(line) if line.endswith(b"\n") else None
            except (msgspec.MsgspecError, ValueError):
                part = None
            if part is None:
                os.truncate(self._path, whole)
                return
            whole += len(line)
            yield part

    def keep(self, part: P) -> None:
        """Add *part*. A disk that is full costs only the shortcut, so it is passed over."""
        try:
            if not self._path.exists():
                self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
                self._sweep()
            with open(self._path, "ab", opener=_private) as file:
                file.write(msgspec.json.encode(part) + b"\n")
        except OSError:
            return

    def forget(self) -> None:
        self._path.unlink(missing_ok=True)

    def _sweep(self) -> None:
        oldest = time.time() - _DAYS * 86400
        for path in self._folder.glob("*.jsonl"):
            if path.stat().st_mtime < oldest:
                path.unlink(missing_ok=True)
