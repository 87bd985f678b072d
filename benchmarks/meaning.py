"""How well claims that say the same are found by meaning, Italian and across languages.

    python benchmarks/meaning.py

For each claim of ``tests/suggest/model/said_before*.tsv`` its fellow is looked for among the fellows of all others, for
each claim another one about the same thing, and the sentences of the corpus. *first*, *five*: how often it
is the nearest, or among the five nearest; *beaten*: how often it is nearer than the other claim
about the same thing. Then what a cosine means: of the pairs above it, how many say the same.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import numpy as np

from annotator.suggest.model import sentence_embeddings
from annotator.suggest.model.claim_relation import TOPIC

PAIRS = Path(__file__).resolve().parent.parent / "tests" / "suggest" / "model"


def rows(name: str) -> list[list[str]]:
    lines = (PAIRS / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith("#")]


def main() -> None:
    encoder = sentence_embeddings.load()
    corpus = encoder.vectors(sentence_embeddings._corpus())
    for name in ("said_before.tsv", "said_before_unseen.tsv"):
        claims, same, english, other = (
            encoder.vectors(column) for column in zip(*rows(name), strict=True)
        )
        print(f"{name}: {len(claims)} claims, each against {2 * len(claims) + len(corpus)}")
        for language, fellows in (("Italian–Italian", same), ("Italian–English", english)):
            pool = np.concatenate([fellows, other, corpus])
            products = claims @ pool.T
            own = products[np.arange(len(claims)), np.arange(len(claims))]
            rank = (products > own[:, None]).sum(1)
            beaten = own > (claims * other).sum(1)
            print(
                f"  {language}: first {np.mean(rank == 0):.2f}  five {np.mean(rank < 5):.2f}"
                f"  beaten {beaten.mean():.2f}  cosine {np.quantile(own, 0.1):.2f} to {own.max():.2f}"
            )
            for least in (TOPIC, 0.55, 0.7):
                right = int((own >= least).sum())
                wrong = int((products >= least).sum()) - right
                print(
                    f"    cosine {least}: finds {right} of {len(claims)}, and {wrong} others"
                    f" among {products.size - len(claims)}"
                )
        near = (claims * other).sum(1)
        print(
            f"  another claim about the same thing: cosine {np.median(near):.2f}, most {near.max():.2f}"
        )


if __name__ == "__main__":
    main()
