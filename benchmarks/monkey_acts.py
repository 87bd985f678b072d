"""What the monkey does in the window: the process that `benchmarks.monkey` starts and watches."""

from __future__ import annotations

import faulthandler
import json
import random
import subprocess
import sys
import threading
import time
import traceback
from collections import Counter
from pathlib import Path

from PySide6.QtCore import (
    QEvent,
    QObject,
    QPoint,
    QPointF,
    QSettings,
    Qt,
    QTimer,
    qInstallMessageHandler,
)
from PySide6.QtGui import QContextMenuEvent, QDesktopServices, QKeyEvent, QKeySequence, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from annotator.core.errors import UserError
from annotator.store import ArticleFilter
from annotator.ui.app import dress, install_hook
from annotator.ui.application import install_language, make_application
from annotator.ui.main_window import MainWindow
from annotator.ui.settings import Settings

_SLOW_S = 0.5
_BEAT_MS, _ACT_MS, _NOTE_MS = 20, 10, 5000
_PATIENCE, _TRIES = 60, 5  # acts that a dialog stays open, and one that asks for a file
_WORDS = (
    "Rossi",
    "è vero",
    "2026-11-03",
    "🤔",
    "a" * 300,
    "Forlì",
    "<b>x</b>",
    "%s",
    "12,5",
    "\u202e",
)
_NAVIGATION = (
    *("Up", "Down", "Left", "Right", "PgUp", "PgDown", "Home", "End", "Tab", "Shift+Tab", "Space"),
    *("Return", "Escape", "Del", "Backspace", "Shift+Right", "Shift+Left", "Shift+Down"),
    *("Ctrl+Shift+Right", "Ctrl+Shift+Left", "Ctrl+A", "Shift+End", "Alt+Right", "Alt+Shift+Left"),
)
_NEVER = frozenset({"close"})
_MODIFIERS = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)
_BUTTONS = (Qt.MouseButton.LeftButton, Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton)


def run(folder: Path, seed: int, seconds: float, events: int) -> int:
    """Open the window on the project in *folder* and act; writes ``report.json`` there."""
    faulthandler.enable()
    QSettings.setPath(
        QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(folder / "home" / "settings")
    )
    app = make_application()
    app.setQuitOnLastWindowClosed(False)
    settings = Settings()
    settings.suggest_on_open = False
    settings.language = "it" if seed % 2 else "en"
    translators = install_language(app, settings)
    window = MainWindow(settings)
    install_hook(window)
    dress(window, settings)
    window.resize(1440, 900)
    window.show()
    window.start(folder / "p.vaglio", analyst="anna")
    window.activateWindow()
    monkey = Monkey(window, folder, seed)
    monkey.start(seconds, events)
    app.exec()
    sys.excepthook = sys.__excepthook__  # what goes wrong from here on is told to the parent
    monkey.write()
    window.removeEventFilter(monkey)
    window.close()
    del translators
    return 0


class Monkey(QObject):
    """Acts every few milliseconds and watches what comes of it."""

    def __init__(self, window: MainWindow, folder: Path, seed: int) -> None:
        super().__init__()
        self._window = window
        self._folder = folder
        self._dice = random.Random(seed)
        self._log = (folder / "acts.log").open("w", buffering=1, encoding="utf-8")
        self._acts = self._saved = self._most = 0
        self._dialog_for = 0
        self._tracebacks: list[str] = []
        self._refused: Counter[str] = Counter()
        self._warnings: Counter[str] = Counter()
        self._gaps: list[tuple[float, float, float, str]] = []
        self._memory: list[tuple[float, int, int]] = []
        self._last = ""
        self._workspace = None
        self._is_over = False
        words = [sys.executable, "-m", "benchmarks.team", str(folder / "p.vaglio"), str(seed)]
        self._other = subprocess.Popen(
            words, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True
        )
        self._watch()

    # -- watching --------------------------------------------------------------------------

    def _watch(self) -> None:
        shown = sys.excepthook

        def hook(kind, error, trace):
            if isinstance(error, UserError):
                self._refused[error.message] += 1
            else:
                self._fault("".join(traceback.format_exception(kind, error, trace)))
            shown(kind, error, trace)

        sys.excepthook = hook
        threading.excepthook = lambda said: hook(said.exc_type, said.exc_value, said.exc_traceback)
        sys.unraisablehook = lambda said: hook(
            type(said.exc_value), said.exc_value, said.exc_traceback
        )
        qInstallMessageHandler(lambda _kind, _where, said: self._warn(said))
        self._window.installEventFilter(self)
        for scheme in ("file", "http", "https", "mailto"):
            QDesktopServices.setUrlHandler(scheme, self, "opened")

    def opened(self, url) -> None:
        """An address that would have been opened elsewhere."""
        self._note(f"would open {url.toString()[:80]}")

    def _fault(self, said: str) -> None:
        self._note("TRACEBACK " + said.strip().splitlines()[-1])
        self._tracebacks.append(f"after act {self._acts}: {said}")

    def _warn(self, said: str) -> None:
        self._warnings[said] += 1
        self._note(f"Qt: {said[:200]}")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The window is never closed."""
        if event.type() == QEvent.Type.Close and watched is self._window:
            event.ignore()
            return True
        return False

    def start(self, seconds: float, events: int) -> None:
        self._began = self._beat_at = time.monotonic()
        self._queued_s = waited_for_processor()
        self._most = events
        self._timers = []
        for every, act in ((_BEAT_MS, self._beat), (_NOTE_MS, self._weigh)):
            timer = QTimer(self)
            timer.setInterval(every)
            timer.timeout.connect(act)
            timer.start()
            self._timers.append(timer)
        QTimer.singleShot(int(seconds * 1000), self, self._end)
        QTimer.singleShot(_ACT_MS, self, self._act)
        self._weigh()

    def _end(self) -> None:
        """Not `quit`, which would ask the window to be closed; and out of every menu that is open."""
        self._is_over = True
        popup = QApplication.activePopupWidget()
        if popup is not None:
            popup.close()
            QTimer.singleShot(_ACT_MS, self, self._end)
            return
        QApplication.exit(0)

    def _beat(self) -> None:
        now, queued = time.monotonic(), waited_for_processor()
        wall = now - self._beat_at
        ours = wall - (queued - self._queued_s)
        if ours > _SLOW_S:
            what = f"act {self._acts} {self._last}"
            self._gaps.append((now - self._began, wall, ours, what))
            self._note(f"GAP {wall:.2f} s, {ours:.2f} s of them ours")
        self._beat_at, self._queued_s = now, queued

    def _weigh(self) -> None:
        pages = int(Path("/proc/self/statm").read_text().split()[1])
        widgets = len(QApplication.allWidgets())
        self._memory.append((time.monotonic() - self._began, pages * 4096 >> 20, widgets))

    def write(self) -> None:
        """What was seen, for the parent."""
        self._weigh()
        assert self._other.stdin is not None
        self._other.stdin.close()
        self._other.wait(20)
        told = {
            "acts": self._acts,
            "seconds": time.monotonic() - self._began,
            "saved": self._saved,
            "tracebacks": self._tracebacks,
            "refused": self._refused,
            "warnings": self._warnings,
            "gaps": self._gaps,
            "memory": self._memory,
        }
        (self._folder / "report.json").write_text(json.dumps(told))

    def _note(self, said: str) -> None:
        self._log.write(f"{self._acts:6} {said}\n")

    # -- acting ----------------------------------------------------------------------------

    def _act(self) -> None:
        if self._acts >= self._most or self._is_over:
            self._end()
            return
        # not a repeating timer: that waits while a menu that was opened by its act is open
        QTimer.singleShot(_ACT_MS, self, self._act)
        self._acts += 1
        self._follow_bench()
        dialog = self._dialog()
        self._dialog_for = self._dialog_for + 1 if dialog else 0
        popup = QApplication.activePopupWidget()
        if isinstance(dialog, QFileDialog) or "Print" in type(dialog).__name__:
            self._choose_file(dialog)
        elif popup is not None:
            self._in_popup(popup)
        elif dialog is not None and self._dialog_for > _PATIENCE:
            self._do(f"close {type(dialog).__name__}", dialog.reject)
            self._dialog_for = 0
        else:
            self._anything(dialog)

    def _follow_bench(self) -> None:
        """Count what is saved, also once another project is open."""
        workspace = self._window.workspace
        if workspace is not None and workspace is not self._workspace:
            workspace.annotate_mode.saved.connect(self._count)
        self._workspace = workspace

    def _count(self) -> None:
        self._saved += 1

    def _dialog(self) -> QDialog | None:
        found = QApplication.activeModalWidget() or QApplication.activeWindow()
        if found is None or not found.isVisible():  # nobody gives the focus back without a desktop
            self._window.activateWindow()
            return None
        return found if isinstance(found, QDialog) else None

    def _anything(self, dialog: QDialog | None) -> None:
        kinds = {
            self._press: 46,
            self._click: 20,
            self._drag: 7,
            self._wheel: 6,
            self._write_words: 8,
            self._trigger: 0 if dialog else 7,
            self._go_elsewhere: 1,
            self._resize: 1,
            self._let_other_act: 3,
        }
        act = self._dice.choices(list(kinds), weights=list(kinds.values()))[0]
        act()

    def _do(self, what: str, task) -> None:
        """Note it first: a crash leaves no time afterwards. What is raised is the hook's."""
        self._last = what
        self._note(what)
        try:
            task()
        except Exception:
            sys.excepthook(*sys.exc_info())

    def _press(self) -> None:
        target = QApplication.focusWidget() or QApplication.activeWindow() or self._window
        keys = [
            key.toString()
            for id_, action in self._window.by_id.items()
            if id_ not in _NEVER
            for key in action.shortcuts()
        ]
        labels = list(self._window.label_keys().values())
        pool = self._dice.choice((keys, keys, labels, _NAVIGATION, _NAVIGATION, list("AXCSAX")))
        name = self._dice.choice(pool or _NAVIGATION)
        if name in ("Ctrl+Q", "Alt+F4"):
            return
        pressed = QKeySequence(name)[0]
        self._do(
            f"key {name} on {_name(target)}",
            lambda: QTest.keyClick(target, pressed.key(), pressed.keyboardModifiers()),
        )

    def _widget(self) -> QWidget | None:
        """Something visible in the window in front; the article every other time."""
        front = QApplication.activeModalWidget() or QApplication.activeWindow() or self._window
        workspace = self._window.workspace
        if front is self._window and workspace is not None and self._dice.random() < 0.5:
            return workspace.view.viewport()
        seen = [w for w in front.findChildren(QWidget) if w.isVisible() and w.width() > 2]
        return self._dice.choice(seen) if seen else None

    def _point(self, widget: QWidget) -> QPoint:
        return QPoint(
            self._dice.randrange(max(1, widget.width())),
            self._dice.randrange(max(1, widget.height())),
        )

    def _click(self) -> None:
        widget = self._widget()
        if widget is None:
            return
        at, button = self._point(widget), self._dice.choice(_BUTTONS)
        modifier, twice = self._dice.choice(_MODIFIERS), self._dice.random() < 0.2
        click = QTest.mouseDClick if twice else QTest.mouseClick
        name = f"{button.name} {modifier.name} on {_name(widget)} at {at.x()},{at.y()}"

        def task() -> None:
            click(widget, button, modifier, at)
            if button == Qt.MouseButton.RightButton:
                where = widget.mapToGlobal(at)
                event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, where)
                QApplication.sendEvent(widget, event)

        self._do(("double click " if twice else "click ") + name, task)

    def _drag(self) -> None:
        widget = self._widget()
        if widget is None:
            return
        one, two = self._point(widget), self._point(widget)
        modifier = self._dice.choice(_MODIFIERS)

        def task() -> None:
            left = Qt.MouseButton.LeftButton
            QTest.mousePress(widget, left, modifier, one)
            QTest.mouseMove(widget, (one + two) / 2)
            QTest.mouseMove(widget, two)
            QTest.mouseRelease(widget, left, modifier, two)

        self._do(f"drag {_name(widget)} {one.x()},{one.y()} to {two.x()},{two.y()}", task)

    def _wheel(self) -> None:
        widget = self._widget()
        if widget is None:
            return
        at, by = self._point(widget), self._dice.choice((-600, -120, 120, 600))
        modifier = self._dice.choice(_MODIFIERS)
        event = QWheelEvent(
            QPointF(at),
            QPointF(widget.mapToGlobal(at)),
            QPoint(),
            QPoint(0, by),
            Qt.MouseButton.NoButton,
            modifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        name = f"wheel {by} {modifier.name} on {_name(widget)}"
        self._do(name, lambda: QApplication.sendEvent(widget, event))

    def _write_words(self) -> None:
        front = QApplication.activeModalWidget() or QApplication.activeWindow() or self._window
        fields = [
            w
            for kind in (QLineEdit, QPlainTextEdit, QTextEdit, QComboBox)
            for w in front.findChildren(kind)
            if w.isVisible() and w.isEnabled()
        ]
        if not fields:
            return
        field, words = self._dice.choice(fields), self._dice.choice(_WORDS)
        enter = self._dice.random() < 0.4

        def task() -> None:
            field.setFocus()
            type_words(field, words)
            if enter:
                QTest.keyClick(field, Qt.Key.Key_Return)

        self._do(f"write {words[:20]!r} in {_name(field)}", task)

    def _trigger(self) -> None:
        ids = [i for i, a in self._window.by_id.items() if i not in _NEVER and a.isEnabled()]
        id_ = self._dice.choice(ids)
        self._do(f"menu {id_}", self._window.by_id[id_].trigger)

    def _go_elsewhere(self) -> None:
        """Back to the project, or to another article."""
        path, window = self._folder / "p.vaglio", self._window
        workspace = window.workspace
        if workspace is None or workspace.path != path or self._dice.random() < 0.2:
            self._do("open the project", lambda: window.project.open(path, analyst="anna"))
            return
        ids = workspace.session.store.queue(ArticleFilter(analyst="anna"))
        if ids:
            id_ = self._dice.choice(ids)
            self._do("open an article", lambda: workspace.annotate_mode.open(id_))

    def _resize(self) -> None:
        width, height = self._dice.randrange(640, 1800), self._dice.randrange(480, 1100)
        self._do(f"resize {width}x{height}", lambda: self._window.resize(width, height))

    def _let_other_act(self) -> None:
        workspace = self._window.workspace
        analyst_view = workspace.annotate_mode.analyst_view if workspace is not None else None
        if analyst_view is None or self._other.poll() is not None:
            return
        assert self._other.stdin is not None
        self._note("another window acts")
        self._other.stdin.write(analyst_view.article.id + "\n")
        self._other.stdin.flush()

    def _in_popup(self, popup: QWidget) -> None:
        name = self._dice.choice(("Down", "Down", "Up", "Return", "Escape", "Right"))
        key = QKeySequence(name)[0].key()
        self._do(f"key {name} in {_name(popup)}", lambda: QTest.keyClick(popup, key))

    def _choose_file(self, dialog: QDialog) -> None:
        """A file of our folder, or none."""
        files = sorted(p for p in (self._folder / "files").iterdir() if "-" not in p.suffix)
        chosen = self._dice.choice(files)
        is_ours = isinstance(dialog, QFileDialog) and self._dialog_for < _TRIES
        if not isinstance(dialog, QFileDialog) or not is_ours or self._dice.random() < 0.3:
            self._do(f"close {type(dialog).__name__}", dialog.reject)
            return
        if dialog.acceptMode() == QFileDialog.AcceptMode.AcceptSave:
            chosen = self._folder / "files" / f"made{self._dice.randrange(5)}"
        elif dialog.fileMode() == QFileDialog.FileMode.Directory:
            chosen = self._folder / "files"

        def task() -> None:
            name = dialog.findChild(QLineEdit, "fileNameEdit")
            if name is not None:
                name.setText(str(chosen))
            dialog.accept()

        self._do(f"choose {chosen.name} in {dialog.windowTitle()}", task)


def waited_for_processor() -> float:
    """Seconds in which this thread could have run and another program did instead."""
    try:
        return int(Path("/proc/thread-self/schedstat").read_text().split()[1]) / 1e9
    except OSError:
        return 0.0


def type_words(field: QWidget, words: str) -> None:
    """Words of any script, letter by letter: `QTest` itself types ASCII only."""
    for letter in words:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(field, event)


def _name(widget: QWidget) -> str:
    owner = widget.parentWidget()
    beside = f" of {type(owner).__name__}" if owner is not None else ""
    return f"{type(widget).__name__}{beside}"
