"""Which articles came of watched files, and which of them were followed by others."""

from __future__ import annotations

from annotator.core.exchange.article_versions import EarlierVersion

from ..database.connection import faults
from .store import Store


def earlier(store: Store) -> dict[str, list[EarlierVersion]]:
    """The articles of each watched file, but for those that another one follows."""
    sql = (
        "SELECT json_extract(metadata, '$.watched'), id, title, url FROM article"
        " WHERE json_extract(metadata, '$.watched') IS NOT NULL"
        " AND json_extract(metadata, '$.followed_by') IS NULL ORDER BY n"
    )
    earlier_versions: dict[str, list[EarlierVersion]] = {}
    with faults(store.path):
        for file, id_, title, url in store.connection.execute(sql):
            earlier_versions.setdefault(file, []).append(EarlierVersion(id_, title, url))
    return earlier_versions


def unfinished(store: Store) -> list[tuple[str, str]]:
    """(old, new) for each article that follows another which does not know of it yet."""
    sql = (
        "SELECT old.id, new.id FROM article AS new JOIN article AS old"
        " ON old.id = json_extract(new.metadata, '$.follows')"
        " WHERE json_extract(old.metadata, '$.followed_by') IS NULL ORDER BY new.n"
    )
    with faults(store.path):
        return [(old, new) for old, new in store.connection.execute(sql)]
