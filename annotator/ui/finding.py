"""The command palette, filled with the window's actions and the project's articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence

from . import actions
from .dialogs.palette import Palette, PaletteItem

if TYPE_CHECKING:
    from .window import MainWindow


def open_palette(window: MainWindow) -> None:
    """Every action by its name, and articles by their titles."""
    items = [_item(window, row) for row in actions.ROWS if row.id != "find_action"]
    box = Palette(items, window, more=lambda typed: _articles(window, typed))
    box.chosen.connect(window.act)
    box.open()


def _item(window: MainWindow, row: actions.ActionRow) -> PaletteItem:
    action = window.by_id[row.id]
    return PaletteItem(
        id=row.id,
        title=action.text(),
        hint=actions.said(row.menu),
        key=action.shortcut().toString(QKeySequence.SequenceFormat.NativeText),
        enabled=action.isEnabled(),
    )


def _articles(window: MainWindow, typed: str) -> list[PaletteItem]:
    if window.bench is None:
        return []
    hint = QCoreApplication.translate("Palette", "article")
    return [
        PaletteItem(id=f"article:{id_}", title=title, hint=hint)
        for id_, title in window.bench.desk.store.titles_like(typed, limit=8)
    ]
