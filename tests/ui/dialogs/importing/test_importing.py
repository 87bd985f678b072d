"""Importing with the real command in a process of its own."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from shiboken6 import isValid

from annotator.services.results import ImportAnswer
from annotator.store import Store
from annotator.ui.dialogs.importing.importing import ImportProgress, batches

WAIT_MS = 30_000


@pytest.fixture
def project(tmp_path):
    path = tmp_path / "news.vaglio"
    Store.create(path).close()
    return path


def write(folder, **texts):
    paths = []
    for name, text in texts.items():
        path = folder / f"{name}.txt"
        path.write_text(text, encoding="utf-8")
        paths.append(path)
    return paths


def run(qtbot, host, project, paths, *, patient=False):
    """Run an import to its end; *patient* never shows a window early."""
    dialog = ImportProgress(project, "anna", paths, host)
    if patient:
        dialog._wait.setInterval(WAIT_MS)
    with qtbot.waitSignal(dialog.imported, timeout=WAIT_MS) as heard:
        dialog.start()
    return dialog, heard.args[0]


def test_a_small_import_that_ends_well_shows_no_window(qtbot, host, project, tmp_path):
    files = write(tmp_path, one="The mayor resigned.", two="The court met.")
    dialog = ImportProgress(project, "anna", files, host)
    dialog._wait.setInterval(WAIT_MS)
    said, seen = [], []
    dialog.told.connect(said.append)
    dialog._wait.timeout.connect(lambda: seen.append(1))
    with qtbot.waitSignal(dialog.imported, timeout=WAIT_MS) as heard:
        dialog.start()
    assert heard.args == [2]
    assert said == ["2 article(s) imported"]
    assert seen == []
    with Store.open(project) as store:
        assert store.article_count() == 2
    qtbot.waitUntil(lambda: not isValid(dialog))


def test_what_cannot_be_read_is_listed_with_its_reason_and_can_be_copied(
    qtbot, host, project, tmp_path
):
    good = write(tmp_path, good="The mayor resigned.")
    bad = tmp_path / "bad.jsonl"
    bad.write_text('{"text": 3}\n')
    dialog, count = run(qtbot, host, project, [*good, bad], patient=True)
    assert count == 1
    assert dialog.isVisible()
    assert "bad.jsonl" in dialog.troubles
    dialog._copy.click()
    assert "bad.jsonl" in QGuiApplication.clipboard().text()
    assert dialog._close.text() == "Close"


def test_known_articles_are_counted_apart(qtbot, host, project, tmp_path):
    files = write(tmp_path, one="The mayor resigned.")
    run(qtbot, host, project, files, patient=True)
    dialog = ImportProgress(project, "anna", files, host)
    dialog._wait.setInterval(WAIT_MS)
    with qtbot.waitSignal(dialog.told, timeout=WAIT_MS) as heard:
        dialog.start()
    assert heard.args == ["0 article(s) imported – 1 known already"]


def test_a_project_that_cannot_be_opened_is_told_of(qtbot, host, tmp_path):
    broken = tmp_path / "broken.vaglio"
    broken.write_bytes(b"this is no database" * 200)
    files = write(tmp_path, one="The mayor resigned.")
    dialog, count = run(qtbot, host, broken, files, patient=True)
    assert count == 0
    assert "broken.vaglio" in dialog.troubles
    assert dialog._title.text() == "Nothing was imported"


def test_escape_cancels_and_leaves_nothing_half_in(qtbot, host, project, tmp_path, gone):
    many = tmp_path / "many.jsonl"
    words = "The mayor resigned on Monday. " * 40
    many.write_text("".join(f'{{"text": "{n} {words}"}}\n' for n in range(20_000)))
    dialog = ImportProgress(project, "anna", [many], host)
    dialog._wait.setInterval(0)
    dialog.start()
    with qtbot.waitSignal(dialog._job.progressed, timeout=WAIT_MS):
        pass
    qtbot.waitUntil(dialog.isVisible)
    assert dialog._close.property("variant") != "primary"  # to cancel is not what one is here for
    with qtbot.waitSignal(dialog.imported, timeout=WAIT_MS) as heard:
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert heard.args == [0]
    assert dialog._title.text() == "Stopped"
    with Store.open(project) as store:
        assert store.article_count() == 0
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    gone(dialog)


def test_more_files_than_a_command_line_holds_go_in_batches(qtbot, host, project, tmp_path):
    files = write(tmp_path, one="The mayor resigned.", two="The court met.", three="It rained.")
    dialog = ImportProgress(project, "anna", files, host)
    dialog._wait.setInterval(WAIT_MS)
    dialog._batches = batches(files, room=1)
    dialog._count = len(dialog._batches)
    assert dialog._count == 3
    with qtbot.waitSignal(dialog.imported, timeout=WAIT_MS) as heard:
        dialog.start()
    assert heard.args == [3]


def test_a_file_is_never_taken_for_an_option():
    [[name]] = batches([Path("--author")])
    assert not name.startswith("-")


def test_summaries_add_up():
    one = ImportAnswer(articles=2, conflicts=["a"])
    assert one.plus(ImportAnswer(articles=3, conflicts=["b"])) == ImportAnswer(
        articles=5, conflicts=["a", "b"]
    )


def test_a_file_in_a_folder_that_is_no_article_is_no_trouble(qtbot, host, project, tmp_path):
    folder = tmp_path / "news"
    folder.mkdir()
    write(folder, one="The mayor resigned.")
    (folder / "notes.xyz").write_text("x")
    dialog = ImportProgress(project, "anna", [folder], host)
    dialog._wait.setInterval(WAIT_MS)
    with qtbot.waitSignal(dialog.told, timeout=WAIT_MS) as heard:
        dialog.start()
    assert heard.args == ["1 article(s) imported – 1 file(s) passed over"]


def test_what_has_no_place_here_is_listed(qtbot, host, project, tmp_path):
    span = {"start": 0, "end": 3, "text": "The", "labels": ["Word"]}
    region = {"id": "a", "type": "labels", "from_name": "l", "to_name": "text", "value": span}
    related = {"type": "relation", "from_id": "a", "to_id": "a", "labels": ["same"]}
    task = {"data": {"text": "The mayor resigned."}, "annotations": [{"result": [region, related]}]}
    path = tmp_path / "export.json"
    path.write_text(json.dumps([task]), encoding="utf-8")
    dialog, count = run(qtbot, host, project, [path], patient=True)
    assert count == 1
    assert dialog.isVisible()
    assert "Not imported: a relation" in dialog.troubles
