"""Folders that somebody sent: what in them leads elsewhere, or is no file, by the real commands."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from annotator.cli import main
from annotator.formats import arrivals, read
from annotator.formats.spec import Report
from annotator.services.session import open_session
from annotator.services.watched_folders import bring_in, look, watch, watched
from annotator.store import Store
from tests import ROOT

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="links, pipes and sockets of POSIX")
SECRET = "La parola segreta sta fuori dalla cartella."
LEAVES, NOWHERE, NO_FILE = (
    "It is a link that leads out of the folder.",
    "It is a link that leads nowhere.",
    "It is no file: a device, a pipe or a socket.",
)


@pytest.fixture
def outside(tmp_path):
    folder = tmp_path / "outside"
    folder.mkdir()
    (folder / "secret.txt").write_text(SECRET)
    return folder


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "articles"
    made.mkdir()
    (made / "a.txt").write_text("Il sindaco ha detto uno.")
    return made


def run(*words: object, timeout: float = 60) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "annotator", *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True, timeout=timeout, check=False)


def imported(tmp_path: Path, *paths: Path) -> tuple[dict, list[str]]:
    """What the command says, and the texts that are in the project then."""
    project = tmp_path / "p.vaglio"
    done = run("import", project, *paths, "--json")
    with Store.open(project) as store:
        texts = sorted(d.article.text for d in store.annotated_articles())
    return json.loads(done.stdout), texts


def reasons(answer: dict) -> dict[str, str]:
    return {loss["where"]: loss["why"] for loss in answer["lost"]}


def test_links_that_leave_the_folder_are_passed_over_with_a_word(tmp_path, folder, outside):
    (folder / "b.txt").symlink_to(outside / "secret.txt")
    (folder / "sub").symlink_to(outside)
    (folder / "up.txt").symlink_to("../outside/secret.txt")
    (folder / "gone.txt").symlink_to("nothing.txt")
    answer, texts = imported(tmp_path, folder)
    assert texts == ["Il sindaco ha detto uno."]
    assert reasons(answer) == {
        "articles: “b.txt”": LEAVES,
        "articles: “sub”": LEAVES,
        "articles: “up.txt”": LEAVES,
        "articles: “gone.txt”": NOWHERE,
    }
    said = run("import", tmp_path / "p.vaglio", folder).stderr
    assert f"a file (3 times, first in articles: “b.txt”): {LEAVES}" in said
    preview = run("import", tmp_path / "p.vaglio", folder, "--preview", "--json")
    assert len(reasons(json.loads(preview.stdout))) == 4


def test_a_link_to_a_link_that_leaves_leaves_too(tmp_path, folder, outside):
    (folder / "one.txt").symlink_to("two.txt")
    (folder / "two.txt").symlink_to(outside / "secret.txt")
    (folder / "deep").mkdir()
    (folder / "deep" / "up").symlink_to("../..")
    answer, texts = imported(tmp_path, folder)
    assert texts == ["Il sindaco ha detto uno."]
    assert set(reasons(answer).values()) == {LEAVES}


def test_links_within_the_folder_are_read_once_and_end_no_circle(tmp_path, folder):
    (folder / "again.txt").symlink_to("a.txt")
    (folder / "circle").symlink_to(".")
    (folder / "self.txt").symlink_to("self.txt")
    (folder / ".kept").mkdir()
    (folder / ".kept" / "b.txt").write_text("La ministra ha detto due.")
    (folder / "shown").symlink_to(".kept")
    (folder / "shown-too").symlink_to(".kept")
    answer, texts = imported(tmp_path, folder)
    assert texts == ["Il sindaco ha detto uno.", "La ministra ha detto due."]
    assert answer["files"] == 2
    assert reasons(answer) == {"articles: “self.txt”": NOWHERE}


def test_a_link_from_one_named_folder_into_another_is_no_way_out(tmp_path, folder):
    other = tmp_path / "other"
    other.mkdir()
    (other / "b.txt").write_text("La ministra ha detto due.")
    (folder / "b.txt").symlink_to(other / "b.txt")
    answer, texts = imported(tmp_path, folder, other)
    assert len(texts) == 2
    assert reasons(answer) == {}


def test_what_a_person_names_is_read_also_where_it_is_a_link(tmp_path, folder, outside):
    link, linked = tmp_path / "named.txt", tmp_path / "linked"
    link.symlink_to(outside / "secret.txt")
    linked.symlink_to(folder)
    answer, texts = imported(tmp_path, link, linked)
    assert texts == ["Il sindaco ha detto uno.", SECRET]
    assert answer["lost"] == []


def test_pipes_sockets_and_devices_are_passed_over_and_never_opened(tmp_path, folder):
    os.mkfifo(folder / "pipe.txt")
    (folder / "zero.txt").symlink_to("/dev/zero")
    (folder / "to-pipe.txt").symlink_to("pipe.txt")
    listening = socket.socket(socket.AF_UNIX)
    listening.bind(os.path.relpath(folder / "s.txt"))
    answer, texts = imported(tmp_path, folder)
    listening.close()
    assert texts == ["Il sindaco ha detto uno."]
    assert reasons(answer) == {
        "articles: “pipe.txt”": NO_FILE,
        "articles: “s.txt”": NO_FILE,
        "articles: “to-pipe.txt”": NO_FILE,
        "articles: “zero.txt”": LEAVES,
    }


def test_what_is_read_together_with_a_file_does_not_lead_out_either(tmp_path, folder, outside):
    (folder / "c.ann").write_text("T1\tPER 0 2\tLa\n")
    (folder / "c.txt").symlink_to(outside / "secret.txt")
    answer, texts = imported(tmp_path, folder)
    assert texts == ["Il sindaco ha detto uno."]
    assert "c" in answer["not_imported"][0]


def test_a_list_beside_that_leads_out_is_not_read(tmp_path, folder, outside):
    (folder / "c.ann").write_text("")
    (folder / "c.txt").write_text("La ministra ha detto due.")
    listed = {"c.ann": {"title": "Titolo segreto", "language": "it"}}
    (outside / "vaglio.json").write_text(json.dumps(listed))
    (folder / "vaglio.json").symlink_to(outside / "vaglio.json")
    imported(tmp_path, folder)
    with Store.open(tmp_path / "p.vaglio") as store:
        assert "Titolo segreto" not in {d.article.title for d in store.annotated_articles()}
    (folder / "vaglio.json").unlink()
    (folder / "vaglio.json").write_text(json.dumps(listed))
    (tmp_path / "p.vaglio").unlink()
    imported(tmp_path, folder)
    with Store.open(tmp_path / "p.vaglio") as store:
        assert "Titolo segreto" in {d.article.title for d in store.annotated_articles()}


@pytest.mark.parametrize("what", ["file", "folder"])
def test_what_is_swapped_for_a_link_after_the_look_is_not_followed(tmp_path, folder, outside, what):
    """Somebody turns a file, or the folder that it is in, into a link and back all the time."""
    inner = folder / "sub"
    inner.mkdir()
    (inner / "secret.txt").write_text("Innocuo.")
    if what == "file":
        target, lead, spare = inner / "secret.txt", outside / "secret.txt", folder / ".spare"
    else:
        target, lead, spare = inner, outside, folder / ".spare"
    is_over = threading.Event()

    def swap() -> None:
        while not is_over.is_set():
            target.rename(spare)
            target.symlink_to(lead)
            time.sleep(0.0002)
            target.unlink()
            spare.rename(target)
            time.sleep(0.0002)

    thread = threading.Thread(target=swap)
    thread.start()
    try:
        for number in range(300):
            for file in arrivals([folder]):
                found = read(file, author="a", problems=lambda _fault: None, folder=folder)
                assert SECRET not in {d.article.text for d in found}, number
    finally:
        is_over.set()
        thread.join()


def test_a_file_that_became_a_pipe_after_the_look_is_not_waited_for(tmp_path, folder):
    (file,) = arrivals([folder])
    file.unlink()
    os.mkfifo(file)
    faults = []
    assert list(read(file, author="a", problems=faults.append, folder=folder)) == []
    assert "is not a file" in str(faults[0])


def test_watched_folders_are_not_left_either(tmp_path, folder, outside):
    (folder / "b.txt").symlink_to(outside / "secret.txt")
    (folder / "c.txt").write_text("La ministra ha detto due.")
    for name in ("a.txt", "c.txt"):
        os.utime(folder / name, (1, 1))
    session = open_session(tmp_path / "p.vaglio", analyst="anna", create=True)
    with session.store as store:
        watch(session, folder)
        found = look(watched(session), {})
        assert sorted(path.name for path in found.new) == ["a.txt", "c.txt"]
        assert [loss.why for loss in found.passed_over.lost] == [LEAVES]
        (folder / "c.txt").unlink()  # in the meantime
        (folder / "c.txt").symlink_to(outside / "secret.txt")
        done = bring_in(session, found.new)
        assert [d.article.text for d in store.annotated_articles()] == ["Il sindaco ha detto uno."]
    assert "link that leads out" in str(done.imported.faults[0])


def test_watching_tells_of_links_once_and_not_at_every_look(tmp_path, folder, outside):
    (folder / "b.txt").symlink_to(outside / "secret.txt")
    project = tmp_path / "p.vaglio"
    run("new", project)
    once = run("watch", project, folder, "--once", "--json")
    assert [loss["why"] for loss in json.loads(once.stdout)["lost"]] == [LEAVES]
    assert LEAVES in run("watch", project, "--list").stderr
    command = [sys.executable, "-m", "annotator", "watch", str(project)]
    looking = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    time.sleep(9)
    looking.terminate()
    # SIGINT is not for a process that was started in the background
    assert looking.communicate(timeout=20)[1].count(LEAVES) == 1


def test_a_folder_is_not_kept_as_a_source_and_a_pipe_is_not_waited_for(tmp_path, folder, capsys):
    project = tmp_path / "p.vaglio"
    main(["new", str(project)])
    os.mkfifo(folder / "pipe.txt")
    for path in (folder, folder / "pipe.txt"):
        done = run("keep", project, path)
        assert done.returncode == 1
        assert "not kept: " in done.stderr
    assert "Traceback" not in done.stderr


def test_closed_folders_are_told_of(tmp_path, folder):
    report = Report()
    assert arrivals([folder], report=report) == [folder / "a.txt"]
    assert report.lost == []


@pytest.mark.skipif(os.name != "posix", reason="a link to itself")
def test_a_link_to_itself_is_refused_in_plain_words(tmp_path):
    (tmp_path / "loop.txt").symlink_to("loop.txt")
    words = [
        sys.executable,
        "-m",
        "annotator",
        "import",
        tmp_path / "p.vaglio",
        tmp_path / "loop.txt",
    ]
    done = subprocess.run(words, capture_output=True, text=True, check=False, cwd=ROOT)
    assert done.returncode == 1
    assert "loop.txt cannot be read" in done.stderr
    assert "Traceback" not in done.stderr
