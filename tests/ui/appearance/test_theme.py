"""Every colour that carries meaning can be read, whatever a scheme chooses."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QColor, QPalette

from annotator.ui.appearance.stylesheet import stylesheet
from annotator.ui.appearance.theme import (
    READABLE,
    Ink,
    Theme,
    application_palette,
    contrast,
    derive,
    grounds,
    make_theme,
    over,
)

from ..view.sample import LABELS

both = pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])


def worst(ink: Ink, theme: Theme) -> float:
    """The lowest contrast of anything that is written in or on *ink*."""
    pairs = []
    for ground in grounds(theme):
        once = over(ink.tint, ground)
        pairs += [
            contrast(ink.strong, ground),
            contrast(ink.strong, once),
            contrast(theme.text, once),
            contrast(theme.text, over(ink.tint, once)),  # nested
        ]
    return min(pairs)


@both
@given(red=st.integers(0, 255), green=st.integers(0, 255), blue=st.integers(0, 255))
def test_any_colour_becomes_one_that_can_be_read(dark, red, green, blue):
    theme = make_theme(dark=dark)
    ink = derive(QColor(red, green, blue).name(), grounds(theme), theme.text)
    assert worst(ink, theme) >= READABLE


@both
def test_labels_of_a_scheme_can_be_read(dark):
    theme = make_theme(LABELS, dark=dark)
    assert {label: worst(theme.ink(label), theme) >= READABLE for label in LABELS} == dict.fromkeys(
        LABELS, True
    )


@both
def test_claims_attribution_and_reviewers_can_be_read(dark):
    theme = make_theme(dark=dark)
    for ink in (theme.claim, theme.attribution, theme.agreed, *theme.layers):
        assert worst(ink, theme) >= READABLE


@both
def test_words_can_be_read_on_everything_they_stand_on(dark):
    theme = make_theme(dark=dark)
    for ground in grounds(theme):
        assert contrast(theme.text, ground) >= 7
        assert contrast(theme.muted, ground) >= READABLE
        assert contrast(theme.danger, ground) >= READABLE
        assert contrast(theme.good, ground) >= READABLE
        for veil in (theme.select, theme.current, theme.found):
            assert contrast(theme.text, over(veil, ground)) >= READABLE
            assert contrast(theme.text, over(theme.select, over(veil, ground))) >= READABLE
    assert contrast(theme.on_accent, theme.accent) >= READABLE


@both
def test_lines_stand_out_from_the_page(dark):
    theme = make_theme(dark=dark)
    for ink in (theme.claim, theme.attribution, theme.agreed, *theme.layers):
        assert contrast(ink.line, theme.page) >= 3


def test_a_colour_that_can_be_read_is_kept():
    theme = make_theme(LABELS)
    assert theme.ink("PER").strong.name().upper() == LABELS["PER"]


def test_a_label_that_no_scheme_knows_has_a_colour_of_its_own_every_time():
    one, other = make_theme(), make_theme()
    assert one.ink("VEHICLE").strong == other.ink("VEHICLE").strong
    assert one.ink("VEHICLE").strong != one.ink("WEATHER").strong


def test_reviewers_have_colours_of_their_own_in_turn():
    theme = make_theme()
    assert theme.layer(1) != theme.layer(2)
    assert theme.layer(1 + len(theme.layers)) == theme.layer(1)


@both
def test_the_palette_and_the_style_sheet_follow_the_theme(qapp, dark):
    theme = make_theme(dark=dark)
    assert application_palette(theme).color(QPalette.ColorRole.Base) == theme.page
    analyst_view = stylesheet(theme)
    assert theme.accent.name() in analyst_view
    assert "$" not in analyst_view
