"""The key of an action as the user has it now, for words and caps that name it."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence

from ..settings import Settings
from . import table


def key_of(action_id: str) -> str:
    """``Ctrl+Return`` or the like, as Qt writes keys; "" where the action has none."""
    return (*table.keys(Settings().keys)[action_id], "")[0]


def native(action_id: str) -> str:
    """The key as it is called on this system."""
    return QKeySequence(key_of(action_id)).toString(QKeySequence.SequenceFormat.NativeText)
