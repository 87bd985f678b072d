"""Whether what colleagues sent is as it came: their changes, and the versions of their layers."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from annotator.core.annotated_article import LayerContents
from annotator.core.changes import Change, digest
from annotator.core.editing.erasure import is_stub

from ..changes.apply_change import MisplacedSpan, refuse_misplaced
from ..database.connection import Connection
from .finding import Finding

_CHANGE = msgspec.json.Decoder(Change)
_CONTENTS = msgspec.json.Decoder(LayerContents)


def flaws(conn: Connection) -> Iterator[Finding]:
    """What is wrong in the tables ``received`` and ``version``."""
    yield from _received(conn)
    yield from _versions(conn)
    sql = (
        "SELECT n, e.value FROM version, json_each(lineage) AS e WHERE e.value NOT LIKE 'base:%'"
        " AND e.value NOT IN (SELECT id FROM change UNION ALL SELECT id FROM received)"
    )
    for number, id_ in conn.execute(sql):
        what = f"A version of a layer is the sum of a change that is not here: {id_}"
        yield Finding("version", what, f"version {number}")


def _received(conn: Connection) -> Iterator[Finding]:
    has_deletions = conn.execute("SELECT 1 FROM deletion LIMIT 1").fetchone() is not None
    for id_, author, at, hash_, body in conn.execute("SELECT * FROM received"):
        try:
            made = _CHANGE.decode(body)
        except msgspec.MsgspecError:
            yield Finding("received", "A colleague's change cannot be read", id_)
            continue
        if (made.id, made.author, made.at, made.hash) != (id_, author, at, hash_):
            yield Finding("received", "A colleague's change is not what its row says", id_)
        elif digest(made) != hash_ and not (has_deletions and is_stub(made)):
            yield Finding("received", "A colleague's change is not what was written", id_)


def _versions(conn: Connection) -> Iterator[Finding]:
    heads: set[tuple[str, str]] = set()
    sql = (
        "SELECT version.n, article_id, version.author, contents, characters"
        " FROM version JOIN article ON article.id = article_id ORDER BY version.n"
    )
    for number, article_id, author, body, length in conn.execute(sql):
        where = f"version {number}"
        if body is None:
            if (article_id, author) in heads:
                yield Finding("version", f"A layer of {author} is noted twice", where)
            heads.add((article_id, author))
            continue
        try:
            contents = _CONTENTS.decode(body)
            refuse_misplaced(contents, length)
        except (msgspec.MsgspecError, MisplacedSpan):
            yield Finding("version", f"A version of a layer of {author} cannot be read", where)
            continue
        if (contents.layer.article_id, contents.layer.author) != (article_id, author):
            yield Finding("version", f"A version is not of a layer of {author}", where)
