"""The annotations of several layers in groups: which of them stand for the same thing.

Those that say the same of the same words do; failing that, those that overlap, so that their
common part of all their words is as large as it can be. At most one of each layer is in a group.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from typing import Any, TypeAlias

from msgspec import Struct

from ..annotated_article import LayerContents
from ..model import Evidence, Source, Span, Verdict
from .group_matching import Edge, grouped
from .matching import shared

_NEIGHBOURS = 16  # open spans that one is held against, where more than that overlap
_WHOLE = 1_000_000
_ROOM = 1024  # so that equal labels decide only between equal overlaps


class GroupedAnnotation(Struct, frozen=True, gc=False):
    """An annotation on its way into a group.

    *same* is equal for annotations that say the same of the same words; *parts* are its spans by
    role (an attribution has three); *near* is equal for those without spans that may be one thing.
    """

    layer: int
    mark: Any
    same: Hashable
    parts: tuple[tuple[Span, ...], ...] = ()
    start: int = -1
    end: int = 0
    near: Hashable = None


Group: TypeAlias = dict[int, GroupedAnnotation]
"""By the number of the layer."""

Names: TypeAlias = Mapping[str, str]
"""What the group of an annotation is called, by the id of any of its members."""


def entities(layers: Sequence[LayerContents]) -> list[Group]:
    items = [
        GroupedAnnotation(
            at, e, (e.span.start, e.span.end, e.label), ((e.span,),), e.span.start, e.span.end
        )
        for at, layer in enumerate(layers)
        for e in layer.entities
    ]
    return _in_text(items, len(layers))


def claims(layers: Sequence[LayerContents]) -> list[Group]:
    items = [
        GroupedAnnotation(at, c, c.spans, (c.spans,), c.spans[0].start, c.spans[-1].end)
        for at, layer in enumerate(layers)
        for c in layer.claims
    ]
    return _in_text(items, len(layers))


def attributions(layers: Sequence[LayerContents]) -> list[Group]:
    """By sources, cues and contents; the words of its claims are the content of one without."""
    of_claim = {claim.id: claim.spans for layer in layers for claim in layer.claims}
    items: list[GroupedAnnotation] = []
    for at, layer in enumerate(layers):
        for attribution in layer.attributions:
            named = {span for id_ in attribution.claims for span in of_claim.get(id_, ())}
            content = attribution.content_spans or tuple(sorted(named))
            parts = (attribution.source_spans, attribution.cue_spans, content)
            spans = [span for part in parts for span in part]
            if spans:
                start, end = min(s.start for s in spans), max(s.end for s in spans)
                items.append(GroupedAnnotation(at, attribution, parts, parts, start, end))
            else:
                items.append(GroupedAnnotation(at, attribution, ("nowhere", attribution.agent)))
    return _in_text(items, len(layers))


def evidence(
    layers: Sequence[LayerContents], names: Names, sources: Iterable[Source]
) -> list[Group]:
    """By the claim and the document; *sources* tells which are one document in two projects."""
    documents = {source.id: _document(source) for source in sources}

    def item(at: int, each: Evidence) -> GroupedAnnotation:
        claim = names.get(each.claim_id, each.claim_id)
        near = (claim, documents.get(each.source_id, each.source_id))
        return GroupedAnnotation(at, each, (near, each.quote, each.stance), near=near)

    items = [item(at, each) for at, layer in enumerate(layers) for each in layer.evidence]
    return _hanging(items, len(layers))


def verdicts(layers: Sequence[LayerContents], names: Names) -> list[Group]:
    """By the claim; only what stands, not what was superseded."""

    def item(at: int, each: Verdict) -> GroupedAnnotation:
        claim = names.get(each.claim_id, each.claim_id)
        return GroupedAnnotation(at, each, (claim, each.label), near=claim)

    items = [item(at, v) for at, layer in enumerate(layers) for v in standing(layer.verdicts)]
    return _hanging(items, len(layers))


def standing(verdicts: Iterable[Verdict]) -> list[Verdict]:
    """The verdicts that no other one supersedes."""
    every = list(verdicts)
    past = {verdict.supersedes for verdict in every}
    return [verdict for verdict in every if verdict.id not in past]


def _document(source: Source) -> str:
    """One name for a document that two projects know under two ids: its address, or its title."""
    if source.url:
        return source.url.removesuffix("/").casefold()
    return f"{source.title}\n{source.publisher or ''}".casefold()


# ---- from items to groups


def _in_text(items: list[GroupedAnnotation], count: int) -> list[Group]:
    items.sort(key=lambda item: (item.start, -item.end, item.mark.id))
    return _groups(items, count, _overlapping)


def _hanging(items: list[GroupedAnnotation], count: int) -> list[Group]:
    items.sort(key=lambda item: (repr(item.near), repr(item.same), item.mark.id))
    return _groups(items, count, _neighbouring)


def _groups(
    items: list[GroupedAnnotation], count: int, edges_of: Callable[[list[Group]], list[Edge]]
) -> list[Group]:
    equal = _equal(items)
    groups = [group for group in equal if len(group) == count]
    partial = [group for group in equal if len(group) < count]
    owners = [sum(1 << layer for layer in group) for group in partial]
    edges = [e for e in edges_of(partial) if not owners[e[1]] & owners[e[2]]]
    for nodes in grouped(owners, edges):
        joined: Group = {}
        for node in nodes:
            joined.update(partial[node])
        groups.append(joined)
    return groups


def _equal(items: list[GroupedAnnotation]) -> list[Group]:
    """Those that say the same; the n-th of one layer goes with the n-th of the others."""
    groups: list[Group] = []
    by_same: dict[Hashable, list[Group]] = {}
    for item in items:
        alike = by_same.setdefault(item.same, [])
        for group in alike:
            if item.layer not in group:
                group[item.layer] = item
                break
        else:
            alike.append({item.layer: item})
            groups.append(alike[-1])
    return groups


def _overlapping(groups: list[Group]) -> list[Edge]:
    """Pairs of groups (in text order) that overlap, by their common part of all their words.

    A pair weighs as much as all the pairs of annotations that it joins.
    """
    edges: list[Edge] = []
    open_: list[
        tuple[int, int, GroupedAnnotation, int]
    ] = []  # end, group, one of its items, how many
    for at, group in enumerate(groups):
        item = next(iter(group.values()))
        open_ = [each for each in open_ if each[0] > item.start]
        for _, earlier, other, size in open_:
            if common := _common(item.parts, other.parts):
                weight = common * _ROOM + (_label(item) == _label(other))
                edges.append((weight * size * len(group), earlier, at))
        if item.parts:
            open_.append((item.end, at, item, len(group)))
        if len(open_) > _NEIGHBOURS:
            open_.remove(min(open_, key=lambda each: each[:2]))
    return edges


def _label(item: GroupedAnnotation) -> str | None:
    label: str | None = getattr(item.mark, "label", None)
    return label


def _common(one: tuple[tuple[Span, ...], ...], two: tuple[tuple[Span, ...], ...]) -> int:
    """Jaccard's index of two sets of spans by role, in millionths."""
    inside = sum(shared(spans, others) for spans, others in zip(one, two, strict=True))
    every = sum(len(span) for parts in (one, two) for spans in parts for span in spans)
    return max(1, inside * _WHOLE // (every - inside)) if inside else 0


def _neighbouring(groups: list[Group]) -> list[Edge]:
    """Pairs of groups that hang on the same thing; better with the same quote, stance, label."""
    by_near: dict[Hashable, list[int]] = {}
    for at, group in enumerate(groups):
        by_near.setdefault(next(iter(group.values())).near, []).append(at)
    edges: list[Edge] = []
    for alike in by_near.values():
        for place, at in enumerate(alike):
            for earlier in alike[max(0, place - _NEIGHBOURS) : place]:
                size = len(groups[earlier]) * len(groups[at])
                edges.append((_nearness(groups[earlier], groups[at]) * size, earlier, at))
    return edges


def _nearness(one: Group, two: Group) -> int:
    first, second = (next(iter(group.values())).mark for group in (one, two))
    worth = {"quote": 4, "stance": 2, "label": 2}
    return 1 + sum(n for f, n in worth.items() if getattr(first, f, 0) == getattr(second, f, 0))
