"""File dialogs look at names only."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtWidgets import QWidget

from annotator.store import Store
from annotator.ui.widgets.file_dialog import file_dialog
from tests.store.file.test_writing import locks


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc/locks")
def test_listing_the_folder_of_a_project_keeps_its_locks(tmp_path, qtbot):
    path = tmp_path / "p.vaglio"
    with Store.create(path) as store:
        store.article_count()
        held = locks(path)
        parent = QWidget()
        qtbot.addWidget(parent)
        dialog = file_dialog(parent, "Open", tmp_path)
        dialog.show()
        model = dialog.findChild(__import__("PySide6.QtWidgets").QtWidgets.QFileSystemModel)
        qtbot.waitUntil(lambda: model.rowCount(model.index(str(tmp_path))) > 0, timeout=5000)
        for row in range(model.rowCount(model.index(str(tmp_path)))):
            index = model.index(row, 0, model.index(str(tmp_path)))
            assert model.fileName(index)
            model.type(index)
        dialog.grab()
        assert locks(path) == held > 0
        dialog.close()


def test_a_folder_that_is_gone_leads_to_the_nearest_one(tmp_path, qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = file_dialog(parent, "Open", tmp_path / "gone" / "deep")
    assert dialog.directory().absolutePath() == str(tmp_path)


def test_no_dialog_of_qts_own_is_made_elsewhere():
    from tests.test_layers import PACKAGE

    for path in (PACKAGE / "ui").rglob("*.py"):
        if path.name != "file_dialog.py":
            assert "QFileDialog(" not in path.read_text(encoding="utf-8"), path


def test_a_closed_file_dialog_is_gone(tmp_path, qtbot):
    """Each that was opened stayed with its model of the folder for as long as the window."""
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = file_dialog(parent, "Open", tmp_path)
    dialog.open()
    with qtbot.waitSignal(dialog.destroyed, timeout=5000):
        dialog.reject()
