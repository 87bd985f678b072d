"""CoNLL-U of ours and of others: the text as ``SpaceAfter`` and ``# text`` say, spans from MISC.

Spans of others are those of Stanza (``ner=B-PER``) and its like, and of CorefUD (``Entity=(e1-person``).
Of a multiword token the form on the surface counts, and empty nodes are passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import msgspec
from msgspec import Struct, field

from annotator.core.annotated_article import AnnotatedArticle
from annotator.core.errors import ImportFault

from ...file_per_article import ListedDetails
from ...json_lines import LinePosition
from ...new_article import MOST_CHARACTERS
from ...spec import ReadRequest, name_of
from ...text_lines import rows
from ..conll.read import MOST_WORDS, tell_of_cut
from ..conll.tags import TAG, are_chunks, spans_of
from ..shared import whitespace
from ..shared.escape import unescaped
from ..shared.imported_article import ImportedArticle
from ..shared.span_graph import Edge, Node, SpanGraph

_ID = re.compile(r"([0-9]{1,9})(?:-([0-9]{1,9})|(\.[0-9]{1,9}))?")
_SPAN = re.compile(r"([0-9]{1,9}):([0-9]{1,9}):(\S+)")
_BRACKET = re.compile(r"\([^()]*\)?|[^()]+\)?")
_NUMBERS = [str(number) for number in range(1, 1000)]
_PART = re.compile(r"(.+?)\[([0-9]+)/([0-9]+)\]")


class TreebankArticle(Struct):
    """An article so far."""

    line: int
    comments: dict[str, str] = field(default_factory=dict)  # before the first sentence
    relations: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    misc: list[str] = field(default_factory=list)  # of a multiword token, with that of its words
    sentences: list[int] = field(default_factory=list)  # the number of the first word of each
    paragraphs: set[int] = field(default_factory=set)
    texts: dict[int, str] = field(default_factory=dict)


def read(path: Path, reading: ReadRequest) -> Iterator[AnnotatedArticle]:
    """Its documents, or where it parts none, what is read of it at a time."""
    is_empty = True
    for part, taken in enumerate(_articles(path, reading), 1):
        is_empty = False
        try:
            yield _TreeArticle(taken, path, part, reading).annotated_article()
        except ValueError:
            reading.refuse(
                LinePosition(path, taken.line).fault(
                    "{file}, line {line}: the article that begins here is empty or too long",
                    hint="Cut it into articles of at most {limit} characters, with # newdoc between.",
                    limit=MOST_CHARACTERS,
                )
            )
    if is_empty and not reading.faults:
        raise ImportFault(
            "{file} has no words in it",
            hint="A CoNLL-U file has ten columns, a word on each line.",
            file=name_of(path),
        )


# -- rows ------------------------------------------------------------------------------------


def is_row(line: str) -> bool:
    cells = line.split("\t")
    return len(cells) == 10 and bool(cells[1]) and bool(_ID.fullmatch(cells[0]))


def _articles(path: Path, reading: ReadRequest) -> Iterator[TreebankArticle]:
    taken, is_parted = TreebankArticle(1), False
    block: list[list[str]] = []  # a sentence so far
    for number, line in enumerate(rows(path, reading.progress), 1):
        cells = line.split("\t")
        if len(cells) == 10 and cells[1]:
            block.append(cells)
            continue
        if block and not _take(block, taken):
            reading.refuse(_out_of_turn(path, number - 1))
        block = []
        if not line or line.isspace():
            if not is_parted and len(taken.words) >= MOST_WORDS:
                tell_of_cut(taken.line, taken.words, path, reading)
                yield taken
                taken = TreebankArticle(number + 1, _global(taken.comments))
        elif line[0] == "#":
            if line[1:].lstrip().startswith("newdoc"):
                is_parted = True
                if taken.words:
                    yield taken
                    taken = TreebankArticle(number, _global(taken.comments))
            _remark(line, taken)
        else:
            reading.refuse(_no_row(path, number))
        if reading.is_hopeless:
            return
    if block and not _take(block, taken):
        reading.refuse(_out_of_turn(path, number))
    if taken.words:
        if not is_parted:
            tell_of_cut(taken.line, taken.words, path, reading)
        yield taken


def _no_row(path: Path, number: int) -> ImportFault:
    return LinePosition(path, number).fault(
        "{file}, line {line}: not a row of CoNLL-U",
        hint="It has ten columns with tabs between; comments begin with #.",
    )


def _out_of_turn(path: Path, number: int) -> ImportFault:
    return LinePosition(path, number).fault(
        "{file}: in the sentence that ends in line {line}, words are not numbered one after the other",
        hint="They are numbered from 1; 3-4 stands before 3, and 3.1 behind it.",
    )


def _global(comments: dict[str, str]) -> dict[str, str]:
    """Of the comments of an article, those for the whole file."""
    return {key: value for key, value in comments.items() if key.startswith("global.")}


def _take(block: list[list[str]], taken: TreebankArticle) -> bool:
    """Whether the rows of a sentence are numbered as they have to be; then they are taken."""
    taken.sentences.append(len(taken.words))
    if [cells[0] for cells in block] == _NUMBERS[: len(block)]:
        taken.words += [cells[1] for cells in block]
        taken.misc += [cells[9] for cells in block]
        return True
    following, covered = 1, 0  # the next word, and up to which a multiword token goes
    for cells in block:
        found = _ID.fullmatch(cells[0])
        if found is None:
            return False
        first, last = int(found[1]), int(found[2] or 0)
        if found[3]:  # an empty node
            if first != following - 1:
                return False
        elif first != following or (last and (last < first or first <= covered)):
            return False
        elif last or first > covered:
            taken.words.append(cells[1])
            taken.misc.append(cells[9])
            covered, following = (last, first) if last else (covered, first + 1)
        else:
            if cells[9] != "_":
                taken.misc[-1] = f"{taken.misc[-1]}|{cells[9]}".removeprefix("_|")
            following += 1
    return len(taken.words) > taken.sentences[-1]


def _remark(line: str, taken: TreebankArticle) -> None:
    key, _, value = line[1:].strip().partition("=")
    key, value = key.strip(), value.strip()
    if key == "text":
        taken.texts[len(taken.words)] = value
    elif key.startswith("newpar"):
        taken.paragraphs.add(len(taken.words))
    elif key == "relation":
        taken.relations.append(value)
    elif not taken.words:
        taken.comments.setdefault(key, value)


# -- articles --------------------------------------------------------------------------------


class _TreeArticle:
    """An article that is being made of its rows."""

    def __init__(self, taken: TreebankArticle, path: Path, part: int, reading: ReadRequest) -> None:
        self._taken = taken
        self._reading = reading
        told = {
            name: unescaped(taken.comments[name])
            for name in ListedDetails.__struct_fields__
            if name in taken.comments
        }
        self._is_ours = "title" in told and "language" in told
        about = _about(told)
        self._annotator = about.annotator
        self._misc = {misc: whitespace.pairs(misc) for misc in set(taken.misc)}
        before = whitespace.unquoted(unescaped(self._misc[taken.misc[0]].get("SpacesBefore", "")))
        text, self._starts = whitespace.exact(before, taken.words, self._spaces())
        metadata: dict[str, object] = {} if self._is_ours else self._origin(path, part)
        self._foreign = ImportedArticle(text, reading, metadata=metadata, **about.article())

    def annotated_article(self) -> AnnotatedArticle:
        graph = SpanGraph([*self._spans(), *self._labels(), *self._entities()], self._relations())
        if self._annotator is not None:
            self._foreign.add(self._annotator, graph)
        elif graph.nodes:
            self._foreign.add(self._reading.author, graph)
        return self._foreign.annotated_article()

    def _origin(self, path: Path, part: int) -> dict[str, object]:
        kept = {key: value for key, value in self._taken.comments.items() if key.startswith("meta")}
        if name := self._taken.comments.get("newdoc id"):
            kept["id"] = name
        return {"file": name_of(path), "part": part, **kept}

    def _spaces(self) -> list[str]:
        """What follows each word: as MISC says, else as the text of its sentence has it."""
        taken = self._taken
        said = {misc: _space(pairs) for misc, pairs in self._misc.items()}
        spaces = [said[misc] for misc in taken.misc]
        if not self._is_ours:
            ends = [*taken.sentences[1:], len(spaces)]
            for start, end in zip(taken.sentences, ends, strict=True):
                self._fill(spaces, start, end)
        return [" " if space is None else space for space in spaces]

    def _fill(self, spaces: list[str | None], start: int, end: int) -> None:
        """Say of the words from *start* to *end*, a sentence, what MISC has not said."""
        text, words = self._taken.texts.get(start, ""), self._taken.words[start:end]
        places = (
            whitespace.aligned(words, text) if text and None in spaces[start : end - 1] else None
        )
        for number, at in enumerate((places or ())[1:], start):
            if spaces[number] is None and places is not None:
                spaces[number] = text[places[number - start] + len(words[number - start]) : at]
        if spaces[end - 1] is None and end in self._taken.paragraphs:
            spaces[end - 1] = "\n"
        elif spaces[end - 1] is None and end == len(spaces):
            spaces[end - 1] = ""

    def _spans(self) -> Iterator[Node]:
        """Our own."""
        nodes: dict[str, Node] = {}
        for number, misc in enumerate(self._taken.misc):
            if "Spans=" not in misc:
                continue
            for said in self._misc[misc].get("Spans", "").split(";"):
                match = _SPAN.fullmatch(said)
                if match is None:
                    self._foreign.lose("a span", "It is not written as spans are.", said)
                    continue
                node = self._node(match[1], number, number + int(match[2]) - 1, unescaped(match[3]))
                if node is None:
                    continue
                if (before := nodes.get(match[1])) is not None:
                    node = Node(match[1], before.label, before.spans + node.spans, before.features)
                nodes[match[1]] = node
        for key, value in self._taken.comments.items():
            if key.startswith("span."):
                _, number_, name = [*key.split(".", 2), ""][:3]
                if number_ in nodes:
                    nodes[number_].features[name] = unescaped(value)
                else:
                    self._foreign.lose("an attribute", "What it is about is not there.", key)
        yield from nodes.values()

    def _relations(self) -> list[Edge]:
        made = []
        for relation in self._taken.relations:
            cells = relation.split(" ")
            if len(cells) == 3:
                made.append(Edge(cells[0], cells[2], cells[1]))
            else:
                self._foreign.lose("a relation", "It is not written as relations are.", relation)
        return made

    def _labels(self) -> Iterator[Node]:
        """Those that are tags, under whatever key: ``ner`` of Stanza, ``NER``, ``name`` …"""
        values: dict[str, set[str]] = {}
        for said in self._misc.values():
            for key, value in said.items():
                values.setdefault(key, set()).add(value)
        for key, found in values.items():
            if not all(map(TAG.fullmatch, found)) or are_chunks(found):
                continue
            tags = [self._misc[misc].get(key, "O") for misc in self._taken.misc]
            for first, last, label in spans_of(tags, set(self._taken.sentences)):
                node = self._node(f"{key}{first}", first, last, label)
                if node is not None:
                    yield node

    def _entities(self) -> Iterator[Node]:
        """Those in brackets, as CorefUD and GUM write them."""
        names = self._taken.comments.get("global.Entity", "eid-etype").split("-")
        at = names.index("etype") if "etype" in names else 1
        open_: dict[str, list[tuple[int, str]]] = {}
        parts: dict[str, Node] = {}
        for number, misc in enumerate(self._taken.misc):
            if "Entity=" not in misc:
                continue
            for said in _BRACKET.findall(self._misc[misc].get("Entity", "")):
                told = said.strip("()").split("-")
                name = told[0]
                if said[0] == "(":
                    label = told[at] if len(told) > at and told[at] else "Entity"
                    open_.setdefault(name, []).append((number, label))
                if said[-1] == ")" and open_.get(name):
                    first, label = open_[name].pop()
                    yield from self._mention(name, first, number, label, parts)
        for name, left in open_.items():
            for _ in left:
                self._foreign.lose("an annotation", "It has no end.", name)

    def _mention(
        self, name: str, first: int, last: int, label: str, parts: dict[str, Node]
    ) -> Iterator[Node]:
        """A node for a mention; for the last part of one that is interrupted, of all its parts."""
        node = self._node(f"{name}@{first}-{last}", first, last, label)
        found = _PART.fullmatch(name)
        if node is None:
            return
        if found is None:
            yield node
            return
        if (before := parts.pop(found[1], None)) is not None:
            node = Node(before.key, before.label, before.spans + node.spans, before.features)
        if found[2] == found[3]:
            yield node
        else:
            parts[found[1]] = node

    def _node(self, key: str, first: int, last: int, label: str) -> Node | None:
        words = self._taken.words
        if not first <= last < len(words):
            self._foreign.lose("an annotation", "It is not in the text.", label)
            return None
        span = self._foreign.span(self._starts[first], self._starts[last] + len(words[last]))
        return None if span is None else Node(key, label, (span,), {})


def _about(told: dict[str, str]) -> ListedDetails:
    try:
        return msgspec.convert(told, ListedDetails)
    except msgspec.ValidationError:  # somebody wrote another status
        return msgspec.convert({**told, "status": "draft"}, ListedDetails)


def _space(said: dict[str, str]) -> str | None:
    """What MISC says of what follows; None where it says nothing."""
    if "SpacesAfter" in said or "SpaceAfter" in said:
        return unescaped(whitespace.space_after(said))
    return None
