"""``vaglio evaluate``: how right one layer is by another, as a table, JSON or a page."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from annotator.core.errors import UserError
from annotator.core.metrics.evaluation import Evaluation, Score, Scores
from annotator.services.evaluation import EvaluationResult, of_files, of_layers
from annotator.store import Store

from .options import add_author, add_json
from .output import DONE, print_json, say, share

_CLAIMS = (
    ("claims", "claims, half the words in common"),
    ("claims_exact", "claims, the same words"),
    ("check_worthy", "claims to check (2 or 3)"),
    ("cues", "attributions: cue"),
    ("sources", "attributions: source, where the cue is found"),
    ("sources_exact", "attributions: source, the same words"),
)
_SHARES = (("kinds", "kind of claim"), ("worthiness", "check-worthiness"))


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "files", nargs="+", type=Path, metavar="FILE", help="GOLD FOUND, or one PROJECT"
    )
    parser.add_argument(
        "--layers", metavar="GOLD,FOUND", help="in a project: mine, machine, gold or names"
    )
    parser.add_argument("--html", type=Path, metavar="FILE", help="write a page with a picture")
    add_author(parser)
    add_json(parser)


def run(given: argparse.Namespace) -> int:
    evaluation_result = _measured(given)
    if given.html:
        from .evaluation_page import page

        given.html.write_text(page(evaluation_result), encoding="utf-8")
        say(f"Wrote {given.html}")
    if given.json:
        print_json(as_json(evaluation_result))
    elif not given.html:
        print("\n".join(report(evaluation_result)))
    return DONE


def _measured(given: argparse.Namespace) -> EvaluationResult:
    if given.layers is None and len(given.files) == 2:
        return of_files(*given.files)
    names = (given.layers or "").split(",")
    if len(given.files) != 1 or len(names) != 2 or not all(names):
        raise UserError(
            "Two exports, or one project and the names of two layers, can be compared",
            hint="vaglio evaluate GOLD.jsonl FOUND.jsonl, or vaglio evaluate PROJECT --layers gold,machine",
        )
    with Store.open(given.files[0], readonly=True) as store:
        return of_layers(store, *names, analyst=given.author)


def report(measured: EvaluationResult) -> Iterator[str]:
    """The lines of the table."""
    found = measured.evaluation
    yield f"{measured.found} measured by {measured.gold}: {found.articles} articles"
    for count, whose in (
        (measured.only_gold, measured.gold),
        (measured.only_found, measured.found),
    ):
        if count:
            yield f"left out: {count} articles that only {whose} has"
    yield ""
    yield from _entities(found)
    yield ""
    yield from _table(
        ("", "gold", "found", "P", "R", "F1"),
        [(name, *_cells(getattr(found, field))) for field, name in _CLAIMS],
    )
    for field, name in _SHARES:
        score: Score = getattr(found, field)
        if score.gold:
            yield f"same {name}: {share(score.recall)} of {score.gold} claims found"
    yield from _confusion(found)
    yield from _worst(found)


def _entities(found: Evaluation) -> Iterator[str]:
    heads = ("entities", "gold", "found", "P", "R", "F1", "F1 overlap", "F1 token")
    rows = []
    for label, score in found.exact.by_label.items():
        near = found.overlapping.by_label.get(label, Score())
        token = found.tokens.by_label.get(label, Score())
        rows.append((label, *_cells(score), share(near.f1), share(token.f1)))
    every = (found.exact, found.overlapping, found.tokens)
    micro = [share(each.micro.f1) for each in every]
    rows.append(("all (micro)", *_cells(found.exact.micro), *micro[1:]))
    macro = [share(each.macro_f1) for each in every]
    rows.append(("mean of labels (macro)", "", "", "", "", *macro))
    yield from _table(heads, rows)


def _cells(score: Score) -> tuple[str, ...]:
    rates = (score.precision, score.recall, score.f1)
    return (str(score.gold), str(score.found), *map(share, rates))


def _confusion(found: Evaluation) -> Iterator[str]:
    mistaken = [
        (count, wanted, made)
        for wanted, row in found.confusion.items()
        for made, count in row.items()
        if wanted != made
    ]
    if not mistaken:
        return
    yield ""
    yield "most often mistaken (gold → found)"
    for count, wanted, made in sorted(mistaken, key=lambda each: (-each[0], each[1:]))[:12]:
        yield f"{count:6d}  {wanted or '(nothing)'} → {made or '(nothing)'}"


def _worst(found: Evaluation) -> Iterator[str]:
    if not found.worst:
        return
    yield ""
    yield "articles with most mistakes"
    for each in found.worst:
        rates = f"entities {share(each.entities.f1)}  claims {share(each.claims.f1)}"
        yield f"{each.mistakes:6d}  {rates}  {each.article_id}  {each.title}"


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """Columns as wide as what is in them, the first to the left, the others to the right."""
    lines = [heads, *rows]
    widths = [max(len(line[column]) for line in lines) for column in range(len(heads))]
    for first, *rest in lines:
        cells = [cell.rjust(width) for cell, width in zip(rest, widths[1:], strict=True)]
        yield "  ".join([first.ljust(widths[0]), *cells]).rstrip()


def as_json(measured: EvaluationResult) -> dict[str, Any]:
    """Everything in the evaluation, with the rates worked out."""
    found = measured.evaluation
    made: dict[str, Any] = {
        "gold": measured.gold,
        "found": measured.found,
        "articles": found.articles,
        "only_gold": measured.only_gold,
        "only_found": measured.only_found,
    }
    for name in ("exact", "overlapping", "tokens"):
        scores: Scores = getattr(found, name)
        made[name] = {
            "by_label": {label: rates(score) for label, score in scores.by_label.items()},
            "micro": rates(scores.micro),
            "macro_f1": scores.macro_f1,
        }
    made |= {name: rates(getattr(found, name)) for name, _ in (*_CLAIMS, *_SHARES)}
    made["confusion"] = [
        {"gold": wanted or None, "found": other or None, "count": count}
        for wanted, row in found.confusion.items()
        for other, count in row.items()
    ]
    made["worst"] = [
        {
            "id": each.article_id,
            "title": each.title,
            "mistakes": each.mistakes,
            "entities": rates(each.entities),
            "claims": rates(each.claims),
        }
        for each in found.worst
    ]
    return made


def rates(score: Score) -> dict[str, float | int | None]:
    return {
        "gold": score.gold,
        "found": score.found,
        "right": score.right,
        "precision": score.precision,
        "recall": score.recall,
        "f1": score.f1,
    }
