"""Colleagues' work on the command line: what scripts rely on."""

from __future__ import annotations

import json

import pytest

from annotator.cli import main
from annotator.core import verbs
from annotator.desk import open_desk
from tests import notation

ANNA = "[Mario Rossi|PER] met the [ANSA|ORG] in [Rome|LOC] on Monday."
BRUNO = "Mario [Rossi|PER] met the [ANSA|ORG] in [Rome|LOC] on Monday."


def lines(text: str) -> list[dict]:
    return [json.loads(line) for line in text.splitlines()]


@pytest.fixture
def make(tmp_path):
    """Makes a project in which somebody labelled and submitted an article."""

    def made(name: str, marked: str):
        path = tmp_path / f"{name}.vaglio"
        desk = open_desk(path, analyst=name, create=True)
        with desk.store:
            text, found = notation.parse(marked)
            id_ = desk.import_text(text)
            for span, label in found:
                desk.do(verbs.mark(desk.sheet(id_), [span], label))
            desk.do(verbs.set_status(desk.sheet(id_), "submitted"))
        return str(path)

    return made


@pytest.fixture
def both(make, tmp_path, capsys):
    """Bruno's project with Anna's work in it."""
    anna, bruno = make("anna", ANNA), make("bruno", BRUNO)
    file = str(tmp_path / "anna.vaglio-bundle")
    assert main(["bundle", anna, "-o", file, "--author", "anna"]) == 0
    assert main(["merge", bruno, file, "--author", "bruno"]) == 0
    said = capsys.readouterr().out
    assert "layers of anna: 1 new" in said
    return bruno


def test_a_dry_run_and_the_merge_say_the_same(make, tmp_path, capsys):
    anna, bruno = make("anna", ANNA), make("bruno", BRUNO)
    file = str(tmp_path / "anna.vaglio-bundle")
    assert main(["bundle", anna, "-o", file, "--layers", "mine", "--author", "anna", "--json"]) == 0
    assert lines(capsys.readouterr().out)[0]["layers"] == {"anna": 1}
    for words in (["--dry-run"], [], []):
        assert main(["merge", bruno, file, "--json", *words]) == 0
    tried, done, again = (line["files"][0] for line in lines(capsys.readouterr().out))
    assert tried == done
    assert done["layers"]["anna"] == {"new": 1, "newer": 0, "known": 0, "rivals": 0}
    assert (done["is_new"], again["is_new"]) == (True, False)


def test_what_cannot_be_merged_is_told_and_the_exit_code_says_so(both, tmp_path, capsys):
    bad = tmp_path / "bad.vaglio-bundle"
    bad.write_bytes(b"PK not really")
    assert main(["merge", both, str(bad), "--json"]) == 1
    said = capsys.readouterr()
    [line] = lines(said.out)
    assert line["files"] == []
    assert "damaged" in line["not_merged"][0]
    assert line["faults"][0]["fields"]["file"] == "bad.vaglio-bundle"
    assert "not merged: bad.vaglio-bundle is damaged" in said.err


def test_layers_are_compared(both, capsys):
    assert main(["compare", both, "--layers", "anna,bruno", "--author", "x", "--json"]) == 0
    [line] = lines(capsys.readouterr().out)
    assert (line["layers"], line["agreed"]) == (["anna", "bruno"], 2)
    [difference] = line["differences"]
    assert (difference["type"], difference["how"]) == ("entity", ["boundary"])
    assert difference["members"]["bruno"]["span"] == [6, 11]
    assert main(["compare", both, "--layers", "anna,bruno", "--author", "x"]) == 0
    assert "1 articles, 3 places, 2 agreed" in capsys.readouterr().out


def test_comparing_wants_two_layers(both, capsys):
    assert main(["compare", both, "--layers", "anna"]) == 1
    assert "Two layers or more" in capsys.readouterr().err


def test_what_all_say_alike_is_exported_as_gold_with_who_agreed(both, tmp_path, capsys):
    words = ["adjudicate", both, "--unanimous", "--all", "--author", "carla", "--json"]
    assert main(words) == 0
    [done] = lines(capsys.readouterr().out)
    assert done == {"articles": 1, "accepted": 2, "left_for_a_look": 0}
    assert main(["export", both, "--layer", "gold", "-o", "-"]) == 0
    [line] = lines(capsys.readouterr().out)
    assert sorted(e["text"] for e in line["entities"]) == ["ANSA", "Rome"]
    for ruling in line["rulings"]:
        assert (ruling["by"], ruling["agreed"], ruling["outcome"]) == (
            "carla",
            ["anna", "bruno"],
            "take",
        )
    assert {r["result"] for r in line["rulings"]} == {e["id"] for e in line["entities"]}
    assert main(["adjudicate", both, "--author", "carla"]) == 1


def test_articles_are_shared_out_and_listed(both, capsys):
    assert main(["assign", both, "--to", "anna, bruno", "--overlap", "1", "--json"]) == 0
    assert [(s["name"], s["articles"]) for s in lines(capsys.readouterr().out)] == [
        ("anna", 1),
        ("bruno", 1),
    ]
    for name, count in (("anna", 1), ("carla", 0)):
        assert main(["list", both, "--assigned", "--author", name, "--json"]) == 0
        assert len(lines(capsys.readouterr().out)) == count
    assert main(["assign", both]) == 0
    assert "submitted" in capsys.readouterr().out


def test_annotations_are_placed_in_another_text(both, tmp_path, capsys):
    other = tmp_path / "other.txt"
    other.write_text("Late on Monday Mario Rossi met them in Rome.")
    assert main(["import", both, str(other), "--author", "anna"]) == 0
    for words in (["--dry-run"], []):
        assert main(["reanchor", both, "1", "2", "--author", "anna", "--json", *words]) == 1
    first, second = lines(capsys.readouterr().out)
    assert (first["placed"], second["placed"]) == (2, 2)
    assert second["lost"] == ["ANSA"]
