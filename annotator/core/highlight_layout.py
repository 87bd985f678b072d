"""Annotations → what to paint: shapes over ranges of text, with lanes for what overlaps."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from enum import IntEnum

from msgspec import Struct

from .model import Annotation, Attribution, Claim, Entity, Span, is_doubtful


class HighlightShape(IntEnum):
    """How a highlight is drawn."""

    CHIP = 0  # soft filled box, its label in the row above: an entity
    BRACKET = 1  # underline with ends, in lanes, and a bar in the gutter: a claim
    DOUBLE = 2  # double underline: a source
    DOTTED = 3  # dotted underline: a cue


class Highlight(Struct, frozen=True):
    """One span of one annotation, ready to be drawn.

    *colour* is a key of the palette (a label, ``claim`` or ``attribution``), *ref* the short name
    printed on a claim's card (``C4``), *said* a word after the label
    (``only A`` in review, ``45 %`` of a suggestion that is doubtful).
    """

    start: int
    end: int
    shape: HighlightShape
    owner: str  # id of the annotation
    colour: str
    label: str = ""
    lane: int = 0
    suggested: bool = False
    is_first: bool = True  # of the annotation's spans: carries the label
    is_last: bool = True
    unsure: bool = False
    muted: bool = False  # grey: agreed in review
    layer: int = 0  # 0 everybody, 1 only A, 2 only B ...
    said: str = ""
    ref: str = ""


def highlights(
    entities: Iterable[Entity] = (),
    claims: Iterable[Claim] = (),
    attributions: Iterable[Attribution] = (),
    *,
    suggested: Collection[str] = (),
) -> list[Highlight]:
    """Highlights of the given annotations, sorted by start; *suggested* are ids drawn dashed.

    Claims are numbered C1, C2 … in text order and take the first free lane, longer ones first
    where two begin together, so that an inner claim lies below the one it is nested in.
    """
    made = [
        Highlight(
            entity.span.start,
            entity.span.end,
            HighlightShape.CHIP,
            entity.id,
            entity.label,
            label=entity.label,
            suggested=entity.id in suggested,
            unsure=entity.unsure,
            said=doubt(entity) if entity.id in suggested else "",
        )
        for entity in entities
    ]
    ordered = in_text_order(claims)
    lanes = lanes_of([_hull(claim.spans) for claim in ordered])
    for number, (claim, lane) in enumerate(zip(ordered, lanes, strict=True), 1):
        last = len(claim.spans) - 1
        for index, span in enumerate(claim.spans):
            made.append(
                Highlight(
                    span.start,
                    span.end,
                    HighlightShape.BRACKET,
                    claim.id,
                    "claim",
                    lane=lane,
                    suggested=claim.id in suggested,
                    is_first=index == 0,
                    is_last=index == last,
                    unsure=claim.unsure,
                    said=doubt(claim) if index == 0 and claim.id in suggested else "",
                    ref=f"C{number}",
                )
            )
    for attribution in attributions:
        dashed = attribution.id in suggested
        for shape, spans in (
            (HighlightShape.DOUBLE, attribution.source_spans),
            (HighlightShape.DOTTED, attribution.cue_spans),
        ):
            made += [
                Highlight(s.start, s.end, shape, attribution.id, "attribution", suggested=dashed)
                for s in spans
            ]
    made.sort(key=in_stroke_order)
    return made


def doubt(annotation: Annotation) -> str:
    """``45 %``: how sure a machine is of what it doubts; "" where it does not."""
    return f"{annotation.confidence:.0%}".replace("%", "\u202f%") if is_doubtful(annotation) else ""


def in_stroke_order(highlight: Highlight) -> tuple[int, int]:
    """Sort key: by start, the longer first."""
    return (highlight.start, -highlight.end)


def in_text_order(claims: Iterable[Claim]) -> list[Claim]:
    """Claims as they are numbered: by first span, the longer first where two begin together."""
    return sorted(claims, key=lambda c: (c.spans[0].start, -c.spans[-1].end, c.id))


def lanes_of(ranges: list[Span]) -> list[int]:
    """The lowest lane for each range (sorted by start) in which it overlaps nothing before it."""
    ends: list[int] = []
    lanes: list[int] = []
    for span in ranges:
        for lane, end in enumerate(ends):
            if end <= span.start:
                ends[lane] = span.end
                break
        else:
            lane = len(ends)
            ends.append(span.end)
        lanes.append(lane)
    return lanes


def _hull(spans: tuple[Span, ...]) -> Span:
    return Span(spans[0].start, spans[-1].end)
