"""Whether an edit that was acknowledged survives: ``python -m benchmarks.crash [--kills 200] [--cuts 400]``.

Two kinds of death. ``kill -9`` at a random moment shows that an edit is whole or not there. A power
cut is more: what was written but not synced may be on the disk in part, in any order, or torn; so
every write and sync of a working store is recorded with strace, and the disk rebuilt as it could be
after a cut at any moment: all that was synced, and a random, possibly torn, part of the rest.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from annotator.core import text as texts
from annotator.core.annotated_article import AnnotatedArticle
from annotator.core.changes import Edit, change
from annotator.core.errors import ProjectFault
from annotator.core.ids import new_id, now
from annotator.core.model import Article, Entity, Layer, Span, with_
from annotator.store import Store, check

_PAGES_BEFORE_CHECKPOINT = 40


def make_project(path: Path) -> None:
    """A project with one article, for the writers to work on."""
    text = "parola " * 400
    article = Article(
        id=new_id(), title="Prova", text=text, sha256=texts.sha256(text), imported_at=now()
    )
    with Store.create(path) as store:
        store.load([AnnotatedArticle(article=article)], author="anna", tool="crash")


def write(path: Path, count: int, seed: int) -> None:
    """Edit until killed, or *count* times; say the id of each change once it is saved."""
    pick = random.Random(seed)
    store = Store.open(path)
    store.connection.execute(f"PRAGMA wal_autocheckpoint = {_PAGES_BEFORE_CHECKPOINT}")
    article = next(store.annotated_articles()).article
    layer = store.layer(article.id, "anna")
    if layer is None:
        layer = Layer(id=new_id(), article_id=article.id, author="anna", created_at=now())
        _say(store.apply(change("begin", [Edit(None, layer)], by="anna")).id)
    for _ in range(count):
        _say(_edit(store, layer, pick))
        if pick.random() < 0.2:
            store.settle()  # as the window does when nobody types
    os._exit(0)  # not closed: closing would tidy up


def _edit(store: Store, layer: Layer, pick: random.Random) -> str:
    known = store.contents(layer.id).entities
    edits = []
    if known and pick.random() < 0.4:
        entity = pick.choice(known)
        edits.append(Edit(entity, with_(entity, label="ORG", note="n" * pick.randrange(2000))))
        if pick.random() < 0.3:
            edits = [Edit(entity, None)]
    else:
        for _ in range(pick.choice((1, 1, 1, 30))):
            start = pick.randrange(2700)
            span = Span(start, start + 5)
            entity = Entity(id=new_id(), layer_id=layer.id, span=span, label="PER")
            edits.append(Edit(None, entity))
    return store.apply(change("edit", edits, by="anna", article_id=layer.article_id)).id


def _say(id_: str) -> None:
    os.write(1, f"{id_}\n".encode())


def lost(path: Path, acknowledged: list[str]) -> list[str]:
    """What is wrong with the project after a death; empty is good."""
    try:
        with Store.open(path) as store:
            there = {done.id for _, done in store.changes()}
            wrong = [f"lost {id_}" for id_ in acknowledged if id_ not in there]
            return wrong + [f"{finding.code}: {finding.what}" for finding in check(store)]
    except ProjectFault as fault:
        return [str(fault)]


def kills(count: int, folder: Path, seed: int = 5) -> dict[str, int]:
    """Kill a writer *count* times at random moments."""
    pick = random.Random(seed)
    path = folder / "killed.vaglio"
    make_project(path)
    said = {"kills": 0, "acknowledged": 0, "wrong": 0}
    acknowledged: list[str] = []
    for number in range(count):
        command = [sys.executable, "-m", "benchmarks.crash", "--write", str(path)]
        writer = subprocess.Popen(
            [*command, "--count", "1000000", "--seed", str(number)], stdout=subprocess.PIPE
        )
        assert writer.stdout is not None
        fresh = [writer.stdout.readline() for _ in range(pick.randrange(1, 30))]
        for _ in range(pick.randrange(20_000)):
            pass  # somewhere inside an edit
        os.kill(writer.pid, signal.SIGKILL)
        fresh += writer.stdout.readlines()
        writer.wait()
        writer.stdout.close()
        saved = [line.decode().strip() for line in fresh if line.endswith(b"\n")]
        acknowledged += saved
        wrong = lost(path, acknowledged)
        said["kills"] += 1
        said["acknowledged"] += len(saved)
        said["wrong"] += len(wrong)
        for each in wrong[:3]:
            print("  ", each)
        if number % 20 == 19:  # a long log makes each check long, and shows nothing more
            path.unlink()
            make_project(path)
            acknowledged = []
    return said


# ---- power cuts

_CALL = re.compile(
    r"\b(pwrite64|fdatasync|fsync|ftruncate|write)\((\d+)<([^>]*)>(?:, )?(.*)\) += \d+"
)
Event = tuple[str, str, object]  # what, in which file ("" or "-wal"), with what


def record(path: Path, count: int, trace: Path) -> list[Event]:
    """Everything a writer of *count* edits did to the disk, in order, with its acknowledgements."""
    calls = "trace=pwrite64,fdatasync,fsync,ftruncate,write"
    command = [sys.executable, "-m", "benchmarks.crash", "--write", str(path)]
    command += ["--count", str(count), "--seed", "3"]
    subprocess.run(
        ["strace", "-f", "-y", "-xx", "-s", "200000", "-e", calls, "-o", str(trace), *command],
        check=True,
        stdout=subprocess.DEVNULL,
    )
    with trace.open() as lines:
        return list(_events(lines, str(path)))


def _events(lines: Iterator[str], path: str) -> Iterator[Event]:
    for line in lines:
        if (found := _CALL.search(line)) is None:
            continue
        call, descriptor, name, arguments = found.groups()
        if name.startswith("\\x"):
            name = _bytes(name).decode("utf-8", "replace")
        if call == "write" and descriptor == "1":
            yield "ack", "", _bytes(arguments.split('"')[1]).decode().strip()
        if call == "write" or not name.startswith(path) or name.endswith("-shm"):
            continue
        file = name[len(path) :]
        if call == "pwrite64":
            quoted, _, at = arguments.rpartition(", ")
            yield "write", file, (int(at), _bytes(quoted.split('"')[1]))
        elif call == "ftruncate":
            yield "truncate", file, int(arguments)
        else:
            yield "sync", file, None


def _bytes(escaped: str) -> bytes:
    return bytes.fromhex(escaped.replace("\\x", ""))


def _done(disk: bytearray, event: Event) -> None:
    what, _, value = event
    if what == "truncate":
        assert isinstance(value, int)
        del disk[value:]
        disk.extend(bytes(value - len(disk)))
        return
    assert isinstance(value, tuple)
    at, written = value
    if len(disk) < at + len(written):
        disk.extend(bytes(at + len(written) - len(disk)))
    disk[at : at + len(written)] = written


def disk_after(events: list[Event], base: bytes, pick: random.Random) -> dict[str, bytearray]:
    """The files as they could be after *events* and a cut."""
    durable = {"": bytearray(base), "-wal": bytearray()}
    pending: dict[str, list[Event]] = {"": [], "-wal": []}
    for event in events:
        what, file, _ = event
        if what == "sync":
            for each in pending[file]:
                _done(durable[file], each)
            pending[file].clear()
        elif what != "ack":
            pending[file].append(event)
    for file, unsynced in pending.items():
        mood = pick.randrange(3)  # nothing of it arrived, a part, or all; each perhaps torn
        for each in unsynced:
            if mood == 0 or (mood == 1 and pick.random() < 0.5):
                continue
            _done(durable[file], _torn(each, pick) if pick.random() < 0.3 else each)
    return durable


def _torn(event: Event, pick: random.Random) -> Event:
    what, file, value = event
    if what != "write" or not isinstance(value, tuple) or len(value[1]) < 512:
        return event
    at, written = value
    return what, file, (at, written[: pick.randrange(0, len(written) + 1, 512)])


def cuts(
    count: int, folder: Path, *, edits: int = 150, seed: int = 11, synced: bool = True
) -> dict[str, int]:
    """Cut the power *count* times at random moments of one recorded session.

    Not *synced* leaves out all syncs, as a store without them would: that must go wrong.
    """
    pick = random.Random(seed)
    path = folder / "cut.vaglio"
    make_project(path)
    base = path.read_bytes()
    events = record(path, edits, folder / "trace")
    if not synced:
        events = [event for event in events if event[0] != "sync"]
    said = {"events": len(events), "cuts": 0, "wrong": 0}
    rebuilt = folder / "rebuilt.vaglio"
    for _ in range(count):
        before = events[: pick.randrange(1, len(events))]
        for file, disk in disk_after(before, base, pick).items():
            rebuilt.with_name(rebuilt.name + file).write_bytes(disk)
        rebuilt.with_name(rebuilt.name + "-shm").unlink(missing_ok=True)
        wrong = lost(rebuilt, [str(value) for what, _, value in before if what == "ack"])
        said["cuts"] += 1
        said["wrong"] += len(wrong)
        for each in wrong[:3] if synced else ():
            print("  ", each)
    return said


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--cuts", type=int, default=400)
    parser.add_argument("--write", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--count", type=int, default=0, help=argparse.SUPPRESS)
    parser.add_argument("--seed", type=int, default=0, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.write is not None:
        write(asked.write, asked.count, asked.seed)
    with tempfile.TemporaryDirectory() as folder:
        began = time.monotonic()
        print(json.dumps(kills(asked.kills, Path(folder))), f"{time.monotonic() - began:.0f} s")
        if shutil.which("strace") is None:
            print("No strace here: the power cut cannot be simulated.")
            return
        began = time.monotonic()
        print(json.dumps(cuts(asked.cuts, Path(folder))), f"{time.monotonic() - began:.0f} s")


if __name__ == "__main__":
    main()
