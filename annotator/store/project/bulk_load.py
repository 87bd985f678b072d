"""Annotated articles and suggestions into the tables in bulk, beside the log, with a record of the run."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from typing import Any

import msgspec
from msgspec import Struct

from annotator.core import text as texts
from annotator.core.annotated_article import AnnotatedArticle, LayerContents
from annotator.core.changes import digest_records, logged
from annotator.core.errors import StaleEdit, UserError
from annotator.core.ids import new_id, now
from annotator.core.model import LAYER_TYPES, Article, Deletion, Layer, Record, Source, with_

from ..changes import counts as tallies
from ..changes import read as reading
from ..changes.apply_change import refuse_misplaced
from ..database import records as rows
from ..database.connection import Connection, sqlite3
from ..deletion import deletion_records

Progress = Callable[[int], None] | None

_INSERT_RUN = "INSERT INTO run VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_INSERT = {kind: rows.insert_sql(kind, ("run_id", "base")) for kind in (Layer, Source)}
_INSERT_ARTICLE = rows.insert_sql(Article, ("characters", "run_id", "base"))
_INDEXED_AT_ONCE = 1000  # articles
_BIG_CACHE_KB, _CACHE_KB = 65536, 8192


class NotLoaded(Struct, frozen=True):
    """What was not loaded, and why: an English template with the values for its ``{names}``."""

    message: str
    fields: dict[str, Any] = {}

    def __str__(self) -> str:
        return self.message.format(**self.fields)


class BarredArticle(Struct, frozen=True):
    """An article that was left out because its text was deleted here: by whom, when and why."""

    title: str
    sha256: str
    by: str
    at: str
    reason: str


class LoadResult(Struct):
    """What came of loading some annotated articles."""

    articles_new: int = 0
    articles_known: int = 0
    layers_new: int = 0
    layers_known: int = 0
    annotations: int = 0
    conflicts: list[NotLoaded] = []
    deleted: list[BarredArticle] = []  # texts that were deleted for good, and were left out


def load(
    conn: Connection,
    annotated_articles: Iterable[AnnotatedArticle],
    *,
    author: str,
    tool: str,
    on_progress: Progress = None,
) -> LoadResult:
    """Load *annotated_articles* as they come, inside an open transaction, and tell how many after each.

    A text that was deleted for good is left out.
    Whatever *annotated_articles* or *on_progress* raises ends the transaction and leaves nothing behind.
    """
    began, clock = now(), time.monotonic()
    loading = _Loading(conn)
    conn.execute(f"PRAGMA cache_size = -{_BIG_CACHE_KB}")
    try:
        for count, annotated_article in enumerate(annotated_articles, 1):
            loading.take(annotated_article)
            if on_progress is not None:
                on_progress(count)
        loading.index()
    finally:
        conn.execute(f"PRAGMA cache_size = -{_CACHE_KB}")
    done = loading.loaded
    if done.articles_new or done.layers_new or loading.sources_new:
        seconds = time.monotonic() - clock
        counts = (done.articles_new, done.layers_new, done.annotations)
        conn.execute(
            _INSERT_RUN,
            (loading.run_id, "import", author, tool, began, now(), seconds, *counts),
        )
    return done


def save_suggestions(
    conn: Connection, layer: Layer, contents: LayerContents, *, seconds: float
) -> None:
    """A machine's whole layer, empty too: that it found nothing differs from not having looked."""
    if any(record.layer_id != layer.id for record in contents.records()):
        raise ValueError("suggestions of another layer")
    sql = "SELECT n, characters FROM article WHERE id = ?"
    found = conn.execute(sql, (layer.article_id,)).fetchone()
    if found is None:
        raise StaleEdit("The article was deleted while the machine read it")
    number, length = found
    refuse_misplaced(contents, length)
    run_id = new_id()
    total, _ = _insert_layer(conn, contents, number, run_id)
    tallies.settle(conn, layer.article_id)
    times = (layer.created_at, now(), seconds)
    counts = (0, 1, total)
    conn.execute(_INSERT_RUN, (run_id, "suggest", layer.author, layer.author, *times, *counts))


def _insert_layer(
    conn: Connection, contents: LayerContents, number: int, run_id: str
) -> tuple[int, tallies.LayerCounts]:
    """Insert a layer with all that is in it: how many records that is, and of what."""
    layer = contents.layer
    conn.execute(_INSERT[Layer], (*rows.to_row(layer), run_id, digest_of(contents)))
    total = rows.insert_contents(conn, contents)
    counts = tallies.counted(contents)
    tallies.open_row(conn, number, layer, counts)
    return total, counts


def digest_of(contents: LayerContents) -> str:
    """The hash by which a layer written in bulk is known again: of it and all that is in it."""
    return digest_records((contents.layer, *contents.records()))


class _LoadedArticle(Struct, frozen=True):
    """An article in the tables: its id and number, and whether this run brought it."""

    id: str
    number: int
    is_new: bool


class _Loading:
    """The state of one `load`: where it is in the run, and what came of it so far."""

    def __init__(self, conn: Connection) -> None:
        self._conn = conn
        self.run_id = new_id()
        self.loaded = LoadResult()
        self.sources_new = 0
        self._to_index: list[int] = []

    def take(self, annotated_article: AnnotatedArticle) -> None:
        place = self._article(annotated_article.article)
        if place is None:
            return
        for source in annotated_article.sources:
            self._source(source)
        made: list[tuple[Layer, tallies.LayerCounts]] = []
        for contents in annotated_article.layers:
            layer = contents.layer
            if layer.article_id != place.id:
                layer = with_(layer, article_id=place.id)
                contents = msgspec.structs.replace(contents, layer=layer)
            if (counts := self._layer(contents, annotated_article.article, place)) is not None:
                made.append((layer, counts))
        self._tally(place, made)
        if len(self._to_index) >= _INDEXED_AT_ONCE:
            self.index()

    def _tally(self, place: _LoadedArticle, made: list[tuple[Layer, tallies.LayerCounts]]) -> None:
        machines = [each for each in made if each[0].role == "machine"]
        if place.is_new and len(made) == len(machines) == 1:
            tallies.open_suggestions(self._conn, place.number, *machines[0])
        elif machines or (made and not place.is_new):
            tallies.settle(self._conn, place.id)

    def _conflict(self, message: str, **fields: object) -> None:
        self.loaded.conflicts.append(NotLoaded(message, fields))

    def _article(self, article: Article) -> _LoadedArticle | None:
        """Where the article with this text is, which is new or was known; else None."""
        sql = "SELECT id, n, sha256 FROM article WHERE sha256 = ? OR id = ?"
        alike = self._conn.execute(sql, (article.sha256, article.id)).fetchall()
        for id_, number, sha256 in alike:
            if sha256 == article.sha256:
                self.loaded.articles_known += 1
                return _LoadedArticle(id_, number, False)
        if texts.sha256(article.text) != article.sha256:
            self._conflict("“{title}”: its text is not the one its hash is of", title=article.title)
            return None
        if (gone := deletion_records.of_text(self._conn, article.sha256)) is not None:
            self.loaded.deleted.append(barred(article, gone))
            return None
        if alike:
            self._conflict("“{title}” is here already with another text", title=article.title)
            return None
        base = digest_records([logged(article)])
        values = (*rows.to_row(article), len(article.text), self.run_id, base)
        number = self._conn.execute(_INSERT_ARTICLE, values).lastrowid or 0
        self._conn.execute("INSERT INTO article_text VALUES (?, ?)", (number, article.text))
        self._to_index.append(number)
        self.loaded.articles_new += 1
        return _LoadedArticle(article.id, number, True)

    def index(self) -> None:
        """Put the texts that came since the last time into the full-text index.

        Many at once: other statements between make FTS5 write out what it has gathered.
        """
        if self._to_index:
            sql = (
                "INSERT INTO article_fts (rowid, title, text)"
                " SELECT n, title, text FROM searchable WHERE n BETWEEN ? AND ?"
            )
            self._conn.execute(sql, (self._to_index[0], self._to_index[-1]))
            self._to_index.clear()

    def _source(self, source: Source) -> None:
        stored = rows.stored(self._conn, Source, source.id)
        if stored is None:
            values = (*rows.to_row(source), self.run_id, digest_records([source]))
            self._conn.execute(_INSERT[Source], values)
            self.sources_new += 1
        elif stored != source:
            self._conflict("The source “{title}” is here already and differs", title=source.title)

    def _layer(
        self, contents: LayerContents, article: Article, place: _LoadedArticle
    ) -> tallies.LayerCounts | None:
        """Load the layer if it is new, and count what is in it."""
        layer = contents.layer
        if (stored := self._stored(layer, place)) is not None:
            if _same(stored, contents):
                self.loaded.layers_known += 1
            else:
                message = "“{title}”: {who} already has other annotations there; they were kept"
                self._conflict(message, title=article.title, who=layer.author)
            return None
        try:
            refuse_misplaced(contents, len(article.text))
            total, counts = _insert_layer(self._conn, contents, place.number, self.run_id)
        except UserError as err:
            message = "“{title}”, annotations of {who}: {said}"
            self._conflict(message, title=article.title, who=layer.author, said=str(err))
            return None
        except sqlite3.IntegrityError:
            self._take_back(layer)
            message = "“{title}”: annotations of {who} are here already in another layer"
            self._conflict(message, title=article.title, who=layer.author)
            return None
        self.loaded.layers_new += 1
        self.loaded.annotations += total
        return counts

    def _take_back(self, layer: Layer) -> None:
        """Undo half of an insert (a savepoint for each layer takes longer than the layer)."""
        for table in (*map(rows.table_of, LAYER_TYPES), "tally"):
            self._conn.execute(f"DELETE FROM {table} WHERE layer_id = ?", (layer.id,))
        self._conn.execute("DELETE FROM layer WHERE id = ?", (layer.id,))

    def _stored(self, layer: Layer, place: _LoadedArticle) -> LayerContents | None:
        """What is there under the layer's id, or by its author on its article."""
        known = rows.stored(self._conn, Layer, layer.id)
        if known is None and not place.is_new:
            clause = "WHERE article_id = ? AND author = ?"
            known = next(
                rows.all_of(self._conn, Layer, clause, layer.article_id, layer.author), None
            )
        return reading.contents(self._conn, known) if isinstance(known, Layer) else None


def barred(article: Article, gone: Deletion) -> BarredArticle:
    """*article*, left out for *gone*."""
    return BarredArticle(article.title, article.sha256, gone.by, gone.at, gone.reason)


def _same(stored: LayerContents, coming: LayerContents) -> bool:
    """Whether two layers say the same, be it under other ids."""
    if stored.layer.id == coming.layer.id:
        return digest_of(stored) == digest_of(coming)
    return stored.layer.status == coming.layer.status and _shape(stored) == _shape(coming)


def _shape(contents: LayerContents) -> list[bytes]:
    """The records of a layer with each id replaced by its owner's place."""
    records: list[Record] = [*contents.entities, *contents.claims, *contents.attributions]
    records += [*contents.evidence, *contents.verdicts, *contents.judgements, *contents.rulings]
    places = {record.id: f"#{at}" for at, record in enumerate(sorted(records, key=_bare))}
    encode = msgspec.json.Encoder(order="sorted").encode
    return sorted(encode(_renamed(msgspec.to_builtins(r), places)) for r in records)


def _bare(record: Record) -> bytes:
    """What a record says apart from who it is and where it lies: to sort by."""
    plain = msgspec.to_builtins(record)
    links = ("id", "layer_id", "claims", "claim_id", "part_of", "nested_in", "supersedes")
    return msgspec.json.encode({k: v for k, v in plain.items() if k not in links})


def _renamed(value: Any, places: dict[str, str]) -> Any:
    if isinstance(value, dict):
        return {k: _renamed(v, places) for k, v in value.items() if k != "layer_id"}
    if isinstance(value, list | tuple):
        return [_renamed(v, places) for v in value]
    return places.get(value, value) if isinstance(value, str) else value
