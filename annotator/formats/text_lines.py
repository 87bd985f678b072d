"""The lines of a table, decoded one by one, in memory that does not grow with the file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from io import TextIOWrapper
from pathlib import Path

from annotator.core.errors import ImportFault

from .json_lines import MOST_BYTES
from .spec import name_of
from .text_encoding import decoded

_LOOK = 1 << 20  # bytes that tell the encoding
_STEP = 10_000  # rows between two words of how far we are


def rows(path: Path, progress: Callable[[int], None] | None = None) -> Iterator[str]:
    """Every line without its end, blank ones too. *progress* is told how many bytes have been read.

    Raises:
        ImportFault: the file is in no encoding that can be read line by line, or a line is too long.
    """
    encoding, number = _encoding(path), 0
    with path.open("rb") as raw, TextIOWrapper(raw, encoding=encoding, newline="\n") as file:
        try:  # around the loop: there are millions of lines
            for number, line in enumerate(iter(partial(file.readline, MOST_BYTES), ""), 1):
                if len(line) == MOST_BYTES:
                    raise _too_long(path, number)
                yield line.rstrip("\r\n")
                if progress is not None and number % _STEP == 0:
                    progress(raw.tell())
        except UnicodeDecodeError as err:
            raise ImportFault(
                "{file}, after line {line}: the bytes are not {encoding}",
                hint="Save the file as UTF-8 and import it again.",
                file=name_of(path),
                line=number,
                encoding=encoding.removesuffix("-sig").upper(),
            ) from err
    if progress is not None:
        progress(path.stat().st_size)


def _too_long(path: Path, number: int) -> ImportFault:
    return ImportFault(
        "{file}, line {line}: longer than {limit} MB",
        hint="Put one word on each line.",
        file=name_of(path),
        line=number,
        limit=MOST_BYTES >> 20,
    )


def _encoding(path: Path) -> str:
    with path.open("rb") as file:
        start = file.read(_LOOK)
    if len(start) == _LOOK:
        start = start[: start.rfind(b"\n") + 1] or start
    _, encoding = decoded(start, name_of(path))
    if encoding.startswith(("utf-16", "utf-32")):
        raise ImportFault(
            "{file} is not UTF-8 but UTF-16 or UTF-32",
            hint="Save the file as UTF-8 and import it again.",
            file=name_of(path),
        )
    return "utf-8-sig" if encoding == "utf-8" else encoding
