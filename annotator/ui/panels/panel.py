"""What a panel is: a widget that shows the open article's sheet and emits what is wanted.

A new panel is one new file in this folder with one `Panel` subclass; the inspector's tabs, the
View menu and its shortcut follow.
"""

from __future__ import annotations

import importlib
import pkgutil
from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from annotator.core.editing.analyst_view import AnalystView

from ..modes.annotate import AnnotateMode
from ..widgets.dialog import BeginsAt


class Panel(BeginsAt):
    """A page of the inspector."""

    left = Signal()  # what was begun in it is ended: back to the article
    name: ClassVar[str]  # stable, for settings
    order: ClassVar[int] = 50  # from left to right
    key: ClassVar[str] = ""  # that shows it
    is_aside: ClassVar[bool] = False  # has a tab only while it is in front; the menu leads to it

    def __init__(self, annotate_mode: AnnotateMode, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.annotate_mode = annotate_mode

    @classmethod
    def title(cls) -> str:
        """The translated word on its tab."""
        raise TypeError(f"{cls.__name__} has no title")

    def show_sheet(self, analyst_view: AnalystView | None) -> None:
        """Show another article, or the same one after a change; called only while visible."""

    def show_current(self, id_: str) -> None:
        """The current annotation is another one ("" for none)."""

    def flush(self) -> None:
        """Save what is typed and not saved yet.

        Raises:
            UserError: it cannot be saved; it stays typed.
        """

    def leave(self) -> None:
        """The project is about to be closed: save what is half typed, and touch nothing after."""


def panels() -> list[type[Panel]]:
    """Every panel in this folder, in their order."""
    package = importlib.import_module(__package__ or "")
    for module in pkgutil.iter_modules(package.__path__):
        importlib.import_module(f"{package.__name__}.{module.name}")
    return sorted(Panel.__subclasses__(), key=lambda each: (each.order, each.name))
