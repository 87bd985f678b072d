"""Layers of several authors on one text, made up by Hypothesis or by hand."""

from __future__ import annotations

from hypothesis import strategies as st

from annotator.core.annotated_article import LayerContents
from annotator.core.ids import new_id
from annotator.core.model import Attribution, Claim, Entity, Evidence, Layer, Span, Verdict
from tests import notation

LENGTH = 30


def layer_of(author: str, marked: str, **more) -> LayerContents:
    """The layer of *author* with what stands in brackets in *marked*."""
    _, found = notation.parse(marked)
    layer = Layer(id=new_id(), article_id="article", author=author)
    entities = [
        Entity(id=new_id(), layer_id=layer.id, span=span, label=label)
        for span, label in found
        if label != "CLAIM"
    ]
    claims = [
        Claim(id=new_id(), layer_id=layer.id, spans=(span,), **more)
        for span, label in found
        if label == "CLAIM"
    ]
    return LayerContents(layer=layer, entities=tuple(entities), claims=tuple(claims))


spans = st.builds(
    lambda start, length: Span(start, start + length),
    st.integers(0, LENGTH),
    st.integers(1, 8),
)


@st.composite
def layers(draw, count: int | None = None, most: int = 8):
    """Two to four layers with entities, claims and what hangs on those."""
    how_many = count or draw(st.integers(2, 4))
    return [draw(_layer("abcd"[at], most)) for at in range(how_many)]


@st.composite
def _layer(draw, name: str, most: int):
    number = iter(range(10_000))

    def id_(kind: str) -> str:
        return f"{kind}{next(number)}{name}"

    def head(kind: str) -> dict:
        return {"id": id_(kind), "layer_id": name}

    entities = [
        Entity(**head("e"), span=span, label=draw(st.sampled_from("XY")))
        for span in draw(st.lists(spans, max_size=most))
    ]
    claims = [
        Claim(
            **head("c"),
            spans=_parted(span, draw(st.booleans())),
            check_worthiness=draw(st.integers(0, 3)),
            kind=draw(st.sampled_from(["numerical", "quote"])),
        )
        for span in draw(st.lists(spans, max_size=most // 2))
    ]
    ids = [claim.id for claim in claims]
    hung = []
    if ids:
        hung = draw(st.lists(st.sampled_from(ids), max_size=3))
    attributions = [
        Attribution(**head("a"), claims=(claim,), agent=draw(st.sampled_from(["Rossi", "Bianchi"])))
        for claim in hung
    ]
    evidence = [
        Evidence(
            **head("v"),
            claim_id=claim,
            source_id=draw(st.sampled_from(["s", "t"])),
            stance=draw(st.sampled_from(["supports", "refutes"])),
        )
        for claim in hung
    ]
    verdicts = [
        Verdict(**head("w"), claim_id=claim, label="supported", justification="because")
        for claim in sorted(set(hung))
    ]
    return LayerContents(
        layer=Layer(id=name, article_id="article", author=name),
        entities=tuple(entities),
        claims=tuple(claims),
        attributions=tuple(attributions),
        evidence=tuple(evidence),
        verdicts=tuple(verdicts),
    )


def _parted(span: Span, parted: bool) -> tuple[Span, ...]:
    if parted and len(span) > 2:
        return (Span(span.start, span.start + 1), Span(span.start + 2, span.end))
    return (span,)
