"""Claims as vectors, kept in a file between sessions, and the nearest of them to a sentence.

The file can be thrown away at any time: it lies in the user's cache folder, holds for each text its
hash and its vector in 16 bits, and is only ever added to. The search is exact: one product with
all vectors, 20 ms for 100,000 of them.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from .sentence_embeddings import WIDTH

if TYPE_CHECKING:
    from .decoding import Floats

_KEY = 16  # bytes of a hash
_ROOM = 1024  # rows that are added at once


class IndexedClaim(NamedTuple):
    """A claim of the project: *text* is what it is compared by."""

    claim_id: str
    article_id: str
    text: str


class NearestClaim(NamedTuple):
    """A claim that was found, and its cosine with what was asked for."""

    claim_id: str
    article_id: str
    score: float
    text: str


def _private(path: str, flags: int) -> int:
    """Opens a file that, where it is made, only its owner can read."""
    return os.open(path, flags, 0o600)


def folder() -> Path:
    """Where vectors are kept."""
    base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(base) / "vaglio" / "meaning"


def claim(vectors: Path, project: Path) -> None:
    """Note whose the vectors are, and take away those of projects that are no longer there.

    A project that is on a medium not there now is given its vectors anew when it comes back.
    """
    with suppress(OSError):
        vectors.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with open(_owner(vectors), "wb", opener=_private) as file:
            file.write(os.fsencode(project.absolute()))
    with suppress(OSError):
        for each in vectors.parent.glob("*.f16"):
            each.chmod(0o600)  # earlier versions left them to be read by all
            if each != vectors and not _is_owned(each):
                each.unlink(missing_ok=True)
                _owner(each).unlink(missing_ok=True)


def _owner(vectors: Path) -> Path:
    """The file that says where the project of some vectors is."""
    return vectors.with_suffix(".project")


def _is_owned(vectors: Path) -> bool:
    try:
        return os.path.exists(os.fsdecode(_owner(vectors).read_bytes()))
    except OSError:
        return False


def key_of(text: str) -> bytes:
    return hashlib.blake2b(text.encode(), digest_size=_KEY).digest()


def keep_only(project_id: str, texts: Iterable[str]) -> None:
    """Of a project's vectors, in all files of it, keep only those of *texts*.

    A file whose records cannot be told apart is thrown away: it is made again.
    """
    wanted = {key_of(text) for text in texts}
    size = _KEY + 2 * WIDTH
    for path in folder().glob(f"{project_id}-*.f16"):
        whole = path.read_bytes()
        records = (whole[at : at + size] for at in range(0, len(whole) - size + 1, size))
        left = b"".join(record for record in records if record[:_KEY] in wanted)
        part = path.with_name(f".{path.name}.{os.getpid()}")
        descriptor = os.open(part, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(left)
        part.replace(path)


class Vectors:
    """Vectors by the hash of their text, in memory and in *path* (None: in memory alone)."""

    def __init__(self, path: Path | None) -> None:
        import numpy as np

        self._path = path
        self._rows: dict[bytes, int] = {}
        self._table: Any = np.zeros((_ROOM, WIDTH), np.float32)
        for key, vector in self._kept():
            self._put(key, vector)

    def __contains__(self, key: bytes) -> bool:
        return key in self._rows

    def __len__(self) -> int:
        return len(self._rows)

    def add(self, keys: Sequence[bytes], vectors: Floats) -> None:
        """Remember *vectors*; a disk that is full costs only the next session's time."""
        records = self._records(keys, vectors)
        for key, record in zip(keys, records, strict=True):
            self._put(key, record["vector"])  # as it will be read again, in 16 bits
        if self._path is None:
            return
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            with open(self._path, "ab", opener=_private) as file:
                file.write(records.tobytes())
        except OSError:
            self._path = None

    def row_of(self, key: bytes) -> int:
        """Where its vector stands; -1 where there is none."""
        return self._rows.get(key, -1)

    def products(self, vector: Floats) -> Floats:
        """The cosine of *vector* with each row."""
        return self._table[: len(self._rows)] @ vector  # type: ignore[no-any-return]

    def _put(self, key: bytes, vector: Any) -> None:
        import numpy as np

        row = self._rows.setdefault(key, len(self._rows))
        if row == len(self._table):
            more = np.zeros((max(_ROOM, len(self._table)), WIDTH), np.float32)
            self._table = np.concatenate([self._table, more])
        self._table[row] = vector

    def at(self, row: int) -> Floats:
        """The vector in a row."""
        found: Floats = self._table[row]
        return found

    @staticmethod
    def _type() -> Any:
        import numpy as np

        return np.dtype([("key", f"V{_KEY}"), ("vector", np.float16, (WIDTH,))])

    def _records(self, keys: Sequence[bytes], vectors: Floats) -> Any:
        import numpy as np

        records = np.zeros(len(keys), self._type())
        records["key"] = np.frombuffer(b"".join(keys), f"V{_KEY}")
        records["vector"] = vectors
        return records

    def _kept(self) -> Iterable[tuple[bytes, Any]]:
        """What is in the file; a record that was cut off is as if it had never been."""
        import numpy as np

        if self._path is None or not self._path.is_file():
            return []
        kind = self._type()
        whole = self._path.stat().st_size // kind.itemsize
        try:
            records = np.fromfile(self._path, kind, whole)
            if self._path.stat().st_size != whole * kind.itemsize:
                os.truncate(self._path, whole * kind.itemsize)
        except OSError:
            return []
        self._table = np.zeros((len(records) + _ROOM, WIDTH), np.float32)
        keys = records["key"].tobytes()
        parts = (keys[at : at + _KEY] for at in range(0, len(keys), _KEY))
        return zip(parts, records["vector"], strict=True)


class EmbeddingIndex:
    """The claims of a project over their vectors."""

    def __init__(self, vectors: Vectors) -> None:
        self._vectors = vectors
        self._claims: list[IndexedClaim] = []
        self._keys: list[bytes] = []
        self._numbers: dict[bytes, list[int]] = {}  # of the claims with a text, by its key
        self._rows: Any = None  # of each claim the row of its vector, -1 where it has none

    def show(self, claims: Sequence[IndexedClaim]) -> None:
        """Other claims, or the same ones with other words."""
        import numpy as np

        known = dict(zip((c.text for c in self._claims), self._keys, strict=True))
        self._keys = [known.get(claim.text) or key_of(claim.text) for claim in claims]
        self._claims = list(claims)
        self._numbers = {}
        for number, key in enumerate(self._keys):
            self._numbers.setdefault(key, []).append(number)
        self._rows = np.array([self._vectors.row_of(key) for key in self._keys], np.int64)

    @property
    def claims(self) -> Sequence[IndexedClaim]:
        """Those that are shown, in their order."""
        return self._claims

    def vector(self, number: int) -> Floats:
        """The vector of one of `claims`, which must have been learnt."""
        return self._vectors.at(int(self._rows[number]))

    def missing(self) -> list[str]:
        """The texts that have no vector yet, each once."""
        firsts = (numbers[0] for key, numbers in self._numbers.items() if key not in self._vectors)
        return [self._claims[first].text for first in firsts]

    def learn(self, texts: Sequence[str], vectors: Floats) -> None:
        """These are the vectors of *texts*."""
        keys = [key_of(text) for text in texts]
        self._vectors.add(keys, vectors)
        for key in keys:
            for number in self._numbers.get(key, ()):
                self._rows[number] = self._vectors.row_of(key)

    def nearest(
        self, vector: Floats, *, besides: str, count: int, least: float
    ) -> list[NearestClaim]:
        """The *count* claims nearest to *vector*, the nearest first, none of the article *besides*.

        Claims below the cosine *least* are not near.
        """
        import numpy as np

        products = np.append(self._vectors.products(vector), -1.0)  # the last for those without
        scores = products[self._rows]
        near = np.flatnonzero(scores >= least)
        near = near[np.argsort(-scores[near], kind="stable")]
        nearest_claims: list[NearestClaim] = []
        for number in near:
            claim = self._claims[number]
            if claim.article_id != besides:
                nearest_claims.append(NearestClaim(*claim[:2], float(scores[number]), claim.text))
            if len(nearest_claims) == count:
                break
        return nearest_claims
