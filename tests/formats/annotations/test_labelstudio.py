"""Label Studio's JSON both ways, and a journey through other tools' formats."""

from __future__ import annotations

import json

import msgspec
import pytest
from hypothesis import given, settings

from annotator.core.annotated_article import AnnotatedArticle
from annotator.core.model import with_
from annotator.formats import Report, write
from tests import FORMATS

from ..samples import annotated_articles, full, told
from .shared.test_span_graph import bare

BY_LABEL_STUDIO = FORMATS / "fixtures" / "labelstudio"
TEXT = "👩‍🔬 Anna Neri vive a Roma."


def travelled(annotated_article, tmp_path, format, name):
    """What comes back of a annotated article, and the report of the way out."""
    path = tmp_path / name
    report = write([annotated_article], path, format=format)
    back, faults = told(path)
    assert faults == []
    return back, report


def people(annotated_article: AnnotatedArticle) -> AnnotatedArticle:
    """What a tool for people's spans can hold."""
    return msgspec.structs.replace(annotated_article, layers=annotated_article.layers[:1])


def test_everything_that_a_graph_holds_comes_back(tmp_path):
    (back,), report = travelled(full(), tmp_path, "labelstudio", "a.json")
    mine, machine = sorted(back.layers, key=lambda c: c.layer.role)
    assert bare(mine) == bare(full().layers[0])
    assert (mine.layer.author, machine.layer.author) == ("bianca", "machine:rules@1")
    assert bare(machine) == bare(full().layers[1])
    assert (back.article.text, back.article.url) == (full().article.text, full().article.url)
    told_of = {what for what, _ in report.tally}
    assert {"a verdict", "a piece of evidence", "the status of a layer"} <= told_of


@settings(max_examples=40, deadline=None)
@given(annotated_articles())
def test_any_spans_come_back(tmp_path_factory, annotated_article):
    named = [
        c for c in annotated_article.layers if c.layer.author.strip() and c.layer.author != "gold"
    ]
    named = [c for c in named if not c.layer.author.startswith("machine:")]
    ordinary = [
        msgspec.structs.replace(
            c,
            layer=with_(c.layer, author=f"anna{n}"),
            entities=tuple(
                e
                for e in c.entities
                if e.label.upper() not in ("CLAIM", "SOURCE", "CUE", "CONTENT")
            ),
        )
        for n, c in enumerate(named)
    ]
    annotated_article = msgspec.structs.replace(annotated_article, layers=tuple(ordinary))
    folder = tmp_path_factory.mktemp("ls")
    (back,), _ = travelled(annotated_article, folder, "labelstudio", "a.json")
    assert back.article.text == annotated_article.article.text
    by_author = {c.layer.author: c for c in back.layers}
    for contents in annotated_article.layers:
        assert bare(by_author[contents.layer.author]) == bare(contents)


def task(unit):
    """A task as Label Studio exports it, with its offsets in *unit*."""

    def place(words):
        start = TEXT.index(words)
        if unit == "utf16":
            start = len(TEXT[:start].encode("utf-16-le")) // 2
        return {"start": start, "end": start + len(words), "text": words}

    def region(key, words, *labels):
        value = {**place(words), "labels": [*labels]}
        common = {"id": key, "from_name": "ner", "to_name": "article", "origin": "manual"}
        return {**common, "type": "labels", "value": value}

    sure = {"id": "a", "from_name": "sure", "to_name": "article", "type": "choices"}
    related = {"from_id": "a", "to_id": "b", "type": "relation", "direction": "right"}
    return {
        "id": 7,
        "data": {"article": TEXT, "id_of_ours": 3},
        "annotations": [
            {
                "id": 1,
                "completed_by": {"id": 2, "email": "anna@example.org"},
                "result": [
                    region("a", "Anna Neri", "Person"),
                    region("b", "Roma", "City", "Capital"),
                    {**sure, "value": {**place("Anna Neri"), "choices": ["yes"]}},
                    {**related, "labels": ["lives_in"]},
                    {"id": "c", "from_name": "x", "to_name": "article", "type": "rectanglelabels"},
                ],
                "was_cancelled": False,
            },
            {"id": 2, "completed_by": 5, "result": [], "was_cancelled": False},
            {"id": 3, "completed_by": 6, "result": [], "was_cancelled": True},
        ],
        "predictions": [{"model_version": "v3", "result": [region("z", "Roma", "City")]}],
    }


@pytest.mark.parametrize("unit", ["points", "utf16"])
def test_an_export_is_read_whatever_its_offsets_count(tmp_path, unit):
    path = tmp_path / "export.json"
    path.write_text(json.dumps([task(unit)]), "utf-8")
    (back,), faults = told(path)
    assert faults == []
    by_author = {c.layer.author: c for c in back.layers}
    assert set(by_author) == {"anna@example.org", "annotator 5", "machine:v3@1"}
    words = [(e.label, e.span.of(TEXT)) for e in by_author["anna@example.org"].entities]
    assert words == [("Person", "Anna Neri"), ("City", "Roma"), ("Capital", "Roma")]
    assert back.article.metadata.get("offsets") == ("UTF-16" if unit == "utf16" else None)


def test_what_has_no_place_is_told_of(tmp_path):
    from annotator.formats import read

    path = tmp_path / "export.json"
    path.write_text(json.dumps([task("points")]), "utf-8")
    report = Report()
    assert len(list(read(path, author="x", problems=pytest.fail, report=report))) == 1
    assert {what for what, _ in report.tally} == {"an attribute", "a relation", "an annotation"}


def test_words_that_do_not_stand_there_are_refused_and_listed(tmp_path):
    wrong = task("points")
    wrong["annotations"][0]["result"][0]["value"]["start"] += 1
    path = tmp_path / "export.json"
    path.write_text(json.dumps([wrong]), "utf-8")
    (back,), _ = told(path)
    anna = next(c for c in back.layers if c.layer.author == "anna@example.org")
    assert [e.label for e in anna.entities] == ["City", "Capital"]


@pytest.mark.parametrize(
    "content",
    [
        '[{"data":[],"annotations":[{"result":[]}]}]',
        '[3,{"data":{"text":"a"},"annotations":[{"result":[]}]}]',
        '[{"data":{"text":"a"},"annotations":[{"result":[{"type":"relation"}]}]}]',
        '[{"data":{"text":"a"},"annotations":["3"], "x":{"result":1}}]',
        '[{"data":{"text":"a"},"annotations":[{"result":[]}]}',
        '[{"data":{"text":"a"},"annotations":[{"result":"' + "[" * 5000,
    ],
)
def test_a_broken_file_is_told_of(tmp_path, content):
    path = tmp_path / "export.json"
    path.write_text(content, "utf-8")
    back, faults = told(path)
    assert back == []
    assert faults


def test_a_project_travels_through_three_tools_and_loses_what_was_announced(tmp_path):
    here = people(full())
    expected = bare(here.layers[0])
    for tool, name in (("labelstudio", "a.json"), ("brat", "b.zip"), ("webanno", "c.zip")):
        (here,), report = travelled(here, tmp_path, tool, name)
        assert here.article.text == full().article.text
        assert here.article.title == full().article.title
        assert bare(here.layers[0]) == expected, tool
        assert here.layers[0].layer.author == "bianca"
        announced = {what for what, _ in report.tally}
        if tool == "labelstudio":
            assert {"a verdict", "a ruling", "an outside source"} <= announced
        else:  # there is nothing left that these could lose
            assert announced <= {"details of the article", "where an annotation comes from"}


def by_label_studio(name):
    """What of a file that Label Studio wrote arrives: layers by author, and what was lost."""
    report = Report()
    (back,), faults = told(BY_LABEL_STUDIO / name, report=report)
    assert faults == []
    assert back.article.text == full().article.text
    return {c.layer.author: c for c in back.layers}, back, report


@pytest.mark.parametrize(
    ("name", "anna", "marco"),
    [
        ("tasks.json", "annotator 1", "annotator 2"),
        ("snapshot.json", "anna@example.org", "marco@example.org"),
    ],
)
def test_our_layers_come_back_from_label_studio_itself(name, anna, marco):
    layers, back, report = by_label_studio(name)
    assert set(layers) == {anna, marco, "machine:rules@1"}
    assert bare(layers[anna]) == bare(full().layers[0])
    assert bare(layers["machine:rules@1"]) == bare(full().layers[1])
    text = back.article.text
    assert [e.span.of(text) for e in layers[marco].entities] == ["👩‍🔬", "Mario Rossi"]
    (said,) = layers[marco].attributions
    assert [span.of(text) for span in (*said.source_spans, *said.cue_spans)] == [
        "Mario Rossi",
        "ha detto",
    ]
    lost = sorted((loss.what, loss.where.partition(": ")[2]) for loss in report.lost)
    assert lost == [
        ("a relation", "“related: ha detto”"),
        ("an annotation", f"“{marco}”"),
        ("an attribute", "“stance=sure doubtful: costerà due milioni”"),
    ]


def test_rows_of_label_studio_are_one_article_with_two_layers():
    layers, back, report = by_label_studio("rows.json")
    assert set(layers) == {"annotator 1", "annotator 2"}
    ours = [(e.span, e.label) for e in full().layers[0].entities]
    assert [(e.span, e.label) for e in layers["annotator 1"].entities] == ours
    assert len(layers["annotator 2"].claims) == 1
    assert back.article.metadata["label_studio"]["kb_id"] == "Q1"
    assert [(loss.what, loss.why) for loss in report.lost] == [
        ("an attribute", "There is no place for it in Vaglio.")
    ]


def test_what_is_there_by_its_number_only_is_told_of(tmp_path):
    path = tmp_path / "a.json"
    path.write_text('[{"data":{"text":"Anna"},"annotations":[4],"predictions":[7]}]')
    report = Report()
    (back,), faults = told(path, report=report)
    assert (faults, back.layers) == ([], ())
    assert [(loss.what, loss.where) for loss in report.lost] == [
        ("an annotation", "Anna: “4”"),
        ("a prediction", "Anna: “7”"),
    ]


@pytest.mark.parametrize(
    ("work", "who"),
    [
        ({"completed_by": 3, "created_username": " anna@example.org, 3"}, "anna@example.org"),
        ({"completed_by": 3, "created_username": "Anna Neri anna@example.org, 3"}, "Anna Neri anna@example.org"),
        ({"completed_by": {"first_name": "Anna", "last_name": "Neri", "id": 3}}, "Anna Neri"),
        ({"completed_by": {"id": 3}}, "annotator 3"),
        ({"created_username": "gold"}, "io"),
        ({"created_username": "gold", "ground_truth": True}, "gold"),
        ({}, "io"),
    ],
)  # fmt: skip
def test_who_annotated_is_found(work, who, tmp_path):
    path = tmp_path / "a.json"
    path.write_text(
        json.dumps([{"data": {"text": "Anna"}, "annotations": [{"result": []} | work]}])
    )
    (back,), _ = told(path, author="io")
    assert [c.layer.author for c in back.layers] == [who]


def test_a_task_whose_text_comes_after_a_long_list_is_recognised(tmp_path):
    region = {"type": "labels", "value": {"start": 0, "end": 4, "text": "Anna", "labels": ["PER"]}}
    task = {"id": 1, "annotations": [{"id": 1, "completed_by": 1, "result": [region] * 2000}]}
    path = tmp_path / "a.json"
    path.write_text(json.dumps([task | {"data": {"text": "Anna"}}]))
    (back,), faults = told(path)
    assert faults == []
    assert len(back.layers[0].entities) == 2000


@pytest.mark.parametrize(
    "content", ['[{"id": 7, "data": {"text": "Anna"}}]', '{"data":{"b":"Anna"}}']
)
def test_tasks_that_nobody_has_annotated_are_articles(tmp_path, content):
    path = tmp_path / "a.json"
    path.write_text(content)
    (back,), faults = told(path)
    assert (faults, back.article.text, back.layers) == ([], "Anna", ())


@pytest.mark.parametrize(
    "address", ["https://example.org/a.txt", "s3://a/b.txt", "/data/upload/1.txt"]
)
def test_a_text_that_is_elsewhere_is_a_fault(tmp_path, address):
    path = tmp_path / "a.json"
    path.write_text(json.dumps([{"data": {"text": address}, "annotations": []}]))
    back, faults = told(path)
    assert back == []
    assert address in str(faults[0])


def test_regions_in_markup_are_counted_in_the_words_on_the_page(tmp_path):
    value = {"start": "/p[1]/b[1]/text()[1]", "startOffset": 0, "text": "Roma"}
    value |= {"globalOffsets": {"start": 8, "end": 12}, "hypertextlabels": ["LOC"]}
    region = {"type": "hypertextlabels", "from_name": "l", "to_name": "html", "value": value}
    task = {"data": {"html": "<p>🚀 Ciao <b>Roma</b></p>"}, "annotations": [{"result": [region]}]}
    path = tmp_path / "a.json"
    path.write_text(json.dumps([task]))
    (back,), faults = told(path)
    assert (faults, back.article.text) == ([], "🚀 Ciao Roma")
    (entity,) = back.layers[0].entities
    assert entity.span.of(back.article.text) == "Roma"
