"""How good and how fast the suggestions are, on data that you bring.

    python benchmarks/suggest.py --names FILE.tsv.gz --language it     token<TAB>tag, IOB2, 20 sentences a text
    python benchmarks/suggest.py --claims FILE.jsonl                   text, claim, check_worthy, attributed
    python benchmarks/suggest.py --attributions FILE.jsonl             PolNeAR: text, attributions[source, cue, content]
    python benchmarks/suggest.py --speed FILE.txt --language it

Prints precision, recall and F1; names count where span and label are exact.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from annotator.core.model import Article
from annotator.core.text import sentences
from annotator.suggest import Suggestions, suggest

LABELS = ("PER", "LOC", "ORG")
NO_SPACE_BEFORE = set(",.;:!?)]}»…%”’") | {"..."}
NO_SPACE_AFTER = set("([{«“‘$€£")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--language", default="it")
    parser.add_argument("--limit", type=int, default=None, help="so many sentences of --names")
    parser.add_argument("--group", type=int, default=20, help="sentences a text in --names")
    parser.add_argument(
        "-v", action="store_true", help="show the sentences that --claims gets wrong"
    )
    for name in ("names", "claims", "attributions", "speed"):
        parser.add_argument(f"--{name}", type=Path)
    asked = parser.parse_args()
    if asked.names:
        score_names(asked.names, asked.language, asked.group, asked.limit)
    if asked.claims:
        score_claims(asked.claims)
    if asked.attributions:
        score_attributions(asked.attributions)
    if asked.speed:
        score_speed(asked.speed.read_text(encoding="utf-8"), asked.language)


def run(text: str, language: str) -> Suggestions:
    article = Article(id="a", title="", text=text, sha256="", language=language)
    return suggest(article, layer_id="l")


def prf(tp: int, fp: int, fn: int) -> str:
    p, r = tp / max(1, tp + fp), tp / max(1, tp + fn)
    return f"P {p:.3f}  R {r:.3f}  F1 {2 * p * r / (p + r) if p + r else 0:.3f}  (n={tp + fn})"


def score_names(path: Path, language: str, group: int, limit: int | None) -> None:
    counts: Counter[tuple[str, str]] = Counter()
    words, began = 0, time.perf_counter()
    for text, gold in texts(path, group, limit):
        found = {(e.span.start, e.span.end, e.label) for e in run(text, language).entities}
        found = {f for f in found if f[2] in LABELS}
        words += len(text.split())
        for outcome, spans in (("tp", found & gold), ("fp", found - gold), ("fn", gold - found)):
            for span in spans:
                counts[span[2], outcome] += 1
    for label in LABELS:
        print(f"{label:6}", prf(*(counts[label, k] for k in ("tp", "fp", "fn"))))
    print("micro ", prf(*(sum(counts[la, k] for la in LABELS) for k in ("tp", "fp", "fn"))))
    print(f"{words / (time.perf_counter() - began):,.0f} words/s, everything included")


def texts(
    path: Path, group: int, limit: int | None
) -> Iterator[tuple[str, set[tuple[int, int, str]]]]:
    """Texts put together again from tokens, with their names in code points."""
    sents = list(_iob(path))[:limit]
    for at in range(0, len(sents), group):
        text, gold, current = "", set(), None
        for sentence in sents[at : at + group]:
            glue = _glue([token for token, _ in sentence])
            for (token, tag), blank in zip(sentence, glue, strict=True):
                if current and not tag.startswith("I-"):
                    gold.add(tuple(current))
                    current = None
                if tag.startswith("B-") or (tag.startswith("I-") and not current):
                    current = [len(text), len(text) + len(token), tag[2:]]
                elif current:
                    current[1] = len(text) + len(token)
                text += token + (" " if blank else "")
            if current:
                gold.add(tuple(current))
                current = None
        yield text, {g for g in gold if g[2] in LABELS}


def _iob(path: Path) -> Iterator[list[tuple[str, str]]]:
    sentence: list[tuple[str, str]] = []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            parts = line.rstrip("\n").split("\t")
            if len(parts) < 2:
                if sentence:
                    yield sentence
                sentence = []
            else:
                sentence.append((parts[-2].strip() or "_", parts[-1].strip()))
    if sentence:
        yield sentence


def _glue(tokens: list[str]) -> list[bool]:
    """For each token whether a blank follows."""
    blanks, is_open = [], False
    for index, token in enumerate(tokens):
        following = tokens[index + 1] if index + 1 < len(tokens) else None
        blank = True
        if token == '"':
            blank, is_open = is_open and following not in NO_SPACE_BEFORE, not is_open
        elif following == '"':
            blank = not is_open
        elif following in NO_SPACE_BEFORE or token in NO_SPACE_AFTER or "/" in (token, following):
            blank = False
        elif token[-1] in "'’" and len(token) > 1 and token[-2].isalpha():
            blank = token.lower()[:-1] in ("po", "mo", "de", "ne", "ca")
        blanks.append(blank)
    return blanks


def score_claims(path: Path) -> None:
    """Sentences in the order of their article: has one a claim, a check-worthy one, a source?"""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    counts: Counter[tuple[str, str]] = Counter()
    for article in dict.fromkeys(row["article"] for row in rows):
        of_article = [row for row in rows if row["article"] == article]
        text, places = "", []
        for row in of_article:
            places.append((len(text), len(text) + len(row["text"])))
            text += row["text"] + "\n"
        made = run(text, "it")
        for row, (start, end) in zip(of_article, places, strict=True):
            claims = [c for c in made.claims if start <= c.spans[0].start < end]
            cued = [s for a in made.attributions for s in a.cue_spans or a.source_spans]
            said = {
                "claim": bool(claims),
                "check_worthy": any(c.check_worthiness >= 2 for c in claims),
                "attributed": any(start <= s.start < end for s in cued),
            }
            for key, value in said.items():
                counts[key, "t" if bool(row[key]) == value else "f", "p" if value else "n"] += 1
                if bool(row[key]) != value and "-v" in sys.argv:
                    print(key, "said" if value else "gold", row["text"][:150])
    for key in ("claim", "check_worthy", "attributed"):
        print(f"{key:13}", prf(counts[key, "t", "p"], counts[key, "f", "p"], counts[key, "f", "n"]))


def score_attributions(path: Path) -> None:
    """Sentence has a cue; and of the gold attributions, how many have cue, source, content found."""
    sentence_level, cue, source, content = Counter(), Counter(), Counter(), Counter()
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        made = run(row["text"], "en").attributions
        gold = row["attributions"]
        gold_cues = [tuple(s) for a in gold for s in a["cue"]]
        our_cues = [(s.start, s.end) for a in made for s in a.cue_spans]
        for sentence in sentences(row["text"]):
            inside = [
                any(sentence.start <= a < sentence.end for a, _ in c) for c in (gold_cues, our_cues)
            ]
            sentence_level[tuple(inside)] += 1
        for counter, key in ((cue, "cue"), (source, "source"), (content, "content")):
            theirs = [tuple(s) for a in gold for s in a[key]]
            ours = [(s.start, s.end) for a in made for s in getattr(a, f"{key}_spans")]
            counter["tp"] += sum(any(a < d and c < b for c, d in theirs) for a, b in ours)
            counter["fp"] += sum(not any(a < d and c < b for c, d in theirs) for a, b in ours)
            counter["fn"] += sum(not any(a < d and c < b for c, d in ours) for a, b in theirs)
    print(
        "sentence has cue",
        prf(sentence_level[True, True], sentence_level[False, True], sentence_level[True, False]),
    )
    for name, counter in (("cue", cue), ("source", source), ("content", content)):
        print(f"{name} overlap", prf(counter["tp"], counter["fp"], counter["fn"]))


def score_speed(text: str, language: str) -> None:
    run(text, language)
    began = time.perf_counter()
    made = run(text, language)
    took = time.perf_counter() - began
    print(
        f"{len(text):,} characters in {took * 1000:.0f} ms, {len(text.split()) / took:,.0f} words/s"
    )
    print(
        len(made.entities),
        "entities,",
        len(made.claims),
        "claims,",
        len(made.attributions),
        "attributions",
    )
    long = (text + "\n\n") * max(1, 1_000_000 // len(text))
    began = time.perf_counter()
    run(long, language)
    print(f"{len(long):,} characters in {time.perf_counter() - began:.1f} s")


if __name__ == "__main__":
    main()
