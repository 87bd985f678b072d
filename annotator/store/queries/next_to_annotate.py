"""Which article teaches most if it is annotated next: where the machine doubts, and what is new.

The score of an article is the number of its suggestions that are likely wrong (the sum of 1 less
their confidence), plus half the number of its names that stand in no layer that people made, over the
square root of how many suggestions there are: a long article teaches more, but takes longer.
"""

from __future__ import annotations

import math

from msgspec import Struct

from annotator.core.model import DOUBTFUL

from ..changes.counts import SUGGESTIONS
from ..database.connection import Connection

_NEW = 0.5  # what a new name weighs against a wrong suggestion
_WORDS = 'lower(substr(x.text, e.start + 1, e."end" - e.start))'
_NAMES = "('PER', 'LOC', 'ORG', 'PRODUCT', 'EVENT', 'LAW', 'WEAPON', 'NORP')"

# CROSS JOIN keeps SQLite to this order: each article's text is looked up once for its entities.
_ENTITIES = f"""
WITH known AS MATERIALIZED (
  SELECT DISTINCT {_WORDS} AS words FROM layer AS l
  CROSS JOIN entity AS e ON e.layer_id = l.id
  CROSS JOIN article AS a ON a.id = l.article_id
  CROSS JOIN article_text AS x ON x.n = a.n
  WHERE l.role <> 'machine')
SELECT a.id, count(*), sum(1 - coalesce(e.confidence, 0.5)),
  sum(coalesce(e.confidence, 0.5) < {DOUBTFUL}),
  count(DISTINCT iif(e.label IN {_NAMES} AND {_WORDS} NOT IN known, {_WORDS}, NULL))
FROM article AS a
CROSS JOIN tally AS m ON m.n = a.n AND m.author = :machine
CROSS JOIN article_text AS x ON x.n = a.n
CROSS JOIN entity AS e ON e.layer_id = m.layer_id
GROUP BY a.n
"""
_CLAIMS = f"""
SELECT a.id, count(*), sum(1 - coalesce(c.confidence, 0.5)),
  sum(coalesce(c.confidence, 0.5) < {DOUBTFUL}), 0
FROM article AS a
CROSS JOIN tally AS m ON m.n = a.n AND m.author = :machine
CROSS JOIN claim AS c ON c.layer_id = m.layer_id
GROUP BY a.n
"""


class AnnotationValue(Struct, frozen=True):
    """Why an article is worth annotating: *doubtful* suggestions, *new* names."""

    doubtful: int
    new: int
    score: float


class OrderedArticles(Struct, frozen=True):
    """Ids of articles in an order, and for some what speaks for their place."""

    ids: list[str]
    reasons: dict[str, AnnotationValue]


def teaching(conn: Connection) -> dict[str, AnnotationValue]:
    """What each article with suggestions would teach. 10,000 articles take about a second."""
    sums: dict[str, tuple[int, float, int, int]] = {}
    for sql in (_ENTITIES, _CLAIMS):
        for id_, count, wrong, doubtful, new in conn.execute(sql, {"machine": SUGGESTIONS}):
            before = sums.get(id_, (0, 0.0, 0, 0))
            sums[id_] = (
                before[0] + count,
                before[1] + wrong,
                before[2] + doubtful,
                before[3] + new,
            )
    return {
        id_: AnnotationValue(doubtful, new, (wrong + _NEW * new) / math.sqrt(count))
        for id_, (count, wrong, doubtful, new) in sums.items()
    }


def lined(
    ids: list[str], worth: dict[str, AnnotationValue], done: set[str], *, by_doubt: bool = False
) -> OrderedArticles:
    """*ids* by what they teach, the most first, or *by_doubt*: by how many of the suggestions are
    doubtful. What is *done* or has no suggestions comes at the end.
    """
    nothing = AnnotationValue(0, 0, 0.0)
    open_ = {id_: worth.get(id_, nothing) for id_ in ids if id_ not in done}
    ordered = sorted(
        open_, key=lambda id_: -(open_[id_].doubtful if by_doubt else open_[id_].score)
    )
    rest = [id_ for id_ in ids if id_ in done]
    return OrderedArticles([*ordered, *rest], {id_: t for id_, t in open_.items() if t.score})
