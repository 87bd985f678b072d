"""JSON files of others, line by line, in memory that does not grow with the file.

Whatever is wrong becomes an `ImportFault` with file and line: parsers keep the last of duplicate
keys, call a lone surrogate a truncated file, and end in a RecursionError when nested deeply.
"""

from __future__ import annotations

import itertools
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NoReturn

import msgspec

from annotator.core.errors import ImportFault

from .spec import ReadRequest, name_of

MOST_BYTES = 32 << 20  # of one line
_LOOK = 20  # lines by which the kind of a file is told
MOST_LEVELS = 100  # of objects and lists in each other
_BOM = b"\xef\xbb\xbf"
_SPACED_COLON = re.compile(rb'"[ \t\r\n]+:')
_PATH = re.compile(r" - at `(.+)`$")  # of the parser's messages: where the value stands
_BYTE = re.compile(r"\(byte (\d+)\)")
_NO_NUMBER = re.compile(rb"NaN|Infinity")
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


class LinePosition:
    """Where in a file we are; makes faults that say so."""

    __slots__ = ("is_cut", "line", "path")

    def __init__(self, path: Path, line: int, *, is_cut: bool = False) -> None:
        self.path = path
        self.line = line
        self.is_cut = is_cut  # the last line, without its end

    def fault(self, message: str, *, hint: str, **fields: object) -> ImportFault:
        """*message* is an English template; ``{file}, line {line}`` are there to use."""
        return ImportFault(message, hint=hint, file=name_of(self.path), line=self.line, **fields)


def lines(path: Path, reading: ReadRequest) -> Iterator[tuple[bytes, LinePosition]]:
    """Every line that is not blank, without its end, and where it is."""
    with path.open("rb", buffering=1 << 20) as file:
        done = 0
        for number in range(1, 1 << 62):
            line = file.readline(MOST_BYTES + 1)
            if not line:
                return
            place = LinePosition(path, number, is_cut=not line.endswith(b"\n"))
            if len(line) > MOST_BYTES:
                raise place.fault(
                    "{file}, line {line}: longer than {limit} MB",
                    hint="Put one article on each line.",
                    limit=MOST_BYTES >> 20,
                )
            if number == 1:
                line = _without_bom(line, place)
            done += len(line)
            if not line.isspace() and line:
                yield line, place
            reading.progress(done)


def objects(path: Path, reading: ReadRequest) -> Iterator[tuple[Any, LinePosition]]:
    """The value of each line; of a file that is called ``.json`` those of its array.

    Raises:
        ImportFault: a line is not JSON, or the array is too big to be read at once.
    """
    if path.suffix.lower() != ".json":
        for raw, place in lines(path, reading):
            yield parsed(raw, place), place
        return
    place = LinePosition(path, 1)
    if path.stat().st_size > 2 * MOST_BYTES:
        raise place.fault(
            "{file} is too big for one JSON value",
            hint="Write one object on each line and name the file .jsonl.",
        )
    found = parsed(path.read_bytes().removeprefix(_BOM), place)
    for value in found if isinstance(found, list) else [found]:
        yield value, place


def first_line(path: Path) -> bytes:
    """The first line that is not blank; empty where there is none or it is too long."""
    return next(_first_lines(path), b"")


def _first_lines(path: Path) -> Iterator[bytes]:
    """Lines that are not blank, up to one that is too long; few."""
    with path.open("rb") as file:
        for _ in range(1000):
            line = file.readline(MOST_BYTES + 1)
            if not line or len(line) > MOST_BYTES:
                return
            if stripped := line.removeprefix(_BOM).strip():
                yield stripped


def first_objects(path: Path) -> Iterator[dict[str, Any]]:
    """The objects of the first lines, up to one that holds none: what the kind of a file is told by."""
    try:
        for line in itertools.islice(_first_lines(path), _LOOK):
            found = msgspec.json.decode(line)
            if not isinstance(found, dict):
                return
            yield found
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError, OSError):
        return


def first_text_objects(path: Path) -> Iterator[dict[str, Any]]:
    """Of these, those with a ``text``."""
    return (
        first_object
        for first_object in first_objects(path)
        if isinstance(first_object.get("text"), str)
    )


def parsed(line: bytes, place: LinePosition) -> Any:
    """The JSON value of *line*.

    Raises:
        ImportFault: it is not JSON, or a key occurs twice in one object.
    """
    try:
        value = msgspec.json.decode(line)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as err:
        explain(line, place, err)
    refuse_repeated_keys(line, place, keys=count_keys(value, place))
    return value


def elements_of(content: bytes, place: LinePosition) -> list[msgspec.Raw]:
    """The elements of a JSON array, each still JSON, which takes far less memory; else the one value.

    Raises:
        ImportFault: it is not JSON.
    """
    if not content.lstrip(b" \t\r\n").startswith(b"["):
        return [msgspec.Raw(content)]
    try:
        return msgspec.json.decode(content, type=list[msgspec.Raw])
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as err:
        explain(content, place, err)


def _bad_utf8(line: bytes, err: Exception) -> UnicodeDecodeError | None:
    """Where *line* is not UTF-8, if that is what *err* says; msgspec has two errors for it."""
    if isinstance(err, UnicodeDecodeError):
        return err
    if "UTF-8" in str(err):
        try:
            line.decode("utf-8")
        except UnicodeDecodeError as bad:
            return bad
    return None


def explain(line: bytes, place: LinePosition, err: Exception) -> NoReturn:
    """Raise what is wrong with a *line* that msgspec refused with *err*."""
    if isinstance(err, RecursionError):
        raise _too_deep(place) from err
    bad = _bad_utf8(line, err)
    if bad is not None:
        raise place.fault(
            "{file}, line {line}: not UTF-8 (bad byte at {at})",
            hint="Save the file as UTF-8 and import it again.",
            at=bad.start,
        ) from err
    if isinstance(err, msgspec.ValidationError):
        raise _misfit(str(err), place) from err
    if _has_lone_surrogate(line):
        raise place.fault(
            "{file}, line {line}: half of a character (a lone surrogate)",
            hint="Write the file again with a program that keeps emoji whole.",
        ) from err
    at = _BYTE.search(str(err))
    if at and (word := _NO_NUMBER.match(line, int(at[1]))):
        raise place.fault(
            "{file}, line {line}: {word} is no number in JSON",
            hint="Write null in its place.",
            word=word[0].decode(),
        ) from err
    if place.is_cut and not at:
        raise place.fault(
            "{file}, line {line}: the file breaks off in the middle of the line",
            hint="It was probably not written or copied to its end; write or copy it again.",
        ) from err
    raise place.fault(
        "{file}, line {line}: not a JSON object (see byte {at})",
        hint="Each line must be one whole JSON object.",
        at=int(at[1]) + 1 if at else len(line),
    ) from err


def _misfit(said: str, place: LinePosition) -> ImportFault:
    """What the parser says of a value that does not belong where it stands, in our words."""
    where = _PATH.search(said)
    path = where[1] if where else "$"
    hint = "See the description of the format for what belongs there."
    if "out of range" in said:
        return place.fault(
            "{file}, line {line}: a number is larger than can be kept",
            hint="Write it as a text, in quotes.",
        )
    if found := re.match(r"Object missing required field `(.+?)`", said):
        return place.fault(
            "{file}, line {line}: the key {key} is missing in {path}",
            hint=hint,
            key=found[1],
            path=path,
        )
    if found := re.match(r"Object contains unknown field `(.+?)`", said):
        return place.fault(
            "{file}, line {line}: the key {key} does not belong in {path}",
            hint=hint,
            key=found[1],
            path=path,
        )
    if found := re.match(r"Expected `(.+?)`, got `(.+?)`", said):
        return place.fault(
            "{file}, line {line}: at {path} belongs {wanted}, not {found}",
            hint=hint,
            path=path,
            wanted=found[1],
            found=found[2],
        )
    if found := re.match(r"Invalid enum value '?(.+?)'?(?: - at|$)", said):
        return place.fault(
            "{file}, line {line}: {found} at {path} is none of the known values",
            hint=hint,
            path=path,
            found=found[1],
        )
    return place.fault(
        "{file}, line {line}: the value at {path} is not one that belongs there",
        hint=hint,
        path=path,
    )


def refuse_repeated_keys(line: bytes, place: LinePosition, *, keys: int) -> None:
    """Raise where an object of *line* has a key twice; *keys* is how many a parser kept.

    Where `keys_are_unique` cannot tell, a slower, exact pass decides.
    """
    if keys_are_unique(line, keys=keys):
        return
    try:
        json.loads(line, object_pairs_hook=_unique)
    except _RepeatedKey as err:
        raise place.fault(
            "{file}, line {line}: the key {key} occurs twice in one object",
            hint="Keep one of the two.",
            key=str(err),
        ) from err
    except RecursionError as err:
        explain(line, place, err)


def keys_are_unique(line: bytes, *, keys: int) -> bool:
    """Whether it is certain that none of the keys of *line* was lost to the *keys* of a parser.

    Every quote followed by a colon ends a key, unless it is an escaped quote inside a string.
    """
    seen = line.count(b'":')
    if b'\\":' in line:
        if b'\\\\":' in line:
            return False
        seen -= line.count(b'\\":')
    return seen == keys and not _SPACED_COLON.search(line)


def count_keys(value: Any, place: LinePosition) -> int:
    """How many keys all objects in *value* have.

    Raises:
        ImportFault: *value* is nested more deeply than what writes it again can bear.
    """
    total = 0
    level = [value]
    for _ in range(MOST_LEVELS):
        inner: list[Any] = []
        for each in level:
            if type(each) is dict:
                total += len(each)
                inner += [v for v in each.values() if type(v) is dict or type(v) is list]
            elif type(each) is list:
                inner += each
        if not inner:
            return total
        level = inner
    raise _too_deep(place)


class _RepeatedKey(Exception):
    """A key that occurs twice."""


def _unique(pairs: list[tuple[str, Any]]) -> None:
    if len(dict(pairs)) != len(pairs):
        seen: set[str] = set()
        for key, _ in pairs:
            if key in seen:
                raise _RepeatedKey(key)
            seen.add(key)


def _too_deep(place: LinePosition) -> ImportFault:
    return place.fault(
        "{file}, line {line}: nested too deeply",
        hint="Keep objects and lists within {levels} levels.",
        levels=MOST_LEVELS,
    )


def _has_lone_surrogate(line: bytes) -> bool:
    if b"\\u" not in line:
        return False
    try:
        value = json.loads(line)
    except (ValueError, RecursionError):
        return False
    return bool(_LONE_SURROGATE.search(json.dumps(value, ensure_ascii=False)))


def _without_bom(line: bytes, place: LinePosition) -> bytes:
    if line.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in line[:4]:
        raise place.fault(
            "{file} is not UTF-8 but UTF-16 or UTF-32",
            hint="Save the file as UTF-8 and import it again.",
        )
    return line.removeprefix(_BOM)
