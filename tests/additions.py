"""A copy of the package to add something to, and where what is added goes.

Where things are now is in the table below, and nowhere else in the tests of additions.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from textwrap import dedent

from tests import ROOT

#: Kind of addition → the file that is written or, where it is there already, added to.
PLACES = {
    "label": "resources/schemes/news.toml",
    "format": "annotator/formats/annotations/shout.py",
    "suggester": "annotator/suggest/pipelines/shout.py",
    "panel": "annotator/ui/panels/shouts.py",
    "command": "annotator/ui/command_table/table.py",
    "handler": "annotator/ui/commands/view.py",
    "column": "annotator/ui/claims_list/model.py",
    "measure": "annotator/core/metrics/shouts.py",
    "dialog": "annotator/ui/dialogs/help/shouting.py",
}
#: What the additions and the window's scripts import.
DOSSIER = "annotator.core.annotated_article"
INTERVALS = "annotator.core.metrics.intervals"
MEASURES = "annotator.core.metrics.agreement"
MENTION = "annotator.suggest.language.mention"
SUGGESTERS = "annotator.suggest.pipelines.registry"
PANEL = "annotator.ui.panels.panel"
DIALOG = "annotator.ui.widgets.dialog"
APPLICATION = "annotator.ui.application"
SETTINGS = "annotator.ui.settings"
WINDOW = "annotator.ui.main_window"

#: Before which line a row is put into the table of commands.
ROW_BEFORE = "    # -- help\n"


def module_of(kind: str) -> str:
    """The name to import an addition by."""
    return PLACES[kind].removesuffix(".py").replace("/", ".")


_WINDOW = f"""
import json, sys, time
from pathlib import Path
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import *
from {APPLICATION} import make_application
from {SETTINGS} import Settings
from {WINDOW} import MainWindow

def press(*keys):
    for key in keys:
        pressed = QKeySequence(key)[0]
        on = app.activePopupWidget() or ([window] + dialogs())[-1]
        on.activateWindow()
        wait(lambda: app.activePopupWidget() or app.activeWindow() is on)
        QTest.keyClick(on.focusWidget() or on, pressed.key(), pressed.keyboardModifiers())
        app.processEvents()

def wait(until):
    began = time.monotonic()
    while not until() and time.monotonic() < began + 30:
        app.processEvents()
        time.sleep(0.01)
    assert until()

def menu(name):
    found = {{each.text().replace("&", ""): each.menu() for each in window.menuBar().actions()}}[name]
    return [each.text() for each in found.actions()]

def choose(name, text):
    found = {{each.text().replace("&", ""): each.menu() for each in window.menuBar().actions()}}[name]
    [action] = [each for each in found.actions() if each.text() == text]
    action.trigger()
    app.processEvents()

def dialogs():
    return [each for each in window.findChildren(QDialog) if each.isVisible()]

def shown(kind):
    "The words of what is seen of a kind of widget."
    return [each.text() for each in app.allWidgets() if isinstance(each, kind) and each.isVisible()]

project = Path(sys.argv[1])
app = make_application()
QSettings.setDefaultFormat(QSettings.Format.IniFormat)
for scope in (QSettings.Scope.UserScope, QSettings.Scope.SystemScope):
    QSettings.setPath(QSettings.Format.IniFormat, scope, str(project.parent / "settings"))
settings = Settings()
settings.suggest_on_open = False
window = MainWindow(settings)
window.resize(1300, 800)
window.show()
window.start(project, analyst="anna")
press("Ctrl+2")
said = []
# what is tried
print(json.dumps(said))
window.close()
"""


class Copy:
    """The package in a folder of its own, a project in it, and what is added."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.project = folder / "p.vaglio"

    def carry(self, *paths: str) -> None:
        """More of the repository than the package."""
        for path in paths:
            (self.folder / path).parent.mkdir(parents=True, exist_ok=True)
            whole = shutil.copytree if (ROOT / path).is_dir() else shutil.copy2
            whole(ROOT / path, self.folder / path)

    def add(self, kind: str, text: str, *, before: str = "") -> None:
        """A new file; of one that is there, more at its end or *before* a line."""
        path = self.folder / PLACES[kind]
        there = path.read_text("utf-8") if path.exists() else ""
        assert before in there
        head, _, tail = there.partition(before) if before else (there, "", "")
        path.write_text(head + text + before + tail, "utf-8")

    def run(self, *words: str | Path) -> str:
        """What Python says when it is called with *words*, with the copy as the package."""
        places = {"HOME": str(self.folder), "XDG_CACHE_HOME": str(self.folder / "cache")}
        settled = {"QT_QPA_PLATFORM": "offscreen", "LANG": "C.UTF-8", "VAGLIO_ANALYST": "anna"}
        done = subprocess.run(
            [sys.executable, *map(str, words)],
            cwd=self.folder,
            env=os.environ | places | settled,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    def vaglio(self, command: str, *words: str | Path) -> str:
        """The command line on the project."""
        return self.run("-m", "annotator", command, self.project, *words)

    def window(self, code: str) -> list:
        """What *code* puts into ``said``, with the window open on the project."""
        return json.loads(
            self.run("-c", _WINDOW.replace("# what is tried\n", dedent(code) + "\n"), self.project)
        )
