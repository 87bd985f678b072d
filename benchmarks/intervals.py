"""How often a 95 % interval of agreement holds the truth, on simulated projects of known agreement.

    python -m benchmarks.intervals [--projects 600] [--seed 1]

Two annotators and, an article, a share of agreement of its own (beta), so that entities of one
article hang together. The true figure is that of 3,000 articles. Prints, for each number of
articles, in how many projects the interval of F1, κ and α over characters and α_U holds it, and how
wide it is on average. Exit code 1: one holds it in fewer than 91 of 100 from five articles on.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import defaultdict

from annotator.core.annotated_article import LayerContents
from annotator.core.metrics.agreement import Agreement, Agreements
from annotator.core.metrics.intervals import Coefficient
from annotator.core.model import Article, Entity, Layer, Span

_LENGTH, _ROOM = 1500, 60  # characters of an article, and for each place in it
_ENOUGH = 0.91


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--projects", type=int, default=600)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    dice = random.Random(given.seed)
    truth = figures(project(dice, 3_000))
    print("true:", "  ".join(f"{name} {each.value:.3f}" for name, each in truth.items()))
    failed = False
    for articles in (2, 3, 5, 10, 20, 50):
        held: dict[str, int] = defaultdict(int)
        width: dict[str, float] = defaultdict(float)
        for _ in range(given.projects):
            for name, each in figures(project(dice, articles)).items():
                value = truth[name].value
                if each.low is not None and each.high is not None and value is not None:
                    held[name] += each.low <= value <= each.high
                    width[name] += each.high - each.low
        shares = {name: held[name] / given.projects for name in truth}
        failed |= articles >= 5 and min(shares.values()) < _ENOUGH
        said = (f"{n} {share:.3f} ({width[n] / given.projects:.2f})" for n, share in shares.items())
        print(f"{articles:3} articles: " + "  ".join(said), flush=True)
    return int(failed)


def figures(found: Agreement) -> dict[str, Coefficient]:
    return {
        "F1": found.exact,
        "kappa": found.pairs[0].kappa,
        "alpha": found.alpha,
        "alpha_U": found.alpha_u,
    }


def project(dice: random.Random, articles: int) -> Agreement:
    """What two people agree on who labelled *articles* made up articles."""
    agreements = Agreements()
    for number in range(articles):
        article = Article(id=f"a{number}", title="", text="x" * _LENGTH, sha256="")
        agreements.add(article, _layers(dice, article.id))
    return agreements.result()


def _layers(dice: random.Random, article: str) -> list[LayerContents]:
    alike = dice.betavariate(6, 3)
    marked: tuple[list[Entity], list[Entity]] = ([], [])
    for place in range(0, _LENGTH, _ROOM):
        if dice.random() < 0.5:
            one = _entity(dice, place)
            for entities in marked:
                if dice.random() < 0.95:
                    same = entities is marked[0] or dice.random() < alike
                    entities.append(one if same else _entity(dice, place))
        elif dice.random() < 0.1:
            dice.choice(marked).append(_entity(dice, place))
    return [
        LayerContents(
            layer=Layer(id=name, article_id=article, author=name), entities=tuple(entities)
        )
        for name, entities in zip("ab", marked, strict=True)
    ]


def _entity(dice: random.Random, place: int) -> Entity:
    start = place + dice.randrange(4)
    span = Span(start, start + dice.randint(4, 25))
    return Entity(id="", layer_id="", span=span, label=dice.choice(("PER", "ORG", "LOC")))


if __name__ == "__main__":
    sys.exit(main())
