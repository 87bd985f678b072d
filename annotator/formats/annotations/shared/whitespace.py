r"""White space beside tokens: as CoNLL-U writes it (``SpaceAfter=No``, ``SpacesAfter=\s\n``), or guessed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import accumulate

_SIGNS = {"\\": "\\", " ": "s", "\n": "n", "\r": "r", "\t": "t", "|": "p"}
_BACK = {sign: char for char, sign in _SIGNS.items()}
_TO_ESCAPE = re.compile(r"[\\ \n\r\t|]")
_ESCAPED = re.compile(r"\\([snrtp\\])")

_NO_SPACE_BEFORE = frozenset([*",.;:!?)]}»”’…%", "''", "...", "'s", "’s", "n't", "-RRB-"])
_NO_SPACE_AFTER = frozenset([*"([{«“‘¿¡", "``", "-LRB-"])
_ELISION = re.compile(r"\w['’]$")


def quoted(value: str) -> str:
    """A value as it may stand in the column MISC."""
    return _TO_ESCAPE.sub(lambda found: "\\" + _SIGNS[found[0]], value)


def unquoted(value: str) -> str:
    return _ESCAPED.sub(lambda found: _BACK[found[1]], value) if "\\" in value else value


def pairs(misc: str) -> dict[str, str]:
    """What the column MISC says, still quoted."""
    found = {}
    for said in misc.split("|"):
        key, is_pair, value = said.partition("=")
        if is_pair:
            found[key] = value
    return found


def after(space: str) -> str:
    """What MISC says of a token that *space* follows; nothing where that is one space."""
    if space == " ":
        return ""
    return f"SpacesAfter={quoted(space)}" if space else "SpaceAfter=No"


def space_after(misc: dict[str, str]) -> str:
    if (said := misc.get("SpacesAfter")) is not None:
        return unquoted(said)
    return "" if misc.get("SpaceAfter") == "No" else " "


def exact(before: str, words: Sequence[str], spaces: Sequence[str]) -> tuple[str, list[int]]:
    """The text of *words* with what is before and between them, and where each begins in it.

    A mark that would be taken off the beginning of the text has another before it.
    """
    text = before + "".join(map("".join, zip(words, spaces, strict=True)))
    mark = "\ufeff" if text.startswith("\ufeff") else ""
    lengths = [len(word) + len(space) for word, space in zip(words, spaces, strict=True)]
    ends = list(accumulate(lengths, initial=len(mark) + len(before)))
    return mark + text, ends[:-1]


def guessed(words: Sequence[str]) -> list[str]:
    """What to put after each word of a sentence, where nothing says it: a space, or nothing."""
    spaces = [" "] * len(words)
    is_open = False
    for number, word in enumerate(words):
        if word == '"':
            is_open = not is_open
        tight_before = word in _NO_SPACE_BEFORE or (word == '"' and not is_open)
        if number and tight_before:
            spaces[number - 1] = ""
        if word in _NO_SPACE_AFTER or (word == '"' and is_open) or _ELISION.search(word):
            spaces[number] = ""
    return spaces


def aligned(words: Iterable[str], text: str) -> list[int] | None:
    """Where each of the *words* begins in *text*, one after the other; None where one is not there."""
    places, at = [], 0
    for word in words:
        if (found := text.find(word, at)) < 0 or text[at:found].strip():
            return None
        places.append(found)
        at = found + len(word)
    return places
