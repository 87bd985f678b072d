"""How well entities were found: exact spans, and tokens as NERMuD counts them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from annotator.suggest.model.heads import KINDS

from .data import Text

Spans = set[tuple[int, int, str]]


@dataclass
class Tally:
    """Counts by label: right, too many, missed."""

    right: Counter[str] = field(default_factory=Counter)
    extra: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)

    def f1(self, labels: Iterable[str] = KINDS) -> float:
        labels = tuple(labels)
        right, extra, missed = (
            sum(counts[label] for label in labels)
            for counts in (self.right, self.extra, self.missed)
        )
        return round(2 * right / max(1, 2 * right + extra + missed), 4)

    @property
    def micro(self) -> float:
        return self.f1()

    @property
    def macro(self) -> float:
        return round(sum(self.f1([label]) for label in KINDS) / len(KINDS), 4)

    def as_dict(self) -> dict[str, object]:
        right, extra, missed = (sum(c.values()) for c in (self.right, self.extra, self.missed))
        return {
            "f1": self.micro,
            "precision": round(right / max(1, right + extra), 4),
            "recall": round(right / max(1, right + missed), 4),
            "macro_f1": self.macro,
            "labels": {label: self.f1([label]) for label in KINDS},
        }


def exact(texts: Sequence[Text], predicted: Sequence[Spans]) -> Tally:
    """Same start, end and label, in characters of the raw text."""
    score = Tally()
    for text, found in zip(texts, predicted, strict=True):
        gold = {tuple(entity) for entity in text.entities}
        score.right.update(label for *_, label in gold & found)
        score.extra.update(label for *_, label in found - gold)
        score.missed.update(label for *_, label in gold - found)
    return score


def tokens(texts: Sequence[Text], predicted: Sequence[Spans]) -> Tally:
    """One decision a word, B- and I- alike: the way NERMuD is scored."""
    score = Tally()
    for text, found in zip(texts, predicted, strict=True):
        told = _by_word(text, found)
        wanted = _by_word(text, {tuple(entity) for entity in text.entities})
        for said, right in zip(told, wanted, strict=True):
            if said and said == right:
                score.right[said] += 1
            else:
                score.extra.update([said] if said else ())
                score.missed.update([right] if right else ())
    return score


def _by_word(text: Text, spans: Spans) -> list[str]:
    labels = [""] * len(text.words)
    ordered, at = sorted(spans), 0
    for number, (start, end) in enumerate(text.words):
        while at < len(ordered) and ordered[at][1] <= start:
            at += 1
        if at < len(ordered) and ordered[at][0] < end:
            labels[number] = ordered[at][2]
    return labels
