"""The sources of the project: searched, pasted, dropped, described, removed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent

from annotator.core.errors import UserError
from annotator.core.urls import BadAddress
from annotator.ui.panels.source_list import MIME
from annotator.ui.panels.sources import Sources, dropped_text


@pytest.fixture
def panel(shown):
    return shown(Sources)


def titles(panel):
    return [row.source.title for row in panel.list.sources.rows]


def paste(qtbot, panel, text):
    panel.field.setText(text)
    qtbot.keyClick(panel.field, Qt.Key.Key_Return)


def drop(panel, mime):
    copy, button = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    event = QDropEvent(QPointF(9, 9), copy, mime, button, Qt.KeyboardModifier.NoModifier)
    panel.dropEvent(event)


def test_an_empty_library_says_how_to_begin(panel):
    assert "no outside sources yet" in panel._nothing.text()
    assert not panel._scroll.isVisibleTo(panel)


def test_a_pasted_link_becomes_a_source_once_and_its_fields_are_shown(qtbot, panel):
    paste(qtbot, panel, "https://www.istat.it/acqua?utm_source=x")
    paste(qtbot, panel, "http://istat.it/acqua")
    assert titles(panel) == ["istat.it/acqua"]
    assert panel._form.record.url == "https://www.istat.it/acqua"
    assert panel.field.text() == ""


def test_a_hostile_link_is_refused_and_stays_typed(qtbot, panel):
    panel.field.setText("javascript:alert(1)")
    with pytest.raises(BadAddress):
        panel.add_typed()
    assert panel.field.text() == "javascript:alert(1)"
    assert titles(panel) == []


def test_words_search_and_enter_adds_what_is_not_there(qtbot, panel):
    paste(qtbot, panel, "Bilancio comunale")
    paste(qtbot, panel, "Registro imprese")
    panel.field.setText("bilancio")
    qtbot.waitUntil(lambda: titles(panel) == ["Bilancio comunale"])
    panel.field.setText("verbale")
    qtbot.waitUntil(lambda: titles(panel) == [])
    assert "Enter adds one" in panel._nothing.text()


def test_a_link_dropped_from_a_browser_is_added_and_a_source_is_not(panel):
    mime = QMimeData()
    mime.setUrls([QUrl("https://example.org/page")])
    drop(panel, mime)
    assert titles(panel) == ["example.org/page"]
    own = panel.list.sources.mimeData([panel.list.sources.index(0)])
    assert own.hasFormat(MIME)
    assert dropped_text(own) == ""


def test_fields_are_saved_as_they_are_edited_and_undone(panel, annotate_mode):
    panel.add("Registro")
    publisher = panel._form.editor("publisher")
    publisher.setText("Camera di commercio")
    publisher.textEdited.emit("")
    panel.flush()
    assert annotate_mode.session.source_library.find("camera")[0].source.title == "Registro"
    annotate_mode.undo()
    assert not annotate_mode.session.source_library.find("camera")


def test_a_source_goes_with_delete_unless_it_is_evidence(qtbot, panel, annotate_mode):
    panel.add("Registro")
    qtbot.keyClick(panel.list, Qt.Key.Key_Delete)
    assert titles(panel) == []
    annotate_mode.undo()
    assert titles(panel) == ["Registro"]
    from annotator.core.editing import evidence_edits

    claim = annotate_mode.analyst_view.shown_claims[0]
    made, _ = evidence_edits.link(
        annotate_mode.analyst_view, claim.id, annotate_mode.session.source_library.find()[0].source
    )
    annotate_mode.save(made)
    assert panel.list.sources.rows[0].uses == 1
    with pytest.raises(UserError, match="is evidence for claims"):
        panel._remove(panel.list.sources.rows[0].source.id)


def test_enter_on_a_source_asks_to_link_it(qtbot, panel, annotate_mode):
    panel.add("Registro")
    with qtbot.waitSignal(annotate_mode.source_chosen) as asked:
        qtbot.keyClick(panel.list, Qt.Key.Key_Return)
    assert asked.args == [annotate_mode.session.source_library.find()[0].source.id]
