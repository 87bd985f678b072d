"""Identifiers and times."""

from __future__ import annotations

import os
import time
from datetime import UTC, datetime

_last = 0
_VARIANT = {digit: "89ab"[int(digit, 16) % 4] for digit in "0123456789abcdef"}  # RFC 9562, 4.1
_COUNTERS = [f"{counter:03x}" for counter in range(0x1000)]


def new_id() -> str:
    """A UUIDv7 (RFC 9562) as text: sorts by time of creation, strictly within one process."""
    global _last
    # 48 bits of milliseconds and 12 of sub-millisecond counter, never repeated or turned back.
    now = time.time_ns() * 4096 // 1_000_000
    _last = now if now > _last else _last + 1
    tail = int.from_bytes(os.urandom(8), "big") & 0x3FFF_FFFF_FFFF_FFFF | 0x8000_0000_0000_0000
    value = (_last >> 12) << 80 | 0x7000 << 64 | (_last & 0xFFF) << 64 | tail
    text = f"{value:032x}"
    return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"


def new_ids(count: int) -> list[str]:
    """*count* ids at once, sorted, for a tenth of what as many calls of `new_id` take.

    They differ in their moments and counters; the random tail, which tells them from those of
    other processes, is one for all of them.
    """
    global _last
    first = max(time.time_ns() * 4096 // 1_000_000, _last + 1)
    _last = first + count - 1
    noise = os.urandom(8).hex()
    tail = f"-{_VARIANT[noise[0]]}{noise[1:4]}-{noise[4:]}"
    ids: list[str] = []
    for moment in range(first >> 12, (_last >> 12) + 1):
        start, stop = max(first, moment << 12) & 0xFFF, min(_last + 1 - (moment << 12), 0x1000)
        head = f"{moment >> 16:08x}-{moment & 0xFFFF:04x}-7"
        ids += [head + counter + tail for counter in _COUNTERS[start:stop]]
    return ids


def now() -> str:
    """The present time, UTC, ISO 8601 with milliseconds: ``2024-01-04T09:30:00.000Z``."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
