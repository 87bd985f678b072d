"""Colours for what the panels paint themselves, from the palette that the application has now."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtGui import QGuiApplication, QPalette

from .theme import Ink, Theme, make_theme


def theme_now() -> Theme:
    """The theme of the window: dark where its letters are light."""
    letters = QGuiApplication.palette().color(QPalette.ColorRole.WindowText)
    return _theme(letters.lightnessF() > 0.5)


def label_ink(colour: str) -> Ink:
    """What a label's ``#RRGGBB`` is painted with now."""
    return _label(colour, theme_now().dark)


@lru_cache(maxsize=2)
def _theme(dark: bool) -> Theme:
    return make_theme(dark=dark)


@lru_cache(maxsize=256)
def _label(colour: str, dark: bool) -> Ink:
    return make_theme({"": colour}, dark=dark).labels[""]
