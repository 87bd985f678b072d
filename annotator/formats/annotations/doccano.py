"""doccano's JSON lines: a text with labelled spans, relations between them, and comments on it.

Every line has both forms that doccano reads: ``label``, triples of start, end and label, for a
project of sequence labelling; ``entities`` and ``relations`` for one of relations. doccano keeps
what it does not take of a line as metadata, and gives it back. It guesses the encoding of a file,
and guesses emoji wrong: what is written is ASCII.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, BinaryIO

from annotator.core.annotated_article import AnnotatedArticle, LayerContents
from annotator.core.errors import ImportFault
from annotator.core.model import is_machine

from ..json_lines import LinePosition, first_objects, objects
from ..spec import Format, ReadRequest, Report, name_of, why_of
from .shared.flat_spans import about, split_about, without_trace
from .shared.imported_article import ImportedArticle, NoText
from .shared.span_graph import Edge, FormatCapabilities, Node, SpanGraph, graph_of

_HOLDS = FormatCapabilities(
    interrupted=False,
    features=False,
    why="doccano holds labelled spans of a text, and relations between them.",
)
_SPANS = ("entities", "label", "labels", "annotations")  # the last: until doccano 1.0
_OURS = {"text", "id", "relations", "Comments", "comments", "spans", *_SPANS}
#: In an array: spans as doccano has them, or as triples.
_TOLD = re.compile(
    rb'"start_offset"|"(?:label|labels|entities)"\s*:\s*\[\s*\[\s*\d+\s*,\s*\d+\s*,\s*"'
)
_NOBODY = ("all", "unknown")  # files of an export that are of no one annotator


# -- writing -----------------------------------------------------------------------------------


def write(annotated_articles: Iterable[AnnotatedArticle], out: BinaryIO, report: Report) -> None:
    """A line for each layer; the project in doccano must allow overlapping spans."""
    for annotated_article in annotated_articles:
        for contents in annotated_article.layers or (None,):
            out.write(
                json.dumps(_line(annotated_article, contents, report)).encode("ascii") + b"\n"
            )
            report.lines += 1


def _line(
    annotated_article: AnnotatedArticle, contents: LayerContents | None, report: Report
) -> dict[str, Any]:
    graph = graph_of(annotated_article, contents, report, _HOLDS)
    numbers = {node.key: number for number, node in enumerate(graph.nodes)}
    places = [(s.start, s.end, node.label) for node in graph.nodes for s in node.spans]
    return {
        "text": annotated_article.article.text,
        "label": places,
        "entities": [
            {"id": number, "label": label, "start_offset": start, "end_offset": end}
            for number, (start, end, label) in enumerate(places)
        ],
        "relations": [
            {"id": n, "from_id": numbers[e.start], "to_id": numbers[e.end], "type": e.label}
            for n, e in enumerate(graph.edges)
        ],
        **about(annotated_article.article, contents),
    }


# -- reading -----------------------------------------------------------------------------------


def recognise(path: Path) -> bool:
    """Whether its first line, or the beginning of its array, is as doccano writes it."""
    if path.suffix.lower() == ".json":
        with path.open("rb") as file:
            start = file.read(1 << 16)
        return (b'"text"' in start or b'"data"' in start) and bool(_TOLD.search(start))
    return any(map(_is_line, first_objects(path)))


def _is_line(value: dict[str, Any]) -> bool:
    if "spans" in value or _text_key(value) is None:
        return False
    return "Comments" in value or any(_is_spans(value.get(key)) for key in _SPANS)


def _text_key(value: dict[str, Any]) -> str | None:
    """Where its text is: some versions of doccano call it ``data``."""
    return next((key for key in ("text", "data") if isinstance(value.get(key), str)), None)


def _is_spans(value: Any) -> bool:
    return isinstance(value, list) and all(
        (isinstance(each, list) and len(each) == 3)
        or (isinstance(each, dict) and "start_offset" in each)
        for each in value
    )


def read(path: Path, reading: ReadRequest) -> Iterator[AnnotatedArticle]:
    """An article a line, with a layer of whoever is named in it, or in the name of a packed file."""
    is_of_one = reading.is_packed and path.stem not in _NOBODY
    author = path.stem if is_of_one else None
    for value, place in objects(path, reading):
        try:
            yield _annotated_article(value, author, reading)
        except NoText:
            reading.report.lose("a row", "It has no text.", title=f"{name_of(path)}, {place.line}")
        except (ValueError, TypeError, KeyError, AttributeError) as err:
            reading.refuse(_unlike(place, err))
            if reading.is_hopeless:
                return


def _unlike(place: LinePosition, err: Exception) -> ImportFault:
    return place.fault(
        "{file}, line {line}: not as doccano writes it ({why})",
        hint="Export it again from doccano, as JSONL.",
        why=why_of(err),
    )


def _annotated_article(value: Any, author: str | None, reading: ReadRequest) -> AnnotatedArticle:
    text = _text_key(value)
    if text is None:
        raise ValueError("text")
    known, rest = split_about({k: v for k, v in value.items() if k not in _OURS and k != text})
    meta = without_trace(rest)
    if comments := value.get("Comments") or value.get("comments"):
        meta["comments"] = comments
    foreign = ImportedArticle(value[text], reading, metadata=meta, **known)
    key = next((key for key in _SPANS if key in value), None)
    who = author or _whose(rest.get("annotator"), has_been_there="Comments" in value)
    has_been_seen = bool(who) or "annotator" in rest
    if key is not None and (value[key] or has_been_seen):  # else nobody has looked yet
        foreign.add(who or reading.author, _graph(value, key, foreign))
    return foreign.annotated_article()


def _whose(name: Any, *, has_been_there: bool) -> str | None:
    """Whom a line says it is of: what a machine marked is of people once it was in doccano."""
    if not isinstance(name, str) or not name or (has_been_there and is_machine(name)):
        return None
    return name


def _graph(value: dict[str, Any], key: str, foreign: ImportedArticle) -> SpanGraph:
    nodes = []
    for number, each in enumerate(value[key] or ()):
        if isinstance(each, str):
            why = "It is said of the whole article, and not of words in it."
            foreign.lose("a label", why, each)
            continue
        if isinstance(each, dict):
            id_, label = each.get("id", number), each["label"]
            start, end = each["start_offset"], each["end_offset"]
        else:
            id_, (start, end, label) = number, each
        span = foreign.span(int(start), int(end))
        if span is not None:
            nodes.append(Node(str(id_), str(label), (span,)))
    edges = []
    for each in value.get("relations") or ():
        if key == "entities":
            edges.append(Edge(str(each["from_id"]), str(each["to_id"]), str(each.get("type"))))
        else:  # triples have no ids: what these once named may have changed since
            foreign.lose("a relation", "It does not say between what.", str(each.get("type")))
    return SpanGraph(nodes, edges)


FORMAT = Format(
    name="doccano",
    title="doccano JSON lines",
    use="Text, labels and relations, for a project in doccano.",
    group="tools",
    suffixes=(".jsonl", ".json"),
    reader=read,
    writer=write,
    recognise=recognise,
    joins=True,
    tried=("doccano 1.8.4", "Potato 2.12.1"),
)
