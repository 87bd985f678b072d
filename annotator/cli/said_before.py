"""``vaglio said-before``: which claims say the same as one before them, or otherwise, and in what."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from annotator.services.results import SaidBefore
from annotator.services.similar_claims import ClaimFinder, vectors_of
from annotator.store import Store
from annotator.suggest.model import sentence_embeddings

from .options import add_json, add_project
from .output import DONE, clear, print_json, progress

_RELATIONS = {"same": "the same", "otherwise": "otherwise", "topic": "same topic"}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_project(parser)
    parser.add_argument(
        "--within", action="store_true", help="compare claims of one article with one another, too"
    )
    add_json(parser)


def run(given: argparse.Namespace) -> int:
    with Store.open(given.project, readonly=True) as store:
        encoder = sentence_embeddings.load()
        vectors = vectors_of(store, given.project, encoder)
        finder = ClaimFinder(store, given.author, encoder, vectors)
        for found in finder.pairs(within=given.within, on_progress=progress(given)):
            clear(given)
            if given.json:
                print_json(found)
            else:
                print("\n".join(report(found)))
    clear(given)
    return DONE


def report(found: SaidBefore) -> Iterator[str]:
    """The lines that people read."""
    said = "; ".join(
        f"{each.kind} {each.first or '-'} ≠ {each.second or '-'}" for each in found.differences
    )
    yield f"{_RELATIONS[found.relation]}{f' ({said})' if said else ''}  {found.score:.2f}"
    yield f"  {found.claim_text}"
    yield f"  {found.other_text}"
