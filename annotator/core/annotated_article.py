"""An article with everything that is recorded about it: the unit of import, export and review."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from typing import Any

import msgspec
from msgspec import Struct

from .changes import Edit
from .model import (
    Article,
    Attribution,
    Claim,
    Entity,
    Evidence,
    InLayer,
    Judgement,
    Layer,
    Ruling,
    Source,
    Verdict,
    spans_of,
)


class LayerContents(Struct, frozen=True, kw_only=True, gc=False):
    """A layer and its records. Entities, claims and attributions are in text order."""

    layer: Layer
    entities: tuple[Entity, ...] = ()
    claims: tuple[Claim, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    verdicts: tuple[Verdict, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    rulings: tuple[Ruling, ...] = ()

    def records(self) -> Iterator[InLayer]:
        """Everything in the layer, but not the layer itself."""
        yield from self.entities
        yield from self.claims
        yield from self.attributions
        yield from self.evidence
        yield from self.verdicts
        yield from self.judgements
        yield from self.rulings

    def edited(self, edits: Iterable[Edit]) -> LayerContents | None:
        """The layer after *edits* of its own records, in order; None where it is removed.

        What a store would read back after applying them, without reading it.
        """
        layer: Layer | None = self.layer
        lists: dict[str, list[Any]] = {}
        for edit in edits:
            if isinstance(edit.record, Layer):
                layer = edit.after if isinstance(edit.after, Layer) else None
                continue
            field = FIELDS.get(type(edit.record))
            if field is None:
                raise ValueError(f"{type(edit.record).__name__} is not in a layer")
            records = lists.setdefault(field, list(getattr(self, field)))
            _edit_list(records, edit)
        if layer is None:
            return None
        changed = {field: tuple(records) for field, records in lists.items()}
        return msgspec.structs.replace(self, layer=layer, **changed)


class AnnotatedArticle(Struct, frozen=True, kw_only=True, gc=False):
    """An article, its layers, and the sources that their evidence names."""

    article: Article
    layers: tuple[LayerContents, ...] = ()
    sources: tuple[Source, ...] = ()

    def edited(self, edits: Iterable[Edit]) -> AnnotatedArticle:
        """The annotated article after *edits*, in order; those of other articles, or that do not fit, left out.

        Every source that is added is in it, also one that no evidence names yet.
        """
        article = self.article
        layers = {contents.layer.id: contents for contents in self.layers}
        sources = {source.id: source for source in self.sources}
        for edit in edits:
            match edit.record:
                case Article(id=id_):
                    if id_ == article.id and isinstance(edit.after, Article):
                        article = edit.after
                case Source(id=id_):
                    sources.pop(id_, None)
                    if isinstance(edit.after, Source):
                        sources[id_] = edit.after
                case Layer(id=id_, article_id=article.id):
                    _edit_layer(layers, id_, edit)
                case record:
                    _edit_layer(layers, getattr(record, "layer_id", ""), edit)
        return AnnotatedArticle(
            article=article, layers=tuple(layers.values()), sources=tuple(sources.values())
        )


FIELDS: dict[type[Any], str] = {
    Entity: "entities",
    Claim: "claims",
    Attribution: "attributions",
    Evidence: "evidence",
    Verdict: "verdicts",
    Judgement: "judgements",
    Ruling: "rulings",
}


def _edit_layer(layers: dict[str, LayerContents], id_: str, edit: Edit) -> None:
    """Do *edit* to the layer *id_*, which it can begin or remove."""
    if isinstance(edit.record, Layer):
        layers.setdefault(id_, LayerContents(layer=edit.record))
    elif id_ not in layers:
        return
    with suppress(ValueError):  # somebody else has removed what it is about
        after = layers[id_].edited([edit])
        if after is None:
            del layers[id_]
        else:
            layers[id_] = after


def place_of(record: Any) -> tuple[int, int, str]:
    """Where a record comes in its layer: by its first span, the longer first, then by its id."""
    if isinstance(record, Entity):
        return (record.span.start, -record.span.end, record.id)
    if isinstance(record, Claim):
        return (record.spans[0].start, -record.spans[-1].end, record.id)
    if isinstance(record, Attribution):
        spans = spans_of(record)
        return (spans[0].start, -spans[-1].end, record.id) if spans else (-1, 0, record.id)
    return (0, 0, record.id)


def _edit_list(records: list[Any], edit: Edit) -> None:
    """Do *edit* to records sorted by their places."""
    key: Callable[[Any], tuple[int, int, str]] = place_of
    if edit.before is not None:
        at = bisect_left(records, key(edit.before), key=key)
        if at == len(records) or records[at].id != edit.before.id:
            raise ValueError(f"{edit.before.id} is not in the layer")
        del records[at]
    if edit.after is not None:
        records.insert(bisect_left(records, key(edit.after), key=key), edit.after)
