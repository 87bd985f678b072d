"""Names of languages, in the language of the window."""

from __future__ import annotations

from PySide6.QtCore import QLocale

from . import words

_NAMES = {
    "it": words.note("Languages", "Italian"),
    "en": words.note("Languages", "English"),
    "fr": words.note("Languages", "French"),
    "es": words.note("Languages", "Spanish"),
    "de": words.note("Languages", "German"),
}


def language_name(code: str, window: str = "") -> str:
    """``it`` as "Italian" in an English *window*; "" for an unknown language, else its own name."""
    if code in _NAMES:
        return words.translated("Languages", _NAMES[code])
    window = window or QLocale().name()[:2]
    locale = QLocale(code)
    if code == "und" or locale.language() == QLocale.Language.C:
        return ""
    if window == "en":
        return QLocale.languageToString(locale.language())
    name = locale.nativeLanguageName()
    return name[:1].upper() + name[1:]
