"""Encrypted projects: what their files say, and that a change of key is whole or never was."""

from __future__ import annotations

import ast
import os
import shutil
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest

from annotator.core import recovery_words
from annotator.services import protection
from annotator.services.archived_sources import ArchivedSources
from annotator.services.session import Session
from annotator.store import FullTextSearch, Store, backup, check, kept_files_of, repair, rotate
from annotator.store.database import keys
from annotator.store.database.connection import connect
from annotator.store.database.errors import (
    DamagedProject,
    LockedProject,
    ProjectBusy,
    WrongPassphrase,
)
from annotator.store.file.attachments import KeptFault
from tests.services.test_session import paste
from tests.test_layers import MODULES

pytest.importorskip("sqlcipher3")

PASSPHRASE = "quattro parole strane qui"
WORDS = (b"Segretissimo", b"segretissimo", b"Grottaminarda", b"grottaminarda")
MARKED = "[Segretissimo Rossi|PER] parla a [Grottaminarda|LOC]. {Il bilancio cala|CLAIM}."


@pytest.fixture(scope="module")
def key():
    return protection.new_key(PASSPHRASE)


@pytest.fixture(autouse=True)
def forgetting():
    yield
    keys._known.clear()
    assert not keys._held


@pytest.fixture
def plain(tmp_path):
    """A project with an article, a kept file and a backup."""
    path = tmp_path / "p.vaglio"
    with Store.create(path) as store:
        session = Session(store, "anna")
        paste(session, MARKED)
        page = tmp_path / "page.txt"
        page.write_text("Così disse Segretissimo ai giornali, a Grottaminarda.", encoding="utf-8")
        ArchivedSources(session).keep(page)
        page.unlink()
        rotate(path)
    return path


def readable(folder):
    files = [p for p in folder.rglob("*") if p.is_file()]
    assert files
    return [p.name for p in files if any(word in p.read_bytes() for word in WORDS)]


def sound(path):
    with Store.open(path) as store:
        session = Session(store, "anna")
        source = store.sources()[0]
        assert "Segretissimo" in ArchivedSources(session).saved(source).text
        assert store.article_count() == 1
        assert store.notices == []
        return check(store) == []


def test_no_word_can_be_read_in_the_project_its_log_backups_or_files(plain, key, tmp_path):
    assert len(readable(tmp_path)) == 4
    assert protection.encrypt(plain, key).left == []
    assert readable(tmp_path) == []
    with Store.open(plain) as store:
        assert store.is_encrypted
        paste(Session(store, "anna"), "[Segretissimo Verdi|PER] tace.")
        assert (tmp_path / "p.vaglio-wal").stat().st_size > 0
        with FullTextSearch(plain) as search:
            assert len(search.search("segretissimo")) == 2
        rotate(plain)
        rescued = store.rescue()
        assert readable(tmp_path) == []
    with Store.open(rescued) as store:
        assert store.article_count() == 2


def test_a_new_project_is_encrypted_from_its_first_byte(tmp_path, key):
    with Store.create(tmp_path / "n.vaglio", key=key) as store:
        paste(Session(store, "anna"), MARKED)
        assert check(store) == []
        assert repair(store) == ([], [])
    assert readable(tmp_path) == []
    assert (tmp_path / "n.vaglio").read_bytes()[:16] == key.salt


def test_the_key_changes_and_goes_and_everything_follows(plain, key, tmp_path):
    protection.encrypt(plain, key)
    other = protection.new_key("un’altra frase lunga")
    protection.encrypt(plain, other)
    assert sound(plain)
    keys._known.clear()
    with pytest.raises(WrongPassphrase):
        keys.unlock(plain, PASSPHRASE)
    for each in (plain, *(tmp_path / "p.vaglio-backups").iterdir()):
        keys.unlock(each, "un’altra frase lunga")
    protection.decrypt(plain)
    assert sound(plain)
    assert len(readable(tmp_path)) == 4


def test_the_words_alone_open_it(plain, key):
    protection.encrypt(plain, key)
    for language in ("it", "en"):
        words = protection.words_of(key, language)
        assert len(words) == 24
        keys._known.clear()
        protection.unlock_with_words(plain, "\n".join(words).upper())
        assert sound(plain)
        words[3], words[4] = words[4], words[3]
        with pytest.raises(recovery_words.BadWords):
            protection.unlock_with_words(plain, " ".join(words))
    with pytest.raises(recovery_words.BadWords, match="none of the recovery words"):
        protection.unlock_with_words(plain, " ".join(["asdfgh", *words[1:]]))
    strangers = protection.words_of(keys.new_key(PASSPHRASE), "en")
    with pytest.raises(WrongPassphrase):
        protection.unlock_with_words(plain, " ".join(strangers))


def test_locked_and_damaged_are_told_apart(plain, key):
    protection.encrypt(plain, key)
    keys._known.clear()
    with pytest.raises(LockedProject, match="protected with a passphrase"):
        Store.open(plain)
    content = bytearray(plain.read_bytes())
    content[2000] ^= 1  # in the first page
    plain.write_bytes(content)
    keys.unlock(plain, PASSPHRASE)
    with pytest.raises(DamagedProject):
        Store.open(plain)


@pytest.mark.parametrize("length", [10, 4096, 10 * 4096, -4096, -7])
def test_a_file_that_is_cut_short_is_damaged(plain, key, length):
    protection.encrypt(plain, key)
    content = plain.read_bytes()
    plain.write_bytes(content[:length])
    with pytest.raises((DamagedProject, keys.LockedProject)) as said:
        Store.open(plain)
    assert said.type is DamagedProject


def test_every_page_that_is_altered_is_noticed(plain, key):
    protection.encrypt(plain, key)
    content = plain.read_bytes()
    for at in range(3000, len(content), 9 * 4096):
        altered = bytearray(content)
        altered[at] ^= 1
        plain.write_bytes(altered)
        with pytest.raises(DamagedProject):
            Store.open(plain)


def test_a_project_that_is_open_elsewhere_is_left_alone(plain, key, tmp_path):
    with Store.open(plain), pytest.raises(ProjectBusy, match="open in another"):
        protection.encrypt(plain, key)
    assert sound(plain)
    assert keys.salt_of(plain) is None
    assert not list(tmp_path.rglob("*.sealed"))


def test_a_project_that_another_process_has_open_is_left_alone(plain, key, tmp_path):
    code = """
import sys
from pathlib import Path
from annotator.store import Store
with Store.open(Path(sys.argv[1])):
    print("open", flush=True)
    sys.stdin.read()
"""
    pipe = subprocess.PIPE
    with subprocess.Popen([sys.executable, "-c", code, str(plain)], stdin=pipe, stdout=pipe) as it:
        it.stdout.readline()
        with pytest.raises(ProjectBusy, match="open in another"):
            protection.encrypt(plain, key)
        it.stdin.close()
    assert sound(plain)
    assert not list(tmp_path.rglob("*.sealed"))


def test_a_hard_link_of_somebodys_own_stays_as_it_was(plain, key, tmp_path):
    link = tmp_path / "mine.vaglio"
    os.link(plain, link)
    protection.encrypt(plain, key)
    with Store.open(link) as store:
        assert store.article_count() == 1


def test_what_was_left_in_the_clear_is_told_of_and_done_by_a_second_run(plain, key, tmp_path):
    kept = {p.name: p.read_bytes() for p in (tmp_path / "p.vaglio-files").iterdir()}
    old = next((tmp_path / "p.vaglio-backups").iterdir())
    saved = old.read_bytes()
    protection.encrypt(plain, key)
    old.write_bytes(saved)  # as if it had been killed before the backups
    for name, content in kept.items():
        (tmp_path / "p.vaglio-files" / name).write_bytes(content)
    with Store.open(plain) as store:
        assert "can still be read" in str(store.notices[0])
    assert protection.finish(plain).left == []
    assert readable(tmp_path) == []
    assert sound(plain)


def test_a_kept_file_that_was_altered_is_told_of(plain, key, tmp_path):
    protection.encrypt(plain, key)
    sealed = next(tmp_path.rglob("*.sealed"))
    content = bytearray(sealed.read_bytes())
    content[-1] ^= 1
    sealed.write_bytes(content)
    with Store.open(plain) as store:
        keeper, source = ArchivedSources(Session(store, "anna")), store.sources()[0]
        assert keeper.state(source) == "altered"
        with pytest.raises(KeptFault):
            keeper.content(source)
        assert [finding.code for finding in check(store)] == ["file_altered"]


def test_what_was_altered_before_or_has_no_notes_is_taken_along_as_it_is(plain, key, tmp_path):
    folder = tmp_path / "p.vaglio-files"
    kept = next(folder.glob("*.txt"))
    kept.write_bytes(b"Segretissimo, altered")
    orphan = folder / ("ab" * 32 + ".pdf")
    orphan.write_bytes(b"Grottaminarda")
    own = folder / "notes of mine.txt"
    own.write_bytes(b"somebody's own")
    protection.encrypt(plain, key)
    assert readable(tmp_path) == []
    assert own.read_bytes() == b"somebody's own"
    protection.decrypt(plain)
    assert kept.read_bytes() == b"Segretissimo, altered"
    assert orphan.read_bytes() == b"Grottaminarda"


def test_a_link_to_a_project_leads_to_the_file_that_is_encrypted(plain, key, tmp_path):
    (tmp_path / "elsewhere").mkdir()
    link = tmp_path / "elsewhere" / "link.vaglio"
    link.symlink_to(plain)
    protection.encrypt(link, key)
    assert link.is_symlink()
    assert keys.salt_of(plain) == key.salt


@pytest.mark.skipif(sys.platform == "win32", reason="locks of POSIX")
def test_an_open_project_keeps_its_locks(plain, key):
    """Reading the first bytes beside SQLite would drop them: then another process may rewrite it."""
    protection.encrypt(plain, key)
    with Store.open(plain) as store, Store.open(plain), FullTextSearch(plain):
        assert keys.salt_of(plain) == key.salt
        assert not keys.is_locked(plain)
        keys.forget(plain)
        with pytest.raises(WrongPassphrase):
            keys.unlock(plain, "not that one")
        rotate(plain)
        process = child(plain, protection.new_key("un’altra frase lunga"), locked=key)
        _, said = process.communicate()
        assert b"open in another window" in said
        assert store.article_count() == 1


def test_the_copy_that_is_read_where_nothing_can_be_written_is_encrypted(plain, key, tmp_path):
    protection.encrypt(plain, key)
    with Store.open(plain) as store:
        paste(Session(store, "anna"), "[Segretissimo Verdi|PER] tace.")
        there = tmp_path / "there"
        there.mkdir()
        for suffix in ("", "-wal"):
            shutil.copy(tmp_path / f"p.vaglio{suffix}", there)
    copy = there / "p.vaglio"
    copy.chmod(0o444)
    there.chmod(0o555)
    try:
        with Store.open(copy) as store:
            assert store.readonly
            assert store.article_count() == 2
            assert readable(Path(store._opened.scratch.name)) == []
    finally:
        there.chmod(0o755)


def test_names_of_kept_files_do_not_say_what_they_are(plain, key, tmp_path):
    with Store.open(plain) as store:
        sha256 = store.sources()[0].sha256
    protection.encrypt(plain, key)
    assert not [p for p in tmp_path.rglob("*") if sha256 in p.name]


def test_a_plain_backup_of_the_same_name_is_replaced_by_an_encrypted_one(plain, key, tmp_path):
    protection.encrypt(plain, key)
    copy = backup(plain, tmp_path / "copy.vaglio")
    assert keys.salt_of(copy) == key.salt
    with connect(copy, mode="ro") as conn:
        assert conn.execute("PRAGMA quick_check").fetchone() == ("ok",)
    conn.close()


@pytest.mark.parametrize("path", [p for p in MODULES if "store" in p.parts], ids=lambda p: p.name)
def test_an_error_of_sqlite_is_caught_by_itself(path):
    """Once both libraries are loaded its name is a tuple, and a tuple of tuples catches nothing."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ExceptHandler) and isinstance(node.type, ast.Tuple):
            assert "sqlite3." not in ast.unparse(node.type), node.lineno


def test_an_error_of_either_library_is_one_of_the_world_after_both_are_loaded(plain, key, tmp_path):
    Store.create(tmp_path / "n.vaglio", key=key).close()
    for path in (plain, tmp_path / "n.vaglio"):
        with connect(path, patience_ms=0) as conn, Store.open(path, patience_ms=0) as store:
            conn.execute("BEGIN IMMEDIATE")
            with pytest.raises(ProjectBusy):
                paste(Session(store, "anna"), "[Mario|PER] tace.")
            conn.execute("ROLLBACK")
        conn.close()


def test_a_key_shows_itself_to_nobody(key):
    assert key.secret.hex() not in repr(key)
    assert repr(key) == "Key(…)"


_KILLED = """
    import sys
    from pathlib import Path
    from annotator.services import protection
    from annotator.store.database import keys
    sys.stdout.write("ready\\n"); sys.stdout.flush()
    key = keys.read_key(sys.stdin.buffer)
    keys.receive(sys.stdin.buffer)
    {limit}
    protection.encrypt(Path(sys.argv[1]), key)
"""


def child(path, key, limit="", locked=None):
    code = textwrap.dedent(_KILLED).format(limit=limit)
    process = subprocess.Popen(
        [sys.executable, "-c", code, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    process.stdout.readline()
    process.stdin.write(keys.line_of(key) + (keys.line_of(locked) if locked else b"") + b"\n")
    process.stdin.flush()
    return process


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9")
@pytest.mark.parametrize("delay_ms", [10, 40, 80, 160])
def test_killed_in_the_middle_it_is_the_old_project_or_the_new_one(plain, key, delay_ms):
    process = child(plain, key)
    time.sleep(delay_ms / 1000)
    process.kill()
    process.communicate()
    keys.add(key)
    with Store.open(plain) as store:
        assert check(store) == []
        assert store.article_count() == 1
        assert (
            "Segretissimo" in ArchivedSources(Session(store, "anna")).saved(store.sources()[0]).text
        )
        is_new = store.is_encrypted
    if is_new:
        protection.finish(plain)
    else:
        protection.encrypt(plain, key)
    assert sound(plain)
    assert readable(plain.parent) == []


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9")
@pytest.mark.parametrize("at", ["_replace", "keys.add", "_remove", "_rewrite_backups"])
def test_killed_while_the_passphrase_is_changed_no_kept_file_is_left_under_the_old_one(
    plain, key, at
):
    protection.encrypt(plain, key)
    new = protection.new_key("cinque parole ancora piu strane")
    kill = f"from annotator.store.file import encryption as encrypting; encrypting.{at} = lambda *_a, **_k: os.kill(os.getpid(), 9)"
    process = child(plain, new, f"import os; {kill}", locked=key)
    process.communicate()
    assert process.returncode == -9
    keys.add(new)
    with Store.open(plain) as store:
        assert check(store) == []
        assert (
            "Segretissimo" in ArchivedSources(Session(store, "anna")).saved(store.sources()[0]).text
        )
        now = key if keys.salt_of(plain) == key.salt else new
    assert now is (key if at == "_replace" else new)
    under_old = {p for p in plain.parent.rglob("*") if p.is_file() and key.salt in p.read_bytes()}
    if now is new:
        assert {p.suffix for p in under_old} <= {".vaglio"}  # backups, as they were
    else:
        protection.encrypt(plain, new)
    under_old = {p for p in plain.parent.rglob("*") if p.is_file() and key.salt in p.read_bytes()}
    assert not [p for p in under_old if p.suffix in (".sealed", ".notes")]
    assert not list(plain.parent.rglob(".replaced"))


@pytest.mark.skipif(sys.platform == "win32", reason="a limit of the system")
def test_where_there_is_no_room_it_is_as_it_was(plain, key, tmp_path):
    limit = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))"
    process = child(plain, key, limit)
    _, said = process.communicate()
    assert process.returncode == 1
    assert b"DiskFault" in said or b"DiskFull" in said
    assert keys.salt_of(plain) is None
    assert sound(plain)
    assert not list(tmp_path.glob(".*.part*"))
    assert not list(tmp_path.rglob("*.sealed"))


def test_a_kept_file_is_dropped_under_whatever_name_it_has(plain, key, tmp_path):
    protection.encrypt(plain, key)
    with Store.open(plain) as store:
        kept_files_of(plain).drop(store.sources()[0].sha256)
        assert list((tmp_path / "p.vaglio-files").iterdir()) == []
