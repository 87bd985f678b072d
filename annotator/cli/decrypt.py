"""``vaglio decrypt``: a project that anybody can read again."""

from __future__ import annotations

import argparse

from annotator.services import protection

from .options import add_project
from .output import clear, progress
from .passphrases import refuse_missing, say_left


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_project(parser)


def run(given: argparse.Namespace) -> int:
    refuse_missing(given.project)
    tell = progress(given)
    done = protection.decrypt(given.project, on_progress=tell and (lambda share: tell(share, "")))
    clear(given)
    return say_left(given, done, f"{given.project} can be read without a passphrase")
