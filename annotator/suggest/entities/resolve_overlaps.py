"""The last word on entities: of two that cross one stays, and one may lie inside another."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc, Span

from ..language.mention import Mention

_NAMES = frozenset(("PER", "LOC", "ORG"))
_MAY_NEST = frozenset(("NORP", "WEAPON", "DATE", "LOC", "PER", "ORG"))
_LEAST = 0.4


@Language.component("vaglio_entities")  # type: ignore[untyped-decorator] # spaCy is seen as Any
def settle_entities(doc: Doc) -> Doc:
    """``doc.user_data["entities"]``, ``doc.ents`` and ``doc.spans["entities"]`` from the mentions."""
    settled = settle(doc.user_data.get("mentions", []))
    doc.user_data["entities"] = settled
    spans: list[Span] = []
    outer: list[Span] = []
    until = -1
    for mention in settled:
        span = doc.char_span(mention.start, mention.end, mention.label, alignment_mode="expand")
        if span is None:
            continue
        spans.append(span)
        if span.start >= until:
            outer.append(span)
            until = span.end
    doc.spans["entities"] = spans
    doc.ents = outer
    return doc


def settle(mentions: list[Mention]) -> list[Mention]:
    """The mentions to show, in text order: none crosses another, none is there twice."""
    ordered = sorted(
        (m for m in mentions if m.confidence >= _LEAST),
        key=lambda m: (-m.rank, m.start - m.end, -m.confidence),
    )
    cells: dict[int, list[Mention]] = {}
    kept: list[Mention] = []
    for mention in ordered:
        reach = range(mention.start >> 7, (mention.end >> 7) + 1)
        near = [m for cell in reach for m in cells.get(cell, ())]
        if any(_clash(mention, other) for other in near):
            continue
        kept.append(mention)
        for cell in reach:
            cells.setdefault(cell, []).append(mention)
    return sorted(kept, key=lambda m: (m.start, -m.end))


def _clash(one: Mention, kept: Mention) -> bool:
    """Whether *one* cannot stand beside *kept*, which outranks it."""
    if one.end <= kept.start or kept.end <= one.start:
        return False
    inside = kept.start <= one.start and one.end <= kept.end
    around = one.start <= kept.start and kept.end <= one.end
    if inside and not around:
        return kept.label in _NAMES or one.label == kept.label or one.label not in _MAY_NEST
    if around and not inside:
        return one.label in _NAMES or one.label in ("NORP", "DATE", "QUANTITY")
    return True
