"""Kill the window and the command line at random moments: is anything lost?

    python -m benchmarks.kill_window [--kills 20] [--seed 1] [--only window|commands]

Half of the kills hit the real window (the whole `MainWindow`, real keys; drawn in memory unless
QT_QPA_PLATFORM says otherwise) in which somebody accepts, rejects, labels, makes claims, says who
says them and what backs them, takes back, and reviews, while a command of the same project runs
beside it. It tells through a pipe which changes it has shown as saved: each of them must be in the
project afterwards, and the check must find nothing. The other half hit the commands that write
(`benchmarks.commands_at_risk`): each has done all or nothing, nothing stands half under its final
name, and the same command once more does it all. All deaths are SIGKILL. A thousand take about half
an hour on two cores. Exit code 1: something was lost, or does not go on.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import select
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from annotator.core.errors import UserError
from annotator.store import Store, check

from . import commands_at_risk as risk

_A_PROJECT_FOR = 25  # kills: a long log makes each check long, and shows nothing more
_PATIENCE_S = 120
_ALSO_SLOW = 100  # kills from which on the machine's models are loaded, too
_BESIDE = ("import", "backup beside", "export jsonl", "merge")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", choices=("window", "commands"))
    asked = parser.parse_args()
    wrong = 0
    with tempfile.TemporaryDirectory(prefix="kills-") as folder:
        for name, kill in (("window", windows), ("commands", commands)):
            if asked.only in (None, name):
                count = asked.kills if asked.only else asked.kills // 2
                began = time.monotonic()
                told = kill(count, Path(folder) / name, asked.seed)
                print(f"{name}: {json.dumps(told)} {time.monotonic() - began:.0f} s", flush=True)
                wrong += told["wrong"]
    return 1 if wrong else 0


# -- the window


def windows(count: int, folder: Path, seed: int = 1) -> dict:
    """Kill a window *count* times, each time another one on what the last has left."""
    load_window()
    dice = random.Random(seed)
    told = {"kills": 0, "saved": 0, "beside": 0, "wrong": 0}
    acknowledged: list[str] = []
    base, work = folder / "base", folder / "work"
    risk.prepare(base, seed=seed)
    for number in range(count):
        if number % _A_PROJECT_FOR == 0:
            _say_so_far(told)
            copy(base, folder)
            acknowledged = []
        other = _beside(work, dice)
        told["beside"] += other is not None
        fresh, complaint = _kill_one(work, dice.randrange(10**9), dice)
        if other is not None:
            end(other)
        acknowledged += fresh
        told["kills"] += 1
        told["saved"] += len(fresh)
        wrong = complaint + lost(work / risk.PROJECT, acknowledged)
        told["wrong"] += len(wrong)
        for each in wrong[:3]:
            print(f"  kill {number}: {each}", flush=True)
    return told


def _kill_one(work: Path, seed: int, dice: random.Random) -> tuple[list[str], list[str]]:
    """One window, killed after a while; the changes it has shown as saved, and its tracebacks."""
    reading, writing = os.pipe()
    pid = fork(lambda: sit_at_window(work, seed, writing), work)
    os.close(writing)
    lines = Lines(reading)
    lines.wait(dice.randrange(0, 30), _PATIENCE_S)
    time.sleep(dice.random() * 0.08)  # somewhere inside the next act
    os.kill(pid, signal.SIGKILL)
    lines.drain()
    end(pid)
    os.close(reading)
    saved = [line.split()[1] for line in lines.whole if line.startswith("saved ")]
    return saved, [line for line in lines.whole if line.startswith("crash ")]


class Lines:
    """What comes out of a pipe, by lines; a line that was cut off does not count."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor
        self._read = b""

    @property
    def whole(self) -> list[str]:
        return [line.decode() for line in self._read.split(b"\n")[:-1]]

    def wait(self, count: int, seconds: float) -> None:
        """Until there are so many, or it is closed, or the time is over."""
        until = time.monotonic() + seconds
        while len(self.whole) < count and time.monotonic() < until:
            if select.select([self._descriptor], [], [], 0.5)[0] and not self._take():
                return

    def drain(self) -> None:
        while self._take():
            pass

    def _take(self) -> bool:
        more = os.read(self._descriptor, 65536)
        self._read += more
        return bool(more)


def load_window() -> None:
    """Import all that a window needs, so that each one that is forked is there at once."""
    import benchmarks.sitting  # noqa: F401


def sit_at_window(work: Path, seed: int, writing: int, *, every_ms: int = 0) -> int:
    """What a forked process does until it is killed; see `benchmarks.sitting`."""
    from .sitting import sit

    return sit(work, seed, writing, every_ms=every_ms)


def _beside(work: Path, dice: random.Random) -> int | None:
    """Every other time, a command that works on the same project."""
    if dice.random() < 0.5:
        return None
    name = dice.choice(_BESIDE)
    command = next(each for each in risk.COMMANDS if each.name == name)
    return fork(lambda: run_words(command.words), work)


def lost(path: Path, acknowledged: Sequence[str]) -> list[str]:
    """What was shown as saved and is not there, and what the check finds; empty is good."""
    try:
        with Store.open(path) as store:
            there = {change.id for _, change in store.changes()}
            wrong = [f"lost {id_}" for id_ in acknowledged if id_ not in there]
            return wrong + [f"{found.code}: {found.what}" for found in check(store)]
    except UserError as fault:
        return [str(fault)]


# -- the command line


def commands(count: int, folder: Path, seed: int = 1) -> dict:
    """Kill a command *count* times, one kind after the other."""
    load_commands()
    dice = random.Random(seed)
    told: dict = {"kills": 0, "undone": 0, "done": 0, "left over": 0, "wrong": 0}
    base = folder / "base"
    risk.prepare(base, seed=seed)
    chosen = [each for each in risk.COMMANDS if count >= _ALSO_SLOW or not each.is_slow]
    known = {each.name: without_a_death(each, base, folder) for each in chosen}
    wide = [each for each in chosen for _ in range(1 if each.is_slow else 3)]
    for number in range(count):
        if number % _A_PROJECT_FOR == 0:
            _say_so_far(told)
        command = wide[number % len(wide)]
        outcome, wrong, left = _kill_command(command, base, folder, known[command.name], dice)
        told["kills"] += 1
        told[outcome] += 1
        told["left over"] += left
        told["wrong"] += len(wrong)
        for each in wrong[:3]:
            print(f"  kill {number}, {command.name}: {each}", flush=True)
    return told


class Known(tuple):
    """What a command does when nobody kills it: before, after, the file it makes, seconds."""


def without_a_death(command: risk.Command, base: Path, folder: Path) -> Known:
    work = copy(base, folder)
    before = risk.summary(work / risk.project_of(command))
    began = time.monotonic()
    code = end(fork(lambda: run_words(command.words), work))
    seconds = time.monotonic() - began
    assert code in (0, 1), (command.name, code, (work / "said").read_text())
    after = risk.summary(work / risk.project_of(command))
    made = work / command.output
    return Known((before, after, made.read_bytes() if command.output else b"", seconds))


def _kill_command(
    command: risk.Command, base: Path, folder: Path, known: Known, dice: random.Random
) -> tuple[str, list[str], int]:
    before, after, whole, seconds = known
    work = copy(base, folder)
    pid = fork(lambda: run_words(command.words), work)
    time.sleep(dice.random() * seconds)
    os.kill(pid, signal.SIGKILL)
    end(pid)
    wrong = risk.wrong_with(command, work, before, after, whole)
    project = work / risk.project_of(command)
    there = not wrong and before != after and risk.summary(project) == after
    made = command.output and (work / command.output).exists()
    if command.name != "new" or not project.exists():  # there is nothing to make twice
        wrong += goes_on(command, work, after, whole)
    return "done" if there or made else "undone", wrong, len(risk.left_over(work))


def goes_on(command: risk.Command, work: Path, after: risk.Summary, whole: bytes) -> list[str]:
    """The same command once more does all of it."""
    code = end(fork(lambda: run_words(command.words), work))
    said = (work / "said").read_text("utf-8", "replace")
    if code not in (0, 1) or "Traceback" in said:
        return [f"once more: exit code {code}: {said[-300:]}"]
    wrong = risk.wrong_with(command, work, after, after, whole)
    if risk.summary(work / risk.project_of(command)) != after:
        wrong.append("once more has not done all of it")
    return wrong


def copy(base: Path, folder: Path) -> Path:
    work = folder / "work"
    shutil.rmtree(work, ignore_errors=True)
    shutil.copytree(base, work)
    return work


def load_commands() -> None:
    """Import what commands need, so that each one that is forked begins at once."""


def run_words(words: Sequence[str], into: str = "said") -> int:
    """A command in this process; what it says goes *into* a file."""
    from annotator.cli import main as command_line

    said = os.open(into, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600)
    os.dup2(said, 1)
    os.dup2(said, 2)
    return command_line(words)


def _say_so_far(told: dict) -> None:
    print(f"  so far: {json.dumps(told)}", flush=True)


# -- processes


def fork(act: Callable[[], int], work: Path) -> int:
    """A process that does *act* in the folder *work* and ends; everything is imported already."""
    pid = os.fork()
    if pid:
        return pid
    code = 70
    try:
        os.chdir(work)
        os.environ.update(risk.environment(work))
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        code = act()
    except SystemExit as end:
        code = int(end.code or 0)
    except BaseException:
        import traceback

        traceback.print_exc()
    finally:
        for stream in (sys.stdout, sys.stderr):
            stream.flush()
        os._exit(code)


def end(pid: int) -> int:
    """The exit code of a process that we have started, once it is over."""
    _, status = os.waitpid(pid, 0)
    return os.waitstatus_to_exitcode(status)


if __name__ == "__main__":
    sys.exit(main())
