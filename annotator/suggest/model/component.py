"""The trained encoder as a component of a spaCy pipeline."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from ..language.mention import Mention
from .decoding import confidence
from .encoder import SHIPPED, batched, load
from .predictions import ModelPredictions

RANK = 8  # above word lists and rules: it has read the whole sentence
_TOGETHER = 16  # docs
_LEAST = 0.4  # what the curves put below is right about as often (see the model card)


# spaCy is seen as Any
@Language.factory(  # type: ignore[untyped-decorator]
    "vaglio_encoder", default_config={"code": "it", "folder": ""}
)
def make_encoder(nlp: Language, name: str, code: str, folder: str) -> EncoderPipe:  # noqa: ARG001
    return EncoderPipe(code, Path(folder) if folder else SHIPPED)


class EncoderPipe:
    """Adds PER, LOC and ORG to ``doc.user_data["mentions"]``, each with a calibrated confidence.

    What the other heads say is left in ``doc.user_data["heard"]``.
    """

    def __init__(self, code: str, folder: Path) -> None:
        self.encoder = load(folder)
        self.style = self.encoder.meta.style(code)
        self.answers = self.encoder.meta.answers_for(code)
        self.why = f"model: {self.encoder.meta.name} {self.encoder.meta.version}"

    def __call__(self, doc: Doc) -> Doc:
        return next(self.pipe([doc]))

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = _TOGETHER) -> Iterator[Doc]:
        for docs in batched(stream, min(batch_size, _TOGETHER)):
            doc_words = [_DocWords(doc) for doc in docs]
            found = self.encoder.chances(
                [each.words for each in doc_words],
                [each.sentences for each in doc_words],
                self.style,
            )
            for doc, each, scores in zip(docs, doc_words, found, strict=True):
                heard = ModelPredictions(scores, each.paragraphs, self.answers, self.why)
                doc.user_data["heard"] = heard
                mentions = self._mentions(each, heard)
                doc.user_data.setdefault("mentions", []).extend(mentions)
                yield doc

    def _mentions(self, read: _DocWords, heard: ModelPredictions) -> list[Mention]:
        return [
            Mention(
                read.starts[span.start],
                read.ends[span.end - 1],
                span.label,
                max(_LEAST, confidence(span, self.encoder.meta.calibration)),
                self.why,
                RANK,
            )
            for span in heard.spans("names")
        ]


class _DocWords:
    """The words of a doc with their places, and which of them start a sentence or a line."""

    def __init__(self, doc: Doc) -> None:
        self.words: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.sentences: list[int] = []
        self.paragraphs: list[int] = []
        new_line = False
        for token in doc:
            if token.is_space:
                new_line = new_line or "\n" in token.text
                continue
            if token.is_sent_start:
                self.sentences.append(len(self.words))
            if new_line:
                self.paragraphs.append(len(self.words))
                new_line = False
            self.words.append(token.text)
            self.starts.append(token.idx)
            self.ends.append(token.idx + len(token))
