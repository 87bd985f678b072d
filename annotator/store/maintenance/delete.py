"""Deleting articles of an open project, and what is known of those that were deleted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import nullcontext
from typing import cast

from msgspec.structs import replace

from annotator.core.model import Deletion, Source

from ..changes.layer_versions import KnownVersions
from ..database import records as rows
from ..database.connection import faults
from ..deletion import deletion_records, erase
from ..deletion.erase import ErasedArticles, Progress
from ..file.backup import folder_of
from ..project.store import Store


def erase_articles(
    store: Store,
    wanted: Sequence[tuple[str, Deletion]],
    *,
    by: str,
    keep_sources: bool = False,
    in_backups: bool = False,
    on_progress: Progress = None,
) -> ErasedArticles:
    """Delete articles for good, all or none; `sweeping` has to follow.

    What people made of them is noted in each deletion. What *on_progress* raises takes all back.
    """
    conn = store.connection
    with faults(store.path), store.writing():
        known_versions = KnownVersions(conn)
        noted = [
            (id_, replace(deletion, seen=deletion_records.seen_of(known_versions, id_)))
            for id_, deletion in wanted
        ]
        return erase.erase(
            conn,
            noted,
            by=by,
            keep_sources=keep_sources,
            in_backups=in_backups,
            on_progress=on_progress,
        )


def own_sources(store: Store, article_ids: Sequence[str]) -> list[Source]:
    """The sources that would go with some articles: only their evidence names them."""
    with faults(store.path):
        ids = erase.own_sources(store.connection, article_ids)
        found = (rows.stored(store.connection, Source, id_) for id_ in sorted(ids))
        return [cast(Source, each) for each in found if each is not None]


def backups(store: Store) -> int:
    """How many copies of the project lie in the folder of its backups."""
    folder = folder_of(store.path) if store.path is not None else None
    if folder is None or not folder.is_dir():
        return 0
    assert store.path is not None
    return sum(1 for each in folder.iterdir() if each.name.endswith(store.path.suffix))


def deleted(store: Store) -> list[Deletion]:
    """Everything that was deleted for good, here or by colleagues, the oldest first."""
    with faults(store.path):
        return deletion_records.every(store.connection)


def deletion_of(store: Store, sha256: str) -> Deletion | None:
    """The deletion that keeps a text out of the project; None where nothing does."""
    with faults(store.path):
        return deletion_records.of_text(store.connection, sha256)


def overrule(store: Store, sha256s: Iterable[str], *, by: str) -> None:
    """Let texts that were deleted be in this project all the same.

    While something is being loaded, as a part of that: all or nothing.
    """
    conn = store.connection
    with faults(store.path), nullcontext() if conn.in_transaction else store.writing():
        deletion_records.overrule(conn, sha256s, by=by)
