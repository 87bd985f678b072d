"""spaCy reads what is written for it, with every span where it was."""

from __future__ import annotations

import json
import random
import tempfile
import zlib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.core.annotated_article import AnnotatedArticle, LayerContents
from annotator.core.model import Entity, Layer, Span
from annotator.formats import Report, read, write
from tests import FORMATS

from ..papers import damaged
from ..rich import rich
from ..samples import TEXT, annotated_articles, article, full, told

NATIVE = (FORMATS / "golden") / "jsonl" / "sample.jsonl"


def docs_of(some, path: Path):
    import spacy
    from spacy.tokens import DocBin

    write(some, path, format="docbin")
    return list(DocBin(store_user_data=True).from_disk(path).get_docs(spacy.blank("it").vocab))


def shown(spans) -> list[tuple[str, str, str]]:
    return [(span.text, span.label_, span.id_) for span in spans]


def test_entities_claims_and_who_says_them_are_in_the_spans(tmp_path):
    mine, machine = docs_of([full()], tmp_path / "a.spacy")
    assert mine.text == machine.text == TEXT
    assert shown(mine.ents) == [
        ("Anna Neri", "PER", "entity-1"),
        ("sindaco Mario Rossi", "ROLE", "entity-2"),
    ]
    assert [e.ent_id_ for e in mine.ents] == ["entity-1", "entity-2"]
    assert shown(mine.spans["entities"])[2] == ("Mario Rossi", "PER", "entity-3")
    assert mine.spans["entities"][2].kb_id_ == "Q1"
    assert shown(mine.spans["claims"]) == [
        ("Il ponte", "CLAIM", "claim-1"),
        ("costerà due milioni", "CLAIM", "claim-1"),
    ]
    assert shown(mine.spans["sources"]) == [("il sindaco Mario Rossi", "SOURCE", "attribution-1")]
    assert shown(mine.spans["cues"]) == [("ha detto", "CUE", "attribution-1")]
    assert [span.text for span in mine.spans["contents"]] == ["Il ponte", "costerà due milioni"]
    assert shown(machine.ents) == [("Comune\u00a0di Forlì", "ORG", "entity-9")]


def test_all_that_spans_cannot_say_is_in_the_user_data(tmp_path):
    docs = docs_of(rich(), tmp_path / "a.spacy")
    lines = "".join(doc.user_data["vaglio"] + "\n" for doc in docs)
    assert lines == NATIVE.read_text("utf-8")


def test_what_was_carried_is_counted_and_nothing_is_lost(tmp_path):
    report = write([full()], tmp_path / "a.spacy", format="docbin")
    assert (report.articles, report.lines, report.carried, report.lost) == (1, 2, 10, [])


def layer_with(*spans: Span, text: str) -> AnnotatedArticle:
    entities = tuple(
        Entity(id=f"e{n}", layer_id="l", span=span, label="X") for n, span in enumerate(spans)
    )
    layer = Layer(id="l", article_id="article-1", author="bianca")
    return AnnotatedArticle(
        article=article(text), layers=(LayerContents(layer=layer, entities=entities),)
    )


def test_a_token_is_cut_where_an_annotation_ends_inside_it(tmp_path):
    (doc,) = docs_of(
        [layer_with(Span(0, 4), Span(8, 13), text="Romano dei Parioli")], tmp_path / "a"
    )
    assert [span.text for span in doc.spans["entities"]] == ["Roma", "ei Pa"]
    assert doc.text == "Romano dei Parioli"
    assert doc.user_data["vaglio_cut"] == ((0, 6), (7, 10), (11, 18))


def test_no_token_is_cut_where_all_fits(tmp_path):
    (doc,) = docs_of([layer_with(Span(0, 4), text="Roma è grande")], tmp_path / "a")
    assert [token.text for token in doc] == ["Roma", "è", "grande"]
    assert list(doc.user_data["vaglio_cut"]) == []


@pytest.mark.parametrize("language", ["it", "en-GB", "und", "zz", "ja", "", "../x"])
def test_any_language_can_be_written(tmp_path, language):
    annotated_article = AnnotatedArticle(article=article("Roma è grande", language=language))
    assert [doc.text for doc in docs_of([annotated_article], tmp_path / "a.spacy")] == [
        "Roma è grande"
    ]


def test_an_empty_export_is_a_docbin_of_nothing(tmp_path):
    assert docs_of([], tmp_path / "a.spacy") == []


@settings(max_examples=15, deadline=None)
@given(st.lists(annotated_articles(), max_size=2, unique_by=lambda d: d.article.id))
def test_every_span_is_exact_whatever_the_text_is_made_of(some):
    with tempfile.TemporaryDirectory() as folder:
        docs = docs_of(some, Path(folder, "a.spacy"))
    pairs = [(d, contents) for d in some for contents in d.layers or (None,)]
    assert len(docs) == len(pairs)
    for doc, (annotated_article, contents) in zip(docs, pairs, strict=True):
        assert doc.text == annotated_article.article.text
        if contents is None:
            continue
        found = [(s.start_char, s.end_char, s.label_, s.id_) for s in doc.spans["entities"]]
        assert found == [(e.span.start, e.span.end, e.label, e.id) for e in contents.entities]
        claims = [(s.start_char, s.end_char) for s in doc.spans["claims"]]
        assert claims == [(s.start, s.end) for c in contents.claims for s in c.spans]
        assert json.loads(doc.user_data["vaglio"])["layer"]["id"] == contents.layer.id


# -- and back ----------------------------------------------------------------------------------


@settings(max_examples=15, deadline=None)
@given(st.lists(annotated_articles(), min_size=1, max_size=2, unique_by=lambda d: d.article.id))
def test_what_was_written_comes_back_as_it_was(some):
    with tempfile.TemporaryDirectory() as folder:
        path, native = Path(folder, "a.spacy"), Path(folder, "a.jsonl")
        write(some, path, format="docbin")
        write(some, native, format="jsonl")
        assert told(path) == told(native)


def put(path: Path, *docs) -> Path:
    from spacy.tokens import DocBin

    DocBin(docs=docs, store_user_data=True, attrs=["ENT_IOB", "ENT_TYPE", "TAG"]).to_disk(path)
    return path


def a_doc(text="Anna 🚀 vive a Roma ."):
    import spacy

    return spacy.blank("it")(text)


def test_documents_of_others_are_read_with_all_their_groups(tmp_path):
    doc = a_doc()
    doc.set_ents([doc.char_span(0, 4, label="PERSON")])
    doc.spans["sc"] = [
        doc.char_span(0, 4, label="PERSON"),
        doc.char_span(7, 18, label="LIVES"),
        doc.char_span(14, 18, label="CITY"),
    ]
    doc.spans["places"] = [doc.char_span(14, 18)]
    doc.cats["sport"] = 1.0
    report = Report()
    path = put(tmp_path / "a.spacy", doc)
    (back,) = read(path, author="anna", problems=pytest.fail, report=report)
    assert back.article.text == doc.text
    (layer,) = back.layers
    assert [(e.span.of(doc.text), e.label) for e in layer.entities] == [
        ("Anna", "PERSON"),
        ("vive a Roma", "LIVES"),
        ("Roma", "CITY"),
        ("Roma", "places"),
    ]
    assert [loss.what for loss in report.lost] == ["a label"]


def test_a_document_of_ours_that_was_altered_is_read_as_it_is_now(tmp_path):
    doc = docs_of([full()], tmp_path / "a.spacy")[0]
    doc.set_ents([doc.char_span(4, 8, label="NAME")])
    (back,), faults = told(put(tmp_path / "b.spacy", doc))
    assert faults == []
    (layer,) = back.layers
    assert ("Anna", "NAME") in [(e.span.of(doc.text), e.label) for e in layer.entities]
    (claim,), (said,) = layer.claims, layer.attributions
    assert claim.spans == full().layers[0].claims[0].spans
    assert said.source_spans == full().layers[0].attributions[0].source_spans


def test_a_document_without_annotation_has_no_layer(tmp_path):
    (back,), _ = told(put(tmp_path / "a.spacy", a_doc()))
    assert back.layers == ()


def test_damaged_files_are_faults_and_never_crash(tmp_path):
    path = tmp_path / "a.spacy"
    write([full()], path, format="docbin")
    whole, chance = path.read_bytes(), random.Random(5)
    for number in range(60):
        path.write_bytes(damaged(whole, number, chance))
        back, faults = told(path)
        assert faults or back


def test_a_file_that_swells_is_refused_before_it_is_read(tmp_path, monkeypatch):
    from annotator.formats.annotations.docbin import read as docbin_in

    monkeypatch.setattr(docbin_in, "MOST_BYTES", 1 << 20)
    path = tmp_path / "a.spacy"
    path.write_bytes(zlib.compress(bytes(4 << 20)))
    back, faults = told(path)
    assert back == []
    assert "unpacks to more" in str(faults[0])
