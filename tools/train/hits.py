"""Draw hits of the rule layer at random, to be read and judged one by one.

    python -m tools.train.hits DATA_FOLDER MONEY [--count 100] [--seed 0] [wn_dev …]

Prints the hit in brackets with what stands around it; the same seed draws the same hits.
"""

from __future__ import annotations

import argparse
import random
from pathlib import Path

from annotator.suggest.pipelines.rules import RulesSuggester

from .data import load

SOURCES = ("wn_dev", "books_dev", "wiki_it_dev", "wiki_en_dev", "wn_train")
_AROUND = 45  # characters on each side


def hits(names: list[str], folder: Path, label: str) -> list[str]:
    """Every hit of *label* in the texts *names*, in context, in order."""
    found = []
    for name in names:
        texts = load(name, folder)
        nlp = RulesSuggester().build(texts[0].language)
        for text in texts:
            flat = text.text.replace("\n", " ")
            for mention in nlp(text.text).user_data["entities"]:
                if mention.label == label:
                    start, end = mention.start, mention.end
                    before = flat[max(0, start - _AROUND) : start]
                    found.append(
                        f"{before}[{flat[start:end]}]{flat[end : end + _AROUND]}  ({mention.why})"
                    )
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("label")
    parser.add_argument("names", nargs="*", default=list(SOURCES))
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--seed", type=int, default=0)
    args = parser.parse_args()
    found = hits(args.names, args.data, args.label)
    drawn = random.Random(args.seed).sample(found, min(args.count, len(found)))
    print(f"{args.label}: {len(drawn)} of {len(found)} hits")
    for number, hit in enumerate(drawn, 1):
        print(number, hit)


if __name__ == "__main__":
    main()
