"""Suggestions for many articles: the rate, the memory, and what more processes gain.

    python benchmarks/volume.py --articles 10000            as `vaglio suggest` decides by itself
    python benchmarks/volume.py --articles 400 --jobs 1     … or with so many processes

The articles are put together from the sentences of ``seeds/``. Memory is that of all processes of
the run, read from /proc (Linux), after each tenth of it; a flat run ends where it began. Processor
time tells what the work costs where the machine is busy with other things.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from annotator import formats
from annotator.core.annotated_article import AnnotatedArticle
from annotator.store import Store
from annotator.suggest import AUTHOR

ROOT = Path(__file__).resolve().parent.parent
_SENTENCE = re.compile(r"(?<=[.!?»])\s+")
_TICK = os.sysconf("SC_CLK_TCK")
_PAGE = os.sysconf("SC_PAGE_SIZE")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--articles", type=int, default=400)
    parser.add_argument("--jobs", type=int, default=0)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "volume.vaglio"
        with Store.create(path) as store:
            store.load(made_up(asked.articles), author="bench", tool="bench")
        watch(path, asked.articles, asked.jobs)


def made_up(count: int) -> Iterator[AnnotatedArticle]:
    rng = random.Random(5)
    texts = [p.read_text("utf-8") for p in sorted((ROOT / "seeds").glob("*.txt"))]
    sentences = [s for text in texts for s in _SENTENCE.split(text) if len(s) > 20]
    for number in range(count):
        body = " ".join(rng.choice(sentences) for _ in range(rng.randint(8, 24)))
        yield AnnotatedArticle(article=formats.article(f"La notizia numero {number}\n\n{body}"))


def watch(path: Path, count: int, jobs: int) -> None:
    command = [sys.executable, "-m", "annotator", "suggest", str(path), "--jobs", str(jobs)]
    began = time.perf_counter()
    running = subprocess.Popen(command, cwd=ROOT, stderr=subprocess.DEVNULL)
    seconds = 0.0
    told = 0
    while running.poll() is None:
        time.sleep(0.5)
        memory, so_far = usage(running.pid) or (0, 0.0)
        seconds = max(seconds, so_far)
        with Store.open(path, readonly=True) as store:
            done = count - len(store.without_suggestions(AUTHOR))
        if memory and done * 10 // count > told:
            told = done * 10 // count
            rate = done / (time.perf_counter() - began)
            print(f"{done:6d} articles  {rate:6.1f}/s  {memory / 1e6:6.0f} MB")
    whole = time.perf_counter() - began
    print(
        f"{count} articles in {whole:.0f} s: {count / whole:.1f}/s, {seconds:.0f} s of processors"
    )


def usage(pid: int) -> tuple[int, float] | None:
    """Resident bytes and processor seconds of a process and its children; None once it is gone."""
    pids = [pid]
    try:
        for task in Path(f"/proc/{pid}/task").iterdir():
            pids += map(int, (task / "children").read_text().split())
        stats = [Path(f"/proc/{each}/stat").read_text().rpartition(")")[2].split() for each in pids]
    except OSError:
        return None
    memory = sum(int(stat[21]) for stat in stats) * _PAGE
    seconds = sum(int(stat[11]) + int(stat[12]) for stat in stats) / _TICK
    return memory, seconds


if __name__ == "__main__":
    main()
