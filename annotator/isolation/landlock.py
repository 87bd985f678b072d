"""Files that a process gives up for good, by Linux's Landlock; see ``landlock(7)``."""

from __future__ import annotations

import ctypes
import os
import stat
import struct
import sys
from collections.abc import Iterable
from pathlib import Path

_CREATE, _ADD, _RESTRICT = 444, 445, 446  # system calls, on every machine
_ASK_VERSION = 1
_BENEATH = 1  # a rule about a path and what lies under it
_SET_NO_NEW_PRIVILEGES = 38

# What may be done with files, by the version of Landlock that knows of it first.
_EXECUTE, _WRITE, _READ, _LIST = 1 << 0, 1 << 1, 1 << 2, 1 << 3
_TRUNCATE, _DEVICE_CONTROL = 1 << 14, 1 << 15
_RIGHTS = {1: (1 << 13) - 1, 2: (1 << 14) - 1, 3: (1 << 15) - 1, 5: (1 << 16) - 1}
_OF_A_FILE = _EXECUTE | _WRITE | _READ | _TRUNCATE | _DEVICE_CONTROL
_TCP_FROM, _TCP = 4, 3  # bind and connect
_SCOPES_FROM, _SCOPES = 6, 3  # abstract sockets of others, signals to others


def version() -> int:
    """Which Landlock the kernel has; 0 for none."""
    if sys.platform != "linux" or sys.maxsize < 1 << 32:
        return 0
    found: int = ctypes.CDLL(None).syscall(_CREATE, None, 0, _ASK_VERSION)
    return max(0, found)


def restrict(readable: Iterable[Path], writable: Iterable[Path]) -> bool:
    """From now on only *readable* can be read, and *writable* written, with all that is in them.

    Nothing can be executed, no TCP used, and (from version 6 on) no process outside signalled.
    Paths that are not there are passed over. False where the kernel has no Landlock, and nothing
    was done. Holds for this thread and what it starts; call it before there are other threads.

    Raises:
        OSError: the kernel has it and does not do it.
    """
    known = version()
    if not known:
        return False
    rights = _RIGHTS[max(v for v in _RIGHTS if v <= known)]
    c = ctypes.CDLL(None, use_errno=True)
    rules = _rules(c, known, rights)
    try:
        for path in readable:
            _allow(c, rules, path, _READ | _LIST)
        for path in writable:
            _allow(c, rules, path, rights & ~_EXECUTE)
        zero = ctypes.c_ulong(0)
        c.prctl(_SET_NO_NEW_PRIVILEGES, ctypes.c_ulong(1), zero, zero, zero)
        if c.syscall(_RESTRICT, rules, 0):
            raise OSError(ctypes.get_errno(), "Landlock")
    finally:
        os.close(rules)
    return True


def _rules(c: ctypes.CDLL, known: int, rights: int) -> int:
    """An empty set of rules: none of *rights* is allowed anywhere."""
    fields = [rights]
    if known >= _TCP_FROM:
        fields.append(_TCP)
    if known >= _SCOPES_FROM:
        fields.append(_SCOPES)
    handled = struct.pack(f"{len(fields)}Q", *fields)
    made: int = c.syscall(_CREATE, handled, ctypes.c_size_t(len(handled)), 0)
    if made < 0:
        raise OSError(ctypes.get_errno(), "Landlock")
    return made


def _allow(c: ctypes.CDLL, rules: int, path: Path, rights: int) -> None:
    try:
        place = os.open(path, os.O_PATH | os.O_CLOEXEC)
    except OSError:  # it is not there, or a link to itself: then there is nothing to allow
        return
    try:
        if not stat.S_ISDIR(os.fstat(place).st_mode):
            rights &= _OF_A_FILE
        rule = struct.pack("=Qi", rights, place)
        if c.syscall(_ADD, rules, _BENEATH, rule, 0):
            raise OSError(ctypes.get_errno(), "Landlock", str(path))
    finally:
        os.close(place)
