"""REFI-QDA projects both ways, and projects as programs of qualitative research write them."""

from __future__ import annotations

import tempfile
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import msgspec
import pytest
from hypothesis import given, settings

from annotator.formats import Report, read, write
from tests import FORMATS

from ..samples import NOT_IN_A_GRAPH, annotated_articles, full, told
from .shared.test_span_graph import bare, confident
from .test_cas import in_xml

BY_POTATO = FORMATS / "fixtures" / "potato"
NS = {"q": "urn:QDA-XML:project:1.0"}


def test_everything_that_a_graph_holds_comes_back(tmp_path):
    path = tmp_path / "a.qdpx"
    report = write([full()], path, format="refi")
    (back,), faults = told(path)
    assert faults == []
    by_author = {c.layer.author: bare(c) for c in back.layers}
    assert by_author == {c.layer.author: bare(c) for c in full().layers}
    assert {what for what, _ in report.tally} == NOT_IN_A_GRAPH
    here = full().article
    for name in ("title", "publisher", "author", "published", "url", "language"):
        assert getattr(back.article, name) == getattr(here, name)


@settings(max_examples=40, deadline=None)
@given(annotated_articles())
def test_any_layer_comes_back(annotated_article):
    layers = {c.layer.author: c for c in annotated_article.layers if c.layer.author.strip()}
    annotated_article = msgspec.structs.replace(annotated_article, layers=tuple(layers.values()))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "a.qdpx")
        report = write([annotated_article], path, format="refi")
        back, faults = told(path)
    assert faults == []
    assert [d.article.text for d in back] == [annotated_article.article.text]
    wanted, empty = {}, 0
    for author, contents in layers.items():
        records = bare(msgspec.structs.replace(contents, entities=confident(contents)))
        empty += not records
        if records:
            wanted[in_xml(author)] = sorted(in_xml(records), key=repr)
    assert {c.layer.author: bare(c) for c in back[0].layers} == wanted
    assert sum(n for (what, _), n in report.tally.items() if what == "a layer") == empty


def test_the_project_is_as_the_standard_has_it(tmp_path):
    path = tmp_path / "a.qdpx"
    write([full()], path, format="refi")
    with zipfile.ZipFile(path) as packed:
        root = ElementTree.fromstring(packed.read("project.qde"))
        names = packed.namelist()
    order = [child.tag.partition("}")[2] for child in root]
    assert order == ["Users", "CodeBook", "Sources", "Links"]
    (source,) = root.iterfind("q:Sources/q:TextSource", NS)
    assert "Sources/" + source.get("plainTextPath").removeprefix("internal://") in names
    codes = {c.get("guid"): c.get("name") for c in root.iter(f"{{{NS['q']}}}Code")}
    users = {u.get("guid") for u in root.iter(f"{{{NS['q']}}}User")}
    text = full().article.text
    for each in source.iterfind("q:PlainTextSelection", NS):
        assert [child.tag.partition("}")[2] for child in each][-1] == "Coding"
        start, end = int(each.get("startPosition")), int(each.get("endPosition"))
        assert text[start:end] == each.get("name")
        assert each.get("creatingUser") in users
        assert each.find("q:Coding/q:CodeRef", NS).get("targetGUID") in codes
    guids = [element.get("guid") for element in root.iter() if element.get("guid")]
    assert len(guids) == len(set(guids))


def test_the_same_export_has_the_same_project(tmp_path):
    made = []
    for name in ("a", "b"):
        write([full()], tmp_path / f"{name}.qdpx", format="refi")
        with zipfile.ZipFile(tmp_path / f"{name}.qdpx") as packed:
            made.append({each: packed.read(each) for each in packed.namelist()})
    assert made[0] == made[1]


QDE = """<?xml version="1.0" encoding="utf-8"?>
<Project name="p" origin="Other 1" xmlns="urn:QDA-XML:project:1.0">
<Users><User guid="u1" name="Anna"/><User guid="u2" name="Bruno"/></Users>
<CodeBook><Codes>
  <Code guid="c1" name="Person" isCodable="true"><Code guid="c2" name="Other" isCodable="true"/></Code>
  <Code guid="c3" name="Place" isCodable="true"><Code guid="c4" name="Other" isCodable="true"/></Code>
</Codes></CodeBook>
<Cases><Case guid="k1" name="Case one"/></Cases>
<Sources>
  <TextSource guid="s1" name="One" plainTextPath="internal://one.txt" creatingUser="u1">
    <Description>publisher: Gazzetta&#10;Da rivedere</Description>
    <PlainTextSelection guid="p1" name="Anna" startPosition="2" endPosition="6" creatingUser="u1">
      <Description>sicuro</Description>
      <Coding guid="g1" creatingUser="u1"><CodeRef targetGUID="c1"/></Coding>
      <Coding guid="g2" creatingUser="u1"><CodeRef targetGUID="c2"/></Coding>
      <NoteRef targetGUID="n1"/>
    </PlainTextSelection>
    <PlainTextSelection guid="p2" name="Roma" startPosition="14" endPosition="18" creatingUser="u2">
      <Coding guid="g3" creatingUser="u2"><CodeRef targetGUID="c4"/></Coding>
    </PlainTextSelection>
    <PlainTextSelection guid="p3" startPosition="90" endPosition="99"><Coding guid="g5"/></PlainTextSelection>
    <Coding guid="g4"><CodeRef targetGUID="c3"/></Coding>
  </TextSource>
  <TextSource guid="s2" name="Two"><PlainTextContent>Testo nel progetto.</PlainTextContent></TextSource>
  <TextSource guid="s3" name="Three" plainTextPath="absolute:///etc/passwd"/>
  <TextSource guid="s4" name="Four" plainTextPath="internal://../../secret.txt"/>
  <PDFSource guid="s5" name="Five" path="internal://five.pdf">
    <Representation guid="s6" plainTextPath="internal://five.txt"/>
  </PDFSource>
  <PictureSource guid="s7" name="Six" path="internal://six.png"/>
</Sources>
<Notes><Note guid="n1" name="n"><PlainTextContent>una nota</PlainTextContent></Note></Notes>
<Links><Link guid="l1" name="near" direction="Associative" originGUID="p1" targetGUID="p2"/></Links>
</Project>
"""


def project(path: Path, qde: str = QDE, **texts: str) -> Path:
    texts = {"one": "\ufeff🚀 Anna vive a Roma.", "five": "Un PDF."} | texts
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("project.qde", qde)
        for name, text in texts.items():
            packed.writestr(f"Sources/{name}.txt", text.encode())
    return path


def test_a_project_of_another_program_is_read_and_what_has_no_place_is_told_of(tmp_path):
    report = Report()
    path = project(tmp_path / "a.qdpx")
    one, two, five = read(path, author="x", problems=pytest.fail, report=report)
    assert [d.article.title for d in (one, two, five)] == ["One", "Two", "Five"]
    assert (one.article.publisher, one.article.metadata) == (
        "Gazzetta",
        {"description": "Da rivedere"},
    )
    anna, bruno = sorted(one.layers, key=lambda c: c.layer.author)
    text = one.article.text
    found = [(e.span.of(text), e.label, e.note) for e in anna.entities]
    assert sorted(found) == [
        ("Anna", "Person", "sicuro · una nota"),
        ("Anna", "Person / Other", "sicuro · una nota"),
    ]
    assert [(e.span.of(text), e.label) for e in bruno.entities] == [("Roma", "Place / Other")]
    told_of = sorted(loss.what for loss in report.lost)
    assert told_of == [
        "a case",
        "a document",
        "a document",
        "a document",
        "a label",
        "a relation",
        "an annotation",
    ]


def test_offsets_in_utf16_are_recognised_by_the_names_of_passages(tmp_path):
    qde = QDE.replace('startPosition="2" endPosition="6"', 'startPosition="3" endPosition="7"')
    qde = qde.replace('startPosition="14" endPosition="18"', 'startPosition="15" endPosition="19"')
    (one, *_), _ = told(project(tmp_path / "a.qdpx", qde))
    words = [e.span.of(one.article.text) for c in one.layers for e in c.entities]
    assert sorted(words) == ["Anna", "Anna", "Roma"]


@pytest.mark.parametrize(
    "qde",
    [
        QDE[:400],
        '<!DOCTYPE a [<!ENTITY b "c">]>' + QDE.partition("?>")[2],
        QDE.replace('startPosition="2"', 'startPosition="two"'),
        "",
    ],
)
def test_a_damaged_project_is_a_fault_and_nothing_comes(tmp_path, qde):
    back, faults = told(project(tmp_path / "a.qdpx", qde))
    assert len(faults) == 1
    assert back == [] or len(back) < 3


def test_a_zip_without_a_project_is_a_fault(tmp_path):
    path = tmp_path / "a.qdpx"
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("a.txt", "b")
    assert len(told(path)[1]) == 1
    path.write_bytes(b"no zip")
    assert len(told(path)[1]) == 1


def test_ends_that_name_the_last_character_are_told_by_the_words():
    (back,), faults = told(BY_POTATO / "project.qdpx")
    assert faults == []
    (layer,) = back.layers
    text = back.article.text
    assert [e.span.of(text) for e in layer.entities] == [
        "Anna Neri",
        "sindaco Mario Rossi",
        "Mario Rossi",
        "Comune\xa0di Forlì",
    ]
    ours = [span for claim in full().layers[0].claims for span in claim.spans]
    assert [span for claim in layer.claims for span in claim.spans] == ours


def test_a_passage_is_of_everybody_who_coded_it(tmp_path):
    of_bruno = '<Coding guid="g2" creatingUser="u2">'
    qde = QDE.replace('<Coding guid="g2" creatingUser="u1">', of_bruno)
    found, faults = told(project(tmp_path / "a.qdpx", qde))
    assert faults == []
    labels = {c.layer.author: [e.label for e in c.entities] for c in found[0].layers}
    assert labels == {"Anna": ["Person"], "Bruno": ["Person / Other", "Place / Other"]}


def test_the_case_of_names_in_the_zip_does_not_matter(tmp_path):
    with zipfile.ZipFile(tmp_path / "a.qdpx", "w") as packed:
        packed.writestr("Project.QDE", QDE)
        packed.writestr("sources/ONE.txt", "🚀 Anna vive a Roma.")
    found, faults = told(tmp_path / "a.qdpx")
    assert faults == []
    assert found[0].article.text == "🚀 Anna vive a Roma."
