"""The article list: what it shows, how it is searched and filtered, and that its size does not matter."""

from __future__ import annotations

import msgspec
import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QAbstractItemModelTester

from annotator.core.annotated_article import AnnotatedArticle
from annotator.core.editing import annotation_edits
from annotator.services.session import open_session
from annotator.store import ArticleRow, Store
from annotator.ui.article_list import panel as queues
from annotator.ui.article_list.delegate import marked, told_title, two_lines
from annotator.ui.article_list.model import ROW, ArticleListModel, day, second_line
from tests.store.making import article_of

from ..panels.conftest import suggested

WATER = "The [network|ORG] of [Valdora|LOC] loses water."
BRIDGE = "The bridge of [Milan|LOC] is closed. Nobody knows why."
PERCHE = "Perché il ponte è chiuso."


@pytest.fixture
def session(tmp_path, qapp):
    before = QLocale()
    QLocale.setDefault(QLocale("en"))
    made = open_session(tmp_path / "p.vaglio", analyst="anna", create=True)
    yield made
    made.store.close()
    QLocale.setDefault(before)


@pytest.fixture
def make(qtbot, session):
    made = []

    def show():
        queue = queues.ArticleListPanel(session)
        made.append(queue)
        qtbot.addWidget(queue)
        queue.resize(268, 700)
        queue.show()
        queue.refresh()
        return queue

    yield show
    for queue in made:
        queue.stop()


@pytest.fixture
def articles(session):
    """Three articles, the first one begun; their ids."""
    ids = [
        suggested(session, text, title)
        for text, title in ((WATER, "Water"), (BRIDGE, "Bridge"), (PERCHE, "Ponte"))
    ]
    analyst_view = session.analyst_view(ids[0])
    session.do(annotation_edits.accept(analyst_view, [analyst_view.suggestions[0].id]))
    return ids


@pytest.fixture
def queue(articles, make):
    return make()


def titles(queue):
    model = queue._model
    return [model.index(n, 0).data() for n in range(model.rowCount())]


def type_in(qtbot, queue, words, found):
    """Search, and wait for as many hits."""
    queue.focus_search()
    queue._field.clear()
    qtbot.keyClicks(queue._field, words)
    qtbot.waitUntil(lambda: queue._hits is not None and len(queue.ids()) == found)


def test_articles_stand_as_they_were_imported_with_how_far_each_is(queue):
    assert titles(queue) == ["Water", "Bridge", "Ponte"]
    first, second = (queue._model.index(n, 0).data(ROW) for n in (0, 1))
    assert (first.status, first.undecided) == ("draft", 1)
    assert (second.status, second.undecided) == ("new", 1)
    assert queue._count.text() == "3"
    assert queue._footer.text() == "1 open"


def test_a_line_is_read_aloud_with_all_it_shows(queue):
    spoken = queue._model.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Bridge, new, not opened, 1 to judge"


def test_the_second_line_says_publisher_date_and_claims():
    row = ArticleRow("x", "T", "Agency", "1999-01-04", "it", "draft", 3, 12, 0, False, False)
    assert second_line(row) == "Agency · 4 Jan 1999 · 12 claim(s)"
    assert day("1999-01") == "1999-01"
    assert day(None) == ""


def test_click_and_enter_choose_an_article(qtbot, queue, articles):
    place = queue.list.visualRect(queue._model.index(1, 0)).center()
    with qtbot.waitSignal(queue.article_chosen) as heard:
        qtbot.mouseClick(queue.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert heard.args == [articles[1]]
    queue.list.setFocus()
    qtbot.keyClick(queue.list, Qt.Key.Key_Down)
    with qtbot.waitSignal(queue.article_chosen) as heard:
        qtbot.keyClick(queue.list, Qt.Key.Key_Return)
    assert heard.args == [articles[2]]


def test_selecting_chooses_nothing(queue, articles):
    heard = []
    queue.article_chosen.connect(heard.append)
    queue.select(articles[1])
    assert queue.list.currentIndex().row() == 1
    assert heard == []


def test_the_neighbours_of_an_article(queue, articles):
    assert queue.next_id(articles[0]) == articles[1]
    assert queue.next_id(articles[1], backwards=True) == articles[0]
    assert queue.next_id(articles[2]) == ""
    assert queue.next_id(articles[0], backwards=True) == ""
    assert queue.next_id("gone") == articles[0]


def test_typing_in_the_list_searches_all_articles(qtbot, queue, articles):
    queue.list.setFocus()
    qtbot.keyClick(queue.list, Qt.Key.Key_B)
    qtbot.keyClicks(queue._field, "ridge clo")
    qtbot.waitUntil(lambda: queue.ids() == [articles[1]])
    assert queue._count.text() == "1 of 3"
    with qtbot.waitSignal(queue.article_chosen) as heard:
        qtbot.keyClick(queue._field, Qt.Key.Key_Return)
    assert heard.args == [articles[1]]


def test_a_hit_shows_the_words_found_and_escape_shows_all_again(qtbot, queue, articles):
    type_in(qtbot, queue, "nobody", 1)
    snippet = queue._model._snippets[articles[1]]
    text, [(start, length)] = marked(snippet)
    assert text[start : start + length] == "Nobody"
    qtbot.keyClick(queue._field, Qt.Key.Key_Escape)
    assert queue.ids() == articles
    assert not queue._model.has_snippets


def test_accents_make_no_difference(qtbot, queue, articles):
    type_in(qtbot, queue, "perche", 1)
    assert queue.ids() == [articles[2]]


def test_an_answer_that_comes_late_is_dropped(qtbot, queue, articles):
    queue._field.setText("bridge")
    queue._search()
    queue._field.setText("water")
    queue._search()
    qtbot.waitUntil(lambda: queue._hits is not None)
    assert queue.ids() == [articles[0]]
    queue._field.setText("bridge")
    queue._search()
    queue._field.clear()
    asked = []
    queue._reader.answered.connect(asked.append)
    queue._field.setText("ponte")
    queue._search()
    qtbot.waitUntil(lambda: bool(asked))
    assert len(asked) == 1
    assert queue.ids() == [articles[2]]


def test_filters_narrow_the_list_and_one_click_clears_them(qtbot, queue, articles):
    queue.narrow(status="draft")
    assert queue.ids() == [articles[0]]
    queue.narrow(status=None, label="LOC")
    assert queue.ids() == articles[:2]
    queue.narrow(undecided=True)
    assert queue._filter.words() == ["to judge", "LOC"]
    assert queue._count.text() == "2 of 3"
    qtbot.mouseClick(queue._filter._clear, Qt.MouseButton.LeftButton)
    assert queue.ids() == articles


def test_a_search_keeps_to_the_filter(qtbot, queue, articles):
    queue.narrow(status="new")
    type_in(qtbot, queue, "the", 1)
    assert queue.ids() == [articles[1]]


def test_the_menu_offers_what_there_is(queue):
    queue._filter.fill()
    menus = {a.text(): a.menu() for a in queue._filter._menu.actions() if a.menu()}
    menus["Label"].aboutToShow.emit()
    loc = next(a for a in menus["Label"].actions() if a.text().startswith("LOC"))
    assert loc.text() == "LOC  Place\t2"
    loc.trigger()
    assert queue._filter.wanted.label == "LOC"
    menus["Language"].aboutToShow.emit()
    assert len(menus["Language"].actions()) >= 2


def test_no_hit_says_so_and_offers_to_show_all(qtbot, queue, articles):
    type_in(qtbot, queue, "zebra", 0)
    assert queue._nothing.text() == "No article matches."
    assert queue._clear.isVisible()
    qtbot.mouseClick(queue._clear, Qt.MouseButton.LeftButton)
    assert queue.ids() == articles
    assert queue.list.isVisible()


def test_an_empty_project_says_what_to_do(qtbot, make):
    queue = make()
    assert "Import files or a folder" in queue._nothing.text()
    with qtbot.waitSignal(queue.import_asked):
        qtbot.mouseClick(queue._import, Qt.MouseButton.LeftButton)


def test_a_change_is_seen_in_its_line_and_in_the_footer(queue, articles, session):
    analyst_view = session.analyst_view(articles[0])
    session.do(annotation_edits.set_status(analyst_view, "submitted"))
    queue.refresh_article(articles[0])
    assert queue._model.index(0, 0).data(ROW).status == "submitted"
    assert queue._footer.text() == "1 done"


def test_what_is_imported_is_there_after_a_refresh_and_the_place_is_kept(queue, articles, session):
    queue.select(articles[1])
    suggested(session, "New text.", "New")
    queue.refresh()
    assert titles(queue) == ["Water", "Bridge", "Ponte", "New"]
    assert queue.list.currentIndex().row() == 1


def test_a_search_that_fails_says_why_in_the_windows_thread(qtbot, queue, session, tmp_path):
    session.store.path.rename(tmp_path / "elsewhere.vaglio")
    with qtbot.captureExceptions() as raised, qtbot.waitSignal(queue._reader.failed):
        queue._field.setText("bridge")
        queue._search()
    assert len(raised) == 1


def test_a_project_in_memory_is_searched_by_title(qtbot, qapp):
    from annotator.services.session import Session

    with Store.memory() as store:
        session = Session(store, "anna")
        article_id = suggested(session, WATER, "Water")
        suggested(session, BRIDGE, "Bridge")
        queue = queues.ArticleListPanel(session)
        qtbot.addWidget(queue)
        queue._field.setText("wat")
        queue._search()
        assert queue.ids() == [article_id]
        queue.stop()


def test_the_model_keeps_to_the_rules_of_models(session, articles):
    model = ArticleListModel(session.store, "anna")
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_ids(articles, {})
    model.show_ids(articles[:1], {articles[0]: "x"})
    model.show_ids([], {})
    model.show_ids(articles, {})
    model.refresh(articles[1])
    assert tester.model() is model


def test_a_very_long_list_is_read_in_the_other_thread(qtbot, queue, articles, session, monkeypatch):
    monkeypatch.setattr(queues, "_MANY", 2)
    queue.select(articles[1])
    new = suggested(session, "New text.", "New")
    queue.refresh()
    assert queue.ids() == articles
    qtbot.waitUntil(lambda: queue.ids() == [*articles, new])
    assert queue.list.currentIndex().row() == 1
    queue.narrow(undecided=True)
    qtbot.waitUntil(lambda: queue.ids() == articles[:2])


def test_a_refresh_does_not_take_away_a_search_that_is_under_way(
    qtbot, queue, articles, monkeypatch
):
    monkeypatch.setattr(queues, "_MANY", 2)
    queue._field.setText("bridge")
    queue._search()
    queue.refresh()
    qtbot.waitUntil(lambda: queue.ids() == [articles[1]])


def test_only_lines_in_sight_are_read(qtbot, qapp, tmp_path):
    read = []

    class Counting(Store):
        def rows(self, ids, analyst):
            read.extend(ids)
            return super().rows(ids, analyst)

    with open_session(tmp_path / "p.vaglio", analyst="anna", create=True).store as store:
        texts = (f"Article number {n}." for n in range(1500))
        store.load(
            (AnnotatedArticle(article=article_of(t)) for t in texts), author="anna", tool="test"
        )
    session = open_session(tmp_path / "p.vaglio", analyst="anna")
    session.store.__class__ = Counting
    queue = queues.ArticleListPanel(session)
    qtbot.addWidget(queue)
    queue.resize(268, 700)
    queue.show()
    queue.refresh()
    queue.grab()
    queue.list.go_to(1400)
    queue.grab()
    assert set(read) <= {*queue.ids()[:400], *queue.ids()[1200:]}
    assert queue.list.currentIndex().data() == "Article number 1400."
    queue.stop()
    session.store.close()


def test_in_the_order_of_what_teaches_each_line_says_why(qtbot, make, articles):
    queue = make()
    queue.narrow(sort="teaching")
    qtbot.waitUntil(lambda: queue.ids() != articles)
    assert queue.ids()[-1] == articles[2]  # nothing is suggested there
    spoken = [queue._model.index(n, 0).data(Qt.ItemDataRole.ToolTipRole) for n in range(3)]
    assert "new name" in spoken[0]
    assert "new name" not in spoken[2]
    queue.narrow(sort="imported")
    assert queue.ids() == articles
    assert "new name" not in queue._model.index(1, 0).data(Qt.ItemDataRole.ToolTipRole)


def test_a_title_has_two_lines_and_does_not_begin_with_its_outlet(qapp):
    font = qapp.font()
    row = ArticleRow("x", "AgenPress – La Russia progetta di acquistare missili balistici", "Agenpress",
                     None, "it", "draft", 3, 12, 0, False, False)  # fmt: skip
    assert told_title(row) == "La Russia progetta di acquistare missili balistici"
    first, second = two_lines(told_title(row), font, 190)
    assert f"{first} {second}" == told_title(row)
    assert two_lines("Breve", font, 190) == ["Breve"]
    other = msgspec.structs.replace(row, publisher="Ansa")
    assert told_title(other) == row.title
