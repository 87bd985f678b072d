"""The fields of the current annotation, by keyboard and as they are saved."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QToolButton

from annotator.core.model import Claim
from annotator.services.session import Session
from annotator.ui.modes.annotate import AnnotateMode
from annotator.ui.panels.fields import FieldsPanel
from tests.core.paper import find

from .conftest import suggested

CLAIM = "the works cost 4 million euros"


@pytest.fixture
def fields(shown):
    return shown(FieldsPanel)


@pytest.fixture
def own(pen):
    """The first claim and the first place, accepted; returns their ids."""
    pen.accept_all([find(pen.sheet, CLAIM, Claim), find(pen.sheet, "Valdora")])
    return find(pen.sheet, CLAIM, Claim), find(pen.sheet, "Valdora")


def choose(editor, words):
    """As somebody does who opens the list and picks a line."""
    index = next(i for i in range(editor.count()) if words in editor.itemText(i))
    editor.setCurrentIndex(index)
    editor.activated.emit(index)


def words_on(panel):
    labels = panel.findChildren(QLabel)
    return "\n".join(label.text() for label in labels if label.isVisibleTo(panel))


def test_a_suggestion_says_why_it_is_there_and_how_sure_the_machine_is(fields, pen):
    assert "“Elena Bassi”" in words_on(fields)
    assert "Suggested by a list of names · confidence 87%" in words_on(fields)


def test_nothing_current_says_how_to_begin(fields, pen):
    pen.point_at("")
    assert "press Space for the next suggestion" in words_on(fields)


def test_accept_and_reject_are_buttons_too(qtbot, fields, pen):
    qtbot.mouseClick(fields._head.accept, Qt.MouseButton.LeftButton)
    assert [e.label for e in pen.sheet.entities] == ["PER"]
    left = len(pen.sheet.suggestions)
    qtbot.mouseClick(fields._head.reject, Qt.MouseButton.LeftButton)
    assert len(pen.sheet.suggestions) == left - 1


def test_another_label_is_saved_at_once_and_the_copy_stays_current(fields, pen):
    choose(fields.entity_form.editor("label"), "ORG")
    [entity] = pen.sheet.entities
    assert (entity.label, entity.origin) == ("ORG", "machine_edited")
    assert pen.current_id == entity.id


def test_the_wheel_changes_no_label(qtbot, fields):
    from PySide6.QtCore import QPoint, QPointF
    from PySide6.QtGui import QWheelEvent
    from PySide6.QtWidgets import QApplication

    editor = fields.entity_form.editor("label")
    before = editor.value()
    at = QPointF(5, 5)
    turn = QWheelEvent(
        at,
        editor.mapToGlobal(at),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(editor, turn)
    assert editor.value() == before


def test_typed_text_is_saved_on_enter_as_one_step(qtbot, fields, pen, own):
    pen.point_at(own[1])
    editor = fields.entity_form.editor("normalized")
    editor.setFocus()
    qtbot.keyClicks(editor, "Comune di Valdora")
    assert pen.sheet.get(own[1]).normalized is None
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert pen.sheet.get(own[1]).normalized == "Comune di Valdora"
    pen.undo()
    assert pen.sheet.get(own[1]).normalized is None
    assert editor.text() == ""


def test_typed_text_is_saved_when_typing_rests(qtbot, fields, pen, own):
    pen.point_at(own[1])
    editor = fields.entity_form.editor("note")
    qtbot.keyClicks(editor, "a town")
    with qtbot.waitSignal(pen.saved, timeout=3000):
        pass
    assert pen.sheet.get(own[1]).note == "a town"


def test_text_is_saved_to_the_annotation_it_was_typed_for(qtbot, fields, pen, own):
    pen.point_at(own[1])
    qtbot.keyClicks(fields.entity_form.editor("note"), "a town")
    pen.point_at(own[0])
    assert pen.sheet.get(own[1]).note == "a town"
    assert pen.sheet.get(own[0]).note == ""


def test_text_is_saved_when_another_article_is_opened_meanwhile(qtbot, fields, pen, own):
    first = pen.sheet.article.id
    pen.point_at(own[1])
    qtbot.keyClicks(fields.entity_form.editor("note"), "a town")
    pen.open(suggested(pen.desk, "[Milan|LOC] too."))
    assert pen.desk.sheet(first).get(own[1]).note == "a town"
    assert fields.entity_form.editor("note").value() == ""


def test_a_change_elsewhere_does_not_take_away_what_is_being_typed(qtbot, fields, pen, own):
    pen.point_at(own[1])
    qtbot.keyClicks(fields.entity_form.editor("note"), "half a tho")
    pen.reload()
    assert fields.entity_form.editor("note").value() == "half a tho"


def test_typing_into_a_suggestion_makes_it_ones_own(qtbot, fields, pen):
    editor = fields.entity_form.editor("note")
    editor.setFocus()
    qtbot.keyClicks(editor, "the mayor")
    fields.flush()
    [entity] = pen.sheet.entities
    assert (entity.note, pen.current_id) == ("the mayor", entity.id)
    assert editor.value() == "the mayor"


def test_every_field_of_a_claim_can_be_set(qtbot, fields, pen, own):
    pen.point_at(own[0])
    form = fields.claim_form
    choose(form.editor("kind"), "Figure")
    choose(form.editor("certainty"), "Probable")
    choose(form.editor("time_reference"), "Past")
    qtbot.keyClick(form.editor("check_worthiness").dots, "3")
    for chip in form.editor("cw_reasons").findChildren(QToolButton)[:2]:
        qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    form.editor("verifiable").click()
    form.editor("unsure").click()
    qtbot.keyClicks(form.editor("claim_date"), "2024-01")
    qtbot.keyClick(form.editor("claim_date"), Qt.Key.Key_Return)
    qtbot.keyClicks(form.editor("normalized_text"), "The works cost much.")
    fields.flush()
    claim = pen.sheet.get(own[0])
    assert (claim.kind, claim.certainty, claim.time_reference) == ("numerical", "probable", "past")
    assert (claim.check_worthiness, claim.cw_reasons) == (3, ("figure", "accusation"))
    assert (claim.verifiable, claim.unsure, claim.claim_date) == (False, True, "2024-01")
    assert claim.normalized_text == "The works cost much."
    choose(form.editor("time_reference"), "not said")
    assert pen.sheet.get(own[0]).time_reference is None


def test_a_claim_can_be_part_of_another_but_never_of_its_own_parts(fields, pen, own):
    second = find(pen.sheet, "the mayor of Valdora resigned", Claim)
    pen.accept_all([second])
    second = find(pen.sheet, "the mayor of Valdora resigned", Claim)
    pen.point_at(own[0])
    choose(fields.claim_form.editor("part_of"), "the mayor")
    assert pen.sheet.get(own[0]).part_of == second
    pen.point_at(second)
    assert fields.claim_form.editor("part_of").count() == 1


def test_who_says_it_can_be_amended_while_the_claim_is_still_suggested(qtbot, fields, pen):
    pen.point_at(find(pen.sheet, CLAIM, Claim))
    [card] = [c for c in fields._attributions if c.isVisible()]
    choose(card.form.editor("agent_type"), "Public authority")
    [claim] = pen.sheet.claims
    [said] = pen.sheet.attributions_of(claim.id)
    assert (said.agent, said.agent_type) == ("Elena Bassi", "government")
    assert pen.current_id == claim.id


def test_an_attribution_can_be_removed(qtbot, fields, pen, own):
    pen.point_at(own[0])
    [card] = [c for c in fields._attributions if c.isVisible()]
    qtbot.mouseClick(card._remove, Qt.MouseButton.LeftButton)
    assert pen.sheet.attributions == ()
    assert "The article itself" in words_on(fields)


def test_a_label_that_no_scheme_knows_is_shown_and_kept(qtbot, fields, pen):
    pen.open(suggested(pen.desk, "[Rex|DOG] barks."))
    assert fields.entity_form.editor("label").value() == "DOG"
    fields.entity_form.editor("unsure").click()
    assert [(e.label, e.unsure) for e in pen.sheet.entities] == [("DOG", True)]


def test_a_new_label_can_be_chosen_as_soon_as_there_is_one(fields, pen):
    from annotator.core import scheme as schemes

    desk = pen.desk
    desk.set_scheme(schemes.add(desk.scheme, schemes.Label(code="SPORT")))
    pen.reload()
    choose(fields.entity_form.editor("label"), "SPORT")
    assert [e.label for e in pen.sheet.entities] == ["SPORT"]


def test_text_that_could_not_be_saved_stays_typed(qtbot, fields, pen, own, monkeypatch):
    """A colleague's window was faster: the edit is refused, and nothing typed is lost."""
    from annotator.core.errors import StaleEdit

    other = AnnotateMode(Session(pen.desk.store, "anna"))
    other.open(pen.sheet.article.id)
    other.amend(own[1], note="from the other window")
    pen.point_at(own[1])
    editor = fields.entity_form.editor("subtype")
    qtbot.keyClicks(editor, "TOWN")
    with pytest.raises(StaleEdit):
        fields.flush()
    pen.reload()
    assert editor.value() == "TOWN"
    fields.flush()
    saved = pen.sheet.get(own[1])
    assert (saved.subtype, saved.note) == ("TOWN", "from the other window")


def test_what_is_half_typed_is_saved_when_the_project_is_closed(qtbot, fields, pen, own):
    pen.point_at(own[1])
    qtbot.keyClicks(fields.entity_form.editor("note"), "a to")
    fields.leave()
    assert pen.sheet.get(own[1]).note == "a to"
