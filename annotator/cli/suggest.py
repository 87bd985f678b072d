"""``vaglio suggest``: what the machine highlights, by Vaglio's own pipeline or installed ones."""

from __future__ import annotations

import argparse
from collections.abc import Iterable

from annotator.core.errors import UserError
from annotator.services.suggesting import suggest_for
from annotator.suggest import PipelineChoice

from .options import add_json, add_project
from .output import DONE, PARTLY, clear, pace, print_json, say
from .project import session_of


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_project(parser)
    parser.add_argument(
        "--suggester", default="", metavar="NAME", help="who reads every other language"
    )
    parser.add_argument(
        "--pipeline",
        action="append",
        default=[],
        metavar="LANGUAGE=NAME",
        help="this suggester, or installed spaCy pipeline, reads this language",
    )
    parser.add_argument(
        "--map",
        action="append",
        default=[],
        metavar="[NAME:]LABEL=OURS",
        help="what a pipeline's label is here; nothing after = leaves it out",
    )
    parser.add_argument(
        "--jobs",
        type=int,
        default=0,
        metavar="N",
        help="how many processes read (default: as many as pay)",
    )
    add_json(parser)


def run(given: argparse.Namespace) -> int:
    choice = pipelines(given.pipeline, given.map, given.suggester)
    with session_of(given).store as store:
        suggesting_result = suggest_for(store, choice, jobs=given.jobs, on_pace=pace(given))
    clear(given)
    for title, why in suggesting_result.failed:
        say(f"not read: {title}: {why}")
    if given.json:
        print_json(
            {
                "articles": suggesting_result.articles,
                "failed": [title for title, _ in suggesting_result.failed],
            }
        )
    else:
        say(f"Suggested annotations for {suggesting_result.articles} articles")
    return PARTLY if suggesting_result.failed else DONE


def pipelines(languages: Iterable[str], labels: Iterable[str], default: str = "") -> PipelineChoice:
    """The choice in ``it=NAME`` and ``NAME:GPE=LOC`` (or ``GPE=LOC``, for everyone); *default* is a name.

    Raises:
        UserError: one of them has not that form.
    """
    by_language = dict(_parted(language) for language in languages)
    names = {*by_language.values(), default} - {""}
    maps: dict[str, dict[str, str]] = {name: {} for name in names}
    for label in labels:
        whose, _, pair = label.rpartition(":")
        of, to = _parted(pair)
        for name in [whose] if whose else list(maps):
            maps.setdefault(name, {})[of] = to
    return PipelineChoice(languages=by_language, labels=maps, default=default)


def _parted(pair: str) -> tuple[str, str]:
    left, equals, right = (part.strip() for part in pair.partition("="))
    if not (left and equals):
        raise UserError(
            "“{words}” is not of the form NAME=VALUE",
            hint="For instance --pipeline it=NAME, or --map GPE=LOC.",
            words=pair,
        )
    return left, right
