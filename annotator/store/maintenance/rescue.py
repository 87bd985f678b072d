"""Where the work goes on when an open project's file was moved, deleted or replaced under it.

What was decided stays decided: the open connection still sees all of it, and where even that is
gone (another version was copied over the very bytes), the newest backup together with what was done
since it was opened.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from annotator.core.changes import Change
from annotator.core.errors import UserError

from ..database.connection import sqlite3
from ..database.errors import ProjectFault
from ..database.filesystem import beside
from ..file import write_ahead_log
from ..file.backup import backup, free_name, listing, while_open
from ..file.file_state import FileState
from ..project.store import Store


class RescuedProject(Struct, frozen=True):
    """The project to go on with. *left_out* are changes that could not be brought into it."""

    path: Path
    is_copy: bool  # not the file itself, but all that is in it, beside where it was
    left_out: tuple[Change, ...] = ()


def refuge(store: Store, waiting: Iterable[Change] = ()) -> RescuedProject:
    """Leave a file that is not `HERE` any more; *store* is closed, and nothing of it is written there.

    *waiting* are changes that were not saved yet: they are saved in what is returned.

    Raises:
        ProjectFault: there is no place, or nothing left to read. *store* is still open then.
    """
    assert store.path is not None
    path, done = store.path, [*store.session_edits.changes, *waiting]
    if _is_as_it_was(store):
        store.close()
        return RescuedProject(path, False, _bring_in(path, done))
    if (renamed := _renamed(store)) is not None:
        store.close()
        _tidy(path)
        return RescuedProject(renamed, False, _bring_in(renamed, done))
    copy = _copy(store)
    is_ours = store.own_log_is_beside
    store.close()
    if is_ours:
        with suppress(OSError):
            write_ahead_log.set_aside(path)  # it must not be read with what is there now
    return RescuedProject(copy, True, _bring_in(copy, done))


def keep_waiting(store: Store, waiting: Iterable[Change]) -> RescuedProject:
    """A copy of a project that another program does not let go of, with what waits to be saved."""
    assert store.path is not None
    copy = _copy(store)
    return RescuedProject(copy, True, _bring_in(copy, waiting))


def _is_as_it_was(store: Store) -> bool:
    """Whether what is there now says the very same: it was put back, or a sync client wrote it."""
    assert store.path is not None
    if store.standing in (FileState.LOG_TAKEN, FileState.CUT_SHORT) or not store.path.is_file():
        return False
    # our own log goes on from what was there before, and says nothing about what is there now
    ask = write_ahead_log.mark_in if store.own_log_is_beside else write_ahead_log.newest_mark
    found = ask(store.path)
    return found is not None and found.key == store.newest_mark


def _renamed(store: Store) -> Path | None:
    """The file's new name where it was renamed in its folder, everything being in it; else None."""
    assert store.path is not None
    if store.standing is not FileState.GONE:
        return None
    found = store.where_now()
    if found is None or not store.settle_elsewhere(found):
        return None
    here = store.path.absolute()  # another folder can be the waste basket
    return found if (found.parent, found.suffix) == (here.parent, here.suffix) else None


def _tidy(path: Path) -> None:
    """Take away the empty log of a file that has another name now."""
    log = write_ahead_log.log_of(path)
    if not path.exists() and log.exists() and log.stat().st_size == 0:
        for each in (log, beside(path, "-shm")):
            each.unlink(missing_ok=True)


def _copy(store: Store) -> Path:
    """All that is known of the project, in a new file beside it."""
    assert store.path is not None
    if store.standing not in (FileState.OVERWRITTEN, FileState.CUT_SHORT):
        with suppress(ProjectFault):
            return _of_ours(store.rescue(), store.project_id)
    copy = free_name(store.path)
    for kept in [
        while_open(store.path),
        *(backup_file.path for backup_file in listing(store.path)),
    ]:
        if kept.is_file():
            with suppress(ProjectFault):
                return _of_ours(backup(kept, copy), store.project_id)
    raise ProjectFault(
        "{name} is gone, and no copy of it could be made",
        hint="If its disk was pulled out, put it back: what you did since is kept in this window"
        " until then. Do not close it.",
        name=store.path.name,
    )


def _of_ours(copy: Path, project_id: str) -> Path:
    """*copy*, which is taken away where it is damaged, or of another project than ours."""
    try:
        with Store.open(copy, readonly=True) as found:
            if found.project_id == project_id:
                return copy
    except ProjectFault:
        copy.unlink(missing_ok=True)
        raise
    copy.unlink(missing_ok=True)
    raise ProjectFault("{name} is another project", name=copy.name)


def _bring_in(path: Path, changes: Iterable[Change]) -> tuple[Change, ...]:
    """Save in *path* those of *changes* that are not there; returns what does not fit."""
    left_out = []
    with Store.open(path) as store:
        for change in changes:
            if store.change(change.id) is not None:
                continue
            try:
                store.apply(replace(change, parents=(), hash=""))
            except UserError:
                left_out.append(change)
            except sqlite3.IntegrityError:
                left_out.append(change)
    return tuple(left_out)
