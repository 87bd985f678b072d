"""Claims that were said before, found by meaning: a process beside the window, on the same file.

Its words are the project and the analyst.
JSON lines on standard input and output. First line out: ``{"ready": true, "left": n}`` (or
``{"fault": "…"}``: the trained model cannot be used). A request is
``{"request": n, "article": ID, "text": "…"}``; the answer
``{"request": n, "left": n, "ms": 3.1, "found": [{"claim_id": …, "relation": "same", "score": 0.8, …}]}``.
The keys of an encrypted project (`keys.lines`) come before the first request. *left* is how many claims have no vector yet; they get one while nobody asks. Ends at end of file.
"""

from __future__ import annotations

import os
import sys
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Any, BinaryIO

import msgspec
from msgspec import Struct

from annotator.core.errors import UserError
from annotator.core.sources.similar_claim import Relation, SimilarClaim
from annotator.isolation.child import Child, child
from annotator.store import Store
from annotator.store.database import keys
from annotator.suggest.model import sentence_embeddings
from annotator.suggest.model.claim_relation import TOPIC, SecondLook
from annotator.suggest.model.embedding_index import (
    EmbeddingIndex,
    IndexedClaim,
    NearestClaim,
    Vectors,
    claim,
    folder,
)
from annotator.suggest.model.sentence_embeddings import SentenceEncoder

from .results import SaidBefore

Progress = Callable[[float, str], None]
MOST_CLAIMS = 200_000  # people's first; each takes 1.5 kB of memory
COUNT = 12  # claims in an answer
LOOKED_AT = 50  # the nearest by cosine, of which the answer is chosen
_TEXTS = 12  # of those that are read word by word, which takes most of the time of an answer
_ORDER: tuple[Relation, ...] = ("same", "otherwise", "topic")
_AT_ONCE = 48  # claims that are read between two looks for a request
_FEW = 5_000  # claims that are read anew before an answer, not after it


class SearchRequest(Struct):
    request: int
    article: str
    text: str


class SearchAnswer(Struct, kw_only=True):
    """A line of this process; only some of the fields are there, by what it says."""

    ready: bool = False
    fault: str = ""
    request: int = -1
    left: int = 0
    ms: float = 0.0
    found: list[SimilarClaim] = []


class ClaimFinder:
    """The claims of one project, as far as they have been read."""

    def __init__(
        self, store: Store, analyst: str, encoder: SentenceEncoder, vectors: Vectors
    ) -> None:
        self._store = store
        self._analyst = analyst
        self._encoder = encoder
        self._index = EmbeddingIndex(vectors)
        self._look = SecondLook(encoder)
        self._count = 0
        self._missing: list[str] = []
        self.read()

    @property
    def left(self) -> int:
        return len(self._missing)

    def read(self) -> None:
        """Take in what the project's claims are now."""
        rows = self._store.claims.texts(self._analyst, most=MOST_CLAIMS)
        self._index.show([IndexedClaim(*row) for row in rows])
        self._missing = self._index.missing()[::-1]
        self._count = len(rows)

    def learn(self) -> None:
        """Give some of the claims that are left their vectors; none of an article that was deleted."""
        if self._store.changed_elsewhere():
            self.read()
        texts = [self._missing.pop() for _ in range(min(_AT_ONCE, len(self._missing)))]
        self._index.learn(texts, self._encoder.vectors(texts))

    def find(self, request: SearchRequest) -> SearchAnswer:
        """The claims that say what *request* says, or nearly so."""
        is_stale = self._store.changed_elsewhere()
        if is_stale and self._count < _FEW:
            self.read()
            is_stale = False
        while self._missing and self._count < _FEW and len(self._missing) <= _AT_ONCE:
            self.learn()
        began = time.perf_counter()
        vector = self._encoder.vectors([request.text])[0]
        near = self._index.nearest(vector, besides=request.article, count=LOOKED_AT, least=TOPIC)
        similar_claims = self._related(request.text, near)
        took = 1000 * (time.perf_counter() - began)
        if is_stale:
            self.read()
        return SearchAnswer(
            request=request.request, left=self.left, ms=round(took, 1), found=similar_claims[:COUNT]
        )

    def pairs(
        self, *, within: bool = False, on_progress: Progress | None = None
    ) -> Iterator[SaidBefore]:
        """Each claim with those before it, of other articles unless *within*, that it has to do with."""
        whole = max(1, self.left)
        while self._missing:
            self.learn()
            if on_progress is not None:
                on_progress(1 - self.left / whole, "")
        place = {each.claim_id: number for number, each in enumerate(self._index.claims)}
        for number, own in enumerate(self._index.claims):
            near = self._index.nearest(
                self._index.vector(number),
                besides="" if within else own.article_id,
                count=LOOKED_AT,
                least=TOPIC,
            )
            earlier = [each for each in near if place[each.claim_id] < number]
            for each in self._related(own.text, earlier):
                yield SaidBefore(
                    own.claim_id,
                    each.claim_id,
                    each.relation,
                    list(each.differences),
                    each.score,
                    own.text,
                    self._index.claims[place[each.claim_id]].text,
                )

    def _related(self, text: str, near: Sequence[NearestClaim]) -> list[SimilarClaim]:
        """What the claims *near* are to *text*: first what says the same, then what says otherwise."""
        texts = list(dict.fromkeys(each.text for each in near))[:_TEXTS]
        relations = dict(zip(texts, self._look.relations(text, texts), strict=True))
        found = []
        for each in near:
            seen = relations.get(each.text)
            if seen is not None and seen.relation is not None:
                found.append(
                    SimilarClaim(
                        each.claim_id,
                        each.article_id,
                        round(each.score, 3),
                        seen.relation,
                        seen.differences,
                    )
                )
        return sorted(found, key=lambda each: _ORDER.index(each.relation))


def serve(lines: Iterable[bytes], out: BinaryIO, finder: ClaimFinder) -> None:
    """Answer each line of *lines* on *out*; between them the claims that are left are read."""
    asked: SimpleQueue[bytes | None] = SimpleQueue()

    def listen() -> None:
        for line in lines:
            asked.put(line)
        asked.put(None)

    threading.Thread(target=listen, daemon=True).start()
    _say(out, SearchAnswer(ready=True, left=finder.left))
    while (line := _next(asked, finder)) is not None:
        try:
            request = msgspec.json.decode(line, type=SearchRequest)
        except msgspec.MsgspecError as err:
            _say(out, SearchAnswer(fault=f"not a request: {err}"))
            continue
        _say(out, finder.find(request))


def _next(asked: SimpleQueue[bytes | None], finder: ClaimFinder) -> bytes | None:
    """The next line, None at the end; until there is one the time is used."""
    while finder.left:
        try:
            return asked.get_nowait()
        except Empty:
            finder.learn()
    return asked.get()


def _say(out: BinaryIO, answer: SearchAnswer) -> None:
    out.write(msgspec.json.encode(answer) + b"\n")
    out.flush()


def process(project: Path, analyst: str) -> Child:
    """The process to start."""
    return child(f"{__name__}:main", str(project), analyst)


def vectors_of(store: Store, project: Path, encoder: SentenceEncoder) -> Vectors:
    """What was kept of the project's vectors the last time; of an encrypted one, nothing is."""
    if store.is_encrypted:
        return Vectors(None)
    path = path_of_vectors(store.project_id, encoder)
    claim(path, project)
    return Vectors(path)


def path_of_vectors(project_id: str, encoder: SentenceEncoder) -> Path:
    """The file in which they are kept."""
    return folder() / f"{project_id}-{encoder.name}.f16"


def main(arguments: Sequence[str] | None = None) -> None:
    project, analyst = sys.argv[1:] if arguments is None else arguments
    if hasattr(os, "nice"):
        os.nice(10)  # the window and the suggestions come first
    out: Any = sys.stdout.buffer
    try:
        if keys.is_locked(Path(project)):
            keys.receive(sys.stdin.buffer)
        encoder = sentence_embeddings.load()
        with Store.open(Path(project), readonly=True) as store:
            vectors = vectors_of(store, Path(project), encoder)
            serve(sys.stdin.buffer, out, ClaimFinder(store, analyst, encoder, vectors))
    except UserError as err:
        _say(out, SearchAnswer(fault=str(err)))
