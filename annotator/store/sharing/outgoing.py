"""Packages out of a project: what there is to hand on to a colleague."""

from __future__ import annotations

from collections.abc import Collection

import msgspec

from annotator.core.changes import Change
from annotator.core.editing.erasure import stub
from annotator.core.exchange.work_package import ASSIGNMENT, Assignment, PackagedLayer, WorkPackage
from annotator.core.model import Article, Setting, Source, is_machine, with_

from ..changes import change_log
from ..changes import read as reading
from ..changes.layer_versions import KnownVersions
from ..changes.read import WantedLayers
from ..changes.replay import every_change
from ..database import records as rows
from ..database.connection import Connection
from ..deletion import deletion_records

_CHANGE = msgspec.json.Decoder(Change)


def collect(
    conn: Connection,
    *,
    by: str,
    at: str,
    article_ids: Collection[str] | None = None,
    authors: Collection[str] | None = None,
) -> WorkPackage:
    """What a project has to hand on: articles and the layers of people, or of *authors*."""
    known_versions = KnownVersions(conn)
    articles: list[Article] = []
    versions: list[PackagedLayer] = []
    for annotated_article in reading.annotated_articles(conn, article_ids, WantedLayers()):
        articles.append(annotated_article.article)
        names = {
            name
            for name in known_versions.authors(annotated_article.article.id)
            if not is_machine(name)
        }
        for name in sorted(names if authors is None else names.intersection(authors)):
            versions += known_versions.versions(annotated_article.article.id, name)
    lineage = {id_ for version in versions for id_ in version.lineage}
    cut = change_log.left_of(conn)
    changes = [
        stub(made) if made.id in cut else made for made in every_change(conn) if made.id in lineage
    ]
    for (body,) in conn.execute("SELECT change FROM received ORDER BY at, id"):
        made = _CHANGE.decode(body)
        changes += [made] if made.id in lineage else []
    named = {e.source_id for version in versions for e in version.contents.evidence}
    sources = [s for s in rows.all_of(conn, Source, "ORDER BY id") if s.id in named]
    (project,) = conn.execute("SELECT id FROM project").fetchone()
    shared = assignment_of(conn)
    return WorkPackage(
        project=project,
        made_by=by,
        made_at=at,
        articles=tuple(articles),
        versions=tuple(versions),
        sources=tuple(sources),
        changes=tuple(changes),
        assignment=None if shared is None else shared[1],
        deletions=tuple(
            with_(deletion, overruled_by="", overruled_at="")
            for deletion in deletion_records.every(conn)
        ),
    )


def assignment_of(conn: Connection) -> tuple[Setting, Assignment] | None:
    """Who labels what, and the setting that says so."""
    any_record = rows.stored(conn, Setting, ASSIGNMENT)
    if not isinstance(any_record, Setting):
        return None
    return any_record, msgspec.convert(any_record.body, Assignment)
