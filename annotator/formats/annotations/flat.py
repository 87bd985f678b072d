"""Flat JSON lines: a text and its labelled spans; also plain articles, with no spans at all.

Reads one object a line, or a JSON array of them, with ``text`` and optionally ``title``,
``language``, ``url``, ``publisher``, ``author``, ``published``, ``metadata`` (or ``meta``) and
``spans``; or pairs of a text and its ``entities``, as spaCy 2 was trained with. Any other key goes
to the article's metadata, and where that has the form of annotations, it is told.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from operator import attrgetter
from pathlib import Path
from typing import Any, BinaryIO

import msgspec
from msgspec import Struct, field

from annotator.core import text as texts
from annotator.core.annotated_article import AnnotatedArticle, LayerContents
from annotator.core.errors import ImportFault
from annotator.core.ids import new_ids
from annotator.core.model import Article, Claim, Entity, Layer, Origin, Span, is_machine, role_of

from ..json_lines import (
    MOST_BYTES,
    LinePosition,
    count_keys,
    explain,
    keys_are_unique,
    lines,
    parsed,
)
from ..new_article import MOST_CHARACTERS, PARTICULARS, article
from ..spec import Format, ReadRequest, Report, name_of
from .shared.flat_spans import CLAIM, FlatSpan, about, flat_spans

_encoder = msgspec.json.Encoder()


class _ForeignSpan(Struct, gc=False):
    """A span as others write it; what else they say of it (token numbers ...) is left out."""

    start: int
    end: int
    label: str
    text: str | None = None


class _Bare(_ForeignSpan, gc=False, forbid_unknown_fields=True):
    """A span of which nothing else is said: what nearly all are."""


class _Plain(Struct):
    """An article as others write it."""

    text: str
    title: str | None = None
    language: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: str | None = None
    url: str | None = None
    metadata: dict[str, Any] = field(default_factory=dict)
    spans: list[_ForeignSpan] | None = None


#: What others call their labelled spans: GLiNER and those who prompt a model, spaCy's own lists.
_ALIASES = ("entities", "ents", "annotations", "labels", "label", "ner", "highlights")
#: What labels of whole texts are called.
_WHOLE = frozenset(("label", "labels", "cats", "category", "categories", "class", "sentiment"))
_KNOWN = frozenset(_Plain.__struct_fields__)
_members = msgspec.json.Decoder(dict[str, msgspec.Raw])
_bare_spans = msgspec.json.Decoder(list[_Bare])
_start, _end, _text = attrgetter("start"), attrgetter("end"), attrgetter("text")


def read(path: Path, reading: ReadRequest) -> Iterator[AnnotatedArticle]:
    """An article a line; spans become a layer of the reader's author."""
    for raw, place in _objects(path, reading):
        try:
            value, spans = _quickly(raw, place) or (parsed(raw, place), None)
            value = value if spans is not None else _with_spans(_unpaired(value))
            if isinstance(value, dict) and _is_blank(value.get("text")):
                row = f"{name_of(path)}, {place.line}"
                reading.report.lose("a row", "It has no text.", title=row)
                continue
            annotated_article = _annotated_article(value, spans, place, reading.author)
        except ImportFault as fault:
            reading.refuse(fault)
            if reading.is_hopeless:
                return
        else:
            for key, kept in annotated_article.article.metadata.items():
                if key in _WHOLE and kept and not _are_places(kept):
                    why = "It is said of the whole article: it is kept with the article."
                    reading.report.lose(
                        "a label", why, title=annotated_article.article.title, words=str(kept)
                    )
                elif _are_places(kept) or _quotes(kept, annotated_article.article.text):
                    why = "They are not where this format has them: they are kept with the article."
                    reading.report.lose(
                        "annotations", why, title=annotated_article.article.title, words=key
                    )
            yield annotated_article


def write(annotated_articles: Iterable[AnnotatedArticle], out: BinaryIO, report: Report) -> None:
    """A line for each layer; whatever is no labelled span is told of in *report*."""
    for annotated_article in annotated_articles:
        for layer in annotated_article.layers or (None,):
            spans = flat_spans(annotated_article, layer, report)
            meta = about(annotated_article.article, layer)
            out.write(_encoder.encode(_Line(annotated_article.article.text, spans, meta)))
            out.write(b"\n")
            report.lines += 1


FORMAT = Format(
    name="flat",
    title="Texts and labelled spans (JSON lines)",
    use="Text and labelled spans, one line each, for scripts and for training.",
    group="training",
    suffixes=(".jsonl", ".json"),
    reader=read,
    writer=write,
    joins=True,
)


class _Line(Struct, gc=False):
    text: str
    spans: list[FlatSpan]
    meta: dict[str, str]


def _objects(path: Path, reading: ReadRequest) -> Iterator[tuple[bytes, LinePosition]]:
    """The objects of an array, or else the lines."""
    if path.suffix.lower() != ".json":
        yield from lines(path, reading)
        return
    if path.stat().st_size > 2 * MOST_BYTES:
        raise ImportFault(
            "{file} is too big for one JSON value",
            hint="Write one object on each line and name the file .jsonl.",
            file=name_of(path),
        )
    content = path.read_bytes().removeprefix(b"\xef\xbb\xbf")
    try:
        items = msgspec.json.decode(content, type=list[msgspec.Raw] | dict[str, msgspec.Raw])
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        yield from lines(path, reading)
        return
    at, line = 0, 1
    for item in items if isinstance(items, list) else [content]:
        start = content.index(bytes(item), at)
        line += content.count(b"\n", at, start)
        yield bytes(item), LinePosition(path, line)
        at = start
        reading.progress(at + len(bytes(item)))


def _quickly(raw: bytes, place: LinePosition) -> tuple[dict[str, Any], list[_Bare]] | None:
    """A line whose spans are all bare, and these, sooner than `parsed` does; else None."""
    try:
        members = _members.decode(raw)
        spans = _bare_spans.decode(members.pop("spans"))
        value: dict[str, Any] = {key: msgspec.json.decode(item) for key, item in members.items()}
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError, KeyError):
        return None  # `parsed` says what is wrong, if anything is
    given = len(spans) - [*map(_text, spans)].count(None)
    keys = count_keys(value, place) + 1 + 3 * len(spans) + given
    if not keys_are_unique(raw, keys=keys):
        return None
    value["spans"] = []
    return value, spans


def _unpaired(value: Any) -> Any:
    """``[text, {"entities": [[start, end, label] ...]}]`` as an object."""
    match value:
        case [str(text), {"entities": list(places), **rest}] if all(
            isinstance(place, list) for place in places
        ):
            spans = [dict(zip(("start", "end", "label"), place, strict=False)) for place in places]
            return {**rest, "text": text, "spans": spans}
    return value


def _is_blank(text: Any) -> bool:
    return isinstance(text, str) and not text.strip()


def _with_spans(value: Any) -> Any:
    """An object whose labelled spans have another name than ours, with ours."""
    if not isinstance(value, dict) or "spans" in value:
        return value
    for key in _ALIASES:
        listed = value.get(key)
        if isinstance(listed, list) and listed and all(map(_is_labelled_span, listed)):
            spans = [
                each
                if isinstance(each, dict)
                else dict(zip(("start", "end", "label"), each, strict=False))
                for each in listed
            ]
            return {k: v for k, v in value.items() if k != key} | {"spans": spans}
    return value


def _is_labelled_span(each: Any) -> bool:
    """An object with start, end and label, or a triple of these."""
    if isinstance(each, dict):
        start, end, label = each.get("start"), each.get("end"), each.get("label")
    elif isinstance(each, list) and len(each) == 3:
        start, end, label = each
    else:
        return False
    return type(start) is int and type(end) is int and isinstance(label, str)


def _quotes(value: Any, text: str) -> bool:
    """Whether it lists words of the text under labels, or with one, without saying where."""
    if isinstance(value, dict):
        listed = [words for each in value.values() if isinstance(each, list) for words in each]
    elif isinstance(value, list) and all(isinstance(each, dict) for each in value):
        listed = [each.get("text") or each.get("word") for each in value if len(each) > 1]
    else:
        return False
    return bool(listed) and all(isinstance(each, str) and each and each in text for each in listed)


def _are_places(value: Any) -> bool:
    """Whether all that is in a list has two whole numbers and words, as spans have."""
    if not isinstance(value, list) or not value:
        return False
    told = [[*each.values()] if isinstance(each, dict) else each for each in value]
    return all(
        isinstance(each, list)
        and sum(type(one) is int for one in each) >= 2
        and any(isinstance(one, str) for one in each)
        for each in told
    )


def _annotated_article(
    value: Any, spans: list[_Bare] | None, place: LinePosition, author: str
) -> AnnotatedArticle:
    if not isinstance(value, dict):
        raise place.fault(
            "{file}, line {line}: not an object with a text",
            hint="Each article is an object with the key text.",
        )
    plain = _plain(value, place)
    if spans is not None:
        plain.spans = [*spans]
    if not plain.text or plain.text.isspace() or len(plain.text) > MOST_CHARACTERS:
        raise place.fault(
            "{file}, line {line}: the text is empty, or too long for one article",
            hint="Leave the line out, or cut the text into articles.",
        )
    text, offsets = texts.canonical_with_map(plain.text)
    known = {name: getattr(plain, name) for name in PARTICULARS}
    made = article(text, **known, metadata=plain.metadata, is_canonical=True)
    if plain.spans is None:
        return AnnotatedArticle(article=made)
    return AnnotatedArticle(article=made, layers=(_layer(made, plain, offsets, place, author),))


def _plain(value: dict[str, Any], place: LinePosition) -> _Plain:
    """The article in *value*; what has no place of its own is in its metadata."""
    meta = value.get("meta")
    if isinstance(meta, dict):
        del value["meta"]
        value["metadata"] = meta | (value.get("metadata") or {})
        for name in PARTICULARS:
            if value.get(name) is None and isinstance(meta.get(name), str):
                value[name] = value["metadata"].pop(name)
    elif value.get("metadata", meta) is None:
        value.pop("metadata", None)
    try:
        plain = msgspec.convert(value, _Plain)
    except msgspec.ValidationError as err:
        explain(b"", place, err)
    if len(value) > 1 and (others := value.keys() - _KNOWN):
        # in the order of the file
        plain.metadata |= {key: value[key] for key in value if key in others}
    return plain


def _layer(
    about: Article, plain: _Plain, offsets: list[int] | None, place: LinePosition, author: str
) -> LayerContents:
    origin: Origin = "machine" if is_machine(author) else "manual"
    # Two stable sorts by one number each take less than one by both.
    found_spans = sorted(plain.spans or (), key=_end, reverse=True)
    found_spans.sort(key=_start)
    layer_id, *ids = new_ids(len(found_spans) + 1)
    entities: list[Entity] = []
    claims: list[Claim] = []
    for key, found in zip(ids, found_spans, strict=True):
        span = _span(found, plain.text, offsets, place)
        if found.label == CLAIM:
            claims.append(Claim(id=key, layer_id=layer_id, origin=origin, spans=(span,)))
        else:
            label = _storable(found.label)
            entities.append(
                Entity(id=key, layer_id=layer_id, origin=origin, span=span, label=label)
            )
    if offsets is not None:  # what was apart in the file can begin at one place now
        entities.sort(key=lambda e: (e.span.start, -e.span.end))
        claims.sort(key=lambda c: (c.spans[0].start, -c.spans[0].end))
    return LayerContents(
        layer=Layer(
            id=layer_id,
            article_id=about.id,
            author=author,
            role=role_of(author),
            created_at=about.imported_at,
        ),
        entities=tuple(entities),
        claims=tuple(claims),
    )


@lru_cache(1000)
def _storable(label: str) -> str:
    return texts.canonical(label)


def _span(found: _ForeignSpan, text: str, offsets: list[int] | None, place: LinePosition) -> Span:
    """The span in the canonical text; *text* is as it was in the file."""
    start, end = found.start, found.end
    if not 0 <= start < end <= len(text) or not found.label:
        raise place.fault(
            "{file}, line {line}: the span {start} to {end} ({label}) is not in the text",
            hint="Offsets count Unicode code points from 0, the end not included; "
            "the text has {length}.",
            start=start,
            end=end,
            label=found.label,
            length=len(text),
        )
    if found.text is not None and text[start:end] != found.text:
        raise place.fault(
            "{file}, line {line}: at {start} to {end} the text reads “{is_there}”, not “{said}”",
            hint="Were offsets counted in UTF-16 units or bytes? Count Unicode code points.",
            start=start,
            end=end,
            is_there=text[start:end][:60],
            said=found.text[:60],
        )
    if offsets is not None:
        start, end = offsets[start], offsets[end]
        if start == end:
            raise place.fault(
                "{file}, line {line}: the span {start} to {end} is half of a line end",
                hint="Leave it out.",
                start=found.start,
                end=found.end,
            )
    return Span(start, end)
