"""Where a person and the machine disagree about an article, once the person has decided."""

from __future__ import annotations

from typing import Literal, TypeAlias

from msgspec import Struct

from ..editing.analyst_view import AnalystView, Markable, signature
from ..model import Entity, Span, spans_of

How: TypeAlias = Literal["rejected", "label", "edges", "missed"]


class Disagreement(Struct, frozen=True, order=True):
    """One place: where it begins, what is different, and both sides (one of them may be missing)."""

    start: int
    id: str  # of the own annotation; of the machine's, where it was rejected
    how: How
    span: Span
    machine: str = ""  # its label, "" where it saw nothing or a claim
    mine: str = ""


def disagreements(view: AnalystView) -> list[Disagreement]:
    """In text order. What waits for a decision is none, nor what was accepted as it was.

    Own work counts as missed by the machine only where the machine has read the article.
    """
    theirs = view.machine_marks
    if not theirs:
        return []
    said = {signature(mark) for mark in theirs.values()}
    own: tuple[Markable, ...] = (*view.entities, *view.claims)
    found = [
        _between(mark, theirs.get(mark.derived_from or ""))
        for mark in own
        if signature(mark) not in said
    ]
    mine = {signature(mark) for mark in own}
    for target, judgement in view.judgements.items():
        mark = theirs.get(target)
        if judgement.decision == "reject" and mark is not None and signature(mark) not in mine:
            found.append(_made("rejected", mark, machine=_label(mark)))
    return sorted(found)


def _between(mine: Markable, theirs: Markable | None) -> Disagreement:
    if theirs is None:
        return _made("missed", mine, mine=_label(mine))
    how: How = "edges" if _label(mine) == _label(theirs) else "label"
    return _made(how, mine, machine=_label(theirs), mine=_label(mine))


def _made(how: How, mark: Markable, *, machine: str = "", mine: str = "") -> Disagreement:
    span = spans_of(mark)[0]
    return Disagreement(span.start, mark.id, how, span, machine, mine)


def _label(mark: Markable) -> str:
    return mark.label if isinstance(mark, Entity) else ""
