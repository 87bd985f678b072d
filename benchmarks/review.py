"""How fast layers are compared, and agreement counted.

    python -m benchmarks.review [--times 5]

The best of some runs: 3 annotators x 25 spans, 2 x 20,000 spans in one article, and the agreement
of 3 annotators x 25 spans over 1,000 articles, with its intervals by bootstrap.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Callable

from annotator.core import text as texts
from annotator.core.annotated_article import LayerContents, place_of
from annotator.core.metrics.agreement import Agreements
from annotator.core.model import Article, Entity, Layer, Span
from annotator.core.review.differences import compare

LABELS = ("PER", "ORG", "LOC", "DATE", "MONEY")


def article(number: int, length: int) -> Article:
    text = ("parola " * (length // 7 + 1))[:length]
    made = texts.sha256(f"{text}{number}")
    return Article(id=f"a{number}", title=f"Articolo {number}", text=text, sha256=made)


def layer(about: Article, author: str, spans: int, rnd: random.Random) -> LayerContents:
    """Spans at the same places for all, one in five moved, relabelled or left out."""
    made = []
    step = len(about.text) // spans
    for at in range(spans):
        start, label = at * step, LABELS[at % len(LABELS)]
        chance = rnd.random()
        if chance < 0.06:
            continue
        if chance < 0.13:
            label = rnd.choice(LABELS)
        end = start + (step // 2 if chance < 0.2 else max(1, step - 2))
        made.append(
            Entity(
                id=f"{about.id}{author}{at}", layer_id=author, span=Span(start, end), label=label
            )
        )
    own = Layer(id=f"{about.id}{author}", article_id=about.id, author=author, status="submitted")
    return LayerContents(layer=own, entities=tuple(sorted(made, key=place_of)))


def best(times: int, do: Callable[[], object]) -> float:
    """Seconds of the quickest of some runs."""
    took = []
    for _ in range(times):
        began = time.perf_counter()
        do()
        took.append(time.perf_counter() - began)
    return min(took)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=5)
    times = parser.parse_args().times
    rnd = random.Random(1)
    small = article(0, 2500)
    three = [layer(small, name, 25, rnd) for name in "abc"]
    print(f"3 x 25 spans: {1000 * best(20 * times, lambda: compare(three)):.2f} ms")
    large = article(1, 400_000)
    two = [layer(large, name, 20_000, rnd) for name in "ab"]
    print(f"2 x 20,000 spans: {best(times, lambda: compare(two)):.2f} s")
    many = [article(n, 2500) for n in range(2, 1002)]
    layers = [(each, [layer(each, name, 25, rnd) for name in "abc"]) for each in many]

    def agree() -> object:
        found = Agreements()
        for about, contents in layers:
            found.add(about, contents)
        return found.result()

    print(f"1,000 articles x 25 x 3: {best(max(1, times // 2), agree):.2f} s")


if __name__ == "__main__":
    main()
