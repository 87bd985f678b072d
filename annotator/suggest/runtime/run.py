"""An article through a pipeline, in pieces if it is long, and the docs' findings as records."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Any, cast

from msgspec import Struct

from annotator.core.ids import new_id
from annotator.core.model import Article, Attribution, Claim, Entity, Span, with_

from ..claims.confidence import settled
from ..language.mention import Mention
from ..language.tokenizer import rule_language
from .checkpoint import Checkpoint

if TYPE_CHECKING:
    from spacy.language import Language

    from ..pipelines.registry import Suggester

_PIECE = 20_000  # characters; a usual article is one piece

Records = tuple[tuple[Entity, ...], tuple[Claim, ...], tuple[Attribution, ...]]


class SuggestedPart(Struct, frozen=True):
    """What was found up to code point *end* since the part before; *people* is for the next."""

    end: int
    people: dict[str, float]
    entities: list[Entity] = []
    claims: list[Claim] = []
    attributions: list[Attribution] = []


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
    checkpoint: Checkpoint[SuggestedPart] | None = None,
) -> Records:
    """Entities, claims and attributions of *article*.

    What *checkpoint* has of it already is not read again.
    """
    entities: list[Entity] = []
    claims: list[Claim] = []
    attributions: list[Attribution] = []
    for part in _parts(article, layer_id, by, checkpoint):
        entities += part.entities
        claims += part.claims
        attributions += part.attributions
        if progress is not None and part.end < len(article.text):
            progress(part.end / len(article.text))
    if checkpoint is not None:
        checkpoint.forget()
    return tuple(entities), tuple(claims), tuple(attributions)


def _parts(
    article: Article, layer_id: str, by: Suggester, checkpoint: Checkpoint[SuggestedPart] | None
) -> Iterator[SuggestedPart]:
    """The parts of *article*: those kept from an earlier time, then what is read now."""
    text = article.text
    if not text.strip():
        return
    part = SuggestedPart(0, {})
    for part in checkpoint.kept() if checkpoint is not None else ():
        yield _owned(part, layer_id)
    nlp = pipeline(cast("Hashable", by), rule_language(article.language, text))
    for start, end in pieces(text, part.end):
        part = _read(nlp, text, start, end, dict(part.people), layer_id)
        if checkpoint is not None:
            checkpoint.keep(part)
        yield part


def _owned(part: SuggestedPart, layer_id: str) -> SuggestedPart:
    """A kept *part* as records of another layer."""
    return SuggestedPart(
        part.end,
        part.people,
        [with_(entity, layer_id=layer_id) for entity in part.entities],
        [with_(claim, layer_id=layer_id) for claim in part.claims],
        [with_(attribution, layer_id=layer_id) for attribution in part.attributions],
    )


def _read(
    nlp: Language, text: str, start: int, end: int, people: dict[str, float], layer_id: str
) -> SuggestedPart:
    """What the pipeline finds in ``text[start:end]``, as records."""
    with nlp.memory_zone():  # what it learns of words is let go of, however many articles come
        doc = nlp.make_doc(text[start:end])
        doc.user_data["people"] = people
        doc = nlp(doc)
        mentions = doc.user_data.get("entities", ())
        if "heard" in doc.user_data:  # by the encoder: the curves are of its pipeline
            mentions = settled(mentions)
        entities = [_entity(m, start, layer_id) for m in mentions]
        claims, attributions = _claims(doc.user_data, start, layer_id)
    return SuggestedPart(end, people, entities, claims, attributions)


def pieces(text: str, start: int = 0) -> Iterator[tuple[int, int]]:
    """Stretches of whole paragraphs of about `_PIECE` characters that cover *text* from *start*."""
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
