"""``vaglio export``: what is missing, and which form."""

from __future__ import annotations

import json

import pytest
from msgspec import UNSET

from annotator.cli import main
from annotator.store import Store
from tests.formats.publishing.sample import SAID, published, record
from tests.store.making import load


@pytest.fixture
def project(tmp_path):
    path = tmp_path / "checked.vaglio"
    with Store.create(path) as store:
        load(store, record())
    return path


def export(project, *words: str) -> int:
    return main(["export", str(project), "--author", "anna", "--layer", "anna", *words])


def test_what_must_be_published_is_missed_and_nothing_is_written(project, tmp_path, capsys):
    out = tmp_path / "reviews.jsonld"
    assert export(project, "--format", "claimreview", "-o", str(out), "--json") == 1
    said = capsys.readouterr()
    answer = json.loads(said.out)
    assert not answer["written"]
    assert [loss["what"] for loss in answer["missing"]] == [
        "the address of the published fact-check",
        "the publisher of the fact-check",
    ]
    assert f"“{SAID}”: the address of the published fact-check" in said.err
    assert not out.exists()


def test_an_unfinished_review_is_written_where_it_is_asked_for(project, tmp_path):
    out = tmp_path / "reviews.jsonld"
    asked = ("--format", "claimreview", "--unfinished", "-o", str(out))
    assert export(project, *asked) == 1
    assert len(json.loads(out.read_bytes())["@graph"]) == 1


def test_a_variant_is_another_form_of_the_format(project, tmp_path):
    out = tmp_path / "sentences.tsv"
    asked = ("--format", "checkthat", "--variant", "2024-tweets", "-o", str(out))
    assert export(project, *asked) == 0
    assert out.read_text("utf-8").startswith("tweet_id\ttweet_url\ttweet_text\tclass_label\n")


def test_where_a_verdict_is_published_travels_in_json_lines(tmp_path):
    first, lines, second = tmp_path / "a.vaglio", tmp_path / "a.jsonl", tmp_path / "b.vaglio"
    with Store.create(first) as store:
        load(store, published())
    assert export(first, "-o", str(lines)) == 0
    Store.create(second).close()
    assert main(["import", str(second), str(lines), "--author", "anna"]) == 0
    with Store.open(second) as store:
        [layer] = [layer for each in store.annotated_articles() for layer in each.layers]
        addresses = [verdict.published_url for verdict in layer.verdicts]
    assert addresses == [UNSET, "https://www.vera.example/ponte"]
