"""The shipped fonts are found under names that no other font has."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontInfo

from annotator.ui.appearance import fonts


def test_both_families_are_registered(qapp):
    assert {fonts.SANS, fonts.SERIF} <= set(fonts.register())


def test_every_weight_is_a_face_of_the_family(qapp):
    for weight in (QFont.Weight.Normal, QFont.Weight.Medium, QFont.Weight.DemiBold):
        assert QFontInfo(fonts.sans(12, weight)).family() == fonts.SANS
    for weight in (QFont.Weight.Normal, QFont.Weight.Bold):
        assert QFontInfo(fonts.serif(18, weight)).family() == fonts.SERIF


def test_the_licence_lies_beside_them():
    from annotator.core.paths import RESOURCES

    licence = (RESOURCES / "fonts" / "OFL.txt").read_text(encoding="utf-8")
    assert "SIL OPEN FONT LICENSE" in licence
