"""Foreign words on the terminal: shown, and never acting, whatever command prints them."""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from annotator.cli import main, make_parser
from annotator.core.annotated_article import AnnotatedArticle
from annotator.core.visible_text import visible
from annotator.formats import article
from annotator.services.session import open_session
from tests import ROOT

EVIL = "\x1b]0;PWNED\x07\x9b31m \u202egpj.exe\u2066\u200b"
TEXT = f"Il sindaco Mario Rossi {EVIL} ha detto ieri che le spese sono salite del 3%."


@pytest.fixture
def project(tmp_path):
    """A project in which whatever can hold a word holds a hostile one."""
    path = tmp_path / "p.vaglio"
    for who in ("anna", f"bruno{EVIL}"):
        with open_session(path, analyst=who, create=True).store as store:
            made = article(TEXT, title=f"Titolo\n{EVIL}", publisher=EVIL, author=EVIL, url=EVIL)
            store.load([AnnotatedArticle(article=made)], author=who, tool="paste")
    assert main(["suggest", str(path), "--author", f"bruno{EVIL}"]) == 0
    return path


def hostile_names(folder: Path) -> list[str]:
    """Files that cannot be imported, and whose names act."""
    names = [
        f"a{EVIL}.txt".replace("\x9b", ""),
        "b\n\x1b[2J.pdf",
        f"c{EVIL}.xyz".replace("\x9b", ""),
    ]
    for name in names:
        (folder / name).write_bytes(b"")
    return [str(folder / name) for name in names]


def commands(project: Path, folder: Path) -> list[list[str]]:
    """What an analyst may type, with each command of the program at least once."""
    p, evil = str(project), f"bruno{EVIL}"
    page = folder / "page.html"
    page.write_text(f"<title>{EVIL}</title><p>{TEXT}</p>", encoding="utf-8")
    bundle = folder / "sent.vgb"
    return [
        ["list", p],
        ["show", p, "1"],
        ["about", p, "1", "--author", evil],
        ["labels", p],
        ["import", p, *hostile_names(folder)],
        ["import", p, str(page), "--preview"],
        ["watch", p, str(folder), "--once"],
        ["watch", p, "--list"],
        ["check", p],
        ["compare", p, "--layers", f"anna,{evil}"],
        ["compare", p, "1", "--layers", f"anna,{evil}"],
        ["adjudicate", p, "--layers", f"anna,{evil}"],
        ["claims", p],
        ["said-before", p],
        ["agreement", p, "--layers", f"anna,{evil}"],
        ["evaluate", p, "--gold", evil, "--layer", evil],
        ["progress", p],
        ["review-rules", p],
        ["assign", p, "--to", evil],
        ["assign", p],
        ["bundle", p, "-o", str(bundle), "--author", evil],
        ["merge", p, str(bundle), "--dry-run"],
        ["merge", p, str(bundle)],
        ["export", p, "--layer", EVIL, "-o", "-"],
        ["backup", p, "-o", str(folder / EVIL.replace("\x9b", ""))],
        ["keep", p, *hostile_names(folder)],
        ["nothing-" + EVIL],
        ["list", p, "--" + EVIL],
        ["new", p],
        ["show", p, EVIL],
        ["versions", p],
        ["learn", p, "--author", evil],
        ["reanchor", p, "1", "1", "--author", evil],
        ["delete", p, "1", "--preview"],
        ["delete", p, "1", "--yes", "--reason", EVIL, "--author", evil],
        ["delete", p],
    ]


@pytest.fixture(params=["in a pipe", "on a terminal"])
def printed(request, tmp_path):
    """Runs a command and returns all that it printed."""

    def run(words: list[str]) -> str:
        line = [sys.executable, "-m", "annotator", *words]
        if request.param == "in a pipe":
            done = subprocess.run(line, capture_output=True, cwd=ROOT, check=False)
            return (done.stdout + done.stderr).decode()
        import pty

        said = bytearray()
        before = os.getcwd()
        os.chdir(ROOT)
        try:

            def read(terminal: int) -> bytes:
                data = os.read(terminal, 65536)
                said.extend(data)
                return b" " if data else data

            outside = os.open(os.devnull, os.O_RDWR)
            keep_out, keep_in = os.dup(1), os.dup(0)
            os.dup2(outside, 1)
            os.dup2(outside, 0)
            try:
                pty.spawn(line, read)
            finally:
                os.dup2(keep_out, 1)
                os.dup2(keep_in, 0)
        finally:
            os.chdir(before)
        # ours: the next word of progress
        return said.decode().replace("\r\x1b[K", "").replace("\r\n", "\n")

    return run


def test_no_command_lets_foreign_words_act(project, tmp_path, printed):
    folder = tmp_path / "in"
    folder.mkdir()
    for words in commands(project, folder):
        said = printed(words)
        assert visible(said) == said, words
        assert "Traceback" not in said, words


def test_they_are_shown(project, tmp_path, printed):
    said = printed(["show", str(project), "1"])
    assert "Titolo ⟨U+001B⟩]0;PWNED⟨U+0007⟩⟨U+009B⟩31m ⟨U+202E⟩gpj.exe⟨U+2066⟩⟨U+200B⟩" in said
    assert printed(["list", str(project)]).count("\n") == 1


def test_an_error_of_import_names_the_file_visibly(project, tmp_path, printed):
    said = printed(["import", str(project), *hostile_names(tmp_path)])
    assert "a⟨U+001B⟩]0;PWNED⟨U+0007⟩31m ⟨U+202E⟩gpj.exe" in said
    assert "b⟨U+000A⟩⟨U+001B⟩[2J.pdf" in said


def test_what_scripts_read_stays_as_it_is(project, tmp_path):
    def bytes_of(*words: str) -> bytes:
        line = [sys.executable, "-m", "annotator", *words]
        return subprocess.run(line, capture_output=True, cwd=ROOT, check=True).stdout

    row = json.loads(bytes_of("list", str(project), "--json"))
    assert row["title"] == f"Titolo {EVIL}"
    assert "\u202e".encode() in bytes_of("list", str(project), "--json")
    saved = tmp_path / "out.jsonl"
    bytes_of("export", str(project), "--layer", "all", "-o", str(saved))
    assert bytes_of("export", str(project), "--layer", "all", "-o", "-") == saved.read_bytes()


def test_json_and_exports_are_harmless_on_a_terminal_too(project, printed):
    for words in (
        ["list", "--json"],
        ["export", "-o", "-", "--layer", "all"],
        ["show", "1", "--json"],
    ):
        said = printed([words[0], str(project), *words[1:]])
        if "\u202e" in said:  # in the pipe
            continue
        assert visible(said) == said


def test_every_command_is_among_those_tried(tmp_path):
    """`open` shows a window; what those of `elsewhere` print, other tests look at."""
    [under] = [
        each for each in make_parser()._actions if isinstance(each, argparse._SubParsersAction)
    ]
    tried = {words[0] for words in commands(tmp_path / "p", tmp_path)}
    elsewhere = {"suggest", "export", "render", "doctor", "open"}
    elsewhere |= {"encrypt", "decrypt", "passphrase", "recover"}  # these print no foreign words
    assert set(under.choices) - tried - elsewhere == set()
