"""Damage a project and a bundle at random, and see whether any change goes unnoticed.

    python -m benchmarks.mutate [--times 1000] [--seed 1]

Each time some bytes of a copy are flipped, overwritten, cut out, doubled, or the end is cut off.
Then it must be refused when opened, or reported by the check, or say exactly what it said before.
Prints how often each came about; anything else ends with exit code 1.
"""

from __future__ import annotations

import argparse
import random
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import msgspec

from annotator.core.editing import annotation_edits
from annotator.core.errors import UserError
from annotator.formats import bundle
from annotator.services.collaboration import Collaboration
from annotator.services.session import Session, open_session
from annotator.store import Store, check

WORDS = [
    "Il",
    "sindaco",
    "di",
    "Forlì",
    "ha",
    "detto",
    "che",
    "i",
    "lavori",
    "costeranno",
    "3",
    "milioni",
    "🤔",
    "secondo",
    "la",
    "Regione",
]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--times", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        project, packed = _make(Path(folder))
        wrong = 0
        for name, path, look in (
            ("project", project, _project),
            ("bundle", packed, _bundle),
        ):
            tally = _run(Path(folder) / "copy", path, look, given.times, given.seed)
            print(f"{name:8}", dict(sorted(tally.items())))
            wrong += tally["unnoticed"] + tally["crash"]
    return 1 if wrong else 0


def _make(folder: Path) -> tuple[Path, Path]:
    """A project of eight articles with the work of one person, and a bundle of it."""
    dice = random.Random(7)
    path, packed = folder / "p.vaglio", folder / "p.vaglio-bundle"
    session = open_session(path, analyst="anna", create=True)
    with session.store:
        for number in range(8):
            text = f"{number}. " + " ".join(dice.choices(WORDS, k=60))
            id_ = session.import_text(text)
            for word in dice.sample([w for w in _words(text) if len(w) > 3], 6):
                session.do(
                    annotation_edits.mark(
                        session.analyst_view(id_), [word], dice.choice(("PER", "LOC", "ORG"))
                    )
                )
            session.do(annotation_edits.set_status(session.analyst_view(id_), "submitted"))
        Collaboration(session).send(packed)
    return path, packed


def _words(text: str) -> list:
    from annotator.core.text import words

    return list(words(text))


def _run(
    copy: Path,
    path: Path,
    look: Callable[[Path, bytes | None], tuple[str, bytes]],
    times: int,
    seed: int,
) -> Counter[str]:
    _, before = look(path, None)
    sound = path.read_bytes()
    tally: Counter[str] = Counter()
    for number in range(times):
        dice = random.Random(f"{seed}/{number}")
        for left in copy.parent.glob(f"{copy.name}*"):
            shutil.rmtree(left) if left.is_dir() else left.unlink()
        copy.write_bytes(_damaged(sound, dice))
        try:
            outcome, _ = look(copy, before)
        except UserError:
            outcome = "refused"
        except Exception as err:  # what must not come about, counted and shown
            outcome = "crash"
            print(f"{path.name} {seed}/{number}: {type(err).__name__}: {err}", file=sys.stderr)
        if outcome == "unnoticed":
            print(f"{path.name} {seed}/{number}: says something else", file=sys.stderr)
        tally[outcome] += 1
    return tally


def _damaged(sound: bytes, dice: random.Random) -> bytes:
    at = dice.randrange(len(sound))
    size = dice.choice((1, 1, 1, 4, 16, 200, 5000))
    end = min(len(sound), at + size)
    match dice.choice(("flip", "flip", "write", "cut", "double", "end")):
        case "flip":
            return sound[:at] + bytes([sound[at] ^ (1 << dice.randrange(8))]) + sound[at + 1 :]
        case "write":
            return sound[:at] + dice.randbytes(end - at) + sound[end:]
        case "cut":
            return sound[:at] + sound[end:]
        case "double":
            return sound[:end] + sound[at:]
        case _:
            return sound[:at]


def _project(path: Path, before: bytes | None) -> tuple[str, bytes]:
    with Store.open(path) as store:
        found = list(check(store))
        if found:
            return "reported", b""
        said = msgspec.msgpack.encode([msgspec.to_builtins(d) for d in store.annotated_articles()])
        Session(store, "anna").scheme  # noqa: B018 # it must be readable, too
    return ("harmless" if before in (None, said) else "unnoticed"), said


def _bundle(path: Path, before: bytes | None) -> tuple[str, bytes]:
    said = msgspec.msgpack.encode(msgspec.to_builtins(bundle.read(path)))
    return ("harmless" if before in (None, said) else "unnoticed"), said


if __name__ == "__main__":
    sys.exit(main())
