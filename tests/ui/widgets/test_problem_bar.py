"""The bar over the article, and the box for our own bugs."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton

from annotator.ui.widgets.problem_bar import CrashBox, ProblemBar


@pytest.fixture
def bar(qtbot):
    made = ProblemBar()
    qtbot.addWidget(made)
    return made


def test_an_error_stays_until_it_is_dismissed(qtbot, bar):
    bar.complain("The disk is full", "Free some space")
    assert not bar.isHidden()
    assert not bar._timer.isActive()
    qtbot.keyClick(bar, Qt.Key.Key_Escape)
    assert bar.isHidden()


def test_news_go_by_themselves(qtbot, bar):
    bar.inform("Saved")
    assert bar.current.message == "Saved"
    bar._timer.start(1)
    qtbot.waitUntil(bar.isHidden)


def test_errors_queue_up_and_are_read_one_by_one(bar):
    bar.complain("First")
    bar.complain("Second")
    assert bar.current.message == "First"
    assert bar.dismiss()
    assert bar.current.message == "Second"
    assert bar.dismiss()
    assert not bar.dismiss()
    assert bar.isHidden()


def test_the_same_error_twice_is_one(bar):
    bar.complain("The disk is full", "Free some space")
    bar.complain("The disk is full", "Free some space")
    bar.dismiss()
    assert bar.isHidden()


def test_an_error_stands_before_the_news(bar):
    bar.inform("40 accepted")
    bar.complain("The disk is full")
    assert bar.current.is_error
    bar.dismiss()
    assert bar.current.message == "40 accepted"


def test_empty_news_take_the_last_away(bar):
    bar.inform("The label PER is kept until Esc")
    bar.inform("")
    assert bar.isHidden()


def test_its_button_does_what_it_says_and_closes(qtbot, bar):
    done = []
    bar.complain("A newer Vaglio made it", action=("Open for reading", lambda: done.append(1)))
    bar.show()
    found = next(b for b in bar.findChildren(QPushButton) if b.text() == "Open for reading")
    qtbot.mouseClick(found, Qt.MouseButton.LeftButton)
    assert done == [1]
    assert bar.current is None


def test_markup_in_a_file_name_is_shown_as_it_is(bar):
    bar.complain("<b>news</b>.vaglio is damaged")
    assert bar._message.textFormat() == Qt.TextFormat.PlainText


def test_a_crash_shows_its_trace_on_demand_and_copies_it(qtbot, host):
    box = CrashBox("Traceback: boom", host)
    box.open()
    assert box._details.isHidden()
    qtbot.mouseClick(box._more, Qt.MouseButton.LeftButton)
    assert box._details.isVisible()
    qtbot.mouseClick(box._copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == "Traceback: boom"


def test_crashes_in_a_row_open_one_box(qtbot, host):
    first = CrashBox("one", host)
    first.open()
    for trace in ("two", "two", "three"):
        CrashBox(trace, host).open()
    visible = [box for box in host.findChildren(CrashBox) if box.isVisible()]
    assert visible == [first]
    assert first._details.toPlainText() == "one\ntwo\nthree"


def test_escape_goes_on_after_a_crash(qtbot, host, gone):
    box = CrashBox("x", host)
    box.open()
    assert box.default_button.text() == "Go on"
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    gone(box)


def test_escape_from_elsewhere_takes_errors_away_and_leaves_news(bar):
    bar.inform("The label PER is kept until Esc")
    assert not bar.dismiss_error()
    bar.complain("The disk is full")
    assert bar.dismiss_error()
    assert bar.current.message == "The label PER is kept until Esc"
