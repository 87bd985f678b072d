"""What the keys do, without a window around them."""

from __future__ import annotations

import pytest

from annotator.core import text as texts
from annotator.core.errors import UserError
from annotator.core.model import Claim
from annotator.ui.modes.annotate import AnnotateMode
from tests.core.paper import find, mine, span, waiting
from tests.test_desk import desk, paste  # noqa: F401 - the fixture

TEXT = "[Mario Rossi|ORG] told [Reuters|ORG] that {prices fell in [May|DATE]|CLAIM}."


@pytest.fixture
def pen(desk, qapp):  # noqa: F811
    def take(marked: str) -> AnnotateMode:
        made = AnnotateMode(desk)
        made.open(paste(desk, marked))
        return made

    return take


def words(pen: AnnotateMode) -> str:
    return pen.sheet.words_of(pen.current) if pen.current else ""


def test_opening_points_at_the_first_suggestion(pen):
    assert words(pen(TEXT)) == "Mario Rossi"


def test_accepting_goes_on_to_the_next(pen):
    hand = pen(TEXT)
    seen = []
    while hand.sheet.suggestions:
        seen.append(words(hand))
        hand.accept()
    assert seen == ["Mario Rossi", "Reuters", "prices fell in May", "May"]
    assert mine(hand.sheet) == TEXT


def test_rejecting_goes_on_too(pen):
    hand = pen(TEXT)
    hand.reject()
    assert words(hand) == "Reuters"
    assert waiting(hand.sheet).startswith("Mario Rossi told [Reuters|ORG]")


def test_a_digit_relabels_and_goes_on(pen):
    hand = pen(TEXT)
    hand.label("PER")
    assert words(hand) == "Reuters"
    assert mine(hand.sheet).startswith("[Mario Rossi|PER] told")


def test_the_last_label_again_labels_a_selection(pen):
    hand = pen("Rome and Milan.")
    hand.selection = span(hand.sheet, "Rome")
    hand.label("LOC")
    assert words(hand) == "Rome"
    assert hand.selection is None
    hand.selection = span(hand.sheet, "Milan")
    hand.label_again()
    assert mine(hand.sheet) == "[Rome|LOC] and [Milan|LOC]."


def test_an_edge_moves_by_a_word_and_the_annotation_stays_current(pen):
    hand = pen("La [Corea del|LOC] Nord.")
    hand.move_edge("end", outwards=True)
    assert words(hand) == "Corea del Nord"
    assert mine(hand.sheet) == "La [Corea del Nord|LOC]."
    hand.move_edge("start", outwards=False)
    assert words(hand) == "del Nord"
    hand.move_edge("start", outwards=True)
    assert words(hand) == "Corea del Nord"


def test_all_occurrences_are_one_step_to_undo(pen):
    hand = pen("[Iran|LOC] e Iran e l’Iran.")
    assert hand.mark_occurrences() == 3
    assert mine(hand.sheet) == "[Iran|LOC] e [Iran|LOC] e l’[Iran|LOC]."
    hand.undo()
    assert mine(hand.sheet) == "Iran e Iran e l’Iran."
    assert waiting(hand.sheet) == "[Iran|LOC] e Iran e l’Iran."


def test_a_claim_is_made_of_a_selection_without_its_full_stop(pen):
    hand = pen("Disse Rossi: «Piove a Roma».")
    hand.selection = span(hand.sheet, "«Piove a Roma».")
    hand.claim()
    assert mine(hand.sheet) == "Disse Rossi: «{Piove a Roma|CLAIM}»."
    assert isinstance(hand.current, Claim)


def test_a_claim_without_a_selection_is_the_sentence_at_the_caret(pen):
    hand = pen("Piove. Nevica a Roma.")
    hand.caret = 10
    hand.claim()
    assert mine(hand.sheet) == "Piove. {Nevica a Roma|CLAIM}."


def test_source_and_cue_are_two_keys(pen):
    hand = pen("{Prices fell|CLAIM}, said Mario Rossi.")
    hand.selection = span(hand.sheet, "Mario Rossi")
    hand.source()
    hand.selection = span(hand.sheet, "said")
    hand.cue()
    [attribution] = hand.sheet.attributions
    assert (attribution.agent, len(attribution.cue_spans)) == ("Mario Rossi", 1)
    assert words(hand) == "Prices fell"


def test_a_source_without_a_claim_says_what_to_do(pen):
    hand = pen("Rossi.")
    hand.selection = span(hand.sheet, "Rossi")
    with pytest.raises(UserError, match="attribute"):
        hand.source()


def test_nested_annotations_take_turns(pen):
    hand = pen("{prices fell in [May|DATE]|CLAIM}.")
    hand.point_at(find(hand.sheet, "May"))
    hand.cycle_nested()
    assert words(hand) == "prices fell in May"
    hand.point_at(find(hand.sheet, "May"))
    hand.cycle_nested()
    hand.cycle_nested()
    assert words(hand) == "prices fell in May"


def test_removing_an_own_annotation_points_at_the_next(pen):
    hand = pen("[Rome|LOC] and [Milan|LOC].")
    hand.accept()
    hand.point_at(find(hand.sheet, "Rome"))
    hand.remove()
    assert words(hand) == "Milan"
    assert waiting(hand.sheet) == "Rome and [Milan|LOC]."


def test_undo_shows_the_article_it_happened_in(pen, desk):  # noqa: F811
    hand = pen("[Rome|LOC] grows.")
    first = hand.sheet.article.id
    hand.accept()
    hand.open(paste(desk, "Another text."))
    hand.undo()
    assert hand.sheet.article.id == first
    assert waiting(hand.sheet) == "[Rome|LOC] grows."
    hand.redo()
    assert mine(hand.sheet) == "[Rome|LOC] grows."


def test_a_change_elsewhere_is_read_without_losing_the_place(pen, desk):  # noqa: F811
    hand = pen(TEXT)
    hand.step()
    other = AnnotateMode(type(desk)(desk.store, "anna"))
    other.open(hand.sheet.article.id)
    other.accept()
    hand.reload()
    assert words(hand) == "Reuters"
    assert mine(hand.sheet).startswith("[Mario Rossi|ORG] told Reuters")


def test_accepting_all_is_one_step(pen):
    hand = pen(TEXT)
    hand.accept_all()
    assert mine(hand.sheet) == TEXT
    hand.undo()
    assert waiting(hand.sheet) == TEXT


def test_marking_unsure_and_back(pen):
    hand = pen("[Rome|LOC] grows.")
    hand.toggle_unsure()
    assert hand.sheet.entities[0].unsure
    hand.toggle_unsure()
    assert not hand.sheet.entities[0].unsure


def test_an_interrupted_claim_grows_by_a_selection(pen):
    hand = pen("{Prices|CLAIM}, he said, fell.")
    hand.selection = span(hand.sheet, "fell")
    hand.extend_claim()
    assert mine(hand.sheet) == "{Prices|CLAIM}, he said, {fell|CLAIM}."
    assert texts.trim("  ", 0, 2) is None


def test_undoing_an_acceptance_points_at_the_suggestion_again(pen):
    hand = pen(TEXT)
    hand.step()
    hand.accept()
    hand.point_at("")
    hand.undo()
    assert words(hand) == "Reuters"
    hand.redo()
    assert words(hand) == "Reuters"


def test_undoing_a_rejection_points_at_the_suggestion_again(pen):
    hand = pen(TEXT)
    hand.reject()
    hand.undo()
    assert words(hand) == "Mario Rossi"


def test_a_label_with_nothing_to_go_on_says_so(pen, qtbot):
    hand = pen("Rome grows.")
    with qtbot.waitSignal(hand.nothing_to_label):
        hand.label("LOC")
    assert hand.sheet.entities == ()


def test_after_the_last_suggestion_nothing_is_current_and_no_key_can_harm(pen, qtbot):
    hand = pen("[Rome|LOC] and [Milan|LOC].")
    hand.accept()
    with qtbot.waitSignal(hand.all_judged):
        hand.accept()
    assert hand.current is None
    hand.reject()
    hand.point_at(find(hand.sheet, "Rome"))
    with qtbot.waitSignal(hand.not_a_suggestion):
        hand.reject()
    assert mine(hand.sheet) == "[Rome|LOC] and [Milan|LOC]."


def test_a_submitted_article_is_left_as_it_is_until_it_is_reopened(pen):
    hand = pen("[Rome|LOC] grows.")
    hand.set_status(submitted=True)
    for deed in (hand.accept, hand.accept_all, lambda: hand.label("ORG"), hand.mark_occurrences):
        with pytest.raises(UserError, match="submitted"):
            deed()
    hand.set_status(submitted=False)
    hand.accept()
    assert mine(hand.sheet) == "[Rome|LOC] grows."
