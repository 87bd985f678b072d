"""``vaglio assign``: who labels which article."""

from __future__ import annotations

import argparse

from annotator.services.collaboration import OVERLAP, Collaboration

from .options import add_articles, add_json, add_project
from .output import DONE, print_json, say
from .project import articles_named, session_of


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_project(parser)
    parser.add_argument("--to", metavar="NAMES", help="to whom, with commas between")
    parser.add_argument(
        "--overlap",
        type=float,
        default=OVERLAP,
        metavar="SHARE",
        help="of the articles go to two people (default: %(default)s)",
    )
    parser.add_argument("--seed", type=int, default=1, help="the same seed shares out the same way")
    parser.add_argument(
        "--take-from", metavar="NAME", help="give what NAME has, and has not submitted, to --to"
    )
    parser.add_argument(
        "--untouched", action="store_true", help="with --take-from: only what is not begun"
    )
    add_articles(parser)
    parser.add_argument("--anew", action="store_true", help="also what somebody has already")
    add_json(parser)


def run(given: argparse.Namespace) -> int:
    session = session_of(given)
    with session.store:
        exchange = Collaboration(session)
        people = [name.strip() for name in (given.to or "").split(",") if name.strip()]
        if given.take_from:
            exchange.hand_over(
                given.take_from,
                people,
                articles=articles_named(session.store, given),
                untouched=given.untouched,
            )
        elif people:
            options = {"overlap": given.overlap, "seed": given.seed, "anew": given.anew}
            exchange.assign(people, **options)
        shares = exchange.shares()
    if given.json:
        for share in shares:
            print_json(share)
    elif not shares:
        say("No article was given to anybody; --to NAMES shares them out")
    else:
        print(f"{'':<20}{'articles':>10}{'shared':>10}{'begun':>10}{'submitted':>11}")
        for share in shares:
            print(
                f"{share.name:<20}{share.articles:>10}{share.shared:>10}"
                f"{share.begun:>10}{share.submitted:>11}"
            )
    return DONE
