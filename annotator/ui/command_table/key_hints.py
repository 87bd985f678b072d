"""Keys of commands: what a user has them as now, and the letters that open menus and entries."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from PySide6.QtGui import QKeySequence

from ..settings import Settings
from . import table

_FIGURE = re.compile(r" \(&\d\)$")


def key_of(action_id: str) -> str:
    """``Ctrl+Return`` or the like, as Qt writes keys; "" where the action has none."""
    return (*table.keys(Settings().keys)[action_id], "")[0]


def native(action_id: str) -> str:
    """The key as it is called on this system."""
    return QKeySequence(key_of(action_id)).toString(QKeySequence.SequenceFormat.NativeText)


def with_letters(names: Sequence[str], taken: Collection[str] = ()) -> list[str]:
    """*names* with an ``&`` before the letter that each is chosen by: no two of them the same.

    First letters of words are preferred, and those in *taken* left out. A name for which none is
    left gets a figure behind it.
    """
    places = [_places(name, taken) for name in names]
    owner: dict[str, int] = {}

    def find(number: int, tried: set[str]) -> bool:
        """Give a name a letter that is free, or one that another can do without."""
        for letter in places[number]:
            if letter not in owner and letter not in tried:
                owner[letter] = number
                return True
        for letter in places[number]:
            if letter not in tried:
                tried.add(letter)
                if find(owner[letter], tried):
                    owner[letter] = number
                    return True
        return False

    for number in range(len(names)):
        find(number, set())
    found = {number: letter for letter, number in owner.items()}
    figures = (figure for figure in "123456789" if figure not in owner and figure not in taken)
    made = []
    for number, name in enumerate(names):
        if number in found:
            made.append(_before(name, places[number][found[number]]))
        else:
            plain, figure = name.replace("&", "&&"), next(figures, "")
            made.append(f"{plain} (&{figure})" if figure else plain)
    return made


def _places(name: str, taken: Collection[str]) -> dict[str, int]:
    """Where each letter that can be typed anywhere stands, the best ones first."""
    words = [n for n in range(len(name)) if n == 0 or not name[n - 1].isalnum()]
    found: dict[str, int] = {}
    for at in (*words, *range(len(name))):
        letter = name[at].casefold()
        if letter.isascii() and letter.isalnum() and letter not in taken:
            found.setdefault(letter, at)
    return found


def _before(name: str, at: int) -> str:
    return name[:at].replace("&", "&&") + "&" + name[at:].replace("&", "&&")


def without_letter(text: str) -> str:
    """The name of an entry as it is read."""
    return _FIGURE.sub("", text).replace("&&", "\0").replace("&", "").replace("\0", "&")
