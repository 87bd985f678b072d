"""How two of our processes speak through a pipe: eight bytes of length, then as many of content."""

from __future__ import annotations

import contextlib
from typing import IO

PIPE_BYTES = 1 << 20  # as much as a pipe holds, where the system lets us choose


def put(out: IO[bytes], *bodies: bytes) -> None:
    """Write *bodies*, a frame each."""
    for body in bodies:
        out.write(len(body).to_bytes(8, "big"))
        out.write(body)
    out.flush()


def frame_of(source: IO[bytes]) -> bytes | None:
    """The next frame; None where the other side is gone, be it in the middle of one."""
    head = source.read(8)
    if len(head) < 8:
        return None
    length = int.from_bytes(head, "big")
    body = source.read(length)
    return body if len(body) == length else None


def widen(pipe: IO[bytes] | None) -> None:
    """Let a pipe hold a whole frame, where the system has such: fewer turns to be taken."""
    with contextlib.suppress(ImportError, AttributeError, OSError):
        import fcntl

        assert pipe is not None
        fcntl.fcntl(pipe.fileno(), fcntl.F_SETPIPE_SZ, PIPE_BYTES)
