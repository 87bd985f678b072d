"""``vaglio review-rules``: how a project is reviewed, to be read and set."""

from __future__ import annotations

import argparse

import msgspec

from annotator.core.errors import UserError
from annotator.services.review import Reviews

from .options import add_json, add_project
from .output import DONE, print_json
from .project import session_of

_RULES = ("blind", "drafts", "spot_share", "seed")


def add_arguments(command: argparse.ArgumentParser) -> None:
    add_project(command)
    yes_or_no = argparse.BooleanOptionalAction
    command.add_argument(
        "--blind",
        action=yes_or_no,
        help="nobody sees colleagues' work on an article before submitting their own",
    )
    command.add_argument(
        "--drafts", action=yes_or_no, help="what is not submitted is reviewed, too"
    )
    command.add_argument(
        "--spot-share",
        type=float,
        metavar="SHARE",
        help="of what all agree on is left for a look when it is accepted at once, such as 0.05",
    )
    command.add_argument(
        "--seed", type=int, metavar="N", help="the same seed draws the same sample"
    )
    add_json(command)


def run(given: argparse.Namespace) -> int:
    wanted = {name: value for name in _RULES if (value := getattr(given, name)) is not None}
    if not 0 <= wanted.get("spot_share", 0) <= 1:
        raise UserError(
            "{share} is no share", hint="Write 0.05 for 5 %.", share=str(wanted["spot_share"])
        )
    session = session_of(given, readonly=not wanted)
    with session.store:
        reviews = Reviews(session)
        if wanted:
            reviews.set_rules(msgspec.structs.replace(reviews.rules, **wanted))
        rules = reviews.rules
    if given.json:
        print_json(rules)
        return DONE
    print(f"blind       {'yes' if rules.blind else 'no'}")
    print(f"drafts      {'yes' if rules.drafts else 'no'}")
    print(f"spot check  {rules.spot_share:.1%} of what all agree on, seed {rules.seed}")
    return DONE
