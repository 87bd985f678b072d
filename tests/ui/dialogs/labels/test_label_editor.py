"""Editing labels: each act is one change, is told of, and can be undone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from annotator.core.vocabulary import Wording
from annotator.services.session import default_scheme
from annotator.store import Store
from annotator.ui.dialogs.labels.label_editor import SchemeEditor, safe_colours

from ..sessions import labels, seed


@pytest.fixture
def session():
    with Store.memory() as store:
        yield seed(store, "[Ada|PER] saw [Turin|LOC] and [Po|RIVER].", "[Zoe|PER] left.")


@pytest.fixture
def editor(host, session):
    made = SchemeEditor(session, "en", host)
    made.open()
    return made


def test_it_lists_labels_with_their_use_and_unknown_ones_apart(editor):
    assert editor.list.codes == [x.code for x in default_scheme().labels if x.kind == "entity"]
    assert editor.unknown() == {"RIVER": 1}


def test_renaming_a_code_takes_the_annotations_along_and_says_how_many(qtbot, editor, session):
    editor.list.choose("PER")
    editor.form.code.setText("PERSON")
    with qtbot.waitSignal(editor.scheme_changed):
        qtbot.keyClick(editor.form.code, Qt.Key.Key_Return)
    assert labels(session) == ["LOC", "PERSON", "PERSON", "RIVER"]
    assert "2 annotation(s) now carry PERSON" in editor.said
    assert session.scheme.resolve("PER") == "PERSON"
    assert editor.isVisible()


def test_undo_brings_back_the_scheme_and_the_annotations(editor, session):
    editor.list.choose("PER")
    editor.rename("PERSON")
    editor.undo()
    assert labels(session) == ["LOC", "PER", "PER", "RIVER"]
    assert "PER" in editor.list.codes
    assert not editor._undo.isEnabled()


def test_a_code_that_is_taken_is_refused_and_says_why(editor, session):
    editor.list.choose("PER")
    editor.rename("ORG")
    assert "ORG" in editor.said
    assert editor._said.property("role") == "error"
    assert labels(session) == ["LOC", "PER", "PER", "RIVER"]


def test_an_unknown_label_is_taken_in_with_one_press(qtbot, editor, session):
    found = next(b for b in editor.findChildren(QPushButton) if b.text() == "Add to the scheme")
    qtbot.mouseClick(found, Qt.MouseButton.LeftButton)
    assert session.scheme.find("RIVER") is not None
    assert editor.unknown() == {}
    assert editor.list.chosen == "RIVER"


def test_an_unknown_label_that_cannot_be_a_code_keeps_its_annotations(host):
    with Store.memory() as store:
        session = seed(store, "[Po|grande fiume] swells.")
        editor = SchemeEditor(session, "en", host)
        editor.adopt("grande fiume")
        assert session.scheme.resolve("grande fiume") == "grande_fiume"
        assert editor.unknown() == {}
        assert labels(session) == ["grande fiume"]


def test_a_new_label_has_a_colour_that_can_be_read_and_is_chosen(qtbot, editor, session):
    editor.new_code.setText("SHIP")
    qtbot.keyClick(editor.new_code, Qt.Key.Key_Return)
    assert session.scheme.label("SHIP").colour in safe_colours()
    assert editor.list.chosen == "SHIP"
    assert editor.new_code.text() == ""


def test_names_and_help_are_kept_when_a_field_is_left(qtbot, editor, session):
    editor.list.choose("LOC")
    editor.form.names[1].setText("Posto")
    qtbot.keyClick(editor.form.names[1], Qt.Key.Key_Return)
    editor.form.definitions[0].setPlainText("Where\nit is")
    editor.form.definitions[0].left.emit()
    label = session.scheme.label("LOC")
    assert label.name == Wording("Place", "Posto")
    assert label.definition.en == "Where it is"


def test_what_was_typed_counts_when_the_dialog_is_closed(qtbot, editor, session, gone):
    editor.list.choose("LOC")
    editor.form.names[0].setText("Somewhere")
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    gone(editor)
    assert session.scheme.label("LOC").name.en == "Somewhere"


def test_a_colour_that_is_too_pale_is_refused(editor, session):
    editor.list.choose("PER")
    editor.form.colour_asked.emit("#FFFF99")
    assert "pale" in editor.said
    editor.form.colour_asked.emit(safe_colours()[2])
    assert session.scheme.label("PER").colour == safe_colours()[2]


def test_only_free_keys_are_offered(editor, session):
    editor.list.choose("PER")
    offered = [editor.form.key.itemData(n) for n in range(editor.form.key.count())]
    assert "1" in offered
    assert "2" not in offered
    editor.form.key_asked.emit("D")
    assert session.scheme.label("PER").key == "D"


def test_a_retired_label_stays_in_the_list_and_can_be_restored(editor, session):
    editor.list.choose("LAW")
    editor.form.retire_asked.emit(True)
    assert session.scheme.label("LAW").retired
    assert editor.list.chosen == "LAW"
    assert editor.form.retire.text() == "Restore"
    editor.form.retire_asked.emit(False)
    assert not session.scheme.label("LAW").retired


def test_alt_and_arrows_move_a_label(qtbot, editor, session):
    editor.list.choose("PER")
    qtbot.keyClick(editor.list, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert editor.list.codes[:2] == ["ORG", "PER"]
    assert [x.code for x in session.scheme.offered()][:2] == ["ORG", "PER"]


def test_dragging_a_label_moves_it(qtbot, editor, session):
    model = editor.list.model()
    with qtbot.waitSignal(editor.list.moved) as heard:
        model.moveRow(model.index(0, 0).parent(), 0, model.index(0, 0).parent(), 3)
    assert heard.args == ["PER", 2]
    assert [x.code for x in session.scheme.offered()][:3] == ["ORG", "LOC", "PER"]


def test_kinds_of_claim_keep_their_codes(editor):
    editor.turn_to("claim")
    assert "numerical" in editor.list.codes
    assert not editor.form.code.isEnabled()
    assert editor.new_code.isHidden()


def test_the_undo_here_takes_back_nothing_that_was_done_elsewhere(host, session):
    other = SchemeEditor(session, "en", host)
    other.list.choose("PER")
    other.rename("PERSON")
    editor = SchemeEditor(session, "en", host)
    editor.undo()
    assert "PERSON" in labels(session)


def test_a_codebook_is_taken_in_as_one_act_and_saved_again(tmp_path, editor, session):
    book = tmp_path / "a.qdc"
    book.write_text(
        '<CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes><Code guid="1" name="RIVER"/>'
        '<Code guid="2" name="PER"/><Code guid="3" name="Lake" isCodable="false"/></Codes></CodeBook>'
    )
    before = session.scheme
    editor.take_in(book)
    assert session.scheme.find("RIVER") is not None
    assert "1 label" in editor.said
    assert "It holds other codes" in editor.said
    editor.take_in(book)
    assert editor.said == "All its codes are among the labels."
    editor.write_out(tmp_path / "b.qdc")
    assert 'name="RIVER"' in (tmp_path / "b.qdc").read_text()
    editor.undo()
    assert session.scheme == before


def test_a_file_that_is_no_codebook_is_refused_and_says_why(tmp_path, editor, session):
    before = session.scheme
    (tmp_path / "a.qdc").write_text("{}")
    editor.take_in(tmp_path / "a.qdc")
    assert "a.qdc" in editor.said
    assert editor._said.property("role") == "error"
    editor.write_out(tmp_path / "a.qdc" / "b.qdc")
    assert editor._said.property("role") == "error"
    assert session.scheme == before
