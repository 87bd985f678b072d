"""From a claim to its sources and verdict in the whole window, by keys and by dragging."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from annotator.core.errors import UserError
from annotator.core.model import Claim
from annotator.ui.widgets.open_address import OpenAddress
from annotator.ui.widgets.source_picker import SourcePicker
from tests.core.paper import find
from tests.ui.test_main_window import press

TEXT = "[Mario Rossi|PER] told [Reuters|ORG] that {prices fell in [May|DATE]|CLAIM}."
CLAIM = "prices fell in May"


@pytest.fixture
def shown(window):
    made = window(TEXT)
    made.workspace.annotate_mode.point_at(
        find(made.workspace.annotate_mode.analyst_view, CLAIM, Claim)
    )
    return made


def picker_of(shown):
    return next(p for p in shown.findChildren(SourcePicker) if p.isVisible())


def pick(qtbot, shown, typed):
    press(qtbot, shown, "E")
    picker = picker_of(shown)
    qtbot.keyClicks(picker._typed, typed)
    qtbot.keyClick(picker, Qt.Key.Key_Return)


def linked(shown):
    analyst_view = shown.workspace.annotate_mode.analyst_view
    (claim,) = analyst_view.claims
    return [analyst_view.source(e.source_id).title for e in analyst_view.evidence_of(claim.id)]


def test_a_pasted_link_is_evidence_after_one_key_and_enter(qtbot, shown):
    pick(qtbot, shown, "https://www.istat.it/prezzi?fbclid=1")
    assert linked(shown) == ["istat.it/prezzi"]
    assert shown.workspace.inspector.in_front == "evidence"
    panel = shown.workspace.inspector.panel("evidence")
    assert panel.isAncestorOf(QApplication.focusWidget())


def test_a_source_is_found_by_a_part_of_its_name_and_linked_once_more(qtbot, shown):
    shown.workspace.session.source_library.add(title="Prezzi al consumo", publisher="Istat")
    pick(qtbot, shown, "consumo")
    assert linked(shown) == ["Prezzi al consumo"]
    assert len(shown.workspace.session.source_library.find()) == 1


def test_a_hostile_link_cannot_be_picked_and_says_why(qtbot, shown):
    press(qtbot, shown, "E")
    picker = picker_of(shown)
    qtbot.keyClicks(picker._typed, "http://0x7f.1/")
    (row,) = picker._model.rows
    assert not row.enabled
    assert "is not a public site" in row.title
    qtbot.keyClick(picker, Qt.Key.Key_Return)
    assert picker.isVisible()
    picker.close()


def test_without_a_claim_the_keys_say_what_is_missing(shown):
    shown.workspace.annotate_mode.point_at(
        find(shown.workspace.annotate_mode.analyst_view, "Reuters")
    )
    for action in ("link_evidence", "give_verdict"):
        shown.act(action)
        assert "Go to a claim first" in shown._told.text()


def test_v_goes_to_the_verdict_and_a_digit_chooses(qtbot, shown):
    press(qtbot, shown, "V")
    verdict = shown.workspace.inspector.panel("evidence").verdict
    qtbot.waitUntil(verdict.label.hasFocus)
    qtbot.keyClick(verdict.label, Qt.Key.Key_3)
    verdict.justification.setPlainText("nothing was found")
    qtbot.keyClick(verdict.justification, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    (claim,) = shown.workspace.annotate_mode.analyst_view.claims
    assert (
        shown.workspace.annotate_mode.analyst_view.verdict_of(claim.id).label
        == "not_enough_evidence"
    )


def test_the_card_in_the_margin_says_how_far_the_claim_is_checked(qtbot, shown):
    pick(qtbot, shown, "https://www.istat.it/prezzi")
    analyst_view = shown.workspace.annotate_mode.analyst_view
    (card,) = shown.workspace.page.cards(analyst_view)
    assert card.said.startswith("1 piece")


def test_a_source_dragged_onto_the_claim_is_linked_and_beside_it_not(qtbot, shown):
    workspace = shown.workspace
    shown.act("show_sources")
    panel = workspace.inspector.panel("sources")
    panel.add("Prezzi al consumo")
    mime = panel.list.sources.mimeData([panel.list.sources.index(0)])

    def drop(at):
        how = (Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton)
        enter = QDragEnterEvent(at.toPoint(), *how, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(workspace.view.viewport(), enter)
        dropped = QDropEvent(at, *how, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(workspace.view.viewport(), dropped)

    drop(QPointF(3, workspace.view.viewport().height() - 3))
    assert not workspace.annotate_mode.analyst_view.claims
    claim = workspace.annotate_mode.analyst_view.markable(
        find(workspace.annotate_mode.analyst_view, CLAIM, Claim)
    )
    drop(workspace.view.point_of(claim.spans[0].start + 2))
    assert linked(shown) == ["Prezzi al consumo"]


def test_before_a_link_opens_its_true_host_is_shown(qtbot, monkeypatch, qapp):
    opened = []
    name = "annotator.ui.widgets.open_address.QDesktopServices.openUrl"
    monkeypatch.setattr(name, lambda url: opened.append(bytes(url.toEncoded()).decode()))
    dialog = OpenAddress("https://www.\u0430pple.com/login?utm_source=x")
    qtbot.addWidget(dialog)
    assert dialog.host.text() == "www.xn--pple-43d.com"
    assert opened == []
    dialog._open.click()
    assert opened == ["https://www.xn--pple-43d.com/login"]


@pytest.mark.parametrize(
    "hostile", ["javascript:alert(1)", "file:///etc/passwd", "https://a@b.org"]
)
def test_what_came_in_with_a_foreign_file_is_checked_again_before_it_opens(qapp, hostile):
    with pytest.raises(UserError):
        OpenAddress(hostile)
