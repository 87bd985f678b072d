"""``vaglio recover``: a new passphrase for whoever has the recovery words."""

from __future__ import annotations

import argparse
import sys

from annotator.core import recovery_words
from annotator.services import protection
from annotator.store.database import keys

from .options import add_project
from .output import say
from .passphrases import add_new_key, new_key, refuse_missing, rewrite


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_project(parser)
    add_new_key(parser)


def run(given: argparse.Namespace) -> int:
    if keys.salt_of(given.project) is None:
        refuse_missing(given.project)
        keys.unlock(given.project, "")
    if sys.stdin.isatty():
        say("The 24 recovery words, in their order:")
    typed = ""
    while len(recovery_words.typed_words(typed)) < recovery_words.COUNT and (
        line := sys.stdin.readline()
    ):
        typed += " " + line
    protection.unlock_with_words(given.project, typed)
    key = new_key(given, "VAGLIO_NEW_PASSPHRASE", "VAGLIO_PASSPHRASE")
    return rewrite(given, key, f"Gave {given.project} a new passphrase")
