"""Write the table of all keys into the guides, from the table of commands.

    python -m tools.guide_keys          update docs/guide.md and docs/guida.md
    python -m tools.guide_keys --check  exit 1 where one is not as the commands are now

It stands at the end of each guide, between two comments; the Italian words are the catalogue's.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from annotator.ui.command_table.command import Command, Menu
from annotator.ui.command_table.table import COMMANDS
from annotator.ui.commands.pages import page_commands

from .translations import CATALOGUE, entries

ROOT = Path(__file__).resolve().parent.parent
GUIDES = {"en": ROOT / "docs" / "guide.md", "it": ROOT / "docs" / "guida.md"}
BEGIN, END = "<!-- keys: made by tools/guide_keys.py -->", "<!-- end of keys -->"
_HEADS = {"en": ("menu", "action", "keys"), "it": ("menu", "azione", "tasti")}
_ITALIAN_KEYS = {
    "Space": "Spazio",
    "Del": "Canc",
    "Return": "Invio",
    "Down": "Giù",
    "Up": "Su",
    "Right": "Destra",
    "Left": "Sinistra",
    "PgDown": "Pag↓",
    "PgUp": "Pag↑",
}


def table(language: str) -> str:
    """Every command of a menu, in the order of the menus, with its keys."""
    made = {phrase.text: found[0] for phrase, found, _ in entries(CATALOGUE)} | {"": ""}
    titles = {phrase.text: found[0] for phrase, found, _ in entries(CATALOGUE)}
    said: Callable[[str], str] = (lambda text: made[text]) if language == "it" else str
    lines = [_row(_HEADS[language]), "| --- | --- | --- |"]
    commands = (*COMMANDS, *page_commands())
    for menu in Menu:
        for row in commands:
            if row.menu == menu != Menu.NONE:
                name = _name(row, said, titles if language == "it" else {})
                lines.append(_row((said(menu.value), name, _keys(row, language))))
    return "\n".join(lines)


def _name(row: Command, said: Callable[[str], str], titles: Mapping[str, str]) -> str:
    page = row.page() if row.page else ""
    return said(row.text).format(page=titles.get(page, page)).replace("|", "\\|")


def _keys(row: Command, language: str) -> str:
    names = _ITALIAN_KEYS if language == "it" else {}
    parts = [[names.get(part, part) for part in _parts(key)] for key in row.keys]
    return ", ".join("`" + "+".join(each) + "`" for each in parts)


def _parts(key: str) -> list[str]:
    """Of ``Ctrl++`` the last plus is a key."""
    return (
        [*key[:-2].split("+"), "+"]
        if key.endswith("++")
        else [key]
        if key == "+"
        else key.split("+")
    )


def _row(cells: tuple[str, ...]) -> str:
    return f"| {' | '.join(cells)} |"


def updated(text: str, language: str) -> str:
    """A guide with the table as it is now."""
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n\n{table(language)}\n\n{END}{after}"


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m tools.guide_keys", description=__doc__)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("--check", action="store_true", help="only say which are not up to date")
    is_check = parser.parse_args(arguments).check
    old = []
    for language, path in GUIDES.items():
        text = path.read_text("utf-8")
        now = updated(text, language)
        if now != text:
            old.append(path.name)
            if not is_check:
                path.write_text(now, "utf-8")
    for name in old:
        print(f"{name}: {'not up to date' if is_check else 'updated'}")
    return 1 if is_check and old else 0


if __name__ == "__main__":
    sys.exit(main())
