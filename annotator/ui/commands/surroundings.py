"""What the handlers of an open project may use besides what they work on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from ..settings import Settings


@dataclass(frozen=True)
class WindowServices:
    """The few things of the window that most handlers need, and nothing else of it."""

    widget: QWidget  # the parent of dialogs: they are closed with the project
    settings: Settings
    language: str
    say: Callable[[str], None]  # over the article, until something else is said
    reload: Callable[[], None]  # show what is stored now
    turn_to: Callable[[str], QWidget]  # bring a page of the inspector to the front
    run: Callable[..., None]  # another command, with what it is to be given
