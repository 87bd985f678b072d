"""An article with everything that is recorded about it: the unit of import, export and review."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from .model import (
    Article,
    Attribution,
    Claim,
    Entity,
    Evidence,
    InLayer,
    Judgement,
    Layer,
    Source,
    Verdict,
)


class LayerContents(Struct, frozen=True, kw_only=True):
    """A layer and its records. Entities, claims and attributions are in text order."""

    layer: Layer
    entities: tuple[Entity, ...] = ()
    claims: tuple[Claim, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    verdicts: tuple[Verdict, ...] = ()
    judgements: tuple[Judgement, ...] = ()

    def records(self) -> Iterator[InLayer]:
        """Everything in the layer, but not the layer itself."""
        yield from self.entities
        yield from self.claims
        yield from self.attributions
        yield from self.evidence
        yield from self.verdicts
        yield from self.judgements


class Dossier(Struct, frozen=True, kw_only=True):
    """An article, its layers, and the sources that their evidence names."""

    article: Article
    layers: tuple[LayerContents, ...] = ()
    sources: tuple[Source, ...] = ()
