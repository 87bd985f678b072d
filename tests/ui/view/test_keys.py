"""The caret's keys; every other key is left to the window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from .hands import words_of
from .sample import MARKS, TEXT, at, cards

KEY = Qt.Key
CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


def line(view, place: int) -> float:
    return view.page_layout.column.point(place)[1]


def test_arrows_go_by_letter(view, qtbot):
    view.set_caret(at("possiamo").start)
    qtbot.keyClick(view, KEY.Key_Right)
    qtbot.keyClick(view, KEY.Key_Right)
    qtbot.keyClick(view, KEY.Key_Left)
    assert view.caret == at("possiamo").start + 1


def test_ctrl_and_arrows_go_by_word(view, qtbot):
    view.set_caret(at("possiamo").start)
    qtbot.keyClick(view, KEY.Key_Right, CTRL)
    assert view.caret == at("più permetterci").start
    qtbot.keyClick(view, KEY.Key_Left, CTRL)
    qtbot.keyClick(view, KEY.Key_Left, CTRL)
    assert view.caret == at("Non possiamo").start


def test_shift_marks_letters_exactly(view, qtbot):
    view.set_caret(at("possiamo").start)
    for _ in range(3):
        qtbot.keyClick(view, KEY.Key_Right, SHIFT)
    assert words_of(view.selection()) == "pos"
    qtbot.keyClick(view, KEY.Key_Left, SHIFT)
    assert words_of(view.selection()) == "po"


def test_ctrl_and_shift_mark_words(view, qtbot):
    said = []
    view.selection_changed.connect(said.append)
    view.set_caret(at("possiamo").start)
    qtbot.keyClick(view, KEY.Key_Right, CTRL | SHIFT)
    qtbot.keyClick(view, KEY.Key_Right, CTRL | SHIFT)
    assert [words_of(s) for s in said] == ["possiamo", "possiamo più"]


def test_an_arrow_without_shift_marks_nothing_any_more(view, qtbot):
    view.set_selection(at("possiamo"))
    with qtbot.waitSignal(view.selection_changed) as said:
        qtbot.keyClick(view, KEY.Key_Right)
    assert said.args == [None]


def test_down_and_up_come_back_to_the_same_place(view, qtbot):
    start = at("quello che trasporta").start
    view.set_caret(start)
    for _ in range(5):
        qtbot.keyClick(view, KEY.Key_Down)
    assert line(view, view.caret) > line(view, start)
    for _ in range(5):
        qtbot.keyClick(view, KEY.Key_Up)
    assert view.caret == start


def test_home_and_end_stay_on_the_line(view, qtbot):
    start = at("quello che trasporta").start
    view.set_caret(start)
    qtbot.keyClick(view, KEY.Key_End)
    end = view.caret
    qtbot.keyClick(view, KEY.Key_Home)
    assert line(view, end) == line(view, start) == line(view, view.caret)
    assert view.caret < start < end


def test_end_of_a_wrapped_line_is_before_the_space(view, qtbot):
    view.set_caret(5)
    qtbot.keyClick(view, KEY.Key_End)
    assert TEXT[view.caret] == " "
    assert line(view, view.caret) == line(view, 5)


def test_ctrl_home_and_end_go_to_the_ends_of_the_article(view, qtbot):
    qtbot.keyClick(view, KEY.Key_End, CTRL)
    assert view.caret == len(TEXT.rstrip("\n"))
    assert view.point_of(view.caret).y() <= view.viewport().height()
    qtbot.keyClick(view, KEY.Key_Home, CTRL)
    assert (view.caret, view.top) == (0, 0)


def test_page_down_and_up_scroll_with_the_caret(view, qtbot):
    view.resize(1000, 300)
    qtbot.keyClick(view, KEY.Key_PageDown)
    assert line(view, view.caret) > 200
    assert view.top > 0
    qtbot.keyClick(view, KEY.Key_PageUp)
    assert line(view, view.caret) == line(view, 0)


@pytest.mark.parametrize(
    ("key", "modifiers"),
    [
        (KEY.Key_A, Qt.KeyboardModifier.NoModifier),
        (KEY.Key_A, CTRL),
        (KEY.Key_1, Qt.KeyboardModifier.NoModifier),
        (KEY.Key_Space, Qt.KeyboardModifier.NoModifier),
        (KEY.Key_Return, CTRL),
        (KEY.Key_Escape, Qt.KeyboardModifier.NoModifier),
        (KEY.Key_Right, ALT),
        (KEY.Key_Left, ALT | SHIFT),
        (KEY.Key_Delete, Qt.KeyboardModifier.NoModifier),
    ],
)
def test_other_keys_are_left_to_the_window(view, key, modifiers):
    event = QKeyEvent(QEvent.Type.KeyPress, key, modifiers)
    view.keyPressEvent(event)
    assert not event.isAccepted()
    assert view.caret == 0


def test_the_caret_never_stops_inside_an_emoji(view, qtbot):
    view.set_article("a 👨‍👩‍👧 b", [])
    places = []
    for _ in range(6):
        qtbot.keyClick(view, KEY.Key_Right)
        places.append(view.caret)
    assert places == [1, 2, 7, 8, 9, 9]


def test_in_hebrew_the_left_key_goes_on(view, qtbot):
    view.set_article("שלום עולם", [])
    qtbot.keyClick(view, KEY.Key_Left)
    assert view.caret == 1


def test_a_new_article_begins_at_its_top(view, qtbot):
    qtbot.keyClick(view, KEY.Key_End, CTRL)
    view.set_article(TEXT, MARKS, cards())
    assert (view.caret, view.top, view.selection(), view.current) == (0, 0, None, None)
    assert QApplication.focusWidget() in (None, view)
