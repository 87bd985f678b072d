"""Every process that the program starts, started in one way: with our code, and nobody else's.

Python puts the current folder, or what variables name, before its own library: a folder of articles
that somebody sent could bring its own ``annotator`` or ``numpy.py`` and have it run. A child of ours
is isolated from both (``python -I``), is handed `start.py` by its place, and that finds our package
by where it lies, not by looking for it. In a bundle without an interpreter the program itself is
started, with `WORD`; see `annotator.__main__`.
"""

from __future__ import annotations

import os
import site
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from . import telemetry

WORD = "--vaglio-process"
_START = Path(__file__).with_name("start.py")
# What steers Python and would be followed by a child, were it not isolated; kept out all the same.
_OF_PYTHON = "PYTHON"
_OF_THE_DESKTOP = (
    *("DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET", "XAUTHORITY", "DBUS_SESSION_BUS_ADDRESS"),
    *("DBUS_SYSTEM_BUS_ADDRESS", "SESSION_MANAGER", "SSH_AUTH_SOCK", "GPG_AGENT_INFO"),
    *("DESKTOP_STARTUP_ID", "XDG_RUNTIME_DIR", "AT_SPI_BUS_ADDRESS", "INVOCATION_ID"),
)


@dataclass(frozen=True)
class Child:
    """A process to start: *command* and its *environment*, whole."""

    command: list[str]
    environment: dict[str, str]


def child(
    entry: str,
    *words: str,
    variables: Mapping[str, str] | None = None,
    reads_foreign_files: bool = False,
) -> Child:
    """The process that calls *entry* (``annotator.module:function``), with *words* as its argv.

    It gives up the network before anything of ours is imported. One that *reads_foreign_files* is
    not told where display, bus and keys are, and writes no bytecode. *variables* are added.
    """
    given = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(_OF_PYTHON) and not (reads_foreign_files and name in _OF_THE_DESKTOP)
    }
    options = ["-B"] if reads_foreign_files else []
    return Child(
        [*_interpreter(options), entry, *words],
        given | telemetry.VARIABLES | dict(variables or {}),
    )


def _interpreter(options: list[str]) -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable, WORD]
    # -I leaves out what was installed for one user, too; who has Vaglio there, needs it.
    isolated = ["-E", "-P"] if site.ENABLE_USER_SITE else ["-I"]
    if sys.flags.utf8_mode:
        options = [*options, "-X", "utf8"]
    return [sys.executable, *isolated, *options, str(_START)]


def leave_current_folder() -> None:
    """Take the current folder off the path, where ``python -m`` put it there and it is not ours."""
    ours = str(Path(__file__).resolve().parents[2])
    here = os.getcwd()
    if sys.path and sys.path[0] in ("", here) and os.path.realpath(here) != ours:
        del sys.path[0]
