"""Deciding between two versions that one person made of a layer, in the window."""

import pytest
from PySide6.QtCore import Qt

from annotator.core.editing import annotation_edits
from annotator.core.model import Span
from annotator.services.collaboration import Collaboration
from annotator.services.session import Session
from annotator.store import Store, check
from annotator.ui.dialogs.collaboration.layer_versions import VersionsDialog
from annotator.ui.dialogs.collaboration.receive import ReceiveDialog

from .. import sessions

WAIT_MS = 30_000
TEXTS = ("[Roma|LOC] votes on Monday.", "[Milano|LOC] waits for Monday.")


def go_on(session: Session, label: str) -> None:
    """Label the last word but the full stop of every article."""
    for annotated_article in list(session.store.annotated_articles()):
        end = len(annotated_article.article.text) - 1
        analyst_view = session.analyst_view(annotated_article.article.id)
        session.do(annotation_edits.mark(analyst_view, [Span(end - 6, end)], label))


@pytest.fixture
def both(tmp_path):
    """Paths of two projects in which anna went on with the same two layers."""
    paths = tmp_path / "desk.vaglio", tmp_path / "laptop.vaglio"
    with Store.create(paths[0]) as store:
        sessions.seed(store, *TEXTS)
        with Store.create(paths[1]) as other:
            Collaboration(Session(other, "anna")).receive([paths[0]])
            go_on(Session(other, "anna"), "EVENT")
        go_on(Session(store, "anna"), "DATE")
    return paths


@pytest.fixture
def session(both):
    with Store.open(both[0]) as store:
        found = Session(store, "anna")
        Collaboration(found).receive([both[1]])
        yield found


def table(dialog: VersionsDialog) -> list[list[str]]:
    rows, columns = dialog.table.rowCount(), dialog.table.columnCount()
    return [[dialog.table.item(r, c).text() for c in range(columns)] for r in range(rows)]


def test_each_version_says_what_it_has_otherwise(qtbot, host, session):
    dialog = VersionsDialog(session, host)
    dialog.open()
    assert dialog.which.count() == 2
    assert "Roma votes" in dialog.which.currentText()
    heads = [radio.text() for radio in dialog.choice.buttons()]
    assert "shown now" in heads[0]
    assert "from elsewhere" in heads[1]
    [[kind, one, other]] = table(dialog)
    assert kind == "entity"
    assert {one, other} == {"Monday\nDATE · Date", "Monday\nEVENT · Event"}
    dialog.reject()


def test_keys_alone_decide_one_layer_after_the_other(qtbot, host, session):
    dialog = VersionsDialog(session, host)
    dialog.open()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    exchange = Collaboration(session)
    places = exchange.unsettled()
    wanted = [exchange.versions(*place)[at].id for place, at in zip(places, (1, 0), strict=True)]
    for key in ("2", "1"):
        qtbot.keyClick(dialog, key)
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    assert exchange.unsettled() == []
    assert [exchange.versions(*place)[0].id for place in places] == wanted
    verbs_ = [change.verb for _, change in session.store.changes()]
    assert verbs_.count("settle") == 2
    assert check(session.store) == []
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)  # now that is to close
    assert not dialog.isVisible()


def test_later_goes_on_and_then_closes_with_nothing_decided(qtbot, host, session, gone):
    dialog = VersionsDialog(session, host)
    dialog.open()
    dialog.later.click()
    assert dialog.which.currentIndex() == 1
    dialog.later.click()
    gone(dialog)
    assert len(Collaboration(session).unsettled()) == 2


def test_escape_puts_everything_off(qtbot, host, session, gone):
    dialog = VersionsDialog(session, host)
    dialog.open()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    gone(dialog)
    assert len(Collaboration(session).unsettled()) == 2


def test_what_was_decided_can_be_decided_otherwise(qtbot, host, session):
    exchange = Collaboration(session)
    places = exchange.unsettled()
    for place in places:
        exchange.settle(*place, exchange.versions(*place)[1].contents)
    dialog = VersionsDialog(session, host)
    dialog.open()
    assert dialog.which.currentText().endswith("(decided)")
    assert "decided against" in dialog.choice.buttons()[1].text()
    before = exchange.versions(*places[0])[1].id
    dialog.choose(1)
    with qtbot.waitSignal(dialog.decided):
        dialog.go.click()
    assert exchange.versions(*places[0])[0].id == before
    dialog.reject()


def test_a_dialog_with_nothing_to_decide_says_so(qtbot, host, both, gone):
    with Store.open(both[0]) as store:
        dialog = VersionsDialog(Session(store, "anna"), host)
        dialog.open()
        assert not dialog.go.isEnabled()
        assert not dialog.table.isVisible()
        dialog.later.click()
        gone(dialog)


def test_receiving_leads_to_the_decision(qtbot, host, both):
    dialog = ReceiveDialog(both[0], "anna", [both[1]], host)
    dialog.start()
    qtbot.waitUntil(dialog.go.isEnabled, timeout=WAIT_MS)
    assert not dialog.decide.isVisible()
    with qtbot.waitSignal(dialog.merged, timeout=WAIT_MS):
        dialog.go.click()
    with qtbot.waitSignal(dialog.decision_asked):
        dialog.decide.click()


def test_the_window_keeps_a_hint_in_sight_until_all_is_decided(qtbot, window, both):
    shown = window()
    hint = shown.colleagues.hint
    assert not hint.isVisible()
    shown.project.open(both[0], analyst="anna")
    Collaboration(shown.workspace.session).receive([both[1]])
    shown.imported(0)
    assert hint.isVisible()
    assert hint.text().startswith("2 ")
    hint.click()
    [dialog] = shown.findChildren(VersionsDialog)
    dialog.take()
    dialog.take()
    assert not hint.isVisible()
    dialog.reject()
