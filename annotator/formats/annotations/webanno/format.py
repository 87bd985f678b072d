"""WebAnno TSV 3.3, as WebAnno and INCEpTION write it: a line a token, layers in columns.

Written: a zip with a file for each article × layer. The tokens and sentences in it are made so that
the text can be put together again exactly. Offsets count UTF-16 units.
"""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO, TypeAlias

from msgspec import Struct

from annotator.core import text as texts
from annotator.core.annotated_article import AnnotatedArticle
from annotator.core.model import Span

from ...file_per_article import LIST, ZipWriter, stems
from ...spec import Format, ReadRequest, Report
from ..cas.names import ENTITY, IDENTIFIER, LABEL, RELATION, STATEMENT, VALUE, spoken
from ..shared.span_graph import FormatCapabilities, SpanGraph, graph_of
from ..shared.tokens import Tokens
from .names import NO_VALUE, NOTHING, OPENING, TEXT, escaped, escaped_value

HOLDS = FormatCapabilities(interrupted=False)
_CONTROL = re.compile("[\x01-\x09\x0b-\x1f]")

_Part: TypeAlias = Span  # a part of a token, which is a unit of its own as whole tokens are


# -- writing -----------------------------------------------------------------------------------


def write(annotated_articles: Iterable[AnnotatedArticle], out: BinaryIO, report: Report) -> None:
    """A zip with a file for each layer."""
    with ZipWriter(out) as packing:
        for stem, annotated_article, contents in stems(annotated_articles, report):
            graph = graph_of(annotated_article, contents, report, HOLDS)
            name = f"{stem}.tsv"
            packing.put(name, content_of(annotated_article.article.text, graph))
            packing.tell(name, annotated_article, contents)


def content_of(text: str, graph: SpanGraph) -> str:
    """The file of a text and what is in it."""
    cut = _cut(text, [span for node in graph.nodes for span in node.spans])
    table = _Table(cut, graph)
    layers = "".join([f"{line}\n" for line in table.header()])
    return "".join([f"{OPENING}3.3\n{layers}\n", *_Body(text, cut, table).sentences()])


class _Cut(Struct):
    """Where the tokens of a text begin and end, and where its sentences begin.

    It is plain if no token is white space.
    """

    starts: list[int]
    ends: list[int]
    sentences: list[int]
    is_plain: bool


def _cut(text: str, spans: list[Span]) -> _Cut:
    """Tokens are words and symbols; white space is one where a span begins or ends in it."""
    tokens = Tokens(text, ())
    starts, ends = tokens.starts, tokens.ends
    sentences = [span.start for span in texts.sentences(text)]
    gaps: set[tuple[int, int]] = set()
    if text[: starts[0]].strip(" "):
        gaps.add((0, starts[0]))  # only spaces are made again of their number
    for span in spans:
        for place in (span.start, span.end - 1):
            at = bisect_right(starts, place)
            if at == 0 or ends[at - 1] <= place:
                before = ends[at - 1] if at else 0
                gaps.add((before, starts[at] if at < len(starts) else len(text)))
    if gaps:
        both = sorted(gaps.union(zip(starts, ends, strict=True)))
        starts, ends = [start for start, _ in both], [end for _, end in both]
    return _Cut(starts, ends, [starts[0], *sentences[1:]], not gaps)


class _Body:
    """The sentences of a text, with the rows of their tokens."""

    def __init__(self, text: str, cut: _Cut, table: _Table) -> None:
        self._text = text
        self._cut = cut
        self._table = table
        self._units = texts.Utf16Map(text)
        self._starts = self._units.all_to_units(cut.starts)
        self._ends = self._units.all_to_units(cut.ends)
        self._words = [text[start:end] for start, end in zip(cut.starts, cut.ends, strict=True)]
        if not cut.is_plain or _CONTROL.search(text):
            self._words = [*map(_escaped_token, self._words)]

    def sentences(self) -> Iterator[str]:
        """A sentence reaches up to the next, but for one line end, which readers put back."""
        text, cut = self._text, self._cut
        following = [*cut.sentences[1:], len(text)]
        first = 0
        for number, (start, end) in enumerate(zip(cut.sentences, following, strict=True), 1):
            after = bisect_right(cut.starts, end - 1, first)
            is_open = end < len(text) and cut.ends[after - 1] < end and text[end - 1] == "\n"
            words = text[start : end - 1 if is_open else end]
            yield "".join([f"\n{TEXT}{escaped(line)}" for line in words.split("\n")])
            yield "\n"
            yield "".join(self._rows(number, first, after))
            first = after

    def _rows(self, sentence: int, first: int, after: int) -> list[str]:
        """Those of the tokens from *first* to before *after*."""
        rows = [
            f"{sentence}-{rank}\t{start}-{end}\t{words}\t{said}"
            for rank, start, end, words, said in zip(
                itertools.count(1),
                self._starts[first:after],
                self._ends[first:after],
                self._words[first:after],
                self._table.rows[first:after],
                strict=False,
            )
        ]
        for at in self._table.in_parts(first, after):
            place = f"{sentence}-{at - first + 1}"
            parts = enumerate(self._table.parts[at], 1)
            rows[at - first] += "".join([self._part(place, rank, part) for rank, part in parts])
        return rows

    def _part(self, place: str, rank: int, part: _Part) -> str:
        start, end = self._units.to_units(part.start), self._units.to_units(part.end)
        words = _escaped_token(part.of(self._text))
        return f"{place}.{rank}\t{start}-{end}\t{words}\t{self._table.row_of(part)}"


def _escaped_token(words: str) -> str:
    """INCEpTION writes tokens as they are; what would break the line is none of hers."""
    return words if words.isprintable() else escaped(words)


class _TokenRange(Struct, frozen=True, gc=False):
    """Where an annotation is: the whole tokens that it covers, and the parts of those at its ends."""

    whole: range
    parts: tuple[_Part, ...]

    @property
    def is_one(self) -> bool:
        return len(self.whole) + len(self.parts) == 1


class _Layer(Struct, frozen=True):
    type: str
    features: list[str]


class _Said(Struct, gc=False):
    """What there is in a token or a part of one: annotations, and relations that lead there."""

    nodes: tuple[int, ...] = ()
    arcs: tuple[_Arc, ...] = ()


class _Arc(Struct, frozen=True, gc=False):
    """A relation, and the annotations that it is between."""

    label: str
    start: int
    end: int


class _Table:
    """The columns of a graph: *rows* has, with the ends of the lines, what is said of each token."""

    def __init__(self, cut: _Cut, graph: SpanGraph) -> None:
        self._cut = cut
        self._spoken = [spoken(node) for node in graph.nodes]
        layers = (self._layer(ENTITY, [IDENTIFIER, VALUE]), self._layer(STATEMENT, [LABEL]))
        self._layers = [layer for layer in layers if layer is not None]
        self._places = [self._place(node.spans[0]) for node in graph.nodes]
        self._has_arcs = bool(graph.edges)
        of_tokens, self._of_parts = self._said(graph)
        self.parts: dict[int, list[_Part]] = {}
        for part in sorted(self._of_parts, key=lambda each: (each.start, -each.end)):
            self.parts.setdefault(self._token_at(part.start), []).append(part)
        self._split = sorted(self.parts)
        self._ids = self._numbered([*(said for _, said in of_tokens), *self._of_parts.values()])
        self.rows = [self._row(_Said())] * len(cut.starts)
        for run, said in of_tokens:
            self.rows[run.start : run.stop] = [self._row(said)] * len(run)

    def header(self) -> Iterator[str]:
        for layer in self._layers:
            yield "|".join((f"#T_SP={layer.type}", *layer.features))
        if self._has_arcs:
            yield f"#T_RL={RELATION}|{LABEL}|BT_{STATEMENT}"

    def in_parts(self, first: int, after: int) -> list[int]:
        """The tokens of which parts are annotated, from *first* to before *after*."""
        return self._split[bisect_left(self._split, first) : bisect_left(self._split, after)]

    def row_of(self, part: _Part) -> str:
        """What is said of a part of a token."""
        return self._row(self._of_parts[part])

    def _layer(self, type_: str, first: list[str]) -> _Layer | None:
        used = {name for said in self._spoken if said.type == type_ for name in said.features}
        return _Layer(type_, [*first, *sorted(used.difference(first))]) if used else None

    def _token_at(self, point: int) -> int:
        return bisect_right(self._cut.starts, point) - 1

    def _place(self, span: Span) -> _TokenRange:
        starts, ends = self._cut.starts, self._cut.ends
        first, last = self._token_at(span.start), self._token_at(span.end - 1)
        begins_in, ends_in = starts[first] < span.start, span.end < ends[last]
        if first == last and (begins_in or ends_in):
            return _TokenRange(range(0), (span,))
        parts = []
        if begins_in:
            parts.append(Span(span.start, ends[first]))
        if ends_in:
            parts.append(Span(starts[last], span.end))
        return _TokenRange(range(first + begins_in, last + 1 - ends_in), tuple(parts))

    def _said(self, graph: SpanGraph) -> tuple[list[tuple[range, _Said]], dict[_Part, _Said]]:
        """What there is in runs of whole tokens, and in parts of tokens."""
        in_parts: dict[_Part, _Said] = {}
        marks: dict[int, list[int]] = {}  # where annotations of whole tokens begin or end
        for number, place in enumerate(self._places):
            for part in place.parts:
                said = in_parts.setdefault(part, _Said())
                said.nodes += (number,)
            if place.whole:
                marks.setdefault(place.whole.start, []).append(number)
                marks.setdefault(place.whole.stop, []).append(number)
        to_tokens: dict[int, tuple[_Arc, ...]] = {}
        for arc in self._arcs(graph):
            place = self._places[arc.end]
            at = place.whole.start
            if place.parts and self._is_first(place.parts[0], place):
                in_parts[place.parts[0]].arcs += (arc,)
            else:
                to_tokens[at] = (*to_tokens.get(at, ()), arc)
                marks.setdefault(at + 1, [])
        runs: list[tuple[range, _Said]] = []
        here: set[int] = set()
        ordered = sorted(marks)
        for at, stop in itertools.pairwise(ordered):
            here.symmetric_difference_update(marks[at])
            if here:
                runs.append((range(at, stop), _Said(tuple(sorted(here)), to_tokens.get(at, ()))))
        return runs, in_parts

    def _is_first(self, part: _Part, place: _TokenRange) -> bool:
        """Whether a place begins with this part of it."""
        return not place.whole or part.start < self._cut.starts[place.whole.start]

    def _arcs(self, graph: SpanGraph) -> Iterator[_Arc]:
        numbers = {node.key: number for number, node in enumerate(graph.nodes)}
        for edge in graph.edges:
            yield _Arc(edge.label, numbers[edge.start], numbers[edge.end])

    def _numbered(self, everywhere: list[_Said]) -> dict[int, int]:
        """A number for each annotation that is in several units, or shares one in its layer."""
        several = {number for number, place in enumerate(self._places) if not place.is_one}
        for said in everywhere:
            if len(said.nodes) > 1:
                for layer in self._layers:
                    there = self._in_layer(layer, said)
                    several.update(there if len(there) > 1 else ())
        return {number: rank for rank, number in enumerate(sorted(several), 1)}

    def _in_layer(self, layer: _Layer, said: _Said) -> list[int]:
        return [number for number in said.nodes if self._spoken[number].type == layer.type]

    def _row(self, said: _Said) -> str:
        cells = []
        for layer in self._layers:
            there = self._in_layer(layer, said)
            for name in layer.features:
                cells.append("|".join([self._value(n, name) for n in there]) or NOTHING)
        if self._has_arcs:
            cells.append("|".join([escaped_value(arc.label) for arc in said.arcs]) or NOTHING)
            cells.append("|".join([self._origin(arc) for arc in said.arcs]) or NOTHING)
        return "\t".join([*cells, "\n"])

    def _value(self, number: int, name: str) -> str:
        value = self._spoken[number].features.get(name)
        written = NO_VALUE if value is None else escaped_value(value)
        return f"{written}[{self._ids[number]}]" if number in self._ids else written

    def _origin(self, arc: _Arc) -> str:
        """The address of the unit that a relation comes from, with the numbers of its ends."""
        place = self._places[arc.start]
        part = place.parts[0] if place.parts and self._is_first(place.parts[0], place) else None
        at = self._token_at(part.start) if part else place.whole.start
        sentence = bisect_right(self._cut.sentences, self._cut.starts[at])
        token = at - bisect_right(self._cut.starts, self._cut.sentences[sentence - 1] - 1) + 1
        address = f"{sentence}-{token}"
        if part:
            address += f".{self.parts[at].index(part) + 1}"
        start, end = self._ids.get(arc.start, 0), self._ids.get(arc.end, 0)
        return f"{address}[{start}_{end}]" if start or end else address


# -- reading -----------------------------------------------------------------------------------


def recognise(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(64).removeprefix(b"\xef\xbb\xbf").startswith(OPENING.encode())


def companions(path: Path) -> tuple[Path, ...]:
    return (path.with_name(LIST),)


def read(path: Path, reading: ReadRequest) -> Iterator[AnnotatedArticle]:
    """The article of a file, with one layer; see `webanno_in`."""
    from . import read as webanno_in

    yield webanno_in.annotated_article_of(path, reading)


FORMAT = Format(
    name="webanno",
    title="WebAnno TSV of INCEpTION (a file for each article, in a zip)",
    use="A file for each article in a zip, for a project in INCEpTION or WebAnno.",
    group="tools",
    packed=True,
    joins=True,
    suffixes=(".tsv",),
    reader=read,
    writer=write,
    recognise=recognise,
    companions=companions,
)
