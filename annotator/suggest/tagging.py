"""From the scores of a tagger to entities: legal paths and confidence."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.floating[Any]]

KINDS = ("PER", "LOC", "ORG")
TAGS = ("O", *(f"{head}-{kind}" for kind in KINDS for head in "BI"))
_NEVER = -1e4
_BEGIN = {kind: TAGS.index(f"B-{kind}") for kind in KINDS}
_INSIDE = {kind: TAGS.index(f"I-{kind}") for kind in KINDS}


class Found(NamedTuple):
    """Words [start, end) as one entity; *doubt* is -log of the path's probability here."""

    start: int
    end: int
    label: str
    doubt: float


def _steps() -> Floats:
    """0 where a tag may follow another, else `_NEVER`: I-X only after B-X or I-X."""
    allowed = np.zeros((len(TAGS), len(TAGS)))
    for kind in KINDS:
        allowed[:, _INSIDE[kind]] = _NEVER
        allowed[[_BEGIN[kind], _INSIDE[kind]], _INSIDE[kind]] = 0
    return allowed


_STEPS = _steps()
_FIRST = _STEPS[0]  # the start of a text allows what an O before it would


def log_softmax(scores: Floats) -> Floats:
    shifted = scores - scores.max(axis=-1, keepdims=True)
    normed: Floats = shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True))
    return normed


def best_path(chances: Floats, breaks: Collection[int] = ()) -> list[int]:
    """The likeliest legal tags of words with the log probabilities *chances* [words, tags].

    No entity goes on over a word in *breaks* (the first of a paragraph).
    """
    if not len(chances):
        return []
    total = chances[0] + _FIRST
    back = np.zeros(chances.shape, dtype=np.int8)
    fresh = set(breaks)
    for word in range(1, len(chances)):
        paths = total[:, None] + _STEPS
        if word in fresh:
            paths = paths + _FIRST
        back[word] = paths.argmax(axis=0)
        total = paths.max(axis=0) + chances[word]
    tag = int(total.argmax())
    path = [tag]
    for word in range(len(chances) - 1, 0, -1):
        tag = int(back[word, tag])
        path.append(tag)
    return path[::-1]


def entities(chances: Floats, breaks: Collection[int] = ()) -> Iterator[Found]:
    """The entities on the best path, in order."""
    path = best_path(chances, breaks)
    word = 0
    while word < len(path):
        start, word = word, word + 1
        if path[start] == 0:
            continue
        label = TAGS[path[start]][2:]
        inside = _INSIDE[label]
        while word < len(path) and path[word] == inside:
            word += 1
        yield Found(start, word, label, _doubt(chances, start, word, label))


def _doubt(chances: Floats, start: int, end: int, label: str) -> float:
    """-log P(begins here, goes on, ends here), each word by itself."""
    sure = float(chances[start, _BEGIN[label]])
    sure += float(chances[start + 1 : end, _INSIDE[label]].sum())
    if end < len(chances):
        sure += math.log1p(-min(math.exp(float(chances[end, _INSIDE[label]])), 1 - 1e-6))
    return -sure


def confidence(found: Found, scale: Mapping[str, Sequence[float]]) -> float:
    """How often an entity with this doubt is right: a logistic curve per label, fitted on dev.

    *scale* gives slope and offset for each label, on the log odds of the path.
    """
    slope, offset = scale[found.label]
    chance = min(max(math.exp(-found.doubt), 1e-6), 1 - 1e-6)
    odds = slope * math.log(chance / (1 - chance)) + offset
    return 1 / (1 + math.exp(-odds))
