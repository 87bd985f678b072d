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
    """Alter any fields of an entity or claim, own or suggested; of an attribution for all its claims."""
    draft = LayerDraft(analyst_view)
    if analyst_view.is_suggestion(id_) and isinstance(analyst_view.get(id_), Attribution):
        draft.take_claims_of(id_)  # to say who says it is to accept that it is said
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
            if analyst_view.is_suggestion(id_):
                draft.take_claims_of(id_)
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
        draft.take(claim_id, spans=merged((*claim.spans, span)))
    return draft.change("add_span")


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
    return merged(new if span == old else span for span in spans)


def merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Sorted, overlapping ones made one."""
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start < merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(merged)
