"""The page as it was last looked at and found good.

After a wanted change run ``UPDATE_GOLDEN=1 pytest tests/ui/view/test_golden.py``, look at the
pictures, and commit them.
"""

from __future__ import annotations

import os
from operator import ne
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from annotator.ui.appearance.theme import make_theme
from annotator.ui.view import ArticleView

from .sample import ARCS, LABELS, MARKS, TEXT, cards, review_marks

GOLDEN = Path(__file__).parent / "golden"
TOLERATED = 0.001  # share of pixels
SLIGHT = 24  # of 255, in each channel: another FreeType smooths a little differently

LOOKS = {
    "light": {"width": 1000},
    "dark": {"width": 1000, "dark": True},
    "review": {"width": 1000, "review": True},
    "narrow": {"width": 520},
}


@pytest.mark.parametrize("name", LOOKS)
def test_the_page_looks_as_it_did(qtbot, tmp_path, name):
    made = painted(qtbot, **LOOKS[name])
    path = GOLDEN / f"{name}.png"
    if os.environ.get("UPDATE_GOLDEN"):
        path.parent.mkdir(exist_ok=True)
        made.save(str(path))
    expected = QImage(str(path)).convertToFormat(QImage.Format.Format_RGB32)
    assert (made.width(), made.height()) == (expected.width(), expected.height())
    share = differing(made, expected)
    if share > TOLERATED:
        made.save(str(tmp_path / path.name))
    assert share <= TOLERATED, f"{share:.2%} differ; compare {tmp_path / path.name} with {path}"


def test_two_pictures_of_one_page_are_the_same(qtbot):
    assert differing(painted(qtbot, width=700), painted(qtbot, width=700)) == 0


def test_a_moved_word_would_be_noticed(qtbot):
    one, other = painted(qtbot, width=700), painted(qtbot, width=700, compact=True)
    assert differing(one.copy(0, 0, 700, 600), other.copy(0, 0, 700, 600)) > TOLERATED


def painted(qtbot, *, width: int, dark=False, review=False, compact=False) -> QImage:
    view = ArticleView(make_theme(LABELS, dark=dark))
    qtbot.addWidget(view)
    view.set_compact(compact)
    view.set_article(TEXT, review_marks() if review else MARKS, cards(review=review))
    view.set_current("c7", [] if review else ARCS)
    return view.render(width)


def differing(one: QImage, other: QImage) -> float:
    """The share of pixels that differ by more than a little."""
    ours, theirs = (memoryview(image.constBits()).cast("I") for image in (one, other))
    changed = [place for place, is_other in enumerate(map(ne, ours, theirs)) if is_other]
    return sum(_far(ours[n], theirs[n]) for n in changed) / len(ours)


def _far(one: int, other: int) -> bool:
    return any(abs((one >> k & 255) - (other >> k & 255)) > SLIGHT for k in (0, 8, 16))
