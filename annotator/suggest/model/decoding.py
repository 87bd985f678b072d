"""From the scores of a tagger to spans: legal paths and confidence."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from .heads import TAGS

Floats = NDArray[np.floating[Any]]

_NEVER = -1e4
_SURELY_OUTSIDE = -0.02  # log probability of "O" from which on the words around need not know


class DecodedSpan(NamedTuple):
    """Words [start, end) as one span; *doubt* is -log of the path's probability here.

    *label* is what stands behind the dash of its first tag; the tag itself where none does.
    """

    start: int
    end: int
    label: str
    doubt: float


class Tagset(NamedTuple):
    """For each tag whether it goes on with a span, the tag that goes on after it, what may follow."""

    is_inside: NDArray[np.bool_]
    goes_on_with: NDArray[np.intp]  # -1 after "O"
    steps: Floats  # 0 where the column's tag may follow the row's, else `_NEVER`


@lru_cache(maxsize=8)
def tagset(tags: tuple[str, ...]) -> Tagset:
    """The rules of *tags*: "I" (or "I-X") comes only after a tag of the same span."""
    inside = np.array([tag.startswith("I") for tag in tags])
    kinds = [tag[2:] for tag in tags]
    goes_on_with = np.array(
        [
            -1 if tag == "O" else tags.index(f"I-{kind}" if kind else "I")
            for tag, kind in zip(tags, kinds, strict=True)
        ]
    )
    allowed = np.zeros((len(tags), len(tags)))
    for tag in np.flatnonzero(inside):
        allowed[goes_on_with != tag, tag] = _NEVER
    return Tagset(inside, goes_on_with, allowed)


def log_softmax(scores: Floats) -> Floats:
    shifted = scores - scores.max(axis=-1, keepdims=True)
    normed: Floats = shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True))
    return normed


def best_path(
    chances: Floats, breaks: Collection[int] = (), tags: tuple[str, ...] = TAGS
) -> NDArray[np.intp]:
    """The likeliest legal tags of words with the log probabilities *chances* [words, tags].

    No span goes on over a word in *breaks* (the first of a paragraph). Where the likeliest tag of
    every word happens to be legal, that is the path; else it is sought between the nearest words
    that are surely outside.
    """
    path: NDArray[np.intp] = chances.argmax(axis=1)
    rules = tagset(tags)
    before = np.concatenate([[0], path[:-1]])
    before[[at for at in breaks if at < len(path)]] = 0
    wrong = np.flatnonzero(rules.is_inside[path] & (rules.goes_on_with[before] != path))
    outside = np.flatnonzero(chances[:, 0] > _SURELY_OUTSIDE)
    done = 0
    for word in wrong:
        if word < done:
            continue
        at = int(np.searchsorted(outside, word))
        start = int(outside[at - 1]) if at else 0
        done = int(outside[at]) if at < len(outside) else len(path)
        fresh = [each - start for each in breaks if start <= each < done]
        path[start:done] = _legal(chances[start:done], fresh, rules.steps)
    return path


def _legal(chances: Floats, breaks: Collection[int], steps: Floats) -> list[int]:
    """Viterbi's path; the start of the words allows what an O before it would."""
    first = steps[0]
    total = chances[0] + first
    back = np.zeros(chances.shape, dtype=np.int8)
    fresh = set(breaks)
    for word in range(1, len(chances)):
        paths = total[:, None] + steps
        if word in fresh:
            paths = paths + first
        back[word] = paths.argmax(axis=0)
        total = paths.max(axis=0) + chances[word]
    tag = int(total.argmax())
    path = [tag]
    for word in range(len(chances) - 1, 0, -1):
        tag = int(back[word, tag])
        path.append(tag)
    return path[::-1]


def spans(
    chances: Floats, breaks: Collection[int] = (), tags: tuple[str, ...] = TAGS
) -> Iterator[DecodedSpan]:
    """The spans on the best path, in order."""
    if not len(chances):
        return
    path = best_path(chances, breaks, tags)
    goes_on_with = tagset(tags).goes_on_with
    fresh = set(breaks)
    starts = np.flatnonzero((path > 0) & ~tagset(tags).is_inside[path])
    for start in starts.tolist():
        tag = int(path[start])
        inside = int(goes_on_with[tag])
        end = start + 1
        while end < len(path) and path[end] == inside and end not in fresh:
            end += 1
        doubt = _doubt(chances, start, end, tag, inside)
        yield DecodedSpan(start, end, tags[tag].split("-")[-1], doubt)


def _doubt(chances: Floats, start: int, end: int, begin: int, inside: int) -> float:
    """-log P(begins here, goes on, ends here), each word by itself."""
    sure = float(chances[start, begin])
    sure += float(chances[start + 1 : end, inside].sum())
    if end < len(chances):
        sure += math.log1p(-min(math.exp(float(chances[end, inside])), 1 - 1e-6))
    return -sure


def confidence(found: DecodedSpan, scale: Mapping[str, Sequence[float]]) -> float:
    """How often an entity with this doubt is right: a logistic curve per label, fitted on dev.

    *scale* gives slope and offset for each label, on the log odds of the path.
    """
    slope, offset = scale[found.label]
    chance = min(max(math.exp(-found.doubt), 1e-6), 1 - 1e-6)
    odds = slope * math.log(chance / (1 - chance)) + offset
    return 1 / (1 + math.exp(-odds))
