"""How long the article view takes, in CPU time of the window's thread.

    python benchmarks/view.py                 articles of its own making
    python benchmarks/view.py neutral.jsonl   the first line: {"text", "spans": [{start, end, label}]}

Prints one line a case: opening to first paint (median of 5), a wheel step, a page, a jump, one span more and
one less (``set_marks`` with everything, painted), in milliseconds: median and 99th percentile.
"""

from __future__ import annotations

import json
import os
import random
import resource
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from PySide6.QtWidgets import QApplication

from annotator.core.highlight_layout import Highlight, HighlightShape, lanes_of
from annotator.core.model import Span
from annotator.ui.appearance.theme import make_theme
from annotator.ui.view import ArticleView, ClaimCard

CASES = ((2_500, 100), (50_000, 500), (500_000, 5_000), (1_000_000, 20_000))
WORDS = [
    "il",
    "governo",
    "ha",
    "detto",
    "che",
    "la",
    "città",
    "spenderà",
    "molto",
    "per",
    "una",
    "nuova",
    "strada",
    "e",
    "due",
    "scuole",
    "entro",
    "giugno",
    "secondo",
    "il",
    "sindaco",
    "Rossi",
    "della",
    "Regione",
    "Calabria",
    "intervistato",
    "da",
    "Maria",
    "Bianchi",
    "a",
    "Roma",
]
LABELS = ("PER", "ORG", "LOC", "DATE", "MONEY")


def made_up(chars: int, spans: int) -> tuple[str, list[Highlight]]:
    """Text of words in paragraphs, and highlights over them: six in ten entities, the rest claims."""
    rng = random.Random(chars)
    parts: list[str] = []
    length = 0
    while length < chars:
        line = " ".join(rng.choices(WORDS, k=rng.randint(30, 90))).capitalize() + "."
        parts.append(line)
        length += len(line) + 2
    text = "\n\n".join(parts)[:chars]
    return text, marked(random_spans(text, spans, rng))


def random_spans(text: str, count: int, rng: random.Random) -> list[tuple[int, int, str]]:
    found = []
    while len(found) < count:
        start = text.find(" ", rng.randrange(max(1, len(text) - 250))) + 1
        is_claim = rng.random() < 0.3
        end = text.find(" ", start + (rng.randint(50, 180) if is_claim else rng.randint(3, 18)))
        if start < end and "\n" not in text[start:end]:
            found.append((start, end, "CLAIM" if is_claim else rng.choice(LABELS)))
    return found


def marked(spans: list[tuple[int, int, str]]) -> list[Highlight]:
    spans = sorted(spans, key=lambda s: (s[0], -s[1]))
    claims = [Span(a, b) for a, b, label in spans if label == "CLAIM"]
    lanes = iter(lanes_of(claims))
    highlights = []
    for number, (start, end, label) in enumerate(spans):
        if label == "CLAIM":
            highlight = Highlight(
                start, end, HighlightShape.BRACKET, f"c{number}", "claim", lane=next(lanes)
            )
        else:
            highlight = Highlight(start, end, HighlightShape.CHIP, f"e{number}", label, label)
        highlights.append(highlight)
    return highlights


def copies(highlights: list[Highlight]) -> list[Highlight]:
    """Equal highlights that are other objects, as they come from the store."""
    return [
        Highlight(s.start, s.end, s.shape, s.owner, s.colour, s.label, s.lane) for s in highlights
    ]


def main() -> None:
    app = QApplication([])
    app.setStyle("Fusion")
    opening(app, ArticleView(), *made_up(1_000, 20))  # fonts are loaded, once
    print(f"{'case':>16} {'open':>7} {'wheel':>11} {'page':>11} {'jump':>11} {'mark':>11}  MB")
    if len(sys.argv) > 1:
        record = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8").split("\n", 1)[0])
        spans = [(s["start"], s["end"], s["label"]) for s in record["spans"]]
        measure(app, record["text"], marked(spans))
        return
    for chars, spans in CASES:
        measure(app, *made_up(chars, spans))
    for name, text in (("a million lines", "\n" * 1_000_000), ("no break", "x" * 1_000_000)):
        print(f"{name:>16}", end="")
        view = ArticleView()
        print(f" {opening(app, view, text, []):7.1f}")


def measure(app: QApplication, text: str, highlights: list[Highlight]) -> None:
    theme = make_theme(dict.fromkeys(LABELS, "#0B5FA5"))
    view = ArticleView(theme)
    view.resize(1000, 900)
    view.show()
    app.processEvents()
    cards = [
        ClaimCard(s.owner, "C", s.start, "chi", "come") for s in highlights if s.colour == "claim"
    ]
    opened = sorted(opening(app, view, text, highlights, cards) for _ in range(5))[2]
    while not view.is_measured:
        app.processEvents()
    bar = view.verticalScrollBar()
    rng = random.Random(1)

    def scroll_to(y: Callable[[], int]) -> Callable[[], None]:
        def act() -> None:
            bar.setValue(y())
            settle(app)

        return act

    wheel = timed(scroll_to(lambda: (bar.value() + 90) % max(1, bar.maximum())), 300)
    page = timed(scroll_to(lambda: (bar.value() + 810) % max(1, bar.maximum())), 200)
    jump = timed(scroll_to(lambda: rng.randint(0, bar.maximum())), 200)
    index = view.page_layout.column.block_at_y(bar.value() + 200)
    start = view.page_layout.column.starts[index]
    extra = Highlight(start, start + 8, HighlightShape.CHIP, "new", "PER", "PER")
    more = sorted([*highlights, extra], key=lambda s: (s.start, -s.end))
    given = [copies(highlights) if n % 2 else copies(more) for n in range(30)]

    turns = iter(given)

    def mark() -> None:
        view.set_marks(next(turns), cards)
        settle(app)

    marks = timed(mark, 30)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    name = f"{len(text):,}/{len(highlights):,}"
    print(f"{name:>16} {opened:7.1f} {wheel:>11} {page:>11} {jump:>11} {marks:>11}  {memory}")


def opening(
    app: QApplication,
    view: ArticleView,
    text: str,
    highlights: list[Highlight],
    cards: Sequence[ClaimCard] = (),
) -> float:
    view.show()
    app.processEvents()
    began = time.thread_time()
    view.set_article(text, highlights, cards)
    view.viewport().repaint()
    return 1000 * (time.thread_time() - began)


def settle(app: QApplication) -> None:
    """Paint what is waiting to be painted."""
    app.sendPostedEvents()
    app.processEvents()


def timed(act: Callable[[], None], times: int) -> str:
    took = []
    for _ in range(times):
        began = time.thread_time()
        act()
        took.append(1000 * (time.thread_time() - began))
    took.sort()
    return f"{took[len(took) // 2]:.1f}/{took[min(len(took) - 1, int(len(took) * 0.99))]:.1f}"


if __name__ == "__main__":
    main()
