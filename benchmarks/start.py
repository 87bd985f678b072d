"""How soon the window is there, and what it weighs: ``python -m benchmarks.start [PROJECT] [--runs N]``.

Each run is a process of its own: the clock starts before the first import and stops when the last
article has been painted. With no project it makes one of the sample articles. Wants a display (or
QT_QPA_PLATFORM=offscreen).
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from annotator.core.paths import samples
from annotator.services.session import open_session

_CHILD = """
import time
began = time.perf_counter()
import sys
from annotator.ui import app
start = app.MainWindow.start
def timed(window, *words, **more):
    start(window, *words, **more)
    window.workspace.view.viewport().repaint()
    pages = int(open("/proc/self/statm").read().split()[1]) if sys.platform == "linux" else 0
    print((time.perf_counter() - began) * 1000, pages * 4096 / 1e6)
app.MainWindow.start = timed
sys.exit(app.run([sys.argv[1], "--smoke"]))
"""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("project", nargs="?", type=Path)
    parser.add_argument("--runs", type=int, default=7)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        project = given.project or _sample(Path(folder))
        figures = [_run(project) for _ in range(given.runs + 1)][1:]  # the first warms the cache
    times, sizes = zip(*figures, strict=True)
    print(f"window with the article: median {statistics.median(times):.0f} ms")
    print(f"  from {min(times):.0f} to {max(times):.0f}; memory {max(sizes):.0f} MB")
    return 0


def _sample(folder: Path) -> Path:
    project = folder / "sample.vaglio"
    with open_session(project, analyst="anna", create=True).store as store:
        from annotator.services.importing import import_files
        from annotator.services.session import Session

        import_files(Session(store, "anna"), samples())
    return project


def _run(project: Path) -> tuple[float, float]:
    done = subprocess.run(
        [sys.executable, "-c", _CHILD, str(project)], capture_output=True, text=True, check=True
    )
    milliseconds, megabytes = done.stdout.split()[:2]
    return float(milliseconds), float(megabytes)


if __name__ == "__main__":
    sys.exit(main())
