"""Where passphrases of encrypted projects come from on the command line.

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

from annotator.core.errors import Notification, UserError
from annotator.services import protection
from annotator.services.protection import BadPassphrase
from annotator.store import Store
from annotator.store.database import keys
from annotator.store.database.connection import require_cipher
from annotator.store.database.errors import WrongPassphrase
from annotator.store.database.keys import ProjectKey

from .output import DONE, PARTLY, clear, progress, say, say_remark

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
    if given.command == "recover":
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


def new_key(given: argparse.Namespace, *names: str) -> ProjectKey:
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


# -- what the commands share -------------------------------------------------------------------


def rewrite(given: argparse.Namespace, key: ProjectKey, said: str) -> int:
    tell = progress(given)
    done = protection.encrypt(
        given.project, key, on_progress=tell and (lambda share: tell(share, ""))
    )
    clear(given)
    return say_left(given, done, said)


def say_left(given: argparse.Namespace, done: protection.ProtectionResult, said: str) -> int:
    say(said)
    for path in done.left:
        say_remark(
            given,
            Notification("{path} was not altered, because it could not be read", path=str(path)),
        )
    return PARTLY if done.left else DONE


def refuse_missing(path: Path) -> None:
    if not path.is_file():
        Store.open(path)  # says so


def add_new_key(parser: argparse.ArgumentParser) -> None:
    """The options of a command that makes recovery words."""
    language = next((v for n in ("LC_ALL", "LC_MESSAGES", "LANG") if (v := os.environ.get(n))), "")
    parser.add_argument(
        "--words",
        choices=["en", "it"],
        default="it" if language.startswith("it") else "en",
        help="language of the recovery words (default: %(default)s)",
    )
    parser.add_argument("--new-key", action="store_true", help=argparse.SUPPRESS)
