"""The buttons at suggestions, pressed with the mouse on the whole window."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from annotator.core.model import Claim
from annotator.ui.appearance.theme import make_theme
from tests.core.paper import find, mine, waiting

ROOT = Path(__file__).parents[3]
TEXT = "[Mario Rossi|ORG] told [Reuters|ORG] that {prices fell in [May|DATE]|CLAIM}."
LEFT = Qt.MouseButton.LeftButton


def buttons(shown) -> dict[str, QAbstractButton]:
    """Those that can be seen, by what a screen reader says of them."""
    port = shown.workspace.view.viewport()
    return {b.accessibleName(): b for b in port.findChildren(QAbstractButton) if b.isVisible()}


def press(qtbot, shown, begins: str) -> None:
    (found,) = [b for name, b in buttons(shown).items() if name.startswith(begins)]
    qtbot.mouseClick(found, LEFT)


def test_an_article_is_judged_with_the_mouse_alone(qtbot, window):
    shown = window(TEXT)
    press(qtbot, shown, "Accept: Mario Rossi")
    press(qtbot, shown, "Reject: Reuters")
    press(qtbot, shown, "Accept: C1")
    analyst_view = shown.workspace.annotate_mode.analyst_view
    assert mine(analyst_view) == ("[Mario Rossi|ORG] told Reuters that {prices fell in May|CLAIM}.")
    press(qtbot, shown, "Accept: May")
    assert buttons(shown) == {}
    shown.act("undo")
    assert "Accept: May" in buttons(shown)


def test_a_card_is_judged_without_going_to_its_claim_first(qtbot, window):
    shown = window(TEXT)
    assert shown.workspace.annotate_mode.current_id == find(
        shown.workspace.annotate_mode.analyst_view, "Mario Rossi"
    )
    press(qtbot, shown, "Reject: C1")
    assert "CLAIM" not in waiting(shown.workspace.annotate_mode.analyst_view)


def test_the_buttons_cover_neither_words_nor_labels_nor_each_other(qtbot, window):
    shown = window(
        " ".join("{Prices fell again today in all of the north|CLAIM}, said Rossi." for _ in "1234")
    )
    view = shown.workspace.view
    for width in (1000, 1300, 1700):
        shown.resize(width, 800)
        qtbot.waitUntil(lambda: view.is_measured)
        places = [b.geometry() for b in buttons(shown).values()]
        assert places
        for place in places:
            assert place.left() >= view.page_layout.frame.right
            assert place.right() < view.viewport().width()
            if view.page_layout.frame.cards_width:
                assert place.right() <= view.page_layout.frame.cards_left
        for number, one in enumerate(places):
            assert not any(one.intersects(other) for other in places[number + 1 :])


def test_the_buttons_go_with_their_line_when_the_article_is_scrolled(qtbot, window):
    shown = window("[Rome|LOC] grows.\n\n" + "Words and words. " * 900)
    view = shown.workspace.view
    before = buttons(shown)["Accept: Rome"].geometry().top()
    view.verticalScrollBar().setValue(20)
    assert buttons(shown)["Accept: Rome"].geometry().top() == before - 20


def test_nothing_can_be_judged_where_the_keys_could_not(qtbot, window):
    shown = window(TEXT)
    shown.workspace.annotate_mode.set_status(submitted=True)
    assert buttons(shown) == {}


def test_the_buttons_are_seen_in_light_and_dark(qtbot, window):
    shown = window(TEXT)
    for theme in (make_theme(dark=False), make_theme(dark=True)):
        shown.set_theme(theme)
        shown.workspace.view.set_theme(theme)
        image = buttons(shown)["Accept: Mario Rossi"].grab().toImage()
        seen = {image.pixelColor(x, y).name() for x in range(17) for y in range(17)}
        assert {theme.card.name(), theme.good.name()} <= seen


def test_where_no_card_has_room_the_claim_itself_says_who_says_it(qtbot, window):
    shown = window("{Prices fell|CLAIM}, said Mario Rossi.")
    annotate_mode = shown.workspace.annotate_mode
    annotate_mode.point_at(find(annotate_mode.analyst_view, "Prices fell", Claim))
    shown.resize(1280, 720)
    shown.act("toggle_inspector")
    view = shown.workspace.view
    qtbot.waitUntil(lambda: view.page_layout.frame.cards_width == 0)
    said = [tag.text for tag in view.page_layout.ops(0).tags]
    assert said == ["C1 the article itself"]
    shown.act("toggle_inspector")
    qtbot.waitUntil(lambda: view.page_layout.frame.cards_width > 0)
    assert view.page_layout.ops(0).tags == []


@pytest.mark.parametrize("scale", ["1", "1.25", "1.5", "2"])
def test_after_every_reflow_the_first_picture_is_the_right_one(scale):
    """Cards, handles and paragraphs agree at once, not only when the mouse moves."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.ui.view.reflow"],
        cwd=ROOT,
        env={**os.environ, "QT_SCALE_FACTOR": scale, "QT_FONT_DPI": "96"},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert (done.stdout.strip(), done.returncode) == ("", 0), done.stderr[-2000:]
