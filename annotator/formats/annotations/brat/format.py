"""brat's standoff: a ``.txt`` and an ``.ann`` an article, and an ``annotation.conf`` for all.

Each entity, claim, source, cue and content is a text-bound annotation (``T``), what leads from one
to another a relation (``R``). What has a closed list of values is an attribute (``A``), an identifier
of a knowledge base a normalisation (``N``), and what people write freely a note (``#``). A span that
goes over a line end is written in pieces, as brat itself does, and put together again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO

from annotator.core.annotated_article import AnnotatedArticle

from ...file_per_article import LIST, ZipWriter, stems
from ...spec import Format, Report
from ..shared.escape import escaper, on_a_line
from ..shared.span_graph import (
    CLAIM,
    CONTENT,
    CUE,
    SOURCE,
    FormatCapabilities,
    Node,
    SpanGraph,
    graph_of,
)
from .configuration import VALUES, UsedTypes
from .read import EXACT, NOTE, Pieces, cut, joined, read

HOLDS = FormatCapabilities(
    why="brat holds labelled spans, relations between them, and what is said of each."
)
_CONFIGURATION = ("annotation.conf", "visual.conf", "tools.conf", "kb_shortcuts.conf")
_SHOWN = {CLAIM: "Claim", SOURCE: "Source", CUE: "Cue", CONTENT: "Content"}
_MARK = "\ufeff"
_as_type = escaper("[^A-Za-z0-9_-]|^-")  # a line of hyphens is a rule in annotation.conf


def write(annotated_articles: Iterable[AnnotatedArticle], out: BinaryIO, report: Report) -> None:
    """A zip of the files; unpacked, it is a collection of brat's."""
    used = UsedTypes()
    with ZipWriter(out) as packing:
        for stem, annotated_article, contents in stems(annotated_articles, report):
            graph = graph_of(annotated_article, contents, report, HOLDS)
            text = _as_file(annotated_article.article.text)
            standoff = _Standoff(text, used, before=len(text) - len(annotated_article.article.text))
            packing.put(f"{stem}.txt", text)
            packing.put(f"{stem}.ann", standoff.of(graph))
            packing.tell(f"{stem}.ann", annotated_article, contents)
            for node in standoff.left:
                words = node.spans[0].of(annotated_article.article.text)
                why = "In brat an annotation ends where its line does."
                report.lose(
                    "an annotation", why, title=annotated_article.article.title, words=words
                )
                report.carried -= 1
        packing.put("annotation.conf", used.annotation_conf())
        packing.put("visual.conf", used.visual_conf())


def companions(path: Path) -> tuple[Path, ...]:
    """The text of an ``.ann``, and what its whole folder has."""
    return (path.with_suffix(".txt"), *map(path.with_name, (LIST, *_CONFIGURATION)))


FORMAT = Format(
    name="brat",
    title="brat standoff (text and annotations)",
    use="Two files for each article in a zip: unpack it where brat keeps its data.",
    group="tools",
    packed=True,
    suffixes=(".ann",),
    reader=read,
    writer=write,
    companions=companions,
    tried=("Potato 2.12.1",),
)


def _as_file(text: str) -> str:
    """A text that begins as a byte-order mark looks has one before it, so that it is not taken off."""
    return _MARK + text if text.startswith(_MARK) else text


class _Standoff:
    """The lines of an ``.ann``; *left* are the nodes that had no place in it."""

    def __init__(self, text: str, used: UsedTypes, *, before: int) -> None:
        self.left: list[Node] = []
        self._text = text
        self._used = used
        self._before = before  # characters of the file before those of the article
        self._lines: list[str] = []
        self._counts: Counter[str] = Counter()
        self._names: dict[str, str] = {}

    def of(self, graph: SpanGraph) -> str:
        for node in graph.nodes:
            self._bind(node)
        for edge in graph.edges:
            if edge.start in self._names and edge.end in self._names:
                label = self._used.relation(edge.label)
                ends = f"Arg1:{self._names[edge.start]} Arg2:{self._names[edge.end]}"
                self._add("R", f"{label} {ends}")
        return "".join(self._lines)

    def _add(self, kind: str, said: str) -> str:
        self._counts[kind] += 1
        name = f"{kind}{self._counts[kind]}"
        self._lines.append(f"{name}\t{said}\n")
        return name

    def _bind(self, node: Node) -> None:
        whole = [(span.start + self._before, span.end + self._before) for span in node.spans]
        pieces = cut(whole, self._text)
        if not pieces:
            self.left.append(node)
            return
        label = self._used.entity(node.label, _as_type(_SHOWN.get(node.label, node.label)))
        words = " ".join([self._text[start:end] for start, end in pieces])
        name = self._add("T", f"{label} {_places(pieces)}\t{words}")
        self._names[node.key] = name
        if joined(pieces, self._text) != whole:
            self._add("#", f"{EXACT} {name}\t{_places(whole)}")
        if node.features:
            self._say(node, name, words)

    def _say(self, node: Node, name: str, words: str) -> None:
        for feature, value in node.features.items():
            if feature in VALUES:
                self._used.attribute(feature)
                for each in value.split():
                    said = f"{feature} {name}"
                    self._add("A", said if VALUES[feature] == () else f"{said} {each}")
            elif feature == "kb_id" and (reference := _reference(value)):
                named = node.features.get("normalized") or words
                self._add("N", f"Reference {name} {reference}\t{on_a_line(named)}")
            else:
                kind = NOTE if feature == "note" else feature
                self._add("#", f"{kind} {name}\t{on_a_line(value)}")


def _places(pieces: Pieces) -> str:
    return ";".join([f"{start} {end}" for start, end in pieces])


def _reference(kb_id: str) -> str | None:
    """As a normalisation has it, resource and entry; None where that would not come back."""
    if kb_id[:1] == "Q" and kb_id[1:].isascii() and kb_id[1:].isdigit():
        return f"Wikidata:{kb_id}"
    resource, _, entry = kb_id.partition(":")
    is_plain = resource and entry and kb_id.isascii() and kb_id.isprintable() and " " not in kb_id
    return kb_id if is_plain and resource != "Wikidata" and "_x" not in kb_id else None
