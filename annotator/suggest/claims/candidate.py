"""One claim as the components pass it on, before it becomes a record."""

from __future__ import annotations

from typing import Any

from msgspec import Struct

from annotator.core.learning.features import Features
from annotator.core.model import Claim, Span

from ..language.mention import CodePoints
from .features import ClaimFeatures


class ClaimCandidate(Struct):
    """One claim, in code points of the doc; *places* are its parts in text order.

    *known* is what its confidence is made from; None where rules found it.
    """

    places: tuple[CodePoints, ...]
    text: str
    traits: ClaimFeatures
    confidence: float
    why: str
    known: Features | None = None

    @property
    def start(self) -> int:
        return self.places[0][0]

    @property
    def end(self) -> int:
        return self.places[-1][1]

    def record(self, shift: int, layer_id: str) -> Claim:
        from annotator.core.ids import new_id

        fields: dict[str, Any] = {
            "kind": self.traits.kind,
            "certainty": self.traits.certainty,
            "time_reference": self.traits.time,
            "cw_reasons": self.traits.reasons,
        }
        return Claim(
            id=new_id(),
            layer_id=layer_id,
            origin="machine",
            confidence=round(self.confidence, 2),
            why=self.why,
            spans=tuple(Span(a + shift, b + shift) for a, b in self.places),
            normalized_text=self.text,
            check_worthiness=self.traits.worth,
            **fields,
        )
