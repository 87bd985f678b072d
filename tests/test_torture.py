"""A few kills, faults and random acts; ``python -m benchmarks.kill_window`` and its like have hundreds."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests import ROOT

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="forks, and looks into /proc")


def run(tool: str, *words: str, folder: Path) -> str:
    """What the tool says; it ends with 0 where nothing was lost."""
    done = subprocess.run(
        [sys.executable, "-m", f"benchmarks.{tool}", *words],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "TMPDIR": str(folder)},
        capture_output=True,
        text=True,
        timeout=600,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_what_a_killed_window_has_shown_as_saved_is_there(tmp_path):
    said = run("kill_window", "--kills", "2", "--only", "window", folder=tmp_path)
    assert '"kills": 2' in said
    assert '"wrong": 0' in said
    assert '"saved": 0' not in said.splitlines()[-1]


def test_a_killed_command_has_done_all_or_nothing(tmp_path):
    said = run("kill_window", "--kills", "6", "--only", "commands", folder=tmp_path)
    assert '"kills": 6' in said
    assert '"wrong": 0' in said


def test_a_command_whose_disk_fails_says_so_and_does_it_all_afterwards(tmp_path):
    words = ("--only", "commands", "--quick", "--command", "new", "--command", "adjudicate")
    said = run("faults", *words, folder=tmp_path)
    assert "refused" in said
    assert "WRONG" not in said


def test_random_acts_in_the_window_crash_nothing_and_lose_nothing(tmp_path):
    said = run("monkey", "--seconds", "60", "--events", "60", "--seed", "3", folder=tmp_path)
    assert "60 acts" in said
    assert "0 tracebacks" in said
    assert "FAULT" not in said
