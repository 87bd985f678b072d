"""Make ``resources/fonts/`` from the upstream fonts: a subset of each, under a family of our own.

    python tools/make_fonts.py /usr/share/fonts/opentype/inter /usr/share/fonts/truetype/noto

Needs fontTools, which nothing else here does. The families are renamed so that another version
of the same font on the analyst's machine never takes the place of the one we tested with.
"""

from __future__ import annotations

import sys
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

TARGET = Path(__file__).resolve().parent.parent / "resources" / "fonts"
FAMILIES = {"Inter": "Vaglio Sans", "Noto Serif": "Vaglio Serif"}
FONTS = (
    ("Inter-Regular.otf", "Inter", "VaglioSans-Regular.otf"),
    ("Inter-Medium.otf", "Inter", "VaglioSans-Medium.otf"),
    ("Inter-SemiBold.otf", "Inter", "VaglioSans-SemiBold.otf"),
    ("NotoSerif-Regular.ttf", "Noto Serif", "VaglioSerif-Regular.ttf"),
    ("NotoSerif-Italic.ttf", "Noto Serif", "VaglioSerif-Italic.ttf"),
    ("NotoSerif-Bold.ttf", "Noto Serif", "VaglioSerif-Bold.ttf"),
)
# Latin with all its accents, Greek, Cyrillic, combining marks, punctuation, currency, letterlike
# signs, number forms, arrows, mathematical operators, boxes and geometric shapes, ligatures, U+FFFD
RANGES = (
    (0x20, 0x24F),
    (0x250, 0x36F),
    (0x370, 0x3FF),
    (0x400, 0x52F),
    (0x1E00, 0x1FFF),
    (0x2000, 0x214F),
    (0x2150, 0x22FF),
    (0x2300, 0x23FF),
    (0x2460, 0x24FF),
    (0x25A0, 0x26FF),
    (0x2713, 0x2718),
    (0xFB00, 0xFB06),
    (0xFFFC, 0xFFFD),
)


def main() -> None:
    folders = [Path(arg) for arg in sys.argv[1:]]
    for name, family, target in FONTS:
        path = next(f / name for f in folders if (f / name).exists())
        font = TTFont(path, recalcTimestamp=False)
        options = Options(layout_features=["*"], name_IDs=["*"], glyph_names=False, hinting=False)
        subsetter = Subsetter(options)
        subsetter.populate(unicodes=[c for a, b in RANGES for c in range(a, b + 1)])
        subsetter.subset(font)
        rename(font, family, FAMILIES[family])
        font.save(TARGET / target)
        print(target, (TARGET / target).stat().st_size // 1024, "KB")


def rename(font: TTFont, old: str, new: str) -> None:
    """Give *font* the family *new* in every name that a font database reads."""
    squeezed = old.replace(" ", "") + "-", new.replace(" ", "") + "-"  # in PostScript names
    for record in font["name"].names:
        if record.nameID in (1, 3, 4, 6, 16):
            text = record.toUnicode().replace(*squeezed).replace(old, new)
            record.string = text.replace("Semi Bold", "SemiBold")
    if "CFF " in font:
        table = font["CFF "].cff
        table.fontNames = [n.replace(*squeezed) for n in table.fontNames]
        top = table.topDictIndex[0]
        top.FamilyName = new
        top.FullName = top.FullName.replace(old, new)


if __name__ == "__main__":
    main()
