"""People, places and organisations from the trained encoder in ``resources/models``.

Only the files named here are read, and only if their hash is the one in ``meta.json``; what was
hashed is what is loaded. Nothing is fetched. Without onnxruntime, or with a file that is not the
one we shipped, `fault` says why, and the rule layer works alone.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from importlib.util import find_spec
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from annotator.core.errors import UserError
from annotator.core.paths import RESOURCES

from . import onnx_runtime
from .heads import TAGGERS, WIDTH, BinaryHead, columns
from .tokenization import PAD, PieceTokenizer, TokenWindow, windows

if TYPE_CHECKING:
    from .decoding import Floats

SHIPPED = RESOURCES / "models" / "vaglio-multi"
FILES = ("model.onnx", "tokenizer.json")
LONGEST = 192  # pieces in a window
_TOGETHER = 384  # pieces read at once, more would not stay in the processor's cache
Score = Callable[[Any, Any], Any]  # ids [rows, length], style [rows] → scores [rows, length, tags]
_NEEDS = ("onnxruntime", "tokenizers", "numpy")


class ModelFault(UserError):
    """The trained model cannot be used; rules and word lists still can."""


class ModelFile(msgspec.Struct, frozen=True):
    """A file of the model as ``meta.json`` describes it."""

    sha256: str
    size: int


class ModelMetadata(msgspec.Struct, frozen=True):
    """What the program reads of ``meta.json``; more stands there for people."""

    name: str
    version: str
    heads: Mapping[str, tuple[str, ...]]
    styles: Mapping[str, int]
    files: Mapping[str, ModelFile]
    calibration: Mapping[str, tuple[float, float]]
    answers: Mapping[str, Mapping[str, BinaryHead]]  # by language, then by what is asked

    def style(self, code: str) -> int:
        """The guideline to follow for the language *code*."""
        return self.styles.get(code, self.styles["other"])

    def answers_for(self, code: str) -> Mapping[str, BinaryHead]:
        """What to weigh the sentences of the language *code* with."""
        return self.answers.get(code, self.answers["it"])


def read_meta(folder: Path) -> ModelMetadata:
    """``meta.json`` of *folder*.

    Raises:
        ModelFault: it is missing or not what we write.
    """
    try:
        stored = (folder / "meta.json").read_bytes()
    except OSError as err:
        raise ModelFault(
            "The trained model is not there ({folder})",
            hint="Install Vaglio again; rules and word lists work without it.",
            folder=folder.name,
        ) from err
    try:
        return msgspec.json.decode(stored, type=ModelMetadata)
    except msgspec.MsgspecError as err:
        raise _tampered("meta.json") from err


def _tampered(name: str) -> ModelFault:
    return ModelFault(
        "{name} of the trained model is damaged or not the one we shipped",
        hint="Install Vaglio again; rules and word lists work without it.",
        name=name,
    )


def verified(folder: Path, meta: ModelMetadata) -> dict[str, bytes]:
    """The content of every file in `FILES`, hashes checked.

    Raises:
        ModelFault: a file is missing, cut short or changed.
    """
    contents = {}
    for name in FILES:
        expected = meta.files.get(name)
        try:
            contents[name] = (folder / name).read_bytes()
        except OSError as err:
            raise _tampered(name) from err
        if expected is None or hashlib.sha256(contents[name]).hexdigest() != expected.sha256:
            raise _tampered(name)
    return contents


def fault(folder: Path = SHIPPED) -> ModelFault | None:
    """Why the model cannot be used, as far as can be told without loading it; None if it can."""
    for package in _NEEDS:
        if find_spec(package) is None:
            return ModelFault(
                "The trained model needs the package {package}",
                hint="Install it with: pip install {package}",
                package=package,
            )
    try:
        meta = read_meta(folder)
    except ModelFault as err:
        return err
    for name in FILES:
        path, expected = folder / name, meta.files.get(name)
        if expected is None or not path.is_file() or path.stat().st_size != expected.size:
            return _tampered(name)
    return None


class WordEncoder:
    """Words in, what every head says of each of them out; *score* does one batch of windows."""

    def __init__(self, score: Score, pieces: PieceTokenizer) -> None:
        self._score, self._pieces = score, pieces

    def chances(
        self, texts: Sequence[Sequence[str]], breaks: Sequence[Sequence[int]], style: int
    ) -> list[Floats]:
        """For each text, given as its words, scores [words, columns] (see `heads`).

        Those of a tagger are log probabilities, those of a judge are raw. *breaks* are the words of each text (ascending) where a sentence starts.
        """
        import numpy as np

        found = [np.full((len(words), WIDTH), np.nan, np.float32) for words in texts]
        jobs = [
            (number, each)
            for number, (words, starts) in enumerate(zip(texts, breaks, strict=True))
            for each in windows(self._pieces.of(words), starts, LONGEST)
        ]
        scored = self._scores([each for _, each in jobs], style)
        for (number, each), scores in zip(jobs, scored, strict=True):
            merge(found[number], each, scores)
        return found

    def _scores(self, jobs: Sequence[TokenWindow], style: int) -> list[Floats]:
        """Scores at the first piece of each word of each window."""
        import numpy as np

        order = sorted(range(len(jobs)), key=lambda job: len(jobs[job].ids))
        scored: list[Any] = [None] * len(jobs)
        for batch in batches(order, [len(job.ids) for job in jobs]):
            ids = np.full((len(batch), len(jobs[batch[-1]].ids)), PAD, np.int64)
            for row, job in enumerate(batch):
                ids[row, : len(jobs[job].ids)] = jobs[job].ids
            scores = self._score(ids, np.full(len(batch), style, np.int64))
            for row, job in enumerate(batch):
                scored[job] = normed(scores[row, jobs[job].firsts])
        return scored


def normed(scores: Floats) -> Floats:
    """*scores* with those of each tagger as log probabilities."""
    from .decoding import log_softmax

    places = columns()
    for name in TAGGERS:
        scores[:, places[name]] = log_softmax(scores[:, places[name]])
    return scores


def batches(order: Sequence[int], lengths: Sequence[int]) -> Iterator[list[int]]:
    """*order*, shortest first, in parts of at most `_TOGETHER` pieces with their padding."""
    part: list[int] = []
    for job in order:
        if part and (len(part) + 1) * lengths[job] > _TOGETHER:
            yield part
            part = []
        part.append(job)
    if part:
        yield part


def merge(into: Floats, part: TokenWindow, scores: Floats) -> None:
    """Write *scores*; of two windows that see a word, believe the one that sees more around it.

    Windows come in text order, words not yet seen are nan.
    """
    import numpy as np

    seen = int((~np.isnan(into[part.start : part.end, 0])).sum())
    into[part.start + seen // 2 : part.end] = scores[seen // 2 :]


class Encoder(WordEncoder):
    """The model of a folder."""

    def __init__(self, folder: Path) -> None:
        self.meta = read_meta(folder)
        contents = verified(folder, self.meta)
        super().__init__(
            onnx_score(contents["model.onnx"]),
            PieceTokenizer(contents["tokenizer.json"]),
        )


def onnx_score(stored: bytes) -> Score:
    """The graph *stored* as a function of piece numbers and styles, on one thread."""
    session = onnx_runtime.session(stored)

    def score(ids: Any, style: Any) -> Any:
        return session.run(None, {"ids": ids, "style": style})[0]

    return score


@lru_cache(maxsize=2)
def load(folder: Path = SHIPPED) -> Encoder:
    """The model of *folder*, loaded once.

    Raises:
        ModelFault: it is not complete and unchanged.
    """
    found = fault(folder)
    if found is not None:
        raise found
    return Encoder(folder)


def batched(items: Iterable[Any], size: int) -> Iterator[list[Any]]:
    rest = iter(items)
    while batch := list(islice(rest, size)):
        yield batch
