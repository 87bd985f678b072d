"""Recovery words: 32 bytes as 24 words that can be written down (BIP-39), and back.

The last eight bits are a checksum, so that a word that was copied wrongly is noticed.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence

from .errors import UserError

COUNT = 24
_BITS = 11  # of a word: there are 2048


class BadWords(UserError):
    """Words that are no recovery words."""


def words_of(secret: bytes, listed: Sequence[str]) -> list[str]:
    """*secret* (32 bytes) in words of the list *listed* (2048)."""
    number = int.from_bytes(secret + hashlib.sha256(secret).digest()[:1], "big")
    return [listed[number >> _BITS * (COUNT - 1 - at) & 2047] for at in range(COUNT)]


def typed_words(typed: str) -> list[str]:
    """The words in *typed*, without the numbers that may stand before them."""
    return [word for each in typed.lower().split() if (word := each.strip(".,;:0123456789)"))]


def secret_of(typed: str, lists: Mapping[str, Sequence[str]]) -> bytes:
    """What the words in *typed* stand for, in whichever of *lists* they are.

    Raises:
        BadWords: one is no such word, there are not 24, or they do not belong together.
    """
    words = typed_words(typed)
    if len(words) != COUNT:
        raise BadWords(
            "These are {count} words, and there must be 24",
            hint="Type them in their order, with spaces between them.",
            count=len(words),
        )
    best = max(lists.values(), key=lambda listed: len(set(words) & set(listed)))
    for word in words:
        if word not in best:
            raise BadWords(
                "“{word}” is none of the recovery words",
                hint="Compare it with what was written down: it may be misspelt.",
                word=word,
            )
    number = 0
    for word in words:
        number = number << _BITS | best.index(word)
    both = number.to_bytes(33, "big")
    if hashlib.sha256(both[:32]).digest()[:1] != both[32:]:
        raise BadWords(
            "These words do not belong together",
            hint="One is another than was written down, or two have changed places.",
        )
    return both[:32]
