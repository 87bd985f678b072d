"""An archive of the web (WARC): the articles of the pages in it. Nothing is fetched."""

from __future__ import annotations

import gzip
import io
import re
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

from msgspec import Struct

from annotator.core.annotated_article import AnnotatedArticle
from annotator.core.errors import ImportFault

from ..safe_archive import MOST_BYTES, MOST_TIMES
from ..spec import Format, ReadRequest, name_of
from .dates import moment_of
from .html import web_article

_MOST_OF_A_PAGE = 20_000_000
_MOST_OF_A_LINE = 64 << 10
_MOST_LINES = 1_000  # of the head of a record
_SPARE = 64 << 20
_PAGE = re.compile(r"\s*(?:text/html|application/xhtml\+xml)", re.I)
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.I)
_STATUS = re.compile(rb"HTTP/[\d.]+ 200\b")
_CHUNK = re.compile(rb"\s*([0-9a-fA-F]{1,8})[^\r\n]{0,200}\r?\n")
_WINDOWS = {"": None, "identity": None, "gzip": 47, "x-gzip": 47, "deflate": 47}  # of zlib


class _Saved(Struct, frozen=True):
    """A page as it was sent, and what is known of how."""

    url: str
    content: bytes | None  # None: packed in a way that cannot be unpacked here
    about: dict[str, str]


def read(path: Path, reading: ReadRequest) -> Iterator[AnnotatedArticle]:
    """The articles in the order in which the pages were saved; pages without one are told of."""
    found = False
    for _, made in articles_of(path, path, reading):
        found = True
        yield made
    if not found:
        raise ImportFault(
            "{file}: no article was found in any of its pages",
            hint="Open the page in a browser, copy the article, and paste it into Vaglio.",
            file=name_of(path),
        )


def articles_of(
    file: Path, path: Path, reading: ReadRequest
) -> Iterator[tuple[str, AnnotatedArticle]]:
    """The articles of the archive in *file*, which came in *path*, with what was asked for."""
    with file.open("rb") as opened:
        for saved in _pages(opened, file):
            made = _annotated_article(saved, path, reading)
            if made is not None:
                yield saved.url, made
            reading.progress(opened.tell() if file == path else 0)


def recognise(path: Path) -> bool:
    """Whether the file is called so, or begins so once unpacked."""
    if path.name.lower().endswith((".warc", ".warc.gz")):
        return True
    try:
        with path.open("rb") as file, gzip.open(file) as unpacked:
            return unpacked.read(5) == b"WARC/"
    except (OSError, EOFError, zlib.error):
        return False


FORMAT = Format(
    name="warc",
    title="Web archive (WARC)",
    suffixes=(".warc", ".gz"),
    reader=read,
    recognise=recognise,
)


def _annotated_article(saved: _Saved, path: Path, reading: ReadRequest) -> AnnotatedArticle | None:
    why = "It is packed in a way that cannot be unpacked here."
    if saved.content is not None:
        try:
            article = web_article(saved.content, name_of(path), url=saved.url, **saved.about)
        except ImportFault:
            why = "No article was found in it."
        else:
            return AnnotatedArticle(article=article)
    reading.report.lose("a page", why, title=name_of(path), words=saved.url)
    return None


def _pages(file: IO[bytes], path: Path) -> Iterator[_Saved]:
    """Each page that was sent in full."""
    head = file.read(2)
    file.seek(0)
    source: Any = gzip.GzipFile(fileobj=file) if head == b"\x1f\x8b" else file
    stream = io.BufferedReader(_Bounded(source, path), 1 << 16)
    try:
        while (about := _head(stream)) is not None:
            length = int(about.get("content-length", "-1"))
            if length < 0:
                raise ValueError("a record without a length")
            content = stream.read(min(length, _MOST_OF_A_PAGE))
            _skip(stream, length - len(content))
            if (saved := _saved(about, content)) is not None:
                yield saved
    except (ValueError, EOFError, zlib.error, gzip.BadGzipFile) as err:
        raise ImportFault(
            "{file} is damaged or no web archive ({why})",
            hint="It was probably not written or copied to its end; write or copy it again.",
            file=name_of(path),
            why=str(err)[:100],
        ) from err


def _head(stream: IO[bytes]) -> dict[str, str] | None:
    """What the next record tells of itself; None where there is none."""
    line = b"\n"
    while line in (b"\n", b"\r\n"):
        line = stream.readline(_MOST_OF_A_LINE)
    if not line:
        return None
    if not line.startswith(b"WARC/"):
        raise ValueError("a record does not begin where it should")
    lines: list[bytes] = []
    while (line := stream.readline(_MOST_OF_A_LINE)) not in (b"\n", b"\r\n"):
        if not line.endswith(b"\n") or len(lines) >= _MOST_LINES:
            raise EOFError("it breaks off in the middle of a record")
        lines.append(line)
    return _fields(lines)


def _fields(lines: list[bytes]) -> dict[str, str]:
    told: dict[str, str] = {}
    for line in lines:
        key, _, value = line.decode("utf-8", "replace").partition(":")
        told[key.strip().lower()] = value.strip()
    return told


def _skip(stream: IO[bytes], length: int) -> None:
    while length > 0:
        some = stream.read(min(length, 1 << 20))
        if not some:
            raise EOFError("it breaks off in the middle of a record")
        length -= len(some)


def _saved(about: dict[str, str], content: bytes) -> _Saved | None:
    """The page in a record; None where it is something else, or an answer that there is none."""
    kind, sent = about.get("content-type", ""), about
    if about.get("warc-type") == "response":
        if not _STATUS.match(content):
            return None
        head, _, content = content.replace(b"\r\n\r\n", b"\n\n", 1).partition(b"\n\n")
        sent = _fields(head.splitlines()[1:])
        kind = sent.get("content-type", "")
    elif about.get("warc-type") != "resource":
        return None
    if not _PAGE.match(kind):
        return None
    charset = _CHARSET.search(kind)
    told = {"encoding": charset[1]} if charset else {}
    if saved := moment_of(about.get("warc-date"), is_utc=True):
        told["saved"] = saved
    is_answer = sent is not about
    return _Saved(
        about.get("warc-target-uri", "").strip("<> "),
        _unpacked(sent, content) if is_answer else content,
        told,
    )


def _unpacked(sent: dict[str, str], content: bytes) -> bytes | None:
    if "chunked" in sent.get("transfer-encoding", "").lower():
        content = _put_together(content)
    packing = sent.get("content-encoding", "").lower()
    if packing not in _WINDOWS:
        return None
    window = _WINDOWS[packing]
    if window is None:
        return content
    for bits in (window, -15):  # some servers call deflated what has no head
        try:
            return zlib.decompressobj(bits).decompress(content, _MOST_OF_A_PAGE)
        except zlib.error:
            continue
    return content  # many tools unpack a page and leave the header


def _put_together(content: bytes) -> bytes:
    """A body that was sent in chunks; as it is where a tool put it together already."""
    parts: list[bytes] = []
    at = 0
    while found := _CHUNK.match(content, at):
        length = int(found[1], 16)
        if length == 0:
            break
        parts.append(content[found.end() : found.end() + length])
        at = found.end() + length
    return b"".join(parts) if parts else content


class _Bounded(io.RawIOBase):
    """What is unpacked, as long as it is not more than an archive may hold."""

    def __init__(self, source: Any, path: Path) -> None:
        super().__init__()
        self._source = source
        self._path = path
        self._left = max(_SPARE, min(MOST_BYTES, MOST_TIMES * path.stat().st_size))
        self._is_packed = isinstance(source, gzip.GzipFile)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        some = self._source.read(len(buffer))
        self._left -= len(some) if self._is_packed else 0
        if self._left < 0:
            raise ImportFault(
                "{file} unpacks to much more than it is, which no web archive does",
                hint="It may be made to fill your memory. Nothing of it was read.",
                file=name_of(self._path),
            )
        buffer[: len(some)] = some
        return len(some)
