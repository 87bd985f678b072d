"""Counts per layer that make an article list of 100,000 articles quick; all of them can be rebuilt.

A row of ``tally`` says what is in one layer. The one whose author is ``''`` repeats that of the
article's newest machine layer: its suggestions. ``undecided`` of an analyst's row counts the
entities and claims among those that the analyst has not judged: neither there nor, where an older
machine layer had the same words under the same label, then.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import msgspec

from annotator.core.annotated_article import AnnotatedArticle, LayerContents
from annotator.core.changes import Edit
from annotator.core.model import AnyRecord, Claim, Entity, Judgement, Layer

from ..database.connection import Connection
from ..database.records import as_json

SUGGESTIONS = ""  # the author of the row for the newest machine layer

_COUNTS = msgspec.json.Decoder(dict[str, int])


class LayerCounts:
    """How many of everything a layer has, or how many more than it had."""

    __slots__ = ("claims", "entities", "kinds", "labels", "unsure")

    def __init__(self) -> None:
        self.entities = self.claims = self.unsure = 0
        self.labels: Counter[str] = Counter()
        self.kinds: Counter[str] = Counter()

    def add(self, record: AnyRecord, times: int = 1) -> None:
        if type(record) is Entity:
            self.entities += times
            self.labels[record.label] += times
            self.unsure += times * record.unsure
        elif type(record) is Claim:
            self.claims += times
            self.kinds[record.kind] += times
            self.unsure += times * record.unsure

    def row(self) -> tuple[int, int, int, str, str]:
        return self.entities, self.claims, self.unsure, _compact(self.labels), _compact(self.kinds)


def _compact(counter: Counter[str]) -> str:
    return as_json({name: n for name, n in sorted(counter.items()) if n})


def counted(contents: LayerContents) -> LayerCounts:
    counts = LayerCounts()
    counts.entities = len(contents.entities)
    counts.claims = len(contents.claims)
    counts.labels.update([entity.label for entity in contents.entities])
    counts.kinds.update([claim.kind for claim in contents.claims])
    counts.unsure = sum([e.unsure for e in contents.entities]) + sum(
        [claim.unsure for claim in contents.claims]
    )
    return counts


_OPEN = "INSERT INTO tally VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"


def number_of(conn: Connection, article_id: str) -> int:
    number: int = conn.execute("SELECT n FROM article WHERE id = ?", (article_id,)).fetchone()[0]
    return number


def open_row(conn: Connection, number: int, layer: Layer, counts: LayerCounts) -> None:
    """The row of a new layer of article *number*; `settle` must follow, or `open_suggestions`."""
    entities, claims, unsure, labels, kinds = counts.row()
    head = (layer.author, number, layer.id, layer.status)
    conn.execute(_OPEN, (*head, entities, claims, unsure, 0, labels, kinds))


def open_suggestions(conn: Connection, number: int, layer: Layer, counts: LayerCounts) -> None:
    """Instead of `settle`, for a machine's layer that is the only one of its article."""
    entities, claims, unsure, labels, kinds = counts.row()
    head = (SUGGESTIONS, number, layer.id, layer.status)
    conn.execute(_OPEN, (*head, entities, claims, unsure, entities + claims, labels, kinds))


def settle(conn: Connection, article_id: str) -> None:
    """Find the article's newest machine layer again, and count what is undecided in it."""
    number = number_of(conn, article_id)
    conn.execute("DELETE FROM tally WHERE author = ? AND n = ?", (SUGGESTIONS, number))
    conn.execute(
        "INSERT INTO tally SELECT ?, n, layer_id, tally.status, entities, claims, unsure,"
        " entities + claims, labels, kinds FROM tally JOIN layer ON layer.id = layer_id"
        " WHERE n = ? AND role = 'machine' ORDER BY created_at DESC, layer.id DESC LIMIT 1",
        (SUGGESTIONS, number),
    )
    newest = newest_machine_layer(conn, article_id)
    sql = "SELECT id FROM layer WHERE article_id = ? AND role <> 'machine'"
    for (own,) in conn.execute(sql, (article_id,)).fetchall():
        left = _undecided(conn, own, newest, article_id) if newest else 0
        sql = "UPDATE tally SET undecided = ? WHERE layer_id = ?"
        conn.execute(sql, (left, own))


def newest_machine_layer(conn: Connection, article_id: str) -> str | None:
    sql = "SELECT layer_id FROM tally WHERE author = ? AND n = (SELECT n FROM article WHERE id = ?)"
    row = conn.execute(sql, (SUGGESTIONS, article_id)).fetchone()
    return row[0] if row else None


# Suggestions (of the newest machine layer) with no judgement in an analyst's own layer, neither of
# themselves nor of a twin: the same words under the same label in any machine layer. CROSS JOIN
# keeps SQLite to this order, in which every step is a look into an index.
_UNDECIDED = """
SELECT count(*) FROM {kind} AS n WHERE {which} AND NOT EXISTS (
  SELECT 1 FROM layer AS m
  CROSS JOIN {kind} AS t ON t.layer_id = m.id AND t.start = n.start AND t."end" = n."end" AND {same}
  CROSS JOIN judgement AS j ON j.layer_id = :own AND j.target_id = t.id AND j.decision <> 'comment'
  WHERE m.article_id = :article AND m.role = 'machine')
"""
_ALL = "n.layer_id = :newest"
_FEW = """n.id IN (
  SELECT n.id FROM {kind} AS t JOIN {kind} AS n ON n.layer_id = :newest
  AND n.start = t.start AND n."end" = t."end" AND {same}
  WHERE t.id IN (SELECT value FROM json_each(:targets)))"""
_SAME = {"entity": "n.label = t.label", "claim": "n.spans = t.spans"}


def _undecided(
    conn: Connection, own: str, newest: str, article_id: str, targets: list[str] | None = None
) -> int:
    """How many suggestions *own* has not decided; among *targets* and their twins, if given."""
    values = {"own": own, "newest": newest, "article": article_id, "targets": as_json(targets)}
    total: int = 0
    for kind, same in _SAME.items():
        which = (_ALL if targets is None else _FEW).format(kind=kind, same=same)
        sql = _UNDECIDED.format(kind=kind, which=which, same=same)
        total += conn.execute(sql, values).fetchone()[0]
    return total


class CountUpdater:
    """Keeps the tallies in step with the edits of one change.

    Made before the edits are written; `finish` is called after. It costs as much as the change
    is large, not as the layers are.
    """

    def __init__(self, conn: Connection, edits: Iterable[Edit]) -> None:
        self._conn = conn
        self._more: dict[str, LayerCounts] = {}
        self._targets: dict[str, list[str]] = {}
        self._layers: dict[str, Edit] = {}
        for edit in edits:
            self._note(edit)
        self._undecided_before = {own: self._undecided(own) for own in self._targets}

    def _note(self, edit: Edit) -> None:
        for record, times in ((edit.before, -1), (edit.after, 1)):
            if isinstance(record, Entity | Claim):
                self._more.setdefault(record.layer_id, LayerCounts()).add(record, times)
            elif isinstance(record, Judgement):
                self._targets.setdefault(record.layer_id, []).append(record.target_id)
        if isinstance(edit.record, Layer):
            self._layers[edit.record.id] = edit

    def write_layer(self, edit: Edit) -> None:
        """Open, alter or close the row of a layer; call it as the layer itself is written."""
        if edit.after is None:
            self._conn.execute("DELETE FROM tally WHERE layer_id = ?", (edit.record.id,))
        elif isinstance(edit.after, Layer):
            if edit.before is None:
                number = number_of(self._conn, edit.after.article_id)
                open_row(self._conn, number, edit.after, LayerCounts())
            else:
                sql = "UPDATE tally SET status = ? WHERE layer_id = ?"
                self._conn.execute(sql, (edit.after.status, edit.after.id))

    def finish(self) -> None:
        anew = {e.record.article_id for e in self._layers.values() if isinstance(e.record, Layer)}
        for layer_id, more in self._more.items():
            self._add(layer_id, more)
            anew |= self._article_if_machine(layer_id)
        for own, before in self._undecided_before.items():
            if more_or_fewer := self._undecided(own) - before:
                sql = "UPDATE tally SET undecided = undecided + ? WHERE layer_id = ?"
                self._conn.execute(sql, (more_or_fewer, own))
        for article_id in anew:
            settle(self._conn, article_id)

    def _add(self, layer_id: str, more: LayerCounts) -> None:
        sql = "SELECT labels, kinds FROM tally WHERE layer_id = ? AND author <> ''"
        row = self._conn.execute(sql, (layer_id,)).fetchone()
        if row is None:  # the layer went with its records
            return
        more.labels.update(_COUNTS.decode(row[0]))
        more.kinds.update(_COUNTS.decode(row[1]))
        entities, claims, unsure, labels, kinds = more.row()
        self._conn.execute(
            "UPDATE tally SET entities = entities + ?, claims = claims + ?, unsure = unsure + ?,"
            " labels = ?, kinds = ? WHERE layer_id = ? AND author <> ''",
            (entities, claims, unsure, labels, kinds, layer_id),
        )

    def _article_if_machine(self, layer_id: str) -> set[str]:
        sql = "SELECT article_id FROM layer WHERE id = ? AND role = 'machine'"
        return {row[0] for row in self._conn.execute(sql, (layer_id,))}

    def _undecided(self, own: str) -> int:
        sql = "SELECT article_id FROM layer WHERE id = ?"
        row = self._conn.execute(sql, (own,)).fetchone()
        newest = newest_machine_layer(self._conn, row[0]) if row else None
        if newest is None:
            return 0
        return _undecided(self._conn, own, newest, row[0], self._targets[own])


def rows_of(conn: Connection, article_id: str) -> list[tuple[object, ...]]:
    """The rows of one article, in a fixed order."""
    sql = (
        "SELECT tally.author, layer_id, tally.status, entities, claims, unsure, undecided, labels,"
        " kinds FROM tally WHERE n = (SELECT n FROM article WHERE id = ?) ORDER BY tally.author"
    )
    return conn.execute(sql, (article_id,)).fetchall()


def rows_as_they_should_be(
    conn: Connection, annotated_article: AnnotatedArticle
) -> list[tuple[object, ...]]:
    """As `rows_of`, counted anew from all that is in the article's layers."""
    machines = [c.layer for c in annotated_article.layers if c.layer.role == "machine"]
    newest = max(machines, key=lambda layer: (layer.created_at, layer.id), default=None)
    made: list[tuple[object, ...]] = []
    for contents in annotated_article.layers:
        layer = contents.layer
        entities, claims, *more = counted(contents).row()
        left = 0
        if newest is not None and layer.role != "machine":
            left = _undecided(conn, layer.id, newest.id, annotated_article.article.id)
        unsure, labels, kinds = more
        row = (layer.id, layer.status, entities, claims, unsure, left, labels, kinds)
        made.append((layer.author, *row))
        if layer is newest:
            count = entities + claims
            row = (layer.id, layer.status, entities, claims, unsure, count, labels, kinds)
            made.append((SUGGESTIONS, *row))
    return sorted(made, key=lambda row: str(row[0]))


def rebuild(conn: Connection, annotated_articles: Iterable[AnnotatedArticle]) -> None:
    """Count everything anew for the articles of *annotated_articles*."""
    for annotated_article in annotated_articles:
        number = number_of(conn, annotated_article.article.id)
        conn.execute("DELETE FROM tally WHERE n = ?", (number,))
        for contents in annotated_article.layers:
            open_row(conn, number, contents.layer, counted(contents))
        if annotated_article.layers:
            settle(conn, annotated_article.article.id)
