"""A child of the window that dies: its last words are shown, as plain text."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtCore import QObject

from annotator.core.model import Article
from annotator.core.text import sha256
from annotator.isolation.child import Child
from annotator.ui.background import similar_claims_process, suggester_process
from annotator.ui.background.similar_claims_process import SimilarClaimsProcess
from annotator.ui.background.suggester_process import SuggesterProcess

DYING = "import sys; sys.stderr.write('first\\nno model\\x1b[2J \\u202ehere\\n'); sys.exit(4)"


@pytest.fixture(autouse=True)
def dying(monkeypatch):
    child = Child([sys.executable, "-c", DYING], {"PYTHONIOENCODING": "utf-8"})
    monkeypatch.setattr(suggester_process, "worker", lambda _choice: child)
    monkeypatch.setattr(similar_claims_process, "process", lambda _project, _analyst: child)


def test_of_the_suggester(qtbot):
    owner = QObject()
    asked = SuggesterProcess(owner)
    article = Article(id="a", title="", text="x", sha256=sha256("x"), imported_at="")
    with qtbot.waitSignal(asked.failed, timeout=10000) as heard:
        asked.ask(article)
    assert heard.args == ["", "no model⟨U+001B⟩[2J ⟨U+202E⟩here"]
    asked.stop()


def test_of_what_finds_similar_claims_once_and_on_the_status_bar(qtbot, tmp_path):
    owner = QObject()
    asked = SimilarClaimsProcess(tmp_path / "p.vaglio", "anna", owner)
    with qtbot.waitSignal(asked.failed, timeout=10000) as heard:
        asked.ask("c", "a", "The prices fell.")
    assert heard.args == ["no model⟨U+001B⟩[2J ⟨U+202E⟩here"]
    asked.ask("c", "a", "The prices rose.")
    qtbot.wait(300)
    assert asked._process is None
    asked.stop()
