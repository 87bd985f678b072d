"""Checking, repairing and going back, with the real command."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from shiboken6 import isValid

from annotator.store import Store, rotate
from annotator.store.database.connection import connect
from annotator.ui.dialogs.project.check import CheckDialog, copy_name

from ..sessions import seed

WAIT_MS = 30_000


@pytest.fixture
def project(tmp_path):
    path = tmp_path / "news.vaglio"
    with Store.create(path) as store:
        seed(store, "[Ada|PER] left [Turin|LOC].", "[Zoe|PER] stays.")
    return path


def opened(qtbot, host, project):
    dialog = CheckDialog(project, host)
    dialog.open()
    idle(qtbot, dialog)
    return dialog


def idle(qtbot, dialog):
    qtbot.waitUntil(lambda: not isValid(dialog) or dialog._job is None, timeout=WAIT_MS)


def damage(project):
    """Make a length wrong: what can be derived again."""
    conn = connect(project)
    conn.execute("UPDATE article SET characters = characters + 1 WHERE n = 1")
    conn.close()


def test_a_sound_project_is_in_order_and_offers_no_repair(qtbot, host, project):
    dialog = opened(qtbot, host, project)
    assert "Everything is in order" in dialog.said
    assert dialog._repair.isHidden()


def test_what_is_wrong_is_listed_in_words_and_repaired(qtbot, host, project):
    damage(project)
    dialog = opened(qtbot, host, project)
    assert {each.code for each in dialog.findings} == {"characters"}
    assert "The length of a text is wrong" in dialog._tree.topLevelItem(0).text(0)
    with qtbot.waitSignal(dialog.repaired, timeout=WAIT_MS):
        qtbot.mouseClick(dialog._repair, Qt.MouseButton.LeftButton)
    idle(qtbot, dialog)
    assert dialog.findings == []
    assert dialog._tree.topLevelItemCount() > 0
    assert dialog.backups.count() == 1


def test_a_backup_opens_as_a_copy_and_overwrites_nothing(qtbot, host, project):
    kept = rotate(project)
    before = project.read_bytes()
    dialog = opened(qtbot, host, project)
    with qtbot.waitSignal(dialog.open_asked, timeout=WAIT_MS) as heard:
        dialog.restore()
    made = Path(heard.args[0])
    assert made.parent == project.parent
    assert made not in (project, kept)
    assert project.read_bytes() == before
    with Store.open(made) as store:
        assert store.article_count() == 2


def test_without_backups_there_is_nothing_to_open(qtbot, host, project):
    dialog = opened(qtbot, host, project)
    assert not dialog._restore.isEnabled()
    dialog.restore()
    assert dialog._job is None


def test_a_project_that_cannot_be_opened_is_told_of(qtbot, host, tmp_path):
    path = tmp_path / "broken.vaglio"
    path.write_bytes(b"nothing of the kind" * 300)
    dialog = opened(qtbot, host, path)
    assert "could not be checked" in dialog.said
    assert "broken.vaglio" in dialog.said


def test_escape_stops_the_check_and_closes(qtbot, host, project, gone):
    dialog = CheckDialog(project, host)
    dialog.open()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    gone(dialog)


def test_the_copy_of_a_backup_never_takes_a_name_that_is_taken(project):
    kept = rotate(project)
    first = copy_name(project, kept)
    first.touch()
    second = copy_name(project, kept)
    assert second != first
    assert second.parent == project.parent
