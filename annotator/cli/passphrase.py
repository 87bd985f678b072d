"""``vaglio passphrase``: another passphrase for an encrypted project."""

from __future__ import annotations

import argparse

from annotator.store.database import keys
from annotator.store.database.errors import WrongPassphrase

from .options import add_project
from .passphrases import add_new_key, new_key, rewrite


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_project(parser)
    add_new_key(parser)


def run(given: argparse.Namespace) -> int:
    if keys.salt_of(given.project) is None:
        raise WrongPassphrase(
            "{name} is not protected with a passphrase",
            hint="`vaglio encrypt` protects it.",
            name=given.project.name,
        )
    key = new_key(given, "VAGLIO_NEW_PASSPHRASE")
    return rewrite(given, key, f"Changed the passphrase of {given.project}")
