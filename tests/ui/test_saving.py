"""The project's file renamed, replaced, deleted, locked between two keys: the whole window."""

from __future__ import annotations

import os
import shutil
import sys
import threading
import time
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer

from annotator.core.model import Entity
from annotator.services.session import Session
from annotator.store import ArticleFilter, Store, check
from annotator.store.database.connection import sqlite3
from annotator.store.database.errors import DamagedProject, ProjectBusy
from annotator.store.file import write_ahead_log
from annotator.ui.dialogs.project.unsaved import UnsavedDialog
from tests.core.paper import mine
from tests.ui.test_main_window import press

TEXT = "[Anna|PER] saw [Rome|LOC], [Milan|LOC], [Turin|LOC], [Pisa|LOC] and [Bari|LOC]."
NAMES = ["Anna", "Rome", "Milan", "Turin", "Pisa", "Bari"]
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="an open file cannot be replaced there")


def decided(path: Path) -> list[str]:
    """The names that anna has accepted in the project at *path*, which is whole."""
    with Store.open(path) as store:
        assert check(store) == []
        ids = store.queue(ArticleFilter(analyst=""))
        analyst_views = [Session(store, "anna").analyst_view(id_) for id_ in ids]
        return [
            analyst_view.words_of(each)
            for analyst_view in analyst_views
            for each in analyst_view.entities
        ]


def projects(folder: Path) -> dict[str, list[str]]:
    found = [p for p in folder.rglob("*.vaglio") if not p.parent.name.endswith("-backups")]
    return {path.name: decided(path) for path in found}


def label(window) -> str:
    return window._saved.text()


@contextmanager
def held_by_another(path: Path):
    """The write lock in another program's hand."""
    with closing(sqlite3.connect(path, isolation_level=None, check_same_thread=False)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


class Heart:
    """The longest time between two ticks of the event loop."""

    def __init__(self) -> None:
        self.longest_s, self._last = 0.0, time.monotonic()
        self._timer = QTimer(interval=10)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def _beat(self) -> None:
        now = time.monotonic()
        self.longest_s, self._last = max(self.longest_s, now - self._last), now


# ---- another file


def _rename(path: Path, _other: Path) -> None:
    path.rename(path.with_name("q.vaglio"))


def _delete(path: Path, _other: Path) -> None:
    path.unlink()


def _move_folder(path: Path, _other: Path) -> None:
    path.parent.rename(path.parent.with_name("moved"))


def _rename_over(path: Path, other: Path) -> None:
    part = path.with_name(".part")
    shutil.copyfile(other, part)
    os.replace(part, path)


def _copy_over(path: Path, other: Path) -> None:
    shutil.copyfile(other, path)


def _cut_the_end(path: Path, _other: Path) -> None:
    os.truncate(path, path.stat().st_size * 2 // 3)


def _cut_the_last_page(path: Path, _other: Path) -> None:
    os.truncate(path, path.stat().st_size - 4096)


@pytest.fixture
def project(tmp_path):
    folder = tmp_path / "work"
    folder.mkdir()
    return folder / "p.vaglio"


def _wait_for_copy(shown, qtbot, project: Path) -> None:
    copy = project.with_name("p.vaglio-backups") / "while-open.vaglio"
    qtbot.waitUntil(copy.exists, timeout=5000)


@POSIX
@pytest.mark.parametrize(
    "hand",
    [_rename, _delete, _move_folder, _rename_over, _copy_over, _cut_the_end, _cut_the_last_page],
)
def test_no_decision_is_lost_whatever_happens_to_the_file(window, qtbot, project, tmp_path, hand):
    shown = window(TEXT)
    other = Path(shutil.copyfile(project, tmp_path / "other"))
    with Store.open(other) as theirs:
        session = Session(theirs, "anna")
        session.import_text("Theirs.")
    _wait_for_copy(shown, qtbot, project)
    press(qtbot, shown, "A", "A")
    assert label(shown).startswith("Saved ")
    hand(project, other)
    press(qtbot, shown, "A")  # before it can have been noticed
    assert not label(shown).startswith("Saved ")
    workspace = shown.workspace
    qtbot.waitUntil(lambda: shown.workspace is not workspace, timeout=8000)
    assert shown.problems.isVisible()
    assert label(shown).startswith("Saved ")
    assert mine(shown.workspace.annotate_mode.analyst_view).startswith(
        "[Anna|PER] saw [Rome|LOC], [Milan|LOC], Turin"
    )
    shown.workspace.view.setFocus()
    press(qtbot, shown, "A", "A")
    there = shown.workspace.path
    shown.close()
    if hand in (_rename_over, _copy_over):
        assert project.read_bytes() == other.read_bytes()
    if hand in (_cut_the_end, _cut_the_last_page):
        assert "was cut off" in shown.problems.current.message
        with pytest.raises(DamagedProject):
            Store.open(project)
        project.unlink()
    found = projects(tmp_path)
    assert found.pop(there.name) == NAMES[:5]
    for words in found.values():
        assert words in ([], NAMES[:2], NAMES[:3])


@POSIX
def test_it_is_noticed_with_nobody_touching_a_key(window, qtbot, project):
    shown = window(TEXT)
    press(qtbot, shown, "A")
    project.unlink()
    workspace = shown.workspace
    assert shown._poll.interval() <= 500  # the rest of the second is for making the copy
    qtbot.waitUntil(lambda: shown.workspace is not workspace, timeout=8000)
    assert "rescued" in shown.workspace.path.name
    assert "moved, renamed or deleted" in shown.problems.current.message
    assert decided(shown.workspace.path) == ["Anna"]


@POSIX
def test_closing_at_once_after_the_file_was_replaced_loses_and_mixes_nothing(
    window, qtbot, project, tmp_path
):
    shown = window(TEXT)
    other = Path(shutil.copyfile(project, tmp_path / "other"))
    _wait_for_copy(shown, qtbot, project)
    press(qtbot, shown, "A", "A")
    _rename_over(project, other)
    press(qtbot, shown, "A")
    shown.close()
    found = projects(project.parent)
    assert found.pop("p.vaglio") == []
    assert list(found.values()) == [NAMES[:3]]


@POSIX
def test_the_window_says_where_the_other_version_is_and_opens_it(window, qtbot, project, tmp_path):
    shown = window(TEXT)
    other = Path(shutil.copyfile(project, tmp_path / "other"))
    press(qtbot, shown, "A")
    _rename_over(project, other)
    qtbot.waitUntil(lambda: "rescued" in shown.workspace.path.name, timeout=3000)
    notice = shown.problems.current
    assert "Another version of p.vaglio" in notice.message
    assert notice.action == "Open p.vaglio"
    notice.act()
    assert shown.workspace.path == project
    assert (
        mine(shown.workspace.annotate_mode.analyst_view)
        == "Anna saw Rome, Milan, Turin, Pisa and Bari."
    )


@POSIX
def test_a_disk_pulled_out_and_put_back_gets_what_was_done_meanwhile(
    window, qtbot, project, tmp_path, monkeypatch
):
    monkeypatch.setattr("annotator.store.maintenance.rescue._copy", _no_place)
    shown = window(TEXT)
    press(qtbot, shown, "A")
    qtbot.wait(700)
    away = tmp_path / "away"
    shutil.copyfile(project, away)
    project.unlink()
    press(qtbot, shown, "A", "A")
    qtbot.waitUntil(shown.problems.isVisible, timeout=3000)
    assert "no copy of it" in shown.problems.current.message
    assert "3" not in label(shown)
    assert "not saved" in label(shown).lower()
    press(qtbot, shown, "A")  # one can go on
    assert "3 not saved yet" in label(shown)
    away.rename(project)
    qtbot.waitUntil(lambda: label(shown).startswith("Saved "), timeout=6000)
    assert decided(project) == NAMES[:4]


def _no_place(_store: Store) -> Path:
    from annotator.store.database.errors import ProjectFault

    raise ProjectFault("{name} is gone, and no copy of it could be made", name="p.vaglio")


# ---- a copy by somebody


def test_a_plain_copy_is_whole_a_second_after_the_last_key(window, qtbot, project, tmp_path):
    shown = window(TEXT)
    for number in range(1, 5):
        press(qtbot, shown, "A")
        qtbot.waitUntil(lambda: write_ahead_log.log_of(project).stat().st_size == 0, timeout=1000)
        copy = Path(shutil.copyfile(project, tmp_path / f"{number}.vaglio"))
        assert decided(copy) == NAMES[:number]


# ---- a lock


def test_an_edit_waits_for_another_program_and_the_window_lives(window, qtbot, project):
    shown = window(TEXT, "Another article.")
    here, there = shown.workspace.queue.ids()
    qtbot.wait(50)
    heart = Heart()
    with held_by_another(project):
        for _ in range(3):
            press(qtbot, shown, "A")
            qtbot.wait(150)
        assert label(shown) == "Waiting for another program · 3 not saved yet"
        assert "Another program is using p.vaglio" in shown.problems.current.message
        qtbot.wait(1000)
        assert mine(shown.workspace.annotate_mode.analyst_view).startswith(
            "[Anna|PER] saw [Rome|LOC], [Milan|LOC]"
        )
        for article_id in (there, here):  # one can read on
            shown.workspace.annotate_mode.open(article_id)
            qtbot.wait(50)
        assert heart.longest_s < 1.0
        assert mine(shown.workspace.annotate_mode.analyst_view).startswith(
            "[Anna|PER] saw [Rome|LOC], [Milan|LOC]"
        )
        with Store.open(project, readonly=True) as store:
            assert store.changes() == []
    qtbot.waitUntil(lambda: label(shown).startswith("Saved "), timeout=2000)
    assert shown.problems.current is None
    shown.close()
    assert decided(project) == NAMES[:3]
    with Store.open(project) as store:
        edits = [e.after for _, c in store.changes() for e in c.edits]
        assert [type(e) for e in edits].count(Entity) == 3


def test_what_waits_can_be_taken_back(window, qtbot, project):
    shown = window(TEXT)
    with held_by_another(project):
        press(qtbot, shown, "A", "A", "A")
        shown.act("undo")
        assert "2 not saved yet" in label(shown)
        assert mine(shown.workspace.annotate_mode.analyst_view).startswith(
            "[Anna|PER] saw [Rome|LOC], Milan"
        )
        with pytest.raises(ProjectBusy, match="waits to be saved"):
            shown.act("redo")
    qtbot.waitUntil(lambda: label(shown).startswith("Saved "), timeout=2000)
    assert decided(project) == NAMES[:2]


def test_closing_while_an_edit_waits_asks_and_closes_by_itself_when_it_is_saved(
    window, qtbot, project
):
    shown = window(TEXT)
    with held_by_another(project):
        press(qtbot, shown, "A", "A")
        assert not shown.close()
        [dialog] = shown.findChildren(UnsavedDialog)
        assert dialog.isVisible()
        qtbot.wait(500)
        assert shown.isVisible()
    qtbot.waitUntil(lambda: not shown.isVisible(), timeout=2000)
    assert decided(project) == NAMES[:2]


def test_closing_while_an_edit_waits_can_keep_it_in_a_copy(window, qtbot, project):
    shown = window(TEXT)
    with held_by_another(project):
        press(qtbot, shown, "A", "A")
        shown.close()
        [dialog] = shown.findChildren(UnsavedDialog)
        dialog._copy()
        assert not shown.isVisible()
    [copy] = project.parent.glob("p rescued*.vaglio")
    assert decided(copy) == NAMES[:2]
    assert decided(project) == []
    assert Path(shown.settings.last_project) == copy


def test_another_project_opened_while_an_edit_waits_leaves_it_in_a_copy(
    window, qtbot, project, tmp_path
):
    shown = window(TEXT)
    Store.create(tmp_path / "new.vaglio").close()
    with held_by_another(project):
        press(qtbot, shown, "A")
        shown.project.open(tmp_path / "new.vaglio")
    [copy] = project.parent.glob("p rescued*.vaglio")
    assert decided(copy) == ["Anna"]
    assert "could not be saved in p.vaglio" in shown.problems.current.message


def test_what_the_machine_found_waits_for_another_program_too(window, qtbot, project):
    shown = window("Rome grows.")
    suggestion_queue = shown.workspace.suggestion_queue
    from annotator.core.ids import new_id
    from annotator.suggest.runtime.worker_pool import WorkerAnswer

    article_id = shown.workspace.annotate_mode.analyst_view.article.id
    with held_by_another(project):
        suggestion_queue._save(article_id, new_id(), WorkerAnswer(author="machine:other@1"))
        assert shown.workspace.session.store.layer(article_id, "machine:other@1") is None
    qtbot.waitUntil(
        lambda: shown.workspace.session.store.layer(article_id, "machine:other@1") is not None,
        timeout=3000,
    )


def test_a_full_disk_keeps_the_edits_until_there_is_room(window, qtbot, project, monkeypatch):
    shown = window(TEXT)
    store = shown.workspace.session.store
    pages = store.connection.execute("PRAGMA page_count").fetchone()[0]
    store.connection.execute(f"PRAGMA max_page_count = {pages}")
    filler = "x" * 20_000
    from annotator.core.changes import Edit, change
    from annotator.core.model import Setting

    shown.workspace.annotate_mode.tell(
        shown.workspace.session.do(
            change("note", [Edit(None, Setting(id="n", body={"n": filler}))], by="anna")
        )
    )
    press(qtbot, shown, "A")
    assert label(shown) == "Waiting for room on the disk · 2 not saved yet"
    assert "no room on the disk" in shown.problems.current.message
    store.connection.execute("PRAGMA max_page_count = 1000000")
    qtbot.waitUntil(lambda: label(shown).startswith("Saved "), timeout=2000)
    shown.close()
    assert decided(project) == NAMES[:1]


def test_two_windows_worth_of_writers_lose_nothing_while_both_settle(window, qtbot, project):
    shown = window(TEXT)
    stop = threading.Event()

    def write() -> None:
        with Store.open(project) as store:
            session = Session(store, "bruno")
            number = 0
            while not stop.is_set():
                number += 1
                session.import_text(f"Article {number}.")
                store.settle()

    other = threading.Thread(target=write)
    other.start()
    try:
        for _ in range(6):
            press(qtbot, shown, "A")
            qtbot.wait(60)
        qtbot.waitUntil(lambda: label(shown).startswith("Saved "), timeout=3000)
    finally:
        stop.set()
        other.join()
    shown.close()
    assert decided(project) == NAMES


def test_what_is_typed_and_cannot_be_saved_is_told_of_before_the_window_closes(
    window, qtbot, project
):
    shown = window("[Anna|PER] saw [Rome|LOC].")
    press(qtbot, shown, "A", "Ctrl+Return", "Space")
    shown.workspace.annotate_mode.open(shown.workspace.queue.ids()[0])
    shown.workspace.annotate_mode.point_at(
        shown.workspace.annotate_mode.analyst_view.entities[0].id
    )
    shown.act("show_fields")
    form = shown.workspace.inspector.currentWidget().entity_form
    note = form.editor("note")
    note.setFocus()
    qtbot.keyClicks(note, "who")
    assert not shown.close()
    assert "submitted" in shown.problems.current.message
    assert shown.isVisible()
    store = shown.workspace.session.store
    assert shown.close()
    with pytest.raises(sqlite3.ProgrammingError):
        store.connection.execute("SELECT 1")
    assert not write_ahead_log.has_log(project)
    assert decided(project) == ["Anna"]
