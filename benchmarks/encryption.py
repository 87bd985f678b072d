"""What encryption costs: ``python -m benchmarks.encryption [--articles 10000]``.

The same work on a plain and on an encrypted project, turn by turn, so that whatever else the
computer does falls on both; both are read and written by SQLite of the same version.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from annotator.core.changes import Edit, change
from annotator.core.ids import new_id, now
from annotator.core.model import Judgement, Layer, with_
from annotator.services import protection
from annotator.store import ArticleFilter, FullTextSearch, Store, backup, check
from annotator.store.database import keys

from .store import Corpus

Times = dict[bool, list[float]]


def say(what: str, times: Times) -> None:
    figures = []
    for share in (0.5, 0.99):
        plain, secret = (sorted(times[each]) for each in (False, True))
        a, b = (each[min(len(each) - 1, int(len(each) * share))] for each in (plain, secret))
        figures.append(f"{a * 1e3:9.2f} {b * 1e3:9.2f} ms  x{b / a:.2f}")
    print(f"{what:<34} p50 {figures[0]}   p99 {figures[1]}", flush=True)


def in_turn(task: Callable[[bool, int], None], rounds: int) -> Times:
    times: Times = {False: [], True: []}
    for number in range(rounds):
        for secret in (False, True) if number % 2 else (True, False):
            began = time.perf_counter()
            task(secret, number)
            times[secret].append(time.perf_counter() - began)
    return times


def loading(paths: dict[bool, Path], key: keys.ProjectKey, count: int) -> None:
    cpu: Times = {False: [], True: []}
    for secret, path in paths.items():
        corpus = Corpus()
        made = list(corpus.annotated_articles(count, "machine:bench@1"))
        with Store.create(path, key=key if secret else None) as store:
            began, ticks = time.perf_counter(), time.process_time()
            store.load(made, author="bench", tool="bench")
            cpu[secret].append(time.process_time() - ticks)
            print(f"  import of {count:,}, wall: {time.perf_counter() - began:.1f} s, {secret=}")
    say(f"import {count:,} articles (CPU)", cpu)
    print(f"  sizes: {[path.stat().st_size // 1_000_000 for path in paths.values()]} MB")


def editing(paths: dict[bool, Path]) -> None:
    stores = {secret: Store.open(path) for secret, path in paths.items()}
    ids = {s: each.queue(ArticleFilter(analyst="anna")) for s, each in stores.items()}
    reads: Times = {False: [], True: []}
    edits: Times = {False: [], True: []}
    for number in range(150):
        for secret, store in stores.items():
            id_ = ids[secret][number * 31 % len(ids[secret])]
            began = time.perf_counter()
            annotated_article = store.annotated_article(id_)
            reads[secret].append(time.perf_counter() - began)
            if any(each.layer.author == "anna" for each in annotated_article.layers):
                continue
            layer = Layer(id=new_id(), article_id=id_, author="anna", created_at=now())
            store.apply(change("bench", [Edit(None, layer)], by="anna", article_id=id_))
            for target in annotated_article.layers[0].entities[:10]:
                copy = with_(target, id=new_id(), layer_id=layer.id, derived_from=target.id)
                judged = Judgement(
                    id=new_id(), layer_id=layer.id, target_id=target.id, decision="accept"
                )
                made = [Edit(None, copy), Edit(None, judged)]
                done = change("bench", made, by="anna", article_id=id_)
                began = time.perf_counter()
                store.apply(done)
                edits[secret].append(time.perf_counter() - began)
    say("show an article", reads)
    say("accept a suggestion, on the disk", edits)
    say("the list, undecided", in_turn(lambda s, _: _queue(stores[s]), 10))
    for store in stores.values():
        store.close()


def _queue(store: Store) -> None:
    store.queue(ArticleFilter(analyst="anna", undecided=True))


def searching(paths: dict[bool, Path]) -> None:
    words = Corpus().words[300:3000:27]
    searches = {secret: FullTextSearch(path) for secret, path in paths.items()}
    say(
        "search for a word",
        in_turn(lambda s, n: void(searches[s].search(words[n])), len(words)),
    )
    for each in searches.values():
        each.close()


def void(_: object) -> None:
    """Drop what was found."""


def checking(path: Path) -> None:
    with Store.open(path) as store:
        void(check(store))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=10_000)
    asked = parser.parse_args()
    began = time.perf_counter()
    key = protection.new_key("quattro parole strane qui")
    print(f"key from a passphrase: {time.perf_counter() - began:.2f} s, once a session")
    with tempfile.TemporaryDirectory() as folder:
        paths = {False: Path(folder) / "plain.vaglio", True: Path(folder) / "secret.vaglio"}
        loading(paths, key, asked.articles)
        say("open and close", in_turn(lambda s, _: Store.open(paths[s]).close(), 15))
        searching(paths)
        editing(paths)
        copy = Path(folder) / "copy.vaglio"
        say("backup", in_turn(lambda s, _: void(backup(paths[s], copy)), 3))
        say("check everything", in_turn(lambda s, _: checking(paths[s]), 1))
        began = time.perf_counter()
        protection.encrypt(paths[False], protection.new_key("altre parole strane"))
        print(f"protecting it: {time.perf_counter() - began:.1f} s")


if __name__ == "__main__":
    main()
