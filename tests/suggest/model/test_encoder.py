"""The trained model as it ships: what it finds, and what it refuses."""

from __future__ import annotations

import shutil
from importlib.util import find_spec

import pytest

from annotator.core.model import Article
from annotator.core.text import sha256
from annotator.suggest import AUTHOR, suggest
from annotator.suggest.language import tokenizer
from annotator.suggest.model import encoder
from annotator.suggest.model.encoder import SHIPPED, ModelFault
from annotator.suggest.pipelines import trained
from annotator.suggest.pipelines.trained import EncoderSuggester

NEWS = (
    "Il presidente Carlo Bianchi ha incontrato a Milano i sindacati della Fiat. "
    "«Non chiuderemo», ha detto Bianchi ai cronisti."
)


@pytest.fixture(scope="module")
def nlp():
    from annotator.suggest.model import component as encoder_component  # noqa: F401

    made = tokenizer.blank("it")
    made.add_pipe("vaglio_sentences")
    made.add_pipe("vaglio_encoder", config={"code": "it"})
    return made


@pytest.fixture
def copied(tmp_path):
    """The model's folder with its big file cut short."""
    folder = tmp_path / "model"
    folder.mkdir()
    for name in ("meta.json", "tokenizer.json"):
        shutil.copy(SHIPPED / name, folder)
    with (SHIPPED / "model.onnx").open("rb") as whole:
        (folder / "model.onnx").write_bytes(whole.read(1000))
    return folder


def names(doc):
    return [(doc.text[m.start : m.end], m.label) for m in doc.user_data["mentions"]]


def test_people_places_and_organisations_are_found(nlp):
    assert names(nlp(NEWS)) == [
        ("Carlo Bianchi", "PER"),
        ("Milano", "LOC"),
        ("Fiat", "ORG"),
        ("Bianchi", "PER"),
    ]


def test_confidence_lies_between_nought_and_one(nlp):
    sure = [m.confidence for m in nlp(NEWS).user_data["mentions"]]
    assert sure
    assert all(0 < each < 1 for each in sure)


def test_many_texts_at_once_are_read_as_one_by_one(nlp):
    texts = [NEWS, "", "Parigi", NEWS * 12, " \n "]
    together = [names(doc) for doc in nlp.pipe(texts)]
    assert [len(each) for each in together] == [len(names(nlp(text))) for text in texts]


def test_a_name_does_not_run_into_the_next_line(nlp):
    doc = nlp("Carlo Bianchi\nMilano")
    assert all("\n" not in text for text, _ in names(doc))


@pytest.mark.parametrize(
    "text",
    ["MAIUSCOLE " * 3000, "a" * 100_000, "中文新闻" * 500, "«" * 500 + "»" * 500, "\u200b\ufeff"],
)
def test_strange_text_is_read_without_harm(nlp, text):
    doc = nlp(text)
    assert all(0 <= m.start < m.end <= len(text) for m in doc.user_data["mentions"])


def test_nothing_is_wrong_with_what_we_ship():
    assert encoder.fault() is None


def test_a_file_cut_short_is_noticed_without_reading_it(copied):
    assert "model.onnx" in str(encoder.fault(copied))
    with pytest.raises(ModelFault, match=r"model\.onnx"):
        encoder.load(copied)


def test_a_changed_file_is_refused(copied):
    (copied / "model.onnx").write_bytes(bytes((SHIPPED / "model.onnx").stat().st_size))
    assert encoder.fault(copied) is None
    with pytest.raises(ModelFault, match="not the one we shipped"):
        encoder.load(copied)


def test_a_file_that_meta_does_not_name_is_refused(copied):
    shutil.copy(SHIPPED / "model.onnx", copied)
    meta = (copied / "meta.json").read_text(encoding="utf-8")
    (copied / "meta.json").write_text(meta.replace('"tokenizer.json"', '"other.json"'))
    assert "tokenizer.json" in str(encoder.fault(copied))


def test_a_folder_without_a_model_is_said_to_be_one(tmp_path):
    assert "not there" in str(encoder.fault(tmp_path))


def test_without_onnxruntime_the_fault_names_it(monkeypatch):
    def missing(name, package=None):
        return None if name == "onnxruntime" else find_spec(name, package)

    monkeypatch.setattr(encoder, "find_spec", missing)
    assert "onnxruntime" in str(encoder.fault())


def test_the_encoder_works_in_the_suggestions():
    article = Article(id="a", title="", text=NEWS, sha256=sha256(NEWS), language="it")
    made = suggest(article, layer_id="l", by=EncoderSuggester())
    found = [(NEWS[e.span.start : e.span.end], e.label) for e in made.entities]
    assert ("Carlo Bianchi", "PER") in found
    assert found.count(("Bianchi", "PER")) == 1
    assert AUTHOR == "machine:vaglio@1.0"


def test_rules_work_alone_where_the_model_is_damaged(monkeypatch):
    def damaged(folder=SHIPPED):
        raise ModelFault("{name} is damaged", name="model.onnx")

    monkeypatch.setattr("annotator.suggest.model.component.load", damaged)
    monkeypatch.setattr(trained, "heard", [])
    built = EncoderSuggester().build("it")
    assert [str(fault) for fault in trained.heard] == ["model.onnx is damaged."]
    assert "vaglio_encoder" not in built.pipe_names
    assert "vaglio_names" in built.pipe_names


def test_a_country_that_acts_stays_a_place():
    """The encoder has learnt from news where it is an organisation; the scheme has it otherwise."""
    text = "TALLINN – L’Estonia tratta con la Nato. La Russia ha smentito."
    article = Article(id="a", title="", text=text, sha256=sha256(text), language="it")
    made = suggest(article, layer_id="l")
    places = {e.span.of(text) for e in made.entities if e.label == "LOC"}
    assert {"TALLINN", "Estonia", "Russia"} <= places


def test_rules_that_read_in_the_place_of_a_damaged_model_sign_what_they_found(monkeypatch):
    from annotator.suggest import SuggesterSelection

    article = Article(id="a", title="", text=NEWS, sha256="", language="it")
    assert SuggesterSelection().author_of(article) == AUTHOR
    monkeypatch.setattr(trained, "heard", [ModelFault("damaged")])
    assert SuggesterSelection().author_of(article).startswith("machine:vaglio-rules@")
