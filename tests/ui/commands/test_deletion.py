"""Deleting an article for good in the real window: nothing by a slip, and the work goes on."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMenu

from annotator.cli import main
from annotator.core.editing import annotation_edits
from annotator.services.collaboration import Collaboration
from annotator.services.session import Session, open_session
from annotator.store import Store, check
from annotator.store.maintenance import delete as deleting
from annotator.ui.dialogs.collaboration.receive import ReceiveDialog
from annotator.ui.dialogs.importing.preview import PreviewDialog
from annotator.ui.dialogs.project.delete import DeleteDialog
from tests.core.paper import span

ONE, TWO, THREE = "Quorbistan fell to Krzmelnik.", "Mario Rossi lives in Rome.", "The third one."


def ids(window) -> list[str]:
    return window.workspace.queue.ids()


def ask(qtbot, window) -> DeleteDialog:
    """The dialog for the open article, once it has looked."""
    window.act("delete_article")
    [dialog] = window.findChildren(DeleteDialog)
    qtbot.waitUntil(dialog.go.isEnabled, timeout=30_000)
    return dialog


def gone(qtbot, window, id_: str) -> None:
    qtbot.waitUntil(lambda: window.workspace.session.store.article(id_) is None, timeout=30_000)
    qtbot.waitUntil(lambda: not window.findChildren(DeleteDialog), timeout=30_000)


def test_enter_and_escape_delete_nothing(qtbot, window, cache):
    window = window(ONE, TWO)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Space):
        dialog = ask(qtbot, window)
        qtbot.keyClick(QApplication.focusWidget() or dialog, key)
        qtbot.waitUntil(lambda: not window.findChildren(DeleteDialog), timeout=5000)
    assert len(ids(window)) == window.workspace.session.store.article_count() == 2


def test_the_dialog_says_what_goes_and_deletes_what_is_open(qtbot, window, project, cache):
    window = window(ONE, TWO, THREE)
    first = ids(window)[0]
    annotate_mode = window.workspace.annotate_mode
    annotate_mode.open(first)
    session = Session(window.workspace.session.store, "bruno")
    session.do(
        annotation_edits.mark(
            session.analyst_view(first), [span(session.analyst_view(first), "Krzmelnik")], "PER"
        )
    )
    dialog = ask(qtbot, window)
    assert "bruno" in dialog.goes.text()
    assert "Quorbistan" in dialog._title.text()
    assert "SHA-256" in dialog.stays.text()
    assert "colleagues" in dialog.beyond.text()
    dialog.reason.setText("-- at their request")
    qtbot.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
    gone(qtbot, window, first)
    qtbot.waitUntil(lambda: annotate_mode.analyst_view.article.id == ids(window)[0], timeout=5000)
    assert len(ids(window)) == 2
    assert annotate_mode.analyst_view.article.text == TWO
    [row] = deleting.deleted(window.workspace.session.store)
    assert (row.by, row.reason) == ("anna", "-- at their request")
    assert check(window.workspace.session.store) == []
    assert b"Krzmelnik" not in project.read_bytes()


def test_undo_of_other_articles_goes_on_with_the_key(qtbot, window, cache):
    window = window(ONE, TWO)
    first, second = ids(window)
    annotate_mode = window.workspace.annotate_mode
    annotate_mode.open(second)
    annotate_mode.selection = span(annotate_mode.analyst_view, "Rome")
    annotate_mode.label("LOC")
    annotate_mode.open(first)
    annotate_mode.selection = span(annotate_mode.analyst_view, "Krzmelnik")
    annotate_mode.label("PER")
    dialog = ask(qtbot, window)
    qtbot.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
    gone(qtbot, window, first)
    assert annotate_mode.analyst_view.article.id == second
    assert annotate_mode.analyst_view.entities
    window.act("undo")
    assert not annotate_mode.analyst_view.entities
    window.act("redo")
    assert annotate_mode.analyst_view.entities
    assert check(window.workspace.session.store) == []


def test_the_context_menu_of_the_list_deletes_another_one(qtbot, window, cache):
    window = window(ONE, TWO)
    first, second = ids(window)
    queue = window.workspace.queue
    window.workspace.annotate_mode.open(first)
    rect = queue.list.visualRect(queue.list.model().index(1, 0))
    queue.list.customContextMenuRequested.emit(rect.center())
    [menu] = [each for each in queue.findChildren(QMenu) if each.isVisible()]
    menu.actions()[-1].trigger()
    menu.close()
    qtbot.waitUntil(lambda: bool(window.findChildren(DeleteDialog)), timeout=5000)
    [dialog] = window.findChildren(DeleteDialog)
    qtbot.waitUntil(dialog.go.isEnabled, timeout=30_000)
    assert "Mario Rossi" in dialog._title.text()
    qtbot.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
    gone(qtbot, window, second)
    assert ids(window) == [first]
    assert window.workspace.annotate_mode.analyst_view.article.id == first


def test_the_last_article_leaves_an_empty_project(qtbot, window, cache):
    window = window(ONE)
    assert len(ids(window)) == 1
    dialog = ask(qtbot, window)
    qtbot.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.workspace.session.store.article_count() == 0, timeout=30_000)
    qtbot.waitUntil(lambda: window.workspace.annotate_mode.analyst_view is None, timeout=5000)
    assert ids(window) == []
    assert "Quorbistan" not in window.workspace.view.text


def test_what_goes_elsewhere_while_it_is_open_or_under_review_is_left(
    qtbot, window, project, cache
):
    window = window(ONE, TWO)
    first, second = ids(window)
    store = window.workspace.session.store
    for name in ("bruno", "carla"):
        session = Session(store, name)
        session.do(
            annotation_edits.mark(
                session.analyst_view(first), [span(session.analyst_view(first), "Krzmelnik")], "PER"
            )
        )
        session.do(annotation_edits.set_status(session.analyst_view(first), "submitted"))
    window.workspace.annotate_mode.open(first)
    window.act("toggle_review")
    assert window.workspace.annotate_mode.review_mode.is_on
    assert main(["delete", str(project), first, "--yes"]) == 0
    qtbot.waitUntil(
        lambda: window.workspace.annotate_mode.analyst_view.article.id == second, timeout=10_000
    )
    assert not window.workspace.annotate_mode.review_mode.is_on
    assert ids(window) == [second]
    for id_ in ("accept", "next_article", "previous_article", "show_claims"):
        window.act(id_)


def test_a_deletion_that_was_interrupted_is_finished_when_the_window_opens(
    qtbot, window, project, cache
):
    from annotator.core.ids import new_id, now
    from annotator.core.model import Deletion
    from annotator.store import erase_articles
    from annotator.store.maintenance import sweep

    with open_session(project, analyst="anna", create=True).store as store:
        session = Session(store, "anna")
        id_ = session.import_text(ONE)
        session.import_text(TWO)
        sha256 = session.article(id_).sha256
        made = Deletion(id=new_id(), article_id=id_, sha256=sha256, by="anna", at=now())
        erase_articles(store, [(id_, made)], by="anna")
        assert sweep.is_pending(store)
    window = window()
    store = window.workspace.session.store
    qtbot.waitUntil(lambda: not sweep.is_pending(store), timeout=30_000)
    assert check(store) == []


def test_pasting_it_again_asks_first(qtbot, window, cache):
    window = window(ONE, TWO)
    first = ids(window)[0]
    window.workspace.annotate_mode.open(first)
    dialog = ask(qtbot, window)
    qtbot.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
    gone(qtbot, window, first)
    QGuiApplication.clipboard().setText(ONE)
    window.act("paste_article")
    assert window.workspace.session.store.article_count() == 1
    assert "anna" in window.problems.current.message
    window.problems._act.click()
    store = window.workspace.session.store
    qtbot.waitUntil(lambda: store.article_count() == 2, timeout=20_000)
    assert window.workspace.annotate_mode.analyst_view.article.text == ONE


def test_the_preview_of_an_import_leaves_it_out_until_it_is_ticked(qtbot, window, tmp_path, cache):
    window = window(ONE, TWO)
    store = window.workspace.session.store
    first = ids(window)[0]
    file = tmp_path / "again.txt"
    file.write_text(ONE, encoding="utf-8")
    assert main(["delete", str(store.path), first, "--yes", "--author", "anna"]) == 0
    window.settings.preview_import = True
    window.importing.import_paths([file])
    [dialog] = window.findChildren(PreviewDialog)
    qtbot.waitUntil(lambda: dialog.articles.topLevelItemCount() == 1, timeout=30_000)
    item = dialog.articles.topLevelItem(0)
    assert item.checkState(0) == Qt.CheckState.Unchecked
    assert "anna" in item.text(2)
    assert not dialog.go.isEnabled()
    item.setCheckState(0, Qt.CheckState.Checked)
    qtbot.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: store.article_count() == 2, timeout=30_000)


@pytest.mark.parametrize(("choice", "left"), [(0, 2), (1, 1), (2, 2)])
def test_receiving_a_deletion_says_so_and_asks(qtbot, window, tmp_path, cache, choice, left):
    window = window(ONE, TWO)
    workspace = window.workspace
    first = ids(window)[0]
    workspace.annotate_mode.open(first)
    workspace.annotate_mode.selection = span(workspace.annotate_mode.analyst_view, "Krzmelnik")
    workspace.annotate_mode.label("PER")
    sent = tmp_path / "sent.vaglio-bundle"
    other = open_session(tmp_path / "bruno.vaglio", analyst="bruno", create=True)
    with other.store:
        id_ = other.import_text(ONE)
        from annotator.services.deletion import delete

        delete(other, [id_], reason="court")
        Collaboration(other).send(sent)
    window.colleagues.receive([sent])
    [dialog] = window.findChildren(ReceiveDialog)
    qtbot.waitUntil(dialog.go.isEnabled, timeout=30_000)
    said = dialog.report.toPlainText()
    assert "bruno" in said
    assert "court" in said
    assert "anna" in said  # whose work he did not know
    assert dialog.deletions.isVisible()
    dialog.deletions.setCurrentIndex(choice)
    qtbot.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not dialog.go.isVisible(), timeout=30_000)
    assert workspace.session.store.article_count() == left
    dialog.reject()
    with Store.open(workspace.path) as store:
        assert check(store) == []
