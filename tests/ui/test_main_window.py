"""The whole window, pressed as an analyst presses it; then the session is asked what happened."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QDialog

from annotator.core.errors import StaleEdit
from annotator.core.model import Claim, Span
from annotator.services.session import Session, open_session
from annotator.store import ArticleFilter, Store
from annotator.ui.main_window import MainWindow
from annotator.ui.settings import Settings
from tests.core.paper import find, mine, span, waiting

TEXT = "[Mario Rossi|ORG] told [Reuters|ORG] that {prices fell in [May|DATE]|CLAIM}."


def press(qtbot, window, *keys: str) -> None:
    """Press keys as the article has the focus; each is written as in the menus."""
    for key in keys:
        combination = QKeySequence(key)[0]
        qtbot.keyClick(window.workspace.view, combination.key(), combination.keyboardModifiers())


def test_right_suggestions_take_one_key_each(window, qtbot):
    shown = window(TEXT)
    press(qtbot, shown, "A", "A", "A", "A")
    assert mine(shown.workspace.annotate_mode.analyst_view) == TEXT


def test_a_wrong_label_takes_one_key(window, qtbot):
    shown = window(TEXT)
    press(qtbot, shown, "1")
    assert mine(shown.workspace.annotate_mode.analyst_view).startswith("[Mario Rossi|PER] told")


def test_a_wrong_edge_takes_one_key(window, qtbot):
    shown = window("La [Corea del|LOC] Nord.")
    press(qtbot, shown, "Alt+Right")
    assert mine(shown.workspace.annotate_mode.analyst_view) == "La [Corea del Nord|LOC]."


def test_a_new_entity_takes_a_drag_and_a_key(window, qtbot):
    shown = window("Ieri Mario Rossi era a Roma.")
    view, analyst_view = shown.workspace.view, shown.workspace.annotate_mode.analyst_view
    words = span(analyst_view, "Mario Rossi")
    begin, end = view.point_of(words.start + 1).toPoint(), view.point_of(words.end - 1).toPoint()
    qtbot.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=begin)
    middle = QPoint((begin.x() + end.x()) // 2, begin.y())
    for place in (middle, end):
        drag(view, place)
    qtbot.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=end)
    press(qtbot, shown, "1")
    assert mine(shown.workspace.annotate_mode.analyst_view) == "Ieri [Mario Rossi|PER] era a Roma."


def drag(view, place: QPoint) -> None:
    from PySide6.QtCore import QEvent, QPointF
    from PySide6.QtGui import QMouseEvent

    left = Qt.MouseButton.LeftButton
    where = QPointF(place)
    move = QMouseEvent(
        QEvent.Type.MouseMove, where, view.viewport().mapToGlobal(where), left, left, _NO_KEY
    )
    QApplication.sendEvent(view.viewport(), move)


_NO_KEY = Qt.KeyboardModifier.NoModifier


def test_marking_by_keyboard_alone(window, qtbot):
    shown = window("Ieri Mario Rossi era a Roma.")
    shown.workspace.view.set_caret(5)
    press(qtbot, shown, "Ctrl+Shift+Right", "Ctrl+Shift+Right", "1")
    assert mine(shown.workspace.annotate_mode.analyst_view) == "Ieri [Mario Rossi|PER] era a Roma."


def test_a_claim_with_source_and_cue_takes_six_acts(window, qtbot):
    shown = window("Prices fell, said Mario Rossi.")
    view = shown.workspace.view
    for words, key in (("Prices fell", "C"), ("Mario Rossi", "S"), ("said", "Q")):
        view.set_selection(span(shown.workspace.annotate_mode.analyst_view, words))
        shown.workspace.annotate_mode.selection = view.selection()
        press(qtbot, shown, key)
    analyst_view = shown.workspace.annotate_mode.analyst_view
    assert mine(analyst_view) == "{Prices fell|CLAIM}, said Mario Rossi."
    assert analyst_view.attributions[0].agent == "Mario Rossi"
    assert len(analyst_view.attributions[0].cue_spans) == 1


def test_the_article_is_judged_by_keys_alone_and_survives_closing(window, qtbot, project):
    shown = window(TEXT, "Another text.")
    press(qtbot, shown, "1", "A", "X", "A", "Ctrl+Return")
    assert shown.workspace.annotate_mode.analyst_view.article.text == "Another text."
    shown.close()
    with open_session(project, analyst="anna").store as store:
        session = Session(store, "anna")
        first = store.queue(ArticleFilter(analyst="anna"))[0]
        analyst_view = session.analyst_view(first)
        assert analyst_view.status == "submitted"
        assert (
            mine(analyst_view)
            == "[Mario Rossi|PER] told [Reuters|ORG] that prices fell in [May|DATE]."
        )


def test_undo_and_redo_by_key(window, qtbot):
    shown = window(TEXT)
    press(qtbot, shown, "A", "Ctrl+Z")
    assert waiting(shown.workspace.annotate_mode.analyst_view) == TEXT
    press(qtbot, shown, "Ctrl+Shift+Z")
    assert mine(shown.workspace.annotate_mode.analyst_view).startswith("[Mario Rossi|ORG]")


def test_a_click_on_an_annotation_makes_it_current(window, qtbot):
    shown = window(TEXT)
    view = shown.workspace.view
    place = view.point_of(
        span(shown.workspace.annotate_mode.analyst_view, "Reuters").start + 3
    ).toPoint()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert shown.workspace.annotate_mode.current_id == find(
        shown.workspace.annotate_mode.analyst_view, "Reuters"
    )


def test_what_a_second_window_does_is_seen(window, qtbot, project):
    shown = window(TEXT)
    with open_session(project, analyst="anna").store as store:
        other = Session(store, "anna")
        analyst_view = other.analyst_view(shown.workspace.annotate_mode.analyst_view.article.id)
        from annotator.core.editing import annotation_edits

        other.do(annotation_edits.accept(analyst_view, [find(analyst_view, "Reuters")]))
    qtbot.waitUntil(
        lambda: "[Reuters|ORG]" in mine(shown.workspace.annotate_mode.analyst_view), timeout=2000
    )


def test_a_stale_edit_is_told_and_the_truth_is_shown(window, qtbot, project):
    shown = window("[Rome|LOC] grows.")
    shown._poll.stop()
    press(qtbot, shown, "A")
    with open_session(project, analyst="anna").store as store:
        other = Session(store, "anna")
        analyst_view = other.analyst_view(shown.workspace.annotate_mode.analyst_view.article.id)
        from annotator.core.editing import annotation_edits

        other.do(annotation_edits.relabel(analyst_view, [analyst_view.entities[0].id], "ORG"))
    shown.workspace.annotate_mode.point_at(
        shown.workspace.annotate_mode.analyst_view.entities[0].id
    )
    with pytest.raises(StaleEdit) as told:
        shown.workspace.annotate_mode.label("PER")
    shown.show_error(told.value)
    assert mine(shown.workspace.annotate_mode.analyst_view) == "[Rome|ORG] grows."
    assert shown.problems.isVisible()


def test_no_two_actions_or_labels_share_a_key(window):
    shown = window("Text.")
    taken = {}
    for id_, action in shown.by_id.items():
        for key in action.shortcuts():
            taken.setdefault(key.toString(), []).append(id_)
    assert {f"label:{code}" for code in shown.label_keys()} <= shown.by_id.keys()
    assert {key: ids for key, ids in taken.items() if len(ids) > 1} == {}


def test_without_a_project_the_window_says_what_can_be_done(qtbot):
    shown = MainWindow(Settings())
    qtbot.addWidget(shown)
    shown.show()
    shown.start(None)
    assert shown.workspace is None
    assert not shown.by_id["export"].isEnabled()
    shown.act("export")
    assert "No project is open" in shown._told.text()


def test_the_queue_follows_search_and_filter(window, qtbot):
    shown = window("[Rome|LOC] grows.", "Milan sleeps.", "Rome and Milan.")
    queue = shown.workspace.queue
    assert len(queue.ids()) == 3
    queue._field.setText("milan")
    qtbot.waitUntil(lambda: len(queue.ids()) == 2, timeout=3000)
    queue.clear_filter()
    queue.narrow(undecided=True)
    assert len(queue.ids()) == 1
    queue.narrow(undecided=False, status="submitted")
    assert queue.ids() == []
    queue.clear_filter()
    assert len(queue.ids()) == 3


def test_all_occurrences_in_the_project_from_the_window(window, qtbot):
    shown = window("[Iran|LOC] e Iran.", "L’Iran.")
    press(qtbot, shown, "Shift+O")
    from annotator.ui.dialogs.labels.occurrences import Occurrences

    dialog = shown.findChild(Occurrences)
    qtbot.waitUntil(lambda: dialog.concordance.rowCount() == 3, timeout=2000)
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    done = "[Iran|LOC] e [Iran|LOC]."
    qtbot.waitUntil(lambda: mine(shown.workspace.annotate_mode.analyst_view) == done, timeout=3000)
    dialog.close()
    shown.act("undo")
    assert mine(shown.workspace.annotate_mode.analyst_view) == "Iran e Iran."


def test_a_pasted_text_becomes_an_article(window, qtbot):
    shown = window("Text.")
    QApplication.clipboard().setText("Un nuovo articolo.\n\nDi prova.")
    press(qtbot, shown, "Ctrl+V")
    # so few words do not tell their language: that is asked of another process
    qtbot.waitUntil(
        lambda: shown.workspace.annotate_mode.analyst_view.article.title == "Un nuovo articolo.",
        timeout=60_000,
    )


def test_a_pasted_text_is_kept_when_the_window_closes_before_its_language_is_known(
    window, qtbot, project
):
    shown = window("Un [articolo|PRODUCT].")
    QApplication.clipboard().setText("Nyt sataa vettä.")
    press(qtbot, shown, "Ctrl+V")
    shown.close()
    with Store.open(project, readonly=True) as store:
        assert store.article_count() == 2


def test_a_pasted_text_whose_words_tell_their_language_is_there_at_once(window, qtbot):
    shown = window("Text.")
    QApplication.clipboard().setText("Il sindaco ha detto che la scuola non è più nella via.")
    press(qtbot, shown, "Ctrl+V")
    assert shown.workspace.annotate_mode.analyst_view.article.language == "it"


def test_escape_goes_one_level_back(window, qtbot):
    shown = window("[Rome|LOC] grows.")
    shown.workspace.annotate_mode.last_label = "LOC"
    press(qtbot, shown, "Shift+R")
    assert shown.workspace.annotate_mode.sticky_label == "LOC"
    press(qtbot, shown, "Esc")
    assert shown.workspace.annotate_mode.sticky_label == ""
    press(qtbot, shown, "Esc")
    assert shown.workspace.annotate_mode.current_id == ""


def test_suggestions_arrive_without_moving_the_text(window, qtbot):
    shown = window("Testo. " * 400)
    view = shown.workspace.view
    view.verticalScrollBar().setValue(300)
    before = view.point_of(900)
    analyst_view = shown.workspace.annotate_mode.analyst_view
    made = Claim(id="c", layer_id="l", spans=(span(analyst_view, "Testo"),), origin="machine")
    shown.workspace.session.store.save_suggestions(
        analyst_view.article.id, "machine:x@1", (), (made,), layer_id="l"
    )
    shown.workspace._suggested(analyst_view.article.id)
    shown.workspace.annotate_mode.point_at("")
    assert len(shown.workspace.annotate_mode.analyst_view.suggestions) == 1
    assert view.point_of(900).x() == before.x()


def test_changed_keys_are_kept(window, qtbot):
    shown = window(TEXT)
    shown.keys_changed({"accept": "Z"})
    press(qtbot, shown, "Z")
    assert mine(shown.workspace.annotate_mode.analyst_view).startswith("[Mario Rossi|ORG]")
    assert Settings().keys == {"accept": "Z"}


def test_escape_leads_from_the_fields_back_to_the_article(window, qtbot):
    shown = window("{Prices fell|CLAIM}.")
    press(qtbot, shown, "Return")
    qtbot.waitUntil(lambda: not shown.workspace.view.hasFocus(), timeout=2000)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert shown.workspace.view.hasFocus()
    press(qtbot, shown, "A")
    assert shown.workspace.annotate_mode.analyst_view.claims[0].normalized_text == ""


def test_what_is_said_moves_no_word(window, qtbot):
    shown = window("Testo. " * 200)
    before = shown.workspace.view.mapToGlobal(QPoint(0, 0))
    shown.inform("Something was done")
    assert shown.problems.isVisible()
    assert shown.workspace.view.mapToGlobal(QPoint(0, 0)) == before


def test_opening_the_open_project_again_changes_nothing(window, project):
    shown = window("Text.")
    workspace = shown.workspace
    shown.project.open(project, analyst="anna")
    assert shown.workspace is workspace


def test_a_log_that_was_taken_away_leads_to_a_rescued_copy(window, qtbot, project):
    shown = window("[Rome|LOC] grows.")
    project.with_name("p.vaglio-wal").unlink()
    press(qtbot, shown, "A")
    qtbot.waitUntil(lambda: "rescued" in shown.workspace.path.name, timeout=3000)
    assert mine(shown.workspace.annotate_mode.analyst_view) == "[Rome|LOC] grows."
    assert shown.problems.isVisible()


def test_a_new_label_is_shown_at_once(window, qtbot):
    shown = window("[Rome|LOC] grows.")
    press(qtbot, shown, "A")
    shown.workspace.annotate_mode.point_at(
        shown.workspace.annotate_mode.analyst_view.entities[0].id
    )
    press(qtbot, shown, "2")
    assert shown.workspace.label_bar._current == "ORG"
    assert "Rome" in shown._told.text()


def test_in_a_narrow_window_the_queue_gives_way_to_the_inspector(window, qtbot):
    shown = window(TEXT)
    workspace = shown.workspace
    workspace.show_inspector(True)
    assert workspace.queue.isVisible()
    shown.resize(760, 480)
    qtbot.waitUntil(lambda: not workspace.queue.isVisible())
    assert workspace.inspector.isVisible()
    shown.act("go_to_queue")
    assert workspace.queue.isVisible()
    assert not workspace.inspector.isVisible()
    shown.act("toggle_inspector")
    shown.resize(1300, 800)
    qtbot.waitUntil(lambda: workspace.queue.isVisible() and workspace.inspector.isVisible())


def test_dialogs_of_a_project_are_closed_with_it(window, tmp_path, qtbot):
    """Left open, each key in the dialog of labels met a project that was closed."""
    shown = window("Text.")
    shown.act("edit_scheme")
    [dialog] = shown.findChildren(QDialog)
    with qtbot.waitSignal(dialog.destroyed, timeout=5000):
        shown.project.make(str(tmp_path / "other.vaglio"))
    assert shown.workspace.path == tmp_path / "other.vaglio"


def test_what_is_marked_in_sight_stays_where_it_is(qtbot, window):
    shown = window("\n".join(f"Line {n} speaks of Rome{n} and of Milan{n}." for n in range(40)))
    view, mode = shown.workspace.view, shown.workspace.annotate_mode
    low = view.position_at(QPointF(200, 0.7 * view.viewport().height()))
    number = view.text.count("\n", 0, low)
    for name, keys in ((f"Rome{number}", ["1"]), (f"Milan{number}", ["1", "Alt+Left"])):
        start = view.text.index(name)
        view.choose(Span(start, start + len(name)))
        top = view.top
        press(qtbot, shown, *keys)
        assert mode.current is not None
        assert view.top == top
    press(qtbot, shown, "Ctrl+Z", "Ctrl+Z", "C")
    assert isinstance(mode.current, Claim)
    assert view.top == top


def test_a_click_on_a_button_of_the_header_leaves_the_keys_to_the_article(qtbot, window):
    shown = window("[Rome|LOC] grows. [Milan|LOC] rests.")
    header = shown.workspace.header
    qtbot.mouseClick(header._inspector, Qt.MouseButton.LeftButton)
    assert shown.workspace.inspector.isVisible()
    assert shown.workspace.view.hasFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_A)
    assert [e.label for e in shown.workspace.annotate_mode.analyst_view.entities] == ["LOC"]
