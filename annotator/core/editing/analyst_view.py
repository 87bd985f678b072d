"""What one analyst has in front of them: their own layer, and what the machine suggests.

A suggestion is an annotation of the newest machine layer that the analyst has not judged yet. It
counts as judged, too, when the same spans and label were judged in an earlier machine layer or
already stand in the analyst's own: nobody decides the same thing twice.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import TypeAlias

from ..annotated_article import FIELDS, AnnotatedArticle, LayerContents
from ..changes import Change
from ..model import (
    Article,
    Attribution,
    Claim,
    Entity,
    Evidence,
    InLayer,
    Judgement,
    Layer,
    Source,
    Span,
    Status,
    Verdict,
    is_machine,
    spans_of,
)

Markable: TypeAlias = Entity | Claim
Signature: TypeAlias = tuple[object, ...]


def signature(annotation: Markable) -> Signature:
    """What makes two annotations say the same: type, spans and label."""
    if isinstance(annotation, Entity):
        return ("entity", annotation.span, annotation.label)
    return ("claim", annotation.spans)


class AnalystView:
    """An article as *analyst* sees it. Immutable: read it again after a change."""

    def __init__(self, annotated_article: AnnotatedArticle, analyst: str) -> None:
        self.article: Article = annotated_article.article
        self.analyst = analyst
        self.sources: tuple[Source, ...] = annotated_article.sources
        self.mine: LayerContents | None = None
        machine: list[LayerContents] = []
        for contents in annotated_article.layers:
            if contents.layer.role == "machine" or is_machine(contents.layer.author):
                machine.append(contents)
            elif contents.layer.author == analyst:
                self.mine = contents
        machine.sort(key=lambda c: (c.layer.created_at, c.layer.id))
        self.machine: LayerContents | None = machine[-1] if machine else None
        self._earlier = machine[:-1]

    def after(self, change: Change) -> AnalystView | None:
        """This sheet once *change* is saved, without reading it again.

        None where the change reaches beyond the analyst's layer: then it must be read.
        """
        mine = self.mine
        own = mine.layer.id if mine else None
        for edit in change.edits:
            record = edit.record
            if isinstance(record, Layer) and record.article_id == self.article.id:
                own = own or record.id
                if record.id != own:
                    return None
                mine = mine or LayerContents(layer=record)
            elif type(record) not in FIELDS or getattr(record, "layer_id", None) != own:
                return None
            if isinstance(record, Evidence) and self.source(record.source_id) is None:
                return None
        analyst_view = AnalystView.__new__(AnalystView)
        analyst_view.__dict__.update(self._lasting())
        analyst_view.mine = mine.edited(change.edits) if mine else None
        return analyst_view

    def _lasting(self) -> dict[str, object]:
        """What no change of the own layer alters, with what was found out about it."""
        kept = {"article", "analyst", "sources", "machine", "_earlier"}
        kept |= {"_machine_by_id", "_machine_in_order", "_machine_alike", "_sources_by_id"}
        return {name: value for name, value in self.__dict__.items() if name in kept}

    @property
    def layer(self) -> Layer | None:
        return self.mine.layer if self.mine else None

    @property
    def status(self) -> Status | None:
        """The status of the analyst's layer; None as long as nothing was done."""
        return self.mine.layer.status if self.mine else None

    @property
    def entities(self) -> tuple[Entity, ...]:
        return self.mine.entities if self.mine else ()

    @property
    def claims(self) -> tuple[Claim, ...]:
        return self.mine.claims if self.mine else ()

    @property
    def attributions(self) -> tuple[Attribution, ...]:
        return self.mine.attributions if self.mine else ()

    @cached_property
    def judgements(self) -> dict[str, Judgement]:
        """The analyst's decisions, by the id of what was judged."""
        made = self.mine.judgements if self.mine else ()
        return {j.target_id: j for j in made if j.decision != "comment"}

    @cached_property
    def suggestions(self) -> tuple[Markable, ...]:
        """Entities and claims of the machine that wait for a decision, in text order."""
        judged = self.judgements
        settled: set[Signature] = set()
        if self._machine_in_order and self.mine is not None:
            settled = {signature(a) for a in _markable(self.mine)}
        for contents in self._earlier:
            settled |= {signature(a) for a in _markable(contents) if a.id in judged}
        return tuple(
            a
            for a in self._machine_in_order
            if a.id not in judged and (not settled or signature(a) not in settled)
        )

    @cached_property
    def machine_marks(self) -> dict[str, Markable]:
        """Whatever the machine has said by now, judged or not, by its id."""
        layers = (*self._earlier, self.machine) if self.machine else ()
        return {mark.id: mark for contents in layers for mark in _markable(contents)}

    @cached_property
    def _machine_in_order(self) -> tuple[Markable, ...]:
        found = _markable(self.machine) if self.machine else ()
        return tuple(sorted(found, key=reading_order))

    def alike(self, id_: str) -> tuple[Entity, ...]:
        """The suggested names that say the same as one of them: the same words and label."""
        found = self.markable(id_)
        if not isinstance(found, Entity):
            return ()
        same = self._machine_alike.get(self._says(found), ())
        return tuple(entity for entity in same if self.is_suggestion(entity.id))

    @cached_property
    def _machine_alike(self) -> dict[tuple[object, ...], list[Entity]]:
        found: dict[tuple[object, ...], list[Entity]] = {}
        for entity in self._machine_in_order:
            if isinstance(entity, Entity):
                found.setdefault(self._says(entity), []).append(entity)
        return found

    def _says(self, name: Entity) -> tuple[object, ...]:
        """What is shown of a name: two that differ in any of it are not accepted for one another."""
        fields = (name.label, name.subtype, name.normalized, name.kb_id, name.note)
        return (self.words_of(name), *fields)

    def suggested_in(self, span: Span) -> tuple[Markable, ...]:
        """The suggestions that begin in *span*, in text order."""
        waiting = self.suggestions
        low = bisect_left(waiting, span.start, key=_begin)
        return waiting[low : bisect_left(waiting, span.end, lo=low, key=_begin)]

    @cached_property
    def suggested_ids(self) -> frozenset[str]:
        """Ids of everything drawn dashed: suggestions, and attributions of suggested claims."""
        ids = {a.id for a in self.suggestions}
        return frozenset(ids | {a.id for a in self.suggested_attributions})

    @cached_property
    def suggested_attributions(self) -> tuple[Attribution, ...]:
        """Attributions of the machine that speak of a claim still to be decided."""
        if self.machine is None:
            return ()
        open_claims = {a.id for a in self.suggestions}
        return tuple(a for a in self.machine.attributions if open_claims.intersection(a.claims))

    @cached_property
    def shown_claims(self) -> tuple[Claim, ...]:
        """Own and suggested claims."""
        return self.claims + self.suggested_claims

    @cached_property
    def suggested_entities(self) -> tuple[Entity, ...]:
        return tuple(a for a in self.suggestions if isinstance(a, Entity))

    @cached_property
    def suggested_claims(self) -> tuple[Claim, ...]:
        return tuple(a for a in self.suggestions if isinstance(a, Claim))

    @cached_property
    def shown_entities(self) -> tuple[Entity, ...]:
        """Own and suggested entities."""
        return self.entities + self.suggested_entities

    @cached_property
    def shown_attributions(self) -> tuple[Attribution, ...]:
        return self.attributions + self.suggested_attributions

    @cached_property
    def in_order(self) -> tuple[Markable, ...]:
        """Everything one can step through, own and suggested, in text order."""
        return tuple(sorted((*self.shown_entities, *self.shown_claims), key=reading_order))

    @cached_property
    def mine_by_id(self) -> dict[str, InLayer]:
        """Every record of the own layer."""
        return {record.id: record for record in self.mine.records()} if self.mine else {}

    @cached_property
    def _machine_by_id(self) -> dict[str, InLayer]:
        return {record.id: record for record in self.machine.records()} if self.machine else {}

    @cached_property
    def copies(self) -> dict[str, str]:
        """Own annotations by what they were copied from: id of the original → id of the copy."""
        marks = (*self.entities, *self.claims, *self.attributions)
        return {mark.derived_from: mark.id for mark in marks if mark.derived_from}

    def get(self, id_: str) -> InLayer | None:
        """The annotation with this id, own or the machine's."""
        return self.mine_by_id.get(id_) or self._machine_by_id.get(id_)

    def markable(self, id_: str | None) -> Markable | None:
        found = self.get(id_) if id_ else None
        return found if isinstance(found, Entity | Claim) else None

    def attributions_of(self, claim_id: str) -> tuple[Attribution, ...]:
        return tuple(a for a in self.shown_attributions if claim_id in a.claims)

    def source(self, id_: str) -> Source | None:
        """A source that evidence in one of the article's layers names."""
        return self._sources_by_id.get(id_)

    @cached_property
    def _sources_by_id(self) -> dict[str, Source]:
        return {source.id: source for source in self.sources}

    def evidence_of(self, claim_id: str) -> tuple[Evidence, ...]:
        """What the analyst linked to a claim, in order of their groups, then of linking."""
        found = self.mine.evidence if self.mine else ()
        own = [e for e in found if e.claim_id == claim_id]
        return tuple(sorted(own, key=lambda e: (e.group, e.id)))

    def verdicts_of(self, claim_id: str) -> tuple[Verdict, ...]:
        """The verdicts of the analyst, the one that stands first, then those it superseded."""
        found = self.mine.verdicts if self.mine else ()
        of_claim = [v for v in found if v.claim_id == claim_id]
        return tuple(sorted(of_claim, key=lambda v: (v.decided_at, v.id), reverse=True))

    def verdict_of(self, claim_id: str) -> Verdict | None:
        """The verdict that stands; None where none was given."""
        return next(iter(self.verdicts_of(claim_id)), None)

    def is_suggestion(self, id_: str) -> bool:
        return id_ in self.suggested_ids

    def words_of(self, annotation: Markable | Attribution) -> str:
        """The words that an annotation covers; parts of an interrupted one joined by `` … ``."""
        return " … ".join(span.of(self.article.text) for span in spans_of(annotation))

    def at(self, position: int) -> list[Markable]:
        """What covers *position*, innermost first."""
        hits = [a for a in self.in_order if any(s.start <= position < s.end for s in spans_of(a))]
        return sorted(hits, key=lambda a: sum(len(s) for s in spans_of(a)))

    def same_span(self, span: Span) -> Entity | None:
        """The entity, own or suggested, that covers exactly *span*; own ones first."""
        return self._by_span.get(span)

    @cached_property
    def _by_span(self) -> dict[Span, Entity]:
        return {entity.span: entity for entity in reversed(self.shown_entities)}


def reading_order(annotation: Markable) -> tuple[int, int, int]:
    """Sort key: where it begins, outer before inner, entities before claims."""
    first, last = spans_of(annotation)[0], spans_of(annotation)[-1]
    return (first.start, isinstance(annotation, Claim), -last.end)


def _begin(annotation: Markable) -> int:
    return reading_order(annotation)[0]


def next_of(
    annotations: Iterable[Markable], after: Markable | None, *, backwards: bool = False
) -> Markable | None:
    """The neighbour of *after* in reading order, round the end; the first where it is None."""
    ordered = sorted(annotations, key=reading_order, reverse=backwards)
    if after is None:
        return ordered[0] if ordered else None
    here = (reading_order(after), after.id)
    for each in ordered:
        there = (reading_order(each), each.id)
        if each.id != after.id and ((there < here) if backwards else (there > here)):
            return each
    return next((each for each in ordered if each.id != after.id), None)


def _markable(contents: LayerContents) -> Iterator[Markable]:
    yield from contents.entities
    yield from contents.claims
