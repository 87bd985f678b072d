"""Take the disk away: is what was acknowledged still there, and does the work go on afterwards?

    python -m benchmarks.faults [--only commands|window] [--quick] [--seed 1] [--command NAME]

Every command that writes (`benchmarks.commands_at_risk`) and the real window (`benchmarks.sitting`)
meet: failing syncs, failing and full writes from the Nth on (strace), writes cut short by a limit on
the size of files, too few descriptors, a full disk, a disk with no room for another file, a disk
that can only be read (small tmpfs). Each time: what was said to be done is there, nothing is there
by half, what is said is no traceback, and once the fault is gone the same command does it all.

What this machine cannot do (no strace, no right to mount) is left out, with a word. Exit code 1:
something was lost, half written or not understood.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from . import commands_at_risk as risk
from . import kill_window as killing

_ROOM = 48 << 20  # bytes of the small disk
_INJECTED = (
    *(f"fdatasync:error=EIO:when={n}+" for n in (1, 2, 4)),
    *(f"fsync:error=EIO:when={n}+" for n in (1, 2)),
    *(f"pwrite64:error=EIO:when={n}+" for n in (1, 6, 25)),
    *(f"pwrite64:error=ENOSPC:when={n}+" for n in (2, 12)),
    "rename:error=EIO:when=1+",
    "ftruncate:error=EIO:when=1+",
    *(f"pwrite64:signal=KILL:when={n}" for n in (1, 3, 9)),
    *(f"{call}:signal=KILL:when={n}" for call in ("fdatasync", "fsync") for n in (1, 2)),
)
_INJECTED_IN_WINDOW = (
    "fsync:error=EIO",  # what SQLite calls in our build; others call fdatasync
    "pwrite64:error=EIO",
    "pwrite64:error=ENOSPC",
    "openat:error=EMFILE",
)


class Fault(NamedTuple):
    """Something that goes wrong: *run* meets it with a command and says how that ended."""

    name: str
    run: Callable[[risk.Command, Path], tuple[int, str]]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--only", choices=("commands", "window"))
    parser.add_argument("--quick", action="store_true", help="a sixth of the commands' faults")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--command", action="append", help="only this one")
    asked = parser.parse_args()
    wrong = 0
    with tempfile.TemporaryDirectory(prefix="faults-") as folder:
        if asked.only != "window":
            told = commands(Path(folder), asked.seed, quick=asked.quick, only=asked.command)
            wrong += show(told)
        if asked.only != "commands":
            wrong += show(window(Path(folder) / "window", asked.seed))
    return 1 if wrong else 0


def show(told: list[tuple[str, str, str]]) -> int:
    """A line for each fault: how it ended with which command; how many went wrong."""
    by_fault: dict[str, list[str]] = {}
    for fault, command, outcome in told:
        by_fault.setdefault(fault, []).append(f"{command}: {outcome}")
    for fault, outcomes in by_fault.items():
        counts = [o.split(": ")[1].split(" ")[0] for o in outcomes]
        kinds = ", ".join(f"{counts.count(kind)} {kind}" for kind in sorted(set(counts)))
        print(f"{fault:36} {kinds}")
        for each in outcomes:
            if ": WRONG" in each:
                print("   ", each)
    return sum("WRONG" in outcome for _, _, outcome in told)


# -- commands


def commands(
    folder: Path, seed: int, *, quick: bool = False, only: list[str] | None = None
) -> list[tuple[str, str, str]]:
    """Every fault with every command: fault, command, and ``refused``, ``done`` or ``WRONG …``."""
    killing.load_commands()
    base = folder / "base"
    risk.prepare(base, articles=6, seed=seed)
    chosen = [c for c in risk.COMMANDS if not c.is_slow and (not only or c.name in only)]
    dice = random.Random(seed)
    told = []
    with _small_disk(folder / "disk") as disk:
        faults = [*_injections(), *_limits(), *_disks(disk)]
        for command in chosen:
            known = killing.without_a_death(command, base, folder)
            for fault in faults:
                if quick and dice.random() > 1 / 6:
                    continue
                is_on_disk = fault.name.startswith("disk")
                work = killing.copy(base, disk if is_on_disk and disk is not None else folder)
                outcome = _meet(fault, command, work, known)
                told.append((fault.name, command.name, outcome))
                if "WRONG" in outcome:
                    print(f"  {fault.name}, {command.name}: {outcome}", flush=True)
    return told


def _meet(fault: Fault, command: risk.Command, work: Path, known: killing.Known) -> str:
    before, after, whole, _ = known
    code, said = fault.run(command, work)
    project = work / risk.project_of(command)
    wrong = risk.wrong_with(command, work, before, after, whole)
    if "Traceback" in said:
        wrong.append("a traceback: " + said.strip().splitlines()[-1][:200])
    if code == 0 and not wrong and risk.summary(project) != after:
        wrong.append("it said that it was done, and is not")
    if code == 0 and command.output and not (work / command.output).exists():
        wrong.append("it said that it was done, and there is no file")
    if code not in (0, 1, 3, -signal.SIGKILL):
        wrong.append(f"exit code {code}: {said[-200:]!r}")
    if not wrong and (command.name != "new" or not project.exists()):
        wrong = killing.goes_on(command, work, after, whole)
    if wrong:
        return f"WRONG ({'; '.join(wrong)})"
    return "done" if code == 0 else "killed" if code < 0 else "refused"


def _injections() -> list[Fault]:
    """Calls that fail, from the Nth on; none where there is no strace."""
    if not can_trace():
        print("No strace that works here: calls that fail are left out.")
        return []

    def fault(what: str) -> Fault:
        call = what.partition(":")[0]
        before = ["strace", "-f", "-qq", "-o", "/dev/null", "-e", f"trace={call}"]
        before += ["-e", f"inject={what}"]
        return Fault(what, lambda command, work: risk.run(command, work, before=before))

    return [fault(what) for what in _INJECTED]


def can_trace() -> bool:
    """Whether there is a strace that may watch a process here."""
    if shutil.which("strace") is None:
        return False
    words = ["strace", "-qq", "-o", os.devnull, "-e", "trace=fsync", "true"]
    return subprocess.run(words, capture_output=True).returncode == 0


def _limits() -> list[Fault]:
    """Files that may not grow (a write is cut short, the next one fails), and no more descriptors."""

    def limited(name: str, kind: int, limit: int) -> Fault:
        def run(command: risk.Command, work: Path) -> tuple[int, str]:
            def act() -> int:
                resource.setrlimit(kind, (limit, limit))
                return killing.run_words(command.words)

            return _forked(act, work, work / "said")

        return Fault(name, run)

    small = [
        limited(f"files of {size >> 10} KiB at most", resource.RLIMIT_FSIZE, size)
        for size in (3 << 10, 40 << 10, 200 << 10, 600 << 10)
    ]
    few = [
        limited(f"{count} descriptors", resource.RLIMIT_NOFILE, count)
        for count in (5, 6, 7, 8, 16)  # from 9 to 15 the program cannot load its own modules
    ]
    return small + few


def _forked(act: Callable[[], int], work: Path, said: Path) -> tuple[int, str]:
    said.write_bytes(b"")
    code = killing.end(killing.fork(act, work))
    return code, said.read_text("utf-8", "replace")


def _disks(disk: Path | None) -> list[Fault]:
    """A full disk, one that takes no more files, one that may not be written to."""
    if disk is None:
        print("No right to mount a small disk here: full disks are left out.")
        return []

    def elsewhere_said(command: risk.Command, work: Path) -> tuple[int, str]:
        said = disk.parent / "said"  # its words must not want room on the disk that is full
        return _forked(lambda: killing.run_words(command.words, str(said)), work, said)

    def with_room_for(kib: int) -> Fault:
        def run(command: risk.Command, work: Path) -> tuple[int, str]:
            with filled(disk, leave=kib << 10):
                return elsewhere_said(command, work)

        return Fault(f"disk with {kib} KiB left", run)

    def without_inodes(command: risk.Command, work: Path) -> tuple[int, str]:
        with no_more_files(disk):
            return elsewhere_said(command, work)

    def to_read_only(command: risk.Command, work: Path) -> tuple[int, str]:
        words = [sys.executable, "-m", "annotator", *command.words]
        _to_read_only(disk)
        try:
            done = subprocess.run(
                words, cwd=work, env=risk.environment(disk.parent / "x"), capture_output=True
            )
        finally:
            _mount("-o", "remount,rw", str(disk))
        return done.returncode, (done.stdout + done.stderr).decode("utf-8", "replace")

    full = [with_room_for(kib) for kib in (0, 4, 40, 200)]
    return [
        *full,
        Fault("disk without inodes", without_inodes),
        Fault("disk read only", to_read_only),
    ]


def _to_read_only(disk: Path) -> None:
    """Takes the right to write away; who is killed just now may hold a file for a moment longer."""
    for _ in range(50):
        with contextlib.suppress(subprocess.CalledProcessError):
            _mount("-o", "remount,ro", str(disk))
            return
        time.sleep(0.2)
    raise RuntimeError(f"somebody writes on {disk}: " + "; ".join(_writers_on(disk)))


def _writers_on(disk: Path) -> Iterator[str]:
    """The processes that have a file open there, and which."""
    for link in Path("/proc").glob("[0-9]*/fd/*"):
        with contextlib.suppress(OSError):
            target = os.readlink(link)
            if target.startswith(str(disk)):
                words = (link.parents[1] / "cmdline").read_bytes().replace(b"\0", b" ")
                yield f"{words.decode('utf-8', 'replace')}: {target}"


@contextlib.contextmanager
def _small_disk(at: Path) -> Iterator[Path | None]:
    """A disk in memory of a few megabytes; None where nobody lets us mount one."""
    at.mkdir(parents=True, exist_ok=True)
    try:
        _mount("-t", "tmpfs", "-o", f"size={_ROOM},nr_inodes=4000", "tmpfs", str(at))
    except (OSError, subprocess.CalledProcessError):
        yield None
        return
    try:
        yield at
    finally:
        subprocess.run(["umount", "-l", str(at)], check=True)


def _mount(*words: str) -> None:
    subprocess.run(["mount", *words], check=True, capture_output=True)


@contextlib.contextmanager
def filled(disk: Path, *, leave: int) -> Iterator[None]:
    """Nothing but *leave* bytes are free there."""
    filler = disk / "filler"
    try:
        with filler.open("wb", buffering=0) as out, contextlib.suppress(OSError):
            while True:
                out.write(bytes(1 << 12))
        os.truncate(filler, max(0, filler.stat().st_size - leave))
        yield
    finally:
        filler.unlink()


@contextlib.contextmanager
def no_more_files(disk: Path) -> Iterator[None]:
    """No file can be made there any more."""
    folder = disk / "many"
    folder.mkdir()
    try:
        with contextlib.suppress(OSError):
            for number in range(100_000):
                (folder / str(number)).touch()
        yield
    finally:
        shutil.rmtree(folder)


# -- the window


def window(folder: Path, seed: int) -> list[tuple[str, str, str]]:
    """The window while it is worked in: fault, "window", and how it ended."""
    killing.load_window()
    folder.mkdir(parents=True)
    told = []
    base = folder / "base"
    risk.prepare(base, articles=6, seed=seed)
    if can_trace():
        for what in _INJECTED_IN_WINDOW:
            work = killing.copy(base, folder)
            told.append((what, "window", _sitting(work, seed, lambda pid, w=what: _traced(pid, w))))
    with _small_disk(folder / "disk") as disk:
        for leave in (0, 64 << 10) if disk is not None else ():
            work = killing.copy(base, disk)
            name = f"disk with {leave >> 10} KiB left"
            outcome = _sitting(work, seed, lambda _pid, n=leave: filled(disk, leave=n))
            told.append((name, "window", outcome))
        if disk is not None:
            work = killing.copy(base, disk)
            outcome = _sitting(work, seed, lambda _pid: no_more_files(disk))
            told.append(("disk without inodes", "window", outcome))
    return told


@contextlib.contextmanager
def _traced(pid: int, what: str) -> Iterator[None]:
    """A call of the process fails, each time, until the block ends."""
    call = what.partition(":")[0]
    words = ["strace", "-f", "-qq", "-o", os.devnull, "-e", f"trace={call}", "-e", f"inject={what}"]
    tracer = subprocess.Popen([*words, "-p", str(pid)])
    try:
        yield
    finally:
        tracer.send_signal(signal.SIGINT)  # it lets go of the process
        tracer.wait(20)


def _sitting(
    work: Path, seed: int, fault: Callable[[int], contextlib.AbstractContextManager]
) -> str:
    """Work, meet the fault for a while, work on; what was shown as saved is there."""
    reading, writing = os.pipe()
    pid = killing.fork(lambda: killing.sit_at_window(work, seed, writing, every_ms=20), work)
    os.close(writing)
    lines = killing.Lines(reading)
    lines.wait(10, 120)
    with fault(pid):
        time.sleep(1)
        refused = _wait_for(lines, "refused", _count(lines, "refused") + 3, 40)
    saved = _count(lines, "saved")
    goes_on = _wait_for(lines, "saved", saved + 5, 60)
    os.kill(pid, signal.SIGKILL)
    lines.drain()
    killing.end(pid)
    os.close(reading)
    acknowledged = [line.split()[1] for line in lines.whole if line.startswith("saved ")]
    wrong = [line[:600] for line in lines.whole if line.startswith("crash ")][:2]
    wrong += killing.lost(work / risk.PROJECT, acknowledged)
    if not goes_on:
        wrong.append("the work does not go on once the fault is gone")
    said = sorted({line for line in lines.whole if line.startswith("refused ")})
    for line in said:
        print(f"    said in the window: {line[8:200]}")
    if wrong:
        return f"WRONG ({'; '.join(wrong)})"
    return f"{'refused' if refused else 'done'} ({len(acknowledged)} saved)"


def _count(lines: killing.Lines, word: str) -> int:
    return sum(line.startswith(word) for line in lines.whole)


def _wait_for(lines: killing.Lines, word: str, count: int, seconds: float) -> bool:
    until = time.monotonic() + seconds
    while _count(lines, word) < count and time.monotonic() < until:
        lines.wait(len(lines.whole) + 1, 1)
    return _count(lines, word) >= count


if __name__ == "__main__":
    sys.exit(main())
