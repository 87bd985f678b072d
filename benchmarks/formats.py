"""How fast files are read and written, and in how much memory.

    python benchmarks/formats.py CORPUS.jsonl [--times 1]

CORPUS is flat JSON lines (``text`` and ``spans``). Exports are made from the articles held in
memory, ``--times`` over, so that what is measured is the format and not a store.
"""

from __future__ import annotations

import argparse
import itertools
import json
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from annotator.core.dossier import Dossier
from annotator.core.errors import UserError
from annotator.formats import read, write

SAMPLE = 1000  # articles held in memory for writing; a DocBin takes a tenth of them


def stop(fault: UserError) -> None:
    raise fault


def articles(path: Path) -> Iterator[Dossier]:
    return read(path, author="bench", problems=stop)


def annotations(dossier: Dossier) -> int:
    return sum(1 for contents in dossier.layers for _ in contents.records())


def timed(name: str, do: Callable[[], tuple[int, int]]) -> dict[str, Any]:
    began, cpu = time.perf_counter(), time.process_time()
    count, spans = do()
    took, cpu = time.perf_counter() - began, time.process_time() - cpu
    return {
        "what": name,
        "articles": count,
        "annotations": spans,
        "seconds": round(took, 2),
        "cpu_seconds": round(cpu, 2),
        "annotations_per_s": round(spans / took),
        "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10,
    }


def reading(path: Path) -> tuple[int, int]:
    count = spans = 0
    for dossier in articles(path):
        count += 1
        spans += annotations(dossier)
    return count, spans


def writing(some: list[Dossier], times: int, path: Path, format: str) -> tuple[int, int]:
    many = itertools.chain.from_iterable(itertools.repeat(some, times))
    report = write(many, path, format=format)
    return report.articles, report.carried


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--times", type=int, default=10, help="write the sample so often")
    asked = parser.parse_args()
    results = [timed("read flat", lambda: reading(asked.corpus))]
    some = list(itertools.islice(articles(asked.corpus), SAMPLE))
    with tempfile.TemporaryDirectory() as folder:
        for name, sample, times in (
            ("jsonl", some, asked.times),
            ("flat", some, asked.times),
            ("docbin", some[: SAMPLE // 10], 1),
        ):
            path = Path(folder, name + ".jsonl")
            results.append(
                timed(
                    f"write {name}", lambda s=sample, t=times, p=path, n=name: writing(s, t, p, n)
                )
            )
        once = Path(folder, "once.jsonl")
        write(some, once, format="jsonl")
        results.append(timed("read jsonl", lambda: reading(once)))
    for result in results:
        print(json.dumps(result))


if __name__ == "__main__":
    main()
