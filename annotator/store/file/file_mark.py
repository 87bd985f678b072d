"""The mark of a project file: of which line of writes it is, and how many there were.

Each write raises the number, and says after which mark it came. So a file that is older or another
one than it should be is told by its mark, and so is a write-ahead log that belongs to another file:
SQLite itself would apply any log that lies beside. The mark stands behind the version of Vaglio in
``project.made_with``, on a page of its own, and always has the same length, so that it can be read
from the bytes of the file and of the log without asking SQLite for a lock.
"""

from __future__ import annotations

import re
import secrets
import struct
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from ..database.connection import Connection

NEVER = "-" * 22  # what the first mark comes after
_NOWHERE = "0" * 12
_MARK = re.compile(
    rb" \[([0-9a-f]{12})\.(\d{9}) after ([0-9a-f]{12}\.\d{9}|-{22}) at ([0-9a-f]{12}) (whole|begun)\]"
)
_LEAF = 0x0D  # the page of a small table
_LOG_MAGIC = (0x377F0682, 0x377F0683)


class Mark(Struct, frozen=True):
    """*home* is where the file was when it was opened last; *is_whole* false while a log may follow."""

    line: str
    number: int
    after: str = NEVER
    home: str = _NOWHERE
    is_whole: bool = True

    @property
    def key(self) -> str:
        """What tells this write from all others."""
        return f"{self.line}.{self.number:09d}"

    def __str__(self) -> str:
        state = "whole" if self.is_whole else "begun"
        return f" [{self.key} after {self.after} at {self.home} {state}]"


def fresh(home: str = _NOWHERE, *, after: Mark | None = None, is_whole: bool = True) -> Mark:
    """The beginning of a line of writes."""
    line = secrets.token_hex(6)
    if after is None:
        return Mark(line=line, number=1, home=home, is_whole=is_whole)
    return Mark(line, 1, after.key, home, is_whole)


def next_of(mark: Mark, *, is_whole: bool) -> Mark:
    """The mark of the write after that of *mark*."""
    return replace(mark, number=mark.number + 1, after=mark.key, is_whole=is_whole)


def home_of(identity: tuple[int, int] | None) -> str:
    """A file's device and inode as a mark has them."""
    if identity is None:
        return _NOWHERE
    return f"{identity[0] & 0xFFFFF:05x}{identity[1] & 0xFFFFFFF:07x}"


# ---- through SQLite


def read(conn: Connection) -> Mark | None:
    """The mark as *conn* sees it; None in a project that has none yet."""
    row = conn.execute("SELECT made_with FROM project").fetchone()
    return in_bytes(row[0].encode()) if row else None


def write(conn: Connection, mark: Mark) -> None:
    """Set the mark inside an open transaction."""
    made_with: str = conn.execute("SELECT made_with FROM project").fetchone()[0]
    version = made_with.partition(" [")[0]
    conn.execute("UPDATE project SET made_with = ?", (version + str(mark),))


def page_of(conn: Connection) -> tuple[int, int]:
    """Where the page with the mark begins in the file, and its size, in bytes."""
    size = int(conn.execute("PRAGMA page_size").fetchone()[0])  # SQLCipher answers in words
    sql = "SELECT rootpage FROM sqlite_schema WHERE name = 'project'"
    number: int = conn.execute(sql).fetchone()[0]
    return (number - 1) * size, size


# ---- in bytes


def in_bytes(raw: bytes) -> Mark | None:
    found = _MARK.search(raw)
    if found is None:
        return None
    line, number, after, home, state = (group.decode() for group in found.groups())
    return Mark(line, int(number), after, home, state == "whole")


def in_page(page: bytes) -> Mark | None:
    """The mark on a page of the table ``project``; None where it is another page."""
    if len(page) < 512 or page[0] != _LEAF or page[3:5] != b"\0\1":
        return None
    at = int.from_bytes(page[8:10], "big")  # what lies before is left over from earlier rows
    return in_bytes(page[at : at + 400])


def in_log(log: Path) -> list[Mark]:
    """The marks that a write-ahead log brings, in order; none in one of which nothing is applied.

    What a power cut left half-written brings none: the head of a page can be on the disk with what
    was in its place before, which has a mark of long ago.
    """
    try:
        file = log.open("rb")
    except OSError:
        return []
    marks: list[Mark] = []
    with file:
        header = file.read(32)
        if not _begins_log(header):
            return []
        size = int.from_bytes(header[8:12], "big")
        sum_before = header[24:32]
        while len(frame := file.read(24 + size)) == 24 + size and frame[8:16] == header[16:24]:
            mark = in_page(frame[24:])
            # Summing takes time: of the pages between, it is enough that SQLite sums them.
            if (mark is not None or file.tell() == 56 + size) and not _is_untorn(
                frame, sum_before, is_big=bool(header[3] & 1)
            ):
                break
            if mark is not None:
                marks.append(mark)
            sum_before = frame[16:24]
    return marks


def is_log(log: Path) -> bool:
    """Whether the file *log* begins as a write-ahead log does, and is long enough for one page.

    Nothing need be in it: SQLite begins a log anew, over the old one, once all was brought in.
    """
    try:
        with log.open("rb") as file:
            header = file.read(32)
            size = int.from_bytes(header[8:12], "big")
            return _begins_log(header) and len(file.read(24 + size)) == 24 + size
    except OSError:
        return False


def _begins_log(header: bytes) -> bool:
    return len(header) == 32 and int.from_bytes(header[:4], "big") in _LOG_MAGIC


def _is_untorn(frame: bytes, sum_before: bytes, *, is_big: bool) -> bool:
    """Whether a page of a log is what was written: its checksum goes on from the one before."""
    order = ">" if is_big else "<"
    first, second = struct.unpack(">2I", sum_before)
    for left, right in struct.iter_unpack(order + "2I", frame[:8] + frame[24:]):
        first = (first + left + second) & 0xFFFFFFFF
        second = (second + right + first) & 0xFFFFFFFF
    return frame[16:24] == struct.pack(">2I", first, second)
