"""The program: start, language, look, and what happens when something goes wrong."""

from __future__ import annotations

import argparse
import os
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from annotator.core.errors import UserError

from .appearance.theme import application_palette, make_theme, system_is_dark
from .application import install_language, language_of, make_application
from .main_window import MainWindow
from .settings import Settings


def run(words: Sequence[str]) -> int:
    """Open the window; returns the exit code of the program."""
    given = _words(words)
    for name in ("VAGLIO_PASSPHRASE", "VAGLIO_NEW_PASSPHRASE"):
        os.environ.pop(name, None)  # for scripts: the window asks, and its children get no words
    missing = _no_display()
    if missing:
        print(missing, file=sys.stderr)
        return 1
    app = make_application()
    settings = Settings()
    translators = install_language(app, settings)
    window = MainWindow(settings, language=language_of(settings))
    install_hook(window)
    dress(window, settings)
    window.restore()
    window.show()
    window.start(given.project, analyst=given.author)
    if given.smoke:
        QTimer.singleShot(0, app.quit)
    code = app.exec()
    del translators
    return code


def dress(window: MainWindow, settings: Settings) -> None:
    """Give the window its colours, and again whenever the system changes between day and night."""

    def put_on() -> None:
        chosen = settings.theme
        dark = system_is_dark() if chosen == "system" else chosen == "dark"
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        theme = make_theme(window.label_colours(), dark=dark)
        app.setPalette(application_palette(theme))
        window.set_theme(theme)

    window.theme_asked.connect(put_on)
    QGuiApplication.styleHints().colorSchemeChanged.connect(put_on)
    put_on()


def install_hook(window: MainWindow) -> None:
    """Errors of the world go to the bar over the article, our own bugs to a box."""

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if isinstance(error, KeyboardInterrupt):
            QApplication.quit()
        elif isinstance(error, UserError):
            window.show_error(error)
        else:
            said = "".join(traceback.format_exception(kind, error, trace))
            print(said, file=sys.stderr)
            window.show_crash(said)

    sys.excepthook = hook


def _words(words: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="vaglio open", description="Open the window.")
    parser.add_argument("project", nargs="?", type=Path, help="a .vaglio file (default: the last)")
    parser.add_argument("--author", default="", metavar="NAME", help="who you are")
    parser.add_argument("--smoke", action="store_true", help=argparse.SUPPRESS)
    return parser.parse_args(words)


def _no_display() -> str:
    """Why there can be no window here; "" where there can."""
    if not sys.platform.startswith("linux") or os.environ.get("QT_QPA_PLATFORM"):
        return ""
    if os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"):
        return ""
    return (
        "vaglio: there is no display here. Use the command line (vaglio --help), "
        "or `vaglio render PROJECT -o page.png` to draw an article."
    )
