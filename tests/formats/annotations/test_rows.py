"""A row without a text, and labels of whole texts: told of, and the good rows come."""

from __future__ import annotations

import json

import pytest

from annotator.formats import Report, read
from annotator.formats.annotations.shared.counting import PLAIN, Counting, OffsetMap, counting_of

TEXT = "Anna a Roma"


def row(kind: str, text: str) -> dict:
    """A row with one span, as *kind* writes it."""
    match kind:
        case "doccano":
            return {"id": 1, "text": text, "label": [[0, 4, "PER"]] if text.strip() else []}
        case "prodigy":
            spans = [{"start": 0, "end": 4, "label": "PER"}] if text.strip() else []
            marks = {"_input_hash": 1, "_task_hash": 2, "answer": "accept"}
            return {"text": text, "spans": spans, **marks}
        case "flat":
            spans = [{"start": 0, "end": 4, "label": "PER"}] if text.strip() else []
            return {"text": text, "spans": spans}
    value = {"start": 0, "end": 4, "labels": ["PER"], "text": "Anna"}
    result = [{"id": "a", "from_name": "l", "to_name": "text", "type": "labels", "value": value}]
    return {"id": 1, "data": {"text": text}, "annotations": [{"result": result * bool(text)}]}


@pytest.mark.parametrize("blank", ["", " \n"])
@pytest.mark.parametrize("kind", ["doccano", "prodigy", "flat", "labelstudio"])
def test_a_row_without_a_text_is_told_of_and_the_others_come(tmp_path, kind, blank):
    rows = [row(kind, TEXT), row(kind, blank), row(kind, f"{TEXT} ieri")]
    if kind == "labelstudio":
        path = tmp_path / "a.json"
        path.write_text(json.dumps(rows), "utf-8")
    else:
        path = tmp_path / "a.jsonl"
        path.write_text("".join(json.dumps(each) + "\n" for each in rows), "utf-8")
    report = Report()
    made = [*read(path, author="x", problems=pytest.fail, report=report)]
    assert [len(each.layers[0].entities) for each in made] == [1, 1]
    assert [loss.why for loss in report.lost] == ["It has no text."]


@pytest.mark.parametrize("key", ["label", "labels", "cats", "category"])
def test_a_label_of_a_whole_text_is_told_of(tmp_path, key):
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps({"text": TEXT, key: ["positivo"]}) + "\n", "utf-8")
    report = Report()
    [made] = read(path, author="x", problems=pytest.fail, report=report)
    assert [loss.what for loss in report.lost] == ["a label"]
    assert made.article.metadata[key] == ["positivo"]


@pytest.mark.parametrize("key", ["entities", "annotations", "labels", "ner"])
@pytest.mark.parametrize("is_triple", [True, False])
def test_spans_under_another_name_come(tmp_path, key, is_triple):
    span = {"text": "Anna", "label": "PER", "start": 0, "end": 4}
    listed = [[0, 4, "PER"]] if is_triple else [span]
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps({"text": TEXT, key: listed}) + "\n", "utf-8")
    [made] = read(path, author="x", problems=pytest.fail, report=Report())
    assert [(e.span.of(TEXT), e.label) for e in made.layers[0].entities] == [("Anna", "PER")]


# -- what the offsets of a file count

WORDS = "È 🚀 già\r\ntardi.\r\nAnna vive a Roma, così 👩‍👩‍👧 sia.\r\nFine."
QUOTED = ("tardi.", "Anna", "Roma", "sia.", "Fine.")


def offset(point: int, counting: Counting) -> int:
    """Where *point* is as a file counts that counts so."""
    before = WORDS[:point]
    if counting.one_line_end:
        before = before.replace("\r\n", "\n")
    sizes = {
        "points": len(before),
        "utf16": len(before.encode("utf-16-le")) // 2,
        "bytes": len(before.encode()),
    }
    mark = (3 if counting.unit == "bytes" else 1) * counting.mark
    return sizes[counting.unit] + mark


@pytest.mark.parametrize("unit", ["points", "utf16", "bytes"])
@pytest.mark.parametrize("one_line_end", [True, False])
@pytest.mark.parametrize("mark", [True, False])
@pytest.mark.parametrize("names_last", [True, False])
def test_what_is_counted_is_told_by_the_words_that_are_quoted(unit, one_line_end, mark, names_last):
    counting = Counting(unit, one_line_end, mark, names_last)
    quoted = []
    for words in QUOTED:
        start = WORDS.index(words)
        end = offset(start + len(words), counting) - names_last
        quoted.append((WORDS, offset(start, counting), end, words))
    found = counting_of(quoted, names_last=(False, True))
    offsets = OffsetMap(WORDS, found)
    for _, start, end, words in quoted:
        begin, stop = offsets.span(start, end)
        assert WORDS[begin:stop] == words


def test_without_quotes_nothing_is_guessed():
    assert counting_of([]) == PLAIN
    assert counting_of([(WORDS, 0, 4, "nowhere")]) == PLAIN


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("entities", {"LOC": ["Roma"], "PER": ["Anna"]}),
        ("results", [{"word": "Roma", "entity": "LOC"}]),
        ("ner", [{"text": "Anna", "label": "PER"}]),
    ],
)
def test_words_that_are_listed_without_a_place_are_told_of(tmp_path, key, value):
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps({"text": TEXT, key: value}) + "\n", "utf-8")
    report = Report()
    [made] = read(path, author="x", problems=pytest.fail, report=report)
    assert [loss.what for loss in report.lost] == ["annotations"]
    assert made.article.metadata[key] == value


@pytest.mark.parametrize(
    "table",
    [
        f"text,start,end,label\n{TEXT},7,11,LOC\n",
        f"text,notes\n{TEXT},\"[{{'start': 7, 'end': 11, 'label': 'LOC'}}]\"\n",
    ],
)
def test_marks_in_the_columns_of_a_table_are_told_of(tmp_path, table):
    path = tmp_path / "a.csv"
    path.write_text(table, "utf-8")
    report = Report()
    [made] = read(path, author="x", problems=pytest.fail, report=report)
    assert made.article.text == TEXT
    assert [loss.what for loss in report.lost] == ["annotations"]
