"""The state of the project, in its dialog and from the window."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel

from annotator.ui.dialogs.project.project_progress import ProgressDialog
from tests.ui.test_main_window import press


def said_in(dialog: ProgressDialog) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel))


def test_progress_says_how_many_articles_and_whose_work_there_is(window, qtbot):
    shown = window("[Rome|LOC] grows.", "Milan sleeps.")
    press(qtbot, shown, "A", "Ctrl+Return")
    shown.by_id["progress"].trigger()
    (dialog,) = shown.findChildren(ProgressDialog)
    assert dialog.isVisible()
    said = said_in(dialog)
    assert "2 article(s)" in said
    assert "anna" in said
    dialog.close()


def test_progress_of_a_project_where_nothing_was_done(window):
    shown = window()
    shown.by_id["progress"].trigger()
    (dialog,) = shown.findChildren(ProgressDialog)
    assert "0 article(s)" in said_in(dialog)
    dialog.close()
