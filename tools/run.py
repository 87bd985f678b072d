"""``make run``: the main job on the sample articles, or on the files that are named.

With a display it opens the window on a project made from them. Without one it does the same job
headless: import, suggest, a picture of the article view and a JSONL file in ``exports/``.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from annotator.core.paths import samples

ROOT = Path(__file__).resolve().parent.parent


def main(files: list[str]) -> int:
    name = "articles" if files else "sample"
    project = ROOT / f"{name}.vaglio"
    given = files or samples()
    if files or not project.exists():
        code = vaglio("import", project, *given)
        if not project.exists():
            return code
    if has_display():
        print(f"Opening the window on {project.name}; everything you do is saved in it.")
        return vaglio("open", project)
    return headless(project, name)


def headless(project: Path, name: str) -> int:
    """The same job where there is no screen; says what it did."""
    print("There is no display here, so the same job is done without the window.")
    exports = ROOT / "exports"
    exports.mkdir(exist_ok=True)
    picture, lines = exports / f"{name}.png", exports / f"{name}.jsonl"
    code = vaglio("suggest", project)
    code = code or vaglio("render", project, "1", "-o", picture)
    code = code or vaglio("export", project, "--format", "jsonl", "--layer", "all", "-o", lines)
    if code == 0:
        print(f"Look at exports/{picture.name}; the labelled data is in exports/{lines.name}.")
    return code


def has_display() -> bool:
    if not sys.platform.startswith("linux"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def vaglio(*words: object) -> int:
    command = [sys.executable, "-m", "annotator", *map(str, words)]
    return subprocess.run(command, cwd=ROOT, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
