"""labelbuddy's documents both ways, and the entities as a table."""

from __future__ import annotations

import csv
import io
import json

import pytest

from annotator.core.model import with_
from annotator.formats import write

from ..samples import exported, full, told


def test_labelled_spans_come_back_and_the_rest_is_told_of(tmp_path):
    path = tmp_path / "a.jsonl"
    report = write([full()], path, format="labelbuddy")
    back, faults = told(path)
    assert faults == []
    mine = next(d for d in back if d.layers[0].layer.author == "bianca")
    here = full().layers[0]
    assert [(e.span, e.label) for e in mine.layers[0].entities] == [
        (e.span, e.label) for e in here.entities
    ]
    assert [c.spans[0] for c in mine.layers[0].claims] == [*here.claims[0].spans]
    assert mine.article.text == full().article.text
    lost = {what for what, _ in report.tally}
    assert {"an attribution", "details of an entity", "a verdict"} <= lost


@pytest.mark.parametrize("suffix", ["json", "jsonl"])
def test_a_file_of_labelbuddys_own_is_read(tmp_path, suffix):
    document = {
        "utf8_text_md5_checksum": "x",
        "text": "Anna vive a Roma 🚀.",
        "metadata": {"pmcid": 3},
        "list_title": "Anna",
        "annotations": [
            {"start_byte": 0, "start_char": 0, "end_char": 4, "label_name": "Person"},
            {"start_char": 17, "end_char": 18, "label_name": "Emoji", "extra_data": "razzo"},
            {"start_char": 90, "end_char": 99, "label_name": "Nowhere"},
        ],
    }
    path = tmp_path / f"a.{suffix}"
    content = json.dumps([document] if suffix == "json" else document)
    path.write_text(content, "utf-8")
    (back,), _ = told(path)
    (layer,) = back.layers
    assert [(e.label, e.note) for e in layer.entities] == [("Person", ""), ("Emoji", "razzo")]
    assert (back.article.title, back.article.metadata) == ("Anna", {"pmcid": 3})


def test_a_broken_document_is_told_of(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_text('{"utf8_text_md5_checksum":"x","text":"a","annotations":[3]}\n', "utf-8")
    back, faults = told(path)
    assert (back, len(faults)) == ([], 1)


def test_the_table_of_entities_has_no_formulas(tmp_path):
    layer = full().layers[0]
    noted = with_(layer.entities[0], note="=HYPERLINK(1)")
    import msgspec

    changed = msgspec.structs.replace(layer, entities=(noted, *layer.entities[1:]))
    annotated_article = msgspec.structs.replace(full(), layers=(changed,))
    content, report = exported([annotated_article], tmp_path / "a.csv", "entities-csv")
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    assert [row["words"] for row in rows] == ["Anna Neri", "sindaco Mario Rossi", "Mario Rossi"]
    assert rows[0]["note"] == "'=HYPERLINK(1)"
    assert rows[2]["kb_id"] == "Q1"
    assert (report.lines, report.carried) == (3, 3)
    assert "a claim" in {what for what, _ in report.tally}
