"""What the keys do, without a window around them."""

from __future__ import annotations

import pytest

from annotator.core import text as texts
from annotator.core.errors import UserError
from annotator.core.model import Claim
from annotator.ui.modes.annotate import AnnotateMode
from tests.core.paper import find, mine, span, waiting
from tests.services.test_session import paste, session  # noqa: F401 - the fixture

TEXT = "[Mario Rossi|ORG] told [Reuters|ORG] that {prices fell in [May|DATE]|CLAIM}."


@pytest.fixture
def annotate_mode(session, qapp):  # noqa: F811
    def take(marked: str) -> AnnotateMode:
        made = AnnotateMode(session)
        made.open(paste(session, marked))
        return made

    return take


def words(annotate_mode: AnnotateMode) -> str:
    return (
        annotate_mode.analyst_view.words_of(annotate_mode.current) if annotate_mode.current else ""
    )


def test_opening_points_at_the_first_suggestion(annotate_mode):
    assert words(annotate_mode(TEXT)) == "Mario Rossi"


def test_accepting_goes_on_to_the_next(annotate_mode):
    hand = annotate_mode(TEXT)
    seen = []
    while hand.analyst_view.suggestions:
        seen.append(words(hand))
        hand.accept()
    assert seen == ["Mario Rossi", "Reuters", "prices fell in May", "May"]
    assert mine(hand.analyst_view) == TEXT


def test_rejecting_goes_on_too(annotate_mode):
    hand = annotate_mode(TEXT)
    hand.reject()
    assert words(hand) == "Reuters"
    assert waiting(hand.analyst_view).startswith("Mario Rossi told [Reuters|ORG]")


def test_a_digit_relabels_and_goes_on(annotate_mode):
    hand = annotate_mode(TEXT)
    hand.label("PER")
    assert words(hand) == "Reuters"
    assert mine(hand.analyst_view).startswith("[Mario Rossi|PER] told")


def test_the_last_label_again_labels_a_selection(annotate_mode):
    hand = annotate_mode("Rome and Milan.")
    hand.selection = span(hand.analyst_view, "Rome")
    hand.label("LOC")
    assert words(hand) == "Rome"
    assert hand.selection is None
    hand.selection = span(hand.analyst_view, "Milan")
    hand.label_again()
    assert mine(hand.analyst_view) == "[Rome|LOC] and [Milan|LOC]."


def test_an_edge_moves_by_a_word_and_the_annotation_stays_current(annotate_mode):
    hand = annotate_mode("La [Corea del|LOC] Nord.")
    hand.move_edge("end", outwards=True)
    assert words(hand) == "Corea del Nord"
    assert mine(hand.analyst_view) == "La [Corea del Nord|LOC]."
    hand.move_edge("start", outwards=False)
    assert words(hand) == "del Nord"
    hand.move_edge("start", outwards=True)
    assert words(hand) == "Corea del Nord"


def test_all_occurrences_are_one_step_to_undo(annotate_mode):
    hand = annotate_mode("[Iran|LOC] e Iran e l’Iran.")
    assert hand.mark_occurrences() == (3, 0)
    assert mine(hand.analyst_view) == "[Iran|LOC] e [Iran|LOC] e l’[Iran|LOC]."
    hand.undo()
    assert mine(hand.analyst_view) == "Iran e Iran e l’Iran."
    assert waiting(hand.analyst_view) == "[Iran|LOC] e Iran e l’Iran."


def test_a_claim_is_made_of_a_selection_without_its_full_stop(annotate_mode):
    hand = annotate_mode("Disse Rossi: «Piove a Roma».")
    hand.selection = span(hand.analyst_view, "«Piove a Roma».")
    hand.claim()
    assert mine(hand.analyst_view) == "Disse Rossi: «{Piove a Roma|CLAIM}»."
    assert isinstance(hand.current, Claim)


def test_a_claim_without_a_selection_is_the_sentence_at_the_caret(annotate_mode):
    hand = annotate_mode("Piove. Nevica a Roma.")
    hand.caret = 10
    hand.claim()
    assert mine(hand.analyst_view) == "Piove. {Nevica a Roma|CLAIM}."


def test_source_and_cue_are_two_keys(annotate_mode):
    hand = annotate_mode("{Prices fell|CLAIM}, said Mario Rossi.")
    hand.selection = span(hand.analyst_view, "Mario Rossi")
    hand.source()
    hand.selection = span(hand.analyst_view, "said")
    hand.cue()
    [attribution] = hand.analyst_view.attributions
    assert (attribution.agent, len(attribution.cue_spans)) == ("Mario Rossi", 1)
    assert words(hand) == "Prices fell"


def test_a_source_without_a_claim_says_what_to_do(annotate_mode):
    hand = annotate_mode("Rossi.")
    hand.selection = span(hand.analyst_view, "Rossi")
    with pytest.raises(UserError, match="attribute"):
        hand.source()


def test_nested_annotations_take_turns(annotate_mode):
    hand = annotate_mode("{prices fell in [May|DATE]|CLAIM}.")
    hand.point_at(find(hand.analyst_view, "May"))
    hand.cycle_nested()
    assert words(hand) == "prices fell in May"
    hand.point_at(find(hand.analyst_view, "May"))
    hand.cycle_nested()
    hand.cycle_nested()
    assert words(hand) == "prices fell in May"


def test_removing_an_own_annotation_points_at_the_next(annotate_mode):
    hand = annotate_mode("[Rome|LOC] and [Milan|LOC].")
    hand.accept()
    hand.point_at(find(hand.analyst_view, "Rome"))
    hand.remove()
    assert words(hand) == "Milan"
    assert waiting(hand.analyst_view) == "Rome and [Milan|LOC]."


def test_undo_shows_the_article_it_happened_in(annotate_mode, session):  # noqa: F811
    hand = annotate_mode("[Rome|LOC] grows.")
    first = hand.analyst_view.article.id
    hand.accept()
    hand.open(paste(session, "Another text."))
    hand.undo()
    assert hand.analyst_view.article.id == first
    assert waiting(hand.analyst_view) == "[Rome|LOC] grows."
    hand.redo()
    assert mine(hand.analyst_view) == "[Rome|LOC] grows."


def test_a_change_elsewhere_is_read_without_losing_the_place(annotate_mode, session):  # noqa: F811
    hand = annotate_mode(TEXT)
    hand.step()
    other = AnnotateMode(type(session)(session.store, "anna"))
    other.open(hand.analyst_view.article.id)
    other.accept()
    hand.reload()
    assert words(hand) == "Reuters"
    assert mine(hand.analyst_view).startswith("[Mario Rossi|ORG] told Reuters")


def test_accepting_all_is_one_step(annotate_mode):
    hand = annotate_mode(TEXT)
    hand.accept_all()
    assert mine(hand.analyst_view) == TEXT
    hand.undo()
    assert waiting(hand.analyst_view) == TEXT


def test_marking_unsure_and_back(annotate_mode):
    hand = annotate_mode("[Rome|LOC] grows.")
    hand.toggle_unsure()
    assert hand.analyst_view.entities[0].unsure
    hand.toggle_unsure()
    assert not hand.analyst_view.entities[0].unsure


def test_an_interrupted_claim_grows_by_a_selection(annotate_mode):
    hand = annotate_mode("{Prices|CLAIM}, he said, fell.")
    hand.selection = span(hand.analyst_view, "fell")
    hand.extend_claim()
    assert mine(hand.analyst_view) == "{Prices|CLAIM}, he said, {fell|CLAIM}."
    assert texts.trim("  ", 0, 2) is None


def test_undoing_an_acceptance_points_at_the_suggestion_again(annotate_mode):
    hand = annotate_mode(TEXT)
    hand.step()
    hand.accept()
    hand.point_at("")
    hand.undo()
    assert words(hand) == "Reuters"
    hand.redo()
    assert words(hand) == "Reuters"


def test_undoing_a_rejection_points_at_the_suggestion_again(annotate_mode):
    hand = annotate_mode(TEXT)
    hand.reject()
    hand.undo()
    assert words(hand) == "Mario Rossi"


def test_a_label_with_nothing_to_go_on_says_so(annotate_mode, qtbot):
    hand = annotate_mode("Rome grows.")
    with qtbot.waitSignal(hand.nothing_to_label):
        hand.label("LOC")
    assert hand.analyst_view.entities == ()


def test_after_the_last_suggestion_nothing_is_current_and_no_key_can_harm(annotate_mode, qtbot):
    hand = annotate_mode("[Rome|LOC] and [Milan|LOC].")
    hand.accept()
    with qtbot.waitSignal(hand.all_judged):
        hand.accept()
    assert hand.current is None
    hand.reject()
    hand.point_at(find(hand.analyst_view, "Rome"))
    with qtbot.waitSignal(hand.not_a_suggestion):
        hand.reject()
    assert mine(hand.analyst_view) == "[Rome|LOC] and [Milan|LOC]."


def test_a_submitted_article_is_left_as_it_is_until_it_is_reopened(annotate_mode):
    hand = annotate_mode("[Rome|LOC] grows.")
    hand.set_status(submitted=True)
    for task in (hand.accept, hand.accept_all, lambda: hand.label("ORG"), hand.mark_occurrences):
        with pytest.raises(UserError, match="submitted"):
            task()
    hand.set_status(submitted=False)
    hand.accept()
    assert mine(hand.analyst_view) == "[Rome|LOC] grows."
