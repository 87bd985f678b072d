"""Windows without a screen, with the shipped fonts, and settings that nobody else sees."""

from __future__ import annotations

import os

from annotator.ui.appearance import plain_text

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["QT_SCALE_FACTOR"] = "1"
os.environ["QT_FONT_DPI"] = "96"

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication, QMainWindow
from shiboken6 import isValid

from annotator.services.session import Session, open_session
from annotator.ui.appearance import fonts
from annotator.ui.appearance.stylesheet import stylesheet
from annotator.ui.appearance.theme import application_palette, make_theme
from annotator.ui.main_window import MainWindow
from annotator.ui.settings import Settings
from tests.services.test_session import paste


@pytest.fixture(scope="session")
def qapp(qapp: QApplication) -> QApplication:
    """pytest-qt's application, looking the same on every machine."""
    plain_text.install()
    fonts.register()
    qapp.setFont(fonts.sans(13))
    return qapp


@pytest.fixture(autouse=True)
def settings(tmp_path):
    """Settings go to a folder of the test's own."""
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    for scope in (QSettings.Scope.UserScope, QSettings.Scope.SystemScope):
        QSettings.setPath(QSettings.Format.IniFormat, scope, str(tmp_path / "settings"))
    return tmp_path / "settings"


@pytest.fixture
def project(tmp_path):
    return tmp_path / "p.vaglio"


@pytest.fixture
def window(qtbot, project, monkeypatch):
    """Makes a window on a project with the given articles."""
    made = []

    def make(*marked: str) -> MainWindow:
        with open_session(project, analyst="anna", create=True).store as store:
            for each in marked:
                paste(Session(store, "anna"), each)
        settings = Settings()
        settings.suggest_on_open = False
        settings.preview_import = False
        settings.introduced = True
        shown = MainWindow(settings)
        monkeypatch.setattr(shown.project, "back_up_behind", lambda: None)
        qtbot.addWidget(shown)
        shown.resize(1300, 800)
        shown.show()
        shown.start(project, analyst="anna")
        shown.workspace.suggestion_queue.stop()
        shown.activateWindow()
        qtbot.waitUntil(lambda: QApplication.activeWindow() is shown, timeout=3000)
        shown.workspace.view.setFocus()
        made.append(shown)
        return shown

    yield make
    for each in made:
        each.close()


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
