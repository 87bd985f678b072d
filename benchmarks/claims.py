"""The list of claims and what was said before, at 100,000 claims.

    python benchmarks/claims.py              100,000 claims in 10,000 articles
    python benchmarks/claims.py --claims 5000 --articles 500

Vectors are drawn by chance, for what is measured is the search; reading is measured on 500 claims.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import numpy as np

from annotator.core import text as texts
from annotator.core.annotated_article import AnnotatedArticle, LayerContents
from annotator.core.ids import new_id, now
from annotator.core.model import Article, Attribution, Claim, Entity, Evidence, Layer, Source, Span
from annotator.services.similar_claims import LOOKED_AT, ClaimFinder, SearchRequest
from annotator.store import ClaimFilter, FullTextSearch, Store
from annotator.suggest.model import sentence_embeddings
from annotator.suggest.model.embedding_index import Vectors, key_of
from annotator.suggest.model.sentence_embeddings import WIDTH

T = TypeVar("T")
_WHO = ("il governo", "Mario Rossi", "la Banca d'Italia", "funzionari statunitensi", "ANSA", "")
_WHERE = ("Roma", "Kiev", "Valdora", "Teheran", "Milano", "Gaza", "Bruxelles")
_ASKED = [
    (what, where)
    for what in ("treni", "prezzi", "furti", "voli")
    for where in ("Bari", "Lodi", "Pisa", "Lecce", "Enna")
]
_WHAT = ("prezzi", "arrivi", "furti", "salari", "incendi", "ritardi", "contagi", "debiti")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--claims", type=int, default=100_000)
    parser.add_argument("--articles", type=int, default=10_000)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "claims.vaglio"
        with Store.create(path) as store:
            each = asked.claims // asked.articles
            store.load(made_up(asked.articles, each), author="anna", tool="bench")
        look(path)
        window(path)
        remember(path, Path(folder))


def window(path: Path) -> None:
    """The session as a widget: how long until its list is there, and the longest the window is deaf."""
    from PySide6.QtCore import QElapsedTimer, QTimer
    from PySide6.QtWidgets import QApplication

    from annotator.services.session import open_session
    from annotator.ui.claims_list.view import ClaimsListView

    app = QApplication.instance() or QApplication([])
    session = open_session(path, analyst="anna")
    shown = ClaimsListView(session, "en")
    shown.resize(1400, 850)
    shown.show()
    clock, beat, gaps = QElapsedTimer(), QTimer(interval=1), [0.0]

    def tick() -> None:
        gaps.append(clock.nsecsElapsed() / 1e6)
        clock.restart()

    beat.timeout.connect(tick)
    clock.start()
    beat.start()

    def until(name: str, task: Callable[[], None]) -> None:
        """Wait for the next list; it may be the same."""
        gaps[:] = [0.0]
        arrived: list[None] = []
        shown._model.modelReset.connect(lambda: arrived.append(None))
        began = time.perf_counter()
        task()
        while not arrived:
            app.processEvents()
        app.processEvents()
        took = 1000 * (time.perf_counter() - began)
        print(f"{name:44s} there in {took:6.0f} ms   deaf for {max(gaps):6.0f} ms at most")

    until("window: the desk is opened", shown.refresh)
    until("window: sorted by who says it", lambda: shown.filter.sort_by("who"))
    until("window: grouped by topic", lambda: shown.filter.set(group="topic"))
    until("window: words searched", lambda: shown.filter.set(group="", words="furti valdora"))
    until("window: all again", lambda: shown.filter.set(words=""))
    bar = shown.table.verticalScrollBar()
    taken = []
    for step in range(60):
        began = time.perf_counter()
        bar.setValue(step * bar.maximum() // 60)
        shown.table.viewport().repaint()
        taken.append(1000 * (time.perf_counter() - began))
    print(
        f"{'window: a jump through the list':44s} median {sorted(taken)[30]:.1f} ms, most {max(taken):.1f} ms"
    )
    beat.stop()
    shown.stop()
    session.store.close()


def timed(name: str, task: Callable[[], T], times: int = 5) -> T:
    taken = []
    for _ in range(times):
        began = time.perf_counter()
        found = task()
        taken.append(1000 * (time.perf_counter() - began))
    print(f"{name:44s} first {taken[0]:8.1f} ms   then {min(taken[1:] or taken):8.1f} ms")
    return found


def look(path: Path) -> None:
    """What the list asks for, on the connection of the other thread and on the window's."""
    with FullTextSearch(path) as search, Store.open(path) as store:

        def ask(**fields: object) -> list[str]:
            return search.claims(ClaimFilter(analyst="anna", **fields)).ids  # type: ignore[arg-type]

        ids = timed("all claims (the first makes the list)", ask)
        print(f"  {len(ids)} claims")
        timed("sorted by who says it", lambda: ask(sort="who"))
        timed("sorted by priority, highest first", lambda: ask(sort="worthiness", descending=True))
        timed("with evidence, priority 2 or more", lambda: ask(checked="evidence", worthiness=2))
        timed("full text: “furti valdora”", lambda: ask(words="furti valdora"))
        timed("grouped by who says it", lambda: ask(group="agent"))
        timed("grouped by topic", lambda: ask(group="topic"))
        timed("200 lines in the window's thread", lambda: store.claims.rows(ids[5000:5200]))


def remember(path: Path, folder: Path) -> None:
    """Search by meaning among vectors drawn by chance, and how fast real ones are made."""
    encoder = timed("encoder loaded", sentence_embeddings.SentenceEncoder, times=1)
    with Store.open(path, readonly=True) as store:
        rows = store.claims.texts("anna", most=500)
        some = [text for _, _, text in rows]
        began = time.perf_counter()
        encoder.vectors(some)
        print(f"{'vectors made':44s} {len(some) / (time.perf_counter() - began):8.0f} a second")
        asked = [f"I {what} a {where} sono aumentati del 18 per cento" for what, where in _ASKED]
        vectors = chance(store, folder / "vectors.f16", encoder.vectors(asked))
        finder = ClaimFinder(store, "anna", encoder, vectors)
        for when in ("first", "again"):
            taken = [finder.find(SearchRequest(1, "", text)).ms for text in asked]
            print(
                f"{'a claim compared with all, ' + when:44s} median {sorted(taken)[10]:.1f} ms,"
                f" longest {max(taken):.1f} ms, {len(vectors)} vectors, {LOOKED_AT} of them near"
            )
        timed("vectors read from their file", lambda: Vectors(folder / "vectors.f16"), times=1)


def chance(store: Store, path: Path, asked: np.ndarray) -> Vectors:
    """A vector for each claim; near each of those *asked* for lie as many as are looked at."""
    rng = np.random.default_rng(3)
    keys = [key_of(text) for _, _, text in store.claims.texts("anna", most=200_000)]
    keys = list(dict.fromkeys(keys))
    made = rng.standard_normal((len(keys), WIDTH), np.float32)
    near = made[: LOOKED_AT * len(asked)]
    near *= 0.03
    near += np.repeat(asked, LOOKED_AT, axis=0)[: len(near)]
    vectors = Vectors(path)
    vectors.add(keys, made / np.linalg.norm(made, axis=1, keepdims=True))
    return vectors


def made_up(articles: int, each: int) -> Iterator[AnnotatedArticle]:
    rng = random.Random(7)
    source = Source(id=new_id(), title="Annuario")
    for number in range(articles):
        sentences = [
            f"I {rng.choice(_WHAT)} a {rng.choice(_WHERE)} sono {rng.choice(('aumentati', 'calati'))}"
            f" del {rng.randint(1, 99)} per cento nel {rng.randint(1990, 2024)} ({number}-{n})."
            for n in range(each)
        ]
        text = " ".join(sentences)
        article = Article(
            id=new_id(), title=f"Notizia {number}", text=text, sha256=texts.sha256(text)
        )
        yield AnnotatedArticle(
            article=article, layers=(_layer(rng, article, sentences, source),), sources=(source,)
        )


def _layer(
    rng: random.Random, article: Article, sentences: list[str], source: Source
) -> LayerContents:
    layer = Layer(id=new_id(), article_id=article.id, author="anna", created_at=now())
    claims, said, entities, evidence = [], [], [], []
    at = 0
    for sentence in sentences:
        span = Span(at, at + len(sentence) - 1)
        claim = Claim(
            id=new_id(), layer_id=layer.id, spans=(span,), check_worthiness=rng.randint(0, 3)
        )
        claims.append(claim)
        if who := rng.choice(_WHO):
            said.append(
                Attribution(
                    id=new_id(),
                    layer_id=layer.id,
                    claims=(claim.id,),
                    content_spans=(span,),
                    agent=who,
                    source_implicit=True,
                )
            )
        place = next(w for w in _WHERE if w in sentence)
        start = at + sentence.index(place)
        entities.append(
            Entity(
                id=new_id(), layer_id=layer.id, span=Span(start, start + len(place)), label="LOC"
            )
        )
        if rng.random() < 0.2:
            evidence.append(
                Evidence(
                    id=new_id(),
                    layer_id=layer.id,
                    claim_id=claim.id,
                    source_id=source.id,
                    stance="supports",
                )
            )
        at += len(sentence) + 1
    return LayerContents(
        layer=layer,
        entities=tuple(entities),
        claims=tuple(claims),
        attributions=tuple(said),
        evidence=tuple(evidence),
    )


if __name__ == "__main__":
    main()
