"""What is installed here, and whether it fits: for people who write to us that it does not."""

from __future__ import annotations

import os
import platform
import sys
import tempfile
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

from msgspec import Struct

from annotator.core.paths import RESOURCES
from annotator.isolation import probe, telemetry

from .. import __version__

_PACKAGES = ("PySide6_Essentials", "spacy", "sqlite-utils", "msgspec", "trafilatura", "py3langid")


class Diagnosis(Struct, frozen=True):
    """One thing looked at; *is_well* is False where somebody should look at it."""

    what: str
    said: str
    is_well: bool = True


def findings() -> Iterator[Diagnosis]:
    """Everything worth knowing, the quick things first."""
    yield Diagnosis("Vaglio", __version__)
    version = ".".join(map(str, sys.version_info[:3]))
    yield Diagnosis("Python", version, (3, 11) <= sys.version_info[:2] <= (3, 13))
    yield Diagnosis("System", platform.platform())
    for package in _PACKAGES:
        yield _package(package)
    yield _qt_and_python()
    yield _sqlite()
    yield _window()
    yield _network()
    yield _parser()
    yield _telemetry()
    yield from _traces()
    yield from _shipped()
    yield _entity_model()
    yield _suggester()


def _traces() -> Iterator[Diagnosis]:
    """What is kept outside projects, and who can read it; docs/traces.md says what is in it.

    Not well is what others can read; what is left of a process that was killed goes by hand.
    """
    from annotator.suggest.model import embedding_index
    from annotator.suggest.runtime import checkpoint

    config = Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config")
    places = {
        "Settings": [config / "vaglio" / "vaglio.ini", config / "QtProject.conf"],
        "Vectors of claims": [*embedding_index.folder().glob("*")],
        "Articles read halfway": [*checkpoint.folder().glob("*")],
        "Temporary files": [
            path
            for folder in {tempfile.gettempdir(), "/dev/shm"}
            for path in Path(folder).glob("vaglio-*")
            if not path.is_symlink()
        ],
    }
    for what, paths in places.items():
        there = [path for path in paths if path.exists()]
        if there:
            where = sorted({str(path.parent) for path in there})
            names = (
                what != "Settings"
            )  # Qt's own file holds paths alone, and rights that Qt gave it
            is_open = names and any(path.stat().st_mode & 0o077 for path in there)
            said = f"{len(there)} in {', '.join(where)}"
            is_well = not is_open or sys.platform == "win32"
            yield Diagnosis(
                f"Traces: {what}", said if is_well else f"{said}, others can read", is_well
            )


def _package(name: str) -> Diagnosis:
    try:
        return Diagnosis(name, metadata.version(name))
    except metadata.PackageNotFoundError:
        return Diagnosis(name, "not installed", is_well=False)


def _qt_and_python() -> Diagnosis:
    """PySide6 6.12 on CPython 3.11 loses references to None and aborts within a second."""
    try:
        qt = tuple(int(part) for part in metadata.version("PySide6_Essentials").split(".")[:2])
    except metadata.PackageNotFoundError:
        return Diagnosis("Qt for Python", "not installed", is_well=False)
    is_well = not (qt >= (6, 12) and sys.version_info < (3, 12))
    said = "goes with this Python" if is_well else "6.12 crashes on Python 3.11: install 6.11"
    return Diagnosis("Qt for Python", said, is_well)


def _sqlite() -> Diagnosis:
    from annotator.store.database import connection

    is_sound = connection.VERSION >= connection.WAL_IS_SOUND_FROM
    said = ".".join(map(str, connection.VERSION))
    if not is_sound:
        said += ": too old for write-ahead logging, saving is slower (install pysqlite3)"
    return Diagnosis("SQLite", said, is_sound)


def _window() -> Diagnosis:
    has_display = bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
    if sys.platform.startswith("linux") and not has_display:
        return Diagnosis("Window", "no display: only the command line works here")
    return Diagnosis("Window", "a display is there")


def _network() -> Diagnosis:
    if probe.network_is_given_up():
        return Diagnosis("Network", "given up by every process that reads files or loads a model")
    said = "this system cannot take it from a process: only code in Python is kept from it"
    return Diagnosis("Network", said)


def _parser() -> Diagnosis:
    reached = probe.reached_by_a_parser()
    if reached is None:
        return Diagnosis("Files of others", "the process that reads them does not start", False)
    if not reached:
        return Diagnosis("Files of others", "read in a process that reaches nothing else")
    said = "read in a process of their own, but this system lets it " + ", ".join(reached)
    return Diagnosis("Files of others", said)


def _telemetry() -> Diagnosis:
    left = telemetry.remains()
    if left is None:
        return Diagnosis("Telemetry", "that of onnxruntime is off")
    said = f"that of onnxruntime is off; an earlier version left a device id: delete {left}"
    return Diagnosis("Telemetry", said, is_well=False)


def _shipped() -> Iterator[Diagnosis]:
    for name in ("schemes/news.toml", "fonts", "translations/vaglio_it.qm", "jsonl.schema.json"):
        path: Path = RESOURCES / name
        is_there = path.exists()
        yield Diagnosis(f"resources/{name}", "there" if is_there else "missing", is_there)


def _entity_model() -> Diagnosis:
    from annotator.suggest.model import encoder

    fault = encoder.fault()
    return Diagnosis("Entity model", str(fault) if fault else "there", fault is None)


def _suggester() -> Diagnosis:
    from annotator.core.model import Article
    from annotator.core.text import sha256

    from .. import suggest

    text = "Il 4 gennaio Mario Rossi ha detto che i prezzi sono calati del 3%."
    article = Article(id="", title="", text=text, sha256=sha256(text), language="it")
    made = suggest.suggest(article, layer_id="")
    said = f"{suggest.AUTHOR}: {len(made.entities)} entities, {len(made.claims)} claims in a test"
    return Diagnosis("Suggester", said, bool(made.entities and made.claims))
