"""labelbuddy's documents as JSON lines (or one array): a text, metadata, and its annotations.

Offsets count code points (``start_char``, ``end_char``). labelbuddy has one annotator, no
attributes but free text (``extra_data``), and no relations.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, BinaryIO

import msgspec

from annotator.core.annotated_article import AnnotatedArticle, LayerContents

from ..json_lines import first_text_objects, objects
from ..spec import Format, ReadRequest, Report
from .shared.flat_spans import about, split_about, without_trace
from .shared.imported_article import ImportedArticle
from .shared.span_graph import FormatCapabilities, Node, SpanGraph, graph_of

_HOLDS = FormatCapabilities(
    interrupted=False,
    features=False,
    relations=False,
    why="labelbuddy holds labelled spans and no relations.",
)
_encoder = msgspec.json.Encoder()


def write(annotated_articles: Iterable[AnnotatedArticle], out: BinaryIO, report: Report) -> None:
    """A document for each layer."""
    for annotated_article in annotated_articles:
        for contents in annotated_article.layers or (None,):
            out.write(_encoder.encode(_document(annotated_article, contents, report)) + b"\n")
            report.lines += 1


def _document(
    annotated_article: AnnotatedArticle, contents: LayerContents | None, report: Report
) -> dict[str, Any]:
    text, title = annotated_article.article.text, annotated_article.article.title
    annotations = [
        {"start_char": span.start, "end_char": span.end, "label_name": node.label}
        for node in graph_of(annotated_article, contents, report, _HOLDS).nodes
        for span in node.spans
    ]
    return {
        "utf8_text_md5_checksum": hashlib.md5(text.encode(), usedforsecurity=False).hexdigest(),
        "text": text,
        "metadata": about(annotated_article.article, contents),
        "display_title": title,
        "list_title": title,
        "annotations": annotations,
    }


def recognise(path: Path) -> bool:
    """Whether it begins as a file of labelbuddy does."""
    if path.suffix.lower() == ".json":
        with path.open("rb") as file:
            start = file.read(1 << 16)
        return b'"text"' in start and (
            b'"utf8_text_md5_checksum"' in start or b'"start_char"' in start
        )
    marks = ("utf8_text_md5_checksum", "display_title")
    return any(mark in line for line in first_text_objects(path) for mark in marks)


def read(path: Path, reading: ReadRequest) -> Iterator[AnnotatedArticle]:
    for value, place in objects(path, reading):
        try:
            yield _annotated_article(value, reading)
        except (ValueError, TypeError, KeyError, AttributeError) as err:
            reading.refuse(
                place.fault(
                    "{file}, line {line}: not as labelbuddy writes it ({why})",
                    hint="Export it again with its texts and annotations.",
                    why=str(err)[:200],
                )
            )
            if reading.is_hopeless:
                return


def _annotated_article(value: Any, reading: ReadRequest) -> AnnotatedArticle:
    known, rest = split_about(dict(value.get("metadata") or {}))
    author, meta = rest.get("annotator"), without_trace(rest)
    known.setdefault("title", value.get("list_title") or value.get("display_title"))
    foreign = ImportedArticle(value["text"], reading, metadata=meta, **known)
    nodes = []
    for number, each in enumerate(value.get("annotations") or ()):
        span = foreign.span(each["start_char"], each["end_char"])
        extra = each.get("extra_data")
        said = {"note": str(extra)} if extra else {}
        if span is not None:
            nodes.append(Node(str(number), str(each["label_name"]), (span,), said))
    if "annotations" in value:
        foreign.add(author if isinstance(author, str) else reading.author, SpanGraph(nodes))
    return foreign.annotated_article()


FORMAT = Format(
    name="labelbuddy",
    title="labelbuddy documents",
    use="Documents with their annotations, to be imported in labelbuddy.",
    group="tools",
    suffixes=(".jsonl", ".json"),
    reader=read,
    writer=write,
    recognise=recognise,
    joins=True,
)
