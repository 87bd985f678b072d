"""Windows without a screen, with the shipped fonts, and settings that nobody else sees."""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["QT_SCALE_FACTOR"] = "1"
os.environ["QT_FONT_DPI"] = "96"

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from annotator.ui import fonts


@pytest.fixture(scope="session")
def qapp(qapp: QApplication) -> QApplication:
    """pytest-qt's application, looking the same on every machine."""
    qapp.setStyle("Fusion")
    fonts.register()
    qapp.setFont(fonts.sans(13))
    return qapp


@pytest.fixture(autouse=True)
def settings(tmp_path):
    """Settings go to a folder of the test's own."""
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    for scope in (QSettings.Scope.UserScope, QSettings.Scope.SystemScope):
        QSettings.setPath(QSettings.Format.IniFormat, scope, str(tmp_path / "settings"))
    return tmp_path / "settings"
