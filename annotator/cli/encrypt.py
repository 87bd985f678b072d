"""``vaglio encrypt``: a project that wants a passphrase from now on."""

from __future__ import annotations

import argparse

from annotator.services import protection
from annotator.store.database import keys
from annotator.store.file import encryption

from .options import add_project
from .output import DONE, say
from .passphrases import add_new_key, new_key, refuse_missing, rewrite, say_left


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_project(parser)
    add_new_key(parser)


def run(given: argparse.Namespace) -> int:
    if keys.salt_of(given.project) is not None:
        if not encryption.left_in_clear(given.project):
            say(f"{given.project} is encrypted; `vaglio passphrase` changes the passphrase")
            return DONE
        return say_left(
            given, protection.finish(given.project), f"Encrypted the rest of {given.project}"
        )
    refuse_missing(given.project)
    key = new_key(given, "VAGLIO_NEW_PASSPHRASE", "VAGLIO_PASSPHRASE")
    return rewrite(given, key, f"Encrypted {given.project}")
