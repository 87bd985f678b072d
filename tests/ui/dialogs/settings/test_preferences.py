"""Preferences, welcome and about."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton, QToolButton

from annotator import __version__
from annotator.services.session import default_scheme
from annotator.ui.dialogs.help.about import AboutDialog, versions
from annotator.ui.dialogs.project.welcome import Welcome
from annotator.ui.dialogs.settings.preferences import Preferences
from annotator.ui.settings import Settings


@pytest.fixture
def preferences(host, monkeypatch):
    monkeypatch.delenv("VAGLIO_ANALYST", raising=False)
    made = Preferences(Settings(), default_scheme(), "en", host)
    made.open()
    return made


def test_the_theme_applies_at_once_and_is_kept(qtbot, preferences):
    with qtbot.waitSignal(preferences.changed):
        qtbot.keyClick(preferences.editors["theme"].focusProxy(), Qt.Key.Key_Right)
    assert Settings().theme == "light"


def test_size_and_compact_lines_apply_at_once(qtbot, preferences):
    with qtbot.waitSignal(preferences.changed):
        qtbot.keyClick(preferences.editors["font_px"], Qt.Key.Key_PageUp)
    with qtbot.waitSignal(preferences.changed):
        qtbot.keyClick(preferences.editors["compact"], Qt.Key.Key_Space)
    assert (Settings().font_px, Settings().compact) == (28, False)


def test_a_name_is_kept_even_when_the_dialog_is_closed_from_within_it(qtbot, preferences):
    qtbot.keyClicks(preferences.editors["analyst"], "  Ada   Ferri ")
    qtbot.keyClick(preferences.editors["analyst"], Qt.Key.Key_Escape)
    assert (Settings().analyst, Settings().author) == ("Ada Ferri", "Ada Ferri")


def test_a_name_given_from_outside_cannot_be_changed_here(host, monkeypatch):
    monkeypatch.setenv("VAGLIO_ANALYST", "Zoe")
    made = Preferences(Settings(), default_scheme(), "en", host)
    assert not made.editors["analyst"].isEnabled()
    assert Settings().author == "Zoe"


def test_the_language_is_kept_for_the_next_start(qtbot, preferences):
    qtbot.keyClick(preferences.editors["language"].focusProxy(), Qt.Key.Key_3)
    assert Settings().language == "it"


def test_suggestions_on_open_can_be_turned_off(qtbot, preferences):
    qtbot.keyClick(preferences.editors["suggest_on_open"], Qt.Key.Key_Space)
    assert not Settings().suggest_on_open


def pressed(widget, words):
    return next(b for b in widget.findChildren(QPushButton) if b.text() == words)


def test_a_recent_project_is_one_click_away(qtbot, tmp_path):
    there = tmp_path / "news.vaglio"
    there.touch()
    settings = Settings()
    settings.recent = [str(there)]
    welcome = Welcome(settings)
    qtbot.addWidget(welcome)
    with qtbot.waitSignal(welcome.recent_asked) as heard:
        pressed(welcome, "news").click()
    assert heard.args == [str(there)]


def test_a_project_that_is_gone_is_grey_and_can_be_taken_off_the_list(qtbot, tmp_path):
    settings = Settings()
    settings.recent = [str(tmp_path / "gone.vaglio")]
    welcome = Welcome(settings)
    qtbot.addWidget(welcome)
    assert not pressed(welcome, "gone").isEnabled()
    welcome.findChild(QToolButton).click()
    assert settings.recent == []
    assert welcome._recent_title.isHidden()


@pytest.mark.parametrize(
    ("words", "signal"),
    [
        ("New project…", "new_asked"),
        ("Open project…", "open_asked"),
        ("Try it on sample articles", "sample_asked"),
    ],
)
def test_the_welcome_leads_on(qtbot, words, signal):
    welcome = Welcome(Settings())
    qtbot.addWidget(welcome)
    with qtbot.waitSignal(getattr(welcome, signal)):
        pressed(welcome, words).click()


def test_about_names_versions_and_licences(qtbot, host):
    AboutDialog(host).open()
    assert all(licence for _, _, licence in versions())
    assert {name: version for name, version, _ in versions()}["spaCy"] != "–"


def test_the_versions_can_be_copied_into_a_report(qtbot, host):
    about = AboutDialog(host)
    about.open()
    pressed(about, "Copy versions").click()
    assert f"Vaglio {__version__}" in QGuiApplication.clipboard().text()
