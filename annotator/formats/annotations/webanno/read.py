"""Reads WebAnno TSV 3: its text, put together of its sentences, and what its columns say of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Literal, NoReturn, TypeAlias

from msgspec import Struct, field

from annotator.core import text as texts
from annotator.core.annotated_article import AnnotatedArticle
from annotator.core.model import Span

from ... import file_per_article
from ...json_lines import LinePosition
from ...new_article import MOST_CHARACTERS, utf8_of
from ...spec import ReadRequest
from ..cas.names import GRAMMAR, is_grammar, understood
from ..shared.counting import Unit
from ..shared.imported_article import ImportedArticle
from ..shared.span_graph import Edge, Node, SpanGraph
from ..shared.span_graph_import import RELATIONS_ONLY
from .names import NO_VALUE, NOTHING, OPENING, TEXT, parts_of, unescaped

MOST_BYTES = 256 << 20
_ASTRAL = re.compile("[\U00010000-\U0010ffff]")
_ROW = re.compile(
    r"([1-9]\d{0,8}-[1-9]\d{0,8}(?:\.[1-9]\d{0,8})?)\t(\d{1,10})-(\d{1,10})\t([^\t]*)(\t.*)?",
    re.DOTALL,
)
_NUMBER = re.compile(r"\[(\d{1,10})\]$")
_LINK = re.compile(r"->(\d+-\d+)$")
_ADDRESS = re.compile(r"([\d.-]+)(?:\[(\d{1,10})_(\d{1,10})\])?")
_KINDS = {"#T_SP=": "span", "#T_RL=": "relation", "#T_CH=": "chain"}

_Kind: TypeAlias = Literal["feature", "slot", "origin", "mention", "link"]
#: What is an annotation: its type, and its number, or the row it is in and its rank there.
_Key: TypeAlias = tuple[str, str, int]


class _Column(Struct, frozen=True):
    type: str
    name: str  # of the feature; of the type of the ends, where it says where a relation comes from
    kind: _Kind
    is_relation: bool


class _Row(Struct, gc=False):
    """A token or a part of one; *fits* once its words were found in the text."""

    name: str
    start: int
    end: int
    words: str
    cells: str  # as they stand there
    fits: bool = False


class _Sentence(Struct, gc=False):
    """Its lines, where its first token begins (-1: it has none), and the rows that say something."""

    line: int
    text: list[str] = field(default_factory=list)
    start: int = -1
    rows: list[_Row] = field(default_factory=list)


class _ColumnAnnotation(Struct, gc=False):
    """An annotation as the columns have it."""

    type: str
    rows: list[_Row] = field(default_factory=list)
    features: dict[str, str] = field(default_factory=dict)
    origin: tuple[str, str] = ("", "")  # of a relation: where it comes from, and the type there
    has_slots: bool = False


def annotated_article_of(path: Path, reading: ReadRequest) -> AnnotatedArticle:
    """The article of a file, with one layer.

    Raises:
        ImportFault: the file is no WebAnno TSV 3, or damaged.
    """
    lines = utf8_of(path, most=MOST_BYTES).replace("\r\n", "\n").split("\n")
    columns, body = _header(lines, path)
    sentences = [*_sentences(lines, body, len(columns), path)]
    text, unit = _rebuilt(sentences, path)
    about = file_per_article.about(path)
    try:
        foreign = ImportedArticle(text, reading, unit=unit, **about.article())
    except ValueError as err:
        raise LinePosition(path, 1).fault(
            "{file}: the text is empty, or too long for one article",
            hint="Leave the file out, or cut its text into articles.",
        ) from err
    graph = _GraphImport(columns, foreign).graph(
        row for sentence in sentences for row in sentence.rows
    )
    if graph.nodes or about.annotator is not None:
        author = reading.author if about.annotator is None else about.annotator
        foreign.add(author, graph)
    reading.progress(path.stat().st_size)
    return foreign.annotated_article()


# -- lines -------------------------------------------------------------------------------------


def _header(lines: list[str], path: Path) -> tuple[list[_Column], int]:
    """The columns, and the number of the line after them."""
    version = lines[0].removeprefix(OPENING)
    if not version.startswith("3"):
        raise LinePosition(path, 1).fault(
            "{file} is of an old version of WebAnno TSV",
            hint="Export it again from INCEpTION or WebAnno, as WebAnno TSV 3.3.",
        )
    columns: list[_Column] = []
    for number, line in enumerate(lines[1:], 2):
        if line[:6] not in _KINDS:
            return columns, number
        columns += _columns(_KINDS[line[:6]], line[6:].split("|"))
    return columns, len(lines)


def _columns(layer: str, declared: list[str]) -> Iterator[_Column]:
    type_, *names = declared
    for name in names or [""]:
        kind: _Kind = "feature"
        if layer == "chain":
            kind = "mention" if name == "referenceType" else "link"
        elif layer == "relation" and name.startswith("BT_"):
            kind, name = "origin", name.removeprefix("BT_")
        elif layer == "span" and (name.startswith("ROLE_") or "." in name):
            kind = "slot"
        yield _Column(type_, name, kind, layer == "relation")


def _sentences(lines: list[str], body: int, width: int, path: Path) -> Iterator[_Sentence]:
    current: _Sentence | None = None
    blank = "\t" + "\t".join([NOTHING] * width)
    says_nothing = (blank, f"{blank}\t") if width else ()
    for number, line in enumerate(lines[body - 1 :], body):
        is_blank = line.endswith(says_nothing)
        if is_blank and current is not None and current.start >= 0:
            continue
        if not line:
            continue
        if line[0] != "#":
            if current is None:
                _refuse(path, number)
            row = _row(line, width, path, number)
            if current.start < 0:
                current.start = row.start
            if not is_blank:
                current.rows.append(row)
        elif line.startswith(TEXT):
            if current is None or current.start >= 0:
                if current is not None:
                    yield current
                current = _Sentence(number)
            current.text.append(unescaped(line[len(TEXT) :]))
    if current is not None:
        yield current


def _row(line: str, width: int, path: Path, number: int) -> _Row:
    found = _ROW.match(line)
    if found is None:
        _refuse(path, number)
    name, start, end, words, cells = found.groups("")
    if cells.count("\t") < width:
        _refuse(path, number)
    return _Row(name, int(start), int(end), words, cells)


def _refuse(path: Path, number: int) -> NoReturn:
    raise LinePosition(path, number).fault(
        "{file}, line {line}: not a line that WebAnno TSV has there",
        hint="Export it again from INCEpTION or WebAnno, as WebAnno TSV 3.3.",
    )


# -- text --------------------------------------------------------------------------------------


def _rebuilt(sentences: Sequence[_Sentence], path: Path) -> tuple[str, Unit]:
    """The text, and what its offsets count: UTF-16 units, but there are tools that mistake that."""
    is_wide = any(_ASTRAL.search(line) for each in sentences for line in each.text)
    units: tuple[Unit, ...] = ("utf16", "points") if is_wide else ("points",)
    found: list[tuple[int, str, Unit]] = []
    for unit in units:
        text = _together(sentences, unit)
        if isinstance(text, str):
            wrong = _misplaced(text, unit, sentences)
            if not wrong or not is_wide:
                return text, unit
            found.append((wrong, text, unit))
        else:
            line = text
    if not found:
        raise LinePosition(path, line).fault(
            "{file}, line {line}: the sentence does not follow on the one before",
            hint="Export it again from INCEpTION or WebAnno, as WebAnno TSV 3.3.",
        )
    _, text, unit = min(found, key=lambda each: each[0])
    _misplaced(text, unit, sentences)
    return text, unit


def _together(sentences: Iterable[_Sentence], unit: Unit) -> str | int:
    """The text as INCEpTION puts it together, or the line of the sentence that does not fit.

    A line end comes after each sentence, if there is room for it before the next, and then spaces.
    """
    parts: list[str] = []
    length = 0
    for sentence in sentences:
        start = sentence.start if sentence.start >= 0 else length
        if parts and start < length:
            parts.append(parts.pop()[:-1])
            length -= 1
        if not length <= start <= 2 * MOST_CHARACTERS:
            return sentence.line
        parts += (" " * (start - length), *(f"{line}\n" for line in sentence.text))
        for line in sentence.text:
            wide = len(_ASTRAL.findall(line)) if unit == "utf16" else 0
            start += len(line) + wide + 1
        length = start
    return "".join(parts)[:-1]


def _misplaced(text: str, unit: Unit, sentences: Iterable[_Sentence]) -> int:
    """See of each row whether it *fits*; how many do not.

    INCEpTION writes the words of a token without escapes.
    """
    points = texts.Utf16Map(text if unit == "utf16" else "").to_points
    wrong = 0
    for sentence in sentences:
        for row in sentence.rows:
            there = text[points(row.start) : points(row.end)]
            row.fits = there == row.words or there == unescaped(row.words)
            wrong += not row.fits
    return wrong


# -- annotations -------------------------------------------------------------------------------


class _GraphImport:
    """A graph that is being made of what the columns say."""

    def __init__(self, columns: list[_Column], foreign: ImportedArticle) -> None:
        self._columns = columns
        self._foreign = foreign
        self._found: dict[_Key, _ColumnAnnotation] = {}
        self._relations: dict[_Key, _ColumnAnnotation] = {}
        self._by_number: dict[str, _Key] = {}
        self._linked = {column.type for column in columns if column.kind == "link"}
        self._more: dict[
            str, list[_ColumnAnnotation]
        ] = {}  # what further rows with these cells belong to

    def graph(self, rows: Iterable[_Row]) -> SpanGraph:
        for row in rows:
            more = self._more.get(row.cells)
            if more is None:
                self._take(row)
            else:
                for read in more:
                    read.rows.append(row)
        nodes = [node for key, read in self._found.items() for node in self._node(key, read)]
        return SpanGraph(nodes, [*self._edges({node.key for node in nodes})])

    def _take(self, row: _Row) -> None:
        numbers: dict[str, list[str]] = {}
        column_annotations: dict[_Key, _ColumnAnnotation] = {}
        is_numbered = True
        for column, cell in zip(self._columns, row.cells[1:].split("\t"), strict=False):
            if cell == NOTHING:
                continue
            parts = parts_of(cell)
            if column.kind == "link":
                links = [found[1] if (found := _LINK.search(part)) else "" for part in parts]
                numbers[column.type] = links
            for rank, part in enumerate(parts):
                number = _NUMBER.search(part) if part[-1:] == "]" else None
                value = part[: number.start()] if number else part
                name = number[1] if number else ""
                if column.kind in ("link", "mention"):
                    links = numbers.get(column.type, [])
                    name = links[rank] if rank < len(links) else ""
                    value = _LINK.sub("", value)
                key, read = self._say(column, row, rank, name, value)
                column_annotations[key] = read
                is_numbered &= bool(name) and not column.is_relation
        if is_numbered:
            self._more[row.cells] = [*column_annotations.values()]

    def _say(
        self, column: _Column, row: _Row, rank: int, name: str, value: str
    ) -> tuple[_Key, _ColumnAnnotation]:
        """Take in one value of the *rank*-th annotation of a layer in a row; *name* is its number."""
        key: _Key
        if column.is_relation:
            key = (column.type, row.name, rank)
            read = self._relations.setdefault(key, _ColumnAnnotation(column.type, [row]))
        else:
            key = (column.type, f"[{name}" if name else row.name, 0 if name else rank)
            read = self._found.get(key) or self._found.setdefault(
                key, _ColumnAnnotation(column.type)
            )
            if name:
                self._by_number.setdefault(name, key)
            if not read.rows or read.rows[-1] is not row:
                read.rows.append(row)
        if column.kind == "origin":
            read.origin = (value, column.name)
        elif column.kind == "slot":
            read.has_slots |= value not in (NO_VALUE, NOTHING)
        elif column.kind != "link" and column.name and value != NO_VALUE:
            read.features.setdefault(column.name, unescaped(value))
        return key, read

    def _node(self, key: _Key, read: _ColumnAnnotation) -> Iterator[Node]:
        label, features = understood(read.type, read.features)
        span = None
        if is_grammar(read.type):
            self._foreign.lose("an annotation", GRAMMAR, label)
        else:
            span = self._span(read.rows)
        if span is None:
            return
        if read.has_slots:
            self._foreign.lose("a relation", RELATIONS_ONLY, label)
        if read.type in self._linked:
            self._foreign.lose("which names are of the same", RELATIONS_ONLY, label)
        yield Node(_name(key), label, (span,), features)

    def _span(self, rows: list[_Row]) -> Span | None:
        """From the first to the last of them; None, and told of, where one does not fit."""
        for row in rows:
            if not row.fits:
                return self._foreign.span(row.start, row.end, row.words)
        return self._foreign.span(min([row.start for row in rows]), max([row.end for row in rows]))

    def _edges(self, here: set[str]) -> Iterator[Edge]:
        edges: set[Edge] = set()
        for relation in self._relations.values():
            label, _ = understood(relation.type, relation.features)
            if is_grammar(relation.type):
                self._foreign.lose("a relation", GRAMMAR, label)
                continue
            start, end = (_name(key) for key in self._ends(relation))
            if start not in here or end not in here:
                self._foreign.lose("a relation", "What it is about is not there.", label)
            elif (edge := Edge(start, end, label)) not in edges:
                edges.add(edge)
                yield edge

    def _ends(self, read: _ColumnAnnotation) -> tuple[_Key | None, _Key | None]:
        """Where a relation comes from and leads to."""
        address, type_ = read.origin
        found = _ADDRESS.fullmatch(address)
        if found is None:
            return None, None
        return (
            self._end(type_, found[1], found[2]),
            self._end(type_, read.rows[0].name, found[3]),
        )

    def _end(self, type_: str, row: str, number: str | None) -> _Key | None:
        if number and number != "0":
            return self._by_number.get(number)
        for each in (type_, *(column.type for column in self._columns)):
            if (each, row, 0) in self._found:
                return each, row, 0
        there = (key for key, read in self._found.items() if any(r.name == row for r in read.rows))
        return next(there, None)  # it is in several rows, though the address has no number


def _name(key: _Key | None) -> str:
    """The key of a node."""
    return "|".join(map(str, key)) if key else ""
