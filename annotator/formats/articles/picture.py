"""What a picture tells of itself: where a screenshot was made, when, with which camera and where.

Read from the text chunks of PNG, EXIF, XMP and IPTC, with bounds; no picture is drawn and nothing run.
"""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any

from msgspec import Struct, field

from annotator.core.annotated_article import AnnotatedArticle

from ..new_article import article, size_within, tidy
from ..spec import ReadRequest, name_of
from .dates import day_of, moment_of

_MOST_BYTES = 200_000_000
_MOST_OF_A_TEXT = 1 << 20
_MOST_ENTRIES = 400
_URL = re.compile(r"https?://[^\s<>\"'\]})]+")
_TYPES = {1: "B", 2: "s", 3: "H", 4: "I", 5: "II", 7: "s", 9: "i", 10: "ii"}
_EXIF = {
    0x010E: "description", 0x010F: "make", 0x0110: "model", 0x0131: "software", 0x0132: "altered", 0x013B: "artist",
    0x9003: "taken", 0x9004: "digitized", 0x9011: "zone", 0x9010: "zone of alteration", 0x9286: "comment",
    0x9C9B: "title", 0x9C9C: "comment", 0x9C9D: "artist", 0xA433: "lens maker", 0xA434: "lens",
}  # fmt: skip
_IPTC = {
    5: "title",
    55: "date",
    60: "time",
    80: "artist",
    90: "city",
    101: "country",
    110: "credit",
    115: "source",
    120: "description",
}
_XMP = {
    "dc:title": "title", "dc:creator": "artist", "dc:source": "source", "dc:description": "description",
    "dc:identifier": "identifier", "xmp:BaseURL": "url", "xmp:CreateDate": "made", "photoshop:DateCreated": "made",
    "exif:DateTimeOriginal": "taken", "tiff:Make": "make", "tiff:Model": "model", "xmp:CreatorTool": "software",
    "photoshop:Credit": "credit", "photoshop:Source": "source", "dc:publisher": "publisher", "photoshop:City": "city",
    "photoshop:Country": "country", "exif:GPSLatitude": "latitude", "exif:GPSLongitude": "longitude",
    "xmpRights:WebStatement": "url of rights", "dc:date": "published", "prism:publicationDate": "published", "prism:url": "url",
}  # fmt: skip


class _Found(Struct):
    """What was found, under our names and those of PNG's chunks, in lower case; the first of each."""

    said: dict[str, str] = field(default_factory=dict)
    place: tuple[float, float] | None = None

    def hear(self, name: str, value: str | None) -> None:
        if value := tidy((value or "").replace("\0", " ")):
            self.said.setdefault(name.lower(), value[:2000])

    def first(self, *names: str) -> str | None:
        return next((self.said[name] for name in names if name in self.said), None)


def read(path: Path, reading: ReadRequest) -> Iterator[AnnotatedArticle]:
    """An article without words, with what the picture tells."""
    size = size_within(path, _MOST_BYTES)
    found = _Found()
    content = path.read_bytes()
    try:
        for kind, part in _parts(content):
            _hear(found, kind, part)
    except (struct.error, ValueError, IndexError, zlib.error):
        pass  # what is damaged tells no more; the picture is kept all the same
    reading.progress(size)
    yield AnnotatedArticle(article=_article(found, path))


def _article(found: _Found, path: Path) -> Any:
    url = _url(found)
    camera = " ".join(dict.fromkeys(p for p in (found.first("make"), found.first("model")) if p))
    taken = _moment(found.first("taken", "digitized"), found.first("zone"))
    made = _moment(found.first("creation time", "date:create", "creationtime", "timestamp", "capture time", "captured", "capturedate", "date created", "made", "date", "create-date", "date:timestamp"), None)  # fmt: skip
    altered = _moment(found.first("altered"), found.first("zone of alteration"))
    captured = made or altered if not camera else (made if url else None)
    if url and captured is None:
        captured = taken or altered or found.first("time chunk")
    elif not camera and captured is None:
        captured = found.first("time chunk")
    place = f"{found.place[0]:.5f}, {found.place[1]:.5f}" if found.place else None
    town = ", ".join(p for p in (found.first("city"), found.first("country")) if p)
    said = [
        (taken or altered or made) if camera else (taken if taken != captured else None),
        camera,
        place,
        town,
    ]
    note = " · ".join(part for part in said if part)
    sources = [s for s in (found.first("publisher", "site", "site name"), found.first("credit"), found.first("source")) if s and not _URL.match(s)]  # fmt: skip
    metadata: dict[str, Any] = {"file": name_of(path)}
    metadata |= {"saved": captured} if captured else {}
    metadata |= {"note": f"EXIF: {note}"} if note else {}
    published = day_of(found.first("published") or "") or _iptc_day(found)
    return article(
        "",
        title=found.first("title"),
        author=found.first("artist", "author"),
        publisher=sources[0] if sources else None,
        published=published,
        url=url,
        metadata=metadata,
        detects=False,
    )


def _iptc_day(found: _Found) -> str | None:
    return day_of(found.first("iptc date") or "")


def _url(found: _Found) -> str | None:
    """The page of a screenshot: where it is said to be from, else an address in what is said of it."""
    names = ("url", "page url", "source url", "pageurl", "sourceurl", "source", "uri", "identifier", "location", "link", "comment", "description", "title")  # fmt: skip
    for name in names:
        if (hit := _URL.search(found.said.get(name, ""))) is not None:
            return hit[0].rstrip(".,;")
    return None


def _moment(value: str | None, zone: str | None) -> str | None:
    return moment_of(
        f"{value} {zone}" if value and zone and re.fullmatch(r"[+-]\d\d:\d\d", zone) else value
    )


def _parts(content: bytes) -> Iterator[tuple[str, bytes]]:
    """The parts of a picture that say something, by kind."""
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        at = 8
        while at + 8 <= len(content):
            length, kind = struct.unpack_from(">I4s", content, at)
            yield kind.decode("latin-1"), content[at + 8 : at + 8 + length]
            at += 12 + length
    elif content.startswith(b"\xff\xd8"):
        at = 2
        while (
            at + 4 <= len(content) and content[at] == 0xFF and content[at + 1] not in (0xDA, 0xD9)
        ):
            (length,) = struct.unpack_from(">H", content, at + 2)
            yield f"APP{content[at + 1]:X}", content[at + 4 : at + 2 + length]
            at += 2 + max(2, length)
    elif content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        at = 12
        while at + 8 <= len(content):
            kind, length = struct.unpack_from("<4sI", content, at)
            yield kind.decode("latin-1").strip(), content[at + 8 : at + 8 + length]
            at += 8 + length + (length & 1)
    elif content.startswith(b"GIF8") and (start := content.find(b"<x:xmpmeta")) >= 0:
        yield "XMP", content[start : start + _MOST_OF_A_TEXT]


def _hear(found: _Found, kind: str, part: bytes) -> None:
    if kind == "tEXt":
        name, _, value = part.partition(b"\0")
        _hear_text(
            found, name, value.decode("utf-8") if _is_utf8(value) else value.decode("latin-1")
        )
    elif kind == "zTXt":
        name, _, value = part.partition(b"\0")
        _hear_text(found, name, _unpacked(value[1:]).decode("latin-1"))
    elif kind == "iTXt":
        name, _, rest = part.partition(b"\0")
        is_packed, rest = rest[:1] == b"\1", rest[2:]
        value = rest.split(b"\0", 2)[2]
        _hear_text(
            found, name, (_unpacked(value) if is_packed else value).decode("utf-8", "replace")
        )
    elif kind == "tIME" and len(part) == 7:
        found.hear(
            "time chunk",
            "{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z".format(*struct.unpack(">H5B", part)),
        )
    elif kind in ("eXIf", "EXIF") or (kind == "APPE1" and part.startswith(b"Exif\0\0")):
        _hear_exif(found, part.removeprefix(b"Exif\0\0"))
    elif kind == "XMP" or (kind == "APPE1" and part.startswith(b"http://ns.adobe.com/xap/1.0/\0")):
        _hear_xmp(found, part[-_MOST_OF_A_TEXT:].decode("utf-8", "replace"))
    elif kind == "APPED":
        _hear_iptc(found, part)
    elif kind == "APPFE":
        found.hear("comment", part.decode("utf-8", "replace"))


def _hear_text(found: _Found, name: bytes, value: str) -> None:
    key = name.decode("latin-1")
    if key == "XML:com.adobe.xmp":
        _hear_xmp(found, value)
    elif not key.lower().startswith("raw profile"):
        found.hear(key, value)


def _is_utf8(value: bytes) -> bool:
    try:
        value.decode()
    except UnicodeDecodeError:
        return False
    return True


def _unpacked(value: bytes) -> bytes:
    return zlib.decompressobj().decompress(value, _MOST_OF_A_TEXT)


def _hear_exif(found: _Found, exif: bytes) -> None:
    order = {b"II": "<", b"MM": ">"}[exif[:2]] if exif[:2] in (b"II", b"MM") else None
    if order is None:
        return
    gps: dict[int, Any] = {}
    queue = [(struct.unpack_from(f"{order}I", exif, 4)[0], False)]
    for _ in range(6):  # the directories, each of which may name others
        if not queue:
            break
        at, is_gps = queue.pop(0)
        (count,) = struct.unpack_from(f"{order}H", exif, at)
        for number in range(min(count, _MOST_ENTRIES)):
            tag, kind, length, _ = struct.unpack_from(f"{order}HHII", exif, at + 2 + 12 * number)
            value = _exif_value(exif, order, kind, length, at + 2 + 12 * number + 8)
            if is_gps:
                gps[tag] = value
            elif tag in (0x8769, 0x8825) and isinstance(value, list) and value:
                queue.append((value[0], tag == 0x8825))
            elif tag in _EXIF and isinstance(value, bytes | list):
                found.hear(_EXIF[tag], _exif_words(tag, value))
    try:
        latitude, longitude = _degrees(gps[2], gps[1]), _degrees(gps[4], gps[3])
    except (KeyError, TypeError, ZeroDivisionError, IndexError):
        return
    if abs(latitude) <= 90 and abs(longitude) <= 180:
        found.place = (latitude, longitude)


def _exif_value(exif: bytes, order: str, kind: int, length: int, at: int) -> Any:
    if kind not in _TYPES or length > _MOST_OF_A_TEXT:
        return None
    size = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 7: 1, 9: 4, 10: 8}[kind] * length
    if size > 4:
        (at,) = struct.unpack_from(f"{order}I", exif, at)
    part = exif[at : at + size]
    if kind in (2, 7):
        return part
    numbers = struct.unpack(f"{order}{length * len(_TYPES[kind])}{_TYPES[kind][0]}", part)
    return list(numbers)


def _exif_words(tag: int, value: bytes | list[int]) -> str:
    content = value if isinstance(value, bytes) else bytes(n & 255 for n in value)
    if 0x9C9B <= tag <= 0x9C9D:
        return content.decode("utf-16-le", "replace").strip("\0")
    if tag == 0x9286:
        is_wide = content.startswith(b"UNICODE\0")
        content = (
            content[8:]
            if content[:8].rstrip(b"\0") in (b"ASCII", b"UNICODE", b"JIS", b"")
            else content
        )
        return content.decode("utf-16" if is_wide else "utf-8", "replace")
    return content.partition(b"\0")[0].decode("utf-8", "replace")


def _degrees(parts: list[int], side: bytes) -> float:
    values = [parts[n] / parts[n + 1] for n in range(0, 6, 2)]
    whole = values[0] + values[1] / 60 + values[2] / 3600
    return -whole if side[:1] in (b"S", b"W") else whole


def _hear_xmp(found: _Found, xmp: str) -> None:
    for name, meaning in _XMP.items():
        hit = re.search(rf'\b{name}\s*=\s*(?:"([^"]*)"|\'([^\']*)\')', xmp)
        value = (hit[1] or hit[2]) if hit else None
        if value is None and (
            hit := re.search(rf"<{name}\b[^>]*>(.{{0,4000}}?)</{name}>", xmp, re.S)
        ):
            value = " ".join(re.sub(r"<[^>]*>", " ", hit[1]).split())
        if value:
            found.hear(meaning, unescape(value))
    sides = [_xmp_degrees(found.said.get(name)) for name in ("latitude", "longitude")]
    if found.place is None and sides[0] is not None and sides[1] is not None:
        found.place = (sides[0], sides[1])


def _xmp_degrees(value: str | None) -> float | None:
    """``50,27.0N`` in degrees."""
    hit = re.fullmatch(r"(\d+),(\d+(?:\.\d+)?)(?:,(\d+(?:\.\d+)?))?([NSEW])", value or "")
    if hit is None:
        return None
    whole = int(hit[1]) + float(hit[2]) / 60 + float(hit[3] or 0) / 3600
    return -whole if hit[4] in "SW" else whole


def _hear_iptc(found: _Found, part: bytes) -> None:
    at = part.find(b"8BIM\x04\x04")
    at = part.find(b"\x1c\x02", at) if at >= 0 else -1
    while 0 <= at < len(part) - 5 and part[at] == 0x1C:
        number = part[at + 2]
        (length,) = struct.unpack_from(">H", part, at + 3)
        if number in _IPTC:
            name = _IPTC[number]
            found.hear(
                "iptc date" if name == "date" else name,
                part[at + 5 : at + 5 + length].decode("utf-8", "replace"),
            )
        at += 5 + length
