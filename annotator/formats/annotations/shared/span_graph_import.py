"""A graph of labelled spans, from whatever tool, as a layer; see `graph` for what they mean."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, TypeVar, get_type_hints

import msgspec

from annotator.core.annotated_article import LayerContents, place_of
from annotator.core.exchange.label_mapping import LEFT_OUT, NOTE, LabelMapping
from annotator.core.ids import new_ids
from annotator.core.model import (
    Annotation,
    Attribution,
    Claim,
    Entity,
    Layer,
    Origin,
    Span,
    role_of,
)

from ...spec import ReadRequest
from .span_graph import (
    ABOUT,
    CLAIM,
    CONTINUES,
    NESTED_IN,
    PART_OF,
    RELATIONS,
    ROLES,
    SAID_BY,
    SAYS,
    STRUCTURE,
    Edge,
    Node,
    SpanGraph,
)

DECIDED = "It is left out, as was decided for this project."
RELATIONS_ONLY = "Vaglio has relations between claims and who says them only."
A = TypeVar("A", Entity, Claim, Attribution)


def layer_of(
    graph: SpanGraph,
    *,
    article_id: str,
    author: str,
    text: str,
    title: str,
    reading: ReadRequest,
    created_at: str = "",
) -> LayerContents:
    """What *graph* says of *text*, as a layer of *author*, in the terms of *reading*.

    Its report is told of what has no place. A node with a label that is not ours becomes an entity
    of that label.
    """
    (layer_id,) = new_ids(1)
    layer = Layer(
        id=layer_id,
        article_id=article_id,
        author=author,
        role=role_of(author),
        created_at=created_at,
    )
    taking = _LayerImport(_joined(_in_terms(graph, reading.terms)), layer, text, title, reading)
    return taking.contents()


def _in_terms(graph: SpanGraph, terms: LabelMapping) -> SpanGraph:
    """*graph* in the words of here; a label that stays an entity is led there when all is read."""
    if not (terms.labels or terms.relations or terms.attributes):
        return graph
    nodes = []
    for node in graph.nodes:
        label = terms.labels.get(node.label, "")
        label = label if label == CLAIM or label in ROLES else node.label
        nodes.append(Node(node.key, label, node.spans, _named(node.features, terms.attributes)))
    relations = terms.relations
    edges = [Edge(e.start, e.end, relations.get(e.label) or e.label) for e in graph.edges]
    return SpanGraph(nodes, edges)


def _named(features: dict[str, str], attributes: dict[str, str]) -> dict[str, str]:
    """Features by the names of here; several can go into one note, each under its own name."""
    made: dict[str, str] = {}
    for name, value in features.items():
        ours = attributes.get(name, name)
        if ours == NOTE and name != NOTE:
            value = f"{name}: {value}"
        if ours == LEFT_OUT or (ours in made and ours != NOTE):
            made[name] = value  # told of later
        else:
            made[ours] = f"{made[ours]} · {value}" if ours in made else value
    return made


def _joined(graph: SpanGraph) -> SpanGraph:
    """The graph with parts that continue each other as one node."""
    following = {edge.start: edge.end for edge in graph.edges if edge.label == CONTINUES}
    if not following:
        return graph
    nodes = {node.key: node for node in graph.nodes}
    later = set(following.values())
    made = []
    for node in graph.nodes:
        if node.key in later and node.key in nodes:
            continue
        spans, at, seen = [*node.spans], node.key, {node.key}
        while (at := following.get(at, "")) in nodes and at not in seen:
            seen.add(at)
            spans += nodes[at].spans
        made.append(Node(node.key, node.label, _apart(spans), node.features))
    if not made:  # a ring of parts: nobody is first
        return SpanGraph(graph.nodes, [e for e in graph.edges if e.label != CONTINUES])
    return SpanGraph(made, [edge for edge in graph.edges if edge.label != CONTINUES])


def _apart(spans: list[Span]) -> tuple[Span, ...]:
    """Sorted, and what overlaps or is there twice as one."""
    made: list[Span] = []
    for span in sorted(spans):
        if made and span.start < made[-1].end:
            made[-1] = Span(made[-1].start, max(made[-1].end, span.end))
        else:
            made.append(span)
    return tuple(made)


class _LayerImport:
    """A layer that is being made of a graph."""

    def __init__(
        self, graph: SpanGraph, layer: Layer, text: str, title: str, reading: ReadRequest
    ) -> None:
        self._graph = graph
        self._layer = layer
        self._text = text
        self._title = title
        self._report = reading.report
        self._terms = reading.terms
        self._met = reading.met
        self._origin: Origin = "machine" if layer.role == "machine" else "manual"
        self._nodes = {node.key: node for node in graph.nodes}
        self._ids: dict[str, str] = {}
        self._unused = iter(new_ids(sum([len(node.spans) for node in graph.nodes])))

    def contents(self) -> LayerContents:
        anchors = self._anchors()
        parts = {end for edges in anchors.values() for edge in edges for end in (edge.end,)}
        entities: list[Entity] = []
        claims: list[Claim] = []
        for node in self._graph.nodes:
            label = node.label.upper()
            if label == CLAIM:
                claims.append(self._claim(node))
            elif node.key not in anchors and not (node.key in parts and label in ROLES):
                entities += self._entities(node)
        claims = self._parts_of(claims)
        said = [self._attribution(key, edges) for key, edges in anchors.items()]
        said = self._nested(said, anchors)
        self._tell_of_relations()
        return LayerContents(
            layer=self._layer,
            entities=tuple(sorted(entities, key=place_of)),
            claims=tuple(sorted(claims, key=place_of)),
            attributions=tuple(sorted(said, key=place_of)),
        )

    def _anchors(self) -> dict[str, list[Edge]]:
        """The nodes that an attribution hangs on, with what leads from each."""
        found: dict[str, list[Edge]] = {}
        inner = set()
        for edge in self._graph.edges:
            ends = (self._nodes.get(edge.start), self._nodes.get(edge.end))
            if edge.label.upper() in RELATIONS and ends[0] is not None and ends[1] is not None:
                found.setdefault(edge.start, []).append(edge)
                if edge.label.upper() in (SAID_BY, SAYS):
                    inner.add(edge.end)
        for node in self._graph.nodes:
            if node.label.upper() in ROLES and node.key not in inner:
                found.setdefault(node.key, [])
        return {key: edges for key, edges in found.items() if self._is_role(key)}

    def _is_role(self, key: str) -> bool:
        return self._nodes[key].label.upper() in ROLES

    def _entities(self, node: Node) -> Iterator[Entity]:
        if len(node.spans) > 1:
            why = "An entity here is one stretch of text: each part is one."
            self._lose("which parts of an entity belong together", why, node)
        for span in node.spans:
            id_ = self._ids[node.key] = next(self._unused)
            base = Entity(id=id_, layer_id=self._layer.id, span=span, label=node.label)
            yield self._with_features(base, node)

    def _claim(self, node: Node) -> Claim:
        id_ = self._ids[node.key] = next(self._unused)
        base = Claim(id=id_, layer_id=self._layer.id, spans=_apart([*node.spans]))
        return self._with_features(base, node)

    def _parts_of(self, claims: list[Claim]) -> list[Claim]:
        ids = {claim.id for claim in claims}
        outer = {
            self._ids.get(edge.start): self._ids.get(edge.end)
            for edge in self._graph.edges
            if edge.label.upper() == PART_OF and edge.start != edge.end
        }
        return [
            msgspec.structs.replace(claim, part_of=outer[claim.id])
            if outer.get(claim.id) in ids
            else claim
            for claim in claims
        ]

    def _attribution(self, key: str, edges: list[Edge]) -> Attribution:
        id_ = self._ids[key] = next(self._unused)
        spans: dict[str, list[Span]] = {name: [] for name in ROLES.values()}
        anchor = self._nodes[key]
        spans[ROLES[anchor.label.upper()]] += anchor.spans
        claims: list[str] = []
        for edge in edges:
            node, relation = self._nodes[edge.end], edge.label.upper()
            if relation in (SAID_BY, SAYS):
                spans["source_spans" if relation == SAID_BY else "content_spans"] += node.spans
                self._tell_of_features(node)
            elif relation == ABOUT and node.label.upper() == CLAIM:
                claims.append(self._ids[edge.end])
        base = Attribution(
            id=id_,
            layer_id=self._layer.id,
            claims=tuple(dict.fromkeys(claims)),
            source_spans=_apart(spans["source_spans"]),
            cue_spans=_apart(spans["cue_spans"]),
            content_spans=_apart(spans["content_spans"]),
        )
        return self._with_features(base, anchor)

    def _tell_of_features(self, part: Node) -> None:
        """What is said of a source or a content, which an attribution has as a whole."""
        if part.label.upper() in ROLES:
            why = "In Vaglio it is said of the attribution as a whole."
            for name, value in part.features.items():
                self._lose("an attribute", why, part, f"{name}={value}")

    def _nested(self, said: list[Attribution], anchors: dict[str, list[Edge]]) -> list[Attribution]:
        outer = {
            self._ids[key]: self._ids.get(edge.end)
            for key, edges in anchors.items()
            for edge in edges
            if edge.label.upper() == NESTED_IN and edge.end in anchors and edge.end != key
        }
        return [msgspec.structs.replace(each, nested_in=outer.get(each.id)) for each in said]

    def _with_features(self, base: A, node: Node) -> A:
        """*base* with what the features of *node* say, as far as it has a place for them."""
        if not node.features and self._origin == "manual":
            return base
        kinds = _kinds(type(base))
        known: dict[str, Any] = {}
        for name, value in node.features.items():
            try:
                if name in kinds and self._terms.attributes.get(name) != LEFT_OUT:
                    known[name] = _value(value, kinds[name])
                    continue
                why = self._met_attribute(name)
            except (msgspec.ValidationError, ValueError):
                why = "Its value is none that Vaglio knows."
            self._lose("an attribute", why, node, f"{name}={value}")
        if "origin" not in known and self._origin != "manual":
            known["origin"] = self._origin
        try:
            return msgspec.structs.replace(base, **known)
        except ValueError:
            self._lose("details of an annotation", "Its value is none that Vaglio knows.", node)
            return base

    def _met_attribute(self, name: str) -> str:
        """Why an attribute has no place."""
        if self._terms.attributes.get(name) == LEFT_OUT:
            return DECIDED
        if name not in self._terms.attributes.values():
            self._met.attribute(name)
        return "There is no place for it in Vaglio."

    def _met_relation(self, label: str) -> str:
        """Why a relation has no place."""
        if self._terms.relations.get(label) == LEFT_OUT:
            return DECIDED
        self._met.relation(label)
        return RELATIONS_ONLY

    def _tell_of_relations(self) -> None:
        ours = {*RELATIONS, PART_OF}
        for edge in self._graph.edges:
            if edge.label.upper() not in ours and (node := self._nodes.get(edge.start)):
                self._lose("a relation", self._met_relation(edge.label), node, edge.label)

    def _lose(self, what: str, why: str, node: Node, detail: str = "") -> None:
        words = node.spans[0].of(self._text)
        self._report.lose(
            what, why, title=self._title, words=f"{detail}: {words}" if detail else words
        )


@cache
def _kinds(record: type[Annotation]) -> dict[str, Any]:
    """The types of the fields that can be features."""
    hints = get_type_hints(record)
    return {
        field.name: hints[field.name]
        for field in msgspec.structs.fields(record)
        if field.name not in STRUCTURE
    }


def _value(said: str, kind: Any) -> Any:
    is_list = getattr(kind, "__origin__", None) is tuple
    made = msgspec.convert(said.split() if is_list else said, kind, strict=False)
    if isinstance(made, float) and not 0 <= made <= 1:
        raise ValueError(said)
    return made
