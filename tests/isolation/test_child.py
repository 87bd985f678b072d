"""Child processes run our code, whatever lies in the folder that they are started in."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from annotator.isolation import child as children
from annotator.isolation.child import WORD, child, leave_current_folder
from annotator.services.similar_claims import process
from annotator.suggest import PipelineChoice
from annotator.suggest.runtime.worker_pool import worker
from tests import ROOT

# what a folder of articles could bring along: our package, what we load, what Python loads by itself
NAMES = (
    *("annotator/__init__.py", "spacy.py", "numpy.py", "sqlite_utils.py", "pysqlite3.py"),
    *("msgspec.py", "onnxruntime.py", "tokenizers.py", "trafilatura.py", "lxml.py", "pypdf.py"),
    *("json.py", "socket.py", "ctypes.py", "tempfile.py", "argparse.py", "PySide6/__init__.py"),
    *("sitecustomize.py", "usercustomize.py", "striprtf.py", "feedparser.py", "py3langid.py"),
)


@pytest.fixture
def trap(tmp_path, monkeypatch):
    """The current folder has code of somebody else's in it; the file that it makes when it runs."""
    folder = tmp_path / "articles that somebody sent"
    ran = tmp_path / "ran"
    for name in NAMES:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"open({str(ran)!r}, 'a').write({name!r} + chr(10))\n")
    for number in range(3):
        text = f"Il sindaco di Forlì ha detto ieri che i lavori {number} costeranno 3 milioni.\n"
        (folder / f"{number}.txt").write_text(text)
    monkeypatch.chdir(folder)
    return ran


def ran_in(trap: Path) -> list[str]:
    return sorted(set(trap.read_text().split())) if trap.exists() else []


def vaglio(*words: str) -> subprocess.CompletedProcess[str]:
    """The command line as its console script begins it."""
    code = f"import sys; sys.path.insert(0, {str(ROOT)!r}); from annotator.__main__ import main; sys.exit(main())"
    command = [sys.executable, "-P", "-c", code, *words]
    return subprocess.run(command, capture_output=True, text=True, timeout=120)


def test_a_folder_of_articles_runs_nothing_by_the_command_line(trap):
    steps = [
        ["new", "p.vaglio"],
        ["import", "p.vaglio", *(f"{n}.txt" for n in range(3))],
        ["suggest", "p.vaglio", "--jobs", "2"],
        ["export", "p.vaglio", "--format", "report-pdf", "--layer", "all", "-o", "report.pdf"],
        ["export", "p.vaglio", "--format", "docbin", "--layer", "all", "-o", "all.spacy"],
        ["learn", "p.vaglio"],
        ["agreement", "p.vaglio"],
        ["backup", "p.vaglio"],
        ["check", "p.vaglio"],
        ["doctor"],
    ]
    for words in steps:
        done = vaglio(*words)
        assert done.returncode in (0, 1), (words, done.stderr)
        assert "Traceback" not in done.stderr, (words, done.stderr)
    assert Path("report.pdf").read_bytes().startswith(b"%PDF")
    assert not ran_in(trap)


def test_a_folder_of_articles_runs_nothing_by_python_m(trap):
    """Our package is found by an entry of the path; the folder comes first there, and must go."""
    (Path("annotator") / "__init__.py").unlink()
    Path("annotator").rmdir()
    done = subprocess.run(
        [sys.executable, "-m", "annotator", "doctor"],
        capture_output=True,
        text=True,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        timeout=120,
    )
    ours = {"sitecustomize.py", "usercustomize.py"}
    started_before_us = {*ours, "json.py", "socket.py", "ctypes.py", "tempfile.py", "argparse.py"}
    assert set(ran_in(trap)) <= started_before_us, done.stderr


@pytest.mark.parametrize("frozen", [False, True], ids=["interpreter", "bundle"])
@pytest.mark.parametrize(
    "make",
    [
        lambda: worker(PipelineChoice()),
        lambda: process(Path("p.vaglio"), "anna"),
        lambda: child("annotator.formats.sandbox:serve", reads_foreign_files=True),
        lambda: child("annotator.services.exporting:serve"),
        lambda: child(
            "annotator.ui.background.print_pdf:main", variables={"QT_QPA_PLATFORM": "offscreen"}
        ),
        lambda: child("annotator.cli:main", "list", "p.vaglio"),
    ],
    ids=["suggester", "similar claims", "parser", "exporter", "printer", "command line"],
)
def test_no_child_of_any_kind_runs_code_of_the_folder(make, frozen, trap, monkeypatch):
    vaglio("import", "p.vaglio", "0.txt")
    monkeypatch.setenv("PYTHONPATH", str(Path.cwd()))
    monkeypatch.setenv("PYTHONSTARTUP", str(Path.cwd() / "json.py"))
    if frozen:
        monkeypatch.setattr(sys, "frozen", True, raising=False)
    made = make()
    command = made.command
    if frozen:  # the program of a bundle, which there is none of here, takes the word
        assert command[1] == WORD
        command = [sys.executable, "-I", str(Path(children.__file__).with_name("start.py"))]
        command += made.command[2:]
    done = subprocess.run(command, env=made.environment, input=b"", capture_output=True, timeout=60)
    assert b"Traceback" not in done.stderr, done.stderr.decode()
    assert not ran_in(trap)


def test_the_window_runs_nothing_of_the_folder(trap):
    """The whole program, without a screen: it opens a project and asks for suggestions."""
    vaglio("import", "p.vaglio", "0.txt", "1.txt")
    code = f"""
import sys
sys.path.insert(0, {str(ROOT)!r})
from PySide6.QtCore import QTimer
import annotator.ui.main_window as window
shown = window.MainWindow.start
def start(self, *words, **more):
    shown(self, *words, **more)
    QTimer.singleShot(8000, self.close)
window.MainWindow.start = start
sys.argv = ["vaglio", "open", "p.vaglio", "--author", "anna"]
from annotator.__main__ import main
sys.exit(main())
"""
    done = subprocess.run(
        [sys.executable, "-P", "-c", code],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen", "HOME": str(trap.parent)},
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert "Traceback" not in done.stderr, done.stderr
    assert not ran_in(trap)


def test_a_child_is_given_no_variable_that_steers_python_and_a_parser_no_desktop(monkeypatch):
    monkeypatch.setenv("PYTHONPATH", "/somewhere")
    monkeypatch.setenv("PYTHONHOME", "/somewhere")
    monkeypatch.setenv("DISPLAY", ":7")
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/run/bus")
    plain = child("annotator.cli:main").environment
    assert not [name for name in plain if name.startswith("PYTHON")]
    assert plain["DISPLAY"] == ":7"
    assert plain["ORT_DISABLE_TELEMETRY"] == "1"
    parser = child("annotator.formats.sandbox:serve", reads_foreign_files=True).environment
    assert "DISPLAY" not in parser
    assert "DBUS_SESSION_BUS_ADDRESS" not in parser


def test_only_processes_of_ours_are_started():
    made = child("os:getcwd")
    done = subprocess.run(made.command, env=made.environment, capture_output=True, text=True)
    assert done.returncode == 1
    assert "no process of Vaglio" in done.stderr


def test_the_current_folder_leaves_the_path_where_it_is_not_ours(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for first in ("", str(tmp_path)):
        monkeypatch.setattr(sys, "path", [first, "/elsewhere"])
        leave_current_folder()
        assert sys.path == ["/elsewhere"]
    monkeypatch.chdir(ROOT)
    monkeypatch.setattr(sys, "path", [str(ROOT), "/elsewhere"])
    leave_current_folder()
    assert sys.path[0] == str(ROOT)


def test_every_process_is_started_by_the_one_way():
    """Outside of `isolation` nobody names the interpreter: a process could be started with it."""
    for path in (ROOT / "annotator").rglob("*.py"):
        if path.parent.name != "isolation":
            text = path.read_text(encoding="utf-8")
            assert "sys.executable" not in text, path
            assert "os.system(" not in text, path
            assert "multiprocessing" not in text, path


def test_a_child_finds_the_package_that_started_it():
    code = json.dumps(str(ROOT / "annotator"))
    made = child("annotator.isolation.probe:network_of_a_child")
    assert str(ROOT) in made.command[-2]
    done = subprocess.run(made.command, env=made.environment, capture_output=True, text=True)
    assert done.returncode == 0, (code, done.stderr)


def test_a_child_whose_parent_was_killed_ends_without_a_word():
    made = worker(PipelineChoice())
    process = subprocess.Popen(
        made.command, env=made.environment, stdin=-1, stdout=-1, stderr=subprocess.PIPE
    )
    process.stdout.close()  # as the system does for a process that is killed
    _, said = process.communicate(b"{}\n" * 1000, timeout=60)
    assert b"Traceback" not in said
    assert process.returncode == 0
