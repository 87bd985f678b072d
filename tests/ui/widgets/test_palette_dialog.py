"""The command palette and the label picker, by keyboard."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLineEdit

from annotator.services.session import default_scheme
from annotator.ui.dialogs.labels.labels import LabelPicker
from annotator.ui.widgets.palette import Palette, PaletteItem

ITEMS = [
    PaletteItem("undo", "Undo", "Edit", "Ctrl+Z"),
    PaletteItem("redo", "Redo", "Edit", "Ctrl+Shift+Z", enabled=False),
    PaletteItem("export", "Export…", "Project", "Ctrl+E"),
    PaletteItem("next_article", "Next article", "Go"),
]


def opened(host, more=None):
    palette = Palette(ITEMS, host, more=more)
    palette.open()
    return palette, palette.findChild(QLineEdit)


def shown(palette):
    return [item.id for item in palette._model.rows]


def test_typing_and_enter_choose_an_action(qtbot, host):
    palette, typed = opened(host)
    with qtbot.waitSignal(palette.chosen) as heard:
        qtbot.keyClicks(typed, "exp")
        qtbot.keyClick(typed, Qt.Key.Key_Return)
    assert heard.args == ["export"]


def test_arrows_go_down_and_up(qtbot, host):
    palette, typed = opened(host)
    heard = []
    palette.chosen.connect(heard.append)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Return):
        qtbot.keyClick(typed, key)
    assert heard == ["export"]


def test_escape_chooses_nothing(qtbot, host, gone):
    palette, typed = opened(host)
    heard = []
    palette.chosen.connect(heard.append)
    qtbot.keyClick(typed, Qt.Key.Key_Escape)
    gone(palette)
    assert heard == []


def test_what_cannot_be_done_now_stands_last_and_is_not_chosen(qtbot, host):
    palette, typed = opened(host)
    assert shown(palette)[-1] == "redo"
    heard = []
    palette.chosen.connect(heard.append)
    qtbot.keyClicks(typed, "redo")
    qtbot.keyClick(typed, Qt.Key.Key_Return)
    assert heard == []


def test_articles_are_asked_for_only_when_something_is_typed(qtbot, host):
    asked = []

    def more(words):
        asked.append(words)
        return [PaletteItem("article:7", "Sciopero dei treni", "article")]

    palette, typed = opened(host, more)
    assert asked == []
    qtbot.keyClicks(typed, "sci")
    assert asked[-1] == "sci"
    assert shown(palette) == ["article:7"]


def test_it_says_when_nothing_is_called_so(qtbot, host):
    palette, typed = opened(host)
    qtbot.keyClicks(typed, "zzzz")
    assert shown(palette) == []
    assert palette._none.text() == "Nothing is called “zzzz”."


def test_it_stands_in_the_middle_under_the_top_of_the_window(qtbot, host):
    palette, _ = opened(host)
    middle = palette.geometry().center().x() - host.geometry().center().x()
    assert abs(middle) <= 2
    assert palette.isWindow()


def test_a_label_is_found_by_its_italian_name(qtbot, host):
    picker = LabelPicker(default_scheme(), "it", host)
    picker.open_at(QPoint(200, 200))
    typed = picker.findChild(QLineEdit)
    with qtbot.waitSignal(picker.chosen) as heard:
        qtbot.keyClicks(typed, "luogo")
        qtbot.keyClick(typed, Qt.Key.Key_Return)
    assert heard.args == ["LOC"]


def test_a_label_is_found_by_its_code_first(qtbot, host):
    picker = LabelPicker(default_scheme(), "en", host)
    picker.open_at(QPoint(200, 200))
    qtbot.keyClicks(picker.findChild(QLineEdit), "law")
    assert shown(picker)[0] == "LAW"


def test_the_picker_stays_on_the_screen(qtbot, host):
    picker = LabelPicker(default_scheme(), "en", host)
    room = picker.screen().availableGeometry()
    picker.open_at(room.bottomRight())
    assert room.contains(picker.geometry())
