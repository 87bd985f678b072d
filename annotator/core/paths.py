"""Where the files that ship with Vaglio are."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parents[1]


def _shipped(name: str) -> Path:
    """A shipped folder: inside the installed package, or beside it in a checkout."""
    inside = _PACKAGE / name
    return inside if inside.is_dir() else _PACKAGE.parent / name


RESOURCES = _shipped("resources")
SEEDS = _shipped("seeds")


def samples() -> list[Path]:
    """The files of the sample articles: all in `SEEDS` but what tells of them."""
    return sorted(path for path in SEEDS.iterdir() if path.name != "README.md")
