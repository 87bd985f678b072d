"""Keys of encrypted projects: made of a passphrase or of recovery words, and held in memory alone.

An encrypted project is one file, as any project is: there is no key file that could be lost. Its
first sixteen bytes are readable: a mark, how a key is made of a passphrase, and eleven random
bytes (SQLCipher keeps them there as its salt). All that follows is ciphertext. The key is never
written to a disk, a command line or an environment; a child process gets it through its standard
input.
"""

from __future__ import annotations

import hashlib
import hmac
import os
import unicodedata
from pathlib import Path
from typing import BinaryIO

from msgspec import Struct

from .errors import LockedProject, WrongPassphrase
from .filesystem import identity

MARK = b"VGLO"
PAGE = 4096
LEAST = 8  # characters of a passphrase
_SALT = 16
_SECRET = 32
_TAIL = 80  # bytes at the end of a page: 16 of the initialisation vector, 64 of the checksum
_METHOD = 1
# Method 1: scrypt with 128 MiB and 0.4 s for each guess. Another method gets another number.
_COST, _BLOCK, _PARALLEL = 2**17, 8, 1


class ProjectKey(Struct, frozen=True):
    """The key of one project and of all copies of it; *salt* is how their files begin."""

    secret: bytes
    salt: bytes

    def __repr__(self) -> str:
        return "Key(…)"  # a traceback must not show it

    @property
    def literal(self) -> str:
        """As SQLCipher takes a key that needs no derivation any more."""
        return f"x'{self.secret.hex()}{self.salt.hex()}'"

    def derived(self, purpose: str) -> bytes:
        """Another key, for what is not in the database: 32 bytes."""
        return hmac.digest(self.secret, f"vaglio {purpose}".encode(), "sha256")


_known: dict[bytes, ProjectKey] = {}  # by salt
# The salts of files that this process has open, b"" for a plain one: they must not be read beside
# SQLite, because POSIX drops a process's locks on a file when any descriptor of it is closed.
_held: dict[tuple[int, int], bytes] = {}


def new_key(passphrase: str) -> ProjectKey:
    """A key for a project that is about to be encrypted."""
    salt = MARK + bytes([_METHOD]) + os.urandom(_SALT - len(MARK) - 1)
    return key_from(passphrase, salt)


def key_from(passphrase: str, salt: bytes) -> ProjectKey:
    """The key of the project whose file begins with *salt*. Takes 0.4 s and 128 MiB on purpose.

    Raises:
        WrongPassphrase: a newer Vaglio made the key in a way that this one does not know.
    """
    from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

    if salt[len(MARK)] != _METHOD:
        raise WrongPassphrase(
            "This project was protected by a newer Vaglio, in a way that this one does not know",
            hint="Update Vaglio.",
        )
    typed = unicodedata.normalize("NFKC", passphrase).encode()
    made = Scrypt(salt=salt, length=_SECRET, n=_COST, r=_BLOCK, p=_PARALLEL).derive(typed)
    return ProjectKey(made, salt)


# -- the file ------------------------------------------------------------------------------


def salt_of(path: Path) -> bytes | None:
    """How an encrypted project begins; None where the file is none, or is not there."""
    try:
        held = _held.get(identity(path) or (0, 0))
        if held is not None:
            return held or None
        if not path.is_file():  # a pipe would be waited for
            return None
        with path.open("rb") as file:
            start = file.read(_SALT)
    except OSError:
        return None
    return start if start.startswith(MARK) and len(start) == _SALT else None


def is_locked(path: Path) -> bool:
    """Whether a passphrase has to be asked for before the project can be opened."""
    salt = salt_of(path)
    return salt is not None and salt not in _known


def key_of(path: Path) -> ProjectKey | None:
    """The key of an encrypted project; None for a plain one.

    Raises:
        LockedProject: nobody has given the passphrase yet.
    """
    salt = salt_of(path)
    if salt is None:
        return None
    return known_key(salt, path.name)


def known_key(salt: bytes, name: str) -> ProjectKey:
    """The key of what begins with *salt*. Raises `LockedProject`."""
    found = _known.get(salt)
    if found is None:
        raise LockedProject(
            "{name} is protected with a passphrase",
            hint="Open it in the window, or give the passphrase on the terminal or in"
            " VAGLIO_PASSPHRASE.",
            name=name,
        )
    return found


def hold(file: tuple[int, int], salt: bytes | None) -> None:
    """The file is open now: it is not read beside SQLite until `let_go`."""
    _held[file] = salt or b""


def let_go(file: tuple[int, int]) -> None:
    _held.pop(file, None)


# -- giving and forgetting -----------------------------------------------------------------


def unlock(path: Path, passphrase: str) -> ProjectKey:
    """Open *path* to this process.

    Raises:
        WrongPassphrase: it does not fit.
    """
    salt = salt_of(path)
    if salt is None:
        raise WrongPassphrase("{name} is not protected with a passphrase", name=path.name)
    return unlock_with(path, key_from(passphrase, salt))


def unlock_with(path: Path, key: ProjectKey) -> ProjectKey:
    """As `unlock`, with a key; it is tried on the file's pages.

    Raises:
        WrongPassphrase: it does not fit.
    """
    fits = key == _known.get(key.salt) if is_held(path) else _fits(path, key)
    if not fits:
        raise WrongPassphrase(
            "The passphrase does not open {name}",
            hint="Look at Caps Lock and the keyboard’s language, and type it again. If it is"
            " forgotten, the recovery words open the project.",
            name=path.name,
        )
    add(key)
    return key


def is_held(path: Path) -> bool:
    """Whether this process has the project open."""
    return identity(path) in _held


def _fits(path: Path, key: ProjectKey) -> bool:
    """Whether *key* made one of the first pages: a damaged one is not a wrong passphrase."""
    with path.open("rb") as file:
        return any(_is_page(file.read(PAGE), number, key) for number in range(1, 9))


def _is_page(page: bytes, number: int, key: ProjectKey) -> bool:
    """The checksum of a page as SQLCipher 4 writes it."""
    if len(page) != PAGE:
        return False
    salt = bytes(byte ^ 0x3A for byte in key.salt)
    inner = hashlib.pbkdf2_hmac("sha512", key.secret, salt, 2, _SECRET)
    start = _SALT if number == 1 else 0
    body = page[start : PAGE - _TAIL + 16] + number.to_bytes(4, "little")
    return hmac.compare_digest(hmac.digest(inner, body, "sha512"), page[PAGE - 64 :])


def add(key: ProjectKey) -> None:
    """From now on what begins with the key's salt can be opened."""
    _known[key.salt] = key


def forget(path: Path) -> None:
    """Ask again for the passphrase of *path* the next time, unless a copy of it is still open."""
    salt = salt_of(path)
    if salt is not None and list(_held.values()).count(salt) == 0:
        _known.pop(salt, None)


# -- to a process of ours ------------------------------------------------------------------


def lines() -> bytes:
    """All keys that this process has, for the standard input of a child, to its last, empty line."""
    return b"".join(_hex(key) + b"\n" for key in _known.values()) + b"\n"


def receive(source: BinaryIO) -> None:
    """Take the keys that `lines` wrote off the beginning of *source*."""
    while line := source.readline().strip():
        add(_key(line))


def line_of(key: ProjectKey) -> bytes:
    return _hex(key) + b"\n"


def read_key(source: BinaryIO) -> ProjectKey:
    """The key that `line_of` wrote."""
    return _key(source.readline().strip())


def _hex(key: ProjectKey) -> bytes:
    return (key.secret + key.salt).hex().encode()


def _key(line: bytes) -> ProjectKey:
    both = bytes.fromhex(line.decode())
    return ProjectKey(both[:_SECRET], both[_SECRET:])
