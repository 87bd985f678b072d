"""Edits of one analyst's layer in the making, and what follows from them."""

from __future__ import annotations

from typing import Any, get_args

from ..changes import Change
from ..ids import new_id, now
from ..model import (
    AnyRecord,
    Attribution,
    Claim,
    Decision,
    Entity,
    InLayer,
    Judgement,
    Layer,
    with_,
)
from .analyst_view import AnalystView
from .layer_edits import MARKS, LayerEdits
from .standalone_claim import renewed_forms

_IN_LAYER: tuple[type[InLayer], ...] = get_args(InLayer)
#: What an attribution says, besides of which claims, in which words and who reports it.
_SAID = (
    *("source_spans", "cue_spans", "agent", "agent_type", "anonymity", "kb_id", "type"),
    *("quote_mode", "author_stance", "certainty", "source_implicit", "unsure", "note"),
)


class LayerDraft(LayerEdits):
    """Edits of the layer of the analyst whose *analyst_view* it is."""

    def __init__(self, analyst_view: AnalystView) -> None:
        self.analyst_view = analyst_view
        is_new = analyst_view.mine is None
        layer = (
            analyst_view.mine.layer if analyst_view.mine is not None else _new_layer(analyst_view)
        )
        self._attributions_by_origin: dict[str, dict[str, None]] | None = None
        super().__init__(layer, analyst_view.mine_by_id, is_new=is_new)

    def change(self, verb: str) -> Change:
        """What was done, with the stand-alone forms that nobody wrote proposed anew."""
        made = self.made(verb, by=self.analyst_view.analyst)
        forms = renewed_forms(self.analyst_view, made)
        for claim_id, form in forms.items():
            self.take(claim_id, normalized_text=form)
        return self.made(verb, by=self.analyst_view.analyst) if forms else made

    def judge(self, target_id: str, decision: Decision, *, reason: str = "") -> None:
        """Record the decision about another author's annotation, or alter the one there is."""
        known = self.analyst_view.judgements.get(target_id)
        id_ = self._judged.get(target_id) or (known.id if known else "")
        old = self.own(id_, Judgement)
        if old is not None:
            self.put(with_(old, decision=decision, reason=reason))
            return
        self.put(
            Judgement(
                id=new_id(),
                layer_id=self.layer.id,
                target_id=target_id,
                decision=decision,
                reason=reason,
            )
        )

    def copy_of(self, target_id: str) -> Entity | Claim | Attribution | None:
        """The own annotation that was made from another author's."""
        id_ = self._copies.get(target_id) or self.analyst_view.copies.get(target_id, "")
        found = self.find(id_)
        return found if isinstance(found, MARKS) else None

    def take(self, id_: str, **amended: Any) -> str | None:
        """Own annotation *id_* with fields altered, or a suggestion judged into the own layer.

        Returns the id in the own layer; None where there is no such annotation.
        """
        target = self.own(id_, Entity) or self.own(id_, Claim) or self.own(id_, Attribution)
        if target is not None:
            self._alter(target, amended)
            return id_
        found = self.analyst_view.get(id_)
        if isinstance(found, Attribution):
            made = [own.id for own in self._copies_of(found)]
            return self.take(made[-1] if made else self._take_attribution(found, None), **amended)
        if not isinstance(found, Entity | Claim):
            return None
        if (entity := self.copy_of(id_)) is not None:
            return self.take(entity.id, **amended)
        altered = {k: v for k, v in amended.items() if getattr(found, k) != v}
        fields = {**altered, **self._copied(found, edited=bool(altered))}
        copy = with_(found, **fields)
        self.put(copy)
        self.judge(id_, "amend" if altered else "accept")
        if isinstance(found, Claim):
            self._keep_compound(found, copy.id)
            for attribution in self.analyst_view.attributions_of(id_):
                self._take_attribution(attribution, (id_, copy.id))
        return copy.id

    def _keep_compound(self, found: Claim, own_id: str) -> None:
        """Parts stay parts: a copy names the copy of its whole, whichever was taken first."""
        own = self.own(own_id, Claim)
        if own is not None and own.part_of is not None and own.part_of == found.part_of:
            whole = self.copy_of(found.part_of or "")
            self.put(with_(own, part_of=whole.id if whole else None))
        for part in self.all(Claim):
            original = self.analyst_view.get(part.derived_from) if part.derived_from else None
            if isinstance(original, Claim) and original.part_of == found.id:
                self.put(with_(part, part_of=own_id))

    def _copied(self, found: Entity | Claim | Attribution, *, edited: bool) -> dict[str, Any]:
        return {
            "id": new_id(),
            "layer_id": self.layer.id,
            "derived_from": found.id,
            "origin": "machine_edited" if edited else found.origin,
        }

    def _alter(self, target: Entity | Claim | Attribution, fields: dict[str, Any]) -> None:
        altered = with_(target, **fields)
        if altered == target:
            return
        if target.origin == "machine":
            altered = with_(altered, origin="machine_edited")
        self.put(altered)
        if target.derived_from and not isinstance(target, Attribution):
            self.judge(target.derived_from, "amend")
        if isinstance(altered, Claim) and isinstance(target, Claim):
            self._content_follows(target, altered)

    def _content_follows(self, old: Claim, new: Claim) -> None:
        """What is attributed moves with the claim, where the two were the same words."""
        for attribution in self.all(Attribution):
            if old.id in attribution.claims and attribution.content_spans == old.spans:
                self.put(with_(attribution, content_spans=new.spans))

    def take_claims_of(self, attribution_id: str) -> None:
        """Accept the suggested claims that a suggested attribution speaks of."""
        found = self.analyst_view.get(attribution_id)
        for claim_id in found.claims if isinstance(found, Attribution) else ():
            if self.analyst_view.is_suggestion(claim_id):
                self.take(claim_id)

    def only_of(self, attribution: Attribution, claim_id: str) -> Attribution:
        """An own attribution as one of that claim alone; what other claims share stays theirs."""
        rest = tuple(id_ for id_ in attribution.claims if id_ != claim_id)
        if not rest:
            return attribution
        own = with_(attribution, id=new_id(), claims=(claim_id,))
        self.put(with_(attribution, claims=rest))
        self.put(own)
        for inner in self.all(Attribution):
            if inner.nested_in == attribution.id and inner.claims == (claim_id,):
                self.put(with_(inner, nested_in=own.id))
        return own

    def _take_attribution(self, found: Attribution, of: tuple[str, str] | None) -> str:
        """Copy the machine's attribution for one claim, *of* (its id there, its id here).

        Claims of which it was taken over before share the copy, as long as that says what the
        machine's does: what was altered for one claim is not what is shown of another.
        """
        claims = (of[1],) if of is not None and of[0] in found.claims else ()
        outer = self.analyst_view.get(found.nested_in) if found.nested_in else None
        nested = self._take_attribution(outer, of) if isinstance(outer, Attribution) else None
        alike = [own for own in self._copies_of(found) if self._says_the_same(own, found)]
        if alike:
            own = next((each for each in alike if each.nested_in == nested), alike[0])
            self.put(with_(own, claims=_union(own.claims, claims)))
            return own.id
        fields = {**self._copied(found, edited=False), "claims": claims, "nested_in": nested}
        copy = with_(found, **fields)
        self.put(copy)
        return copy.id

    def _copies_of(self, found: Attribution) -> list[Attribution]:
        if self._attributions_by_origin is None:
            self._attributions_by_origin = {}
            for each in self.analyst_view.attributions:
                if each.derived_from:
                    ids = self._attributions_by_origin.setdefault(each.derived_from, {})
                    ids[each.id] = None
        ids = self._attributions_by_origin.get(found.id, {})
        return [own for id_ in ids if (own := self.own(id_, Attribution)) is not None]

    def put(self, record: AnyRecord) -> None:
        super().put(record)
        if isinstance(record, Attribution) and record.derived_from:
            self._copies_of(record)  # all that were there before are known
            assert self._attributions_by_origin is not None
            self._attributions_by_origin.setdefault(record.derived_from, {})[record.id] = None

    def _says_the_same(self, own: Attribution, found: Attribution) -> bool:
        """Whether an own copy still says what the machine's attribution does, up the chain."""
        if any(getattr(own, name) != getattr(found, name) for name in _SAID):
            return False
        outer = self.own(own.nested_in or "", Attribution)
        reported = self.analyst_view.get(found.nested_in or "")
        if not isinstance(reported, Attribution):
            return outer is None
        return outer is not None and self._says_the_same(outer, reported)

    def remove(self, id_: str) -> None:
        """Remove an own annotation with what hangs on it; reject a suggestion."""
        record = self.find(id_)
        if record is None:
            if self.analyst_view.markable(id_) is not None:
                self.judge(id_, "reject")
            return
        if not isinstance(record, _IN_LAYER):
            return
        self.drop(id_)
        if isinstance(record, Claim):
            self.forget_claim(id_)
        if isinstance(record, Attribution):
            self.forget_attribution(record)
        if isinstance(record, Entity | Claim) and record.derived_from:
            self.judge(record.derived_from, "reject")


def _new_layer(analyst_view: AnalystView) -> Layer:
    return Layer(
        id=new_id(),
        article_id=analyst_view.article.id,
        author=analyst_view.analyst,
        created_at=now(),
    )


def _union(one: tuple[str, ...], two: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*one, *two)))
