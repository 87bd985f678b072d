"""An ``.ann`` of brat's with the ``.txt`` beside it, as an article.

A line that brat would not understand is a fault of the file; what it says that has no place here, or
does not fit the text, is told of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import TypeAlias

from msgspec import Struct, field

from annotator.core.annotated_article import AnnotatedArticle
from annotator.core.errors import ImportFault

from ... import file_per_article
from ...json_lines import LinePosition
from ...new_article import MOST_CHARACTERS, refuse_unusable, size_within, utf8_of
from ...spec import ReadRequest, name_of
from ...text_encoding import decoded
from ..shared.counting import OffsetMap, counting_of
from ..shared.escape import unescaped
from ..shared.imported_article import ImportedArticle
from ..shared.span_graph import (
    CLAIM,
    CONTENT,
    CONTINUES,
    CUE,
    ROLES,
    SAID_BY,
    SAYS,
    SOURCE,
    Edge,
    Node,
    SpanGraph,
)

Pieces: TypeAlias = list[tuple[int, int]]

NOTE = "AnnotatorNotes"  # what brat's own window writes
EXACT = "ExactSpans"  # a note with the places that pieces alone do not tell
_MOST_BYTES = 64 << 20
_MOST_QUOTES = 200  # that are looked at to tell what offsets count
_RELATIONS = {SOURCE: SAID_BY, CONTENT: SAYS}  # of the roles in an event

_PLACES = "[0-9]{1,9} [0-9]{1,9}(?:;[0-9]{1,9} [0-9]{1,9})*"
_BOUND = re.compile(rf"(\S+)\t(\S+) ({_PLACES})(?:\t(.*))?")
_RELATION = re.compile(r"\S+\t(\S+) [^\s:]+:(\S+) [^\s:]+:(\S+)")
_EVENT = re.compile(r"(\S+)\t([^\s:]+):(\S+)((?: +[^\s:]+:\S+)*)")
_ATTRIBUTE = re.compile(r"\S+\t(\S+) (\S+)(?: (.*))?")
_NORMALISATION = re.compile(r"\S+\t\S+ (\S+) ([^\s:]+:\S+)(?:\t(.*))?")
_NOTE = re.compile(r"\S+\t(\S+) (\S+)(?:\t(.*))?")


class TextBound(Struct, frozen=True):
    """A text-bound annotation; *words* are what the file says that stands there."""

    label: str
    pieces: Pieces
    words: str | None


class Event(Struct, frozen=True):
    label: str
    trigger: str
    arguments: list[tuple[str, str]]  # role without its number, and whose


class AnnotationAttribute(Struct, frozen=True):
    """Something said of an annotation."""

    target: str
    name: str
    value: str


class Standoff(Struct):
    """An ``.ann`` line by line."""

    bound: dict[str, TextBound] = field(default_factory=dict)
    relations: list[Edge] = field(default_factory=list)
    events: dict[str, Event] = field(default_factory=dict)
    attributes: list[AnnotationAttribute] = field(default_factory=list)
    notes: list[AnnotationAttribute] = field(default_factory=list)
    references: list[AnnotationAttribute] = field(default_factory=list)
    others: list[str] = field(default_factory=list)  # equivalences, and notes of nothing

    def __bool__(self) -> bool:
        return bool(self.bound or self.relations or self.events or self.others)


def read(path: Path, reading: ReadRequest) -> Iterator[AnnotatedArticle]:
    """The article, with a layer where the file says something or our list says whose it is."""
    text = _text_of(path.with_suffix(".txt"))
    standoff = _parsed(path, reading)
    reading.progress(path.stat().st_size)
    if reading.faults:
        return
    about = file_per_article.about(path)
    text, standoff.bound = _as_counted(text, standoff.bound)
    metadata = {} if about.title else {"file": name_of(path)}
    foreign = ImportedArticle(text, reading, metadata=metadata, **about.article())
    if about.annotator is not None or standoff:
        author = reading.author if about.annotator is None else about.annotator
        foreign.add(author, _Drawing(standoff, text, foreign).graph())
    yield foreign.annotated_article()


# -- places ----------------------------------------------------------------------------------


def cut(places: Pieces, text: str) -> Pieces:
    """*places* without the line ends in them; nothing where they are nothing else."""
    pieces: Pieces = []
    for start, end in places:
        while (at := text.find("\n", start, end)) >= 0:
            if start < at:
                pieces.append((start, at))
            start = at + 1
        if start < end:
            pieces.append((start, end))
    return pieces


def joined(pieces: Pieces, text: str) -> Pieces:
    """*pieces* with those as one that only line ends are between."""
    made = pieces[:1]
    for start, end in pieces[1:]:
        before = made[-1]
        between = text[before[1] : start]
        if between and not between.strip("\r\n"):
            made[-1] = (before[0], end)
        else:
            made.append((start, end))
    return made


def _places(said: str) -> Pieces:
    """In text order; nothing where they overlap."""
    found = [piece.split(" ") for piece in said.split(";")]
    places = sorted([(int(start), int(end)) for start, end in found])
    return [] if any(two[0] < one[1] for one, two in pairwise(places)) else places


def _as_counted(text: str, bound: dict[str, TextBound]) -> tuple[str, dict[str, TextBound]]:
    """*text* as the offsets of the file count it, told by the words that it quotes.

    brat itself counts code points, a byte-order mark too; others have read the text with line ends
    made one character, without the mark, or count as Java does: then the offsets are made anew.
    """
    quoted = [each for each in bound.values() if each.words is not None]
    if all(_stands(each, text) for each in quoted):
        return text, bound
    bare = text.removeprefix("\ufeff")
    ways = dict.fromkeys([text, bare, text.replace("\r\n", "\n"), bare.replace("\r\n", "\n")])
    fitting = {way: sum(_stands(each, way) for each in quoted) for way in ways}
    best = max(ways, key=lambda way: fitting[way])
    simple = ((best, *each.pieces[0], each.words or "") for each in quoted if not each.pieces[1:])
    counting = counting_of(simple)
    if counting.is_plain:
        return best, bound
    offsets = OffsetMap(best, counting)
    return best, {
        name: TextBound(each.label, [offsets.span(*piece) for piece in each.pieces], each.words)
        for name, each in bound.items()
    }


def _stands(bound: TextBound, text: str) -> bool:
    return _is_same(bound.words or "", " ".join([text[start:end] for start, end in bound.pieces]))


def _is_same(words: str, others: str) -> bool:
    return words == others or words.split() == others.split()


# -- the file --------------------------------------------------------------------------------


def _text_of(path: Path) -> str:
    try:
        size_within(path, 4 * MOST_CHARACTERS)
    except OSError as err:
        raise ImportFault(
            "{file} is not there: it is the text that was annotated",
            hint="brat keeps each text in a file beside its annotations; put it there.",
            file=name_of(path),
        ) from err
    content = path.read_bytes()
    try:
        text = content.decode()
    except UnicodeDecodeError:
        text, _ = decoded(content, name_of(path))
    refuse_unusable(text.removeprefix("\ufeff"), name_of(path))
    return text


def _parsed(path: Path, reading: ReadRequest) -> Standoff:
    content = utf8_of(path, most=_MOST_BYTES)
    standoff = Standoff()
    for number, line in enumerate(content.split("\n"), 1):
        if not line or line.isspace():
            continue
        if said := _take(line.removesuffix("\r"), standoff):
            reading.refuse(_misfit(LinePosition(path, number), line, is_twice=said is _TWICE))
            if reading.is_hopeless:
                break
    return standoff


def _misfit(place: LinePosition, line: str, *, is_twice: bool) -> ImportFault:
    if is_twice:
        return place.fault(
            "{file}, line {line}: “{words}” has the name of an annotation above it",
            hint="Correct it in brat.",
            words=line[:60],
        )
    return place.fault(
        "{file}, line {line}: “{words}” is no annotation of brat's",
        hint="See “brat standoff” in the description of the formats, or correct it in brat.",
        words=line[:60],
    )


_MISSHAPEN, _TWICE = "misshapen", "twice"


def _take(line: str, made: Standoff) -> str:
    """Put a line where it belongs; what is wrong with it, or nothing."""
    kind = line[0]
    if kind in "REAM":
        line = line.rstrip()
    if kind == "T" and (found := _BOUND.fullmatch(line)):
        if found[1] in made.bound:
            return _TWICE
        pieces = _places(found[3])
        made.bound[found[1]] = TextBound(unescaped(found[2]), pieces, found[4])
        return "" if pieces else _MISSHAPEN
    if kind == "R" and (found := _RELATION.fullmatch(line)):
        made.relations.append(Edge(found[2], found[3], found[1]))
    elif kind == "E" and (found := _EVENT.fullmatch(line)):
        if found[1] in made.events:
            return _TWICE
        given = [argument.split(":", 1) for argument in found[4].split()]
        arguments = [(role.rstrip("0123456789"), of) for role, of in given]
        made.events[found[1]] = Event(found[2], found[3], arguments)
    elif kind in "AM" and (found := _ATTRIBUTE.fullmatch(line)):
        made.attributes.append(AnnotationAttribute(found[2], found[1], found[3] or "true"))
    elif kind == "N" and (found := _NORMALISATION.fullmatch(line)):
        made.references.append(AnnotationAttribute(found[1], found[2], unescaped(found[3] or "")))
    elif kind == "#" and (found := _NOTE.fullmatch(line)):
        made.notes.append(AnnotationAttribute(found[2], found[1], unescaped(found[3] or "")))
    elif kind in "#*":
        made.others.append(line)
    else:
        return _MISSHAPEN
    return ""


# -- as a graph ------------------------------------------------------------------------------


class _Drawing:
    """A graph that is being made of what an ``.ann`` says of *text*."""

    def __init__(self, standoff: Standoff, text: str, foreign: ImportedArticle) -> None:
        self._standoff = standoff
        self._text = text
        self._foreign = foreign
        self._nodes: dict[str, Node] = {}
        self._edges: list[Edge] = []
        self._anchors: dict[str, str] = {}  # of events

    def graph(self) -> SpanGraph:
        exact = {note.target: note.value for note in self._standoff.notes if note.name == EXACT}
        for name, bound in self._standoff.bound.items():
            self._place(name, bound, exact.get(name, ""))
        for name, event in self._standoff.events.items():
            self._anchors[name] = self._anchor(event)
        for name, event in self._standoff.events.items():
            for role, of in event.arguments:
                if role.upper() == CUE:
                    continue
                self._relate(Edge(name, of, _RELATIONS.get(role.upper(), role)))
        for edge in self._standoff.relations:
            self._relate(edge)
        self._describe()
        for line in self._standoff.others:
            what = "an equivalence" if line[0] == "*" else "a note"
            self._lose(what, "There is no place for it in Vaglio.", line)
        return SpanGraph(list(self._nodes.values()), self._edges)

    def _place(self, name: str, bound: TextBound, exact: str) -> None:
        if bound.words is not None and not _stands(bound, self._text):
            self._lose("an annotation", "Its words are not those of the text there.", bound.words)
            return
        pieces = joined(bound.pieces, self._text)
        if re.fullmatch(_PLACES, exact) and cut(_places(exact), self._text) == bound.pieces:
            pieces = _places(exact)
        spans = [self._foreign.span(start, end) for start, end in pieces]
        whole = tuple(span for span in spans if span is not None)
        if len(whole) == len(spans):
            self._nodes[name] = Node(name, bound.label, whole, {})

    def _anchor(self, event: Event) -> str:
        """What an event hangs on: its trigger, or the cue of an attribution.

        PolNeAR has both, in the same place: then the trigger says nothing more.
        """
        roles = {role.upper() for role, _ in event.arguments}
        if not roles & ROLES.keys() or event.trigger not in self._nodes:
            return event.trigger
        cues = [of for role, of in event.arguments if role.upper() == CUE and of in self._nodes]
        for name in cues or [event.trigger]:
            self._nodes[name] = _relabelled(self._nodes[name], CUE)
        if not cues:
            return event.trigger
        self._edges += [Edge(one, two, CONTINUES) for one, two in pairwise(cues)]
        is_same = self._nodes[event.trigger].spans == self._nodes[cues[0]].spans
        if is_same and event.trigger not in cues:
            del self._nodes[event.trigger]
            self._anchors[event.trigger] = cues[0]
        return cues[0]

    def _relate(self, edge: Edge) -> None:
        start = self._anchors.get(edge.start, edge.start)
        end = self._anchors.get(edge.end, edge.end)
        if start in self._nodes and end in self._nodes:
            self._edges.append(Edge(start, end, edge.label))
        else:
            why = "What it leads from or to is not in the file, or does not fit its text."
            self._lose("a relation", why, f"{edge.label} {edge.start} {edge.end}")

    def _describe(self) -> None:
        for said in self._standoff.attributes:
            self._say(said.target, said.name, said.value, " ")
        for said in self._standoff.notes:
            if said.name != EXACT:
                self._say(said.target, "note" if said.name == NOTE else said.name, said.value, "\n")
        for said in self._standoff.references:
            self._identify(said)

    def _say(self, target: str, name: str, value: str, between: str) -> None:
        node = self._nodes.get(self._anchors.get(target, target))
        if node is None:
            why = "What it is about is not there, or is no span of the text."
            self._lose("a note" if between == "\n" else "an attribute", why, f"{name}={value}")
        elif name in node.features:
            node.features[name] += between + value
        else:
            node.features[name] = value

    def _identify(self, said: AnnotationAttribute) -> None:
        """Give a node an identifier and, where it has no other, the name that goes with it."""
        entry = re.sub("^Wikidata:(?=Q[0-9]+$)", "", said.name)
        target = self._anchors.get(said.target, said.target)
        node = self._nodes.get(target)
        if node is None or "kb_id" in node.features:
            self._lose("an identifier", "Vaglio keeps one of each entity.", entry)
            return
        node.features["kb_id"] = entry
        words = self._standoff.bound[target].words or ""
        is_entity = node.label.upper() not in {CLAIM, *ROLES}
        if is_entity and said.value and not _is_same(said.value, words):
            node.features.setdefault("normalized", said.value)

    def _lose(self, what: str, why: str, words: str) -> None:
        self._foreign.lose(what, why, words)


def _relabelled(node: Node, label: str) -> Node:
    return Node(node.key, label, node.spans, node.features)
