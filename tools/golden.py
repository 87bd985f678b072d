"""The golden files of formats: what each writes of one rich sample, and what arrives of a file.

``python -m tools.golden`` makes them all anew, `tools.formats_index` those of new formats; the tests
compare. Look at every difference: people have files that were written as the golden ones are. A
format has a folder, and in it

- ``sample.*``: what it writes of `tests.formats.rich`; of a format that is only read,
  ``input.*``: a small file as other programs write it, made by hand and never anew;
- ``expected.json``: what writing the sample reports, and what arrives when the file is read.

What is compressed is kept unpacked (a zip as a folder of its name), because how it is packed
depends on the machine and cannot be compared by eye; what holds its time or its maker's version is
kept in other words: see `unpacked`.
"""

from __future__ import annotations

import json
import re
import shutil
import sys
import tempfile
import unicodedata
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeAlias

from msgspec import NODEFAULT, Struct
from msgspec.structs import fields

from annotator import __version__
from annotator.core.errors import ImportFault
from annotator.core.ids import now
from annotator.core.model import Article, Span
from annotator.formats import FormatEntry, Report, format_of, formats, read, write
from tests.formats.rich import PRACTICE, rich

GOLDEN = Path(__file__).parents[1] / "tests" / "formats" / "golden"
EXPECTED = "expected.json"
_NEW_ID = re.compile("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z")
_VERSION = f"Vaglio {__version__}".encode()

Files: TypeAlias = dict[str, bytes]


# -- writing -------------------------------------------------------------------------------------


def written(chosen: FormatEntry, folder: Path) -> tuple[Path, Report]:
    """What a format writes of the sample, in *folder*, and what it reports."""
    path = folder / ("sample" + chosen.suffix)
    report = write(rich(), path, format=chosen.name, verdict_policy=PRACTICE, unfinished=True)
    return path, report


def unpacked(path: Path) -> Files:
    """A file as it is kept: by names in the golden folder, in bytes that say the same anywhere."""
    if path.suffix == ".parquet":
        return {f"{path.name}.json": _table(path)}
    if path.suffix == ".pdf":
        return {f"{path.name}.txt": _printed(path)}
    content = path.read_bytes()
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as packed:
            inside = {f"{path.name}/{name}": packed.read(name) for name in packed.namelist()}
        return {name: part.replace(_VERSION, b"Vaglio X") for name, part in inside.items()}
    return {path.name: zlib.decompress(content) if path.suffix == ".spacy" else content}


def _table(path: Path) -> bytes:
    """The columns and rows of a Parquet file: pyarrow writes its version into the bytes."""
    from pyarrow.parquet import read_table

    table = read_table(path)
    types = {field.name: str(field.type) for field in table.schema}
    return _json({"columns": types, "rows": table.to_pylist()})


def _printed(path: Path) -> bytes:
    """The Latin words of a PDF: fonts for others differ, and so do versions of Qt."""
    from pypdf import PdfReader

    words = " ".join(page.extract_text() for page in PdfReader(path).pages)
    words = unicodedata.normalize("NFKC", words)  # fi may be one letter
    return "".join(f"{word}\n" for word in re.findall("[!-~¡-ſ]+", words)).encode()


# -- reading -------------------------------------------------------------------------------------


def kept(name: str, golden: Path = GOLDEN) -> Files:
    """The golden files of a format."""
    folder = golden / name
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def packed(files: Files, folder: Path) -> Path:
    """The file that golden *files* are, in *folder*: what `unpacked` has taken apart."""
    parts = {name: content for name, content in files.items() if name != EXPECTED}
    whole = next(iter(parts)).partition("/")[0]
    path = folder / whole
    if whole in parts:
        content = parts[whole]
        path.write_bytes(zlib.compress(content) if path.suffix == ".spacy" else content)
        return path
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name.partition("/")[2], content)
    return path


def arrived(chosen: FormatEntry, path: Path) -> dict[str, Any]:
    """What is read of *path*."""
    faults, report = list[ImportFault](), Report()
    found = list(read(path, author="reader", problems=faults.append, report=report))
    by = format_of(path).name
    if by != chosen.name and not chosen.packed:
        raise ValueError(f"{path.name} is read as {by}, not as {chosen.name}")
    told = {"articles": [_plain(each, each.article) for each in found], "lost": _lost(report)}
    told["faults"] = [str(fault) for fault in faults]
    return told


def _plain(value: Any, article: Article) -> Any:
    """A record without what it has by default, its spans with their words."""
    if isinstance(value, Span):
        return [value.start, value.end, value.of(article.text)]
    if isinstance(value, Struct):
        return {
            field.name: _plain(getattr(value, field.name), article)
            for field in fields(value)
            if not _is_default(getattr(value, field.name), field)
        }
    if isinstance(value, tuple | list):
        return [_plain(each, article) for each in value]
    return value


def _is_default(value: Any, field: Any) -> bool:
    if field.default is not NODEFAULT:
        return bool(value == field.default)
    return field.default_factory is not NODEFAULT and not value


# -- together ------------------------------------------------------------------------------------


def expected(chosen: FormatEntry, report: Report | None, files: Files) -> bytes:
    """The text of ``expected.json``; *report* is of writing the sample."""
    began = now()
    told: dict[str, Any] = {}
    if report is not None:
        counts = ("articles", "left_aside", "lines", "carried")
        told["written"] = {name: getattr(report, name) for name in counts}
        told["written"]["lost"] = _lost(report)
        if report.missing:
            told["written"]["missing"] = [f"{m.where}: {m.what}" for m in report.missing]
    if chosen.reads:
        with tempfile.TemporaryDirectory() as folder:
            told["read"] = arrived(chosen, packed(files, Path(folder)))
    return _alike(_json(told).decode(), began).encode()


def made(chosen: FormatEntry, golden: Files) -> Files:
    """The files of a format as they are today; what is read is *golden*, where there is such."""
    files, report = golden, None
    if chosen.writes:
        with tempfile.TemporaryDirectory() as folder:
            path, report = written(chosen, Path(folder))
            files = unpacked(path)
    return files | {EXPECTED: expected(chosen, report, golden or files)}


def _lost(report: Report) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for loss in report.lost:
        found.setdefault(f"{loss.what}: {loss.why}", []).append(loss.where)
    return found


def _json(value: Any) -> bytes:
    """JSON that can be read: letters as they are, but what cannot be seen by its number."""
    text = json.dumps(value, ensure_ascii=False, indent=1, default=str) + "\n"
    return "".join(
        c if c == "\n" or c.isprintable() else json.dumps(c)[1:-1] for c in text
    ).encode()


def _alike(text: str, began: str) -> str:
    """*text* in which ids are numbered and times since *began* are “now”."""
    ids = {
        id_: f"id-{number}" for number, id_ in enumerate(dict.fromkeys(_NEW_ID.findall(text)), 1)
    }
    text = _NEW_ID.sub(lambda found: ids[found[0]], text)
    return _TIME.sub(lambda found: "now" if found[0] >= began else found[0], text)


def make(golden: Path = GOLDEN, *, only_new: bool = False) -> Iterator[str]:
    """Make golden files anew, or of *only_new* formats; yields what formats have no input yet."""
    for name, chosen in formats().items():
        if only_new and (golden / name / EXPECTED).exists():
            continue
        inputs = {} if chosen.writes else kept(name, golden)
        if not chosen.writes and not inputs:
            yield name
            continue
        files = made(chosen, inputs)
        shutil.rmtree(golden / name, ignore_errors=True)
        for part, content in files.items():
            path = golden / name / part
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)


def make_or_exit(*, only_new: bool = False) -> None:
    """Make golden files; ends the program, and says what to do, where one cannot be made."""
    if wanting := list(make(only_new=only_new)):
        sys.exit(
            f"put a small input.* into the folders {', '.join(wanting)} of {GOLDEN}, then again"
        )


if __name__ == "__main__":
    make_or_exit()
