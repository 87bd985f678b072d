"""Deciding between layers, each as a function that builds a `Change` of the gold layer.

The layers under review stay as they are. What is taken becomes a copy in the gold layer with
``derived_from``, and a `Ruling` beside it says who decided, when, about what, and why. The change
carries the reviewer's name, and can be undone like any other.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, cast

from ..changes import Change, Edit, change, seen
from ..editing.layer_edits import LayerEdits
from ..errors import UserError
from ..ids import new_id, now
from ..model import (
    Attribution,
    Claim,
    Entity,
    Evidence,
    InLayer,
    Layer,
    Outcome,
    Ruling,
    Status,
    Verdict,
    with_,
)
from .differences import Difference, Mark, says
from .review import GOLD, Review, hanging_on


def take(
    review: Review,
    difference: Difference,
    member: Mark,
    *,
    by: str,
    reason: str = "",
    comment: str = "",
) -> Change:
    """This one: *member* goes into gold as it is."""
    making = _Adjudication(review, by)
    making.take(difference, member, reason=reason, comment=comment)
    return making.change("take")


def amend(
    review: Review,
    difference: Difference,
    member: Mark,
    *,
    by: str,
    reason: str = "",
    comment: str = "",
    **fields: Any,
) -> Change:
    """Mine instead: *member* with some *fields* altered goes into gold.

    What was decided before is altered where it is, so that fields can be altered one by one.
    """
    making = _Adjudication(review, by)
    making.take(difference, member, fields, reason=reason, comment=comment)
    return making.change("amend_gold")


def neither(
    review: Review, difference: Difference, *, by: str, reason: str = "", comment: str = ""
) -> Change:
    """None of them: a full decision, which leaves nothing in gold."""
    making = _Adjudication(review, by)
    making.neither(difference, reason=reason, comment=comment)
    return making.change("neither")


def later(review: Review, difference: Difference, *, by: str, comment: str = "") -> Change:
    """Put off, with a word about why; it stays open."""
    making = _Adjudication(review, by)
    making.rule(difference, "later", comment=comment)
    return making.change("later")


def add(review: Review, mark: Mark, *, by: str, comment: str = "") -> Change:
    """Something that nobody had marked; its layer and id are given here."""
    making = _Adjudication(review, by)
    making.add(mark, comment=comment)
    return making.change("add_gold")


def drop(review: Review, mark: Mark, *, by: str, reason: str = "", comment: str = "") -> Change:
    """Take something out of gold that nobody says any more, or that only the reviewer said."""
    making = _Adjudication(review, by)
    making.settle(mark, keep=False, reason=reason, comment=comment)
    return making.change("drop_gold")


def keep(review: Review, mark: Mark, *, by: str, comment: str = "") -> Change:
    """Leave something in gold although all who said it have withdrawn it since."""
    making = _Adjudication(review, by)
    making.settle(mark, keep=True, comment=comment)
    return making.change("keep_gold")


def accept_all(review: Review, differences: Iterable[Difference], *, by: str) -> Change:
    """Take the first member of each of *differences*, as one logged act.

    Meant for `Review.unanimous`, or for what is left of a single layer under review.
    """
    making = _Adjudication(review, by)
    for difference in differences:
        making.take(difference, difference.present[0])
    return making.change("accept_unanimous")


def set_status(
    review: Review, layer: Layer, status: Status, *, by: str, comment: str = ""
) -> Change:
    """Approve a colleague's layer, or ask for changes, with a word about it as a whole."""
    making = _Adjudication(review, by)
    making.remark(layer, comment)
    verb = "approve" if status == "approved" else "request_changes"
    made = making.change(verb)
    edits = [Edit(layer, with_(layer, status=status)), *made.edits]
    return change(verb, edits, by=by, article_id=review.article.id)


class _Adjudication(LayerEdits):
    """Edits of the gold layer of an article."""

    def __init__(self, review: Review, by: str) -> None:
        self._review = review
        self._by = by
        self._at = now()
        self._ruled: dict[str, Ruling] = {}  # by the smallest id of the difference, made here
        gold = review.gold
        layer = gold.layer if gold else _gold_layer(review.article.id)
        records: dict[str, InLayer] = {r.id: r for r in gold.records()} if gold else {}
        super().__init__(layer, records, is_new=gold is None)

    def change(self, verb: str) -> Change:
        return self.made(verb, by=self._by)

    def take(
        self,
        difference: Difference,
        member: Mark,
        fields: dict[str, Any] | None = None,
        *,
        reason: str = "",
        comment: str = "",
    ) -> str:
        """Put a copy of *member* into gold; its id there."""
        mark = self._result(difference)
        keep = fields and mark is not None and mark.derived_from == member.id
        base = mark if keep and mark is not None else self._copy(member)
        id_ = mark.id if mark is not None else new_id()
        made = with_(base, id=id_, **(fields or {}))
        self.put(made)
        altered = any(getattr(member, name) != value for name, value in (fields or {}).items())
        is_amended = altered or bool(fields and says(made) != says(member))
        self.rule(
            difference,
            "amend" if is_amended else "take",
            taken=member.id,
            result=id_,
            reason=reason,
            comment=comment,
        )
        self._relink(difference, id_)
        return id_

    def neither(self, difference: Difference, *, reason: str = "", comment: str = "") -> None:
        mark = self._result(difference)
        if mark is not None:
            self._remove(mark)
        self.rule(difference, "neither", reason=reason, comment=comment)
        if difference.type == "claim":
            for each in hanging_on(self._review, difference):
                self.rule(each, "neither", reason="claim_rejected")

    def rule(
        self,
        difference: Difference,
        outcome: Outcome,
        *,
        taken: str | None = None,
        result: str | None = None,
        reason: str = "",
        comment: str = "",
    ) -> None:
        """Write down the decision; what was decided before about any member gives way to it."""
        rulings = self._rulings(difference)
        known = rulings[0] if rulings else None
        if known is not None and outcome == "later":
            taken, result = known.taken, known.result
        for other in rulings[1:]:
            self._withdraw(other, keeping=result)
        ruling = Ruling(
            id=known.id if known else new_id(),
            layer_id=self.layer.id,
            members=tuple(mark.id for mark in difference.present),
            seen=tuple(seen(mark) for mark in difference.present),
            outcome=outcome,
            taken=taken,
            result=result,
            reason=reason,
            comment=comment,
            by=self._by,
            at=self._at,
            agreed=self._agreed(difference, outcome, taken),
        )
        self.put(ruling)
        self._ruled[min(difference.ids)] = ruling

    def _agreed(
        self, difference: Difference, outcome: Outcome, taken: str | None
    ) -> tuple[str, ...]:
        """Whose layers say what is decided: the same as the one that is taken, or nothing at all."""
        said = zip(self._review.authors, difference.members, strict=True)
        if outcome == "neither":
            return tuple(author for author, mark in said if mark is None)
        chosen = next((mark for mark in difference.present if mark.id == taken), None)
        if outcome != "take" or chosen is None:
            return ()
        return tuple(
            author
            for author, mark in said
            if mark is not None and (difference.is_agreed or says(mark) == says(chosen))
        )

    def add(self, mark: Mark, *, comment: str = "") -> None:
        made = with_(mark, id=new_id(), layer_id=self.layer.id)
        self.put(made)
        self.put(self._own_word(new_id(), made.id, comment))

    def settle(self, mark: Mark, *, keep: bool, reason: str = "", comment: str = "") -> None:
        """Decide about something in gold that no annotation under review stands behind."""
        ruling = next((r for r in self.all(Ruling) if r.result == mark.id), None)
        if not keep:
            self._remove(mark)
        if keep:
            self.put(self._own_word(ruling.id if ruling else new_id(), mark.id, comment))
        elif ruling is not None and ruling.members:
            said = {"reason": reason, "comment": comment, "by": self._by, "at": self._at}
            gone: dict[str, Any] = {"taken": None, "result": None, "agreed": ()}
            self.put(with_(ruling, outcome="neither", **gone, **said))
        elif ruling is not None:
            self.drop(ruling.id)

    def _own_word(self, id_: str, result: str, comment: str) -> Ruling:
        """The ruling on what only the reviewer says."""
        return Ruling(
            id=id_,
            layer_id=self.layer.id,
            members=(),
            seen=(),
            outcome="amend",
            result=result,
            comment=comment,
            by=self._by,
            at=self._at,
        )

    def remark(self, layer: Layer, comment: str) -> None:
        """A word about a whole layer."""
        known = next((r for r in self.all(Ruling) if r.members == (layer.id,)), None)
        if not comment and known is None:
            return
        self.put(
            Ruling(
                id=known.id if known else new_id(),
                layer_id=self.layer.id,
                members=(layer.id,),
                seen=(seen(layer),),
                outcome="later",
                comment=comment,
                by=self._by,
                at=self._at,
            )
        )

    # ---- what is there

    def _rulings(self, difference: Difference) -> list[Ruling]:
        made = self._ruled.get(min(difference.ids))
        if made is not None:
            return [made]
        found = [self.own(r.id, Ruling) for r in self._review.rulings(difference)]
        return [ruling for ruling in found if ruling is not None]

    def _result(self, difference: Difference) -> Mark | None:
        for ruling in self._rulings(difference):
            found = self.find(ruling.result or "")
            if found is not None:
                return cast(Mark, found)
        return None

    def _golden(self, original: str | None) -> str | None:
        """Where in gold an annotation under review has gone."""
        difference = self._review.difference_of(original) if original else None
        found = self._result(difference) if difference else None
        return found.id if found else None

    def _withdraw(self, ruling: Ruling, *, keeping: str | None) -> None:
        self.drop(ruling.id)
        gone = self.find(ruling.result or "")
        if gone is not None and gone.id != keeping:
            self._remove(cast(Mark, gone))

    def _remove(self, mark: Mark) -> None:
        self.drop(mark.id)
        if isinstance(mark, Claim):
            self.forget_claim(mark.id)
        elif isinstance(mark, Attribution):
            self.forget_attribution(mark)

    # ---- copies and what they hang on

    def _copy(self, member: Mark) -> Mark:
        fields: dict[str, Any] = {
            "layer_id": self.layer.id,
            "derived_from": member.id,
            "confidence": None,
            "why": "",
            "unsure": False,
        }
        match member:
            case Claim():
                fields["part_of"] = self._golden(member.part_of)
            case Attribution():
                fields["claims"] = self._claims(member.claims)
                fields["nested_in"] = self._golden(member.nested_in)
            case Evidence():
                fields["claim_id"] = self._claim(member.claim_id)
            case Verdict():
                fields["claim_id"] = self._claim(member.claim_id)
                fields["supersedes"] = None
            case Entity():
                pass
        return with_(member, **fields)

    def _claims(self, originals: Sequence[str]) -> tuple[str, ...]:
        """Those of an attribution in gold; the others are linked when they are decided on."""
        decided = [id_ for id_ in originals if self._golden(id_) or self._is_agreed(id_)]
        return tuple(dict.fromkeys(map(self._claim, decided or originals)))

    def _claim(self, original: str) -> str:
        """The claim in gold, where it is decided on; one that all say alike comes along.

        Raises:
            UserError: it is not decided on, or was not taken.
        """
        known = self._golden(original)
        if known is not None:
            return known
        difference = self._review.difference_of(original)
        member = self._review.originals.get(original)
        if difference is None or member is None:
            raise ValueError(f"{original} is a claim of no layer under review")
        if not self._is_agreed(original):
            raise UserError(
                "Decide on the claim first: this hangs on it",
                hint="Taking it would take the claim, too, as one of the two has it",
            )
        return self.take(difference, member)

    def _is_agreed(self, original: str) -> bool:
        """Whether all say the same of it, and nothing else was decided."""
        difference = self._review.difference_of(original)
        return difference is not None and difference.is_agreed and not self._rulings(difference)

    def _relink(self, difference: Difference, id_: str) -> None:
        """Let what was taken before, and hangs on this, hang on it in gold, too."""
        if difference.type not in ("claim", "attribution"):
            return
        for mark in [*self.all(Claim), *self.all(Attribution)]:
            original = self._review.originals.get(mark.derived_from or "")
            match mark, original:
                case Claim(part_of=None), Claim(part_of=whole) if whole in difference.ids:
                    self.put(with_(mark, part_of=id_))
                case Attribution(), Attribution():
                    if id_ not in mark.claims and difference.ids.intersection(original.claims):
                        mark = with_(mark, claims=(*mark.claims, id_))
                        self.put(mark)
                    if mark.nested_in is None and original.nested_in in difference.ids:
                        self.put(with_(mark, nested_in=id_))


def _gold_layer(article_id: str) -> Layer:
    return Layer(id=new_id(), article_id=article_id, author=GOLD, role="gold", created_at=now())
