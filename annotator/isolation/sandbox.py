"""The sandbox of a process that reads files of strangers: it keeps its pipes and little else.

Where the kernel has Landlock and seccomp (Linux 5.13 and later) it can read the program and the
files that it is given, write into one folder, and make threads. It can open no socket, not even one
to the desktop's bus or display, start no program and no process, and touch no other one.
Elsewhere memory and time are bounded (`annotator.formats.sandbox`) and the network is given up.
"""

from __future__ import annotations

import errno
import os
import sys
import sysconfig
from collections.abc import Iterable
from pathlib import Path

from . import landlock, network, seccomp

_THREAD = 0x00010000  # CLONE_THREAD: a thread of this process, not a process
_PUSH_INTO_TERMINAL, _TERMINAL_OF_CONSOLE = 0x5412, 0x541C  # TIOCSTI, TIOCLINUX
_SYSTEM = (  # what the loader and Python's library read
    *("/usr/lib", "/usr/lib64", "/lib", "/lib64", "/etc/ld.so.cache", "/etc/localtime"),
    *("/usr/share/zoneinfo", "/usr/local/lib", "/dev/null", "/dev/urandom", "/proc/cpuinfo"),
)


def enter(readable: Iterable[Path], scratch: Path) -> bool:
    """Give up everything but reading the program and *readable*, and writing in *scratch*.

    Whether all of it holds; False where the system has not all of it, and only some was given up.
    """
    has_files = landlock.restrict([*program(), *readable], [scratch])
    has_calls = seccomp.refuse(_refusals())
    if not has_calls:
        network.give_up()
    return has_files and has_calls


def program() -> list[Path]:
    """Where the code and the data are that a process of ours needs."""
    package = Path(__file__).resolve().parents[1]
    found = [package, package.parent / "resources", *map(Path, _SYSTEM)]
    found += [Path(p) for p in {sys.prefix, sys.base_prefix, *sysconfig.get_paths().values()}]
    frozen = getattr(sys, "_MEIPASS", None)
    found += [Path(frozen)] if frozen else []
    beside = [Path(entry) for entry in sys.path if entry and _is_code(Path(entry))]
    home = Path(os.path.expanduser("~"))
    return [path for path in [*found, *beside] if path not in (home, Path("/"), *home.parents)]


def _is_code(path: Path) -> bool:
    """Whether a place on Python's path was installed, and is not just a folder of somebody's."""
    return path.name in ("site-packages", "dist-packages", "lib-dynload") or path.suffix == ".zip"


def _refusals() -> list[seccomp.Refusal]:
    """What a parser has no use for; the rest of its calls Landlock looks at."""
    us = os.getpid()
    plain = (
        *("socket", "socketpair", "io_uring_setup", "execve", "execveat", "fork", "vfork"),
        *("ptrace", "process_vm_readv", "process_vm_writev", "pidfd_open", "pidfd_getfd"),
        *("pidfd_send_signal", "rt_sigqueueinfo", "rt_tgsigqueueinfo", "tkill"),
        *("mount", "unshare", "setns", "chroot", "pivot_root", "open_by_handle_at"),
        *("add_key", "request_key", "keyctl", "bpf", "perf_event_open", "userfaultfd"),
        *("shmget", "semget", "msgget", "mq_open"),
        *("chmod", "fchmod", "fchmodat", "fchmodat2", "chown", "fchown", "lchown", "fchownat"),
        *("setxattr", "lsetxattr", "utime", "utimes", "utimensat"),  # Landlock leaves these
    )
    return [
        *(seccomp.Refusal(call) for call in plain),
        seccomp.Refusal("clone", errno.EPERM, "lacks", 0, _THREAD),
        seccomp.Refusal("clone3", errno.ENOSYS),  # its flags are out of sight; clone is used then
        seccomp.Refusal("kill", errno.EPERM, "is not", 0, us),
        seccomp.Refusal("tgkill", errno.EPERM, "is not", 0, us),
        seccomp.Refusal("ioctl", errno.EPERM, "is", 1, _PUSH_INTO_TERMINAL),
        seccomp.Refusal("ioctl", errno.EPERM, "is", 1, _TERMINAL_OF_CONSOLE),
    ]
