"""What an analyst can do with the shape of claims and with chains of sources."""

from __future__ import annotations

from collections.abc import Sequence

from ..changes import Change
from ..clauses import neat
from ..errors import UserError
from ..ids import new_id
from ..model import Attribution, Claim, Evidence, Span, Verdict, with_
from .analyst_view import AnalystView
from .layer_draft import LayerDraft
from .speakers import fields_for
from .standalone_claim import proposed_for


def split(
    analyst_view: AnalystView, claim_id: str, at: int, *, keep_whole: bool = False
) -> tuple[Change, str]:
    """Two claims of one, cut at the place *at* of the text; the change and the id of the second.

    With *keep_whole* the claim stays, and the two are its parts. Both are said by whoever said the
    one; evidence and verdict stay with the first (or the whole), for what they bear on is not known.

    Raises:
        UserError: nothing of the claim is before *at*, or nothing after it.
    """
    draft = LayerDraft(analyst_view)
    claim = _own(draft, claim_id)
    text = analyst_view.article.text
    left = _neat(text, [s for s in _cut(claim.spans, at) if s.end <= at])
    right = _neat(text, [s for s in _cut(claim.spans, at) if s.start >= at])
    if not left or not right:
        raise UserError(
            "There is nothing to split there",
            hint="Put the caret (or begin a selection) where the second claim begins.",
        )
    said_by = [a for a in draft.all(Attribution) if claim.id in a.claims]
    new = [_piece(analyst_view, claim, right, said_by, keep_whole=keep_whole)]
    if keep_whole:
        new.insert(0, _piece(analyst_view, claim, left, said_by, keep_whole=True))
    else:
        first = with_(claim, spans=left)
        form = proposed_for(analyst_view, first, next(iter(said_by), None))
        draft.take(claim.id, spans=left, normalized_text=form)
        _move_parts(draft, claim.id, new[0])
    for piece in new:
        draft.put(piece)
    for each in said_by:  # the content is what it was: both of them
        claims = (*each.claims, *(piece.id for piece in new))
        draft.put(with_(each, claims=claims, content_spans=each.content_spans))
    return draft.change("split_claim"), new[-1].id


def _piece(
    analyst_view: AnalystView,
    claim: Claim,
    spans: tuple[Span, ...],
    said_by: Sequence[Attribution],
    *,
    keep_whole: bool,
) -> Claim:
    bare = with_(
        claim,
        id=new_id(),
        spans=spans,
        origin="manual",
        confidence=None,
        why="",
        derived_from=None,
        part_of=claim.id if keep_whole else claim.part_of,
    )
    return with_(bare, normalized_text=proposed_for(analyst_view, bare, next(iter(said_by), None)))


def _move_parts(draft: LayerDraft, from_id: str, to: Claim) -> None:
    """Parts of a claim that lie in its second half are parts of that now."""
    for part in draft.all(Claim):
        if part.part_of == from_id and part.spans[0].start >= to.spans[0].start:
            draft.put(with_(part, part_of=to.id))


def _cut(spans: Sequence[Span], at: int) -> list[Span]:
    made: list[Span] = []
    for span in spans:
        inside = span.start < at < span.end
        made += [Span(span.start, at), Span(at, span.end)] if inside else [span]
    return made


def _neat(text: str, spans: Sequence[Span]) -> tuple[Span, ...]:
    return tuple(kept for span in spans if (kept := neat(text, span)) is not None)


def join(analyst_view: AnalystView, first_id: str, second_id: str) -> Change:
    """One claim of two: the first gets the words, sources, evidence, verdicts and parts of both.

    Words that only marks and conjunctions part become one stretch; else it is an interrupted claim.
    """
    draft = LayerDraft(analyst_view)
    first, second = _own(draft, first_id), _own(draft, second_id)
    spans = _merged(analyst_view.article.text, sorted((*first.spans, *second.spans)))
    said_by = [a for a in draft.all(Attribution) if {first.id, second.id} & set(a.claims)]
    joined = with_(first, spans=spans)
    draft.take(
        first.id,
        spans=spans,
        normalized_text=proposed_for(analyst_view, joined, next(iter(said_by), None)),
        check_worthiness=max(first.check_worthiness, second.check_worthiness),
        part_of=None if first.part_of == second.id else first.part_of,
    )
    for each in said_by:
        claims = tuple(dict.fromkeys(first.id if c == second.id else c for c in each.claims))
        whole = each.content_spans in (first.spans, second.spans)
        draft.put(with_(each, claims=claims, content_spans=spans if whole else each.content_spans))
    for evidence in draft.all(Evidence):
        if evidence.claim_id == second.id:
            draft.put(with_(evidence, claim_id=first.id))
    for verdict in draft.all(Verdict):
        if verdict.claim_id == second.id:
            draft.put(with_(verdict, claim_id=first.id))
    for part in draft.all(Claim):
        if part.part_of == second.id:
            draft.put(with_(part, part_of=first.id if part.id != first.id else None))
    draft.remove(second.id)
    return draft.change("join_claims")


def _merged(text: str, spans: Sequence[Span]) -> tuple[Span, ...]:
    made: list[Span] = []
    for span in spans:
        if made and (span.start <= made[-1].end or _is_thin(text[made[-1].end : span.start])):
            made[-1] = Span(made[-1].start, max(made[-1].end, span.end))
        else:
            made.append(span)
    return tuple(made)


def _is_thin(between: str) -> bool:
    """Whether only marks, or a short conjunction, stand there; not a line end or a quotation's."""
    return "\n" not in between and len(between) <= 6 and sum(map(str.isalpha, between)) <= 3


def nest(analyst_view: AnalystView, claim_id: str) -> Change:
    """Make a claim a part of the own claim around it, or a part of none where it is one already.

    Raises:
        UserError: no claim is around it.
    """
    draft = LayerDraft(analyst_view)
    claim = _own(draft, claim_id)
    if claim.part_of is not None:
        draft.take(claim.id, part_of=None)
        return draft.change("nest_claim")
    hull = Span(claim.spans[0].start, claim.spans[-1].end)
    around = [c for c in draft.all(Claim) if c.id != claim.id and _hull(c).covers(hull)]
    around = [c for c in around if _hull(c) != hull and c.part_of != claim.id]
    if not around:
        raise UserError(
            "No claim of yours is around this one",
            hint="A part lies inside the compound claim; choose any other in its fields.",
        )
    draft.take(claim.id, part_of=min(around, key=lambda c: len(_hull(c))).id)
    return draft.change("nest_claim")


def report(analyst_view: AnalystView, claim_id: str, source: Span) -> Change:
    """Say who reports that somebody says a claim: a source in whose words the other one stands.

    Words that are the source of an attribution already mean that one; the same words again take
    the chain away.

    Raises:
        UserError: nobody says the claim yet.
    """
    draft = LayerDraft(analyst_view)
    claim = _own(draft, claim_id)
    inner = next((a for a in draft.all(Attribution) if claim.id in a.claims), None)
    if inner is None:
        raise UserError(
            "Nobody says this claim yet, so nobody can report it",
            hint="Select who says it and press S first.",
        )
    known = _with_source(draft, analyst_view, source, besides=inner.id)
    if known is not None and inner.nested_in == known.id:
        draft.take(inner.id, nested_in=None)
        if not known.claims:
            draft.drop(known.id)
        return draft.change("report")
    outer = known or Attribution(
        id=new_id(),
        layer_id=draft.layer.id,
        source_spans=(source,),
        content_spans=inner.content_spans,
        **fields_for(analyst_view, source.of(analyst_view.article.text)),
    )
    if known is None:
        draft.put(outer)
    draft.take(inner.id, nested_in=outer.id)
    return draft.change("report")


def _with_source(
    draft: LayerDraft, analyst_view: AnalystView, source: Span, *, besides: str
) -> Attribution | None:
    """The attribution whose source these words are; a suggested one is taken over."""
    own = [a for a in draft.all(Attribution) if source in a.source_spans and a.id != besides]
    if own:
        return own[0]
    for suggested_attribution in analyst_view.suggested_attributions:
        if source in suggested_attribution.source_spans and (
            id_ := draft.take(suggested_attribution.id)
        ) not in (None, besides):
            return draft.own(id_ or "", Attribution)
    return None


def _own(draft: LayerDraft, claim_id: str) -> Claim:
    """The analyst's own claim, a suggestion taken over."""
    id_ = draft.take(claim_id)
    found = draft.own(id_, Claim) if id_ else None
    if found is None:
        raise UserError(
            "This needs a claim, and none is chosen",
            hint="Click a claim’s card or go to one with Space, then try again.",
        )
    return found


def _hull(claim: Claim) -> Span:
    return Span(claim.spans[0].start, claim.spans[-1].end)
