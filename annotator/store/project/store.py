"""A project: one file with everything that people and machines said about some articles."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path

from annotator.core.annotated_article import AnnotatedArticle, LayerContents
from annotator.core.changes import Change
from annotator.core.errors import UserError
from annotator.core.ids import now
from annotator.core.metrics.project_progress import ProjectProgress
from annotator.core.model import (
    AnyRecord,
    Article,
    Attribution,
    Claim,
    Entity,
    Layer,
    Record,
    Role,
    Setting,
    Source,
    Status,
)

from ..changes import apply_change, change_log
from ..changes import read as reading
from ..changes.read import Authors, WantedLayers
from ..database import keys
from ..database import records as rows
from ..database.connection import (
    PATIENCE_MS,
    connect,
    faults,
    is_encrypted,
    snapshot,
    sqlite3,
    told,
)
from ..database.filesystem import refuse_long_name
from ..file import creation, encryption, migrations, opening
from ..file.opening import OpenedFile
from ..queries import article_list, full_text, project_progress, sources
from ..queries.article_list import ArticleFilter, ArticleRow
from ..queries.sources import SourceRow
from . import bulk_load
from .bulk_load import LoadResult, Progress
from .project_file import ProjectFile


class Store(ProjectFile):
    """An open project. For one thread; another one has a `Search`, or a store of its own.

    `apply` is the only way to edit, and writes the records and their row of the log in one durable
    transaction. `load` and `save_suggestions` bring in whole layers beside the log.
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

    @told
    def article(self, id_: str) -> Article | None:
        return reading.article(self._conn, id_)

    @told
    def article_by_sha256(self, sha256: str) -> Article | None:
        return reading.article_by_sha256(self._conn, sha256)

    @told
    def article_count(self) -> int:
        count: int = self._conn.execute("SELECT count(*) FROM article").fetchone()[0]
        return count

    @told
    def layers(self, article_id: str) -> list[Layer]:
        """All layers of an article, in order of their ids."""
        return rows.layers_of(self._conn, article_id)

    @told
    def layer(self, article_id: str, author: str) -> Layer | None:
        """The layer of *author* on an article."""
        own = (layer for layer in rows.layers_of(self._conn, article_id) if layer.author == author)
        return next(own, None)

    @told
    def contents(self, layer_id: str) -> LayerContents:
        """A layer with its records; raises KeyError where there is no such layer."""
        with snapshot(self._conn):
            layer = rows.stored(self._conn, Layer, layer_id)
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
            return rows.stored(self._conn, kind, id_)
        return rows.any_stored(self._conn, id_)

    @told
    def sources(self) -> list[Source]:
        """All sources of the project, by title."""
        return list(rows.all_of(self._conn, Source, "ORDER BY title COLLATE NOCASE, id"))

    @told
    def find_sources(self, words: str, *, limit: int) -> list[SourceRow]:
        """Sources in which every one of *words* stands, the newest first."""
        return sources.find(self._conn, words, limit)

    @told
    def sources_like(self, source: Source, host: str) -> list[Source]:
        """Sources that could be the same document as *source*, which is of the site *host*."""
        return sources.like(self._conn, source, host)

    @told
    def claims_with(self, source_id: str) -> list[tuple[str, str]]:
        """Ids of the (article, claim) pairs that a source is evidence for."""
        return sources.claims_with(self._conn, source_id)

    @told
    def setting(self, id_: str) -> Setting | None:
        any_record = rows.stored(self._conn, Setting, id_)
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
        """Bring in whole dossiers, all or nothing, whatever their number, in flat memory.

        A text that is here already is recognised, and so is a layer; one that differs from what
        is here is told of in the conflicts and left out. *on_progress* is called with the number
        of dossiers so far; what it raises cancels all.
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

    @told
    def changes(
        self,
        *,
        article_id: str | None = None,
        author: str | None = None,
        since: int = 0,
        limit: int | None = None,
        newest_first: bool = False,
    ) -> list[tuple[int, Change]]:
        """Changes numbered after *since*, with their numbers."""
        return change_log.changes(
            self._conn,
            article_id=article_id,
            author=author,
            since=since,
            limit=limit,
            newest_first=newest_first,
        )

    @told
    def change(self, id_: str) -> Change | None:
        return change_log.change(self._conn, id_)

    @told
    def undoable(self, author: str) -> Change | None:
        """What *author* did last; applying its inverse undoes it."""
        return change_log.undoable(self._conn, author)

    @told
    def redoable(self, author: str) -> Change | None:
        """The undo of *author* whose inverse is the redo; None after something new was done."""
        return change_log.redoable(self._conn, author)

    # ---- the queue

    @told
    def queue(self, wanted: ArticleFilter) -> list[str]:
        """Ids of the articles that *wanted* lets through, in its order."""
        return article_list.queue(self._conn, wanted)

    @told
    def rows(self, ids: Iterable[str], analyst: str) -> list[ArticleRow]:
        """What the queue says of each of *ids*, in that order."""
        return article_list.rows(self._conn, list(ids), analyst)

    @told
    def without_suggestions(
        self, author: str, by_language: Mapping[str, str] | None = None
    ) -> list[str]:
        """Ids of the articles that *author*, or the machine of their language, has not read."""
        return article_list.without_suggestions(self._conn, author, by_language or {})

    @told
    def lengths(self, article_ids: Iterable[str]) -> dict[str, int]:
        """How many characters each article has."""
        return article_list.lengths(self._conn, list(article_ids))

    @told
    def with_layers(self, *, drafts: bool) -> list[str]:
        """Ids of the articles on which people have handed in layers; with *drafts*, or begun."""
        return article_list.with_layers(self._conn, drafts=drafts)

    @told
    def labels_in_use(self) -> dict[str, int]:
        """How many entities carry each label, in all layers."""
        return article_list.labels_in_use(self._conn)

    @told
    def statuses(self, analyst: str) -> dict[str, int]:
        """How many articles have each status for *analyst*; ``new`` are the untouched ones."""
        return article_list.statuses(self._conn, analyst)

    @told
    def dashboard(self) -> ProjectProgress:
        """How far the project is."""
        return project_progress.dashboard(self._conn)

    @told
    def languages(self) -> dict[str, int]:
        """How many articles there are in each language, the commonest first."""
        return article_list.languages(self._conn)

    @told
    def authors(self) -> dict[str, int]:
        """Who has layers here, and how many."""
        return article_list.authors(self._conn)

    @told
    def titles_like(self, words: str, *, limit: int = 20) -> list[tuple[str, str]]:
        """Ids and titles of articles in whose title *words* stand."""
        return article_list.titles_like(self._conn, words, limit)

    @told
    def labelled(self, label: str) -> list[Entity]:
        """Every entity with *label* in the layers that people made."""
        return article_list.labelled(self._conn, label)

    @told
    def occurrences(self, words: str) -> list[str]:
        """Ids of the articles in which *words* stand as they are written, in order of import."""
        return full_text.articles_with(self._conn, words)
