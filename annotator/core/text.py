"""Text as it is stored, shown and cut into words.

The text of an article is made canonical once, before hashing, and never altered again.
"""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from .model import Span

_LINE_ENDS = re.compile("\r\n?|[\u2028\u2029\x85\x0b\x0c]")
# NUL ends a string in SQLite; a lone surrogate cannot be encoded; Qt swaps the bytes of a text
# that begins with U+FFFE, and drops a U+FEFF there (it is a byte-order mark, not a letter).
_UNSTORABLE = re.compile("[\0\ud800-\udfff\ufffe\uffff]")

# What Qt would drop, swap or break a line at, drawn as one visible character of the same length.
_UNDRAWABLE = re.compile("[\x01-\x08\x0e-\x1f\x7f\ufdd0-\ufdef\ufeff\ufff9-\ufffb]")

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")
_MARKS = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u0900-\u0903\u093a-\u094f"
)
_JOINERS = "\u00ad\u200c\u200d\ufe00-\ufe0f\U0001f3fb-\U0001f3ff\u20e3"
_WORD = re.compile(
    # a number with its separators, a word with inner hyphens, dots of an acronym, or one symbol
    rf"\d+(?:[.,:/]\d+)*(?:[^\W\d_][\w{_MARKS}]*)?"
    rf"|[^\W_][\w{_MARKS}{_JOINERS}]*(?:[-‐‑&.][^\W_][\w{_MARKS}{_JOINERS}]*)*"
    rf"|[\U0001f1e6-\U0001f1ff]{{2}}"
    rf"|[^\s\w](?:[{_MARKS}{_JOINERS}]|(?<=\u200d)[^\s\w])*"
)
_SENTENCE_END = re.compile(r"[.!?…]+[»”\"’')\]]*\s+(?=[«“\"‘'(\[]*[^\W\d_a-zà-öø-ÿ])|\n+")
_PUNCTUATION = re.compile(r"^[^\w%€$£°]+$")


def word_set(listed: str) -> frozenset[str]:
    """The words of a list that is written as one text."""
    return frozenset(listed.split())


def canonical(text: str) -> str:
    """*text* with line ends as ``\\n`` and everything that no store or screen can hold as U+FFFD."""
    text = text.removeprefix("\ufeff")
    if text.isprintable() or _is_canonical(text):
        return text
    return _UNSTORABLE.sub("\ufffd", _LINE_ENDS.sub("\n", text))


def _is_canonical(text: str) -> bool:
    """A quick look, six times faster than the patterns; only a lone surrogate cannot be encoded."""
    if any(char in text for char in "\r\u2028\u2029\x85\x0b\x0c\0\ufffe\uffff"):
        return False
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def canonical_with_map(text: str) -> tuple[str, list[int] | None]:
    """Canonical *text* and, for every offset of the original, the offset in it.

    The map has one entry more than the original has characters; it is None where no offset moves.
    """
    made = canonical(text)
    if len(made) == len(text):
        return made, None
    places: list[int] = []
    at = 0
    for index, char in enumerate(text):
        places.append(at)
        is_mark = index == 0 and char == "\ufeff"
        is_first_of_two = char == "\r" and text[index + 1 : index + 2] == "\n"
        at += not (is_mark or is_first_of_two)
    places.append(at)
    return made, places


def sha256(text: str) -> str:
    """Hex SHA-256 of the UTF-8 of *text*, which must be canonical."""
    return hashlib.sha256(text.encode()).hexdigest()


def drawable(text: str) -> str:
    """*text* for a screen: the same number of UTF-16 units, nothing that Qt would swallow."""
    return text if text.isascii() and text.isprintable() else _UNDRAWABLE.sub("\ufffd", text)


class Utf16Map:
    """Code points of one stretch of text ↔ UTF-16 units, as Qt counts them."""

    __slots__ = ("_astral", "_units")

    def __init__(self, text: str) -> None:
        self._astral = [found.start() for found in _ASTRAL.finditer(text)]
        self._units = [i + k + 1 for k, i in enumerate(self._astral)]  # second halves

    def to_units(self, point: int) -> int:
        return point + bisect_left(self._astral, point) if self._astral else point

    def all_to_units(self, points: list[int]) -> list[int]:
        """`to_units` of each of *points*, which are sorted."""
        if not self._astral:
            return points
        at, units = 0, list[int]()
        for passed, place in enumerate(self._astral):
            after = bisect_right(points, place, at)
            units += [point + passed for point in points[at:after]]
            at = after
        return units + [point + len(self._astral) for point in points[at:]]

    def to_points(self, unit: int) -> int:
        """The code point at *unit*; in the middle of a surrogate pair, the one it belongs to."""
        return unit - bisect_left(self._units, unit + 1) if self._units else unit


def words(text: str, start: int = 0, end: int | None = None) -> Iterator[Span]:
    """Words, numbers and single symbols, in order; an elided article (``l’``) is a word."""
    for match in _WORD.finditer(text, start, len(text) if end is None else end):
        yield Span(match.start(), match.end())


def word_edges(text: str) -> tuple[list[int], list[int]]:
    """Where the `words` of a text begin, and where they end."""
    found = [*_WORD.finditer(text)]
    return [match.start() for match in found], [match.end() for match in found]


def word_at(text: str, at: int) -> Span | None:
    """The word that covers or, failing that, ends at *at*; None in white space."""
    found = None
    for word in words(text, *_stretch(text, at, at)):
        if word.start <= at < word.end:
            return word
        if word.end == at:
            found = word
    return found


def sentences(text: str) -> list[Span]:
    """Rough sentences for snapping and reading; the suggester has its own, finer ones."""
    spans: list[Span] = []
    start = 0
    for match in [*_SENTENCE_END.finditer(text), None]:
        end = match.end() if match else len(text)
        if (span := trim(text, start, end)) is not None:
            spans.append(span)
        start = end
    return spans


def trim(text: str, start: int, end: int) -> Span | None:
    """[start, end) without white space at its ends; None where nothing else is in it."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if start < end else None


def snap(text: str, start: int, end: int) -> Span | None:
    """What somebody means who dragged from *start* to *end*: whole words, no white space.

    Punctuation at the ends is left out where the drag began or ended inside white space or it,
    unless there is nothing else. None where the drag covers only white space.
    """
    if (span := trim(text, start, end)) is None:
        return None
    touched = [w for w in words(text, *_stretch(text, span.start, span.end)) if w.overlaps(span)]
    while len(touched) > 1 and _PUNCTUATION.match(touched[0].of(text)):
        del touched[0]
    while len(touched) > 1 and _PUNCTUATION.match(touched[-1].of(text)):
        del touched[-1]
    return Span(touched[0].start, touched[-1].end) if touched else span


def moved(text: str, span: Span, *, edge: str, outwards: bool) -> Span:
    """*span* with its ``start`` or ``end`` *edge* one word further out or in; itself at a limit.

    An edge never comes to rest at punctuation, as a drag never does (`snap`).
    """
    at = span.end if edge == "end" else span.start
    low, high = _stretch(text, at, at, reach=200) if outwards else (span.start, span.end)
    nearby = [w for w in words(text, low, high) if not _PUNCTUATION.match(w.of(text))]
    if edge == "end":
        ends = [w.end for w in nearby if (w.end > span.end if outwards else w.end < span.end)]
        return Span(span.start, ends[0] if outwards else ends[-1]) if ends else span
    starts = [w.start for w in nearby if (w.start < at if outwards else w.start > at)]
    return Span(starts[-1] if outwards else starts[0], span.end) if starts else span


def placed(text: str, span: Span, at: int, *, edge: str) -> Span | None:
    """*span* with its ``start`` or ``end`` *edge* at the word at *at*; None where nothing is left.

    Inside a word it is the whole word, beside punctuation the nearest word on the inner side.
    """
    if edge == "start":
        begun = word_at(text, at)
        low = begun.start if begun is not None and begun.end > at else at
        first = (w for w in words(text, low, span.end) if not _PUNCTUATION.match(w.of(text)))
        start = next((w.start for w in first), span.end)
        return Span(start, span.end) if start < span.end else None
    ending = word_at(text, at)
    high = ending.end if ending is not None and ending.start < at else at
    inside = list(words(text, span.start, high)) if high > span.start else []
    while inside and _PUNCTUATION.match(inside[-1].of(text)):
        del inside[-1]
    return Span(span.start, inside[-1].end) if inside else None


def paragraph_at(text: str, at: int) -> Span:
    """The line around *at*, without its line end; an empty one is a single place long."""
    start = text.rfind("\n", 0, at) + 1
    found = text.find("\n", at)
    end = found if found >= 0 else len(text)
    return Span(start, max(end, start + 1))


def occurrences(text: str, wanted: str) -> list[Span]:
    """Every place where *wanted* stands in *text* as whole words, not overlapping."""
    if not wanted:
        return []
    before = r"(?<!\w)" if re.match(r"\w", wanted) else ""
    after = r"(?!\w)" if re.search(r"\w$", wanted) else ""
    pattern = re.compile(before + re.escape(wanted) + after)
    return [Span(*m.span()) for m in pattern.finditer(text)]


def find_folded(text: str, wanted: str, *, limit: int = 5000) -> list[Span]:
    """Where *wanted* stands in *text*, without regard to case, accents and kinds of quotes."""
    needle = fold(wanted)
    if not needle:
        return []
    letters: list[str] = []
    places: list[int] = []
    space = True
    for index, char in enumerate(text):
        if char.isspace():
            if not space:
                letters.append(" ")
                places.append(index)
            space = True
            continue
        space = False
        for part in fold(char) if char > "\x7f" else char.lower():
            letters.append(part)
            places.append(index)
    hay = "".join(letters)
    spans: list[Span] = []
    at = hay.find(needle)
    while at >= 0 and len(spans) < limit:
        spans.append(Span(places[at], places[at + len(needle) - 1] + 1))
        at = hay.find(needle, at + len(needle))
    return spans


def guess_title(text: str) -> str:
    """The first line that says something, cut at a word to at most 120 characters."""
    for line in text.split("\n", 40)[:40]:
        line = " ".join(line[:2000].split())
        if line:
            if len(line) <= 120:
                return line
            first = _SENTENCE_END.split(line, 1)[0]
            cut = first if len(first) <= 120 else first[:119].rsplit(" ", 1)[0]
            return cut.rstrip(" ,;:–-") + ("" if cut == first else "…")
    return ""


def fold(text: str) -> str:
    """*text* for comparing names: no accents, no case, straight quotes, single spaces."""
    import unicodedata

    plain = unicodedata.normalize("NFKD", text.replace("’", "'")).casefold()
    return " ".join("".join(c for c in plain if not unicodedata.combining(c)).split())


def _stretch(text: str, start: int, end: int, *, reach: int = 80) -> tuple[int, int]:
    """A window around [start, end) that begins and ends outside any word, for long texts."""
    left = max(0, start - reach)
    while left > 0 and not text[left - 1].isspace() and start - left < 4000:
        left -= 1
    right = min(len(text), end + reach)
    while right < len(text) and not text[right].isspace() and right - end < 4000:
        right += 1
    return left, right
