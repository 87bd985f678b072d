"""What is added by writing one file (or one row) is there for everybody: each kind of addition is
made in a copy of the package, and found from the command line or the window.
"""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from annotator.core.annotated_article import AnnotatedArticle, LayerContents
from annotator.core.model import Claim, Entity, Layer, Span
from annotator.formats import write
from tools.golden import kept

from .additions import (
    DIALOG,
    DOSSIER,
    INTERVALS,
    MEASURES,
    MENTION,
    PANEL,
    ROOT,
    ROW_BEFORE,
    SUGGESTERS,
    Copy,
    module_of,
)
from .formats.samples import article

TEXT = "Ieri Mario Rossi era a Roma."


@pytest.fixture(scope="module")
def base(tmp_path_factory):
    """The package as it is, and a project in which two people have labelled the same text."""
    made = Copy(tmp_path_factory.mktemp("base"))
    left_out = shutil.ignore_patterns("models", "corpus")  # large, and rules read without them
    for part in ("annotator", "resources"):
        shutil.copytree(ROOT / part, made.folder / part, ignore=left_out)
    layers = []
    for author in ("bruno", "carla"):
        layer = Layer(id=author, article_id="article-1", author=author, status="submitted")
        person = Entity(id=f"{author}-1", layer_id=author, span=Span(5, 16), label="PER")
        claim = Claim(id=f"{author}-2", layer_id=author, spans=(Span(0, len(TEXT)),))
        layers.append(LayerContents(layer=layer, entities=(person,), claims=(claim,)))
    path = made.folder / "sample.jsonl"
    write([AnnotatedArticle(article=article(TEXT), layers=tuple(layers))], path, format="jsonl")
    made.vaglio("import", path)
    return made.folder


@pytest.fixture
def copy(base, tmp_path):
    """A copy of it to add to."""
    made = Copy(shutil.copytree(base, tmp_path / "copy"))
    place = made.run("-c", "import annotator; print(annotator.__file__)")
    assert Path(place.strip()).is_relative_to(made.folder)
    return made


# -- a label -----------------------------------------------------------------------------------

LABEL = """

[[labels]]
code = "SHOUT"
name = { en = "Shouting", it = "Grido" }
colour = "#0B5FA5"
key = "J"
[labels.definition]
en = "What is shouted."
it = "Ciò che è gridato."
[labels.example]
en = "[Help]!"
it = "[Aiuto]!"

"""


def test_a_label_is_an_entry_of_the_scheme(copy):
    copy.add("label", LABEL, before='[[labels]]\ncode = "PER"')
    listed = json.loads(copy.vaglio("labels", "--json"))["labels"]
    assert [(each["name"], each["key"]) for each in listed if each["code"] == "SHOUT"] == [
        ("Shouting", "J")
    ]
    copy.window('press("Ctrl+Shift+Right", "J")')
    exported = json.loads(copy.vaglio("export", "--format", "flat", "-o", "-"))
    assert exported["spans"] == [{"start": 0, "end": 4, "label": "SHOUT"}]


# -- a format ----------------------------------------------------------------------------------

FORMAT = f"""
from {DOSSIER} import AnnotatedArticle
from annotator.formats import Format, article


def write(annotated_articles, out, report):
    for annotated_article in annotated_articles:
        report.lines += 1
        out.write(annotated_article.article.text.upper().encode() + b"!")


def read(path, reading):
    yield AnnotatedArticle(article=article(path.read_text("utf-8").rstrip("!").lower()))


FORMAT = Format(
    name="shout",
    title="Shouted text",
    use="To be heard.",
    group="tools",
    suffixes=(".shout",),
    reader=read,
    writer=write,
)
"""
TOOLS = ("tools", "tests/__init__.py", "tests/formats", "docs/formats.md", "benchmarks")


def add_format(copy):
    """Write a format, and run the one command that makes all else of it."""
    copy.add("format", FORMAT)
    copy.carry(*TOOLS)
    copy.run("-m", "tools.formats_index")


def test_a_format_is_one_file(copy, tmp_path):
    add_format(copy)
    assert copy.vaglio("export", "--format", "shout", "--layer", "all", "-o", "-") == (
        "IERI MARIO ROSSI ERA A ROMA.!"
    )
    (tmp_path / "a.shout").write_text("AIUTO!", "utf-8")
    copy.vaglio("import", tmp_path / "a.shout")
    assert "aiuto" in copy.vaglio("list")
    [offered, files] = copy.window("""
        press("Ctrl+E")
        [asked] = dialogs()
        formats = asked.findChild(QComboBox)
        said.append([formats.itemText(number) for number in range(formats.count())])
        press("Esc", "Ctrl+I")
        said.append(" ".join(window.findChild(QFileDialog).nameFilters()))
    """)
    assert "Shouted text" in offered
    assert "*.shout" in files


def test_the_golden_file_and_the_docs_of_a_format_are_made_by_a_command(copy):
    add_format(copy)
    golden = copy.folder / "tests/formats/golden"
    assert sorted(path.name for path in (golden / "shout").iterdir()) == [
        "expected.json",
        "sample.shout",
    ]
    assert "| `shout` | Shouted text | `.shout` | yes | yes |" in (
        copy.folder / "docs/formats.md"
    ).read_text("utf-8")
    for name in ("jsonl", "mail"):  # those that were there stay as they are
        assert kept(name, golden) == kept(name)


# -- a suggester -------------------------------------------------------------------------------

SUGGESTER = f"""
from msgspec import Struct
from {MENTION} import Mention


class Shouter(Struct, frozen=True):
    name: str = "shouter"
    version: str = "1"

    def build(self, code):
        import spacy
        from spacy.language import Language

        @Language.component("shout")
        def shout(doc):
            doc.user_data["entities"] = [Mention(0, 4, "PER", 0.5, "it comes first")]
            return doc

        made = spacy.blank(code)
        made.add_pipe("shout")
        return made


SUGGESTERS = [Shouter()]
"""


def test_a_suggester_is_one_file(copy):
    copy.add("suggester", SUGGESTER)
    code = f"from {SUGGESTERS} import installed; print(*installed())"
    assert "machine:shouter@1" in copy.run("-c", code).split()


def test_a_suggester_can_be_chosen_on_the_command_line(copy):
    copy.add("suggester", SUGGESTER)
    copy.vaglio("suggest", "--pipeline", "it=shouter")
    exported = json.loads(
        copy.vaglio("export", "--format", "flat", "--layer", "machine", "-o", "-")
    )
    assert exported["spans"] == [{"start": 0, "end": 4, "label": "PER"}]


def test_a_suggester_can_be_chosen_in_the_preferences(copy):
    copy.add("suggester", SUGGESTER)
    offered = copy.window("""
        press("Ctrl+,")
        [asked] = dialogs()
        for each in asked.findChildren(QPushButton):
            if each.text() == "Other &pipelines…":
                each.click()
        for each in app.allWidgets():
            if isinstance(each, QComboBox):
                said += [each.itemText(number) for number in range(each.count())]
    """)
    if "Vaglio's own" not in offered:
        pytest.fail("the dialog of pipelines did not open")
    assert "shouter 1" in offered


# -- a panel -----------------------------------------------------------------------------------

PANEL_FILE = f"""
from PySide6.QtWidgets import QLabel
from {PANEL} import Panel


class Shouts(Panel):
    name = "shouts"
    key = "J"
    order = 35

    def __init__(self, pen, parent=None):
        super().__init__(pen, parent)
        self.words = QLabel(self)

    @classmethod
    def title(cls):
        return "Shouts"

    def show_sheet(self, sheet):
        self.words.setText(sheet.article.text.upper())
"""


def test_a_panel_is_one_file(copy):
    copy.add("panel", PANEL_FILE)
    [view, tabs, front, words, keys] = copy.window("""
        said.append(menu("View"))
        press("J")
        [inspector] = window.findChildren(QTabWidget)
        wait(inspector.count)
        said.append([inspector.tabText(n) for n in range(inspector.count())])
        said += [inspector.tabText(inspector.currentIndex()), shown(QLabel)]
        press("F1")
        said.append(shown(QLabel))
    """)
    assert "Show Shouts" in view
    assert "Shouts" in tabs
    assert front == "Shouts"
    assert TEXT.upper() in words
    assert "Show Shouts" in keys


# -- a command, and a dialog that it opens -----------------------------------------------------

ROW = '    Command("shout", "Shout it out", Menu.TOOLS, ("Ctrl+J",), cells=OPEN),\n'
HANDLER = """
    @command("shout", _ANYWHERE)
    def shout(self) -> None:
        from PySide6.QtWidgets import QApplication

"""
RENAMES = '        QApplication.activeWindow().setWindowTitle("AAH")\n'
OPENS = f"""
        from {module_of("dialog")} import Shouting

        Shouting(QApplication.activeWindow()).open()
"""
DIALOG_FILE = f"""
from {DIALOG} import Dialog, button, line


class Shouting(Dialog):
    def __init__(self, parent=None):
        super().__init__("Shouting", parent)
        self.column.addWidget(line("AAH"))
        self.add_buttons(button("Louder", self.reject), button("Enough", self.accept))
"""


def test_a_command_is_a_row_and_a_handler(copy):
    copy.add("command", ROW, before=ROW_BEFORE)
    copy.add("handler", HANDLER + RENAMES)
    [tools, found, keys, editor, title] = copy.window("""
        said.append(menu("Tools"))
        press("Ctrl+K")
        palette = app.activePopupWidget()
        QTest.keyClicks(palette.focusWidget(), "shout it")
        said.append(palette.findChild(QListView).model().index(0, 0).data())
        press("Esc", "F1")
        said.append(shown(QLabel))
        press("Esc")
        choose("Tools", "Change keys…")
        table = dialogs()[-1].findChild(QTableWidget)
        said.append([table.item(row, column).text() for row in range(table.rowCount()) for column in (0, 1)])
        press("Esc", "Ctrl+J")
        said.append(window.windowTitle())
    """)
    assert "Shout it out" in tools
    assert found == "Shout it out"
    assert "Shout it out" in keys
    assert "Shout it out" in editor
    assert title == "AAH"


def test_the_keys_of_a_command_are_in_the_guides_by_themselves(copy):
    copy.add("command", ROW, before=ROW_BEFORE)
    copy.carry("tools")
    table = copy.run("-c", "from tools.guide_keys import table; print(table('en'))")
    assert "| Tools | Shout it out | `Ctrl+J` |" in table


def test_a_dialog_is_one_file(copy):
    copy.add("dialog", DIALOG_FILE)
    copy.add("command", ROW, before=ROW_BEFORE)
    copy.add("handler", HANDLER + OPENS)
    [words, default, left] = copy.window("""
        press("Ctrl+J")
        [asked] = dialogs()
        said += [shown(QLabel), [b.text() for b in asked.findChildren(QPushButton) if b.isDefault()]]
        press("Esc")
        said.append(len(dialogs()))
    """)
    assert "AAH" in words
    assert default == ["Enough"]
    assert left == 0


# -- a column of the list of claims ------------------------------------------------------------

COLUMN = """

COLUMNS = (*COLUMNS, Column("Length", lambda row: str(len(row.text)), "text", 80))
"""


def test_a_column_of_the_list_of_claims_is_one_row(copy):
    copy.add("column", COLUMN)
    [headings, cells] = copy.window("""
        press("F8")
        [table] = [each for each in window.findChildren(QTableView) if each.isVisible()]
        model = table.model()
        wait(lambda: model.rowCount())
        across = Qt.Orientation.Horizontal
        said.append([model.headerData(n, across) for n in range(model.columnCount())])
        said.append([model.index(0, n).data() for n in range(model.columnCount())])
    """)
    assert cells[headings.index("Length")] == str(len(TEXT))


# -- a measure of agreement --------------------------------------------------------------------

MEASURE = f"""
from {INTERVALS} import Coefficient
from {MEASURES} import measure


@measure("half of everything")
def half(counts):
    return Coefficient(0.5, 2)
"""


def test_the_measures_that_there_are_come_to_command_line_and_dialog(copy):
    assert "Krippendorff's alpha" in copy.vaglio("agreement")
    assert "Characters (Krippendorff’s α)" in copy.window(MEASURED)


MEASURED = """
    choose("Tools", "Agreement…")
    wait(lambda: any("2004" in each or "n = " in each for each in shown(QLabel)))
    said += shown(QLabel)
"""


def test_a_measure_of_agreement_is_one_function(copy, tmp_path):
    copy.add("measure", MEASURE)
    copy.vaglio("agreement", "--html", tmp_path / "a.html")
    assert "half of everything" in copy.vaglio("agreement")
    assert "half of everything" in (tmp_path / "a.html").read_text("utf-8")
    assert "half of everything" in copy.window(MEASURED)
