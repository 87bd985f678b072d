"""Finding annotations again in another text of the same article, by their words and what is around.

Nothing moves by itself: what is found is offered, and what is not is listed.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import Any

from msgspec import Struct

from ..annotated_article import LayerContents
from ..ids import new_id
from ..model import Attribution, Claim, Layer, Span, with_

_CONTEXT = 32  # characters on each side


class Anchored(Struct, frozen=True):
    """A layer for the other text, and the words of what could not be placed in it."""

    contents: LayerContents
    lost: tuple[str, ...]


def reanchor(contents: LayerContents, old: str, new: str) -> Anchored:
    """*contents* with the spans of the text *new*; records keep their ids.

    Of several places with the same words the one is taken whose surroundings are most alike; where
    two are as good, none. A claim stays with what is left of its spans if that is not nothing;
    what hangs on a claim that is lost is lost with it.
    """
    placing = _Placing(old, new)
    entities = [with_(e, span=s) for e in contents.entities if (s := placing.place(e.span))]
    claims: list[Claim] = []
    for claim in contents.claims:
        spans = [placing.place(span) for span in claim.spans]
        kept = tuple(span for span in spans if span is not None)
        if len(kept) == len(spans) and _in_order(kept):
            claims.append(with_(claim, spans=kept))
        else:
            placing.lose(" … ".join(span.of(old) for span in claim.spans))
    ids = {claim.id for claim in claims}
    claims = [c if c.part_of in ids else with_(c, part_of=None) for c in claims]
    layer_contents = LayerContents(
        layer=contents.layer,
        entities=tuple(entities),
        claims=tuple(claims),
        attributions=tuple(_attributions(contents, ids, placing)),
        evidence=tuple(e for e in contents.evidence if e.claim_id in ids),
        verdicts=tuple(v for v in contents.verdicts if v.claim_id in ids),
        judgements=contents.judgements,
    )
    return Anchored(layer_contents, tuple(dict.fromkeys(placing.lost)))


def copied(contents: LayerContents, layer: Layer) -> LayerContents:
    """The records of *contents* under new ids in another *layer*; judgements stay behind."""
    ids = {record.id: new_id() for record in contents.records()}

    def copy(record: Any, **links: Any) -> Any:
        made = with_(record, id=ids[record.id], layer_id=layer.id, derived_from=record.id)
        return with_(made, **links)

    return LayerContents(
        layer=layer,
        entities=tuple(copy(e) for e in contents.entities),
        claims=tuple(copy(c, part_of=ids.get(c.part_of or "")) for c in contents.claims),
        attributions=tuple(
            copy(
                a,
                claims=tuple(ids[c] for c in a.claims),
                nested_in=ids.get(a.nested_in or ""),
            )
            for a in contents.attributions
        ),
        evidence=tuple(copy(e, claim_id=ids[e.claim_id]) for e in contents.evidence),
        verdicts=tuple(
            copy(v, claim_id=ids[v.claim_id], supersedes=ids.get(v.supersedes or ""))
            for v in contents.verdicts
        ),
    )


def _attributions(
    contents: LayerContents, claims: set[str], placing: _Placing
) -> Iterator[Attribution]:
    kept: list[Attribution] = []
    for said in contents.attributions:
        fields: dict[str, Any] = {"claims": tuple(c for c in said.claims if c in claims)}
        for name in ("source_spans", "cue_spans", "content_spans"):
            places = [placing.place(span) for span in getattr(said, name)]
            spans = tuple(sorted(span for span in places if span is not None))
            fields[name] = spans if _in_order(spans) else ()
        if fields["claims"] or not said.claims:
            kept.append(with_(said, **fields))
        else:
            placing.lose(said.agent)
    ids = {said.id for said in kept}
    for said in kept:
        yield said if said.nested_in in ids else with_(said, nested_in=None)


def _in_order(spans: tuple[Span, ...]) -> bool:
    return all(one.end <= two.start for one, two in itertools.pairwise(spans))


class _Placing:
    def __init__(self, old: str, new: str) -> None:
        self._old = old
        self._new = new
        self._known: dict[Span, Span | None] = {}
        self.lost: list[str] = []

    def lose(self, words: str) -> None:
        self.lost.append(words)

    def place(self, span: Span) -> Span | None:
        if span not in self._known:
            self._known[span] = self._find(span)
            if self._known[span] is None:
                self.lose(span.of(self._old))
        return self._known[span]

    def _find(self, span: Span) -> Span | None:
        words = span.of(self._old)
        places: list[tuple[int, int]] = []
        at = self._new.find(words)
        while at >= 0:
            places.append((self._likeness(span, at), at))
            at = self._new.find(words, at + 1)
        if not places:
            return None
        places.sort(reverse=True)
        if len(places) > 1 and places[0][0] == places[1][0]:
            return None
        start = places[0][1]
        return Span(start, start + len(words))

    def _likeness(self, span: Span, at: int) -> int:
        """How many characters before and after are the same, up to the first that is not."""
        before = _common(
            self._old[max(0, span.start - _CONTEXT) : span.start][::-1],
            self._new[max(0, at - _CONTEXT) : at][::-1],
        )
        end = at + len(span)
        after = _common(self._old[span.end : span.end + _CONTEXT], self._new[end : end + _CONTEXT])
        return before + after


def _common(one: str, two: str) -> int:
    for at, (a, b) in enumerate(zip(one, two, strict=False)):
        if a != b:
            return at
    return min(len(one), len(two))
