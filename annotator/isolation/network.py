"""The network, given up by a process before it loads what others have written."""

from __future__ import annotations

import ctypes
import errno
import socket
import sys
from typing import Any

from . import seccomp

_UNIX = 1  # AF_UNIX: sockets within this machine
_NAMED = 1  # a profile of macOS that is known by its name
_LOCAL_FAMILIES = frozenset({_UNIX, 0})

REFUSALS = (
    seccomp.Refusal("socket", errno.EACCES, "is not", 0, _UNIX),
    seccomp.Refusal("io_uring_setup"),  # it can make sockets without that call
)


def give_up() -> str:
    """From now on no socket of this process leads to a network; how that is held.

    Libraries are told that there is no IPv6, which some try out while they are imported.
    ``seccomp`` (Linux) and ``sandbox`` (macOS) hold for everything in it and all that it starts;
    ``audit`` (elsewhere) only for what is written in Python. Sockets within the machine remain.
    """
    socket.has_ipv6 = False  # as on a machine that has none
    if seccomp.refuse(REFUSALS):
        return "seccomp"
    if sys.platform == "darwin" and _macos_sandbox():
        return "sandbox"
    sys.addaudithook(_refuse)
    return "audit"


def _macos_sandbox() -> bool:
    try:
        source_library = ctypes.CDLL("/usr/lib/libsandbox.1.dylib")
        error = ctypes.c_char_p()
        flags = ctypes.c_uint64(_NAMED)
        return bool(source_library.sandbox_init(b"no-internet", flags, ctypes.byref(error)) == 0)
    except (OSError, AttributeError):
        return False


def _refuse(event: str, arguments: tuple[Any, ...]) -> None:
    """For `sys.addaudithook`: see Python's table of audit events."""
    if event == "socket.__new__" and arguments[1] not in _LOCAL_FAMILIES:
        raise PermissionError(errno.EACCES, "Vaglio uses no network")
    if event in ("socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr"):
        raise PermissionError(errno.EACCES, "Vaglio uses no network")


def is_given_up() -> bool:
    """Whether this process is refused a socket of the internet, found out by asking for one."""
    try:
        socket.socket(socket.AF_INET, socket.SOCK_STREAM).close()
    except PermissionError:
        return True
    return False
