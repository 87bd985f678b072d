"""Pictures of the real window for the README and the guide: ``make screenshots``.

They are taken on a virtual screen where there is none, on a project made from ``seeds/``, so that
they are the same on every machine.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["QT_SCALE_FACTOR"] = "1"
os.environ["QT_FONT_DPI"] = "96"
os.environ["VAGLIO_ANALYST"] = "anna"

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from annotator.core.model import Claim, Entity
from annotator.desk import open_desk
from annotator.places import SEEDS
from annotator.ui.app import dress
from annotator.ui.application import install_language, make_application
from annotator.ui.settings import Settings
from annotator.ui.window import MainWindow

PICTURES = Path(__file__).resolve().parent.parent / "docs" / "pictures"
SIZE = (1440, 900)


def main() -> int:
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, folder)
        project = Path(folder) / "news.vaglio"
        desk = open_desk(project, analyst="anna", create=True)
        desk.import_files([path for path in sorted(SEEDS.iterdir()) if path.suffix != ".md"])
        desk.suggest()
        desk.store.close()
        for name, theme, language, prepare in SCENES:
            _shoot(project, name, theme, language, prepare)
    return 0


def _shoot(
    project: Path, name: str, theme: str, language: str, prepare: Callable[[MainWindow], None]
) -> None:
    settings = Settings()
    settings.set("theme", theme)
    settings.set("language", language)
    settings.set("suggest_on_open", False)
    settings.set("inspector", False)
    app = make_application()
    translators = install_language(app, settings)
    window = MainWindow(settings, language=language)
    dress(window, settings)
    window.resize(*SIZE)
    window.show()
    window.start(project)
    _settle()
    prepare(window)
    _settle()
    window.grab().save(str(PICTURES / f"{name}.png"))
    window.project.back_up_behind = _nothing  # type: ignore[method-assign] # a passing project
    window.close()
    for translator in translators:
        app.removeTranslator(translator)


def _settle() -> None:
    for _ in range(20):
        QApplication.processEvents()


def _nothing() -> None:
    """Make no backup of a project that is thrown away."""


def _half_judged(window: MainWindow) -> None:
    """As in the middle of the work: much accepted, a claim current."""
    bench = window.bench
    assert bench is not None
    pen = bench.pen
    assert pen.sheet is not None
    entities = [s.id for s in pen.sheet.suggestions if isinstance(s, Entity)]
    pen.accept_all(entities[: len(entities) * 2 // 3])
    claims = [s for s in pen.sheet.suggestions if isinstance(s, Claim)]
    pen.accept_all([claim.id for claim in claims[:4]])
    with_source = (c for c in pen.sheet.claims if pen.sheet.attributions_of(c.id))
    pen.point_at(next(with_source, pen.sheet.claims[0]).id)


def _fields(window: MainWindow) -> None:
    _half_judged(window)
    window.act("edit_fields")


def _outline(window: MainWindow) -> None:
    _half_judged(window)
    window.act("toggle_inspector")
    assert window.bench is not None
    window.bench.inspector.turn_to("outline")


SCENES: tuple[tuple[str, str, str, Callable[[MainWindow], None]], ...] = (
    ("window", "light", "en", _half_judged),
    ("window-dark", "dark", "en", _half_judged),
    ("finestra", "light", "it", _half_judged),
    ("fields", "light", "en", _fields),
    ("outline", "light", "it", _outline),
)

if __name__ == "__main__":
    sys.exit(main())
