"""Claims: which clauses a third party could confirm or refute, of what kind, how urgent."""

from __future__ import annotations

from bisect import bisect_left

from spacy.language import Language
from spacy.tokens import Doc

from ..attribution.component import AttributionCandidate, SentenceAttributions
from ..language.mention import CodePoints
from . import from_model
from .candidate import ClaimCandidate
from .from_rules import of_sentence

_REACH = 2000  # characters; no clause is longer


@Language.factory("vaglio_claims", default_config={"code": "it"})  # type: ignore[untyped-decorator] # spaCy is seen as Any
def make_claims(nlp: Language, name: str, code: str) -> ClaimDetector:  # noqa: ARG001
    return ClaimDetector()


class ClaimDetector:
    """Sets ``doc.user_data["claims"]`` and ``doc.spans["claims"]``, and links the attributions."""

    def __call__(self, doc: Doc) -> Doc:
        attribution_candidates: list[AttributionCandidate] = doc.user_data.get("attributions", [])
        reads: list[SentenceAttributions] = doc.user_data.get("read", [])
        heard = doc.user_data.get("heard")
        if heard is not None:
            claims = from_model.find(reads, attribution_candidates, heard)
        else:
            claims = [
                claim for read in reads for claim in of_sentence(read, attribution_candidates)
            ]
        claims.sort(key=lambda c: (c.start, -c.end))
        starts = [claim.start for claim in claims]
        for attribution in attribution_candidates:
            attribution.claims = _inside(claims, starts, attribution.content)
        doc.user_data["claims"] = claims
        found = (
            doc.char_span(*place, "CLAIM", alignment_mode="expand")
            for claim in claims
            for place in claim.places
        )
        doc.spans["claims"] = [span for span in found if span is not None]
        return doc


def _inside(
    claims: list[ClaimCandidate], starts: list[int], content: tuple[CodePoints, ...]
) -> list[int]:
    """Indexes of the claims that lie in *content*; claims and *starts* are sorted."""
    if not content:
        return []
    first = bisect_left(starts, content[0][0] - _REACH)
    last = bisect_left(starts, content[-1][1])
    return [i for i in range(first, last) if _within(claims[i], content)]


def _within(claim: ClaimCandidate, content: tuple[CodePoints, ...]) -> bool:
    """Whether most of the claim lies in the content."""
    shared = sum(max(0, min(claim.end, b) - max(claim.start, a)) for a, b in content)
    return shared * 2 > claim.end - claim.start
