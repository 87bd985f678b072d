"""What somebody else does to the file of an open project: nothing is lost, and nothing is mixed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from annotator.core.changes import Edit, change
from annotator.core.editing import annotation_edits
from annotator.core.editing.analyst_view import AnalystView
from annotator.core.model import Setting
from annotator.services.session import Session, open_session
from annotator.store import (
    ArticleFilter,
    FileState,
    Store,
    back_up_while_open,
    backup,
    check,
    listing,
    refuge,
    rotate,
)
from annotator.store.database.connection import connect, connect_unchanging, sqlite3
from annotator.store.database.errors import DisplacedProject, ProjectFault
from annotator.store.file import file_mark, write_ahead_log
from annotator.store.file.encrypted_attachments import kept_files_of
from tests.core.paper import span

WORDS = [
    "Anna",
    "Bruno",
    "Carla",
    "Dario",
    "Elena",
    "Fabio",
    "Gina",
    "Hugo",
    "Ines",
    "Jan",
    "Karl",
    "Lena",
]
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="an open file cannot be replaced there")


def made(path: Path, text: str = " ".join(WORDS)) -> str:
    """A project with one article; its id."""
    with open_session(path, analyst="anna", create=True).store as store:
        return Session(store, "anna").import_text(text)


def mark(store: Store, article_id: str, *words: str) -> None:
    session = Session(store, "anna")
    for word in words:
        analyst_view = session.analyst_view(article_id)
        session.do(annotation_edits.mark(analyst_view, [span(analyst_view, word)], "PER"))


def marked(path: Path) -> list[str]:
    """The words that are labelled in the project at *path*, which is whole or says that it is not."""
    with Store.open(path) as store:
        assert {finding.code for finding in check(store)} <= {"incomplete"}
        return [word for id_ in _ids(store) for word in _labelled(store, id_)]


def _ids(store: Store) -> list[str]:
    return store.queue(ArticleFilter(analyst=""))


def _labelled(store: Store, article_id: str) -> list[str]:
    analyst_view: AnalystView = Session(store, "anna").analyst_view(article_id)
    return [analyst_view.words_of(entity) for entity in analyst_view.entities]


def alone(path: Path, to: Path) -> Path:
    """A plain copy of the project file, without what lies beside it."""
    return Path(shutil.copyfile(path, to))


# ---- noticing


def _rename(path: Path, _other: Path) -> None:
    path.rename(path.with_name("q.vaglio"))


def _delete(path: Path, _other: Path) -> None:
    path.unlink()


def _move_away(path: Path, _other: Path) -> None:
    folder = path.parent / "elsewhere"
    folder.mkdir()
    path.rename(folder / path.name)


def _move_folder(path: Path, _other: Path) -> None:
    path.parent.rename(path.parent.with_name("moved"))


def _rename_over(path: Path, other: Path) -> None:
    part = path.with_name(".part")
    shutil.copyfile(other, part)
    os.replace(part, path)


def _copy_over(path: Path, other: Path) -> None:
    shutil.copyfile(other, path)


def _delete_log(path: Path, _other: Path) -> None:
    write_ahead_log.log_of(path).unlink()


HANDS = [_rename, _delete, _move_away, _move_folder, _rename_over, _copy_over, _delete_log]


@pytest.fixture
def project(tmp_path):
    folder = tmp_path / "work"
    folder.mkdir()
    return folder / "p.vaglio"


def everything(folder: Path) -> dict[str, list[str]]:
    """What is labelled in each project that is anywhere in *folder*."""
    found = sorted(p for p in folder.rglob("*.vaglio") if "-backups" not in str(p.parent))
    return {path.name: marked(path) for path in found}


@POSIX
@pytest.mark.parametrize("settled", [True, False])
@pytest.mark.parametrize("hand", HANDS)
def test_whatever_is_done_to_the_file_no_decision_is_lost_and_none_is_mixed(
    project, tmp_path, hand, settled
):
    id_ = made(project)
    other = alone(project, tmp_path / "other")
    with Store.open(other) as theirs:
        mark(theirs, id_, "Karl", "Lena")
    store = Store.open(project)
    back_up_while_open(project)
    mark(store, id_, "Anna", "Bruno")
    if settled:
        assert store.settle()
    assert store.standing is FileState.HERE
    hand(project, other)
    assert store.standing is not FileState.HERE
    with pytest.raises(DisplacedProject):
        mark(store, id_, "Carla")
    waiting = Session(store, "anna")
    waiting.waits = True
    analyst_view = waiting.analyst_view(id_) if hand is not _copy_over else None
    if analyst_view is not None:
        waiting.do(annotation_edits.mark(analyst_view, [span(analyst_view, "Carla")], "PER"))
    found = refuge(store, waiting.waiting)
    assert found.left_out == ()
    mine = ["Anna", "Bruno"] + (["Carla"] if analyst_view is not None else [])
    assert marked(found.path) == mine
    for name, words in everything(tmp_path).items():
        assert set(words) <= {*mine} or set(words) <= {"Karl", "Lena"}, name
    if hand in (_rename_over, _copy_over):
        assert marked(project) == ["Karl", "Lena"]


def _put_a_pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def _put_a_circle(path: Path) -> None:
    path.unlink()
    path.symlink_to(path.name)


def _move_and_leave_a_link(path: Path) -> None:
    """SQLite has the log beside the file: who opens the link would begin another one there."""
    _move_away(path, path)
    path.symlink_to(path.parent / "elsewhere" / path.name)


@POSIX
@pytest.mark.parametrize("hand", [_put_a_pipe, _put_a_circle, _move_and_leave_a_link])
def test_what_has_the_files_name_now_is_neither_waited_for_nor_written_to(project, hand):
    id_ = made(project)
    store = Store.open(project)
    mark(store, id_, "Anna", "Bruno")
    hand(project)
    with pytest.raises(DisplacedProject):
        mark(store, id_, "Carla")
    assert marked(refuge(store).path) == ["Anna", "Bruno"]


@POSIX
def test_a_project_opened_by_a_link_is_watched_where_it_lies(project, tmp_path):
    id_ = made(project)
    old = alone(project, tmp_path / "old")
    link = tmp_path / "link.vaglio"
    link.symlink_to(project)
    store = Store.open(link)
    mark(store, id_, "Anna", "Bruno", "Carla")
    crashed = Path(shutil.copytree(project.parent, tmp_path / "crashed")) / project.name
    _delete_log(project, old)
    assert store.standing is FileState.LOG_TAKEN
    assert marked(refuge(store).path) == ["Anna", "Bruno", "Carla"]
    link.unlink()
    link.symlink_to(crashed)
    shutil.copyfile(old, crashed)
    assert marked(link) == []


@POSIX
def test_what_belongs_to_a_project_is_found_by_a_link_to_it(project, tmp_path):
    """Else a deletion, or a new passphrase, would leave out the backups and the kept files."""
    made(project)
    kept = rotate(project)
    files = kept_files_of(project).folder
    link = tmp_path / "link.vaglio"
    link.symlink_to(project)
    assert [each.path for each in listing(link)] == [kept]
    assert kept_files_of(link).folder == files


@POSIX
def test_a_file_that_is_renamed_in_its_folder_is_followed(project):
    id_ = made(project)
    store = Store.open(project)
    mark(store, id_, "Anna")
    _rename(project, project)
    found = refuge(store)
    assert (found.path.name, found.is_copy) == ("q.vaglio", False)
    assert sorted(p.name for p in project.parent.iterdir()) == ["q.vaglio"]
    assert marked(found.path) == ["Anna"]


@POSIX
def test_the_same_file_written_anew_by_a_sync_client_is_simply_gone_on_with(project, tmp_path):
    id_ = made(project)
    store = Store.open(project)
    mark(store, id_, "Anna")
    store.settle()
    _rename_over(project, alone(project, tmp_path / "same"))
    assert store.standing is FileState.REPLACED
    found = refuge(store)
    assert (found.path, found.is_copy) == (project, False)
    assert marked(project) == ["Anna"]


@POSIX
@pytest.mark.parametrize("hand", [_rename_over, _copy_over])
def test_closing_touches_nothing_of_what_was_put_in_the_place(project, tmp_path, hand):
    id_ = made(project)
    other = alone(project, tmp_path / "other")
    with Store.open(other) as theirs:
        mark(theirs, id_, "Karl")
    store = Store.open(project)
    mark(store, id_, "Anna", "Bruno")
    hand(project, other)
    before = project.read_bytes()
    store.close()
    assert project.read_bytes() == before == other.read_bytes()
    assert marked(project) == ["Karl"]


@POSIX
def test_another_process_does_not_read_a_new_file_with_the_old_ones_log(project, tmp_path):
    id_ = made(project)
    other = alone(project, tmp_path / "other")
    with Store.open(other) as theirs:
        mark(theirs, id_, *WORDS[5:])
    store = Store.open(project)
    mark(store, id_, *WORDS[:4])
    _rename_over(project, other)
    text = tmp_path / "new.txt"
    text.write_text("Maria sleeps.")
    command = [sys.executable, "-m", "annotator"]
    done = subprocess.run([*command, "import", str(project), str(text)], capture_output=True)
    assert done.returncode == 0, done.stderr
    assert store.is_cut_off()
    assert marked(refuge(store).path) == WORDS[:4]
    assert marked(project) == WORDS[5:]
    with Store.open(project) as theirs:
        assert theirs.article_count() == 2


@POSIX
def test_this_process_does_not_open_another_file_under_the_name_of_an_open_one(project, tmp_path):
    id_ = made(project)
    other = alone(project, tmp_path / "other")
    with Store.open(project) as store:
        mark(store, id_, "Anna")
        _rename_over(project, other)
        for attempt in (lambda: Store.open(project), lambda: rotate(project)):
            with pytest.raises(DisplacedProject, match="no longer the file"):
                attempt()


@POSIX
def test_a_long_write_of_the_command_line_ends_where_the_file_is_replaced(project, tmp_path):
    made(project)
    other = alone(project, tmp_path / "other")
    with Store.open(project) as store:

        def coming():
            _rename_over(project, other)
            yield from ()

        with pytest.raises(DisplacedProject):
            store.load(coming(), author="anna", tool="test")
    assert marked(project) == []


@POSIX
def test_a_disk_that_was_pulled_out_and_put_back_has_all_that_was_done_meanwhile(project, tmp_path):
    id_ = made(project)
    session = open_session(project, analyst="anna")
    session.waits = True
    session.store.settle()
    away = tmp_path / "away"
    alone(project, away)
    project.unlink()  # what is open is not what comes back: it has another inode
    analyst_view = session.analyst_view(id_)
    session.do(annotation_edits.mark(analyst_view, [span(analyst_view, "Anna")], "PER"))
    assert len(session.waiting) == 1
    away.rename(project)
    found = refuge(session.store, session.waiting)
    assert (found.path, found.is_copy) == (project, False)
    assert marked(project) == ["Anna"]


# ---- a copy of the file alone


def test_a_plain_copy_is_whole_once_it_is_settled_and_says_so_before(project, tmp_path):
    id_ = made(project)
    with Store.open(project) as store:
        mark(store, id_, "Anna", "Bruno", "Carla")
        early = alone(project, tmp_path / "early.vaglio")
        assert store.settle()
        whole = alone(project, tmp_path / "whole.vaglio")
    assert marked(whole) == ["Anna", "Bruno", "Carla"]
    with Store.open(early) as store:
        assert [f.code for f in check(store)] == ["incomplete"]
        assert any("newest edits" in str(notice) for notice in store.notices)
        mark(store, id_, "Dario")  # going on with it is a decision: it is what there is now
    with Store.open(early) as store:
        assert check(store) == []


def test_a_reader_of_an_old_state_puts_off_settling_and_no_more(project):
    id_ = made(project)
    with Store.open(project) as store, closing(connect(project, mode="ro")) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM change").fetchone()
        mark(store, id_, "Anna")
        began = time.monotonic()
        assert not store.settle()
        assert time.monotonic() - began < 0.1
        reader.execute("COMMIT")
        assert store.settle()


def test_nobody_who_only_reads_makes_a_project_look_incomplete(project):
    made(project)
    with Store.open(project):
        pass
    with connect_unchanging(project) as conn:
        assert file_mark.read(conn).is_whole


# ---- after a crash

_DIE = """
import os, sys
from pathlib import Path
from annotator.store import Store
from tests.store.test_foreign_hands import mark
store = Store.open(Path(sys.argv[1]))
mark(store, sys.argv[2], *sys.argv[3:])
os._exit(1)
"""


def die(path: Path, article_id: str, *words: str) -> None:
    """Another process marks *words* and dies before it can tidy up."""
    subprocess.run([sys.executable, "-c", _DIE, str(path), article_id, *words], check=False)
    assert write_ahead_log.log_of(path).stat().st_size > 0


def test_what_a_crash_left_in_the_log_is_there_again(project):
    id_ = made(project)
    die(project, id_, "Anna", "Bruno", "Carla")
    assert marked(project) == ["Anna", "Bruno", "Carla"]
    assert not list(project.parent.glob("*set-aside*"))


def test_a_crashed_project_that_was_moved_with_its_log_still_has_all(project, tmp_path):
    id_ = made(project)
    die(project, id_, "Anna", "Bruno")
    there = tmp_path / "there"
    shutil.copytree(project.parent, there)
    (there / "p.vaglio-shm").unlink(missing_ok=True)
    assert marked(there / "p.vaglio") == ["Anna", "Bruno"]


@pytest.mark.parametrize("how", ["copy", "rename", "plain copy of before"])
def test_a_backup_put_over_a_crashed_project_is_what_it_was(project, tmp_path, how):
    id_ = made(project)
    with Store.open(project) as store:
        mark(store, id_, "Anna", "Bruno")
    kept = tmp_path / "kept.vaglio"
    if how == "plain copy of before":
        alone(project, kept)
    else:
        backup(project, kept)
    with Store.open(project) as store:
        mark(store, id_, "Carla")
    die(project, id_, *WORDS[3:])
    if how == "rename":
        os.replace(kept, project)
    else:
        shutil.copyfile(kept, project)
    with Store.open(project) as store:
        [said] = [str(notice) for notice in store.notices]
        assert "belongs to another version" in said
    assert marked(project) == ["Anna", "Bruno"]
    [aside] = project.parent.glob("*set-aside*.wal")
    assert aside.name in said
    assert file_mark.in_log(aside)


def test_a_backup_of_the_crashed_state_itself_is_what_it_was(project, tmp_path):
    id_ = made(project)
    die(project, id_, "Anna")
    kept = backup(project, tmp_path / "kept.vaglio")
    die(project, id_, "Bruno")
    shutil.copyfile(kept, project)
    assert marked(project) == ["Anna"]


def test_a_backup_made_before_marks_were_kept_is_what_it_was(project, tmp_path):
    id_ = made(project)
    old = alone(project, tmp_path / "old.vaglio")
    with closing(sqlite3.connect(old)) as conn:
        conn.execute("UPDATE project SET made_with = '0.1.0'")
        conn.commit()
        conn.execute("PRAGMA journal_mode = DELETE")
    die(project, id_, "Anna", "Bruno")
    shutil.copyfile(old, project)
    assert marked(project) == []


def test_two_copies_that_are_both_worked_on_go_their_own_ways(project, tmp_path):
    id_ = made(project)
    twin = alone(project, tmp_path / "twin.vaglio")
    with Store.open(twin) as store:
        mark(store, id_, "Karl")
    die(project, id_, "Anna")  # as many writes in the one as in the other
    shutil.copyfile(twin, project)
    assert marked(project) == ["Karl"]


# ---- backups


def test_a_backup_just_made_is_kept_though_others_are_dated_later(project, monkeypatch):
    id_ = made(project)
    first = rotate(project)
    for day in range(10, 17):
        shutil.copyfile(first, first.with_name(f"209901{day}T000000.000.vaglio"))
    for word in WORDS[:5]:
        with Store.open(project) as store:
            mark(store, id_, word)
        made_now = rotate(project)
        assert made_now.exists()
    names = [kept.path.name for kept in listing(project)]
    assert len(names) == 7
    assert sum(name.startswith("2099") for name in names) == 2
    newest = next(name for name in names if not name.startswith("2099"))
    assert marked(first.with_name(newest)) == WORDS[:5]


def test_an_hourly_backup_is_made_though_the_clock_was_set_back(project):
    id_ = made(project)
    ahead = rotate(project)
    ahead.rename(ahead.with_name("20990110T000000.000.vaglio"))
    os.utime(ahead.with_name("20990110T000000.000.vaglio"), (4e9, 4e9))
    with Store.open(project) as store:
        mark(store, id_, "Anna")
    kept = rotate(project, every_s=3600)
    assert not kept.name.startswith("2099")
    assert marked(kept) == ["Anna"]
    assert rotate(project, every_s=3600) == kept


# ---- names


@pytest.mark.parametrize("name", ["a" * 247, "è" * 123 + "a", "a" * 240 + ".vaglio"])
def test_the_longest_names_work_with_all_that_lies_beside(tmp_path, name):
    path = tmp_path / name
    id_ = made(path)
    with Store.open(path) as store:
        mark(store, id_, "Anna")
        kept = rotate(path)
        assert marked(store.rescue()) == ["Anna"]
    assert kept.exists()
    die(path, id_, "Bruno")
    shutil.copyfile(kept, path)
    assert marked(path) == ["Anna"]


@pytest.mark.parametrize("name", ["a" * 248, "è" * 124, "a" * 255, "a" * 300])
def test_a_name_that_is_too_long_is_refused_before_anything_is_made(tmp_path, name):
    path = tmp_path / name
    other = tmp_path / "p.vaglio"
    made(other)
    before = set(tmp_path.iterdir())
    for attempt in (
        lambda: Store.create(path),
        lambda: open_session(path, analyst="anna", create=True),
        lambda: Store.open(path),
        lambda: rotate(path),
        lambda: backup(other, path),
    ):
        with pytest.raises(ProjectFault, match="too long"):
            attempt()
    assert set(tmp_path.iterdir()) == before


def test_a_file_into_which_half_of_the_log_was_brought_is_made_whole_by_it(project):
    """As a power cut leaves it: the file alone cannot be read, so it is not judged without its log."""
    id_ = made(project)
    die(project, id_, "Anna", "Bruno")
    hurt = bytearray(project.read_bytes())
    hurt[28:32] = (len(hurt) // 4096 + 9).to_bytes(4, "big")  # pages that are in the log only
    hurt[24:28] = hurt[92:96] = b"\0\0\1\0"
    hurt[8000:8192] = bytes(192)
    project.write_bytes(hurt)
    assert write_ahead_log.mark_in(project) is None
    write_ahead_log.prepare(project)
    assert not list(project.parent.glob("*set-aside*"))


def test_a_log_torn_where_an_old_mark_was_is_not_taken_for_a_foreign_one(project):
    """As a power cut leaves a log that was begun anew: the heads of pages, over what was there before."""
    id_ = made(project)
    log = write_ahead_log.log_of(project)
    with Store.open(project) as store:
        mark(store, id_, *WORDS[:3])
        old = log.read_bytes()
        store.connection.execute("PRAGMA wal_checkpoint(PASSIVE)")
        whole = project.read_bytes()
        grown = Setting(
            id="grown", body={"by": "x" * 20_000}
        )  # so that the first page changes, too
        store.apply(change("grow", [Edit(None, grown)], by="anna"))
        new = log.read_bytes()
    frame, at = 24 + 4096, 32
    torn = bytearray(new)
    pages = [old[i + 24 : i + frame] for i in range(at, len(old), frame)]
    page = next(page for page in pages if file_mark.in_page(page))
    while not file_mark.in_page(new[at + 24 : at + frame]):
        at += frame
    assert at > 32
    torn[at + 24 : at + frame] = page
    project.write_bytes(whole)
    log.write_bytes(torn)
    assert marked(project) == WORDS[:3]
    with Store.open(project) as store:
        assert check(store) == []
        assert store.notices == []
    assert not list(project.parent.glob("*set-aside*"))


@pytest.mark.parametrize("left", [b"", b"\0" * 9000, "header"])
def test_a_copy_whose_log_is_of_no_use_is_known_to_be_incomplete(project, tmp_path, left):
    id_ = made(project)
    die(project, id_, "Anna", "Bruno")
    copy = alone(project, tmp_path / "copy.vaglio")
    log = write_ahead_log.log_of(project).read_bytes()
    write_ahead_log.log_of(copy).write_bytes(log[:32] if left == "header" else left)
    with Store.open(copy) as store:
        assert [finding.code for finding in check(store)] == ["incomplete"]


def test_a_copy_with_its_log_is_whole_however_soon_it_is_closed(project, tmp_path):
    id_ = made(project)
    die(project, id_, "Anna", "Bruno")
    there = tmp_path / "there"
    shutil.copytree(project.parent, there)
    store = Store.open(there / "p.vaglio")  # and nobody closes it
    alone(there / "p.vaglio", tmp_path / "again.vaglio")
    assert marked(tmp_path / "again.vaglio") == ["Anna", "Bruno"]
    with Store.open(tmp_path / "again.vaglio") as again:
        assert check(again) == []
    store.close()
