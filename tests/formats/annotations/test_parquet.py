"""The table of spans, read by the library that others read it with."""

from __future__ import annotations

import sys

import pytest
from hypothesis import given, settings

from annotator.core.errors import ExportFault
from annotator.core.model import spans_of
from annotator.formats import write
from annotator.formats.annotations import parquet

from ..samples import annotated_articles, full


def rows(some, path):
    tables = pytest.importorskip("pyarrow.parquet")
    report = write(some, path, format="parquet")
    return tables.read_table(path).to_pylist(), report


def test_every_span_is_a_row_with_what_is_said_of_it(tmp_path):
    found, report = rows([full()], tmp_path / "a.parquet")
    assert list(found[0]) == list(parquet.COLUMNS)
    by_label = {row["label"]: row for row in found}
    claim = full().layers[0].claims[0]
    parts = [row for row in found if row["annotation"] == claim.id]
    assert [row["text"] for row in parts] == ["Il ponte", "costerà due milioni"]
    assert dict(parts[0]["details"])["normalized_text"] == claim.normalized_text
    assert by_label["CUE"]["claims"] == [claim.id]
    assert {row["annotator"] for row in found} == {"bianca", "machine:rules@1"}
    assert {what for what, _ in report.tally} >= {
        "a verdict",
        "a piece of evidence",
        "an outside source",
    }
    assert report.carried == 6


@settings(max_examples=40, deadline=None)
@given(annotated_articles())
def test_rows_are_the_spans_of_any_layer(tmp_path_factory, annotated_article):
    found, _ = rows([annotated_article], tmp_path_factory.mktemp("parquet") / "a.parquet")
    text = annotated_article.article.text
    assert all(row["text"] == text[row["start"] : row["end"]] for row in found)
    records = [
        r for c in annotated_article.layers for r in (*c.entities, *c.claims, *c.attributions)
    ]
    wanted = sorted((r.id, s.start, s.end) for r in records for s in spans_of(r))
    assert sorted((row["annotation"], row["start"], row["end"]) for row in found) == wanted


def test_it_is_written_in_parts(tmp_path, monkeypatch):
    tables = pytest.importorskip("pyarrow.parquet")
    monkeypatch.setattr(parquet, "ROWS", 3)
    write([full(), full()], tmp_path / "a.parquet", format="parquet")
    assert tables.ParquetFile(tmp_path / "a.parquet").num_row_groups > 1


def test_an_empty_export_is_an_empty_table(tmp_path):
    assert rows([], tmp_path / "a.parquet")[0] == []


def test_without_the_library_it_says_how_to_get_it(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(ExportFault, match="pip install pyarrow"):
        write([full()], tmp_path / "a.parquet", format="parquet")
    assert not (tmp_path / "a.parquet").exists()
