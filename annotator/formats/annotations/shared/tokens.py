"""A text as tokens, for formats that know nothing else: cut so that every span begins and ends with one."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from annotator.core import text as texts
from annotator.core.model import Span

_SOLID = re.compile(r"\S+")


class Tokens:
    """The tokens of a text: all of it but white space, in order, none with white space in it."""

    __slots__ = ("ends", "starts")

    def __init__(self, text: str, spans: Iterable[Span]) -> None:
        self.starts, self.ends = texts.word_edges(text)
        if "_" in text:  # the only sign that can be outside of any word
            self._fill(text)
        self._cut({mark for span in spans for mark in (span.start, span.end)})

    def __len__(self) -> int:
        return len(self.starts)

    def cut(self, text: str) -> tuple[list[str], list[str]]:
        """The words, and what stands between each and the next (the end of the text)."""
        words = [text[start:end] for start, end in zip(self.starts, self.ends, strict=True)]
        following = [*self.starts[1:], len(text)]
        between = [text[end:start] for end, start in zip(self.ends, following, strict=True)]
        return words, between

    def within(self, span: Span) -> range:
        """The numbers of the tokens in *span*; empty where it is white space only."""
        return range(bisect_left(self.starts, span.start), bisect_left(self.starts, span.end))

    def covers(self, found: range, span: Span) -> bool:
        """Whether the tokens with these numbers are all of *span*, without white space around."""
        return self.starts[found[0]] == span.start and self.ends[found[-1]] == span.end

    def _fill(self, text: str) -> None:
        at, more = 0, []
        for start, end in zip([*self.starts, len(text)], [*self.ends, len(text)], strict=True):
            more += [found.span() for found in _SOLID.finditer(text, at, start)]
            at = end
        both = sorted([*zip(self.starts, self.ends, strict=True), *more])
        self.starts = [start for start, _ in both]
        self.ends = [end for _, end in both]

    def _cut(self, marks: set[int]) -> None:
        for mark in sorted(marks.difference(self.starts, self.ends)):
            at = bisect_right(self.starts, mark) - 1
            if at >= 0 and mark < self.ends[at]:
                self.ends.insert(at, mark)
                self.starts.insert(at + 1, mark)


def sentence_starts(text: str, tokens: Tokens, held: Iterable[range]) -> set[int]:
    """The numbers of the tokens that begin a sentence, but for those inside of what is *held*."""
    starts = {bisect_left(tokens.starts, span.start) for span in texts.sentences(text)}
    for together in held:
        starts.difference_update(together[1:])
    return starts | {0}
