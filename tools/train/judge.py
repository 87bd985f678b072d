"""How well a suggester finds the claims and attributions of the corpus, or of files like it.

    python -m tools.train.judge resources/corpus [--all] [--language it]

Scores the held-out articles (with ``--all`` every one), for every suggester there is.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from annotator.suggest import installed

from .corpus import Article, Attribution, Place, read_all
from .marks import sentences

_ALIKE = 0.5  # of two spans of claims, shared over joined
_COVERED = 0.8  # F1 over characters from which content counts as right


def characters(places: Iterable[Place]) -> set[int]:
    return {at for start, end in places for at in range(start, end)}


def shared(one: Iterable[Place], other: Iterable[Place]) -> float:
    """Characters in both over characters in either."""
    a, b = characters(one), characters(other)
    return len(a & b) / max(1, len(a | b))


def pairs(
    gold: Sequence[Any], found: Sequence[Any], alike: Callable[[Any, Any], float], least: float
) -> list[tuple[int, int]]:
    """Pairs of indexes, most alike first, each taken once."""
    scored = sorted(
        ((alike(a, b), i, j) for i, a in enumerate(gold) for j, b in enumerate(found)), reverse=True
    )
    made: list[tuple[int, int]] = []
    for score, i, j in scored:
        if score >= least and all(i != a and j != b for a, b in made):
            made.append((i, j))
    return made


class Tally(Counter[tuple[str, str]]):
    """Counts of right, extra and missed by what is measured."""

    def add(self, name: str, right: int, found: int, gold: int) -> None:
        self[name, "right"] += right
        self[name, "extra"] += found - right
        self[name, "missed"] += gold - right

    def as_dict(self) -> dict[str, dict[str, Any]]:
        """Precision, recall, F1 and the number in gold, by what is measured."""
        made = {}
        for name in dict.fromkeys(name for name, _ in self):
            right, extra, missed = (self[name, k] for k in ("right", "extra", "missed"))
            p, r = right / max(1, right + extra), right / max(1, right + missed)
            f1 = 2 * p * r / (p + r) if p + r else 0.0
            scores = {"precision": p, "recall": r, "f1": f1}
            made[name] = {k: round(v, 3) for k, v in scores.items()} | {"gold": right + missed}
        return made

    def lines(self) -> Iterator[str]:
        for name, s in self.as_dict().items():
            yield (
                f"{name:22} P {s['precision']:.3f}  R {s['recall']:.3f}  F1 {s['f1']:.3f}"
                f"  ({s['gold']})"
            )


def judge(article: Article, found: dict[str, Any], tally: Tally) -> None:
    """Add how *found*, the ``user_data`` of a doc, agrees with *article*."""
    _judge_claims(article, found["claims"], tally)
    _judge_attributions(article, found["attributions"], tally)


def _judge_claims(article: Article, found: Sequence[Any], tally: Tally) -> None:
    gold = list(article.claims.values())
    matched = pairs(gold, found, lambda a, b: shared(a.places, b.places), _ALIKE)
    tally.add("claim clauses", len(matched), len(found), len(gold))
    for name in ("kind", "certainty", "time"):
        right = sum(getattr(gold[i], name) == getattr(found[j].traits, name) for i, j in matched)
        tally.add(f"  {name}", right, len(matched), len(matched))
    near = sum((gold[i].worth >= 2) == (found[j].traits.worth >= 2) for i, j in matched)
    tally.add("  worth 2 or more", near, len(matched), len(matched))
    for start, end in sentences(article.text):
        ours = [c for c in found if start <= c.places[0][0] < end]
        theirs = [c for c in gold if start <= c.places[0][0] < end]
        for name, a, b in (
            ("sentence has a claim", bool(ours), bool(theirs)),
            (
                "sentence check-worthy",
                any(c.traits.worth >= 2 for c in ours),
                any(c.worth >= 2 for c in theirs),
            ),
        ):
            tally.add(name, a and b, a, b)


def _judge_attributions(article: Article, found: Sequence[Any], tally: Tally) -> None:
    gold = list(article.attributions.values())
    cues, ours = [p for a in gold for p in a.cue], [p for s in found for p in s.cue]
    tally.add(
        "cues, overlap",
        sum(any(_touch(a, b) for b in ours) for a in cues),
        sum(any(_touch(a, b) for b in ours) for a in cues),
        len(cues),
    )
    tally["cues, overlap", "extra"] += sum(not any(_touch(a, b) for b in cues) for a in ours)
    matched = pairs(gold, found, _alike, 0.1)
    tally.add("attributions", len(matched), len(found), len(gold))
    sources = sum(_same_source(gold[i], found[j]) for i, j in matched)
    tally.add("source right", sources, len(gold), len(gold))
    contents = sum(_same_content(gold[i].content, found[j].content) for i, j in matched)
    tally.add("content right", contents, len(gold), len(gold))


def _touch(one: Place, other: Place) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _alike(gold: Attribution, found: Any) -> float:
    """By their cues; where one has none, by source and content."""
    if gold.cue and found.cue:
        return 1.0 + shared(gold.cue, found.cue) if shared(gold.cue, found.cue) else 0.0
    return shared([*gold.source, *gold.content], [*found.source, *found.content])


def _same_source(gold: Attribution, found: Any) -> bool:
    if not gold.source or not found.source:
        return not gold.source and not found.source
    return shared(gold.source, found.source) >= _ALIKE


def _same_content(gold: Sequence[Place], found: Sequence[Place]) -> bool:
    a, b = characters(gold), characters(found)
    return 2 * len(a & b) >= _COVERED * (len(a) + len(b)) > 0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--all", action="store_true")
    parser.add_argument("--language")
    args = parser.parse_args()
    articles = [
        a
        for a in read_all(args.corpus)
        if (a.is_held_out or args.all) and args.language in (None, a.language)
    ]
    for author, suggester in installed().items():
        tally = Tally()
        for article in articles:
            judge(article, suggester.build(article.language)(article.text).user_data, tally)
        print(author, len(articles), "articles", *tally.lines(), sep="\n")


if __name__ == "__main__":
    main()
