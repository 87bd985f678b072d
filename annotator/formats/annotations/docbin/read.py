"""Reads spaCy's DocBin: our own lines where they are in it unaltered, else what spaCy knows.

Of a document that came from elsewhere, ``doc.ents`` and every group of ``doc.spans`` are read; a
span without a label has the name of its group. Spans of our groups with one id belong together.
"""

from __future__ import annotations

import itertools
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from annotator.core.annotated_article import AnnotatedArticle
from annotator.core.errors import ImportFault

from ...json_lines import LinePosition
from ...spec import ReadRequest, name_of, why_of
from ..cas.names import GRAMMAR
from ..native import format as jsonl
from ..shared.imported_article import ImportedArticle
from ..shared.span_graph import (
    CONTENT,
    CONTINUES,
    CUE,
    SAID_BY,
    SAYS,
    SOURCE,
    Edge,
    Node,
    SpanGraph,
)

MOST_BYTES = 2 << 30  # unpacked
_LINE = "vaglio"  # in the user data
_PARTS = {"entities": "entities", "claims": "claims"}  # groups, and lists of the line


def read(path: Path, reading: ReadRequest) -> Iterator[AnnotatedArticle]:
    """An article for each document, with one layer; those of ours as they were."""
    docs = enumerate(_docs(path), 1)
    size = path.stat().st_size
    for is_ours, some in itertools.groupby(docs, key=lambda each: _is_ours(each[1])):
        if is_ours:
            lines = ((doc.user_data[_LINE].encode(), LinePosition(path, n)) for n, doc in some)
            yield from jsonl.together(lines, reading)
        else:
            for number, doc in some:
                yield from _foreign(doc, number, path, reading)
        reading.progress(size)
        if reading.is_hopeless:
            return


def _docs(path: Path) -> Iterator[Any]:
    import spacy
    from spacy.tokens import DocBin

    content = path.read_bytes()
    try:
        _refuse_swollen(content, path)
        packed = DocBin(store_user_data=True).from_bytes(content)
        yield from packed.get_docs(spacy.blank("xx").vocab)
    except (ImportFault, MemoryError):
        raise
    # What msgpack, numpy and spaCy stumble over in a damaged file has no common base.
    except Exception as err:
        raise ImportFault(
            "{file} is damaged, or no DocBin of spaCy ({why})",
            hint="Write it again with DocBin.to_disk.",
            file=name_of(path),
            why=why_of(err),
        ) from err


def _refuse_swollen(content: bytes, path: Path) -> None:
    unpacking = zlib.decompressobj()
    left, some = MOST_BYTES, content
    while some and not unpacking.eof:
        left -= len(unpacking.decompress(some, 1 << 20))
        some = unpacking.unconsumed_tail
        if left < 0:
            raise ImportFault(
                "{file} unpacks to more than {size} MB, which no collection of articles does",
                hint="It may be made to fill your disk. Nothing of it was read.",
                file=name_of(path),
                size=MOST_BYTES >> 20,
            )


# -- documents of ours -------------------------------------------------------------------------


def _is_ours(doc: Any) -> bool:
    """Whether the line in it says what the spans say: nobody has altered these since."""
    line = doc.user_data.get(_LINE)
    if not isinstance(line, str):
        return False
    try:
        said = msgspec.json.decode(line)
        known = {
            group: sorted(_places(said[part], is_entity=group == "entities"))
            for group, part in _PARTS.items()
        }
        is_same_text = said["article"]["text"] == doc.text
    except (msgspec.MsgspecError, KeyError, TypeError):
        return False
    there = {
        group: sorted((s.start_char, s.end_char, s.label_) for s in doc.spans.get(group, ()))
        for group in known
    }
    names = {*known["entities"]}
    ents = all((e.start_char, e.end_char, e.label_) in names for e in doc.ents)
    return is_same_text and there == known and ents


def _places(records: list[dict[str, Any]], *, is_entity: bool) -> Iterator[tuple[int, int, str]]:
    for record in records:
        for span in [record] if is_entity else record["spans"]:
            yield span["start"], span["end"], record["label"] if is_entity else "CLAIM"


# -- documents of others -----------------------------------------------------------------------


def _foreign(doc: Any, number: int, path: Path, reading: ReadRequest) -> Iterator[AnnotatedArticle]:
    try:
        foreign = ImportedArticle(doc.text, reading)
    except ValueError as err:
        reading.refuse(
            ImportFault(
                "{file}, document {number}: {why}",
                hint="Leave the document out.",
                file=name_of(path),
                number=number,
                why=str(err),
            )
        )
        return
    for label in doc.cats:
        foreign.lose("a label", "It is said of the whole article, and not of words in it.", label)
    if any(doc.has_annotation(name) for name in ("TAG", "DEP", "MORPH", "LEMMA")):
        foreign.lose("an annotation", GRAMMAR)
    if doc.spans or doc.has_annotation("ENT_IOB"):
        foreign.add(reading.author, _graph(doc, foreign))
    yield foreign.annotated_article()


def _graph(doc: Any, foreign: ImportedArticle) -> SpanGraph:
    nodes: list[Node] = []
    owners: dict[str, dict[str, list[str]]] = {}
    seen: set[tuple[int, int, str]] = set()
    for name, span in _spans(doc):
        label = span.label_ or name
        place = (span.start_char, span.end_char, label)
        found = foreign.span(span.start_char, span.end_char, span.text) if span.text else None
        if found is None or (place in seen and not span.id_):
            continue
        seen.add(place)
        key = str(len(nodes))
        nodes.append(Node(key, label, (found,), {"kb_id": span.kb_id_} if span.kb_id_ else {}))
        if span.id_:
            owners.setdefault(span.id_, {}).setdefault(label, []).append(key)
    return SpanGraph(nodes, [edge for parts in owners.values() for edge in _edges(parts)])


def _spans(doc: Any) -> Iterator[tuple[str, Any]]:
    """Those of all groups, and of the entities those that are in no group."""
    grouped = {(s.start, s.end, s.label_) for group in doc.spans.values() for s in group}
    yield from (("ENTITY", e) for e in doc.ents if (e.start, e.end, e.label_) not in grouped)
    for name, group in doc.spans.items():
        yield from ((name, span) for span in group)


def _edges(parts: dict[str, list[str]]) -> Iterator[Edge]:
    """Between the spans of one annotation: the parts of each kind, and the kinds."""
    for keys in parts.values():
        for one, two in itertools.pairwise(keys):
            yield Edge(one, two, CONTINUES)
    first = {label: keys[0] for label, keys in parts.items()}
    anchor = first.get(CUE) or first.get(CONTENT)
    for label, relation in ((SOURCE, SAID_BY), (CONTENT, SAYS)):
        if anchor is not None and label in first and first[label] != anchor:
            yield Edge(anchor, first[label], relation)
