"""WebAnno TSV 3.3, as WebAnno and INCEpTION write it: a line a token, layers in columns.

Written: a zip with a file for each article × layer. The tokens and sentences in it are made so that
the text can be put together again exactly. Offsets count UTF-16 units.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO, TypeAlias

from msgspec import Struct, field

from ..core import text as texts
from ..core.dossier import Dossier
from ..core.model import Span
from .contract import Format, Reading, Report
from .folder import LIST, Packing, stems
from .graph import Edge, Graph, Holds, graph_of
from .tokens import Tokens
from .uima import ENTITY, IDENTIFIER, LABEL, RELATION, STATEMENT, VALUE, spoken

HOLDS = Holds(interrupted=False)
OPENING = "#FORMAT=WebAnno TSV "
TEXT = "#Text="
NOTHING, NO_VALUE = "_", "*"
_LETTERS = {"\t": "t", "\n": "n", "\r": "r", "\f": "f", "\b": "b"}
_ESCAPED_TEXT = {
    **{chr(c): "\\" + chr(c) for c in range(32) if c <= 7 or c >= 14},
    **{char: "\\" + letter for char, letter in _LETTERS.items()},
    "\\": "\\\\",
}
_ESCAPED_VALUE = {char: "\\" + char for char in "\\[]|_;*"} | {
    char: "\\" + _LETTERS[char] for char in "\t\n\r"
}
_text_table, _value_table = str.maketrans(_ESCAPED_TEXT), str.maketrans(_ESCAPED_VALUE)
_CONTROL = re.compile("[\x01-\x09\x0b-\x1f]")
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
_MEANT = {letter: char for char, letter in _LETTERS.items()}

# A unit of the text: the number of its token, and of a part of a token its start and minus its end.
_Unit: TypeAlias = tuple[int, int, int]


# -- escapes -----------------------------------------------------------------------------------


def escaped(text: str) -> str:
    """*text* as it stands after ``#Text=``."""
    return text if text.isprintable() and "\\" not in text else text.translate(_text_table)


def escaped_value(value: str) -> str:
    """A value of a feature as it stands in a column."""
    return value if value.isalnum() else value.translate(_value_table).replace("->", "\\->")


def unescaped(written: str) -> str:
    """What was meant by either."""
    if "\\" not in written:
        return written
    return _ESCAPE.sub(lambda found: _MEANT.get(found[1], found[1]), written)


# -- writing -----------------------------------------------------------------------------------


def write(dossiers: Iterable[Dossier], out: BinaryIO, report: Report) -> None:
    """A zip with a file for each layer."""
    with Packing(out) as packing:
        for stem, dossier, contents in stems(dossiers, report):
            graph = graph_of(dossier, contents, report, HOLDS)
            name = f"{stem}.tsv"
            packing.put(name, content_of(dossier.article.text, graph))
            packing.tell(name, dossier, contents)


def content_of(text: str, graph: Graph) -> str:
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
        self._unit_of = texts.Utf16Map(text).to_units
        starts, ends = map(self._unit_of, cut.starts), map(self._unit_of, cut.ends)
        words = [text[start:end] for start, end in zip(cut.starts, cut.ends, strict=True)]
        if not cut.is_plain or _CONTROL.search(text):
            words = [*map(_escaped_token, words)]
        self._tokens = [
            f"{start}-{end}\t{word}" for start, end, word in zip(starts, ends, words, strict=True)
        ]

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
            yield from self._rows(number, first, after)
            first = after

    def _rows(self, sentence: int, first: int, after: int) -> list[str]:
        """Those of the tokens from *first* to before *after*."""
        tokens, blank = self._tokens[first:after], self._table.blank
        rows = [f"{sentence}-{n}\t{token}\t{blank}" for n, token in enumerate(tokens, 1)]
        for at, units in self._table.units_between(first, after):
            place = f"{sentence}-{at - first + 1}"
            row = self._table.row((at, -1, 0))
            parts = [self._part(place, n, unit) for n, unit in enumerate(units, 1)]
            rows[at - first] = "".join([f"{place}\t{tokens[at - first]}\t{row}", *parts])
        return rows

    def _part(self, place: str, rank: int, unit: _Unit) -> str:
        _, start, minus_end = unit
        offsets = f"{self._unit_of(start)}-{self._unit_of(-minus_end)}"
        words = _escaped_token(self._text[start:-minus_end])
        return f"{place}.{rank}\t{offsets}\t{words}\t{self._table.row(unit)}"


def _escaped_token(words: str) -> str:
    """INCEpTION writes tokens as they are; what would break the line is none of hers."""
    return words if words.isprintable() else escaped(words)


class _Columns(Struct):
    """A layer: its type, its features, and what is in each unit."""

    type: str
    features: list[str]
    units: dict[_Unit, list[int]] = field(default_factory=dict)


class _Table:
    """The columns of a graph, and the rows that say something."""

    def __init__(self, cut: _Cut, graph: Graph) -> None:
        self._cut = cut
        self._spoken = [spoken(node) for node in graph.nodes]
        self._layers = [
            layer
            for layer in (
                self._layer(ENTITY, [IDENTIFIER, VALUE]),
                self._layer(STATEMENT, [LABEL]),
            )
            if layer is not None
        ]
        places = [self._units(node.spans[0]) for node in graph.nodes]
        by_type = {layer.type: layer.units for layer in self._layers}
        for number, (said, units) in enumerate(zip(self._spoken, places, strict=True)):
            for unit in units:
                by_type[said.type].setdefault(unit, []).append(number)
        self._ids = self._numbered(places)
        self._arcs = self._arcs_of(graph, places)
        width = sum(len(layer.features) for layer in self._layers) + (2 if self._arcs else 0)
        self.blank = f"{NOTHING}\t" * width + "\n"
        self._parts: dict[int, list[_Unit]] = {}
        self._rows = self._written()
        self._tokens = sorted({at for at, _, _ in self._rows})

    def header(self) -> Iterator[str]:
        for layer in self._layers:
            yield "|".join((f"#T_SP={layer.type}", *layer.features))
        if self._arcs:
            yield f"#T_RL={RELATION}|{LABEL}|BT_{STATEMENT}"

    def row(self, unit: _Unit) -> str:
        """The columns of a unit, with the end of the line."""
        return self._rows.get(unit, self.blank)

    def units_between(self, first: int, after: int) -> Iterator[tuple[int, list[_Unit]]]:
        """The tokens that something is said of, from *first* to before *after*, with their parts."""
        for n in range(bisect_left(self._tokens, first), bisect_left(self._tokens, after)):
            yield self._tokens[n], self._parts.get(self._tokens[n], [])

    def _layer(self, type_: str, first: list[str]) -> _Columns | None:
        used = {name for said in self._spoken if said.type == type_ for name in said.features}
        return _Columns(type_, [*first, *sorted(used.difference(first))]) if used else None

    def _units(self, span: Span) -> list[_Unit]:
        """The tokens that a span covers, and the parts of those at its ends."""
        starts, ends = self._cut.starts, self._cut.ends
        first = bisect_right(starts, span.start) - 1
        last = bisect_right(starts, span.end - 1) - 1
        if first == last:
            is_whole = starts[first] == span.start and ends[first] == span.end
            return [(first, -1, 0) if is_whole else (first, span.start, -span.end)]
        units = [(at, -1, 0) for at in range(first, last + 1)]
        if starts[first] < span.start:
            units[0] = (first, span.start, -ends[first])
        if span.end < ends[last]:
            units[-1] = (last, starts[last], -span.end)
        return units

    def _numbered(self, places: list[list[_Unit]]) -> dict[int, int]:
        """A number for each node that is in several units, or shares one."""
        several = {number for number, units in enumerate(places) if len(units) > 1}
        for layer in self._layers:
            for sharing in layer.units.values():
                if len(sharing) > 1:
                    several.update(sharing)
        return {number: rank for rank, number in enumerate(sorted(several), 1)}

    def _arcs_of(self, graph: Graph, places: list[list[_Unit]]) -> dict[_Unit, list[_Arc]]:
        """What leads to each unit."""
        numbers = {node.key: number for number, node in enumerate(graph.nodes)}
        found: dict[_Unit, list[_Arc]] = {}
        for edge in graph.edges:
            start, end = numbers[edge.start], numbers[edge.end]
            arc = _Arc(edge, places[start][0], self._ids.get(start, 0), self._ids.get(end, 0))
            found.setdefault(places[end][0], []).append(arc)
        return found

    def _written(self) -> dict[_Unit, str]:
        used = {unit for layer in self._layers for unit in layer.units}
        for unit in sorted(unit for unit in used if unit[1] >= 0):
            self._parts.setdefault(unit[0], []).append(unit)
        return {unit: "\t".join([*self._cells(unit), "\n"]) for unit in used}

    def _cells(self, unit: _Unit) -> Iterator[str]:
        for layer in self._layers:
            there = layer.units.get(unit)
            for name in layer.features:
                yield "|".join(self._value(n, name) for n in there) if there else NOTHING
        if self._arcs:
            arcs = self._arcs.get(unit, ())
            yield "|".join(escaped_value(arc.edge.label) for arc in arcs) or NOTHING
            yield "|".join(self._address(arc) for arc in arcs) or NOTHING

    def _value(self, number: int, name: str) -> str:
        value = self._spoken[number].features.get(name)
        written = NO_VALUE if value is None else escaped_value(value)
        return f"{written}[{self._ids[number]}]" if number in self._ids else written

    def _address(self, arc: _Arc) -> str:
        """Where a relation comes from."""
        at = arc.origin[0]
        first = self._cut.starts[at]
        sentence = bisect_right(self._cut.sentences, first)
        token = at - bisect_right(self._cut.starts, self._cut.sentences[sentence - 1] - 1) + 1
        place = f"{sentence}-{token}"
        if arc.origin[1] >= 0:
            place += f".{self._parts[at].index(arc.origin) + 1}"
        return f"{place}[{arc.start}_{arc.end}]" if arc.start or arc.end else place


class _Arc(Struct, frozen=True):
    """A relation: the unit that it comes from, and the numbers of its ends, where they have one."""

    edge: Edge
    origin: _Unit
    start: int
    end: int


# -- reading -----------------------------------------------------------------------------------


def recognise(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(64).removeprefix(b"\xef\xbb\xbf").startswith(OPENING.encode())


def companions(path: Path) -> tuple[Path, ...]:
    return (path.with_name(LIST),)


def read(path: Path, reading: Reading) -> Iterator[Dossier]:
    """The article of a file, with one layer; see `webanno_in`."""
    from . import webanno_in

    yield webanno_in.dossier_of(path, reading)


FORMAT = Format(
    name="webanno",
    title="WebAnno TSV of INCEpTION (a file for each article, in a zip)",
    use="A file for each article in a zip, for a project in INCEpTION or WebAnno.",
    group="tools",
    packed=True,
    suffixes=(".tsv",),
    reader=read,
    writer=write,
    recognise=recognise,
    companions=companions,
)
