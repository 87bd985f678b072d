"""``vaglio evaluate``: two exports, two layers of a project, a table, JSON and a page."""

from __future__ import annotations

import json
import re

import pytest

from annotator.cli import main
from annotator.core.editing import annotation_edits
from annotator.services.session import open_session
from annotator.store import ArticleFilter

TEXT = "Mario Rossi ha detto il 4 gennaio a Roma che i prezzi sono calati del 3%."


@pytest.fixture
def project(tmp_path):
    """Two articles with suggestions; anna has accepted all but one entity of the first."""
    path = tmp_path / "p.vaglio"
    for number, text in enumerate((TEXT, f"Un altro giorno. {TEXT}")):
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8")
    files = [str(tmp_path / f"{number}.txt") for number in range(2)]
    assert main(["import", str(path), *files, "--author", "anna"]) == 0
    assert main(["suggest", str(path)]) == 0
    session = open_session(path, analyst="anna")
    with session.store:
        analyst_view = session.analyst_view(session.store.queue(ArticleFilter(analyst="anna"))[0])
        per = next(e for e in analyst_view.suggested_entities if e.label == "PER")
        session.do(annotation_edits.reject(analyst_view, [per.id]))
        analyst_view = session.analyst_view(analyst_view.article.id)
        session.do(
            annotation_edits.accept(analyst_view, [each.id for each in analyst_view.suggestions])
        )
    return path


def test_two_layers_of_a_project_are_compared(project, capsys):
    assert main(["evaluate", str(project), "--layers", "anna,machine", "--json"]) == 0
    made = json.loads(capsys.readouterr().out)
    assert (made["articles"], made["only_found"]) == (1, 1)
    assert made["exact"]["by_label"]["PER"]["precision"] == 0.0
    assert made["exact"]["by_label"]["LOC"]["f1"] == 1.0
    assert made["claims"]["f1"] == 1.0
    assert [each["count"] for each in made["confusion"] if each["found"] == "PER"] == [1]


def test_two_exports_say_the_same_as_the_layers_they_are_of(project, tmp_path, capsys):
    for name in ("anna", "machine"):
        out = str(tmp_path / f"{name}.jsonl")
        assert main(["export", str(project), "--layer", name, "-o", out]) == 0
    main(["evaluate", str(project), "--layers", "anna,machine", "--json"])
    of_layers = json.loads(capsys.readouterr().out)
    files = [str(tmp_path / f"{name}.jsonl") for name in ("anna", "machine")]
    assert main(["evaluate", *files, "--json"]) == 0
    of_files = json.loads(capsys.readouterr().out)
    same = {"gold": "anna", "found": "machine"}
    assert of_files | same == of_layers


def test_the_table_names_labels_and_the_worst_articles(project, capsys):
    assert main(["evaluate", str(project), "--layers", "anna,machine"]) == 0
    out = capsys.readouterr().out
    assert re.search(r"^PER +0 +1 +\.000 +– +\.000", out, re.MULTILINE)
    assert "(nothing) → PER" in out
    assert "left out: 1 articles that only machine has" in out


def test_the_page_stands_alone_and_is_safe_whatever_the_title_is(project, tmp_path, capsys):
    page = tmp_path / "page.html"
    words = ["evaluate", str(project), "--layers", "anna,machine", "--html", str(page)]
    assert main(words) == 0
    html = page.read_text(encoding="utf-8")
    assert "<svg" in html
    assert "prefers-color-scheme: dark" in html
    for outside in ("<script", "http:", "https:", "<link", "@import", "url("):
        assert outside not in html
    assert capsys.readouterr().out == ""


def test_a_title_is_never_taken_for_html(tmp_path):
    from annotator.cli.evaluation_page import page
    from annotator.core.metrics.evaluation import Evaluation, Score, WorstArticle
    from annotator.services.evaluation import EvaluationResult

    worst = WorstArticle("id", "<b>&", 1, Score(), Score())
    made = page(EvaluationResult("<gold>", "f", 0, 0, Evaluation(articles=1, worst=(worst,))))
    assert "<b>" not in made
    assert "<gold>" not in made
    assert "&lt;b&gt;&amp;" in made


@pytest.mark.parametrize("words", [[], ["--layers", "anna"], ["--layers", ",machine"]])
def test_one_file_needs_the_names_of_two_layers(project, words, capsys):
    assert main(["evaluate", str(project), *words]) == 1
    assert "vaglio evaluate PROJECT --layers" in capsys.readouterr().err


def test_a_name_that_nobody_has_is_answered_with_those_there_are(project, capsys):
    assert main(["evaluate", str(project), "--layers", "bruno,machine"]) == 1
    said = capsys.readouterr().err
    assert "bruno" in said
    assert "anna" in said


def test_exports_without_a_common_article_cannot_be_compared(project, tmp_path, capsys):
    files = [str(tmp_path / f"{name}.jsonl") for name in "ab"]
    for file, wanted in zip(files, ("1", "2"), strict=True):
        words = ["--layer", "machine", "--article", wanted]
        assert main(["export", str(project), "-o", file, *words]) == 0
    assert main(["evaluate", *files]) == 1
    assert "No article" in capsys.readouterr().err


def test_a_file_that_is_no_export_is_named(project, tmp_path, capsys):
    bad = tmp_path / "bad.jsonl"
    bad.write_text('{"text": ', encoding="utf-8")
    assert main(["evaluate", str(bad), str(bad)]) == 1
    assert "bad.jsonl" in capsys.readouterr().err
