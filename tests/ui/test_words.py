"""The window read through: Italian where Italian was chosen, plurals, and one word for one thing."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator

import pytest
from PySide6.QtCore import QLocale, QPoint
from PySide6.QtWidgets import QApplication

from annotator.core.editing import annotation_edits
from annotator.core.errors import UserError
from annotator.core.paths import RESOURCES
from annotator.services.session import Session, open_session
from annotator.ui.application import install_language
from annotator.ui.command_table.table import COMMANDS
from annotator.ui.main_window import MainWindow
from annotator.ui.settings import Settings
from tests import notation
from tests.services.test_session import paste
from tools.translations import CATALOGUE, ENGLISH, entries

from .commands.places import SITUATIONS, close_dialogs, open_window
from .shown_words import Shown, actions_of, nothing_runs, shown_words

MARKED = (
    "[Mario Rossi|PER] ha detto alla [Reuters|ORG] che {i prezzi sono scesi a [maggio|DATE] e gli "
    "affitti sono saliti|CLAIM}. {Ha piovuto a [Roma|LOC]|CLAIM}. Mario Rossi se ne va."
)
OTHER = MARKED.replace("[Reuters|ORG]", "[Reuters|LOC]")
#: Words that tie English sentences together, none of which is Italian.
_TIES = frozenset(
    [
        "the",
        "of",
        "and",
        "claim",
        "claims",
        "is",
        "are",
        "was",
        "were",
        "with",
        "not",
        "this",
        "that",
        "these",
        "those",
        "for",
        "from",
        "or",
        "its",
        "by",
        "be",
        "been",
        "has",
        "have",
        "what",
        "which",
        "who",
        "whose",
        "their",
        "your",
        "you",
        "they",
        "there",
        "here",
        "where",
        "when",
        "will",
        "would",
        "can",
        "could",
        "does",
        "did",
        "an",
        "as",
        "at",
        "if",
        "than",
        "then",
        "into",
        "only",
        "other",
        "others",
        "more",
        "most",
        "each",
        "every",
        "nothing",
        "nobody",
    ]
)
# They end the window, begin long work of which other tests tell, or ask the system for a file.
_NAMES = {"Qt for Python", "BSD-3-Clause"}
NOT_HERE = {"close", "suggest_all", "suggest_here", "toggle_dark"}


def _words(text: str) -> set[str]:
    found = re.findall(r"[A-Za-zÀ-ÿ]+", text)
    return {word.lower() for word in found if not (len(word) > 1 and word.isupper())}


def _plain(text: str) -> str:
    return re.sub(
        r"<[^>]+>|\{[^{}]*\}|https?://\S*|\S+@\S+|\S*/\S*/\S*|[\w*./-]*\.[a-z]\w+", " ", text
    )


@pytest.fixture(scope="module")
def english() -> frozenset[str]:
    """The words of the English window that its Italian never uses: no names, codes or formats."""
    theirs: set[str] = set()
    ours: set[str] = set()
    for phrase, made, _ in entries(CATALOGUE):
        theirs |= _words(_plain(phrase.text.replace("&", "")))
        ours |= {word for text in made for word in _words(_plain(text.replace("&", "")))}
    for each in _wordings(tomllib.loads((RESOURCES / "schemes" / "news.toml").read_text("utf-8"))):
        theirs |= _words(each["en"])
        ours |= _words(each["it"])
    return frozenset(word for word in theirs - ours if len(word) > 2) | _TIES


@pytest.fixture
def spoken(qapp):
    """Makes the window speak a language until the test ends."""
    before = QLocale()
    installed = []

    def speak(language: str) -> None:
        settings = Settings()
        settings.language = language
        installed.extend(install_language(qapp, settings))

    yield speak
    for each in installed:
        qapp.removeTranslator(each)
    QLocale.setDefault(before)


@pytest.fixture
def italian_project(tmp_path):
    """An Italian article that three colleagues handed in, and another; no word of it is English."""
    path = tmp_path / "redazione.vaglio"
    with open_session(path, analyst="anna", create=True).store as store:
        first = paste(Session(store, "anna"), MARKED)
        paste(Session(store, "anna"), "{Milano dorme|CLAIM} a [maggio|DATE].")
        for name, marked in zip(("beppe", "dario", "elena"), (MARKED, OTHER, MARKED), strict=True):
            session = Session(store, name)
            for place, label in notation.parse(marked)[1]:
                view = session.analyst_view(first)
                if label == "CLAIM":
                    session.do(annotation_edits.mark_claim(view, [place]))
                else:
                    session.do(annotation_edits.mark(view, [place], label))
            session.do(annotation_edits.set_status(session.analyst_view(first), "submitted"))
    return path


@pytest.fixture
def window_on(qtbot, monkeypatch):
    """Makes carla's window on a project, or the welcome page; what goes wrong is told in it."""
    made = []

    def make(path, language: str) -> MainWindow:
        shown = open_window(path, language=language)
        qtbot.addWidget(shown)
        made.append(shown)

        def hook(_kind, error, _trace) -> None:
            assert isinstance(error, UserError), error
            shown.show_error(error)

        monkeypatch.setattr("sys.excepthook", hook)
        return shown

    yield make
    close_dialogs()
    for each in made:
        each.close()


def settle(qtbot) -> None:
    for _ in range(4):
        qtbot.wait(10)
        QApplication.processEvents()
    qtbot.waitUntil(nothing_runs, timeout=30_000)
    QApplication.processEvents()


def walked(shown: MainWindow, qtbot) -> Iterator[Shown]:
    """Every command once, from the claim with three decisions behind it, and all that it shows."""
    QApplication.clipboard().setText("Rossi parla a Roma.")  # one of the commands pastes it
    for row in COMMANDS:
        if row.id in NOT_HERE or row.id not in shown.by_id:
            continue
        shown.by_id["next_annotation"].trigger()
        shown.by_id[row.id].trigger()
        settle(qtbot)
        yield from shown_words(row.id)
        close_dialogs()
        if shown.by_id["toggle_review"].isChecked():
            shown.by_id["toggle_review"].trigger()
        QApplication.processEvents()
    for number in range(shown.workspace.inspector.count()):
        shown.workspace.inspector.setCurrentIndex(number)
        settle(qtbot)
        yield from shown_words(f"page {number}")
    offered = shown.workspace.session.scheme.offered()
    menu = shown.menus.context_menu(QPoint(0, 0), offered, QLocale().name()[:2])
    menu.popup(QPoint(0, 0))
    yield from shown_words("context menu")
    menu.close()


def foreign(found: Iterable[Shown], english: frozenset[str]) -> list[str]:
    wrong = {}
    for place, words in found:
        if words in _NAMES or "in LabelForm" in place:  # which has the English of a label as well
            continue
        hit = _words(_plain(words.replace("&", ""))) & english
        if hit:
            wrong[words] = f"{place}: {words!r} has {', '.join(sorted(hit))}"
    return list(wrong.values())


def test_english_words_are_told_from_names_codes_and_italian(english):
    found = [Shown("x", "No article was found"), Shown("y", "Esporta in JSONL di INCEpTION")]
    assert [line.split(":")[0] for line in foreign(found, english)] == ["x"]
    assert {"the", "article", "claim", "speaker", "undo", "previous"} <= english


def test_the_welcome_page_in_italian_has_no_english_word(spoken, window_on, english):
    spoken("it")
    shown = window_on(None, "it")
    assert not foreign([*shown_words("welcome"), *actions_of(shown, "welcome")], english)


@pytest.mark.parametrize("place", [place for place in SITUATIONS if place != "no project"])
def test_each_situation_in_italian_has_no_english_word(
    place, spoken, window_on, italian_project, english, tmp_path, qtbot
):
    spoken("it")
    if place == "empty project":
        italian_project = tmp_path / "vuoto.vaglio"
        open_session(italian_project, analyst="anna", create=True).store.close()
    shown = window_on(italian_project, "it")
    _go_to(place, shown)
    settle(qtbot)
    assert not foreign([*shown_words(place), *actions_of(shown, place)], english)


def _go_to(place: str, shown: MainWindow) -> None:
    """The situations of `places`, at the same spots of the Italian article."""
    match place:
        case "review":
            shown.act("toggle_review")
        case "claims" | "no claims":
            shown.act("show_claims")
        case "submitted":
            shown.act("accept_all")
            shown.act("submit")
        case "own claim":
            shown.act("accept_all")
            shown.act("next_annotation")
        case _:
            shown.act("next_undecided")


def test_no_command_in_italian_shows_an_english_word(
    spoken, window_on, italian_project, english, qtbot
):
    spoken("it")
    shown = window_on(italian_project, "it")
    found = [*walked(shown, qtbot)]
    places = {each.place.split(":")[0] for each in found}
    assert len(places) > 80
    wrong = foreign(found, english)
    assert not wrong, "\n".join(wrong)


def test_no_command_in_english_shows_a_plural_in_brackets(
    spoken, window_on, italian_project, qtbot
):
    spoken("en")
    shown = window_on(italian_project, "en")
    found = [*walked(shown, qtbot)]
    assert not [each for each in found if re.search(r"\w\((s|es|ies)\)|%n", each.words)]
    assert not [each for each in found if re.search(r"(?<![\d.,])1 (?:[a-z]+s)\b", each.words)]


def _is_alone(text: str) -> bool:
    said = re.sub(r"\{[^{}]*\}", "", text)
    return bool(
        re.search(r"(?<!outside )(?<!primary )(?<![(“])\bsources?\b(?!:)", said, re.IGNORECASE)
    )


def test_who_speaks_and_the_document_outside_never_have_one_word():
    """In the catalogues and the scheme: a source is an outside or a primary one, never a speaker."""
    scheme = tomllib.loads((RESOURCES / "schemes" / "news.toml").read_text("utf-8"))
    said = [(phrase.text, made) for phrase, made, _ in entries(CATALOGUE)]
    said += [(each["en"], [each["it"]]) for each in _wordings(scheme)]
    assert len(said) > 2000
    assert not [english for english, _ in said if _is_alone(english)]
    for _, made in said:
        for italian in made:
            rest = italian.lower().replace("fonte primaria", "")
            assert not re.search(r"\b(font[ei]|indizi[oi]?)\b", rest), italian


def _wordings(held: object) -> Iterator[dict[str, str]]:
    if isinstance(held, dict):
        if isinstance(held.get("en"), str) and isinstance(held.get("it"), str):
            yield held
        held = list(held.values())
    for each in held if isinstance(held, list) else ():
        yield from _wordings(each)


def test_every_plural_of_english_has_a_singular():
    for phrase, made, _ in entries(ENGLISH):
        assert len(made) == 2
        assert not re.search(r"\w\((s|es|ies)\)", " ".join(made)), phrase.text
