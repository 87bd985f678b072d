"""What the encoder has said of the words of a doc, as the claim and attribution rules ask for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

import numpy as np

from .decoding import DecodedSpan, Floats, log_softmax, spans
from .heads import HEADS, BinaryHead, columns

_PLACES = columns()


class ModelPredictions:
    """Scores [words, columns] of the words of a doc (white space left out), see `heads`.

    *paragraphs* are the words that begin a line; no span goes on over them. *answers* are those of
    the doc's language in ``meta.json`` (see `weighing`), and *by* is the model's name for people.
    """

    def __init__(
        self,
        scores: Floats,
        paragraphs: Sequence[int],
        answers: Mapping[str, BinaryHead] | None = None,
        by: str = "model",
    ) -> None:
        self.scores = scores
        self.answers = answers or {}
        self.by = by
        self.paragraphs = paragraphs
        self._fresh = frozenset(paragraphs)
        self._spans: dict[str, list[DecodedSpan]] = {}

    def __len__(self) -> int:
        return len(self.scores)

    def spans(self, tagger: str) -> list[DecodedSpan]:
        """The spans of *tagger* in text order."""
        if tagger not in self._spans:
            own = self.scores[:, _PLACES[tagger]]
            found = spans(own, self.paragraphs, HEADS[tagger])
            self._spans[tagger] = list(found if tagger == "names" else self._joined(found))
        return self._spans[tagger]

    def _joined(self, found: Iterable[DecodedSpan]) -> Iterator[DecodedSpan]:
        """*found* with those joined between which there is no word, not even a mark.

        Two names may follow each other like that ("Roma Juventus"), two claims or cues do not.
        """
        last: DecodedSpan | None = None
        for span in found:
            if last is not None and span.start == last.end and span.start not in self._fresh:
                last = last._replace(end=span.end, doubt=min(last.doubt, span.doubt))
                continue
            if last is not None:
                yield last
            last = span
        if last is not None:
            yield last

    def inside(self, tagger: str, start: int, end: int) -> float:
        """How likely the surest of words [start, end) is part of a span of *tagger*."""
        outside = self.scores[start:end, _PLACES[tagger]][:, 0]
        return 1 - float(np.exp(np.min(outside))) if len(outside) else 0.0

    def begins(self, tagger: str, last: int, start: int) -> float:
        """How likely one span of *tagger* ends at or before the word *last* and one begins at *start*.

        Either the word before is outside, or the word itself begins anew: the likelier of the two.
        """
        own = np.exp(self.scores[[last, start], _PLACES[tagger]])
        inside = HEADS[tagger].index("I")
        return float(max(own[0, 0], 1 - own[1, 0] - own[1, inside]))

    def edges(self, tagger: str, start: int, end: int) -> float:
        """How likely a span of *tagger* begins at word *start* and does not go on at *end*."""
        own = np.exp(self.scores[start : end + 1, _PLACES[tagger]])
        inside = HEADS[tagger].index("I")
        begins = 1 - own[0, 0] - own[0, inside]
        goes_on = own[end - start, inside] if end < len(self) else 0.0
        return float(begins * (1 - goes_on))

    def judge(self, name: str, start: int, end: int) -> dict[str, float]:
        """The probability of each label of the judge *name* for words [start, end).

        Of no words at all nothing is known: every label is as likely as the others.
        """
        own = self.scores[start:end, _PLACES[name]]
        if not len(own):
            return dict.fromkeys(HEADS[name], 1 / len(HEADS[name]))
        mean = own.mean(axis=0)
        chances = np.exp(log_softmax(mean))
        return dict(zip(HEADS[name], chances.tolist(), strict=True))
