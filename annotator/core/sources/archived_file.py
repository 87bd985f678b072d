"""A file that was kept as evidence: its words, where a quotation stands in them, how to cite the place.

A quotation is verbatim if its words are there, one after the other. How a program breaks lines,
shapes quotation marks and dashes, hyphenates or composes accents is not the source's wording and
does not count. What an editor cut (“[…]”) or put in brackets (“[North Korea]”) may stand for other
words, as the style books allow. Of several places the best is cited.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
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
_LETTER = re.compile(r"\[(\w)\](?=\w)")  # [T]he
_MARK = re.compile(r"\[[^\[\]]{0,120}\]|\(\s*(?:…|\.\s?\.\s?\.)\s*\)|…|\.\s?\.\s?\.")
_MOST_CUT = 4000  # characters that a cut may leave out
_MOST_REPLACED = 120  # … and words in brackets stand for
_LEAST_EDITED = 8  # letters and digits of the words that are left
_MOST_PLACES = 200


class ArchivedFile(Struct, frozen=True):
    """What was read from a kept file. *pages* are the offsets at which its pages begin.

    *text* is "" where a file (a photograph, a scan) has no words that can be read.
    """

    sha256: str
    name: str
    size: int  # bytes
    text: str = ""
    pages: tuple[int, ...] = ()
    sheets: tuple[str, ...] = ()  # of a table: the names of its pages
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
    """Where *quote* stands best in *text*; None where it does not."""
    return next(iter(places(text, quote)), None)


def places(text: str, quote: str) -> list[Span]:
    """Where *quote* stands in *text*, the best first: letter by letter, as whole words, early."""
    quote = quote.strip()
    if sum(char.isalnum() for char in quote) < _SHORTEST:
        return []
    found = [Span(at, at + len(quote)) for at in _occurrences(text, quote)]
    if found:
        return sorted(
            found, key=lambda span: (not _is_whole(text, span.start, span.end), span.start)
        )
    bare, starts, ends = _bare(text)
    pairs: list[tuple[int, int]] = []
    for each in dict.fromkeys((quote, _LETTER.sub(r"\1", quote))):
        wanted = _plain(each).strip('"').strip()
        pairs = pairs or [(at, at + len(wanted)) for at in _occurrences(bare, wanted) if wanted]
    pairs = pairs or _edited(bare, quote)
    pairs.sort(key=lambda pair: (not _is_whole(bare, *pair), pair[1] - pair[0], pair[0]))
    return [Span(starts[start], ends[end - 1]) for start, end in pairs]


def places_in(saved: ArchivedFile, quote: str) -> list[Span]:
    """As `places`; of a table the cells of a row may be quoted with any mark between them."""
    found = places(saved.text, quote)
    if found or saved.medium != "web_table":
        return found
    for marks in (r"\s*[;|]\s*", r"\s*,\s*"):
        if found := places(saved.text, re.sub(marks, " ", quote)):
            return found
    cell = quote.strip()  # a figure that is too short to be looked for elsewhere
    edge = r"(?:(?<=[\t\n])|^)", r"(?=[\t\n]|$)"
    return (
        [Span(*m.span()) for m in re.finditer(re.escape(cell).join(edge), saved.text)]
        if cell
        else []
    )


def locator(saved: ArchivedFile, at: int, end: int | None = None) -> str:
    """How the place from offset *at* to *end* is cited: ``p. 3, par. 2``; without pages, ``par. 2``;
    of a table its cells, ``B3`` or ``A3:B3``, of one with several sheets ``Sheet!B3``.
    """
    page = bisect_right(saved.pages, at)
    start = saved.pages[page - 1] if page else 0
    if saved.medium == "web_table":
        first, last = (
            _cell(saved.text, start, at),
            _cell(saved.text, start, max(at, (end or at) - 1)),
        )
        name = saved.sheets[page - 1] if len(saved.sheets) > 1 and page else ""
        return (f"{name}!" if name else "") + (first if first == last else f"{first}:{last}")
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


def _cell(text: str, sheet: int, at: int) -> str:
    """The name of the cell at an offset: ``C12``."""
    row = text.count("\n", sheet, at) + 1
    column = (
        text.count("\t", text.rfind("\n", sheet, at) + 1 if "\n" in text[sheet:at] else sheet, at)
        + 1
    )
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return f"{letters}{row}"


def _occurrences(text: str, words: str) -> list[int]:
    found: list[int] = []
    at = text.find(words)
    while at >= 0 and len(found) < _MOST_PLACES:
        found.append(at)
        at = text.find(words, at + 1)
    return found


def _is_whole(text: str, start: int, end: int) -> bool:
    """Whether no word goes on before or after."""
    before = start > 0 and text[start - 1].isalnum() and text[start].isalnum()
    return not before and not (end < len(text) and text[end - 1].isalnum() and text[end].isalnum())


def _edited(bare: str, quote: str) -> list[tuple[int, int]]:
    """Where the parts of a quotation stand, one after the other, between what an editor put there."""
    parts: list[str] = []
    gaps: list[int] = []
    rest = _LETTER.sub(r"\1", quote)
    at = 0
    for mark in _MARK.finditer(rest):
        parts.append(rest[at : mark.start()])
        is_cut = not any(char.isalnum() for char in mark[0])
        gaps.append(_MOST_CUT if is_cut else _MOST_REPLACED)
        at = mark.end()
    parts.append(rest[at:])
    told = [
        (_plain(part).strip('"').strip(), gap) for part, gap in zip(parts, [0, *gaps], strict=True)
    ]
    said = [(part, gap) for part, gap in told if any(char.isalnum() for char in part)]
    if not gaps or not said or sum(c.isalnum() for part, _ in said for c in part) < _LEAST_EDITED:
        return []
    found = []
    for start in _whole_words(bare, said[0][0], 0, len(bare)):
        end = start + len(said[0][0])
        for part, gap in said[1:]:
            there = next(iter(_whole_words(bare, part, end, end + gap + len(part))), None)
            if there is None:
                break
            end = there + len(part)
        else:
            found.append((start, end))
    return found


def _whole_words(bare: str, part: str, start: int, end: int) -> Iterator[int]:
    at = bare.find(part, start, end)
    while at >= 0:
        if _is_whole(bare, at, at + len(part)):
            yield at
        at = bare.find(part, at + 1, end)


def _plain(text: str) -> str:
    return _reduced(text)[0].strip()


@lru_cache(maxsize=4)
def _bare(text: str) -> tuple[str, list[int], list[int]]:
    """*text* without what does not count, and for each of its characters where that one began and ended."""
    return _reduced(text)


def _reduced(text: str) -> tuple[str, list[int], list[int]]:
    made: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    is_spaced = True
    skip = {place for found in _BREAK.finditer(text) for place in range(*found.span())}
    at, whole = 0, len(text)
    while at < whole:
        start, char = at, text[at]
        at += 1
        if start in skip or _UNSEEN.match(char):
            continue
        while at < whole and (unicodedata.combining(text[at]) or "\u1160" <= text[at] <= "\u11ff"):
            at += 1
        if char.isspace():
            plain = "" if is_spaced else " "
        elif at - start == 1 and char.isascii():
            plain = char.translate(_LIKE).lower()
        else:
            plain = unicodedata.normalize("NFKC", text[start:at].translate(_LIKE)).casefold()
        is_spaced = char.isspace()
        made += plain
        starts += [start] * len(plain)
        ends += [at] * len(plain)
    return "".join(made), starts, ends
