"""Edits of one layer in the making; later edits see the earlier ones."""

from __future__ import annotations

from collections.abc import Mapping

from ..changes import Change, Edit, change
from ..model import (
    AnyRecord,
    Attribution,
    Claim,
    Entity,
    Evidence,
    InLayer,
    Judgement,
    Layer,
    R,
    Verdict,
    with_,
)

MARKS = (Entity, Claim, Attribution)


class LayerEdits:
    """What becomes of *layer*, which is made with its first edit where it *is_new*."""

    def __init__(self, layer: Layer, records: Mapping[str, InLayer], *, is_new: bool) -> None:
        self.layer = layer
        self._records = records
        self._is_new = is_new
        self._before: dict[str, AnyRecord | None] = {}
        self._changed: dict[str, AnyRecord | None] = {}  # over what was there
        self._judged: dict[str, str] = {}  # target -> judgement, made here
        self._copies: dict[str, str] = {}  # original -> own copy, made here
        if is_new:
            self.put(layer)

    def find(self, id_: str) -> AnyRecord | None:
        """The record of the layer with that id, as it is after what was done so far."""
        if id_ in self._changed:
            return self._changed[id_]
        if id_ == self.layer.id:
            return None if self._is_new else self.layer
        return self._records.get(id_)

    def put(self, record: AnyRecord) -> None:
        self._before.setdefault(record.id, self.find(record.id))
        self._changed[record.id] = record
        if isinstance(record, Judgement) and record.decision != "comment":
            self._judged[record.target_id] = record.id
        elif isinstance(record, MARKS) and record.derived_from:
            self._copies[record.derived_from] = record.id

    def drop(self, id_: str) -> None:
        self._before.setdefault(id_, self.find(id_))
        self._changed[id_] = None

    def own(self, id_: str, kind: type[R]) -> R | None:
        record = self.find(id_)
        return record if isinstance(record, kind) else None

    def all(self, kind: type[R]) -> list[R]:
        old = [r for id_, r in self._records.items() if id_ not in self._changed]
        return [r for r in (*old, *self._changed.values()) if isinstance(r, kind)]

    def made(self, verb: str, *, by: str) -> Change:
        edits = [
            Edit(before, self._changed[id_])
            for id_, before in self._before.items()
            if before is not None or self._changed[id_] is not None
        ]
        # A layer that is made and then left empty is nobody's wish.
        if all(isinstance(edit.record, Layer) and edit.before is None for edit in edits):
            edits = []
        return change(verb, edits, by=by, article_id=self.layer.article_id)

    def forget_claim(self, claim_id: str) -> None:
        """Let go of all that hangs on a claim which is no more."""
        for attribution in self.all(Attribution):
            self.detach(attribution, claim_id)
        for evidence in self.all(Evidence):
            if evidence.claim_id == claim_id:
                self.drop(evidence.id)
        for verdict in self.all(Verdict):
            if verdict.claim_id == claim_id:
                self.drop(verdict.id)
        for part in self.all(Claim):
            if part.part_of == claim_id:
                self.put(with_(part, part_of=None))

    def detach(self, attribution: Attribution, claim_id: str) -> None:
        """An attribution speaks of a claim no more; it goes where it speaks of nothing else."""
        if claim_id not in attribution.claims:
            return
        rest = tuple(id_ for id_ in attribution.claims if id_ != claim_id)
        if rest or self._is_outer(attribution.id):
            self.put(with_(attribution, claims=rest))
            return
        self.drop(attribution.id)
        self.forget_attribution(attribution)
        self._forget_reporter(attribution.nested_in)

    def forget_attribution(self, gone: Attribution) -> None:
        """What was nested in an attribution that is no more is nested where that was."""
        for inner in self.all(Attribution):
            if inner.nested_in == gone.id:
                self.put(with_(inner, nested_in=gone.nested_in))

    def _forget_reporter(self, id_: str | None) -> None:
        """A source that only reported what is no more goes, too, and who reported that."""
        outer = self.own(id_ or "", Attribution)
        if outer is not None and not outer.claims and not self._is_outer(outer.id):
            self.drop(outer.id)
            self._forget_reporter(outer.nested_in)

    def _is_outer(self, attribution_id: str) -> bool:
        return any(a.nested_in == attribution_id for a in self.all(Attribution))
