"""Key caps, dots and segments."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QPalette

from annotator.ui.appearance.theme import application_palette, contrast, make_theme
from annotator.ui.command_table import table
from annotator.ui.commands.pages import every_command
from annotator.ui.widgets.chips import Dots, KeyCap, Segments, caps_of, ink_for


@pytest.mark.parametrize(
    ("key", "caps"),
    [
        ("A", ("A",)),
        ("+", ("+",)),
        ("Ctrl++", ("Ctrl", "+")),
        ("Ctrl+,", ("Ctrl", ",")),
        ("Alt+Shift+Left", ("Alt", "Shift", "←")),
        ("Ctrl+Return", ("Ctrl", "↵")),
        ("", ()),
    ],
)
def test_a_key_is_taken_apart_into_its_caps(qapp, key, caps):
    assert caps_of(key) == caps


def test_every_key_of_the_table_has_caps(qapp):
    for keys in table.keys({}, every_command()).values():
        assert all(caps_of(key) for key in keys)


def test_a_cap_tells_its_key_to_a_screen_reader(qtbot):
    cap = KeyCap(("Del", "Backspace"))
    qtbot.addWidget(cap)
    assert cap.accessibleName() == "Del, Backspace"


@pytest.mark.parametrize("dark", [False, True])
def test_a_labels_colour_can_be_read_in_light_and_dark(qapp, dark):
    palette = application_palette(make_theme(dark=dark))
    qapp.setPalette(palette)
    ink = ink_for("#17325C")
    assert contrast(ink.strong, palette.color(QPalette.ColorRole.Window)) >= 4.5
    assert contrast(QColor(ink.strong), palette.color(QPalette.ColorRole.Base)) >= 4.5


def test_dots_are_set_by_digit_arrow_and_click(qtbot):
    dots = Dots()
    qtbot.addWidget(dots)
    said = []
    dots.chosen.connect(said.append)
    qtbot.keyClick(dots, "2")
    qtbot.keyClick(dots, Qt.Key.Key_Right)
    qtbot.keyClick(dots, Qt.Key.Key_Right)
    qtbot.mouseClick(dots, Qt.MouseButton.LeftButton, pos=QPoint(10, 10))
    assert said == [2, 3, 1]


def test_a_second_click_on_the_last_dot_takes_it_away(qtbot):
    dots = Dots()
    qtbot.addWidget(dots)
    dots.set_value(1)
    qtbot.mouseClick(dots, Qt.MouseButton.LeftButton, pos=QPoint(10, 10))
    assert dots.value == 0


def test_arrows_move_between_segments_and_tell(qtbot):
    segments = Segments([("a", "One"), ("b", "Two"), ("c", "Three")])
    qtbot.addWidget(segments)
    segments.set_value("b")
    with qtbot.waitSignal(segments.chosen) as heard:
        qtbot.keyClick(segments, Qt.Key.Key_Right)
    assert heard.args == ["c"]
    assert segments.value == "c"
    qtbot.keyClick(segments, Qt.Key.Key_Right)
    assert segments.value == "c"
