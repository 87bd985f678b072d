"""The files in a folder, and their opening, without ever leaving it.

A folder that somebody sent can hold links to whatever the person who imports it may read, and
pipes at which a reader waits for ever. Links that lead out are passed over, files are opened by
the folders that lead to them, none of which may be a link, and nothing but a file is opened.
"""

from __future__ import annotations

import errno
import itertools
import os
import stat
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from functools import cache
from pathlib import Path

from annotator.core.errors import ImportFault

from .spec import Report, name_of

LEAVES = "It is a link that leads out of the folder."
LEADS_NOWHERE = "It is a link that leads nowhere."
NO_FILE = "It is no file: a device, a pipe or a socket."
_DESCRIPTORS = "/proc/self/fd"
_NUMBER = itertools.count()


def walk(
    folder: Path, roots: Sequence[Path], seen: set[str], report: Report
) -> Iterator[Path | OSError]:
    """The files under *folder*, sorted, folder by folder; an OSError for one that is closed to us.

    What begins with a dot is passed over. A link is followed where it stays within *roots* (real
    paths), and to what is not read without it, so that nothing is read twice and no circle is
    gone round; *seen* has the real paths of what was read. The report hears of links that lead
    elsewhere, and of what is no file.
    """
    links: list[Path] = []
    yield from _walk(folder, roots, seen, links, report)
    for link in links:  # after the files themselves, which are told by their own names
        real = real_path(link)
        if real in seen:
            continue
        if os.path.isdir(real):
            yield from walk(link, roots, seen, report)
        else:
            seen.add(real)
            yield link


def _walk(
    folder: Path, roots: Sequence[Path], seen: set[str], links: list[Path], report: Report
) -> Iterator[Path | OSError]:
    real = real_path(folder)
    seen.add(real)
    try:
        with os.scandir(folder) as found:
            entries = sorted(found, key=lambda entry: entry.name)
    except OSError as err:
        yield err
        return
    folders: list[Path] = []
    for entry in entries:
        path = folder / entry.name
        if entry.name.startswith("."):
            continue
        if _is_link(entry):
            if (why := _why_not(path, roots)) is None:
                links.append(path)
            else:
                _pass_over(path, why, report)
        elif entry.is_dir(follow_symlinks=False):
            folders.append(path)
        elif not entry.is_file(follow_symlinks=False):
            _pass_over(path, NO_FILE, report)
        else:
            seen.add(os.path.join(real, entry.name))
            yield path
    for each in folders:
        if os.path.join(real, each.name) not in seen:
            yield from _walk(each, roots, seen, links, report)


def _is_link(entry: os.DirEntry[str]) -> bool:
    """Junctions of Windows lead elsewhere as links do."""
    if entry.is_symlink():
        return True
    if sys.platform == "win32":
        with suppress(OSError):
            tag = entry.stat(follow_symlinks=False).st_reparse_tag
            return tag == stat.IO_REPARSE_TAG_MOUNT_POINT
    return False


def _why_not(link: Path, roots: Iterable[Path]) -> str | None:
    """Why a link is not followed; None where it is."""
    real = Path(real_path(link))
    if not any(real.is_relative_to(root) for root in roots):
        return LEAVES
    try:
        mode = real.stat().st_mode
    except OSError:
        return LEADS_NOWHERE
    return None if stat.S_ISREG(mode) or stat.S_ISDIR(mode) else NO_FILE


def _pass_over(path: Path, why: str, report: Report) -> None:
    parent = name_of(path.parent.absolute())
    report.lose("a file", why, title=parent, words=name_of(path))


def real_path(path: Path) -> str:
    """Where *path* leads, as far as that is there; it may be taken away while one looks."""
    try:
        return os.path.realpath(path)
    except OSError:
        return os.path.abspath(path)


def folders_walked(paths: Sequence[Path]) -> Callable[[Path], Path | None]:
    """What tells of a file in which of the folders among *paths* it was found.

    None for a file that is itself among them: the person named it, and may name a link.
    """
    named = set(paths)
    folders = [path for path in paths if path.is_dir()]

    def folder_of(file: Path) -> Path | None:
        if file in named and file not in folders:
            return None
        return next((folder for folder in folders if file.is_relative_to(folder)), None)

    return folder_of


# -- opening -----------------------------------------------------------------------------------


@contextmanager
def opened_within(path: Path, root: Path, beside: Iterable[Path]) -> Iterator[Path]:
    """Under which name to read the file *path*, found in the folder *root*, until the block ends.

    On Linux it leads to the very file that was opened, whatever somebody puts in its place
    meanwhile, and to those of the files *beside* it that are within the folder too. Elsewhere it
    is *path*, looked at once more.

    Raises:
        ImportFault: it has become a link that leads out, or is no file.
        OSError: it cannot be opened.
    """
    root = Path(real_path(root))
    if not _has_descriptors():
        if (why := _why_not(path, [root])) is not None:
            raise _refused(path, why)
        yield path
        return
    with ExitStack() as opened:
        descriptor = _descriptor(path, root)
        opened.callback(os.close, descriptor)
        folder = Path(_scratch().name, str(next(_NUMBER)))
        folder.mkdir(mode=0o700)
        opened.callback(folder.rmdir)
        at = _lead(folder / path.name, descriptor, opened)
        for other in beside:
            with suppress(OSError, ImportFault):  # it is not there, or not to be read
                descriptor = _descriptor(other, root)
                opened.callback(os.close, descriptor)
                _lead(folder / other.name, descriptor, opened)
        yield at


def _lead(link: Path, descriptor: int, opened: ExitStack) -> Path:
    link.symlink_to(f"{_DESCRIPTORS}/{descriptor}")
    opened.callback(link.unlink)
    return link


def _descriptor(path: Path, root: Path) -> int:
    """A file within *root* opened to be read, through folders none of which is a link."""
    real = Path(real_path(path))
    if not real.is_relative_to(root) or real == root:
        raise _refused(path, LEAVES)
    *folders, name = real.relative_to(root).parts
    # O_PATH: the sandbox of the parser lets folders be gone through, and not be listed
    at = os.open(root, os.O_PATH | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        for folder in folders:
            flags = os.O_PATH | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC
            inner = os.open(folder, flags, dir_fd=at)
            os.close(at)
            at = inner
        # a pipe is not waited for: what it is shows once it is open
        flags = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC
        made = os.open(name, flags, dir_fd=at)
    except OSError as err:
        if err.errno in (errno.ELOOP, errno.ENOTDIR):
            raise _refused(path, LEAVES) from err
        raise
    finally:
        os.close(at)
    if stat.S_ISREG(os.fstat(made).st_mode):
        return made
    os.close(made)
    raise _refused(path, NO_FILE)


def _refused(path: Path, why: str) -> ImportFault:
    if why == NO_FILE:
        return ImportFault(
            "{file} is not a file", hint="Choose a file, or a folder of files.", file=name_of(path)
        )
    return ImportFault(
        "{file} is a link that leads out of the folder, and was not read",
        hint="Name the file itself if you want it in.",
        file=name_of(path),
    )


@cache
def _has_descriptors() -> bool:
    return sys.platform == "linux" and os.path.isdir(_DESCRIPTORS)


@cache
def _scratch() -> tempfile.TemporaryDirectory[str]:
    """Where names are led from; one folder for as long as the program runs."""
    return tempfile.TemporaryDirectory(prefix="vaglio-", ignore_cleanup_errors=True)
