"""A layer as labelled spans with features and relations between them: what other tools hold.

Entities and claims are nodes. An attribution is up to three nodes, as PolNeAR has it (``SOURCE``,
``CUE``, ``CONTENT``); one of them, the anchor (the cue where there is one), has its features, and
relations lead from it: ``SAID_BY`` to the source, ``SAYS`` to the content, ``ABOUT`` to the claims,
``NESTED_IN`` to the anchor of the attribution that it stands in. ``PART_OF`` leads from a claim to
the compound one, ``CONTINUES`` to the next part of an interrupted span where a tool has none.

A format says with `FormatCapabilities` what it can keep; what it cannot goes to the report, alike for all.
"""

from __future__ import annotations

import itertools
from functools import cache
from operator import attrgetter

import msgspec
from msgspec import Struct, field

from annotator.core.annotated_article import AnnotatedArticle, LayerContents
from annotator.core.model import Annotation, Attribution, Claim, Entity, Span, spans_of

from ...spec import Report, lose_others, lose_sources

CLAIM, SOURCE, CUE, CONTENT = "CLAIM", "SOURCE", "CUE", "CONTENT"
SAID_BY, SAYS, ABOUT, NESTED_IN = "SAID_BY", "SAYS", "ABOUT", "NESTED_IN"
PART_OF, CONTINUES = "PART_OF", "CONTINUES"
ROLES = {SOURCE: "source_spans", CUE: "cue_spans", CONTENT: "content_spans"}
RELATIONS = {SAID_BY, SAYS, ABOUT, NESTED_IN}
#: Fields that are no features: what a node or a relation says, and ids, which are made anew.
STRUCTURE = {
    "id",
    "layer_id",
    "span",
    "spans",
    "label",
    "part_of",
    "claims",
    "source_spans",
    "cue_spans",
    "content_spans",
    "nested_in",
    "derived_from",
}


class Node(Struct, frozen=True, gc=False):
    """A labelled span, or several that are one; *features* are words, as the records have them."""

    key: str
    label: str
    spans: tuple[Span, ...]
    features: dict[str, str] = {}


class Edge(Struct, frozen=True, gc=False):
    """A directed relation between the nodes with these keys."""

    start: str
    end: str
    label: str


class SpanGraph(Struct):
    """The nodes in text order, and what is between them."""

    nodes: list[Node] = field(default_factory=list)
    edges: list[Edge] = field(default_factory=list)


class FormatCapabilities(Struct, frozen=True, kw_only=True):
    """What a format can keep; *why* says it to people (English, one sentence)."""

    interrupted: bool = True
    features: bool = True
    relations: bool = True
    why: str = "The format holds labelled spans and the relations between them."


def graph_of(
    annotated_article: AnnotatedArticle,
    contents: LayerContents | None,
    report: Report,
    holds: FormatCapabilities,
) -> SpanGraph:
    """A layer as a graph that *holds* can keep; *report* counts what is carried and what is lost."""
    if contents is None:
        return SpanGraph()
    making = _Making(annotated_article, holds, report)
    for entity in contents.entities:
        making.add(
            entity.id, entity.label, (entity.span,), making.features(entity, "details of an entity")
        )
    for claim in contents.claims:
        making.add(claim.id, CLAIM, claim.spans, making.features(claim, "details of a claim"))
    making.relate_claims(contents.claims)
    making.say(contents.attributions)
    report.carried += len(contents.entities) + len(contents.claims)
    if (layer := contents.layer).status != "draft":
        why = "What arrives is a draft."
        report.lose(
            "the status of a layer", why, title=annotated_article.article.title, words=layer.author
        )
    lose_sources(report, annotated_article, contents, holds.why)
    lose_others(
        report, annotated_article, contents, "evidence verdicts judgements rulings", holds.why
    )
    graph = making.graph
    graph.nodes.sort(key=lambda node: (node.spans[0].start, -node.spans[-1].end))
    return graph


class _Making:
    """A graph that is being made."""

    def __init__(
        self, annotated_article: AnnotatedArticle, holds: FormatCapabilities, report: Report
    ) -> None:
        self.graph = SpanGraph()
        self._text = annotated_article.article.text
        self._title = annotated_article.article.title
        self._holds = holds
        self._report = report

    def features(self, record: Annotation, what: str) -> dict[str, str]:
        """What a record says beyond its spans; empty, and *what* is told of, where none can be kept."""
        found = features_of(record)
        if record.derived_from is not None:
            why = "What it was copied from has another number where it arrives."
            self._lose("where an annotation comes from", why, record)
        if found and not self._holds.features:
            self._lose(what, self._holds.why, record)
            return {}
        return found

    def add(self, key: str, label: str, spans: tuple[Span, ...], features: dict[str, str]) -> None:
        """A node; or one for each part, where the format has no interrupted ones."""
        if len(spans) == 1 or self._holds.interrupted:
            self.graph.nodes.append(Node(key, label, spans, features))
            return
        keys = [key, *(f"{key}+{n}" for n in range(1, len(spans)))]
        self.graph.nodes += [
            Node(each, label, (span,), features if each == key else {})
            for each, span in zip(keys, spans, strict=True)
        ]
        if self._holds.relations:
            pairs = itertools.pairwise(keys)
            self.graph.edges += [Edge(one, two, CONTINUES) for one, two in pairs]
        else:
            why = "The format has no interrupted spans: each part is a span of its own."
            what = "which parts of a claim belong together"
            words = spans[0].of(self._text)
            self._report.lose(what, why, title=self._title, words=words)

    def relate_claims(self, claims: tuple[Claim, ...]) -> None:
        here = {claim.id for claim in claims}
        for claim in claims:
            if claim.part_of is None:
                continue
            if self._holds.relations and claim.part_of in here:
                self.graph.edges.append(Edge(claim.id, claim.part_of, PART_OF))
            else:
                self._lose("which claim a claim is part of", self._holds.why, claim)

    def say(self, attributions: tuple[Attribution, ...]) -> None:
        anchors = {attribution.id: _anchor(attribution) for attribution in attributions}
        claims = {node.key for node in self.graph.nodes if node.label == CLAIM}
        for attribution in attributions:
            anchor = anchors[attribution.id]
            if anchor is None or not self._holds.relations:
                self._lose("an attribution", self._holds.why, attribution)
                continue
            self._report.carried += 1
            features = self.features(attribution, "details of an attribution")
            for label, name in ROLES.items():
                spans = getattr(attribution, name)
                key = f"{attribution.id}:{label}"
                if not spans:
                    continue
                self.add(key, label, spans, features if key == anchor else {})
                if key != anchor:
                    relation = SAID_BY if label == SOURCE else SAYS
                    self.graph.edges.append(Edge(anchor, key, relation))
            wanted = [Edge(anchor, claim, ABOUT) for claim in attribution.claims if claim in claims]
            if attribution.nested_in and (outer := anchors.get(attribution.nested_in)):
                wanted.append(Edge(anchor, outer, NESTED_IN))
            self.graph.edges += wanted

    def _lose(self, what: str, why: str, record: Annotation) -> None:
        assert isinstance(record, Entity | Claim | Attribution)
        spans = spans_of(record)
        words = spans[0].of(self._text) if spans else ""
        self._report.lose(what, why, title=self._title, words=words)


def _anchor(said: Attribution) -> str | None:
    for label in (CUE, CONTENT, SOURCE):
        if getattr(said, ROLES[label]):
            return f"{said.id}:{label}"
    return None


def features_of(record: Annotation) -> dict[str, str]:
    """The fields of a record that say something, as words."""
    names, usual, values_of = _telling(type(record))
    values = values_of(record)
    if values == usual:
        return {}
    return {
        name: _as_words(value)
        for name, value, default in zip(names, values, usual, strict=True)
        if value != default
    }


@cache
def _telling(
    kind: type[Annotation],
) -> tuple[tuple[str, ...], tuple[object, ...], attrgetter[tuple[object, ...]]]:
    """The fields that can be features: names, defaults, and how to get them."""
    fields = [each for each in msgspec.structs.fields(kind) if each.name not in STRUCTURE]
    names = tuple(each.name for each in fields)
    return names, tuple(each.default for each in fields), attrgetter(*names)


def _as_words(value: object) -> str:
    if isinstance(value, tuple):
        return " ".join(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)
