"""What an analyst can do with an article, each as a function that builds a `Change`.

Everything goes into the analyst's own layer. Doing something to a suggestion judges it: the
suggestion stays as it is, a copy with ``derived_from`` goes into the own layer, and a judgement
says whether it was accepted as it was or amended.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from ..changes import Change, Edit, change
from ..ids import new_id
from ..model import Attribution, Claim, Entity, Span, Status, with_
from .analyst_view import AnalystView
from .layer_draft import LayerDraft
from .speakers import fields_for
from .standalone_claim import proposed_for


def accept(analyst_view: AnalystView, ids: Iterable[str]) -> Change:
    """Take suggestions over as they are, all in one step."""
    draft = LayerDraft(analyst_view)
    for id_ in ids:
        if analyst_view.is_suggestion(id_):
            draft.take(id_)
    return draft.change("accept")


def reject(analyst_view: AnalystView, ids: Iterable[str], *, reason: str = "") -> Change:
    """Say no to suggestions; what was said is kept, the suggestion is shown no more."""
    draft = LayerDraft(analyst_view)
    for id_ in ids:
        if analyst_view.is_suggestion(id_):
            draft.judge(id_, "reject", reason=reason)
    return draft.change("reject")


def mark(analyst_view: AnalystView, spans: Iterable[Span], label: str) -> Change:
    """Label *spans* as entities, one step. A span that is labelled already is relabelled."""
    draft = LayerDraft(analyst_view)
    for span in spans:
        known = analyst_view.same_span(span)
        if known is not None:
            draft.take(known.id, label=label)
        else:
            draft.put(Entity(id=new_id(), layer_id=draft.layer.id, span=span, label=label))
    return draft.change("mark")


def mark_claim(analyst_view: AnalystView, spans: Sequence[Span], **fields: Any) -> Change:
    """A new claim; exactly the spans of a suggested one accept that instead."""
    draft = LayerDraft(analyst_view)
    known = next((c for c in analyst_view.shown_claims if c.spans == tuple(spans)), None)
    if known is not None:
        draft.take(known.id, **fields)
    else:
        claim = Claim(id=new_id(), layer_id=draft.layer.id, spans=tuple(spans), **fields)
        form = claim.normalized_text or proposed_for(analyst_view, claim, None)
        draft.put(with_(claim, normalized_text=form))
    return draft.change("mark_claim")


def relabel(analyst_view: AnalystView, ids: Iterable[str], label: str) -> Change:
    """Another label for entities, own or suggested."""
    draft = LayerDraft(analyst_view)
    for id_ in ids:
        if isinstance(analyst_view.get(id_), Entity):
            draft.take(id_, label=label)
    return draft.change("relabel")


def amend(analyst_view: AnalystView, id_: str, **fields: Any) -> Change:
    """Alter any fields of an entity, claim or attribution, own or suggested."""
    draft = LayerDraft(analyst_view)
    found = analyst_view.get(id_)
    if isinstance(found, Attribution) and analyst_view.is_suggestion(id_):
        for claim_id in found.claims:  # to say who says it is to accept that it is said
            if analyst_view.is_suggestion(claim_id):
                draft.take(claim_id)
        copy = draft.copy_of(id_)
        id_ = copy.id if copy else id_
    draft.take(id_, **fields)
    return draft.change("amend")


def move_edge(analyst_view: AnalystView, id_: str, old: Span, new: Span) -> Change:
    """The span *old* of an annotation becomes *new*; nothing else of it changes."""
    draft = LayerDraft(analyst_view)
    match analyst_view.get(id_):
        case Entity(span=span) if span == old:
            draft.take(id_, span=new)
        case Claim(spans=spans) if old in spans:
            draft.take(id_, spans=_replaced(spans, old, new))
        case Attribution() as attribution:
            for field in ("source_spans", "cue_spans", "content_spans"):
                spans = getattr(attribution, field)
                if old in spans:
                    draft.take(id_, **{field: _replaced(spans, old, new)})
                    break
    return draft.change("move_edge")


def add_span(analyst_view: AnalystView, claim_id: str, span: Span) -> Change:
    """Another stretch of an interrupted claim; what overlaps it grows to cover both."""
    draft = LayerDraft(analyst_view)
    claim = analyst_view.get(claim_id)
    if isinstance(claim, Claim):
        draft.take(claim_id, spans=_merged((*claim.spans, span)))
    return draft.change("add_span")


def attribute(
    analyst_view: AnalystView, claim_id: str, *, source: Span | None = None, cue: Span | None = None
) -> Change:
    """Say who asserts a claim: *source* or *cue* words added to its attribution.

    The same words again take them away. The agent is the one for whom these words stood before, else
    it is named after them. A stand-alone form that is only proposed is proposed anew.
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
        left = None
    if claim.origin == "manual" and claim.normalized_text in (
        "",
        proposed_for(analyst_view, claim, known),
    ):
        draft.take(claim.id, normalized_text=proposed_for(analyst_view, claim, left))
    return draft.change("attribute")


def remove(analyst_view: AnalystView, ids: Iterable[str]) -> Change:
    """Remove own annotations with all that hangs on them; reject suggestions."""
    draft = LayerDraft(analyst_view)
    for id_ in ids:
        draft.remove(id_)
    return draft.change("remove")


def set_status(analyst_view: AnalystView, status: Status) -> Change:
    """Submit the own layer, or open it again. Undecided suggestions stay undecided."""
    draft = LayerDraft(analyst_view)
    draft.put(with_(draft.layer, status=status))
    made = draft.change("submit" if status == "submitted" else "reopen")
    if made.edits or analyst_view.mine is not None:
        return made
    # An article without a single annotation can be finished, too: then the layer says so.
    layer = Edit(None, with_(draft.layer, status=status))
    return change("submit", [layer], by=analyst_view.analyst, article_id=analyst_view.article.id)


def _replaced(spans: tuple[Span, ...], old: Span, new: Span) -> tuple[Span, ...]:
    return _merged(new if span == old else span for span in spans)


def _toggled(spans: tuple[Span, ...], span: Span) -> tuple[Span, ...]:
    if span in spans:
        return tuple(s for s in spans if s != span)
    return _merged((*spans, span))


def _merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Sorted, overlapping ones made one."""
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start < merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(merged)
