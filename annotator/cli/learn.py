"""``vaglio learn``: what judged articles teach, what it gains, and the versions there are."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import Any

import msgspec

from annotator.core.learning.training_examples import LearningOutcome
from annotator.services import learning
from annotator.services.learning import LearnedVersion, MeasuredRates
from annotator.services.session import Session, open_session

from .options import add_json, add_project
from .output import DONE, PARTLY, clear, print_json, progress, say, share

PARTS = {
    "names": "names labelled before (entities, F1)",
    "entities": "which entities are right (entities, F1)",
    "claims": "which claims are right (claims, F1)",
    "worth": "check-worthiness (share right)",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_project(parser)
    parser.add_argument(
        "--apply", action="store_true", help="use it, if it gains, as a new version"
    )
    parser.add_argument("--versions", action="store_true", help="list the versions; * is in use")
    parser.add_argument(
        "--use", type=int, metavar="N", help="go back to version N; 0 is as shipped"
    )
    add_json(parser)


def run(given: argparse.Namespace) -> int:
    with open_session(given.project, analyst=given.author).store as store:
        session = Session(store, given.author)
        if given.versions:
            _list(given, learning.versions(store))
            return DONE
        if given.use is not None:
            session.do(learning.go_back(store, given.use, by=given.author))
            say(f"Version {learning.versions(store)[-1].number} is in use, as {given.use} was")
            return DONE
        made = learning.learn(store, given.author, on_progress=progress(given))
        clear(given)
        if given.json:
            print_json(as_json(made))
        else:
            print("\n".join(report(made)))
        if not given.apply:
            return DONE
        if not made.gains:
            say("Nothing is put to use: it would gain nothing")
            return PARTLY
        session.do(learning.use(store, made, by=given.author))
        say(f"Version {learning.versions(store)[-1].number} is in use from now on")
    return DONE


def _list(given: argparse.Namespace, known: tuple[LearnedVersion, ...]) -> None:
    if given.json:
        for each in known:
            print_json(each)
        return
    if not known:
        say("Nothing was learnt yet; suggestions are as the machine ships")
    for each in known:
        mark = "*" if each is known[-1] else " "
        what = f"from {each.articles} articles" if each.articles else "as the machine ships"
        if each.parts != each.number and each.parts:
            what += f", back to {each.parts}"
        print(f"{mark} {each.number:3d}  {each.at[:16]}  {each.by}  {what}  {_rates(each.after)}")


def _rates(made: MeasuredRates) -> str:
    if made.entities is None and made.claims is None:
        return ""
    return f"entities {share(made.entities)}, claims {share(made.claims)}"


def report(made: LearningOutcome) -> Iterator[str]:
    """The table that people read."""
    before, after = learning.rates(made.before), learning.rates(made.after)
    yield (
        f"Learnt from {made.articles} judged articles in {made.seconds:.1f} s; measured on "
        f"articles that were not learnt from ({made.folds} parts)"
    )
    yield ""
    yield f"{'':32s}  as shipped  as learnt"
    rows = (
        ("entities, F1", before.entities, after.entities),
        ("claims, F1", before.claims, after.claims),
        ("check-worthiness right", before.worth, after.worth),
    )
    for name, was, would in rows:
        yield f"{name:32s}  {share(was):>10s}  {share(would):>9s}"
    yield f"{'to set right, an article':32s}  {made.before.mistakes:10.1f}  {made.after.mistakes:9.1f}"
    yield ""
    for part in made.parts:
        kept = "used" if part.kept else "left out: it gains nothing"
        yield f"{PARTS[part.name]:42s}  {share(part.before)} → {share(part.after)}  {kept}"


def as_json(made: LearningOutcome) -> dict[str, Any]:
    """Everything, the weights too: what the window puts to use without learning again."""
    plain: dict[str, Any] = msgspec.to_builtins(made)
    rates = {
        "gains": made.gains,
        "rates_before": msgspec.to_builtins(learning.rates(made.before)),
        "rates_after": msgspec.to_builtins(learning.rates(made.after)),
    }
    return plain | rates
