"""Exports by two processes: byte by byte what one writes, and as safe."""

from __future__ import annotations

import pytest

from annotator.core.errors import ExportFault
from annotator.core.model import with_
from annotator.formats import formats
from annotator.formats.spec import MOST_LISTED, Loss, Report
from annotator.services import exporting
from annotator.services.session import Session
from annotator.store import Store
from tests.exported import export
from tests.store.making import annotated_article_of, load

COUNT = 7


@pytest.fixture
def session(tmp_path, monkeypatch):
    """Articles by anna, the third by bruno; two to a portion, and never too few for two."""
    monkeypatch.setattr(exporting, "_cores", lambda: 2)
    monkeypatch.setattr(exporting, "_AT_ONCE", 2)
    with Store.create(tmp_path / "p.vaglio") as store:
        for number in range(COUNT):
            marked = f"{{[Mario Rossi|PER] ha [{number} anni|QUANTITY]|CLAIM}}, dice l’[ANSA|ORG]."
            made = annotated_article_of(marked, author="bruno" if number == 2 else "anna")
            contents = made.layers[0]
            noted = tuple(with_(each, note=f"no. {number}") for each in contents.entities)
            changed = type(contents)(layer=contents.layer, entities=noted, claims=contents.claims)
            load(store, type(made)(article=made.article, layers=(changed,)))
        yield Session(store, "anna")


@pytest.mark.parametrize("format", ["jsonl", "flat", "doccano", "webanno", "cas-xmi", "cas-json"])
@pytest.mark.parametrize("layers", ["all", "mine", "bruno"])
def test_two_processes_write_what_one_does(session, tmp_path, monkeypatch, format, layers):
    one, two = tmp_path / "one", tmp_path / "two"
    alone = export(session, one, format=format, layers=layers)
    monkeypatch.setattr(exporting, "MUCH", 1)
    together = export(session, two, format=format, layers=layers)
    assert two.read_bytes() == one.read_bytes()
    assert together == alone


def test_named_articles_come_in_the_order_given(session, tmp_path, monkeypatch):
    from annotator.store import ArticleFilter

    ids = session.store.queue(ArticleFilter(analyst="anna"))[::-2]
    one, two = tmp_path / "one", tmp_path / "two"
    export(session, one, format="jsonl", layers="all", article_ids=ids)
    monkeypatch.setattr(exporting, "MUCH", 1)
    export(session, two, format="jsonl", layers="all", article_ids=ids)
    assert two.read_bytes() == one.read_bytes()


def test_a_helper_that_dies_leaves_the_old_file(session, tmp_path, monkeypatch):
    monkeypatch.setattr(exporting, "MUCH", 1)
    target = tmp_path / "out.jsonl"
    target.write_text("as it was")
    began = exporting.subprocess.Popen
    monkeypatch.setattr(
        exporting.subprocess, "Popen", lambda words, **rest: began([words[0], "-c", ""], **rest)
    )
    with pytest.raises(ExportFault):
        export(session, target, format="jsonl", layers="all")
    assert target.read_text() == "as it was"
    assert {path.name for path in tmp_path.glob("*.part")} == set()


def test_reports_of_parts_add_up_to_one_that_names_no_more_than_one_would():
    whole, part = Report(), Report(articles=1, left_aside=2, lines=3, carried=4)
    for number in range(MOST_LISTED):
        part.lose("a thing", "why", title=f"{number}")
    whole.add(part)
    whole.add(part)
    assert (whole.articles, whole.left_aside, whole.lines, whole.carried) == (2, 4, 6, 8)
    assert whole.tally == {("a thing", "why"): 2 * MOST_LISTED}
    assert len(whole.lost) == MOST_LISTED
    assert whole.lost[-1] == Loss("a thing", f"{MOST_LISTED - 1}", "why")


@pytest.mark.parametrize("format", [name for name, form in formats().items() if form.writes])
@pytest.mark.parametrize("much", [1, 2000])
def test_where_there_is_nothing_no_file_is_written_and_the_old_one_stays(
    session, tmp_path, monkeypatch, format, much
):
    monkeypatch.setattr(exporting, "MUCH", much)
    with pytest.raises(ExportFault, match="no article has work of gold"):
        export(session, tmp_path / "new", format=format, layers="gold")
    assert not (tmp_path / "new").exists()
    (tmp_path / "old").write_text("full")
    with pytest.raises(ExportFault, match="no article was asked for"):
        export(session, tmp_path / "old", format=format, article_ids=[])
    assert (tmp_path / "old").read_text() == "full"
    assert sorted(each.name for each in tmp_path.iterdir() if "part" in each.name) == []


def test_claims_without_a_verdict_make_no_empty_file_of_verdicts(session, tmp_path):
    load(session.store, annotated_article_of("{Roma cresce|CLAIM}.", author="carla"))
    with pytest.raises(ExportFault, match="no verdict"):
        export(Session(session.store, "carla"), tmp_path / "new", format="fever")
    assert not (tmp_path / "new").exists()


def test_a_format_that_holds_nothing_of_a_layer_leaves_no_empty_file(session, tmp_path):
    made = annotated_article_of("Roma cresce.", author="carla")
    load(session.store, made)
    theirs = Session(session.store, "carla")
    with pytest.raises(ExportFault, match="nothing that fever holds"):
        export(theirs, tmp_path / "new", format="fever", article_ids=[made.article.id])
    assert not (tmp_path / "new").exists()
