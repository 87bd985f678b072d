"""Run in a process of its own, at the scale of QT_SCALE_FACTOR: reflows, and what was painted first.

A long article is scrolled to its middle before its heights are measured, and set anew in every way
that a window can. What is painted at once has to be what is painted when everything is known: text,
cards and handles agree. Prints the reflows after which they did not.
"""

from __future__ import annotations

import os
import random
import sys

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from annotator.core.highlight_layout import Highlight, HighlightShape
from annotator.core.model import Span
from annotator.ui.appearance import fonts
from annotator.ui.appearance.theme import make_theme
from annotator.ui.view import Arc, ArticleView, ClaimCard
from annotator.ui.view.margin import card_rect

WIDTHS = (1024, 1280, 1440, 1920, 2560)


def article(seed: int) -> tuple[str, list[Highlight], list[ClaimCard]]:
    """Paragraphs of many lengths, a claim in most of them, two in some."""
    chance = random.Random(seed)
    text, marks, cards = "", [], []
    for number in range(160):
        for _ in range(chance.choice((0, 1, 1, 2))):
            words = " ".join(
                "parole" * chance.choice((1, 1, 2)) for _ in range(chance.randint(4, 60))
            )
            id_ = f"c{len(cards)}"
            marks.append(
                Highlight(
                    len(text), len(text) + len(words), HighlightShape.BRACKET, id_, "claim",
                    suggested=True,
                )
            )  # fmt: skip
            cards.append(ClaimCard(id_, f"C{len(cards)}", len(text), f"Tizio {number}", "diretta"))
            text += words + ". "
        text += " ".join("via" for _ in range(chance.randint(3, 90))) + ".\n\n"
    return text, marks, cards


def painted(view: ArticleView) -> QImage:
    return view.viewport().grab().toImage()


def mispainted(view: ArticleView) -> list[str]:
    """What lies beside the line that it belongs to, by where things are now."""
    page, found = view.page_layout, []
    below = 0.0
    for placed, top in page.cards_in(view.top, view.top + view.viewport().height()):
        line = page.column.point(placed.card.start)[1] - page.look.m.label_row
        y = top + card_rect(placed, page.frame).top()
        level = max(line + page.look.m.label_row - page.look.m.px * 0.3, below)
        if abs(y - level) > 1:
            found.append(f"{placed.card.owner} at {y:.0f}, its line at {level:.0f}")
        below = y + placed.height + 6
    return found


def settled(view: ArticleView) -> None:
    while not view.is_measured:
        QApplication.processEvents()
    QApplication.processEvents()


def main() -> int:
    app = QApplication(sys.argv)
    fonts.register()
    wrong: list[str] = []
    for width in WIDTHS:
        text, marks, cards = article(width)
        view = ArticleView(make_theme())
        view.resize(width, 800)
        view.show()
        view.set_article(text, marks, cards)
        current = cards[len(cards) // 2]
        reflows = {
            "inspector opened": lambda v, w=width: v.resize(w - 340, 800),
            "inspector closed": lambda v, w=width: v.resize(w, 800),
            "larger": lambda v: v.set_font_size(v.font_px + 1),
            "compact": lambda v: v.set_compact(True),
            "lower": lambda v, w=width: v.resize(w - 10, 500),
            "other marks": lambda v, m=marks, c=cards: v.set_marks(
                m[: len(m) // 2], c[: len(c) // 2]
            ),
            "current": lambda v, c=cards: v.set_current(
                c[40].owner, [Arc(Span(c[40].start, c[40].start + 4), Span(9, 12))]
            ),
        }
        view.set_current(current.owner)
        for name, reflow in reflows.items():
            reflow(view)
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
            first, place = painted(view), view.place
            settled(view)
            if view.place[0] != place[0] or abs(view.place[1] - place[1]) > 1:
                wrong.append(f"{width}, {name}: the text has moved")
            wrong += [f"{width}, {name}: {each}" for each in mispainted(view)]
            later = painted(view)
            if first != later and apart(first, later) > 0.002:
                wrong.append(
                    f"{width}, {name}: {apart(first, later):.1%} was painted otherwise at first"
                )
        view.close()
    del app
    print("\n".join(wrong))
    return 1 if wrong else 0


def apart(one: QImage, other: QImage) -> float:
    """The share of pixels in which two pictures differ; 1 where their sizes do."""
    if one.size() != other.size():
        return 1.0
    a, b = bytes(one.constBits()), bytes(other.constBits())
    differing = sum(
        x != y for x, y in zip(memoryview(a).cast("I"), memoryview(b).cast("I"), strict=True)
    )
    return differing / max(1, one.width() * one.height())


if __name__ == "__main__":
    sys.exit(main())
