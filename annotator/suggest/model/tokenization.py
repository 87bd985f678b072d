"""Words as the numbers of their pieces, and long texts as windows over their words."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

START, PAD, END, UNKNOWN = range(4)
_MOST_IN_A_WORD = 12  # a longer word is an address or noise; its head tells enough
_LONGEST_WORD = 80  # characters
_REMEMBERED = 200_000


class TokenWindow(NamedTuple):
    """Words [start, end) as the encoder reads them; *firsts* is where each word's pieces begin."""

    start: int
    end: int
    ids: list[int]
    firsts: list[int]


class PieceTokenizer:
    """A trimmed tokenizer that looks at each word by itself and remembers it."""

    def __init__(self, tokenizer_json: bytes) -> None:
        from tokenizers import Tokenizer

        self._tokenizer = Tokenizer.from_buffer(tokenizer_json)
        self._blank = self._tokenizer.token_to_id("▁")
        self._known: dict[str, list[int]] = {}

    def of(self, words: Sequence[str]) -> list[list[int]]:
        """The pieces of each word; never empty."""
        if len(self._known) > _REMEMBERED:
            self._known.clear()
        new = [word for word in dict.fromkeys(words) if word not in self._known]
        heads = [word[:_LONGEST_WORD] for word in new]
        for word, encoded in zip(
            new, self._tokenizer.encode_batch(heads, add_special_tokens=False), strict=True
        ):
            ids = encoded.ids
            # "," alone would be "▁" and ","; the mark of a word's start tells nothing there
            ids = ids[1:] if len(ids) > 1 and ids[0] == self._blank else ids
            self._known[word] = ids[:_MOST_IN_A_WORD] or [UNKNOWN]
        return [self._known[word] for word in words]


def window(pieces: Sequence[list[int]], start: int, longest: int) -> TokenWindow:
    """As many words from *start* on as fit in *longest* pieces, at least one."""
    ids, firsts = [START], []
    at = start
    while at < len(pieces) and (at == start or len(ids) + len(pieces[at]) < longest):
        firsts.append(len(ids))
        ids += pieces[at]
        at += 1
    ids.append(END)
    return TokenWindow(start, at, ids, firsts)


def windows(
    pieces: Sequence[list[int]], breaks: Iterable[int], longest: int
) -> Iterator[TokenWindow]:
    """Windows that cover all words, each reaching back over the end of the one before.

    *breaks* are the words (ascending) where a sentence starts: a window starts there if it can.
    """
    starts = sorted(set(breaks))
    start, covered = 0, 0
    while covered < len(pieces):
        made = window(pieces, start, longest)
        yield made
        covered = made.end
        start = _restart(starts, made)


def _restart(starts: Sequence[int], last: TokenWindow) -> int:
    """Where the next window starts: at a sentence in the last third of *last*, or at a quarter."""
    length = last.end - last.start
    latest, earliest = last.end - length // 6, last.end - length // 2
    at = bisect_right(starts, latest) - 1
    if at >= 0 and starts[at] > max(earliest, last.start):
        return starts[at]
    return max(last.start + 1, last.end - length // 4)
