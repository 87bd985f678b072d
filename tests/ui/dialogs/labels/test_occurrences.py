"""All occurrences in the project: found in slices, ticked, and labelled in one step."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from annotator.core.editing import annotation_edits
from annotator.services.session import Session, open_session
from annotator.store import Store
from annotator.ui.appearance.theme import make_theme
from annotator.ui.dialogs.labels.concordance import (
    LABEL,
    LEFT,
    RIGHT,
    STATE,
    TICK,
    WORDS,
    Concordance,
)
from annotator.ui.dialogs.labels.occurrences import Occurrences
from annotator.ui.settings import Settings
from annotator.ui.workspace import Workspace
from tests.core.paper import mine

TEXTS = (
    "Valdora grows. The mayor of Valdora smiles.",
    "In Valdora it rains.",
    "Valdoran wine is good.",
)


@pytest.fixture
def session(tmp_path):
    made = open_session(tmp_path / "p.vaglio", analyst="anna", create=True)
    for text in TEXTS:
        made.import_text(text)
    yield made
    made.store.close()


@pytest.fixture
def ids(session):
    return session.store.occurrences("Valdora")


@pytest.fixture
def opened(qtbot, host, session):
    """Show the dialog and wait for what it finds."""
    made = []

    def show(words="Valdora", label="LOC", count=3):
        dialog = Occurrences(session, words, label, "en", host)
        made.append(dialog)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        dialog.show()
        qtbot.waitUntil(lambda: settled(dialog, count))
        return dialog

    yield show
    for dialog in made:
        dialog.close()


def settled(dialog, count):
    return (
        dialog.concordance.rowCount() == count
        and not dialog._timer.isActive()
        and not dialog._busy
        and not dialog._rest.isActive()
    )


def cell(dialog, row, column):
    return dialog.concordance.index(row, column).data()


def press(qtbot, button):
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_whole_words_are_shown_in_their_context(opened):
    dialog = opened()
    assert [cell(dialog, 1, c) for c in (LEFT, WORDS, RIGHT)] == [
        "Valdora grows. The mayor of",
        "Valdora",
        "smiles.",
    ]
    assert dialog._said.text() == "3 of 3 ticked · in 2 article(s)"


def test_labelling_what_is_ticked_is_one_step_to_undo(qtbot, opened, session, ids):
    dialog = opened()
    dialog.concordance.tick([1], False)
    with qtbot.waitSignal(dialog.done_with):
        press(qtbot, dialog.label)
    qtbot.waitUntil(lambda: settled(dialog, 3))
    assert mine(session.analyst_view(ids[0])) == "[Valdora|LOC] grows. The mayor of Valdora smiles."
    assert mine(session.analyst_view(ids[1])) == "In [Valdora|LOC] it rains."
    assert dialog._said.text().startswith("Labelled 2 place(s) LOC · ")
    assert [cell(dialog, row, LABEL) for row in range(3)] == ["LOC", "", "LOC"]
    session.undo()
    assert [mine(session.analyst_view(id_)) for id_ in ids] == list(TEXTS[:2])


def test_another_label_relabels_and_a_label_can_be_removed(qtbot, opened, session, ids):
    dialog = opened()
    for label in ("LOC", "ORG"):
        dialog.labels.setCurrentIndex(dialog.labels.findData(label))
        with qtbot.waitSignal(dialog.done_with):
            press(qtbot, dialog.label)
        qtbot.waitUntil(lambda: settled(dialog, 3))
    assert mine(session.analyst_view(ids[1])) == "In [Valdora|ORG] it rains."
    with qtbot.waitSignal(dialog.done_with):
        press(qtbot, dialog.remove)
    qtbot.waitUntil(lambda: settled(dialog, 3))
    assert mine(session.analyst_view(ids[1])) == TEXTS[1]
    assert "Removed the label in 3 place(s)" in dialog._said.text()


def test_submitted_articles_are_left_alone_unless_ticked(qtbot, opened, session, ids):
    session.do(annotation_edits.set_status(session.analyst_view(ids[0]), "submitted"))
    dialog = opened()
    assert dialog._said.text() == "1 of 3 ticked · in 2 article(s)"
    assert [cell(dialog, row, STATE) for row in range(3)] == ["submitted", "submitted", ""]
    with qtbot.waitSignal(dialog.done_with):
        press(qtbot, dialog.label)
    assert mine(session.analyst_view(ids[0])) == TEXTS[0]
    assert mine(session.analyst_view(ids[1])) == "In [Valdora|LOC] it rains."


def test_space_ticks_what_is_selected(qtbot, opened):
    dialog = opened()
    dialog.table.selectRow(0)
    qtbot.keyClick(dialog.table, Qt.Key.Key_Space)
    assert len(dialog.concordance.ticked()) == 2
    dialog.table.selectAll()
    qtbot.keyClick(dialog.table, Qt.Key.Key_Space)
    assert len(dialog.concordance.ticked()) == 3
    qtbot.keyClick(dialog.table, Qt.Key.Key_Space)
    assert dialog.concordance.ticked() == []
    assert not dialog.label.isEnabled()


def test_other_words_can_be_typed(qtbot, opened):
    dialog = opened()
    dialog.field.setText("rains")
    qtbot.waitUntil(lambda: settled(dialog, 1))
    assert cell(dialog, 0, LEFT) == "In Valdora it"


def test_words_that_stand_nowhere_say_so(opened):
    dialog = opened("zebra", count=0)
    assert dialog._said.text() == "These words stand nowhere as they are written."
    assert not dialog.label.isEnabled()


def test_searching_can_be_stopped(qtbot, opened, session):
    dialog = opened()
    dialog._begin(["gone"] * 5)
    press(qtbot, dialog.cancel)
    assert settled(dialog, 3)
    assert not dialog.cancel.isVisible()


def test_a_project_in_memory_works_as_well(qtbot, host):
    with Store.memory() as store:
        session = Session(store, "anna")
        id_ = session.import_text(TEXTS[1])
        dialog = Occurrences(session, "Valdora", "LOC", "en", host)
        dialog.show()
        qtbot.waitUntil(lambda: settled(dialog, 1))
        press(qtbot, dialog.label)
        assert mine(session.analyst_view(id_)) == "In [Valdora|LOC] it rains."
        dialog.close()


def test_closing_the_project_closes_it_before_the_file(qtbot, session):
    workspace = Workspace(session, Settings(), make_theme(), "en", lambda *_: None)
    qtbot.addWidget(workspace)
    dialog = Occurrences(session, "Valdora", "LOC", "en", workspace)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    dialog.show()
    workspace.close_project()
    assert not dialog.isVisible()
    assert not dialog._timer.isActive()


def test_the_table_keeps_to_the_rules_of_models(session):
    model = Concordance()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.add(session.occurrences("Valdora"))
    model.add([])
    model.tick_all(False)
    index = model.index(0, TICK)
    assert model.setData(index, Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    assert len(model.ticked()) == 1
    model.clear()
    assert tester.model().rowCount() == 0
