"""Fit how sure a suggestion of the whole pipeline is, and write the curves that the program reads.

    python -m tools.train.confidence DATA_FOLDER [--card docs/model-card.md]

Names: the Italian news of KIND (``wn_dev`` as `data` prepares it), that no model was trained on; a
country that KIND calls an organisation is a place, as our scheme has it. Claims: the held-out
articles of the corpus. For each kind of name (see `annotator.suggest.claims.confidence`) with
enough cases an isotonic curve, where it makes what is said truer; what is printed, and written into
the card, is of curves fitted on the other half of the articles. What has no curve, labels without
gold among it, keeps the figure that it has.
"""

from __future__ import annotations

import argparse
import itertools
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from annotator.core.model import DOUBTFUL
from annotator.core.paths import RESOURCES
from annotator.suggest.claims.confidence import kind_of, on
from annotator.suggest.language.mention import Mention
from annotator.suggest.pipelines.trained import EncoderSuggester

from .card import table
from .corpus import Article, read_all
from .data import Text, load
from .judge import pairs, shared

CLAIM = "CLAIM"
_FEWEST = 10  # cases of a kind, to draw a curve of it
_POINT = 20  # cases at least behind each point of a curve
_EDGES = (0.0, 0.4, 0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95, 1.0)

Curves = dict[str, list[list[float]]]


class Case(NamedTuple):
    """A suggestion of the pipeline: its kind, what was said, whether gold has it, its article."""

    kind: str
    said: float
    is_right: bool
    article: int


def names(texts: Sequence[Text]) -> Iterator[Case]:
    nlp = EncoderSuggester().build(texts[0].language)
    for number, text in enumerate(texts):
        gold = {tuple(entity) for entity in text.entities}
        for mention in nlp(text.text).user_data["entities"]:
            if kind := kind_of(mention):
                yield Case(kind, mention.confidence, _is_right(mention, gold), number)


def _is_right(mention: Mention, gold: set[tuple[int | str, ...]]) -> bool:
    labels = {mention.label}
    if mention.label == "LOC" and mention.subtype == "country":
        labels.add("ORG")  # KIND's, for a country that acts
    return any((mention.start, mention.end, label) in gold for label in labels)


def claims(articles: Sequence[Article]) -> Iterator[Case]:
    built = {code: EncoderSuggester().build(code) for code in ("it", "en")}
    for number, article in enumerate(articles):
        found = built[article.language](article.text).user_data["claims"]
        gold = [claim.places for claim in article.claims.values()]
        right = {j for _, j in pairs(gold, [c.places for c in found], shared, 0.5)}
        for j, claim in enumerate(found):
            if claim.known is not None:
                yield Case(CLAIM, claim.confidence, j in right, number)


def fit(cases: Sequence[Case]) -> Curves:
    """An isotonic curve for each kind that has enough cases."""
    kinds: dict[str, list[Case]] = defaultdict(list)
    for case in cases:
        kinds[case.kind].append(case)
    return {kind: isotonic(own) for kind, own in sorted(kinds.items()) if len(own) >= _FEWEST}


def isotonic(cases: Sequence[Case]) -> list[list[float]]:
    """Pool adjacent violators over steps of at least `_POINT` cases, a case added to either side.

    So no curve says 0 or 1, and a step of few cases says little.
    """
    ordered = sorted(cases, key=lambda case: case.said)
    steps: list[list[float]] = []  # right, count, sum of what was said
    for said, same in itertools.groupby(ordered, key=lambda case: case.said):
        right = [case.is_right for case in same]
        step = [float(sum(right)), float(len(right)), said * len(right)]
        if steps and steps[-1][1] < _POINT:
            steps[-1] = [a + b for a, b in zip(steps[-1], step, strict=True)]
        else:
            steps.append(step)
    if len(steps) > 1 and steps[-1][1] < _POINT:
        last = steps.pop()
        steps[-1] = [a + b for a, b in zip(steps[-1], last, strict=True)]
    pooled: list[list[float]] = []
    for step in steps:
        pooled.append(step)
        while len(pooled) > 1 and _rate(pooled[-2]) >= _rate(pooled[-1]):
            after = pooled.pop()
            pooled[-1] = [a + b for a, b in zip(pooled[-1], after, strict=True)]
    return [[round(said / count, 3), round(_rate([r, count]), 3)] for r, count, said in pooled]


def _rate(step: Sequence[float]) -> float:
    return (step[0] + 1) / (step[1] + 2)


def crossed(cases: Sequence[Case]) -> list[tuple[Case, float]]:
    """Each case with what the curves of the other half of the articles say of it.

    A kind of which that is no truer than what was said before keeps what was said.
    """
    told = _crossed(cases)
    kinds: dict[str, list[tuple[Case, float]]] = defaultdict(list)
    for case, now in told:
        kinds[case.kind].append((case, now))
    better = {
        kind
        for kind, own in kinds.items()
        if error([(now, case.is_right) for case, now in own])
        < error([(case.said, case.is_right) for case, _ in own])
    }
    return [(case, now if case.kind in better else case.said) for case, now in told]


def _crossed(cases: Sequence[Case]) -> list[tuple[Case, float]]:
    made: list[tuple[Case, float]] = []
    for half in (0, 1):
        curves = fit([case for case in cases if case.article % 2 != half])
        for case in cases:
            if case.article % 2 == half:
                curve = curves.get(case.kind)
                made.append((case, on(curve, case.said) if curve else case.said))
    return made


def error(told: Sequence[tuple[float, bool]]) -> float:
    """Expected calibration error: how far what is said is from how often it is right, by band."""
    total = 0.0
    for low, high in itertools.pairwise(_EDGES):
        inside = [(said, right) for said, right in told if low <= said < high or said == high == 1]
        total += abs(sum(said for said, _ in inside) - sum(right for _, right in inside))
    return total / max(1, len(told))


def by_kind(told: Sequence[tuple[Case, float]]) -> str:
    """For each kind: how far off it was before and is now, and what the doubtful ones are worth."""
    rows = []
    for kind in dict.fromkeys(case.kind for case, _ in told):
        own = [(case, now) for case, now in told if case.kind == kind]
        doubtful = [case.is_right for case, now in own if now < DOUBTFUL]
        wrong = sum(not case.is_right for case, _ in own)
        caught = doubtful.count(False)
        rows.append(
            (
                kind,
                f"{len(own):,}",
                f"{1 - wrong / len(own):.3f}",
                f"{error([(case.said, case.is_right) for case, _ in own]):.3f}",
                f"{error([(now, case.is_right) for case, now in own]):.3f}",
                f"{len(doubtful) / len(own):.1%}",
                f"{caught / max(1, len(doubtful)):.0%}",
                f"{caught / max(1, wrong):.0%}",
            )
        )
    head = ("kind", "suggestions", "right", "off before", "off now", "marked", "of these wrong")
    return table((*head, "of all that is wrong"), rows)


def bands(told: Sequence[tuple[Case, float]]) -> str:
    """By band of confidence, before and now: how many, what was said on average, what was right."""
    rows = []
    for low, high in itertools.pairwise(_EDGES):
        row: list[str] = [f"{low:.2f} to {high:.2f}"]
        for now in (False, True):
            inside = [
                (after if now else case.said, case.is_right)
                for case, after in told
                if low <= (after if now else case.said) < high + (high == 1)
            ]
            count = len(inside)
            said, right = (sum(each[i] for each in inside) / max(1, count) for i in (0, 1))
            row += [f"{count:,}", f"{said:.3f}", f"{right:.3f}"] if count else ["0", "–", "–"]
        rows.append(row)
    head = ("confidence", "before", "said", "right", "now", "said", "right")
    return table(head, rows)


def written(curves: Curves) -> str:
    """The file that the program reads."""
    lines = [
        "# How often a suggestion is right, by what was said of it: [said, right] …, ascending.",
        "# Fitted by tools/train/confidence.py on text that no model was trained on; do not edit.",
        "",
        "[curves]",
    ]
    for kind, curve in curves.items():
        points = ", ".join(f"[{said}, {right}]" for said, right in curve)
        lines.append(f'"{kind}" = [{points}]')
    return "\n".join(lines) + "\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--corpus", type=Path, default=RESOURCES / "corpus")
    parser.add_argument("--card", type=Path, help="write the tables into this file")
    args = parser.parse_args()
    held_out = [article for article in read_all(args.corpus) if article.is_held_out]
    of_names = list(names(load("wn_dev", args.data)))
    of_claims = list(claims(held_out))
    told = [*crossed(of_names), *crossed(of_claims)]
    better = {case.kind for case, now in told if now != case.said}
    curves = {k: v for k, v in fit([*of_names, *of_claims]).items() if k in better}
    (RESOURCES / "suggest" / "confidence.toml").write_text(written(curves), encoding="utf-8")
    made = {
        "confidence by kind": by_kind(sorted(told, key=lambda pair: pair[0].kind)),
        "confidence bands": bands([pair for pair in told if pair[0].kind != CLAIM]),
    }
    for name, lines in made.items():
        print(name, lines, sep="\n", end="\n\n")
        if args.card:
            card = args.card.read_text(encoding="utf-8")
            between = re.compile(f"(<!-- {name} -->\n).*?(<!-- end -->)", re.DOTALL)
            card = between.sub(lambda m, lines=lines: f"{m[1]}{lines}\n{m[2]}", card)
            args.card.write_text(card, encoding="utf-8")


if __name__ == "__main__":
    main()
