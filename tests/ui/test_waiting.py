"""What is done beside the annotations while another program holds the project: it waits, in sight."""

from __future__ import annotations

import time

import pytest
from PySide6.QtCore import Qt

from annotator.core.sources.verdict_policy import VerdictPolicy
from annotator.services.review import ReviewRules, Reviews
from annotator.services.session import Session
from annotator.services.watched_folders import watch, watched
from annotator.store import Store
from annotator.store.database.errors import ProjectBusy
from tests.ui.test_main_window import press
from tests.ui.test_saving import TEXT, Heart, held_by_another, label


@pytest.fixture
def project(tmp_path):
    return tmp_path / "p.vaglio"


def test_sources_wait_for_another_program_and_are_shown(window, qtbot, project):
    shown = window(TEXT)
    press(qtbot, shown, "F6")
    panel = shown.workspace.inspector.panel("sources")
    qtbot.wait(50)
    heart = Heart()
    with held_by_another(project):
        qtbot.keyClicks(panel.field, "https://www.istat.it/acqua")
        qtbot.keyClick(panel.field, Qt.Key.Key_Return)
        qtbot.wait(20)
        qtbot.keyClicks(panel.field, "Bilancio")
        qtbot.keyClick(panel.field, Qt.Key.Key_Return)
        qtbot.wait(20)
        assert label(shown) == "Waiting for another program · 2 not saved yet"
        qtbot.keyClicks(panel.field, "http://istat.it/acqua")  # that is there already
        qtbot.keyClick(panel.field, Qt.Key.Key_Return)
        qtbot.wait(20)
        assert [row.source.title for row in panel.list.sources.rows] == [
            "Bilancio",
            "istat.it/acqua",
        ]
        panel._amend(panel.list.chosen_id, {"publisher": "Istat"}, None)
        assert label(shown) == "Waiting for another program · 3 not saved yet"
        assert shown.workspace.session.source_library.find("acqua")[0].source.publisher == "Istat"
        panel.list.choose(panel.list.sources.rows[-1].source.id)
        panel.remove.click()
        assert label(shown) == "Waiting for another program · 4 not saved yet"
        qtbot.wait(100)
        assert heart.longest_s < 1.0
    qtbot.waitUntil(lambda: label(shown).startswith("Saved "), timeout=3000)
    with Store.open(project, readonly=True) as store:
        [row] = store.find_sources("", limit=9)
        assert row.source.title in ("Bilancio", "istat.it/acqua")
        assert len(store.changes()) == 4


def test_settings_of_the_project_wait_for_another_program(window, qtbot, project, tmp_path):
    shown = window(TEXT)
    session = shown.workspace.session
    with held_by_another(project):
        for name in ("in", "more"):
            (tmp_path / name).mkdir()
            assert watch(session, tmp_path / name)
        Reviews(session).set_rules(ReviewRules(blind=False))
        session.source_library.set_practice(VerdictPolicy(publisher="A"))
        session.source_library.set_practice(VerdictPolicy(publisher="B"))
        qtbot.waitUntil(lambda: label(shown).endswith("5 not saved yet"), timeout=2000)
        assert watched(session) == [tmp_path / "in", tmp_path / "more"]
        with pytest.raises(ProjectBusy, match="waits to be saved") as refused:
            session.set_scheme(session.scheme, renamed=("PER", "WHO"))
        assert "Nothing was changed" in refused.value.hint
        began = time.monotonic()
        with pytest.raises(ProjectBusy, match="another window or program") as refused:
            session.import_text("Pasted.")
        assert "Nothing was saved" in refused.value.hint
        assert time.monotonic() - began < 0.3
    qtbot.waitUntil(lambda: label(shown).startswith("Saved "), timeout=3000)
    with Store.open(project) as store:
        again = Session(store, "anna")
        assert watched(again) == [tmp_path / "in", tmp_path / "more"]
        assert not Reviews(again).rules.blind
        assert again.source_library.verdict_policy.publisher == "B"
