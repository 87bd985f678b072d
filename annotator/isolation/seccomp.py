"""System calls that a process gives up for good, by Linux's seccomp; see ``seccomp(2)``.

A filter is a small program of the kernel's packet filter: it is run at each call, can't be taken
off, and holds for every process that this one starts.
"""

from __future__ import annotations

import ctypes
import errno
import platform
import struct
import sys
from collections.abc import Iterable
from typing import Literal, NamedTuple

# Of each call its number on x86-64 and on arm64 (0: there is none).
_NUMBERS = {
    "add_key": (248, 217),
    "bpf": (321, 280),
    "chmod": (90, 0),
    "chown": (92, 0),
    "chroot": (161, 51),
    "clone": (56, 220),
    "clone3": (435, 435),
    "execve": (59, 221),
    "execveat": (322, 281),
    "fchmod": (91, 52),
    "fchmodat": (268, 53),
    "fchmodat2": (452, 452),
    "fchown": (93, 55),
    "fchownat": (260, 54),
    "fork": (57, 0),
    "io_uring_setup": (425, 425),
    "ioctl": (16, 29),
    "keyctl": (250, 219),
    "kill": (62, 129),
    "lchown": (94, 0),
    "lsetxattr": (189, 6),
    "mount": (165, 40),
    "mq_open": (240, 180),
    "msgget": (68, 186),
    "open_by_handle_at": (304, 265),
    "perf_event_open": (298, 241),
    "pidfd_getfd": (438, 438),
    "pidfd_open": (434, 434),
    "pidfd_send_signal": (424, 424),
    "pivot_root": (155, 41),
    "process_vm_readv": (310, 270),
    "process_vm_writev": (311, 271),
    "ptrace": (101, 117),
    "request_key": (249, 218),
    "rt_sigqueueinfo": (129, 138),
    "rt_tgsigqueueinfo": (297, 240),
    "semget": (64, 190),
    "setns": (308, 268),
    "setxattr": (188, 5),
    "shmget": (29, 194),
    "socket": (41, 198),
    "socketpair": (53, 199),
    "tgkill": (234, 131),
    "tkill": (200, 130),
    "unshare": (272, 97),
    "userfaultfd": (323, 282),
    "utime": (132, 0),
    "utimensat": (280, 88),
    "utimes": (235, 0),
    "vfork": (58, 0),
}
_MACHINES = {"x86_64": (0, 0xC000003E), "aarch64": (1, 0xC00000B7)}  # column, name for the kernel
_OF_32_BITS = 0x40000000  # calls of x86-64 with 32-bit pointers have this bit

# Codes of the packet filter, and what it may answer.
_LOAD, _IF_EQUAL, _IF_AT_LEAST, _IF_ANY_BIT, _ANSWER = 0x20, 0x15, 0x35, 0x45, 0x06
_KILL, _ERROR, _ALLOW = 0x80000000, 0x00050000, 0x7FFF0000
_CALL_AT, _MACHINE_AT, _ARGUMENTS_AT = 0, 4, 16  # places in the kernel's ``struct seccomp_data``

_SET_SECCOMP, _SET_NO_NEW_PRIVILEGES = 22, 38  # of ``prctl``
_FILTER = 2


class Refusal(NamedTuple):
    """A system call that is answered with *error*.

    With a *test*, only where its argument number *argument* passes it: is *value*, is not, or has
    none of its bits.
    """

    call: str
    error: int = errno.EPERM
    test: Literal["", "is", "is not", "lacks"] = ""
    argument: int = 0
    value: int = 0


def refuse(refusals: Iterable[Refusal]) -> bool:
    """Give up these system calls in this thread and all that it starts from now on.

    False where the system has no such thing, and nothing was done. Call it before there are
    other threads.
    """
    machine = _MACHINES.get(platform.machine())
    if sys.platform != "linux" or machine is None or sys.maxsize < 1 << 32:
        return False
    program = _program(refusals, *machine)
    instructions = ctypes.create_string_buffer(b"".join(program))
    described = struct.pack("HxxxxxxQ", len(program), ctypes.addressof(instructions))
    handed = ctypes.create_string_buffer(described)
    c = ctypes.CDLL(None, use_errno=True)
    zero = ctypes.c_ulong(0)
    if c.prctl(_SET_NO_NEW_PRIVILEGES, ctypes.c_ulong(1), zero, zero, zero):
        return False
    address = ctypes.c_void_p(ctypes.addressof(handed))
    return bool(c.prctl(_SET_SECCOMP, ctypes.c_ulong(_FILTER), address, zero, zero) == 0)


def _program(refusals: Iterable[Refusal], column: int, machine: int) -> list[bytes]:
    made = [
        _instruction(_LOAD, _MACHINE_AT),
        _instruction(_IF_EQUAL, machine, 1, 0),
        _instruction(_ANSWER, _KILL),
        _instruction(_LOAD, _CALL_AT),
        _instruction(_IF_AT_LEAST, _OF_32_BITS, 0, 1),
        _instruction(_ANSWER, _ERROR | errno.EPERM),
    ]
    for refusal in refusals:
        if number := _NUMBERS[refusal.call][column]:
            body = _body(refusal)
            made += [_instruction(_IF_EQUAL, number, 0, len(body)), *body]
    return [*made, _instruction(_ANSWER, _ALLOW)]


def _body(refusal: Refusal) -> list[bytes]:
    """What is asked of a call whose number is that of *refusal*."""
    no = _instruction(_ANSWER, _ERROR | refusal.error)
    if not refusal.test:
        return [no]
    code = _IF_ANY_BIT if refusal.test == "lacks" else _IF_EQUAL
    refused_if_so = refusal.test == "is"
    ways = (0, 1) if refused_if_so else (1, 0)
    return [
        _instruction(_LOAD, _ARGUMENTS_AT + 8 * refusal.argument),  # its lower half
        _instruction(code, refusal.value, *ways),
        no,
        _instruction(_LOAD, _CALL_AT),  # for the refusals that come after this one
    ]


def _instruction(code: int, value: int, if_so: int = 0, if_not: int = 0) -> bytes:
    """*if_so* and *if_not* are how many instructions are passed over."""
    return struct.pack("HBBI", code, if_so, if_not, value)
