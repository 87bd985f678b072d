"""Sentences that say the same are near one another, in one language and across two."""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np
import pytest

from annotator.suggest.model import encoder, sentence_embeddings
from annotator.suggest.model.borrowed_words import with_words_of
from annotator.suggest.model.embedding_index import EmbeddingIndex, IndexedClaim, Vectors, key_of

pytestmark = pytest.mark.skipif(encoder.fault() is not None, reason="the model is not installed")
PAIRS = Path(__file__).parent / "said_before.tsv"


@pytest.fixture(scope="module")
def columns():
    lines = [line.split("\t") for line in PAIRS.read_text("utf-8").splitlines()[1:]]
    return [sentence_embeddings.load().vectors(column) for column in zip(*lines, strict=True)]


def nearest(claims, fellows, others):
    """How often a claim's fellow is the nearest of all, and among the five nearest."""
    products = claims @ np.concatenate([fellows, others]).T
    own = np.diagonal(products)
    rank = (products > own[:, None]).sum(1)
    return (rank == 0).mean(), (rank < 5).mean()


def test_the_same_in_other_words_is_found(columns):
    claims, same, _, others = columns
    first, five = nearest(claims, same, others)
    assert first >= 0.8
    assert five >= 0.9


def test_the_same_in_english_is_found(columns):
    claims, _, english, others = columns
    first, five = nearest(claims, english, others)
    assert first >= 0.8
    assert five >= 0.95


def test_a_vector_does_not_depend_on_what_is_read_with_it(columns):
    words = "Piove a Roma"
    alone = sentence_embeddings.load().vectors([words])[0]
    among = sentence_embeddings.load().vectors(
        ["Nevica", words, "Una frase molto più lunga delle altre due"]
    )[1]
    assert alone @ among > 0.99
    assert abs(np.linalg.norm(alone) - 1) < 1e-5


def test_a_reading_has_the_vector_of_the_text_and_one_for_each_of_its_words():
    text = "La diga perde acqua da anni"
    read = sentence_embeddings.load().readings(["Piove", text])[1]
    assert read.words == ("La", "diga", "perde", "acqua", "da", "anni")
    assert read.of_words.shape == (6, sentence_embeddings.WIDTH)
    assert read.weights[1] > read.weights[0]
    assert read.vector @ sentence_embeddings.load().vectors([text])[0] > 0.99


def test_a_model_of_meaning_that_was_changed_is_refused(tmp_path, monkeypatch):
    changed = tmp_path / "model.onnx"
    changed.write_bytes(sentence_embeddings.MEANING.read_bytes()[:-1])
    monkeypatch.setattr(sentence_embeddings, "MEANING", changed)
    with pytest.raises(encoder.ModelFault, match="vaglio-meaning"):
        sentence_embeddings.SentenceEncoder()


@pytest.mark.parametrize("text", ["", "   ", "…", "🙂" * 400, "a" * 10_000])
def test_no_text_is_too_strange(text):
    assert np.isfinite(sentence_embeddings.load().vectors([text])).all()
    assert np.isfinite(sentence_embeddings.load().readings([text])[0].of_words).all()


def test_a_file_that_is_no_model_is_refused():
    for stored in (b"", b"\x3a\x02\x0a", b"\xff" * 40, b"nothing like a model"):
        with pytest.raises(ValueError, match=r"model|kind"):
            with_words_of(stored, stored)


def chance(count):
    made = (
        np.random.default_rng(1)
        .standard_normal((count, sentence_embeddings.WIDTH))
        .astype(np.float32)
    )
    return made / np.linalg.norm(made, axis=1, keepdims=True)


def test_vectors_are_kept_between_sessions_and_a_torn_record_is_forgotten(tmp_path):
    path, keys = tmp_path / "kept" / "v.f16", [key_of(text) for text in "abc"]
    Vectors(path).add(keys, chance(3))
    os.truncate(path, path.stat().st_size - 1)
    again = Vectors(path)
    assert [key in again for key in keys] == [True, True, False]
    again.add(keys[2:], chance(3)[2:])
    assert len(Vectors(path)) == 3


def test_the_nearest_are_found_in_order_and_none_of_the_same_article():
    texts, vectors = ["one", "two", "three", "four"], chance(4)
    index = EmbeddingIndex(Vectors(None))
    index.show(
        [IndexedClaim(f"c{n}", "here" if n == 1 else "there", t) for n, t in enumerate(texts)]
    )
    assert index.missing() == texts
    index.learn(texts[:3], vectors[:3])
    assert index.missing() == ["four"]
    wanted = vectors[0] + 0.5 * vectors[1] + 0.25 * vectors[2]
    found = index.nearest(wanted, besides="here", count=5, least=0.2)
    assert [each.claim_id for each in found] == ["c0", "c2"]
    assert index.nearest(wanted, besides="there", count=5, least=0.2)[0].claim_id == "c1"
    assert len(index.nearest(wanted, besides="", count=1, least=0.2)) == 1


def test_more_vectors_than_there_was_room_for_keep_their_places():
    index = EmbeddingIndex(Vectors(None))
    texts, vectors = [str(n) for n in range(2500)], chance(2500)
    index.show([IndexedClaim(t, "a", t) for t in texts])
    index.learn(texts[:900], vectors[:900])
    index.learn(texts[900:], vectors[900:])
    found = index.nearest(vectors[2222], besides="", count=1, least=0.5)
    assert found[0].claim_id == "2222"


def test_vectors_of_projects_that_are_gone_are_taken_away(tmp_path):
    from annotator.suggest.model.embedding_index import claim

    here, gone = tmp_path / "here.vaglio", tmp_path / "gone.vaglio"
    kept = tmp_path / "meaning"
    for project in (here, gone):
        project.touch()
        claim(kept / f"{project.stem}-m.f16", project)
        (kept / f"{project.stem}-m.f16").touch()
    (kept / "of-an-earlier-version-m.f16").touch()
    gone.unlink()
    claim(kept / "here-m.f16", here)
    assert {path.name for path in kept.iterdir()} == {"here-m.f16", "here-m.project"}
    assert all(path.stat().st_mode & 0o077 == 0 for path in kept.iterdir())
