"""Articles, layers and whole annotated articles out of the tables, one or a hundred thousand."""

from __future__ import annotations

import hashlib
import itertools
from collections.abc import Callable, Collection, Iterable, Iterator
from operator import itemgetter
from typing import Any, TypeAlias, cast

from msgspec import Struct

from annotator.core.annotated_article import AnnotatedArticle, LayerContents
from annotator.core.model import (
    LAYER_TYPES,
    Article,
    Attribution,
    Claim,
    Entity,
    Evidence,
    Judgement,
    Layer,
    Record,
    Role,
    Ruling,
    Source,
    Status,
    Verdict,
    spans_of,
)

from ..database.connection import Connection, snapshot
from ..database.errors import DamagedProject
from ..database.records import COLUMNS, Row, article_from, as_json, from_row, from_rows, table_of

_FIELD: dict[type[Record], str] = {
    Entity: "entities",
    Claim: "claims",
    Attribution: "attributions",
    Evidence: "evidence",
    Verdict: "verdicts",
    Judgement: "judgements",
    Ruling: "rulings",
}
_layer_id = itemgetter(1)  # of a row of any kind that is in a layer
_TEXT_ORDER = 'layer_id, start, "end" DESC, id'
_ORDER: dict[type[Record], str] = {Entity: _TEXT_ORDER, Claim: _TEXT_ORDER}
_ARTICLE = f"SELECT {COLUMNS[Article]}, text FROM article JOIN article_text USING (n)"
_AT_ONCE = 400  # articles
_AT_ONCE_CHARACTERS = 2_000_000

Authors: TypeAlias = Callable[[str], bool] | Collection[str] | None


class WantedLayers(Struct, frozen=True):
    """Which layers to read; None is all."""

    authors: Authors = None
    roles: Collection[Role] | None = None
    statuses: Collection[Status] | None = None

    def takes(self, layer: Layer) -> bool:
        if callable(self.authors):
            named = self.authors(layer.author)
        else:
            named = self.authors is None or layer.author in self.authors
        return (
            named
            and (self.roles is None or layer.role in self.roles)
            and (self.statuses is None or layer.status in self.statuses)
        )


def article(conn: Connection, id_: str) -> Article | None:
    row = conn.execute(f"{_ARTICLE} WHERE id = ?", (id_,)).fetchone()
    return _checked(row) if row else None


def article_by_sha256(conn: Connection, sha256: str) -> Article | None:
    row = conn.execute(f"{_ARTICLE} WHERE sha256 = ?", (sha256,)).fetchone()
    return _checked(row) if row else None


def contents(conn: Connection, layer: Layer) -> LayerContents:
    return contents_of(conn, [layer])[0]


def contents_of(conn: Connection, layers: Collection[Layer]) -> list[LayerContents]:
    """What is in each layer, in the order of *layers*."""
    ids = as_json([layer.id for layer in layers])
    found: dict[type[Record], dict[str, list[Any]]] = {}
    for kind in LAYER_TYPES:
        found[kind] = _by_layer(conn, kind, ids)
    made = []
    for layer in layers:
        fields = {
            _FIELD[kind]: tuple(by_layer[layer.id])
            for kind, by_layer in found.items()
            if layer.id in by_layer
        }
        made.append(LayerContents(layer=layer, **fields))
    return made


def annotated_article(
    conn: Connection, article_id: str, wanted: WantedLayers | None = None
) -> AnnotatedArticle | None:
    for found in annotated_articles(conn, [article_id], wanted or WantedLayers()):
        return found
    return None


def annotated_articles(
    conn: Connection, ids: Iterable[str] | None, wanted: WantedLayers
) -> Iterator[AnnotatedArticle]:
    """Annotated articles in the order of *ids*, or of import. Each few hundred are of one state."""
    for numbers in _portions(conn, ids):
        with snapshot(conn):
            ready = list(_portion(conn, numbers, wanted))
        yield from ready


def _by_layer(conn: Connection, kind: type[Record], ids: str) -> dict[str, list[Any]]:
    """Records of one kind in text order by layer; *ids* is a JSON list of layers."""
    order = _ORDER.get(kind, "layer_id, id")
    sql = (
        f"SELECT {COLUMNS[kind]} FROM {table_of(kind)}"
        f" WHERE layer_id IN (SELECT value FROM json_each(?)) ORDER BY {order}"
    )
    by_layer = itertools.groupby(conn.execute(sql, (ids,)), key=_layer_id)
    grouped = {layer_id: from_rows(kind, rows) for layer_id, rows in by_layer}
    if kind is Attribution:
        for attributions in grouped.values():
            attributions.sort(key=_place)
    return grouped


def _place(attribution: Attribution) -> tuple[int, int, str]:
    spans = spans_of(attribution)
    return (spans[0].start, -spans[-1].end, attribution.id) if spans else (-1, 0, attribution.id)


def _portions(conn: Connection, ids: Iterable[str] | None) -> Iterator[list[int]]:
    """Numbers of articles, as many at a time as fit in a little memory."""
    portion: list[int] = []
    characters = 0
    for number, length in _numbers(conn, ids):
        if portion and (len(portion) == _AT_ONCE or characters + length > _AT_ONCE_CHARACTERS):
            yield portion
            portion, characters = [], 0
        portion.append(number)
        characters += length
    if portion:
        yield portion


def _numbers(conn: Connection, ids: Iterable[str] | None) -> Iterator[tuple[int, int]]:
    if ids is not None:
        for id_ in ids:
            sql = "SELECT n, characters FROM article WHERE id = ?"
            if (row := conn.execute(sql, (id_,)).fetchone()) is not None:
                yield row
        return
    last = 0
    while True:
        sql = "SELECT n, characters FROM article WHERE n > ? ORDER BY n LIMIT 5000"
        rows = conn.execute(sql, (last,)).fetchall()
        if not rows:
            return
        yield from rows
        last = rows[-1][0]


def _portion(
    conn: Connection, numbers: list[int], wanted: WantedLayers
) -> Iterator[AnnotatedArticle]:
    sql = f"SELECT n, {_ARTICLE[7:]} WHERE n IN (SELECT value FROM json_each(?))"
    found = {row[0]: _checked(row[1:]) for row in conn.execute(sql, (as_json(numbers),))}
    articles = [found[n] for n in numbers if n in found]
    layers = _wanted_layers(conn, [a.id for a in articles], wanted)
    by_article: dict[str, list[LayerContents]] = {}
    for layer_content in contents_of(conn, layers):
        by_article.setdefault(layer_content.layer.article_id, []).append(layer_content)
    sources = _sources_named(conn, layers)
    for one in articles:
        inside = by_article.get(one.id, [])
        named = {e.source_id for each in inside for e in each.evidence}
        used = tuple(sources[id_] for id_ in sorted(named))
        yield AnnotatedArticle(article=one, layers=tuple(inside), sources=used)


def _wanted_layers(conn: Connection, articles: list[str], wanted: WantedLayers) -> list[Layer]:
    sql = (
        f"SELECT {COLUMNS[Layer]} FROM layer"
        " WHERE article_id IN (SELECT value FROM json_each(?)) ORDER BY id"
    )
    rows = conn.execute(sql, (as_json(articles),))
    layers = [cast(Layer, from_row(Layer, row)) for row in rows]
    return [layer for layer in layers if wanted.takes(layer)]


def _sources_named(conn: Connection, layers: list[Layer]) -> dict[str, Source]:
    sql = (
        f"SELECT {COLUMNS[Source]} FROM source WHERE id IN (SELECT source_id FROM evidence"
        " WHERE layer_id IN (SELECT value FROM json_each(?)))"
    )
    rows = conn.execute(sql, (as_json([layer.id for layer in layers]),))
    return {row[0]: cast(Source, from_row(Source, row)) for row in rows}


def _checked(row: Row) -> Article:
    """The article in *row* if its text is still the one that was hashed."""
    *columns, text = row
    found = article_from(tuple(columns), text)
    if hashlib.sha256(text.encode()).hexdigest() != found.sha256:
        raise DamagedProject(
            "The text of “{title}” is not the one that was imported",
            hint="The file is damaged. Restore a backup, or import the article again elsewhere.",
            title=found.title,
        )
    return found
