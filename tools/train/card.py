"""Write the tables of ``docs/model-card.md`` anew from the model's ``meta.json``.

Between ``<!-- NAME -->`` and ``<!-- end -->`` stand tables; the prose around them is by hand.

    python -m tools.train.card resources/models/vaglio-multi docs/model-card.md
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

Meta = dict[str, Any]


def table(head: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(str(cell) for cell in line) + " |" for line in lines)


def scores(meta: Meta) -> str:
    head = ("texts", "precision", "recall", "F1", "PER", "LOC", "ORG", "token F1", "token macro F1")
    rows = [
        [
            name,
            *(f"{each[key]:.3f}" for key in ("precision", "recall", "f1")),
            *(f"{each['labels'][label]:.3f}" for label in ("PER", "LOC", "ORG")),
            f"{each['token_f1']:.3f}",
            f"{each['token_macro_f1']:.3f}",
        ]
        for name, each in meta["scores"].items()
    ]
    return table(head, rows)


def reliability(meta: Meta) -> str:
    return _bands(meta["reliability"])


def _bands(bands: Sequence[Meta]) -> str:
    head = ("confidence", "suggestions", "said, on average", "right")
    rows = [
        (f"{b['from']:.2f} to {b['to']:.2f}", b["count"], f"{b['said']:.3f}", f"{b['right']:.3f}")
        for b in bands
    ]
    return table(head, rows)


def facts(meta: Meta) -> str:
    size = sum(each["size"] for each in meta["files"].values()) / 1e6
    rows = [
        ("version", f"{meta['name']} {meta['version']}"),
        ("files", f"{size:.1f} MB"),
        ("load", f"{meta['speed']['load_s']} s"),
        ("speed, one core", f"{meta['speed']['words_per_s_one_core']:,} words a second"),
        ("training", "; ".join(_stage(each) for each in meta["training"])),
    ]
    return table(("", ""), rows)


def _stage(stage: Meta) -> str:
    return f"{stage['stage']}: {stage['steps']:,} steps, {stage['seconds'] / 60:.0f} minutes"


def claims(meta: Meta) -> str:
    head = ("held-out articles", "what", "precision", "recall", "F1", "in gold")
    rows = [
        (language, name.strip(), *(f"{s[k]:.3f}" for k in ("precision", "recall", "f1")), s["gold"])
        for key, language in (("corpus it", "Italian"), ("corpus en", "English"))
        for name, s in meta["claim_scores"][key].items()
    ]
    return table(head, rows)


def sentences(meta: Meta) -> str:
    names = {
        "it claim": "Italian sentences: is there a claim",
        "it worthy": "Italian sentences: check-worthy",
        "en claim": "English corpus: is there a claim",
        "en worthy": "English debates: check-worthy",
    }
    rows = [(names[k], f"{v:.3f}") for k, v in meta["claim_scores"]["sentences"].items()]
    return table(("sentences", "F1"), rows)


def claim_reliability(meta: Meta) -> str:
    return _bands(meta["claim_reliability"])


def data(meta: Meta) -> str:
    head = ("data", "used for", "licence", "from")
    rows = [(d["name"], d["use"], d["licence"], d["origin"]) for d in meta["data"]]
    return table(head, rows)


TABLES: dict[str, Callable[[Meta], str]] = {
    "scores": scores,
    "reliability": reliability,
    "facts": facts,
    "claims": claims,
    "sentences": sentences,
    "claim reliability": claim_reliability,
    "data": data,
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model", type=Path)
    parser.add_argument("card", type=Path)
    args = parser.parse_args()
    meta = json.loads((args.model / "meta.json").read_text(encoding="utf-8"))
    card = args.card.read_text(encoding="utf-8")
    for name, made in TABLES.items():
        between = re.compile(f"(<!-- {name} -->\n).*?(<!-- end -->)", re.DOTALL)
        card = between.sub(lambda m, made=made: f"{m[1]}{made(meta)}\n{m[2]}", card)
    args.card.write_text(card, encoding="utf-8")


if __name__ == "__main__":
    main()
