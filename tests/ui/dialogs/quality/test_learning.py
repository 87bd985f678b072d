"""Learning in the window: watched, stopped, measured, put to use, and gone back from."""

import pytest

from annotator.services import learning
from annotator.services.session import open_session
from annotator.ui.dialogs.quality.learning import LearnDialog
from tests import lessons

SLOW_MS = 60_000


@pytest.fixture
def session(tmp_path):
    made = open_session(tmp_path / "p.vaglio", analyst="anna", create=True)
    with made.store:
        yield made


@pytest.fixture
def judged(session):
    for article_id in lessons.fill(session.store, 8)[:6]:
        lessons.judge(session, article_id)
    return session


@pytest.fixture
def dialog(host):
    def make(session):
        made = LearnDialog(session, host)
        made.open()
        return made

    return make


def learn(qtbot, made: LearnDialog) -> None:
    made.learn()
    qtbot.waitUntil(lambda: made._job is None, timeout=SLOW_MS)


def rows(made: LearnDialog) -> list[list[str]]:
    table = made.table
    return [[table.item(r, c).text() for c in range(3)] for r in range(table.rowCount())]


def test_the_gain_is_shown_and_nothing_is_used_before_somebody_says_so(qtbot, dialog, judged):
    made = dialog(judged)
    learn(qtbot, made)
    assert made.learning is not None
    assert rows(made)[3] == ["To set right, an article", "5.0", "0.0"]
    assert not made._use.isHidden()
    assert learning.versions(judged.store) == ()
    with qtbot.waitSignal(made.used):
        made._use.click()
    assert learning.in_use(judged.store)[0] == 1
    assert "in use" in made.versions.item(0).text()


def test_one_click_leads_back(qtbot, dialog, judged):
    made = dialog(judged)
    learn(qtbot, made)
    made.use()
    assert not made._back.isEnabled()  # it is the one in use
    made.versions.setCurrentRow(1)
    with qtbot.waitSignal(made.used):
        made._back.click()
    assert learning.versions(judged.store)[-1].parts == 0
    assert [made.versions.item(n).text()[:1] for n in range(3)] == ["2", "1", "A"]


def test_it_can_be_stopped_and_begun_again(qtbot, dialog, judged):
    made = dialog(judged)
    made.learn()
    made.stop()
    qtbot.waitUntil(lambda: made._job is None, timeout=SLOW_MS)
    assert made.learning is None
    assert not made._learn.isHidden()
    assert "6 article" in made._said.text()


def test_closing_stops_what_runs(qtbot, dialog, judged, gone):
    made = dialog(judged)
    made.learn()
    made.reject()
    gone(made)
    assert learning.versions(judged.store) == ()


def test_with_too_few_judged_articles_it_says_how_many_are_needed(dialog, session):
    lessons.judge(session, lessons.fill(session.store, 3)[0])
    made = dialog(session)
    assert not made._learn.isEnabled()
    assert "at least 5 articles" in made._said.text()
    assert "1 article" in made._said.text()


def test_the_window_shows_what_was_learnt_in_the_open_article(qtbot, judged, qapp):
    from annotator.store import ArticleFilter
    from annotator.ui.main_window import MainWindow
    from annotator.ui.settings import Settings

    settings = Settings()
    settings.suggest_on_open = False
    window = MainWindow(settings)
    qtbot.addWidget(window)
    window.show_desk(judged)
    workspace = window.workspace
    last = judged.store.queue(ArticleFilter(analyst="anna"))[-1]
    workspace.annotate_mode.open(last)
    assert lessons.RIVER not in suggested(workspace)
    learned_model = learning.learn(judged.store, "anna")
    judged.do(learning.use(judged.store, learned_model, by="anna"))
    workspace.relearn()
    assert suggested(workspace).count(lessons.RIVER) == 2
    workspace.suggestion_queue.stop()


def suggested(workspace) -> list[str]:
    analyst_view = workspace.annotate_mode.analyst_view
    return [e.span.of(analyst_view.article.text) for e in analyst_view.suggested_entities]
