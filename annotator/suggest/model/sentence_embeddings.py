"""Sentences as vectors: those that say the same lie near one another, whatever their language.

The vector of a sentence is the mean of its pieces in two layers of the trained encoder, the fifth
and the seventh of twelve, for what lies above has been trained to find names and clauses and has
forgotten the rest. Common pieces weigh less (Arora et al. 2017, a / (a + p)), and the mean of ordinary
news sentences is taken off. How this was chosen, and what it finds, is in ``docs/said-before.md``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree

from annotator.core.paths import RESOURCES
from annotator.core.text import words

from . import onnx_runtime
from .encoder import LONGEST, SHIPPED, batches, fault, read_meta, verified
from .tokenization import END, PAD, START, PieceTokenizer
from .truncated_encoder import shallow

if TYPE_CHECKING:
    from .decoding import Floats

LAYERS = (5, 7)
WIDTH = 384
_PIECES = 46_004  # rows of the model's table of pieces
_RARE = 1e-3  # the share of all pieces at which a piece weighs half
_ORDINARY = 120  # sentences of the corpus whose mean is taken off
_SENTENCE = re.compile(r"(?<=[.!?])\s+")


class SentenceEncoder:
    """The lower half of the encoder. Some 800 sentences a second on one core.

    Raises:
        ModelFault: the model in *folder* is not complete and unchanged.
    """

    def __init__(self, folder: Path = SHIPPED) -> None:
        import numpy as np

        found = fault(folder)
        if found is not None:
            raise found
        meta = read_meta(folder)
        contents = verified(folder, meta)
        self.name = f"{meta.files['model.onnx'].sha256[:16]}-{'-'.join(map(str, LAYERS))}"
        self._pieces = PieceTokenizer(contents["tokenizer.json"])
        self._style = meta.style("it")
        self._session, self._outputs = _session(contents["model.onnx"])
        corpus = _corpus()
        self._weights = _weights([self._ids(sentence) for sentence in corpus])
        ordinary = corpus[:: max(1, len(corpus) // _ORDINARY)]
        self._centre = np.zeros((len(LAYERS), WIDTH), np.float32)
        self._centre = self._means(ordinary).mean(axis=0)

    def vectors(self, texts: Sequence[str]) -> Floats:
        """A row of length 1 for each of *texts*; their cosine is the product of two rows."""
        return _at_length_1(_at_length_1(self._means(texts) - self._centre).sum(axis=1))

    def _means(self, texts: Sequence[str]) -> Floats:
        """[texts, layers, width]"""
        import numpy as np

        ids = [self._ids(text) for text in texts]
        lengths = [len(each) for each in ids]
        made = np.zeros((len(texts), len(LAYERS), WIDTH), np.float32)
        for batch in batches(sorted(range(len(ids)), key=lengths.__getitem__), lengths):
            rows = np.full((len(batch), lengths[batch[-1]]), PAD, np.int64)
            for row, number in enumerate(batch):
                rows[row, : lengths[number]] = ids[number]
            style = np.full(len(batch), self._style, np.int64)
            layers = self._session.run(self._outputs, {"ids": rows, "style": style})
            weights = self._weights[rows]
            whole = weights.sum(1, keepdims=True)
            for place, layer in enumerate(layers):
                made[batch, place] = (layer * weights[..., None]).sum(1) / whole
        return made

    def _ids(self, text: str) -> list[int]:
        pieces = self._pieces.of([word.of(text) for word in words(text)])
        inside = [id_ for piece in pieces for id_ in piece]
        return [START, *inside[: LONGEST - 2], END]


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


def _session(stored: bytes) -> tuple[Any, list[str]]:
    model, outputs = shallow(stored, LAYERS)
    return onnx_runtime.session(model), outputs


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
