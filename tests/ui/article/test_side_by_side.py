"""The review side by side: one article for each layer, scrolled together."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from annotator.core.highlight_layout import HighlightShape
from annotator.core.model import Span
from annotator.services.session import Session, open_session
from annotator.ui.main_window import MainWindow
from annotator.ui.settings import Settings
from tests.ui.modes.test_review import ANNA, BEPPE, annotate
from tests.ui.test_main_window import press

LONG = "\n\n".join(f"Paragraph {n} says nothing of anybody. " * 4 for n in range(40))
CARLA = "[Mario Rossi|PER] met [ANSA|ORG] in Rome, where {prices fell|CLAIM} on Monday."


@pytest.fixture
def window(qtbot, tmp_path, monkeypatch):
    """Makes a window of zoe's on an article that some people have labelled."""
    made = []

    def make(*labellings: str, width: int = 1300) -> MainWindow:
        path = tmp_path / "p.vaglio"
        with open_session(path, analyst="anna", create=True).store as store:
            for name, marked in zip(("anna", "beppe", "carla"), labellings, strict=False):
                annotate(Session(store, name), marked)
        settings = Settings()
        settings.suggest_on_open = False
        shown = MainWindow(settings)
        monkeypatch.setattr(shown.project, "back_up_behind", lambda: None)
        qtbot.addWidget(shown)
        shown.resize(width, 800)
        shown.show()
        shown.start(path, analyst="zoe")
        shown.workspace.suggestion_queue.stop()
        shown.activateWindow()
        qtbot.waitUntil(lambda: QApplication.activeWindow() is shown, timeout=3000)
        shown.workspace.view.setFocus()
        made.append(shown)
        return shown

    yield make
    for each in made:
        each.close()


def chips(view) -> list[tuple[str, int, bool, str]]:
    """(words, layer, grey, what is said) of every entity in a view."""
    return [
        (view.text[s.start : s.end], s.layer, s.muted, f"{s.label} {s.said}".strip())
        for s in view.page_layout.index.window(0, len(view.text))
        if s.shape == HighlightShape.CHIP
    ]


def test_each_layer_has_a_view_and_only_differences_have_a_colour(qtbot, window):
    shown = window(ANNA, BEPPE)
    press(qtbot, shown, "F7", "Shift+F7")
    anna, beppe = shown.workspace.sides.views
    assert anna is shown.workspace.view
    assert anna.text == beppe.text
    assert chips(anna) == [
        ("Mario Rossi", 1, False, "PER"),
        ("ANSA", 1, False, "ORG"),
        ("Rome", 0, True, "LOC"),
    ]
    assert chips(beppe) == [
        ("Rossi", 2, False, "PER"),
        ("ANSA", 2, False, "LOC"),
        ("Rome", 0, True, "LOC"),
        ("Monday", 2, False, "DATE only B"),
    ]


def test_the_current_difference_is_emphasised_in_both_also_where_nothing_is_marked(qtbot, window):
    shown = window(ANNA, BEPPE)
    press(qtbot, shown, "F7", "Shift+F7")
    anna, beppe = shown.workspace.sides.views
    mine, theirs = shown.workspace.annotate_mode.review_mode.current.members
    assert (anna.current, beppe.current) == (mine.id, theirs.id)
    review_mode = shown.workspace.annotate_mode.review_mode
    for _ in review_mode.review.differences:
        if review_mode.current.members[0] is not None:
            press(qtbot, shown, "Space")
    difference = review_mode.current
    assert difference.members[0] is None
    assert (anna.current, beppe.current) == (None, difference.members[1].id)
    assert anna._shown.pointed == difference.span
    assert beppe._shown.pointed is None


def test_the_keys_decide_as_in_one_view_and_what_is_decided_turns_grey(qtbot, window):
    shown = window(ANNA, BEPPE)
    press(qtbot, shown, "F7", "Shift+F7", "B")
    anna, beppe = shown.workspace.sides.views
    assert chips(anna)[0] == ("Mario Rossi", 0, True, "PER")
    assert chips(beppe)[0] == ("Rossi", 0, True, "PER")
    press(qtbot, shown, "Ctrl+Z")
    assert chips(beppe)[0] == ("Rossi", 2, False, "PER")


def test_the_choice_is_remembered_and_can_be_taken_back(qtbot, window):
    shown = window(ANNA, BEPPE)
    press(qtbot, shown, "F7", "Shift+F7", "Escape")
    assert len(shown.workspace.sides.views) == 1
    assert Settings().side_by_side
    press(qtbot, shown, "F7")
    assert len(shown.workspace.sides.views) == 2
    press(qtbot, shown, "Shift+F7")
    assert len(shown.workspace.sides.views) == 1
    assert shown.workspace.annotate_mode.review_mode.is_on
    assert next(who for _, layer, _, who in chips(shown.workspace.view) if layer) == "PER A | B"


def test_outside_a_review_the_choice_is_told(qtbot, window):
    shown = window(ANNA, BEPPE)
    with qtbot.waitSignal(shown.workspace.informed) as heard:
        press(qtbot, shown, "Shift+F7")
    assert "side by side" in heard.args[0]


def test_the_views_are_as_wide_as_each_other_and_scroll_together(qtbot, window):
    shown = window(f"{ANNA}\n\n{LONG}", f"{BEPPE}\n\n{LONG}")
    press(qtbot, shown, "F7", "Shift+F7")
    anna, beppe = shown.workspace.sides.views
    qtbot.waitUntil(lambda: anna.is_measured and beppe.is_measured)
    assert abs(anna.width() - beppe.width()) <= 1
    anna.verticalScrollBar().setValue(1500)
    assert beppe.place == anna.place
    beppe.verticalScrollBar().setValue(200)
    assert anna.place == beppe.place
    press(qtbot, shown, "Space")  # the next difference is above
    top = shown.workspace.annotate_mode.review_mode.current.span.start
    for view in (anna, beppe):
        assert 0 <= view.point_of(top).y() <= view.viewport().height()


def test_three_stand_side_by_side_where_there_is_room(qtbot, window):
    shown = window(ANNA, BEPPE, CARLA, width=1400)
    press(qtbot, shown, "F7", "Shift+F7")
    assert [view.isVisible() for view in shown.workspace.sides.views] == [True] * 3
    assert not shown.workspace.queue.isVisible()  # gives way
    shown.resize(1000, 800)
    qtbot.waitUntil(lambda: len(shown.workspace.sides.views) == 2)
    shown.resize(1400, 800)
    qtbot.waitUntil(lambda: len(shown.workspace.sides.views) == 3)
    press(qtbot, shown, "Escape")
    assert shown.workspace.queue.isVisible()


def test_one_persons_work_stands_beside_what_was_decided_of_it(qtbot, window):
    shown = window(ANNA)
    press(qtbot, shown, "F7", "Shift+F7")
    anna, decided = shown.workspace.sides.views
    assert chips(decided) == []
    assert [layer for _, layer, _, _ in chips(anna)] == [1, 1, 1]
    press(qtbot, shown, "A", "X")
    assert [chip[0] for chip in chips(decided)] == ["Mario Rossi"]
    assert [layer for _, layer, _, _ in chips(anna)] == [0, 0, 1]


def test_the_mouse_means_the_same_in_every_view_and_the_keys_stay(qtbot, window):
    shown = window(ANNA, BEPPE)
    press(qtbot, shown, "F7", "Shift+F7")
    _, beppe = shown.workspace.sides.views
    qtbot.waitUntil(lambda: beppe.width() > 200)
    monday = beppe.text.index("Monday") + 2
    at = beppe.point_of(monday).toPoint() + QPoint(1, 0)
    qtbot.mouseClick(beppe.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert shown.workspace.annotate_mode.review_mode.current.present[0].label == "DATE"
    assert shown.workspace.view.hasFocus()


def test_the_next_article_is_shown_side_by_side_too(qtbot, window):
    shown = window(ANNA, BEPPE)
    store = shown.workspace.session.store
    other = annotate(Session(store, "anna"), "Then [Verdi|PER] left.")
    annotate(Session(store, "beppe"), "Then [Verdi|ORG] left.")
    shown.workspace.queue.refresh()
    press(qtbot, shown, "F7", "Shift+F7", "Ctrl+PgDown")
    assert shown.workspace.annotate_mode.review_mode.review.article.id == other
    anna, beppe = shown.workspace.sides.views
    assert anna.text == beppe.text == "Then Verdi left."
    mine, theirs = shown.workspace.annotate_mode.review_mode.current.members
    assert (anna.current, beppe.current) == (mine.id, theirs.id)


def test_what_the_reviewer_alone_marks_is_shown(qtbot, window):
    shown = window(ANNA, BEPPE)
    press(qtbot, shown, "F7")
    at = shown.workspace.view.text.index("where")
    shown.workspace.view.choose(Span(at, at + 5))
    shown.registry.run("give_label", "MISC")
    assert ("where", 0, True, "MISC") in chips(shown.workspace.view)
