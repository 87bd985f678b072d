"""Choosing an installed pipeline for a language, and what its labels are here."""

import pytest
from PySide6.QtWidgets import QComboBox

from annotator.services.session import default_scheme
from annotator.suggest import PipelineChoice
from annotator.suggest.pipelines.installed_spacy import SpacySuggester
from annotator.ui.dialogs.settings.pipelines import Pipelines
from annotator.ui.dialogs.settings.preferences import Preferences
from annotator.ui.settings import Settings

THERE = {
    "de_news": SpacySuggester("de_news", "2.0", "de", ("PER",)),
    "it_news": SpacySuggester("it_news", "3.1", "it", ("GPE", "PERSON", "CARDINAL", "ANIMAL")),
    "silent": SpacySuggester("silent", "1.0"),
}


@pytest.fixture
def dialog(host):
    def make(choice=None, there=THERE):
        made = Pipelines(choice or PipelineChoice(), there, default_scheme(), "en", host)
        made.open()
        return made

    return make


def offered(combo: QComboBox) -> list[str]:
    return [combo.itemData(number) for number in range(combo.count())]


def choose(combo: QComboBox, value: str) -> None:
    combo.setCurrentIndex(combo.findData(value))


def labels(made: Pipelines) -> dict[str, str]:
    return {
        made.table.item(row, 1).text(): made.table.cellWidget(row, 2).currentData()
        for row in range(made.table.rowCount())
    }


def test_only_what_is_installed_for_a_language_is_offered(dialog):
    made = dialog()
    assert offered(made.combos["it"]) == ["", "it_news", "silent"]
    assert offered(made.combos["de"]) == ["", "de_news", "silent"]
    assert offered(made.combos[""]) == ["", "silent"]  # every other language
    assert list(made.combos) == ["it", "en", "fr", "es", "de", ""]


def test_a_choice_is_told_at_once_and_shows_the_labels_with_the_usual_map(qtbot, dialog):
    made = dialog()
    assert made.table.isHidden()
    with qtbot.waitSignal(made.changed) as heard:
        choose(made.combos["it"], "it_news")
    assert heard.args == [PipelineChoice(languages={"it": "it_news"})]
    assert labels(made) == {"GPE": "LOC", "PERSON": "PER", "CARDINAL": "", "ANIMAL": "ANIMAL"}
    assert not made.table.isHidden()
    with qtbot.waitSignal(made.changed) as heard:
        choose(made.combos["it"], "")
    assert heard.args == [PipelineChoice()]


def test_a_label_can_be_led_elsewhere_and_back(qtbot, dialog):
    made = dialog(PipelineChoice(languages={"it": "it_news"}))
    combo = made.table.cellWidget(0, 2)
    with qtbot.waitSignal(made.changed) as heard:
        choose(combo, "ORG")
    assert heard.args[0].labels == {"it_news": {"GPE": "ORG"}}
    with qtbot.waitSignal(made.changed) as heard:
        choose(combo, "LOC")  # as usual: nothing to write down
    assert heard.args[0].labels == {"it_news": {}}


def test_the_name_of_a_pipeline_that_has_gone_is_kept_and_said_to_be_gone(dialog):
    made = dialog(PipelineChoice(languages={"it": "old_it"}))
    combo = made.combos["it"]
    assert combo.currentData() == "old_it"
    assert combo.currentText() == "old_it: not installed"
    assert made.table.isHidden()


def test_a_pipeline_that_tells_no_labels_is_said_to(dialog):
    made = dialog(PipelineChoice(languages={"it": "silent"}))
    assert "silent" in made._note.text()
    assert not made._note.isHidden()


def test_without_any_pipeline_that_is_said(dialog):
    made = dialog(there={})
    assert all(offered(combo) == [""] for combo in made.combos.values())


def test_preferences_keep_the_choice_and_show_it(qtbot, host):
    made = Preferences(Settings(), default_scheme(), "en", host)
    made.open()
    editor = made.editors["pipelines"]
    assert "own model" in editor.others.text()
    wanted = PipelineChoice(languages={"it": "it_news"}, default="silent")
    with qtbot.waitSignal(made.pipelines_changed) as heard:
        editor.choose(wanted)
    assert heard.args == [wanted]
    assert editor.others.text() == "Italian: it_news · Other languages: silent"
    assert Settings().pipelines == wanted


def test_settings_that_somebody_spoilt_are_as_if_nothing_was_chosen():
    settings = Settings()
    settings.file.setValue("pipelines", "{no json")
    assert settings.pipelines == PipelineChoice()
