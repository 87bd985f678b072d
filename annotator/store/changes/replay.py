"""What the log says that the tables must hold: one pass over all changes."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

import msgspec
from msgspec import Struct

from annotator.core.changes import Change, Edit, digest
from annotator.core.editing.permissions import may_edit
from annotator.core.model import AnyRecord, Layer, Role

from ..database import records as rows
from ..database.connection import Connection
from . import change_log

_ENCODER = msgspec.json.Encoder(order="sorted")
_AT_ONCE = 1000


class ReplayedRecord(Struct):
    """A record that the log knows: what it was before all changes, and the mark of what it is."""

    first: AnyRecord | None
    mark: bytes | None
    layer_id: str | None


class LogFlaw(Struct, frozen=True):
    """Something wrong in the log itself, at one change."""

    code: str
    what: str
    change_id: str


class Replay:
    """The log read through once. Its size is that of the records that were ever edited."""

    def __init__(self, conn: Connection) -> None:
        self._conn = conn
        self.touched: dict[str, ReplayedRecord] = {}
        self.by_layer: dict[str, list[str]] = {}
        self.flaws: list[LogFlaw] = []
        self._owners: dict[str, tuple[str, Role] | None] = {}
        self._left = change_log.left_of(conn)  # of changes that deletions cut
        parent: tuple[str, ...] = ()
        for change in every_change(conn):
            self._check(change, parent)
            for edit in change.edits:
                self._take(change, edit)
            parent = (change.id,)

    def _flaw(self, code: str, change: Change, what: str) -> None:
        self.flaws.append(LogFlaw(code, what, change.id))

    def _check(self, change: Change, parent: tuple[str, ...]) -> None:
        if digest(change) != self._left.get(change.id, change.hash):
            self._flaw("change_hash", change, "A change is not what was written")
        elif change.parents != parent:
            self._flaw("change_order", change, "A change is missing before this one")

    def _take(self, change: Change, edit: Edit) -> None:
        record = edit.record
        layer_id = record.id if isinstance(record, Layer) else getattr(record, "layer_id", None)
        known = self.touched.get(record.id)
        if known is None:
            self.touched[record.id] = ReplayedRecord(edit.before, mark_of(edit.after), layer_id)
            if layer_id is not None:
                self.by_layer.setdefault(layer_id, []).append(record.id)
        else:
            if mark_of(edit.before) != known.mark:
                self._flaw("change_gap", change, "A change does not follow from the one before it")
            known.mark = mark_of(edit.after)
        if isinstance(record, Layer):
            self._owners[record.id] = (record.author, record.role)
        if layer_id is not None and not self._may(change, edit, layer_id):
            self._flaw("owner", change, f"{change.author} changed a layer of somebody else")

    def _may(self, change: Change, edit: Edit, layer_id: str) -> bool:
        if layer_id not in self._owners:
            stored = rows.stored(self._conn, Layer, layer_id)
            found = (stored.author, stored.role) if isinstance(stored, Layer) else None
            self._owners[layer_id] = found
        owner = self._owners[layer_id]
        return owner is None or may_edit(change, edit, author=owner[0], role=owner[1])


def mark_of(record: AnyRecord | None) -> bytes | None:
    """16 bytes that stand for *record*."""
    if record is None:
        return None
    return hashlib.blake2b(_ENCODER.encode(record), digest_size=16).digest()


def every_change(conn: Connection) -> Iterator[Change]:
    """The whole log, oldest first, a thousand at a time."""
    last = 0
    while found := change_log.changes(conn, since=last, limit=_AT_ONCE):
        for last, change in found:  # noqa: B007  # the last number is used by the next round
            yield change
