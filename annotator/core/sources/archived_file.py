"""A file that was kept as evidence: its words, where a quotation stands in them, how to cite the place.

A quotation is verbatim if its words are there, one after the other. How a program breaks lines,
shapes quotation marks and dashes or hyphenates is not the source's wording and does not count.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache

from msgspec import Struct

from ..model import Medium, Span

_SHORTEST = 3  # letters and digits; fewer are found anywhere
_LIKE = str.maketrans(
    {
        **dict.fromkeys("«»“”„‟″", '"'),
        **dict.fromkeys("‘’‚‛′`´", "'"),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        "…": "...",
    }
)
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]")
_BREAK = re.compile(r"(?<=\w)-\n(?=\w)")


class ArchivedFile(Struct, frozen=True):
    """What was read from a kept file. *pages* are the offsets at which its pages begin.

    *text* is "" where a file (a photograph, a scan) has no words that can be read.
    """

    sha256: str
    name: str
    size: int  # bytes
    text: str = ""
    pages: tuple[int, ...] = ()
    medium: Medium = "web_text"
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: str | None = None
    url: str | None = None
    archived_url: str | None = None
    captured: str | None = None  # when it was saved, ISO 8601
    note: str = ""  # what else it tells: camera, place
    language: str | None = None
    kept_at: str = ""


def place(text: str, quote: str) -> Span | None:
    """Where *quote* stands in *text*; None where it does not."""
    quote = quote.strip()
    if sum(char.isalnum() for char in quote) < _SHORTEST:
        return None
    if (at := text.find(quote)) >= 0:
        return Span(at, at + len(quote))
    bare, places = _bare(text)
    wanted = _plain(quote).strip().strip('"')
    if not wanted or (at := bare.find(wanted)) < 0:
        return None
    return Span(places[at], places[at + len(wanted) - 1] + 1)


def locator(saved: ArchivedFile, at: int) -> str:
    """How the place at offset *at* is cited: ``p. 3, par. 2``; without pages, ``par. 2``."""
    page = bisect_right(saved.pages, at)
    start = saved.pages[page - 1] if page else 0
    paragraph = _paragraph(saved.text, start, at)
    return f"p. {page}, par. {paragraph}" if len(saved.pages) > 1 else f"par. {paragraph}"


def is_within(saved: ArchivedFile, span: Span, said: str) -> bool:
    """Whether *span* is on the page that a locator names, as far as it names one."""
    number = re.search(r"\bp(?:p|ag)?\.?\s*(\d+)", said)
    if number is None or len(saved.pages) < 2:
        return True
    first, last = (bisect_right(saved.pages, at) for at in (span.start, span.end - 1))
    return first <= int(number[1]) <= last


def _paragraph(text: str, start: int, at: int) -> int:
    """From 1: a paragraph is a line that says something."""
    before = text[start:at].split("\n")[:-1]
    return 1 + sum(1 for line in before if line.strip())


def _plain(text: str) -> str:
    return " ".join(_UNSEEN.sub("", _BREAK.sub("", text)).translate(_LIKE).casefold().split())


@lru_cache(maxsize=4)
def _bare(text: str) -> tuple[str, list[int]]:
    """*text* without what does not count, and for each of its characters where that one was."""
    made: list[str] = []
    places: list[int] = []
    is_spaced = True
    skip = {place for found in _BREAK.finditer(text) for place in range(*found.span())}
    for at, char in enumerate(text):
        if at in skip or _UNSEEN.match(char):
            continue
        if char.isspace():
            if not is_spaced:
                made.append(" ")
                places.append(at)
            is_spaced = True
            continue
        is_spaced = False
        plain = char.translate(_LIKE).casefold()
        made += plain
        places += [at] * len(plain)
    return "".join(made), places
