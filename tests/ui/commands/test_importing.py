"""The first ten minutes: articles come in from the welcome page and into an empty project."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QLocale, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton

from annotator.ui.application import install_language
from annotator.ui.dialogs.importing.preview import PreviewDialog
from annotator.ui.main_window import MainWindow
from annotator.ui.settings import Settings

WAIT_MS = 60_000
NEWS = "Il sindaco ha detto che la scuola non è più nella via.\n\nLa giunta ha votato ieri."


@pytest.fixture
def english(qapp):
    """With its plurals."""
    settings = Settings()
    settings.language = "en"
    before = QLocale()
    translators = install_language(qapp, settings)
    yield
    for translator in translators:
        qapp.removeTranslator(translator)
    QLocale.setDefault(before)


@pytest.fixture
def welcome(qtbot, tmp_path, monkeypatch, english):
    """The window of somebody who never used Vaglio."""
    monkeypatch.setenv("HOME", str(tmp_path))
    settings = Settings()
    settings.suggest_on_open = False
    shown = MainWindow(settings)
    monkeypatch.setattr(shown.project, "back_up_behind", lambda: None)
    qtbot.addWidget(shown)
    shown.resize(1300, 800)
    shown.show()
    shown.start(None)
    shown.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is shown, timeout=3000)
    yield shown
    shown.close()


def press(qtbot, key: str) -> None:
    """A key where the focus is, as a person presses it."""
    combination = QKeySequence(key)[0]
    qtbot.keyClick(QApplication.focusWidget(), combination.key(), combination.keyboardModifiers())


def file_dialog(qtbot, shown) -> QFileDialog:
    qtbot.waitUntil(lambda: any(d.isVisible() for d in shown.findChildren(QFileDialog)))
    return next(d for d in shown.findChildren(QFileDialog) if d.isVisible())


def choose(dialog: QFileDialog, path) -> None:
    """The path is typed, and the dialog left with it."""
    dialog.selectFile(str(path))
    dialog.accept()


def articles(shown) -> int:
    return shown.workspace.session.store.article_count() if shown.workspace else 0


def title(shown) -> str:
    analyst_view = shown.workspace.annotate_mode.analyst_view if shown.workspace else None
    return analyst_view.article.title if analyst_view else ""


def test_what_is_pasted_on_the_welcome_page_makes_a_project_and_asks_only_where(
    qtbot, welcome, tmp_path
):
    QApplication.clipboard().setText(NEWS)
    press(qtbot, "Ctrl+V")
    choose(file_dialog(qtbot, welcome), tmp_path / "first.vaglio")
    qtbot.waitUntil(lambda: articles(welcome) == 1, timeout=WAIT_MS)
    assert title(welcome).startswith("Il sindaco")
    assert (tmp_path / "first.vaglio").exists()


def test_without_anything_to_paste_the_welcome_page_says_so_and_makes_nothing(
    qtbot, welcome, tmp_path
):
    QApplication.clipboard().clear()
    with qtbot.captureExceptions() as caught:
        press(qtbot, "Ctrl+V")
    assert "no text on the clipboard" in str(caught[0][1])
    assert welcome.workspace is None


def test_files_chosen_on_the_welcome_page_are_imported_and_the_first_is_open(
    qtbot, welcome, tmp_path
):
    files = [tmp_path / "a.txt", tmp_path / "b.txt"]
    for file in files:
        file.write_text(f"{file.stem}: {NEWS}", "utf-8")
    welcome.settings.preview_import = False
    press(qtbot, "Ctrl+I")
    chosen = file_dialog(qtbot, welcome)
    chosen.filesSelected.emit([str(file) for file in files])
    chosen.close()
    choose(file_dialog(qtbot, welcome), tmp_path / "p.vaglio")
    qtbot.waitUntil(lambda: articles(welcome) == 2, timeout=WAIT_MS)
    qtbot.waitUntil(lambda: title(welcome).startswith("a: "), timeout=WAIT_MS)
    qtbot.waitUntil(welcome.problems.isVisible, timeout=WAIT_MS)
    assert welcome.problems.current.message == "2 articles imported"


def drop(shown, *paths) -> None:
    held = QMimeData()
    held.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    copy, left, none = (
        Qt.DropAction.CopyAction,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    shown.dropEvent(QDropEvent(QPointF(QPoint(90, 90)), copy, held, left, none))


def test_a_folder_dropped_on_the_welcome_page_becomes_a_project(qtbot, welcome, tmp_path):
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "a.txt").write_text(NEWS, "utf-8")
    drop(welcome, folder)
    choose(file_dialog(qtbot, welcome), tmp_path / "dropped.vaglio")
    qtbot.waitUntil(lambda: bool(welcome.findChildren(PreviewDialog)), timeout=WAIT_MS)
    (look,) = welcome.findChildren(PreviewDialog)
    agree = next(b for b in look.findChildren(QPushButton) if b.isDefault())
    qtbot.waitUntil(agree.isEnabled, timeout=WAIT_MS)
    agree.click()
    qtbot.waitUntil(lambda: title(welcome).startswith("Il sindaco"), timeout=WAIT_MS)


def test_the_welcome_page_names_the_kinds_of_files_that_are_read(welcome):
    from PySide6.QtWidgets import QLabel

    said = " ".join(label.text() for label in welcome._welcome.findChildren(QLabel))
    assert "PDF" in said
    assert "Ctrl+V" in said


def test_an_empty_project_takes_what_is_pasted_at_once(qtbot, window):
    shown = window()
    assert QApplication.focusWidget() is not shown.workspace.queue._field
    QApplication.clipboard().setText(NEWS)
    shown.workspace.queue.focus_import()
    press(qtbot, "Ctrl+V")
    qtbot.waitUntil(lambda: articles(shown) == 1, timeout=WAIT_MS)


def test_an_empty_project_opens_with_the_focus_on_the_first_thing_to_do(qtbot, welcome, tmp_path):
    welcome.project.make(str(tmp_path / "p.vaglio"))
    qtbot.waitUntil(lambda: welcome.workspace.queue._import.hasFocus())


def test_several_lines_pasted_in_the_search_of_an_empty_project_are_an_article(qtbot, window):
    shown = window()
    shown.act("search")
    QApplication.clipboard().setText(NEWS)
    press(qtbot, "Ctrl+V")
    qtbot.waitUntil(lambda: articles(shown) == 1, timeout=WAIT_MS)
    assert shown.workspace.queue._field.text() == ""


def test_several_lines_pasted_in_a_search_are_offered_as_an_article(qtbot, window):
    shown = window("Testo.")
    shown.act("search")
    QApplication.clipboard().setText(NEWS)
    press(qtbot, "Ctrl+V")
    assert shown.workspace.queue._field.text() == ""
    assert articles(shown) == 1
    qtbot.mouseClick(shown.problems._act, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: articles(shown) == 2, timeout=WAIT_MS)


def test_one_line_pasted_in_a_search_is_searched_for(qtbot, window):
    shown = window("Testo.")
    shown.act("search")
    QApplication.clipboard().setText("Testo\n")
    press(qtbot, "Ctrl+V")
    assert shown.workspace.queue._field.text().strip() == "Testo"


def test_a_page_on_the_clipboard_without_its_text_is_read_as_a_page(qtbot, window):
    shown = window("Testo.")
    held = QMimeData()
    body = "".join(f"<p>{line} {line}</p>" for line in NEWS.split("\n\n"))
    held.setData("text/html", f"<h1>Scuole</h1><article>{body}</article>".encode())
    QApplication.clipboard().setMimeData(held)
    shown.workspace.view.setFocus()
    press(qtbot, "Ctrl+V")
    qtbot.waitUntil(lambda: articles(shown) == 2, timeout=WAIT_MS)
    qtbot.waitUntil(
        lambda: "sindaco" in shown.workspace.annotate_mode.analyst_view.article.text,
        timeout=WAIT_MS,
    )


def test_files_copied_elsewhere_are_imported_by_pasting(qtbot, window, tmp_path):
    shown = window("Testo.")
    file = tmp_path / "a.txt"
    file.write_text(NEWS, "utf-8")
    held = QMimeData()
    held.setUrls([QUrl.fromLocalFile(str(file))])
    QApplication.clipboard().setMimeData(held)
    press(qtbot, "Ctrl+V")
    qtbot.waitUntil(lambda: title(shown).startswith("Il sindaco"), timeout=WAIT_MS)


def test_after_an_import_the_first_new_article_is_open_and_a_line_says_what_came(
    qtbot, window, english, tmp_path
):
    shown = window("Testo.")
    file = tmp_path / "a.txt"
    file.write_text(NEWS, "utf-8")
    shown.importing.import_paths([file])
    qtbot.waitUntil(lambda: title(shown).startswith("Il sindaco"), timeout=WAIT_MS)
    qtbot.waitUntil(shown.problems.isVisible, timeout=WAIT_MS)
    assert shown.problems.current.message == "1 article imported"


def test_three_lines_under_the_first_article_say_how_to_begin_until_some_decisions_are_made(
    qtbot, window
):
    shown = window("[Rome|LOC], [Milan|LOC], [Turin|LOC], [Genoa|LOC].")
    shown.settings.introduced = False
    introduction = shown.workspace.introduction
    shown.workspace.annotate_mode.open(shown.workspace.queue.ids()[0])
    assert introduction.isVisible()
    dashed, keys, _ = introduction.words
    assert "Dashed" in dashed
    assert keys.startswith("A accepts")
    before = shown.workspace.view.point_of(5)
    for key in "AX":
        press(qtbot, key)
    assert introduction.isVisible()
    press(qtbot, "A")
    assert not introduction.isVisible()
    assert shown.workspace.view.point_of(5) == before  # no word has moved
    assert Settings().introduced
    shown.workspace.annotate_mode.open(shown.workspace.queue.ids()[0])
    assert not introduction.isVisible()


def test_the_three_lines_go_by_a_click(qtbot, window):
    shown = window("[Rome|LOC].")
    shown.settings.introduced = False
    shown.workspace.annotate_mode.open(shown.workspace.queue.ids()[0])
    introduction = shown.workspace.introduction
    qtbot.mouseClick(introduction.findChild(QPushButton), Qt.MouseButton.LeftButton)
    assert not introduction.isVisible()
    assert Settings().introduced
