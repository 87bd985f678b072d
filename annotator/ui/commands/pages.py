"""The pages of the inspector as commands: each makes its own row, so that the View menu follows."""

from __future__ import annotations

from dataclasses import replace

from ..command_table.command import Command, Menu
from ..command_table.table import COMMANDS, PAGE
from ..panels.panel import panels


def page_commands() -> tuple[Command, ...]:
    """``show_<name>`` for every page that there is, in their order."""
    return tuple(
        replace(
            PAGE,
            id=f"show_{kind.name}",
            menu=Menu.VIEW,
            keys=(kind.key,) if kind.key else (),
            scope="article" if len(kind.key) == 1 else "window",
            calls=("show_page", kind.name),
            page=kind.title,
        )
        for kind in panels()
    )


def every_command() -> tuple[Command, ...]:
    return (*COMMANDS, *page_commands())
