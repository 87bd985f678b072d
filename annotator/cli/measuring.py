"""``vaglio evaluate``: how right one layer is by another."""

from __future__ import annotations

import argparse

from annotator.core.errors import UserError
from annotator.services.evaluation import EvaluationResult, of_files, of_layers

from . import measured as told
from .telling import DONE, print_json, say


def evaluate(given: argparse.Namespace) -> int:
    evaluation_result = _measured(given)
    if given.html:
        from .picture import page

        given.html.write_text(page(evaluation_result), encoding="utf-8")
        say(f"Wrote {given.html}")
    if given.json:
        print_json(told.as_json(evaluation_result))
    elif not given.html:
        print("\n".join(told.report(evaluation_result)))
    return DONE


def _measured(given: argparse.Namespace) -> EvaluationResult:
    from annotator.store import Store

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
