"""Finding things by typing a part of their name: pure functions."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import TypeVar

from annotator.core.text import fold

T = TypeVar("T")
_WORD = re.compile(r"[^\W_]+")


def rank(typed: str, name: str, hint: str = "") -> int | None:
    """How well *name* answers to what was *typed*: 0 is best, None is not at all.

    Case and accents don't matter. Better than letters in the middle are whole beginnings of
    words, in their order or out of it; then come beginnings in the *hint*, and last the letters
    in their order with others between.
    """
    wanted, said = fold(typed), fold(name)
    if not wanted or said == wanted:
        return 0
    if said.startswith(wanted):
        return 1
    parts, words = _WORD.findall(wanted) or [wanted], _WORD.findall(said)
    if _begin_in_order(parts, words):
        return 2
    if all(any(word.startswith(part) for word in words) for part in parts):
        return 3
    if "".join(word[0] for word in words).startswith(wanted.replace(" ", "")):
        return 4
    if wanted in said:
        return 5
    also = [*words, *_WORD.findall(fold(hint))]
    if all(any(word.startswith(part) for word in also) for part in parts):
        return 6
    return _spread(wanted.replace(" ", ""), said)


def best(
    typed: str, things: Iterable[T], named: Callable[[T], tuple[str, str]], *, most: int = 60
) -> list[T]:
    """Those of *things* that answer, the best first, else in their order.

    *named* gives the name and the hint of one.
    """
    ranked = ((rank(typed, *named(thing)), thing) for thing in things)
    fitting = [(place, thing) for place, thing in ranked if place is not None]
    fitting.sort(key=lambda pair: pair[0])
    return [thing for _, thing in fitting[:most]]


def _begin_in_order(parts: list[str], words: list[str]) -> bool:
    left = iter(words)
    return all(any(word.startswith(part) for word in left) for part in parts)


def _spread(letters: str, said: str) -> int | None:
    """Letters in their order; those that are far apart rank lower."""
    if len(letters) < 2:
        return None
    first = last = said.find(letters[0])
    for letter in letters[1:]:
        last = said.find(letter, last + 1) if last >= 0 else -1
    if first < 0 or last < 0:
        return None
    return 7 + (last - first) // len(letters)
