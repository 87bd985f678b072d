"""``vaglio bundle``: a file with the work that a colleague goes on with."""

from __future__ import annotations

import argparse
from pathlib import Path

from annotator.services.collaboration import Collaboration

from .options import add_articles, add_json, add_project
from .output import DONE, print_json, say
from .project import articles_named, session_of


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_project(parser)
    parser.add_argument(
        "-o", "--output", required=True, type=Path, metavar="FILE", help="NAME.vaglio-bundle"
    )
    parser.add_argument(
        "--layers", metavar="NAMES", help="whose layers: mine, gold, names (default: all people's)"
    )
    add_articles(parser)
    add_json(parser)


def run(given: argparse.Namespace) -> int:
    session = session_of(given)
    with session.store as store:
        authors = None
        if given.layers:
            names = given.layers.split(",")
            authors = [given.author if name == "mine" else name for name in names if name]
        ids = articles_named(store, given) or None
        sent = Collaboration(session).send(given.output, authors=authors, article_ids=ids)
    if given.json:
        print_json(sent)
    else:
        whose = ", ".join(f"{count} by {name}" for name, count in sent.layers.items())
        say(f"Wrote {sent.path}: {sent.articles} articles, layers: {whose or 'none'}")
    return DONE
