"""Judging by the paragraph, with names merged: keys pressed on the whole window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from annotator.core.editing.judging import Shown
from annotator.core.ids import new_id
from annotator.core.model import Claim, with_
from tests.core.paper import find, mine, waiting
from tests.ui.test_main_window import press

ONE = "[Rome|LOC] grows: {[Anna|PER] saw [Rome|LOC]|CLAIM}."
TWO = "[Rome|LOC] and [Carlo|PER] won. {[Anna|PER] cheered|CLAIM}."
TEXT = f"{ONE}\n\n{TWO}"


def view_of(shown):
    return shown.workspace.annotate_mode.analyst_view


def words(shown) -> str:
    current = shown.workspace.annotate_mode.current
    return view_of(shown).words_of(current) if current else ""


def test_a_takes_a_name_wherever_it_says_the_same_and_one_undo_brings_it_back(qtbot, window):
    shown = window(TEXT)
    press(qtbot, shown, "A")
    assert mine(view_of(shown)) == (
        "[Rome|LOC] grows: Anna saw [Rome|LOC].\n\n[Rome|LOC] and Carlo won. Anna cheered."
    )
    assert words(shown) == "Anna"
    assert "3 name" in shown._told.text()
    press(qtbot, shown, "Ctrl+Z")
    assert waiting(view_of(shown)) == TEXT


def test_alt_a_takes_this_place_alone(qtbot, window):
    shown = window(TEXT)
    press(qtbot, shown, "Alt+A")
    assert mine(view_of(shown)).startswith("[Rome|LOC] grows: Anna saw Rome.")


def test_x_rejects_this_place_and_alt_x_all_that_say_the_same(qtbot, window):
    shown = window(TEXT)
    press(qtbot, shown, "X")
    assert waiting(view_of(shown)).startswith("Rome grows: {[Anna|PER] saw [Rome|LOC]|CLAIM}")
    press(qtbot, shown, "Ctrl+Z", "Alt+X")
    assert waiting(view_of(shown)).count("Rome|LOC") == 0
    assert mine(view_of(shown)).count("|") == 0
    press(qtbot, shown, "Ctrl+Z")
    assert waiting(view_of(shown)) == TEXT


def test_shift_a_takes_the_rest_of_the_paragraph_and_goes_on(qtbot, window):
    shown = window(TEXT)
    press(qtbot, shown, "Shift+A")
    assert mine(view_of(shown)).startswith(f"{ONE}\n\nRome and")
    assert words(shown) == "Rome"
    press(qtbot, shown, "Shift+A")
    assert mine(view_of(shown)) == TEXT
    press(qtbot, shown, "Ctrl+Z")
    assert mine(view_of(shown)).endswith("Rome and Carlo won. Anna cheered.")


def test_what_was_stepped_over_stays_open_when_the_paragraph_is_taken(qtbot, window):
    shown = window(TEXT)
    press(qtbot, shown, "Space", "Shift+A")
    assert mine(view_of(shown)).startswith("Rome grows: {[Anna|PER] saw [Rome|LOC]|CLAIM}.\n\nRome")
    assert words(shown) == "Rome"
    press(qtbot, shown, "Shift+A", "Shift+A")  # round to what was passed: now it is meant
    assert mine(view_of(shown)) == TEXT


def test_the_counts_say_what_would_be_taken(qtbot, window):
    shown = window(TEXT)
    names = {id_: shown.by_id[id_].text() for id_ in ("accept", "accept_paragraph", "accept_all")}
    assert names == {
        "accept": "Accept and go on  (3 × Rome)",
        "accept_paragraph": "Accept the rest of the paragraph  (3 name(s), 1 claim(s))",
        "accept_all": "Accept all suggestions  (6 name(s), 2 claim(s))",
    }
    assert any("A 3 × Rome" in each for each in shown.workspace.label_bar._legends())
    press(qtbot, shown, "Shift+T", "Shift+T")  # claims alone
    assert shown.by_id["accept_paragraph"].text().endswith("(1 claim(s))")
    press(qtbot, shown, "Shift+A", "Shift+A")
    assert shown.by_id["accept_paragraph"].text() == "Accept the rest of the paragraph"


@pytest.mark.parametrize(
    ("turns", "shown_kinds", "steps"),
    [
        (1, Shown.NAMES, ["Rome", "Anna", "Rome", "Rome", "Carlo", "Anna", "Rome"]),
        (2, Shown.CLAIMS, ["Anna saw Rome", "Anna cheered", "Anna saw Rome"]),
    ],
)
def test_stepping_follows_what_is_shown(qtbot, window, turns, shown_kinds, steps):
    shown = window(TEXT)
    press(qtbot, shown, *["Shift+T"] * turns)
    assert shown.workspace.annotate_mode.judging.shown == shown_kinds
    seen = [words(shown)]
    for _ in steps[1:]:
        press(qtbot, shown, "Space")
        seen.append(words(shown))
    assert seen == steps
    press(qtbot, shown, *["Shift+T"] * (3 - turns))
    assert shown.workspace.annotate_mode.judging.shown == Shown.BOTH


def test_what_is_hidden_is_taken_by_no_key(qtbot, window):
    shown = window(TEXT)
    press(qtbot, shown, "Shift+T", "Shift+A", "Ctrl+Shift+A")
    assert view_of(shown).claims == ()
    assert waiting(view_of(shown)).count("CLAIM") == 2
    highlights = shown.workspace.view.page_layout.index
    assert not any(highlights.of(claim.id) for claim in view_of(shown).shown_claims)
    assert not shown.by_id["accept_all"].isEnabled()
    shown.workspace.handlers.judging.say_all_is_judged()
    assert "2 claim" in shown.problems._message.text()


def test_what_becomes_current_is_shown(qtbot, window):
    shown = window(TEXT)
    press(qtbot, shown, "Shift+T")
    annotate_mode = shown.workspace.annotate_mode
    annotate_mode.point_at(find(view_of(shown), "Anna cheered", Claim))
    assert annotate_mode.judging.shown == Shown.BOTH
    assert words(shown) == "Anna cheered"


def test_the_kinds_shown_have_a_tick_in_the_view_menu(qtbot, window):
    shown = window(TEXT)
    (view,) = [
        m for m in shown.menuBar().findChildren(QMenu) if m.title().replace("&", "") == "View"
    ]
    rows = {"show_both", "show_names_alone", "show_claims_alone"}
    assert {a.objectName() for a in view.actions()} >= rows
    for ticked in ("show_names_alone", "show_claims_alone", "show_both"):
        press(qtbot, shown, "Shift+T")
        assert {id_ for id_ in rows if shown.by_id[id_].isChecked()} == {ticked}


def test_the_current_paragraph_is_lit_and_follows_the_caret(qtbot, window):
    shown = window(TEXT)
    view = shown.workspace.view
    blocks = view.page_layout.column.blocks

    def lit():
        number = view._shown.paragraph
        return None if number is None else view.text[blocks[number].start : blocks[number].end][:4]

    first = lit()
    assert first == "Rome"
    press(qtbot, shown, "Ctrl+End")
    assert view._shown.paragraph == view.page_layout.column.block_at(len(view.text))
    press(qtbot, shown, "Space")  # round, from the caret
    assert view._shown.paragraph == 0


# -- the caret ----------------------------------------------------------------------------------


def test_the_caret_stands_at_the_end_of_what_is_current(qtbot, window):
    shown = window(TEXT)
    view, mode = shown.workspace.view, shown.workspace.annotate_mode
    for _ in range(6):
        press(qtbot, shown, "Space")
        span = mode.current.spans[-1] if isinstance(mode.current, Claim) else mode.current.span
        assert (view.caret, mode.caret) == (span.end, span.end)
    press(qtbot, shown, "Right")
    assert view.caret == span.end + 1


def test_an_arrow_key_does_not_throw_the_view_to_the_first_line(qtbot, window):
    shown = window("\n\n".join(f"Line {n} of [Name{n}|PER]. {'word ' * 120}" for n in range(30)))
    view = shown.workspace.view
    press(qtbot, shown, *["Space"] * 20)
    before = view.top
    assert before > 1000
    press(qtbot, shown, "Up")
    assert abs(view.top - before) < 100


def test_space_counts_from_the_caret_when_that_was_moved_last(qtbot, window):
    shown = window(TEXT)
    press(qtbot, shown, "Space", "Space", "Space", "Ctrl+Home", "Space")
    assert words(shown) == "Rome"
    assert view_of(shown).markable(shown.workspace.annotate_mode.current_id).span.start == 0
    press(qtbot, shown, "Ctrl+End", "Shift+Space")
    assert words(shown) == "Anna cheered"


def test_a_hit_is_selected_and_stays_so_after_esc(qtbot, window):
    shown = window("Rome sleeps. [Anna|PER] wakes. Rome wakes, too.")
    press(qtbot, shown, "Ctrl+F")
    field = shown.workspace.find_bar._field
    qtbot.keyClicks(field, "wak")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert shown.workspace.view.hasFocus()
    text = view_of(shown).article.text
    assert shown.workspace.annotate_mode.selection.of(text) == "wakes"
    assert shown.workspace.annotate_mode.selection.start == text.rindex("wakes")
    press(qtbot, shown, "3")
    assert mine(view_of(shown)).endswith("Rome [wakes|LOC], too.")


def test_a_search_begins_at_the_caret(qtbot, window):
    shown = window("Rome, [Anna|PER], Rome.")
    press(qtbot, shown, "Ctrl+F")
    qtbot.keyClicks(shown.workspace.find_bar._field, "Rome")
    assert shown.workspace.annotate_mode.selection.start == len("Rome, Anna, ")


# -- edges --------------------------------------------------------------------------------------

CLAUSES = "{Oltre al resto, i conti dicono che la via costa troppo|CLAIM}. [Anna|PER] tace."


def test_an_edge_moves_by_clause_with_one_key(qtbot, window):
    shown = window(CLAUSES)
    press(qtbot, shown, "Alt+PgDown")
    assert words(shown) == "i conti dicono che la via costa troppo"
    press(qtbot, shown, "Alt+Home")
    assert words(shown) == "i conti dicono"
    press(qtbot, shown, "Alt+End", "Alt+PgUp")
    assert words(shown) == "Oltre al resto, i conti dicono che la via costa troppo"


def test_an_edge_passes_a_comma_in_one_step(qtbot, window):
    shown = window(CLAUSES)
    press(qtbot, shown, "Alt+Down", "Alt+Down", "Alt+Down")
    assert words(shown).startswith("i conti")


@pytest.mark.parametrize("keys", [("[", "]"), (",", ".")])
def test_an_annotation_begins_and_ends_at_the_caret(qtbot, window, keys):
    begin, end = keys
    shown = window(CLAUSES)
    press(qtbot, shown, "Ctrl+Home", *["Ctrl+Right"] * 4, begin)
    assert words(shown).startswith("conti dicono")
    press(qtbot, shown, "Ctrl+Home", *["Ctrl+Right"] * 6, end)
    assert words(shown) == "conti dicono"
    press(qtbot, shown, "Ctrl+End", begin)
    assert words(shown) == "conti dicono"
    assert "Nothing would be left" in shown.problems._message.text()


# -- doubt --------------------------------------------------------------------------------------


def doubt_something(shown, doubted):
    """The machine is not sure of some words."""
    mode = shown.workspace.annotate_mode
    session, view = mode.session, mode.analyst_view
    layer_id = new_id()

    def unsure(each):
        sure = 0.45 if view.words_of(each) in doubted else 0.97
        return with_(each, id=new_id(), layer_id=layer_id, confidence=sure)

    session.store.save_suggestions(
        view.article.id,
        "machine:doubting@1",
        [unsure(each) for each in view.machine.entities],
        [unsure(each) for each in view.machine.claims],
        layer_id=layer_id,
    )
    mode.open(view.article.id)


def test_what_is_doubtful_bears_its_figure_in_the_article(qtbot, window):
    shown = window(TEXT)
    doubt_something(shown, {"Carlo", "Anna cheered"})
    index = shown.workspace.view.page_layout.index
    said = {
        view_of(shown).words_of(each): index.of(each.id)[0].said
        for each in view_of(shown).suggestions
    }
    assert {words for words, mark in said.items() if mark} == {"Carlo", "Anna cheered"}
    assert said["Carlo"] == "45\u202f%"
    shown.workspace.annotate_mode.point_at(find(view_of(shown), "Carlo"))
    assert "doubtful, 45" in shown._told.text()
    press(qtbot, shown, "A")
    assert index.of(find(view_of(shown), "Carlo")) == []


def test_doubtful_ones_come_first_where_that_is_chosen(qtbot, window):
    shown = window(TEXT)
    doubt_something(shown, {"Carlo", "Anna cheered"})
    press(qtbot, shown, "Shift+D")
    assert shown.by_id["toggle_doubtful_first"].isChecked()
    seen = []
    for _ in range(3):
        press(qtbot, shown, "Space")
        seen.append(words(shown))
    assert seen == ["Carlo", "Anna cheered", "Carlo"]
    press(qtbot, shown, "A", "A")
    assert words(shown) == "Rome"
    press(qtbot, shown, "Shift+D")
    assert not shown.by_id["toggle_doubtful_first"].isChecked()


# -- keys of labels -----------------------------------------------------------------------------


def test_a_label_that_is_used_much_is_offered_a_digit_once(qtbot, window):
    shown = window(" ".join(f"[Lance{n}|WEAPON]" for n in range(12)) + ".")
    press(qtbot, shown, "Ctrl+Shift+A", "Ctrl+Return")
    offer = shown.workspace.key_offer
    assert offer.isVisible()
    assert offer._words.text().startswith("WEAPON, number 1 of your labels (12 ×), has no key")
    key = offer._offer.key
    scheme = shown.workspace.session.scheme
    assert scheme.find("WEAPON").key is None  # nothing is changed behind the back
    qtbot.mouseClick(offer._yes, Qt.MouseButton.LeftButton)
    assert shown.workspace.session.scheme.find("WEAPON").key == key
    assert shown.label_keys()["WEAPON"] == key
    bar = shown.workspace.label_bar
    bar.resize(1200, bar.height())
    bar.grab()
    painted = [code for _, code, _ in bar._places if code]
    keyless = [each.code for each in scheme.offered() if not each.key]
    assert "WEAPON" in painted  # with its key, in front of those that have none
    assert not set(painted) & (set(keyless) - {"WEAPON"})
    assert not offer.isVisible()
    offer.look()
    assert not offer.isVisible()


def test_an_offer_that_was_declined_is_not_made_again(qtbot, window):
    shown = window(" ".join(f"[Lance{n}|WEAPON]" for n in range(12)) + ".")
    before = shown.label_keys()
    press(qtbot, shown, "Ctrl+Shift+A", "Ctrl+Return")
    qtbot.mouseClick(shown.workspace.key_offer._no, Qt.MouseButton.LeftButton)
    assert shown.label_keys() == before
    shown.workspace.key_offer.look()
    assert not shown.workspace.key_offer.isVisible()
