"""Write the tables of ``docs/model-card.md`` anew from the model's ``meta.json``.

Between ``<!-- NAME -->`` and ``<!-- end -->`` stand tables; the prose around them is by hand. Beside
the card, ``pictures/reliability.svg`` is drawn anew.

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
_ENOUGH = 10  # suggestions in a band, to draw it


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


def curve(meta: Meta) -> str:
    """The reliability curves as an SVG picture: what was said across, how much was right upwards."""
    side, edge = 300, 40
    wide = side + 2 * edge + 50

    def at(share: float, up: bool) -> float:
        return edge + (side * (1 - share) if up else side * share)

    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {side + 2 * edge}"'
        ' font-family="sans-serif" font-size="12">',
        f'<rect width="{wide}" height="{side + 2 * edge}" fill="#ffffff"/>',
        f'<path d="M{edge} {edge}V{edge + side}H{edge + side}" fill="none" stroke="#555555"/>',
        f'<path d="M{edge} {edge + side}L{edge + side} {edge}" stroke="#bbbbbb" stroke-dasharray="4 4"/>',
        f'<text x="{edge + side / 2}" y="{side + 2 * edge - 6}" text-anchor="middle">confidence</text>',
        f'<text x="{edge}" y="{edge - 12}" text-anchor="middle">right</text>',
    ]
    for share in (0.0, 0.25, 0.5, 0.75, 1.0):
        lines.append(
            f'<text x="{at(share, False):g}" y="{edge + side + 16}" text-anchor="middle">{share:g}</text>'
            f'<text x="{edge - 8}" y="{at(share, True) + 4:g}" text-anchor="end">{share:g}</text>'
        )
    for key, name, colour in (
        ("reliability", "names", "#0072b2"),
        ("claim_reliability", "claims", "#d55e00"),
    ):
        bands = [band for band in meta[key] if band["count"] >= _ENOUGH]
        points = [(at(band["said"], False), at(band["right"], True)) for band in bands]
        joined = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
        lines.append(
            f'<polyline points="{joined}" fill="none" stroke="{colour}" stroke-width="2"/>'
        )
        lines += [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4" fill="{colour}"/>' for x, y in points]
        x, y = points[-1]
        y += 14 if key == "claim_reliability" else -2
        lines.append(f'<text x="{x + 10:.1f}" y="{y:.1f}" fill="{colour}">{name}</text>')
    return "\n".join([*lines, "</svg>", ""])


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
    picture = args.card.parent / "pictures" / "reliability.svg"
    picture.write_text(curve(meta), encoding="utf-8")


if __name__ == "__main__":
    main()
