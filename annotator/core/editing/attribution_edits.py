"""Who says a claim: what an analyst can do about it, for one claim at a time.

An attribution can speak of several claims. What is done here is done for one of them: the
attribution is split first, and what the other claims share stays as it is.
"""

from __future__ import annotations

from typing import Any

from ..changes import Change
from ..ids import new_id
from ..model import Attribution, Claim, Span
from .analyst_view import AnalystView
from .annotation_edits import merged
from .layer_draft import LayerDraft
from .speakers import fields_for


def attribute(
    analyst_view: AnalystView, claim_id: str, *, source: Span | None = None, cue: Span | None = None
) -> Change:
    """Say who asserts a claim: *source* or *cue* words added to its attribution.

    The same words again take them away. The agent is the one for whom these words stood before, else
    it is named after them.
    """
    draft = LayerDraft(analyst_view)
    own_claim = draft.take(claim_id)
    claim = draft.own(own_claim, Claim) if own_claim else None
    if claim is None:
        return draft.change("attribute")
    known = next((a for a in draft.all(Attribution) if claim.id in a.claims), None)
    attribution = known or Attribution(
        id=new_id(), layer_id=draft.layer.id, claims=(claim.id,), content_spans=claim.spans
    )
    if known is not None:
        attribution = draft.only_of(known, claim.id)
    fields: dict[str, Any] = {}
    if source is not None:
        fields["source_spans"] = _toggled(attribution.source_spans, source)
        fields["source_implicit"] = False
        if not attribution.agent or not attribution.source_spans or known is None:
            fields |= fields_for(analyst_view, source.of(analyst_view.article.text))
    if cue is not None:
        fields["cue_spans"] = _toggled(attribution.cue_spans, cue)
    draft.put(attribution)
    draft.take(attribution.id, **fields)
    left = draft.own(attribution.id, Attribution)
    if left is not None and not (left.source_spans or left.cue_spans or left.source_implicit):
        draft.remove(left.id)
    return draft.change("attribute")


def amend(analyst_view: AnalystView, claim_id: str, id_: str, **fields: Any) -> Change:
    """Alter fields of an attribution of a claim, own or suggested, for this claim alone.

    To say who says it is to accept that it is said: a suggested claim is taken over.
    """
    draft = LayerDraft(analyst_view)
    own_id, attribution = _own(draft, claim_id, id_)
    if attribution is not None:
        draft.take(draft.only_of(attribution, own_id).id, **fields)
    return draft.change("amend")


def detach(analyst_view: AnalystView, claim_id: str, id_: str) -> Change:
    """An attribution is not one of this claim; a suggested claim is taken over without it."""
    draft = LayerDraft(analyst_view)
    own_id, attribution = _own(draft, claim_id, id_)
    if attribution is not None:
        for inner in draft.all(Attribution):
            if inner.nested_in == attribution.id and own_id in inner.claims:
                own_inner = draft.only_of(inner, own_id)
                draft.take(own_inner.id, nested_in=attribution.nested_in)
        draft.detach(attribution, own_id)
    return draft.change("attribute")


def article_itself(analyst_view: AnalystView, claim_id: str) -> Change:
    """Nobody is named who says a claim: the article itself does."""
    draft = LayerDraft(analyst_view)
    own_id = draft.take(claim_id)
    for attribution in draft.all(Attribution):
        if own_id is not None and own_id in attribution.claims:
            draft.detach(attribution, own_id)
    return draft.change("attribute")


def _own(draft: LayerDraft, claim_id: str, id_: str) -> tuple[str, Attribution | None]:
    """The own claim's id, and its attribution that is meant by *id_*, here or in the machine's layer."""
    own_id = draft.take(claim_id) or ""
    said_by = [a for a in draft.all(Attribution) if own_id in a.claims]
    return own_id, next((a for a in said_by if id_ in (a.id, a.derived_from)), None)


def _toggled(spans: tuple[Span, ...], span: Span) -> tuple[Span, ...]:
    if span in spans:
        return tuple(s for s in spans if s != span)
    return merged((*spans, span))
