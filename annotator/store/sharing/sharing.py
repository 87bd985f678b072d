"""What goes out to colleagues and what comes in from them, each in one transaction."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TypeAlias

from annotator.core.annotated_article import LayerContents
from annotator.core.errors import UserError
from annotator.core.exchange.work_package import PackagedLayer, WorkPackage
from annotator.core.ids import now
from annotator.core.model import Layer

from ..changes import layer_versions
from ..database.connection import faults, snapshot
from ..database.errors import DamagedProject, ReadOnlyProject
from ..deletion.deletion_records import OnDeleted
from ..file import opening
from ..file.backup import backup
from ..maintenance.check import check
from ..project.store import Store
from ..queries import assignments
from ..queries.assignments import AnalystShare
from . import merge as exchange
from . import outgoing
from .merge_result import MergeResult


def package(
    store: Store,
    *,
    by: str,
    article_ids: Collection[str] | None = None,
    authors: Collection[str] | None = None,
) -> WorkPackage:
    """What there is to hand on to a colleague: the layers of people, or of *authors*."""
    with faults(store.path), snapshot(store.connection):
        return outgoing.collect(
            store.connection, by=by, at=now(), article_ids=article_ids, authors=authors
        )


def package_of(path: Path) -> WorkPackage:
    """What there is in a colleague's whole project: a copy of it is checked and read, row by row.

    Raises:
        ProjectFault: it is not a project, or not whole; nothing of it was read.
    """
    opening.refuse_what_is_none(path)
    with tempfile.TemporaryDirectory(prefix="vaglio-") as folder:
        copy = backup(path, Path(folder) / "theirs.vaglio")
        with Store.open(copy) as theirs:
            wrong = check(theirs)
            if wrong:
                raise DamagedProject(
                    "{name} is damaged: {said}",
                    hint="Nothing of it was merged. Ask your colleague to check the project.",
                    name=path.name,
                    said=wrong[0].what,
                )
            return package(theirs, by="")


def merge(
    store: Store,
    coming: WorkPackage,
    *,
    by: str,
    dry_run: bool = False,
    on_deleted: OnDeleted = "ask",
    on_progress: exchange.Progress = None,
) -> MergeResult:
    """Bring in what a colleague sent, all or nothing; with *dry_run* only say what would come.

    What it deletes (see `exchange.merge`) is still to be swept (see `sweeping`).

    Raises:
        BundleRefused: it contradicts itself or what is here.
    """
    with receiving(store, by=by, dry_run=dry_run, on_deleted=on_deleted) as receive:
        return receive(coming, on_progress)


Receive: TypeAlias = Callable[[WorkPackage, exchange.Progress], MergeResult]


@contextmanager
def receiving(
    store: Store, *, by: str, dry_run: bool = False, on_deleted: OnDeleted = "ask"
) -> Iterator[Receive]:
    """Bring in several packages in one transaction; with *dry_run* it is taken back at the end.

    Each is merged whole or not at all: one that is refused (see `merge`) leaves the others be.
    """
    if store.readonly:
        raise _readonly()
    conn = store.connection

    def receive(coming: WorkPackage, on_progress: exchange.Progress) -> MergeResult:
        conn.execute("SAVEPOINT package")
        try:
            merged = exchange.merge(
                conn, coming, by=by, on_deleted=on_deleted, on_progress=on_progress
            )
        except UserError:
            conn.execute("ROLLBACK TO package")
            raise
        conn.execute("RELEASE package")
        return merged

    with suppress(_OnlyTried), faults(store.path), store.writing():
        yield receive
        if dry_run:
            raise _OnlyTried


def rivals(store: Store, article_id: str, author: str) -> list[PackagedLayer]:
    """Other versions of a layer that the same person made elsewhere."""
    with faults(store.path):
        return layer_versions.others(store.connection, article_id, author, kept=False)


def decided_against(store: Store, article_id: str, author: str) -> list[PackagedLayer]:
    """Versions of a layer that somebody decided against; one can go back to them."""
    with faults(store.path):
        return layer_versions.others(store.connection, article_id, author, kept=True)


def with_rivals(store: Store) -> list[tuple[str, str]]:
    """Article and author of every layer of which there is more than one version."""
    with faults(store.path):
        return layer_versions.with_others(store.connection)


def with_decided(store: Store) -> list[tuple[str, str]]:
    """Article and author of every layer with versions that were decided against."""
    with faults(store.path):
        return layer_versions.with_others(store.connection, kept=True)


def worked_on(store: Store, layer: Layer) -> str:
    """When something was last done to *layer*, here or where it came from."""
    with faults(store.path):
        return layer_versions.worked_on(store.connection, layer)


def settle(store: Store, article_id: str, author: str, wanted: LayerContents, *, by: str) -> None:
    """Decide between versions of a layer: *wanted* it is from now on, here and elsewhere."""
    if store.readonly:
        raise _readonly()
    with faults(store.path), store.writing():
        exchange.settle(store.connection, article_id, author, wanted, by=by)


def shares(store: Store) -> list[AnalystShare]:
    """Who has how many articles to label, and how far each is."""
    with faults(store.path):
        return assignments.shares(store.connection)


def given_to(store: Store, analyst: str) -> frozenset[str]:
    """The texts (their SHA-256) that *analyst* has to label."""
    with faults(store.path):
        return assignments.of(store.connection, analyst)


def begun(store: Store, analyst: str) -> dict[str, bool]:
    """The texts (their SHA-256) that *analyst* has begun, and whether each is submitted."""
    with faults(store.path):
        return assignments.begun(store.connection, analyst)


def texts(store: Store) -> list[str]:
    """The SHA-256 of every article, in order of import."""
    with faults(store.path):
        return assignments.texts(store.connection)


def _readonly() -> ReadOnlyProject:
    return ReadOnlyProject(
        "This project is open for reading only",
        hint="Copy the file to where you can write, and open the copy.",
    )


class _OnlyTried(Exception):
    """Ends the transaction of a dry run."""
