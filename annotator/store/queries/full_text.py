"""Full-text search over titles and texts, on a connection of its own for another thread."""

from __future__ import annotations

from pathlib import Path
from types import TracebackType

from msgspec import Struct

from ..database.connection import Connection, connect, sqlite3, told
from ..file import write_ahead_log
from . import article_list
from .article_list import ArticleFilter
from .claims_list import ClaimFilter, ClaimList, ClaimsQuery
from .next_to_annotate import OrderedArticles
from .typed_query import TERM, query_of

_RANKED = 2000  # more hits than this and the newest come first: ranking them all takes too long


class SearchHit(Struct, frozen=True):
    """An article found; the words found stand between U+2068 and U+2069 in the snippet."""

    article_id: str
    title: str
    snippet: str


class FullTextSearch:
    """Searches of one project. Not for two threads at a time."""

    def __init__(self, path: Path) -> None:
        self.path: Path | None = path
        write_ahead_log.prepare(path)
        self._conn = connect(path, mode="ro", any_thread=True)
        self._conn.execute("PRAGMA query_only = ON")
        self._claims = ClaimsQuery(self._conn, path)

    def close(self) -> None:
        self._conn.close()

    def __enter__(self) -> FullTextSearch:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def interrupt(self) -> None:
        """Let a search that is under way (in another thread) come back empty."""
        self._conn.interrupt()

    @told
    def search(self, text: str, limit: int = 50) -> list[SearchHit]:
        """The best *limit* articles with all words of *text*, the last one perhaps unfinished."""
        return search(self._conn, text, limit)

    @told
    def ids(self, text: str, limit: int = 100_000) -> list[str]:
        """Ids of all articles that `search` would find, in order of import."""
        return ids(self._conn, text, limit)

    @told
    def queue(self, wanted: ArticleFilter) -> list[str]:
        """As `Store.queue`, for the thread of this search."""
        return article_list.queue(self._conn, wanted)

    @told
    def lined(self, wanted: ArticleFilter) -> OrderedArticles:
        """The articles that *wanted* lets through by what they teach, with the reasons."""
        return article_list.lined(self._conn, wanted)

    @told
    def claims(self, wanted: ClaimFilter) -> ClaimList:
        """The claims that *wanted* lets through."""
        return self._claims.listed(wanted)

    @told
    def occurrences(self, words: str) -> list[str]:
        """Ids of the articles in which *words* stand as they are written, in order of import."""
        return articles_with(self._conn, words)


def search(conn: Connection, text: str, limit: int) -> list[SearchHit]:
    query = query_of(text)
    if not query:
        return []
    sql = "SELECT count(*) FROM (SELECT 1 FROM article_fts WHERE article_fts MATCH ? LIMIT ?)"
    try:
        many = conn.execute(sql, (query, _RANKED + 1)).fetchone()[0] > _RANKED
        order = "article_fts.rowid DESC" if many else "bm25(article_fts, 8.0, 1.0)"
        found = conn.execute(
            "SELECT article.id, article.title,"
            " snippet(article_fts, 1, char(0x2068), char(0x2069), '…', 16)"
            " FROM article_fts JOIN article ON article.n = article_fts.rowid"
            f" WHERE article_fts MATCH ? ORDER BY {order} LIMIT ?",
            (query, limit),
        ).fetchall()
    except sqlite3.OperationalError as err:
        if getattr(err, "sqlite_errorcode", 0) == 9:  # INTERRUPT
            return []
        raise
    return [SearchHit(*row) for row in found]


def ids(conn: Connection, text: str, limit: int) -> list[str]:
    query = query_of(text)
    if not query:
        return []
    sql = (
        "SELECT article.id FROM article_fts JOIN article ON article.n = article_fts.rowid"
        " WHERE article_fts MATCH ? ORDER BY article_fts.rowid LIMIT ?"
    )
    return [row[0] for row in conn.execute(sql, (query, limit))]


def articles_with(conn: Connection, words: str) -> list[str]:
    """Ids of articles whose text has *words* exactly; those inside a longer word count too
    only where *words* are signs that are not indexed."""
    if not words:
        return []
    phrase = '"' + " ".join(TERM.findall(words)) + '"'
    if phrase == '""':
        sql = "SELECT article.id FROM article JOIN article_text USING (n) WHERE instr(text, ?) > 0"
        return [row[0] for row in conn.execute(f"{sql} ORDER BY n", (words,))]
    sql = (
        "SELECT article.id FROM article_fts JOIN article ON article.n = article_fts.rowid"
        " JOIN article_text ON article_text.n = article.n"
        " WHERE article_fts MATCH ? AND instr(article_text.text, ?) > 0 ORDER BY article.n"
    )
    return [row[0] for row in conn.execute(sql, (f"text : {phrase}", words))]
