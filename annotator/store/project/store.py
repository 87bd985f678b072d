"""A project: one file with everything that people and machines said about some articles."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from annotator.core.annotated_article import AnnotatedArticle, LayerContents
from annotator.core.changes import Change
from annotator.core.errors import UserError
from annotator.core.ids import now
from annotator.core.model import (
    AnyRecord,
    Attribution,
    Claim,
    Entity,
    Layer,
    Record,
    Role,
    Setting,
    Status,
)

from ..changes import apply_change, change_log
from ..changes import read as reading
from ..changes.read import Authors, WantedLayers
from ..database import keys, records
from ..database.connection import (
    PATIENCE_MS,
    connect,
    faults,
    is_encrypted,
    query,
    snapshot,
    sqlite3,
    told,
)
from ..database.filesystem import refuse_long_name
from ..file import creation, encryption, migrations, opening
from ..file.opening import OpenedFile
from ..queries import article_list, full_text, project_progress
from ..queries import sources as source_queries
from . import bulk_load
from .bulk_load import LoadResult, Progress
from .project_file import ProjectFile


class Store(ProjectFile):
    """An open project. For one thread; another one has a `Search`, or a store of its own.

    `apply` is the only way to edit, and writes the records and their row of the log in one durable
    transaction. `load` and `save_suggestions` bring in whole layers beside the log. What is asked with
    `query` is described where its SQL is.
    """

    @classmethod
    def create(cls, path: Path, *, key: keys.ProjectKey | None = None) -> Store:
        """A new project in *path*, which must not exist; see `creation.make_file`.

        With *key* it is encrypted from its first byte on.
        """
        refuse_long_name(path)
        creation.make_file(path, key)
        if key is not None:
            keys.add(key)
        return cls.open(path)

    @classmethod
    def open(cls, path: Path, *, readonly: bool = False, patience_ms: int = PATIENCE_MS) -> Store:
        """The project in *path*; a `ProjectFault` says what is wrong with one that is not opened."""
        opened = opening.open_file(
            path, readonly=readonly, patience_ms=patience_ms, migrate=migrations.migrate
        )
        encryption.remove_replaced(path)
        opened.notices += encryption.notices(path)
        with faults(path):
            try:
                return cls(path, opened, patience_ms=patience_ms)
            except BaseException:
                opening.close(opened)
                raise

    @classmethod
    def memory(cls) -> Store:
        """An empty project that is gone when it is closed."""
        conn = connect(None)
        creation.build(conn)
        return cls(None, OpenedFile(conn, False, []))

    @property
    def is_encrypted(self) -> bool:
        """Whether nothing of it may lie anywhere in the clear."""
        return is_encrypted(self._conn)

    # ---- reading

    article = query(reading.article)
    article_by_sha256 = query(reading.article_by_sha256)
    article_count = query(article_list.count)
    layers = query(records.layers_of)

    def layer(self, article_id: str, author: str) -> Layer | None:
        """The layer of *author* on an article."""
        return next((layer for layer in self.layers(article_id) if layer.author == author), None)

    @told
    def contents(self, layer_id: str) -> LayerContents:
        """A layer with its records; raises KeyError where there is no such layer."""
        with snapshot(self._conn):
            layer = records.stored(self._conn, Layer, layer_id)
            if not isinstance(layer, Layer):
                raise KeyError(layer_id)
            return reading.contents(self._conn, layer)

    @told
    def annotated_article(self, article_id: str) -> AnnotatedArticle:
        """An article with all its layers; raises KeyError where there is no such article."""
        found = reading.annotated_article(self._conn, article_id)
        if found is None:
            raise KeyError(article_id)
        return found

    def annotated_articles(
        self,
        article_ids: Iterable[str] | None = None,
        *,
        authors: Authors = None,
        roles: Collection[Role] | None = None,
        statuses: Collection[Status] | None = None,
    ) -> Iterator[AnnotatedArticle]:
        """All articles (or those named, in that order) with the layers that are wanted.

        Streams in flat memory; an article of which no layer is wanted comes without one.
        """
        with faults(self.path):
            yield from reading.annotated_articles(
                self._conn, article_ids, WantedLayers(authors, roles, statuses)
            )

    @told
    def record(self, id_: str, kind: type[Record] | None = None) -> AnyRecord | None:
        """The record with that id; an article without its text. Quicker if its kind is known."""
        if kind is not None:
            return records.stored(self._conn, kind, id_)
        return records.any_stored(self._conn, id_)

    sources = query(source_queries.every)
    find_sources = query(source_queries.find)
    sources_like = query(source_queries.like)
    claims_with = query(source_queries.claims_with)

    @told
    def setting(self, id_: str) -> Setting | None:
        any_record = records.stored(self._conn, Setting, id_)
        return any_record if isinstance(any_record, Setting) else None

    # ---- writing

    @told
    def load(
        self,
        annotated_articles: Iterable[AnnotatedArticle],
        *,
        author: str,
        tool: str,
        on_progress: Progress = None,
    ) -> LoadResult:
        """Bring in whole annotated articles, all or nothing, whatever their number, in flat memory.

        A text that is here already is recognised, and so is a layer; one that differs from what
        is here is told of in the conflicts and left out. *on_progress* is called with the number
        of annotated articles so far; what it raises cancels all.
        """
        with self.writing():
            done = bulk_load.load(
                self._conn, annotated_articles, author=author, tool=tool, on_progress=on_progress
            )
        self.session_edits.bulk += 1
        if done.annotations > 100_000:
            self.settle()
        return done

    @told
    def save_suggestions(
        self,
        article_id: str,
        author: str,
        entities: Iterable[Entity] = (),
        claims: Iterable[Claim] = (),
        attributions: Iterable[Attribution] = (),
        *,
        layer_id: str,
        seconds: float = 0.0,
    ) -> Layer:
        """Keep what the machine *author* found in an article, were it nothing.

        A machine (a name and a version) is asked once: if its layer is here already, that one is
        returned and nothing is written.
        """
        with self.writing():
            if (known := self.layer(article_id, author)) is not None:
                return known
            layer = Layer(
                id=layer_id, article_id=article_id, author=author, role="machine", created_at=now()
            )
            inside = LayerContents(
                layer=layer,
                entities=tuple(entities),
                claims=tuple(claims),
                attributions=tuple(attributions),
            )
            bulk_load.save_suggestions(self._conn, layer, inside, seconds=seconds)
        self.session_edits.bulk += 1
        return layer

    @told
    def apply(self, change: Change) -> Change:
        """Do *change* durably, or raise and do nothing; the change as it is in the log.

        Raises:
            StaleEdit: a record is no longer what the edit takes it to be.
            NotYourLayer: the edit reaches into another author's layer.
        """
        self._refuse_if_readonly()
        if not change.edits:
            return change
        try:
            with self.writing():
                sealed = apply_change.apply(self._conn, change)
        except sqlite3.IntegrityError as err:
            user_error: UserError | None = apply_change.still_needed(err)
            if user_error is None:
                raise
            raise user_error from err
        self.session_edits.changes.append(sealed)
        return sealed

    # ---- the log

    changes = query(change_log.changes)
    change = query(change_log.change)
    undoable = query(change_log.undoable)
    redoable = query(change_log.redoable)

    # ---- the list of articles

    queue = query(article_list.queue)
    rows = query(article_list.rows)
    without_suggestions = query(article_list.without_suggestions)
    last_article = query(article_list.last_article)
    article_after = query(article_list.article_after)
    lengths = query(article_list.lengths)
    with_layers = query(article_list.with_layers)
    labels_in_use = query(article_list.labels_in_use)
    labels_given = query(article_list.labels_given)
    statuses = query(article_list.statuses)
    dashboard = query(project_progress.dashboard)
    languages = query(article_list.languages)
    authors = query(article_list.authors)
    titles_like = query(article_list.titles_like)
    labelled = query(article_list.labelled)
    occurrences = query(full_text.articles_with)
