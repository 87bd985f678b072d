"""Encrypted projects on the command line: where passphrases come from, and what is done with them.

A passphrase is asked for on the terminal, without echo; a script gives it in ``VAGLIO_PASSPHRASE``
(a new one in ``VAGLIO_NEW_PASSPHRASE``), or as the next line of the open file whose number is in
``VAGLIO_PASSPHRASE_FD``. It is never a word of the command: those can be read by anybody.
"""

from __future__ import annotations

import argparse
import getpass
import os
import random
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from annotator.core import recovery_words
from annotator.core.errors import Notification, UserError
from annotator.services import protection
from annotator.services.protection import BadPassphrase
from annotator.store import Store
from annotator.store.database import keys
from annotator.store.database.connection import require_cipher
from annotator.store.database.errors import WrongPassphrase
from annotator.store.database.keys import ProjectKey
from annotator.store.file import encryption

from .telling import DONE, PARTLY, clear, progress, say, say_remark

_TRIES = 3
_ASKED_BACK = 3  # of the recovery words


def unlock(given: argparse.Namespace) -> None:
    """Ask for the passphrase of each encrypted project that a command is about to open."""
    for name in _NAMES:  # taken out, so that no child inherits them
        if name in os.environ:
            _given[name] = os.environ.pop(name)
    if getattr(given, "key_on_stdin", False):
        keys.receive(sys.stdin.buffer)
    named = [getattr(given, "project", None), *(getattr(given, "files", None) or ())]
    if given.run is recover:
        return
    for path in named:
        if isinstance(path, Path) and keys.is_locked(path):
            _unlock(path)


def _unlock(path: Path) -> None:
    require_cipher()
    typed = _from_script("VAGLIO_PASSPHRASE")
    if typed is not None:
        keys.unlock(path, typed)
        return
    if not sys.stdin.isatty():
        keys.key_of(path)  # says that it is locked, and what to do
    for left in reversed(range(_TRIES)):
        try:
            keys.unlock(path, getpass.getpass(f"Passphrase of {path.name}: "))
        except WrongPassphrase as wrong:
            if not left:
                raise
            say(f"vaglio: {wrong}")
        else:
            return


_NAMES = ("VAGLIO_PASSPHRASE", "VAGLIO_NEW_PASSPHRASE", "VAGLIO_PASSPHRASE_FD")
_given: dict[str, str] = {}
_lines: Iterator[str] | None = None


def _from_script(name: str) -> str | None:
    """A passphrase from the environment or an open file."""
    global _lines
    if name in _given:
        return _given.pop(name)
    number = _given.pop("VAGLIO_PASSPHRASE_FD", None)
    if number is not None:
        try:
            with os.fdopen(int(number), encoding="utf-8") as file:
                _lines = iter(file.read().splitlines())
        except (OSError, ValueError) as err:
            raise UserError(
                "The passphrase cannot be read from {number}: {said}",
                hint="VAGLIO_PASSPHRASE_FD is the number of a file that is open for reading.",
                number=number,
                said=str(err),
            ) from err
    return next(_lines, None) if _lines is not None else None


def _asked_new(*names: str) -> str:
    """A new passphrase: from a script, or typed twice."""
    for name in names:
        typed = _from_script(name)
        if typed is not None:
            return typed
    if not sys.stdin.isatty():
        raise BadPassphrase(
            "There is nobody to ask for a new passphrase",
            hint="Run it in a terminal, or give it in {name}.",
            name=names[0],
        )
    for _ in range(_TRIES):
        typed = getpass.getpass("New passphrase: ")
        try:
            protection.refuse_weak(typed)
        except BadPassphrase as weak:
            say(f"vaglio: {weak}")
            continue
        if getpass.getpass("Once more: ") == typed:
            return typed
        say("vaglio: these were not the same")
    raise BadPassphrase("No passphrase was set", hint="Nothing was changed.")


def _made(given: argparse.Namespace, *names: str) -> ProjectKey:
    """A new key, whose recovery words have been written down."""
    if given.new_key:
        return keys.read_key(sys.stdin.buffer)
    require_cipher()
    key = protection.new_key(_asked_new(*names))
    words = protection.words_of(key, given.words)
    say("The recovery words: with them, and no passphrase, the project can be opened. Write them")
    say("on paper in this order; they are not shown again, and there is no other way back.")
    for start in range(0, len(words), 6):
        print("  ".join(f"{n + 1:2d} {words[n]}" for n in range(start, start + 6)), flush=True)
    if sys.stdin.isatty():
        _ask_back(words)
    return key


def _ask_back(words: list[str]) -> None:
    for number in sorted(random.sample(range(len(words)), _ASKED_BACK)):
        for left in reversed(range(_TRIES)):
            if input(f"Word {number + 1}, please: ").strip().lower() == words[number]:
                break
            if not left:
                raise BadPassphrase(
                    "The words were not written down", hint="Nothing was changed. Start again."
                )
            say("vaglio: that is another word")


# -- the commands --------------------------------------------------------------------------


def new(given: argparse.Namespace) -> int:
    key = None
    if given.encrypt:
        key = _made(given, "VAGLIO_NEW_PASSPHRASE", "VAGLIO_PASSPHRASE")
    Store.create(given.project, key=key).close()
    say(f"Made {given.project}")
    return DONE


def encrypt(given: argparse.Namespace) -> int:
    if keys.salt_of(given.project) is not None:
        if not encryption.left_in_clear(given.project):
            say(f"{given.project} is encrypted; `vaglio passphrase` changes the passphrase")
            return DONE
        return _say_left(
            given, protection.finish(given.project), f"Encrypted the rest of {given.project}"
        )
    _refuse_missing(given.project)
    key = _made(given, "VAGLIO_NEW_PASSPHRASE", "VAGLIO_PASSPHRASE")
    return _rewrite(given, key, f"Encrypted {given.project}")


def decrypt(given: argparse.Namespace) -> int:
    _refuse_missing(given.project)
    tell = progress(given)
    done = protection.decrypt(given.project, on_progress=tell and (lambda share: tell(share, "")))
    clear(given)
    return _say_left(given, done, f"{given.project} can be read without a passphrase")


def passphrase(given: argparse.Namespace) -> int:
    if keys.salt_of(given.project) is None:
        raise WrongPassphrase(
            "{name} is not protected with a passphrase",
            hint="`vaglio encrypt` protects it.",
            name=given.project.name,
        )
    key = _made(given, "VAGLIO_NEW_PASSPHRASE")
    return _rewrite(given, key, f"Changed the passphrase of {given.project}")


def recover(given: argparse.Namespace) -> int:
    if keys.salt_of(given.project) is None:
        _refuse_missing(given.project)
        keys.unlock(given.project, "")
    if sys.stdin.isatty():
        say("The 24 recovery words, in their order:")
    typed = ""
    while len(recovery_words.typed_words(typed)) < recovery_words.COUNT and (
        line := sys.stdin.readline()
    ):
        typed += " " + line
    protection.unlock_with_words(given.project, typed)
    key = _made(given, "VAGLIO_NEW_PASSPHRASE", "VAGLIO_PASSPHRASE")
    return _rewrite(given, key, f"Gave {given.project} a new passphrase")


def _rewrite(given: argparse.Namespace, key: ProjectKey, said: str) -> int:
    tell = progress(given)
    done = protection.encrypt(
        given.project, key, on_progress=tell and (lambda share: tell(share, ""))
    )
    clear(given)
    return _say_left(given, done, said)


def _say_left(given: argparse.Namespace, done: protection.ProtectionResult, said: str) -> int:
    say(said)
    for path in done.left:
        say_remark(
            given,
            Notification("{path} was not altered, because it could not be read", path=str(path)),
        )
    return PARTLY if done.left else DONE


def _refuse_missing(path: Path) -> None:
    if not path.is_file():
        Store.open(path)  # says so


def language() -> str:
    """Of the recovery words: Italian where the system speaks it."""
    said = next((v for n in ("LC_ALL", "LC_MESSAGES", "LANG") if (v := os.environ.get(n))), "")
    return "it" if said.startswith("it") else "en"


def add_words(each: Any) -> None:
    """The options of a command that makes recovery words."""
    each.add_argument(
        "--words",
        choices=["en", "it"],
        default=language(),
        help="language of the recovery words (default: %(default)s)",
    )
    each.add_argument("--new-key", action="store_true", help=argparse.SUPPRESS)


COMMANDS = (
    ("encrypt", encrypt, "Protect the project with a passphrase."),
    ("decrypt", decrypt, "Take the protection away again."),
    ("passphrase", passphrase, "Change the passphrase of an encrypted project."),
    ("recover", recover, "Set a new passphrase with the recovery words."),
)
