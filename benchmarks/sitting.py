"""Somebody who works in the real window without a pause, and says what it shows as saved.

The process that `benchmarks.kill_window` kills and from which `benchmarks.faults` takes the disk.
"""

from __future__ import annotations

import os
import random
import sys
import traceback
from pathlib import Path

from PySide6.QtCore import QSettings, QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog

from annotator.core.editing import evidence_edits
from annotator.core.errors import UserError
from annotator.core.model import Claim
from annotator.core.text import words
from annotator.store import ArticleFilter
from annotator.ui.app import dress, install_hook
from annotator.ui.application import make_application
from annotator.ui.main_window import MainWindow
from annotator.ui.settings import Settings

from .commands_at_risk import PROJECT

_JUDGE = ("A", "A", "A", "X", "F", "I", "Ctrl+Z", "Ctrl+Shift+Z", "Space", "Alt+Right", "Del")
_REVIEW = ("A", "B", "X", "F", "Space", "Ctrl+Z")


def sit(work: Path, seed: int, writing: int, *, every_ms: int = 0) -> int:
    """Work on the project in *work* until killed; ``saved ID SAID`` goes to *writing* for each act.

    ``refused WORDS`` is an error that was shown, ``crash TRACE`` one of our own.
    """
    settings_in = str(work.parent / "home" / "settings")
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, settings_in)
    app = make_application()
    settings = Settings()
    settings.suggest_on_open = False
    window = MainWindow(settings)
    install_hook(window)
    dress(window, settings)
    window.resize(1200, 800)
    window.show()
    window.start(work / PROJECT, analyst="anna")
    window.activateWindow()
    sitter = Sitter(window, random.Random(seed), writing)
    timer = QTimer()
    timer.setInterval(every_ms)
    timer.timeout.connect(sitter.act)
    timer.start()
    return app.exec()


class Sitter:
    """Hands on the keys of one window."""

    def __init__(self, window: MainWindow, dice: random.Random, writing: int) -> None:
        self._window = window
        self._dice = dice
        self._writing = writing
        self._waiting: list[str] = []  # changes that are done and not saved yet
        shown = sys.excepthook

        def hook(kind, error, trace):
            if isinstance(error, UserError):
                self._say(f"refused {error}")
            else:
                said = "".join(traceback.format_exception(kind, error, trace))
                self._say("crash " + said.replace("\n", " | "))
            shown(kind, error, trace)

        sys.excepthook = hook
        assert window.workspace is not None
        # connected after the window's own: it is shown by now
        window.workspace.annotate_mode.saved.connect(self._acknowledge)

    def _acknowledge(self, change) -> None:
        """Tell which changes are saved by now: not what waits, nor what was undone while it did."""
        session = self._window.workspace.session
        if change.undoes in self._waiting:
            self._waiting.remove(change.undoes)
        else:
            self._waiting.append(change.id)
        unsaved = {each.id for each in session.waiting}
        for id_ in [id_ for id_ in self._waiting if id_ not in unsaved]:
            self._waiting.remove(id_)
            self._say(f"saved {id_} {self._window._saved.text()}")

    def _say(self, line: str) -> None:
        os.write(self._writing, line.replace("\n", " ").encode() + b"\n")

    def act(self) -> None:
        """One act; what goes wrong is the hook's, as in the window."""
        try:
            self._act()
        except Exception:
            sys.excepthook(*sys.exc_info())

    def _act(self) -> None:
        for dialog in self._window.findChildren(QDialog):
            dialog.reject()
        workspace = self._window.workspace
        if workspace is None or workspace.annotate_mode.analyst_view is None:
            return
        acts = [self._judge] * 5 + [self._mark] * 3 + [self._back_up, self._go, self._link]
        acts += [self._turn, self._describe]
        if workspace.annotate_mode.review_mode.is_on:
            acts = [self._decide] * 8 + [self._turn, self._go]
        self._dice.choice(acts)()

    def _press(self, name: str) -> None:
        pressed = QKeySequence(name)[0]
        view = self._window.workspace.view
        QTest.keyClick(view, pressed.key(), pressed.keyboardModifiers())

    def _judge(self) -> None:
        self._press(self._dice.choice(_JUDGE))

    def _decide(self) -> None:
        labels = list(self._window.label_keys().values())
        if self._dice.random() < 0.2:
            self._select()
            self._press(self._dice.choice(labels))
        else:
            self._press(self._dice.choice(_REVIEW))

    def _select(self) -> None:
        workspace = self._window.workspace
        workspace.view.set_selection(
            self._dice.choice(list(words(workspace.annotate_mode.analyst_view.article.text)))
        )

    def _mark(self) -> None:
        """Select a word; a label, a claim, or who says the claim that is current."""
        self._select()
        labels = list(self._window.label_keys().values())
        self._press(self._dice.choice((*labels, "C", "Alt+C", "S", "Q")))

    def _link(self) -> None:
        """Evidence and a verdict for a claim of one's own."""
        workspace = self._window.workspace
        analyst_view = workspace.annotate_mode.analyst_view
        own = list(analyst_view.mine.claims) if analyst_view.mine is not None else []
        if not own or analyst_view.status != "draft":
            return
        claim = self._dice.choice(own)
        found = evidence_edits.source(title="Comunicato", url="https://example.org/x")
        made, _ = evidence_edits.link(analyst_view, claim.id, found, is_new=True, stance="refutes")
        workspace.annotate_mode.tell(workspace.session.do(made))

    def _describe(self) -> None:
        """A field of the current claim, as its form would."""
        annotate_mode = self._window.workspace.annotate_mode
        if isinstance(annotate_mode.current, Claim):
            annotate_mode.amend(
                annotate_mode.current_id, note=f"nota {self._dice.randrange(10**6)}"
            )

    def _back_up(self) -> None:
        if self._dice.random() < 0.1:
            self._window.act("back_up")

    def _go(self) -> None:
        workspace = self._window.workspace
        ids = workspace.session.store.queue(ArticleFilter(analyst="anna"))
        workspace.annotate_mode.open(self._dice.choice(ids))
        if workspace.annotate_mode.analyst_view.status == "submitted" and self._dice.random() < 0.5:
            self._window.act("reopen")

    def _turn(self) -> None:
        """Into a review, or out of it."""
        annotate_mode = self._window.workspace.annotate_mode
        if (
            not annotate_mode.review_mode.is_on
            and annotate_mode.analyst_view.status == "draft"
            and annotate_mode.analyst_view.mine is not None
        ):
            self._press("Ctrl+Return")
            return
        self._press("F7")
