"""Watched folders in the window: what is new comes into the list, what changed is told of."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from annotator.services import watched_folders
from annotator.ui.dialogs.importing.not_placed import NotPlacedDialog
from annotator.ui.dialogs.importing.watched_folders import FoldersDialog
from tests.services.test_watched_folders import NEW, OLD, mark, only, put

WAIT_MS = 30_000


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "news"
    made.mkdir()
    return made


@pytest.fixture
def shown(window, folder):
    made = window("Already here.")
    watched_folders.watch(made.workspace.session, folder)
    return made


def look(qtbot, window):
    with qtbot.waitSignal(window.workspace.handlers.watching.arrived, timeout=WAIT_MS) as heard:
        window.workspace.handlers.watching.look()
    return heard.args[0]


def test_what_is_new_comes_into_the_list_and_the_open_article_stays(qtbot, shown, folder):
    here = shown.workspace.annotate_mode.analyst_view.article.id
    put(folder / "a.txt", OLD)
    said = []
    shown.workspace.informed.connect(said.append)
    assert look(qtbot, shown) == 1
    assert len(shown.workspace.queue.ids()) == 2
    assert shown.workspace.annotate_mode.analyst_view.article.id == here
    assert said == ["1 new article in watched folders"] or "new article" in said[0]


def test_a_new_version_says_what_was_placed_and_leads_there(qtbot, shown, folder):
    session, annotate_mode = shown.workspace.session, shown.workspace.annotate_mode
    path = put(folder / "a.txt", OLD)
    look(qtbot, shown)
    old = only(session, OLD)
    for words in ("Anna Neri", "un ospedale"):
        mark(session, old, words)
    annotate_mode.open(old)
    put(path, NEW, age=30)
    said = []
    shown.workspace.informed.connect(said.append)
    look(qtbot, shown)
    new = only(session, NEW)
    assert "placed" in said[0]
    assert annotate_mode.analyst_view.article.id == old  # nobody takes it from under one's hands
    annotate_mode.reload()
    shown.act("other_version")
    assert annotate_mode.analyst_view.article.id == new
    shown.act("not_placed")
    dialog = shown.findChild(NotPlacedDialog)
    assert [dialog.list.item(n).text() for n in range(dialog.list.count())] == ["un ospedale"]
    dialog._go()
    assert annotate_mode.analyst_view.article.id == old
    rows = {row.id: row.is_old for row in session.store.rows([old, new], session.analyst)}
    assert rows == {old: True, new: False}


def test_articles_with_one_version_say_so(shown):
    shown.act("other_version")
    assert "one version" in shown._told.text()
    shown.act("not_placed")
    assert "Nothing of an older version" in shown._told.text()


def test_folders_are_added_shown_and_removed(qtbot, shown, folder, tmp_path):
    shown.act("watched_folders")
    dialog = shown.findChild(FoldersDialog)
    assert str(folder) in dialog.list.item(0).text()
    other = tmp_path / "feed.rss"
    other.write_text("<rss/>")
    dialog.add(other)
    assert dialog.list.count() == 2
    dialog.add(tmp_path / "nowhere")
    assert "nowhere" in dialog.note.text()
    qtbot.waitUntil(lambda: "file" in dialog.list.item(0).text(), timeout=WAIT_MS)
    for _ in range(2):
        dialog.list.setCurrentRow(0)
        dialog._remove.click()
    assert dialog.list.count() == 0
    assert "Add one" in dialog.note.text()
    assert not dialog._remove.isEnabled()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert watched_folders.watched(shown.workspace.session) == []


def test_a_folder_that_is_gone_is_shown_as_such(qtbot, shown, folder):
    folder.rmdir()
    shown.act("watched_folders")
    dialog = shown.findChild(FoldersDialog)
    qtbot.waitUntil(lambda: "cannot be reached" in dialog.list.item(0).text(), timeout=WAIT_MS)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
