"""The settings of a project, set by keys in the window, in both languages."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import QCoreApplication, Qt, QTranslator
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QLineEdit, QPushButton

from annotator.core.editing import annotation_edits
from annotator.core.model import Span
from annotator.core.paths import RESOURCES
from annotator.services.review import NotYetSubmitted, ReviewRules, Reviews
from annotator.services.session import Session, open_session
from annotator.ui.dialogs.settings.project_settings import ProjectSettings
from annotator.ui.main_window import MainWindow
from annotator.ui.settings import Settings

TEXT = "Mario Rossi met Carla Bianchi in Rome."


@pytest.fixture(params=["en", "it"])
def language(request, qapp):
    translator = QTranslator(qapp)
    if request.param == "it":
        assert translator.load(str(RESOURCES / "translations" / "vaglio_it.qm"))
        qapp.installTranslator(translator)
    yield request.param
    qapp.removeTranslator(translator)


@pytest.fixture
def shown(qtbot, tmp_path, monkeypatch):
    """Anna's window on an article that she works on and beppe has handed in."""
    path = tmp_path / "p.vaglio"
    with open_session(path, analyst="anna", create=True).store as store:
        article = Session(store, "anna").import_text(TEXT)
        for name in ("anna", "beppe"):
            session = Session(store, name)
            session.do(annotation_edits.mark(session.analyst_view(article), [Span(0, 11)], "PER"))
        session.do(annotation_edits.set_status(session.analyst_view(article), "submitted"))
    settings = Settings()
    settings.suggest_on_open = False
    made = MainWindow(settings)
    monkeypatch.setattr(made.project, "back_up_behind", lambda: None)
    qtbot.addWidget(made)
    made.show()
    made.start(path, analyst="anna")
    made.workspace.suggestion_queue.stop()
    made.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is made)
    yield made
    made.close()


def back(qtbot, shown) -> None:
    """Wait until the keys go to the window again."""
    qtbot.waitUntil(lambda: not any(d.isVisible() for d in shown.findChildren(ProjectSettings)))
    shown.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is shown)
    shown.workspace.view.setFocus()


def opened(qtbot, shown) -> ProjectSettings:
    shown.by_id["practice"].trigger()
    [dialog] = [each for each in shown.findChildren(ProjectSettings) if each.isVisible()]
    dialog.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is dialog)
    return dialog


def key_of(dialog: ProjectSettings, english: str) -> Qt.Key:
    """The letter that Alt needs for a field, in the language of the window."""
    said = QCoreApplication.translate("ProjectSettings", english)
    letter = re.search("&(.)", said)
    assert letter, said
    return Qt.Key(ord(letter[1].upper()))


def alt(dialog: ProjectSettings, english: str) -> None:
    QTest.keyClick(dialog, key_of(dialog, english), Qt.KeyboardModifier.AltModifier)


def tick(qtbot, dialog: ProjectSettings, box: QCheckBox, english: str) -> None:
    """Press a box by its key; Qt lets the press be seen before it counts."""
    wanted = not box.isChecked()
    alt(dialog, english)
    qtbot.waitUntil(lambda: box.isChecked() is wanted)


BLIND = "&Colleagues’ work stays hidden until one’s own is submitted"
DRAFTS = "Work that is not submitted can be &reviewed, too"


def test_rules_are_set_by_keys_as_one_step_that_is_undone(qtbot, language, shown):
    session = shown.workspace.session
    dialog = opened(qtbot, shown)
    tick(qtbot, dialog, dialog.blind, BLIND)
    tick(qtbot, dialog, dialog.drafts, DRAFTS)
    alt(dialog, "Spot c&heck")
    QTest.keyClick(dialog.spot, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(dialog.spot, "20")
    alt(dialog, "Draw &number")
    QTest.keyClick(dialog.seed, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(dialog.seed, "7")
    alt(dialog, "&Publisher")
    QTest.keyClicks(dialog.publisher, "Redazione")
    QTest.keyClick(dialog.publisher, Qt.Key.Key_Return)
    rules = ReviewRules(blind=False, drafts=True, spot_share=0.2, seed=7)
    assert Reviews(session).rules == rules
    assert session.source_library.verdict_policy.publisher == "Redazione"
    back(qtbot, shown)
    QTest.keyClick(shown.workspace.view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert Reviews(session).rules == ReviewRules()
    assert session.source_library.verdict_policy.publisher == ""


def test_media_that_belong_together_are_written_by_keys_and_undone(qtbot, language, shown):
    session = shown.workspace.session
    dialog = opened(qtbot, shown)
    alt(dialog, "Media that belong &together")
    QTest.keyClicks(dialog.together, "Voce del Porto, lago.example.it")
    dialog.save()
    assert session.source_library.verdict_policy.together == ("Voce del Porto, lago.example.it",)
    session.undo()
    assert session.source_library.verdict_policy.together == ()


def test_colleagues_work_can_be_seen_as_soon_as_the_project_says_so(qtbot, language, shown):
    review_mode = shown.workspace.annotate_mode.review_mode
    with qtbot.capture_exceptions() as faults:
        QTest.keyClick(shown.workspace.view, Qt.Key.Key_F7)
    assert [type(each[1]) for each in faults] == [NotYetSubmitted]
    assert not review_mode.is_on
    dialog = opened(qtbot, shown)
    tick(qtbot, dialog, dialog.blind, BLIND)
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    back(qtbot, shown)
    QTest.keyClick(shown.workspace.view, Qt.Key.Key_F7)
    assert review_mode.review.authors == ("beppe",)


def test_escape_changes_nothing_and_saving_what_is_there_writes_nothing(qtbot, language, shown):
    session = shown.workspace.session
    Reviews(session).set_rules(ReviewRules(spot_share=0.125))
    log = list(session.store.changes())
    dialog = opened(qtbot, shown)
    tick(qtbot, dialog, dialog.blind, BLIND)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    QTest.keyClick(opened(qtbot, shown), Qt.Key.Key_Return)
    assert list(session.store.changes()) == log
    assert Reviews(session).rules.spot_share == 0.125


def test_each_field_has_a_key_of_its_own_a_name_and_its_place_in_the_tab_order(
    qtbot, language, shown
):
    dialog = opened(qtbot, shown)
    labels = [*dialog.findChildren(QLabel), *dialog.findChildren(QCheckBox)]
    letters = [m[1].lower() for each in labels if (m := re.search("&([^&])", each.text()))]
    assert len(letters) == len(set(letters)) == 9
    for field in (dialog.publisher, dialog.address, dialog.spot, dialog.seed):
        assert field.accessibleName()
    QTest.keyClick(dialog, key_of(dialog, "&Publisher"), Qt.KeyboardModifier.AltModifier)
    walked = []
    for _ in range(7):
        walked.append(QApplication.focusWidget())
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert walked == [
        *(dialog.publisher, dialog.address, dialog.language, dialog.blind, dialog.drafts),
        *(dialog.spot, dialog.seed),
    ]
    assert [b.isDefault() for b in dialog.findChildren(QPushButton)].count(True) == 1


def test_headings_and_fields_are_italian_in_an_italian_window(qtbot, language, shown):
    dialog = opened(qtbot, shown)
    said = [each.text() for each in dialog.findChildren(QLabel)]
    groups = {"en": ["Verdicts", "Publishing", "Review"]}
    groups["it"] = ["Verdetti", "Pubblicazione", "Revisione"]
    assert [each for each in said if each in (*groups["en"], *groups["it"])] == groups[language]
    assert dialog.findChildren(QLineEdit)
