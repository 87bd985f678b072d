"""From marked articles to what each head is to say of each word.

    python -m tools.train.marks CORPUS_FOLDER CLAIMS_FOLDER DATA_FOLDER

writes ``corpus``, ``corpus_dev``, ``debates``, ``debates_dev`` and ``tone`` beside the entity data
of `data`, and gives ``wn_train`` silver marks made by the rule layer.
"""

from __future__ import annotations

import argparse
import csv
import itertools
import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from annotator.suggest.language.tokenizer import sentence_starts
from annotator.suggest.model.heads import JUDGES, TAGGERS

from . import corpus
from .corpus import Article, Place
from .data import NEWS, SKIP, Labeller, Text, load, save

_QUOTES = (("“", "”"), ("«", "»"), ('"', '"'))
_SILVER = ("claims", "sources", "cues", "contents")
_LEAST_WORDS = 5  # of a sentence whose tone says something of its facts


def painted(words: Sequence[Place], groups: Iterable[Sequence[Place]], tagger: str) -> list[int]:
    """Tags of *words*: each group of places is one span with its later parts; a later group
    covers what it overlaps."""
    begin, inside = TAGGERS[tagger].index("B"), TAGGERS[tagger].index("I")
    again = TAGGERS[tagger].index("R") if "R" in TAGGERS[tagger] else begin
    owner = [-1] * len(words)
    for number, places in enumerate(groups):
        for start, end in places:
            for at, (a, b) in enumerate(words):
                if start < b and a < end:
                    owner[at] = number
    tags, seen, last = [], set(), -1
    for number in owner:
        if number < 0:
            tags.append(0)
        elif number == last:
            tags.append(inside)
        else:
            tags.append(again if number in seen else begin)
            seen.add(number)
        last = number
    return tags


def by_size(places: Iterable[Place]) -> list[list[Place]]:
    """Each place as a group of its own, longest first, so that inner ones stay visible."""
    return [[place] for place in sorted(places, key=lambda p: p[0] - p[1])]


def marks(article: Article, words: Sequence[Place]) -> dict[str, list[int]]:
    """The tags of every tagger but the names for *words* of *article*."""
    claims = sorted(article.claims.values(), key=lambda c: c.places[0][0] - c.places[-1][1])
    said = article.attributions.values()
    outer = sorted((p for a in said for p in a.content), key=lambda p: p[1] - p[0])
    return {
        "claims": painted(words, [claim.places for claim in claims], "claims"),
        "sources": painted(words, by_size(p for a in said for p in a.source), "sources"),
        "cues": painted(words, by_size(p for a in said for p in a.cue), "cues"),
        "contents": painted(words, [[place] for place in outer], "contents"),
    }


def judged(article: Article, words: Sequence[Place]) -> list[tuple[int, int, dict[str, int]]]:
    """Sentences and claims of *article* as runs of *words* with the label of each judge."""
    made: list[tuple[int, int, dict[str, int]]] = []
    for start, end in sentences(article.text):
        here = [c for c in article.claims.values() if start <= c.places[0][0] < end]
        run = _run(words, start, end)
        if run is not None:
            worthy = any(claim.worth >= 2 for claim in here)
            made.append((*run, {"claim": int(bool(here)), "worthy": int(worthy)}))
    for claim in article.claims.values():
        run = _run(words, *claim.places[0])
        if run is not None:
            labels = {name: getattr(claim, name) for name in ("kind", "certainty", "time")}
            told = {name: JUDGES[name].index(label) for name, label in labels.items()}
            made.append((*run, told | {"worth": claim.worth}))
    return made


def sentences(text: str) -> Iterator[Place]:
    """Where the program would part *text* into sentences."""
    starts = [*sentence_starts(text), len(text)]
    for start, end in itertools.pairwise(starts):
        if text[start:end].strip():
            yield start, end


def _run(words: Sequence[Place], start: int, end: int) -> tuple[int, int] | None:
    inside = [at for at, (a, b) in enumerate(words) if start <= a and b <= end]
    return (inside[0], inside[-1] + 1) if inside else None


def requoted(text: str, rng: random.Random) -> str:
    """*text* with quotation marks and apostrophes of another press; no offset moves."""
    opening, closing = rng.choice(_QUOTES)
    text = text.translate({ord(a): opening for a in "“«"} | {ord(b): closing for b in "”»"})
    return text.replace("’", "'") if rng.random() < 0.5 else text


def from_article(article: Article, labeller: Labeller, rng: random.Random | None) -> Text:
    """*article* as the heads should read it; with *rng* in the typography of another press."""
    text = article.text if rng is None else requoted(article.text, rng)
    made = labeller.label(text, [], article.language, NEWS)
    return replace(
        made,
        tags=[SKIP] * len(made.words),
        marks=marks(article, made.words),
        judged=judged(article, made.words),
    )


def from_sentence(text: str, language: str, told: dict[str, int], labeller: Labeller) -> Text:
    """One sentence by itself with the labels that its data set gives it."""
    made = labeller.label(text, [], language, NEWS)
    return replace(made, tags=[SKIP] * len(made.words), judged=[(0, len(made.words), told)])


def debates(path: Path, labeller: Labeller) -> Iterator[Text]:
    """Sentences of US presidential debates (ClaimBuster)."""
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t"):
            told = {}
            if row.get("claimbuster_verdict") in JUDGES["debate"]:
                told["debate"] = JUDGES["debate"].index(row["claimbuster_verdict"])
            elif row["class_label"] == "Yes":
                told["debate"] = JUDGES["debate"].index("CFS")
            if told and row["text"].strip():
                yield from_sentence(row["text"].strip(), "en", told, labeller)


def tones(path: Path, language: str, labeller: Labeller) -> Iterator[Text]:
    """News sentences, objective or subjective (CheckThat! task 1)."""
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t"):
            label, text = row["label"], (row["sentence"] or "").strip()
            if label in JUDGES["tone"] and len(text.split()) >= _LEAST_WORDS:
                told = {"tone": JUDGES["tone"].index(label)}
                yield from_sentence(text, language, told, labeller)


def silver(texts: Sequence[Text]) -> Iterator[Text]:
    """*texts* with the claims and attributions that the rule layer finds in them."""
    from annotator.suggest.pipelines.rules import RulesSuggester

    nlp = RulesSuggester().build("it")
    for text in texts:
        found = nlp(text.text).user_data
        said = found.get("attributions", ())
        places: dict[str, Any] = {
            "claims": [(c.start, c.end) for c in found.get("claims", ())],
            "sources": [p for s in said for p in s.source],
            "cues": [p for s in said for p in s.cue],
            "contents": [p for s in said for p in s.content],
        }
        tags = {name: painted(text.words, by_size(places[name]), name) for name in _SILVER}
        yield replace(text, marks=tags)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("claims", type=Path)
    parser.add_argument("data", type=Path)
    args = parser.parse_args()
    labeller, rng = Labeller(), random.Random(0)
    articles = corpus.read_all(args.corpus)
    training = [a for a in articles if not a.is_held_out]
    made: dict[str, Iterable[Text]] = {
        "corpus": [
            from_article(a, labeller, other) for a in training for other in (None, rng, rng)
        ],
        "corpus_dev": [from_article(a, labeller, None) for a in articles if a.is_held_out],
        "debates": debates(_only(args.claims / "en_checkworthy", "train"), labeller),
        "debates_dev": debates(_only(args.claims / "en_checkworthy", "dev"), labeller),
        "tone": [
            text
            for language in ("it", "en")
            for part in ("train", "dev", "dev_test")
            for text in tones(
                _only(args.claims / f"{language}_subjectivity", part), language, labeller
            )
        ],
        "wn_marked": silver(load("wn_train", args.data)),
    }
    for name, texts in made.items():
        print(name, save(name, texts, args.data), "words")


def _only(folder: Path, part: str) -> Path:
    language = folder.name[:2]
    return next(
        f for f in (folder / f"{part}.tsv", folder / f"{part}_{language}.tsv") if f.exists()
    )


if __name__ == "__main__":
    main()
