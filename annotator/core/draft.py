"""Edits of one analyst's layer in the making, and what follows from them."""

from __future__ import annotations

from typing import Any, get_args

from .changes import Change, Edit, change
from .ids import new_id, now
from .model import (
    AnyRecord,
    Attribution,
    Claim,
    Decision,
    Entity,
    Evidence,
    InLayer,
    Judgement,
    Layer,
    R,
    Verdict,
    with_,
)
from .sheet import Sheet

_IN_LAYER: tuple[type[InLayer], ...] = get_args(InLayer)
_MARKS = (Entity, Claim, Attribution)


class Draft:
    """Edits of one analyst's layer in the making; later edits see the earlier ones."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self._before: dict[str, AnyRecord | None] = {}
        self._changed: dict[str, AnyRecord | None] = {}  # over what the sheet has
        self._judged: dict[str, str] = {}  # target -> judgement, made here
        self._copies: dict[str, str] = {}  # target -> own copy, made here
        if sheet.mine is not None:
            self.layer = sheet.mine.layer
        else:
            self.layer = Layer(
                id=new_id(),
                article_id=sheet.article.id,
                author=sheet.analyst,
                created_at=now(),
            )
            self.put(self.layer)

    def find(self, id_: str) -> AnyRecord | None:
        """The own record with that id, as it is after what was done so far."""
        if id_ in self._changed:
            return self._changed[id_]
        if self.sheet.mine is not None and id_ == self.sheet.mine.layer.id:
            return self.sheet.mine.layer
        return self.sheet.mine_by_id.get(id_)

    def put(self, record: AnyRecord) -> None:
        self._before.setdefault(record.id, self.find(record.id))
        self._changed[record.id] = record
        if isinstance(record, Judgement) and record.decision != "comment":
            self._judged[record.target_id] = record.id
        elif isinstance(record, _MARKS) and record.derived_from:
            self._copies[record.derived_from] = record.id

    def drop(self, id_: str) -> None:
        self._before.setdefault(id_, self.find(id_))
        self._changed[id_] = None

    def own(self, id_: str, kind: type[R]) -> R | None:
        record = self.find(id_)
        return record if isinstance(record, kind) else None

    def all(self, kind: type[R]) -> list[R]:
        old = [r for id_, r in self.sheet.mine_by_id.items() if id_ not in self._changed]
        return [r for r in (*old, *self._changed.values()) if isinstance(r, kind)]

    def change(self, verb: str) -> Change:
        edits = [
            Edit(before, self._changed[id_])
            for id_, before in self._before.items()
            if before is not None or self._changed[id_] is not None
        ]
        # A layer that is made and then left empty is nobody's wish.
        if all(isinstance(edit.record, Layer) and edit.before is None for edit in edits):
            edits = []
        return change(verb, edits, by=self.sheet.analyst, article_id=self.sheet.article.id)

    def judge(self, target_id: str, decision: Decision, *, reason: str = "") -> None:
        """Record the decision about another author's annotation, or alter the one there is."""
        known = self.sheet.judgements.get(target_id)
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
        id_ = self._copies.get(target_id) or self.sheet.copies.get(target_id, "")
        found = self.find(id_)
        return found if isinstance(found, _MARKS) else None

    def take(self, id_: str, **amended: Any) -> str | None:
        """Own annotation *id_* with fields altered, or a suggestion judged into the own layer.

        Returns the id in the own layer; None where there is no such annotation.
        """
        target = self.own(id_, Entity) or self.own(id_, Claim) or self.own(id_, Attribution)
        if target is not None:
            self._alter(target, amended)
            return id_
        found = self.sheet.get(id_)
        if isinstance(found, Attribution):
            return self._take_attribution(found, amended)
        if not isinstance(found, Entity | Claim):
            return None
        if (done := self.copy_of(id_)) is not None:
            return self.take(done.id, **amended)
        altered = {k: v for k, v in amended.items() if getattr(found, k) != v}
        fields = {**altered, **self._copied(found, edited=bool(altered))}
        copy = with_(found, **fields)
        self.put(copy)
        self.judge(id_, "amend" if altered else "accept")
        if isinstance(found, Claim):
            self._keep_compound(found, copy.id)
            for attribution in self.sheet.attributions_of(id_):
                self._take_attribution(attribution, {})
        return copy.id

    def _keep_compound(self, found: Claim, own_id: str) -> None:
        """Parts stay parts: a copy names the copy of its whole, whichever was taken first."""
        own = self.own(own_id, Claim)
        if own is not None and own.part_of is not None and own.part_of == found.part_of:
            whole = self.copy_of(found.part_of or "")
            self.put(with_(own, part_of=whole.id if whole else None))
        for part in self.all(Claim):
            original = self.sheet.get(part.derived_from) if part.derived_from else None
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

    def _take_attribution(self, found: Attribution, amended: dict[str, Any]) -> str:
        """Copy the machine's attribution for the claims that were taken over so far."""
        done = self.copy_of(found.id)
        claims = tuple(copy.id for id_ in found.claims if (copy := self.copy_of(id_)) is not None)
        if isinstance(done, Attribution):
            fields = {"claims": _union(done.claims, claims), **amended}
            self.put(with_(done, **fields))
            return done.id
        outer = self.sheet.get(found.nested_in) if found.nested_in else None
        nested = self._take_attribution(outer, {}) if isinstance(outer, Attribution) else None
        fields = {**self._copied(found, edited=bool(amended)), "claims": claims}
        copy = with_(found, **{**fields, "nested_in": nested, **amended})
        self.put(copy)
        return copy.id

    def remove(self, id_: str) -> None:
        """Remove an own annotation with what hangs on it; reject a suggestion."""
        record = self.find(id_)
        if record is None:
            if self.sheet.markable(id_) is not None:
                self.judge(id_, "reject")
            return
        if not isinstance(record, _IN_LAYER):
            return
        self.drop(id_)
        if isinstance(record, Claim):
            self._forget_claim(id_)
        if isinstance(record, Attribution):
            for inner in self.all(Attribution):
                if inner.nested_in == id_:
                    self.put(with_(inner, nested_in=record.nested_in))
        if isinstance(record, Entity | Claim) and record.derived_from:
            self.judge(record.derived_from, "reject")

    def _forget_claim(self, claim_id: str) -> None:
        for attribution in self.all(Attribution):
            if claim_id in attribution.claims:
                rest = tuple(c for c in attribution.claims if c != claim_id)
                if rest or self._is_outer(attribution.id):
                    self.put(with_(attribution, claims=rest))
                else:
                    self.remove(attribution.id)
        for evidence in self.all(Evidence):
            if evidence.claim_id == claim_id:
                self.drop(evidence.id)
        for verdict in self.all(Verdict):
            if verdict.claim_id == claim_id:
                self.drop(verdict.id)
        for part in self.all(Claim):
            if part.part_of == claim_id:
                self.put(with_(part, part_of=None))

    def _is_outer(self, attribution_id: str) -> bool:
        return any(a.nested_in == attribution_id for a in self.all(Attribution))


def _union(one: tuple[str, ...], two: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*one, *two)))
