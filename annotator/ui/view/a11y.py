"""What a screen reader is told.

The view has a name and a description that follow the current annotation, and it announces what
changes. It has no text interface: one written in Python ends the program when a screen reader
asks it anything (PySide6 6.11); the inspector's list of annotations is a real table instead.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from annotator.core.highlight_layout import Highlight

LONGEST = 200  # characters read out


def announce(widget: QWidget, text: str) -> None:
    """Let the screen reader say *text* when it has finished what it is saying."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))


def described(text: str, highlights: Sequence[Highlight]) -> str:
    """``ORG “Banca d’Italia”``: an annotation in words; its spans are joined by an ellipsis."""
    if not highlights:
        return ""
    quoted = " … ".join(text[s.start : s.end] for s in highlights)
    if len(quoted) > LONGEST:
        quoted = quoted[: LONGEST - 1] + "…"
    first = highlights[0]
    name = first.ref or first.label or first.colour
    marks = f"{name} ?" if first.unsure else name
    said = f", {first.said}" if first.said else ""
    return f"{marks} “{quoted}”{said}"
