"""The native line as typed structs: read strictly from it, written fast from them.

The structs are derived from the records of ``core.model``, so a field that a record gains is
exported, imported and described by the schema without a change here. What differs: a record
stands in its layer's line and names neither layer nor article; every span carries its words.
"""

from __future__ import annotations

from operator import attrgetter
from typing import Annotated, Any, Literal, TypeAlias

import msgspec
from msgspec import Meta, Struct

from annotator.core.model import (
    Annotation,
    Article,
    Attribution,
    Claim,
    Entity,
    Evidence,
    Judgement,
    Layer,
    Record,
    Ruling,
    Source,
    Span,
    Verdict,
)

VERSION = "vaglio/1"

_Id: TypeAlias = Annotated[str, Meta(min_length=1, max_length=200)]
_Offset: TypeAlias = Annotated[int, Meta(ge=0, description="code points into article.text")]
_Words: TypeAlias = Annotated[str, Meta(min_length=1, description="the words of the span")]


class Quote(Struct, frozen=True, gc=False, forbid_unknown_fields=True):
    """A span and its words: half-open, in code points of ``article.text``."""

    start: _Offset
    end: _Offset
    text: _Words


# What a line says more strictly than the type of the record's field does.
_NARROWER: dict[str, Any] = {
    "id": _Id,
    "claim_id": _Id,
    "source_id": _Id,
    "target_id": _Id,
    "sha256": Annotated[str, Meta(pattern="^[0-9a-f]{64}$")],
    "confidence": Annotated[float, Meta(ge=0, le=1)] | None,
    "check_worthiness": Annotated[int, Meta(ge=0, le=3)],
    "spans": Annotated[tuple[Quote, ...], Meta(min_length=1)],
    "source_spans": tuple[Quote, ...],
    "cue_spans": tuple[Quote, ...],
    "content_spans": tuple[Quote, ...],
}
_IMPLIED = ("layer_id", "article_id")
_FIRST = ("id", "title", "text", "language", "sha256")


def _own_fields_first(record: type[Record]) -> list[msgspec.structs.FieldInfo]:
    """Fields of *record* in the order of the line: id, its own, those of every annotation."""
    shared = {f.name for f in msgspec.structs.fields(Annotation)}
    fields = [f for f in msgspec.structs.fields(record) if f.name not in _IMPLIED]
    rank = {name: place for place, name in enumerate(_FIRST)}
    if record is not Article:
        rank = {"id": 0}
    return sorted(fields, key=lambda f: (f.name in shared and f.name != "id", rank.get(f.name, 9)))


def _derived(name: str, record: type[Record]) -> Any:
    """A struct for *record* in a line. Any: its fields are known when it is made, not before."""
    fields: list[Any] = []
    for info in _own_fields_first(record):
        if info.name == "span":
            fields += [("start", _Offset), ("end", _Offset), ("text", _Words)]
            continue
        narrower = _NARROWER.get(info.name)
        type_ = info.type if narrower is None or record is Source else narrower
        if info.required:
            fields.append((info.name, type_))
        elif info.default is not msgspec.NODEFAULT:
            fields.append((info.name, type_, info.default))
        else:
            fields.append((info.name, type_, msgspec.field(default_factory=info.default_factory)))
    return msgspec.defstruct(
        name, _required_first(fields), frozen=True, gc=False, forbid_unknown_fields=True
    )


def _required_first(fields: list[Any]) -> list[Any]:
    return sorted(fields, key=lambda f: len(f) > 2)


ArticlePart: Any = _derived("article", Article)
LayerPart: Any = _derived("layer", Layer)
EntityPart: Any = _derived("entity", Entity)
ClaimPart: Any = _derived("claim", Claim)
AttributionPart: Any = _derived("attribution", Attribution)
SourcePart: Any = _derived("source", Source)
EvidencePart: Any = _derived("evidence", Evidence)
VerdictPart: Any = _derived("verdict", Verdict)
JudgementPart: Any = _derived("judgement", Judgement)
RulingPart: Any = _derived("ruling", Ruling)

_OF: dict[type[Record], Any] = {
    Article: ArticlePart,
    Layer: LayerPart,
    Entity: EntityPart,
    Claim: ClaimPart,
    Attribution: AttributionPart,
    Source: SourcePart,
    Evidence: EvidencePart,
    Verdict: VerdictPart,
    Judgement: JudgementPart,
    Ruling: RulingPart,
}
_NAMES: dict[type[Record], tuple[str, ...]] = {
    record: part.__struct_fields__ for record, part in _OF.items()
}
_SPAN_LISTS = ("spans", "source_spans", "cue_spans", "content_spans")

Line: Any = msgspec.defstruct(
    "line",
    [
        ("format", Literal["vaglio/1"]),
        ("article", ArticlePart),
        ("layer", LayerPart | None),
        *(
            (name, tuple.__class_getitem__((kind, ...)), ())
            for name, kind in (
                ("entities", EntityPart),
                ("claims", ClaimPart),
                ("attributions", AttributionPart),
                ("sources", SourcePart),
                ("evidence", EvidencePart),
                ("verdicts", VerdictPart),
                ("judgements", JudgementPart),
                ("rulings", RulingPart),
            )
        ),
    ],
    frozen=True,
    gc=False,
    forbid_unknown_fields=True,
)

_take = {record: attrgetter(*names) for record, names in _NAMES.items() if record is not Entity}
_beyond_span = attrgetter(*_NAMES[Entity][4:])
_beyond_spans = attrgetter(*_NAMES[Claim][2:])
_beyond_contents = attrgetter(*_NAMES[Attribution][5:])


def entity_part(entity: Entity, text: str) -> Any:
    start, end = entity.span.start, entity.span.end
    return EntityPart(entity.id, start, end, text[start:end], *_beyond_span(entity))


def claim_part(claim: Claim, text: str) -> Any:
    return ClaimPart(claim.id, quotes(claim.spans, text), *_beyond_spans(claim))


def attribution_part(said: Attribution, text: str) -> Any:
    return AttributionPart(
        said.id,
        said.claims,
        quotes(said.source_spans, text),
        quotes(said.cue_spans, text),
        quotes(said.content_spans, text),
        *_beyond_contents(said),
    )


def part(record: Record) -> Any:
    """*record* as it stands in a line, if it has no spans."""
    return _OF[type(record)](*_take[type(record)](record))


def quotes(spans: tuple[Span, ...], text: str) -> tuple[Quote, ...]:
    return tuple([Quote(s.start, s.end, text[s.start : s.end]) for s in spans])


def record_of(kind: type[Record], part: Any, **implied: str) -> Any:
    """The record of a *part* of a line; *implied* is the layer or article it stands in.

    Raises:
        ValueError: spans are empty, overlap or are out of order.
    """
    fields = dict(zip(_NAMES[kind], _all_of[kind](part), strict=True), **implied)
    if kind is Entity:
        fields["span"] = Span(fields.pop("start"), fields.pop("end"))
        del fields["text"]
    elif kind is Claim or kind is Attribution:
        for name in _SPAN_LISTS:
            if name in fields:
                fields[name] = tuple(Span(q.start, q.end) for q in fields[name])
    return kind(**fields)


_all_of = {record: attrgetter(*names) for record, names in _NAMES.items()}


def quotes_of(part: Any) -> list[Any]:
    """Everything in an entity, claim or attribution that has start, end and text."""
    if type(part) is EntityPart:
        return [part]
    return [quote for name in _SPAN_LISTS for quote in getattr(part, name, ())]


def written_keys(line: Any, metadata_keys: int) -> int:
    """How many keys *line* has when every field is written out, as `vaglio` does."""
    total = len(Line.__struct_fields__) + len(ArticlePart.__struct_fields__) + metadata_keys
    total += len(LayerPart.__struct_fields__) if line.layer is not None else 0
    total += len(line.entities) * len(EntityPart.__struct_fields__)
    for record in (*line.claims, *line.attributions):
        total += len(record.__struct_fields__) + 3 * len(quotes_of(record))
    for records in (line.sources, line.evidence, line.verdicts, line.judgements, line.rulings):
        total += sum(len(record.__struct_fields__) for record in records)
    return total
