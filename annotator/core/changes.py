"""Every edit is one reversible value.

An `Edit` says what a record was and what it becomes; a `Change` is the edits that happen, and are
undone, together. ``Store.apply`` writes a change and its row of the log in one transaction.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from operator import attrgetter

import msgspec
from msgspec import Struct

from .ids import new_id, now
from .model import AnyRecord, Article, Record

GOING_ON = "amend_on"
"""Verb of a change that goes on with the one before it: more was typed in the same visit to a field."""

_ENCODER = msgspec.json.Encoder(order="sorted")
_by_id = attrgetter("id")


class Edit(Struct, frozen=True, array_like=True):
    """One record before and after; None where it does not exist. Never None twice."""

    before: AnyRecord | None
    after: AnyRecord | None

    def __post_init__(self) -> None:
        if self.before is None and self.after is None:
            raise ValueError("an edit of nothing")
        if self.before is not None and self.after is not None:
            same = self.before.id == self.after.id and type(self.before) is type(self.after)
            if not same:
                raise ValueError("an edit changes one record, not its identity")

    @property
    def record(self) -> AnyRecord:
        """The record as it is afterwards, or as it was if it is gone."""
        record = self.after or self.before
        assert record is not None
        return record

    def inverse(self) -> Edit:
        return Edit(self.after, self.before)


class Change(Struct, frozen=True, kw_only=True):
    """Edits that happen, and are undone, together; by whom, when, and why.

    *parents* are the changes that the author had seen; *hash* covers everything else.
    """

    id: str
    author: str
    at: str
    verb: str
    edits: tuple[Edit, ...]
    article_id: str | None = None
    undoes: str | None = None
    parents: tuple[str, ...] = ()
    hash: str = ""

    def inverse(self, *, at: str | None = None) -> Change:
        """The change that takes this one back; undoing that one is a redo."""
        return Change(
            id=new_id(),
            author=self.author,
            at=at or now(),
            verb=self.verb,
            edits=tuple(edit.inverse() for edit in reversed(self.edits)),
            article_id=self.article_id,
            undoes=self.id,
        )

    def sealed(self, parents: tuple[str, ...]) -> Change:
        """This change with its parents and its hash, as it is stored."""
        bare = msgspec.structs.replace(self, parents=parents, hash="")
        return msgspec.structs.replace(bare, hash=digest(bare))


def digest(change: Change) -> str:
    """Hex SHA-256 of the canonical JSON of *change* without its own hash."""
    bare = msgspec.structs.replace(change, hash="")
    return hashlib.sha256(_ENCODER.encode(bare)).hexdigest()


def digest_records(records: Iterable[Record]) -> str:
    """Hex SHA-256 over the canonical JSON of *records* in order of their ids."""
    # In JSON a line end can only be one between two records, so those of a whole layer are encoded
    # in one go and joined: half the time of one after the other.
    lines = _ENCODER.encode_lines(sorted(records, key=_by_id))
    return hashlib.sha256(lines.replace(b"\n", b"")).hexdigest()


def seen(record: Record) -> str:
    """What *record* is now, in 32 hex digits: another word as soon as anything of it is edited."""
    return hashlib.blake2b(_ENCODER.encode(record), digest_size=16).hexdigest()


def change(verb: str, edits: Iterable[Edit], *, by: str, article_id: str | None = None) -> Change:
    """A new change by *by*; edits that change nothing are left out."""
    return Change(
        id=new_id(),
        author=by,
        at=now(),
        verb=verb,
        edits=tuple(edit for edit in edits if edit.before != edit.after),
        article_id=article_id,
    )


def squash(changes: Iterable[Change], *, verb: str, by: str) -> Change:
    """One change that does what *changes* (of one article, oldest first) did together."""
    first: dict[str, AnyRecord | None] = {}
    last: dict[str, AnyRecord | None] = {}
    article_id = None
    for each in changes:
        article_id = each.article_id or article_id
        for edit in each.edits:
            first.setdefault(edit.record.id, edit.before)
            last[edit.record.id] = edit.after
    edits = [
        Edit(before, last[id_])
        for id_, before in first.items()
        if before is not None or last[id_] is not None
    ]
    return change(verb, edits, by=by, article_id=article_id)


def undone_ids(changes: Iterable[Change]) -> set[str]:
    """Ids of what is undone at present: undone, and that not undone in its turn."""
    every = list(changes)
    taken_back_by = {change.undoes: change.id for change in every if change.undoes}
    undone = set()
    for change in every:
        count, here = 0, change.id
        while here in taken_back_by:
            here = taken_back_by[here]
            count += 1
        if count % 2:
            undone.add(change.id)
    return undone


def logged(record: AnyRecord) -> AnyRecord:
    """*record* as the log keeps it: an article without its text, which its hash stands for."""
    if isinstance(record, Article) and record.text:
        return msgspec.structs.replace(record, text="")
    return record
