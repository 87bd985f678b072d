"""A shown view with the sample article in it."""

from __future__ import annotations

import pytest

from annotator.ui.appearance.stylesheet import stylesheet
from annotator.ui.appearance.theme import make_theme
from annotator.ui.view import ArticleView

from .sample import LABELS, MARKS, TEXT, cards


@pytest.fixture
def view(qtbot) -> ArticleView:
    theme = make_theme(LABELS)
    shown = ArticleView(theme)
    qtbot.addWidget(shown)
    shown.setStyleSheet(stylesheet(theme))
    shown.resize(1000, 700)
    shown.set_article(TEXT, MARKS, cards())
    with qtbot.waitExposed(shown):
        shown.show()
    return shown
