"""Protecting a project with a passphrase, changing it, taking it away, and the recovery words.

What can be read by anybody who has the file before, nobody can read after who has not the
passphrase or the words: the project, its backups, its kept files. What was kept of its text in the
user's cache folder goes. Exports and bundles are made to be read by others and stay readable.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from msgspec import Struct

from annotator.core import recovery_words
from annotator.core.errors import UserError
from annotator.core.paths import RESOURCES
from annotator.store import Store
from annotator.store.database import keys
from annotator.store.database.connection import require_cipher
from annotator.store.database.keys import LEAST, ProjectKey
from annotator.store.file import encryption

OnShare = Callable[[float], None] | None


class BadPassphrase(UserError):
    """A passphrase that nobody should rely on."""


class ProtectionResult(Struct, frozen=True):
    """What came of it: *left* are backups that could not be taken along."""

    left: list[Path]


def refuse_weak(passphrase: str) -> None:
    """Raise `BadPassphrase` for one that is guessed at once."""
    if len(passphrase) < LEAST or len(set(passphrase)) < 4:
        raise BadPassphrase(
            "This passphrase is too short: {least} characters are the least",
            hint="Four or five words that do not belong together are easy to keep and hard to"
            " guess.",
            least=LEAST,
        )


def new_key(passphrase: str) -> ProjectKey:
    """The key of a project that is about to be protected. Takes 0.4 s.

    Raises:
        BadPassphrase: it is too short.
        NoCipher: what encrypts is not installed.
    """
    require_cipher()
    refuse_weak(passphrase)
    return keys.new_key(passphrase)


def words_of(key: ProjectKey, language: str) -> list[str]:
    """The 24 recovery words, Italian (``it``) or English: with them alone the project opens."""
    lists = _lists()
    return recovery_words.words_of(key.secret, lists.get(language, lists["en"]))


def unlock_with_words(path: Path, typed: str) -> ProjectKey:
    """Open *path* to this process with its recovery words.

    Raises:
        BadWords: they are none.
        WrongPassphrase: they are those of another project, or of an earlier passphrase.
    """
    salt = keys.salt_of(path)
    if salt is None:
        return keys.unlock(path, "")
    return keys.unlock_with(path, ProjectKey(recovery_words.secret_of(typed, _lists()), salt))


def encrypt(path: Path, key: ProjectKey, *, on_progress: OnShare = None) -> ProtectionResult:
    """Protect *path*, or give it another key: everything that goes with it is written anew.

    Raises:
        ProjectFault: it is open elsewhere, damaged, or there is no room; nothing was changed.
    """
    require_cipher()
    with Store.open(path, readonly=True) as store:
        project_id = store.project_id
    left = encryption.rewrite(path, key, on_progress=on_progress)
    _forget_cached(project_id)
    return ProtectionResult(left)


def finish(path: Path) -> ProtectionResult:
    """Encrypt what an interrupted `encrypt` has left in the clear."""
    return ProtectionResult(encryption.finish(path))


def decrypt(path: Path, *, on_progress: OnShare = None) -> ProtectionResult:
    """Take the protection away; the key must be known."""
    require_cipher()
    return ProtectionResult(encryption.rewrite(path, None, on_progress=on_progress))


def _forget_cached(project_id: str) -> None:
    from annotator.suggest.model import embedding_index
    from annotator.suggest.runtime import checkpoint

    for each in embedding_index.folder().glob(f"{project_id}-*"):
        with suppress(OSError):
            each.unlink()
    for each in checkpoint.folder().glob("*.jsonl"):  # whose they are cannot be seen
        with suppress(OSError):
            each.unlink()


def _lists() -> dict[str, list[str]]:
    folder = RESOURCES / "recovery"
    return {name: (folder / f"{name}.txt").read_text("utf-8").split() for name in ("en", "it")}
