"""A UIMA CAS as feature structures, which its two notations (XMI, JSON) share.

Offsets count UTF-16 units. Written are the types that `uima` names, the particulars of the article
as DKPro's ``DocumentMetaData``, and nothing of grammar. Read is every annotation of the first text,
whatever its type, and every relation between annotations: by ``Governor`` and ``Dependent``, or by
a link that has a ``target``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from msgspec import Struct, field
from msgspec.structs import fields

from annotator.core.annotated_article import AnnotatedArticle
from annotator.core.errors import ImportFault
from annotator.core.model import Article, Attribution, Claim, Entity
from annotator.core.text import Utf16Map

from ... import file_per_article
from ...new_article import size_within
from ...spec import ReadRequest, name_of
from ..shared.counting import Unit
from ..shared.imported_article import ImportedArticle
from ..shared.span_graph import STRUCTURE, Edge, FormatCapabilities, Node, SpanGraph
from .names import (
    ENTITY,
    GRAMMAR,
    IDENTIFIER,
    LABEL,
    RELATION,
    STATEMENT,
    VALUE,
    is_grammar,
    renamed,
    spoken,
    understood,
)

HOLDS = FormatCapabilities(interrupted=False)
ABOUT = "de.tudarmstadt.ukp.dkpro.core.api.metadata.type.DocumentMetaData"
TITLE, LANGUAGE, DOCUMENT = "documentTitle", "language", "documentId"
GOVERNOR, DEPENDENT = "Governor", "Dependent"
SOFA, VIEW = "uima.cas.Sofa", "_InitialView"
_UNKNOWN = ("", "x-unspecified", "und")
_TEXT = "de.tudarmstadt.ukp.dkpro.core.api.segmentation."  # tokens and sentences: no losses
_OWN = (_TEXT, "de.tudarmstadt.ukp.clarin.webanno.", ABOUT.rpartition(".")[0], "uima.")
_ANNOTATION = "uima.tcas.Annotation"
_MOST_BYTES = 256 << 20


class FeatureStructure(Struct):
    """A feature structure: its number and type, its *values* as words, and what it refers to."""

    id: int
    type: str
    values: dict[str, str] = {}
    refs: dict[str, list[int]] = field(default_factory=dict)


class Cas(Struct):
    """A text, what is said of it, and what its offsets count; *others* are further views."""

    text: str
    things: list[FeatureStructure]
    others: list[str] = []
    unit: Unit = "utf16"


class UimaType(Struct, frozen=True):
    """A type of UIMA; *features* have the type of what they hold."""

    name: str
    parent: str
    features: dict[str, str]


@cache
def types() -> tuple[UimaType, ...]:
    """The types that are written."""
    said = {
        kind: [renamed(f.name) for f in fields(kind) if f.name not in STRUCTURE]
        for kind in (Entity, Claim, Attribution)
    }
    entity = [name for name in said[Entity] if name != "kb_id"]
    statement = sorted({*said[Claim], *said[Attribution]})
    ends = {GOVERNOR: STATEMENT, DEPENDENT: STATEMENT}
    return (
        UimaType(ABOUT, "uima.tcas.DocumentAnnotation", _words(TITLE, DOCUMENT)),
        UimaType(ENTITY, _ANNOTATION, _words(VALUE, IDENTIFIER, *entity)),
        UimaType(STATEMENT, _ANNOTATION, _words(LABEL, *statement)),
        UimaType(RELATION, _ANNOTATION, _words(LABEL) | ends),
    )


def _words(*features: str) -> dict[str, str]:
    return dict.fromkeys(features, "uima.cas.String")


# -- writing -----------------------------------------------------------------------------------


def things_of(article: Article, graph: SpanGraph) -> Iterator[FeatureStructure]:
    """What is said of an article, numbered from 2; 1 is its text."""
    to_units = Utf16Map(article.text).to_units
    about = {LANGUAGE: article.language, TITLE: article.title, DOCUMENT: article.id}
    whole = {"begin": "0", "end": str(to_units(len(article.text)))}
    yield FeatureStructure(2, ABOUT, whole | about)
    numbers: dict[str, int] = {}
    places: dict[str, dict[str, str]] = {}
    for number, node in enumerate(graph.nodes, 3):
        said = spoken(node)
        (span,) = node.spans
        place = {"begin": str(to_units(span.start)), "end": str(to_units(span.end))}
        numbers[node.key], places[node.key] = number, place
        yield FeatureStructure(number, said.type, place | said.features)
    for number, edge in enumerate(graph.edges, 3 + len(graph.nodes)):
        ends = {GOVERNOR: [numbers[edge.start]], DEPENDENT: [numbers[edge.end]]}
        yield FeatureStructure(number, RELATION, places[edge.end] | {LABEL: edge.label}, ends)


# -- reading -----------------------------------------------------------------------------------


def content_of(path: Path) -> bytes:
    """The bytes of a file.

    Raises:
        ImportFault: it is too big for one article.
    """
    size_within(path, _MOST_BYTES)
    return path.read_bytes()


def annotated_article_of(cas: Cas, path: Path, reading: ReadRequest) -> AnnotatedArticle:
    """The article of a CAS, with one layer.

    Raises:
        ImportFault: its text is empty.
        ValueError: a place in it is no number.
    """
    about = file_per_article.about(path)
    told = next((thing.values for thing in cas.things if thing.type == ABOUT), {})
    known = about.article()
    known["title"] = known["title"] or told.get(TITLE)
    language = told.get(LANGUAGE, "")
    known["language"] = known["language"] or (None if language in _UNKNOWN else language)
    try:
        foreign = ImportedArticle(cas.text, reading, unit=cas.unit, **known)
    except ValueError as err:
        raise ImportFault(
            "{file}: the text is empty, or too long for one article",
            hint="Leave the file out, or cut its text into articles.",
            file=name_of(path),
        ) from err
    for name in cas.others:
        foreign.lose("a view", "An article has one text.", name)
    graph = _graph(cas.things, foreign)
    if graph.nodes or about.annotator is not None:
        author = reading.author if about.annotator is None else about.annotator
        foreign.add(author, graph)
    return foreign.annotated_article()


def _graph(things: list[FeatureStructure], foreign: ImportedArticle) -> SpanGraph:
    by_id = {thing.id: thing for thing in things}
    nodes: dict[int, Node] = {}
    arcs: list[FeatureStructure] = []
    for thing in things:
        if not {"begin", "end"} <= thing.values.keys() or thing.type.startswith(_OWN):
            continue
        if GOVERNOR in thing.refs and DEPENDENT in thing.refs:
            arcs.append(thing)
        elif (node := _node(thing, foreign)) is not None:
            nodes[thing.id] = node
    edges = [edge for arc in arcs for edge in _arc(arc, nodes, foreign)]
    for thing in things:
        if thing.id in nodes:
            edges += _links(thing, by_id, nodes, foreign)
    return SpanGraph(list(nodes.values()), edges)


def _node(thing: FeatureStructure, foreign: ImportedArticle) -> Node | None:
    label, features = understood(thing.type, _features(thing.values))
    if is_grammar(thing.type):
        foreign.lose("an annotation", GRAMMAR, label)
        return None
    span = foreign.span(int(thing.values["begin"]), int(thing.values["end"]))
    return None if span is None else Node(str(thing.id), label, (span,), features)


def _arc(
    arc: FeatureStructure, nodes: Mapping[int, Node], foreign: ImportedArticle
) -> Iterator[Edge]:
    label, _ = understood(arc.type, _features(arc.values))
    if is_grammar(arc.type):
        foreign.lose("a relation", GRAMMAR, label)
        return
    (start,), (end,) = arc.refs[GOVERNOR][:1], arc.refs[DEPENDENT][:1]
    if start in nodes and end in nodes:
        yield Edge(str(start), str(end), label)
    else:
        foreign.lose("a relation", "What it is about is not there.", label)


def _links(
    thing: FeatureStructure,
    by_id: Mapping[int, FeatureStructure],
    nodes: Mapping[int, Node],
    foreign: ImportedArticle,
) -> Iterator[Edge]:
    """From an annotation to those that it names, itself or by a link that says in which role."""
    for name, ids in thing.refs.items():
        for id_ in ids:
            link = by_id.get(id_)
            if link is None or name == "sofa":
                continue
            target = link.refs.get("target", [id_])[0]
            role = link.values.get("role") or name
            if target in nodes:
                yield Edge(str(thing.id), str(target), role)
            elif not link.type.startswith(_OWN) and not is_grammar(link.type):
                foreign.lose("a relation", "What it is about is not there.", role)


def _features(values: Mapping[str, str]) -> dict[str, str]:
    places = ("begin", "end", "sofa")
    return {name: value for name, value in values.items() if name not in places}
