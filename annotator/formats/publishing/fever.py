"""FEVER's JSON lines (Thorne et al. 2018): a claim, a label and sets of evidence. Written only."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, BinaryIO, TypeAlias

import msgspec

from annotator.core.annotated_article import AnnotatedArticle
from annotator.core.model import Verdict

from ..spec import Format, Report
from .checked import CheckedClaim, judged, lose_of_claim

_LABELS = {"supported": "SUPPORTS", "refuted": "REFUTES"}
_NOT_ENOUGH = "NOT ENOUGH INFO"
_NUMBER = re.compile(r"\d+")
_Piece: TypeAlias = list[int | str | None]  # annotation, evidence, page, sentence


def write(annotated_articles: Iterable[AnnotatedArticle], out: BinaryIO, report: Report) -> None:
    """A line for each claim with a verdict; ``id`` counts them from 1."""
    for number, (each, verdict) in enumerate(judged(annotated_articles, report), 1):
        out.write(msgspec.json.encode(line(each, verdict, number, report)) + b"\n")
        report.lines += 1
        report.carried += 2


def line(each: CheckedClaim, verdict: Verdict, number: int, report: Report) -> dict[str, Any]:
    label = _LABELS.get(verdict.label, _NOT_ENOUGH)
    if verdict.label == "conflicting":
        why = "FEVER has no conflicting evidence: it is written as NOT ENOUGH INFO."
        lose_of_claim(report, each, "a verdict of conflicting evidence", why)
    return {
        "id": number,
        "verifiable": "NOT VERIFIABLE" if label == _NOT_ENOUGH else "VERIFIABLE",
        "label": label,
        "claim": each.text,
        "evidence": _sets(each, verdict, number, report),
    }


def _sets(each: CheckedClaim, verdict: Verdict, number: int, report: Report) -> list[list[_Piece]]:
    """Sets of evidence that decide it: each group that counts together is one."""
    wanted = {"supported": "supports", "refuted": "refutes"}.get(verdict.label)
    if wanted is None:
        _tell(report, each, len(each.evidence))
        return [[[number, None, None, None]]]
    groups: dict[int, list[_Piece]] = {}
    for at, evidence in enumerate(each.evidence, 1):
        if evidence.stance == wanted:
            found = _NUMBER.search(evidence.locator)
            sentence = int(found[0]) if found else 0
            groups.setdefault(evidence.group, []).append([number, at, evidence.source_id, sentence])
    report.carried += (kept := sum(map(len, groups.values())))
    _tell(report, each, len(each.evidence) - kept)
    for _ in range(kept):
        why = "FEVER holds the outside source and the number of the sentence."
        lose_of_claim(report, each, "the quote of a piece of evidence", why)
    return list(groups.values())


def _tell(report: Report, each: CheckedClaim, count: int) -> None:
    for _ in range(count):
        why = "FEVER holds only evidence that decides for the verdict."
        lose_of_claim(report, each, "a piece of evidence", why)
    for _ in each.said:
        lose_of_claim(report, each, "an attribution", "FEVER does not say who makes a claim.")


FORMAT = Format(
    name="fever",
    title="FEVER claims and evidence (JSON lines)",
    use="Claims with a verdict and the evidence that decides it.",
    group="fact-checking",
    suffixes=(".jsonl",),
    writer=write,
)
