"""What the documents say can be done: commands, keys, menus, pictures and links are there."""

from __future__ import annotations

import argparse
import re
import shlex
from pathlib import Path
from urllib.parse import unquote

import pytest

from annotator import cli as command_line
from annotator.core.scheme import Scheme
from annotator.services.session import default_scheme
from annotator.ui import app as window
from annotator.ui.command_table import table
from annotator.ui.command_table.table import COMMANDS
from annotator.ui.commands.pages import every_command
from tests import ROOT
from tools.translations import CATALOGUE, entries

FOLDERS = (ROOT, ROOT / "docs", ROOT / "seeds", ROOT / "resources" / "guidelines")
DOCUMENTS = sorted(path for folder in FOLDERS for path in folder.glob("*.md"))
COMMAND_LINE = (ROOT / "docs" / "command-line.md").read_text("utf-8")
GUIDES = {"en": ROOT / "docs" / "guide.md", "it": ROOT / "docs" / "guida.md"}
KEYS_IN_ITALIAN = {
    "Spazio": "Space",
    "Canc": "Del",
    "Invio": "Return",
    "Giù": "Down",
    "Su": "Up",
    "Destra": "Right",
    "Sinistra": "Left",
    "Pag↓": "PgDown",
    "Pag↑": "PgUp",
}
each_document = pytest.mark.parametrize("path", DOCUMENTS, ids=lambda p: str(p.relative_to(ROOT)))
each_guide = pytest.mark.parametrize("language", GUIDES)


def code_in(text: str) -> list[str]:
    """What stands in backticks, and the lines of blocks of code."""
    blocks = re.findall(r"^```\w*\n(.*?)^```", text, re.DOTALL | re.MULTILINE)
    rest = re.sub(r"^```\w*\n.*?^```", "", text, flags=re.DOTALL | re.MULTILINE)
    lines = [line for block in blocks for line in block.splitlines()]
    return lines + [each for _, each in re.findall(r"(`+)(.+?)\1", rest)]


def commands_in(text: str) -> list[str]:
    return [code for code in code_in(text) if re.match(r"vaglio( |$)", code)]


def subparsers() -> dict[str, argparse.ArgumentParser]:
    [made] = [
        action
        for action in command_line.make_parser()._actions
        if isinstance(action, argparse._SubParsersAction)
    ]
    for parser in made.choices.values():
        parser.load()
    return dict(made.choices)


# -- commands ------------------------------------------------------------------------------


def parse(words: list[str]) -> None:
    """As the program would; SystemExit with a code other than 0 where it would refuse."""
    try:
        if words[:1] == ["open"]:
            window._words(words[1:])
        elif words:
            command_line.make_parser().parse_args(words)
    except SystemExit as end:  # --help and --version end well
        if end.code:
            raise


def check(command: str) -> None:
    """Raise SystemExit, KeyError or AssertionError for a command that would be refused."""
    command = command.split(" | ")[0].replace("…", "")
    optional = re.findall(r"\[(.*?)\]", command)
    words = shlex.split(re.sub(r"\[.*?\]", "", command), comments=True)[1:]
    if len(words) == 1 and not words[0].startswith("-"):
        assert words[0] in subparsers()  # named in a sentence
        return
    parse(words)
    if not optional:
        return
    options = {each for action in subparsers()[words[0]]._actions for each in action.option_strings}
    for part in optional:
        name = part.split()[0]
        is_known = name in options or not name.startswith("-")
        assert is_known, f"{name} in: {command}"


@each_document
def test_every_command_shown_is_one_that_the_program_takes(path):
    for command in commands_in(path.read_text("utf-8")):
        try:
            check(command)
        except SystemExit:
            pytest.fail(f"vaglio refuses: {command}")


def test_a_command_that_the_program_does_not_take_would_be_noticed():
    for wrong in ("vaglio exprot a.vaglio", "vaglio list a.vaglio --colour red", "vaglio import a"):
        with pytest.raises((SystemExit, AssertionError)):
            check(wrong)
    with pytest.raises(AssertionError):
        check("vaglio backup PROJECT [--fast]")


@pytest.mark.parametrize("name", subparsers())
def test_every_command_and_option_is_described(name):
    section = re.search(rf"^## {name}\n(.*?)(?=^## |\Z)", COMMAND_LINE, re.DOTALL | re.MULTILINE)
    assert section, f"no section on {name}"
    assert f"vaglio {name} " in section[1]
    for action in subparsers()[name]._actions:
        wanted = action.help is not argparse.SUPPRESS and action.option_strings
        if wanted and not {"--help", "--author"} & set(action.option_strings):
            assert any(o in section[1] for o in action.option_strings), action.option_strings


# -- keys and menus ------------------------------------------------------------------------


def in_english(key: str) -> str:
    if key.endswith("+"):  # the plus itself
        return key
    return "+".join(KEYS_IN_ITALIAN.get(part, part) for part in key.split("+"))


def keys_in_tables(text: str) -> set[str]:
    """What stands in backticks in the first column of the tables of keys."""
    found: set[str] = set()
    is_inside = False
    for line in text.splitlines():
        if not line.startswith("|"):
            is_inside = False
        elif re.match(r"\| (press|premi) \|", line):
            is_inside = True
        elif is_inside:
            found |= {in_english(key) for key in re.findall(r"`(.+?)`", line.split("|")[1])}
    return found


def label_keys(scheme: Scheme) -> set[str]:
    return {label.key for label in scheme.offered() if label.key}


@each_guide
def test_every_key_in_the_guide_does_something(language):
    named = keys_in_tables(GUIDES[language].read_text("utf-8"))
    known = {key for each in table.keys({}, every_command()).values() for key in each}
    assert named - known - label_keys(default_scheme()) == set()


@each_guide
def test_every_key_of_an_action_is_in_the_guide(language):
    text = GUIDES[language].read_text("utf-8")
    named = {in_english(code) for code in code_in(text)}
    known = {key for each in table.keys({}, every_command()).values() for key in each}
    assert known - named - {"Ctrl+C"} == set()  # what everybody knows


def test_both_guides_name_the_same_keys():
    english, italian = (keys_in_tables(p.read_text("utf-8")) for p in GUIDES.values())
    assert english == italian


@each_guide
def test_every_menu_and_action_in_the_guide_is_so_called(language):
    words = {phrase.text: made[0] for phrase, made, _ in entries(CATALOGUE)}
    said = words if language == "it" else {text: text for text in words}
    there = {(said[row.menu.value], said[row.text]) for row in COMMANDS if row.menu.value}
    text = " ".join(GUIDES[language].read_text("utf-8").split())
    named = set(re.findall(r"\*(\w+) › (.+?)\*", text))
    assert named
    assert named - there == set()


# -- links, pictures, targets ---------------------------------------------------------------


def anchors(path: Path) -> set[str]:
    headings = re.findall(r"^#+ (.+)$", path.read_text("utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}


@each_document
def test_every_link_and_picture_leads_somewhere(path):
    text = re.sub(r"^```.*?^```", "", path.read_text("utf-8"), flags=re.DOTALL | re.MULTILINE)
    for target in re.findall(r"\]\(([^)\s]+)\)", text):
        if re.match(r"https?:|mailto:", target):
            continue
        name, _, anchor = unquote(target).partition("#")
        there = (path.parent / name).resolve() if name else path
        assert there.exists(), target
        assert there.is_relative_to(ROOT), target
        if anchor and there.suffix == ".md":
            assert anchor in anchors(there), target


def test_every_picture_is_shown_somewhere_and_small():
    shown = "".join(path.read_text("utf-8") for path in DOCUMENTS)
    pictures = sorted((ROOT / "docs" / "pictures").glob("*.png"))
    assert pictures
    for picture in pictures:
        assert f"pictures/{picture.name})" in shown, picture.name
        assert picture.stat().st_size <= 300_000, picture.name


@each_document
def test_every_make_target_named_is_in_the_makefile(path):
    targets = set(re.findall(r"^([\w-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    for code in code_in(path.read_text("utf-8")):
        for named in re.findall(r"^(?:make) ([\w-]+)", code):
            assert named in targets, code
