"""A tagger at work on prepared texts, in PyTorch or as the program calls it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

from annotator.suggest.model import decoding
from annotator.suggest.model.decoding import DecodedSpan
from annotator.suggest.model.encoder import Score, WordEncoder
from annotator.suggest.model.heads import columns
from annotator.suggest.model.tokenization import PieceTokenizer

from .data import Text
from .scores import Spans

Floats = NDArray[np.floating[Any]]


def torch_score(model: torch.nn.Module) -> Score:
    """*model* as the program calls its ONNX twin."""
    model.eval()

    def score(ids: Floats, style: Floats) -> Floats:
        with torch.inference_mode():
            return model(torch.from_numpy(ids), torch.from_numpy(style)).float().numpy()

    return score


def chances(reader: WordEncoder, texts: Sequence[Text], style: int | None = None) -> list[Floats]:
    """Scores [words, columns] of every text, read by its own guideline or by *style*."""
    found = []
    for begin in range(0, len(texts), 32):
        part = texts[begin : begin + 32]
        found += reader.chances(
            [[t.text[a:b] for a, b in t.words] for t in part],
            [_sentences(t) for t in part],
            part[0].style if style is None else style,
        )
    return found


def _sentences(text: Text) -> list[int]:
    ends = (i + 1 for i, (a, b) in enumerate(text.words) if text.text[a:b] in (".", "!", "?"))
    return [0, *ends]


def _lines(text: Text) -> list[int]:
    gaps = (
        (i, text.text[text.words[i - 1][1] : text.words[i][0]]) for i in range(1, len(text.words))
    )
    return [i for i, gap in gaps if "\n" in gap]


def found_in(text: Text, scores: Floats) -> list[DecodedSpan]:
    return list(decoding.spans(scores[:, columns()["names"]], _lines(text)))


def spans(texts: Sequence[Text], scores: Sequence[Floats]) -> list[Spans]:
    """The entities on the best path of each text, in characters."""
    return [
        {(t.words[e.start][0], t.words[e.end - 1][1], e.label) for e in found_in(t, each)}
        for t, each in zip(texts, scores, strict=True)
    ]


def predict(model: torch.nn.Module, pieces: PieceTokenizer, texts: Sequence[Text]) -> list[Spans]:
    """The entities that *model* finds in each text."""
    return spans(texts, chances(WordEncoder(torch_score(model), pieces), texts))
