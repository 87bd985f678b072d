"""Files parsed in a process of their own: the same as at home, and no harm where one is hostile."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from annotator.core.errors import ImportFault
from annotator.formats import sandbox
from annotator.formats.sandbox import Parser
from tests import FORMATS, ROOT

SEEDS = ROOT / "seeds"
GOLDEN = (FORMATS / "golden") / "jsonl" / "sample.jsonl"

linux_only = pytest.mark.skipif(sys.platform != "linux", reason="bounds as Linux keeps them")


def told(parser: Parser, path: Path) -> tuple[list, list[ImportFault]]:
    faults: list[ImportFault] = []
    return list(parser.read(path, author="anna", problems=faults.append)), faults


@pytest.fixture(scope="module")
def parser():
    with Parser() as made:
        yield made


def test_articles_layers_and_progress_come_through_as_they_were_read(parser, tmp_path):
    from annotator.formats import read

    here = list(read(GOLDEN, author="anna", problems=pytest.fail))
    done: list[int] = []
    there = list(parser.read(GOLDEN, author="anna", problems=pytest.fail, on_progress=done.append))
    assert there == here
    assert done[-1] == GOLDEN.stat().st_size


def test_one_process_reads_many_kinds_of_files(parser):
    for path in sorted(set(SEEDS.iterdir()) - {SEEDS / "README.md"}):
        read, faults = told(parser, path)
        assert read
        assert not faults


def test_more_than_a_frame_holds_comes_in_order(parser, tmp_path):
    path = tmp_path / "many.jsonl"
    texts = [f"{number} " + "parola " * 1000 for number in range(500)]
    path.write_text("".join(json.dumps({"text": text}) + "\n" for text in texts))
    read, faults = told(parser, path)
    assert [annotated_article.article.text for annotated_article in read] == texts
    assert not faults


def test_a_fault_keeps_its_words_and_their_fields(parser, tmp_path):
    path = tmp_path / "bad.jsonl"
    path.write_bytes(b'{"text":"fine"}\n{"text":"a","text":"b"}\n')
    _, [fault] = told(parser, path)
    assert fault.fields["line"] == 2
    assert str(fault).startswith("bad.jsonl, line 2: the key text occurs twice")


def test_a_file_that_is_not_there_is_told_of(parser, tmp_path):
    read, [fault] = told(parser, tmp_path / "gone.txt")
    assert not read
    assert "gone.txt cannot be read" in str(fault)


def serving(code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the next process do *code* first, in the place of a parser that a file leads astray."""
    start = sandbox.subprocess.Popen

    def popen(words, env, **rest):
        serve = f"{code}\nfrom annotator.formats.sandbox import serve; serve()"
        there = env | {"PYTHONPATH": str(SEEDS.parent)}
        return start([words[0], "-P", "-c", serve], env=there, **rest)

    monkeypatch.setattr(sandbox.subprocess, "Popen", popen)


@linux_only
@pytest.mark.parametrize(
    ("does", "said"),
    [
        ("bytearray(8 << 30)", "needs more memory"),
        (
            "import resource; resource.setrlimit(resource.RLIMIT_CPU, (1, 9))\n while True: pass",
            "takes too long",
        ),
        ("import ctypes; ctypes.string_at(0)", "needs more memory"),
    ],
)
def test_a_file_that_leads_its_parser_astray_is_refused_and_the_next_is_read(
    does, said, monkeypatch, tmp_path
):
    (tmp_path / "trap.txt").write_text("Una trappola.")
    (tmp_path / "good.txt").write_text("Un articolo come tanti.")
    trap = (
        "from annotator.formats import sandbox as apart, registry as gate\n"
        "real = apart.read\n"
        "def read(path, **rest):\n"
        f" if path.name == 'trap.txt':\n  {does}\n"
        " return real(path, **rest)\n"
        "apart.read = read"
    ).replace("\n while", "\n  while")
    serving(trap, monkeypatch)
    with Parser() as parser:
        read, [fault] = told(parser, tmp_path / "trap.txt")
        assert not read
        assert said in str(fault)
        [annotated_article], faults = told(parser, tmp_path / "good.txt")
        assert annotated_article.article.text == "Un articolo come tanti."
        assert not faults


@linux_only
def test_a_parser_cannot_fill_the_disk(monkeypatch, tmp_path):
    trap = (
        "from annotator.core.errors import ImportFault\n"
        "from annotator.formats import sandbox as apart\n"
        "def read(path, problems, **rest):\n"
        " with open('much', 'wb') as out:\n"
        "  try:\n"
        f"   out.truncate({sandbox.MOST_WRITTEN + 1})\n"
        "  except OSError as err:\n"
        "   problems(ImportFault('{why}', why=err.strerror))\n"
        " return iter(())\n"
        "apart.read = read"
    )
    serving(trap, monkeypatch)
    (tmp_path / "trap.txt").write_text("Una trappola.")
    with Parser() as parser:
        _, [fault] = told(parser, tmp_path / "trap.txt")
    assert str(fault) == "File too large."


@pytest.mark.parametrize("is_roomy", [True, False])
def test_what_was_unpacked_is_taken_away_also_where_reading_stops_in_the_middle(
    is_roomy, monkeypatch, tmp_path
):
    rooms = [tmp_path / "memory", tmp_path / "disk"]
    for room in rooms:
        room.mkdir()
    monkeypatch.setattr(sandbox, "_MEMORY", rooms[0] if is_roomy else tmp_path / "none")
    monkeypatch.setattr(sandbox.tempfile, "tempdir", str(rooms[1]))
    chosen, other = rooms if is_roomy else reversed(rooms)
    packed = tmp_path / "articles.zip"
    with zipfile.ZipFile(packed, "w") as archive:
        for number in range(20):
            archive.writestr(f"{number:02}.txt", f"Articolo {number}. " + "Parole. " * 20_000)
    with Parser() as parser:
        articles = parser.read(packed, author="anna", problems=pytest.fail)
        assert next(articles).article.text.startswith("Articolo 0.")
        assert [*chosen.rglob("*.txt")]
        assert not [*other.iterdir()]
    assert not [*chosen.iterdir()]


@linux_only
def test_what_a_killed_process_had_unpacked_is_swept_and_what_a_living_one_has_is_not(tmp_path):
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    dead, alive, other = (
        tmp_path / f"vaglio-parser-{ended.pid}-x",
        tmp_path / f"vaglio-parser-{os.getpid()}-x",
        tmp_path / "vaglio-parser-notes",
    )
    for folder in (dead, alive, other):
        folder.mkdir()
        (folder / "article.txt").write_text("segreto")
    sandbox.sweep(tmp_path)
    assert not dead.exists()
    assert alive.exists()
    assert other.exists()
