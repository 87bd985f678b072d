"""Work sent, received and shared out, with the real commands in processes of their own."""

import pytest
from PySide6.QtWidgets import QFileDialog

from annotator.services.collaboration import Collaboration
from annotator.store import ArticleFilter, Store
from annotator.ui.dialogs.collaboration.assign import ShareDialog
from annotator.ui.dialogs.collaboration.receive import ReceiveDialog
from annotator.ui.dialogs.collaboration.send import SendDialog

from .. import sessions

WAIT_MS = 30_000


@pytest.fixture
def hers(tmp_path):
    """Anna's project with two labelled articles."""
    path = tmp_path / "hers.vaglio"
    with Store.create(path) as store:
        sessions.seed(store, "[Roma|LOC] votes.", "[Milano|LOC] waits.")
    return path


@pytest.fixture
def bundle(hers, tmp_path):
    path = tmp_path / "hers.vaglio-bundle"
    with Store.open(hers) as store:
        Collaboration(sessions.Session(store, "anna")).send(path)
    return path


def test_a_bundle_is_written_and_says_what_is_in_it(qtbot, host, hers, tmp_path):
    dialog = SendDialog(hers, "anna", None, host)
    dialog.file.choose(str(tmp_path / "out.vaglio-bundle"))
    dialog.open()
    dialog.go.click()
    qtbot.waitUntil(lambda: dialog.outcome.isVisible(), timeout=WAIT_MS)
    assert "2 article(s)" in dialog.outcome.text()
    assert "anna (2)" in dialog.outcome.text()
    assert (tmp_path / "out.vaglio-bundle").exists()


def test_articles_alone_are_sent_without_anybodys_work(qtbot, host, hers, tmp_path):
    dialog = SendDialog(hers, "anna", None, host)
    dialog.file.choose(str(tmp_path / "out.vaglio-bundle"))
    dialog.whose.group.button(2).setChecked(True)
    dialog.open()
    dialog.go.click()
    qtbot.waitUntil(lambda: dialog.outcome.isVisible(), timeout=WAIT_MS)
    assert "anna" not in dialog.outcome.text().splitlines()[0]


def test_what_comes_is_shown_first_and_then_brought_in(qtbot, host, bundle, tmp_path):
    project = tmp_path / "his.vaglio"
    Store.create(project).close()
    dialog = ReceiveDialog(project, "bruno", [bundle], host)
    dialog.start()
    qtbot.waitUntil(dialog.go.isEnabled, timeout=WAIT_MS)
    assert "2 new article(s)" in dialog.report.toPlainText()
    assert "work of anna: 2 new" in dialog.report.toPlainText()
    with Store.open(project) as store:
        assert store.article_count() == 0
    with qtbot.waitSignal(dialog.merged, timeout=WAIT_MS) as heard:
        dialog.go.click()
    assert heard.args == [2]
    with Store.open(project) as store:
        assert store.article_count() == 2


def test_what_is_no_work_is_refused_with_its_reason(qtbot, host, tmp_path):
    project, odd = tmp_path / "his.vaglio", tmp_path / "odd.vaglio-bundle"
    Store.create(project).close()
    odd.write_bytes(b"PK\x03\x04 broken")
    dialog = ReceiveDialog(project, "bruno", [odd], host)
    dialog.start()
    qtbot.waitUntil(lambda: "odd.vaglio-bundle" in dialog.report.toPlainText(), timeout=WAIT_MS)
    assert not dialog.go.isEnabled()


def test_articles_are_shared_out_and_the_list_can_show_ones_own(qtbot, host, hers):
    with Store.open(hers) as store:
        session = sessions.Session(store, "anna")
        dialog = ShareDialog(session, host)
        assert not dialog.go.isEnabled()
        dialog.names.setText("anna, bruno")
        dialog.overlap.setValue(0)
        dialog.open()
        with qtbot.waitSignal(dialog.shared):
            dialog.go.click()
        assert [dialog.table.item(row, 0).text() for row in range(2)] == ["anna", "bruno"]
        assert [dialog.table.item(row, 1).text() for row in range(2)] == ["1", "1"]
        assert len(store.queue(ArticleFilter(analyst="anna", assigned=True))) == 1
        dialog.close()


def test_what_somebody_leaves_undone_is_given_to_others(qtbot, host, hers):
    with Store.open(hers) as store:
        session = sessions.Session(store, "anna")
        Collaboration(session).assign(["dora"], overlap=0)
        dialog = ShareDialog(session, host)
        dialog.open()
        dialog.giver.show_value("dora")
        dialog.giver.changed.emit()
        dialog.names.setText("dora")
        assert not dialog.go.isEnabled()
        dialog.names.setText("bruno")
        with qtbot.waitSignal(dialog.shared):
            dialog.go.click()
        assert [dialog.table.item(row, 0).text() for row in range(dialog.table.rowCount())] == [
            "bruno"
        ]
        dialog.close()


def test_the_window_opens_each_of_them_and_takes_a_dropped_bundle(qtbot, window, bundle):
    shown = window("A text.")
    for id_, kind in (("send_work", SendDialog), ("share_out", ShareDialog)):
        shown.by_id[id_].trigger()
        (dialog,) = shown.findChildren(kind)
        dialog.reject()
    shown.by_id["receive_work"].trigger()
    qtbot.waitUntil(lambda: bool(shown.findChildren(QFileDialog)))
    shown.findChildren(QFileDialog)[0].reject()
    shown.colleagues.receive([bundle])
    (dialog,) = shown.findChildren(ReceiveDialog)
    qtbot.waitUntil(dialog.go.isEnabled, timeout=WAIT_MS)
    with qtbot.waitSignal(dialog.merged, timeout=WAIT_MS):
        dialog.go.click()
    dialog.reject()
    assert len(shown.workspace.queue.ids()) == 3


def test_f7_in_a_project_with_nothing_to_review_says_so(qtbot, window):
    shown = window()
    with qtbot.waitSignal(shown.workspace.informed) as heard:
        shown.by_id["toggle_review"].trigger()
    assert "to review" in heard.args[0]
