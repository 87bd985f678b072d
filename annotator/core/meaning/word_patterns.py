"""The hand-written lists of ``resources/meaning``: words and phrases with stars, found in a text."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from annotator.core.paths import RESOURCES

_FOLDER = RESOURCES / "meaning"
_TOKEN = re.compile(
    r"n['’]t\b|['’]s\b|\d+(?:[.,:]\d+)*|[^\W\d_]+(?=n['’]t\b)|[^\W\d_]+(?=['’]s\b)"
    r"|[^\W\d_]+(?:\.[^\W\d_]\b\.?)+|[^\W\d_]+(?:-[^\W\d_]+)*['’]?|[%€$£+]"
)


class Token(NamedTuple):
    """A word as written, folded, and where it stands in the text."""

    word: str
    folded: str
    start: int


def tokens(text: str) -> list[Token]:
    """The words and figures of *text*; an article's apostrophe stays with it, "didn't" is two."""
    return [
        Token(m[0], m[0].casefold().replace("’", "'"), m.start()) for m in _TOKEN.finditer(text)
    ]


class Found(NamedTuple):
    """An entry of a list in a text: words [start, end)."""

    key: str
    start: int
    end: int


class WordPatterns:
    """Words and phrases, each with the keys that it stands for."""

    def __init__(self, entries: Iterable[tuple[str, str]]) -> None:
        self._exact: defaultdict[str, list[tuple[str, tuple[str, ...]]]] = defaultdict(list)
        self._begun: defaultdict[str, list[tuple[str, tuple[str, ...]]]] = defaultdict(list)
        for key, pattern in entries:
            first, *rest = pattern.split("_")
            kept = (key, (first, *rest))
            if first[-1] in "*?":
                self._begun[first[:-1]].append(kept)
            else:
                self._exact[first].append(kept)

    @property
    def keys(self) -> frozenset[str]:
        """All that the entries stand for."""
        lists = (*self._exact.values(), *self._begun.values())
        return frozenset(key for entries in lists for key, _ in entries)

    def of(self, folded: Sequence[str]) -> list[Found]:
        """Every entry in *folded*, in order; of those that begin at a word only the longest."""
        found: list[Found] = []
        for at, word in enumerate(folded):
            here: list[Found] = []
            for key, pattern in self._candidates(word):
                window = folded[at : at + len(pattern)]
                if len(window) == len(pattern) and all(map(_fits, pattern, window)):
                    here.append(Found(key, at, at + len(pattern)))
            longest = max((each.end for each in here), default=0)
            keys = dict.fromkeys(each.key for each in here if each.end == longest)
            found += [Found(key, at, longest) for key in keys]
        return found

    def _candidates(self, word: str) -> Iterator[tuple[str, tuple[str, ...]]]:
        yield from self._exact.get(word, ())
        for length in range(2, len(word) + 1):
            yield from self._begun.get(word[:length], ())


def _fits(pattern: str, word: str) -> bool:
    if pattern.endswith("*"):
        return word.startswith(pattern[:-1])
    if pattern.endswith("?"):
        return len(word) == len(pattern) and word.startswith(pattern[:-1])
    return word == pattern


def _lines(name: str) -> Iterator[str]:
    for line in (_FOLDER / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line


@cache
def opposites() -> WordPatterns:
    """Keys are an axis and a pole: ``rise+``, ``rise-``; wider axes are made of several."""
    entries = []
    axis = ""
    wider: dict[str, list[str]] = {}
    for line in _lines("opposites.txt"):
        if line.startswith("[") and ":" in line:
            name, parts = line.strip("[]").split(":")
            for part in parts.split():
                wider.setdefault(part, []).append(name)
        elif line.startswith("["):
            axis = line.strip("[]")
        else:
            pole, *words = line.split()
            for name in [axis, *wider.get(axis, [])]:
                entries += [(name + pole, word) for word in words]
    return WordPatterns(entries)


@cache
def function_words(heading: str) -> tuple[str, ...]:
    """The words under a heading of their list, in its order."""
    found: list[str] = []
    head = ""
    for line in _lines("function_words.txt"):
        if line.startswith("["):
            head = line.strip("[]")
        elif head == heading:
            found += line.split()
    return tuple(found)


@cache
def small_words() -> WordPatterns:
    """Keys are the headings: ``not``, ``deny``, ``plan`` …"""
    entries = []
    head = ""
    for line in _lines("small_words.txt"):
        if line.startswith("["):
            head = line.strip("[]")
        else:
            entries += [(head, word) for word in line.split()]
    return WordPatterns(entries)


@cache
def places() -> WordPatterns:
    """Keys are places by their first name, whatever their people and their capital are called."""
    entries = []
    for line in _lines("places.txt"):
        key, *words = line.split()
        entries += [(key, word) for word in [key, *words]]
    return WordPatterns(entries)
