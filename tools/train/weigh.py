"""Fit what weighs the sentences and how sure a claim is, and write it into the model's ``meta.json``.

    python -m tools.train.weigh MODEL_FOLDER CORPUS_FOLDER CLAIMS_FOLDER DATA_FOLDER

Nothing that the encoder was trained on is used: the held-out articles of the corpus, the Italian
dev sentences and the dev debates. The scores written beside it are of weights fitted on the other
articles (the other half, for debates), so that no sentence judges itself.
"""

from __future__ import annotations

import argparse
import itertools
import json
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
import numpy as np

from annotator.core.learning.features import Features
from annotator.core.learning.learned_model import FeatureWeights
from annotator.suggest.claims.scores import best_threshold, features
from annotator.suggest.language.clauses import sentences_of
from annotator.suggest.learning.logistic_regression import fit
from annotator.suggest.model import encoder
from annotator.suggest.model.heads import JUDGES, BinaryHead
from annotator.suggest.pipelines.trained import EncoderSuggester

from .corpus import Article, Place, read_all
from .data import load
from .judge import Tally, judge, pairs, shared
from .marks import sentences

_ALWAYS = BinaryHead(FeatureWeights(1.0, {}), 0.0)  # while there are no others
_ASKED = ("claim", "worthy", "clause")
_CORPUS_COUNTS = 0.4  # of a sentence of our own corpus beside one labelled for this purpose alone
_OF_DEBATES = 0.15  # of a sentence of a debate, of which there are many
_EDGES = (0.0, 0.5, 0.7, 0.8, 0.9, 1.0)


class Case(NamedTuple):
    """A sentence: its features, answers, the article it is of and how much it counts."""

    known: Features
    claim: bool
    worthy: bool
    article: str
    share: float


class Clause(NamedTuple):
    """What is known of a clause, whether gold has it, and the number of its article."""

    known: Features
    is_right: bool
    article: int


def _cases(
    nlp: Any,
    code: str,
    text: str,
    places: Sequence[Place],
    told: Callable[[int], tuple[bool, bool]],
    article: str,
    share: float,
) -> Iterator[Case]:
    """The sentences of *text*, as they were labelled at *places*."""
    doc = nlp(text)
    found = sentences_of(doc, code)
    for number, (start, end) in enumerate(places):
        inside = [features(s, doc.user_data["heard"]) for s in found if start <= s.start < end]
        if inside:
            most = {name: max(each[name] for each in inside) for name in inside[0]}
            yield Case(most, *told(number), article, share)


def italian_dev(nlp: Any, path: Path) -> Iterator[Case]:
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    for article in dict.fromkeys(row["article"] for row in rows):
        own = [row for row in rows if row["article"] == article]
        text, places = "", []
        for row in own:
            places.append((len(text), len(text) + len(row["text"])))
            text += row["text"] + "\n"

        def told(number: int, own: list[dict[str, Any]] = own) -> tuple[bool, bool]:
            return bool(own[number]["claim"]), bool(own[number]["check_worthy"])

        yield from _cases(nlp, "it", text, places, told, str(article), 1.0)


def of_corpus(nlp: Any, articles: Sequence[Article]) -> Iterator[Case]:
    for article in articles:
        places = list(sentences(article.text))
        here = [
            [c for c in article.claims.values() if start <= c.places[0][0] < end]
            for start, end in places
        ]

        def told(number: int, here: list[list[Any]] = here) -> tuple[bool, bool]:
            return bool(here[number]), any(c.worth >= 2 for c in here[number])

        yield from _cases(
            nlp, article.language, article.text, places, told, article.id, _CORPUS_COUNTS
        )


def debates(nlp: Any, data: Path) -> Iterator[Case]:
    important = JUDGES["debate"].index("CFS")
    for number, text in enumerate(load("debates_dev", data)):
        verdict = text.judged[0][2]["debate"]
        yield from _cases(
            nlp,
            "en",
            text.text,
            [(0, len(text.text))],
            lambda _, verdict=verdict: (verdict > 0, verdict == important),  # type: ignore[misc]
            f"debate {number % 2}",
            _OF_DEBATES,
        )


def weigh(cases: Sequence[Case], name: str, judging: Callable[[Case], bool]) -> BinaryHead:
    """Weights for *name* from all *cases*, with the threshold best on those that are *judging*."""
    answers = [getattr(case, name) for case in cases]
    made = fit([case.known for case in cases], answers, [case.share for case in cases])
    chosen = [case for case in cases if judging(case)]
    chances = np.array([made.chance(case.known) for case in chosen])
    right = np.array([float(getattr(case, name)) for case in chosen])
    return BinaryHead(made, best_threshold(chances, right))


def crossed(cases: Sequence[Case], name: str, judging: Callable[[Case], bool]) -> float:
    """F1 on the sentences that are *judging*, each weighed without its own article."""
    said: list[tuple[bool, bool]] = []
    for article in dict.fromkeys(case.article for case in cases if judging(case)):
        answer = weigh([c for c in cases if c.article != article], name, judging)
        said += [
            (answer.weights.chance(c.known) >= answer.threshold, getattr(c, name))
            for c in cases
            if c.article == article
        ]
    both = sum(ours and theirs for ours, theirs in said)
    return round(2 * both / max(1, sum(a for a, _ in said) + sum(b for _, b in said)), 3)


def clause_cases(
    articles: Sequence[Article],
) -> list[Clause]:
    """Every clause shown in the texts of *articles*."""
    made = []
    for number, article in enumerate(articles):
        found = EncoderSuggester().build(article.language)(article.text).user_data["claims"]
        gold = [claim.places for claim in article.claims.values()]
        right = {j for _, j in pairs(gold, [c.places for c in found], shared, 0.5)}
        made += [
            Clause(claim.known, j in right, number)
            for j, claim in enumerate(found)
            if claim.known is not None
        ]
    return made


def reliability(cases: Sequence[Clause]) -> list[dict[str, Any]]:
    """By band of confidence how many clauses were right; each half judged by the other's curve."""
    said: list[tuple[float, bool]] = []
    for half in (0, 1):
        other = [case for case in cases if case.article % 2 != half]
        curve = fit([c.known for c in other], [c.is_right for c in other])
        said += [(curve.chance(c.known), c.is_right) for c in cases if c.article % 2 == half]
    bands = []
    for low, high in itertools.pairwise(_EDGES):
        inside = [each for each in said if low <= each[0] < high]
        if inside:
            sure, right = (sum(each[i] for each in inside) / len(inside) for i in (0, 1))
            band = {"from": low, "to": high, "count": len(inside)}
            bands.append(band | {"said": round(sure, 3), "right": round(right, 3)})
    return bands


def judged(articles: Sequence[Article]) -> dict[str, dict[str, Any]]:
    tally = Tally()
    for article in articles:
        found = EncoderSuggester().build(article.language)(article.text).user_data
        judge(article, found, tally)
    return tally.as_dict()


class Model:
    """``meta.json`` of a folder, changed step by step."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "meta.json"
        self.meta: dict[str, Any] = json.loads(self.path.read_text(encoding="utf-8"))

    def answers(self, code: str, **named: BinaryHead) -> None:
        own = self.meta.setdefault("answers", {}).setdefault(code, {})
        own.update((name, msgspec.to_builtins(answer)) for name, answer in named.items())

    def save(self) -> None:
        text = json.dumps(self.meta, ensure_ascii=False, indent=2)
        self.path.write_text(text + "\n", encoding="utf-8")
        encoder.load.cache_clear()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model", type=Path)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("claims", type=Path)
    parser.add_argument("data", type=Path)
    args = parser.parse_args()
    model = Model(args.model)
    for code in ("it", "en"):
        model.answers(code, **dict.fromkeys(_ASKED, _ALWAYS))
    model.save()
    nlp = {code: EncoderSuggester().build(code) for code in ("it", "en")}
    held_out = [article for article in read_all(args.corpus) if article.is_held_out]
    ours = {code: [a for a in held_out if a.language == code] for code in nlp}
    dev = args.claims / "it_claims" / "it_claims_dev.jsonl"
    cases = {
        "it": [*italian_dev(nlp["it"], dev), *of_corpus(nlp["it"], ours["it"])],
        "en": [*debates(nlp["en"], args.data), *of_corpus(nlp["en"], ours["en"])],
    }
    scores: dict[str, Any] = {}
    for code, own in cases.items():
        for name, share in (
            ("claim", 1.0 if code == "it" else _CORPUS_COUNTS),
            ("worthy", 1.0 if code == "it" else _OF_DEBATES),
        ):
            judging = _counts(share)
            model.answers(code, **{name: weigh(own, name, judging)})
            scores[f"{code} {name}"] = crossed(own, name, judging)
    model.save()
    clauses = clause_cases(held_out)
    curve = fit([c.known for c in clauses], [c.is_right for c in clauses])
    for code in nlp:
        model.answers(code, clause=BinaryHead(curve))
    model.meta["claim_reliability"] = reliability(clauses)
    model.meta["claim_scores"] = {"sentences": scores}
    model.save()
    for code, articles in ours.items():
        model.meta["claim_scores"][f"corpus {code}"] = judged(articles)
    model.save()
    print(json.dumps({k: model.meta[k] for k in ("claim_scores", "claim_reliability")}, indent=1))


def _counts(share: float) -> Callable[[Case], bool]:
    return lambda case: case.share == share


if __name__ == "__main__":
    main()
