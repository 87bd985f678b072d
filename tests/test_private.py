"""What the commands make is its owner's alone, whatever the person's own rule for new files is."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from annotator.core.errors import ProjectFault
from annotator.store import Store

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="rights of files as POSIX has them")
TEXT = "Il sindaco Mario Rossi ha detto che a Roma i prezzi sono calati del 3%."


@pytest.fixture
def home(tmp_path):
    folder = tmp_path / "home"
    folder.mkdir(mode=0o755)
    return folder


def run(home: Path, *words: object, text: bool = True) -> subprocess.CompletedProcess:
    surroundings = os.environ | {
        "HOME": str(home),
        "XDG_CONFIG_HOME": str(home / "config"),
        "XDG_CACHE_HOME": str(home / "cache"),
        "TMPDIR": str(home),
        "QT_QPA_PLATFORM": "offscreen",
    }
    command = [sys.executable, "-m", "annotator", *map(os.fspath, words)]
    return subprocess.run(
        command, env=surroundings, umask=0o022, capture_output=True, text=text, check=False
    )


def open_to_others(folder: Path) -> dict[str, str]:
    return {
        str(path.relative_to(folder)): oct(mode & 0o777)
        for path in sorted(folder.rglob("*"))
        if (mode := path.lstat().st_mode) & 0o077 and not stat.S_ISLNK(mode)
    }


def test_everything_that_commands_make_is_their_users_alone(home, tmp_path):
    given = tmp_path / "given"
    (given / "more").mkdir(parents=True)
    for name in ("a.txt", "more/b.txt"):
        (given / name).write_text(f"{TEXT} {name}")
        os.utime(given / name, (1, 1))
    project, out = home / "p.vaglio", home / "out"
    commands = [
        ("new", project),
        ("import", project, given / "a.txt"),
        ("watch", project, given / "more", "--once"),
        ("keep", project, given / "a.txt"),
        ("suggest", project),
        ("export", project, "--format", "jsonl", "--layer", "all", "-o", out / "a.jsonl"),
        ("export", project, "--format", "brat", "--layer", "all", "-o", out / "a.zip"),
        ("bundle", project, "-o", out / "a.vaglio-bundle"),
        ("backup", project),
        ("backup", project, "-o", out / "copy.vaglio"),
        ("render", project, "1", "-o", out / "a.png"),
        ("open", project, "--author", "anna", "--smoke"),
    ]
    for words in commands:
        done = run(home, *words)
        assert done.returncode == 0, (words, done.stderr)
    with Store.open(project):
        made = {path.name for path in home.rglob("*")}
        assert {"p.vaglio-wal", "vaglio.ini", "a.png", "a.jsonl", "p.vaglio-watched"} <= made
        assert open_to_others(home) == {}


def test_a_file_that_is_written_anew_keeps_its_rights(home):
    project, out = home / "p.vaglio", home / "a.jsonl"
    (home / "a.txt").write_text(TEXT)
    run(home, "import", project, home / "a.txt")
    for made in (out, home / "copy.vaglio"):
        made.write_bytes(b"")
        made.chmod(0o640)
    run(home, "export", project, "--format", "jsonl", "--layer", "all", "-o", out)
    run(home, "backup", project, "-o", home / "copy.vaglio")
    for made in (out, home / "copy.vaglio"):
        assert made.stat().st_size > 0
        assert stat.S_IMODE(made.stat().st_mode) == 0o640


def test_no_picture_of_the_memory_is_kept_after_a_crash():
    code = (
        "import sys, resource; sys.argv = ['vaglio', '--version']\n"
        "from annotator.__main__ import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "print(resource.getrlimit(resource.RLIMIT_CORE))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "(0, 0)"


# -- names of files ----------------------------------------------------------------------------


def test_a_project_whose_name_leaves_no_room_is_refused_in_words(home):
    for length, fits in ((240, True), (241, False), (248, False), (250, False)):
        project = home / ("a" * length + ".vaglio")
        done = run(home, "new", project)
        assert (done.returncode == 0) == fits, (length, done.stderr)
        if fits:
            (home / "a.txt").write_text(TEXT)
            for words in (("import", project, home / "a.txt"), ("backup", project)):
                done = run(home, *words)
                assert done.returncode == 0, done.stderr
        else:
            assert "too long for a project" in done.stderr
            assert "Traceback" not in done.stderr
    with pytest.raises(ProjectFault, match="too long"):
        Store.open(home / ("a" * 300 + ".vaglio"))


NAMES = [
    b"x" * 251 + b".txt",
    "è".encode() * 125 + b".txt",
    b"caff\xe8.txt",
    "testo\u202etxt.exe\u2066.txt".encode(),
    b"\x1b[31mrosso\x07.txt",
    b"due\nrighe\r.txt",
    b"%s {file} <b>&.txt",
    b"-rf.txt",
    b"nul.txt",
    b" spazi .txt",
    b"\xff\xfe\xf0.txt",
]


@pytest.mark.skipif(sys.platform != "linux", reason="names of files are text elsewhere")
def test_names_of_all_kinds_come_in_are_told_of_and_crash_nothing(home, tmp_path):
    folder = tmp_path / "given"
    folder.mkdir()
    for number, name in enumerate(NAMES):
        path = folder / os.fsdecode(name)
        path.write_text(f"{TEXT} Numero {number}.")
        os.utime(path, (1, 1))
        (folder / os.fsdecode(b"bad" + name[-40:-4] + b".jsonl")).write_bytes(b"{")
        (folder / os.fsdecode(b"other" + name[-40:-4] + b".bin")).write_bytes(b"{")
        (folder / os.fsdecode(b"link" + name[-40:])).symlink_to("/etc/passwd")
    project = home / "p.vaglio"
    for words in (
        ("import", project, folder, "--preview"),
        ("import", project, folder, "--preview", "--json"),
        ("import", project, folder),
        ("import", project, folder, "--json", "--progress", "json"),
        ("import", project, *(folder / os.fsdecode(name) for name in NAMES), "--json"),
        ("watch", project, folder, "--once", "--json"),
        ("watch", project, "--list"),
        ("keep", project, *(folder / os.fsdecode(name) for name in NAMES)),
        ("keep", project, *(folder / os.fsdecode(name) for name in NAMES), "--json"),
        ("list", project),
        ("show", project, "1"),
        ("export", project, "--format", "brat", "--layer", "all", "-o", home / "a.zip"),
        (
            "export",
            project,
            "--format",
            "jsonl",
            "--layer",
            "all",
            "-o",
            home / os.fsdecode(NAMES[2]),
        ),
        (
            "export",
            project,
            "--format",
            "jsonl",
            "--layer",
            "all",
            "-o",
            home / os.fsdecode(NAMES[0]),
        ),
        ("backup", project, "-o", home / os.fsdecode(NAMES[0])),
        ("check", project),
    ):
        done = run(home, *words, text=False)
        assert b"Traceback" not in done.stderr, (words[:3], done.stderr[-1500:])
        if "--json" in words:
            for line in done.stdout.splitlines():
                json.loads(line)
    with Store.open(project) as store:
        assert store.article_count() == len(NAMES)
