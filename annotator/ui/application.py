"""The application object: name, icon, style and fonts, with a window or without."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication

from annotator.core.paths import RESOURCES
from annotator.ui.appearance import plain_text

from .appearance.fonts import register
from .settings import Settings


def make_application() -> QApplication:
    """The application object with our name, icon and fonts."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        QGuiApplication.setHighDpiScaleFactorRoundingPolicy(
            Qt.HighDpiScaleFactorRoundingPolicy.PassThrough
        )
        app = QApplication(["vaglio"])
    app.setApplicationName("vaglio")
    app.setApplicationDisplayName("Vaglio")
    app.setDesktopFileName("vaglio")
    plain_text.install()
    app.setWindowIcon(QIcon(str(RESOURCES / "icons" / "vaglio.svg")))
    register()
    return app


def language_of(settings: Settings) -> str:
    """``it`` or ``en``: what was chosen, else the system's."""
    chosen = settings.language or QLocale.system().name()[:2]
    return chosen if chosen in ("it", "en") else "en"


def install_language(app: QApplication, settings: Settings) -> list[QTranslator]:
    """Translate the window and Qt's own buttons; keep what is returned as long as it runs."""
    language = language_of(settings)
    QLocale.setDefault(
        QLocale(language) if language != QLocale.system().name()[:2] else QLocale.system()
    )
    installed = []
    qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    for folder, name in ((qt, "qtbase"), (str(RESOURCES / "translations"), "vaglio")):
        translator = QTranslator(app)
        if _load(translator, Path(folder) / f"{name}_{language}.qm"):
            app.installTranslator(translator)
            installed.append(translator)
    return installed


def _load(translator: QTranslator, path: Path) -> bool:
    """Load a catalogue as it is now: a file that Qt maps could be replaced under the window."""
    if not path.exists():
        return False
    data = path.read_bytes()
    translator.data = data  # type: ignore[attr-defined] # Qt keeps a pointer only
    return translator.load(data)
