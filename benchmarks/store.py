"""How quick the store is: ``python -m benchmarks.store [--articles 100000]``.

Makes its own data: articles of 2,500 characters with 25 annotations each, always the same ones.
"""

from __future__ import annotations

import argparse
import os
import random
import resource
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from annotator.core import text as texts
from annotator.core.annotated_article import AnnotatedArticle, LayerContents
from annotator.core.changes import Edit, change
from annotator.core.ids import new_id, now
from annotator.core.model import Article, Claim, Entity, Judgement, Layer, Span, with_
from annotator.store import ArticleFilter, FullTextSearch, Store, backup, check, pages

_SYLLABLES = [
    "ta",
    "ri",
    "co",
    "lo",
    "me",
    "na",
    "ver",
    "sta",
    "gio",
    "pre",
    "si",
    "den",
    "te",
    "mi",
    "ni",
    "per",
    "ché",
    "ità",
    "bo",
    "la",
    "go",
    "no",
    "è",
    "cit",
    "tà",
]
_LABELS = ["PER", "ORG", "LOC", "DATE", "QUANTITY"]
_CHARACTERS, _ENTITIES, _CLAIMS = 2500, 21, 4


class Corpus:
    """Articles of words whose frequencies fall off as in a language; the same at each run."""

    def __init__(self, seed: int = 7) -> None:
        self._random = random.Random(seed)
        words = {self._word() for _ in range(40_000)}
        self.words = sorted(words, key=lambda w: (len(w), w))
        self.seconds = self.cpu = 0.0  # spent in making, not in storing

    def _word(self) -> str:
        return "".join(self._random.choices(_SYLLABLES, k=self._random.randint(1, 5)))

    def annotated_articles(self, count: int, author: str) -> Iterator[AnnotatedArticle]:
        for number in range(count):
            began, cpu = time.perf_counter(), time.process_time()
            made = self._annotated_article(number, author)
            self.seconds += time.perf_counter() - began
            self.cpu += time.process_time() - cpu
            yield made

    def _annotated_article(self, number: int, author: str) -> AnnotatedArticle:
        pick = self._random.paretovariate
        top = len(self.words) - 1
        words = [self.words[min(top, int(pick(0.6)) - 1)] for _ in range(_CHARACTERS // 5)]
        text = f"Articolo {number}. {' '.join(words)}"[:_CHARACTERS]
        article = Article(
            id=new_id(),
            title=" ".join(words[:8]),
            text=text,
            sha256=texts.sha256(text),
            language=self._random.choice(("it", "it", "it", "en")),
            publisher="La Sveglia",
            imported_at=now(),
        )
        role = "machine" if author.startswith("machine:") else "analyst"
        layer = Layer(
            id=new_id(), article_id=article.id, author=author, role=role, created_at=now()
        )
        contents = LayerContents(
            layer=layer,
            entities=tuple(self._entity(layer.id, len(text), at) for at in range(_ENTITIES)),
            claims=tuple(self._claim(layer.id, len(text), at) for at in range(_CLAIMS)),
        )
        return AnnotatedArticle(article=article, layers=(contents,))

    def _entity(self, layer_id: str, length: int, at: int) -> Entity:
        start = at * length // _ENTITIES
        span = Span(start, start + 4 + start % 11)
        label = self._random.choice(_LABELS)
        why = "rule: word list"
        return Entity(
            id=new_id(), layer_id=layer_id, span=span, label=label, origin="machine", why=why
        )

    def _claim(self, layer_id: str, length: int, at: int) -> Claim:
        start = at * length // _CLAIMS
        return Claim(
            id=new_id(), layer_id=layer_id, spans=(Span(start, start + 120),), origin="machine"
        )


def say(what: str, figure: str, target: str = "") -> None:
    print(f"{what:<56} {figure:>18}   {target}", flush=True)


def timed(times: list[float]) -> str:
    ordered = sorted(times)
    p99 = ordered[min(len(ordered) - 1, int(len(ordered) * 0.99))]
    return f"{ordered[len(ordered) // 2] * 1e3:.2f} / {p99 * 1e3:.2f} ms"


def memory_mb() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def loading(path: Path, corpus: Corpus, count: int) -> None:
    with Store.create(path) as store:
        before = memory_mb()
        began, cpu = time.perf_counter(), time.process_time()
        done = store.load(
            corpus.annotated_articles(count, "machine:bench@1"), author="bench", tool="bench"
        )
        cpu = time.process_time() - cpu - corpus.cpu
        seconds = time.perf_counter() - began - corpus.seconds
    rate = done.annotations / seconds
    say(
        f"load {count:,} articles, {done.annotations:,} annotations",
        f"{seconds:.1f} s ({cpu:.1f} CPU)",
    )
    say("  annotations a second", f"{rate:,.0f}", ">= 50,000")
    say("  annotations a second of CPU", f"{done.annotations / cpu:,.0f}")
    say("  memory it took", f"{memory_mb() - before:.0f} MB", "flat")
    say("  size of the project", f"{path.stat().st_size / 1e6:.0f} MB")


def opening(path: Path) -> None:
    times = []
    for _ in range(5):
        began = time.perf_counter()
        Store.open(path).close()
        times.append(time.perf_counter() - began)
    say("open and close", timed(times), "< 3 s")
    began = time.perf_counter()
    said = pages(path)
    say(
        "quick_check of all pages, beside the work",
        f"{time.perf_counter() - began:.2f} s",
        str(said),
    )


def editing(store: Store, ids: list[str]) -> None:
    """An analyst opens article after article, and works through the suggestions of each."""
    pick = random.Random(3)
    reads, begins, accepts, relabels = [], [], [], []
    for id_ in pick.sample(ids, min(200, len(ids))):
        began = time.perf_counter()
        annotated_article = store.annotated_article(id_)
        reads.append(time.perf_counter() - began)
        layer = Layer(id=new_id(), article_id=id_, author="anna", created_at=now())
        apply_timed(store, layer, [Edit(None, layer)], begins)
        for target in annotated_article.layers[0].entities[:10]:
            copy = with_(target, id=new_id(), layer_id=layer.id, derived_from=target.id)
            judged = Judgement(
                id=new_id(), layer_id=layer.id, target_id=target.id, decision="accept"
            )
            apply_timed(store, layer, [Edit(None, copy), Edit(None, judged)], accepts)
            apply_timed(store, layer, [Edit(copy, with_(copy, label="MISC"))], relabels)
    say("open an article, p50 / p99", timed(reads))
    say("begin a layer", timed(begins), "< 1 / < 20 ms")
    say("accept a suggestion", timed(accepts), "< 1 / < 20 ms")
    say("relabel", timed(relabels), "< 1 / < 20 ms")
    undoing(store, 200)


def apply_timed(store: Store, layer: Layer, edits: list[Edit], times: list[float]) -> None:
    done = change("bench", edits, by="anna", article_id=layer.article_id)
    began = time.perf_counter()
    store.apply(done)
    times.append(time.perf_counter() - began)


def undoing(store: Store, count: int) -> None:
    finding, undos = [], []
    for _ in range(count):
        began = time.perf_counter()
        last = store.undoable("anna")
        finding.append(time.perf_counter() - began)
        began = time.perf_counter()
        store.apply(last.inverse())
        undos.append(time.perf_counter() - began)
    say("find what to undo", timed(finding))
    say("undo", timed(undos), "< 1 / < 20 ms")


def queueing(store: Store) -> None:
    for what, wanted in {
        "all": ArticleFilter(analyst="anna"),
        "undecided": ArticleFilter(analyst="anna", undecided=True),
        "draft": ArticleFilter(analyst="anna", status="draft"),
        "language": ArticleFilter(analyst="anna", language="en"),
        "label": ArticleFilter(analyst="anna", label="PER"),
        "by title": ArticleFilter(analyst="anna", sort="title"),
    }.items():
        times = []
        for _ in range(5):
            began = time.perf_counter()
            ids = store.queue(wanted)
            times.append(time.perf_counter() - began)
        say(f"queue: {what} ({len(ids):,})", timed(times), "< 300 ms")
    ids = store.queue(ArticleFilter(analyst="anna"))
    times = []
    for at in range(0, min(len(ids), 20_000), 1000):
        began = time.perf_counter()
        store.rows(ids[at : at + 200], "anna")
        times.append(time.perf_counter() - began)
    say("200 rows of the queue", timed(times), "< 20 ms")
    for what, ask in (
        ("labels in use", store.labels_in_use),
        ("without suggestions", lambda: store.without_suggestions("machine:other@1")),
    ):
        began = time.perf_counter()
        ask()
        say(what, f"{(time.perf_counter() - began) * 1e3:.0f} ms")


def searching(path: Path, words: list[str]) -> None:
    with FullTextSearch(path) as search:
        for what, some in {
            "rare word": words[-4000::40],
            "typical word": words[300:3000:27],
            "words in every article": words[:20],
            "two words": [f"{a} {b}" for a, b in zip(words[100:200], words[300:400], strict=True)],
        }.items():
            times, hits = [], 0
            for text in some:
                began = time.perf_counter()
                hits += len(search.search(text))
                times.append(time.perf_counter() - began)
            say(f"search: {what} ({hits} hits)", timed(times), "typical < 50 ms")


def reading(store: Store) -> None:
    began, cpu = time.perf_counter(), time.process_time()
    count = sum(
        len(each.entities) + len(each.claims)
        for annotated_article in store.annotated_articles()
        for each in annotated_article.layers
    )
    wall, cpu = time.perf_counter() - began, time.process_time() - cpu
    say(f"read all, {count:,} annotations", f"{wall:.1f} s ({cpu:.1f} CPU)", "< 8 s")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--keep", type=Path, help="put the project there and leave it")
    parser.add_argument("--skip-load", action="store_true", help="use the project kept before")
    asked = parser.parse_args()
    corpus = Corpus()
    with tempfile.TemporaryDirectory() as folder:
        path = asked.keep or Path(folder) / "bench.vaglio"
        if not asked.skip_load:
            loading(path, corpus, asked.articles)
        opening(path)
        with Store.open(path) as store:
            reading(store)
            queueing(store)
            editing(store, store.without_suggestions("anna"))
            queueing(store)
        searching(path, corpus.words)
        checking(path, Path(folder))
    say("memory of it all", f"{memory_mb():.0f} MB")


def checking(path: Path, folder: Path) -> None:
    began = time.perf_counter()
    backup(path, folder / "copy.vaglio")
    say("backup", f"{time.perf_counter() - began:.1f} s")
    os.remove(folder / "copy.vaglio")
    with Store.open(path) as store:
        began = time.perf_counter()
        found = check(store)
        say(f"check everything ({len(found)} findings)", f"{time.perf_counter() - began:.1f} s")


if __name__ == "__main__":
    main()
