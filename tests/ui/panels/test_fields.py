"""The fields of the current annotation, by keyboard and as they are saved."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt, qInstallMessageHandler
from PySide6.QtWidgets import QComboBox, QLabel, QToolButton

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
def own(annotate_mode):
    """The first claim and the first place, accepted; returns their ids."""
    annotate_mode.accept_all(
        [
            find(annotate_mode.analyst_view, CLAIM, Claim),
            find(annotate_mode.analyst_view, "Valdora"),
        ]
    )
    return find(annotate_mode.analyst_view, CLAIM, Claim), find(
        annotate_mode.analyst_view, "Valdora"
    )


def choose(editor, words):
    """As somebody does who opens the list and picks a line."""
    index = next(i for i in range(editor.count()) if words in editor.itemText(i))
    editor.setCurrentIndex(index)
    editor.activated.emit(index)


def words_on(panel):
    labels = panel.findChildren(QLabel)
    return "\n".join(label.text() for label in labels if label.isVisibleTo(panel))


def test_a_suggestion_says_why_it_is_there_and_how_sure_the_machine_is(fields, annotate_mode):
    assert "“Elena Bassi”" in words_on(fields)
    assert "Suggested by a list of names · confidence 87 %" in words_on(fields)


def test_nothing_current_says_how_to_begin(fields, annotate_mode):
    annotate_mode.point_at("")
    assert "press Space for the next suggestion" in words_on(fields)


def test_accept_and_reject_are_buttons_too(qtbot, fields, annotate_mode):
    qtbot.mouseClick(fields._head.accept, Qt.MouseButton.LeftButton)
    assert [e.label for e in annotate_mode.analyst_view.entities] == ["PER"]
    left = len(annotate_mode.analyst_view.suggestions)
    qtbot.mouseClick(fields._head.reject, Qt.MouseButton.LeftButton)
    assert len(annotate_mode.analyst_view.suggestions) == left - 1


def test_another_label_is_saved_at_once_and_the_copy_stays_current(fields, annotate_mode):
    choose(fields.entity_form.editor("label"), "ORG")
    [entity] = annotate_mode.analyst_view.entities
    assert (entity.label, entity.origin) == ("ORG", "machine_edited")
    assert annotate_mode.current_id == entity.id


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


def test_typed_text_is_saved_on_enter_as_one_step(qtbot, fields, annotate_mode, own):
    annotate_mode.point_at(own[1])
    editor = fields.entity_form.editor("normalized")
    editor.setFocus()
    qtbot.keyClicks(editor, "Comune di Valdora")
    assert annotate_mode.analyst_view.get(own[1]).normalized is None
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert annotate_mode.analyst_view.get(own[1]).normalized == "Comune di Valdora"
    annotate_mode.undo()
    assert annotate_mode.analyst_view.get(own[1]).normalized is None
    assert editor.text() == ""


def test_typed_text_is_saved_when_typing_rests(qtbot, fields, annotate_mode, own):
    annotate_mode.point_at(own[1])
    editor = fields.entity_form.editor("note")
    qtbot.keyClicks(editor, "a town")
    with qtbot.waitSignal(annotate_mode.saved, timeout=3000):
        pass
    assert annotate_mode.analyst_view.get(own[1]).note == "a town"


def test_text_is_saved_to_the_annotation_it_was_typed_for(qtbot, fields, annotate_mode, own):
    annotate_mode.point_at(own[1])
    qtbot.keyClicks(fields.entity_form.editor("note"), "a town")
    annotate_mode.point_at(own[0])
    assert annotate_mode.analyst_view.get(own[1]).note == "a town"
    assert annotate_mode.analyst_view.get(own[0]).note == ""


def test_text_is_saved_when_another_article_is_opened_meanwhile(qtbot, fields, annotate_mode, own):
    first = annotate_mode.analyst_view.article.id
    annotate_mode.point_at(own[1])
    qtbot.keyClicks(fields.entity_form.editor("note"), "a town")
    annotate_mode.open(suggested(annotate_mode.session, "[Milan|LOC] too."))
    assert annotate_mode.session.analyst_view(first).get(own[1]).note == "a town"
    assert fields.entity_form.editor("note").value() == ""


def test_a_change_elsewhere_does_not_take_away_what_is_being_typed(
    qtbot, fields, annotate_mode, own
):
    annotate_mode.point_at(own[1])
    qtbot.keyClicks(fields.entity_form.editor("note"), "half a tho")
    annotate_mode.reload()
    assert fields.entity_form.editor("note").value() == "half a tho"


def test_typing_into_a_suggestion_makes_it_ones_own(qtbot, fields, annotate_mode):
    editor = fields.entity_form.editor("note")
    editor.setFocus()
    qtbot.keyClicks(editor, "the mayor")
    fields.flush()
    [entity] = annotate_mode.analyst_view.entities
    assert (entity.note, annotate_mode.current_id) == ("the mayor", entity.id)
    assert editor.value() == "the mayor"


def test_every_field_of_a_claim_can_be_set(qtbot, fields, annotate_mode, own):
    annotate_mode.point_at(own[0])
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
    claim = annotate_mode.analyst_view.get(own[0])
    assert (claim.kind, claim.certainty, claim.time_reference) == ("numerical", "probable", "past")
    assert (claim.check_worthiness, claim.cw_reasons) == (3, ("figure", "accusation"))
    assert (claim.verifiable, claim.unsure, claim.claim_date) == (False, True, "2024-01")
    assert claim.normalized_text == "The works cost much."
    choose(form.editor("time_reference"), "not said")
    assert annotate_mode.analyst_view.get(own[0]).time_reference is None


def test_a_claim_can_be_part_of_another_but_never_of_its_own_parts(fields, annotate_mode, own):
    second = find(annotate_mode.analyst_view, "the mayor of Valdora resigned", Claim)
    annotate_mode.accept_all([second])
    second = find(annotate_mode.analyst_view, "the mayor of Valdora resigned", Claim)
    annotate_mode.point_at(own[0])
    choose(fields.claim_form.editor("part_of"), "the mayor")
    assert annotate_mode.analyst_view.get(own[0]).part_of == second
    annotate_mode.point_at(second)
    assert fields.claim_form.editor("part_of").count() == 1


def test_who_says_it_can_be_amended_while_the_claim_is_still_suggested(
    qtbot, fields, annotate_mode
):
    annotate_mode.point_at(find(annotate_mode.analyst_view, CLAIM, Claim))
    [card] = [c for c in fields._attributions if c.isVisible()]
    choose(card.form.editor("agent_type"), "Public authority")
    [claim] = annotate_mode.analyst_view.claims
    [said] = annotate_mode.analyst_view.attributions_of(claim.id)
    assert (said.agent, said.agent_type) == ("Elena Bassi", "government")
    assert annotate_mode.current_id == claim.id


def test_an_attribution_can_be_removed(qtbot, fields, annotate_mode, own):
    annotate_mode.point_at(own[0])
    [card] = [c for c in fields._attributions if c.isVisible()]
    qtbot.mouseClick(card._remove, Qt.MouseButton.LeftButton)
    assert annotate_mode.analyst_view.attributions == ()
    assert "The article itself" in words_on(fields)


def test_a_label_that_no_scheme_knows_is_shown_and_kept(qtbot, fields, annotate_mode):
    annotate_mode.open(suggested(annotate_mode.session, "[Rex|DOG] barks."))
    assert fields.entity_form.editor("label").value() == "DOG"
    fields.entity_form.editor("unsure").click()
    assert [(e.label, e.unsure) for e in annotate_mode.analyst_view.entities] == [("DOG", True)]


def test_a_new_label_can_be_chosen_as_soon_as_there_is_one(fields, annotate_mode):
    from annotator.core import scheme as schemes

    session = annotate_mode.session
    session.set_scheme(schemes.add(session.scheme, schemes.Label(code="SPORT")))
    annotate_mode.reload()
    choose(fields.entity_form.editor("label"), "SPORT")
    assert [e.label for e in annotate_mode.analyst_view.entities] == ["SPORT"]


def test_text_that_could_not_be_saved_stays_typed(qtbot, fields, annotate_mode, own, monkeypatch):
    """A colleague's window was faster: the edit is refused, and nothing typed is lost."""
    from annotator.core.errors import StaleEdit

    other = AnnotateMode(Session(annotate_mode.session.store, "anna"))
    other.open(annotate_mode.analyst_view.article.id)
    other.amend(own[1], note="from the other window")
    annotate_mode.point_at(own[1])
    editor = fields.entity_form.editor("subtype")
    qtbot.keyClicks(editor, "TOWN")
    with pytest.raises(StaleEdit):
        fields.flush()
    annotate_mode.reload()
    assert editor.value() == "TOWN"
    fields.flush()
    saved = annotate_mode.analyst_view.get(own[1])
    assert (saved.subtype, saved.note) == ("TOWN", "from the other window")


def test_what_is_half_typed_is_saved_when_the_project_is_closed(qtbot, fields, annotate_mode, own):
    annotate_mode.point_at(own[1])
    qtbot.keyClicks(fields.entity_form.editor("note"), "a to")
    fields.leave()
    assert annotate_mode.analyst_view.get(own[1]).note == "a to"


def test_a_list_that_was_opened_has_no_place_in_the_order_of_tab(fields, annotate_mode):
    annotate_mode.point_at(find(annotate_mode.analyst_view, CLAIM, Claim))
    said = []
    for choices in fields.findChildren(QComboBox):
        choices.view()  # as opening it does; it is a window of its own
    before = qInstallMessageHandler(lambda _kind, _where, words: said.append(words))
    try:
        fields._attributions[0].deleteLater()
        fields._attributions.clear()
        fields.show_sheet(annotate_mode.analyst_view)
    finally:
        qInstallMessageHandler(before)
    assert said == []
