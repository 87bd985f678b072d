"""One hand on the mouse, or none: every command by key or palette, every one by menu or button."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QApplication, QComboBox, QMenu

from annotator.core.model import Claim
from annotator.ui.application import install_language
from annotator.ui.command_table.command import Menu
from annotator.ui.command_table.key_hints import with_letters, without_letter
from annotator.ui.commands.pages import every_command
from annotator.ui.settings import Settings
from tests.core.paper import find
from tests.ui.test_main_window import press

TEXT = "[Mario Rossi|PER] told [Reuters|ORG] that {prices fell in [May|DATE]|CLAIM}."
CALLED_BY_OTHERS = {
    "give_label": "keys of labels, their bar, the menu of labels",
    "open_article": "the palette, the list of articles",
    "take_back": "the strip of the last decisions",
}


@pytest.fixture(params=["en", "it"])
def language(request, qapp):
    settings = Settings()
    settings.language = request.param
    before = QLocale()
    translators = install_language(qapp, settings)
    yield request.param
    for translator in translators:
        qapp.removeTranslator(translator)
    QLocale.setDefault(before)


def menus(shown) -> list[QMenu]:
    return [action.menu() for action in shown.menuBar().actions()]


def opened(menu: QMenu) -> list[str]:
    """What stands in a menu, once it is about to be seen."""
    menu.aboutToShow.emit()
    return [action.text() for action in menu.actions() if not action.isSeparator()]


def letter(text: str) -> str:
    at = text.replace("&&", "  ").find("&")
    return text[at + 1].casefold() if at >= 0 else ""


def test_every_command_is_reached_by_key_or_palette_and_every_one_by_the_mouse(qtbot, window):
    from tests.ui.widgets.test_palette import palette

    shown = window(TEXT)
    in_menus = {action.objectName() for menu in menus(shown) for action in menu.actions()}
    press(qtbot, shown, "Ctrl+K")
    offered = {item.id for item in palette(shown)._all} | {"find_action"}
    palette(shown).close()
    for row in every_command():
        if row.id in CALLED_BY_OTHERS:
            continue
        assert row.menu != Menu.NONE, row.id
        assert row.id in in_menus, f"{row.id} is out of the mouse's reach"
        assert row.keys or row.id in offered, f"{row.id} is out of the keyboard's reach"


def test_in_every_menu_each_entry_has_a_letter_of_its_own(window, language):
    shown = window(TEXT)
    titles = [action.text() for action in shown.menuBar().actions()]
    for names in [titles, *(opened(menu) for menu in menus(shown))]:
        letters = [letter(name) for name in names]
        assert "" not in letters, dict(zip(names, letters, strict=True))
        assert len(set(letters)) == len(letters), sorted(names)


def test_no_menu_is_opened_by_keys_that_mean_something_else(window, language):
    shown = window(TEXT)
    taken = {key.toString() for action in shown.by_id.values() for key in action.shortcuts()}
    opens = {f"Alt+{letter(action.text()).upper()}" for action in shown.menuBar().actions()}
    assert not opens & taken


def test_a_key_that_is_given_to_a_command_is_taken_from_its_menu(window):
    shown = window(TEXT)
    before = letter(shown.menuBar().actions()[0].text())
    shown.keys_changed({"claim_exact": f"Alt+{before.upper()}"})
    assert letter(shown.menuBar().actions()[0].text()) not in ("", before)


def test_letters_are_the_first_of_words_where_they_are_free():
    assert with_letters(["Copy", "Edit", "Find here"]) == ["&Copy", "&Edit", "&Find here"]
    assert with_letters(["Edit", "Edit fields"]) == ["&Edit", "Edit &fields"]
    assert with_letters(["A & B"]) == ["&A && B"]
    assert without_letter("&A && B") == "A & B"
    assert with_letters(["à", "Edit"], taken="e") == ["à (&1)", "E&dit"]
    assert without_letter("à (&1)") == "à"


def test_f10_opens_the_first_menu_and_escape_leads_back(qtbot, window):
    shown = window(TEXT)
    press(qtbot, shown, "F10")
    menu = QApplication.activePopupWidget()
    assert menu is menus(shown)[0]
    qtbot.keyClick(menu, Qt.Key.Key_Escape)
    assert QApplication.activePopupWidget() is None
    for _ in range(2):
        focus = QApplication.focusWidget()
        if focus is not shown.workspace.view:
            qtbot.keyClick(focus, Qt.Key.Key_Escape)
    assert shown.workspace.view.hasFocus()


def test_the_menu_of_projects_is_in_groups(window):
    shown = window(TEXT)
    groups, count = [0], 0
    for action in menus(shown)[0].actions():
        if action.isSeparator():
            groups.append(0)
        else:
            groups[-1] += 1
            count += 1
    assert len(groups) >= 6
    assert max(groups) <= 5
    assert min(groups) > 0


# Escape


def escape(qtbot) -> None:
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)


def claims_list(shown):
    shown.act("show_claims")
    return shown.workspace.handlers.claims.claims_list


@pytest.mark.parametrize("text", [TEXT, "Nothing is claimed here."])
def test_escape_leaves_the_claims_whatever_has_the_focus(qtbot, window, text):
    shown = window(text)
    listed = claims_list(shown)
    qtbot.waitUntil(lambda: bool(listed._count.text()))
    widgets = [listed.filter.field, *listed.filter.findChildren(QComboBox), listed.table]
    reached = 0
    for widget in widgets:
        if not shown.workspace.handlers.claims.is_on:
            shown.act("show_claims")
        if not widget.isVisible():
            continue
        widget.setFocus()
        reached += 1
        escape(qtbot)
        if shown.workspace.handlers.claims.is_on:  # it emptied the field first
            escape(qtbot)
        assert not shown.workspace.handlers.claims.is_on
        assert shown.workspace.view.hasFocus()
    assert reached > 1


def test_in_an_empty_list_of_claims_escape_needs_no_click_first(qtbot, window):
    shown = window("Nothing is claimed here.")
    listed = claims_list(shown)
    qtbot.waitUntil(lambda: listed._nothing.isVisible())
    escape(qtbot)
    assert not shown.workspace.handlers.claims.is_on


def test_a_drop_down_that_is_open_is_closed_first(qtbot, window):
    shown = window(TEXT)
    listed = claims_list(shown)
    box = next(c for c in listed.filter.findChildren(QComboBox) if c.isVisible())
    box.setFocus()
    box.showPopup()
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    qtbot.keyClick(box.view(), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is None)
    assert shown.workspace.handlers.claims.is_on
    escape(qtbot)
    assert not shown.workspace.handlers.claims.is_on


def test_escape_leads_to_the_article_from_the_list_the_header_and_the_inspector(qtbot, window):
    shown = window(TEXT)
    view = shown.workspace.view
    shown.act("show_fields")
    shown.act("search")
    field = shown.workspace.queue._field
    field.setText("abc")
    for widget in (field, shown.workspace.queue.list, shown.workspace.header._submit,
                   shown.workspace.inspector):  # fmt: skip
        widget.setFocus()
        escape(qtbot)
        if widget is field:
            assert field.text() == ""
            escape(qtbot)
        assert view.hasFocus(), widget


# The verdict


def test_a_verdict_is_given_by_keys_and_no_letter_is_lost(qtbot, window):
    shown = window(TEXT)
    annotate_mode = shown.workspace.annotate_mode
    annotate_mode.point_at(find(annotate_mode.analyst_view, "prices fell in May", Claim))
    annotate_mode.accept()
    annotate_mode.point_at(annotate_mode.analyst_view.claims[0].id)
    press(qtbot, shown, "V")
    box = shown.workspace.inspector.panel("evidence").verdict
    assert QApplication.focusWidget() is box.label
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_2)
    assert QApplication.focusWidget() is box.justification
    qtbot.keyClicks(QApplication.focusWidget(), "they rose")
    assert box.justification.toPlainText() == "they rose"
    assert box.label.value()
    assert mine_is(shown) == annotate_mode.analyst_view.claims[0].id


def mine_is(shown) -> str:
    return shown.workspace.annotate_mode.current_id


def test_words_before_the_digit_are_reasons_already(qtbot, window):
    shown = window(TEXT)
    annotate_mode = shown.workspace.annotate_mode
    annotate_mode.point_at(find(annotate_mode.analyst_view, "prices fell in May", Claim))
    press(qtbot, shown, "V")
    box = shown.workspace.inspector.panel("evidence").verdict
    for each in "no":
        qtbot.keyClick(QApplication.focusWidget(), each)
    assert box.justification.toPlainText() == "no"


def test_the_chips_show_that_they_have_the_focus(qtbot, window):
    shown = window(TEXT)
    annotate_mode = shown.workspace.annotate_mode
    annotate_mode.point_at(find(annotate_mode.analyst_view, "prices fell in May", Claim))
    press(qtbot, shown, "V")
    chips = shown.workspace.inspector.panel("evidence").verdict.label
    lit = chips.grab().toImage()
    shown.workspace.view.setFocus()
    assert chips.grab().toImage() != lit


def test_what_only_lacks_something_is_no_error(window):
    from annotator.core.errors import ProjectFault, UserError

    shown = window(TEXT)
    shown.show_error(UserError("Only an entity stands for something, and none is chosen"))
    assert not shown.problems.current.is_error
    shown.show_error(ProjectFault("{file} is broken", file="p"))
    assert shown.problems.current.is_error
