"""Record ↔ row of its table. Columns carry the names of the fields."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeAlias, cast

import msgspec
from msgspec import UNSET

from annotator.core.annotated_article import FIELDS, LayerContents
from annotator.core.model import (
    LAYER_TYPES,
    RECORD_TYPES,
    AnyRecord,
    Article,
    Claim,
    Entity,
    Layer,
    Reason,
    Record,
    Span,
    Strategy,
)

from .connection import Connection

Row: TypeAlias = tuple[Any, ...]

_SPANS = msgspec.json.Decoder(tuple[Span, ...])
_WORDS = msgspec.json.Decoder(tuple[str, ...])
_OBJECT = msgspec.json.Decoder(dict[str, Any])
_REASONS = msgspec.json.Decoder(tuple[Reason, ...])
_FROM_JSON: dict[str, Callable[[Any], Any]] = {
    "metadata": _OBJECT.decode,
    "body": _OBJECT.decode,
    "spans": _SPANS.decode,
    "source_spans": _SPANS.decode,
    "cue_spans": _SPANS.decode,
    "content_spans": _SPANS.decode,
    "claims": _WORDS.decode,
    "members": _WORDS.decode,
    "seen": _WORDS.decode,
    "agreed": lambda stored: UNSET if stored is None else _WORDS.decode(stored),
    "cw_reasons": _REASONS.decode,
    "strategies": msgspec.json.Decoder(tuple[Strategy, ...]).decode,
}
_BOOLEANS = frozenset({"unsure", "verifiable", "source_implicit"})
_MAY_BE_UNSET = frozenset({"published_url"})
_ENCODER = msgspec.json.Encoder()


def table_of(kind: type[Record]) -> str:
    return kind.__name__.lower()


def columns_of(kind: type[Record]) -> tuple[str, ...]:
    """Columns in the order of the values of `to_row`."""
    if kind is Entity:
        split = [("start", "end") if f == "span" else (f,) for f in kind.__struct_fields__]
        return tuple(name for names in split for name in names)
    return tuple(f for f in kind.__struct_fields__ if not (kind is Article and f == "text"))


def _quoted(columns: Iterable[str]) -> str:
    return ", ".join(f'"{name}"' for name in columns)


_NAMES = {kind: columns_of(kind) for kind in RECORD_TYPES}
COLUMNS: dict[type[Record], str] = {kind: _quoted(_NAMES[kind]) for kind in RECORD_TYPES}


def as_json(value: object) -> str:
    return _ENCODER.encode(value).decode()


def to_row(record: Record) -> Row:
    """The values of *record* in the order of its columns."""
    if (by_hand := _ROW_OF.get(type(record))) is not None:
        return by_hand(record)
    values: list[Any] = []
    for name in _NAMES[type(record)]:
        value = getattr(record, name)
        if name in _FROM_JSON:
            values.append(None if value is UNSET else as_json(value))
        else:
            values.append(int(value) if name in _BOOLEANS else None if value is UNSET else value)
    return tuple(values)


def from_row(kind: type[Record], row: Row) -> AnyRecord:
    """The record in *row*, which has the values of the columns of its kind. Not for articles."""
    return cast(AnyRecord, from_rows(kind, (row,))[0])


def from_rows(kind: type[Record], rows: Iterable[Row]) -> list[Any]:
    """The records in *rows*, as `from_row`."""
    if kind is Entity:
        return _entities(rows)
    if kind is Claim:
        return [_claim(row) for row in rows]
    return [_any(kind, row) for row in rows]


def _any(kind: type[Record], row: Row) -> AnyRecord:
    fields: dict[str, Any] = {}
    for name, value in zip(kind.__struct_fields__, row, strict=True):
        if name in _BOOLEANS:
            fields[name] = value != 0
        elif name in _MAY_BE_UNSET:
            fields[name] = UNSET if value is None else value
        else:
            fields[name] = _FROM_JSON[name](value) if name in _FROM_JSON else value
    return cast(AnyRecord, kind(**fields))


def article_from(row: Row, text: str) -> Article:
    """The article whose columns are *row*; they leave out its text."""
    *known, metadata = row
    id_, title, sha256, language, publisher, author, published, url, imported_at = known
    return Article(
        id=id_,
        title=title,
        text=text,
        sha256=sha256,
        language=language,
        publisher=publisher,
        author=author,
        published=published,
        url=url,
        imported_at=imported_at,
        metadata=_OBJECT.decode(metadata) if metadata != "{}" else {},
    )


# The two kinds there are millions of are written out by hand: three times as fast.


def _entity_row(entity: Entity) -> Row:
    span = entity.span
    return (
        entity.id,
        entity.layer_id,
        entity.origin,
        entity.confidence,
        entity.why,
        entity.derived_from,
        int(entity.unsure),
        entity.note,
        span.start,
        span.end,
        entity.label,
        entity.subtype,
        entity.normalized,
        entity.kb_id,
    )


def _entities(rows: Iterable[Row]) -> list[Entity]:
    return [
        Entity(
            id=id_,
            layer_id=layer,
            origin=origin,
            confidence=sure,
            why=why,
            derived_from=derived,
            unsure=unsure != 0,
            note=note,
            span=Span(start, end),
            label=label,
            subtype=sub,
            normalized=norm,
            kb_id=kb,
        )
        for id_, layer, origin, sure, why, derived, unsure, note, start, end, label, sub, norm, kb in rows
    ]


def _claim_row(claim: Claim) -> Row:
    return (
        claim.id,
        claim.layer_id,
        claim.origin,
        claim.confidence,
        claim.why,
        claim.derived_from,
        int(claim.unsure),
        claim.note,
        as_json(claim.spans),
        claim.normalized_text,
        int(claim.verifiable),
        claim.kind,
        claim.check_worthiness,
        as_json(claim.cw_reasons) if claim.cw_reasons else "[]",
        claim.certainty,
        claim.time_reference,
        claim.claim_date,
        claim.part_of,
    )


def _claim(row: Row) -> Claim:
    id_, layer, origin, sure, why, derived, unsure, note, spans, *rest = row
    stand_alone, verifiable, kind, worth, reasons, certainty, when, date, part_of = rest
    return Claim(
        id=id_,
        layer_id=layer,
        origin=origin,
        confidence=sure,
        why=why,
        derived_from=derived,
        unsure=unsure != 0,
        note=note,
        spans=_SPANS.decode(spans),
        normalized_text=stand_alone,
        verifiable=verifiable != 0,
        kind=kind,
        check_worthiness=worth,
        cw_reasons=_REASONS.decode(reasons) if reasons != "[]" else (),
        certainty=certainty,
        time_reference=when,
        claim_date=date,
        part_of=part_of,
    )


_ROW_OF: dict[type[Record], Callable[[Any], Row]] = {Entity: _entity_row, Claim: _claim_row}


def insert_sql(kind: type[Record], extra: tuple[str, ...] = ()) -> str:
    columns = (*columns_of(kind), *extra)
    marks = ", ".join("?" * len(columns))
    return f"INSERT INTO {table_of(kind)} ({_quoted(columns)}) VALUES ({marks})"


def update_sql(kind: type[Record]) -> str:
    """Sets every column but the id; the id comes last among the parameters."""
    sets = ", ".join(f'"{name}" = ?' for name in columns_of(kind)[1:])
    return f"UPDATE {table_of(kind)} SET {sets} WHERE id = ?"


INSERT: dict[type[Record], str] = {kind: insert_sql(kind) for kind in RECORD_TYPES}
UPDATE: dict[type[Record], str] = {kind: update_sql(kind) for kind in RECORD_TYPES}


def insert(conn: Connection, record: Record) -> None:
    conn.execute(INSERT[type(record)], to_row(record))


def insert_contents(conn: Connection, contents: LayerContents) -> int:
    """Insert what is in a layer, but not the layer itself; how many records that is."""
    total = 0
    for kind, field in FIELDS.items():
        if records := getattr(contents, field):
            conn.executemany(INSERT[kind], map(_ROW_OF.get(kind, to_row), records))
            total += len(records)
    return total


def write(conn: Connection, before: Record | None, after: Record | None) -> None:
    """Make the row of a record what *after* says: insert, update, or delete it."""
    if after is None:
        assert before is not None
        conn.execute(f"DELETE FROM {table_of(type(before))} WHERE id = ?", (before.id,))
    elif before is None:
        insert(conn, after)
    else:
        id_, *values = to_row(after)
        conn.execute(UPDATE[type(after)], (*values, id_))


def stored(conn: Connection, kind: type[Record], id_: str) -> AnyRecord | None:
    """The record of that kind and id as it is stored; an article without its text."""
    sql = f"SELECT {COLUMNS[kind]} FROM {table_of(kind)} WHERE id = ?"
    row = conn.execute(sql, (id_,)).fetchone()
    if row is None:
        return None
    return article_from(row, "") if kind is Article else from_row(kind, row)


def any_stored(conn: Connection, id_: str) -> AnyRecord | None:
    """The record with that id, of whatever kind; an article without its text."""
    kinds: tuple[type[Record], ...] = (
        *LAYER_TYPES,
        *(k for k in RECORD_TYPES if k not in LAYER_TYPES),
    )
    for kind in kinds:
        if (record := stored(conn, kind, id_)) is not None:
            return record
    return None


def layers_of(conn: Connection, article_id: str) -> list[Layer]:
    """All layers of an article, in order of their ids."""
    sql = f"SELECT {COLUMNS[Layer]} FROM layer WHERE article_id = ? ORDER BY id"
    return [cast(Layer, from_row(Layer, row)) for row in conn.execute(sql, (article_id,))]


def all_of(conn: Connection, kind: type[Record], clause: str = "", *args: object) -> Iterator[Any]:
    """Records of one kind; *clause* is what follows the FROM."""
    sql = f"SELECT {COLUMNS[kind]} FROM {table_of(kind)} {clause}"
    for row in conn.execute(sql, args):
        yield from_row(kind, row)
