"""All versions that a project knows of its layers, out of the tables and the log.

See `core.exchange.work_package` for versions and lineages. Of the versions that are known of a layer the highest
in rank is the layer in the tables; its row in ``version`` has no contents, and says of what it is
the sum, beside the changes of this project after number *since*. Rivals have their contents there,
and so have the versions that were decided against: they stay, with `KEPT` for their *since*.
"""

from __future__ import annotations

from typing import Any

import msgspec

from annotator.core.annotated_article import LayerContents
from annotator.core.changes import Change
from annotator.core.exchange.work_package import BRINGS_IN, PackagedLayer
from annotator.core.model import AnyRecord, Layer

from ..database import records as rows
from ..database.connection import Connection
from . import change_log
from . import read as reading
from .replay import every_change

KEPT = -1

_CONTENTS = msgspec.json.Decoder(LayerContents)
_LINEAGE = msgspec.json.Decoder(frozenset[str])


class KnownVersions:
    """All versions of the layers in a project, as the tables and the log have them."""

    def __init__(self, conn: Connection) -> None:
        self._conn = conn
        self._places: dict[str, tuple[str, str]] = {}  # of a layer, also of one that is gone
        for layer in rows.all_of(conn, Layer):
            self._places[layer.id] = (layer.article_id, layer.author)
        self._gone: dict[tuple[str, str], Layer] = {}
        self._changes: dict[tuple[str, str], list[tuple[int, Change]]] = {}
        for number, made in every_change_numbered(conn):
            for place in self._touched(made):
                self._changes.setdefault(place, []).append((number, made))
        self._authors: dict[str, set[str]] = {}
        for article_id, author in self._places.values():
            self._authors.setdefault(article_id, set()).add(author)

    def _touched(self, made: Change) -> set[tuple[str, str]]:
        found: set[tuple[str, str]] = set()
        for edit in made.edits:
            record = edit.record
            if isinstance(record, Layer):
                place = (record.article_id, record.author)
                self._places[record.id] = self._places.get(record.id, place)
                self._gone[place] = record
            layer_id = record.id if isinstance(record, Layer) else _layer_id(record)
            if layer_id in self._places:
                found.add(self._places[layer_id])
        return found

    def authors(self, article_id: str) -> set[str]:
        """Everybody who has, or had, a layer of an article."""
        sql = "SELECT author FROM version WHERE article_id = ?"
        named = {row[0] for row in self._conn.execute(sql, (article_id,))}
        return named | self._authors.get(article_id, set())

    def versions(self, article_id: str, author: str) -> list[PackagedLayer]:
        """The layer as it stands, and then its rivals; one that was undone stands as empty."""
        place = (article_id, author)
        stored = self._conn.execute(
            "SELECT at, since, lineage, contents FROM version"
            " WHERE article_id = ? AND author = ? AND since <> ? ORDER BY n",
            (*place, KEPT),
        ).fetchall()
        head = next((row for row in stored if row[3] is None), None)
        contents = standing(self._conn, article_id, author)
        packaged_layers: list[PackagedLayer] = []
        if contents is not None or place in self._gone:
            packaged_layers.append(self._standing(contents, place, head))
        for at, _, lineage, body in stored:
            if body is not None:
                packaged_layers.append(
                    PackagedLayer(_CONTENTS.decode(body), _LINEAGE.decode(lineage), at)
                )
        return packaged_layers

    def _standing(
        self,
        contents: LayerContents | None,
        place: tuple[str, str],
        head: tuple[Any, ...] | None,
    ) -> PackagedLayer:
        held = contents or LayerContents(layer=self._gone[place])
        at, since, lineage = held.layer.created_at, 0, set[str]()
        if head is not None:
            at, since, lineage = head[0], head[1], set(_LINEAGE.decode(head[2]))
        elif contents is not None:
            sql = "SELECT base FROM layer WHERE id = ?"
            (base,) = self._conn.execute(sql, (held.layer.id,)).fetchone()
            lineage = {f"base:{base}"} if base else set()
        for number, made in self._changes.get(place, ()):
            if number > since and made.verb not in BRINGS_IN:
                lineage.add(made.id)
                at = max(at, made.at)
        return PackagedLayer(held, frozenset(lineage), at)


def standing(conn: Connection, article_id: str, author: str) -> LayerContents | None:
    """The layer of *author* on an article as the tables have it."""
    clause = "WHERE article_id = ? AND author = ?"
    for layer in rows.all_of(conn, Layer, clause, article_id, author):
        return reading.contents(conn, layer)
    return None


def every_change_numbered(conn: Connection) -> list[tuple[int, Change]]:
    sql = "SELECT seq FROM change ORDER BY seq"
    numbers = [row[0] for row in conn.execute(sql)]
    return list(zip(numbers, every_change(conn), strict=True))


def _layer_id(record: AnyRecord) -> str:
    layer_id: str = getattr(record, "layer_id", "")
    return layer_id


def others(conn: Connection, article_id: str, author: str, *, kept: bool) -> list[PackagedLayer]:
    """Versions of a layer by the same person elsewhere that nobody decided about.

    With *kept*, those that were decided against.
    """
    sql = (
        "SELECT contents, lineage, at FROM version WHERE article_id = ? AND author = ?"
        f" AND contents IS NOT NULL AND since {'=' if kept else '<>'} ? ORDER BY at, n"
    )
    return [
        PackagedLayer(_CONTENTS.decode(contents), _LINEAGE.decode(lineage), at)
        for contents, lineage, at in conn.execute(sql, (article_id, author, KEPT))
    ]


def worked_on(conn: Connection, layer: Layer) -> str:
    """When something was last done to a layer as it stands in the tables."""
    sql = "SELECT at, since FROM version WHERE article_id = ? AND author = ? AND contents IS NULL"
    head = conn.execute(sql, (layer.article_id, layer.author)).fetchone()
    at, since = head or (layer.created_at, 0)
    made = change_log.changes(conn, article_id=layer.article_id, author=layer.author, since=since)
    return max([at, *(each.at for _, each in made if each.verb not in BRINGS_IN)])


def with_others(conn: Connection, *, kept: bool = False) -> list[tuple[str, str]]:
    """Article and author of every layer with rivals, or with versions that were decided against."""
    sql = (
        "SELECT article_id, author FROM version WHERE contents IS NOT NULL"
        f" AND since {'=' if kept else '<>'} ? GROUP BY article_id, author ORDER BY min(n)"
    )
    return conn.execute(sql, (KEPT,)).fetchall()
