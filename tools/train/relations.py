"""Fit and measure the second look at claims that are near: the same, otherwise, or the same topic.

    python -m tools.train.relations            # fits on train and dev, by topic, and writes the trees
    python -m tools.train.relations --test     # measures what is written on the part test

Read ``resources/meaning/pairs.tsv``. Beside the pairs themselves, two versions of one claim are a pair that
says the same, and a version and a contradiction of it one that says otherwise; those count less. The
thresholds are chosen on predictions for topics that the fit has not seen. Needs scikit-learn.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import combinations
from typing import Any, NamedTuple

import msgspec
import numpy as np
from sklearn.ensemble import GradientBoostingClassifier

from annotator.core.meaning.sentence_facts import facts
from annotator.core.paths import RESOURCES
from annotator.suggest.model import sentence_embeddings
from annotator.suggest.model.claim_relation import TREES, Trees, judge, learnt, signals_of
from annotator.suggest.model.sentence_embeddings import SentenceReading

PAIRS = RESOURCES / "meaning" / "pairs.tsv"
SAME_LEAST, OTHERWISE_LEAST = 0.55, 0.5  # chosen on folds of train and dev: precision of same first
_FOLDS = 6
_CLASSES = ("topic", "same", "otherwise")
_RATE = 0.06  # of learning
_MADE = {"same": 0.5, "otherwise": 0.25}  # how much a pair counts that was made of two others
_WORD_FOR_WORD = 1.5  # those are few among ours, and not in a newsroom


class Pair(NamedTuple):
    part: str
    topic: str
    relation: str
    kind: str
    first: str
    second: str
    share: float = 1.0

    @property
    def languages(self) -> str:
        found = sorted({facts(self.first).language, facts(self.second).language})
        return "–".join(found * (3 - len(found)))


def read() -> list[Pair]:
    lines = PAIRS.read_text(encoding="utf-8").splitlines()
    return [Pair(*line.split("\t")) for line in lines if line[:1] not in ("", "#")][1:]


def made(pairs: Sequence[Pair]) -> list[Pair]:
    """What follows from two pairs about one claim."""
    groups: dict[str, list[Pair]] = defaultdict(list)
    for pair in pairs:
        groups[pair.first].append(pair)
    found = []
    for group in groups.values():
        same = [pair for pair in group if pair.relation == "same"]
        other = [pair for pair in group if pair.relation == "otherwise"]
        found += [
            a._replace(first=a.second, second=b.second, kind="made", share=_MADE["same"])
            for a, b in combinations(same, 2)
        ]
        found += [
            b._replace(first=a.second, kind="made", share=_MADE["otherwise"])
            for a in same
            for b in other
        ]
    return found


def readings(pairs: Sequence[Pair]) -> dict[str, SentenceReading]:
    texts = sorted({text for pair in pairs for text in (pair.first, pair.second)})
    return dict(zip(texts, sentence_embeddings.load().readings(texts), strict=True))


def fitted(signals: Sequence[dict[str, float]], pairs: Sequence[Pair]) -> Trees:
    names = tuple(sorted({name for each in signals for name in each}))
    table = np.array([[each.get(name, 0.0) for name in names] for each in signals])
    classes = [_CLASSES.index(p.relation) if p.relation in _CLASSES else 0 for p in pairs]
    model = GradientBoostingClassifier(
        n_estimators=150,
        max_depth=4,
        subsample=0.5,
        learning_rate=_RATE,
        max_features=0.3,
        random_state=0,
    )
    model.fit(table, classes, sample_weight=[_share(pair) for pair in pairs])
    trees = tuple([_nested(tree.tree_, 0) for tree in column] for column in model.estimators_.T)
    raw = model.decision_function(table[:1])[0]
    blank = Trees(names, (0.0, 0.0, 0.0), trees, SAME_LEAST, OTHERWISE_LEAST)
    start = tuple(
        round(
            float(r - sum(t[0].predict(table[:1])[0] for t in zip(column, strict=True)) * _RATE), 4
        )
        for r, column in zip(raw, model.estimators_.T, strict=True)
    )
    return msgspec.structs.replace(blank, start=start)


def _nested(tree: Any, node: int) -> Any:
    """A tree of scikit-learn as `Trees` has it."""
    if tree.children_left[node] == -1:
        return round(float(tree.value[node][0][0]) * _RATE, 4)
    return [
        int(tree.feature[node]),
        round(float(tree.threshold[node]), 4),
        _nested(tree, tree.children_left[node]),
        _nested(tree, tree.children_right[node]),
    ]


def _share(pair: Pair) -> float:
    return _WORD_FOR_WORD if pair.kind == "nearly word for word" else pair.share


def report(pairs: Sequence[Pair], found: Sequence[str]) -> None:
    """Precision and recall of each class, then what became of each kind and pair of languages."""
    for name in ("same", "otherwise"):
        right = sum(f == p.relation == name for f, p in zip(found, pairs, strict=True))
        told, there = sum(f == name for f in found), sum(p.relation == name for p in pairs)
        print(
            f"{name}: precision {right}/{told} = {right / max(1, told):.3f}, recall {right}/{there} = {right / max(1, there):.3f}"
        )
    for title, key in (("kind", "kind"), ("languages", "languages")):
        print(f"by {title}:")
        tally: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
        for pair, one in zip(pairs, found, strict=True):
            tally[pair.relation, getattr(pair, key)][one] += 1
        for (relation, name), counts in sorted(tally.items()):
            said = ", ".join(f"{one} {count}" for one, count in counts.most_common())
            print(f"  {relation:9} {name:22} {sum(counts.values()):4}: {said}")


def _judged(signals: Sequence[dict[str, float]], by: Trees) -> list[str]:
    return [judge(each, (), by).relation or "nothing" for each in signals]


def _folds(pairs: Sequence[Pair]) -> np.ndarray:
    topics = sorted({pair.topic.split("/")[0] for pair in pairs})
    np.random.default_rng(0).shuffle(topics)
    fold = {topic: number % _FOLDS for number, topic in enumerate(topics)}
    return np.array([fold[pair.topic.split("/")[0]] for pair in pairs])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--test", action="store_true")
    args = parser.parse_args()
    pairs = [pair for pair in read() if (pair.part == "test") == args.test]
    every = pairs if args.test else pairs + made(pairs)
    reading = readings(every)
    signals = [signals_of(p.first, p.second, reading[p.first], reading[p.second])[0] for p in every]
    if args.test:
        report(pairs, _judged(signals, learnt()))
        return
    folds = _folds(every)
    found = [""] * len(every)
    for number in range(_FOLDS):
        inside, outside = np.flatnonzero(folds != number), np.flatnonzero(folds == number)
        by = fitted([signals[i] for i in inside], [every[i] for i in inside])
        for i, one in zip(outside, _judged([signals[i] for i in outside], by), strict=True):
            found[i] = one
    report(pairs, found[: len(pairs)])
    TREES.write_bytes(msgspec.json.encode(fitted(signals, every)) + b"\n")


if __name__ == "__main__":
    main()
