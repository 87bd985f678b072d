"""The catalogue tool on small samples, and the catalogues that ship."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QObject, QTranslator

from tools.phrases import Phrase, Untranslatable, collect
from tools.translations import (
    CATALOGUE,
    ENGLISH,
    PACKAGE,
    compile_catalogue,
    entries,
    mismatched,
    missing,
    update,
)


def package(folder: Path, **modules: str) -> Path:
    """A package to collect from: name of module → its source."""
    made = folder / "sample"
    made.mkdir(exist_ok=True)
    for name, source in modules.items():
        (made / f"{name}.py").write_text(source, "utf-8")
    return made


def translate(catalogue: Path, source: str, *made: str) -> None:
    """Do in *catalogue* what a translator does in Linguist."""
    text = catalogue.read_text("utf-8")
    start = text.index(f"<source>{source}</source>")
    head, tail = text[:start], text[start:]
    tail = tail.replace('<translation type="unfinished">', "<translation>", 1)
    for each in made:
        empty = "<numerusform></numerusform>" if len(made) > 1 else "<translation></translation>"
        tail = tail.replace(empty, empty.replace("><", f">{each}<", 1), 1)
    catalogue.write_text(head + tail, "utf-8")


# Collecting


def test_words_of_a_widget_are_found_under_its_class(tmp_path):
    source = """
class Panel(QWidget):
    def title(self):
        class Inner:
            def name(self): return self.tr("inner")
        return self.tr("Open", "a file"), self.tr("%n article(s)", None, count)
"""
    assert collect(package(tmp_path, panel=source)) == [
        Phrase("Inner", "inner"),
        Phrase("Panel", "Open", "a file"),
        Phrase("Panel", "%n article(s)", plural=True),
    ]


def test_noted_and_translated_words_are_found_under_the_context_they_name(tmp_path):
    source = """
ROWS = [translation.note("Actions", "Undo"), QCoreApplication.translate("Page", "one " "two")]
def said(english): return QCoreApplication.translate("Actions", english)
"""
    with pytest.raises(Untranslatable):
        collect(package(tmp_path, rows=source))
    looked_up = source.replace('translate("Actions", english)', "translate(context, english)")
    looked_up = looked_up.replace("said(english)", "said(context, english)")
    assert collect(package(tmp_path, rows=looked_up)) == [
        Phrase("Actions", "Undo"),
        Phrase("Page", "one two"),
    ]


def test_messages_and_hints_of_user_errors_are_found_wherever_they_are_raised(tmp_path):
    source = """
class Fault(errors.UserError): pass
class Worse(Fault): pass
def read(line):
    hint = "Look again." if line else "Write one."
    raise Worse("{file} is bad", hint=hint, file=1)
class Line:
    def fault(self, message: str, *, hint, **fields):
        return Fault(message, hint=hint, **fields)
    def parse(self):
        raise self.fault("half a line", hint="")
"""
    assert collect(package(tmp_path, reading=source)) == [
        Phrase("Errors", "{file} is bad"),
        Phrase("Errors", "Look again."),
        Phrase("Errors", "Write one."),
        Phrase("Errors", "half a line"),
    ]


def test_what_formats_cannot_carry_is_found_through_names_functions_and_what_is_handed_on(tmp_path):
    source = """
WHY = "The format holds spans."
KINDS = {"claims": "a claim", "rulings": "a ruling"}
class Report:
    def lose(self, what: str, why: str, *, title: str): ...
class FormatCapabilities:
    why: str = "It holds little."
def reason(link):
    return None if link else NOWHERE
def lose_all(report, kind, why: str):
    report.lose(KINDS[kind], why, title="all")
def write(report, holds, title):
    lose_all(report, "claims", WHY)
    report.lose("a link", holds.why, title=title)
    report.lose("a name" if title else "a title", reason(title), title="x")
    placing.lose(title)
    if (why := reason(title)): report.lose("a file", why, title="y")
HOLDS = FormatCapabilities(why="It holds more.")
"""
    constants = 'NOWHERE = "It leads nowhere."'
    found = collect(package(tmp_path, writing=source, links=constants))
    assert {phrase.context for phrase in found} == {"Losses"}
    assert {phrase.text for phrase in found} == {
        *("a claim", "a ruling", "a link", "a name", "a title", "a file"),
        *("The format holds spans.", "It holds little.", "It holds more.", "It leads nowhere."),
    }


@pytest.mark.parametrize(
    "wrong",
    [
        'raise UserError(f"{name} is bad")',
        'raise UserError("bad", hint="Try " + other)',
        'report.lose("a claim", f"It has no {place}.", title="")',
        "def f(x):\n  for what in x: report.lose(what, 'It is gone.', title='')",
        'translation.note("Actions", "Undo".upper())',
        "class A:\n  def f(self): self.tr(f'{x}')",
        "class A:\n  def f(self): self.tr('%n', None, 1)\nclass B(A): pass",
    ],
)
def test_words_that_qt_would_never_find_are_refused_with_the_place(tmp_path, wrong):
    with pytest.raises(Untranslatable, match=r"sample/bad\.py:\d+: "):
        collect(package(tmp_path, bad=wrong))


# The catalogue


def test_a_translated_word_is_shown_in_italian_with_its_plural(tmp_path, qapp):
    awkward = 'Tab\\t\\"q\\" \\\\ ?? è 😀'
    source = (
        "class Panel:\n  def f(self):\n"
        f'    self.tr("{awkward}"); self.tr("%n article(s)", None, 2); self.tr("Open")'
    )
    catalogue, compiled = tmp_path / "x.ts", tmp_path / "x.qm"
    update(package(tmp_path, panel=source), catalogue)
    translate(catalogue, "%n article(s)", "%n articolo", "%n articoli")
    translate(catalogue, "Open", "Apri")
    compile_catalogue(catalogue, compiled)

    class Panel(QObject):
        pass

    translator = QTranslator()
    assert translator.load(str(compiled))
    assert qapp.installTranslator(translator)
    try:
        assert Panel().tr("Open") == "Apri"
        assert Panel().tr("%n article(s)", None, 1) == "1 articolo"
        assert Panel().tr("%n article(s)", None, 2) == "2 articoli"
        assert QCoreApplication.translate("Panel", "Close") == "Close"
    finally:
        qapp.removeTranslator(translator)
    assert missing(catalogue) == ['Panel: Tab\t"q" \\ ?? è 😀']


def test_a_second_update_keeps_translations_and_marks_what_has_gone(tmp_path):
    catalogue = tmp_path / "x.ts"
    update(
        package(tmp_path, a='translation.note("C", "stays"); translation.note("C", "goes")'),
        catalogue,
    )
    translate(catalogue, "stays", "resta")
    translate(catalogue, "goes", "va")
    update(
        package(tmp_path, a='translation.note("C", "stays"); translation.note("C", "comes")'),
        catalogue,
    )
    assert [(p.text, made, done) for p, made, done in entries(catalogue)] == [
        ("stays", ["resta"], True),
        ("comes", [""], False),
    ]
    assert missing(catalogue) == ["C: comes"]
    assert '<translation type="vanished">va</translation>' in catalogue.read_text("utf-8")


def test_a_translation_that_loses_a_placeholder_is_named(tmp_path):
    catalogue = tmp_path / "x.ts"
    source = 'translation.note("C", "{who} at {when}"); translation.note("C", "%1 of %2")'
    update(package(tmp_path, a=source), catalogue)
    translate(catalogue, "{who} at {when}", "{who} alle {quando}")
    translate(catalogue, "%1 of %2", "su %2, %1")
    assert mismatched(catalogue) == ["C: {who} at {when} → {who} alle {quando}"]


def test_the_english_catalogue_holds_only_plurals(tmp_path):
    catalogue = tmp_path / "en.ts"
    source = "class P:\n  def f(self): self.tr('Open'); self.tr('%n word(s)', None, 1)"
    update(package(tmp_path, a=source), catalogue, language="en")
    assert missing(catalogue) == ["P: %n word(s)"]


# What ships


@pytest.mark.parametrize("catalogue", [CATALOGUE, ENGLISH], ids=["it", "en"])
def test_every_phrase_that_ships_is_translated_with_the_same_placeholders(catalogue):
    assert missing(catalogue) == []
    assert mismatched(catalogue) == []


def test_the_catalogue_has_every_phrase_of_the_code_and_no_other():
    """Otherwise run ``python -m tools.translations`` and translate what is new."""
    assert {phrase for phrase, _, _ in entries(CATALOGUE)} == set(collect(PACKAGE))


@pytest.mark.parametrize("catalogue", [CATALOGUE, ENGLISH], ids=["it", "en"])
def test_what_the_window_loads_is_compiled_from_the_catalogue(catalogue, tmp_path):
    compile_catalogue(catalogue, tmp_path / "new.qm")
    assert (tmp_path / "new.qm").read_bytes() == catalogue.with_suffix(".qm").read_bytes()
