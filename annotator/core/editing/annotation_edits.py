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


def accept(sheet: AnalystView, ids: Iterable[str]) -> Change:
    """Take suggestions over as they are, all in one step."""
    draft = LayerDraft(sheet)
    for id_ in ids:
        if sheet.is_suggestion(id_):
            draft.take(id_)
    return draft.change("accept")


def reject(sheet: AnalystView, ids: Iterable[str], *, reason: str = "") -> Change:
    """Say no to suggestions; what was said is kept, the suggestion is shown no more."""
    draft = LayerDraft(sheet)
    for id_ in ids:
        if sheet.is_suggestion(id_):
            draft.judge(id_, "reject", reason=reason)
    return draft.change("reject")


def mark(sheet: AnalystView, spans: Iterable[Span], label: str) -> Change:
    """Label *spans* as entities, one step. A span that is labelled already is relabelled."""
    draft = LayerDraft(sheet)
    for span in spans:
        known = sheet.same_span(span)
        if known is not None:
            draft.take(known.id, label=label)
        else:
            draft.put(Entity(id=new_id(), layer_id=draft.layer.id, span=span, label=label))
    return draft.change("mark")


def mark_claim(sheet: AnalystView, spans: Sequence[Span], **fields: Any) -> Change:
    """A new claim; exactly the spans of a suggested one accept that instead."""
    draft = LayerDraft(sheet)
    known = next((c for c in sheet.shown_claims if c.spans == tuple(spans)), None)
    if known is not None:
        draft.take(known.id, **fields)
    else:
        made = Claim(id=new_id(), layer_id=draft.layer.id, spans=tuple(spans), **fields)
        form = made.normalized_text or proposed_for(sheet, made, None)
        draft.put(with_(made, normalized_text=form))
    return draft.change("mark_claim")


def relabel(sheet: AnalystView, ids: Iterable[str], label: str) -> Change:
    """Another label for entities, own or suggested."""
    draft = LayerDraft(sheet)
    for id_ in ids:
        if isinstance(sheet.get(id_), Entity):
            draft.take(id_, label=label)
    return draft.change("relabel")


def amend(sheet: AnalystView, id_: str, **fields: Any) -> Change:
    """Alter any fields of an entity, claim or attribution, own or suggested."""
    draft = LayerDraft(sheet)
    found = sheet.get(id_)
    if isinstance(found, Attribution) and sheet.is_suggestion(id_):
        for claim_id in found.claims:  # to say who says it is to accept that it is said
            if sheet.is_suggestion(claim_id):
                draft.take(claim_id)
        copy = draft.copy_of(id_)
        id_ = copy.id if copy else id_
    draft.take(id_, **fields)
    return draft.change("amend")


def move_edge(sheet: AnalystView, id_: str, old: Span, new: Span) -> Change:
    """The span *old* of an annotation becomes *new*; nothing else of it changes."""
    draft = LayerDraft(sheet)
    match sheet.get(id_):
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


def add_span(sheet: AnalystView, claim_id: str, span: Span) -> Change:
    """Another stretch of an interrupted claim; what overlaps it grows to cover both."""
    draft = LayerDraft(sheet)
    claim = sheet.get(claim_id)
    if isinstance(claim, Claim):
        draft.take(claim_id, spans=_merged((*claim.spans, span)))
    return draft.change("add_span")


def attribute(
    sheet: AnalystView, claim_id: str, *, source: Span | None = None, cue: Span | None = None
) -> Change:
    """Say who asserts a claim: *source* or *cue* words added to its attribution.

    The same words again take them away. The agent is the one for whom these words stood before, else
    it is named after them. A stand-alone form that is only proposed is proposed anew.
    """
    draft = LayerDraft(sheet)
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
            fields |= fields_for(sheet, source.of(sheet.article.text))
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
        proposed_for(sheet, claim, known),
    ):
        draft.take(claim.id, normalized_text=proposed_for(sheet, claim, left))
    return draft.change("attribute")


def remove(sheet: AnalystView, ids: Iterable[str]) -> Change:
    """Remove own annotations with all that hangs on them; reject suggestions."""
    draft = LayerDraft(sheet)
    for id_ in ids:
        draft.remove(id_)
    return draft.change("remove")


def set_status(sheet: AnalystView, status: Status) -> Change:
    """Submit the own layer, or open it again. Undecided suggestions stay undecided."""
    draft = LayerDraft(sheet)
    draft.put(with_(draft.layer, status=status))
    made = draft.change("submit" if status == "submitted" else "reopen")
    if made.edits or sheet.mine is not None:
        return made
    # An article without a single annotation can be finished, too: then the layer says so.
    layer = Edit(None, with_(draft.layer, status=status))
    return change("submit", [layer], by=sheet.analyst, article_id=sheet.article.id)


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
