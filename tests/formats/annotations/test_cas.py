"""UIMA CAS both ways, held against dkpro-cassis, which others read and write it with."""

from __future__ import annotations

import json
import re
import tempfile
import zipfile
from io import BytesIO
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings

from annotator.core import text as texts
from annotator.core.model import Article
from annotator.core.text import sha256
from annotator.formats import Report, read, write

from ..samples import NOT_IN_A_GRAPH, annotated_articles, full, told
from .shared.test_span_graph import bare, confident

cassis = pytest.importorskip("cassis")
FORMATS = ["cas-xmi", "cas-json"]
NER = "de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity"
STATEMENT = "webanno.custom.Statement"


def files(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def loaded(content: dict[str, bytes], name: str) -> cassis.Cas:
    """What cassis makes of a file."""
    if name.endswith(".json"):
        return cassis.load_cas_from_json(content[name].decode())
    types = cassis.load_typesystem(BytesIO(content["TypeSystem.xml"]))
    return cassis.load_cas_from_xmi(BytesIO(content[name]), typesystem=types)


def lists(content: dict[str, bytes]) -> list[str]:
    return [name for name in content if name not in ("TypeSystem.xml", "vaglio.json")]


@pytest.mark.parametrize("format", FORMATS)
def test_everything_that_a_graph_holds_comes_back(tmp_path, format):
    path = tmp_path / "a.zip"
    report = write([full()], path, format=format)
    back, faults = told(path)
    assert faults == []
    assert [bare(d.layers[0]) for d in back] == [bare(c) for c in full().layers]
    assert {what for what, _ in report.tally} == NOT_IN_A_GRAPH
    assert back[0].article.publisher == full().article.publisher


@pytest.mark.parametrize("format", FORMATS)
@settings(max_examples=25, deadline=None)
@given(annotated_article=annotated_articles())
def test_any_layer_comes_back(format, annotated_article):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "a.zip")
        report = write([annotated_article], path, format=format)
        back, faults = told(path)
    assert faults == []

    as_xml = in_xml if format == "cas-xmi" else lambda value: value
    wanted = [msgspec.structs.replace(c, entities=confident(c)) for c in annotated_article.layers]
    here = [bare(contents) for contents in wanted]
    ordered = [sorted(with_stored_labels(each), key=repr) for each in as_xml(here)]
    assert [bare(c) for d in back for c in d.layers] == ordered
    assert {d.article.text for d in back} == {as_xml(annotated_article.article.text)}
    is_changed = (
        as_xml(here) != here
        or as_xml(annotated_article.article.text) != annotated_article.article.text
    )
    assert any("control" in loss.why for loss in report.lost) == is_changed


def with_stored_labels(records):
    """A label is made canonical on its way in, as a text is."""
    return [r | {"label": texts.canonical(r["label"])} if "label" in r else r for r in records]


def in_xml(value):
    """What XML makes of words, wherever they are."""
    if isinstance(value, str):
        return re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", "\ufffd", value)
    if isinstance(value, dict):
        return {key: in_xml(each) for key, each in value.items()}
    return type(value)(map(in_xml, value)) if isinstance(value, list | tuple) else value


@pytest.mark.parametrize("format", FORMATS)
def test_cassis_reads_every_span_where_it_is_beyond_emoji(tmp_path, format):
    write([full()], tmp_path / "a.zip", format=format)
    content = files(tmp_path / "a.zip")
    mine = loaded(content, lists(content)[0])
    layer = full().layers[0]
    names = [(each.get_covered_text(), each.value) for each in mine.select(NER)]
    text = full().article.text
    assert names == [(e.span.of(text), e.label) for e in layer.entities]
    parts = [each.get_covered_text() for each in mine.select(STATEMENT) if each.label == "CLAIM"]
    assert parts == ["Il ponte", "costerà due milioni"]
    arcs = {
        (arc.Governor.get_covered_text(), arc.label, arc.Dependent.get_covered_text())
        for arc in mine.select("webanno.custom.StatementRelation")
    }
    assert ("ha detto", "SAID_BY", "il sindaco Mario Rossi") in arcs
    about = mine.select("de.tudarmstadt.ukp.dkpro.core.api.metadata.type.DocumentMetaData")
    assert [each.documentTitle for each in about] == [full().article.title]


def test_a_journey_by_way_of_cassis_from_xmi_to_json(tmp_path):
    write([full()], tmp_path / "a.zip", format="cas-xmi")
    content = files(tmp_path / "a.zip")
    for number, name in enumerate(lists(content)):
        between = tmp_path / f"{number}.json"
        between.write_text(loaded(content, name).to_json(), "utf-8")
        (back,), faults = told(between)
        assert faults == []
        assert bare(back.layers[0]) == bare(full().layers[number])
        assert back.article.title == full().article.title
        again = tmp_path / f"{number}.xmi"
        loaded({"a.json": between.read_bytes()}, "a.json").to_xmi(again)
        (back,), faults = told(again)
        assert faults == []
        assert bare(back.layers[0]) == bare(full().layers[number])


def a_cas(text: str) -> tuple[cassis.Cas, cassis.TypeSystem]:
    types = cassis.load_dkpro_core_typesystem()
    made = cassis.Cas(typesystem=types)
    made.sofa_string, made.sofa_mime = text, "text/plain"
    return made, types


@pytest.mark.parametrize("suffix", ["xmi", "json"])
def test_layers_relations_links_and_grammar_of_others(tmp_path, suffix):
    made, types = a_cas("🚀 Anna lavora a Roma.")
    link = types.create_type("webanno.custom.JobLink", "uima.cas.TOP")
    types.create_feature(link, "role", "uima.cas.String")
    types.create_feature(link, "target", "uima.tcas.Annotation")
    job = types.create_type("webanno.custom.Job", "uima.tcas.Annotation")
    types.create_feature(job, "kind", "uima.cas.String")
    types.create_feature(job, "who", "uima.cas.FSArray", elementType="webanno.custom.JobLink")
    name = types.get_type(NER)
    anna, roma = name(begin=2, end=6, value="PER"), name(begin=16, end=20, value="LOC")
    array = types.get_type("uima.cas.FSArray")
    work = job(begin=7, end=13, kind="stable")
    work.who = array(elements=[link(role="worker", target=anna)])
    token = types.get_type("de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Token")
    pos = types.get_type("de.tudarmstadt.ukp.dkpro.core.api.lexmorph.type.pos.POS")
    made.add_all([anna, roma, work, token(begin=2, end=6), pos(begin=2, end=6, PosValue="NN")])
    path = tmp_path / f"a.{suffix}"
    if suffix == "xmi":
        made.to_xmi(path)
    else:
        made.to_json(path)
    report = Report()
    (back,) = read(path, author="anna", problems=pytest.fail, report=report)
    text = back.article.text
    assert [(e.span.of(text), e.label) for e in back.layers[0].entities] == [
        ("Anna", "PER"),
        ("lavora", "stable"),
        ("Roma", "LOC"),
    ]
    assert sorted(loss.what for loss in report.lost) == ["a relation", "an annotation"]
    assert any("worker" in loss.where for loss in report.lost)


def test_control_characters_are_told_of_and_move_nothing(tmp_path):
    text = "Roma\x01 e\x1f Milano"
    annotated_article = full()
    about = Article(id="a", title="t", text=text, sha256=sha256(text))

    from annotator.core.annotated_article import LayerContents
    from annotator.core.model import Entity, Layer, Span

    layer = Layer(id="l", article_id="a", author="anna")
    entity = Entity(id="e", layer_id="l", span=Span(9, 15), label="LOC")
    annotated_article = msgspec.structs.replace(
        annotated_article,
        article=about,
        layers=(LayerContents(layer=layer, entities=(entity,)),),
        sources=(),
    )
    path = tmp_path / "a.zip"
    report = write([annotated_article], path, format="cas-xmi")
    assert [loss.what for loss in report.lost] == ["control characters of a text"]
    (back,), _ = told(path)
    assert back.layers[0].entities[0].span.of(back.article.text) == "Milano"
    write([annotated_article], path, format="cas-json")
    assert told(path)[0][0].article.text == text


def test_of_several_views_the_first_is_read(tmp_path):
    made, _ = a_cas("Roma è grande.")
    made.create_view("other").sofa_string = "Altro"
    made.to_xmi(tmp_path / "a.xmi")
    report = Report()
    (back,) = read(tmp_path / "a.xmi", author="a", problems=pytest.fail, report=report)
    assert back.article.text == "Roma è grande."
    assert [loss.what for loss in report.lost] == ["a view"]


BOMB = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><xmi:XMI xmlns:xmi="http://x"/>'


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.xmi", BOMB),
        ("a.xmi", "<xmi"),
        ("a.xmi", "<a/>"),
        ("a.xmi", '<a xmlns:c="http:///uima/cas.ecore"><c:Sofa sofaString=" "/></a>'),
        (
            "a.xmi",
            '<a xmlns:c="http:///uima/cas.ecore" xmlns:t="http:///t.ecore">'
            '<c:Sofa sofaString="Roma"/><t:X begin="x" end="3"/></a>',
        ),
        ("a.json", '{"%TYPES": {}}'),
        ("a.json", '{"%TYPES": {}, "%FEATURE_STRUCTURES": [3]}'),
        ("a.json", '{"%TYPES": {}, "%FEATURE_STRUCTURES": []}'),
        ("a.json", '{"%TYPES": {}, "%FEATURE_STRUCTURES": '),
    ],
)
def test_what_is_no_cas_is_a_fault(tmp_path, name, content):
    path = tmp_path / name
    path.write_text(content, "utf-8")
    back, faults = told(path)
    assert (back, len(faults)) == ([], 1)


def test_the_type_system_beside_is_no_file_of_its_own(tmp_path):
    from annotator.formats import arrivals

    write([full()], tmp_path / "a.zip", format="cas-xmi")
    with zipfile.ZipFile(tmp_path / "a.zip") as packed:
        packed.extractall(tmp_path / "out")
    assert [path.suffix for path in arrivals([tmp_path / "out"])] == [".xmi", ".xmi"]
    assert json.loads((tmp_path / "out" / "vaglio.json").read_text("utf-8"))


@pytest.mark.parametrize(
    ("encoding", "start"), [(None, 3), ("UTF-16", 3), ("UTF-32", 2), ("UTF-8", None)]
)
def test_the_header_says_what_offsets_count(tmp_path, encoding, start):
    text = {"%ID": 1, "%TYPE": "uima.cas.Sofa", "sofaNum": 1, "sofaID": "_InitialView"}
    text |= {"sofaString": "🚀 Anna vive."}
    name = {"%ID": 2, "%TYPE": "custom.Name", "@sofa": 1, "begin": start or 5, "value": "PER"}
    name["end"] = name["begin"] + 4
    value: dict[str, object] = {"%TYPES": {}, "%FEATURE_STRUCTURES": [text, name]}
    value |= {"%VIEWS": {"_InitialView": {"%SOFA": 1, "%MEMBERS": [2]}}}
    if encoding:
        value["%HEADER"] = {"%OFFSET_ENCODING": encoding}
    (tmp_path / "a.json").write_text(json.dumps(value))
    found, faults = told(tmp_path / "a.json")
    if start is None:
        assert "UTF-8" in str(faults[0])
    else:
        (entity,) = found[0].layers[0].entities
        assert entity.span.of(found[0].article.text) == "Anna"
