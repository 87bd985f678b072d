"""``vaglio new``: an empty project."""

from __future__ import annotations

import argparse

from annotator.store import Store

from .options import add_project
from .output import DONE, say
from .passphrases import add_new_key, new_key


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_project(parser)
    add_new_key(parser)
    parser.add_argument("--encrypt", action="store_true", help="protect it with a passphrase")


def run(given: argparse.Namespace) -> int:
    key = None
    if given.encrypt:
        key = new_key(given, "VAGLIO_NEW_PASSPHRASE", "VAGLIO_PASSPHRASE")
    Store.create(given.project, key=key).close()
    say(f"Made {given.project}")
    return DONE
