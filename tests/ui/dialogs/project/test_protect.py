"""A protected project through the window, with real keys: nothing of it lies anywhere in the clear."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication

from annotator.store import Store, check
from annotator.store.database.errors import LockedProject
from annotator.ui.application import install_language
from annotator.ui.background.command_process import CommandProcess
from annotator.ui.background.read_thread import ReadThread
from annotator.ui.dialogs.project.passphrase import UnlockDialog
from annotator.ui.dialogs.project.protect import ProtectDialog
from annotator.ui.settings import Settings
from tests.core.paper import mine
from tests.ui.test_main_window import press

pytest.importorskip("sqlcipher3")

PASSPHRASE = "quattro parole strane qui"
MARKED = "[Segretissimo Rossi|ORG] parla a [Grottaminarda|LOC] del bilancio."
SECRETS = (b"Segretissimo", b"Grottaminarda", b"segretissimo", b"grottaminarda")


def readable(*folders):
    """The files below *folders* in which a word of the article stands."""
    files = [p for folder in folders for p in folder.rglob("*") if p.is_file()]
    assert files
    return [p for p in files if any(word in p.read_bytes() for word in SECRETS)]


def dialog_of(qtbot, kind):
    found = []

    def there():
        found[:] = [
            w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()
        ]
        return bool(found)

    qtbot.waitUntil(there, timeout=5000)
    found[0].activateWindow()
    qtbot.waitUntil(found[0].isActiveWindow, timeout=5000)
    return found[0]


def choose(window, words):
    """The entry of a menu, as it is chosen with the mouse."""
    action = next(a for a in window.findChildren(QAction) if a.text() == words)
    assert action.isEnabled()
    action.trigger()


def enter(qtbot, field, words):
    field.setFocus()
    field.clear()
    qtbot.keyClicks(field, words)


def protect(qtbot, shown, passphrase=PASSPHRASE):
    """All that a person does; the recovery words."""
    choose(shown, "Protect with a passphrase…")
    dialog = dialog_of(qtbot, ProtectDialog)
    enter(qtbot, dialog.typed.typed, passphrase)
    enter(qtbot, dialog.again.typed, passphrase)
    qtbot.keyClick(dialog.again.typed, Qt.Key.Key_Return)
    return write_down(qtbot, shown, dialog)


def write_down(qtbot, shown, dialog):
    qtbot.waitUntil(lambda: bool(dialog._words), timeout=10000)
    words = list(dialog._words)
    for number, field in dialog.asked.items():
        enter(qtbot, field, words[number])
    with qtbot.waitSignal(dialog.ended, timeout=60000):
        qtbot.keyClick(field, Qt.Key.Key_Return)
    settle(qtbot, shown)
    return words


def settle(qtbot, shown):
    """The dialog is gone, the article has the keys again."""
    qtbot.waitUntil(lambda: shown.workspace is not None, timeout=20000)
    shown.workspace.suggestion_queue.stop()
    shown.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is shown, timeout=5000)
    shown.workspace.view.setFocus()


def unlock(qtbot, shown, passphrase=PASSPHRASE):
    dialog = dialog_of(qtbot, UnlockDialog)
    enter(qtbot, dialog.field.typed, passphrase)
    qtbot.keyClick(dialog.field.typed, Qt.Key.Key_Return)
    settle(qtbot, shown)


def test_a_project_is_protected_opened_and_worked_on_with_the_keyboard(qtbot, window, tmp_path):
    shown = window(MARKED, "[Mario Bianchi|PER] tace.")
    path = shown.workspace.path
    assert path in readable(tmp_path)
    protect(qtbot, shown)
    assert shown.workspace.session.store.is_encrypted
    assert not readable(tmp_path)
    assert not shown.by_id["protect"].isEnabled()

    press(qtbot, shown, "A", "A")
    assert mine(shown.workspace.annotate_mode.analyst_view) == MARKED
    press(qtbot, shown, "Ctrl+Z")
    assert mine(shown.workspace.annotate_mode.analyst_view) != MARKED
    press(qtbot, shown, "Ctrl+Shift+Z")
    assert mine(shown.workspace.annotate_mode.analyst_view) == MARKED
    shown.project.back_up()
    assert not readable(tmp_path)

    # closed, it asks again; a wrong passphrase is said, Escape leaves it closed
    shown.put_away()
    with pytest.raises(LockedProject):
        Store.open(path)
    shown.project.open(path, analyst="anna")
    dialog = dialog_of(qtbot, UnlockDialog)
    enter(qtbot, dialog.field.typed, "nothing of the kind")
    qtbot.keyClick(dialog.field.typed, Qt.Key.Key_Return)
    qtbot.waitUntil(dialog.trouble.isVisible, timeout=20000)
    assert "does not open" in dialog.trouble.text()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert shown.workspace is None

    shown.project.open(path, analyst="anna")
    unlock(qtbot, shown)
    assert mine(shown.workspace.annotate_mode.analyst_view) == MARKED
    assert check(shown.workspace.session.store) == []
    assert not readable(tmp_path)


def test_the_children_of_the_window_can_read_it(qtbot, window, tmp_path):
    """Search in a thread; check, export and a backup by the command line as a process."""
    shown = window(MARKED, "[Mario Bianchi|PER] tace.")
    protect(qtbot, shown)
    path = shown.workspace.path
    press(qtbot, shown, "A", "A")

    answers = []
    reader = ReadThread(path, shown)
    reader.answered.connect(answers.append)
    reader.ask(lambda search: search.search("segretissimo"))
    qtbot.waitUntil(lambda: bool(answers), timeout=10000)
    assert len(answers[0]) == 1
    reader.stop()

    assert [*job(qtbot, "check", str(path), "--json")] == [0, ""]
    out = tmp_path / "out"
    out.mkdir()
    words = ("export", str(path), "--author", "anna", "-o", str(out / "e.jsonl"))
    assert job(qtbot, *words)[0] == 0
    assert readable(out) == [out / "e.jsonl"]  # what is exported is made to be read
    (out / "e.jsonl").unlink()
    (out / "more.txt").write_text("Anche Segretissimo Neri tace.", encoding="utf-8")
    assert job(qtbot, "import", str(path), str(out / "more.txt"), "--json")[0] == 0
    (out / "more.txt").unlink()
    assert shown.workspace.session.store.article_count() == 3
    assert not readable(tmp_path)


def test_a_second_window_asks_for_itself_and_sees_what_is_done(qtbot, window, tmp_path):
    shown = window(MARKED)
    protect(qtbot, shown)
    other = subprocess.run(
        [sys.executable, "-m", "annotator", "list", str(shown.workspace.path)],
        env=os.environ | {"VAGLIO_PASSPHRASE": PASSPHRASE},
        capture_output=True,
        check=False,
    )
    assert other.returncode == 0, other.stderr
    assert b"Segretissimo" in other.stdout or other.stdout.count(b"\n") == 1
    locked = subprocess.run(
        [sys.executable, "-m", "annotator", "list", str(shown.workspace.path)],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
    )
    assert locked.returncode == 3
    assert b"protected with a passphrase" in locked.stderr


def test_with_the_recovery_words_a_new_passphrase_is_set(qtbot, window):
    shown = window(MARKED)
    words = protect(qtbot, shown)
    path = shown.workspace.path
    shown.put_away()
    shown.project.open(path, analyst="anna")
    dialog = dialog_of(qtbot, UnlockDialog)
    qtbot.mouseClick(dialog.forgot, Qt.MouseButton.LeftButton)
    enter(qtbot, dialog.words, " ".join(words))
    qtbot.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
    change = dialog_of(qtbot, ProtectDialog)
    assert change.present.isHidden()
    enter(qtbot, change.typed.typed, "ora la ricordo davvero")
    enter(qtbot, change.again.typed, "ora la ricordo davvero")
    qtbot.keyClick(change.again.typed, Qt.Key.Key_Return)
    assert write_down(qtbot, shown, change) != words
    shown.put_away()
    shown.project.open(path, analyst="anna")
    unlock(qtbot, shown, "ora la ricordo davvero")
    assert check(shown.workspace.session.store) == []


def test_the_protection_is_taken_away_with_the_passphrase_only(qtbot, window):
    shown = window(MARKED)
    protect(qtbot, shown)
    choose(shown, "Remove the passphrase…")
    dialog = dialog_of(qtbot, ProtectDialog)
    enter(qtbot, dialog.present.typed, "not that one")
    qtbot.keyClick(dialog.present.typed, Qt.Key.Key_Return)
    qtbot.waitUntil(dialog.trouble.isVisible, timeout=20000)
    assert shown.workspace.session.store.is_encrypted
    enter(qtbot, dialog.present.typed, PASSPHRASE)
    with qtbot.waitSignal(dialog.ended, timeout=60000):
        qtbot.keyClick(dialog.present.typed, Qt.Key.Key_Return)
    assert not shown.workspace.session.store.is_encrypted
    assert shown.by_id["protect"].isEnabled()
    settle(qtbot, shown)


def test_two_that_differ_and_one_that_is_short_are_refused(qtbot, window):
    shown = window(MARKED)
    choose(shown, "Protect with a passphrase…")
    dialog = dialog_of(qtbot, ProtectDialog)
    enter(qtbot, dialog.typed.typed, PASSPHRASE)
    enter(qtbot, dialog.again.typed, PASSPHRASE + "!")
    qtbot.keyClick(dialog.again.typed, Qt.Key.Key_Return)
    assert dialog.trouble.isVisible()
    for field in (dialog.typed.typed, dialog.again.typed):
        enter(qtbot, field, "corta")
    qtbot.keyClick(dialog.again.typed, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "too short" in dialog.trouble.text(), timeout=10000)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert shown.workspace is not None
    assert not shown.workspace.session.store.is_encrypted


def job(qtbot, *words):
    """Exit code and output of a command as the window runs it."""
    it = CommandProcess(words)
    with qtbot.waitSignal(it.finished, timeout=60000) as over:
        it.start()
    return over.args


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("passphrase", "p.vaglio"), "p.vaglio non è protetto"),
        (("decrypt", "gone.vaglio"), "Il progetto "),
    ],
)
def test_what_a_command_says_is_said_in_the_language_of_the_window(
    qtbot, qapp, tmp_path, words, said
):
    Store.create(tmp_path / "p.vaglio").close()
    settings = Settings()
    settings.language = "it"
    before = QLocale()
    translators = install_language(qapp, settings)
    heard = []
    try:
        job = CommandProcess([words[0], str(tmp_path / words[1])])
        job.said.connect(heard.append)
        with qtbot.waitSignal(job.finished, timeout=30000):
            job.start()
    finally:
        for each in translators:
            qapp.removeTranslator(each)
        QLocale.setDefault(before)
    assert len(heard) == 1
    assert heard[0].startswith(said)
