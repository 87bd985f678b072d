"""How fast every format is read and written, and in how much memory.

    python benchmarks/formats.py [FORMAT ...] [--articles 10000] [--fewer 1000] [--corpus FILE]

The corpus is made up (see `corpus`), or flat JSON lines (``text`` and ``spans``). Everything is measured in a process of its own,
twice, and the better turn counts, as the program does it: articles are written from a project (by
two processes where the format can be joined), and what is read is parsed in a process apart, and
goes nowhere. The memory is that of the larger process. Formats for articles are read from
``--fewer`` made of the same texts (files of one article each in a zip). The figures go to ``formats.json`` beside this file, from where
``python -m tools.published`` takes them into the docs; with FORMAT only those are measured anew.
"""

from __future__ import annotations

import argparse
import gc
import itertools
import json
import os
import platform
import resource
import subprocess
import sys
import tempfile
import time
import zipfile
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from annotator.core.errors import UserError
from annotator.formats import FormatEntry, Parser, formats, read
from annotator.services.exporting import ExportSelection, export
from annotator.store import Store
from benchmarks.corpus import made_up

ROOT = Path(__file__).resolve().parent.parent
FIGURES = Path(__file__).with_suffix(".json")
TURNS = 2
SLOW = {"report-pdf"}  # to be printed and read by people: a thousand articles will do


def stop(fault: UserError) -> None:
    raise fault


# -- one measurement, in a process of its own ----------------------------------------------------


def writing(name: str, project: Path, path: Path) -> dict[str, Any]:
    with Store.open(project, readonly=True) as store:
        began = time.perf_counter()
        export(store, path, ExportSelection(name, "all", "bench"), None)
        seconds = time.perf_counter() - began
    children = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    return {"seconds": seconds, "mb": max(_peak(), children)}


def reading(path: Path, count: int) -> dict[str, Any]:
    began = time.perf_counter()
    with Parser() as parser:
        found = sum(1 for _ in parser.read(path, author="bench", problems=stop))
    seconds = time.perf_counter() - began
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    if found < count:
        raise SystemExit(f"{path.name}: {found} articles of {count}")
    return {"seconds": seconds, "mb": children.ru_maxrss / 1024}


def _peak() -> float:
    """MB that this process had at most; what the system counts starts with what its parent had."""
    status = Path("/proc/self/status")
    if status.exists():
        return int(status.read_text().partition("VmHWM:")[2].split()[0]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


# -- all of them ---------------------------------------------------------------------------------


class Bench:
    """Measures formats with the texts of a corpus; *noise* is how far two turns were apart."""

    def __init__(self, corpus: Path, folder: Path) -> None:
        self._corpus = corpus
        self._folder = folder
        self.apart: list[float] = []

    def annotations(self, format: FormatEntry, many: int, few: int) -> dict[str, Any]:
        found: dict[str, Any] = {}
        is_read = format.reads and format.group != "fact-checking"  # of these, other articles come
        counts = {"fewer_": few} if format.name in SLOW else {"fewer_": few, "": many}
        for prefix, count in counts.items():
            path = self._folder / f"{format.name}{count}{format.suffix}"
            project = self._project(count)
            for way in ("write", "read") if is_read else ("write",):
                one = self._best(way, format.name, count, path, project)
                found.setdefault(way, {}).update({prefix + k: v for k, v in one.items()})
            path.unlink()
        return found

    def _project(self, count: int) -> Path:
        """A project with so many articles."""
        project = self._folder / f"{count}.vaglio"
        if not project.exists():
            lines = self._folder / f"{count}.jsonl"
            with self._corpus.open("rb") as corpus:
                lines.write_bytes(b"".join(itertools.islice(corpus, count)))
            words = [sys.executable, "-m", "annotator", "import", str(project), str(lines)]
            subprocess.run(words, check=True, stdout=subprocess.DEVNULL, cwd=ROOT)
            lines.unlink()
        return project

    def articles(self, format: FormatEntry, few: int) -> dict[str, Any]:
        from benchmarks.papers import PAPERS

        source = itertools.islice(read(self._corpus, author="bench", problems=stop), few)
        files = [
            *PAPERS[format.name]([annotated_article.article.text for annotated_article in source])
        ]
        path = self._folder / (files[0][0] if len(files) == 1 else f"{format.name}.zip")
        if len(files) == 1:
            path.write_bytes(files[0][1])
        else:
            with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
                for name, content in files:
                    packed.writestr(name, content)
        one = self._best("read", format.name, few, path)
        path.unlink()
        return {"read": {"fewer_" + key: value for key, value in one.items()}}

    def _best(
        self, way: str, name: str, count: int, path: Path, source: Path | None = None
    ) -> dict[str, Any]:
        files = (str(source or self._corpus), str(path))
        words = [sys.executable, __file__, name, "--one", way, str(count), *files]
        turns = [json.loads(subprocess.check_output(words)) for _ in range(TURNS)]
        turns.sort(key=lambda turn: turn["seconds"])
        best = {key: round(value, 2) for key, value in turns[0].items()}
        if best["seconds"] >= 1:
            self.apart.append(turns[-1]["seconds"] / turns[0]["seconds"] - 1)
        print(f"{name} {way} {count}: {best}", file=sys.stderr)
        return best


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--corpus", type=Path)
    parser.add_argument("formats", nargs="*", metavar="FORMAT")
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--fewer", type=int, default=1_000)
    parser.add_argument("--one", nargs=4, help=argparse.SUPPRESS)  # way, count, from, to
    asked = parser.parse_args()
    if asked.one:
        way, count, source, path = asked.one
        gc.set_threshold(100_000, 50, 100)  # as the command line has it
        is_out = way == "write"
        one = (
            writing(asked.formats[0], Path(source), Path(path))
            if is_out
            else reading(Path(path), int(count))
        )
        print(json.dumps(one))
        return
    with tempfile.TemporaryDirectory() as folder:
        corpus = asked.corpus or made(Path(folder, "corpus.jsonl"), asked.articles)
        measure(asked, corpus, Path(folder))


def made(path: Path, count: int) -> Path:
    with path.open("w", encoding="utf-8") as out:
        out.writelines(json.dumps(line, ensure_ascii=False) + "\n" for line in made_up(count))
    return path


def measure(asked: argparse.Namespace, corpus: Path, folder: Path) -> None:
    """Measure what is asked for, and keep the figures after each format."""
    known = json.loads(FIGURES.read_text()) if FIGURES.exists() and asked.formats else {}
    some = list(itertools.islice(read(corpus, author="bench", problems=stop), asked.fewer))
    spans = sum(1 for each in some for contents in each.layers for _ in contents.records())
    figures: dict[str, Any] = {
        "machine": f"{os.cpu_count()} cores, Python {platform.python_version()}, {platform.system()}",
        "articles": asked.articles,
        "fewer": asked.fewer,
        "characters": round(sum(len(each.article.text) for each in some) / len(some), -2),
        "annotations": round(spans / len(some)),
        "noise": 0.0,
        "formats": known.get("formats", {}),
    }
    workspace = Bench(corpus, folder)
    for name in asked.formats or formats():
        chosen = formats()[name]
        figures["formats"][name] = (
            workspace.annotations(chosen, asked.articles, asked.fewer)
            if chosen.writes
            else workspace.articles(chosen, asked.fewer)
        )
        figures["noise"] = round(max([*workspace.apart, known.get("noise", 0.0)]), 2)
        figures["formats"] = dict(sorted(figures["formats"].items()))
        FIGURES.write_text(json.dumps(figures, indent=1) + "\n")


if __name__ == "__main__":
    main()
