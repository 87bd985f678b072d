"""What the window says while the machine works."""

import pytest
from PySide6.QtWidgets import QLabel

from annotator.services.session import Session
from annotator.store import Store
from annotator.ui.background.suggestion_queue import SuggestionQueue
from annotator.ui.widgets.problem_bar import ProblemBar
from annotator.ui.widgets.suggestion_status import SuggestionStatus


@pytest.fixture
def notes(qtbot):
    label, problems = QLabel(), ProblemBar()
    for widget in (label, problems):
        qtbot.addWidget(widget)
    with Store.memory() as store:
        suggestion_queue = SuggestionQueue(Session(store, "anna"))
        made = SuggestionStatus(suggestion_queue, label, problems)
        made.clock = iter(range(0, 10_000, 60)).__next__  # a minute each time it is looked at
        yield made
        suggestion_queue.stop()


def test_how_much_waits_and_how_long_it_takes(notes):
    notes.show_waiting(100)
    assert notes._label.text() == "suggestions on their way: 100 article(s) left"
    notes.show_waiting(98)  # two in two minutes
    assert notes._label.text() == "suggestions on their way: 98 article(s) left · 1 h 38 min"
    notes.show_waiting(0)
    assert notes._label.text() == ""


def test_a_long_article_says_how_far_it_is(notes):
    notes.show_waiting(1)
    notes.show_progress(0.5)
    said = notes._label.text()
    assert said.startswith("suggestions on their way: 1 article(s) left · 50 % of this one")
    assert "minute" in said


def test_a_pipeline_that_is_missing_is_named(notes, qtbot):
    notes._miss("it_news")
    assert "it_news" in notes._problems.findChild(QLabel).text()
