"""``vaglio adjudicate``: what all say alike, taken into the gold layer."""

from __future__ import annotations

import argparse

from annotator.core.errors import UserError
from annotator.services.review import Reviews

from .options import add_articles, add_json, add_project
from .output import DONE, print_json, say
from .project import articles_named, session_of


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_project(parser)
    parser.add_argument("--unanimous", action="store_true", help="what all say alike")
    parser.add_argument("--all", action="store_true", help="leave no sample of it for a look")
    parser.add_argument("--layers", metavar="NAMES", help="whose; else of all who submitted")
    add_articles(parser)
    add_json(parser)


def run(given: argparse.Namespace) -> int:
    if not given.unanimous:
        raise UserError(
            "Only what all say alike can be decided without looking",
            hint="Say --unanimous; the rest is decided in the window (F7).",
        )
    names = [name for name in (given.layers or "").split(",") if name]
    session = session_of(given)
    with session.store as store:
        ids = articles_named(store, given) or None
        done = Reviews(session).accept_unanimous(ids, authors=names, sample=not given.all)
    if given.json:
        print_json(done)
    else:
        say(
            f"Accepted {done.accepted} annotations in {done.articles} articles;"
            f" {done.left_for_a_look} are left for a look"
        )
    return DONE
