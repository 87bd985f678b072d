"""Exporting with the real command, from the dialog to the file."""

import json

import pytest
from PySide6.QtCore import Qt

from annotator.formats import formats
from annotator.services.session import Session
from annotator.store import Store
from annotator.ui.dialogs.exporting.export import ExportDialog, default_folder, free_name
from tests.formats.publishing.sample import record
from tests.store.making import load

from ..sessions import seed

WAIT_MS = 30_000


@pytest.fixture
def session(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with Store.create(tmp_path / "news.vaglio") as store:
        yield seed(store, "[Ada|PER] left [Turin|LOC].", "[Zoe|PER] stays.")


@pytest.fixture(autouse=True)
def importable(monkeypatch):
    """The command finds the package from any folder."""
    from annotator.core.paths import RESOURCES

    monkeypatch.setenv("PYTHONPATH", str(RESOURCES.parent))


def ids(session):
    return [
        annotated_article.article.id for annotated_article in session.store.annotated_articles()
    ]


def opened(session, host, *, here=None, listed=()):
    dialog = ExportDialog(session, here, listed, host)
    dialog.open()
    return dialog


def run(qtbot, dialog):
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dialog._job is None, timeout=WAIT_MS)


def written(path):
    return [json.loads(each) for each in path.read_text(encoding="utf-8").splitlines()]


def test_enter_exports_all_of_mine_beside_the_project(qtbot, host, session, tmp_path):
    dialog = opened(session, host)
    run(qtbot, dialog)
    lines = written(tmp_path / "exports" / "news-mine.jsonl")
    assert [len(each["entities"]) for each in lines] == [2, 1]
    assert "2 record(s), 3 annotation(s)" in dialog.outcome.said
    assert "Nothing was left out" in dialog.outcome.said


def test_only_the_open_article(qtbot, host, session, tmp_path):
    dialog = opened(session, host, here=ids(session)[1], listed=ids(session))
    dialog.which.button(2).click()
    run(qtbot, dialog)
    [line] = written(tmp_path / "exports" / "news-mine-article.jsonl")
    assert line["article"]["text"] == "Zoe stays."


def test_only_those_in_the_list_in_another_format(qtbot, host, session, tmp_path):
    dialog = opened(session, host, listed=ids(session)[:1])
    dialog.format.setCurrentIndex(dialog.format.findData("flat"))
    dialog.which.button(1).click()
    run(qtbot, dialog)
    [line] = written(tmp_path / "exports" / "news-mine-list.jsonl")
    assert [span["label"] for span in line["spans"]] == ["PER", "LOC"]


def test_where_nobody_has_submitted_it_says_so_and_writes_no_file(qtbot, host, session, tmp_path):
    dialog = opened(session, host)
    dialog.status.setCurrentIndex(dialog.status.findData("submitted"))
    dialog.which.button(3).click()
    run(qtbot, dialog)
    assert "There is nothing to export" in dialog._said.text()
    assert dialog._said.isVisible()
    assert not (tmp_path / "exports").exists()


def test_another_analysts_layer_is_asked_for_by_name(qtbot, host, session):
    dialog = opened(session, host)
    dialog.layer.setCurrentIndex(dialog.layer.findData(""))
    assert not dialog._go.isEnabled()
    dialog.analyst.setText("bruno")
    assert dialog._go.isEnabled()
    assert dialog._words()[dialog._words().index("--layer") + 1] == "bruno"


def test_what_is_there_is_not_taken_for_the_default(qtbot, host, session, tmp_path):
    (tmp_path / "exports").mkdir()
    (tmp_path / "exports" / "news-mine.jsonl").write_text("old")
    dialog = opened(session, host)
    run(qtbot, dialog)
    assert (tmp_path / "exports" / "news-mine.jsonl").read_text() == "old"
    assert (tmp_path / "exports" / "news-mine-2.jsonl").exists()


def test_a_chosen_file_stays_chosen(qtbot, host, session, tmp_path):
    dialog = opened(session, host)
    dialog.choose_file(str(tmp_path / "mine.jsonl"))
    dialog.layer.setCurrentIndex(dialog.layer.findData("all"))
    run(qtbot, dialog)
    assert len(written(tmp_path / "mine.jsonl")) == 2


def test_a_failed_export_says_why_and_can_be_tried_again(qtbot, host, session, tmp_path):
    (tmp_path / "folder.jsonl").mkdir()
    dialog = opened(session, host)
    dialog.choose_file(str(tmp_path / "folder.jsonl"))
    run(qtbot, dialog)
    assert "folder.jsonl" in dialog._said.text()
    assert dialog._go.isEnabled()
    dialog.choose_file(str(tmp_path / "file.jsonl"))
    run(qtbot, dialog)
    assert (tmp_path / "file.jsonl").exists()


def test_escape_closes_when_nothing_runs(qtbot, host, session, gone):
    dialog = opened(session, host)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    gone(dialog)


def test_every_format_that_writes_is_offered(host, session):
    dialog = opened(session, host)
    offered = {dialog.format.itemData(n) for n in range(dialog.format.count())}
    assert offered - {None} == {each.name for each in formats().values() if each.writes}
    dialog.format.setCurrentIndex(dialog.format.findData("docbin"))
    assert dialog._told.text() == formats()["docbin"].use
    assert dialog.destination.text().endswith(".spacy")


def test_the_current_folders_exports_are_taken_where_only_they_are(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    project = tmp_path / "elsewhere" / "news.vaglio"
    assert default_folder(project) == tmp_path / "elsewhere" / "exports"
    (tmp_path / "exports").mkdir()
    assert default_folder(project) == tmp_path / "exports"


def test_a_name_that_is_taken_gets_a_number(tmp_path):
    (tmp_path / "a.jsonl").touch()
    (tmp_path / "a-2.jsonl").touch()
    assert free_name(tmp_path, "a", ".jsonl").name == "a-3.jsonl"


def test_what_a_review_must_have_is_named_before_it_is_written_all_the_same(
    qtbot, host, tmp_path, monkeypatch
):
    monkeypatch.chdir(tmp_path)
    with Store.create(tmp_path / "checked.vaglio") as store:
        load(store, record())
        dialog = opened(Session(store, "anna"), host)
        dialog.format.setCurrentIndex(dialog.format.findData("claimreview"))
        dialog.choose_file(str(tmp_path / "reviews.jsonld"))
        run(qtbot, dialog)
        said = dialog._said.text()
        assert "Il ponte è chiuso" in said
        assert "the address of the published fact-check" in said
        assert dialog._go.text() == "Write it all the same"
        assert not (tmp_path / "reviews.jsonld").exists()
        run(qtbot, dialog)
        [review] = json.loads((tmp_path / "reviews.jsonld").read_text("utf-8"))["@graph"]
        assert review["claimReviewed"] == "Il ponte è chiuso"


def test_another_choice_takes_the_warning_back(qtbot, host, session):
    dialog = opened(session, host)
    dialog._warn(True)
    dialog.format.setCurrentIndex(dialog.format.findData("flat"))
    assert dialog._go.text() == "Export"
    assert "--unfinished" not in dialog._words()
