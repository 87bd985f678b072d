"""Whether a colour can be read on another."""

from __future__ import annotations


def contrast(colour: str, page: str = "#FFFFFF") -> float:
    """WCAG contrast of two ``#RRGGBB`` colours: 1 for equal ones, 21 for black on white."""
    darker, lighter = sorted((_luminance(colour), _luminance(page)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def readable(colour: str, least: float, page: str = "#FFFFFF") -> str:
    """*colour*, as much darker as it takes for a contrast of at least *least* on a light page."""
    while contrast(colour, page) < least:
        parts = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
        colour = "#" + "".join(f"{part * 9 // 10:02X}" for part in parts)
    return colour
