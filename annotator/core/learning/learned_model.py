"""What was learnt from judged articles, and how it alters the suggestions for the next one.

A `LearnedModel` is a value: weights and words, no code. `refine` makes of a machine's layer what another
layer of it holds; the first one stays as it was. Pure and quick, so the window may call it.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar

from msgspec import Struct

from ..annotated_article import LayerContents
from ..ids import new_id
from ..model import Attribution, Claim, Entity, Layer, Span, with_
from .features import SIMPLE, FeatureExtractor, Features, speakers

CLAIM = "claim"  # stands for the label of a claim among `Phrase`s
WEIGHED = "weighed by your corrections"  # is added to the reason of what was altered
LINKED = "linked as before"
LISTED = "linked by the project’s list"
LABELLED = "learnt: labelled so in judged articles"
RELABELLED = "learnt: relabelled so in judged articles"
_WORD = re.compile(r"\w+")
M = TypeVar("M", Entity, Claim)


class FeatureWeights(Struct, frozen=True):
    """A logistic curve over named features; what is not named weighs nothing."""

    bias: float
    by_name: Mapping[str, float]

    def chance(self, features: Features) -> float:
        """0 to 1."""
        known = self.by_name
        score = self.bias + sum(known.get(name, 0.0) * value for name, value in features.items())
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, score))))


class Filter(Struct, frozen=True):
    """How likely a suggestion is right; those below *least* are not shown."""

    weights: FeatureWeights
    least: float


class Phrase(Struct, frozen=True, order=True):
    """Words under a label (or `CLAIM`), without regard to case."""

    label: str
    words: str


class LearnedName(Struct, frozen=True):
    """Words, exactly so written, that were given *label* in judged articles."""

    words: str
    label: str
    chance: float


class LearnedModel(Struct, frozen=True, kw_only=True):
    """Everything that was learnt; each part may be missing."""

    entities: Filter | None = None
    claims: Filter | None = None
    worth: tuple[FeatureWeights, ...] = ()  # that check-worthiness is 1 or more, 2 or more, 3
    names: tuple[LearnedName, ...] = ()


class DecisionMemory(Struct, frozen=True, kw_only=True):
    """What single decisions say, with nothing to compute: it counts at once."""

    silenced: frozenset[Phrase] = frozenset()  # rejected so often that it is not shown again
    links: Mapping[Phrase, str] = {}  # the knowledge-base id that it was given
    listed: Mapping[str, tuple[str, ...]] = {}  # … that the project's own list has for a name

    def __bool__(self) -> bool:
        return bool(self.silenced or self.links or self.listed)


def phrase(label: str, words: str) -> Phrase:
    return Phrase(label, " ".join(words.split()).casefold())


def refine(
    text: str,
    contents: LayerContents,
    learned_model: LearnedModel,
    memory: DecisionMemory,
    *,
    layer: Layer,
    traits: FeatureExtractor = SIMPLE,
) -> LayerContents:
    """What *contents*, a machine's layer of *text*, becomes: records of *layer* with new ids.

    *traits* are those that *learned_model* was learnt with.
    """
    refiner = _Refiner(text, learned_model, memory, traits)
    entities = [e for entity in contents.entities if (e := refiner.entity(entity))]
    if learned_model.names:
        entities = _named(text, entities, contents.entities, learned_model.names)
        entities = [refiner.linked(entity) for entity in entities]
    said = speakers(contents)
    claims = [c for claim in contents.claims if (c := refiner.claim(claim, said.get(claim.id)))]
    return _owned(layer, entities, claims, contents.attributions)


class _Refiner:
    """One text with what is known for it."""

    def __init__(
        self,
        text: str,
        learned_model: LearnedModel,
        memory: DecisionMemory,
        traits: FeatureExtractor,
    ) -> None:
        self._text, self._learned_model, self._memory, self._traits = (
            text,
            learned_model,
            memory,
            traits,
        )

    def entity(self, entity: Entity) -> Entity | None:
        """*entity* as it is to be suggested; None where it is not."""
        if phrase(entity.label, entity.span.of(self._text)) in self._memory.silenced:
            return None
        kept: Entity | None = entity
        if self._learned_model.entities is not None:
            features = self._traits.entity(self._text, entity)
            kept = _weighed(entity, features, self._learned_model.entities)
        return self.linked(kept) if kept is not None else None

    def linked(self, entity: Entity) -> Entity:
        """*entity* with the knowledge-base id that the same words had before."""
        wanted = phrase(entity.label, entity.span.of(self._text))
        link, why = self._memory.links.get(wanted), LINKED
        if link is None:
            listed = self._memory.listed.get(wanted.words, ())
            link, why = listed[0] if len(listed) == 1 else None, LISTED
        if link is None or entity.kb_id is not None:
            return entity
        return with_(entity, kb_id=link, why=_because(entity.why, why))

    def claim(self, claim: Claim, said: Attribution | None) -> Claim | None:
        """*claim* as it is to be suggested; None where it is not."""
        if phrase(CLAIM, words_of(self._text, claim)) in self._memory.silenced:
            return None
        learned_model = self._learned_model
        if learned_model.claims is None and not learned_model.worth:
            return claim
        features = self._traits.claim(self._text, claim, said)
        kept: Claim | None = claim
        if learned_model.claims is not None:
            kept = _weighed(claim, features, learned_model.claims)
        if kept is not None and learned_model.worth:
            worth = sum(each.chance(features) >= 0.5 for each in learned_model.worth)
            if worth != kept.check_worthiness:
                kept = with_(kept, check_worthiness=worth, why=_because(kept.why, WEIGHED))
        return kept


def words_of(text: str, claim: Claim) -> str:
    return " ".join(span.of(text) for span in claim.spans)


def _weighed(each: M, features: Features, by: Filter) -> M | None:
    chance = by.weights.chance(features)
    if chance < by.least:
        return None
    return with_(each, confidence=round(chance, 2), why=_because(each.why, WEIGHED))


def _because(why: str, more: str) -> str:
    return why if more in why else f"{why}, {more}" if why else more


# -- names that were labelled before -----------------------------------------------------------


def _named(
    text: str, kept: list[Entity], suggested: Iterable[Entity], names: Iterable[LearnedName]
) -> list[Entity]:
    """*kept* with names that are known: under another label, or where nothing was suggested."""
    by_span = {entity.span: entity for entity in kept}
    taken = sorted(entity.span for entity in suggested)
    entities: list[Entity] = []
    at = 0
    for span, name in find_names(text, names):
        there = by_span.get(span)
        if there is not None and there.label != name.label:
            by_span[span] = with_(
                there, label=name.label, subtype=None, confidence=name.chance, why=RELABELLED
            )
        while at < len(taken) and taken[at].end <= span.start:
            at += 1
        if at == len(taken) or taken[at].start >= span.end:
            entities.append(_found(span, name))
    every = [*by_span.values(), *entities]
    return sorted(every, key=lambda e: (e.span.start, -e.span.end))


def _found(span: Span, name: LearnedName) -> Entity:
    return Entity(
        id=new_id(),
        layer_id="",
        origin="machine",
        confidence=name.chance,
        why=LABELLED,
        span=span,
        label=name.label,
    )


def find_names(text: str, names: Iterable[LearnedName]) -> Iterator[tuple[Span, LearnedName]]:
    """Where *names* stand as whole words, in text order, the longest at each place."""
    by_first: dict[str, list[LearnedName]] = {}
    for name in names:
        if first := _WORD.match(name.words):
            by_first.setdefault(first[0], []).append(name)
    for alike in by_first.values():
        alike.sort(key=lambda name: -len(name.words))
    until = 0
    for word in _WORD.finditer(text):
        if word.start() < until:
            continue
        for name in by_first.get(word[0], ()):
            end = word.start() + len(name.words)
            if text.startswith(name.words, word.start()) and not _runs_on(text, end):
                yield Span(word.start(), end), name
                until = end
                break


def _runs_on(text: str, end: int) -> bool:
    """Whether a word goes on over *end*."""
    inside = text[end - 1].isalnum()
    return inside and end < len(text) and text[end].isalnum()


# -- the records of the new layer --------------------------------------------------------------


def _owned(
    layer: Layer,
    entities: Iterable[Entity],
    claims: Iterable[Claim],
    attributions: Iterable[Attribution],
) -> LayerContents:
    """Copies with ids of their own, that name each other; what lost all its claims goes too."""
    kept_claims = list(claims)
    ids = {kept_claim.id: new_id() for kept_claim in kept_claims}
    kept = [a for a in attributions if not a.claims or any(id_ in ids for id_ in a.claims)]
    ids |= {each.id: new_id() for each in kept}
    return LayerContents(
        layer=layer,
        entities=tuple(with_(e, id=new_id(), layer_id=layer.id) for e in entities),
        claims=tuple(
            with_(c, id=ids[c.id], layer_id=layer.id, part_of=ids.get(c.part_of or ""))
            for c in kept_claims
        ),
        attributions=tuple(
            with_(
                a,
                id=ids[a.id],
                layer_id=layer.id,
                claims=tuple(ids[id_] for id_ in a.claims if id_ in ids),
                nested_in=ids.get(a.nested_in or ""),
            )
            for a in kept
        ),
    )


def says_the_same(one: LayerContents, other: LayerContents) -> bool:
    """Whether two layers of a machine differ in nothing that an analyst could see."""
    return _shape(one) == _shape(other)


def _shape(contents: LayerContents) -> tuple[object, ...]:
    claims = {claim.id: number for number, claim in enumerate(contents.claims)}
    said = {each.id: number for number, each in enumerate(contents.attributions)}
    bare = {"id": "", "layer_id": ""}
    return (
        [with_(e, **bare) for e in contents.entities],
        [with_(c, **bare, part_of=str(claims.get(c.part_of or ""))) for c in contents.claims],
        [
            with_(
                a,
                **bare,
                claims=tuple(str(claims.get(id_)) for id_ in a.claims),
                nested_in=str(said.get(a.nested_in or "")),
            )
            for a in contents.attributions
        ],
    )
