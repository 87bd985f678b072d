"""Who may import whom, and how large things may grow: the house rules, held by a test."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "annotator"
MODULES = sorted(PACKAGE.rglob("*.py"))
# the row of the use cases
DESKS = {
    "desk",
    "evaluating",
    "exporting",
    "learning",
    "library",
    "reviewing",
    "suggesting",
    "agreeing",
    "figures",
    "claiming",
    "watching",
    "links",
    "said_before",
    "exchanging",
    "keeping",
    "importing",
}
ALLOWED = {
    "core": {"core"},
    "isolation": {"isolation"},
    "places": set(),
    "store": {"core", "store", "__version__"},
    "formats": {"core", "isolation", "formats", "places", "__version__"},
    "suggest": {"core", "isolation", "suggest", "places", "__version__"},
    "learning": {"core", "store", "suggest"},
    "suggesting": {"core", "store", "suggest", "learning"},
    "desk": {"core", "store", "formats", "suggest", "places", *DESKS},
    "evaluating": {"core", "store", "formats"},
    "exporting": {"core", "isolation", "store", "formats"},
    "library": {"core", "store", "formats", "places", "library"},
    "reviewing": {"core", "store", "desk"},
    "agreeing": {"core", "store"},
    "claiming": {"core", "store", "desk"},
    "links": {"core", "formats", "desk"},
    "said_before": {"core", "isolation", "store", "suggest"},
    "exchanging": {"core", "store", "formats", "desk"},
    "figures": {"core"},
    "importing": {"core", "store", "formats", "desk"},
    "watching": {"core", "store", "formats", "desk", "exchanging", "importing"},
    "keeping": {"core", "store", "formats", "desk", "library"},
    "doctor": {"core", "isolation", "store", "suggest", "places", "__version__"},
    "cli": {"core", "store", "formats", "suggest", "doctor", "ui", "cli", "__version__", *DESKS},
    "ui": {
        *("core", "isolation", "store", "formats", "suggest", "places", "ui", "__version__"),
        *DESKS,
    },
    "__main__": {"isolation", "cli", "ui"},
}
OUTSIDE = {
    "PySide6": {"ui"},
    "spacy": {"suggest", "formats"},
    "sqlite_utils": {"store"},
    "sqlite3": {"store"},
    "trafilatura": {"formats"},
    "numpy": {"suggest"},
    "onnxruntime": {"suggest"},
    "ctypes": {"isolation"},
}


def part_of(path: Path) -> str:
    first = path.relative_to(PACKAGE).parts[0]
    return first.removesuffix(".py")


def imports(path: Path) -> list[str]:
    """Dotted names that a module imports, relative ones made absolute."""
    package = ("annotator", *path.relative_to(PACKAGE).parts[:-1])
    found: list[str] = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            base = ".".join(package[: len(package) - node.level + 1]) if node.level else ""
            module = ".".join(part for part in (base, node.module) if part)
            found += [f"{module}.{alias.name}" for alias in node.names]
    return found


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_a_module_imports_only_from_its_own_row_and_below(path):
    part = part_of(path)
    if part == "__init__":
        return
    for name in imports(path):
        root, _, rest = name.partition(".")
        if root == "annotator":
            assert not rest or rest.split(".")[0] in ALLOWED[part], f"{part} imports {name}"
        elif root in OUTSIDE:
            assert part in OUTSIDE[root], f"{part} imports {name}"


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_no_module_outgrows_its_reader(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 450


def test_the_window_never_loads_spacy_or_numpy():
    code = "import sys, annotator.ui.app; print({'spacy', 'numpy'} & set(sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        cwd=PACKAGE.parent,
        env={"QT_QPA_PLATFORM": "offscreen", "PATH": ""},
    )
    assert done.stdout.strip() == "set()"


def test_articles_are_shown_as_plain_text_only():
    """Foreign text never goes where Qt would read it as HTML, but for our own page on its way to paper."""
    for path in set((PACKAGE / "ui").rglob("*.py")) - {PACKAGE / "ui" / "printing.py"}:
        assert ".setHtml(" not in path.read_text(encoding="utf-8"), path
