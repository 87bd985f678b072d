"""doccano's lines both ways, and files that doccano itself has written."""

from __future__ import annotations

import json
import zipfile

import pytest
from hypothesis import given, settings

from annotator.formats import Report, read, write
from tests import FORMATS

from ..rich import rich
from ..samples import annotated_articles, full, told
from .shared.test_span_graph import bare

GOLDEN = (FORMATS / "golden") / "doccano" / "sample.jsonl"
BY_DOCCANO = FORMATS / "fixtures" / "doccano"


def test_spans_are_in_text_order_in_both_forms():
    line = json.loads(GOLDEN.read_text("utf-8").split("\n")[0])
    assert [[e["start_offset"], e["end_offset"], e["label"]] for e in line["entities"]] == line[
        "label"
    ]
    assert [line["text"][a:b] for a, b, label in line["label"] if label == "PER"] == [
        "Anna Neri",
        "Mario Rossi",
    ]


def plain(contents):
    """What doccano keeps of a layer."""
    claims = {claim.id: claim.spans for claim in contents.claims}
    return (
        [(e.span, e.label) for e in contents.entities],
        sorted(claims.values()),
        sorted(
            (a.source_spans, a.cue_spans, a.content_spans, tuple(claims[c] for c in a.claims))
            for a in contents.attributions
        ),
    )


@settings(max_examples=60, deadline=None)
@given(annotated_articles())
def test_spans_and_relations_of_any_layer_come_back(tmp_path_factory, annotated_article):
    path = tmp_path_factory.mktemp("doccano") / "a.jsonl"
    write([annotated_article], path, format="doccano")
    back, faults = told(path)
    assert faults == []
    assert {d.article.text for d in back} == {annotated_article.article.text}
    assert [plain(c) for d in back for c in d.layers] == [
        plain(c) for c in annotated_article.layers
    ]


@pytest.mark.parametrize("name", ["relations", "sequence"])
def test_what_doccano_itself_wrote_is_read(name):
    report = Report()
    back = [
        *read(BY_DOCCANO / f"{name}.jsonl", author="carla", problems=pytest.fail, report=report)
    ]
    here = full()
    (mine,), (machine,) = (each.layers for each in back)
    assert mine.layer.author == "bianca"
    assert [(e.span, e.label) for e in mine.entities] == plain(here.layers[0])[0]
    assert machine.layer.author == "carla"  # somebody has looked at it there
    assert back[0].article.publisher == here.article.publisher
    assert "Da rivedere 🚀" in json.dumps(back[0].article.metadata, ensure_ascii=False)
    if name == "relations":
        assert plain(mine) == plain(here.layers[0])
        assert not report.lost
    else:  # this kind of project knows of no relations
        assert {loss.what for loss in report.lost} == {"a relation"}


def test_an_export_of_each_annotator_names_whose_it_is(tmp_path):
    path = tmp_path / "a.zip"
    line = {"id": 1, "text": "Anna vive a Roma.", "label": [[0, 4, "PER"]], "Comments": []}
    with zipfile.ZipFile(path, "w") as made:
        for name in ("anna", "all"):
            made.writestr(f"{name}.jsonl", json.dumps(line))
    back, _ = told(path, author="carla")
    assert sorted(d.layers[0].layer.author for d in back) == ["anna", "carla"]


@pytest.mark.parametrize(
    "said",
    [
        {"label": [[0, 4, "LOC"]]},
        {"labels": [[0, 4, "LOC"]]},
        {"entities": [{"id": 1, "label": "LOC", "start_offset": 0, "end_offset": 4}]},
    ],
)
@pytest.mark.parametrize("suffix", ["json", "jsonl"])
def test_all_ways_to_write_spans_are_understood(tmp_path, said, suffix):
    line = {"text": "Roma"} | said
    path = tmp_path / f"a.{suffix}"
    path.write_text(json.dumps([line] if suffix == "json" else line), "utf-8")
    (back,), _ = told(path)
    assert [(e.span.of("Roma"), e.label) for e in back.layers[0].entities] == [("Roma", "LOC")]


def test_labels_of_the_whole_text_and_spans_outside_are_told_of(tmp_path):
    path = tmp_path / "a.jsonl"
    line = {"text": "Roma", "label": ["sport", [0, 40, "LOC"]], "Comments": []}
    path.write_text(json.dumps(line), "utf-8")
    report = Report()
    (back,) = read(path, author="anna", problems=pytest.fail, report=report)
    assert back.layers[0].entities == ()
    assert [loss.what for loss in report.lost] == ["a label", "an annotation"]


def test_a_text_that_nobody_has_looked_at_has_no_layer(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_text('{"id":1,"text":"Roma","label":[],"Comments":[]}', "utf-8")
    (back,), _ = told(path)
    assert back.layers == ()


@pytest.mark.parametrize(
    "broken",
    [
        {"label": [[0, 4]], "Comments": []},
        {"label": [[0, "x", "LOC"]]},
        {"entities": [{"start_offset": 0}]},
        {"entities": [{"start_offset": 0, "end_offset": 1, "label": "A"}], "relations": [1]},
        {"text": 7, "label": [], "Comments": []},
    ],
)
def test_a_broken_line_is_told_of(tmp_path, broken):
    path = tmp_path / "a.jsonl"
    good = {"text": "Roma", "label": [[0, 4, "LOC"]]}
    path.write_text(f"{json.dumps(good)}\n{json.dumps({'text': 'Roma'} | broken)}", "utf-8")
    back, faults = told(path)
    assert [str(fault).split(":")[0] for fault in faults] == ["a.jsonl, line 2"]
    assert len(back) == 1


def test_everything_that_the_golden_file_holds_is_read():
    back, _ = told(GOLDEN)
    assert [plain(d.layers[0]) for d in back] == [plain(c) for d in rich() for c in d.layers]
    assert bare(back[1].layers[0])[0]["span"] == bare(full().layers[1])[0]["span"]


@pytest.mark.parametrize("text", ["text", "data"])
@pytest.mark.parametrize("spans", ["label", "labels", "entities"])
@pytest.mark.parametrize("name", ["a.json", "a.jsonl"])
def test_versions_of_doccano_call_things_otherwise(tmp_path, name, spans, text):
    line = json.dumps({"id": 1, text: "Ciao Roma", spans: [[5, 9, "LOC"]]})
    (tmp_path / name).write_text(f"[{line}]" if name == "a.json" else line)
    (back,), faults = told(tmp_path / name)
    assert faults == []
    assert [(e.span.start, e.span.end, e.label) for e in back.layers[0].entities] == [(5, 9, "LOC")]
