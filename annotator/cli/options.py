"""Options that several commands have."""

from __future__ import annotations

import argparse
import getpass
import os
from pathlib import Path


def add_project(parser: argparse.ArgumentParser) -> None:
    """The project that a command works on, and for whom."""
    parser.add_argument("project", type=Path, metavar="PROJECT", help="a .vaglio file")
    add_author(parser)


def add_author(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--author",
        default=os.environ.get("VAGLIO_ANALYST") or getpass.getuser(),
        metavar="NAME",
        help="who you are: the owner of the layer (default: %(default)s)",
    )


def add_articles(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--article", action="append", default=[], metavar="ARTICLE")


def add_json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="print JSON for scripts")
