"""Bundles: what one colleague sends another, as a zip of JSON lines with the hash of each part.

Nothing of a bundle is ever written to the disk under a name from it. What is in it is believed
only as far as its hashes and types go; whether it fits the project is for the store to say.
"""

from __future__ import annotations

import hashlib
import io
import zipfile
import zlib
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, TypeVar

import msgspec
from msgspec import Struct

from annotator.core.changes import Change
from annotator.core.errors import ImportFault
from annotator.core.exchange.work_package import Assignment, PackagedLayer, WorkPackage
from annotator.core.model import Article, Deletion, Source

from .. import __version__
from .atomic_write import put_in_zip, written
from .json_lines import LinePosition, explain
from .spec import name_of, why_of

SUFFIX = ".vaglio-bundle"
VERSION = "vaglio-bundle/1"
WITH_DELETIONS = "vaglio-bundle/2"  # one more part; only written where something was deleted
MOST_BYTES = 1 << 30  # of all parts together, unpacked
MOST_TIMES = 200  # a part may be larger than what it is packed into; ours are 5 to 20 times
_MANIFEST = "manifest.json"
_PARTS: dict[str, Any] = {
    "articles": Article,
    "sources": Source,
    "changes": Change,
    "versions": PackagedLayer,
}
_PARTS_OF: dict[str, dict[str, Any]] = {
    VERSION: _PARTS,
    WITH_DELETIONS: _PARTS | {"deletions": Deletion},
}
_ENCODER = msgspec.json.Encoder(order="sorted")
T = TypeVar("T")


class BundleMember(Struct, frozen=True, forbid_unknown_fields=True):
    """One file in the zip: what it must be."""

    sha256: str
    bytes: int
    lines: int


class Manifest(Struct, frozen=True, forbid_unknown_fields=True):
    """What a bundle says of itself, and of its parts."""

    format: str
    project: str
    made_by: str
    made_at: str
    made_with: str
    parts: dict[str, BundleMember]
    assignment: Assignment | None = None


class _BundleHeading(Struct):
    format: str


def write(package: WorkPackage, path: Path) -> Manifest:
    """Write a bundle; the file appears complete or not at all.

    Raises:
        ExportFault: the file could not be written.
    """
    parts: dict[str, bytes] = {}
    counts: dict[str, BundleMember] = {}
    version = WITH_DELETIONS if package.deletions else VERSION
    for name in _PARTS_OF[version]:
        records: Sequence[Any] = getattr(package, name)
        data = b"".join(_ENCODER.encode(record) + b"\n" for record in records)
        parts[name] = data
        counts[name] = BundleMember(hashlib.sha256(data).hexdigest(), len(data), len(records))
    manifest = Manifest(
        version,
        package.project,
        package.made_by,
        package.made_at,
        __version__,
        counts,
        package.assignment,
    )
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        put_in_zip(archive, _MANIFEST, msgspec.json.format(_ENCODER.encode(manifest), indent=1))
        for name, data in parts.items():
            put_in_zip(archive, f"{name}.jsonl", data)
    with written(path) as out:
        out.write(packed.getvalue())
    return manifest


def read(path: Path) -> WorkPackage:
    """What is in a bundle, all of it checked.

    Raises:
        ImportFault: it is not a bundle, not whole, not what was written, or of a newer version.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            return _read(archive, path)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as err:
        raise _damaged(path, why_of(err)) from err
    except (ValueError, OverflowError) as err:
        raise _damaged(path, str(err)) from err
    except OSError as err:
        raise ImportFault(
            "{file} cannot be read ({why})",
            hint="See that the file is there and that you may read it.",
            file=name_of(path),
            why=why_of(err),
        ) from err


def _read(archive: zipfile.ZipFile, path: Path) -> WorkPackage:
    infos = _allowed(archive, path)
    manifest = _manifest(archive.read(infos[_MANIFEST]), path)
    parts = _PARTS_OF[manifest.format]
    if set(manifest.parts) != set(parts) or len(infos) != len(parts) + 1:
        raise _damaged(path, "its list of parts is not that of a bundle")
    found: dict[str, Any] = {}
    for name, kind in parts.items():
        data = archive.read(infos[f"{name}.jsonl"])
        said = manifest.parts[name]
        if len(data) != said.bytes or hashlib.sha256(data).hexdigest() != said.sha256:
            raise _damaged(path, f"{name} are not what was written")
        found[name] = tuple(_lines(data, kind, path, f"{name}.jsonl"))
        if len(found[name]) != said.lines:
            raise _damaged(path, f"{name} are not as many as were written")
    return WorkPackage(
        project=manifest.project,
        made_by=manifest.made_by,
        made_at=manifest.made_at,
        assignment=manifest.assignment,
        **found,
    )


def _allowed(archive: zipfile.ZipFile, path: Path) -> dict[str, zipfile.ZipInfo]:
    """The entries by their names, once it is sure that they are those of a bundle."""
    allowed = [{_MANIFEST, *(f"{n}.jsonl" for n in parts)} for parts in _PARTS_OF.values()]
    infos = archive.infolist()
    names = {info.filename for info in infos}
    if len(infos) != len(names) or names not in allowed:
        raise ImportFault(
            "{file} is not a bundle: it has other files in it",
            hint="Ask for a bundle made with “vaglio bundle”.",
            file=name_of(path),
        )
    whole = sum(info.file_size for info in infos)
    swollen = [i for i in infos if i.file_size > MOST_TIMES * max(1000, i.compress_size)]
    if whole > MOST_BYTES or swollen:
        raise ImportFault(
            "{file} unpacks to {size} MB, which no bundle does",
            hint="It may be made to fill your memory. Nothing of it was read.",
            file=name_of(path),
            size=whole >> 20,
        )
    return {info.filename: info for info in infos}


def _manifest(data: bytes, path: Path) -> Manifest:
    try:
        heading = msgspec.json.decode(data, type=_BundleHeading)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as err:
        raise _damaged(path, "its manifest cannot be read") from err
    if heading.format not in _PARTS_OF:
        raise ImportFault(
            "{file} is of the format {version}, and this program reads {known}",
            hint="Open it with a newer Vaglio.",
            file=name_of(path),
            version=heading.format,
            known=WITH_DELETIONS,
        )
    try:
        return msgspec.json.decode(data, type=Manifest)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as err:
        raise _damaged(path, "its manifest is not that of a bundle") from err


def _lines(data: bytes, kind: type[T], path: Path, part: str) -> Iterable[T]:
    decoder = msgspec.json.Decoder(kind)
    for number, line in enumerate(data.splitlines(), 1):
        try:
            yield decoder.decode(line)
        except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as err:
            explain(line, LinePosition(path / part, number), err)


def _damaged(path: Path, said: str) -> ImportFault:
    return ImportFault(
        "{file} is damaged: {said}",
        hint="Nothing of it was merged. Ask your colleague to send it again.",
        file=name_of(path),
        said=said,
    )
