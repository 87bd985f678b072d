"""Labels of words, as B-ORG, in whatever scheme: the spans that they make."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ..shared.escape import unescaped

TAG = re.compile("O|[BIESLUMW]-.+")
#: Of CoNLL-2000.
_CHUNKS = {"ADJP", "ADVP", "CONJP", "INTJ", "LST", "NP", "PP", "PRT", "SBAR", "UCP", "VP"}


def spans_of(
    tags: Iterable[str], breaks: set[int] | frozenset[int] = frozenset(), *, is_plain: bool = False
) -> Iterator[tuple[int, int, str]]:
    """First and last word of each span, and its label, in whatever scheme: they can be told apart.

    *breaks* are the words that begin a sentence: no span goes over one.
    """
    open_, label = -1, ""
    last = -1
    for number, tag in enumerate(tags):
        last = number
        if tag == "O" or number in breaks:
            if open_ >= 0:
                yield open_, number - 1, label
            open_ = -1
            if tag == "O":
                continue
        kind, of = ("I", tag) if is_plain else (tag[0], unescaped(tag[2:]))
        if open_ >= 0 and (kind in "BSUW" or of != label):
            yield open_, number - 1, label
            open_ = -1
        if open_ < 0:
            open_, label = number, of
        if kind in "SUWEL":
            yield open_, number, label
            open_ = -1
    if open_ >= 0:
        yield open_, last, label


def scheme_of(tags: Iterable[str], *, is_plain: bool) -> str:
    """The name of the scheme of *tags*; nothing where they are all ``O``."""
    if is_plain:
        return "IO"
    kinds, before = set(), "O"
    begins_with_i = False
    for tag in tags:
        kinds.add(tag[:1])
        begins_with_i |= tag[:1] == "I" and before[1:] != tag[1:]
        before = tag
    if kinds & {"L", "U"}:
        return "BILOU"
    if kinds & {"E", "S", "W", "M"}:
        return "BIOES"
    if begins_with_i:
        return "IOB1"
    return "IOB2" if kinds - {"O"} else ""


def are_chunks(tags: Iterable[str]) -> bool:
    """Whether *tags* are of grammar, as most corpora of CoNLL have them, or there are none."""
    return {tag[2:] for tag in set(tags)} <= {"", *_CHUNKS}
