"""Reviewing in the window: differences stepped through and decided with the keys of judging."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from annotator.core.editing import annotation_edits
from annotator.core.errors import StaleEdit, UserError
from annotator.core.model import Claim, Entity, Span
from annotator.core.review import adjudication
from annotator.services.review import Reviews
from annotator.services.session import Session, open_session
from annotator.ui.dialogs.quality.agreement import AgreementDialog, plain_words, write
from annotator.ui.main_window import MainWindow
from annotator.ui.panels.guideline import LabelCard
from annotator.ui.panels.review import ReviewPanel
from annotator.ui.panels.review_list import review_lines
from annotator.ui.presenters.review import ReviewPresenter
from annotator.ui.settings import Settings
from tests import notation
from tests.ui.test_main_window import press
from tests.ui.test_saving import Heart, held_by_another

ANNA = "[Mario Rossi|PER] met [ANSA|ORG] in [Rome|LOC], where {prices fell|CLAIM} on Monday."
BEPPE = (
    "Mario [Rossi|PER] met [ANSA|LOC] in [Rome|LOC], where {prices fell|CLAIM} on [Monday|DATE]."
)


def annotate(session: Session, marked: str) -> str:
    """Label an article as *marked* and hand it in."""
    text, found = notation.parse(marked)
    id_ = session.import_text(text)
    for span, label in found:
        if label == "CLAIM":
            session.do(annotation_edits.mark_claim(session.analyst_view(id_), [span]))
        else:
            session.do(annotation_edits.mark(session.analyst_view(id_), [span], label))
    session.do(annotation_edits.set_status(session.analyst_view(id_), "submitted"))
    return id_


@pytest.fixture
def window(qtbot, tmp_path, monkeypatch):
    """A window of carla's on an article that anna and beppe have labelled."""
    path = tmp_path / "p.vaglio"
    with open_session(path, analyst="anna", create=True).store as store:
        annotate(Session(store, "anna"), ANNA)
        annotate(Session(store, "beppe"), BEPPE)
    settings = Settings()
    settings.suggest_on_open = False
    shown = MainWindow(settings)
    monkeypatch.setattr(shown.project, "back_up_behind", lambda: None)
    qtbot.addWidget(shown)
    shown.resize(1300, 800)
    shown.show()
    shown.start(path, analyst="carla")
    shown.workspace.suggestion_queue.stop()
    shown.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is shown, timeout=3000)
    shown.workspace.view.setFocus()
    yield shown
    shown.close()


def article_of(window) -> str:
    return window.workspace.annotate_mode.analyst_view.article.id


def gold(window) -> str:
    """What is in the gold layer, in brackets."""
    annotated_article = window.workspace.session.store.annotated_article(article_of(window))
    made = [c for c in annotated_article.layers if c.layer.role == "gold"]
    marks = [(e.span, e.label) for c in made for e in c.entities]
    marks += [(c.spans[0], "CLAIM") for each in made for c in each.claims]
    return notation.show(annotated_article.article.text, marks)


def test_three_keys_make_one_truth_of_two_layers(qtbot, window):
    press(qtbot, window, "F7")
    review_mode = window.workspace.annotate_mode.review_mode
    assert review_mode.review.authors == ("anna", "beppe")
    review_mode.accept_all()
    while review_mode.left:
        press(qtbot, window, "A")
    assert gold(window) == ANNA


def test_decisions_wait_for_another_program_and_the_review_goes_on(qtbot, window):
    shown, review_mode = window._saved, window.workspace.annotate_mode.review_mode
    press(qtbot, window, "F7")
    left = review_mode.left
    heart = Heart()
    with held_by_another(window.workspace.path):
        for key in ("B", "A"):
            press(qtbot, window, key)
            qtbot.wait(50)
        window.registry.run("give_label", "EVENT")
        qtbot.wait(50)
        assert review_mode.left == left - 2
        assert shown.text() == "Waiting for another program · 3 not saved yet"
        for _ in range(2):
            press(qtbot, window, "Ctrl+Z")
            qtbot.wait(50)
        assert review_mode.left == left - 1
        press(qtbot, window, "A")
        qtbot.wait(100)
        assert gold(window) == notation.parse(ANNA)[0]
        assert shown.text() == "Waiting for another program · 2 not saved yet"
        assert heart.longest_s < 1.0
        left = review_mode.left
    qtbot.waitUntil(lambda: shown.text().startswith("Saved "), timeout=3000)
    assert gold(window) == "Mario [Rossi|PER] met ANSA in [Rome|LOC], where prices fell on Monday."
    assert review_mode.left == left
    assert not window.problems.isVisible()


def test_what_everybody_says_alike_waits_as_one_step(qtbot, window):
    press(qtbot, window, "F7")
    with held_by_another(window.workspace.path):
        window.workspace.annotate_mode.review_mode.accept_all()
        assert window._saved.text() == "Waiting for another program · 1 not saved yet"
        assert window.workspace.annotate_mode.review_mode.unanimous == []
    qtbot.waitUntil(lambda: window._saved.text().startswith("Saved "), timeout=3000)
    assert "{prices fell|CLAIM}" in gold(window) or "[Rome|LOC]" in gold(window)


def test_b_takes_the_second_one(qtbot, window):
    press(qtbot, window, "F7")
    assert window.workspace.annotate_mode.review_mode.current.how == ("boundary",)
    press(qtbot, window, "B")
    assert gold(window).startswith("Mario [Rossi|PER]")


def test_taking_the_one_that_has_nothing_there_decides_that_nothing_is_there(qtbot, window):
    press(qtbot, window, "F7")
    review_mode = window.workspace.annotate_mode.review_mode
    monday = next(d for d in review_mode.review.differences if d.members[0] is None)
    review_mode.point_at(monday.present[0].id)
    press(qtbot, window, "A")
    standing = review_mode.review.standing(review_mode.review.difference_of(monday.present[0].id))
    assert (standing.state, standing.ruling.outcome) == ("decided", "neither")
    assert "Monday|DATE" not in gold(window)


def test_another_label_is_a_version_of_the_reviewers_own(qtbot, window):
    press(qtbot, window, "F7", "Space")
    review_mode = window.workspace.annotate_mode.review_mode
    assert review_mode.current.how == ("label",)
    window.registry.run("give_label", "EVENT")
    assert "[ANSA|EVENT]" in gold(window)
    assert review_mode.standing.ruling.outcome == "amend"


def test_undo_takes_a_decision_back_also_while_reviewing(qtbot, window):
    press(qtbot, window, "F7", "A")
    assert gold(window) != notation.parse(ANNA)[0]
    left = window.workspace.annotate_mode.review_mode.left
    press(qtbot, window, "Ctrl+Z")
    assert gold(window) == notation.parse(ANNA)[0]
    assert window.workspace.annotate_mode.review_mode.left == left + 1


def test_a_reason_and_a_comment_go_with_the_next_decision_only(qtbot, window):
    press(qtbot, window, "F7")
    review_mode = window.workspace.annotate_mode.review_mode
    review_mode.reason, review_mode.comment = "boundary", "the whole name"
    press(qtbot, window, "A")
    annotated_article = window.workspace.session.store.annotated_article(article_of(window))
    [ruling] = next(c for c in annotated_article.layers if c.layer.role == "gold").rulings
    assert (ruling.reason, ruling.comment, ruling.by) == ("boundary", "the whole name", "carla")
    assert (review_mode.reason, review_mode.comment) == ("", "")


def test_the_reviewers_own_layer_is_not_touched_by_keys_of_labelling(qtbot, window):
    press(qtbot, window, "F7")
    for id_ in ("cue", "claim_exact", "join_claims"):
        window.act(id_)
        assert "belongs to labelling" in window._told.text()
    press(qtbot, window, "A", "X")
    assert window.workspace.annotate_mode.analyst_view.mine is None


def test_colleagues_stay_hidden_until_the_own_layer_is_submitted(window):
    workspace = window.workspace
    workspace.annotate_mode.claim()  # of the sentence: now the own layer is begun
    with pytest.raises(UserError, match="have not submitted your own work"):
        window.act("toggle_review")
    window.act("submit")
    window.act("toggle_review")
    assert workspace.annotate_mode.review_mode.review.authors == ("anna", "beppe", "carla")


def test_what_agrees_is_grey_and_only_differences_say_who(qtbot, window):
    press(qtbot, window, "F7")
    review = window.workspace.annotate_mode.review_mode.review
    page = ReviewPresenter(review, window.workspace.session.scheme, "en")
    said = {s.said for s in page.marks() if not s.muted and s.said}
    assert said == {"A | B", "A ORG, B LOC", "only B"}
    rome = next(s for s in page.marks() if s.label == "LOC" and s.muted)
    assert (rome.said, rome.layer) == ("", 0)
    assert all(card.muted for card in page.cards())


def test_a_decided_difference_is_shown_as_it_was_decided(qtbot, window):
    press(qtbot, window, "F7", "B")
    review = window.workspace.annotate_mode.review_mode.review
    page = ReviewPresenter(review, window.workspace.session.scheme, "en")
    chips = [s for s in page.marks() if s.label == "PER"]
    assert [(s.start, s.end, s.muted) for s in chips] == [(6, 11, True)]


def test_the_panel_shows_both_sides_and_what_was_decided(qtbot, window):
    press(qtbot, window, "F7")
    panel = window.workspace.inspector.panel("review")
    assert isinstance(panel, ReviewPanel)
    assert panel.sides() == [["Mario Rossi", "PER · Person"], ["Rossi", "PER · Person"]]
    lines = review_lines(
        window.workspace.annotate_mode.review_mode.review, window.workspace.session.scheme
    )
    assert [line.label for line in lines if not line.is_agreed] == ["PER", "ORG / LOC", "DATE"]


def test_escape_leaves_the_review_and_the_own_sheet_is_back(qtbot, window):
    press(qtbot, window, "F7", "Escape")
    assert not window.workspace.annotate_mode.review_mode.is_on
    assert window.workspace.header.particulars.endswith("11 word(s)")


def test_approving_sets_the_status_of_both_layers(qtbot, window):
    press(qtbot, window, "F7")
    window.act("submit")
    layers = window.workspace.session.store.annotated_article(article_of(window)).layers
    assert {c.layer.status for c in layers if c.layer.role == "analyst"} == {"approved"}


def test_an_analyst_adopts_what_was_decided(qtbot, window):
    press(qtbot, window, "F7")
    review_mode = window.workspace.annotate_mode.review_mode
    review_mode.accept_all()
    while review_mode.left:
        review_mode.accept()
    window.act("reopen")  # ask for changes
    store = window.workspace.session.store
    beppe = Session(store, "beppe")
    reviews = Reviews(beppe)
    found = reviews.feedback(article_of(window))
    reviews.adopt(article_of(window), [each for each in found.all if each.wants_change])
    analyst_view = beppe.analyst_view(article_of(window))
    assert [
        (e.span.of(analyst_view.article.text), e.label) for e in sorted_(analyst_view.entities)
    ] == [
        ("Mario Rossi", "PER"),
        ("ANSA", "ORG"),
        ("Rome", "LOC"),
    ]


def sorted_(entities: tuple[Entity, ...]) -> list[Entity]:
    return sorted(entities, key=lambda e: e.span)


def test_agreement_is_measured_and_shown(qtbot, window, tmp_path):
    dialog = AgreementDialog(window.workspace.path, window)
    qtbot.addWidget(dialog)
    dialog.open()
    qtbot.waitUntil(lambda: dialog.found is not None, timeout=20000)
    assert dialog.found.exact.n == 7
    assert dialog.found.exact.value == pytest.approx(2 / 7)
    assert "%" in plain_words(dialog.found)
    for name in ("a.csv", "a.svg", "a.png"):
        write(dialog.found, tmp_path / name)
    assert '"exact",0.285714' in (tmp_path / "a.csv").read_text(encoding="utf-8-sig")
    assert (tmp_path / "a.svg").read_text(encoding="utf-8").startswith("<svg")
    assert (tmp_path / "a.png").stat().st_size > 1000


def test_a_claim_that_nobody_had_marked_can_be_added(qtbot, window):
    press(qtbot, window, "F7")
    review_mode = window.workspace.annotate_mode.review_mode
    text = review_mode.review.article.text
    start = text.index("met")
    review_mode.selection = Span(start, start + 8)
    review_mode.claim()
    made = [m for m in review_mode.review.in_gold.values() if isinstance(m, Claim)]
    assert [m.spans[0].of(text) for m in made] == ["met ANSA"]


def test_a_decision_kept_as_an_example_is_in_the_help_of_its_label(qtbot, window):
    press(qtbot, window, "F7", "A")
    review_mode = window.workspace.annotate_mode.review_mode
    review_mode.point_at(
        next(s.result.id for s in review_mode.review.standings.values() if s.result)
    )
    panel = window.findChild(ReviewPanel)
    assert panel.keep.isEnabled()
    panel.keep.click()
    assert not panel.keep.isEnabled()
    card = LabelCard(window)
    card.show_label(window.workspace.session.scheme.find("PER"), "en")
    shown = [label.text() for label in card.findChildren(QLabel)]
    assert any("Mario Rossi</span> met" in each for each in shown)


# -- somebody else writes meanwhile


def golds(window) -> list:
    """The gold layers of the article: one at most, whatever happens."""
    annotated_article = window.workspace.session.store.annotated_article(article_of(window))
    return [c for c in annotated_article.layers if c.layer.role == "gold"]


def decide_elsewhere(window, analyst: str, number: int) -> None:
    """Take A's word on a difference in another window, which is not predicted for here yet."""
    with open_session(window.workspace.path, analyst=analyst).store as store:
        reviews = Reviews(Session(store, analyst))
        review = reviews.review(article_of(window))
        difference = review.differences[number]
        made = adjudication.take(review, difference, difference.present[0], by=analyst)
        reviews.session.do(made)


def test_two_reviewers_who_begin_at_once_decide_in_one_gold_layer(qtbot, window):
    press(qtbot, window, "F7")
    review_mode = window.workspace.annotate_mode.review_mode
    window._poll.stop()
    decide_elsewhere(window, "dora", len(review_mode.review.differences) - 1)
    window.act("reject")
    [made] = golds(window)
    assert {ruling.by for ruling in made.rulings} == {"carla", "dora"}
    assert not [r for r in made.rulings if r.by == "carla" and r.outcome != "neither"]


@pytest.mark.parametrize("task", ["accept", "reject", "take_second", "toggle_unsure", "grow_end"])
def test_what_another_reviewer_has_decided_is_not_decided_over_unseen(qtbot, window, task):
    press(qtbot, window, "F7")
    review_mode = window.workspace.annotate_mode.review_mode
    window._poll.stop()
    decide_elsewhere(window, "dora", review_mode.review.differences.index(review_mode.current))
    with pytest.raises(StaleEdit) as told:
        window.act(task)
    window.show_error(told.value)
    [made] = golds(window)
    assert [ruling.by for ruling in made.rulings] == ["dora"]
    assert review_mode.standing.ruling.by == "dora"  # it is shown as it is now
    window.act("reject")
    assert [ruling.outcome for ruling in golds(window)[0].rulings] == ["neither"]


@pytest.mark.parametrize("task", ["reject", "label:PER", "claim", "accept_all", "submit"])
def test_a_review_is_over_once_the_own_layer_is_a_draft_again(qtbot, window, task):
    """What was decided on a review that could not be read again made a second gold layer."""
    press(qtbot, window, "F7")
    window._poll.stop()
    session, here = window.workspace.session, article_of(window)
    span = Span(0, 5)
    session.do(
        annotation_edits.mark(session.analyst_view(here), [span], "PER")
    )  # whatever wrote it
    window.workspace.annotate_mode.selection = (
        window.workspace.annotate_mode.review_mode.selection
    ) = Span(6, 11)
    with pytest.raises(UserError, match="have not submitted your own work"):
        window.act(task)
    assert not window.workspace.annotate_mode.review_mode.is_on
    assert golds(window) == []
    assert len(session.analyst_view(here).mine.entities) == 1
    window.act("submit")
    window.act("toggle_review")
    window.act("reject")
    assert len(golds(window)) == 1


def test_a_review_is_over_once_everybody_has_taken_the_work_back(qtbot, window):
    press(qtbot, window, "F7")
    window._poll.stop()
    with open_session(window.workspace.path, analyst="anna").store as store:
        for name in ("anna", "beppe"):
            session = Session(store, name)
            session.do(
                annotation_edits.set_status(session.analyst_view(article_of(window)), "draft")
            )
    with pytest.raises(UserError, match="Nobody has submitted"):
        window.act("accept")
    assert not window.workspace.annotate_mode.review_mode.is_on
    assert golds(window) == []


def test_a_first_label_in_two_windows_makes_one_layer(qtbot, window):
    window._poll.stop()
    here = article_of(window)
    with open_session(window.workspace.path, analyst="carla").store as store:
        session = Session(store, "carla")
        session.do(annotation_edits.mark(session.analyst_view(here), [Span(0, 5)], "PER"))
    window.workspace.annotate_mode.selection = Span(6, 11)
    give = window.registry.run
    with pytest.raises(StaleEdit, match="carla has annotations of this article already") as told:
        give("give_label", "LOC")
    window.show_error(told.value)
    window.workspace.annotate_mode.selection = Span(6, 11)
    give("give_label", "LOC")
    assert [e.label for e in window.workspace.annotate_mode.analyst_view.mine.entities] == [
        "PER",
        "LOC",
    ]
