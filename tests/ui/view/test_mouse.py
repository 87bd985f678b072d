"""The mouse: marks, clicks, edges, links."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QToolTip

from annotator.ui.view.selection import edge_moved

from .hands import click, double_click, drag, inside, move, point, press, release, words_of
from .sample import ENTITIES, TEXT, at

ALT, SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier


def entity(words: str) -> str:
    return next(e.id for e in ENTITIES if e.span.of(TEXT) == words)


def test_a_drag_marks_whole_words(view):
    said = []
    view.selection_changed.connect(said.append)
    drag(view, point(view, at("possiamo").start + 3), point(view, at("permetterci").start + 2))
    assert words_of(view.selection()) == "possiamo più permetterci"
    assert words_of(said[-1]) == "possiamo più permetterci"


def test_what_is_drawn_while_dragging_is_snapped_already(view):
    press(view, point(view, at("possiamo").start + 3))
    move(view, point(view, at("possiamo").start + 6))
    assert words_of(view.selection()) == "possiamo"
    release(view, point(view, at("possiamo").start + 6))


def test_a_drag_with_alt_marks_letters(view):
    start = at("possiamo").start
    drag(view, point(view, start + 3), point(view, start + 6), ALT)
    assert words_of(view.selection()) == "sia"


def test_a_drag_backwards_marks_the_same(view):
    start = at("possiamo").start
    drag(view, point(view, start + 12), point(view, start + 2))
    assert words_of(view.selection()) == "possiamo più"
    assert view.caret < view.anchor


def test_shift_and_a_click_extends_the_mark(view):
    click(view, inside(view, "possiamo"))
    click(view, point(view, at("permetterci").start + 4), SHIFT)
    assert words_of(view.selection()) == "possiamo più permetterci"


def test_a_click_on_plain_text_puts_the_caret_and_marks_nothing(view):
    view.set_selection(at("possiamo"))
    places = []
    view.caret_moved.connect(places.append)
    click(view, point(view, at("permetterci").start))
    assert view.selection() is None
    assert places == [at("permetterci").start]


def test_a_click_names_the_innermost_and_the_next_click_the_outer(view):
    clicked = []
    view.annotation_clicked.connect(clicked.append)
    view.annotation_clicked.connect(view.set_current)
    for _ in range(4):
        click(view, point(view, at("Valdora", 0).start + 2))
    assert clicked == [entity("Valdora"), entity("Comune di Valdora"), "c1", entity("Valdora")]


def test_a_click_on_a_card_names_its_claim(view, qtbot):
    [placed, y] = next(p for p in view.page_layout.cards_in(0, 600) if p[0].card.owner == "c3")
    where = QPointF(view.page_layout.frame.cards_left + 20, y + placed.top + 10)
    with qtbot.waitSignal(view.annotation_clicked) as said:
        click(view, where)
    assert said.args == ["c3"]


def test_a_click_on_a_gutter_bar_names_its_claim(view, qtbot):
    _, y = view.page_layout.column.point(at("la rete perde").start)
    with qtbot.waitSignal(view.annotation_clicked) as said:
        click(view, QPointF(view.page_layout.frame.left - 14, y + 5))
    assert said.args == ["c2"]


def test_a_click_on_a_label_names_its_entity(view, qtbot):
    where = inside(view, "Comune") - QPointF(0, view.page_layout.look.m.letters * 0.5 + 5)
    with qtbot.waitSignal(view.annotation_clicked) as said:
        click(view, where)
    assert said.args == [entity("Comune di Valdora")]


def test_a_double_click_marks_the_word_and_a_third_the_sentence(view, qtbot):
    where = inside(view, "buttare")
    with qtbot.waitSignal(view.word_double_clicked) as said:
        double_click(view, where, when=5000)
    assert words_of(said.args[0]) == "buttare"
    assert words_of(view.selection()) == "buttare"
    click(view, where, when=5100)
    assert words_of(view.selection()).startswith("«Non possiamo")
    assert words_of(view.selection()).endswith("durante il consiglio.")


@pytest.mark.parametrize(
    ("edge", "to", "expected"),
    [
        ("end", "permetterci", "più"),  # inwards as far as a word remains
        ("start", "Comune", "Comune di Valdora spenderà"),
    ],
)
def test_a_handle_drags_an_edge_by_words(view, edge, to, expected):
    span = at("Il Comune di Valdora spenderà") if edge == "start" else at("più permetterci")
    place = at(to).start + (1 if edge == "start" else 2)
    assert words_of(edge_moved(TEXT, span, edge, place)) == expected


def test_dragging_a_handle_asks_for_the_new_edge(view, qtbot):
    view.set_current(entity("giugno 2027"))
    [start, end] = view.handles()
    asked = []
    view.edge_dragged.connect(lambda owner, span: asked.append((owner, words_of(span))))
    drag(view, QPointF(end.x, end.y), point(view, at("annunciato").start + 1) + QPointF(0, 12))
    drag(view, QPointF(start.x, start.y), point(view, at("entro").start) + QPointF(0, 12))
    owner = entity("giugno 2027")
    assert asked == [(owner, "giugno 2027, ha"), (owner, "entro giugno 2027")]
    assert view.selection() is None


def test_a_handle_dragged_nowhere_asks_for_nothing(view):
    view.set_current(entity("giugno 2027"))
    [_, end] = view.handles()
    asked = []
    view.edge_dragged.connect(lambda *what: asked.append(what))
    where = QPointF(end.x, end.y)
    press(view, where)
    move(view, where + QPointF(40, 0))
    move(view, where)
    release(view, where)
    assert asked == []


def test_every_span_of_an_interrupted_claim_has_handles(view):
    view.set_current("c6")
    assert len(view.handles()) == 4


def test_a_drag_from_a_label_onto_words_links_them(view, qtbot):
    label = inside(view, "Comune") - QPointF(0, view.page_layout.look.m.letters * 0.5 + 5)
    with qtbot.waitSignal(view.linked) as said:
        drag(view, label, inside(view, "Agenzia"))
    assert said.args[0] == entity("Comune di Valdora")
    assert said.args[1] == entity("Agenzia regionale per l’acqua")
    assert view.selection() is None


def test_a_drag_from_a_card_onto_a_card_links_them(view, qtbot):
    places = {p.card.owner: y + p.top for p, y in view.page_layout.cards_in(0, 600)}
    x = view.page_layout.frame.cards_left + 30
    with qtbot.waitSignal(view.linked) as said:
        drag(view, QPointF(x, places["c3"] + 12), QPointF(x, places["c5"] + 12))
    assert said.args == ["c3", "c5"]


def test_escape_drops_a_link(view, qtbot):
    linked = []
    view.linked.connect(lambda *ids: linked.append(ids))
    label = inside(view, "Comune") - QPointF(0, view.page_layout.look.m.letters * 0.5 + 5)
    press(view, label)
    move(view, inside(view, "Agenzia"))
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    release(view, inside(view, "Agenzia"))
    assert linked == []


def test_hovering_says_once_what_is_under_the_mouse(view):
    said = []
    view.hovered.connect(said.append)
    for where in (inside(view, "Elena"), inside(view, "Elena") + QPointF(4, 0), QPointF(5, 5)):
        event = QMouseEvent(
            QEvent.Type.MouseMove,
            where,
            QPointF(view.viewport().mapToGlobal(where.toPoint())),
            Qt.MouseButton.NoButton,
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
        )
        QApplication.sendEvent(view.viewport(), event)
    assert said == [entity("Elena Bassi"), ""]


def test_the_menu_is_asked_for_with_what_is_there(view, qtbot):
    view.set_selection(at("possiamo"))
    where = inside(view, "Elena").toPoint()
    there = view.viewport().mapToGlobal(where)
    with qtbot.waitSignal(view.menu_asked) as said:
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, where, there)
        QApplication.sendEvent(view.viewport(), event)
    assert said.args == [there, at("possiamo"), entity("Elena Bassi")]


def test_the_menu_key_asks_at_the_caret(view, qtbot):
    view.set_caret(at("Elena").start)
    with qtbot.waitSignal(view.menu_asked) as said:
        event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint())
        QApplication.sendEvent(view.viewport(), event)
    assert said.args[1:] == [None, entity("Elena Bassi")]


def test_ctrl_and_the_wheel_ask_for_another_size(view, qtbot):
    with qtbot.waitSignal(view.font_size_asked) as said:
        event = QWheelEvent(
            QPointF(10, 10),
            QPointF(10, 10),
            QPoint(),
            QPoint(0, -120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.ControlModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(view.viewport(), event)
    assert said.args == [-1]
    assert view.top == 0


def test_a_drag_at_the_edge_scrolls_on(view, qtbot):
    view.resize(1000, 300)
    press(view, inside(view, "possiamo"))
    move(view, QPointF(300, 295))
    qtbot.waitUntil(lambda: view.top > 40)
    release(view, QPointF(300, 295))
    assert len(words_of(view.selection())) > 120


def test_a_click_beside_the_text_clicks_nothing(view):
    clicked = []
    view.annotation_clicked.connect(clicked.append)
    click(view, QPointF(view.page_layout.frame.right + 12, 300))
    click(view, QPointF(3, 3))
    assert clicked == []


def test_the_ids_at_a_place_go_from_the_inside_out(view):
    owners = view.annotations_at(at("trenta giorni").start)
    assert owners == [entity("trenta giorni"), "c9", "c8"]


def test_the_tool_tip_is_what_the_window_says_of_the_annotation(view, qtbot):
    view.tooltip_for = lambda owner: f"why {owner}"
    where = inside(view, "Elena").toPoint()
    there = view.viewport().mapToGlobal(where)
    QApplication.sendEvent(view.viewport(), QHelpEvent(QEvent.Type.ToolTip, where, there))
    assert QToolTip.text() == f"why {entity('Elena Bassi')}"
    QToolTip.hideText()


def test_a_click_on_a_cue_names_its_attribution(view, qtbot):
    with qtbot.waitSignal(view.annotation_clicked) as said:
        click(view, inside(view, "sostiene"))
    assert said.args == ["a6"]
