"""Colours of the window: light and dark, and those of labels derived so that they can be read.

A scheme gives each label one colour, chosen by anybody. From it come an *ink* (letters, outlines)
and a *tint* (the soft fill behind words) that keep a contrast of at least 4.5:1 (WCAG AA) on every
ground they are drawn on, in both modes: see `derive`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette

Rgb = tuple[float, float, float]

READABLE = 4.5  # WCAG AA for small text
_AIM = 4.6  # a little more, for rounding to 8 bits
_AIM_DARK = 6.5  # on dark grounds, where 4.5 looks dull
_STEPS = 60

CLAIM, ATTRIBUTION = "claim", "attribution"  # the two keys of the palette that are no labels


@dataclass(frozen=True, slots=True)
class Ink:
    """The colours of one kind of annotation."""

    strong: QColor  # letters
    tint: QColor  # fills; translucent, so that a nested one shows
    line: QColor  # underlines, bars, outlines


@dataclass(frozen=True)
class Theme:
    """Every colour that is painted. Make one with `make_theme`."""

    dark: bool
    page: QColor  # behind the article
    panel: QColor  # behind lists and bars
    card: QColor  # raised above either: cards, inputs
    text: QColor
    muted: QColor  # second-rank text
    rule: QColor  # hairlines and borders
    select: QColor  # translucent
    current: QColor  # translucent: the current annotation's words
    found: QColor  # translucent: a hit of the find bar
    accent: QColor  # the primary button, focus
    on_accent: QColor
    danger: QColor
    good: QColor
    claim: Ink
    attribution: Ink
    agreed: Ink  # grey, for what reviewers agree on
    layers: tuple[Ink, ...]  # in review: only A, only B ... (``Stroke.layer`` counts from 1)
    labels: Mapping[str, Ink] = field(default_factory=dict)
    _made_up: dict[str, Ink] = field(default_factory=dict, compare=False, repr=False)

    def ink(self, colour: str) -> Ink:
        """Colours for a highlight's *colour*; a label that no scheme knows gets a hue of its own."""
        if colour == CLAIM:
            return self.claim
        if colour == ATTRIBUTION:
            return self.attribution
        known = self.labels.get(colour) or self._made_up.get(colour)
        if known is None:
            hue = int.from_bytes(hashlib.sha256(colour.encode()).digest()[:2]) % 360
            base = QColor.fromHsl(hue, 110, 120)
            known = self._made_up[colour] = derive(base.name(), grounds(self), self.text)
        return known

    def layer(self, number: int) -> Ink:
        """Colours of what only one reviewer has; *number* counts from 1."""
        return self.layers[(number - 1) % len(self.layers)]


def make_theme(labels: Mapping[str, str] | None = None, *, dark: bool = False) -> Theme:
    """The light or dark theme; *labels* gives each label's colour as ``#rrggbb``."""
    bare = _DARK if dark else _LIGHT
    inks = {
        name: derive(base, grounds(bare), bare.text, alpha=0.22 if dark else 0.14)
        for name, base in (labels or {}).items()
    }
    values = {name: getattr(bare, name) for name in bare.__dataclass_fields__}
    values.update(labels=inks, _made_up={})
    return Theme(**values)


def system_is_dark() -> bool:
    """Whether the desktop asks for dark windows; False where it does not say."""
    return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark


def grounds(theme: Theme) -> tuple[QColor, ...]:
    """What letters are drawn on."""
    return theme.page, theme.panel, theme.card


def derive(base: str, on: Sequence[QColor], text: QColor, *, alpha: float = 0.18) -> Ink:
    """Colours near *base* that can be read: on each ground of *on* and on the tint over it.

    The strong colour gets darker on light grounds and lighter on dark ones, only as far as it
    must; *text* stays readable on the tint too.
    """
    given = QColor(base).toHsl()
    hue, saturation, lightness = (
        max(0.0, given.hslHueF()),
        given.hslSaturationF(),
        given.lightnessF(),
    )
    under = [rgb(ground) for ground in on]
    is_dark = _luminance(under[0]) < 0.18
    aim, pole = (_AIM_DARK, 1.0) if is_dark else (_AIM, 0.0)
    saturation = min(saturation, 0.72) if is_dark else saturation  # bright colours glare there
    letters, own = rgb(text), rgb(given)
    for step in range(_STEPS + 1):
        light = lightness + (pole - lightness) * step / _STEPS
        strong = rounded(rgb(QColor.fromHslF(hue, saturation, light)))
        tint = strong if is_dark else rounded(mix(own, strong, 0.6))
        tinted = [mix(ground, tint, alpha) for ground in under]
        if all(ratio(strong, ground) >= aim for ground in under) and all(
            ratio(strong, ground) >= _AIM for ground in tinted
        ):
            break
    # one nested in another; never for ever, where the text cannot be read on the bare ground
    while alpha > 0.02 and any(ratio(letters, mix(g, tint, alpha)) < _AIM for g in tinted):
        alpha *= 0.9
        tinted = [mix(ground, tint, alpha) for ground in under]
    fill = colour(tint)
    fill.setAlphaF(alpha)
    return Ink(colour(strong), fill, colour(strong))


def contrast(one: QColor, other: QColor) -> float:
    """WCAG contrast of two opaque colours: 1 (equal) to 21 (black on white)."""
    return ratio(rgb(one), rgb(other))


def over(top: QColor, ground: QColor) -> QColor:
    """The opaque colour that a translucent *top* makes on *ground*."""
    return colour(mix(rgb(ground), rgb(top), top.alphaF()))


def rgb(of: QColor) -> Rgb:
    return of.redF(), of.greenF(), of.blueF()


def colour(of: Rgb) -> QColor:
    return QColor.fromRgb(*(round(255 * part) for part in of))


def rounded(of: Rgb) -> Rgb:
    """As eight bits hold it."""
    red, green, blue = (round(255 * part) / 255 for part in of)
    return red, green, blue


def mix(one: Rgb, other: Rgb, share: float) -> Rgb:
    """*one* with *share* of *other* in it."""
    red, green, blue = (a + (b - a) * share for a, b in zip(one, other, strict=True))
    return red, green, blue


def ratio(one: Rgb, other: Rgb) -> float:
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _luminance(of: Rgb) -> float:
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in of)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _veil(hexed: str, alpha: float) -> QColor:
    veil = QColor(hexed)
    veil.setAlphaF(alpha)
    return veil


def _ink(strong: str, alpha: float, line: str = "") -> Ink:
    return Ink(QColor(strong), _veil(strong, alpha), QColor(line or strong))


# Hues after Okabe and Ito: vermilion against violet, and blue against vermilion in review, stay
# apart for colour-blind readers; darkened for white paper, lightened for dark.
_LIGHT = Theme(
    dark=False,
    page=QColor("#FFFFFF"),
    panel=QColor("#F4F5F7"),
    card=QColor("#F8F9FA"),
    text=QColor("#1B1F24"),
    muted=QColor("#5A626B"),
    rule=QColor("#DFE3E8"),
    select=_veil("#2F7DE1", 0.24),
    current=_veil("#FFC93C", 0.32),
    found=_veil("#7AC74F", 0.34),
    accent=QColor("#1F66C7"),
    on_accent=QColor("#FFFFFF"),
    danger=QColor("#B3261E"),
    good=QColor("#1B7A4E"),
    claim=_ink("#AF3A09", 0.12, "#C2410C"),
    attribution=_ink("#6D28D9", 0.10),
    agreed=_ink("#5F6770", 0.09, "#8A929B"),
    layers=(
        _ink("#0068A8", 0.12, "#0072B2"),
        _ink("#A33F00", 0.12, "#B84A00"),
        _ink("#0B6E4F", 0.12),
    ),
)
_DARK = Theme(
    dark=True,
    page=QColor("#16191D"),
    panel=QColor("#101316"),
    card=QColor("#1D2126"),
    text=QColor("#E3E6EA"),
    muted=QColor("#9DA7B2"),
    rule=QColor("#2D333A"),
    select=_veil("#4C9AFF", 0.34),
    current=_veil("#FFC93C", 0.17),
    found=_veil("#7AC74F", 0.26),
    accent=QColor("#2A6FD0"),
    on_accent=QColor("#FFFFFF"),
    danger=QColor("#FF8A80"),
    good=QColor("#4FC98F"),
    claim=_ink("#FB923C", 0.16),
    attribution=_ink("#B79CFF", 0.14),
    agreed=_ink("#9AA3AD", 0.12, "#6B747E"),
    layers=(_ink("#56B4E9", 0.16), _ink("#F0A030", 0.16), _ink("#4FD1A5", 0.16)),
)


def application_palette(theme: Theme) -> QPalette:
    """*theme* for every widget that paints itself from the palette."""
    role = QPalette.ColorRole
    palette = QPalette()
    for name, value in (
        (role.Window, theme.panel),
        (role.WindowText, theme.text),
        (role.Base, theme.page),
        (role.AlternateBase, theme.panel),
        (role.Text, theme.text),
        (role.Button, theme.card),
        (role.ButtonText, theme.text),
        (role.BrightText, theme.danger),
        (role.PlaceholderText, theme.muted),
        (role.ToolTipBase, theme.card),
        (role.ToolTipText, theme.text),
        (role.Highlight, over(theme.select, theme.page)),
        (role.HighlightedText, theme.text),
        (role.Link, theme.attribution.strong),
        (role.LinkVisited, theme.attribution.strong),
        (role.Light, theme.card),
        (role.Midlight, theme.rule),
        (role.Mid, theme.rule),
        (role.Dark, theme.muted),
        (role.Shadow, theme.rule),
        (role.Accent, theme.accent),
    ):
        palette.setColor(name, value)
    for name in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, name, theme.muted)
    return palette
