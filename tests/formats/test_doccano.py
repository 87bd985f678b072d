"""doccano's own form, and the way back from it."""

from __future__ import annotations

import json
from pathlib import Path

from .samples import exported, full, told

GOLDEN = Path(__file__).with_name("golden")


def test_the_export_is_as_the_golden_file_has_it(tmp_path):
    written, report = exported([full()], tmp_path / "a.jsonl", "doccano")
    assert written == (GOLDEN / "full.doccano.jsonl").read_bytes()
    assert (report.lines, report.carried, report.uncarried) == (2, 5, 11)


def test_spans_are_triples_in_text_order():
    line = json.loads((GOLDEN / "full.doccano.jsonl").read_text("utf-8").split("\n")[0])
    assert line["label"] == sorted(line["label"])
    assert [line["text"][a:b] for a, b, label in line["label"] if label == "PER"] == [
        "Anna Neri",
        "Mario Rossi",
    ]


def test_what_was_written_for_doccano_is_read_again():
    mine, _ = told(GOLDEN / "full.doccano.jsonl")[0]
    assert mine.article.title == full().article.title
    assert [e.span for e in mine.layers[0].entities] == [e.span for e in full().layers[0].entities]
