"""Random keys, clicks, wheel, drags and words in the real window, for as long as one likes.

    python -m benchmarks.monkey [--seconds 600] [--seed 1] [--events N]

The window works on a project of its own (`benchmarks.team`) in a folder of its own, beside a second
hand that writes to the same project. Nothing is asked for outside that folder: a file dialog is
given a file of it or is closed, no address is opened, and the window is never closed. With a screen
(or Xvfb) set QT_QPA_PLATFORM=xcb; without, it is drawn in memory.

Prints what went wrong: tracebacks, warnings of Qt, stretches of more than half a second in which the
window did not answer (beside them what is left without the time in which other programs had the
processor; that counts), and memory over time. Afterwards every project is checked, and taken back to its beginning.
The same seed chooses the same acts as far as the window is the same; the last fifty are printed at a
fault. Exit code 1: something crashed or was lost.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from annotator.core.errors import NothingToUndo, UserError
from annotator.services.collaboration import Collaboration
from annotator.services.session import Session
from annotator.store import Store, check

from . import team

_ROOT = Path(__file__).resolve().parent.parent
_LAST = 50
_SLOW_S = 0.5


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seconds", type=float, default=600)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--events", type=int, default=10**9, help="at most so many acts")
    parser.add_argument("--child", type=Path, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.child is not None:
        from .monkey_acts import run

        return run(asked.child, asked.seed, asked.seconds, asked.events)
    with tempfile.TemporaryDirectory(prefix="monkey-") as folder:
        told = torment(Path(folder), asked.seed, asked.seconds, asked.events)
    show(told)
    return 1 if told["faults"] else 0


def torment(folder: Path, seed: int, seconds: float, events: int = 10**9) -> dict:
    """Let the monkey loose on a new project in *folder*; what came of it."""
    prepare(folder, seed)
    words = ["--child", str(folder), "--seed", str(seed), "--seconds", str(seconds)]
    words += ["--events", str(events)]
    done = subprocess.run(
        [sys.executable, "-X", "faulthandler", "-m", "benchmarks.monkey", *words],
        cwd=folder,
        env=surroundings(folder),
        capture_output=True,
        text=True,
        errors="replace",
    )
    report = folder / "report.json"
    told = json.loads(report.read_text()) if report.exists() else {"tracebacks": []}
    told["seed"] = seed
    told["faults"] = list(told["tracebacks"])
    if done.returncode or not report.exists():
        told["faults"].append(f"ended with {done.returncode}: {done.stderr[-4000:]}")
    told["projects"] = {path.name: afterwards(path) for path in projects_in(folder)}
    for name, found in told["projects"].items():
        told["faults"] += [f"{name}: {each}" for each in found["wrong"]]
    if told["faults"]:
        acts = (folder / "acts.log").read_text("utf-8", "replace").splitlines()
        told["last"] = acts[-_LAST:]
    return told


def surroundings(folder: Path) -> dict[str, str]:
    """An environment in which everything that is remembered stays in *folder*."""
    home = folder / "home"
    home.mkdir(exist_ok=True)
    places = {"HOME": home, "TMPDIR": folder / "tmp", "XDG_CONFIG_HOME": home / ".config"}
    places |= {"XDG_CACHE_HOME": home / ".cache", "XDG_DATA_HOME": home / ".local"}
    (folder / "tmp").mkdir(exist_ok=True)
    return {
        **os.environ,
        **{name: str(path) for name, path in places.items()},
        "PYTHONPATH": str(_ROOT),
        "PYTHONHASHSEED": "0",
        "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen"),
        "VAGLIO_ANALYST": "anna",
        "LANG": "C.UTF-8",
    }


def prepare(folder: Path, seed: int) -> None:
    """The project, and files that can be chosen in dialogs: articles, a bundle, a list of names."""
    folder.mkdir(parents=True, exist_ok=True)
    team.make(folder / "p.vaglio", seed=seed)
    files = folder / "files"
    files.mkdir()
    dice = random.Random(seed)
    for number in range(4):
        (files / f"a{number}.txt").write_text(team.text_of(dice, 100 + number), "utf-8")
    (files / "page.html").write_text(
        f"<title>Pagina</title><article><p>{team.text_of(dice, 200)}</p></article>", "utf-8"
    )
    (files / "names.csv").write_text("name,id\nAnna Rossi,Q1\nANSA,Q2\n", "utf-8")
    other = files / "other.vaglio"
    team.make(other, articles=4, seed=seed)
    with Store.open(other) as store:
        Collaboration(Session(store, "bruno")).send(files / "bruno.vaglio-bundle")


def projects_in(folder: Path) -> list[Path]:
    """The projects that were worked on; backups are not."""
    return sorted(p for p in folder.rglob("*.vaglio") if "-backups" not in str(p.parent))


def afterwards(path: Path) -> dict:
    """Whether a project is in order, and is so when everybody has taken back all they did."""
    told: dict = {"wrong": [], "undone": 0, "blocked": []}
    try:
        with Store.open(path) as store:
            told["wrong"] += [f"check: {f.code} {f.what}" for f in check(store)]
            told["changes"] = len(store.changes())
            for author in sorted({change.author for _, change in store.changes()}):
                told["undone"] += sum(
                    1 for _ in _taken_back(Session(store, author), told["blocked"])
                )
            told["wrong"] += [f"check after undo: {f.code} {f.what}" for f in check(store)]
    except Exception as err:  # counted, and shown: nothing may come out of here
        told["wrong"].append(f"{type(err).__name__}: {err}")
    return told


def _taken_back(session: Session, blocked: list[str]) -> Iterator[str]:
    """Undo until there is nothing left; what others' later work forbids is told in *blocked*."""
    while True:
        try:
            yield session.undo().id
        except NothingToUndo:
            return
        except UserError as err:
            blocked.append(f"{session.analyst}: {err}")
            return


def show(told: dict) -> None:
    """What came of it, in lines."""
    print(
        f"seed {told['seed']}: {told.get('acts', 0):,} acts in {told.get('seconds', 0):.0f} s,"
        f" {told.get('saved', 0)} saved, {len(told['tracebacks'])} tracebacks"
    )
    print("  refused, with a word:", sum(told.get("refused", {}).values()))
    for said, times in sorted(told.get("refused", {}).items(), key=lambda p: -p[1])[:12]:
        print(f"    {times:4} {said[:110]}")
    for said, times in told.get("warnings", {}).items():
        print(f"  Qt warned {times} times: {said[:160]}")
    for at, wall, ours, what in told.get("gaps", []):
        print(f"  at {at:5.0f} s no answer for {wall:.2f} s ({ours:.2f} s ours): {what}")
    if curve := told.get("memory", []):
        chosen = [*curve[:: max(1, len(curve) // 15)], curve[-1]]
        print("  memory, MB (widgets):", " ".join(f"{t:.0f}s {mb}({n})" for t, mb, n in chosen))
    for name, found in told["projects"].items():
        left = f", stopped at {found['blocked']}" if found["blocked"] else ""
        print(f"  {name}: {found.get('changes')} changes, {found['undone']} taken back{left}")
    for each in told["faults"]:
        print("FAULT", each)
    for line in told.get("last", []):
        print("   ", line)


if __name__ == "__main__":
    began = time.monotonic()
    code = main()
    print(f"{time.monotonic() - began:.0f} s")
    sys.exit(code)
