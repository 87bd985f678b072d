"""Colleagues' work on the command line: what scripts rely on."""

from __future__ import annotations

import json
from pathlib import Path

import msgspec
import pytest

from annotator.cli import main
from annotator.core.editing import annotation_edits
from annotator.core.model import Span
from annotator.services.review import ReviewRules, Reviews
from annotator.services.session import open_session
from annotator.store import ArticleFilter
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
        session = open_session(path, analyst=name, create=True)
        with session.store:
            text, found = notation.parse(marked)
            id_ = session.import_text(text)
            for span, label in found:
                session.do(annotation_edits.mark(session.analyst_view(id_), [span], label))
            session.do(annotation_edits.set_status(session.analyst_view(id_), "submitted"))
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


@pytest.fixture
def twice(make, tmp_path, capsys):
    """Anna's project, with what she made of her layer on another machine."""
    one, two = make("anna", ANNA), str(tmp_path / "two.vaglio")
    assert main(["new", two]) == 0
    assert main(["merge", two, one, "--author", "anna"]) == 0
    for path, label in ((one, "DATE"), (two, "EVENT")):
        session = open_session(Path(path), analyst="anna")
        with session.store as store:
            [id_] = store.queue(ArticleFilter(analyst="anna"))
            session.do(annotation_edits.mark(session.analyst_view(id_), [Span(36, 42)], label))
    assert main(["merge", one, two, "--author", "anna"]) == 0
    assert "both are kept (see vaglio versions)" in capsys.readouterr().out
    return one


def last_label(path: str) -> str:
    session = open_session(Path(path), analyst="anna")
    with session.store as store:
        [id_] = store.queue(ArticleFilter(analyst="anna"))
        return session.analyst_view(id_).entities[-1].label


def test_two_versions_are_told_apart_and_decided_and_decided_again(twice, capsys):
    assert main(["versions", twice]) == 0
    said = capsys.readouterr().out
    assert "“Mario Rossi met the ANSA in Rome on Monday.” by anna" in said
    assert "DATE" in said
    assert "EVENT" in said
    assert main(["versions", twice, "--json"]) == 0
    [place] = lines(capsys.readouterr().out)
    assert [v["which"] for v in place["versions"]] == ["shown", "rival"]
    assert (place["author"], place["differences"]) == ("anna", 1)
    before, other = (v["id"] for v in place["versions"])
    shown = last_label(twice)
    assert main(["versions", twice, "--take", other[:6], "--author", "anna"]) == 0
    assert last_label(twice) == {"DATE": "EVENT", "EVENT": "DATE"}[shown]
    capsys.readouterr()
    assert main(["versions", twice]) == 0
    assert "nothing is to be decided" in capsys.readouterr().err
    assert main(["versions", twice, "--take", before, "--author", "anna"]) == 0
    assert last_label(twice) == shown
    assert main(["check", twice]) == 0


def test_a_version_that_is_none_is_told(twice, capsys):
    assert main(["versions", twice, "--take", "nothing"]) == 1
    assert "No version is called nothing" in capsys.readouterr().err


def test_a_codebook_travels_from_project_to_project(make, tmp_path, capsys):
    anna, bruno = make("anna", "[Po|RIVER] swells."), make("bruno", BRUNO)
    book = tmp_path / "a.qdc"
    book.write_text('<CodeBook><Codes><Code guid="1" name="RIVER"/></Codes></CodeBook>')
    assert main(["labels", anna, "--from", str(book), "-o", str(tmp_path / "b.qdc")]) == 0
    assert main(["labels", bruno, "--from", str(tmp_path / "b.qdc"), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["new"] == ["RIVER"]
    assert [row["code"] for row in told["labels"] if row["used"]] == ["PER", "ORG", "LOC"]
    assert main(["labels", anna]) == 0
    assert "RIVER" in capsys.readouterr().out
    assert main(["labels", anna, "--from", str(tmp_path / "none.qdc")]) == 1


def test_review_rules_are_said_and_set_and_hold(make, tmp_path, capsys):
    anna, bruno = make("anna", ANNA), make("bruno", BRUNO)
    assert main(["review-rules", bruno, "--json"]) == 0
    assert lines(capsys.readouterr().out) == [
        {"blind": True, "drafts": False, "spot_share": 0.05, "seed": 1}
    ]
    words = ["--no-blind", "--drafts", "--spot-share", "0.2", "--json"]
    assert main(["review-rules", bruno, *words, "--author", "bruno"]) == 0
    rules = {"blind": False, "drafts": True, "spot_share": 0.2, "seed": 1}
    assert lines(capsys.readouterr().out) == [rules]
    session = open_session(Path(bruno), analyst="bruno")
    with session.store:
        assert msgspec.to_builtins(Reviews(session).rules) == rules
        session.undo()
        assert Reviews(session).rules == ReviewRules()
    assert main(["review-rules", anna]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "blind       yes",
        "drafts      no",
        "spot check  5.0% of what all agree on, seed 1",
    ]
    assert main(["review-rules", anna, "--spot-share", "20"]) == 1
    assert "20.0 is no share. Write 0.05 for 5 %." in capsys.readouterr().err
