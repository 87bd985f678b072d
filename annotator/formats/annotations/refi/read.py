"""Reads REFI-QDA projects: each text an article, each coded passage a labelled span.

The project is gone through twice: for users, codes, notes and links, which the passages refer to,
then text by text. Nothing outside the file is opened.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from msgspec import Struct, field
from msgspec.structs import fields

from annotator.core.annotated_article import AnnotatedArticle
from annotator.core.errors import ImportFault
from annotator.core.model import Attribution, Claim, Entity

from ...new_article import MOST_CHARACTERS, PARTICULARS
from ...safe_archive import ZIP_ERRORS, refuse_unfit, twice
from ...spec import ReadRequest, name_of, why_of
from ...zip_xml import elements, local
from ..shared.counting import PLAIN, counting_of, stands_in
from ..shared.imported_article import ImportedArticle
from ..shared.span_graph import STRUCTURE, Edge, Node, SpanGraph

PROJECT, SOURCES, INTERNAL = "project.qde", "Sources", "internal://"
NO_PLACE = "There is no place for it in Vaglio."

_TEXTS = ("TextSource", "Representation", "Transcript")
_OTHERS = {"Case": "a case", "Variable": "a variable", "Set": "a set", "Graph": "a drawing"}
_MEDIA = ("PictureSource", "AudioSource", "VideoSource", "PDFSource")
_BEGINS = re.compile(rb"<([\w.-]+:)?(Project|CodeBook)\b")
HEAD = 1 << 16  # bytes within which a project begins
_DETAIL = re.compile(r"([a-z_]+): (.*)")
_KNOWN = {
    f.name for kind in (Entity, Claim, Attribution) for f in fields(kind) if f.name not in STRUCTURE
}
_TOLD = frozenset(_KNOWN) | set(PARTICULARS)


class _Project(Struct):
    """What the texts of a project refer to, by GUID."""

    users: dict[str, str] = {}
    codes: dict[str, str] = {}
    notes: dict[str, str] = {}
    links: dict[str, list[tuple[str, str]]] = {}  # from a passage: the name, and where it leads
    media: int = 0


class _Passage(Struct):
    key: str
    start: int
    end: int
    name: str
    author: str
    labels: list[str] = field(default_factory=list)
    features: dict[str, str] = field(default_factory=dict)


def read(path: Path, reading: ReadRequest) -> Iterator[AnnotatedArticle]:
    """The articles of a project, with a layer for each user who marked something."""
    try:
        with zipfile.ZipFile(path) as packed:
            refuse_unfit(path, packed.infolist())
            if PROJECT not in map(str.casefold, packed.namelist()):
                raise damaged(path, f"no {PROJECT} in it")
            refuse_two_projects(path, packed)
            yield from _ProjectReader(packed, path, reading).articles()
    except (*ZIP_ERRORS, KeyError, TypeError) as err:
        raise damaged(path, why_of(err)) from err
    reading.progress(path.stat().st_size)


def refuse_two_projects(path: Path, packed: zipfile.ZipFile) -> None:
    """Which of two is meant, every program decides for itself. Raises ImportFault."""
    if [*map(str.casefold, packed.namelist())].count(PROJECT) > 1:
        raise damaged(path, f"several files in it are called {PROJECT}")


class _ProjectReader:
    """One project that is being read."""

    def __init__(self, packed: zipfile.ZipFile, path: Path, reading: ReadRequest) -> None:
        self._packed = packed
        self._path = path
        self._reading = reading
        self._names = {name.casefold(): name for name in packed.namelist()}
        self._twice = twice(packed.infolist())
        self._project = _Project(users={}, codes={}, notes={}, links={})
        self._counting = PLAIN  # as the documents before told

    def articles(self) -> Iterator[AnnotatedArticle]:
        with self._packed.open(self._names[PROJECT]) as file:
            refuse_definitions(file.read(HEAD), self._path)
        self._look()
        if self._project.media:
            self._lose("a document", "It has no text.", str(self._project.media))
        for element in self._elements(*_TEXTS, "Link", "Note", "Code"):
            made = self._article(element) if local(element) in _TEXTS else None
            if made is not None:
                yield made

    def _elements(self, *wanted: str) -> Iterator[Any]:
        """Those of the project that have these names; each is gone when the next is asked for."""
        from lxml import etree

        try:
            with self._packed.open(self._names[PROJECT]) as file:
                yield from elements(file, *wanted)
        except etree.XMLSyntaxError as err:
            raise damaged(self._path, str(err)) from err

    # -- what is referred to -----------------------------------------------------------------

    def _look(self) -> None:
        project = self._project
        paths: dict[str, str] = {}
        wanted = ("User", "Code", "Note", "Link", *_OTHERS, *_MEDIA, *_TEXTS)
        for element in self._elements(*wanted):
            name, id_ = local(element), element.get("guid", "")
            if name == "User":
                project.users[id_] = element.get("name") or element.get("id") or id_
            elif name == "Code":
                project.codes[id_] = element.get("name") or "code"
                paths[id_] = " / ".join((*above(element), element.get("name") or ""))
            elif name == "Note":
                project.notes[id_] = self._words_of(element) or element.get("name") or ""
            elif name == "Link":
                target = (element.get("name") or "link", element.get("targetGUID", ""))
                project.links.setdefault(element.get("originGUID", ""), []).append(target)
            elif name in _MEDIA:
                has_text = any(local(each) in _TEXTS for each in element.iter())
                project.media += not has_text
            elif name in _OTHERS:
                self._lose(_OTHERS[name], NO_PLACE, element.get("name") or "")
        project.codes = told_apart(project.codes, paths)

    def _lose(self, what: str, why: str, words: str) -> None:
        self._reading.report.lose(what, why, title=name_of(self._path), words=words)

    def _words_of(self, element: Any) -> str | None:
        """The text of a source or a note; None, and told of, where it stands elsewhere."""
        inline = next((e for e in element if local(e) == "PlainTextContent"), None)
        if inline is not None:
            return inline.text or ""
        where = element.get("plainTextPath") or element.get("path") or ""
        if not where.startswith(INTERNAL):
            if where:
                self._lose("a document", "It stands outside the file.", where)
            return None
        wanted = where.removeprefix(INTERNAL).replace("\\", "/").lstrip("/").casefold()
        name = self._names.get(f"sources/{wanted}") or self._names.get(wanted)
        if name is None or not name.casefold().endswith(".txt"):
            self._lose("a document", "It has no text.", where)
            return None
        if name in self._twice:
            self._lose("a document", "Several files in it have its name.", where)
            return None
        with self._packed.open(name) as file:
            content = file.read(4 * MOST_CHARACTERS)
        return content.decode("utf-8-sig", "replace")

    # -- articles ----------------------------------------------------------------------------

    def _article(self, element: Any) -> AnnotatedArticle | None:
        text = self._words_of(element)
        if text is None:
            return None
        details, rest = details_of(child(element, "Description"), _TOLD)
        known: dict[str, Any] = {name: details[name] for name in PARTICULARS if name in details}
        about = {"description": rest} if rest else {}
        title = element.get("name") or element.getparent().get("name")
        passages = [*self._passages(element)]
        quoted = ((text, p.start, p.end, p.name) for p in passages if p.name)
        self._counting = counting_of(quoted, names_last=(False, True), otherwise=self._counting)
        known["title"] = title
        try:
            foreign = ImportedArticle(
                text, self._reading, counting=self._counting, metadata=about, **known
            )
        except ValueError:
            self._lose("a document", "It has no text.", title or "")
            return None
        for each in element:
            if local(each) == "Coding":
                why = "It is said of the whole article, and not of words in it."
                for label in self._labels(each):
                    foreign.lose("a label", why, label)
        for author, graph in self._graphs(passages, foreign).items():
            foreign.add(author, graph)
        return foreign.annotated_article()

    def _passages(self, element: Any) -> Iterator[_Passage]:
        for each in element:
            if local(each) != "PlainTextSelection":
                continue
            coded: dict[str, list[str]] = {}  # by whom, as what
            for one in each:
                if local(one) == "Coding":
                    user = one.get("creatingUser") or each.get("creatingUser", "")
                    coded.setdefault(user, []).extend(self._labels(one))
            details, rest = details_of(child(each, "Description"), _TOLD)
            features = {name: value for name, value in details.items() if name in _KNOWN}
            notes = [
                self._project.notes.get(one.get("targetGUID", ""), "")
                for one in each.iter("{*}NoteRef")
            ]
            if said := " · ".join(note for note in (rest, *notes) if note):
                features["note"] = (
                    said if "note" not in features else f"{features['note']} · {said}"
                )
            for rank, (user, labels) in enumerate((coded or {"": []}).items()):
                yield _Passage(
                    f"{each.get('guid', '')}{f'@{rank}' * bool(rank)}",
                    int(each.get("startPosition", "-1")),
                    int(each.get("endPosition", "-1")),
                    each.get("name") or "",
                    self._project.users.get(user, "") or self._reading.author,
                    labels,
                    features,
                )

    def _labels(self, coding: Any) -> list[str]:
        refs = (each.get("targetGUID", "") for each in coding if local(each) == "CodeRef")
        return [self._project.codes.get(guid, "code") for guid in refs]

    def _graphs(self, passages: list[_Passage], foreign: ImportedArticle) -> dict[str, SpanGraph]:
        """For each author; a passage with several codes is several nodes."""
        span_graphs: dict[str, SpanGraph] = {}
        whose: dict[str, str] = {}
        for passage in passages:
            words = passage.name if stands_in(passage.name, foreign.text) else None  # or a title
            span = foreign.span(passage.start, passage.end, words)
            if span is None:
                continue
            if not passage.labels:
                foreign.lose("a passage", "It has no code.", passage.name)
                continue
            graph = span_graphs.setdefault(passage.author, SpanGraph())
            whose[passage.key] = passage.author
            for rank, label in enumerate(passage.labels):
                key = passage.key if rank == 0 else f"{passage.key}+{rank}"
                graph.nodes.append(Node(key, label, (span,), passage.features))
        for passage in passages:
            for name, target in self._project.links.get(passage.key, ()):
                author = whose.get(passage.key)
                if author is not None and whose.get(target) == author:
                    span_graphs[author].edges.append(Edge(passage.key, target, name))
                else:
                    foreign.lose("a relation", "What it is about is not there.", name)
        return span_graphs


# -- QDA-XML -------------------------------------------------------------------------------


def refuse_definitions(head: bytes, path: Path) -> None:
    """Definitions of entities can only stand before the project or the codebook begins."""
    begins = _BEGINS.search(head)
    if begins is None or b"<!DOCTYPE" in head[: begins.start()]:
        raise damaged(path, "a document type in it, or no project")


def child(element: Any, name: str) -> str:
    """The words of the first child of this name."""
    return next((each.text or "" for each in element if local(each) == name), "")


def above(code: Any) -> tuple[str, ...]:
    """The names of the codes that hold this one, the outermost first."""
    names: list[str] = []
    while (code := code.getparent()) is not None and local(code) == "Code":
        names.append(code.get("name") or "")
    return tuple(reversed(names))


def told_apart(codes: dict[str, str], paths: dict[str, str]) -> dict[str, str]:
    """The names of codes; where two have one name, with those above them."""
    count: dict[str, int] = {}
    for name in codes.values():
        count[name] = count.get(name, 0) + 1
    return {id_: paths[id_] if count[name] > 1 else name for id_, name in codes.items()}


def details_of(description: str, known: frozenset[str]) -> tuple[dict[str, str], str]:
    """What `refi.described` wrote, and what other programs and people did."""
    details: dict[str, str] = {}
    rest: list[str] = []
    name = ""
    for each in description.split("\n"):
        found = _DETAIL.fullmatch(each)
        if found and found[1] in known:
            name = found[1]
            details[name] = found[2]
        elif name and each.startswith("  "):
            details[name] += "\n" + each[2:]
        else:
            name = ""
            rest.append(each)
    return details, "\n".join(rest).strip()


def damaged(path: Path, why: str) -> ImportFault:
    """The fault of a file that cannot be read as one of REFI-QDA."""
    return ImportFault(
        "{file} cannot be read as a REFI-QDA file ({why})",
        hint="Export it again from the program it comes from.",
        file=name_of(path),
        why=why[:150],
    )
