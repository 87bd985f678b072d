"""A layer as nodes and relations, and back."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given, settings
from msgspec.structs import fields

from annotator.core.annotated_article import AnnotatedArticle, LayerContents
from annotator.core.exchange.label_mapping import ATTRIBUTES, NOTE, PARTS, RELATIONS, LabelMapping
from annotator.core.model import Attribution, Claim, Entity, Span, with_
from annotator.formats.annotations.shared import span_graph as graphs
from annotator.formats.annotations.shared.span_graph import (
    Edge,
    FormatCapabilities,
    Node,
    SpanGraph,
    graph_of,
)
from annotator.formats.annotations.shared.span_graph_import import layer_of
from annotator.formats.spec import ReadRequest, Report

from ...samples import NOT_IN_A_GRAPH, annotated_articles, at, full


def reading_for(report: Report, terms: LabelMapping | None = None) -> ReadRequest:
    return ReadRequest("b", pytest.fail, report=report, terms=terms or LabelMapping())


def back(
    annotated_article: AnnotatedArticle, contents: LayerContents, holds: FormatCapabilities
) -> tuple[LayerContents, Report]:
    """What comes back of a layer; the report is of both ways."""
    report = Report()
    graph = graph_of(annotated_article, contents, report, holds)
    article = annotated_article.article
    made = layer_of(
        graph,
        article_id=article.id,
        author=contents.layer.author,
        text=article.text,
        title=article.title,
        reading=reading_for(report),
    )
    return made, report


def bare(contents: LayerContents) -> list[dict[str, object]]:
    """What a layer says, without ids; references as places in their lists."""
    places = {record.id: number for number, record in enumerate(contents.records())}
    found = []
    for record in (*contents.entities, *contents.claims, *contents.attributions):
        plain = msgspec.to_builtins(record)
        for gone in ("id", "layer_id", "derived_from"):
            plain.pop(gone)
        for reference in ("part_of", "nested_in"):
            if plain.get(reference):
                plain[reference] = places[plain[reference]]
        if "claims" in plain:
            plain["claims"] = sorted(places[id_] for id_ in plain["claims"])
        found.append(plain)
    return sorted(found, key=repr)


@pytest.mark.parametrize("interrupted", [True, False])
def test_what_a_graph_holds_comes_back(interrupted):
    layer = full().layers[0]
    made, report = back(full(), layer, FormatCapabilities(interrupted=interrupted))
    assert bare(made) == bare(layer)
    assert {what for what, _ in report.tally} == NOT_IN_A_GRAPH


@settings(max_examples=60, deadline=None)
@given(annotated_articles())
def test_any_layer_comes_back(annotated_article):
    for contents in annotated_article.layers:
        layer = msgspec.structs.replace(contents, entities=confident(contents))
        for interrupted in (True, False):
            made, report = back(
                annotated_article, layer, FormatCapabilities(interrupted=interrupted)
            )
            assert bare(made) == bare(layer)
            assert not report.lost


def confident(contents: LayerContents) -> tuple[Entity, ...]:
    return tuple(
        with_(each, confidence=None if each.confidence is None else float(str(each.confidence)))
        for each in contents.entities
        if each.label.upper() not in ("CLAIM", "SOURCE", "CUE", "CONTENT")
    )


def test_what_a_format_has_no_place_for_is_told_of():
    layer = full().layers[0]
    holds = FormatCapabilities(
        interrupted=False, features=False, relations=False, why="Spans only."
    )
    made, report = back(full(), layer, holds)
    assert not made.attributions
    assert [e.span for e in made.entities] == [e.span for e in layer.entities]
    assert [c.spans for c in made.claims] == [(span,) for span in layer.claims[0].spans]
    told = {what for what, _ in report.tally}
    assert {"an attribution", "details of a claim", "details of an entity"} <= told
    assert "which parts of a claim belong together" in told


def test_a_foreign_scheme_keeps_its_labels_and_its_relations_are_told_of():
    text = "Anna lavora a Roma da anni"
    graph = SpanGraph(
        [
            Node("T1", "Person", (at("Anna", text),), {"age": "40", "note": "sicuro"}),
            Node("T2", "City", (at("Roma", text),)),
            Node("T3", "Cue", (at("lavora", text),)),
        ],
        [Edge("T1", "T2", "works_in")],
    )
    report = Report()
    made = layer_of(
        graph, article_id="a", author="anna", text=text, title="t", reading=reading_for(report)
    )
    assert [(e.label, e.note) for e in made.entities] == [("Person", "sicuro"), ("City", "")]
    assert made.attributions[0].cue_spans == (at("lavora", text),)
    assert {what for what, _ in report.tally} == {"an attribute", "a relation"}


def test_what_is_said_of_a_part_of_an_attribution_is_told_of():
    nodes = [Node("1", "Cue", (Span(0, 1),), {"note": "a"}), Node("2", "Source", (Span(2, 3),))]
    nodes.append(Node("3", "Content", (Span(4, 5),), {"note": "b"}))
    edges = [Edge("1", "2", "SAID_BY"), Edge("1", "3", "SAYS")]
    report = Report()
    made = layer_of(
        SpanGraph(nodes, edges),
        article_id="a",
        author="b",
        text="a b c",
        title="t",
        reading=reading_for(report),
    )
    assert made.attributions[0].note == "a"
    assert [(loss.what, loss.where) for loss in report.lost] == [("an attribute", "t: “note=b: c”")]


def test_values_that_are_none_of_ours_are_told_of():
    graph = SpanGraph(
        [Node("1", "CLAIM", (Span(0, 3),), {"kind": "rumour", "check_worthiness": "9"})]
    )
    report = Report()
    made = layer_of(
        graph, article_id="a", author="b", text="abc", title="t", reading=reading_for(report)
    )
    assert made.claims[0].kind == "event_property"
    assert report.uncarried >= 2


def test_parts_that_go_round_in_a_ring_stay_apart():
    graph = SpanGraph(
        [Node("1", "CLAIM", (Span(0, 1),)), Node("2", "CLAIM", (Span(1, 2),))],
        [Edge("1", "2", "CONTINUES"), Edge("2", "1", "CONTINUES")],
    )
    made = layer_of(
        graph, article_id="a", author="b", text="abc", title="t", reading=reading_for(Report())
    )
    assert len(made.claims) == 2
    assert all(isinstance(claim, Claim) for claim in made.claims)


def test_the_words_of_a_mapping_are_those_of_graphs():
    assert PARTS == graphs.ROLES
    assert {*RELATIONS} == {*graphs.RELATIONS, graphs.PART_OF}
    known = {each.name for kind in (Entity, Claim, Attribution) for each in fields(kind)}
    assert {*ATTRIBUTES, NOTE} <= known


def test_foreign_words_become_ours_while_relations_are_known():
    text = "Anna dice che piove a Roma"
    nodes = [
        Node("1", "Speaker", (at("Anna", text),), {"wiki": "Q1"}),
        Node("2", "Verb", (at("dice", text),), {"sure": "yes", "by": "hand"}),
        Node("3", "Statement", (at("piove", text),)),
        Node("4", "City", (at("Roma", text),), {"wiki": "Q220", "age": "old"}),
    ]
    edges = [Edge("2", "1", "who"), Edge("2", "3", "what"), Edge("4", "3", "near")]
    terms = LabelMapping(
        labels={"Speaker": "SOURCE", "Verb": "CUE", "Statement": "CLAIM", "City": "LOC"},
        relations={"who": "SAID_BY", "what": "ABOUT", "near": ""},
        attributes={"wiki": "kb_id", "sure": "note", "by": "note", "age": ""},
    )
    report = Report()
    reading = reading_for(report, terms)
    made = layer_of(
        SpanGraph(nodes, edges), article_id="a", author="b", text=text, title="t", reading=reading
    )
    (said,) = made.attributions
    assert [span.of(text) for span in (*said.source_spans, *said.cue_spans)] == ["Anna", "dice"]
    assert said.claims == (made.claims[0].id,)
    assert said.note == "sure: yes · by: hand"
    assert [(e.label, e.kb_id) for e in made.entities] == [("City", "Q220")]
    lost = [(loss.what, loss.why) for loss in report.lost]
    decided = "It is left out, as was decided for this project."
    assert sorted(lost) == [
        ("a relation", decided),
        ("an attribute", "In Vaglio it is said of the attribution as a whole."),
        ("an attribute", decided),
    ]
    assert (reading.met.relations, reading.met.attributes) == ({}, {})


def test_words_that_nobody_decided_about_are_met():
    nodes = [Node("1", "X", (Span(0, 1),), {"colour": "red"}), Node("2", "Y", (Span(1, 2),))]
    edges = [Edge("1", "2", "near"), Edge("2", "1", "near")]
    reading = reading_for(Report())
    layer_of(
        SpanGraph(nodes, edges), article_id="a", author="b", text="abc", title="t", reading=reading
    )
    assert (reading.met.relations, reading.met.attributes) == ({"near": 2}, {"colour": 1})
