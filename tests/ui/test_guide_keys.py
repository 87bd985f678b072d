"""The tables of all keys at the end of the guides are made from the commands."""

from __future__ import annotations

import pytest

from tools.guide_keys import GUIDES, main, table, updated


@pytest.mark.parametrize("language", GUIDES)
def test_the_table_in_the_guide_is_as_the_commands_are(language):
    text = GUIDES[language].read_text("utf-8")
    assert updated(text, language) == text, "run: python -m tools.guide_keys"


def test_the_table_has_every_key_in_the_words_of_the_reader():
    assert "| Judge | Accept and go on | `A` |" in table("en")
    assert "| Vista | Mostra: Linee guida | `H` |" in table("it")
    assert "`Ctrl++`, `Ctrl+=`" in table("it")
    assert "`Spazio`" in table("it")


def test_the_check_says_what_is_not_up_to_date(capsys):
    assert main(["--check"]) == 0
    assert capsys.readouterr().out == ""
