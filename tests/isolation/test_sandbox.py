"""The parser's process: what a hostile file could do with it, tried one by one."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from annotator.isolation import landlock, network, probe, seccomp
from annotator.isolation.child import child
from tests import ROOT

linux_only = pytest.mark.skipif(sys.platform != "linux", reason="as Linux has it")


def in_a_child(code: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """*code* in a fresh process in *folder*: what it gives up must not be ours."""
    return subprocess.run(
        [sys.executable, "-P", "-c", code],
        capture_output=True,
        text=True,
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        timeout=60,
    )


@linux_only
def test_nothing_that_a_hostile_file_could_do_succeeds():
    if not landlock.version():
        pytest.skip("this kernel has no Landlock")
    assert probe.reached_by_a_parser() == []


def test_all_of_it_succeeds_outside_the_sandbox(tmp_path):
    """So that the test above does not pass for want of the things themselves."""
    attempts = probe.attempts(tmp_path / "written")
    if sys.platform == "linux":
        assert [what for what, attempt in attempts.items() if not probe._succeeds(attempt)] == []


@linux_only
def test_the_given_file_is_read_and_its_neighbour_is_not(tmp_path):
    if not landlock.version():
        pytest.skip("this kernel has no Landlock")
    (tmp_path / "given.txt").write_text("dato")
    (tmp_path / "neighbour.txt").write_text("vicino")
    (tmp_path / "linked.txt").symlink_to("given.txt")
    (tmp_path / "scratch").mkdir()
    code = """
from pathlib import Path
from annotator.isolation import sandbox
held = sandbox.enter([Path("given.txt")], Path("scratch"))
tried = {}
def attempt(what, do):
    try: tried[what] = do() or True
    except OSError: tried[what] = False
attempt("given", lambda: Path("given.txt").read_text())
attempt("by a link", lambda: Path("linked.txt").read_text())
attempt("neighbour", lambda: Path("neighbour.txt").read_text())
attempt("altered", lambda: Path("given.txt").write_text("x"))
attempt("truncated", lambda: __import__("os").truncate("given.txt", 0))
attempt("made open to all", lambda: Path("given.txt").chmod(0o777))
attempt("dated", lambda: __import__("os").utime("given.txt", (0, 0)))
attempt("removed", lambda: Path("given.txt").unlink())
attempt("linked out", lambda: __import__("os").link("given.txt", "scratch/given.txt"))
attempt("named anew", lambda: Path("neighbour.txt").rename("scratch/n.txt"))
attempt("scratch", lambda: Path("scratch/x.txt").write_text("x"))
attempt("thread", lambda: __import__("threading").Thread(target=int).start())
print(held, {what for what, got in tried.items() if got})
"""
    done = in_a_child(code, tmp_path)
    held, _, rest = done.stdout.partition(" ")
    assert held == "True", done.stderr
    assert eval(rest) == {"given", "by a link", "scratch", "thread"}
    assert (tmp_path / "given.txt").read_text() == "dato"


@linux_only
def test_terminal_and_other_processes_are_out_of_reach(tmp_path):
    code = """
import ctypes, fcntl, os, pty, termios
from pathlib import Path
from annotator.isolation import sandbox
ours, theirs = pty.openpty()
sandbox.enter([], Path("."))
c = ctypes.CDLL(None, use_errno=True)
refused = {}
def attempt(what, do):
    try: refused[what] = do() is False
    except OSError: refused[what] = True
attempt("typing into the terminal", lambda: fcntl.ioctl(theirs, termios.TIOCSTI, b"x"))
attempt("tracing", lambda: c.ptrace(16, os.getppid(), 0, 0) == 0)
attempt("memory of another", lambda: open(f"/proc/{os.getppid()}/environ", "rb").read())
attempt("io_uring", lambda: c.syscall(425, 8, None) >= 0)
attempt("socket pair", lambda: __import__("socket").socketpair())
attempt("a namespace", lambda: c.unshare(0x10000000) == 0)
attempt("signal", lambda: os.kill(os.getppid(), 0))
os.kill(os.getpid(), 0)
print([what for what, no in refused.items() if not no])
"""
    done = in_a_child(code, tmp_path)
    assert done.stdout.strip() == "[]", done.stderr


@linux_only
def test_a_process_without_network_has_sockets_of_this_machine_only(tmp_path):
    code = """
import socket, subprocess, sys
from annotator.isolation import network
print(network.give_up())
socket.socketpair()
refused = 0
for family in (socket.AF_INET, socket.AF_INET6, socket.AF_NETLINK, socket.AF_PACKET):
    try: socket.socket(family, socket.SOCK_RAW if family == socket.AF_PACKET else socket.SOCK_DGRAM)
    except PermissionError: refused += 1
print(refused)
child = "import socket\\ntry: socket.create_connection(('127.0.0.1', 9))\\nexcept PermissionError: print('child too')"
subprocess.run([sys.executable, "-c", child])
"""
    done = in_a_child(code, tmp_path)
    assert done.stdout.split("\n")[0] == "seccomp", done.stderr
    assert "4" in done.stdout.split()
    assert "child too" in done.stdout


def test_where_the_system_has_no_filter_python_itself_refuses(tmp_path):
    code = """
import socket
from annotator.isolation import network, seccomp
seccomp.refuse = lambda refusals: False
print(network.give_up())
refused = 0
for attempt in (lambda: socket.socket(socket.AF_INET), lambda: socket.getaddrinfo("localhost", 80)):
    try: attempt()
    except PermissionError: refused += 1
print(refused, network.is_given_up())
"""
    done = in_a_child(code, tmp_path)
    if sys.platform == "linux":
        assert done.stdout.split() == ["audit", "2", "True"], done.stderr


@linux_only
def test_every_child_has_given_up_the_network():
    assert probe.network_is_given_up()
    assert not network.is_given_up()  # this process has not


def test_where_there_is_no_landlock_reading_goes_on_and_it_is_said(monkeypatch):
    monkeypatch.setattr(landlock, "version", lambda: 0)
    assert landlock.restrict([], []) is False


def test_a_filter_asks_its_arguments_in_turn():
    """Two refusals of one call: the second is asked where the first has let it pass."""
    refusals = [seccomp.Refusal("ioctl", 1, "is", 1, 5), seccomp.Refusal("ioctl", 1, "is", 1, 6)]
    program = seccomp._program(refusals, 0, 0xC000003E)
    codes = [int.from_bytes(each[:2], "little") for each in program]
    assert codes.count(seccomp._LOAD) == 2 + 2 * len(refusals)


def test_a_child_that_reads_foreign_files_is_told_of_no_desktop():
    assert "XDG_RUNTIME_DIR" not in child("annotator.x:y", reads_foreign_files=True).environment
