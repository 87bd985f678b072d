"""What the words after ``vaglio`` begin: the window, or the command line."""

from __future__ import annotations

import sys

import pytest

import annotator.__main__
import annotator.cli
import annotator.ui.app
from annotator.__main__ import main


@pytest.mark.parametrize(
    ("words", "does"),
    [
        ([], ("window", [])),
        (["open"], ("window", [])),
        (["open", "a.vaglio", "--author", "anna"], ("window", ["a.vaglio", "--author", "anna"])),
        (["a.vaglio"], ("window", ["a.vaglio"])),
        (["list", "a.vaglio"], ("commands", ["list", "a.vaglio"])),
        (["--version"], ("commands", ["--version"])),
    ],
)
def test_the_window_or_a_command(monkeypatch, words, does):
    done = []
    monkeypatch.setattr(annotator.__main__, "give_up", lambda: done.append("no network"))
    monkeypatch.setattr(annotator.ui.app, "run", lambda given: done.append(("window", given)) or 0)
    monkeypatch.setattr(annotator.cli, "main", lambda given: done.append(("commands", given)) or 0)
    monkeypatch.setattr(sys, "argv", ["vaglio", *words])
    assert main() == 0
    alone = ["no network"] if does[0] == "commands" else []
    assert done == [*alone, does]
