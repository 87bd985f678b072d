"""Claims handed on to the fact-checking world: training sets, tables and annotations."""

from __future__ import annotations

import csv
import io
import json

import pytest
from msgspec.structs import replace

from annotator.core.errors import ExportFault
from annotator.formats import read, write

from .sample import TEXT, reasons, record, with_layer, written


def test_an_answer_without_a_question_is_told_of(tmp_path):
    evidence = tuple(replace(e, question=" ") for e in record().layers[0].evidence)
    _, report = written(tmp_path, "averitec", sample=with_layer(evidence=evidence))
    assert "answers no question" in reasons(report)
    _, report = written(tmp_path, "averitec")
    assert "answers no question" not in reasons(report)


def test_what_averitec_holds_comes_back_as_it_was(tmp_path):
    first, _ = written(tmp_path, "averitec")
    (entry,) = json.loads(first)
    assert entry["label"] == "Refuted"
    assert entry["claim_date"] == "04-03-2026"
    assert [len(q["answers"]) for q in entry["questions"]] == [2]
    path = tmp_path / "in.json"
    path.write_bytes(first)
    problems: list[object] = []
    annotated_articles = list(read(path, author="b", problems=problems.append))
    assert not problems
    again = tmp_path / "again.json"
    write(annotated_articles, again, format="averitec")
    entry["questions"][0]["answers"][1]["source_url"] = ""  # no page: it is not taken in
    assert json.loads(again.read_bytes()) == [entry]


@pytest.mark.parametrize(
    "content", [b'{"claim": 1}', b'[{"claim": 3, "questions": []}]', b'["claim", "questions"']
)
def test_a_file_that_is_not_averitec_is_told_of(tmp_path, content):
    path = tmp_path / "x.json"
    path.write_bytes(content)
    problems: list[object] = []
    assert list(read(path, author="b", problems=problems.append)) == []
    assert "x.json" in str(problems[0])


def test_fever_has_the_evidence_that_decides_in_groups(tmp_path):
    content, report = written(tmp_path, "fever")
    (line,) = [json.loads(each) for each in content.splitlines()]
    assert line["label"] == "REFUTES"
    assert line["verifiable"] == "VERIFIABLE"
    assert line["evidence"] == [[[1, 1, "s1", 1], [1, 2, "s2", 2]]]
    assert "does not say who" in reasons(report)


def test_checkthat_has_every_sentence_and_whether_it_is_worth_checking(tmp_path):
    content, _ = written(tmp_path, "checkthat")
    head, *rows = [line.split("\t") for line in content.decode().splitlines()]
    assert head == ["Sentence_id", "Text", "class_label"]
    assert rows[0][2] == "Yes"
    assert {row[2] for row in rows[1:]} <= {"No"}
    assert all(len(row) == 3 for row in rows)


@pytest.mark.parametrize(
    ("variant", "head", "first"),
    [
        ("2024-english", "Sentence_id Text class_label", {"class_label": "Yes"}),
        (
            "2024-tweets",
            "tweet_id tweet_url tweet_text class_label",
            {"tweet_url": "https://giornale.example/ponte", "class_label": "Yes"},
        ),
        (
            "2022-tweets",
            "topic tweet_id tweet_url tweet_text class_label",
            {"topic": "Ponte <script>alert(1)</script>", "class_label": "1"},
        ),
    ],
)
def test_checkthat_has_the_columns_of_the_years_task(tmp_path, variant, head, first):
    content, _ = written(tmp_path, "checkthat", variant=variant)
    rows = csv.DictReader(io.StringIO(content.decode()), delimiter="\t", quoting=csv.QUOTE_NONE)
    assert rows.fieldnames == head.split()
    assert next(rows).items() >= first.items()


@pytest.mark.parametrize("format", ["checkthat", "fever"])
def test_a_variant_that_a_format_does_not_have_is_refused(tmp_path, format):
    with pytest.raises(ExportFault, match="no variant 1999"):
        written(tmp_path, format, variant="1999")


def test_both_selectors_of_a_web_annotation_mean_the_same_words(tmp_path):
    content, report = written(tmp_path, "webannotation")
    page = json.loads(content)
    assert page["type"] == "AnnotationPage"
    assert page["id"].startswith("urn:uuid:")
    assert json.loads(written(tmp_path, "webannotation")[0])["id"] == page["id"]
    assert len(page["items"]) == 5
    assert len({item["id"] for item in page["items"]}) == 5
    for body in (body for item in page["items"] for body in item["body"]):
        assert body["purpose"]
        if body.get("format") == "application/json":
            assert json.loads(body["value"])
    for item in page["items"]:
        for target in item["target"]:
            quote, position = target["selector"]
            assert TEXT[position["start"] : position["end"]] == quote["exact"]
            assert TEXT[: position["start"]].endswith(quote["prefix"])
    assert report.uncarried == 4


def test_no_cell_of_a_table_can_calculate(tmp_path):
    content, _ = written(tmp_path, "claims-csv")
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))
    assert rows[1]["claim"] == "'=cmd()"
    assert "Bò" in rows[0].values()
    assert rows[0]["verdict"] == "refuted"
    assert not any(cell.startswith(tuple("=+-@")) for row in rows for cell in row.values())
