"""The view as a widget: what it shows, and the intentions it emits."""

from __future__ import annotations

from annotator.ui.view import ArticleView

from .sample import MARKS, TEXT, cards


def test_an_article_is_shown_and_marked(qtbot):
    view = ArticleView()
    qtbot.addWidget(view)
    view.resize(1000, 700)
    view.set_article(TEXT, MARKS, cards())
    view.set_marks(MARKS[:-1], cards())
    assert view.text == TEXT
    assert view.selection() is None
