"""The whole window, from key to pixels: open an article, mark a span, accept a suggestion.

    python -m benchmarks.window [FLAT.jsonl ...]

With no files it makes its own: 2,500, 50,000, 500,000 and 1,000,000 characters with 100, 500,
5,000 and 20,000 spans. Run it under a display (or Xvfb) for the real thing, or with
QT_QPA_PLATFORM=offscreen. Wall times in milliseconds: saved in SQLite, read again, painted.
"""

from __future__ import annotations

import json
import random
import statistics
import sys
import tempfile
import time
from pathlib import Path

from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.core.model import Span
from annotator.core.text import words
from annotator.services.importing import import_files
from annotator.services.session import open_session
from annotator.store import ArticleFilter
from annotator.ui.app import dress
from annotator.ui.application import make_application
from annotator.ui.main_window import MainWindow
from annotator.ui.settings import Settings

SIZES = ((2_500, 100), (50_000, 500), (500_000, 5_000), (1_000_000, 20_000))
SENTENCES = (
    "La Regione ha stanziato 3 milioni di euro per le scuole di Montalbino",
    "Secondo il ministero il dato è salito del 4,2 per cento in un anno",
    "«È una scelta che pagherà tutta la città», ha detto Anna Rossi a Forlì",
    "Il sindaco non ha risposto alle domande dei giornalisti 🤔",
)


def main() -> int:
    QSettings.setPath(
        QSettings.Format.IniFormat, QSettings.Scope.UserScope, tempfile.mkdtemp(prefix="bench")
    )
    with tempfile.TemporaryDirectory() as folder:
        files = [Path(path) for path in sys.argv[1:]] or _make(Path(folder))
        project = Path(folder) / "bench.vaglio"
        session = open_session(project, analyst="anna", create=True)
        import_files(session, files)
        session.store.close()
        _measure(project)
    return 0


def _measure(project: Path) -> None:
    app = make_application()
    settings = Settings()
    settings.suggest_on_open = False
    window = MainWindow(settings)
    window.project.back_up_behind = lambda: None
    dress(window, settings)
    window.resize(1440, 860)
    window.show()
    window.start(project, analyst="anna")
    workspace = window.workspace
    workspace.suggestion_queue.stop()
    QTest.qWaitForWindowExposed(window, 3000)
    window.activateWindow()  # where there is no window manager, nobody else does
    QTest.qWaitForWindowActive(window, 3000)
    ids = workspace.session.store.queue(ArticleFilter(analyst="anna"))
    print(
        f"{'characters':>12} {'spans':>7} {'open ms':>9} {'mark ms (p50/p99)':>18} {'scroll ms':>10}"
    )
    for article_id in ids:
        length = len(workspace.session.article(article_id).text)
        opened = min(
            _timed(app, lambda i=article_id: workspace.annotate_mode.open(i)) for _ in range(3)
        )
        count = len(workspace.annotate_mode.analyst_view.entities)
        marks = sorted(_mark(app, workspace) for _ in range(40))
        scrolls = sorted(_scroll(app, workspace) for _ in range(60))
        middle, last = statistics.median(marks), marks[-1]
        print(
            f"{length:12,} {count:7,} {opened:9.1f} {middle:9.1f} / {last:6.1f} {scrolls[-1]:10.1f}"
        )
    window.close()


def _timed(app: QApplication, do) -> float:
    began = time.perf_counter()
    do()
    app.processEvents()
    return (time.perf_counter() - began) * 1000


def _mark(app: QApplication, workspace) -> float:
    """Select a word that is on the screen, press 1, until it is saved and painted."""
    text = workspace.view.text
    taken = {entity.span for entity in workspace.annotate_mode.analyst_view.entities}
    here = workspace.view.position_at(workspace.view.viewport().rect().center().toPointF())
    near = [w for w in words(text, max(0, here - 400), min(len(text), here + 400)) if len(w) > 3]
    span = random.choice([w for w in near if Span(w.start, w.end) not in taken])
    workspace.view.set_selection(span)
    workspace.annotate_mode.selection = span
    app.processEvents()
    view, before = workspace.view, len(workspace.annotate_mode.analyst_view.entities)
    took = _timed(app, lambda: QTest.keyClick(view, Qt.Key.Key_1))
    if len(workspace.annotate_mode.analyst_view.entities) != before + 1:
        sys.exit("The key marked nothing: is the window the active one?")
    return took


def _scroll(app: QApplication, workspace) -> float:
    bar = workspace.view.verticalScrollBar()
    return _timed(app, lambda: bar.setValue((bar.value() + 90) % max(1, bar.maximum())))


def _make(folder: Path) -> list[Path]:
    """Flat JSONL files of the four sizes."""
    made = []
    for characters, count in SIZES:
        dice = random.Random(characters)
        parts: list[str] = []
        while sum(map(len, parts)) + 2 * len(parts) < characters:
            parts.append(". ".join(dice.choices(SENTENCES, k=4)) + ".\n")
        text = "".join(parts)
        starts = [w for w in words(text) if len(w) > 4]
        chosen = sorted(dice.sample(starts, min(count, len(starts))))
        spans = [{"start": w.start, "end": w.end, "label": "ORG"} for w in chosen]
        path = folder / f"{characters}.jsonl"
        path.write_text(json.dumps({"text": text, "spans": spans}), encoding="utf-8")
        made.append(path)
    return made


if __name__ == "__main__":
    sys.exit(main())
