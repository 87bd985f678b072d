"""Bytes of unknown encoding → text."""

from __future__ import annotations

import codecs
import re

from annotator.core.errors import ImportFault

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# What Windows-1252 has beyond ASCII in Italian, English, French, Spanish, Portuguese and German.
_WESTERN = re.compile(
    "[^\0-\x7f\xa0ÀÁÂÃÄÇÈÉÊËÌÍÎÏÑÒÓÔÖÙÚÛÜßàáâãäçèéêëìíîïñòóôõöùúûüœŒæÆ«»“”‘’„–—…€£°ªº¿¡·•§©®™½¼´]"
)
_OF_BROWSERS = {
    **dict.fromkeys(
        ("ascii", "us-ascii", "latin1", "latin-1", "l1", "iso-8859-1", "iso8859-1", "iso88591"),
        "cp1252",
    ),
    **dict.fromkeys(("windows-1252", "x-cp1252", "cp1252", "ansi", "cp819"), "cp1252"),
    **dict.fromkeys(("iso-8859-9", "iso8859-9", "latin5", "l5", "windows-1254"), "cp1254"),
    **dict.fromkeys(("iso-8859-11", "tis-620", "windows-874"), "cp874"),
    **dict.fromkeys(("gb2312", "gb-2312-80", "gbk", "x-gbk", "chinese"), "gb18030"),
    **dict.fromkeys(("shift-jis", "sjis", "ms-kanji", "x-sjis", "windows-31j"), "cp932"),
    **dict.fromkeys(("euc-kr", "ks-c-5601-1987", "korean", "windows-949"), "cp949"),
    **dict.fromkeys(("big5", "big5-hkscs", "x-x-big5"), "big5hkscs"),
}
_CONTROLS = re.compile("[\0-\x08\x0e-\x1a\x1c-\x1f]")


def decoded(content: bytes, file: str) -> tuple[str, str]:
    """The text of *content* and the name of its encoding.

    Raises:
        ImportFault: it is not text, or in no encoding that can be told.
    """
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _strictly(content, encoding, file), encoding.removesuffix("-sig")
    try:
        text, encoding = content.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        text, encoding = _guessed(content, file)
    if "\0" in text and (wide := _wide(content)):
        text, encoding = _strictly(content, wide, file), wide
    if len(_CONTROLS.findall(text[:100_000])) * 20 > len(text[:100_000]):
        raise _not_text(file)
    return text, encoding


def decoded_as(content: bytes, label: str) -> str | None:
    """The text of *content* in the encoding that a page or a mail names, as browsers read it.

    A label means what the WHATWG's *Encoding Standard* says, not what it once meant: what calls
    itself iso-8859-1 or ASCII is windows-1252, and so on. None where it is no such text.
    """
    wanted = label.strip().lower().replace("_", "-")
    for name in ("utf-8", _OF_BROWSERS.get(wanted, wanted)):
        try:
            return content.decode(name, "c1" if name.startswith("cp12") else "strict")
        except (UnicodeDecodeError, LookupError, ValueError):
            continue
    return None


def _c1(error: UnicodeError) -> tuple[str, int]:
    """The few bytes that a Windows code page leaves free are control characters to browsers."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return "".join(map(chr, error.object[error.start : error.end])), error.end


codecs.register_error("c1", _c1)


def _strictly(content: bytes, encoding: str, file: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as err:
        raise ImportFault(
            "{file} says that it is {encoding}, but the bytes at {at} are not",
            hint="Open it in the program it comes from and save it as UTF-8.",
            file=file,
            encoding=encoding.removesuffix("-sig").upper(),
            at=err.start,
        ) from err


def _guessed(content: bytes, file: str) -> tuple[str, str]:
    if wide := _wide(content):
        return _strictly(content, wide, file), wide
    western = content.decode("cp1252", errors="replace")
    if "\ufffd" not in western and not _WESTERN.search(western):
        return western, "cp1252"

    from charset_normalizer import from_bytes

    best = from_bytes(content).best()
    if best is None:
        raise _not_text(file)
    return str(best), best.encoding


def _wide(content: bytes) -> str | None:
    """UTF-16 without a mark: nearly every second byte of a Western text is NUL."""
    head = content[:4000]
    half = len(head) // 2
    if half < 4:
        return None
    if head[1::2].count(0) > 0.7 * half and head[::2].count(0) < 0.1 * half:
        return "utf-16-le"
    if head[::2].count(0) > 0.7 * half and head[1::2].count(0) < 0.1 * half:
        return "utf-16-be"
    return None


def _not_text(file: str) -> ImportFault:
    return ImportFault(
        "{file} is not text in any encoding that can be recognised",
        hint="Open it in the program it comes from and save it as UTF-8 text.",
        file=file,
    )
