"""``vaglio backup``: a copy of the project as it is now."""

from __future__ import annotations

import argparse
from pathlib import Path

from annotator.store import backup, rotate

from .options import add_project
from .output import DONE, say


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_project(parser)
    parser.add_argument("-o", "--output", type=Path, metavar="FILE")


def run(given: argparse.Namespace) -> int:
    if given.output:
        backup(given.project, given.output)
        say(f"Copied {given.project} to {given.output}")
    else:
        say(f"Copied {given.project} to {rotate(given.project)}")
    return DONE
