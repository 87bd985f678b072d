"""Sentences as vectors: those that say the same lie near one another, whatever their language.

The encoder is multilingual-e5-small as it was before our training, which has taught the one of the
suggestions to find names and clauses and made it forget the rest; both read the same word vectors.
The vector of a sentence is the mean of its pieces, of which common ones weigh less (Arora et al.
2017, a / (a + p)), and the mean of ordinary news sentences is taken off. The vectors of the single
words are what a second look aligns. How this was chosen, and what it finds, is in ``docs/said-before.md``.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple
from xml.etree import ElementTree

from annotator.core.paths import RESOURCES
from annotator.core.text import words

from . import onnx_runtime
from .borrowed_words import with_words_of
from .encoder import LONGEST, SHIPPED, ModelFault, fault, read_meta, verified
from .tokenization import END, PAD, START, PieceTokenizer

if TYPE_CHECKING:
    from .decoding import Floats

MEANING = RESOURCES / "models" / "vaglio-meaning" / "model.onnx"
_SHA256 = "235ac8b314a837def78e66e979b0935e838b0a6c3816749e9bef5c0232946a2a"
WIDTH = 384
_PIECES = 46_004  # rows of the model's table of pieces
_RARE = 1e-3  # the share of all pieces at which a piece weighs half
_ORDINARY = 120  # sentences of the corpus whose mean is taken off
_SENTENCE = re.compile(r"(?<=[.!?])\s+")


class SentenceReading(NamedTuple):
    """A text as the encoder has read it; each row of *of_words* has the length 1."""

    vector: Floats
    words: tuple[str, ...]
    of_words: Floats  # [words, width]
    weights: Floats  # of the words: 1 for a rare one, near 0 for one that is everywhere


class SentenceEncoder:
    """The encoder of meaning. Some 400 sentences a second on one core.

    Raises:
        ModelFault: the model in *folder*, or the one of meaning, is not complete and unchanged.
    """

    def __init__(self, folder: Path = SHIPPED) -> None:
        found = fault(folder)
        if found is not None:
            raise found
        contents = verified(folder, read_meta(folder))
        self.name = f"{_SHA256[:16]}-mean"
        self._pieces = PieceTokenizer(contents["tokenizer.json"])
        self._session = onnx_runtime.session(with_words_of(contents["model.onnx"], _stored()))
        corpus = _corpus()
        self._weights = _weights([self._ids(sentence) for sentence in corpus])
        ordinary = corpus[:: max(1, len(corpus) // _ORDINARY)]
        self._centre = self._means([self._ids(text) for text in ordinary]).mean(axis=0)

    def vectors(self, texts: Sequence[str]) -> Floats:
        """A row of length 1 for each of *texts*; their cosine is the product of two rows."""
        return _at_length_1(self._means([self._ids(text) for text in texts]) - self._centre)

    def readings(self, texts: Sequence[str]) -> list[SentenceReading]:
        """Each of *texts* with the vectors of its words."""
        return [self._reading(text) for text in texts]

    def _reading(self, text: str) -> SentenceReading:
        import numpy as np

        said = tuple(word.of(text) for word in words(text))
        ids = self._ids(text)
        pieces = self._run(ids)
        weights = self._weights[ids]
        vector = (pieces * weights[:, None]).sum(0) / weights.sum() - self._centre
        at, rows, shares = 1, [], []
        for of_word in self._pieces.of(said):
            part = slice(at, min(at + len(of_word), len(ids) - 1))
            at += len(of_word)
            if part.start >= part.stop:
                break  # the text is longer than what is read
            rows.append(pieces[part].mean(axis=0) - self._centre)
            shares.append(float(weights[part].max()))
        table = np.array(rows, np.float32).reshape(-1, WIDTH)
        return SentenceReading(
            _at_length_1(vector),
            said[: len(rows)],
            _at_length_1(table),
            np.array(shares, np.float32),
        )

    def _means(self, ids: Sequence[Sequence[int]]) -> Floats:
        """[texts, width]"""
        import numpy as np

        made = np.zeros((len(ids), WIDTH), np.float32)
        for row, each in enumerate(ids):
            weights = self._weights[each]
            made[row] = (self._run(each) * weights[:, None]).sum(0) / weights.sum()
        return made

    def _run(self, ids: Sequence[int]) -> Any:
        """[pieces, width]. One text at a time: in 8 bits, what is read together alters each a little."""
        import numpy as np

        return self._session.run(None, {"ids": np.array([ids], np.int64)})[0][0]

    def _ids(self, text: str) -> list[int]:
        pieces = self._pieces.of([word.of(text) for word in words(text)])
        inside = [id_ for piece in pieces for id_ in piece]
        return [START, *inside[: LONGEST - 2], END]


def _stored() -> bytes:
    """The model of meaning, if it is the one that ships."""
    try:
        stored = MEANING.read_bytes()
    except OSError:
        stored = b""
    if hashlib.sha256(stored).hexdigest() != _SHA256:
        raise ModelFault(
            "{name} of the trained model is damaged or not the one we shipped",
            hint="Install Vaglio again; rules and word lists work without it.",
            name="vaglio-meaning",
        )
    return stored


def _at_length_1(vectors: Floats) -> Floats:
    import numpy as np

    lengths = np.linalg.norm(vectors, axis=-1, keepdims=True)
    return np.asarray(vectors / np.maximum(lengths, 1e-9), np.float32)


def _weights(sentences: Sequence[Sequence[int]]) -> Any:
    """What each piece weighs, by its number; one that is in no sentence weighs most."""
    import numpy as np

    counts = np.zeros(_PIECES, np.float32)
    for ids in sentences:
        np.add.at(counts, np.asarray(ids), 1)
    weights = _RARE / (_RARE + counts / counts.sum())
    weights[PAD] = 0.0
    weights[[START, END]] = 1e-6  # all that a text without a single piece has
    return weights


def _corpus() -> list[str]:
    """The sentences of the corpus that ships."""
    found: list[str] = []
    for path in sorted((RESOURCES / "corpus").glob("*.xml")):
        text = "".join(ElementTree.fromstring(path.read_text(encoding="utf-8")).itertext())
        found += [s for s in _SENTENCE.split(" ".join(text.split())) if 30 < len(s) < 220]
    return found


@lru_cache(maxsize=1)
def load(folder: Path = SHIPPED) -> SentenceEncoder:
    """The encoder of *folder*, loaded once."""
    return SentenceEncoder(folder)
