"""An article through a pipeline, in pieces if it is long, and the docs' findings as records."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Any, cast

from annotator.core.ids import new_id
from annotator.core.model import Article, Attribution, Claim, Entity, Span

from .found import Mention
from .language import rule_language

if TYPE_CHECKING:
    from spacy.language import Language

    from .registry import Suggester

_PIECE = 20_000  # characters; a usual article is one piece

Records = tuple[tuple[Entity, ...], tuple[Claim, ...], tuple[Attribution, ...]]


@lru_cache(maxsize=8)
def pipeline(by: Hashable, code: str) -> Language:
    """The pipeline of *by* for the language *code*, built once."""
    return cast("Suggester", by).build(code)


def run(
    article: Article,
    *,
    layer_id: str,
    by: Suggester,
    progress: Callable[[float], None] | None = None,
) -> Records:
    """Entities, claims and attributions of *article*."""
    text = article.text
    if not text.strip():
        return (), (), ()
    nlp = pipeline(cast("Hashable", by), rule_language(article.language, text))
    people: dict[str, float] = {}
    entities: list[Entity] = []
    claims: list[Claim] = []
    attributions: list[Attribution] = []
    for start, end in pieces(text):
        doc = nlp.make_doc(text[start:end])
        doc.user_data["people"] = people
        doc = nlp(doc)
        entities += [_entity(m, start, layer_id) for m in doc.user_data.get("entities", ())]
        made, said = _claims(doc.user_data, start, layer_id)
        claims += made
        attributions += said
        if progress is not None and end < len(text):
            progress(end / len(text))
    return tuple(entities), tuple(claims), tuple(attributions)


def pieces(text: str) -> Iterator[tuple[int, int]]:
    """Stretches of whole paragraphs of about `_PIECE` characters that cover *text*."""
    start = 0
    while start < len(text):
        end = start + _PIECE
        if end < len(text):
            cut = text.rfind("\n", start + _PIECE // 2, end) + 1
            cut = cut or text.rfind(". ", start + _PIECE // 2, end) + 1
            cut = cut or text.rfind(" ", start + _PIECE // 2, end) + 1
            end = cut or end
        else:
            end = len(text)
        yield start, end
        start = end


def _entity(mention: Mention, shift: int, layer_id: str) -> Entity:
    return Entity(
        id=new_id(),
        layer_id=layer_id,
        origin="machine",
        confidence=round(mention.confidence, 2),
        why=mention.why,
        span=Span(mention.start + shift, mention.end + shift),
        label=mention.label,
        subtype=mention.subtype,
    )


def _claims(
    found: dict[str, Any], shift: int, layer_id: str
) -> tuple[list[Claim], list[Attribution]]:
    """Claims and attributions of one doc; attributions name the claims in their content."""
    claims = [each.record(shift, layer_id) for each in found.get("claims", ())]
    said = found.get("attributions", ())
    ids = [new_id() for _ in said]
    attributions = [
        each.record(
            id_,
            shift,
            layer_id,
            claims=tuple(claims[i].id for i in each.claims),
            nested_in=ids[each.nested_in] if each.nested_in is not None else None,
        )
        for id_, each in zip(ids, said, strict=True)
    ]
    return claims, attributions
