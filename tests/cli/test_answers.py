"""The JSON answers of the commands, which scripts and the window read: byte by byte as promised.

``answers.txt`` has every answer for one project. Where an answer is meant to change, delete the
file: this test writes it anew, and fails once.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from annotator.cli import main
from annotator.core.annotated_article import AnnotatedArticle, LayerContents
from annotator.core.model import Claim, Entity, Layer, Span
from annotator.formats import write

from ..formats.samples import article, full

EXPECTED = Path(__file__).parent / "answers.txt"
TEXT = "Ieri Mario Rossi era a Roma. Ha detto che i prezzi sono calati del 3%."

# Two versions of one layer of bruno, in two projects: what they share is merged, the rest waits.
COMMANDS = """
import P.vaglio full.jsonl two.jsonl bad.txt odd.xyz --preview --map map.json
import P.vaglio full.jsonl two.jsonl bad.txt
import P.vaglio full.jsonl folder brat.ann
list P.vaglio
claims P.vaglio
show P.vaglio 1
about P.vaglio 1 --publisher ANSA
labels P.vaglio
labels P.vaglio -o codes.qdc
export P.vaglio --format flat --layer bruno -o flat.jsonl
export P.vaglio --format conll --layer all -o out.conll
export P.vaglio --format flat --layer gold -o -
compare P.vaglio --layers bruno,carla
said-before P.vaglio --within
adjudicate P.vaglio --unanimous --all
agreement P.vaglio
progress P.vaglio
evaluate P.vaglio --layers bruno,carla
evaluate two.jsonl other.jsonl
assign P.vaglio --to bruno,carla
assign P.vaglio
bundle P.vaglio -o sent.vaglio-bundle
merge Q.vaglio sent.vaglio-bundle bad.txt --dry-run
merge Q.vaglio sent.vaglio-bundle bad.txt
import R.vaglio other.jsonl
bundle R.vaglio -o rival.vaglio-bundle --author bruno
merge P.vaglio rival.vaglio-bundle
versions P.vaglio
reanchor P.vaglio 2 3 --author bruno --dry-run
keep P.vaglio page.html bad.pdf
watch P.vaglio watched --once
watch P.vaglio --list
learn P.vaglio --versions
delete P.vaglio 1 --preview
delete P.vaglio 1 --yes --reason wrong
delete P.vaglio
bundle P.vaglio -o gone.vaglio-bundle
merge Q.vaglio gone.vaglio-bundle
merge Q.vaglio gone.vaglio-bundle --delete-too
import P.vaglio full.jsonl --preview
import P.vaglio full.jsonl
check P.vaglio
"""


def annotated(label: str, authors: tuple[str, ...]) -> AnnotatedArticle:
    """An article in which *authors* have marked a person and a claim, as *label*."""
    layers = []
    for author in authors:
        layer = Layer(id=author, article_id="article-2", author=author, status="submitted")
        person = Entity(id=f"{author}-1", layer_id=author, span=Span(5, 16), label=label)
        place = Entity(id=f"{author}-2", layer_id=author, span=Span(23, 27), label="LOC")
        claim = Claim(id=f"{author}-3", layer_id=author, spans=(Span(29, len(TEXT)),))
        layers.append(LayerContents(layer=layer, entities=(person, place), claims=(claim,)))
    return AnnotatedArticle(article=article(TEXT, id="article-2"), layers=tuple(layers))


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Files to import, as the current folder."""
    monkeypatch.chdir(tmp_path)
    for name in ("folder", "watched"):
        (tmp_path / name).mkdir()
    files = {
        "bad.txt": b"\xff\xfe\x00",
        "bad.pdf": b"no pdf",
        "odd.xyz": b"?",
        "folder/odd.xyz": b"?",
        "folder/uno.txt": "Uno dice che è vero.".encode(),
        "watched/due.txt": "Due dice che è falso.".encode(),
        "page.html": b"<title>Pagina</title><p>I prezzi sono calati del 3%.</p>",
        "map.json": b'{"PER": "ORG"}',
        "brat.ann": b"T1\tWHO 0 3\tDue\nR1\tnear Arg1:T1 Arg2:T1\n",
        "brat.txt": b"Due passi.",
    }
    for name, body in files.items():
        (tmp_path / name).write_bytes(body)
    write([full()], tmp_path / "full.jsonl", format="jsonl")
    write([annotated("PER", ("bruno", "carla"))], tmp_path / "two.jsonl", format="jsonl")
    write([annotated("ORG", ("bruno",))], tmp_path / "other.jsonl", format="jsonl")
    assert main(["new", "Q.vaglio"]) == 0
    return tmp_path


def as_expected(answer: str, folder: Path, ids: dict[str, str]) -> str:
    """*answer* without what differs each time: ids are numbered, times and places have names."""
    answer = answer.replace(str(folder), "FOLDER")
    answer = re.sub(
        r"\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b",
        lambda match: ids.setdefault(match[0], f"id-{len(ids) + 1}"),
        answer,
    )
    answer = re.sub(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|\+00:00)", "TIME", answer)
    answer = re.sub(r'"accessed":"[\d-]+"', '"accessed":"TODAY"', answer)
    return re.sub(r'(_s|seconds)":\d[\d.e-]*', r'\1":SECONDS', answer)


def test_the_answers_are_as_promised(folder, capsys):
    ids: dict[str, str] = {}
    answers = []
    for command in COMMANDS.strip().splitlines():
        words = [*command.split(), "--json"]
        if "--author" not in words:
            words += ["--author", "anna"]
        capsys.readouterr()
        code = main(words)
        answer = as_expected(capsys.readouterr().out, folder, ids)
        answers.append(f"$ vaglio {command}\n{answer}({code})\n")
    found = "\n".join(answers)
    if not EXPECTED.exists():
        EXPECTED.write_text(found, encoding="utf-8")
        pytest.fail(f"{EXPECTED.name} is new: look at it, and run again")
    assert found == EXPECTED.read_text(encoding="utf-8")
