"""Which articles an analyst works on, in which order, and what the list says of each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Literal

from msgspec import Struct

from annotator.core.model import Entity

from ..changes.counts import SUGGESTIONS
from ..database.connection import Connection
from ..database.records import all_of, as_json
from . import next_to_annotate
from .assignments import MINE

#: Orders that come from what the machine says of each article (`lined`).
BY_MACHINE = frozenset(("teaching", "doubtful"))
Sort = Literal[
    "imported", "newest", "title", "published", "undecided", "teaching", "doubtful", "given"
]


class ArticleFilter(Struct, frozen=True, kw_only=True):
    """What *analyst* wants to see; everything that is left out lets all articles through.

    *status* is one of a layer's, or ``new`` for articles the analyst has not touched; *label* one
    of an entity or the kind of a claim, in the analyst's layer or among the suggestions; *ids* what
    a search found, and ``sort="given"`` keeps its order.
    """

    analyst: str
    status: str | None = None
    language: str | None = None
    label: str | None = None
    undecided: bool = False
    assigned: bool = False  # to the analyst, when articles were shared out
    to_review: bool = False  # a colleague has submitted it, and nobody has approved that yet
    flagged: bool = False  # something of the analyst's own is marked as unsure
    ids: Sequence[str] | None = None
    sort: Sort = "imported"


class ArticleRow(Struct, frozen=True):
    """One line of the article list. The counts are of the analyst's own layer."""

    id: str
    title: str
    publisher: str | None
    published: str | None
    language: str
    status: str  # a layer's, or "new"
    entities: int
    claims: int
    undecided: int
    has_suggestions: bool
    flagged: bool
    is_old: bool = False  # a newer version of its text is here


_FROM = """
FROM article AS a
LEFT JOIN tally AS own ON own.author = :analyst AND own.n = a.n
LEFT JOIN tally AS machine ON machine.author = :machine AND machine.n = a.n
"""
_UNDECIDED = "iif(own.n IS NULL, coalesce(machine.undecided, 0), own.undecided)"
_ORDER: dict[Sort, str] = {
    "imported": "a.n",
    "newest": "a.n DESC",
    "title": "a.title COLLATE NOCASE, a.n",
    "published": "a.published DESC, a.n",
    "undecided": f"{_UNDECIDED} DESC, a.n",
    "teaching": "a.n",  # see `lined`
    "doubtful": "a.n",
    "given": "a.n",
}
_HAS_LABEL = """EXISTS (
  SELECT 1 FROM tally AS t, json_each(t.{column}) AS e
  WHERE t.n = a.n AND t.author IN (:analyst, :machine) AND e.key = :label)"""

_TO_REVIEW = """EXISTS (
  SELECT 1 FROM tally AS theirs WHERE theirs.n = a.n AND theirs.status = 'submitted'
  AND theirs.author NOT IN (:analyst, :machine, 'gold'))"""


def queue(conn: Connection, wanted: ArticleFilter) -> list[str]:
    """Ids of the articles that *wanted* lets through, in its order."""
    return lined(conn, wanted).ids if wanted.sort in BY_MACHINE else _queue(conn, wanted)


def lined(conn: Connection, wanted: ArticleFilter) -> next_to_annotate.OrderedArticles:
    """The articles that *wanted* lets through by what the machine says of them, with the reasons."""
    sql = "SELECT a.id FROM tally JOIN article AS a USING (n) WHERE tally.author = ?"
    finished = "status IN ('submitted', 'approved')"
    done = {row[0] for row in conn.execute(f"{sql} AND {finished}", (wanted.analyst,))}
    worth, by_doubt = next_to_annotate.teaching(conn), wanted.sort == "doubtful"
    return next_to_annotate.lined(_queue(conn, wanted), worth, done, by_doubt=by_doubt)


def _queue(conn: Connection, wanted: ArticleFilter) -> list[str]:
    clauses: list[str] = []
    if wanted.status is not None:
        clauses.append("coalesce(own.status, 'new') = :status")
    if wanted.language is not None:
        clauses.append("a.language = :language")
    if wanted.label is not None:
        clauses.append(f"({_has_label('labels')} OR {_has_label('kinds')})")
    if wanted.undecided:
        clauses.append(f"{_UNDECIDED} > 0")
    if wanted.assigned:
        clauses.append(MINE)
    if wanted.to_review:
        clauses.append(_TO_REVIEW)
    if wanted.flagged:
        clauses.append("own.unsure > 0")
    if wanted.ids is not None:
        clauses.append("a.id IN (SELECT value FROM json_each(:ids))")
    where = f"WHERE {' AND '.join(clauses)}" if clauses else ""
    values: dict[str, Any] = {
        "analyst": wanted.analyst,
        "machine": SUGGESTIONS,
        "status": wanted.status,
        "language": wanted.language,
        "label": wanted.label,
        "ids": as_json(list(wanted.ids or ())),
    }
    sql = f"SELECT a.id {_FROM} {where} ORDER BY {_ORDER[wanted.sort]}"
    found = [row[0] for row in conn.execute(sql, values)]
    if wanted.sort == "given" and wanted.ids is not None:
        kept = set(found)
        return [id_ for id_ in wanted.ids if id_ in kept]
    return found


def _has_label(column: str) -> str:
    return _HAS_LABEL.format(column=column)


def rows(conn: Connection, ids: Sequence[str], analyst: str) -> list[ArticleRow]:
    """The lines for *ids*, in that order; ids of no article are left out."""
    sql = f"""SELECT a.id, title, publisher, published, language, coalesce(own.status, 'new'),
      coalesce(own.entities, 0), coalesce(own.claims, 0), {_UNDECIDED},
      coalesce(machine.undecided, 0) > 0, coalesce(own.unsure, 0) > 0,
      json_extract(a.metadata, '$.followed_by') IS NOT NULL
      {_FROM} WHERE a.id IN (SELECT value FROM json_each(:ids))"""
    values = {"analyst": analyst, "machine": SUGGESTIONS, "ids": as_json(list(ids))}
    article_rows: dict[str, ArticleRow] = {}
    for *first, has_suggestions, flagged, is_old in conn.execute(sql, values):
        id_, title, publisher, published, language, status, entities, claims, undecided = first
        article_rows[id_] = ArticleRow(
            id=id_,
            title=title,
            publisher=publisher,
            published=published,
            language=language,
            status=status,
            entities=entities,
            claims=claims,
            undecided=undecided,
            has_suggestions=has_suggestions != 0,
            flagged=flagged != 0,
            is_old=is_old != 0,
        )
    return [article_rows[id_] for id_ in ids if id_ in article_rows]


def without_suggestions(
    conn: Connection, author: str, by_language: Mapping[str, str] | None = None
) -> list[str]:
    """Ids of the articles that the machine has not looked at, in order of import.

    *by_language* has the machine of a language (its code without a region), *author* is the
    machine for all others.
    """
    sql = (
        "SELECT id FROM article AS a WHERE NOT EXISTS (SELECT 1 FROM tally WHERE tally.n = a.n"
        " AND tally.author = coalesce((SELECT value FROM json_each(:others)"
        " WHERE key = lower(substr(a.language, 1, instr(a.language || '-', '-') - 1))), :author))"
        " ORDER BY n"
    )
    values = {"author": author, "others": as_json(dict(by_language or {}))}
    return [row[0] for row in conn.execute(sql, values)]


def count(conn: Connection) -> int:
    """How many articles there are."""
    whole: int = conn.execute("SELECT count(*) FROM article").fetchone()[0]
    return whole


def last_article(conn: Connection) -> str:
    """Id of the article that was imported last; "" where there is none."""
    row = conn.execute("SELECT id FROM article ORDER BY n DESC LIMIT 1").fetchone()
    return row[0] if row else ""


def article_after(conn: Connection, id_: str) -> str:
    """Id of the article that was imported next after *id_* ("": the first); "" where none was."""
    sql = (
        "SELECT id FROM article WHERE n > coalesce((SELECT n FROM article WHERE id = ?), 0)"
        " ORDER BY n LIMIT 1"
    )
    row = conn.execute(sql, (id_,)).fetchone()
    return row[0] if row else ""


def lengths(conn: Connection, ids: Iterable[str]) -> dict[str, int]:
    """How many characters each article has."""
    sql = "SELECT id, characters FROM article WHERE id IN (SELECT value FROM json_each(?))"
    return dict(conn.execute(sql, (as_json(list(ids)),)).fetchall())


def with_layers(conn: Connection, *, drafts: bool) -> list[str]:
    """Ids of the articles on which people have handed in layers, in order of import."""
    clause = "" if drafts else " AND layer.status <> 'draft'"
    sql = (
        "SELECT id FROM article AS a WHERE EXISTS (SELECT 1 FROM layer"
        f" WHERE layer.article_id = a.id AND layer.role = 'analyst'{clause}) ORDER BY n"
    )
    return [row[0] for row in conn.execute(sql)]


def labels_in_use(conn: Connection) -> dict[str, int]:
    """How many entities carry each label, in all layers."""
    sql = (
        "SELECT key, sum(value) FROM tally, json_each(labels) WHERE author <> ''"
        " GROUP BY key ORDER BY key"
    )
    return dict(conn.execute(sql).fetchall())


def labels_given(conn: Connection) -> dict[str, int]:
    """How many entities carry each label in the layers that people made."""
    sql = (
        "SELECT key, sum(value) FROM tally, json_each(labels)"
        " WHERE author <> '' AND author NOT LIKE 'machine:%' GROUP BY key ORDER BY key"
    )
    return dict(conn.execute(sql).fetchall())


def labelled(conn: Connection, label: str) -> list[Entity]:
    """Every entity with *label* in the layers that people made."""
    clause = "label = ? AND layer_id IN (SELECT id FROM layer WHERE role <> 'machine')"
    return list(all_of(conn, Entity, f"WHERE {clause} ORDER BY id", label))


def statuses(conn: Connection, analyst: str) -> dict[str, int]:
    """How many articles have each status for *analyst*; ``new`` are those without a layer."""
    sql = "SELECT status, count(*) FROM tally WHERE author = ? GROUP BY status ORDER BY status"
    found = dict(conn.execute(sql, (analyst,)).fetchall())
    return {"new": count(conn) - sum(found.values()), **found}


def languages(conn: Connection) -> dict[str, int]:
    """How many articles there are in each language, the commonest first."""
    sql = "SELECT language, count(*) FROM article GROUP BY language ORDER BY 2 DESC, 1"
    return dict(conn.execute(sql).fetchall())


def authors(conn: Connection) -> dict[str, int]:
    """Who has layers here, and how many; most first."""
    sql = "SELECT author, count(*) FROM layer GROUP BY author ORDER BY count(*) DESC, author"
    return dict(conn.execute(sql).fetchall())


def titles_like(conn: Connection, words: str, *, limit: int = 20) -> list[tuple[str, str]]:
    """Ids and titles of articles in whose title *words* stand, in order of import."""
    sql = "SELECT id, title FROM article WHERE instr(lower(title), lower(?)) ORDER BY n LIMIT ?"
    return [(row[0], row[1]) for row in conn.execute(sql, (words, limit))]
