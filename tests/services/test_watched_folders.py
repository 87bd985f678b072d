"""Folders that stay in step: what is new comes in, what changed is a new version, nothing goes."""

from __future__ import annotations

import json
import os
import time
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from annotator.cli import main
from annotator.core.editing import annotation_edits
from annotator.core.errors import UserError
from annotator.core.exchange.article_versions import FOLLOWS, alike, follower, not_placed
from annotator.core.model import Span
from annotator.services import importing
from annotator.services.session import Session, open_session
from annotator.services.watched_folders import bring_in, look, seen, unwatch, watch, watched
from annotator.store import Store, check

OLD = "Anna Neri vive a Roma da dieci anni e lavora in un ospedale della periferia."
NEW = "Aggiornato. Anna Neri vive a Roma da dieci anni e lavora in una clinica della periferia."


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "news"
    made.mkdir()
    return made


@pytest.fixture
def session(tmp_path, folder):
    session = open_session(tmp_path / "p.vaglio", analyst="anna", create=True)
    with session.store:
        watch(session, folder)
        yield session


def put(path: Path, text: str, *, age: float = 60.0) -> Path:
    """A file that was written some time ago."""
    path.write_text(text, "utf-8")
    when = time.time() - age
    os.utime(path, (when, when))
    return path


def step(session: Session):
    return bring_in(session, look(watched(session), seen(session.store.path)).new)


def mark(session: Session, article_id: str, words: str) -> None:
    analyst_view = session.analyst_view(article_id)
    start = analyst_view.article.text.index(words)
    session.do(annotation_edits.mark(analyst_view, [Span(start, start + len(words))], "PER"))


def only(session: Session, text: str) -> str:
    return next(d.article.id for d in session.store.annotated_articles() if d.article.text == text)


def test_what_is_new_comes_in_once(session, folder):
    put(folder / "a.txt", OLD)
    assert step(session).imported.articles_new == 1
    assert look(watched(session), seen(session.store.path)).new == {}
    assert step(session).imported.files == 0


def test_a_changed_text_is_a_new_version_with_what_could_be_placed(session, folder):
    path = put(folder / "a.txt", OLD)
    step(session)
    old = only(session, OLD)
    mark(session, old, "Anna Neri")
    mark(session, old, "un ospedale")
    put(path, NEW, age=30)
    (version,) = step(session).versions
    new = only(session, NEW)
    assert (version.old, version.new, version.lost) == (old, new, ["un ospedale"])
    (entity,) = session.analyst_view(new).mine.entities
    assert entity.span.of(NEW) == "Anna Neri"
    assert len(session.analyst_view(old).mine.entities) == 2  # the old one is as it was
    assert follower(session.article(old)) == new
    assert not_placed(session.article(new)) == ["un ospedale"]
    assert check(session.store) == []


def test_colleagues_work_stays_with_the_old_version_and_is_named(tmp_path, session, folder):
    path = put(folder / "a.txt", OLD)
    step(session)
    mark(Session(session.store, "bruno"), only(session, OLD), "Roma")
    put(path, NEW, age=30)
    (version,) = step(session).versions
    assert (version.placed, version.others) == (0, ["bruno"])


def test_a_text_that_was_there_before_makes_no_third_version(session, folder):
    path = put(folder / "a.txt", OLD)
    step(session)
    put(path, NEW, age=40)
    step(session)
    put(path, OLD, age=30)
    assert step(session).versions == []
    put(path, NEW + " Ancora.", age=20)
    (version,) = step(session).versions
    assert version.old == only(session, NEW)
    assert session.store.article_count() == 3


def test_another_piece_under_the_same_name_follows_nothing(session, folder):
    path = put(folder / "a.txt", OLD)
    step(session)
    put(path, "La squadra ha vinto la partita con due reti nel secondo tempo.", age=30)
    done = step(session)
    assert (done.imported.articles_new, done.versions) == (1, [])


def test_articles_that_were_imported_before_are_known_again(session, folder):
    path = put(folder / "a.txt", OLD)
    importing.import_files(session, [path])
    step(session)
    put(path, NEW, age=30)
    assert len(step(session).versions) == 1


FEED = """<rss version="2.0"><channel><title>Gazzetta</title>{items}</channel></rss>"""
ITEM = "<item><title>{title}</title><link>{url}</link><description>{text}</description></item>"


def test_entries_of_a_feed_are_told_apart_by_their_addresses(session, tmp_path):
    def feed(*entries):
        items = [
            ITEM.format(title=title, url=f"https://example.org/{title}", text=text)
            for title, text in entries
        ]
        return FEED.format(items="".join(items))

    path = put(tmp_path / "feed.rss", feed(("uno", OLD), ("due", "Piove sul lago da ieri sera.")))
    watch(session, path)
    assert step(session).imported.articles_new == 2
    changed = ("due", "Non piove più sul lago da stamattina presto.")
    put(path, feed(("tre", "Un terzo pezzo del tutto nuovo."), ("uno", OLD), changed), age=30)
    done = step(session)
    assert done.imported.articles_new == 2
    (version,) = done.versions
    assert session.article(version.old).url == "https://example.org/due"


def test_a_file_that_is_being_written_is_waited_for(session, folder):
    put(folder / "a.txt", OLD, age=0)
    found = look(watched(session), {})
    assert (found.new, found.growing) == ({}, 1)
    put(folder / "b.txt", NEW, age=-3600)  # a clock that is ahead
    assert [path.name for path in look(watched(session), {}).new] == ["b.txt"]


def test_files_that_programs_make_for_themselves_are_passed_over(session, folder):
    for name in (".a.txt", "a.txt.part", "~$a.docx", "b.txt~", "c.crdownload", "d.tmp"):
        put(folder / name, OLD)
    assert look(watched(session), {}).new == {}


def test_a_folder_that_is_gone_does_no_harm_and_comes_back(session, folder):
    put(folder / "a.txt", OLD)
    folder.rename(folder.with_name("away"))
    found = look(watched(session), {})
    assert (found.new, found.unreachable) == ({}, [folder])
    folder.with_name("away").rename(folder)
    assert step(session).imported.articles_new == 1


def test_a_file_that_cannot_be_read_is_told_of_once(session, folder):
    put(folder / "a.jsonl", "{")
    put(folder / "b.txt", OLD)
    done = step(session)
    assert (done.imported.articles_new, len(done.imported.faults)) == (1, 1)
    assert step(session).imported.faults == []
    put(folder / "a.jsonl", json.dumps({"text": NEW}), age=30)
    assert step(session).imported.articles_new == 1


def test_a_ring_of_links_ends(session, folder):
    folder.joinpath("ring").symlink_to(folder, target_is_directory=True)
    put(folder / "a.txt", OLD)
    assert [path.name for path in look(watched(session), {}).new] == ["a.txt"]


def test_what_is_watched_is_remembered_from_the_project_on(session, folder, tmp_path):
    assert watched(session) == [folder]
    assert not watch(session, folder)
    setting = session.store.setting("watched")
    assert setting.body == {"paths": ["news"]}
    with pytest.raises(UserError, match="There is no"):
        watch(session, tmp_path / "nowhere")
    assert unwatch(session, folder)
    assert watched(session) == []
    assert not unwatch(session, folder)


def test_without_its_memory_all_is_read_again_and_nothing_comes_twice(session, folder):
    path = put(folder / "a.txt", OLD)
    step(session)
    session.store.path.with_name("p.vaglio-watched").write_text("{ half", "utf-8")
    assert step(session).imported.articles_known == 1
    session.store.path.with_name("p.vaglio-watched").unlink()
    put(path, NEW, age=30)
    assert len(step(session).versions) == 1


def test_what_was_cut_off_between_import_and_placing_is_done_the_next_time(session, folder):
    path = put(folder / "a.txt", OLD)
    step(session)
    old = only(session, OLD)
    mark(session, old, "Anna Neri")
    put(path, NEW, age=30)
    from annotator.services.importing import import_files
    from annotator.services.watched_folders import _Arriving

    import_files(session, [path], arrange=_Arriving(session).arrange)  # and then the power fails
    assert session.analyst_view(only(session, NEW)).mine is None
    (version,) = bring_in(session, {}).versions
    assert (version.old, version.placed) == (old, 1)


def test_the_share_of_common_words():
    assert alike(OLD, OLD) == 1
    assert 0.5 < alike(OLD, NEW) < 1
    assert alike(OLD, "Tutt'altra faccenda") == 0


# -- the command -------------------------------------------------------------------------------


def test_the_command_watches_lists_looks_and_forgets(tmp_path, folder, capsys):
    project = str(tmp_path / "p.vaglio")
    Store.create(Path(project)).close()
    assert main(["watch", project, "--once"]) != 0  # nothing is watched
    capsys.readouterr()
    put(folder / "a.txt", OLD)
    assert main(["watch", project, str(folder), "--once", "--json", "--author", "anna"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["articles"], told["versions"], told["unreachable"]) == (1, [], [])
    assert main(["watch", project, "--list"]) == 0
    assert capsys.readouterr().out == f"{folder} (1 files)\n"
    put(folder / "a.txt", NEW, age=30)
    assert main(["watch", project, "--once", "--author", "anna"]) == 0
    assert "new version of" in capsys.readouterr().err
    assert main(["watch", project, "--remove", str(folder)]) == 0
    assert main(["watch", project, "--remove", str(folder)]) != 0


# -- whatever happens to the files -------------------------------------------------------------


class Folder(RuleBasedStateMachine):
    """Files appear, change, move, vanish and come back; the project keeps up."""

    names = st.sampled_from(["a", "b", "c"])
    texts = st.integers(0, 5).map(lambda n: f"Notizia {n}: " + OLD[: 40 + 6 * n])

    def __init__(self) -> None:
        super().__init__()
        import tempfile

        self.place = tempfile.TemporaryDirectory()
        self.root = Path(self.place.name).resolve()
        self.folder = self.root / "news"
        self.folder.mkdir()
        self.session = open_session(self.root / "p.vaglio", analyst="anna", create=True)
        watch(self.session, self.folder)
        self.age = 100_000
        self.ever: set[str] = set()

    @rule(name=names, text=texts)
    def write(self, name, text):
        self.age -= 10
        put(self.folder / f"{name}.txt", text, age=self.age)

    @rule(name=names)
    def remove(self, name):
        self.folder.joinpath(f"{name}.txt").unlink(missing_ok=True)

    @rule(one=names, other=names)
    def move(self, one, other):
        if (path := self.folder / f"{one}.txt").exists():
            path.replace(self.folder / f"{other}.txt")

    @rule()
    def look(self):
        there = {path.read_text("utf-8") for path in self.folder.iterdir()}
        step(self.session)
        self.ever |= there

    @invariant()
    def every_text_that_was_seen_is_an_article_once(self):
        found = [d.article for d in self.session.store.annotated_articles()]
        assert {a.text for a in found} == self.ever
        assert len(found) == len(self.ever)
        followed = [follower(a) for a in found if follower(a)]
        assert len(followed) == len({*followed})
        assert all(a.metadata[FOLLOWS] != a.id for a in found if FOLLOWS in a.metadata)

    def teardown(self):
        assert check(self.session.store) == []
        self.session.store.close()
        self.place.cleanup()


TestFolder = Folder.TestCase
TestFolder.settings = settings(max_examples=12, stateful_step_count=15, deadline=None)


def test_a_file_that_the_system_did_not_let_us_read_is_tried_again(session, folder):
    """It was taken for one that holds nothing to read, and not looked at again until it changed."""
    path = put(folder / "a.txt", OLD)
    new = look(watched(session), seen(session.store.path)).new
    path.rename(folder / "away")
    (fault,) = bring_in(session, new).imported.faults
    assert "cannot be read" in str(fault)
    (folder / "away").rename(path)
    assert step(session).imported.articles_new == 1
    assert look(watched(session), seen(session.store.path)).new == {}
