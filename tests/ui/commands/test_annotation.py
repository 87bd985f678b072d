"""Who says a claim, forms and fields, and what comes next: the whole window, by keys and mouse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QApplication

from annotator.core.ids import new_id
from annotator.core.model import Attribution, Claim, Span
from annotator.services.session import Session
from tests.core.paper import find, mine, span, waiting
from tests.ui.test_main_window import press

CLAIMS = ("Roma trema", "Milano cade", "Bari arde")
TEXT = "Funzionari hanno detto che {Roma trema|CLAIM}, che {Milano cade|CLAIM} e che {Bari arde|CLAIM}."
SAID = ["Funzionari"]


@pytest.fixture
def shared(window):
    """Three suggested claims that share one suggested attribution; the second is current."""
    shown = window(TEXT)
    view = view_of(shown)
    machine = view.machine
    said = Attribution(
        id=new_id(),
        layer_id="",
        origin="machine",
        claims=tuple(claim.id for claim in machine.claims),
        source_spans=(Span(0, len("Funzionari")),),
        cue_spans=(span(view, "hanno detto"),),
        content_spans=(Span(machine.claims[0].spans[0].start, machine.claims[-1].spans[-1].end),),
        agent="Funzionari",
        certainty="probable",
        type="belief",
    )
    store = shown.workspace.session.store
    layer = new_id()
    claims = [
        Claim(id=id_, layer_id=layer, spans=c.spans, origin="machine", normalized_text=form)
        for id_, c, form in zip(
            [new_id() for _ in CLAIMS], machine.claims, [f"{c}." for c in CLAIMS], strict=True
        )
    ]
    said = Attribution(
        **{f: getattr(said, f) for f in said.__struct_fields__}
        | {"layer_id": layer, "claims": tuple(c.id for c in claims)}
    )
    store.save_suggestions(view.article.id, "machine:test@2", [], claims, [said], layer_id=layer)
    shown.workspace.annotate_mode.open(view.article.id)
    go_to(shown, "Milano cade")
    return shown


def view_of(shown):
    return shown.workspace.annotate_mode.analyst_view


def go_to(shown, words):
    shown.workspace.annotate_mode.point_at(find(view_of(shown), words, Claim))


def agents(shown):
    view = view_of(shown)
    return {
        view.words_of(claim): [a.agent for a in view.attributions_of(claim.id)]
        for claim in view.shown_claims
    }


def current(shown):
    mode = shown.workspace.annotate_mode
    return mode.analyst_view.words_of(mode.current) if mode.current else ""


def only_milan(*agents):
    return {"Roma trema": SAID, "Milano cade": list(agents), "Bari arde": SAID}


def fields_of(shown):
    press_page = shown.workspace.turn_to("fields")
    QApplication.processEvents()
    return press_page


def test_one_key_says_that_the_article_itself_says_this_claim(qtbot, shared):
    press(qtbot, shared, "Shift+N")
    assert agents(shared) == only_milan()
    assert current(shared) == "Milano cade"
    press(qtbot, shared, "Ctrl+Z")
    assert agents(shared) == only_milan(*SAID)
    assert mine(view_of(shared)) == waiting(view_of(shared)).replace("{", "").replace("|CLAIM}", "")


@pytest.mark.parametrize("is_accepted", [False, True])
def test_the_cross_in_the_fields_is_of_this_claim_suggested_or_own(qtbot, shared, is_accepted):
    if is_accepted:
        shared.act("accept_all")
        go_to(shared, "Milano cade")
    [card] = [c for c in fields_of(shared)._attributions if c.isVisible()]
    assert "Says 2 other claim(s), too" in card._where.text()
    qtbot.mouseClick(card._remove, Qt.MouseButton.LeftButton)
    assert agents(shared) == only_milan()
    assert current(shared) == "Milano cade"


def test_a_name_typed_in_the_fields_is_of_this_claim(qtbot, shared):
    [card] = [c for c in fields_of(shared)._attributions if c.isVisible()]
    editor = card.form.editor("agent")
    editor.setFocus()
    editor.selectAll()
    qtbot.keyClicks(editor, "Un testimone")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert agents(shared) == only_milan("Un testimone")
    for words in ("Roma trema", "Bari arde"):
        go_to(shared, words)
        press(qtbot, shared, "A")
    assert agents(shared) == only_milan("Un testimone")


def test_del_on_a_clicked_cue_is_of_the_claim_that_was_current_which_stays_so(qtbot, shared):
    shared.act("accept_all")
    go_to(shared, "Milano cade")
    view = shared.workspace.view
    at = view.point_of(span(view_of(shared), "hanno detto").start) + QPointF(4, 0)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at.toPoint())
    assert isinstance(view_of(shared).get(shared.workspace.annotate_mode.current_id), Attribution)
    press(qtbot, shared, "Del")
    assert agents(shared) == only_milan()
    assert current(shared) == "Milano cade"


def test_the_card_of_the_current_claim_tells_all_that_accepting_it_saves(qtbot, shared):
    [card] = [
        c
        for c in shared.workspace.view.page_layout.stack.cards
        if c.owner == shared.workspace.annotate_mode.current_id
    ]
    assert (card.title, card.told[0]) == ("Funzionari", "Thinks\u00a0· Probable")
    assert "→ Milano cade." in card.told
    said = shared.workspace.view.accessibleDescription()
    for each in ("Funzionari", "hanno detto", "Milano cade.", "Thinks", "Probable"):
        assert each in said


def test_a_second_attribution_is_told_with_its_paragraph(qtbot, window):
    from annotator.ui.presenters.telling import Telling

    shown = window("Rossi ha detto che {piove|CLAIM}.\n\nTutti lo temono.")
    session: Session = shown.workspace.session
    view = view_of(shown)
    [claim] = view.machine.claims
    layer = new_id()
    copy = Claim(id=new_id(), layer_id=layer, spans=claim.spans, origin="machine")
    of = {"layer_id": layer, "claims": (copy.id,), "origin": "machine"}
    first = Attribution(id=new_id(), cue_spans=(span(view, "ha detto"),), agent="Rossi", **of)
    second = Attribution(
        id=new_id(), cue_spans=(span(view, "temono"),), agent="", source_implicit=True, **of
    )
    session.store.save_suggestions(
        view.article.id, "machine:test@2", [], [copy], [first, second], layer_id=layer
    )
    shown.workspace.annotate_mode.open(view.article.id)
    view = view_of(shown)
    told = Telling(view, session.scheme, "en").card(view.shown_claims[0], view.shown_attributions)
    assert any(
        line.startswith("+1: somebody not named") and "“temono, ¶ 2”" in line for line in told
    )


def test_a_claim_comes_to_rest_whole_in_the_upper_half(qtbot, window):
    filler = "La pioggia cade sulla città e nessuno esce di casa prima di sera. " * 9
    marked = "\n".join(
        f"{filler}\n{{Il ponte numero {n} ha ceduto {filler[:-2]}|CLAIM}}." for n in range(5)
    )
    shown = window(marked)
    view = shown.workspace.view
    for _ in range(4):
        press(qtbot, shown, "A")
        qtbot.wait(20)
        claim = shown.workspace.annotate_mode.current
        top, bottom = view.page_layout.stretch(claim.spans)
        assert view.top <= top <= view.top + view.viewport().height() / 2
        assert bottom <= view.top + view.viewport().height()
        card = view.page_layout.card_place(claim.id)
        assert view.top <= card[0]
        assert card[1] <= view.top + view.viewport().height()


def test_a_click_scrolls_nothing_that_is_in_sight(qtbot, window):
    filler = "La pioggia cade sulla città e nessuno esce di casa prima di sera. " * 4
    shown = window("\n".join(f"{filler} [Roma|LOC] {filler}" for _ in range(9)))
    view = shown.workspace.view
    rome = [e for e in view_of(shown).suggestions if view.point_of(e.span.start).y() < 560][-1]
    before = view.top
    at = view.point_of(rome.span.start) + QPointF(4, 0)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at.toPoint())
    assert shown.workspace.annotate_mode.current_id == rome.id
    assert view.top == before


def test_after_an_edge_was_moved_the_next_is_the_first_after_the_old_start(qtbot, window):
    shown = window(
        "Al di là del [bene|LOC] {russo e [cinese|NORP] i legami crescono|CLAIM}. [Roma|LOC]."
    )
    go_to(shown, "russo e cinese i legami crescono")
    press(qtbot, shown, "Alt+Down", "Alt+Down", "Alt+Down")
    assert current(shown) == "i legami crescono"
    press(qtbot, shown, "A")
    assert current(shown) == "cinese"


def test_o_leaves_out_what_lies_in_longer_names_of_the_label_and_says_so(qtbot, window):
    shown = window("[missili|WEAPON] e [missili balistici|WEAPON], poi missili.")
    press(qtbot, shown, "O")
    labelled = [view_of(shown).words_of(e) for e in view_of(shown).entities]
    assert labelled == ["missili", "missili"]
    said = shown.problems.current.message
    assert "2 occurrence(s) of “missili” labelled WEAPON" in said
    assert "1 left out, inside longer names" in said
    assert "Ctrl+Z takes it back" in said


def test_accepting_a_row_of_the_outline_says_how_many(qtbot, window):
    shown = window("[Iran|LOC] e [Iran|LOC] e [Roma|LOC].")
    outline = shown.workspace.turn_to("outline")
    QApplication.processEvents()
    row = next(row for row in outline._rows if len(row.ids) == 2)
    outline._accept(row)
    assert "2 suggestion(s) accepted" in shown.problems.current.message


# -- forms and fields ------------------------------------------------------------------------


def form_of(shown):
    return shown.workspace.inspector.panel("fields").claim_form.editor("normalized_text")


def type_form(qtbot, shown, words):
    press(qtbot, shown, "Return")
    editor = form_of(shown)
    assert editor.hasFocus()
    editor.selectAll()
    qtbot.keyClicks(editor, words)
    return editor


def test_return_ends_the_form_and_no_line_break_gets_into_it(qtbot, shared):
    editor = type_form(qtbot, shared, "Milano cadde")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert shared.workspace.view.hasFocus()
    press(qtbot, shared, "Return")
    QApplication.clipboard().setText(" oggi\nall’alba\n")
    editor.moveCursor(editor.textCursor().MoveOperation.End)
    editor.paste()
    qtbot.keyClick(editor, Qt.Key.Key_Enter)
    [claim] = view_of(shared).claims
    assert claim.normalized_text == "Milano caddeoggi all’alba"
    assert current(shared) == "Milano cade"


def test_a_form_that_nobody_wrote_follows_the_edge_and_the_undo(qtbot, shared):
    press(qtbot, shared, "Alt+Down")
    assert current(shared) == "cade"
    assert "cade" in view_of(shared).claims[0].normalized_text.lower()
    assert "Milano" not in view_of(shared).claims[0].normalized_text
    press(qtbot, shared, "Ctrl+Z")
    assert waiting(view_of(shared)) == TEXT


def test_a_written_form_is_flagged_in_fields_card_and_at_submission_until_it_is_confirmed(
    qtbot, shared
):
    editor = type_form(qtbot, shared, "Quella cadde")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    shared.act("accept_all")
    go_to(shared, "Milano cade")
    fields = fields_of(shared)
    assert not fields._other_words.isVisible()
    press(qtbot, shared, "Alt+Down")
    assert fields._other_words.isVisible()
    assert "“Milano cade”" in fields._other_words._words.text()
    cards = shared.workspace.view.page_layout.stack.cards
    assert [card.said for card in cards].count("form written for other words") == 1
    press(qtbot, shared, "Ctrl+Return")
    assert view_of(shared).status == "draft"
    assert "1 claim(s) have a stand-alone form that was written" in shared.problems.current.message
    assert shared.workspace.view.hasFocus()
    qtbot.mouseClick(fields._other_words.confirm, Qt.MouseButton.LeftButton)
    assert not fields._other_words.isVisible()
    press(qtbot, shared, "Ctrl+Return")
    session = shared.workspace.session
    assert session.analyst_view(view_of(shared).article.id).status == "submitted"


def test_the_flag_is_there_after_opening_the_article_again(qtbot, shared):
    editor = type_form(qtbot, shared, "Quella cadde")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    press(qtbot, shared, "Alt+Down")
    mode = shared.workspace.annotate_mode
    mode.open(view_of(shared).article.id)
    [claim] = view_of(shared).claims
    assert mode.of_other_words(claim).form == "Quella cadde"


def test_one_visit_to_a_field_is_one_entry_and_one_undo_and_nothing_is_lost(qtbot, shared):
    session = shared.workspace.session
    article_id = view_of(shared).article.id
    before = len(session.store.changes(article_id=article_id))
    editor = type_form(qtbot, shared, "Mil")
    for more in ("ano", " cadde"):
        with qtbot.waitSignal(shared.workspace.annotate_mode.saved, timeout=3000):
            pass
        assert session.analyst_view(article_id).claims[0].normalized_text == editor.value()
        qtbot.keyClicks(editor, more)
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert len(session.store.changes(article_id=article_id)) == before + 3
    history = shared.workspace.turn_to("history")
    QApplication.processEvents()
    assert history._model.lines[0].what == "Changed Stand-alone form"
    assert len([line for line in history._model.lines if not line.is_origin]) == 1
    shared.workspace.view.setFocus()
    press(qtbot, shared, "Ctrl+Z")
    assert waiting(view_of(shared)) == TEXT
    assert view_of(shared).claims == ()
    press(qtbot, shared, "Ctrl+Shift+Z")
    assert view_of(shared).claims[0].normalized_text == "Milano cadde"
    editor = type_form(qtbot, shared, "Milano cade oggi")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    shared.workspace.view.setFocus()
    press(qtbot, shared, "Ctrl+Z")
    assert view_of(shared).claims[0].normalized_text == "Milano cadde"


def test_a_verdict_is_given_by_keys_alone_and_figures_in_its_reason_leave_it_alone(qtbot, window):
    shown = window("{Prices fell|CLAIM}.")
    shown.act("accept_all")
    go_to(shown, "Prices fell")
    press(qtbot, shown, "V")
    QApplication.processEvents()
    for key in "1in 2024":
        qtbot.keyClick(QApplication.focusWidget(), key)
    box = shown.workspace.inspector.panel("evidence").verdict
    assert (box.label.value(), box.justification.value()) == ("supported", "in 2024")
