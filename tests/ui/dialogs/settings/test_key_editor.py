"""Changing keys: what is taken is refused, with the name of whose it is."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from annotator.services.session import default_scheme
from annotator.ui.appearance.stylesheet import stylesheet
from annotator.ui.appearance.theme import make_theme
from annotator.ui.command_table import table
from annotator.ui.commands.pages import every_command
from annotator.ui.dialogs.help.cheat_sheet import CheatSheet
from annotator.ui.dialogs.settings.key_editor import KeyEditor

LABELS = {"PER": "1", "ORG": "2"}


@pytest.fixture
def editor(host):
    made = KeyEditor({}, LABELS, host)
    made.open()
    return made


def told(editor):
    heard = []
    editor.keys_changed.connect(heard.append)
    return heard


def test_a_free_key_applies_at_once(qtbot, editor):
    editor.choose("accept")
    heard = told(editor)
    qtbot.keyClick(editor._table, Qt.Key.Key_Return)
    qtbot.keyClick(editor._catcher, Qt.Key.Key_M)
    assert heard == [{"accept": "M"}]
    assert table.keys(heard[0])["accept"] == ("M",)


def test_enter_in_the_list_does_not_close_the_dialog(qtbot, editor):
    qtbot.keyClick(editor._table, Qt.Key.Key_Return)
    assert editor.isVisible()


@pytest.mark.parametrize(
    ("action", "key", "name"),
    [
        ("accept", "X", "Reject and go on"),
        ("accept", "1", "PER"),
        ("accept", "D", "kept for labels"),
        ("accept", "Left", "caret"),
        ("accept", "Esc", "caret"),
        ("export", "M", "Ctrl or Alt"),
        ("export", "Backspace", "Remove"),
    ],
)
def test_a_key_that_is_not_free_is_refused_and_says_whose_it_is(editor, action, key, name):
    heard = told(editor)
    editor.choose(action)
    editor.press(key)
    assert name in editor.said
    assert heard == []


def test_its_own_key_is_no_clash(editor):
    editor.choose("accept")
    editor.press("A")
    assert "A" in editor.said
    assert editor._changed == {}


def test_a_key_that_was_freed_can_be_given(editor):
    heard = told(editor)
    editor.choose("accept")
    editor._set("")
    editor.choose("reject")
    editor.press("A")
    assert heard[-1] == {"accept": "", "reject": "A"}


def test_reset_is_refused_while_another_has_the_key(editor):
    editor.choose("accept")
    editor.press("M")
    editor.choose("reject")
    editor.press("A")
    editor.choose("accept")
    editor._reset_one()
    assert "Reject and go on" in editor.said
    assert editor._changed == {"accept": "M", "reject": "A"}


def test_reset_all_brings_back_the_table(editor):
    heard = told(editor)
    editor.choose("accept")
    editor.press("M")
    editor.reset_all()
    assert heard[-1] == {}


def test_keys_in_the_settings_of_actions_that_are_gone_are_dropped(host):
    assert KeyEditor({"no_such_action": "M"}, {}, host)._changed == {}


def test_every_key_of_the_table_could_be_given_here(host):
    editor = KeyEditor({}, LABELS, host)
    refused = {
        (row.id, key): editor.refusal(row, key)
        for row in every_command()
        for key in row.keys
        if key and editor.refusal(row, key)
    }
    assert refused == {}


def test_modifiers_alone_are_not_a_key(qtbot, editor):
    heard = told(editor)
    editor.choose("accept")
    qtbot.keyPress(editor._catcher, Qt.Key.Key_Control)
    assert heard == []


def test_escape_leaves_the_field_and_then_the_dialog(qtbot, editor, gone):
    qtbot.keyClick(editor._table, Qt.Key.Key_Return)
    qtbot.keyClick(editor._catcher, Qt.Key.Key_Escape)
    assert editor.isVisible()
    qtbot.keyClick(editor._table, Qt.Key.Key_Escape)
    gone(editor)


def test_the_cheat_sheet_has_every_action_with_a_key(host):
    keys = table.keys({}, every_command())
    analyst_view = CheatSheet(keys, LABELS, host, commands=every_command())
    said = {entry.what: entry.keys for entry in analyst_view.shown_lines()}
    for row in every_command():
        if keys[row.id]:
            assert said[row.name.rstrip("…")] == keys[row.id]
    assert said["PER"] == ("1",)


def test_the_cheat_sheet_shows_changed_keys(host):
    analyst_view = CheatSheet(table.keys({"accept": "M", "reject": ""}), {}, host)
    said = {entry.what: entry.keys for entry in analyst_view.shown_lines()}
    assert said["Accept and go on"] == ("M",)
    assert "Reject and go on" not in said


def test_the_cheat_sheet_finds_by_key_and_by_name(host):
    analyst_view = CheatSheet(table.keys({}, every_command()), LABELS, host)
    analyst_view.search("x")
    assert "Reject and go on" in [entry.what for entry in analyst_view.shown_lines()]
    analyst_view.search("occurrences proj")
    assert [entry.what for entry in analyst_view.shown_lines()] == [
        "All occurrences in the project"
    ]
    analyst_view.search("ctrl+shift")
    assert all(any("Ctrl+Shift" in k for k in e.keys) for e in analyst_view.shown_lines())
    analyst_view.search("qqqq")
    assert analyst_view.shown_lines() == []
    assert not analyst_view._none.isHidden()


def test_the_cheat_sheet_tells_of_the_mouse(host):
    analyst_view = CheatSheet(table.keys({}, every_command()), {}, host)
    assert "Alt + drag" in [entry.gesture for entry in analyst_view.shown_lines()]


def test_the_keys_fit_on_one_page_with_the_names_of_the_labels(qtbot, qapp):
    window = QWidget()
    window.resize(1440, 900)
    qtbot.addWidget(window)
    window.setStyleSheet(stylesheet(make_theme()))
    scheme = default_scheme()
    keys = table.keys({}, every_command())
    labels = {label.code: label.key for label in scheme.offered() if label.key}
    for language in ("en", "it"):
        names = {label.code: label.named(language) for label in scheme.offered()}
        sheet = CheatSheet(keys, labels, window, label_names=names, commands=every_command())
        sheet.show()
        QApplication.processEvents()
        sheet.resize(1420, 880)  # as on a screen of 1440 × 900
        QApplication.processEvents()
        bar = sheet.findChild(QScrollArea).verticalScrollBar()
        assert bar.maximum() == 0, bar.maximum()
        assert any(line.what == f"PER  {names['PER']}" for line in sheet.shown_lines())
        sheet.close()
