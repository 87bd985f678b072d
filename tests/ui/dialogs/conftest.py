"""A window that the dialogs belong to: they are gone with it."""

import pytest
from PySide6.QtWidgets import QMainWindow
from shiboken6 import isValid

from annotator.ui.appearance.stylesheet import stylesheet
from annotator.ui.appearance.theme import application_palette, make_theme


@pytest.fixture
def host(qtbot, qapp):
    theme = make_theme()
    qapp.setPalette(application_palette(theme))
    window = QMainWindow()
    window.setStyleSheet(stylesheet(theme))
    window.resize(1100, 760)
    qtbot.addWidget(window)
    window.show()
    return window


@pytest.fixture
def gone(qtbot):
    """Wait until a dialog that was closed is no more."""

    def wait(widget):
        qtbot.waitUntil(lambda: not isValid(widget))

    return wait
