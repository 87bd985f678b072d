"""Saved pages as sources in the whole window: kept, read, quoted, and the newsroom's practice."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication

from annotator.core.errors import UserError
from annotator.core.model import Claim, Span
from annotator.store import KeptFault
from annotator.ui.article.source_reader import ReadingPane
from annotator.ui.dialogs.importing.keep_sources import KeepDialog
from annotator.ui.dialogs.project.article_details import ArticleDialog
from annotator.ui.dialogs.settings.project_settings import ProjectSettings
from tests.core.paper import find
from tests.services.test_archived_sources import PAGE

TEXT = "[Mario Rossi|PER] told [Reuters|ORG] that {prices fell in [May|DATE]|CLAIM}."
CLAIM = "prices fell in May"


@pytest.fixture
def shown(window):
    made = window(TEXT)
    made.workspace.annotate_mode.point_at(
        find(made.workspace.annotate_mode.analyst_view, CLAIM, Claim)
    )
    return made


@pytest.fixture
def page(tmp_path):
    path = tmp_path / "bilancio.html"
    path.write_text(PAGE, "utf-8")
    return path


def kept(qtbot, shown, page, claim_id=""):
    """Keep *page* and wait until the window knows it."""
    source_library = shown.workspace.session.source_library
    shown.workspace.handlers.archived.keep([page], claim_id)
    qtbot.waitUntil(lambda: bool(source_library.find()), timeout=20_000)
    qtbot.waitUntil(lambda: not shown.findChildren(KeepDialog), timeout=5000)
    return source_library.find()[0].source


def evidence_of(shown):
    analyst_view = shown.workspace.annotate_mode.analyst_view
    return [each for claim in analyst_view.claims for each in analyst_view.evidence_of(claim.id)]


def pane_of(shown):
    return next(p for p in shown.findChildren(ReadingPane) if p.isVisible())


def test_a_page_dropped_on_a_claim_is_its_evidence(qtbot, shown, page):
    view = shown.workspace.view
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(page))])
    at = view.point_of(view.text.index("fell")) + QPointF(4, 8)
    copy, button = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    event = QDropEvent(at, copy, mime, button, Qt.KeyboardModifier.NoModifier)
    shown.workspace.handlers.evidence.eventFilter(view.viewport(), event)
    qtbot.waitUntil(lambda: bool(evidence_of(shown)), timeout=20_000)
    (linked,) = evidence_of(shown)
    assert (
        shown.workspace.annotate_mode.analyst_view.source(linked.source_id).publisher
        == "Comune di Forlì"
    )


def test_words_selected_in_the_pane_become_the_quotation_with_its_place(qtbot, shown, page):
    source = kept(qtbot, shown, page, shown.workspace.annotate_mode.current_id)
    qtbot.waitUntil(lambda: bool(evidence_of(shown)))
    shown.workspace.handlers.archived.read_source()
    pane = pane_of(shown)
    text = pane.saved.text
    at = text.index("due milioni")
    pane.activateWindow()
    pane.view.setFocus()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is pane)
    pane.view.set_selection(Span(at, at + len("due milioni di euro")))
    qtbot.keyClick(pane.view, Qt.Key.Key_Q)
    (quoted,) = evidence_of(shown)
    assert (quoted.quote, quoted.locator) == ("due milioni di euro", "par. 3")
    card = shown.workspace.inspector.panel("evidence")._cards[0]
    assert "stand in the kept file: par. 3" in card._check.text()
    pane.view.set_selection(Span(text.index("avanzo"), text.index("avanzo") + 6))
    pane.quote()
    assert {e.quote for e in evidence_of(shown)} == {"due milioni di euro", "avanzo"}
    assert {e.source_id for e in evidence_of(shown)} == {source.id}
    pane.close()


def test_in_the_pane_a_digit_says_what_the_source_makes_of_the_claim(qtbot, shown, page):
    kept(qtbot, shown, page, shown.workspace.annotate_mode.current_id)
    qtbot.waitUntil(lambda: bool(evidence_of(shown)))
    shown.workspace.handlers.archived.read_source()
    pane = pane_of(shown)
    pane.activateWindow()
    pane.view.setFocus()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is pane)
    qtbot.keyClick(pane.view, Qt.Key.Key_2)
    (linked,) = evidence_of(shown)
    assert (linked.stance, linked.quote) == ("refutes", "")
    assert pane.stance.value() == "refutes"
    at = pane.saved.text.index("due milioni")
    pane.view.set_selection(Span(at, at + len("due milioni")))
    qtbot.keyClick(pane.view, Qt.Key.Key_1)
    (quoted,) = evidence_of(shown)
    assert (quoted.stance, quoted.quote) == ("supports", "due milioni")
    shown.act("undo")
    (again,) = evidence_of(shown)
    assert (again.stance, again.quote) == ("refutes", "")
    pane.view.set_selection(None)
    qtbot.keyClick(pane.view, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not shown.findChildren(ReadingPane))


def test_a_quotation_that_is_not_in_the_file_is_said_so(qtbot, shown, page):
    kept(qtbot, shown, page, shown.workspace.annotate_mode.current_id)
    qtbot.waitUntil(lambda: bool(evidence_of(shown)))
    (linked,) = evidence_of(shown)
    panel = shown.workspace.inspector.panel("evidence")
    panel._amend(linked.id, {"quote": "three million"})
    assert "do not stand" in panel._cards[0]._check.text()
    assert panel._cards[0]._check.property("role") == "error"
    panel._amend(linked.id, {"quote": "un avanzo di gestione"})
    (amended,) = evidence_of(shown)
    assert amended.locator == "par. 2"


def test_a_file_that_was_taken_away_is_said_so(qtbot, shown, page):
    source = kept(qtbot, shown, page, shown.workspace.annotate_mode.current_id)
    shown.workspace.annotate_mode.keeper.path(source).unlink()
    with pytest.raises(KeptFault):
        shown.workspace.handlers.archived.read(source.id)
    panel = shown.workspace.inspector.panel("sources")
    panel.show_source(source.id)
    assert panel.keep.isVisibleTo(panel)


def test_reading_without_a_kept_file_says_what_to_do(shown):
    with pytest.raises(UserError, match="No file is kept"):
        shown.workspace.handlers.archived.read_source()


def test_a_file_of_another_kind_is_told_of_in_the_dialog(qtbot, shown, tmp_path):
    path = tmp_path / "program.exe"
    path.write_bytes(b"MZ")
    shown.workspace.handlers.archived.keep([path])
    dialog = next(iter(shown.findChildren(KeepDialog)))
    qtbot.waitUntil(lambda: "of no kind" in dialog._said.text(), timeout=20_000)
    assert dialog.isVisible()
    dialog.reject()


def test_the_practice_is_saved_as_one_step_that_is_undone(qtbot, shown):
    session = shown.workspace.session
    dialog = ProjectSettings(session, shown)
    dialog.saved.connect(shown.workspace.annotate_mode.tell)
    dialog.show()
    dialog.needs_two.setChecked(False)
    dialog.add_rating()
    dialog.table.item(0, 0).setText("Quasi vero")
    dialog.table.cellWidget(0, 1).setCurrentIndex(1)
    dialog.table.cellWidget(0, 2).setCurrentIndex(2)
    dialog.publisher.setText("Redazione")
    dialog.address.setText("javascript:alert(1)")
    dialog.save()
    assert "not kept" in dialog.trouble.text()
    dialog.address.setText("redazione.example")
    dialog.save()
    verdict_policy = session.source_library.verdict_policy
    assert (verdict_policy.needs_two, verdict_policy.publisher) == (False, "Redazione")
    assert verdict_policy.publisher_url == "https://redazione.example/"
    assert [(r.name, r.label, r.value) for r in verdict_policy.ratings] == [
        ("Quasi vero", "refuted", 2)
    ]
    session.undo()
    assert session.source_library.verdict_policy.needs_two


def test_two_ratings_of_one_name_are_refused(qtbot, shown):
    dialog = ProjectSettings(shown.workspace.session, shown)
    qtbot.addWidget(dialog)
    for _ in range(2):
        dialog.add_rating()
        dialog.table.item(dialog.table.rowCount() - 1, 0).setText("Vero")
    dialog.save()
    assert "two ratings called" in dialog.trouble.text()
    assert shown.workspace.session.source_library.verdict_policy.ratings == ()


def test_an_article_gets_the_address_that_a_published_verdict_names(shown):
    shown.act("edit_article")
    dialog = next(iter(shown.findChildren(ArticleDialog)))
    dialog.fields["url"].setText("file:///etc/passwd")
    dialog.save()
    assert dialog.trouble.isVisible()
    dialog.fields["url"].setText("https://example.org/prezzi")
    dialog.fields["publisher"].setText("Gazzetta")
    dialog.save()
    article = shown.workspace.annotate_mode.analyst_view.article
    assert (article.url, article.publisher) == ("https://example.org/prezzi", "Gazzetta")
    assert "Gazzetta" in shown.workspace.header.particulars
    shown.act("undo")
    assert shown.workspace.annotate_mode.analyst_view.article.url is None
