"""Texts and spans of others: offsets stay exact, and what is wrong is refused with its line."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.core import text as texts
from annotator.core.annotated_article import AnnotatedArticle
from annotator.core.model import Span, with_
from annotator.formats import Report
from tests import FORMATS

from ...notation import parse
from ..samples import TEXT, annotated_articles, exported, full, raw_texts, spans_in, told

GOLDEN = (FORMATS / "golden") / "flat" / "sample.jsonl"


def a_file(folder: Path, *objects: object, name: str = "a.jsonl") -> Path:
    path = folder / name
    path.write_text("".join(json.dumps(o) + "\n" for o in objects), "utf-8")
    return path


def only(path: Path, *, author: str = "bianca") -> AnnotatedArticle:
    (annotated_article,), faults = told(path, author=author)
    assert faults == []
    return annotated_article


def test_a_plain_article_keeps_what_is_told_of_it(tmp_path):
    path = a_file(
        tmp_path,
        {
            "text": "Il ponte è chiuso.\r\nLo dice il Comune.",
            "title": " Ponte\nchiuso ",
            "language": "it",
            "url": "https://example.org/p",
            "publisher": "Gazzetta",
            "author": None,
            "published": "2024-01",
            "metadata": {"page": 3},
            "id": 17,
            "tags": ["a"],
        },
    )
    article = only(path).article
    assert article.text == "Il ponte è chiuso.\nLo dice il Comune."
    assert (article.title, article.language, article.author) == ("Ponte chiuso", "it", None)
    assert (article.url, article.publisher) == ("https://example.org/p", "Gazzetta")
    assert article.published == "2024-01"
    assert article.metadata == {"page": 3, "id": 17, "tags": ["a"]}
    assert article.sha256 == texts.sha256(article.text)
    assert only(path).layers == ()


def test_title_and_language_are_found_where_they_are_not_told(tmp_path):
    text = (
        "Il sindaco apre\nIl ponte è stato chiuso per i lavori che dureranno fino alla primavera."
    )
    article = only(a_file(tmp_path, {"text": text, "title": None})).article
    assert (article.title, article.language) == ("Il sindaco apre", "it")


def test_spans_become_a_layer_of_the_author_and_claims_are_told_by_their_label(tmp_path):
    text, spans = parse("[Mario Rossi|PER] dice che {[ieri|WHEN] pioveva|CLAIM}.")
    marked = [{"start": s.start, "end": s.end, "label": label} for s, label in spans]
    (layer,) = only(a_file(tmp_path, {"text": text, "spans": marked}), author="carlo").layers
    assert (layer.layer.author, layer.layer.role, layer.layer.status) == (
        "carlo",
        "analyst",
        "draft",
    )
    assert [(e.span.of(text), e.label) for e in layer.entities] == [
        ("Mario Rossi", "PER"),
        ("ieri", "WHEN"),
    ]
    assert [c.spans[0].of(text) for c in layer.claims] == ["ieri pioveva"]


@pytest.mark.parametrize("more", [{"token_start": 0}, {"text": None}])
def test_what_else_is_said_of_a_span_alters_nothing_of_it(tmp_path, more):
    text, spans = parse("[Rossi|PER] va a {[Roma|LOC] con [Bianchi|PER]|CLAIM}.")
    bare = [{"start": s.start, "end": s.end, "label": label} for s, label in spans]
    said = [bare[0] | more, *bare[1:]]
    one = only(a_file(tmp_path, {"text": text, "spans": bare}, name="bare.jsonl"))
    other = only(a_file(tmp_path, {"text": text, "spans": said}, name="said.jsonl"))
    assert one.article.metadata == other.article.metadata == {}
    (first,), (second,) = one.layers, other.layers
    assert [e.span.of(text) for e in first.entities] == ["Rossi", "Roma", "Bianchi"]
    assert [(e.span, e.label) for e in second.entities] == [
        (e.span, e.label) for e in first.entities
    ]
    assert [c.spans for c in second.claims] == [c.spans for c in first.claims]


def test_a_key_that_is_twice_in_a_bare_span_is_refused(tmp_path):
    path = tmp_path / "twice.jsonl"
    path.write_text(
        '{"text": "Rossi va.", "spans": [{"start": 0, "end": 5, "end": 8, "label": "PER"}]}'
    )
    read, faults = told(path)
    assert read == []
    assert "end occurs twice" in str(faults[0])


@pytest.mark.parametrize(
    ("author", "role", "origin"),
    [("machine:x@1", "machine", "machine"), ("gold", "gold", "manual")],
)
def test_a_machines_spans_and_gold_are_told_apart_from_an_analysts(tmp_path, author, role, origin):
    path = a_file(tmp_path, {"text": "Roma", "spans": [{"start": 0, "end": 4, "label": "LOC"}]})
    (layer,) = only(path, author=author).layers
    assert (layer.layer.role, layer.entities[0].origin) == (role, origin)


def test_no_spans_is_a_layer_with_nothing_in_it(tmp_path):
    assert len(only(a_file(tmp_path, {"text": "Roma", "spans": []})).layers) == 1


def test_labels_of_a_whole_text_are_kept_as_metadata(tmp_path):
    read = only(a_file(tmp_path, {"text": "Roma", "label": ["sport"]}))
    assert (read.article.metadata, read.layers) == ({"label": ["sport"]}, ())


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_spans_cover_the_same_words_whatever_the_text_is_made_of(data):
    text = data.draw(raw_texts.filter(lambda t: bool(texts.canonical(t).strip())))
    spans = data.draw(st.just(()) if len(text) < 2 else spans_in(text))
    value = {
        "text": text,
        "spans": [
            {"start": s.start, "end": s.end, "label": "X", "text": s.of(text)} for s in spans
        ],
    }
    with tempfile.TemporaryDirectory() as folder:
        read, faults = told(a_file(Path(folder), value))
    kept = [s for s in spans if texts.canonical("x" + s.of(text) + "y") != "xy"]
    halves = [s for s in spans if text[s.start - 1 : s.start] == "\r" and s.of(text)[0] == "\n"]
    halves += [s for s in spans if s.of(text)[-1] == "\r" and text[s.end : s.end + 1] == "\n"]
    marks = [s for s in spans if s.start == 0 and text[0] == "\ufeff"]
    if faults:
        assert halves or marks
    elif not halves and not marks:
        stored = read[0].article.text
        assert stored == texts.canonical(text)
        assert [e.span.of(stored) for e in read[0].layers[0].entities] == [
            texts.canonical("x" + s.of(text))[1:] for s in kept
        ]


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ({"text": "Roma", "spans": [{"start": 0, "end": 5, "label": "L"}]}, "not in the text"),
        ({"text": "Roma", "spans": [{"start": 2, "end": 2, "label": "L"}]}, "not in the text"),
        ({"text": "Roma", "spans": [{"start": 0, "end": 2**70, "label": "L"}]}, "not in the text"),
        ({"text": "Roma", "spans": [{"start": -4, "end": 4, "label": "L"}]}, "not in the text"),
        ({"text": "Roma", "spans": [{"start": 0, "end": 4, "label": ""}]}, "not in the text"),
        ({"text": "Roma", "spans": [{"start": False, "end": 4, "label": "L"}]}, "bool"),
        ({"text": "Roma", "spans": [{"start": 0, "end": 4}]}, "label"),
        ({"text": "Roma", "spans": {"start": 0}}, "array"),
        ({"text": "🚀Roma", "spans": [{"start": 2, "end": 6, "label": "L", "text": "Roma"}]}, "no"),
        (
            {"text": "🚀 Roma", "spans": [{"start": 0, "end": 4, "label": "L", "text": "Roma"}]},
            "reads “🚀 Ro”, not “Roma”",
        ),
        ({"text": "a\r\nb", "spans": [{"start": 1, "end": 2, "label": "L"}]}, "line end"),
        ({"text": 7}, "text"),
        ({"title": "Roma"}, "text"),
        ({"text": "Roma", "title": 7}, "title"),
        ({"text": "Roma", "metadata": []}, "metadata"),
        (["Roma"], "not an object"),
        ("Roma", "not an object"),
    ],
)
def test_a_line_that_cannot_be_right_is_refused_with_its_number(tmp_path, value, said):
    path = a_file(tmp_path, {"text": "Bene."}, value, {"text": "Bene anche questo."})
    read, faults = told(path)
    assert len(faults) == 1
    assert faults[0].fields["line"] == 2
    assert said in str(faults[0])
    assert len(read) == 1  # the first, before it was known; the importer drops it with the file


def test_an_array_of_articles_is_read_and_faults_name_the_line_they_begin_in(tmp_path):
    path = tmp_path / "a.json"
    path.write_text(json.dumps([{"text": "Roma"}, {"text": "Bari"}], indent=1), "utf-8")
    read, faults = told(path)
    assert [d.article.text for d in read] == ["Roma", "Bari"]
    assert faults == []
    path.write_text(json.dumps([{"text": "Roma"}, {"text": 5}], indent=1), "utf-8")
    assert told(path)[1][0].fields["line"] == 5


def test_one_object_and_lines_in_a_json_file_are_read_as_well(tmp_path):
    path = tmp_path / "a.json"
    path.write_text(json.dumps({"text": "Roma"}, indent=1), "utf-8")
    assert only(path).article.text == "Roma"
    assert len(told(a_file(tmp_path, {"text": "Roma"}, {"text": "Bari"}, name="b.json"))[0]) == 2


def test_our_own_flat_export_is_read_with_title_and_spans(tmp_path):
    mine, machine = told(GOLDEN)[0][:2]
    assert mine.article.title == full().article.title
    assert mine.article.url == "https://example.org/ponte"
    assert mine.article.metadata["annotator"] == "bianca"
    assert [(e.span, e.label) for e in mine.layers[0].entities] == [
        (e.span, e.label) for e in full().layers[0].entities
    ]
    assert len(mine.layers[0].claims) == 2
    assert machine.layers[0].entities[0].span.of(TEXT) == "Comune\u00a0di Forlì"


@settings(max_examples=50, deadline=None)
@given(annotated_articles())
def test_every_span_of_entities_and_claims_is_in_the_flat_export(annotated_article):
    with tempfile.TemporaryDirectory() as folder:
        written, report = exported([annotated_article], Path(folder, "a.jsonl"), "flat")
    lines = [json.loads(line) for line in written.decode().rstrip("\n").split("\n")]
    assert len(lines) == max(1, len(annotated_article.layers))
    for line, contents in zip(lines, annotated_article.layers, strict=False):
        expected = [(e.span.start, e.span.end, e.label) for e in contents.entities]
        expected += [(s.start, s.end, "CLAIM") for c in contents.claims for s in c.spans]
        assert sorted((s["start"], s["end"], s["label"]) for s in line["spans"]) == sorted(expected)
    lost = sum(n for (what, _), n in report.tally.items() if what == "an attribution")
    assert lost == sum(len(c.attributions) for c in annotated_article.layers)


def test_losses_of_one_kind_are_named_up_to_a_limit_and_counted_beyond(tmp_path):
    contents = full().layers[0]
    many = with_(contents, judgements=contents.judgements * 250)
    annotated_article = AnnotatedArticle(article=full().article, layers=(many,))
    _, report = exported([annotated_article], tmp_path / "a.jsonl", "flat")
    assert sum(loss.what == "a judgement" for loss in report.lost) == 100
    assert max(report.tally.values()) == 250


def test_the_pairs_of_spacy_2_are_read(tmp_path):
    pairs = [["Ciao Roma", {"entities": [[5, 9, "LOC"]]}], ["Ciao", {"entities": []}]]
    (tmp_path / "a.json").write_text(json.dumps(pairs))
    (first, second), faults = told(tmp_path / "a.json")
    assert faults == []
    assert [(e.span, e.label) for e in first.layers[0].entities] == [(Span(5, 9), "LOC")]
    assert second.article.text == "Ciao"


@pytest.mark.parametrize("pair", [["Ciao", {"entities": [[0, 4]]}], ["Ciao", {"entities": [7]}]])
def test_a_broken_pair_is_told_of(tmp_path, pair):
    (tmp_path / "a.json").write_text(json.dumps([pair]))
    found, faults = told(tmp_path / "a.json")
    assert (found, len(faults)) == ([], 1)


@pytest.mark.parametrize(
    ("kept", "is_told"),
    [
        ([[5, 9, "LOC"]], True),
        ([{"begin": 5, "finish": 9, "type": "LOC"}], True),
        (["Roma", "Milano"], False),
        ([[1, 2], [3, 4]], False),
        ([], False),
        ([None], False),
    ],
)
def test_annotations_under_another_name_are_told_of(tmp_path, kept, is_told):
    report = Report()
    path = a_file(tmp_path, {"text": "Ciao Roma", "places": kept})
    (found,), _ = told(path, report=report)
    assert found.article.metadata == {"places": kept}
    assert [loss.what for loss in report.lost] == ["annotations"] * is_told
