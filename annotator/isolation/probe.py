"""What the isolation holds on this machine, found out by trying it in processes that have it."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from . import network, sandbox
from .child import child

_LONGEST_S = 30


def network_is_given_up() -> bool:
    """Whether the system itself, not only Python, keeps a process of ours from the network."""
    return _answer("network_of_a_child") in (["seccomp"], ["sandbox"])


def reached_by_a_parser() -> list[str] | None:
    """What a parser of foreign files can reach though it should not; None: it did not answer."""
    return _answer("reach_of_a_parser")


def _answer(function: str) -> list[str] | None:
    started = child(f"{__name__}:{function}", reads_foreign_files=True)
    with tempfile.TemporaryDirectory(prefix="vaglio-", ignore_cleanup_errors=True) as scratch:
        try:
            done = subprocess.run(
                started.command,
                capture_output=True,
                cwd=scratch,
                env=started.environment,
                timeout=_LONGEST_S,
                check=True,
            )
        except (OSError, subprocess.SubprocessError):
            return None
    found: list[str] = json.loads(done.stdout)
    return found


# -- in the child ------------------------------------------------------------------------------


def network_of_a_child() -> None:
    """Say how the network is given up here; `start` did it already, and it can be done twice."""
    print(json.dumps([network.give_up()]))


def reach_of_a_parser() -> None:
    """Say what of `attempts` succeeds in the sandbox."""
    outside = Path(__file__).resolve().parents[1] / "written-by-the-parser"
    sandbox.enter([], Path.cwd())
    print(json.dumps([what for what, attempt in attempts(outside).items() if _succeeds(attempt)]))


def _succeeds(attempt: Callable[[], object]) -> bool:
    try:
        attempt()
    except OSError:
        return False
    return True


def attempts(outside: Path) -> dict[str, Callable[[], object]]:
    """What a hostile file could have its parser do; *outside* is a file that it must not write."""
    return {
        "read the list of users": lambda: Path("/etc/passwd").read_bytes(),
        "list the home folder": lambda: os.listdir(Path.home()),
        "write outside its folder": lambda: outside.write_bytes(b""),
        "start a program": lambda: subprocess.run([sys.executable, "-c", ""], check=False),
        "start a process": _fork,
        "open a socket of the internet": lambda: socket.socket(socket.AF_INET).close(),
        "open a socket to bus or display": lambda: socket.socket(socket.AF_UNIX).close(),
        "signal another process": lambda: os.kill(os.getppid(), 0),
    }


def _fork() -> None:
    if not hasattr(os, "fork"):
        raise OSError("there is no fork here")
    if os.fork() == 0:
        os._exit(0)
    os.wait()
