"""``vaglio claims``: the claims of a project, as the claims desk shows them."""

from __future__ import annotations

import argparse
from typing import get_args

from annotator.core.visible_text import visible_line
from annotator.services.results import ClaimLine
from annotator.store import ClaimFilter, ClaimSort
from annotator.store.queries.claims_list import MINE, PEOPLE, SUGGESTED, Progress

from .options import add_json, add_project
from .output import DONE, print_json
from .project import session_of


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_project(parser)
    parser.add_argument(
        "--whose",
        default=PEOPLE,
        metavar="WHOSE",
        help=f"{PEOPLE}: what people made; {MINE}, {SUGGESTED}, or a name (default: %(default)s)",
    )
    parser.add_argument(
        "--state",
        default="",
        choices=[s for s in get_args(Progress) if s],
        help="only of this state",
    )
    parser.add_argument("--priority", type=int, default=0, metavar="0-3", help="at least this")
    parser.add_argument("--words", default="", metavar="WORDS", help="only with these words")
    parser.add_argument("--unmet", action="store_true", help="only where the rule is not met")
    parser.add_argument(
        "--order", default="article", choices=get_args(ClaimSort), help="default: %(default)s"
    )
    add_json(parser)


def run(given: argparse.Namespace) -> int:
    from annotator.services.claims_list import lines

    session = session_of(given)
    wanted = ClaimFilter(
        analyst=given.author,
        whose=given.whose,
        checked=given.state,
        worthiness=given.priority,
        words=given.words,
        sort=given.order,
        descending=given.order in ("worthiness", "newest"),
    )
    with session.store:
        for line in lines(session, wanted):
            if given.unmet and line.rule.met:
                continue
            if given.json:
                print_json(line)
            else:
                print(_said(line))
    return DONE


def _said(line: ClaimLine) -> str:
    publishers = f" ({', '.join(line.evidence.publishers)})" if line.evidence.publishers else ""
    parts = [
        line.id,
        str(line.priority),
        line.state,
        line.verdict or "-",
        f"{line.evidence.count}{publishers}",
        f"{line.who}: {line.text}" if line.who else line.text,
        f"rule met: {line.rule.why}" if line.rule.met else f"rule not met: {line.rule.why}",
    ]
    return "  ".join(visible_line(part) for part in parts)
