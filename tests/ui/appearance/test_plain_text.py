"""Foreign words in the window: nothing that they name is opened, and nothing in them is hidden."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QToolTip,
    QWidget,
)

from annotator.core.errors import UserError
from annotator.ui.appearance import fonts
from annotator.ui.appearance.plain_text import ClosedBrowser, caption
from annotator.ui.appearance.theme import make_theme
from annotator.ui.background.print_pdf import pdf_of
from annotator.ui.command_table.command import Menu
from annotator.ui.command_table.table import COMMANDS
from annotator.ui.main_window import MainWindow
from annotator.ui.settings import Settings
from annotator.ui.view.blocks import disarmed

from ..hostile import CAN_WATCH, Opened, fill, hostile, walk

pytestmark = pytest.mark.skipif(not CAN_WATCH, reason="watches a file as only Linux can")
# They end the window, or start long work that other tests look at.
NOT_HERE = {"close", "suggest_all", "suggest_here", "toggle_dark"}


@pytest.fixture
def marker(tmp_path):
    return tmp_path / "marker.png"


@pytest.fixture
def opened(qapp, marker):
    spy = Opened(marker)
    yield spy
    spy.close()


@pytest.fixture
def window(qtbot, tmp_path, marker, opened, monkeypatch):
    """A window on a project full of hostile words, which stand in its name and in anna's as well."""
    words = hostile(marker)
    path = tmp_path / "p <b>&File \u202egpj.vaglio"
    fill(path, words)
    settings = Settings()
    settings.suggest_on_open = False
    settings.recent = [str(path), str(tmp_path / "gone <b>\u202e &File.vaglio")]
    shown = MainWindow(settings)
    monkeypatch.setattr(shown.project, "back_up_behind", lambda: None)
    qtbot.addWidget(shown)
    shown.resize(1440, 900)
    shown.show()
    shown.start(path, analyst="anna")
    shown.workspace.suggestion_queue.stop()
    QApplication.processEvents()
    yield shown
    shown.close()


def settle(qtbot) -> None:
    """Let what reads in the background come back."""
    for _ in range(6):
        qtbot.wait(10)
        QApplication.processEvents()


def test_a_file_that_is_opened_is_noticed(opened, marker):
    assert not opened
    marker.read_bytes()
    assert opened
    assert not opened


@pytest.fixture
def bugs(window, monkeypatch):
    """What is no error of the world; those go to the bar over the article, and are walked too."""
    found = []

    def hook(kind, error, trace):
        if isinstance(error, UserError):
            window.show_error(error)
        else:
            found.append(error)

    monkeypatch.setattr(sys, "excepthook", hook)
    return found


def test_nothing_in_the_window_takes_foreign_words_for_html(window, qtbot, opened, bugs):
    found = [*walk("at first")]
    window.workspace.annotate_mode.open(window.workspace.queue.ids()[1])
    for id_ in ("toggle_review", "next_annotation", "toggle_sides", "toggle_review"):
        window.by_id[id_].trigger()
        settle(qtbot)
        found += walk(id_)
    window.workspace.annotate_mode.open(window.workspace.queue.ids()[0])
    for id_ in ("show_claims", "show_sources", "show_guideline", "next_annotation"):
        window.by_id[id_].trigger()
        settle(qtbot)
        found += walk(id_)
    for number in range(window.workspace.inspector.count()):
        window.workspace.inspector.setCurrentIndex(number)
        settle(qtbot)
        found += walk(f"page {number}")
    assert found == bugs == []
    assert not opened


def test_no_command_shows_a_window_that_takes_foreign_words_for_html(window, qtbot, opened, bugs):
    """Each command once, on an annotation; what it opens is walked, and closed again."""
    found, walked = [], set()
    for row in COMMANDS:
        if row.id in NOT_HERE or row.menu == Menu.NONE:
            continue
        window.by_id["next_annotation"].trigger()
        window.by_id[row.id].trigger()
        settle(qtbot)
        dialogs = [each for each in QApplication.topLevelWidgets() if is_dialog(each)]
        walked |= {type(each).__name__ for each in dialogs}
        found += walk(row.id, but=window)
        for dialog in dialogs:
            dialog.close()
        QApplication.processEvents()
    found += walk("at last")
    assert found == bugs == []
    assert not opened
    assert len(walked) > 15, walked


def is_dialog(widget: QWidget) -> bool:
    return widget.isVisible() and isinstance(widget, QDialog)


def test_menus_show_names_whole(window, qtbot, opened):
    found = []
    offered = window.workspace.session.scheme.offered()
    context = window.menus.context_menu(QPoint(0, 0), offered, "en")
    for menu in (context, window.workspace.queue.findChild(QMenu)):
        menu.popup(QPoint(0, 0))
        for inner in menu.findChildren(QMenu):
            inner.popup(QPoint(0, 0))
            settle(qtbot)
            found += walk(inner.title())
            inner.close()
        menu.close()
    assert found == []
    assert not opened


def test_a_tip_that_is_shown_anew_is_plain_too(window, qtbot, marker, opened):
    for words in (hostile(marker), "plain", f"again {hostile(marker)}"):
        QToolTip.showText(QPoint(5, 5), words, window)
        QApplication.processEvents()
        assert [*walk("tip")] == []
    QToolTip.hideText()
    assert not opened


def test_a_label_of_tomorrow_is_plain(qtbot, window, marker, opened):
    label = QLabel(hostile(marker))
    qtbot.addWidget(label)
    label.show()
    label.setText(hostile(marker) + "again")
    assert [*walk("tomorrow")] == []
    assert not opened


@pytest.mark.parametrize("kind", [QLineEdit, QPlainTextEdit])
def test_a_field_that_is_typed_in_tells_of_what_is_hidden_in_it(qtbot, window, kind):
    window.set_theme(theme := make_theme())
    field = kind(window)
    put = field.setText if kind is QLineEdit else field.setPlainText
    put("by \u202eetiba")
    field.show()
    QApplication.processEvents()
    assert field.toolTip() == "Hidden characters: by ⟨U+202E⟩etiba"
    assert field.accessibleDescription() == field.toolTip()
    assert _has_pixel(field, theme.danger)
    put("by hand")
    assert field.toolTip() == ""
    assert not _has_pixel(field, theme.danger)


def _has_pixel(field, colour):
    picture = field.grab().toImage()
    middle = picture.width() // 2
    return any(picture.pixelColor(middle, y) == colour for y in range(picture.height()))


def test_the_file_dialog_shows_names_visibly(qtbot, window, tmp_path):
    from annotator.ui.widgets.file_dialog import file_dialog

    (tmp_path / "gpj.\u202eexe <b>.txt").write_text("x", encoding="utf-8")
    dialog = file_dialog(window, "Open", tmp_path)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.show()
    settle(qtbot)
    assert [*walk("files")] == []
    dialog.close()


def test_markdown_of_somebody_else_opens_nothing(qtbot, marker, opened):
    holder = QWidget()
    qtbot.addWidget(holder)
    page = ClosedBrowser(holder)
    page.resize(400, 300)
    file = marker.as_uri()
    page.show_markdown(
        f"# Title\n\n![x]({file}) \\![y]({marker}) ![z][1] {hostile(marker)}\n\n[1]: {file}\n\n"
        f'<img src="{file}">\n\n<body background="{file}">\n\n[link]({file})\n'
    )
    holder.show()
    page.grab()
    assert "Title" in page.toPlainText()
    assert not opened


@pytest.mark.parametrize(
    "named",
    [
        '<img src="{url}">',
        '<img src="{path}">',
        '<table background="{url}"><tr><td background="{url}">x</td></tr></table>',
        '<p style="background-image:url({url})">x</p>',
        '<link rel="stylesheet" href="{url}"><p>x</p>',
        '<body background="{url}">x</body>',
    ],
)
def test_a_page_on_its_way_to_paper_opens_nothing(qapp, marker, opened, named):
    fonts.register()
    made = pdf_of(f"<p>x</p>{named.format(url=marker.as_uri(), path=marker)}<p>y</p>")
    assert made.startswith(b"%PDF")
    assert not opened


def test_qt_would_have_opened_it(qapp, marker, opened):
    """Else the tests above would say nothing."""
    page = QTextDocument()
    page.setHtml(hostile(marker))
    page.size()
    assert opened


def test_a_caption_keeps_its_ampersand():
    assert caption("AT&T \u202e") == "AT&&T ⟨U+202E⟩"


def test_an_article_turns_no_letters_round_and_sets_hebrew_as_it_is():
    """An override gets a box with its name, of its own length; a mark of direction does its work."""
    assert disarmed("pay \u202e001\u202c euro") == "pay \ufffd001\ufffd euro"
    hebrew = "\u05d0\u05de\u05e8 (\u200fABC\u200e) \u05e9\u05dc\u05d5\u05dd"
    assert disarmed(hebrew) == hebrew
