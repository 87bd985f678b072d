"""What happens when a project is not as it should be: each case is told clearly, none is made worse."""

from __future__ import annotations

import os
import random
import stat
from pathlib import Path

import pytest

from annotator.core.errors import ProjectFault, ReadOnlyProject
from annotator.store import Store, check
from annotator.store.database import schema
from annotator.store.database.connection import connect, journal_for, sqlite3
from annotator.store.database.errors import (
    DamagedProject,
    DiskFull,
    ForeignProject,
    MissingProject,
    NewerFormat,
    ProjectBusy,
)
from annotator.store.database.filesystem import Filesystem, network_in
from annotator.store.file import write_ahead_log
from annotator.store.file.opening import close, open_file

from ..making import SAMPLE, accepting, annotated_article_of, load, own_layer, relabelling, suggest


@pytest.fixture(scope="module")
def whole_file(tmp_path_factory):
    """The bytes of a project with forty articles."""
    path = tmp_path_factory.mktemp("filled") / "news.vaglio"
    with Store.create(path) as store:
        for number in range(40):
            article, machine = suggest(store, f"{SAMPLE} Numero {number}. " + "parole " * 200)
            store.apply(
                accepting(own_layer(store, article), store.contents(machine.id).entities[0])
            )
    return path.read_bytes()


@pytest.fixture
def filled(tmp_path, whole_file):
    """A project with forty articles, closed, and all in one file."""
    path = tmp_path / "news.vaglio"
    path.write_bytes(whole_file)
    return path


def test_a_new_project_belongs_to_its_owner_alone_and_is_durable(project):
    assert stat.S_IMODE(project.stat().st_mode) == 0o600
    with Store.open(project) as store:
        modes = [
            store.connection.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("journal_mode", "synchronous", "foreign_keys", "trusted_schema")
        ]
        assert modes == ["wal", 2, 1, 0]
        assert store.notices == []


def test_making_a_project_never_overwrites_one(filled):
    before = filled.read_bytes()
    with pytest.raises(ProjectFault, match="there already"):
        Store.create(filled)
    assert filled.read_bytes() == before


def test_a_project_cannot_be_made_where_there_is_no_folder(tmp_path):
    with pytest.raises(ProjectFault, match="cannot be made"):
        Store.create(tmp_path / "nowhere" / "news.vaglio")


def test_a_missing_project_is_not_made_by_opening_it(tmp_path):
    with pytest.raises(MissingProject):
        Store.open(tmp_path / "news.vaglio")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("contents", "fault"),
    [
        (b"", DamagedProject),
        (b"Oggi piove.", ForeignProject),
        (b"SQLite format 3\0", ForeignProject),
        (b"\0" * 5000, ForeignProject),
    ],
)
def test_what_is_no_project_is_refused_and_left_as_it_is(tmp_path, contents, fault):
    path = tmp_path / "news.vaglio"
    path.write_bytes(contents)
    with pytest.raises(fault):
        Store.open(path)
    assert path.read_bytes() == contents
    assert [p.name for p in tmp_path.iterdir()] == ["news.vaglio"]


def test_another_programs_database_is_refused(tmp_path):
    path = tmp_path / "other.db"
    conn = sqlite3.connect(path)
    conn.execute("CREATE TABLE entity (id TEXT)")
    conn.close()
    with pytest.raises(ForeignProject, match="another program"):
        Store.open(path)


@pytest.mark.parametrize(
    "built_in",
    [
        "CREATE TRIGGER evil AFTER INSERT ON entity BEGIN DELETE FROM claim; END",
        "CREATE VIEW spy AS SELECT * FROM entity",
        "CREATE TABLE loot (x)",
        "CREATE INDEX more ON entity (note)",
        "DROP TRIGGER change_stays",
        "ALTER TABLE entity ADD COLUMN extra TEXT",
        "DROP INDEX entity_layer",
    ],
)
def test_a_project_with_something_built_in_is_refused_not_adopted(filled, built_in):
    conn = connect(filled)
    conn.execute(built_in)
    conn.close()
    with pytest.raises(ForeignProject, match="Import it"):
        Store.open(filled)
    with pytest.raises(ForeignProject):
        Store.open(filled, readonly=True)


def test_a_trigger_under_the_name_of_ours_is_refused(filled):
    conn = connect(filled)
    conn.execute("DROP TRIGGER text_stays")
    conn.execute("CREATE TRIGGER text_stays AFTER INSERT ON claim BEGIN DELETE FROM entity; END")
    conn.close()
    with pytest.raises(ForeignProject, match="text_stays"):
        Store.open(filled)


def test_the_tables_are_word_for_word_those_that_are_expected(store):
    assert schema.strangers(store.connection) == []


def test_statistics_of_sqlite_are_no_strangers(filled):
    conn = connect(filled)
    conn.execute("ANALYZE")
    conn.close()
    with Store.open(filled) as store:
        assert store.article_count() == 40


def test_a_newer_format_can_be_read_but_not_written(filled):
    conn = connect(filled)
    conn.execute(f"PRAGMA user_version = {schema.FORMAT + 1}")
    conn.execute("ALTER TABLE entity ADD COLUMN mood TEXT")
    conn.close()
    with pytest.raises(NewerFormat, match="for reading only"):
        Store.open(filled)
    with Store.open(filled, readonly=True) as store:
        assert "newer" in str(store.notices[0])
        assert len(list(store.annotated_articles())) == 40


def test_a_newer_format_that_lacks_what_we_read_is_refused(filled):
    conn = connect(filled)
    conn.execute(f"PRAGMA user_version = {schema.FORMAT + 1}")
    conn.execute("ALTER TABLE entity RENAME COLUMN label TO labels")
    conn.close()
    with pytest.raises(NewerFormat, match="cannot read it"):
        Store.open(filled, readonly=True)


def test_a_truncated_project_is_refused(filled):
    whole = filled.read_bytes()
    filled.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(DamagedProject, match="cut short"):
        Store.open(filled)


def test_zeroed_pages_are_refused_and_nothing_crashes(filled):
    whole = filled.read_bytes()
    pages = len(whole) // 4096
    pick = random.Random(4)
    for page in [1, 2, pages - 1, *(pick.randrange(3, pages) for _ in range(12))]:
        hurt = bytearray(whole)
        hurt[page * 4096 : (page + 1) * 4096] = bytes(4096)
        filled.write_bytes(hurt)
        with pytest.raises(ProjectFault, match="Restore a backup"):
            Store.open(filled)


@pytest.mark.parametrize("name", [b"CREATE TABLE ruling", b"CREATE TRIGGER"])
def test_a_shape_that_is_no_text_is_damage(filled, name):
    whole = bytearray(filled.read_bytes())
    at = whole.find(name)
    while at >= 0:  # everywhere: some places are left over from earlier
        whole[at + 30] = 0xFA
        at = whole.find(name, at + 1)
    filled.write_bytes(whole)
    with pytest.raises(ProjectFault, match="Restore a backup"):
        Store.open(filled)


def test_a_full_text_index_of_no_version_is_damage(filled):
    conn = connect(filled)
    (table,) = (
        name
        for (name,) in conn.execute("SELECT name FROM sqlite_schema WHERE name LIKE '%_config'")
    )
    conn.execute(f"UPDATE {table} SET v = 0 WHERE k = 'version'")
    conn.close()
    with pytest.raises(ProjectFault, match="Restore a backup"):
        Store.open(filled)


def test_no_flipped_bit_goes_unseen(filled):
    """Either opening refuses, or the whole check finds it, or the contents are untouched."""
    whole = filled.read_bytes()
    with Store.open(filled) as store:
        contents, log = list(store.annotated_articles()), store.changes()
    pick = random.Random(11)
    for _ in range(40):
        hurt = bytearray(whole)
        hurt[pick.randrange(100, len(hurt))] ^= 1 << pick.randrange(8)
        filled.write_bytes(hurt)
        if _opens_without_a_finding(filled):
            with Store.open(filled) as store:
                assert list(store.annotated_articles()) == contents
                assert store.changes() == log


def _opens_without_a_finding(path):
    try:
        with Store.open(path) as store:
            return check(store) == []
    except ProjectFault:
        return False


def test_a_file_that_nobody_may_write_is_read_from_a_copy(filled):
    filled.chmod(0o400)
    with Store.open(filled) as store:
        assert store.readonly
        assert "to read only" in str(store.notices[0])
        article = next(store.annotated_articles()).article
        with pytest.raises(ReadOnlyProject):
            store.apply(relabelling(*_one(store, article)))
    assert [p.name for p in filled.parent.iterdir()] == [filled.name]


def test_a_read_only_folder_keeps_what_is_still_in_the_write_ahead_log(project):
    writer = Store.open(project)
    load(writer, annotated_article_of(SAMPLE))
    assert project.with_name(project.name + "-wal").stat().st_size > 0
    project.parent.chmod(0o500)
    try:
        with Store.open(project) as reader:
            assert reader.readonly
            assert reader.article_count() == 1
    finally:
        project.parent.chmod(0o700)
        writer.close()


def _one(store, article):
    layer = store.layer(article.id, "anna")
    return layer, store.contents(layer.id).entities[0], "X"


def test_opening_for_reading_only_writes_nothing(filled):
    with Store.open(filled, readonly=True) as store:
        article = next(store.annotated_articles()).article
        change = relabelling(*_one(store, article))
        with pytest.raises(ReadOnlyProject):
            store.apply(change)
        with pytest.raises(ReadOnlyProject):
            store.save_suggestions(article.id, "machine:x@1", layer_id="x")


def test_on_a_network_drive_there_is_no_write_ahead_log_and_a_notice(filled):
    opened = open_file(filled, medium=Filesystem(network="cifs"))
    try:
        assert "network drive" in str(opened.notices[0])
        assert opened.conn.execute("PRAGMA journal_mode").fetchone()[0] == "delete"
        assert opened.conn.execute("PRAGMA synchronous").fetchone()[0] == 2
    finally:
        close(opened)


def test_network_drives_are_told_by_their_mount(tmp_path):
    mounts = (
        "1 0 8:1 / / rw - ext4 /dev/sda1 rw\n"
        "2 1 0:9 / /srv/team\\040share rw shared:1 - cifs //server/share rw\n"
        "3 2 8:2 / /srv/team\\040share/local rw - xfs /dev/sdb1 rw\n"
        "nonsense\n"
    )
    assert network_in(mounts, Path("/srv/team share/news.vaglio")) == "cifs"
    assert network_in(mounts, Path("/srv/team share/local/news.vaglio")) == ""
    assert network_in(mounts, Path("/home/anna/news.vaglio")) == ""


def test_an_unsound_sqlite_gets_a_rollback_journal():
    assert journal_for(network=False, version=(3, 40, 1)) == "delete"
    assert journal_for(network=False, version=(3, 51, 2)) == "delete"
    assert journal_for(network=False, version=(3, 51, 3)) == "wal"
    assert journal_for(network=True, version=(3, 53, 4)) == "delete"


def test_a_full_disk_loses_the_edit_alone_and_saving_goes_on_when_there_is_room(filled):
    with Store.open(filled) as store:
        before = list(store.annotated_articles())
        pages = store.connection.execute("PRAGMA page_count").fetchone()[0]
        store.connection.execute(f"PRAGMA max_page_count = {pages}")
        big = [annotated_article_of(f"Testo {n}. " + "parola " * 3000) for n in range(20)]
        with pytest.raises(DiskFull, match="Free some space"):
            load(store, *big)
        assert list(store.annotated_articles()) == before
        store.connection.execute("PRAGMA max_page_count = 1000000")
        load(store, *big)
        assert store.article_count() == 60
        assert check(store) == []


def test_a_project_that_another_program_is_writing_says_so(filled):
    other = connect(filled)
    with Store.open(filled, patience_ms=1) as store:
        change = relabelling(*_one(store, next(store.annotated_articles()).article))
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(ProjectBusy, match="another window"):
            store.apply(change)
        other.execute("ROLLBACK")
        assert store.apply(change).hash
    other.close()


def test_two_windows_see_each_others_changes(filled):
    with Store.open(filled) as one, Store.open(filled) as two:
        assert not two.changed_elsewhere()
        layer, entity, _ = _one(one, next(one.annotated_articles()).article)
        one.apply(relabelling(layer, entity, "ORG"))
        assert two.changed_elsewhere()
        assert not two.changed_elsewhere()
        assert not one.changed_elsewhere()
        assert two.contents(layer.id).entities[0].label == "ORG"


def test_a_folder_is_no_project(tmp_path):
    with pytest.raises(MissingProject):
        Store.open(tmp_path)


def test_a_symbolic_link_opens_the_project_it_points_to(filled, tmp_path):
    link = tmp_path / "link.vaglio"
    os.symlink(filled, link)
    with Store.open(link) as store:
        assert store.article_count() == 40


@pytest.mark.parametrize(
    "spoil", ["UPDATE project SET id = CAST(x'ff' AS TEXT)", "DELETE FROM project"]
)
def test_a_project_without_a_readable_id_is_damaged(filled, spoil):
    conn = connect(filled)
    conn.execute(spoil)
    conn.close()
    with pytest.raises(DamagedProject):
        Store.open(filled)


def test_making_a_project_leaves_nothing_beside_it_whether_it_is_made_or_not(tmp_path):
    path = tmp_path / "new.vaglio"
    for _ in range(2):
        Store.create(path).close()
        assert path.stat().st_mode & 0o077 == 0
        with pytest.raises(ProjectFault, match="is there already"):
            Store.create(path)
        assert [each.name for each in tmp_path.iterdir()] == [path.name]
        path.unlink()
    with pytest.raises(ProjectFault, match="cannot be made"):
        Store.create(tmp_path / "no folder" / "new.vaglio")


def test_a_project_is_made_where_there_are_no_hard_links(tmp_path, monkeypatch):
    def link(_from, _to):
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", link)  # as a stick with FAT says
    path = tmp_path / "new.vaglio"
    Store.create(path).close()
    assert [each.name for each in tmp_path.iterdir()] == [path.name]


def test_a_log_that_another_program_takes_away_while_it_is_looked_at(tmp_path, monkeypatch):
    """The last window to close takes the log away, perhaps just between two looks of ours."""
    path = tmp_path / "p.vaglio"
    Store.create(path).close()
    log = write_ahead_log.log_of(path)
    log.write_bytes(b"something")
    there = Path.exists

    def exists(self, **how):
        was = there(self, **how)
        if self == log:
            log.unlink(missing_ok=True)
        return was

    monkeypatch.setattr(Path, "exists", exists)
    with Store.open(path) as store:
        assert not write_ahead_log.has_log(store.path)


def test_a_second_name_of_the_file_is_told_of(filled, tmp_path):
    with Store.open(filled) as store:
        assert store.notices == []
    os.link(filled, tmp_path / "second.vaglio")
    with Store.open(filled) as store:
        assert ["hard link" in str(notice) for notice in store.notices] == [True]
    with Store.open(filled, readonly=True) as store:
        assert store.notices == []
