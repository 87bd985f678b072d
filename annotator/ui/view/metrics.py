"""Sizes of the page, all from the size of the article's letters."""

from __future__ import annotations

import math
from functools import lru_cache

from msgspec import Struct
from PySide6.QtGui import QFont, QFontMetricsF

from ..appearance.fonts import sans, serif

FONT_PX = 18
SMALLEST_PX, LARGEST_PX = 10, 48
LETTERS_A_LINE, FEWEST_A_LINE = 70, 56  # of mean width; a newspaper's column has 60 to 75 letters
CARDS_MIN_PX, CARDS_GOOD_PX, CARDS_MAX_PX = 190, 230, 400
_BEFORE_CARDS, _AFTER_CARDS = 38, 18
_SAMPLE = "La Commissione europea ha approvato ieri il piano di aiuti"


class Metrics(Struct, frozen=True):
    """Vertical: a line is a row for labels, the letters, then room for lanes, always all three,

    so that an annotation more or less never moves a word.
    """

    px: int  # of the letters
    compact: bool
    ascent: float
    descent: float
    label_row: float
    lanes: float  # height of the room below the letters
    lane_pitch: float  # as long as three lanes are enough
    letter: float  # mean width
    column: float  # the widest that the text is set
    gutter: float
    paragraph_gap: float
    break_gap: float  # where one line end, not two, parts lines
    ui_px: int  # of cards and numbers
    label_px: int

    @property
    def letters(self) -> float:
        """Height of the letters, from ascender to descender."""
        return self.ascent + self.descent

    @property
    def line(self) -> float:
        return self.label_row + self.letters + self.lanes

    def serif(self) -> QFont:
        return serif(self.px)

    def label_font(self) -> QFont:
        return _label_font(self.label_px)


class PageFrame(Struct, frozen=True):
    """How the width of the view is shared: gutter, column, cards. The column never moves."""

    width: float
    left: float
    column: float
    cards_left: float
    cards_width: float  # 0: no room for cards, the gutter says it all

    @property
    def right(self) -> float:
        return self.left + self.column


@lru_cache(maxsize=8)
def _label_font(px: int) -> QFont:
    return sans(px, QFont.Weight.DemiBold, spacing=0.3)


@lru_cache(maxsize=16)
def metrics(px: int = FONT_PX, *, compact: bool = False, slim: bool = False) -> Metrics:
    measure = QFontMetricsF(serif(px))
    letter = measure.horizontalAdvance(_SAMPLE) / len(_SAMPLE)
    letters = measure.ascent() + measure.descent()
    label_px = max(8, round(px * 0.52))
    return Metrics(
        px=px,
        compact=compact,
        ascent=measure.ascent(),
        descent=measure.descent(),
        label_row=label_px + (1 if compact else 4),
        # with what makes a line a whole number of pixels, so that scrolling never blurs
        lanes=round(px * (0.26 if compact else 0.62)) + math.ceil(letters) - letters,
        lane_pitch=max(2.6, px * (0.16 if compact else 0.22)),
        letter=letter,
        column=round(letter * LETTERS_A_LINE),
        gutter=46.0 if slim else 72.0,
        paragraph_gap=round(px * (0.35 if compact else 0.85)),
        break_gap=round(px * 0.1),
        ui_px=max(10, round(px * 0.68)),
        label_px=label_px,
    )


def frame(width: float, m: Metrics) -> PageFrame:
    """Cards take a narrower column before they are given up, and the column what they leave."""
    scale = m.ui_px / 12
    rest = width - m.gutter - _BEFORE_CARDS - _AFTER_CARDS  # for column and cards
    narrowest = math.ceil(m.letter * FEWEST_A_LINE)
    if rest < narrowest + CARDS_MIN_PX * scale:
        column = max(8 * m.letter, min(m.column, width - m.gutter - 26))
        return PageFrame(width, m.gutter, column, m.gutter + column + _BEFORE_CARDS, 0.0)
    column = round(max(narrowest, min(m.column, rest - CARDS_GOOD_PX * scale)))
    cards = min(CARDS_MAX_PX * scale, rest - column)
    return PageFrame(width, m.gutter, column, m.gutter + column + _BEFORE_CARDS, cards)
