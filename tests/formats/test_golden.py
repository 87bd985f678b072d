"""Each format writes what it always wrote, and reads what it always read.

The golden files and what they hold: see `tools.golden`, which makes them.
"""

from __future__ import annotations

import difflib
import pprint
import time
from pathlib import Path

import msgspec
import pytest

from annotator.formats import formats
from tools.golden import EXPECTED, GOLDEN, Files, kept, made, written
from tools.translations import CATALOGUE, entries

WRITERS = [each.name for each in formats().values() if each.writes]
ANEW = "look whether that was meant; python -m tools.golden makes the golden files anew"


@pytest.fixture(autouse=True)
def _elsewhere(monkeypatch):
    """Where it is always another day than where golden files are made."""
    monkeypatch.setenv("TZ", "Pacific/Kiritimati")
    if hasattr(time, "tzset"):
        time.tzset()
    yield
    monkeypatch.undo()
    if hasattr(time, "tzset"):
        time.tzset()


def lines(name: str, content: bytes) -> list[str]:
    """*content* as lines that show every byte that differs."""
    if Path(name).suffix == ".spacy":
        return pprint.pformat(msgspec.msgpack.decode(content, strict=False)).splitlines()
    return [ascii(line)[1:-1] for line in content.decode(errors="backslashreplace").split("\n")]


def difference(golden: Files, today: Files) -> str:
    """How *today* differs from *golden*, as patches show it; "" where it does not."""
    found: list[str] = []
    for name in sorted(golden.keys() | today.keys()):
        one, two = golden.get(name), today.get(name)
        if one != two:
            a, b = (lines(name, each or b"") for each in (one, two))
            names = (f"golden/{name}" if one is not None else "(none)", name if two else "(none)")
            found += difflib.unified_diff(a, b, *names, n=1, lineterm="")
    return "\n".join(found)


@pytest.mark.parametrize("name", formats())
def test_each_format_writes_and_reads_as_its_golden_files_have_it(name):
    golden = kept(name)
    assert EXPECTED in golden, "the format has no golden files: python -m tools.golden makes them"
    if found := difference(golden, made(formats()[name], golden)):
        pytest.fail(f"{name}: {ANEW}\n{found}", pytrace=False)


def test_no_golden_file_is_of_a_format_that_is_gone():
    assert {folder.name for folder in GOLDEN.iterdir()} == set(formats())


def announced() -> set[str]:
    """What the golden files say was lost, and why."""
    found: set[str] = set()
    for path in GOLDEN.glob(f"*/{EXPECTED}"):
        for done in msgspec.json.decode(path.read_bytes()).values():
            for lost in done["lost"]:
                found.update(lost.split(": ", 1))
    return found


def test_every_loss_that_a_golden_file_announces_can_be_said_in_italian():
    italian = {
        phrase.text
        for phrase, texts, is_finished in entries(CATALOGUE)
        if phrase.context == "Losses" and is_finished and texts != [phrase.text]
    }
    assert len(announced()) > 50
    assert announced() - italian == set()


@pytest.mark.parametrize("name", WRITERS)
def test_the_same_layer_is_written_in_the_same_bytes(name, tmp_path):
    (tmp_path / "again").mkdir()
    one, _ = written(formats()[name], tmp_path)
    if name == "report-pdf":
        time.sleep(1)  # a PDF would have the second in which it was made
    two, _ = written(formats()[name], tmp_path / "again")
    assert one.read_bytes() == two.read_bytes()
