"""One change into the tables and the log, or nothing of it."""

from __future__ import annotations

from typing import cast

from msgspec.structs import replace

from annotator.core.annotated_article import LayerContents
from annotator.core.changes import Change, Edit, logged
from annotator.core.editing.permissions import may_edit
from annotator.core.errors import NotYourLayer, StaleEdit, UserError
from annotator.core.model import (
    AnyRecord,
    Article,
    Attribution,
    Claim,
    Entity,
    Evidence,
    Judgement,
    Layer,
    Ruling,
    Verdict,
    role_of,
    spans_of,
)

from ..database import records as rows
from ..database.connection import Connection, sqlite3
from . import change_log
from .counts import CountUpdater

_IN_LAYER = (Entity, Claim, Attribution, Evidence, Verdict, Judgement, Ruling)


class MisplacedSpan(UserError):
    """A span that reaches past the end of its article."""


def apply(conn: Connection, change: Change) -> Change:
    """Write *change* inside an open transaction; how it is in the log."""
    if change.undoes is not None and change_log.is_undone(conn, change.undoes):
        raise StaleEdit(
            "This was already taken back in another window",
            hint="The article is shown again as it is now.",
        )
    edits = tuple(Edit(_logged(e.before), _logged(e.after)) for e in change.edits)
    sealed = replace(change, edits=edits).sealed(change_log.head(conn))
    writing = _ChangeWriter(conn, sealed)
    for edit in edits:
        writing.write(edit)
    writing.finish()
    change_log.append(conn, sealed)
    return sealed


def still_needed(err: sqlite3.IntegrityError) -> UserError | None:
    """What a failed foreign key means to a person; None where *err* is something else."""
    return _still_needed() if "FOREIGN KEY" in str(err) else None


def _still_needed() -> UserError:
    return StaleEdit(
        "Something else in the project still uses what this would remove",
        hint="Remove what uses it first.",
    )


def _logged(record: AnyRecord | None) -> AnyRecord | None:
    return None if record is None else logged(record)


class _ChangeWriter:
    """The edits of one change, checked and written one after the other."""

    def __init__(self, conn: Connection, change: Change) -> None:
        self._conn = conn
        self._change = change
        made = [e.after for e in change.edits if isinstance(e.after, Layer)]
        self._layers = {layer.id: layer for layer in made}
        self._lengths: dict[str, int] = {}
        self._tallies = CountUpdater(conn, change.edits)

    def write(self, edit: Edit) -> None:
        record = edit.record
        if isinstance(record, Article):
            self._check_article(edit)
        self._check_fresh(edit)
        if isinstance(record, Layer):
            self._check_layer(edit)
        elif isinstance(record, _IN_LAYER):
            self._check_owner(edit)
        if isinstance(edit.after, Entity | Claim | Attribution):
            self._check_spans(edit.after)
        if isinstance(record, Article):
            _reindex(self._conn, edit)
        rows.write(self._conn, edit.before, edit.after)
        if isinstance(record, Layer):
            self._tallies.write_layer(edit)

    def finish(self) -> None:
        self._tallies.finish()

    def _check_fresh(self, edit: Edit) -> None:
        record = edit.record
        stored = rows.stored(self._conn, type(record), record.id)
        if stored == edit.before:
            return
        article_id = self._change.article_id
        last = change_log.last_of(self._conn, record.id, article_id)
        if last is not None:
            raise StaleEdit(
                "{who} changed this first, at {when}",
                hint="It is shown again as it is now; make your edit once more if it is needed.",
                who=last.author,
                when=last.at,
            )
        raise StaleEdit(
            "This has changed since it was shown",
            hint="It is shown again as it is now; make your edit once more if it is needed.",
        )

    def _check_article(self, edit: Edit) -> None:
        before, after = edit.before, edit.after
        if not isinstance(before, Article) or not isinstance(after, Article):
            raise ValueError("articles come in by Store.load, and stay")
        if before.sha256 != after.sha256:
            raise ValueError("the text of an article never changes")

    def _check_layer(self, edit: Edit) -> None:
        before, after = edit.before, edit.after
        if isinstance(after, Layer) and isinstance(before, Layer):
            fixed = ("article_id", "author", "role")
            if any(getattr(before, f) != getattr(after, f) for f in fixed):
                raise ValueError("a layer keeps its article, its author and its role")
        layer = cast(Layer, edit.record)
        if before is None:
            self._refuse_second(layer)
        self._refuse_others(edit, layer)
        self._layers[layer.id] = layer

    def _refuse_second(self, layer: Layer) -> None:
        """An author has one layer of an article; another window may have begun it meanwhile."""
        if layer.role != role_of(layer.author):
            raise UserError(
                "Nobody can annotate under the name {who}: it stands for what is not a person",
                hint="Set another name in the preferences, or give one with --author.",
                who=layer.author,
            )
        sql = "SELECT id FROM layer WHERE article_id = ? AND author = ?"
        known = self._conn.execute(sql, (layer.article_id, layer.author)).fetchone()
        if known is not None:
            raise StaleEdit(
                "{who} has annotations of this article already, made since it was shown",
                hint="It is shown again as it is now; make your edit once more if it is needed.",
                who=layer.author,
            )

    def _check_owner(self, edit: Edit) -> None:
        for record in (edit.before, edit.after):
            if isinstance(record, _IN_LAYER):
                self._refuse_others(edit, self._layer(record.layer_id))
        layers = {getattr(r, "layer_id", None) for r in (edit.before, edit.after) if r is not None}
        if len(layers) > 1:
            raise ValueError("a record stays in its layer")

    def _refuse_others(self, edit: Edit, layer: Layer) -> None:
        if may_edit(self._change, edit, author=layer.author, role=layer.role):
            return
        raise NotYourLayer(
            "These are {whose} annotations, and only {whose} can change them",
            hint="Accept or amend them instead: that makes your own copy.",
            whose=layer.author,
        )

    def _layer(self, id_: str) -> Layer:
        if id_ not in self._layers:
            stored = rows.stored(self._conn, Layer, id_)
            if stored is None:
                raise StaleEdit(
                    "The layer that this belongs to is gone",
                    hint="The article is shown again as it is now.",
                )
            self._layers[id_] = cast(Layer, stored)
        return self._layers[id_]

    def _check_spans(self, annotation: Entity | Claim | Attribution) -> None:
        article_id = self._layer(annotation.layer_id).article_id
        if article_id not in self._lengths:
            sql = "SELECT characters FROM article WHERE id = ?"
            row = self._conn.execute(sql, (article_id,)).fetchone()
            self._lengths[article_id] = row[0] if row else 0
        _refuse_past(annotation, self._lengths[article_id])


def refuse_misplaced(contents: LayerContents, length: int) -> None:
    """Raise if a span of a layer reaches past the end of its article."""
    for entity in contents.entities:
        if entity.span.end > length:
            _refuse_past(entity, length)
    for claim in contents.claims:
        if claim.spans[-1].end > length:
            _refuse_past(claim, length)
    for attribution in contents.attributions:
        _refuse_past(attribution, length)


def _refuse_past(annotation: Entity | Claim | Attribution, length: int) -> None:
    for span in spans_of(annotation):
        if span.end > length:
            raise MisplacedSpan(
                "A span ends at {end}, past the end of the article at {length}",
                hint="Nothing was saved.",
                end=span.end,
                length=length,
            )


def _reindex(conn: Connection, edit: Edit) -> None:
    """Take an article's old title out of the full-text index and put the new one in."""
    before, after = cast(Article, edit.before), cast(Article, edit.after)
    if before.title == after.title:
        return
    sql = "SELECT n, text FROM searchable WHERE n = (SELECT n FROM article WHERE id = ?)"
    number, text = conn.execute(sql, (after.id,)).fetchone()
    conn.execute(
        "INSERT INTO article_fts (article_fts, rowid, title, text) VALUES ('delete', ?, ?, ?)",
        (number, before.title, text),
    )
    conn.execute(
        "INSERT INTO article_fts (rowid, title, text) VALUES (?, ?, ?)", (number, after.title, text)
    )
