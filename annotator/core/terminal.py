"""The terminal, where foreign words must not act: all that is printed goes through here.

`guard` puts itself before standard output and standard error once, so that no command has to think
of it, nor a library that logs, nor the traceback of a bug.

What is made visible (`core.visible_text`) is every line meant to be read, into a pipe as well: what
follows there is often `less` or `head`. What is promised byte by byte, JSON and exports, goes
through `exact`, and is made harmless only where a terminal shows it.
"""

from __future__ import annotations

import codecs
import io
import sys
from typing import Any, BinaryIO, TextIO, cast

from .visible_text import visible

ERASE_LINE = "\r\033[K"


class Visible(io.TextIOBase):
    """A stream of text that shows what is hidden in it."""

    def __init__(self, under: TextIO) -> None:
        super().__init__()
        self.under = under

    def write(self, words: str) -> int:
        self.under.write(_encodable(visible(words), self.under))
        return len(words)

    def flush(self) -> None:
        self.under.flush()

    def isatty(self) -> bool:
        return self.under.isatty()

    def fileno(self) -> int:
        return self.under.fileno()

    def writable(self) -> bool:
        return True

    @property
    def buffer(self) -> BinaryIO:
        """For exports: as it is, but on a terminal, where nobody could read the bytes exactly."""
        if self.isatty():
            return cast(BinaryIO, _VisibleBytes(self))
        return self.under.buffer

    def __getattr__(self, name: str) -> Any:
        return getattr(self.under, name)


class _VisibleBytes(io.RawIOBase):
    def __init__(self, out: Visible) -> None:
        super().__init__()
        self._out = out
        self._decode = codecs.getincrementaldecoder("utf-8")("replace").decode

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        self._out.write(self._decode(bytes(data)))
        return len(data)

    def flush(self) -> None:
        self._out.flush()


def guard() -> None:
    """Make standard output and standard error of this process show what is hidden."""
    # there is none in a program without a console on Windows
    if sys.stdout is not None and not isinstance(sys.stdout, Visible):
        sys.stdout = cast(TextIO, Visible(sys.stdout))
    if sys.stderr is not None and not isinstance(sys.stderr, Visible):
        sys.stderr = cast(TextIO, Visible(sys.stderr))


def unguard() -> None:
    """Put back what was there before `guard`."""
    if isinstance(sys.stdout, Visible):
        sys.stdout = sys.stdout.under
    if isinstance(sys.stderr, Visible):
        sys.stderr = sys.stderr.under


def exact(line: str, out: TextIO) -> None:
    """Print a line of JSON as it is; on a terminal with ``\\u202e`` for what would act there.

    Both read back as the same value.
    """
    under = out.under if isinstance(out, Visible) else out
    if under.isatty():
        line = "".join(char if visible(char) == char else _escaped(char) for char in line)
    print(line, file=under)


def erase_line(out: TextIO) -> None:
    """The one escape sequence that we mean."""
    under = out.under if isinstance(out, Visible) else out
    under.write(ERASE_LINE)


def _escaped(char: str) -> str:
    units = char.encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[at : at + 2].hex()}" for at in range(0, len(units), 2))


def _encodable(words: str, out: TextIO) -> str:
    """*words* with ``\\u27e8`` for what an old terminal has no letter for."""
    encoding = getattr(out, "encoding", None) or "utf-8"
    try:
        words.encode(encoding)
    except UnicodeEncodeError:
        return words.encode(encoding, "backslashreplace").decode(encoding)
    return words
