"""What was exported comes back as it was, and what was tampered with is refused."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.core.annotated_article import AnnotatedArticle
from annotator.core.errors import ExportFault
from annotator.core.model import Entity, Layer, Span, with_
from annotator.formats import write
from tests import FORMATS

from ..rich import rich
from ..samples import TEXT, annotated_articles, article, exported, full, told

GOLDEN = (FORMATS / "golden") / "jsonl" / "sample.jsonl"


def a_line() -> dict:
    return json.loads(GOLDEN.read_text("utf-8").splitlines()[0])


def refused(tmp_path: Path, *lines: object) -> str:
    """What is said of a file of *lines* that must be refused, and of nothing else."""
    path = tmp_path / "bad.jsonl"
    parts = [
        x if isinstance(x, bytes) else json.dumps(x, ensure_ascii=False).encode() for x in lines
    ]
    path.write_bytes(b"".join(part + b"\n" for part in parts))
    read, faults = told(path)
    assert faults
    assert read == [] or len(lines) > 1
    assert all(fault.hint and "bad.jsonl" in str(fault) for fault in faults)
    return str(faults[0])


@settings(max_examples=60, deadline=None)
@given(st.lists(annotated_articles(), min_size=1, max_size=3, unique_by=lambda d: d.article.id))
def test_what_is_exported_comes_back_as_it_was_and_is_exported_the_same(some):
    with tempfile.TemporaryDirectory() as folder:
        one, two = Path(folder, "one.jsonl"), Path(folder, "two.jsonl")
        write(some, one, format="jsonl")
        read, faults = told(one)
        assert faults == []
        assert read == some
        write(read, two, format="jsonl")
        assert two.read_bytes() == one.read_bytes()


def test_the_golden_file_is_read_as_the_articles_that_it_was_made_of():
    assert told(GOLDEN) == (rich(), [])


def test_a_line_from_before_there_were_rulings_is_read(tmp_path):
    lines = GOLDEN.read_text("utf-8").splitlines()
    older = [line[: line.index(',"rulings":')] + "}" for line in lines]
    path = tmp_path / "older.jsonl"
    path.write_text("\n".join(older) + "\n", encoding="utf-8")
    read, faults = told(path)
    assert faults == []
    assert [d.layers[0].entities for d in read] == [d.layers[0].entities for d in rich()]
    assert [c.rulings for d in read for c in d.layers] == [()] * 4


def test_an_article_without_layers_has_one_line_with_no_layer(tmp_path):
    bare = AnnotatedArticle(article=article(), sources=full().sources)
    written, _ = exported([bare], tmp_path / "a.jsonl", "jsonl")
    assert json.loads(written)["layer"] is None
    assert told(tmp_path / "a.jsonl") == ([bare], [])


def test_every_span_is_written_with_its_words():
    line = a_line()
    quotes = [*line["entities"], *line["claims"][0]["spans"]]
    for name in ("source_spans", "cue_spans", "content_spans"):
        quotes += line["attributions"][0][name]
    assert len(quotes) == 9
    assert all(TEXT[q["start"] : q["end"]] == q["text"] for q in quotes)


def test_the_order_of_records_does_not_depend_on_the_order_they_come_in(tmp_path):
    mine = full().layers[0]
    shuffled = with_(mine, entities=mine.entities[::-1])
    straight, _ = exported([full()], tmp_path / "a.jsonl", "jsonl")
    other = AnnotatedArticle(
        article=full().article, layers=(full().layers[1], shuffled), sources=full().sources
    )
    assert exported([other], tmp_path / "b.jsonl", "jsonl")[0] == straight


def test_keys_in_another_order_and_with_spaces_are_read_too(tmp_path):
    path = tmp_path / "sorted.jsonl"
    lines = GOLDEN.read_text("utf-8").splitlines()
    path.write_text("\n".join(json.dumps(json.loads(x), sort_keys=True) for x in lines), "utf-8")
    assert told(path) == (rich(), [])


def test_fields_that_say_nothing_may_be_left_out(tmp_path):
    line = a_line()
    del line["judgements"], line["layer"]["guideline"], line["entities"][0]["note"]
    (tmp_path / "a.jsonl").write_text(json.dumps(line), "utf-8")
    read, faults = told(tmp_path / "a.jsonl")
    assert faults == []
    assert read[0].layers[0].judgements == ()


def broken(change) -> dict:
    line = a_line()
    change(line)
    return line


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda x: x["article"].update(text=TEXT + "!"), "sha256"),
        (lambda x: x["article"].update(text="a\r\nb"), "line ends"),
        (lambda x: x["article"].pop("id"), "id"),
        (lambda x: x["entities"][0].update(text="Neri Anna"), "reads otherwise"),
        (lambda x: x["entities"][0].update(start=2**70), "otherwise"),
        (lambda x: x["entities"][0].update(end=2**70), "otherwise"),
        (lambda x: x["entities"][0].update(start=-1), "start"),
        (lambda x: x["entities"][0].update(start=True), "bool"),
        (lambda x: x["entities"][0].update(start=4.0), "start"),
        (lambda x: x["entities"][0].update(start="4"), "str"),
        (lambda x: x["entities"][0].update(colour="red"), "colour"),
        (lambda x: x["entities"][0].update(end=x["entities"][0]["start"]), "otherwise"),
        (lambda x: x["entities"][0].update(confidence=2), "confidence"),
        (lambda x: x["entities"][1].update(id="entity-1"), "entity-1 occurs twice"),
        (lambda x: x["claims"][0].update(kind="rumour"), "rumour"),
        (lambda x: x["claims"][0].update(spans=[]), "spans"),
        (lambda x: x["claims"][0]["spans"].reverse(), "order"),
        (lambda x: x["claims"][0].update(check_worthiness=4), "check_worthiness"),
        (lambda x: x["attributions"][0]["cue_spans"][0].update(text="x"), "otherwise"),
        (lambda x: x.update(sources=[]), "source-1"),
        (lambda x: x.update(layer=None), "without a layer"),
        (lambda x: x.update(format="vaglio/2"), "vaglio/2"),
        (lambda x: x.update(extra=[]), "extra"),
    ],
)
def test_a_line_that_was_tampered_with_is_refused(tmp_path, change, said):
    assert said in refused(tmp_path, broken(change))


def test_the_line_of_the_fault_is_named_and_the_rest_is_checked_as_well(tmp_path):
    path = tmp_path / "bad.jsonl"
    good = json.dumps(a_line())
    path.write_text(f"{good}\n\n{{}}\n[]\n", "utf-8")
    read, faults = told(path)
    assert read == []
    assert [fault.fields["line"] for fault in faults] == [3, 4]


def test_no_more_than_twenty_faults_are_told_of_one_file(tmp_path):
    path = tmp_path / "bad.jsonl"
    path.write_text(json.dumps(a_line()) + "\n" + "{}\n" * 1000, "utf-8")
    assert len(told(path)[1]) == 20


def test_the_same_layer_twice_is_refused(tmp_path):
    assert "layer-1 occurs twice" in refused(tmp_path, a_line(), a_line())


def test_two_tales_of_one_article_are_refused(tmp_path):
    other = broken(lambda x: x["layer"].update(id="layer-7"))
    other["article"]["title"] = "Another"
    assert "another article" in refused(tmp_path, a_line(), other)


def test_two_tales_of_one_source_are_refused(tmp_path):
    other = broken(lambda x: x["sources"][0].update(title="Another"))
    for name in ("entities", "claims", "attributions", "evidence", "verdicts", "judgements"):
        other[name] = []
    other["layer"]["id"] = "layer-7"
    assert "source-1 differs" in refused(tmp_path, a_line(), other)


@pytest.mark.parametrize("cut", [1, 2, 60, 500])
def test_a_half_written_file_is_refused_whole(tmp_path, cut):
    path = tmp_path / "cut.jsonl"
    whole, _ = exported([full()], path, "jsonl")
    path.write_bytes(whole[: -1 - cut])
    read, faults = told(path)
    assert read == []
    assert "breaks off" in str(faults[0])


def test_a_record_with_half_a_character_is_not_written(tmp_path):
    entity = Entity(id="e", layer_id="l", span=Span(0, 1), label="PER", note="\ud83d")
    layer = Layer(id="l", article_id="article-1", author="bianca")
    contents = with_(full().layers[0], layer=layer, entities=(entity,))
    target = tmp_path / "a.jsonl"
    target.write_text("old")
    with pytest.raises(ExportFault):
        write([AnnotatedArticle(article=article(), layers=(contents,))], target, format="jsonl")
    assert target.read_text() == "old"
