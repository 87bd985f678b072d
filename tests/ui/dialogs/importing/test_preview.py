"""What would come of an import: looked at, set right, mapped, and then brought in so."""

from __future__ import annotations

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox

from annotator.core.errors import UserError
from annotator.services.importing import ImportPlan
from annotator.services.results import ArticlePreview, PreviewAnswer
from annotator.services.session import default_scheme
from annotator.store import Store
from annotator.ui.dialogs.importing.import_draft import ImportDraft
from annotator.ui.dialogs.importing.preview import PreviewDialog

WAIT_MS = 30_000
TABLE = "Chi;Pezzo\nAnna;Piove.\nBruno;Nevica.\n"


def shown(text="Piove ancora.", *, annotations=0, **more):
    return ArticlePreview(
        file="a.txt",
        sha256=text,
        title=more.pop("title", text),
        language="it",
        text=text,
        characters=more.pop("characters", len(text)),
        annotations=annotations,
        is_known=False,
        **more,
    )


# -- the draft ---------------------------------------------------------------------------------


def test_a_draft_without_a_change_is_no_plan():
    one = shown()
    draft = ImportDraft(PreviewAnswer(articles=[one]))
    draft.set(one, "title", one.title)
    draft.set_text(one, one.text)
    assert draft.plan() == ImportPlan()


def test_what_is_set_for_all_counts_before_what_the_files_say_and_after_one_article():
    one, two = shown("Uno.", publisher="A"), shown("Due.")
    draft = ImportDraft(PreviewAnswer(articles=[one, two]))
    draft.set(one, "publisher", "B")
    draft.set_for_all("publisher", "C")
    assert [draft.value(each, "publisher") for each in (one, two)] == ["C", "C"]
    draft.set(two, "publisher", "D")  # while it is for all
    assert draft.value(one, "publisher") == "D"
    draft.set_for_each("publisher")
    assert [draft.value(each, "publisher") for each in (one, two)] == ["A", ""]


def test_a_text_changes_only_where_all_of_it_is_seen_and_nothing_annotated():
    free, annotated, long = shown("a b"), shown("a c", annotations=1), shown("a d", characters=9)
    draft = ImportDraft(PreviewAnswer(articles=[free, annotated, long]))
    assert [draft.can_change_text(each) for each in draft.look.articles] == [True, False, False]
    assert draft.take_out("a ") == 1
    assert [draft.text(each) for each in draft.look.articles] == ["b", "a c", "a d"]
    draft.set_text(free, "b!")
    assert draft.plan().articles == {"a b": {"text": "b!"}}


@pytest.mark.parametrize(
    ("name", "value"),
    [("title", " "), ("published", "ieri"), ("url", "javascript:1"), ("text", " ")],
)
def test_what_cannot_be_is_a_fault(name, value):
    one = shown()
    draft = ImportDraft(PreviewAnswer(articles=[one]))
    assert draft.mistake(one) is None
    (draft.set_text(one, value) if name == "text" else draft.set(one, name, value))
    assert isinstance(draft.mistake(one), UserError)


# -- the dialog --------------------------------------------------------------------------------


@pytest.fixture
def project(tmp_path):
    path = tmp_path / "news.vaglio"
    Store.create(path).close()
    return path


@pytest.fixture
def look(qtbot, host, project):
    """Opens the dialog on files and waits until it has looked."""

    def make(*files) -> PreviewDialog:
        dialog = PreviewDialog(project, "anna", files, default_scheme(), "en", host)
        dialog.start()
        qtbot.waitUntil(lambda: dialog.tabs.isVisible(), timeout=WAIT_MS)
        return dialog

    return make


def written(folder, **texts):
    for name, text in texts.items():
        folder.joinpath(name).with_suffix(".txt").write_text(text, "utf-8")
    return [folder / f"{name}.txt" for name in texts]


def combo_of(dialog, name) -> QComboBox:
    rows = range(dialog.terms.rowCount())
    row = next(row for row in rows if dialog.terms.item(row, 1).text() == name)
    return dialog.terms.cellWidget(row, 2)


def choose(dialog, name, ours):
    combo = combo_of(dialog, name)
    combo.setCurrentIndex(combo.findData(ours))


def test_articles_are_listed_and_enter_imports_them(qtbot, look, tmp_path):
    dialog = look(*written(tmp_path, one="The mayor resigned.", two="The court met."))
    assert dialog.articles.topLevelItemCount() == 2
    assert not dialog.tabs.isTabVisible(1)
    assert not dialog.tabs.isTabVisible(2)
    with qtbot.waitSignal(dialog.agreed) as heard:
        qtbot.keyClick(dialog.articles, Qt.Key.Key_Return)
    assert heard.args == [ImportPlan()]


def test_a_title_is_set_right_and_enter_in_a_field_imports_nothing(qtbot, look, tmp_path):
    dialog = look(*written(tmp_path, one="The mayor resigned."))
    field = dialog.form.fields["title"]
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "Resigned")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert dialog.articles.topLevelItem(0).text(0) == "Resigned"
    (said,) = dialog.draft.plan().articles.values()
    assert said == {"title": "Resigned"}


def test_a_publisher_for_all_and_an_article_left_out(qtbot, look, tmp_path):
    dialog = look(*written(tmp_path, one="The mayor resigned.", two="The court met."))
    field = dialog.form.fields["publisher"]
    field.setFocus()
    qtbot.keyClicks(field, "Gazette")
    dialog.form.for_all["publisher"].click()
    dialog.articles.topLevelItem(1).setCheckState(0, Qt.CheckState.Unchecked)
    plan = dialog.draft.plan()
    assert plan.everywhere == {"publisher": "Gazette"}
    assert len(plan.leave_out) == 1
    dialog.articles.topLevelItem(0).setCheckState(0, Qt.CheckState.Unchecked)
    assert not dialog.go.isEnabled()


def test_words_that_are_in_all_are_taken_out(look, tmp_path):
    end = "\nAll rights reserved"
    dialog = look(*written(tmp_path, one=f"The mayor resigned.{end}", two=f"The court met.{end}"))
    assert not dialog.form.take_out.isEnabled()
    cursor = dialog.form.text.textCursor()
    cursor.setPosition(cursor.document().toPlainText().index(end))
    cursor.movePosition(cursor.MoveOperation.End, cursor.MoveMode.KeepAnchor)
    dialog.form.text.setTextCursor(cursor)
    dialog.form.take_out.click()
    assert dialog.form.text.toPlainText() == "The mayor resigned."
    assert dialog.draft.plan().without == (end,)


def test_an_article_that_is_not_right_is_shown_and_not_imported(qtbot, look, tmp_path):
    dialog = look(*written(tmp_path, one="The mayor resigned.", two="The court met."))
    field = dialog.form.fields["published"]
    qtbot.keyClicks(field, "ieri")
    assert not dialog.form.trouble.isHidden()
    dialog.articles.setCurrentItem(dialog.articles.topLevelItem(1))
    with qtbot.assertNotEmitted(dialog.agreed):
        dialog.go.click()
    assert dialog.articles.currentItem() is dialog.articles.topLevelItem(0)


def test_foreign_words_are_led_to_ours(qtbot, look, tmp_path):
    (text,) = written(tmp_path, a="Anna dice che piove.")
    note = text.with_suffix(".ann")
    note.write_text("T1\tSpeaker 0 4\tAnna\nT2\tVerb 5 9\tdice\nR1\twho Arg1:T2 Arg2:T1\n", "utf-8")
    dialog = look(note)
    assert dialog.tabs.isTabVisible(2)  # the relation, while nobody says what it is
    assert combo_of(dialog, "Speaker").currentText() == "as it is: Speaker"
    assert combo_of(dialog, "who").currentText() == "left out"
    for name, ours in (("Speaker", "SOURCE"), ("Verb", "CUE"), ("who", "SAID_BY")):
        choose(dialog, name, ours)
    plan = dialog.draft.plan()
    assert plan.labels == {"Speaker": "SOURCE", "Verb": "CUE"}
    assert plan.relations == {"who": "SAID_BY"}


def test_a_table_whose_text_is_not_found_asks_for_its_column(qtbot, look, tmp_path):
    path = tmp_path / "a.csv"
    path.write_text(TABLE, "utf-8")
    dialog = look(path)
    assert dialog.tabs.currentIndex() == 1
    assert not dialog.go.isEnabled()
    choose(dialog, "Pezzo", "text")
    qtbot.waitUntil(lambda: dialog.articles.topLevelItemCount() == 2, timeout=WAIT_MS)
    choose(dialog, "Chi", "author")
    qtbot.waitUntil(lambda: dialog.go.isEnabled(), timeout=WAIT_MS)
    assert dialog.form.fields["author"].text() == "Anna"
    assert dialog.draft.plan().columns == {"Chi": "author", "Pezzo": "text"}


def test_files_with_nothing_to_look_at_go_to_the_import_which_says_why(
    qtbot, host, project, tmp_path
):
    path = tmp_path / "a.txt"
    path.write_text("", "utf-8")
    dialog = PreviewDialog(project, "anna", [path], default_scheme(), "en", host)
    with qtbot.waitSignal(dialog.agreed, timeout=WAIT_MS):
        dialog.start()


def test_the_window_imports_as_was_agreed(qtbot, window, tmp_path):
    shown_window = window("Already here.")
    shown_window.settings.preview_import = True
    path = tmp_path / "a.jsonl"
    line = {"text": "Anna vive a Roma.", "spans": [{"start": 0, "end": 4, "label": "Chi"}]}
    path.write_text(json.dumps(line), "utf-8")
    shown_window.importing.import_paths([path])
    dialog = shown_window.findChild(PreviewDialog)
    qtbot.waitUntil(lambda: dialog.tabs.isVisible(), timeout=WAIT_MS)
    choose(dialog, "Chi", "PER")
    dialog.again.setChecked(False)
    dialog.go.click()
    store = shown_window.workspace.session.store
    qtbot.waitUntil(lambda: store.article_count() == 2, timeout=WAIT_MS)
    assert not shown_window.settings.preview_import
    labels = [e.label for d in store.annotated_articles() for c in d.layers for e in c.entities]
    assert labels == ["PER"]


def test_escape_ends_the_look(qtbot, host, project, tmp_path):
    dialog = PreviewDialog(
        project, "anna", written(tmp_path, a="Piove."), default_scheme(), "en", host
    )
    dialog.start()
    with qtbot.assertNotEmitted(dialog.agreed):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
        qtbot.waitUntil(lambda: not dialog.trouble.isHidden(), timeout=WAIT_MS)
    assert dialog.isVisible()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
