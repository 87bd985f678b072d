"""``vaglio render``: an article as the window shows it, as a picture."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from annotator.services.session import Session

from .options import add_project
from .output import DONE, say
from .project import article_named, session_of


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_project(parser)
    parser.add_argument("article", nargs="?", default="1", metavar="ARTICLE")
    parser.add_argument("-o", "--output", required=True, type=Path, metavar="FILE")
    parser.add_argument("--width", type=int, default=1100, metavar="PIXELS")
    parser.add_argument("--dark", action="store_true")


def run(given: argparse.Namespace) -> int:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from annotator.ui.render import render as draw

    with session_of(given).store as store:
        session = Session(store, given.author)
        draw(
            session,
            article_named(store, given.article),
            given.output,
            dark=given.dark,
            width=given.width,
        )
    say(f"Wrote {given.output}")
    return DONE
