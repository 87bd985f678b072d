"""What is known of articles that were deleted for good: the rows of ``deletion``."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, cast

from msgspec import Struct

from annotator.core.changes import Edit, change
from annotator.core.editing.erasure import KEEP
from annotator.core.exchange.work_package import MERGE
from annotator.core.ids import now
from annotator.core.model import Article, Deletion, is_machine, with_

from ..changes import apply_change
from ..changes.layer_versions import KnownVersions
from ..database import records as rows
from ..database.connection import Connection
from . import erase

OnDeleted = Literal["ask", "delete", "keep"]
"""What becomes of articles here that colleagues deleted, see `take_over`."""

_COUNTS = "overruled_by = ''"


class DeletedArticle(Struct, frozen=True):
    """An article here that was deleted by *by*; *unseen* names those whose work they cannot know."""

    article_id: str
    title: str
    by: str
    at: str
    reason: str
    unseen: list[str]


class ReceivedDeletions(Struct):
    """What came of colleagues' deletions: articles that went, wait for a decision, were kept."""

    new: int = 0
    deleted: list[DeletedArticle] = []
    undecided: list[DeletedArticle] = []
    overruled: list[DeletedArticle] = []


def every(conn: Connection) -> list[Deletion]:
    """All deletions, the oldest first."""
    return list(rows.all_of(conn, Deletion, "ORDER BY at, id"))


def of_text(conn: Connection, sha256: str) -> Deletion | None:
    """The newest deletion that keeps a text out of this project; None where nothing does."""
    clause = f"WHERE sha256 = ? AND {_COUNTS} ORDER BY at DESC, id DESC LIMIT 1"
    return next(iter(rows.all_of(conn, Deletion, clause, sha256)), None)


def standing(conn: Connection) -> list[tuple[str, Deletion]]:
    """Ids of the articles that are here though their text was deleted, each with its deletion."""
    sql = (
        "SELECT article.id, deletion.id FROM deletion JOIN article USING (sha256)"
        f" WHERE {_COUNTS} ORDER BY article.n, deletion.at, deletion.id"
    )
    newest = dict(conn.execute(sql).fetchall())
    return [(id_, cast(Deletion, rows.stored(conn, Deletion, d))) for id_, d in newest.items()]


def unseen_by(known: KnownVersions, article_id: str, deletion: Deletion) -> list[str]:
    """People whose work on an article whoever deleted it cannot have known of."""
    seen = frozenset(deletion.seen)
    people = sorted(name for name in known.authors(article_id) if not is_machine(name))
    return [
        name
        for name in people
        if any(
            not version.lineage <= seen and any(True for _ in version.contents.records())
            for version in known.versions(article_id, name)
        )
    ]


def seen_of(known: KnownVersions, article_id: str) -> tuple[str, ...]:
    """What people made of an article, as the parts of its versions' lineages."""
    names = [name for name in known.authors(article_id) if not is_machine(name)]
    versions = (version for name in names for version in known.versions(article_id, name))
    return tuple(sorted({part for version in versions for part in version.lineage}))


def take_over(
    conn: Connection, coming: Iterable[Deletion], *, by: str, on_deleted: OnDeleted
) -> ReceivedDeletions | None:
    """Know of deletions elsewhere, and do them here, inside an open transaction.

    With ``ask`` articles stay on which somebody worked without the knowledge of who deleted them;
    with ``delete`` all go, with ``keep`` all stay, and that is noted. None, and nothing is done,
    where one contradicts what is known here.
    """
    stored = {each.id: each for each in every(conn)}
    for each in coming:
        if each != _bare(each) or _bare(stored.get(each.id, each)) != each:
            return None
    new = [each for each in coming if each.id not in stored]
    if new:
        apply_change.apply(conn, change(MERGE, [Edit(None, each) for each in new], by=by))
    came = ReceivedDeletions(len(new), [], [], [])
    wanted: list[tuple[str, Deletion]] = []
    there = standing(conn)
    known = KnownVersions(conn) if there else None
    for article_id, deletion in there:
        assert known is not None
        gone = _gone(conn, known, article_id, deletion)
        if on_deleted == "keep":
            overrule(conn, [deletion.sha256], by=by)
            came.overruled.append(gone)
        elif gone.unseen and on_deleted == "ask":
            came.undecided.append(gone)
        else:
            wanted.append((article_id, deletion))
            came.deleted.append(gone)
    if wanted:
        erase.erase(conn, wanted, by=by)
    return came


def _bare(deletion: Deletion) -> Deletion:
    """As it is handed on: what was decided about it in one project is that one's."""
    return with_(deletion, overruled_by="", overruled_at="")


def _gone(
    conn: Connection, known: KnownVersions, article_id: str, deletion: Deletion
) -> DeletedArticle:
    article = rows.stored(conn, Article, article_id)
    title = article.title if isinstance(article, Article) else ""
    unseen = unseen_by(known, article_id, deletion)
    return DeletedArticle(article_id, title, deletion.by, deletion.at, deletion.reason, unseen)


def overrule(conn: Connection, sha256s: Iterable[str], *, by: str) -> None:
    """Let texts be here although they were deleted, inside an open transaction."""
    edits = [
        Edit(each, with_(each, overruled_by=by, overruled_at=now()))
        for sha256 in sha256s
        for each in rows.all_of(conn, Deletion, f"WHERE sha256 = ? AND {_COUNTS}", sha256)
    ]
    if edits:
        apply_change.apply(conn, change(KEEP, edits, by=by))
