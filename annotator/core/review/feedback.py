"""What a reviewer decided, as the analyst sees it who made the annotations: to answer, to adopt."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import Any

from msgspec import Struct

from ..annotated_article import AnnotatedArticle, LayerContents
from ..changes import Change
from ..editing.analyst_view import AnalystView
from ..editing.layer_draft import LayerDraft
from ..ids import new_id
from ..model import Attribution, Claim, Entity, Evidence, Judgement, Ruling, Verdict, with_
from .differences import Difference, Mark, compare, type_of
from .review import gold_of


class FeedbackReply(Struct, frozen=True):
    """A word of *author* about a decision."""

    author: str
    comment: str


class Feedback(Struct, frozen=True):
    """One decision about the analyst's work: theirs (*mine*) against what went into *gold*.

    *mine* is None for what was missed; *gold* for what was not taken.
    """

    mine: Mark | None
    gold: Mark | None
    difference: Difference
    ruling: Ruling | None
    answers: tuple[FeedbackReply, ...] = ()

    @property
    def wants_change(self) -> bool:
        """Whether adopting it would alter the analyst's layer."""
        return not self.difference.is_agreed


class Feedbacks:
    """All decisions about the work of *analyst* on an article; none before there is gold."""

    def __init__(self, annotated_article: AnnotatedArticle, analyst: str) -> None:
        self.gold = gold_of(annotated_article)
        self._sources = annotated_article.sources
        self.mine = next((c for c in annotated_article.layers if c.layer.author == analyst), None)
        self._answers: dict[str, list[FeedbackReply]] = {}
        for contents in annotated_article.layers:
            for judgement in contents.judgements:
                if judgement.decision == "comment" and judgement.comment:
                    word = FeedbackReply(contents.layer.author, judgement.comment)
                    self._answers.setdefault(judgement.target_id, []).append(word)

    @property
    def remark(self) -> Ruling | None:
        """What was said about the layer as a whole when its status was set."""
        made = self.gold.rulings if self.gold and self.mine else ()
        about = (self.mine.layer.id,) if self.mine else ()
        return next((ruling for ruling in made if ruling.members == about), None)

    @cached_property
    def all(self) -> tuple[Feedback, ...]:
        """In text order: where gold differs, and where something was said about agreed work."""
        if self.gold is None or self.mine is None:
            return ()
        by_result = {r.result: r for r in self.gold.rulings if r.result}
        by_member = {id_: r for r in self.gold.rulings for id_ in r.members}
        found: list[Feedback] = []
        for each in compare([self.mine, self.gold], sources=self._sources):
            mine, gold = each.members
            ruling = by_member.get(mine.id) if mine else None
            ruling = ruling or (by_result.get(gold.id) if gold else None)
            if ruling is None or ruling.outcome == "later":
                continue  # not decided yet
            answers = tuple(self._answers.get(ruling.id, ()))
            feedback = Feedback(mine, gold, each, ruling, answers)
            if feedback.wants_change or ruling.comment or answers:
                found.append(feedback)
        return tuple(found)


def answer(analyst_view: AnalystView, ruling: Ruling, comment: str) -> Change:
    """Say something back about a decision, in the own layer."""
    draft = LayerDraft(analyst_view)
    known = analyst_view.mine.judgements if analyst_view.mine else ()
    said = next((j for j in known if j.target_id == ruling.id and j.decision == "comment"), None)
    if said is not None:
        draft.put(with_(said, comment=comment))
    else:
        draft.put(
            Judgement(
                id=new_id(),
                layer_id=draft.layer.id,
                target_id=ruling.id,
                decision="comment",
                comment=comment,
            )
        )
    return draft.change("answer")


def adopt(analyst_view: AnalystView, gold: LayerContents, wanted: Sequence[Feedback]) -> Change:
    """Make the own layer say what gold says: an edit of one's own, with a history of its own."""
    draft = LayerDraft(analyst_view)
    if analyst_view.mine is not None:
        adopting = _Adopting(draft, analyst_view.mine, gold)
        for each in wanted:
            adopting.adopt(each.mine, each.gold)
    return draft.change("adopt")


class _Adopting:
    def __init__(self, draft: LayerDraft, mine: LayerContents, gold: LayerContents) -> None:
        self._draft = draft
        self._golden: dict[str, Mark] = {}
        self._mine_of: dict[str, str] = {}  # by the id in gold
        for each in compare([mine, gold]):
            own, theirs = each.members
            if theirs is not None:
                self._golden[theirs.id] = theirs
                if own is not None:
                    self._mine_of[theirs.id] = own.id

    def adopt(self, mine: Mark | None, gold: Mark | None) -> None:
        if gold is None:
            if mine is not None:
                self._draft.remove(mine.id)
            return
        fields = {name: getattr(gold, name) for name in _SAID[type_of(gold)]}
        fields |= self._links(gold)
        if mine is None:
            head = {"id": new_id(), "layer_id": self._draft.layer.id, "derived_from": gold.id}
            self._draft.put(with_(gold, **{**fields, **head}))
            self._mine_of[gold.id] = head["id"]
        elif isinstance(mine, Entity | Claim | Attribution):
            self._draft.take(mine.id, **fields)
        else:
            self._draft.put(with_(mine, **fields))

    def _links(self, gold: Mark) -> dict[str, Any]:
        match gold:
            case Claim(part_of=whole):
                return {"part_of": self._mine_of.get(whole or "")}
            case Attribution(claims=claims, nested_in=outer):
                own = tuple(dict.fromkeys(self._own(id_) for id_ in claims))
                return {"claims": own, "nested_in": self._mine_of.get(outer or "")}
            case Evidence(claim_id=claim_id):
                return {"claim_id": self._own(claim_id)}
            case Verdict(claim_id=claim_id):
                return {"claim_id": self._own(claim_id), "supersedes": None}
        return {}

    def _own(self, golden: str) -> str:
        """The own claim that is the one in gold; adopted with what hangs on it."""
        if golden not in self._mine_of:
            self.adopt(None, self._golden[golden])
        return self._mine_of[golden]


_SHARED = ("id", "layer_id", "origin", "confidence", "why", "derived_from", "unsure", "note")
_LINKS = ("part_of", "claims", "nested_in", "claim_id", "supersedes", "decided_at")
_SAID = {
    name: tuple(f for f in kind.__struct_fields__ if f not in (*_SHARED, *_LINKS))
    for kind, name in (
        (Entity, "entity"),
        (Claim, "claim"),
        (Attribution, "attribution"),
        (Evidence, "evidence"),
        (Verdict, "verdict"),
    )
}
