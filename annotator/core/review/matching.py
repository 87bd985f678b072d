"""Which annotations of two layers mean the same place, one to one: one is measured by the other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from ..model import Claim, Entity, Span
from .group_matching import Edge, grouped

T = TypeVar("T")
NOTHING = ""  # the label, in a confusion, of what the other layer does not have
_GOLD, _FOUND = 1, 2  # owners of the nodes to assign
_WHOLE = 1_000_000  # closeness 1 as a weight
_CELL = 9  # bits: annotations are looked for in stretches of 512 characters


def shared(one: Sequence[Span], other: Sequence[Span]) -> int:
    """How many code points both sets of spans cover; each set is in order and apart."""
    total = at = 0
    for span in one:
        while at < len(other) and other[at].end <= span.start:
            at += 1
        there = at
        while there < len(other) and other[there].start < span.end:
            total += min(span.end, other[there].end) - max(span.start, other[there].start)
            there += 1
    return total


def overlap(one: Sequence[Span], other: Sequence[Span]) -> float:
    """Intersection over union in code points, 0 to 1 (Jaccard)."""
    both = shared(one, other)
    either = sum(map(len, one)) + sum(map(len, other)) - both
    return both / either if either else 0.0


def pair(
    gold: Sequence[T],
    found: Sequence[T],
    *,
    spans: Callable[[T], Sequence[Span]],
    closeness: Callable[[T, T], float],
    least: float,
) -> list[tuple[int, int]]:
    """Indexes of what belongs together, each used once, so that all are as close as can be.

    *closeness* (0 to 2) is asked only of annotations that lie near each other; below *least* (more
    than 0) two do not belong together. How it is solved: `group_matching.grouped`.
    """
    cells: dict[int, list[int]] = {}
    for index, each in enumerate(found):
        for cell in _cells(spans(each)):
            cells.setdefault(cell, []).append(index)
    edges: list[Edge] = []
    for index, each in enumerate(gold):
        near = {other for cell in _cells(spans(each)) for other in cells.get(cell, ())}
        for other in sorted(near):
            if (share := closeness(each, found[other])) >= least:
                edges.append((max(1, round(share * _WHOLE)), index, len(gold) + other))
    owners = [_GOLD] * len(gold) + [_FOUND] * len(found)
    pairs = (group for group in grouped(owners, edges) if len(group) == 2)
    return sorted((one, other - len(gold)) for one, other in pairs)


def _cells(spans: Iterable[Span]) -> set[int]:
    return {cell for s in spans for cell in range(s.start >> _CELL, ((s.end - 1) >> _CELL) + 1)}


def same_entities(gold: Sequence[Entity], found: Sequence[Entity]) -> list[tuple[int, int]]:
    """Entities with the same span and label."""
    return pair(
        gold,
        found,
        spans=lambda e: (e.span,),
        closeness=lambda a, b: float(a.span == b.span and a.label == b.label),
        least=1.0,
    )


def touching_entities(gold: Sequence[Entity], found: Sequence[Entity]) -> list[tuple[int, int]]:
    """Entities that share words, whatever their labels; of the same label rather than not."""
    return pair(
        gold,
        found,
        spans=lambda e: (e.span,),
        closeness=lambda a, b: overlap((a.span,), (b.span,)) * (2 if a.label == b.label else 1),
        least=1e-9,
    )


def confusion(gold: Sequence[Entity], found: Sequence[Entity]) -> Counter[tuple[str, str]]:
    """How often a label of the one stands where which of the other does; `NOTHING` where none does."""
    pairs = touching_entities(gold, found)
    counted = Counter((gold[one].label, found[other].label) for one, other in pairs)
    met_gold, met_found = {one for one, _ in pairs}, {other for _, other in pairs}
    counted.update((each.label, NOTHING) for at, each in enumerate(gold) if at not in met_gold)
    counted.update((NOTHING, each.label) for at, each in enumerate(found) if at not in met_found)
    return counted


def overlapping_entities(gold: Sequence[Entity], found: Sequence[Entity]) -> list[tuple[int, int]]:
    """Entities of the same label that share at least a character."""
    return pair(
        gold,
        found,
        spans=lambda e: (e.span,),
        closeness=lambda a, b: overlap((a.span,), (b.span,)) if a.label == b.label else 0.0,
        least=1e-9,
    )


def same_claims(
    gold: Sequence[Claim], found: Sequence[Claim], *, least: float = 0.5
) -> list[tuple[int, int]]:
    """Claims whose intersection over union is *least* or more."""
    return pair(
        gold,
        found,
        spans=lambda c: c.spans,
        closeness=lambda a, b: overlap(a.spans, b.spans),
        least=least,
    )
