"""Pictures of the real window for the README and the guide: ``make screenshots``.

They are taken on a virtual screen where there is none, on a project made from ``seeds/``, so that
they are the same on every machine but for the time of day. Names of pictures draw only those.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["QT_SCALE_FACTOR"] = "1"
os.environ["QT_FONT_DPI"] = "96"
os.environ["VAGLIO_ANALYST"] = "anna"

from PySide6.QtCore import QDeadlineTimer, QSettings, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QWidget

from annotator.core.model import Claim, Entity
from annotator.core.paths import samples
from annotator.services.importing import import_files
from annotator.services.session import open_session
from annotator.services.suggesting import suggest_for
from annotator.ui.app import dress
from annotator.ui.application import install_language, make_application
from annotator.ui.dialogs.exporting.export import ExportDialog
from annotator.ui.main_window import MainWindow
from annotator.ui.settings import Settings

PICTURES = Path(__file__).resolve().parent.parent / "docs" / "pictures"
SIZE = (1440, 900)

Prepare = Callable[[MainWindow], QWidget]
"""Does what the picture is to show; returns what is to be in it."""


def main() -> int:
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, folder)
        project = Path(folder) / "news.vaglio"
        session = open_session(project, analyst="anna", create=True)
        import_files(session, samples())
        suggest_for(session.store, session.choice)
        session.store.close()
        wanted = sys.argv[1:]
        for name, theme, language, prepare in SCENES:
            if wanted and name not in wanted:
                continue
            # each begins with nothing judged, whatever came before
            own = Path(folder) / name / "news.vaglio"
            own.parent.mkdir()
            shutil.copyfile(project, own)
            _shoot(own, name, theme, language, prepare)
    return 0


def _shoot(project: Path, name: str, theme: str, language: str, prepare: Prepare) -> None:
    settings = Settings()
    settings.theme = theme
    settings.language = language
    settings.suggest_on_open = False
    settings.inspector = False
    settings.introduced = True
    app = make_application()
    translators = install_language(app, settings)
    window = MainWindow(settings, language=language)
    dress(window, settings)
    window.resize(*SIZE)
    window.show()
    window.start(project)
    _settle()
    shown = prepare(window)
    _settle()
    if isinstance(focus := QApplication.focusWidget(), QLineEdit):
        focus.clearFocus()  # no caret that blinks
    _small(shown.grab().toImage()).save(str(PICTURES / f"{name}.png"))
    window.project.back_up_behind = _nothing  # type: ignore[method-assign] # a passing project
    for dialog in window.findChildren(QDialog):
        dialog.close()
    window.close()
    for translator in translators:
        app.removeTranslator(translator)


def _settle(ms: int = 400) -> None:
    """Let timers and threads do what they have begun."""
    end = QDeadlineTimer(ms)
    while not end.hasExpired():
        QApplication.processEvents()


def _small(image: QImage) -> QImage:
    """With the 256 colours that it has most of: a third of the size, and no eye tells them apart."""
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    pixels = memoryview(image.constBits()).cast("I")
    colours = [colour for colour, _ in Counter(pixels).most_common(256)]
    flags = Qt.ImageConversionFlag.AvoidDither | Qt.ImageConversionFlag.ThresholdDither
    return image.convertToFormat(QImage.Format.Format_Indexed8, colours, flags)


def _nothing() -> None:
    """Make no backup of a project that is thrown away."""


# -- scenes --------------------------------------------------------------------------------


def _half_judged(window: MainWindow) -> QWidget:
    """As in the middle of the work: much accepted, a claim current."""
    workspace = window.workspace
    assert workspace is not None
    annotate_mode = workspace.annotate_mode
    assert annotate_mode.analyst_view is not None
    entities = [s.id for s in annotate_mode.analyst_view.suggestions if isinstance(s, Entity)]
    annotate_mode.accept_all(entities[: len(entities) // 2])
    claims = [s for s in annotate_mode.analyst_view.suggestions if isinstance(s, Claim)]
    annotate_mode.accept_all([claim.id for claim in claims[:4]])
    with_source = (
        c
        for c in annotate_mode.analyst_view.claims
        if annotate_mode.analyst_view.attributions_of(c.id)
    )
    annotate_mode.point_at(next(with_source, annotate_mode.analyst_view.claims[0]).id)
    return window


def _fields(window: MainWindow) -> QWidget:
    _half_judged(window)
    window.act("edit_fields")
    return window


def _outline(window: MainWindow) -> QWidget:
    _half_judged(window)
    window.act("toggle_inspector")
    assert window.workspace is not None
    window.workspace.inspector.turn_to("outline")
    return window


def _claims(window: MainWindow) -> QWidget:
    """The claims of four articles, those that matter most first."""
    assert window.workspace is not None
    annotate_mode, queue = window.workspace.annotate_mode, window.workspace.queue
    for article_id in queue.ids()[:4]:
        annotate_mode.open(article_id)
        annotate_mode.accept_all()
    window.act("show_claims")
    assert window.workspace.handlers.claims.claims_list is not None
    window.workspace.handlers.claims.claims_list.filter.set(sort="worthiness", descending=True)
    return window


def _dialog_of(action: str) -> Prepare:
    """The dialog that *action* opens, over a half-judged article with an entity current."""

    def prepare(window: MainWindow) -> QWidget:
        _half_judged(window)
        assert window.workspace is not None
        annotate_mode = window.workspace.annotate_mode
        assert annotate_mode.analyst_view is not None
        words = Counter(
            annotate_mode.analyst_view.words_of(e) for e in annotate_mode.analyst_view.entities
        )
        often = words.most_common(1)[0][0]
        annotate_mode.point_at(
            next(
                e.id
                for e in annotate_mode.analyst_view.entities
                if annotate_mode.analyst_view.words_of(e) == often
            )
        )
        window.act(action)
        _settle()
        return next(d for d in window.findChildren(QDialog) if d.isVisible())

    return prepare


def _palette(window: MainWindow) -> QWidget:
    box = _dialog_of("find_action")(window)
    box.findChildren(QLineEdit)[0].setText("acc")
    return box


def _occurrences(window: MainWindow) -> QWidget:
    dialog = _dialog_of("occurrences_everywhere")(window)
    dialog.findChildren(QLineEdit)[0].setText("Comune")
    dialog.resize(1040, 340)
    _settle()
    return dialog


def _export(window: MainWindow) -> QWidget:
    dialog = _dialog_of("export")(window)
    assert isinstance(dialog, ExportDialog)
    dialog.destination.setText(str(Path("~", "exports", "news-mine.jsonl")))
    return dialog


SCENES: tuple[tuple[str, str, str, Prepare], ...] = (
    ("window", "light", "en", _half_judged),
    ("window-dark", "dark", "en", _half_judged),
    ("fields", "light", "en", _fields),
    ("outline", "dark", "en", _outline),
    ("claims", "light", "en", _claims),
    ("keys", "light", "en", _dialog_of("cheat_sheet")),
    ("palette", "light", "en", _palette),
    ("occurrences", "light", "en", _occurrences),
    ("export", "light", "en", _export),
    ("finestra", "light", "it", _half_judged),
    ("campi", "light", "it", _fields),
    ("affermazioni", "light", "it", _claims),
    ("tasti", "light", "it", _dialog_of("cheat_sheet")),
    ("esporta", "light", "it", _export),
)

if __name__ == "__main__":
    sys.exit(main())
