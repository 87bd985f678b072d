"""The program as it is started: its window, its hook for errors, what it says without a screen."""

from __future__ import annotations

import subprocess
import sys

import pytest
from PySide6.QtWidgets import QApplication

from annotator.core.errors import UserError
from annotator.services.session import open_session
from annotator.ui import app
from annotator.ui.settings import Settings
from annotator.ui.widgets.problem_bar import CrashBox
from tests import ROOT


def start(*words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """``vaglio open`` in a process of its own, without a screen."""
    return subprocess.run(
        [sys.executable, "-m", "annotator", "open", *words],
        capture_output=True,
        text=True,
        cwd=ROOT,
        timeout=60,
        env={"QT_QPA_PLATFORM": "offscreen", "PATH": "", **environment},
    )


def test_the_program_starts_shows_its_window_and_ends(tmp_path):
    done = start("--smoke", HOME=str(tmp_path), XDG_CONFIG_HOME=str(tmp_path))
    assert (done.returncode, done.stderr) == (0, "")


def test_the_program_starts_on_a_project(tmp_path):
    path = tmp_path / "p.vaglio"
    open_session(path, analyst="anna", create=True).store.close()
    done = start(str(path), "--author", "anna", "--smoke", HOME=str(tmp_path))
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there is a screen")
def test_without_a_screen_it_says_what_can_be_done(tmp_path):
    done = start(HOME=str(tmp_path), QT_QPA_PLATFORM="")
    assert done.returncode == 1
    assert "there is no display here" in done.stderr


def test_what_the_world_did_is_told_over_the_article_and_our_own_mistakes_in_a_box(
    window, monkeypatch, capsys
):
    shown = window("Text.")
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    app.install_hook(shown)
    fault = UserError("The disk is full", hint="Make room")
    sys.excepthook(UserError, fault, None)
    assert shown.problems.isVisible()
    mistake = LookupError("ours")
    sys.excepthook(LookupError, mistake, None)
    (box,) = shown.findChildren(CrashBox)
    assert box.isVisible()
    assert "LookupError: ours" in capsys.readouterr().err
    box.close()


def test_the_window_is_dressed_as_the_settings_say(window):
    shown = window("Text.")
    settings = Settings()
    settings.theme = "dark"
    app.dress(shown, settings)
    assert shown.theme.dark
    settings.theme = "light"
    shown.theme_asked.emit()
    assert not shown.theme.dark
    assert QApplication.instance() is not None
