"""A claim that was said before: what is found by meaning, and how near it is."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

Nearness = Literal["same", "alike"]


class SimilarClaim(Struct, frozen=True):
    """A claim elsewhere in the project that says the same or nearly so; *score* is a cosine."""

    claim_id: str
    article_id: str
    score: float
    nearness: Nearness = "alike"
