"""``vaglio progress``: who has done what, how long it takes, where the machine is weak."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from annotator.core.metrics.project_progress import ProjectProgress
from annotator.store import Store

from .options import add_json, add_project
from .output import DONE, print_json


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_project(parser)
    add_json(parser)


def run(given: argparse.Namespace) -> int:
    with Store.open(given.project, readonly=True) as store:
        found = store.dashboard()
    if given.json:
        print_json(found)
    else:
        print("\n".join(report(found)))
    return DONE


def report(found: ProjectProgress) -> Iterator[str]:
    """The lines that people read."""
    yield f"{found.articles} articles, {found.untouched} not begun by anybody"
    if found.left_s is not None:
        yield f"about {found.left_s / 3600:.1f} hours left at the pace so far"
    yield ""
    for person in found.people:
        states = ", ".join(f"{count} {status}" for status, count in person.by_status.items())
        pace = f"{person.median_s / 60:.1f} min an article" if person.median_s else "not timed"
        yield (
            f"{person.name}: {states}; {person.annotations} annotations,"
            f" {person.unsure} unsure; {pace}"
        )
    yield ""
    yield f"{'suggestions':<12}{'accepted':>10}{'amended':>10}{'rejected':>10}"
    for label, judged in found.judged.items():
        yield f"{label:<12}{judged.accepted:>10}{judged.amended:>10}{judged.rejected:>10}"
    if found.doubtful:
        yield ""
        yield "unsure:"
        for each in found.doubtful:
            yield f"  {each.unsure}  {each.title} ({each.author})"
