"""Names of languages, in the language of the window."""

from __future__ import annotations

from PySide6.QtCore import QLocale

from annotator.ui import translation

_NAMES = {
    "it": translation.note("Languages", "Italian"),
    "en": translation.note("Languages", "English"),
    "fr": translation.note("Languages", "French"),
    "es": translation.note("Languages", "Spanish"),
    "de": translation.note("Languages", "German"),
}


def language_name(code: str, window: str = "") -> str:
    """``it`` as "Italian" in an English *window*; "" for an unknown language, else its own name."""
    if code in _NAMES:
        return translation.translated("Languages", _NAMES[code])
    window = window or QLocale().name()[:2]
    locale = QLocale(code)
    if code == "und" or locale.language() == QLocale.Language.C:
        return ""
    if window == "en":
        return QLocale.languageToString(locale.language())
    name = locale.nativeLanguageName()
    return name[:1].upper() + name[1:]
