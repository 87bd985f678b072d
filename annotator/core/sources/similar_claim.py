"""A claim that was said before: what is found by meaning, and what it is to the current one."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from annotator.core.meaning.comparison import SaysOtherwise

Relation = Literal["same", "otherwise", "topic"]


class SimilarClaim(Struct, frozen=True):
    """A claim elsewhere in the project near in meaning; *score* is a cosine.

    *differences* say in what one that says otherwise does so: the current claim's words first.
    """

    claim_id: str
    article_id: str
    score: float
    relation: Relation = "topic"
    differences: tuple[SaysOtherwise, ...] = ()
