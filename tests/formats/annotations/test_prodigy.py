"""Prodigy's lines both ways: sessions are authors, what was rejected was proposed."""

from __future__ import annotations

import json

import msgspec
import pytest

from annotator.formats import Report, format_of, read, write

from ..samples import full, told
from .shared.test_span_graph import bare

TEXT = "Anna Neri vive a Roma."


def line(answer="accept", session="news-anna", **more):
    span = {"start": 0, "end": 9, "token_start": 0, "token_end": 1, "label": "PERSON"}
    marks = {"_input_hash": 1, "_task_hash": 2, "_view_id": "ner_manual", "_session_id": session}
    return {"text": TEXT, "spans": [span], "answer": answer, **marks, **more}


def written(tmp_path, *values):
    path = tmp_path / "a.jsonl"
    path.write_text("".join(json.dumps(v) + "\n" for v in values), "utf-8")
    return path


def test_everything_that_a_graph_holds_comes_back(tmp_path):
    path = tmp_path / "a.jsonl"
    write([full()], path, format="prodigy")
    (back,), faults = told(path)
    assert faults == []
    by_author = {c.layer.author: c for c in back.layers}
    for contents in full().layers:
        assert bare(by_author[contents.layer.author]) == bare(contents)
    assert back.article.publisher == full().article.publisher


def test_sessions_of_one_text_are_layers_of_one_article(tmp_path):
    (back,), _ = told(written(tmp_path, line(), line(session="news-bruno", spans=[])))
    assert {c.layer.author: len(c.entities) for c in back.layers} == {
        "news-anna": 1,
        "news-bruno": 0,
    }


def test_what_was_rejected_is_a_proposal_and_a_judgement(tmp_path):
    (back,), _ = told(written(tmp_path, line("reject")))
    anna = next(c for c in back.layers if c.layer.author == "news-anna")
    machine = next(c for c in back.layers if c.layer.role == "machine")
    assert [e.span.of(TEXT) for e in machine.entities] == ["Anna Neri"]
    assert anna.entities == ()
    assert [(j.target_id, j.decision) for j in anna.judgements] == [
        (machine.entities[0].id, "reject")
    ]


def test_relations_between_entities_and_ignored_answers_are_told_of(tmp_path):
    ends = {"head_span": {"start": 0, "end": 9, "label": "PERSON"}}
    ends |= {"child_span": {"start": 17, "end": 21, "label": "CITY"}}
    related = {"head": 1, "child": 4, "label": "LIVES_IN", **ends}
    path = written(tmp_path, line(relations=[related]), line("ignore"))
    report = Report()
    (back,) = read(path, author="x", problems=pytest.fail, report=report)
    assert [e.label for e in back.layers[0].entities] == ["PERSON", "CITY"]
    assert {what for what, _ in report.tally} == {"a relation", "an answer"}


@pytest.mark.parametrize(
    "broken",
    [{"spans": [3]}, {"spans": [{"start": 0}]}, {"spans": 7}, {"relations": [1]}],
)
def test_a_broken_line_is_told_of(tmp_path, broken):
    back, faults = told(written(tmp_path, line(**broken)))
    assert back == []
    assert faults


def test_what_is_said_of_a_whole_text_is_told_of(tmp_path):
    about = {"_input_hash": 1, "answer": "accept"}
    path = tmp_path / "a.jsonl"
    lines = [
        {"text": "Uno", "label": "SPORT", **about},
        {"text": "Due", "options": [{"id": "a", "text": "A"}], "accept": ["a"], **about},
    ]
    path.write_text("\n".join(map(json.dumps, lines)))
    report = Report()
    found = [*read(path, author="x", problems=[].append, report=report)]
    assert [d.article.text for d in found] == ["Uno", "Due"]
    assert [loss.where for loss in report.lost] == ["Uno: “SPORT: accept”", "Due: “a”"]


def test_a_file_that_begins_with_what_nobody_has_annotated_is_recognised(tmp_path):
    plain = msgspec.structs.replace(full(), layers=())
    write([plain, full()], tmp_path / "a.jsonl", format="prodigy")
    assert format_of(tmp_path / "a.jsonl").name == "prodigy"
    assert format_of(written(tmp_path, {"text": "Uno"}, line())).name == "prodigy"
