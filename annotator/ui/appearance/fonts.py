"""The fonts that ship with Vaglio: a sans for the window, a serif for the article."""

from __future__ import annotations

from functools import cache

from PySide6.QtGui import QFont, QFontDatabase

from annotator.core.paths import RESOURCES

SANS = "Vaglio Sans"  # Inter
SERIF = "Vaglio Serif"  # Noto Serif

_STAND_INS = {SANS: ("Inter", "Noto Sans", "DejaVu Sans"), SERIF: ("Noto Serif", "DejaVu Serif")}


@cache
def register() -> tuple[str, ...]:
    """Make the shipped fonts known to Qt, once; the families found. Needs a QGuiApplication."""
    families: set[str] = set()
    for path in sorted((RESOURCES / "fonts").glob("Vaglio*.[ot]tf")):
        number = QFontDatabase.addApplicationFont(str(path))
        families.update(QFontDatabase.applicationFontFamilies(number))
    for family, others in _STAND_INS.items():
        if family not in families:
            QFont.insertSubstitutions(family, list(others))
    return tuple(sorted(families))


def sans(px: float, weight: QFont.Weight = QFont.Weight.Normal, *, spacing: float = 0.0) -> QFont:
    """The interface's font; *spacing* widens capitals, in pixels."""
    font = _font(SANS, px, weight)
    if spacing:
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, spacing)
    return font


def serif(px: float, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """The article's font."""
    return _font(SERIF, px, weight)


def _font(family: str, px: float, weight: QFont.Weight) -> QFont:
    register()
    font = QFont(family)
    font.setPixelSize(max(1, round(px)))
    font.setWeight(weight)
    # Letters sit where the design puts them, and every machine draws the same picture.
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font
