"""Backups are whole, also of a project at work, and only so many are kept."""

from __future__ import annotations

import errno
import os
import resource
import signal
import stat
import sys
from contextlib import contextmanager
from pathlib import Path

import pytest

from annotator.core.errors import ProjectFault
from annotator.store import Store, backup, listing, rotate
from annotator.store.database.errors import DiskFault, DiskFull

from ..making import SAMPLE, annotated_article_of, load


def test_a_backup_holds_what_is_still_in_the_write_ahead_log(project, tmp_path):
    with Store.open(project) as store:
        load(store, annotated_article_of(SAMPLE))
        copy = backup(project, tmp_path / "copies" / "copy.vaglio")
        whole = list(store.annotated_articles())
    with Store.open(copy) as copied:
        assert list(copied.annotated_articles()) == whole
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600


def test_a_backup_is_one_file(project, tmp_path):
    copy = backup(project, tmp_path / "copies" / "copy.vaglio")
    assert list(copy.parent.iterdir()) == [copy]


def test_a_backup_that_fails_leaves_the_one_before(project, tmp_path):
    copy = backup(project, tmp_path / "copy.vaglio")
    before = copy.read_bytes()
    os.truncate(project, 0)
    with pytest.raises(ProjectFault):
        backup(project, copy)
    assert copy.read_bytes() == before
    assert not list(tmp_path.glob(".*part"))


def test_a_backup_into_a_place_that_is_no_folder_says_so(project, tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(ProjectFault, match="could not be written"):
        backup(project, tmp_path / "file" / "copy.vaglio")


def test_only_the_newest_automatic_backups_are_kept(project):
    made = [rotate(project, keep=3, reason=str(n)) for n in range(5)]
    assert [kept.path for kept in listing(project)] == made[:1:-1]


def test_an_hourly_backup_waits_for_its_hour_and_for_something_new(project):
    first = rotate(project)
    assert rotate(project, every_s=3600) == first
    old = first.stat().st_mtime - 7200
    os.utime(first, (old, old))
    second = rotate(project, every_s=3600)
    assert second != first
    os.utime(second, (old, old))
    os.utime(project, (old - 1, old - 1))
    assert rotate(project, every_s=3600) == second


def test_other_files_in_the_folder_are_left_alone(project):
    kept = rotate(project)
    stranger = kept.parent / "notes.txt"
    stranger.write_text("mine")
    for _ in range(3):
        rotate(project, keep=1)
    assert stranger.read_text() == "mine"
    assert len(listing(project)) == 1


def test_what_a_killed_backup_has_left_is_taken_away_after_a_day(project):
    folder = rotate(project).parent
    old, fresh = folder / ".20260101T000000.000.vaglio.part", folder / ".20260102T0.vaglio.part"
    for each in (old, fresh):
        each.write_bytes(b"half")
    os.utime(old, (0, 0))
    rotate(project)
    assert (old.exists(), fresh.exists()) == (False, True)


def test_what_sqlite_says_of_a_copy_in_words_alone_is_told_as_what_it_is(project, tmp_path):
    """An error of a backup has no code: with a full disk it came out as a bug of ours."""
    with resource_limit(resource.RLIMIT_FSIZE, 40 << 10), pytest.raises((DiskFault, DiskFull)):
        backup(project, tmp_path / "copy.vaglio")
    assert not (tmp_path / "copy.vaglio").exists()
    backup(project, tmp_path / "copy.vaglio")


@contextmanager
def resource_limit(which, size):
    before = resource.getrlimit(which)
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(which, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(which, before)
        signal.signal(signal.SIGXFSZ, ignored)


@pytest.mark.skipif(sys.platform == "win32", reason="rights of POSIX")
def test_a_backup_in_the_place_of_a_pipe_is_its_owners_alone(project, tmp_path):
    pipe = tmp_path / "copy.vaglio"
    os.mkfifo(pipe)
    pipe.chmod(0o666)
    assert stat.S_IMODE(backup(project, pipe).stat().st_mode) == 0o600


def test_a_folder_of_backups_that_cannot_be_read_is_told_of(project, monkeypatch):
    rotate(project)

    def refused(_folder):
        raise OSError(errno.EMFILE, "Too many open files")

    monkeypatch.setattr(Path, "iterdir", refused)
    for look in (listing, rotate):
        with pytest.raises(ProjectFault, match="Too many open files"):
            look(project)
