"""What the components pass to each other, all in code points of the text at hand."""

from __future__ import annotations

from typing import NamedTuple

CodePoints = tuple[int, int]  # [start, end) in the text at hand


class Mention(NamedTuple):
    """A candidate entity; of two that cross, the one of higher *rank* stays, then the longer."""

    start: int
    end: int
    label: str
    confidence: float
    why: str
    rank: int = 0
    subtype: str | None = None


class WordToken(NamedTuple):
    """A token with its place. ``text`` has straight apostrophes, ``lower`` is folded to lower case."""

    text: str
    lower: str
    start: int
    end: int


def same_length(text: str) -> str:
    """*text* with typographic apostrophes and hard spaces made plain; no offset moves."""
    return text.translate(_PLAIN)


_PLAIN = str.maketrans(
    {"’": "'", "‘": "'", "ʼ": "'", "\u00a0": " ", "\u202f": " ", "‑": "-", "‐": "-"}
)


def word_set(text: str) -> frozenset[str]:
    """The words of *text*: a set that can be read."""
    return frozenset(text.split())
