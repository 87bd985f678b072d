"""The whole program at work for a minute under strace: no socket of the internet, no stray file.

What a library does behind our back it does late: onnxruntime's telemetry waits for eleven seconds.
So each scenario runs for `SECONDS`, all of them at once. Where there is no strace the module is
skipped; not on the machine that judges every change, which sets ``CI`` and installs it.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from annotator.formats import formats
from tests import ROOT
from tests.formats.articles import test_documents, test_saved_pages
from tests.formats.papers import LONG, a_pdf, put

SECONDS = float(os.environ.get("VAGLIO_SILENCE_SECONDS", "62"))
STRACE = shutil.which("strace")
TRACED = "%net,open,openat,openat2,creat,mkdir,mkdirat,rename,renameat,renameat2,execve"
REMOTE = '<img src="https://example.com/a.png"><link rel="stylesheet" href="https://example.com/a">'

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="strace is Linux's"),
    pytest.mark.skipif(STRACE is None and not os.environ.get("CI"), reason="strace is missing"),
]

# Everything a scenario does is done again and again in one process until its time is over.
AGAIN = """
import sys, time
sys.path.insert(0, {root!r})
{body}
over = time.monotonic() + {seconds}
while True:
    turn()
    if time.monotonic() > over:
        break
    time.sleep(2)
"""
COMMANDS = """
import json
from annotator.__main__ import main
COMMANDS = json.loads({commands!r})
def turn():
    for words in COMMANDS:
        sys.argv = ["vaglio", *words]
        code = main()
        assert code in (0, 1), (words, code)
"""
# A process of ours that is asked something now and then, and kept.
ASKED = """
import subprocess
{make}
process = subprocess.Popen(made.command, env=made.environment, stdin=-1, stdout=-1)
print(process.stdout.readline())
def turn():
    process.stdin.write({line!r})
    process.stdin.flush()
    print(process.stdout.readline()[:300])
"""
WINDOW = """
import os
from PySide6.QtCore import QTimer, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
import annotator.ui.main_window as module
opened = module.MainWindow.start
KEYS = (Qt.Key.Key_Space, Qt.Key.Key_A, Qt.Key.Key_N, Qt.Key.Key_Space, Qt.Key.Key_X, Qt.Key.Key_1)
def start(self, *words, **more):
    opened(self, *words, **more)
    turns = iter(range(10**9))
    keys = QTimer(self, interval=1500)
    keys.timeout.connect(lambda: QTest.keyClick(QApplication.focusWidget() or self, KEYS[next(turns) % 6]))
    keys.start()
    QTimer.singleShot(int(1000 * {seconds}), self.close)
module.MainWindow.start = start
sys.argv = ["vaglio", "open", "p.vaglio", "--author", "anna"]
from annotator.__main__ import main
def turn():
    assert main() == 0
"""


def articles(folder: Path) -> Path:
    """A folder with a file of every kind that can be read, some naming things on the network."""
    folder.mkdir()
    for name, content in {**test_documents.samples(), **test_saved_pages.samples()}.items():
        put(folder, name, content)
    put(folder, "one.pdf", a_pdf([[(72, 700, 12, LONG[:80])]]))
    put(folder, "one.html", f"<html><head>{REMOTE}<title>T</title></head><body><p>{LONG}</p>")
    put(folder, "one.csv", f"title,text\nUno,{LONG.replace(',', ' ')}\n")
    for path in sorted((ROOT / "seeds").iterdir()):
        if path.name != "README.md":
            shutil.copy(path, folder)
    return folder


def scenarios(base: Path) -> dict[str, str]:
    """What is run, each in a folder of its own, on a project of its own with suggestions."""
    exports = [
        ["export", "p.vaglio", "--format", each.name, "--layer", "all", "-o", f"out/{each.name}"]
        for each in formats().values()
        if each.writes
    ]
    asked = json.dumps(
        {
            "request": 1,
            "layer_id": "l",
            "article": {"id": "a", "title": "", "text": LONG, "sha256": "", "language": "it"},
        }
    )
    similar = json.dumps({"request": 1, "article": "a", "text": LONG})
    choice = "from annotator.suggest import PipelineChoice\nfrom annotator.suggest.runtime.worker_pool import worker\n"
    return {
        "suggest": COMMANDS.format(commands=json.dumps([["suggest", "p.vaglio"]])),
        "learn": COMMANDS.format(commands=json.dumps([["learn", "p.vaglio"]])),
        "import": COMMANDS.format(commands=json.dumps([["import", "p.vaglio", "articles"]])),
        "export": COMMANDS.format(commands=json.dumps(exports)),
        "suggester": ASKED.format(
            make=f"{choice}made = worker(PipelineChoice())", line=f"{asked}\n".encode()
        ),
        "said before": ASKED.format(
            make="from pathlib import Path\nfrom annotator.services.similar_claims import process\n"
            "made = process(Path('p.vaglio'), 'anna')",
            line=f"{similar}\n".encode(),
        ),
        "window": WINDOW.format(seconds=SECONDS),
    }


@pytest.fixture(scope="module")
def traces(tmp_path_factory):
    """All scenarios, run at once: their folders and traces by name."""
    assert STRACE, "strace is missing: install it (Debian: sudo apt-get install strace)"
    base = tmp_path_factory.mktemp("silence")
    given = articles(base / "articles")
    new, prepared = base / "new.vaglio", base / "prepared.vaglio"
    for words in (["import", str(new), str(given)], ["suggest", str(prepared)]):
        if words[0] == "suggest":
            shutil.copy(new, prepared)
        command = [sys.executable, "-P", "-m", "annotator", *words]
        environment = os.environ | {"PYTHONPATH": str(ROOT), "HOME": str(base)}
        subprocess.run(command, env=environment, check=False, capture_output=True)
    running = {}
    for name, body in scenarios(base).items():
        folder = base / name
        for part in ("home", "tmp", "work/out"):
            (folder / part).mkdir(parents=True)
        wanted = new if name in ("suggest", "window") else prepared
        shutil.copy(wanted, folder / "work" / "p.vaglio")
        shutil.copytree(given, folder / "work" / "articles")
        code = AGAIN.format(root=str(ROOT), body=body, seconds=0 if name == "window" else SECONDS)
        environment = {
            "PATH": os.environ["PATH"],
            "HOME": str(folder / "home"),
            "TMPDIR": str(folder / "tmp"),
            "QT_QPA_PLATFORM": "offscreen",
            "LANG": "C.UTF-8",
        }
        command = [STRACE, "-f", "-qq", "-s", "300", "-e", f"trace={TRACED}"]
        command += ["-o", str(folder / "trace"), sys.executable, "-P", "-c", code]
        with (folder / "said").open("wb") as said:
            running[name] = subprocess.Popen(
                command, cwd=folder / "work", env=environment, stdout=said, stderr=said
            )
    ended = {name: process.wait(timeout=600) for name, process in running.items()}
    for name, code in ended.items():
        assert code == 0, (name, (base / name / "said").read_text()[-2000:])
    return {name: base / name for name in ended}


NAMES = ["suggest", "learn", "import", "export", "suggester", "said before", "window"]


@pytest.mark.parametrize("name", NAMES)
def test_no_socket_leads_to_a_network(traces, name):
    trace = (traces[name] / "trace").read_text(errors="replace")
    assert "execve(" in trace
    families = set(re.findall(r"socket\((\w+)", trace))
    assert families <= {"AF_UNIX", "AF_LOCAL"}, families
    assert not re.search(r"sa_family=AF_INET|htons\(53\)", trace)


@pytest.mark.parametrize("name", NAMES)
def test_sockets_of_the_machine_are_those_of_display_bus_and_names_of_users(traces, name):
    trace = (traces[name] / "trace").read_text(errors="replace")
    reached = set(re.findall(r'sun_path=@?"([^"]+)"', trace))
    known = ("/tmp/.X11-unix/", "/run/dbus", "/run/user/", "/var/run/nscd", "/tmp/dbus-")
    assert not {path for path in reached if not path.startswith(known)}


OPENED = re.compile(
    r'(?:open|creat|mkdir)\w*\((?:AT_FDCWD, )?"([^"]+)"([^)\n]*)(?:\) = \d|<unfinished)'
)
RENAMED = re.compile(
    r'rename\w*\([^"]*"[^"]+", (?:AT_FDCWD, )?"([^"]+)"[^)\n]*(?:\) = 0|<unfinished)'
)


@pytest.mark.parametrize("name", NAMES)
def test_files_are_made_in_the_project_the_settings_and_our_cache_only(traces, name):
    folder = traces[name]
    trace = (folder / "trace").read_text(errors="replace")
    made = {
        path
        for path, flags in OPENED.findall(trace)
        if re.search(r"O_WRONLY|O_RDWR|O_CREAT", flags) or re.search(r"^, 0\d+$", flags)
    }
    made |= set(RENAMED.findall(trace))
    home = folder / "home"
    own = (
        *(f"{folder / part}/" for part in ("work", "tmp")),
        *(f"{home / part}/" for part in (".cache/vaglio", ".config/vaglio")),
    )
    system = ("/dev/null", "/dev/tty", "/dev/shm/vaglio-", "/proc/self/")
    parents = {str(home / part) for part in (".cache", ".config")}

    def is_ours(path: str) -> bool:
        whole = os.path.normpath(folder / "work" / path)
        return (
            f"{whole}/".startswith(own)
            or whole.startswith(system)
            or whole in parents
            or "__pycache__" in whole
        )

    assert not {path for path in made if not is_ours(path)}


def test_each_scenario_did_what_it_is_named_after(traces):
    """Silence proves nothing where nothing was done."""
    for name, part in (("suggester", "entities"), ("said before", '"ready":true')):
        assert part in (traces[name] / "said").read_text(errors="replace"), name
    assert len([*(traces["export"] / "work" / "out").iterdir()]) >= 15
    trace = (traces["window"] / "trace").read_text(errors="replace")
    assert "annotator.suggest.runtime.worker:main" in trace
    assert "onnxruntime" in (traces["suggest"] / "trace").read_text(errors="replace")
