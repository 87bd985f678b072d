"""``vaglio reanchor``: annotations of an article, placed in another text of it."""

from __future__ import annotations

import argparse

from annotator.services.collaboration import Collaboration

from .options import add_json, add_project
from .output import DONE, PARTLY, print_json, say
from .project import article_named, session_of


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_project(parser)
    parser.add_argument("article", metavar="ARTICLE")
    parser.add_argument("other", metavar="OTHER")
    parser.add_argument("--dry-run", action="store_true", help="only say what would be placed")
    add_json(parser)


def run(given: argparse.Namespace) -> int:
    session = session_of(given)
    with session.store as store:
        old, new = (article_named(store, wanted) for wanted in (given.article, given.other))
        found = Collaboration(session).reanchor(old, new, dry_run=given.dry_run)
    placed = sum(1 for _ in found.contents.records())
    if given.json:
        print_json({"placed": placed, "lost": found.lost, "dry_run": given.dry_run})
    else:
        say(f"{'Would place' if given.dry_run else 'Placed'} {placed} annotations")
        for words in found.lost:
            print(f"not found: {words}")
    return PARTLY if found.lost else DONE
